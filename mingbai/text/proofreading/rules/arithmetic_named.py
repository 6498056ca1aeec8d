"""「责任、人员、物资“四落实”」: the things named before a slogan against the number in it."""

from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.triggers import prose_with, waiting_for

_HAN = "[一-鿿]"
_NUMBERS = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
_WORDS = waiting_for(("到位", "落实", "同步", "统一", "不漏", "必查"))
_SLOGAN = lazy.pattern(
    rf"(?P<mark>{_HAN}{{2,8}}(?:、{_HAN}{{2,4}}){{1,7}}(?:[和及与]{_HAN}{{2,4}})?[“\"]?(?P<number>[二两三四五六七八])(?:个)?(?:到位|落实|同步|统一|不漏|必查)[”\"]?)"
)


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for place in prose_with(passage, _WORDS):
        offset, line = passage.prose[place]
        for match in _SLOGAN.finditer(line):
            listed = match["mark"][: match.start("number") - match.start()]
            named = listed.count("、") + 1
            joined = named + any(word in listed.rpartition("、")[2] for word in "和及与")
            told = _NUMBERS[match["number"]]
            if told not in {named, joined} and told > 1:
                start, end = offset + match.start(), offset + match.end()
                said = f"前面列了{named}项，这里说的是{told}项，请核对。"
                yield rule.finding(passage, start, end, said)


RULES = (
    Rule(
        name="arithmetic.named_before",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="「责任、人员、物资“四落实”」只列了三项，与口号里的数字不符。",
        fires="切实做到责任、人员、物资、预案“五落实”。",
        passes="做到了领导、机构、人员三到位，责任、人员、物资和预案“四落实”。",
        find=_find,
    ),
)
