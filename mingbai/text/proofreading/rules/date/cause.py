"""Days against what must come first: the money before it is given out, the marks before the line is drawn; days of a stage before the stage begins; summed up before it is over."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, Waiting, compiled, given, hint_of
from mingbai.text.proofreading.rules._stages import Stage, stages
from mingbai.text.proofreading.rules._told import Day, days
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- what must come first -------------------------------------------------------------------------------------------

_BETWEEN = lazy.pattern(
    "第[一二三四五六]批|分批|再次|重新|补充|补发|提前|预计|先行|上年|去年|次年|明年|分别|另[一外]|此前|之前|前期|曾|原定|每年|届|期[一二三]|阶段|其[于在]|称[于其]"
)
_CLAUSE = lazy.pattern(r"[^，,。；;\n]{0,26}")
_NEXT_CLAUSE = lazy.pattern(r"[^。；;\n\d]{0,30}")
_FAR, _TURN, _MOST = 110, 180, 60


class Step(NamedTuple):
    """Of which course a day is, and which of its steps."""

    course: int
    order: int
    said: str
    labelled: bool


# 「笔试定于6月20日」, 「开标时间：6月20日」
_SET = lazy.pattern("(?:定于|安排在|时间[为：:]|时间定于|日期[为：:])$")


def _courses(rows: Sequence[Entry]) -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(tuple(lazy.pattern(step) for step in row["steps"]) for row in rows)


def _steps(passage: Passage, one: Day) -> list[Step]:
    """The steps that a day is of, by the words behind it: of each course the one said first."""
    clause = _CLAUSE.match(passage.text, one.end, passage.end)
    further = _NEXT_CLAUSE.match(passage.text, one.end, passage.end)
    found = []
    for number, course in enumerate(compiled(passage, ("courses",), _courses)):
        named_before = _SET.search(one.before)
        label = one.before[: named_before.start()][-8:] if named_before else ""
        for words in (label, clause[0] if clause else "", further[0] if further else ""):
            named = [
                (hit.start(), order, hit[0])
                for order, step in enumerate(course)
                if (hit := step.search(words))
            ]
            if named:
                found.append(Step(number, *min(named)[1:], bool(label) and words is label))
                break
    return found


def _before_its_cause(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「补贴资金于6月20日到账，5月28日全部发放到户」."""
    told = passage.once(days)
    told = told if len(told) <= _MOST else []
    for place, one in enumerate(told):
        for other in told[place + 1 : place + 3]:
            between = passage.text[one.end : other.start]
            if len(between) > _FAR or "\n" in between or _BETWEEN.search(_sentence(passage, one, other)):
                break
            turned = _turned(passage, one, other)
            if turned:
                yield rule.finding(passage, one.start, min(passage.end, other.end + 6), turned)
                break


def _sentence(passage: Passage, one: Day, other: Day) -> str:
    rest = _CLAUSE.match(passage.text, other.end, passage.end)
    return one.before[-14:] + passage.text[one.end : other.start] + (rest[0] if rest else "")


def _turned(passage: Passage, one: Day, other: Day) -> str:
    pairs = ((first, second) for first in _steps(passage, one) for second in _steps(passage, other))
    for first, second in pairs:
        if first.course != second.course or first.order == second.order:
            continue
        early, late = (one, other) if first.order < second.order else (other, one)
        labelled = first.labelled and second.labelled
        # 「公示时间：6月5日至6月12日。摇号时间：6月10日」
        shown = labelled and "公示" in {first.said, second.said} and early.first <= late.first < early.last
        if 0 < (early.first - late.last).days < _TURN or shown:
            words = (first, second) if first.order < second.order else (second, first)
            return (
                f"{early.last.month}月{early.last.day}日才「{words[0].said}」，"
                f"{late.first.month}月{late.first.day}日就「{words[1].said}」，先后颠倒，请核对。"
            )
    return ""


# --- a day of a stage before the stage ---------------------------------------------------------------------------------

_STAGE_REACH = 260
_DUE = lazy.pattern("^(?:之|以)?前|^[^，,。；;\n]{0,4}(?:起|开始)")
_REFERS = lazy.pattern("按照|根据|依据|结合|印发|下发|已|曾|前期|召开的|此前|上一?阶段|原")


def _regions(passage: Passage) -> Iterator[tuple[Stage, int, int]]:
    """Each stage with the stretch of text that is about it."""
    for run in passage.once(stages):
        for place, one in enumerate(run):
            end = run[place + 1].start if place + 1 < len(run) else _end_of(passage, one)
            yield one, one.end, min(end, one.end + _STAGE_REACH)


