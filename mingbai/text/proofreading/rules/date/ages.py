"""Days that follow from others: the birthday of those who are six, a publicity that is over before its last day, accounts of a year that is not over, honours of the year before."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding, Related
from mingbai.text.proofreading.calendar import day_of
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import anchored
from mingbai.text.proofreading.rules._told import Day, days, number_in
from mingbai.text.proofreading.rules._twice import AT_MOST
from mingbai.text.proofreading.triggers import matches, sought

# --- born so many years before ------------------------------------------------------------------------------------------

_BORN = sought(
    r"(?:年)?满(?P<age>\d{1,2}|[一二三四五六七八九十]{1,3})周?岁[^。；;\n\d]{0,6}[（(，,]\s?(?:即|指)?(?P<mark>(?P<y>(?:19|20)\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?:（?含）?)?(?:之|以)?前出生)"
)
_FEW_YEARS = 3


def _born(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「年满6周岁（2016年8月31日前出生）」 in a notice of 2021."""
    year = passage.document.year or (
        passage.document.written_on.year if passage.document.written_on else None
    )
    for match in matches(passage, _BORN) if year else ():
        age = number_in(match["age"])
        if age is None or year is None:
            continue
        right = year - age
        if right != int(match["y"]) and abs(right - int(match["y"])) <= _FEW_YEARS and "年底" not in match[0]:
            said = f"{year}年满{age}周岁的，应是{right}年出生，写的是{match['y']}年，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"{right}年")


# --- over before its last day -----------------------------------------------------------------------------------------------

_OVER = lazy.pattern(
    "^[，,]?(?:经)?(?:公示|公告)(?:期满|期)?(?:[^，,。；;\n]{0,4})(?:无异议|没有异议|期满|结束)"
    "|^[，,]?(?:经)?(?:公示|公告)期(?:满)?后"
)
_SHOWN = lazy.pattern("公示|公告")
# What tells one publicity from another: 「村级公示3月1日至3月7日。镇级公示……」, 「第二批」.
_WHICH = lazy.pattern(
    "村|社区|镇|乡|县|区级|市|街道|学校|第[一二三四五]|[首两]批|[一二三]次|初[审评步]|复[审评]|预|补充|再次"
)


def _over_early(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「5月25日至5月31日公示。5月28日，公示无异议后组织开标」."""
    told = passage.once(days)
    for place, one in enumerate(told):
        if not _OVER.match(passage.text[one.end : one.end + 16]):
            continue
        for term in told[max(0, place - AT_MOST) : place]:
            beside = term.before[-8:] + passage.text[term.end : term.end + 6]
            if (
                term.first < one.first <= term.last
                and term.first != term.last
                and _SHOWN.search(beside)
                and one.first != term.last
                and not _of_two(passage, term, one)
            ):
                said = f"公示到{term.last.month}月{term.last.day}日才结束，{one.first.month}月{one.first.day}日就写公示结束、无异议，请核对。"
                # How long it lasts was told before: in doubt is the day on which it is said to be over.
                related = (Related(term.start, term.end, passage.source.file),)
                yield rule.finding(passage, one.start, min(passage.end, one.end + 8), said, related=related)
                return


def _around(passage: Passage, day: Day) -> tuple[int, int]:
    low = max(passage.start, day.start - _BESIDE)
    begin = max(passage.text.rfind(mark, low, day.start) + 1 for mark in "。；;\n")
    finish = passage.text.find("。", day.end, day.end + _OF_DAY)
    return max(low, begin), finish if finish >= 0 else min(passage.end, day.end + _OF_DAY)


_BESIDE, _OF_DAY = 24, 7


def _of_two(passage: Passage, term: Day, day: Day) -> bool:
    """Whether the sentences of a term and of a day speak of more than one publicity."""
    said = [
        set(_WHICH.findall(passage.text, low, high))
        for low, high in (_around(passage, term), _around(passage, day))
    ]
    return bool(said[1] - said[0])


# --- accounts of a year that is not over ---------------------------------------------------------------------------------------

_ACCOUNTS = sought(
    r"(?:(?P<of>20\d\d)年(?:度)?[一-鿿]{0,6})?(?<!预)决算(?:报告|情况|信息)?(?:将|拟|计划)?(?:于|在)(?P<mark>(?P<y>20\d\d)年(?P<m>\d{1,2})月)[^，,。；;\n]{0,8}(?:公开|公布|公示|发布|报)"
)
_YEAR = lazy.pattern("(20\\d\\d)年")
_BACK = 160


def _accounts_early(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2023年预算收入1860万元……决算将于2023年8月公开」."""
    for match in matches(passage, _ACCOUNTS):
        low = passage.text.rfind("\n", max(passage.start, match.start() - _BACK), match.start())
        named = _YEAR.findall(passage.text[max(low, match.start() - _BACK, passage.start) : match.start()])
        own = int(match["of"] or (named[-1] if named else 0))
        if own and int(match["y"]) <= own:
            said = f"{own}年的决算要到第二年才能公开，写的是{match['mark']}，请核对年份。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对年份")


