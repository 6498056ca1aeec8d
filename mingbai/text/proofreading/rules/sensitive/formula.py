"""Set formulae that go together: a number, a noun or a verb of one of them is wrong, or a word of them is lost."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import mentioned, searching
from mingbai.text.proofreading.rules._knowledge import anchored
from mingbai.text.proofreading.rules.outdated.expression import year_of

_QUOTE = '[“‘"]?'
# Verb → what it is said of; the four stand together, which tells them from a county's own formulae.
_SETS = (
    (
        lazy.pattern(
            rf"(?:增强|树牢|牢固树立|强化){_QUOTE}(?P<mark>(?P<number>[一二两三四五六七八])个(?P<noun>意[识思志见]|自信|维护|确立))"
        ),
        "四个意识",
    ),
    (
        lazy.pattern(
            rf"坚定{_QUOTE}(?P<mark>(?P<number>[一二两三四五六七八])个(?P<noun>[自信][信心念觉]|意识|维护|确立))"
        ),
        "四个自信",
    ),
    (
        lazy.pattern(
            rf"做到{_QUOTE}(?P<mark>(?P<number>[一二两三四五六七八])个(?P<noun>维[护获户持]|坚持|确立|意识|自信|拥护|服从))"
        ),
        "两个维护",
    ),
    (
        lazy.pattern(
            rf"(?:拥护|领悟|捍卫){_QUOTE}(?P<mark>(?P<number>[一二两三四五六七八])个(?P<noun>确[立定认保]|维护|意识|自信))"
        ),
        "两个确立",
    ),
)
_TOGETHER = lazy.pattern("四个意识|四个自信|两个维护|两个确立")
_AROUND = 60
_THREE_CONFIDENCES_UNTIL = 2016


def _sets(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for pattern, right in _SETS:
        for match in pattern.finditer(passage.text, passage.start, passage.end):
            low = max(passage.start, match.start() - _AROUND)
            around = passage.text[low : match.start()] + passage.text[match.end() : match.end() + _AROUND]
            together = _TOGETHER.search(re.sub(match["mark"], "", around))
            if match["mark"] == right or not together or _was_right(passage, match["mark"]):
                continue
            said = f"「{match['mark']}」应为「{right}」：规范提法写错。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=right)


def _was_right(passage: Passage, written: str) -> bool:
    year = year_of(passage)
    return written == "三个自信" and year is not None and year <= _THREE_CONFIDENCES_UNTIL


_AS_SECRETARY = lazy.pattern(r"以习近平(?:同志)?为(?P<mark>总书记)的党中央")
_CORE_SINCE = 2016


def _general_secretary(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「以习近平同志为总书记的党中央」, as it was said until October 2016, in a later paper."""
    year = year_of(passage)
    if year is None or year <= _CORE_SINCE:
        return
    for match in _AS_SECRETARY.finditer(passage.text, passage.start, passage.end):
        said = "应为「以习近平同志为核心的党中央」：2016年10月起的规范提法。"
        yield rule.finding(passage, *match.span(), said, suggestion="以习近平同志为核心的党中央")


