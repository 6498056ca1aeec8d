"""Days and years that the calendar settles: movable feasts, which World Day of its kind it is, years of birth by age, the years of congresses, after the event."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import meeting, warning_of
from mingbai.text.proofreading.rules.date.dated import in_words
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches, sought

# --- movable feasts -----------------------------------------------------------------------------------------------

_FIRST_YEAR = 2008
# From 2008 on: the first day of the lunar year, the fifth of the fifth month, the fifteenth of the eighth.
_FEASTS = {
    "春节": "0207 0126 0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 0125 0212 0201 0122 0210 0129 0217",
    "端午": "0608 0528 0616 0606 0623 0612 0602 0620 0609 0530 0618 0607 0625 0614 0603 0622 0610 0531 0619",
    "重阳": "1007 1026 1016 1005 1023 1013 1002 1021 1009 1028 1017 1007 1025 1014 1004 1023 1011 1029 1018",
    "中秋": "0914 1003 0922 0912 0930 0919 0908 0927 0915 1004 0924 0913 1001 0921 0910 0929 0917 1006 0925",
}
_LUNAR = {"正月初一": "春节", "五月初五": "端午", "八月十五": "中秋", "九月初九": "重阳"}
_FEAST = sought(
    r"(?:(?P<year>20\d\d)年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?:[（(，,、]?(?:星期|周)[一二三四五六日天][，,、]?)?[（(，,是为]{0,2}(?:也是|正值|正是|即|恰逢)?(?:农历|阴历)?(?P<what>正月初一|五月初五|八月十五|九月初九|端午节|中秋节|重阳节|端午|中秋)(?!节|前|后|假|期间|放|调|小长|、)"
)


def _feasts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2019年9月23日（农历八月十五）」."""
    for match in matches(passage, _FEAST):
        year = int(match["year"] or passage.document.year or 0)
        kind = _LUNAR.get(match["what"], match["what"].removesuffix("节"))
        days = _FEASTS[kind].split()
        if not 0 <= year - _FIRST_YEAR < len(days):
            continue
        right = days[year - _FIRST_YEAR]
        month, day = int(right[:2]), int(right[2:])
        if (int(match["m"]), int(match["d"])) != (month, day):
            said = f"{year}年的{match['what']}是{month}月{day}日，请核对。"
            yield rule.finding(passage, *match.span(), said, suggestion=f"{month}月{day}日")


# --- which of its kind --------------------------------------------------------------------------------------------

# The year of the first.
_DAYS = {
    "植树节": 1979,
    "教师节": 1985,
    "全国消防日": 1992,
    "消防日": 1992,
    "世界环境日": 1972,
    "六五环境日": 1972,
    "世界读书日": 1996,
    "全国安全生产月": 2002,
    "安全生产月": 2002,
    "国家宪法日": 2014,
    "全民国家安全教育日": 2016,
    "国家安全教育日": 2016,
    "全国防灾减灾日": 2009,
    "防灾减灾日": 2009,
    "国家扶贫日": 2014,
    "中国农民丰收节": 2018,
    "农民丰收节": 2018,
    "中国医师节": 2018,
    "全国科技工作者日": 2017,
    "中国人民警察节": 2021,
    "国际档案日": 2008,
    "中国航天日": 2016,
    "中国旅游日": 2011,
    "世界水日": 1993,
    "全国土地日": 1991,
    "世界无烟日": 1988,
    "国际禁毒日": 1988,
    "全国节能宣传周": 1991,
    "全国爱眼日": 1996,
    "世界献血者日": 2004,
    "全国助残日": 1991,
}
_NAMES = "|".join(sorted(_DAYS, key=len, reverse=True))
_NTH = sought(
    rf"(?:(?P<year>20\d\d)年[^。；;\n]{{0,20}}?)?第(?P<nth>\d{{1,2}}|[一二三四五六七八九十]{{1,4}})[个次](?:“)?(?P<what>{_NAMES})"
)
_OFF_BY_ONE = 1