# --- honours of the year before ------------------------------------------------------------------------------------------------

_HONOURED = sought(
    r"(?:^|(?<=[。；;\n]))(?P<mark>(?P<y>20\d\d)年)[，,]?[^，,。；;\n\d]{0,12}(?:被[^，,。；;\n]{0,8}(?:评为|授予|命名为)|荣获|获评)[^。；;\n]{2,30}[。；;]",
    re.MULTILINE,
)
_COMPARES = lazy.pattern("去年|上年|连续|历年|以来|先后|先进事迹|简历|历史|沿革|曾|此前")


def _honoured(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2021年，社区被评为市级文明社区」 in what is told of 2022, as the only year before it."""
    year = passage.document.year
    if year is None or passage.document.kind != "work_summary":
        return
    for match in matches(passage, _HONOURED):
        others = set(_YEAR.findall(passage.body)) - {str(year), str(year + 1), match["y"]}
        if int(match["y"]) == year - 1 and not others and passage.body.count(match["mark"]) == 1:
            if not _COMPARES.search(passage.text[max(passage.start, match.start() - 30) : match.end()]):
                said = f"本文总结{year}年的工作，这里写的是{match['y']}年，如果是本年的事，请核对年份。"
                yield rule.finding(passage, *match.span("mark"), said, suggestion="核对年份")


# --- the day itself ---------------------------------------------------------------------------------------------------------------

_LEFT_OFF = sought(
    r"(?P<mark>(?P<y>20\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日)[，,]?[^，,。；;\n\d]{0,14}对全年[^，,。；;\n]{0,10}(?:进行)?总结"
)


def _year_not_over(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2019年10月30日，中心对全年投诉情况进行总结」."""
    for match in matches(passage, _LEFT_OFF):
        day = day_of(int(match["y"]), int(match["m"]), int(match["d"]))
        if day and 2 < day.month < 11:
            yield rule.finding(
                passage, *match.span("mark"), "这一天全年还没有过完，却已总结全年，请核对日期。"
            )


RULES = (
    Rule(
        name="date.born_before",
        category="wrong_year_or_date",
        severity="warning",
        explain="年满几周岁与括号里的出生年份对不上。",
        fires="关于2021年秋季招生的通知\n年满6周岁（2016年8月31日前出生）的适龄儿童。\n东湖区教育局\n2021年6月18日",
        passes="关于2021年秋季招生的通知\n年满6周岁（2015年8月31日前出生）的适龄儿童。\n东湖区教育局\n2021年6月18日",
        find=anchored("周岁 岁（ 岁(", _born),
    ),
    Rule(
        name="date.publicity_over_early",
        category="wrong_year_or_date",
        severity="warning",
        explain="公示期还没有结束，就写公示无异议、公示期满。",
        fires="2023年5月25日至5月31日公示，公示期7天。5月28日，公示无异议后组织开标。",
        passes="2023年5月25日至5月31日公示，公示期7天。6月2日，公示无异议后组织开标。",
        find=anchored("公示 公告", _over_early),
    ),
    Rule(
        name="date.accounts_of_own_year",
        category="wrong_year_or_date",
        severity="warning",
        explain="一年的决算要到第二年才能公开。",
        fires="2023年预算收入1860万元，支出1860万元。决算将于2023年8月公开。",
        passes="2023年预算收入1860万元，支出1860万元。决算将于2024年8月公开。",
        find=anchored("决算", _accounts_early),
    ),
    Rule(
        name="date.honour_of_year_before",
        category="wrong_year_or_date",
        severity="info",
        explain="总结本年的工作，获得荣誉的年份却是上一年，可能是沿用旧稿没有改。",
        fires="2022年社区工作总结\n2022年，我社区认真开展工作。\n三、工作成效\n2021年，社区被评为市级文明社区。",
        passes="2022年社区工作总结\n2022年，我社区认真开展工作。\n三、工作成效\n2022年，社区被评为市级文明社区。",
        find=anchored("评为 授予 命名为 荣获 获评", _honoured),
    ),
    Rule(
        name="date.year_not_over",
        category="wrong_year_or_date",
        severity="info",
        explain="年中的某一天，却写对全年情况进行总结。",
        fires="2019年10月30日，中心对全年投诉情况进行总结。",
        passes="2019年12月30日，中心对全年投诉情况进行总结。",
        find=anchored("对全年", _year_not_over),
    ),
)
