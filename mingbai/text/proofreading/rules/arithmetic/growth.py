"""Changes that do not fit the two figures: the way, the difference, the rate."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import share_of
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.quantities import Sentence, sentences_with_figures, shown
from mingbai.text.proofreading.rules._bases import is_against_another, is_of_another, may_be_rounded
from mingbai.text.proofreading.rules._knowledge import given

_N = r"(\d{1,12}(?:\.\d{1,6})?)"
_UNIT = r"(个?工作日|个百分点|人次|万元|亿元|公里|亩|天|起|处|所|台|辆|篇次|批|条|件|次|项|个|人|份|篇|期|户|场|家|元|名)"
_UP = "多|扩大|上涨|增长|增加|上升|提高|提升|增至|升至|增"
_DOWN = "少|缩短|压缩|精简|下降|减少|降低|回落|降至|减至|降|减"
_COUNTERS = frozenset("个条件次项份篇期")
_COMPARES = lazy.pattern(f"[由从比较].*?(?:{_UP}|{_DOWN})", re.DOTALL)
_FROM_TO = lazy.pattern(
    rf"[由从](?:[^，,。；;\d]{{0,12}}|\d{{4}}年[^，,。；;\d]{{0,10}}){_N}{_UNIT}?[^，,。；;\d]{{0,6}}?({_UP}|{_DOWN})(?:加|少|长)?(?:到了?|至|为)(?:[^，,。；;\d]{{0,8}}|\d{{4}}年[^，,。；;\d]{{0,6}}){_N}{_UNIT}"
    rf"(?:[^。；;\d]{{0,12}}?(?:{_UP}|{_DOWN}|增幅|降幅)[^，,。；;\d]{{0,4}}{_N}([%％]|{_UNIT}))?"
)
_AGAINST = lazy.pattern(
    rf"{_N}{_UNIT}[^。；;\d]{{0,8}}[比较](?:上年度?|去年|20\d\d年)(?:同期)?(?:的|为)?{_N}{_UNIT}[^。；;\d]{{0,6}}({_UP}|{_DOWN})[^，,。；;\d]{{0,3}}{_N}([%％]|{_UNIT})"
)
# 「去年为17件，同比增加5件」: the change is not of the figure before it.
_CLAUSE, _EARLIER = lazy.pattern("[，,；;]"), lazy.pattern("上年|去年|同期")
_CHANGED_BY = lazy.pattern(
    rf"{_N}{_UNIT}[，,]?(?:同?比|较)(?:上年度?|去年|20\d\d年)?(?:同期)?(?P<way>{_UP}|{_DOWN})了?{_N}{_UNIT}[，,](?:同比)?(?:{_UP}|{_DOWN}|增幅|降幅)[^，,。；;\d]{{0,3}}{_N}[%％]"
)


def _change(
    rule: Rule,
    passage: Passage,
    match: re.Match[str],
    old: float,
    new: float,
    way: str,
    change: str,
    unit: str,
    blur: tuple[float, float],
) -> Finding | None:
    """Whether a stated change fits the two figures, each of which may be off by its `blur`."""
    rises = re.match(_UP, way) is not None
    if (rises and new < old) or (not rises and new > old):
        said = f"从{shown(old)}到{shown(new)}，写的却是「{way}」。"
        return rule.finding(passage, match.start(), match.end(), said, suggestion="核对两个数字和升降")
    if not change or not old:
        return None
    percent = unit in "%％"
    right = share_of(abs(new - old), old) if percent else abs(new - old)
    tolerance = 0.5 * 10 ** -len(change.partition(".")[2]) + 0.06 if percent else 0.01
    if abs(right - float(change)) <= tolerance or (
        percent and abs(right - float(change)) < 0.6 and "." not in change
    ):
        return None
    if percent and _is_within(abs(new - old), old, blur, float(change), tolerance):
        return None
    correct = f"{right:.2f}%" if percent else f"{shown(right)}{unit}"
    said = f"从{shown(old)}到{shown(new)}，变化应是{correct}，写的是{change}{unit}。"
    # 「由3.2亿元增加到3.5亿元，增加0.4亿元」: each was rounded for itself.
    rounded = not percent and abs(right - float(change)) <= 2 * max(blur) + 1e-6
    return rule.finding(
        passage, match.start(), match.end(), said, suggestion=correct, severity="info" if rounded else None
    )


def _is_within(difference: float, old: float, blur: tuple[float, float], told: float, step: float) -> bool:
    """Whether a rate is one of those that figures that were rounded may have had."""
    apart = sum(blur)
    if not apart or old <= blur[0]:
        return False
    low, high = share_of(difference - apart, old + blur[0]), share_of(difference + apart, old - blur[0])
    return low - step <= told <= high + step


# 「由2005年的3.2亿元增加到2010年的6.1亿元，年均增长13.8%」: the rate of each year, not of all.
_YEARLY = lazy.pattern("年均|月均|年平均|平均每[年月]|每年|复合")
# A price or a mean that rises, and what all of it came to: 「每亩承包费由310元提高到455元，一年增收8990元」.
_OF_EACH = lazy.pattern("每|[人户亩村班均]均|单价|均价|租金|标准|工资|[承水电]包?费")
_OF_ALL = lazy.pattern(
    "[，,][^，,]{0,6}(?:一年|全年|年|全村|全镇|共|总|累计|合计|可|就|预计)?[^，,每]{0,4}(?:增收|节约|节省|增支|多收|少收|增加收入|收入)"
)


def _is_of_all(passage: Passage, match: re.Match[str]) -> bool:
    clause = _CLAUSE.split(passage.text[max(passage.start, match.start() - 20) : match.start() + 12])[-1]
    return _OF_EACH.search(clause) is not None and _OF_ALL.search(match[0]) is not None


def _from_to(rule: Rule, passage: Passage, sentence: Sentence) -> Iterator[Finding | None]:
    for match in _FROM_TO.finditer(passage.text, sentence.start, sentence.end):
        old, first_unit, way, new, unit, change, change_unit = match.groups()[:7]
        of_all = change and change_unit not in {"%", "％"} and _is_of_all(passage, match)
        if change and (
            of_all
            or _YEARLY.search(passage.text, match.end(5), match.end())
            or not _is_in_kind(change_unit, unit)
            or _is_told_of_another(passage, sentence, match)
        ):
            change = ""
        if first_unit in {None, unit}:
            blur = may_be_rounded(old, unit), may_be_rounded(new, unit)
            yield _change(
                rule, passage, match, float(old), float(new), way, change or "", change_unit or "", blur
            )


def _is_told_of_another(passage: Passage, sentence: Sentence, match: re.Match[str]) -> bool:
    text, label = passage.text, passage.text[match.end(5) : match.start(6)]
    past, now = text[match.start() : match.start(1)], text[match.end(1) : match.start(4)]
    return is_of_another(label, text[sentence.start : match.end(5)]) or is_against_another(label, past, now)


def _is_in_kind(change: str, unit: str) -> bool:
    """Whether a change is told in percent or in what the figures are told in; 「覆盖率提高32个百分点」 is of another."""
    return change in {"%", "％", unit} or {change, unit} <= _COUNTERS


def _against(rule: Rule, passage: Passage, sentence: Sentence) -> Iterator[Finding | None]:
    for match in _AGAINST.finditer(passage.text, sentence.start, sentence.end):
        new, unit, old, old_unit, way, change, change_unit = match.groups()[:7]
        if "其中" in passage.text[sentence.start : match.start()]:
            continue  # the last of the parts, where the whole is compared
        if unit == old_unit and change_unit in {"%", "％", unit}:
            blur = may_be_rounded(old, unit), may_be_rounded(new, unit)
            yield _change(rule, passage, match, float(old), float(new), way, change, change_unit, blur)


def _changed_by(rule: Rule, passage: Passage, sentence: Sentence) -> Iterator[Finding | None]:
    for match in _CHANGED_BY.finditer(passage.text, sentence.start, sentence.end):
        new, unit, way, difference, other_unit, change = match.groups()
        old = float(new) - float(difference) * (1 if re.match(_UP, way) else -1)
        clause = _CLAUSE.split(passage.text[sentence.start : match.start()])[-1]
        if unit == other_unit and old > 0 and not _EARLIER.search(clause):
            half = may_be_rounded(difference, unit)
            blur = half + may_be_rounded(new, unit), half
            yield _change(rule, passage, match, old, float(new), way, change, "%", blur)


def _growth(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for sentence in passage.once(sentences_with_figures):
        if not _COMPARES.search(sentence.words):
            continue
        for compare in (_from_to, _against, _changed_by):
            yield from filter(None, compare(rule, passage, sentence))


RULES = (
    Rule(
        name="arithmetic.growth",
        category="arithmetic_inconsistency",
        severity="error",
        explain="增减的方向和幅度要与前后两个数字相符。",
        fires="公开信息由80条增加到100条，增长30%。",
        passes="公开信息由80条增加到100条，增长25%。",
        find=given(sentences_with_figures, _growth),
    ),
)
