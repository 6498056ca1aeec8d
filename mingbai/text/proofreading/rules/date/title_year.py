"""Years against the title's: the matter of the title with another year, a festival to come, a budget, a plan, a fifth quarter, a half not over."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import in_digits
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored, warning_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_REPORTING = {"work_summary", "annual_report", "self_check"}
_TITLE_LENGTH = 60


def _title(passage: Passage) -> tuple[int, str]:
    """The title as the text has it, else as it was recognised: where it ends, its words."""
    offset, line = passage.prose[0] if passage.prose else (passage.start, "")
    if len(line) <= _TITLE_LENGTH and "。" not in line:
        return offset + len(line), line
    return passage.start, passage.document.title or ""


def _clause(passage: Passage, at: int) -> str:
    return re.split("[，,。；;\n]", passage.text[max(passage.start, at - 24) : at])[-1]


# --- the matter of the title, with another year -----------------------------------------------------------------

_MATTER = lazy.pattern(
    rf"(?P<year>20\d\d)年度?(?P<what>(?!以来|至|到|和|及|上半年|下半年|\d)[{HAN}]{{2,20}})"
)
_YEAR_WORDS = waiting_for(("年",))
_SAME_WORDS = 4
_EARLY = 260
_COMPARING = lazy.pattern(
    "比|较|与|同|自|以来|根据|按照|依据|通报|听取|汇报|审议|关于|上年|去年|总结|回顾|原|《|至|到|和|及"
)


def _matters(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2018年春节将至」 in a notice on 「2019年春节期间」; the plan of 2017 sent round under the title of that of 2018."""
    end, title = _title(passage)
    told = list(_MATTER.finditer(title))
    if len(told) != 1 or re.search(r"20\d\d\D+20\d\d|20\d\d[-—至]", title):
        return
    year, what = told[0]["year"], re.sub("^(?:的|全[镇乡县区市])", "", told[0]["what"])
    festival = re.match("春节|元旦|国庆|五一|中秋|端午|清明|汛期|暑期|寒假", what)
    words = festival[0] if festival else what[:_SAME_WORDS]
    if len(words) < 2 or passage.document.kind in _REPORTING and not words.startswith(("春", "元", "国")):
        return
    again = re.compile(rf"(?P<mark>(?P<year>20\d\d)年度?){re.escape(words)}")
    for match in again.finditer(passage.text, end, min(passage.end, end + _EARLY)):
        if match["year"] == year or abs(int(match["year"]) - int(year)) > 2:
            continue
        before = _clause(passage, match.start())
        sent_round = re.search(rf"(?:现将|将)《[{HAN}]{{0,8}}$", before) is not None
        if not sent_round and (
            _COMPARING.search(before) or passage.text[match.end() : match.end() + 30].find("》") >= 0
        ):
            continue
        said = f"标题是{year}年，这里却是{match['year']}年，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=f"{year}年")


# --- a festival to come -----------------------------------------------------------------------------------------

_FESTIVAL = lazy.pattern(
    r"(?P<mark>(?P<year>20\d\d)年)(?P<what>“?(?:三夏|三秋|双抢)”?|春耕|秋收|元旦|春节|元宵节|清明节?|五一|“五一”|劳动节|端午节?|中秋节?|国庆节?|中高考|高考|汛期|暑期|寒假)[^，,。；;\n]{0,6}(?:即将|将至|将近|临近|来临|在即|到来)"
)
_FESTIVAL_WORDS = waiting_for(("即将", "将至", "将近", "临近", "来临", "在即", "到来"))


def _festivals(rule: Rule, passage: Passage) -> Iterator[Finding]:
    written = passage.document.written_on
    known = {year for year in (passage.document.year, written.year if written else None) if year}
    if not known:
        return
    for match in matches_near(passage, _FESTIVAL_WORDS, _FESTIVAL, 30):
        if not known & {int(match["year"]), int(match["year"]) - 1}:
            said = f"{match['year']}年的{match['what']}已经过去，却写成将要到来，请核对年份。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对年份")


# --- the budget of the year after -------------------------------------------------------------------------------

