"""Days that the calendar does not have: wrong dates, weekdays, periods and misspelt years."""

import re
from collections.abc import Iterator
from datetime import date

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import RANGE, day_of, in_digits, periods
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import searching
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored, is_quoted, meeting
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import holds, matches, matches_near, sought, waiting_for

_NUMBER = r"([一二三四五六七八九十]{1,3})"
_CHINESE_DATE = sought(rf"([〇○零一二三四五六七八九]{{4}})年{_NUMBER}月{_NUMBER}日")
_FULL_DATE = sought(r"(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})(?:日|号|(?![\d.\-/年月]))")
_MONTH_DAY = sought(r"(\d{1,2})月(\d{1,2})[日号]")
# A month that no year has.
_YEAR_MONTH = sought(r"[12][09]\d\d年(?:0|00|1[3-9]|[2-9]\d)月(?!\d)")
# A day of a month that is not named, the last day of a stretch, a month by its part: 「次月32日」, 「1日至32日」, 「13月底」.
_BEYOND = sought(
    r"(?:次月|每月|当月|本月|下月|上月|隔月|翌月|首月|末月)(?:的)?(?:\d{1,2}[日号]?\s?(?:至|到|[—–－~～-])\s?)?(?:3[2-9]|[4-9]\d)[日号](?!内|以内|之内)"
    r"|(?<![\d.年])(?:1[3-9]|[2-9]\d)月(?:底|末|初|份|上旬|中旬|下旬)"
)
_WEEKDAYS = waiting_for(tuple(name + day for name in ("星期", "周") for day in "一二三四五六日天"))
_WEEKDAY = sought(
    r"(?:(?P<year>\d{4})年)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]\s*[（(，,]?\s*(?:星期|周)(?P<name>[一二三四五六日天])(?![至到、—-])"
)
_YEAR_BEFORE = lazy.pattern(r"(20\d\d)年[^。\n]*$")
_REACH = 40
_CHINESE_MONTH_DAY = lazy.pattern(rf"(?<![年历正腊十]){_NUMBER}月([三四五六七八九]十[一二三四五六七八九]?)日")
_LATE = waiting_for(tuple(f"月{tens}十" for tens in "三四五六七八九"))
_LONGEST_DAY = 16
_LUNAR = lazy.pattern("农历|阴历|旧历")
_CLOCK = sought(
    r"(?:上午|下午|晚上)\s?(?:\d{1,2}(?:[时点]|[:：]\d{2})\s?[至到—–~～-]+\s?)?(?P<mark>(?P<hour>\d{1,2})(?:[时点](?:(?P<minute>\d{1,2})分)?|[:：](?P<minute2>\d{2}))(?![\d:：]))"
)
# Ordinary years are passed over at once.
_ODD_YEAR = sought(r"(?P<mark>\d(?!(?<=2)0[0-5]\d年|(?<=1)9\d\d年)[\dOolI]{2,5})年(?![的来历代以多间])")
_NO_YEAR = lazy.pattern(r"\d{5,6}|(?:19|20)\d|2[1-9]\d\d|20[6-9]\d|[02]2\d\d|2[Oo]\d\d|20[lI]\d|20\d[OolI]")
_SPAN = (
    r"(?:(?P<year>\d{4})年)?(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日?\s*(?:至|到|—|－|-|–|~|～)+\s*"
    r"(?:(?P<year2>\d{4})年)?(?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})日"
)
_DAYS_AFTER = lazy.pattern(
    _SPAN + r"[^。；;\d]{0,6}(?:为期|历时|共计?|持续)(?P<days>\d{1,3})个?(?P<kind>工作日|[天日])"
)
_DAYS_BEFORE = lazy.pattern(
    r"(?:公示|公告|征求意见|期限|时间|活动)[^。；;\d]{0,6}(?P<days>\d{1,3})个?(?P<kind>工作日|[天日])[^。；;\d]{0,8}[，,（(]?[自从]?"
    + _SPAN
)
# Regulation on open government information: decree 492 of 2007 and the revision, decree 711 of 2019, article 56.
_IN_FORCE = {(2008, 5, 1), (2019, 5, 15)}
_REGULATION = sought(
    r"政府信息公开条例》?[^。；;\n]{0,6}?[（(，,自于]{1,2}(?P<mark>(\d{4})年(\d{1,2})月(\d{1,2})日)起?(?:正式)?(?:施行|实施)"
)
_PERIOD = lazy.pattern(
    r"(?P<y1>\d{4})年(?P<m1>\d{1,2})月(?:(?P<d1>\d{1,2})日)?(?:起|开始)?\s*(?:至|到|—|－|-|–|~|～)+\s*"
    r"(?:(?P<y2>\d{4})年)?(?P<m2>\d{1,2})月(?:(?P<d2>\d{1,2})日)?"
)