def _nth_days(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2024年……第44个植树节」; that some count from the year after the first is borne with."""
    written = passage.document.written_on
    for match in matches(passage, _NTH):
        nth = int(match["nth"]) if match["nth"].isdecimal() else chinese_number(match["nth"])
        named = match["year"] or passage.document.year or (written.year if written else None)
        if not nth or not named:
            continue
        right = int(named) - _DAYS[match["what"]] + 1
        years = {right, right - _OFF_BY_ONE, *((written.year - _DAYS[match["what"]] + 1,) if written else ())}
        if "学年" in (passage.document.title or passage.body[:60]) and not match["year"]:
            years.add(right + 1)
        if nth not in years:
            said = f"{named}年的{match['what']}是第{right}个，这里写的是第{match['nth']}个，请核对。"
            yield rule.finding(passage, match.start("nth") - 1, match.end(), said, suggestion=f"第{right}个")


# --- years of birth by age ---------------------------------------------------------------------------------------

_BORN = sought(
    r"(?:(?P<low>\d{2})周岁(?:以上|及以上|（含）以上)?[^。；;\n]{0,8}?)?(?P<high>\d{2})周岁(?:及?以下|（含）以下|\(含\)以下)[^。；;\n\d]{0,8}[（(][^。；;\n\d（()）]{0,8}(?P<first>19\d\d|20\d\d)年\d{1,2}月\d{1,2}日(?:及?以后|之后|\s?(?:至|到|—|-|–|~)\s?(?P<last>19\d\d|20\d\d)年\d{1,2}月\d{1,2}日)"
)


def _births(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「35周岁以下（1976年5月10日至2004年5月10日期间出生）」 in a notice of 2022."""
    written = passage.document.written_on
    year = written.year if written else passage.document.year
    if year is None:
        return
    for match in matches(passage, _BORN):
        # Up to 35 is as far as the day before the 36th birthday.
        high, first = int(match["high"]), int(match["first"])
        if year - first not in {high, high + 1}:
            said = (
                f"{year}年{high}周岁以下的，出生年份不早于{year - high - 1}年，这里写的是{first}年，请核对。"
            )
            yield rule.finding(
                passage, match.start("first"), match.end("first"), said, suggestion=f"{year - high - 1}年"
            )
        if (
            match["low"]
            and match["last"]
            and year - int(match["last"]) not in {int(match["low"]), int(match["low"]) + 1}
        ):
            said = f"{year}年{match['low']}周岁以上的，出生年份不晚于{year - int(match['low'])}年，请核对。"
            yield rule.finding(
                passage,
                match.start("last"),
                match.end("last"),
                said,
                suggestion=f"{year - int(match['low'])}年",
            )


# --- the years of congresses -----------------------------------------------------------------------------------------

_HELD = {"十七大": 2007, "十八大": 2012, "十九大": 2017, "二十大": 2022}
_CONGRESS = sought(
    r"(?:(?P<year>20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?[，,]?(?:党的|中国共产党)(?P<what>十[七八九]大|二十大)(?:在[^，,。；;\n]{0,6})?(?:胜利|隆重)?(?:召开|开幕|闭幕)"
    r"|党的(?P<what2>十[七八九]大|二十大)(?:于|在)(?P<year2>20\d\d)年[^，,。；;\n]{0,12}(?:召开|开幕|闭幕))"
)


def _congresses(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches(passage, _CONGRESS):
        what, year = match["what"] or match["what2"], int(match["year"] or match["year2"])
        if year != _HELD[what]:
            said = f"党的{what}是{_HELD[what]}年召开的，这里写的是{year}年。"
            yield rule.finding(passage, *match.span(), said, suggestion=f"{_HELD[what]}年")


# --- laws and the day they took effect ------------------------------------------------------------------------------

# 「八五」普法: first, middle and last year.
_SPREAD = sought(
    r"(?:(?P<year>20\d\d)年|今年|本年度)(?:既|也|正)?是[^。；;\n]{0,10}?[“\"]?(?P<nth>[五六七八九])五[”\"]?普法(?:规划|工作)?(?:实施)?的?(?P<which>开局|启动|起步|中期|收官|总结验收)(?:之|评估)?年"
)
_SPREAD_YEARS = {"开局": 0, "启动": 0, "起步": 0, "中期": 2, "收官": 4, "总结验收": 4}


def _spreads(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2024年是“八五”普法收官之年」."""
    for match in matches(passage, _SPREAD):
        named = int(match["year"] or passage.document.year or 0)
        first = 1986 + 5 * ((chinese_number(match["nth"]) or 1) - 1)
        right = first + _SPREAD_YEARS[match["which"]]
        if named and named != right and first - 2 < named < first + 7:
            said = f"“{match['nth']}五”普法是{first}至{first + 4}年，{match['which']}之年是{right}年。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对年份")


# Of laws that were made once, or whose names tell the revision, the day they took effect.
_LAWS = {
    "民法典": "2021-1-1", "乡村振兴促进法": "2021-6-1", "家庭教育促进法": "2022-1-1", "数据安全法": "2021-9-1",
    "个人信息保护法": "2021-11-1", "反有组织犯罪法": "2022-5-1", "环境保护税法": "2018-1-1", "监察法": "2018-3-20",
    "优化营商环境条例": "2020-1-1", "保障农民工工资支付条例": "2020-5-1", "重大行政决策程序暂行条例": "2019-9-1",
    "信访工作条例": "2022-5-1", "英雄烈士保护法": "2018-5-1", "退役军人保障法": "2021-1-1", "社区矫正法": "2020-7-1",
    "长江保护法": "2021-3-1", "黄河保护法": "2023-4-1", "反电信网络诈骗法": "2022-12-1", "农村集体经济组织法": "2025-5-1",
    "粮食安全保障法": "2024-6-1", "爱国主义教育法": "2024-1-1", "无障碍环境建设法": "2023-9-1", "反家庭暴力法": "2016-3-1",
    "慈善法": "2016-9-1", "网络安全法": "2017-6-1", "法律援助法": "2022-1-1", "公职人员政务处分法": "2020-7-1",
    "土壤污染防治法": "2019-1-1", "噪声污染防治法": "2022-6-5", "湿地保护法": "2022-6-1", "中医药法": "2017-7-1",
    "社会救助暂行办法": "2014-5-1", "不动产登记暂行条例": "2015-3-1", "居住证暂行条例": "2016-1-1", "反食品浪费法": "2021-4-29",
    "生物安全法": "2021-4-15", "契税法": "2021-9-1", "印花税法": "2022-7-1", "资源税法": "2020-9-1", "旅游法": "2013-10-1",
}  # fmt: skip
_LAW = sought(
    rf"(?P<law>{'|'.join(sorted(_LAWS, key=len, reverse=True))})(?:（草案）)?》?(?:已|将)?(?:自|于|从|在)(?P<mark>(?P<year>20\d\d)年(?:(?P<m>\d{{1,2}})月(?P<d>\d{{1,2}})日)?)起?(?:正式)?(?:施行|实施|生效)"
)


def _laws(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「民法典自2020年1月1日起施行」."""
    for match in matches(passage, _LAW):
        year, month, day = _LAWS[match["law"]].split("-")
        told = (match["year"], match["m"] and str(int(match["m"])), match["d"] and str(int(match["d"])))
        if told[0] != year or (told[1] and told[1:] != (month, day)):
            said = f"{match['law']}自{year}年{month}月{day}日起施行，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"{year}年{month}月{day}日")


# --- over before it begins ---------------------------------------------------------------------------------------------

_VALID = sought(
    r"(?:有效期|有效期限|执行期|试行期)(?:截至|截止到?|至|到|为)(?P<mark>(?P<year>20\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日)"
)


def _valid_until(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「有效期至2022年12月31日」 in a notice of April 2023."""
    written = passage.document.written_on
    for match in matches(passage, _VALID) if written else ():
        if written and (int(match["year"]), int(match["m"]), int(match["d"])) < (
            written.year,
            written.month,
            written.day,
        ):
            said = f"有效期到{match['mark']}为止，本文却写于{in_words(written)}，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对有效期")


# --- names handed in after the event -----------------------------------------------------------------------------------

_EVENT = sought(
    r"(?:(?:会议|活动|培训|比赛|演练|植树|考试|参会)?时间[：:]|定于|将于|拟于)[ \u3000]{0,2}(?:20\d\d年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?!\s?[-—至到~～前])"
)
_NAMES_BY = lazy.pattern(
    r"(?P<mark>(?:20\d\d年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日)(?:[（(][^（）()]{1,4}[）)])?(?:上午|下午|下班)?(?:\d{1,2}(?:[:：]\d{2}|[时点]))?(?:之?前)[^。；;\n]{0,20}(?:参会|参加|参训|与会|参赛|出席|报名|回执)(?:人员|名单|表|回执|代表|单位|情况)?"
)


def _names_late(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「时间：3月12日」 and 「3月15日前上报参加人员名单」."""
    events = list(matches(passage, _EVENT))
    if len(events) != 1 or passage.document.kind in {"work_summary", "annual_report", "work_plan"}:
        return
    day = int(events[0]["m"]), int(events[0]["d"])
    for match in _NAMES_BY.finditer(passage.text, events[0].end(), passage.end):
        last = int(match["m"]), int(match["d"])
        if day < last and last[0] - day[0] < _MONTHS_APART:
            said = f"活动在{day[0]}月{day[1]}日，报送名单的期限却是{last[0]}月{last[1]}日，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对两个日期")


_MONTHS_APART = 3

# --- what comes after what ------------------------------------------------------------------------------------------

_ORDERED = (
    ("投标截止", "开标"),
    ("递交截止", "开标"),
    ("报名截止", "笔试"),
    ("笔试", "面试"),
    ("报名截止", "面试"),
    ("面试", "体检"),
    ("报名截止", "开班"),
)
_DATED = sought(
    r"(?P<what>投标(?:文件)?(?:递交)?截止|递交截止|开标|报名截止|笔试|面试|体检|开班)(?:时间|日期)?(?:为|是|定于|于|在)?[：:]?\s?(?P<mark>(?P<year>20\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日)"
)


def _ordered(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「投标截止时间：2023年7月10日；开标时间：2023年7月9日」."""
    days: dict[str, tuple[re.Match[str], tuple[int, int, int]]] = {}
    for match in matches(passage, _DATED):
        what = (
            match["what"].replace("文件", "").replace("递交截止", "截止")
            if match["what"].startswith("投标")
            else match["what"]
        )
        days.setdefault(what, (match, (int(match["year"]), int(match["m"]), int(match["d"]))))
    for first, second in _ORDERED:
        if first in days and second in days and days[second][1] < days[first][1]:
            said = f"{second}在{first}之前，请核对日期。"
            start, end = days[second][0].span("mark")
            yield rule.finding(passage, start, end, said, suggestion="核对两个日期")


_rule = warning_of("date", "wrong_year_or_date")

RULES = (
    _rule(
        "movable_feast",
        "春节、端午、中秋是公历哪一天，每年不同，写错的提示。",
        "活动时间：2019年9月23日（农历八月十五）",
        "活动时间：2019年9月13日（农历八月十五）",
        meeting(_feasts, _FEAST),
    ),
    _rule(
        "nth_day",
        "第几个植树节、教师节、国家宪法日，可以由年份算出来。",
        "2024年3月12日是第42个植树节。",
        "2024年3月12日是第46个植树节。",
        meeting(_nth_days, _NTH),
    ),
    _rule(
        "born_by_age",
        "招聘公告里的年龄与出生日期要相符。",
        "2022年公开招聘公告\n18周岁以上、35周岁以下（1976年5月10日至2004年5月10日期间出生）。\n2022年5月1日",
        "2022年公开招聘公告\n18周岁以上、35周岁以下（1986年5月10日至2004年5月10日期间出生）。\n2022年5月1日",
        meeting(_births, _BORN),
    ),
    _rule(
        "year_of_congress",
        "党代会召开的年份写错。",
        "党的二十大于2021年10月胜利召开。",
        "党的二十大于2022年10月胜利召开。",
        meeting(_congresses, _CONGRESS),
    ),
    _rule(
        "law_in_force",
        "民法典等常用法律施行的日期写错。修订过几次的不在此列。",
        "《中华人民共和国民法典》自2020年1月1日起施行。",
        "《中华人民共和国民法典》自2021年1月1日起施行。",
        meeting(_laws, _LAW),
    ),
    _rule(
        "year_of_spreading",
        "“八五”普法是2021至2025年，开局、中期、收官之年可以算出来。",
        "2024年是“八五”普法收官之年。",
        "2025年是“八五”普法收官之年。",
        meeting(_spreads, _SPREAD),
    ),
    _rule(
        "valid_until_past",
        "有效期的最后一天，不能早于成文的日子。",
        "关于整治占道经营的通告\n本通告有效期至2022年12月31日。\n县城市管理局\n2023年4月10日",
        "关于整治占道经营的通告\n本通告有效期至2023年12月31日。\n县城市管理局\n2023年4月10日",
        meeting(_valid_until, _VALID),
    ),
    _rule(
        "order_of_steps",
        "开标不能在投标截止之前，面试不能在笔试之前。",
        "投标截止时间：2023年7月10日；开标时间：2023年7月9日。",
        "投标截止时间：2023年7月10日；开标时间：2023年7月10日。",
        meeting(_ordered, _DATED),
    ),
    _rule(
        "names_after_event",
        "报送参加人员名单的期限，不能晚于活动的日子。",
        "关于开展植树活动的通知\n一、时间：2024年3月12日上午9:00。\n二、请于3月15日前上报参加人员名单。",
        "关于开展植树活动的通知\n一、时间：2024年3月12日上午9:00。\n二、请于3月10日前上报参加人员名单。",
        meeting(_names_late, _EVENT),
    ),
)
