"""Years and days against the text's own: the year before left in, signed before the year is over, budgets, the order of days, hours."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import in_digits, plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import meeting, warning_of
from mingbai.text.proofreading.rules._papers import in_own_paper
from mingbai.text.proofreading.triggers import matches, sought

_REPORTING = {"work_summary", "annual_report", "self_check"}
_PART_OF_YEAR = lazy.pattern("上半年|半年|季度|阶段|学年")

# --- the year before left in ----------------------------------------------------------------------------------

_TOLD = sought(
    rf"(?P<mark>(?P<year>20\d\d)年(?:度)?)[，,]?[{HAN}]{{0,8}}?(?:政务|政府信息|信息|党务|村务|居务|校务|院务)公开(?:的?各项)?工作(?:虽然?|尽管|在[^，,。；;\n]{{2,24}}下|仍|还|总体|取得|有了|稳步|扎实|呈现)"
)
_SINCE = sought(
    rf"自?(?P<mark>(?P<year>20\d\d)年(?:\d{{1,2}}月)?)(?:\d{{1,2}}日)?(?:正式)?(?:{'|'.join(('开通', '成立', '运行', '启用', '实施', '建成', '开展', '上线', '开办', '启动'))})?以来"
)
_COMPARED = lazy.pattern("比|较|同期|相比|以来|印发|通知|要点|方案|意见|考核结果")


def _of_several_years(passage: Passage) -> bool:
    """Whether the title names a stretch of years: 「2020—2024年工作回顾」."""
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    return re.search(r"20\d\d年?\s?[-—－–~～至到]+\s?20\d\d", title) is not None


def _year_before(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2018年，我镇政务公开工作虽然取得了一定成绩」 in the summary of 2019."""
    year = passage.document.year
    if year is None or passage.document.kind not in _REPORTING or _of_several_years(passage):
        return
    plans = passage.once(plan_sections)
    for match in matches(passage, _TOLD):
        ahead = any(section.start <= match.start() < section.end for section in plans)
        before = re.split("[。；;\n]", passage.text[max(passage.start, match.start() - 24) : match.start()])[
            -1
        ]
        named = int(match["year"])
        if named == year or named < year - 3 or ahead or _COMPARED.search(before + match[0]):
            continue
        said = f"本文是{year}年的文稿，这里讲的是{named}年的工作。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=f"核对是否应为{year}年")


def _since_later(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「自2015年3月开通以来」 in the summary of 2014."""
    year = passage.document.year
    if year is None or passage.document.kind not in _REPORTING or _of_several_years(passage):
        return
    for match in matches(passage, _SINCE):
        if int(match["year"]) > year:
            said = f"本文是{year}年的文稿，不会有{match['mark']}以来的事。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对年份")


_WILL_IN_NUMERALS = sought(
    rf"(?P<mark>(?P<year>二[〇○零][〇○零一二三四五六七八九]{{2}})年)[，,]?[{HAN}]{{0,6}}?(?:将|拟|计划|力争)(?!近|军)"
)


def _planned_in_numerals(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「二〇一七年，我所将继续努力」 in the summary of 2017."""
    year = passage.document.year
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    if year is None or passage.document.kind not in _REPORTING or _PART_OF_YEAR.search(title):
        return
    for match in matches(passage, _WILL_IN_NUMERALS):
        if in_digits(match["year"]) == year:
            said = f"本文是{year}年的总结，今后的打算应是{year + 1}年。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对年份")


# --- signed too early -----------------------------------------------------------------------------------------

_SIGNED = lazy.pattern(
    r"^[ \t\u3000]*(?P<mark>(?P<year>20\d\d|二[〇○零]\S{2})年(?P<month>元|一|二|三|0?[1-3])月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)[ \t\u3000]*$",
    re.MULTILINE,
)
_TAIL = 160
_ONE_YEAR = lazy.pattern(
    r"(?P<year>20\d\d)年度?[^，,。；;\n至-]{0,24}(?:总结|自查|年度报告|工作(?:开展)?情况)"
)


def _signed_too_early(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A summary of a whole year cannot be signed in the first months of that year."""
    year = passage.document.year
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    whole = _ONE_YEAR.search(title)
    if year is None or passage.document.kind not in _REPORTING or not whole or _PART_OF_YEAR.search(title):
        return
    for match in _SIGNED.finditer(passage.text, max(passage.start, passage.end - _TAIL), passage.end):
        if in_digits(match["year"]) == year == int(whole["year"]):
            said = f"{year}年的总结、报告，落款不会在{year}年{match['month']}月。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"核对是否应为{year + 1}年")


# --- budgets and accounts -------------------------------------------------------------------------------------

_ACCOUNTS = sought(
    r"(?P<year>20\d\d)年度?(?:部门|政府|财政|全[县镇乡区市]|本级)?(?P<what>预算|决算)(?:信息|报告|草案)?[^，,。；;\n\d]{0,8}?(?:于|在|将于|已于)(?P<when>20\d\d)年(?:(?P<month>\d{1,2})月)?"
)
_ITS_ACCOUNTS = sought(
    r"(?:^|(?<=[。，,；;\n]))(?P<what>决算)(?:将于|已于|于|在)(?P<when>20\d\d)年(?P<month>\d{1,2})月[^，,。；;\n]{0,4}公[开布]"
)


def _accounts_years(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A budget is published in its own year, the final accounts in the next."""
    for match in matches(passage, _ACCOUNTS):
        year, when, month = int(match["year"]), int(match["when"]), int(match["month"] or 12)
        early = (
            when < year and not (when == year - 1 and month > 10) if match["what"] == "预算" else when <= year
        )
        if early:
            right = "当年年初" if match["what"] == "预算" else "第二年"
            said = f"{year}年的{match['what']}要到{right}才公开，这里写的是{when}年。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对两个年份")
    for match in matches(passage, _ITS_ACCOUNTS):
        if passage.document.year == int(match["when"]) and passage.document.kind in _REPORTING:
            said = f"{match['when']}年的决算要到第二年才公开。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对年份")