# 「迎接党的十九大胜利召开」
_AWAITED = lazy.pattern("迎接|喜迎|迎来|筹备|备战|献礼")


def _impossible(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if "月" not in passage.body and not any(map(passage.body.__contains__, "-/.")):
        return
    for match in matches(passage, _FULL_DATE):
        year, month, day = (int(part) for part in match.groups())
        dotted = match.group()[4] == "."
        if (
            _inside_number(passage, match)
            or ("年" in match.group() and "月" not in match.group())  # 「2023年25.1万元」
            or not (1900 <= year <= 2100)
            or (dotted and (month == 0 or month > 12))
        ):
            continue
        if day_of(year, month, day) is None:
            yield _no_such_day(rule, passage, match)
    for match in matches(passage, _MONTH_DAY):
        before = passage.text[max(passage.start, match.start() - 2) : match.start()]
        if (
            not (before[-1:] in {"/", "-"} or _IN_FULL.search(before))
            and not _inside_number(passage, match)
            and not is_quoted(passage.text, *match.span())
            and day_of(2024, int(match[1]), int(match[2])) is None
        ):
            yield _no_such_day(rule, passage, match)
    for match in (*matches(passage, _YEAR_MONTH), *matches(passage, _BEYOND)):
        if not is_quoted(passage.text, *match.span()):
            yield _no_such_day(rule, passage, match)


def _no_such_time(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches(passage, _CLOCK):
        hour, minute = int(match["hour"]), int(match["minute"] or match["minute2"] or 0)
        if hour > 24 or minute > 59:
            said = f"没有「{match['mark']}」这个时刻。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对时间")


def _found(pattern: re.Pattern[str], passage: Passage) -> Iterator[re.Match[str]]:
    """The matches of a pattern of periods."""
    for start, end in passage.once(periods):
        yield from pattern.finditer(passage.text, start, end)


# 「2023年11月31日」 is looked at with its year, 「每年11月31日」 by itself; 「3.11月31日」 is an item of a list.
_IN_FULL = lazy.pattern(r"\d年$")
_ITEM = lazy.pattern(r"(?:^|\n)[ \u3000]*\d{1,2}\.$")


def _inside_number(passage: Passage, match: re.Match[str]) -> bool:
    before = passage.text[match.start() - 1 : match.start()]
    low = max(passage.start, match.start() - 8)
    item = _ITEM.search(passage.text, low, match.start()) if before == "." else None
    return before.isdigit() or (before == "." and item is None)


def _no_such_day(rule: Rule, passage: Passage, match: re.Match[str]) -> Finding:
    said = f"没有「{match.group()}」这个日期。"
    return rule.finding(passage, match.start(), match.end(), said, suggestion="核对后改正")


def _weekday(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if not holds(passage, _WEEKDAYS):
        return
    for match in matches(passage, _WEEKDAY):
        named = match["name"].replace("天", "日")
        days = [day_of(year, int(match["month"]), int(match["day"])) for year in _years(passage, match)]
        rights = {"一二三四五六日"[day.weekday()]: day for day in days if day}
        if rights and named not in rights:
            right, day = next(iter(rights.items()))
            said = f"{day.year}年{day.month}月{day.day}日是星期{right}。"
            yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对日期或星期")


def _years(passage: Passage, match: re.Match[str]) -> list[int]:
    """The years in which a day may lie: its own, else the one named before it, that of the text, that of writing, or one beside these.

    What is planned or looked back on lies in another year, and nobody writes its number.
    """
    if match["year"]:
        return [int(match["year"])]
    named = _YEAR_BEFORE.search(passage.text, max(passage.start, match.start() - _REACH), match.start())
    own, written = passage.document.year, passage.document.written_on
    known = [int(named[1]) if named else None, own, written.year if written else None]
    return [year + off for off in (0, 1, -1) for year in known if year]


def _periods(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A period that ends before it begins."""
    for match in _found(_PERIOD, passage):
        first = (int(match["y1"]), int(match["m1"]), int(match["d1"] or 1))
        last = (int(match["y2"] or match["y1"]), int(match["m2"]), int(match["d2"] or 31))
        if last < first:
            said = "起止日期颠倒，结束早于开始。"
            yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对起止日期")


def _odd_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches(passage, _ODD_YEAR):
        written = match["mark"]
        if not _NO_YEAR.fullmatch(written):
            continue
        round_figure = written.isdigit() and int(written) % 100 == 0
        inside = _inside_number(passage, match) or passage.text[match.start() - 1 : match.start()] == "第"
        if not round_figure and not inside and not passage.in_web_residue(match.start()):
            said = f"「{match.group()}」不像年份，可能多字、漏字或写错。"
            yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对年份")


def _chinese_date(rule: Rule, passage: Passage) -> Iterator[Finding]:
    dated = any(map(passage.body.__contains__, "〇○零"))
    for match in matches(passage, _CHINESE_DATE) if dated else ():
        year, month, day = in_digits(match[1]), chinese_number(match[2]), chinese_number(match[3])
        if year and month and day and day_of(year, month, day) is None:
            yield _no_such_day(rule, passage, match)
    for match in matches_near(passage, _LATE, _CHINESE_MONTH_DAY, _LONGEST_DAY):
        month, day = chinese_number(match[1]), chinese_number(match[2])
        before = passage.text[max(passage.start, match.start() - 8) : match.start()]
        if month and day and day_of(2024, month, day) is None and not _LUNAR.search(before):
            yield _no_such_day(rule, passage, match)


def _days(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if not any(map(passage.body.__contains__, "天日")) or "月" not in passage.body:
        return
    for pattern in (_DAYS_AFTER, _DAYS_BEFORE):
        for match in _found(pattern, passage):
            year = int(match["year"] or passage.document.year or 2023)
            first = day_of(year, int(match["m1"]), int(match["d1"]))
            last = day_of(int(match["year2"] or year), int(match["m2"] or match["m1"]), int(match["d2"]))
            if first is None or last is None or last < first:
                continue
            days, given = (last - first).days, int(match["days"])
            # Holidays shorten and make-up days lengthen working time, so only the plain number of days is certain.
            fits = given <= days + 1 if match["kind"] == "工作日" else given in {days, days + 1}
            if pattern is _DAYS_BEFORE and match["kind"] != "工作日":
                fits = given == days + 1 or given == days
            if not fits:
                said = f"起止日期连头带尾是{days + 1}天，文中写的是{given}{match['kind'].replace('工作日', '个工作日')}。"
                yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对起止日期和天数")


def _regulation_in_force(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if "条" not in passage.body:
        return
    for match in matches(passage, _REGULATION):
        if (int(match[2]), int(match[3]), int(match[4])) not in _IN_FORCE:
            said = "《政府信息公开条例》自2008年5月1日起施行，修订后自2019年5月15日起施行。"
            yield rule.finding(
                passage, match.start("mark"), match.end("mark"), said, suggestion="核对施行日期"
            )


def _event_not_yet(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A party congress or plenary session that had not been held in the year of the text."""
    year, listed = passage.document.year, passage.lists.get("events")
    if year is None or not isinstance(listed, dict):
        return
    for row in listed["entries"]:
        held = date.fromisoformat(row["on"])
        if held.year <= year:
            continue
        for match in lazy.compile_now(row["pattern"]).finditer(passage.body):
            start = passage.start + match.start()
            if _AWAITED.search(passage.body[max(0, match.start() - 8) : match.start()]):
                continue
            said = f"{row['name']}于{held.year}年{held.month}月召开，{year}年的文稿里不应出现。"
            yield rule.finding(
                passage, start, start + len(match.group()), said, suggestion="核对年份或会议名称"
            )


RULES = (
    Rule(
        name="date.days",
        category="wrong_year_or_date",
        severity="warning",
        explain="「为期…天」要与起止日期相符，首尾两天算不算都可以。",
        fires="公示期为3月1日至3月7日，为期5天。",
        passes="公示期为3月1日至3月7日，为期7天。",
        find=meeting(_days, RANGE),
    ),
    Rule(
        name="date.regulation_in_force",
        category="wrong_year_or_date",
        severity="error",
        explain="政府信息公开条例的施行日期写错。原条例2008年5月1日起施行，修订后2019年5月15日起施行。",
        fires="按照新修订的《政府信息公开条例》（2019年5月1日起施行）",
        passes="按照新修订的《政府信息公开条例》（2019年5月15日起施行）",
        find=meeting(_regulation_in_force, _REGULATION),
    ),
    Rule(
        name="date.event_not_yet",
        category="wrong_year_or_date",
        severity="error",
        explain="文稿所属年份还没有召开的会议，不应出现在文稿里。召开时间在词表 events 里。",
        fires="2023年政务公开工作总结\n我镇贯彻落实党的二十届三中全会精神，推进政务公开。",
        passes="2024年政务公开工作总结\n我镇贯彻落实党的二十届三中全会精神，推进政务公开。",
        find=_event_not_yet,
    ),
    Rule(
        name="date.impossible",
        category="wrong_year_or_date",
        severity="error",
        explain="日历上没有的日期，如2月30日、13月。",
        fires="会议于2023年2月29日召开。",
        passes="会议于2024年2月29日召开，网站v1.13.45同步更新。",
        find=meeting(_impossible, _FULL_DATE, _MONTH_DAY, _YEAR_MONTH),
    ),
    Rule(
        name="date.mixed_numerals",
        category="wrong_year_or_date",
        severity="warning",
        explain="汉字写的年份里混入阿拉伯数字0或字母O，应当用「〇」；年份只剩「20年」。",
        fires="临川镇人民政府\n二0一七年一月",
        passes="临川镇人民政府\n二〇一七年一月，该村有20年历史，近20年，我镇变化很大。",
        find=searching(
            r"[一二](?=[〇零一二三四五六七八九0０OＯ○]{3}年)[〇零九0０OＯ○]*[0０OＯ][一二三四五六七八九〇零0０OＯ○]*年|(?:^|(?<=[。；\n]))20年(?=[，,](?:我|全|本)[镇乡县区市局办校村街])",
            "年份「{}」写得不对。",
            suggestion="核对后改正",
            near="二0 二０ 二O 二Ｏ 一九0 二〇0 二〇O 20年",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="date.impossible_time",
        category="wrong_year_or_date",
        severity="error",
        explain="钟点超过24时、分钟超过59分。",
        fires="办公时间：上午8时至25时。",
        passes="办公时间：上午8:30至12:00，下午14时30分至17时30分，比例1:75。",
        find=anchored("上午 下午 晚上", _no_such_time),
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
        find=meeting(_odd_year, _ODD_YEAR),
    ),
    Rule(
        name="date.weekday",
        category="wrong_year_or_date",
        severity="error",
        explain="日期与星期对不上。",
        fires="定于2023年5月1日（星期三）接访。",
        passes="定于2023年5月1日（星期一）接访。",
        find=Waiting(_WEEKDAYS, _weekday),
    ),
    Rule(
        name="date.period_reversed",
        category="wrong_year_or_date",
        severity="error",
        explain="起止日期颠倒。",
        fires="公示期为2023年6月10日至2023年6月1日。",
        passes="公示期为2023年12月25日至2024年1月5日。",
        find=meeting(_periods, RANGE),
    ),
)
