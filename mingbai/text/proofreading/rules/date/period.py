"""Periods that do not fit: inside one month, against a quarter, against the working days they are said to have."""

import re
from collections.abc import Iterator
from datetime import date

from mingbai.law.calendar import default_calendar
from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import PARTS_OF_YEAR, day_of, periods
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import anchored
from mingbai.text.proofreading.triggers import matches, sought

_TO = r"\s*(?:至|到|—|－|-|–|~|～)+\s*"
# 「6月25日至31日」, 「6月20日至6月10日」; a year between the days makes it another matter.
_IN_MONTH = lazy.pattern(
    rf"(?<!\d)(?P<month>\d{{1,2}})月(?P<first>\d{{1,2}})日?(?:起|开始)?{_TO}(?:(?P<month2>\d{{1,2}})月)?(?P<last>\d{{1,2}})日"
)
_PARTS = {**PARTS_OF_YEAR, "前三季度": (1, 9), "前三个季度": (1, 9)}
_PART = sought(
    r"(?P<part>上半年|下半年|前三个?季度|(?<!前)[一二三四]季度)(?:[^，,。；;\n（(\d]{0,4})[（(，,]?(?:即|为|从)?"
    rf"(?:(?P<first>\d{{1,2}})月?(?:份|1日)?{_TO}(?P<last>\d{{1,2}})月(?!\d)|截[至止]到?(?P<until>\d{{1,2}})月(?:底|末|3[01]日))"
)
_SPAN = (
    r"(?:(?P<year>\d{4})年)?(?<!\d)(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日?(?:起|开始)?"
    rf"{_TO}(?:(?P<year2>\d{{4}})年)?(?:(?P<m2>\d{{1,2}})月)?(?P<d2>\d{{1,2}})日"
)
_DAYS = r"(?P<days>\d{1,3})个?(?P<kind>工作日|天)"
_COUNTED = (
    lazy.pattern(rf"{_SPAN}止?[，,（(]?(?:为期|历时|共计?|持续|时间|期限|公示期)?为?{_DAYS}"),
    lazy.pattern(
        rf"(?:公示|公告|征求|征集|期限|时间|时限|为期)[^。；;\d\n]{{0,8}}{_DAYS}[^。；;\d\n]{{0,8}}[，,（(：:]?[自从即]?{_SPAN}"
    ),
)
# Of a period in a year without a calendar: weekends surely, holidays perhaps.
_MOST_HOLIDAYS, _MOST_MADE_UP = 6, 2


def _inside_one_month(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end in passage.once(periods):
        for match in _IN_MONTH.finditer(passage.text, start, end):
            month = int(match["month"])
            if match["month2"] and int(match["month2"]) != month:
                continue
            first, last = int(match["first"]), int(match["last"])
            if last < first:
                said = "起止日期颠倒，结束早于开始。"
            elif day_of(2024, month, last) is None and not match["month2"]:
                said = f"{month}月没有{last}日。"
            else:
                continue
            yield rule.finding(passage, *match.span(), said, suggestion="核对起止日期")


def _months_of_part(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches(passage, _PART):
        first, last = _PARTS[match["part"]]
        begins = int(match["first"] or first)
        ends = int(match["last"] or match["until"])
        if begins <= 12 and ends <= 12 and not first <= begins <= ends <= last:
            said = f"{match['part']}是{first}至{last}月，这里写的月份不符。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对月份")


def _counted_days(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end in passage.once(periods):
        for pattern in _COUNTED:
            for match in pattern.finditer(passage.text, start, end):
                yield from _of_match(rule, passage, match)


def _of_match(rule: Rule, passage: Passage, match: re.Match[str]) -> Iterator[Finding]:
    written = passage.document.written_on
    year = int(match["year"] or passage.document.year or (written.year if written else 2023))
    first = day_of(year, int(match["m1"]), int(match["d1"]))
    last = day_of(int(match["year2"] or year), int(match["m2"] or match["m1"]), int(match["d2"]))
    if first is None or last is None or last < first:
        return
    given, days = int(match["days"]), (last - first).days + 1
    if match["kind"] == "天":
        if given == days:
            return
        # Whether the first day counts is a matter of taste: a hint.
        said = f"起止日期连头带尾是{days}天，文中写的是{given}天。"
        near = given == days - 1
        grave = "info" if near else None
        yield rule.finding(passage, *match.span(), said, suggestion="核对起止日期和天数", severity=grave)  # type: ignore[arg-type]
        return
    fewest, most = _working_days(first, last)
    if not fewest - 1 <= given <= most:
        said = f"起止日期之间有{most}个工作日，文中写的是{given}个工作日。"
        yield rule.finding(passage, *match.span(), said, suggestion="核对起止日期和工作日数")


def _working_days(first: date, last: date) -> tuple[int, int]:
    """The fewest and the most working days that the period may have; one number where the calendar is known."""
    calendar = default_calendar()
    if {first.year, last.year} <= calendar.years:
        days = calendar.working_days_between(first, last) + calendar.is_working_day(first)
        return days, days
    plain = sum(date.fromordinal(day).weekday() < 5 for day in range(first.toordinal(), last.toordinal() + 1))
    return plain - _MOST_HOLIDAYS, plain + _MOST_MADE_UP


RULES = (
    Rule(
        name="date.inside_month",
        category="wrong_year_or_date",
        severity="error",
        explain="同一个月里的起止日期颠倒，或者截止的那一天当月没有。",
        fires="公示时间为6月20日至6月10日。",
        passes="公示时间为6月10日至20日，供暖期为11月15日至3月15日。",
        find=anchored("日", _inside_one_month),
    ),
    Rule(
        name="date.months_of_part",
        category="wrong_year_or_date",
        severity="error",
        explain="上半年、各季度与括号里的月份对不上。",
        fires="上半年（1—9月），全镇共公开信息60条。",
        passes="上半年（1—6月）公开60条，前三季度（1—9月）公开80条，一季度（2—3月）开展培训。",
        find=anchored("上半年 下半年 季度", _months_of_part),
    ),
    Rule(
        name="date.days_of_period",
        category="wrong_year_or_date",
        severity="warning",
        explain="公示期、征求意见期写明的天数或工作日数，与起止日期不符。首日算不算只作提示；有放假安排的年份按放假安排数工作日。",
        fires="公示期5个工作日（2023年6月1日至6月20日）。",
        passes="公示期5个工作日（2023年6月1日至6月7日），征求意见30天，自2023年6月1日起至6月30日止。",
        find=anchored("天 工作日", _counted_days),
    ),
)
