"""Days a text asks for that are over when it is written, and days told of that lie outside the quarter of its title."""

import re
from collections.abc import Iterator
from datetime import date

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import day_of
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored, hint_of
from mingbai.text.proofreading.rules._told import clauses_before, days
from mingbai.text.proofreading.rules.date.dated import in_words
from mingbai.text.proofreading.triggers import waiting_for

# --- over when it is asked for --------------------------------------------------------------------------------------

_HEAD_DAY = lazy.pattern(
    r"(?:时\s{0,4}间[：:]\s?|^|[。\n　 ])(?P<y>20\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?=[^。\n]{0,60}(?:召开|主持|地点)|[上下晚]?[午上]?[\d:：时点半分 —-]{0,14}\n)",
    re.MULTILINE,
)
_ASKS = lazy.pattern(
    "要|须|请|负责|务必|确保|应|完成|报送|上报|报告|落实|制定|整改|拿出|建立|报名|反馈|提交|力争"
)
_BY = lazy.pattern("^(?:[（(][^（）()]{1,6}[）)])?(?:下班|之)?前")
_HISTORY = lazy.pattern(
    r"已|了|曾|去年|上年|每年|截至|以前|过|应于|原定|原计划|本应|当时|规定|逾期|发出|下发|书[一二三四五六七八九十\d]|未能|未在"
)
_LONG_AGO, _HEAD = 75, 300
_DUE_WORDS = waiting_for(("日前", "日之前", "日下班前", "）前", ")前"))


def _day_of_text(passage: Passage) -> date | None:
    """The day below the text, or that of the meeting whose minutes it is."""
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    if re.search("纪要|记录", title):
        head = _HEAD_DAY.search(passage.text, passage.start, min(passage.end, passage.start + _HEAD))
        return day_of(int(head["y"]), int(head["m"]), int(head["d"])) if head else None
    return passage.document.written_on