# --- the order of days and hours ------------------------------------------------------------------------------

_TWO_DAYS = sought(
    r"(?P<mark>(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日(?:正式)?(?:发布|启动|受理|开始|收到|印发|刊登|发出|立案|开标)[^，,。；;\n]{0,12}[，,](?P<m2>\d{1,2})月(?P<d2>\d{1,2})日[^，,。；;\n\d]{0,8}?(?:截止|结束|办结|答复|闭幕|完成|公示|开标|评审))"
)
_HOURS = sought(
    r"(?<!\d)(?P<h1>\d{1,2})[:：](?P<m1>[0-5]\d)\s?(?:[—–－~～至到-]{1,2})\s?(?P<h2>\d{1,2})[:：](?P<m2>[0-5]\d)(?!\d)"
)


def _days_in_order(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches(passage, _TWO_DAYS):
        first, second = (int(match["m1"]), int(match["d1"])), (int(match["m2"]), int(match["d2"]))
        # More than half a year back is the next year.
        if second < first and first[0] - second[0] < 6:
            said = f"{first[0]}月{first[1]}日在先，{second[0]}月{second[1]}日却更早，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对两个日期")


def _hours_in_order(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「14:30—13:30」; a night runs into the next day."""
    for match in matches(passage, _HOURS):
        begin, end = int(match["h1"]) * 60 + int(match["m1"]), int(match["h2"]) * 60 + int(match["m2"])
        around = passage.text[max(passage.start, match.start() - 8) : match.end() + 4]
        if (
            end <= begin < 18 * 60
            and int(match["h2"]) > 5
            and int(match["h2"]) < 24
            and not re.search("次日|翌日|下午[^—]*$|比|[次翌]", around)
        ):
            said = f"「{match[0]}」结束的时间不晚于开始的时间。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对时间")


_rule = warning_of("date", "wrong_year_or_date")

RULES = (
    _rule(
        "work_of_year_before",
        "总结里讲本年的成绩和不足，却写成上一年，多半是照搬上年的文稿没有改。",
        "2019年政务公开工作总结\n一、工作情况\n公开信息96条。\n二、存在问题\n2018年，我镇政务公开工作虽然取得了一定成绩，但还有差距。",
        "2019年政务公开工作总结\n一、工作情况\n公开信息96条。\n二、存在问题\n2019年，我镇政务公开工作虽然取得了一定成绩，但还有差距。",
        meeting(_year_before, _TOLD),
    ),
    _rule(
        "since_later_year",
        "总结里写「自某年以来」，这一年还没有到。",
        "2014年政务公开工作总结\n平台自2015年3月开通以来，受理诉求412件。",
        "2014年政务公开工作总结\n平台自2013年3月开通以来，受理诉求412件。",
        meeting(in_own_paper(_since_later), _SINCE),
    ),
    _rule(
        "planned_in_numerals",
        "总结里「二〇一七年，我所将……」，年份应是下一年。",
        "2017年政务公开工作总结\n全年公开信息96条。\n二〇一七年，我所将继续努力。",
        "2017年政务公开工作总结\n全年公开信息96条。\n二〇一八年，我所将继续努力。",
        meeting(_planned_in_numerals, _WILL_IN_NUMERALS),
    ),
    _rule(
        "signed_within_year",
        "全年的总结、报告，落款不会在这一年的头三个月。",
        "2020年政务公开工作总结\n一年来，公开工作有序开展，公开信息96条。\n2020年元月5日",
        "2020年政务公开工作总结\n一年来，公开工作有序开展，公开信息96条。\n2021年元月5日",
        in_own_paper(_signed_too_early),
    ),
    _rule(
        "accounts_of_year",
        "预算在当年年初公开，决算要到第二年才公开。",
        "2024年度部门预算于2023年2月底前公开。",
        "2022年部门决算于2023年9月公开。",
        meeting(_accounts_years, _ACCOUNTS, _ITS_ACCOUNTS),
    ),
    _rule(
        "days_in_order",
        "先发布公告、后截止报名，后一个日期不能更早。",
        "5月8日发布公告，5月6日报名截止。",
        "5月8日发布公告，5月16日报名截止。",
        meeting(_days_in_order, _TWO_DAYS),
    ),
    _rule(
        "hours_in_order",
        "办公时间的结束不能早于开始。",
        "每天8:30—12:00、14:30—13:30对外办公。",
        "每天8:30—12:00、14:30—17:30对外办公。",
        meeting(_hours_in_order, _HOURS),
    ),
)
