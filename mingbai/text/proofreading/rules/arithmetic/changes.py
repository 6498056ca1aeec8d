"""Changes told beside both of the figures they lie between."""

from collections.abc import Iterator
from itertools import combinations

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, Statement, places, related_statements, same, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._bases import is_against_another, is_of_another
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.triggers import waiting_for


def _labelled(amount: Amount) -> int:
    """Where the words before a figure begin."""
    return amount.start - len(amount.label)


_UP, _DOWN = "增加|增长|提高|提升|上升|新增|增|多", "减少|下降|降低|压减|压缩|缩短|精简|缩减|净减|少|降"
_CHANGE = lazy.pattern(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?[^\d]{{0,2}}$")
# What it rose to, how many there are, what each got: 「属于不信任的多达93批」, 「薯农户均增收4100元」, 「一个月多支出七百元」.
_NO_CHANGE = lazy.pattern(r"[到至]\s*$|多达$|户均|人均|增收|多支出|多开支")
_PAST = lazy.pattern(
    r"[比较](?:20\d\d年|第?[一二三四]季度)|去年|上一?年(?!度?结转)|同期|年初|以前|原来|(?:^|[^自])[由从]|上届|上季|上月"
)
_BEFORE_FIRST = 40
_CHANGE_WORDS = waiting_for(
    ("增加", "增长", "提高", "提升", "上升", "减少", "下降", "降低", "压减", "压缩", "缩短", "精简")
)
# 「到2025年」 looks ahead; 「增加到2022年的384条」 does not.
_NEXT_TO = lazy.pattern(
    r"[；;]|结转|户均|人均|月多|其中|分别|每|目标|计划|力争|到20\d\d年(?!的|度的?)|年均|任务|累计"
)


def _changes(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for sentence in passage.once(related_statements):
        for place, change in enumerate(sentence.amounts):
            way = _CHANGE.search(change.label)
            if way and not change.about and not _NO_CHANGE.search(change.label):
                yield from _change(rule, passage, sentence, place, way["up"] is not None)


def _change(
    rule: Rule, passage: Passage, sentence: Statement, place: int, upwards: bool
) -> Iterator[Finding]:
    change = sentence.amounts[place]
    unit = "%" if change.unit == "个百分点" else change.unit
    if change.unit == "%":
        return
    pair = _compared(sentence, place, unit)
    if pair is None or any(one.about for one in pair):
        return
    past = [one for one in pair if _PAST.search(_own_words(sentence, one))]
    if len(past) != 1:
        return
    now = pair[0] if past[0] is pair[1] else pair[1]
    # A figure called an increase or a share of something else is none of the two.
    if any(_CHANGE.search(one.label) and not {"到", "至"} & set(one.label[-2:]) for one in (now, past[0])):
        return
    low, high = min(one.start for one in (*pair, change)), max(one.end for one in (*pair, change))
    told = passage.text[max(sentence.start, low - _BEFORE_FIRST) : change.start - len(change.label)]
    if (
        _NEXT_TO.search(passage.text, low, high)
        or _is_of_others(sentence, change, unit, pair)
        or is_of_another(change.label, told)
        or is_against_another(change.label, _own_words(sentence, past[0]), _own_words(sentence, now))
    ):
        return
    difference = now.value - past[0].value
    right_way = (difference > 0) == upwards or difference == 0
    if same(abs(difference), change.value, max(one.step for one in (*pair, change))) and right_way:
        return
    verb = "增加" if difference > 0 else "减少"
    said = (
        f"前期是{written(past[0].value, unit)}，本期是{written(now.value, unit)}，{verb}{written(abs(difference), change.unit)}，"
        f"与文中的「{passage.text[max(_labelled(change), change.start - 4) : change.end]}」不符。"
    )
    start, end = (low, high) if high - low <= 60 else (_labelled(change), change.end)
    rounded = right_way and _may_be_rounded(passage, (*pair, change), abs(difference))
    yield rule.finding(
        passage,
        start,
        end,
        said,
        suggestion="核对前后两个数字和增减数",
        severity="info" if rounded else None,
        related=places(passage, pair),
    )


def _may_be_rounded(passage: Passage, told: tuple[Amount, ...], difference: float) -> bool:
    """「由3.2亿元增加到3.5亿元，增加0.4亿元」: each of them was rounded for itself."""
    change, step = told[-1], max(one.step for one in told)
    return "." in passage.text[change.start : change.end] and same(difference, change.value, 2 * step)


def _is_of_others(sentence: Statement, change: Amount, unit: str, pair: tuple[Amount, Amount]) -> bool:
    """Whether it is what lies between two other figures of the sentence: 「前年150件、去年120件、今年95件，比前年减少55件」."""
    told = [one for one in sentence.amounts if one.unit == unit and one is not change]
    others = [both for both in combinations(told, 2) if set(both) != set(pair)]
    return any(same(abs(one.value - other.value), change.value, change.step) for one, other in others)


def _own_words(sentence: Statement, amount: Amount) -> str:
    """The words before a figure, with those before an opening bracket where it stands at its begin."""
    return (
        amount.label
        or sentence.words[max(0, amount.start - sentence.start - 8) : amount.start - sentence.start]
    )


def _compared(sentence: Statement, place: int, unit: str) -> tuple[Amount, Amount] | None:
    """The two figures a change is of: the last two of its unit before it, or one on each side of it."""
    before = [one for one in sentence.amounts[:place] if one.unit == unit][-2:]
    after = [one for one in sentence.amounts[place + 1 : place + 2] if one.unit == unit]
    if (
        after
        and before
        and _PAST.search(_own_words(sentence, after[0]))
        and not _PAST.search(before[-1].label)
    ):
        return before[-1], after[0]
    return (before[0], before[1]) if len(before) == 2 else None


RULES = (
    Rule(
        name="arithmetic.change",
        category="arithmetic_inconsistency",
        severity="error",
        explain="比上年增加、减少多少，要与写出的两个数字相符，百分点也一样。",
        fires="上年公开信息325条，今年公开384条，比上年增加69条。",
        passes="上年公开信息325条，今年公开384条，比上年增加59条。",
        find=Waiting(_CHANGE_WORDS, _changes),
    ),
)