def _over(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「要于9月10日前报告落实情况」 in the minutes of 14 September."""
    own = _day_of_text(passage)
    for one in passage.once(days) if own else ():
        if own is None or not _BY.match(passage.text[one.end : one.end + 10]):
            continue
        sentence = clauses_before(passage.text, passage.start, one.start)
        rest = re.split("[。；;\n]", passage.text[one.end : one.end + 40])[0]
        if 0 < (own - one.first).days < _LONG_AGO and _ASKS.search(sentence[-14:] + rest):
            if not _HISTORY.search(sentence + rest):
                said = f"本文写于{in_words(own)}，这里的期限已经过去，请核对。"
                yield rule.finding(passage, one.start, one.end, said)


# --- outside the quarter of the title -------------------------------------------------------------------------------

_QUARTER = lazy.pattern(r"第?(?P<n>[一二三四1-4])季度")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_HELD = lazy.pattern(
    r"^(?:上午|下午|晚上)?[，,]?[^，,。；;\d]{0,10}(?:召开|开展|举办|举行|组织|进行|收到|发生|完成|检查)"
)
_REPORTS = lazy.pattern("总结|情况|公开|通报|报告|小结|汇报|公示|台账")


def _outside(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「9月20日开展主题党日活动」 in what is told of the fourth quarter."""
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    named = _QUARTER.findall(title)
    if len(named) != 1 or not _REPORTS.search(title) or re.search("至|前|通知|方案|计划|安排", title):
        return
    last = _QUARTERS[named[0]] * 3
    for one in passage.once(days):
        year = passage.document.year
        if one.first.month > last - 3 and one.last.month <= last or (year and one.first.year != year):
            continue
        sentence = clauses_before(passage.text, passage.start, one.start)
        if one.first.month <= last - 3 and _HELD.match(passage.text[one.end : one.end + 24]):
            if not re.search("季度|去年|上年|自|截至|将|拟|计划|定于|印发", sentence):
                said = f"标题说的是{named[0]}季度，这里的日子不在里面，请核对。"
                yield rule.finding(passage, one.start, one.end, said)


# --- months beyond the quarter, a decision on a year signed before it, months of building -----------------------------

_MONTH = lazy.pattern(r"(?<![\d年])(?P<m>\d{1,2})月份(?![^，,。；;\n]{0,6}(?:前|底前|将|拟|计划))")


def _later_month(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「4月份绿化苗木8000元」 in the accounts of the first quarter."""
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    named = _QUARTER.findall(title)
    if len(named) != 1 or not re.search("收支|财务|公开|明细|台账|通报|情况说明", title):
        return
    last = _QUARTERS[named[0]] * 3
    for match in _MONTH.finditer(passage.text, passage.start, passage.end):
        sentence = clauses_before(passage.text, passage.start, match.start())
        if not last - 3 < int(match["m"]) <= last and int(match["m"]) <= _DECEMBER:
            if not re.search(r"去年|上年|下一?步|将|拟|计划|上季度|下季度|同期|20\d\d年", sentence):
                said = f"标题说的是{named[0]}季度，这里是{match['m']}月，请核对。"
                yield rule.finding(passage, *match.span(), said)


_DECEMBER = 12
# A year whose best are named is nearly over.
_NOT_OVER = 7
_DECIDED = lazy.pattern(r"(?P<year>20\d\d)年度[^，,。；;\n]{0,20}(?:的决定|的通报|决算|考核结果|获奖|表彰)")


def _decided_before(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「关于命名2023年度县级文明村镇的决定」, signed in December 2022."""
    title, signed = passage.document.title or "", passage.document.written_on
    told = _DECIDED.search(title)
    early = told and signed and signed.year == int(told["year"]) and signed.month < _NOT_OVER
    if told and signed and (signed.year < int(told["year"]) or early):
        places = list(re.finditer(rf"{signed.year}年{signed.month}月{signed.day}日", passage.body))
        if places:
            start, end = (passage.start + at for at in places[-1].span())
            said = f"讲的是{told['year']}年度的结果，落款却在{signed.year}年，请核对。"
            yield rule.finding(passage, start, end, said)


_BUILT = lazy.pattern(
    r"(?P<y1>20\d\d)年(?P<m1>\d{1,2})月[^。；;\n\d]{0,8}(?:开工|动工|启动)[^。；;\n\d]{0,12}工期(?:为)?(?P<n>\d{1,2})个月[^。；;\n\d]{0,10}(?P<y2>20\d\d)年(?P<m2>\d{1,2})月[^。；;\n\d]{0,6}(?:竣工|完工|建成|交付|投用)"
)


def _months_of_building(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2022年4月开工，计划工期18个月，2023年4月竣工」."""
    for match in _BUILT.finditer(passage.text, passage.start, passage.end):
        months = (int(match["y2"]) - int(match["y1"])) * 12 + int(match["m2"]) - int(match["m1"])
        if abs(months - int(match["n"])) > 1:
            said = f"从开工到竣工是{months}个月，写的工期是{match['n']}个月，请核对。"
            yield rule.finding(passage, *match.span(), said)


_MONTHS_BUILT = lazy.pattern(
    r"(?<![\d年])(?P<m1>\d{1,2})月(?:份|初|底|[上中下]旬)?(?:正式|全面)?(?:开工|动工|启动|开始)(?:建设|施工|实施)?[，,、](?P<mark>(?:于|并于|到|至)?(?P<m2>\d{1,2})月(?:份|初|底|[上中下]旬)?)(?:全面|全部|正式|顺利|已)?(?:完工|竣工|建成|完成|验收|交付|投用|投入使用)"
)
# So far back a year that turns is not meant: 「11月开工，3月完工」.
_TURN = 6


def _finished_before_begun(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「清河治理工程于3月开工，2月完工」."""
    for match in _MONTHS_BUILT.finditer(passage.text, passage.start, passage.end):
        if 0 < int(match["m1"]) - int(match["m2"]) < _TURN:
            said = f"{match['m1']}月开工，完工却在{match['m2']}月，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对月份")


def _building(rule: Rule, passage: Passage) -> Iterator[Finding]:
    yield from _months_of_building(rule, passage)
    yield from _finished_before_begun(rule, passage)


# --- what is left, to be done by a month of the year told of --------------------------------------------------------

_LEFT = lazy.pattern(
    r"(?:剩余|其余|余下|尚余|未完成|未开工)[^。；;\n]{0,14}?(?P<mark>(?P<year>20\d\d)年(?P<m>\d{1,2})月底?之?前)[^。；;，,\n]{0,6}(?:完成|开工|建成|整改|完工|竣工|办结|交付)"
)


def _left_over(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「剩余2座2023年6月底前完成」 in the summary of the whole year 2023."""
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    year = re.search(r"(20\d\d)年", title)
    if year is None or not re.search("总结|报告|小结", title) or re.search("半年|季度|月|方案|计划", title):
        return
    for match in _LEFT.finditer(passage.text, passage.start, passage.end):
        if match["year"] == year[1] and int(match["m"]) < _DECEMBER - 1:
            said = f"{year[1]}年的总结，没完成的却要在{match['mark']}完成，请核对。"
            yield rule.finding(
                passage, *match.span("mark"), said, suggestion=f"核对是否应为{int(year[1]) + 1}年"
            )


_hint = hint_of("date", "wrong_year_or_date")

RULES = (
    _hint(
        "due_when_over",
        "通报、纪要里要求完成、报送的期限，在写文的日子以前就过了。",
        "会议纪要\n2023年9月14日下午，镇长主持召开会议。\n会议要求，9月10日前报告落实情况。",
        "会议纪要\n2023年9月14日下午，镇长主持召开会议。\n会议要求，9月30日前报告落实情况。",
        Waiting(_DUE_WORDS, _over),
    ),
    _hint(
        "outside_the_quarter",
        "标题是某季度的情况，正文讲的事却在这个季度之前。",
        "李庄村2023年第四季度党务公开\n10月18日召开支委会，9月20日开展主题党日活动。",
        "李庄村2023年第四季度党务公开\n10月18日召开支委会，11月20日开展主题党日活动。",
        anchored("季度", _outside),
    ),
    _hint(
        "month_beyond_quarter",
        "标题是某季度的收支、情况，正文里却有别的季度的月份。",
        "2024年第一季度财务公开说明\n支出：春节慰问8000元，4月份绿化苗木8000元。",
        "2024年第一季度财务公开说明\n支出：春节慰问8000元，3月份绿化苗木8000元。",
        anchored("季度", _later_month),
    ),
    _hint(
        "decided_before_year",
        "命名、表彰、决算、考核结果讲的是某年度的，落款却在这一年之前。",
        "关于命名2023年度县级文明村镇的决定\n各乡镇党委：\n决定命名河东镇为文明镇。\n青河县文明办\n2022年12月28日",
        "关于命名2022年度县级文明村镇的决定\n各乡镇党委：\n决定命名河东镇为文明镇。\n青河县文明办\n2022年12月28日",
        anchored("年度", _decided_before),
    ),
    _hint(
        "months_of_building",
        "开工、竣工的月份与写的工期要相符。",
        "项目于2022年4月开工，计划工期18个月，2023年4月竣工。",
        "项目于2022年4月开工，计划工期12个月，2023年4月竣工。",
        anchored("工期 完工 竣工 建成 完成 验收 交付 投用 投入使用", _building),
    ),
    _hint(
        "left_for_past_month",
        "全年的总结里，剩余没完成的，完成期限却还在当年年中。",
        "青河县交通运输局2023年工作总结\n完成危桥改造7座，剩余2座2023年6月底前完成。",
        "青河县交通运输局2023年工作总结\n完成危桥改造7座，剩余2座2024年6月底前完成。",
        anchored("剩余 其余 余下 尚余 未完成 未开工", _left_over),
    ),
)
