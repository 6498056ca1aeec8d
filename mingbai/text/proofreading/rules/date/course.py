"""Days of one affair against their course: the result before the inquiry, finished before begun, in force from two days, counted to the end of the year before."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import day_of, plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored, hint_of
from mingbai.text.proofreading.rules._told import COURSES, Day, clauses_before, days, step_of
from mingbai.text.proofreading.rules._twice import apart
from mingbai.text.proofreading.rules.date.dated import in_words
from mingbai.text.proofreading.triggers import waiting_for

# --- the steps of an affair -----------------------------------------------------------------------------------------

_STEP_WORDS = waiting_for(("日",))
_TURN = 180
_MOST_DAYS = 40
_ONE_SENTENCE = 40


def _course(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「开工日期：9月20日」 and 「完工日期：8月31日」: each step has one day, and the later step the earlier day."""
    told = passage.once(days)
    if 1 < len(told) <= _MOST_DAYS:
        found = next(_in_one_sentence(passage, told), None) or next(_of_all(told), None)
        if found:
            (step, first), (later, second) = found
            said = f"{step}到{first.last.month}月{first.last.day}日，{later}却在{second.first.month}月{second.first.day}日，次序颠倒，请核对。"
            yield from apart(rule, passage, (first.start, first.end), (second.start, second.end), said)


Step = tuple[str, Day]


def _is_back(first: Day, second: Day, later: str) -> bool:
    # What is handed in may be looked through from the first day on.
    along = later == "审核" and second.last > first.last
    return not along and 0 < (first.last - second.first).days < _TURN


def _in_one_sentence(passage: Passage, told: list[Day]) -> Iterator[tuple[Step, Step]]:
    """「9月1日报到，8月30日正式上课」, whatever other days the text has for other people."""
    for one, other in pairwise(told):
        between = passage.text[one.end : other.start]
        if len(between) > _ONE_SENTENCE or re.search("[。；;\n]|阶段|批|分别", between):
            continue
        for course in COURSES:
            order = [name for name, _ in course]
            steps = step_of(one, course), step_of(other, course)
            if (
                all(steps)
                and order.index(steps[0]) < order.index(steps[1])
                and _is_back(one, other, steps[1])
            ):
                yield (steps[0], one), (steps[1], other)


def _of_all(told: list[Day]) -> Iterator[tuple[Step, Step]]:
    for course in COURSES:
        steps: dict[str, list[Day]] = {}
        for one in told:
            steps.setdefault(step_of(one, course), []).append(one)
        sure = [(name, steps[name][0]) for name, _ in course if len(steps.get(name, ())) == 1]
        for first, second in combinations(sure, 2):
            if _is_back(first[1], second[1], second[0]):
                yield first, second


# --- in force from two days -----------------------------------------------------------------------------------------

_FORCE = lazy.pattern(
    r"自(?P<y>20\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?:起|之日起)(?P<after>[^。；;\n]{0,24}?)(?P<act>施行|实施|执行|生效|一律|全面|正式)"
)
_FORCE_WORDS = waiting_for(("日起", "之日起"))
_LATE = 45


def _in_force(passage: Passage) -> list[tuple[date, int, int, bool]]:
    """From which day the text itself is in force, by its last article and by what it orders."""
    found = []
    for match in _FORCE.finditer(passage.text, passage.start, passage.end):
        day = day_of(int(match["y"]), int(match["m"]), int(match["d"]))
        head = clauses_before(passage.text, passage.start, match.start())
        own = head.rstrip("，,").endswith(
            (
                "通过",
                "本村规民约",
                "本公约",
                "本通告",
                "本通知",
                "本办法",
                "本方案",
                "本公告",
                "本规定",
                "本细则",
                "本意见",
                "本制度",
            )
        )
        if day and (own or not head.strip("　 一二三四五六七八九十、（）().1234567890")):
            found.append((day, match.start(), match.end(), own))
    return found


