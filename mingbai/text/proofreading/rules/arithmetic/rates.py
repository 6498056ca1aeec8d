"""A rate beside the only two figures of its sentence that it can be of.

Where a sentence counts one kind of thing twice, first the more and then the fewer, and tells a rate, the rate is of these two,
whatever words stand with them: 「18个村中，15个村建成公开栏，覆盖率93.3%」. What it is of is still only likely, so a hint.
"""

from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    Amount,
    Statement,
    alike,
    places,
    related_statements,
    share_of,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.triggers import waiting_for

_RATE = lazy.pattern(r"[一-鿿]{2}率(?:仅|约|已|也|就|均)?(?:为|达到?|是|只有|到|达到了)?$")
# A change, a rate of something else, or of several wholes.
_NOT_OF_THEM = lazy.pattern(
    "增长|同比|环比|利用|节约|结案|抽检|年检|采纳|入学|升学|就业|知晓|满意|失业|上座|出勤|提高|上升|下降|上年|去年|往年|历年|结转|每|分别|均|"
    "以上|以下|不低于|不少于|力争|目标|确保|计划|比|较|达标|比例|其中|又|另|先后|从|由|新增|增加|减少"
)
_NO_COUNT = frozenset(("%", "个百分点", "分", "天", "月", "倍", "学期", "小时", "课时"))
_REACH = 70
# Between the part and its rate stands one mark and few words.
_FAR = lazy.pattern("[；;：:、]|[，,].*[，,]|[^；;]{19}")
# What is further from what the figures yield is of other figures.
_OTHERS = 30.0
_WORDS = waiting_for(("率",))


def _two_and_a_rate(sentence: Statement) -> tuple[Amount, Amount, Amount] | None:
    """The whole, the part and the rate of a sentence that has no other figures of their kinds."""
    rates = [one for one in sentence.amounts if one.unit == "%"]
    if len(rates) != 1 or rates[0].about or not 0 < rates[0].value < 100 or not _RATE.search(rates[0].label):
        return None
    counts = [one for one in sentence.amounts if one.unit not in _NO_COUNT and one.value > 0]
    pairs = [(one, other) for one, other in _neighbours(counts) if alike(one, other)]
    if len(pairs) != 1 or any(one.about or one.chinese for one in pairs[0]):
        return None
    whole, part = pairs[0]
    if sum(alike(one, whole) for one in counts) != 2 or not part.value < whole.value:
        return None
    return whole, part, rates[0]


def _neighbours(counts: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    return zip(counts, counts[1:], strict=False)


def _rates(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for sentence in passage.once(related_statements):
        told = _two_and_a_rate(sentence)
        if told is None:
            continue
        whole, part, rate = told
        first, last = min(whole.start, rate.start), max(part.end, rate.end)
        if last - first > _REACH or _NOT_OF_THEM.search(sentence.words, 0, last - sentence.start):
            continue
        if rate.start > part.start and _FAR.search(passage.text, part.end, rate.start):
            continue
        right, slack = share_of(part.value, whole.value), 0.5 * rate.step + 0.06
        is_of_rest = abs(100 - right - rate.value) <= slack
        if not is_of_rest and slack < abs(right - rate.value) < _OTHERS:
            said = f"{written(part.value, part.unit)}是{written(whole.value, whole.unit)}的{right:.1f}%，写的是{rate.value:g}%，请核对。"
            start, end = (part.start, rate.end) if rate.start > part.start else (rate.start - 6, rate.end)
            yield rule.finding(
                passage, start, end, said, suggestion=f"{right:.1f}%", related=places(passage, (whole, part))
            )


_rule = hint_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "rate_of_two",
        "一句话里同一种东西有两个数，先总数、后其中的数，旁边的率和这两个数算出来的不一样，如「18个村中15个村建成，覆盖率93.3%」。",
        "全镇18个村中，15个村建成公开栏，覆盖率达93.3%。",
        "全镇18个村中，15个村建成公开栏，覆盖率达83.3%。",
        Waiting(_WORDS, _rates),
    ),
)
