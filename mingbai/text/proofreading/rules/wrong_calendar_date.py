"""Days that the calendar does not have: wrong dates, weekdays, periods and misspelt years."""

import re
from collections.abc import Iterator

from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import day_of, in_digits
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.structure import chinese_number

_NUMBER = r"([一二三四五六七八九十]{1,3})"
_CHINESE_DATE = re.compile(rf"([〇○零一二三四五六七八九]{{4}})年{_NUMBER}月{_NUMBER}日")
_FULL_DATE = re.compile(
    r"(?<![\d.])(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})(?:日|号|(?![\d.\-/年月]))"
)
_MONTH_DAY = re.compile(r"(?<![\d年./-])(\d{1,2})月(\d{1,2})[日号]")
_YEAR_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)年(\d{1,2})月(?!\d)")
_WEEKDAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日\s*[（(]?\s*(?:星期|周)([一二三四五六日天])")
_ODD_YEAR = re.compile(
    r"(?<![\d.第])(?P<mark>\d{5}|(?:19|20)\d|2[1-9]\d\d|20[6-9]\d|[02]2\d\d|2[Oo]\d\d|20[lI]\d|20\d[OolI])年(?![的来历代以多间])"
)
_PERIOD = re.compile(
    r"(?P<y1>\d{4})年(?P<m1>\d{1,2})月(?:(?P<d1>\d{1,2})日)?(?:起|开始)?\s*(?:至|到|—|－|-|–|~|～)+\s*"
    r"(?:(?P<y2>\d{4})年)?(?P<m2>\d{1,2})月(?:(?P<d2>\d{1,2})日)?"
)


def _impossible(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if "月" not in passage.characters and passage.characters.isdisjoint("-/."):
        return
    seen = -1
    for match in _FULL_DATE.finditer(passage.text, passage.start, passage.end):
        year, month, day = (int(part) for part in match.groups())
        seen = match.end()
        dotted = match.group()[4] == "."
        if not (1900 <= year <= 2100) or (dotted and (month == 0 or month > 12)):
            continue
        if day_of(year, month, day) is None:
            yield _no_such_day(rule, passage, match)
    for match in _MONTH_DAY.finditer(passage.text, passage.start, passage.end):
        if match.end() != seen and day_of(2024, int(match[1]), int(match[2])) is None:
            yield _no_such_day(rule, passage, match)
    for match in _YEAR_MONTH.finditer(passage.text, passage.start, passage.end):
        if not 1 <= int(match[2]) <= 12:
            yield _no_such_day(rule, passage, match)


def _no_such_day(rule: Rule, passage: Passage, match: re.Match[str]) -> Finding:
    said = f"没有「{match.group()}」这个日期。"
    return rule.finding(passage, match.start(), match.end(), said, suggestion="核对后改正")


def _weekday(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if passage.characters.isdisjoint("周期"):
        return
    for match in _WEEKDAY.finditer(passage.text, passage.start, passage.end):
        day = day_of(int(match[1]), int(match[2]), int(match[3]))
        if day is None:
            continue
        right = "一二三四五六日"[day.weekday()]
        if match[4].replace("天", "日") != right:
            said = f"{day.year}年{day.month}月{day.day}日是星期{right}。"
            yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对日期或星期")


def _periods(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A period that ends before it begins."""
    for match in _PERIOD.finditer(passage.text, passage.start, passage.end):
        first = (int(match["y1"]), int(match["m1"]), int(match["d1"] or 1))
        last = (int(match["y2"] or match["y1"]), int(match["m2"]), int(match["d2"] or 31))
        if last < first:
            said = "起止日期颠倒，结束早于开始。"
            yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对起止日期")


def _odd_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in _ODD_YEAR.finditer(passage.text, passage.start, passage.end):
        written = match["mark"]
        round_figure = written.isdigit() and int(written) % 100 == 0
        if not round_figure and not passage.in_web_residue(match.start()):
            said = f"「{match.group()}」不像年份，可能多字、漏字或写错。"
            yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对年份")


def _chinese_date(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if passage.characters.isdisjoint("〇○零"):
        return
    for match in _CHINESE_DATE.finditer(passage.text, passage.start, passage.end):
        year, month, day = in_digits(match[1]), chinese_number(match[2]), chinese_number(match[3])
        if year and month and day and day_of(year, month, day) is None:
            yield _no_such_day(rule, passage, match)


RULES = (
    Rule(
        name="date.impossible",
        category="wrong_year_or_date",
        severity="error",
        explain="日历上没有的日期，如2月30日、13月。",
        fires="会议于2023年2月29日召开。",
        passes="会议于2024年2月29日召开，网站v1.13.45同步更新。",
        find=_impossible,
    ),
    Rule(
        name="date.impossible_in_chinese",
        category="wrong_year_or_date",
        severity="error",
        explain="用汉字写的日期，日历上没有。",
        fires="二〇二三年六月三十一日",
        passes="二〇二三年六月三十日",
        find=_chinese_date,
    ),
    Rule(
        name="date.odd_year",
        category="wrong_year_or_date",
        severity="error",
        explain="年份多字、漏字或数字写错，如「20223年」「202年」「2108年」。",
        fires="20223年我镇公开信息96条。",
        passes="该村有1200年历史，规划到2035年。",
        find=_odd_year,
    ),
    Rule(
        name="date.weekday",
        category="wrong_year_or_date",
        severity="error",
        explain="日期与星期对不上。",
        fires="定于2023年5月1日（星期三）接访。",
        passes="定于2023年5月1日（星期一）接访。",
        find=_weekday,
    ),
    Rule(
        name="date.period_reversed",
        category="wrong_year_or_date",
        severity="error",
        explain="起止日期颠倒。",
        fires="公示期为2023年6月10日至2023年6月1日。",
        passes="公示期为2023年12月25日至2024年1月5日。",
        find=_periods,
    ),
)