_BUDGET_TITLE = lazy.pattern(r"(?P<year>20\d\d)年度?[^，,。\n\d]{0,10}(?P<what>预算|决算)(?!执行)")
_BUDGET = r"(?P<mark>(?P<year>20\d\d)年度?)(?:本?(?:单位|部门|镇|乡|街道|局|年))?(?:一般公共)?(?:预算)?(?:收入|支出|收支)(?:总)?{what}"
_BUDGET_WORDS = waiting_for(("预算", "决算"))


def _budgets(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2021年支出预算」 in the budget of 2020; the year before is only compared with."""
    end, title = _title(passage)
    named = _BUDGET_TITLE.search(title)
    if named is None or len(re.findall(r"20\d\d", title)) != 1:
        return
    for match in re.finditer(_BUDGET.format(what=named["what"]), passage.text[end : passage.end]):
        if int(match["year"]) > int(named["year"]):
            said = f"标题是{named['year']}年{named['what']}，这里却是{match['year']}年，请核对。"
            yield rule.finding(
                passage,
                end + match.start("mark"),
                end + match.end("mark"),
                said,
                suggestion=f"{named['year']}年",
            )


# --- plans for the year that is told of -------------------------------------------------------------------------

_PLANS = lazy.pattern(
    r"(?P<mark>(?P<year>20\d\d)年度?)的?(?:(?:政务|信息|政府信息|村务|校务)公开)?(?:工作)?(?:打算|思路|设想)(?:是|为|如下|[：:，,])"
)
_PLAN_WORDS = waiting_for(("打算", "思路", "设想"))


def _plans(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = passage.document.year
    if (
        year is None
        or passage.document.kind not in _REPORTING
        or re.search("半年|季度|阶段", _title(passage)[1])
    ):
        return
    for match in matches_near(passage, _PLAN_WORDS, _PLANS, 40):
        if year - 2 <= int(match["year"]) <= year:
            said = f"本文是{year}年的总结、报告，今后的打算应是{year + 1}年。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"{year + 1}年")


# --- a half that is not over ------------------------------------------------------------------------------------

_PERIODS = (
    (lazy.pattern("上半年|半年"), 6),
    (lazy.pattern("前三季度|1[-—至]9月"), 9),
    (lazy.pattern("第?二季度"), 6),
    (lazy.pattern("第?三季度"), 9),
    (lazy.pattern("第?一季度"), 3),
)
_PERIOD_WORDS = waiting_for(("半年", "季度"))
_SIGNED = lazy.pattern(
    r"^[ \t\u3000]*(?P<mark>(?P<year>20\d\d|二[〇○零]\S{2})年(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)[ \t\u3000]*$",
    re.MULTILINE,
)
_TAIL = 160
_MONTHS = {
    numeral: month
    for month, numeral in enumerate(
        ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"), 1
    )
}


def _halves(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A summary of the first half signed in May."""
    _, title = _title(passage)
    last = next((month for words, month in _PERIODS if words.search(title)), None)
    if (
        last is None
        or not re.search("总结|小结|情况|报告|通报|汇报", title)
        or re.search("下半年|计划", title)
    ):
        return
    year = passage.document.year
    for match in _SIGNED.finditer(passage.text, max(passage.start, passage.end - _TAIL), passage.end):
        month = int(match["month"]) if match["month"].isdecimal() else _MONTHS.get(match["month"], 12)
        if in_digits(match["year"]) == year and month < last:
            said = f"标题所说的时段到{last}月才结束，落款却在{month}月，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对落款日期")


# --- two months back --------------------------------------------------------------------------------------------

_BACKWARDS = lazy.pattern(
    r"(?<!\d)(?P<mark>(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日\s?(?:至|—|－|-|~|～|到)\s?(?P<m2>\d{1,2})月(?P<d2>\d{1,2})日)"
)
_BACKWARD_WORDS = waiting_for(("月",))
_MOST_BACK = 2


