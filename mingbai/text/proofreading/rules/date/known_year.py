"""Years that anybody can work out: of five-year plans, of anniversaries, of what follows a congress."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, anchored, compiled, meeting
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches, sought

_PLAN = r"[“\"‘]?(?P<plan>十[一二三四五六])五[”\"’]?"
_PLAN_SPAN = sought(
    _PLAN
    + r"(?:规划|计划|发展|时期|期间|实施|纲要){0,4}[（(，,]?(?P<first>20\d\d)年?[-—–－~～至到]{1,2}(?P<last>20\d\d)年?"
)
_PLAN_YEAR = sought(
    r"(?:(?P<year>20\d\d)年(?:度)?|今年|本年度)(?:既|也|正)?是[^。；;\n]{0,16}?"
    + _PLAN
    + r"(?:规划|计划|发展)?(?:实施)?的?"
    r"(?P<which>关键|攻坚|重要|开局|起步|第一|收官|最后一|末|承上启下|中期|第[二三四五])"
)
_PLACE_OF_YEAR = {
    "开": 0,
    "起": 0,
    "第一": 0,
    "第二": 1,
    "第三": 2,
    "第四": 3,
    "第五": 4,
    "收": 4,
    "最": 4,
    "末": 4,
    "承": 2,
    "中": 2,
}
# The plan before the eleventh would be written with the same characters as 十五 of another matter.
_FIRST_OF_ALL, _YEARS = 1951, 5
_ANY_YEAR = frozenset({"关键", "攻坚", "重要"})
_CONGRESS_YEAR = sought(
    r"(?:(?P<year>20\d\d)年|今年)(?:既|也|正)?是[^。；;\n]{0,10}?贯彻(?:落实)?党的(?P<congress>十八|十九|二十)大精神的?开局"
)
_AFTER_CONGRESS = {"十八": 2013, "十九": 2018, "二十": 2023}
_NTH = r"(?P<nth>\d{1,3}|[一二三四五六七八九十百]{1,5})周年(?!大会|讲话|活动|表彰|系列)"
_SAID_OF = lazy.pattern(
    r"(?:(?P<year>20\d\d)年|今年)[^。；;\n]{0,14}(?:是|迎来|正值|恰逢|适逢|为)[^，。；;\n]{0,12}$"
)
_REACH = 44


def offered(passage: Passage, written: str | None) -> set[int]:
    """The years that a sentence may speak of: the one it names, or that of the text and of its writing."""
    if written:
        return {int(written)}
    year, day = passage.document.year, passage.document.written_on
    return {each for each in (year, day.year if day else None) if each}


def plan_of(numeral: str) -> int:
    """The first year of the five-year plan of that number: 2021 for 「十四」."""
    return _FIRST_OF_ALL + _YEARS * (chinese_number(numeral) or 0)


def _plan_spans(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches(passage, _PLAN_SPAN):
        first = plan_of(match["plan"])
        last = first + _YEARS - 1
        if not first <= int(match["first"]) <= int(match["last"]) <= last:
            said = f"“{match['plan']}五”是{first}至{last}年。"
            yield rule.finding(passage, *match.span(), said, suggestion=f"{first}—{last}年")


def _plan_years(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches(passage, _PLAN_YEAR):
        which = match["which"]
        right = plan_of(match["plan"]) + _PLACE_OF_YEAR.get(which, _PLACE_OF_YEAR.get(which[0], 0))
        years = offered(passage, match["year"])
        if which in _ANY_YEAR:
            first = plan_of(match["plan"])
            if years and not any(first <= year < first + _YEARS for year in years):
                said = f"“{match['plan']}五”是{first}至{first + _YEARS - 1}年，与文稿的年份不符。"
                yield rule.finding(
                    passage, match.start("plan"), match.end(), said, suggestion="核对年份或规划名称"
                )
            continue
        if years and right not in years:
            said = f"“{match['plan']}五”的{which}之年是{right}年。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对年份或规划名称")
    for match in matches(passage, _CONGRESS_YEAR):
        years, right = offered(passage, match["year"]), _AFTER_CONGRESS[match["congress"]]
        if years and right not in years:
            said = f"全面贯彻党的{match['congress']}大精神的开局之年是{right}年。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对年份")


def _occasions(rows: Sequence[Entry]) -> tuple[re.Pattern[str], dict[str, int]]:
    years = {name: row["year"] for row in rows for name in row["names"]}
    names = "|".join(sorted(map(re.escape, years), key=len, reverse=True))
    return re.compile(rf"(?P<what>{names}){_NTH}"), years


def _anniversaries(rule: Rule, passage: Passage) -> Iterator[Finding]:
    pattern, years = compiled(passage, ("anniversaries",), _occasions)
    for match in pattern.finditer(passage.text, passage.start, passage.end):
        nth = int(match["nth"]) if match["nth"].isdecimal() else chinese_number(match["nth"])
        said_of = _SAID_OF.search(passage.text, max(passage.start, match.start() - _REACH), match.start())
        meant = offered(passage, said_of["year"] if said_of else None)
        if not nth or not meant:
            continue
        right = years[match["what"]] + nth
        # Without a year beside it, an anniversary of the past may be told; one to come cannot.
        told = said_of is None and right <= max(meant) + 1
        if right not in meant and not told:
            said = f"{match['what']}{match['nth']}周年是{right}年。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对年份或周年数")


_LAW_SPREAD = sought(
    r"[“\"‘]?(?P<plan>[一二三四五六七八九])五[”\"’]?普法(?:规划|工作)?[（(，,]?(?P<first>(?:19|20)\d\d)年?[-—–－~～至到]{1,2}(?P<last>(?:19|20)\d\d)年?"
)
_FIRST_SPREAD = 1986


def _law_spread(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The first five years of spreading the law began in 1986."""
    for match in matches(passage, _LAW_SPREAD):
        first = _FIRST_SPREAD + _YEARS * ((chinese_number(match["plan"]) or 1) - 1)
        last = first + _YEARS - 1
        if (int(match["first"]), int(match["last"])) != (first, last):
            said = f"“{match['plan']}五”普法是{first}至{last}年。"
            yield rule.finding(passage, *match.span(), said, suggestion=f"{first}—{last}年")