RULES = (
    Rule(
        name="sensitive.sets",
        category="sensitive_wording",
        severity="error",
        explain="「四个意识」「四个自信」「两个维护」「两个确立」的数目、名词或搭配写错。只看几个提法连用的地方。",
        fires="坚决拥护“两个确立”、坚决做到“两个坚持”。",
        passes="增强“四个意识”、坚定“四个自信”、做到“两个维护”，着力落实“两个公开”。",
        find=anchored("四个意识 四个自信 两个维护 两个确立", _sets),
    ),
    Rule(
        name="sensitive.layout",
        category="sensitive_wording",
        severity="error",
        explain="「四个全面」是战略布局，「五位一体」是总体布局。",
        fires="统筹推进“五位一体”战略布局，协调推进“四个全面”总体布局。",
        passes="统筹推进“五位一体”总体布局，协调推进“四个全面”战略布局。",
        find=searching(
            r"[“\"]?(?:四个全面[”\"]?(?:的)?(?:总体布局|总布局|战略部署|总体部署)|五位一体[”\"]?(?:的)?(?:战略布局|战略部署|总体部署)|[三五六]个全面[”\"]?战略布局|[三四六]位一体[”\"]?总体布局)",
            "「{}」写错：应为“五位一体”总体布局、“四个全面”战略布局。",
            suggestion="核对后改正",
            near="个全面 位一体",
        ),
    ),
    Rule(
        name="sensitive.congress_name",
        category="sensitive_wording",
        severity="error",
        explain="全国代表大会不写成「代表会议」；中央全会按「届」称呼，写成「二十届三中全会」，不写「二十大三中全会」。",
        fires="学习党的二十大二中全会精神。",
        passes="学习党的二十大、二十届二中全会精神，召开全县村民代表会议。",
        find=searching(
            # of a union, a church, a league there are such meetings: 「中国作协第十届全国代表大会精神」
            r"(?:十[五六七八九]|二十)大[一二三四五六七]中全会|(?<![会协联盟社团院教])第[一二三四五六七八九十]{1,3}次全国代表会议"
            r"|(?<![会协联盟社团院教])第[一二三四五六七八九十]{1,3}届全国代表大会(?=精神)",
            "「{}」写错：届次和会议名称不符。",
            suggestion="核对会议名称",
            near="中全会 全国代表会议 届全国代表大会",
            unless=mentioned,
        ),
    ),
    Rule(
        name="sensitive.core_lost",
        category="sensitive_wording",
        severity="error",
        explain="「以习近平同志为核心的党中央」漏了「以」或「为核心」。",
        fires="在习近平同志为核心的党中央坚强领导下。",
        passes="在以习近平同志为核心的党中央坚强领导下。",
        find=searching(
            r"(?<!以)习近平(?:同志|总书记)为核心|以习近平(?:同志|总书记)(?:核心|为中心|为领导)的党中央|以习近平(?:同志|总书记)的党中央",
            "「{}」写错，应为「以习近平同志为核心的党中央」。",
            suggestion="以习近平同志为核心",
            near="习近平",
        ),
    ),
    Rule(
        name="sensitive.core_since",
        category="sensitive_wording",
        severity="error",
        explain="2016年10月党的十八届六中全会以后，写「以习近平同志为核心的党中央」，不再写「为总书记」。",
        fires="2022年政务公开工作计划\n2022年，要紧密团结在以习近平同志为总书记的党中央周围。",
        passes="2022年政务公开工作计划\n2022年，要紧密团结在以习近平同志为核心的党中央周围。",
        find=anchored("为总书记", _general_secretary),
    ),
    Rule(
        name="sensitive.not_a_country",
        category="sensitive_wording",
        severity="error",
        explain="香港、澳门、台湾是中国的地区，西藏、新疆是自治区，不能同国家并列。「国家和地区」不算。",
        fires="赴港澳台等国家考察。",
        passes="赴台湾、日本等国家和地区考察，西藏、新疆等国家级口岸。",
        find=searching(
            r"(?<![、国本罗俄英法德韩美])(?:(?:香港|澳门|台湾|港澳台|港澳)[、和与]?){1,3}等国家(?:和|及|、|或)地区"
            r"|(?:香港|澳门|台湾|港澳台|港澳|西藏|新疆)等(?:多个)?国(?:家(?![级标法]|和地区|及地区|或地区|、地区)|(?![家内际有土和]))",
            "「{}」把中国的地区写成国家。",
            suggestion="改为「等地」或「等国家和地区」",
            near="香港 澳门 港澳 台湾 西藏 新疆",
        ),
    ),
    Rule(
        name="sensitive.head_of_government",
        category="sensitive_wording",
        severity="warning",
        explain="省、市、县、乡镇人民政府的负责人是省长、市长、县长、乡镇长，只有自治区人民政府设主席。",
        fires="县人民政府主席出席会议。",
        passes="自治区人民政府主席出席会议，县长出席会议。",
        find=searching(
            r"(?:省|市|县|镇|乡)(?:人民)?政府主席(?!团)",
            "「{}」职务写错。",
            suggestion="改为省长、市长、县长、镇长、乡长",
            near="政府主席",
        ),
    ),
)
