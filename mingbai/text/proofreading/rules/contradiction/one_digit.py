"""A figure told again with one digit off or two digits changed about: 「共投入资金62万元」 and, paragraphs later, 「共投入资金82万元」."""

from collections import defaultdict
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, amounts_in, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import given, hint_of
from mingbai.text.proofreading.rules._twice import apart, compared

_DIGITS = lazy.pattern(r"\d[\d.]*")
_TRIMMED = lazy.pattern(
    r"(?:[共总累][计共]?|合计|已|达到?|为|约|了|有|全[镇乡县区市街村校院局]|今年|全年|本年|[,，“”\"（(：:]|现|均|均为|是|至|仅|就|就有|超)+$"
)
_OTHERS = lazy.pattern(
    "上年|去年|前年|上半年|下半年|上季|季度|第[一二三四五六七八九十]|其中|目标|计划|力争|预计|到20|20\\d\\d年|每|平均|人均|户均|分别|增|减|提高|下降|新[增建发改修]|再建|将|要|拟|比|较|月份|首批|标准|最高|最低|以上|以下|不少于|不低于|不超过|累计至|另"
)
_KEY, _LEAST = 5, 10


def _told(passage: Passage) -> list[tuple[Amount, Amount]]:
    """Two figures with the same words before them, told once each, in two paragraphs, one digit apart."""
    by_label: dict[tuple[str, str], list[Amount]] = defaultdict(list)
    for one in passage.once(amounts_in):
        label = _TRIMMED.sub("", one.label)
        if len(label) >= _KEY - 1 and one.value >= _LEAST and not one.chinese and one.unit != "%":
            by_label[label[-_KEY + 1 :], one.unit].append(one)
    pairs = []
    for told in by_label.values():
        if len(told) != len(("first", "second")):
            continue
        first, second = told
        between = passage.text[first.end : second.start]
        if "\n" in between and _is_slip(passage, first, second) and not _is_other(passage, first, second):
            pairs.append((first, second))
    return pairs


def _is_slip(passage: Passage, first: Amount, second: Amount) -> bool:
    texts = [
        match[0] if (match := _DIGITS.search(passage.text, one.start, one.end)) else ""
        for one in (first, second)
    ]
    one, other = texts
    if len(one) != len(other) or one == other or len(one) < len("12"):
        return False
    apart = [at for at in range(len(one)) if one[at] != other[at]]
    turned = len(apart) == len("ab") and sorted(one) == sorted(other)
    return len(apart) == 1 or turned


def _is_other(passage: Passage, first: Amount, second: Amount) -> bool:
    """Whether the words around either say that it is of another time, place or kind."""
    for one in (first, second):
        begins = max(passage.text.rfind(stop, passage.start, one.start) for stop in "。；;\n") + 1
        sentence = passage.text[max(begins, one.start - 40, passage.start) : one.end + 4]
        if _OTHERS.search(sentence):
            return True
    return False


def _digit_off(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「全镇投入资金62万元」 and 「此次行动共投入资金82万元」."""
    for first, second in compared(passage.once(_told)):
        said = f"前面写的是{written(first.value, first.unit)}，这里写的是{written(second.value, second.unit)}，请核对。"
        spans = [(one.start - min(len(one.label), 6), one.end) for one in (first, second)]
        yield from apart(rule, passage, spans[0], spans[1], said, doubted="later")


_rule = hint_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "one_digit_off",
        "同一个数前后各写一次，只差一个数字，或者两个数字颠倒。",
        "专项行动期间，全镇投入资金62万元，出动机械85台次。\n此次行动共投入资金82万元，有力改善了环境。",
        "专项行动期间，全镇投入资金62万元，出动机械85台次。\n去年共投入资金82万元，有力改善了环境。",
        given(_told, _digit_off),
    ),
)