def _backwards(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「5月15日至4月30日」: a stage of eleven months and a half is none."""
    for match in matches_near(passage, _BACKWARD_WORDS, _BACKWARDS, 24):
        first, last = (int(match["m1"]), int(match["d1"])), (int(match["m2"]), int(match["d2"]))
        around = passage.text[max(passage.start, match.start() - 12) : match.end() + 6]
        if (
            last < first
            and first[0] - last[0] <= _MOST_BACK
            and not re.search("次年|翌年|第二年|下年|20\\d\\d年|年度", around)
        ):
            said = f"{match['mark']}，结束在开始之前，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对起止日期")


# --- the term of an answer --------------------------------------------------------------------------------------

_ANSWER = lazy.pattern(
    r"收到(?:政府信息公开)?申请之日起(?P<mark>(?:15|十五)个?工作日)(?:之?内)(?:予以|作出)?答复"
)
_ANSWER_WORDS = waiting_for(("15个工作日", "15工作日", "十五个工作日"))
_NEW_RULES = 2020
# Schools and other public bodies answer by rules of their own.
_AGENCIES = {"town", "subdistrict", "bureau", "county"}


def _old_term(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Fifteen working days were the term of the old regulations; since 15 May 2019 it is twenty (条例第三十三条)."""
    written = passage.document.written_on
    year = written.year if written else passage.document.year
    for match in matches_near(passage, _ANSWER_WORDS, _ANSWER, 40):
        if year is not None and year >= _NEW_RULES and passage.document.unit_kind in _AGENCIES:
            said = "现行条例第三十三条规定答复期限是20个工作日，15个工作日是2019年5月以前的规定。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="20个工作日")


_rule = warning_of("date", "wrong_year_or_date")

RULES = (
    _rule(
        "matter_of_title",
        "标题里的事是今年的，正文开头却写成另一年的同一件事。",
        "关于2019年春节期间安全生产工作的通知\n2018年春节将至，现通知如下。",
        "关于2019年春节期间安全生产工作的通知\n2019年春节将至，现通知如下。",
        Waiting(_YEAR_WORDS, _matters),
    ),
    _rule(
        "festival_past",
        "节日、汛期的年份早已过去，却写成「将至」「来临」。",
        "关于做好2019年值班工作的通知\n2017年国庆节即将来临。",
        "关于做好2019年值班工作的通知\n2020年元旦即将来临。",
        Waiting(_FESTIVAL_WORDS, _festivals),
    ),
    _rule(
        "budget_of_next_year",
        "标题是这一年的预算、决算，正文写的却是下一年的。",
        "青川镇2020年部门预算公开说明\n2021年支出预算1860万元。",
        "青川镇2020年部门预算公开说明\n2020年支出预算1860万元，比2019年支出预算增加120万元。",
        Waiting(_BUDGET_WORDS, _budgets),
    ),
    _rule(
        "plan_of_told_year",
        "总结、报告里的工作打算，年份应是下一年。",
        "松林镇2021年政务公开工作总结\n2021年，松林镇公开信息136条。\n2021年的工作打算：一是加强学习。",
        "松林镇2021年政务公开工作总结\n2021年，松林镇公开信息136条。\n2022年的工作打算：一是加强学习。",
        Waiting(_PLAN_WORDS, _plans),
    ),
    _rule(
        "signed_before_end",
        "半年、季度的总结，落款日期却在这个时段结束之前。",
        "某县教育局2019年上半年政务公开工作总结\n上半年公开信息86条。\n某县教育局\n2019年5月8日",
        "某县教育局2019年上半年政务公开工作总结\n上半年公开信息86条。\n某县教育局\n2019年7月8日",
        Waiting(_PERIOD_WORDS, _halves),
    ),
    _rule(
        "months_backwards",
        "阶段的结束日期写在开始日期之前，只差一两个月，不会是跨年。",
        "组织实施阶段（5月15日至4月30日）。",
        "组织实施阶段（11月15日至次年4月30日）。",
        Waiting(_BACKWARD_WORDS, _backwards),
    ),
    _rule(
        "old_term_of_answer",
        "公开申请的答复期限，2019年5月以后是20个工作日。",
        "丹霞县交通运输局2024年政务公开工作要点\n自收到申请之日起15个工作日内答复申请人。",
        "丹霞县交通运输局2024年政务公开工作要点\n自收到申请之日起20个工作日内答复申请人。",
        Waiting(_ANSWER_WORDS, _old_term),
    ),
    _rule(
        "fifth_quarter",
        "一年只有四个季度。",
        "2022年第五季度，中心将继续推进标准化建设。",
        "2022年第四季度，中心将继续推进标准化建设。",
        anchored(
            "季度",
            searching("(?P<mark>第?[五六七八九]季度)", "一年只有四个季度，「{}」请核对。", needs="季"),
        ),
    ),
)