RULES = (
    Rule(
        name="date.law_spread_years",
        category="wrong_year_or_date",
        severity="error",
        explain="“七五”普法是2016至2020年，“八五”普法是2021至2025年。",
        fires="“八五”普法（2020—2024年）全面启动。",
        passes="“八五”普法（2021—2025年）全面启动。",
        find=meeting(_law_spread, _LAW_SPREAD),
    ),
    Rule(
        name="date.years_of_plan",
        category="wrong_year_or_date",
        severity="error",
        explain="五年规划的起止年份写错：「十四五」是2021至2025年。",
        fires="“十三五”期间（2016年至2021年），全镇公开信息800条。",
        passes="“十四五”期间（2021—2025年），全镇公开信息800条。",
        find=anchored(" ".join(f"十{n}五" for n in "一二三四五六"), _plan_spans),
    ),
    Rule(
        name="date.year_of_plan",
        category="wrong_year_or_date",
        severity="error",
        explain="五年规划的开局之年、收官之年，贯彻党代会精神的开局之年写错。",
        fires="2020年是“十四五”规划的开局之年。",
        passes="2021年是“十四五”规划的开局之年，2023年是全面贯彻落实党的二十大精神的开局之年。",
        find=anchored(
            " ".join((*(f"十{n}五" for n in "一二三四五六"), "大精神的开局", "大精神开局")), _plan_years
        ),
    ),
    Rule(
        name="date.anniversary",
        category="wrong_year_or_date",
        severity="error",
        explain="建党、新中国成立等的周年数与年份不符。周年的起算年份在词表 anniversaries 里。",
        fires="2019年是新中国成立69周年。",
        passes="2019年是新中国成立70周年，今年贯彻庆祝中国共产党成立100周年大会精神。",
        find=anchored("周年", _anniversaries),
    ),
)
