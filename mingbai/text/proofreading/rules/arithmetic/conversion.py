"""Figures in two units: 「150亩（约合10公顷）」. Whoever corrects one of the two forgets the other."""

from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import related_statements, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.triggers import waiting_for

_EQUAL = lazy.pattern(
    r"^[^，,。；;\d]{0,6}[（(，,](?:大?约)?(?:折?合(?!计)|即|约|相当于)[^，,。；;计\d]{0,2}$"
)
_CONVERTED = waiting_for(("合", "（约", "(约", "（即", "(即", "相当于"))


# A price stands so near behind 每: 「每百斤卖七十四元，合四千二百九十二元」.
_PRICE = 6
_SQUARE_METRES = 666.67


def _conversions(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for sentence in passage.once(related_statements):
        for first, second in zip(sentence.amounts, sentence.amounts[1:], strict=False):
            if first.unit == "平方米" and second.unit == "亩":
                first = first._replace(value=first.value / _SQUARE_METRES, unit="亩")
            if first.unit != second.unit or first.unit not in {"亩", "公里", "斤", "元"}:
                continue
            if not _EQUAL.search(sentence.between(first, second)) or not first.value:
                continue
            texts = passage.text[first.start : first.end], passage.text[second.start : second.end]
            each = "每" in passage.text[max(passage.start, first.start - _PRICE) : first.start]
            if each or texts[0][-2:] == texts[1][-2:] or abs(second.value / first.value - 1) <= 0.06:
                continue
            said = f"{texts[0]}与{texts[1]}换算不符，{texts[0]}等于{written(first.value, first.unit)}。"
            yield rule.finding(passage, first.start, second.end, said, suggestion="核对换算")


RULES = (
    Rule(
        name="arithmetic.conversion",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="亩与公顷、公里与里、万元与亿元的换算要对：一公顷是十五亩。",
        fires="新建产业园占地150亩（约合15公顷）。",
        passes="新建产业园占地150亩（约合10公顷）。",
        find=Waiting(_CONVERTED, _conversions),
    ),
)
