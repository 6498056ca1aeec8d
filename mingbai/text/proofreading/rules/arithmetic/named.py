"""「责任、人员、物资“四落实”」: the things named before a slogan against the number in it."""

from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.triggers import matches_near, prose_with, waiting_for

_HAN = "[一-鿿]"
_NUMBERS = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
_WORDS = waiting_for(("到位", "落实", "同步", "统一", "不漏", "必查"))
_SLOGAN = lazy.pattern(
    rf"(?P<mark>{_HAN}{{2,8}}(?:、{_HAN}{{2,4}}){{1,7}}(?:[和及与]{_HAN}{{2,4}})?(?:的|等)?[“\"]?(?P<number>[二两三四五六七八])(?:个)?(?:到位|落实|同步|统一|不漏|必查)[”\"]?)"
)


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for place in prose_with(passage, _WORDS):
        offset, line = passage.prose[place]
        for match in _SLOGAN.finditer(line):
            listed = match["mark"][: match.start("number") - match.start()]
            named = listed.count("、") + 1
            joined = named + sum(listed.count(word) for word in "和及与")
            told = _NUMBERS[match["number"]]
            if not named <= told <= joined and told > 1:
                start, end = offset + match.start(), offset + match.end()
                said = f"前面列了{named}项，这里说的是{told}项，请核对。"
                yield rule.finding(passage, start, end, said)


_MORE_THAN = lazy.pattern(
    rf"(?P<list>{_HAN}{{2,10}}(?:、{_HAN}{{2,10}}){{2,9}})等(?P<number>[二两三四五六七八]|[2-8])(?:个|家|名|位|类|项|种|处|所)(?:部门|单位|村|社区|乡镇|镇|企业|学校|方面|行业|领域|省|市|县|局|科室|站所|民族|代表|项目)?"
)
_AND_SO_ON = waiting_for(tuple(f"等{number}" for number in "二两三四五六七八2345678"))


def _too_many(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「教育局、卫健委、农业农村局、气象局等三家单位」: 「等」 may stand for more, never for fewer."""
    for match in matches_near(passage, _AND_SO_ON, _MORE_THAN, 130):
        named, told = match["list"].count("、") + 1, _NUMBERS.get(match["number"]) or int(match["number"])
        if named > told:
            yield rule.finding(passage, *match.span(), f"前面列了{named}项，这里说的是{told}项，请核对。")


RULES = (
    Rule(
        name="arithmetic.listed_beyond",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="「甲、乙、丙、丁等三家」，列出的比写的数目还多。",
        fires="参加单位：教育局、卫健委、农业农村局、气象局等三家单位。",
        passes="参加单位：教育局、卫健委、农业农村局等五家单位。",
        find=Waiting(_AND_SO_ON, _too_many),
    ),
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
