"""Rates, lists and areas that nearly are what the figures around them yield, and are not.

A rate whose word stands beside one of two figures, a list right behind a whole, a road's length by its width: where the figures
yield something close by, that was meant. Far off, something else was; so only what misses by little is told, and as a hint.
"""

from collections.abc import Iterator, Sequence
from itertools import permutations

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    Amount,
    Statement,
    in_full,
    places,
    related_statements,
    same,
    share_of,
    statements,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, given, hint_of
from mingbai.text.proofreading.rules._ledger import around, unit_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- rates ----------------------------------------------------------------------------------------------------------

_RATE = lazy.pattern(
    r"(?P<what>[一-鿿]{2})(?:率|进度|比例)(?:分别|均)?(?:约|仅|已)?(?:为|达到?|是|至|只有)?$"
)
_RATE_WORDS = waiting_for(("率", "进度", "比例"))
_NOT_OF_COUNTS = lazy.pattern(
    "分别|增长|同比|环比|上升|下降|提高|目标|不低于|以上|力争|确保|比上年|较上年|平均|满意|知晓|支持|节约|利用|使用|上座|收视|阅读"
)
_OFF, _LEAST_OFF = 12.0, 0.25


def _rates(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「全县总人口3.9万人，供水人口3.86万人，自来水普及率96.5%」."""
    for place, sentence in enumerate(passage.once(statements)):
        for rate in sentence.amounts:
            told = _RATE.search(rate.label) if rate.unit == "%" and not rate.about else None
            if told is None or _NOT_OF_COUNTS.search(rate.label) or not 5 < rate.value <= 100:
                continue
            pair = _missed(around(passage, place, beyond=True), sentence, rate, told["what"])
            if pair:
                part, whole = pair
                right = share_of(part.value, whole.value)
                said = f"{written(part.value, part.unit)}除以{written(whole.value, whole.unit)}是{right:.1f}%，写的是{rate.value:g}%，请核对。"
                yield rule.finding(
                    passage, rate.start - min(len(rate.label), 8), rate.end, said, suggestion=f"{right:.1f}%",
                    related=places(passage, (whole, part)),
                )  # fmt: skip


def _missed(near: Sequence[Amount], own: Statement, rate: Amount, what: str) -> tuple[Amount, Amount] | None:
    """A part told with the rate's word and its whole, that nearly yield the rate; None where any two figures yield it."""
    every = [one for one in near if one.unit != "%" and one.value > 0]
    if any(
        _yields(one, other, rate)
        for one, other in permutations(every[-_FARTHEST:], 2)
        if unit_of(one) == unit_of(other)
    ):
        return None
    parts = [one for one in every if _is_told(one, what, own)]
    if len({one.value for one in parts}) != 1 or parts[0].about:
        return None
    pairs = [
        (part, one) for part in parts for one in every
        if unit_of(one) == unit_of(part) and one.value > part.value and not one.about and abs(one.start - part.start) < _REACH
    ]  # fmt: skip
    if not 1 <= len(pairs) <= _MOST_WHOLES:
        return None
    part, wholes = pairs[0][0], [whole for _, whole in pairs]
    whole = min(wholes, key=lambda one: abs(share_of(part.value, one.value) - rate.value))
    off = abs(share_of(part.value, whole.value) - rate.value)
    return (part, whole) if _LEAST_OFF < off <= _OFF else None


_REACH, _FARTHEST, _MOST_WHOLES = 120, 16, 2


def _is_told(one: Amount, what: str, own: Statement) -> bool:
    """Whether a figure is told with the rate's own word, not denied: 「签订182份」 of 「签订率」, 「供水」 is not 「普及」."""
    label = one.label[-8:]
    at = label.rfind(what)
    heard = at >= 0 and label[at - 1 : at] not in {"未", "不", "应"}
    after = (
        own.words[one.end - own.start : one.end - own.start + 5] if own.start <= one.start < own.end else ""
    )
    return heard or after.startswith((what, "已" + what))


def _yields(one: Amount, other: Amount, rate: Amount) -> bool:
    value = share_of(one.value, other.value)
    slack = 0.5 * rate.step + 0.11 + 50 * one.step / max(other.value, 1) * (one.step != 1)
    return abs(value - rate.value) <= slack or abs(100 - value - rate.value) <= slack


# --- a list right behind its whole ------------------------------------------------------------------------------------

_FIRST, _NEXT = lazy.pattern("[，,：:][一-鿿]{2,10}"), lazy.pattern("[、，,](?:[一-鿿]{2,10})")
_NOT_PARTS = lazy.pattern(
    "增|减|同比|每|平均|完成|办结|整改|答复|其中|新|共|计|采纳|化解|参与|覆盖|惠及|累计|涉及|培训|达|比|较|先后|发放|收到|受理|组织|开展|举办|发布"
)
_FEWEST, _SHARE_OFF = 3, 0.12


def _lists(passage: Passage) -> list[tuple[Amount, tuple[Amount, ...]]]:
    """A whole, and the run of figures right after it with short names, which end the sentence or the clause."""
    found = []
    for sentence in passage.once(related_statements):
        amounts = sentence.amounts
        for place, whole in enumerate(amounts[:-_FEWEST]):
            run: list[Amount] = []
            for one in amounts[place + 1 :]:
                link = sentence.between(run[-1] if run else whole, one)
                if (
                    unit_of(one) != unit_of(whole)
                    or one.about
                    or not (_NEXT if run else _FIRST).fullmatch(link)
                ):
                    break
                run.append(one)
            words = sentence.words[
                whole.end - sentence.start : (run[-1].start if run else whole.end) - sentence.start
            ]
            if len(run) >= _FEWEST and "、" in words and not whole.about and not _NOT_PARTS.search(words):
                found.append((whole, tuple(run)))
    return found


def _near_lists(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「投入资金8.6万元，街道拨付5万元、社区自筹2.6万元、单位赞助1.5万元」."""
    for whole, run in passage.once(_lists):
        added = sum(one.value for one in run)
        partly = [sum(one.value for one in run[:few]) for few in range(2, len(run))]
        step = whole.step if whole.step != 1 else 0.0
        if same(added, whole.value, step) or any(same(part, whole.value, step) for part in partly):
            continue
        if abs(added - whole.value) <= _SHARE_OFF * whole.value or abs(added - whole.value) <= 1:
            said = f"后面各项相加是{written(added, whole.unit)}，这里写的是{written(whole.value, whole.unit)}，请核对。"
            yield rule.finding(passage, whole.start, run[-1].end, said, related=places(passage, run))


# --- length by width --------------------------------------------------------------------------------------------------

_LENGTH = lazy.pattern(
    r"(?P<long>\d{1,5}(?:\.\d{1,3})?)(?P<unit>公里|千米|米)[^。；;\d]{0,8}宽(?:度)?(?:为)?(?P<wide>\d{1,3}(?:\.\d{1,2})?)米[^。；;\d]{0,14}面积(?:为|约|共)?(?P<area>\d{1,8}(?:\.\d{1,2})?)(?P<big>万)?(?:平方米|㎡|平米)"
)
_LENGTH_WORDS = waiting_for(("宽",))
_ROUGHLY = 0.04


def _areas(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「硬化道路3.2公里，宽4.5米，面积12400平方米」."""
    for match in matches_near(passage, _LENGTH_WORDS, _LENGTH, 80):
        length = float(match["long"]) * (1.0 if match["unit"] == "米" else 1000.0)
        right = length * float(match["wide"])
        area = in_full(match["area"], match["big"])
        if right and abs(area - right) > _ROUGHLY * right:
            said = f"长乘宽是{right:g}平方米，写的是{area:g}平方米，请核对。"
            yield rule.finding(passage, match.start(), match.end(), said)


_rule = hint_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "rate_nearly",
        "某某率与同段两个数字相除的结果只差一点，可能算错。",
        "水费应收86万元，实收74万元，收缴74万元，收缴率92%。",
        "水费应收86万元，实收74万元，收缴74万元，收缴率86%。",
        Waiting(_RATE_WORDS, _rates),
    ),
    _rule(
        "list_nearly",
        "总数后面紧接着列出各项，相加与总数只差一点。",
        "投入资金8.6万元，街道拨付5万元、社区自筹2.6万元、单位赞助1.5万元。",
        "投入资金8.6万元，街道拨付5万元、社区自筹2.6万元、单位赞助1万元。",
        given(_lists, _near_lists),
    ),
    _rule(
        "length_by_width",
        "长乘宽要等于面积。",
        "硬化道路3.2公里，宽4.5米，面积12400平方米。",
        "硬化道路3.2公里，宽4.5米，面积14400平方米。",
        Waiting(_LENGTH_WORDS, _areas),
    ),
)