_PASSED = lazy.pattern(
    r"经?(?P<y>20\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日[^。；;\n，,\d]{0,24}(?:表决|审议|讨论|投票)?(?:通过|审定)"
)


def _two_forces(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「自2023年1月1日起，全县一律……」 and 「本通告自2022年6月1日起施行」; or in force long before it is signed."""
    told = passage.once(_in_force)
    own = next((one for one in told if one[3]), None)
    other = next((one for one in told if not one[3]), None)
    signed = passage.document.written_on
    if own and other and own[0] != other[0]:
        said = f"一处自{in_words(other[0])}起，一处自{in_words(own[0])}起施行，请核对。"
        yield from apart(rule, passage, other[1:3], own[1:3], said)
    passed = _PASSED.search(passage.text, passage.start, passage.end) if own and not other else None
    made = day_of(int(passed["y"]), int(passed["m"]), int(passed["d"])) if passed else None
    if own and passed and made and own[0] < made:
        said = f"{in_words(made)}才表决通过，却自{in_words(own[0])}起施行，请核对。"
        yield from apart(rule, passage, passed.span(), own[1:3], said)
    elif own and not other and signed and (signed - own[0]).days > _LATE:
        said = f"{in_words(signed)}才发文，却自{in_words(own[0])}起施行，请核对。"
        yield rule.finding(passage, own[1], own[2], said)


# --- counted to the end of the year before --------------------------------------------------------------------------

_COUNTED = lazy.pattern(
    r"(?P<mark>截[至止]到?(?P<year>20\d\d)年(?:1[0-2]月)?(?:\d{1,2}日|年?底|年?末)?)[，,](?:全|我|共|累计|已|辖|现|共有)"
)
_REPORTING = {"work_summary", "annual_report", "self_check"}


def _year_before(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「截至2022年12月底，全县共有」 in the summary of 2023, which nowhere counts to the end of its own year."""
    year = passage.document.year
    if year is None or passage.document.kind not in _REPORTING:
        return
    if f"截至{year}年" in passage.body or f"截止{year}年" in passage.body:
        return
    plans = passage.once(plan_sections)
    for match in _COUNTED.finditer(passage.text, passage.start, passage.end):
        head = clauses_before(passage.text, passage.start, match.start())
        ahead = any(part.start <= match.start() < part.end for part in plans)
        if (
            int(match["year"]) != year - 1
            or ahead
            or any(word in head for word in ("上年", "去年", "比", "原"))
        ):
            continue
        said = f"本文讲{year}年的工作，这里却统计到{match['year']}年，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=f"核对是否应为{year}年")


_hint = hint_of("date", "wrong_year_or_date")

RULES = (
    _hint(
        "course_of_affair",
        "报名、审核、考试、公示，开工、完工、验收，受理、办结，各有先后，写的日子却颠倒了。",
        "申报时间：2023年5月6日至5月20日。\n审核时间：2023年5月12日。",
        "申报时间：2023年5月6日至5月20日。\n审核时间：2023年5月22日。",
        Waiting(_STEP_WORDS, _course),
    ),
    _hint(
        "in_force_twice",
        "通告前面写从哪天起执行，末尾又写从另一天起施行；或者施行日期比落款早得多。",
        "自2023年1月1日起，全县一律实行火化。\n本通告自2022年6月1日起施行。",
        "自2023年1月1日起，全县一律实行火化。\n本通告自2023年1月1日起施行。",
        Waiting(_FORCE_WORDS, _two_forces),
    ),
    _hint(
        "counted_to_year_before",
        "本年的总结里，数字却统计到上一年年底，可能照搬了上年的文稿。",
        "青河县民政局2023年工作总结\n截至2022年12月底，全县共有低保对象2764户。",
        "青河县民政局2023年工作总结\n截至2023年12月底，全县共有低保对象2764户。",
        anchored("截至 截止", _year_before),
    ),
)