_CHAPTER = lazy.pattern(r"\n[ \u3000]*[一二三四五六七八九十]{1,2}、")


def _end_of(passage: Passage, one: Stage) -> int:
    chapter = _CHAPTER.search(passage.text, one.end, passage.end)
    return chapter.start() if chapter else passage.end


def _before_its_stage(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「（三）总结验收阶段（5月25日至5月31日）。……5月15日前形成总结」."""
    told = passage.once(days)
    starts = [one.start for one in told]
    for stage, start, end in _regions(passage):
        for one in told[bisect_left(starts, start) : bisect_left(starts, end)]:
            if one.first >= stage.first:
                continue
            words = passage.text[max(start, one.start - 14) : one.start] + one.after
            if _DUE.match(passage.text[one.end : one.end + 8]) and not _REFERS.search(words):
                said = f"「{stage.name}」从{stage.first.month}月{stage.first.day}日开始，这里的日子却在它以前，请核对。"
                yield rule.finding(passage, one.start, one.end, said)


# --- summed up before it is over ------------------------------------------------------------------------------------------

_MONTHS = lazy.pattern(
    r"(?<![\d年月至到—–~～－-])(?P<low>\d{1,2})月(?:份|上旬|中旬|下旬|底|初)?(?:\s?(?:至|到|[—–~～－-]{1,2})\s?(?P<high>\d{1,2})月(?:份|底|上旬|中旬|下旬)?)?[，,：:为]?(?P<what>[一-鿿]{2,14})(?=[，,。；;\n（(]|$)"
)
_SUMS_UP = lazy.pattern("总结|验收|考核|评估|收尾|汇总|表彰|通报")
_CARRIES_OUT = lazy.pattern("实施|推进|整改|落实|开展|建设|推广|自查|治理|创建|施工")
_MONTH_WORDS = waiting_for(("总结", "验收", "考核", "评估", "收尾", "汇总", "表彰", "通报"))
_HALF = lazy.pattern("半年|季度|阶段性|中期|上年|去年|年度报告|每|次年|明年")


def _summed_up_early(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「3月份，制定计划；4月至10月，组织实施；9月份，全面总结」."""
    lines: dict[int, list[re.Match[str]]] = {}
    for match in matches_near(passage, _MONTH_WORDS, _MONTHS, 90):
        lines.setdefault(passage.text.rfind("\n", passage.start, match.start()), []).append(match)
    for told in lines.values():
        for one, other in combinations(told[:_FEW], 2):
            last, begins = int(one["high"] or one["low"]), int(other["low"])
            carried = _CARRIES_OUT.search(one["what"]) and not _SUMS_UP.search(one["what"])
            summed = _SUMS_UP.search(other["what"]) and not _HALF.search(other["what"])
            if one["high"] and carried and summed and int(one["low"]) <= begins < last <= _YEAR:
                said = f"{one['what']}要到{last}月，{begins}月就{other['what']}，请核对。"
                yield rule.finding(passage, other.start("low"), other.end(), said)


_FEW, _YEAR = 12, 12

_hint = hint_of("date", "wrong_year_or_date")

RULES = (
    _hint(
        "before_its_cause",
        "后一步的日子早于前一步：资金还没有到账就发放，成绩还没有公布就划线。",
        "补贴资金于2022年6月20日到账，5月28日通过“一卡通”全部发放到户。",
        "补贴资金于2022年6月20日到账，6月28日通过“一卡通”全部发放到户。",
        given(days, _before_its_cause),
    ),
    _hint(
        "before_its_stage",
        "阶段里的期限，早于这一阶段开始的日子。",
        "活动方案\n（一）自查阶段（2021年5月9日至5月24日）。各村自查。\n（二）总结验收阶段（5月25日至5月31日）。乡里验收，5月15日前形成总结。",
        "活动方案\n（一）自查阶段（2021年5月9日至5月24日）。各村自查。\n（二）总结验收阶段（5月25日至5月31日）。乡里验收，5月30日前形成总结。",
        given(stages, _before_its_stage),
    ),
    _hint(
        "summed_up_before_over",
        "实施还没有结束，就全面总结、验收。",
        "3月份，制定计划；4月至10月，组织实施；9月份，全面总结。",
        "3月份，制定计划；4月至10月，组织实施；11月份，全面总结。",
        Waiting(_MONTH_WORDS, _summed_up_early),
    ),
)
