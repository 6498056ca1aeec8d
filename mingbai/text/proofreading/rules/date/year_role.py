"""What part a year plays in a text: what is ahead of a year that is over, the past that is another year's, a comparison two years back."""

import re
from collections.abc import Iterator
from itertools import chain

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import anchored, meeting, warning_of
from mingbai.text.proofreading.triggers import matches, sought

_REPORTING = {"work_summary", "annual_report", "self_check"}
_PART_OF_YEAR = lazy.pattern("半年|季度|阶段|学年|1[-—至]\\d月")
_STARTS = r"(?:^|(?<=[。；;！\n：:\u3000 ]))"
_US = r"(?:我们|我[镇乡县区市局办校院村站所街委]|本[镇乡县区市局办校院村单部机]|全[镇乡县区市局校院村街]|[一-鿿]{2,4}(?:镇|乡|街道|局|村|社区))"
_OTHER_MATTER = lazy.pattern(
    "比|较|同期|相比|以来|曾|原|历史|自20|起[，,]|成立于|根据|按照|《|〔|规划|合同|届|连续|[—–-]20|至20|和20|、20|荣获|被评|获评|授予|审计|考核|通报|反馈|预算|决算"
)


def _title(passage: Passage) -> str:
    return passage.document.title or (passage.prose[0][1] if passage.prose else "")


def _one_year(passage: Passage) -> int | None:
    """The year of a summary of one whole year."""
    year, title = passage.document.year, _title(passage)
    if (
        year is None
        or passage.document.kind not in _REPORTING
        or re.search(r"20\d\d\D{0,3}[-—–~～至到、和及]\D{0,3}20\d\d", title)
    ):
        return None
    return year


def _in_plans(passage: Passage, at: int) -> bool:
    return any(part.start <= at < part.end for part in passage.once(plan_sections))


def _sentence(passage: Passage, start: int, end: int) -> str:
    head = max(passage.text.rfind(stop, passage.start, start) for stop in "。；;\n") + 1
    tail = re.match("[^。；;\n]{0,80}", passage.text[end : end + 80])
    return passage.text[max(head, passage.start) : end] + (tail[0] if tail else "")


# --- ahead of a year that is over --------------------------------------------------------------------------------

_AHEAD = sought(
    rf"{_STARTS}(?P<mark>(?P<year>20\d\d)年度?)[，,]?(?:再创|再接再厉|(?:{_US})?(?:[一-鿿]{{0,6}}?工作)?(?:将|要)(?:继续|进一步|坚持|坚定|以|按照|紧紧|全面|深入|着力|切实|重点|认真|加强|努力|不断|做好|抓好|牢牢|持续|大力))"
)
_BY_THE_END = sought(
    r"(?:预计|力争|争取|确保|计划|拟|将)[^，,。；;\n\d]{0,6}(?:到|至|于|在)?(?P<mark>(?P<year>20\d\d)年(?:底|末|年底|年末|\d{1,2}月(?:底|末)?|上半年|下半年))(?:之?前)?"
)


def _years_ahead(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2022年，我们将坚定不移……」 in the summary of 2023; 「预计到2015年底」 in that of 2016."""
    year = passage.document.year
    if year is None or passage.document.kind not in _REPORTING | {"work_plan"}:
        return
    half = (
        _PART_OF_YEAR.search(_title(passage)) is not None
        or passage.document.kind == "work_plan"
        or "下半年" in passage.body
    )
    past = year - 1 if half else year
    for match in matches(passage, _AHEAD):
        if past - 3 <= int(match["year"]) <= past:
            said = f"本文是{year}年的文稿，这里写的是今后的打算，却用了{match['year']}年。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"核对后改为{past + 1}年")
    for match in matches(passage, _BY_THE_END):
        named = int(match["year"])
        words = _sentence(passage, match.start(), match.end())
        if year - 3 <= named < year and not re.search(
            "原计划|当时|曾|去年|上年|已|《|〔|要求|目标任务|规划", words
        ):
            said = f"本文是{year}年的文稿，{match['mark']}已经过去，不能是预计、力争的期限。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对年份")


# --- the past year of another year ---------------------------------------------------------------------------------

_LOOKS_BACK = sought(
    r"(?:回顾|在?过去的|刚刚过去的|即将过去的|在?已经过去的)(?P<mark>(?P<year>20\d\d)年)(?!以来|[—–-]|至|度?[^，,。；;\n]{0,6}年)"
)
_NOT_ANY = sought(
    rf"{_STARTS}(?P<mark>(?P<year>20\d\d)年度?)[，,]?{_US}[^，,。；;\n\d]{{0,8}}?(?:未|没有|无|不存在)(?:收取|产生|发生|收到|受理|出现|因|被|任何|政府|行政|依申请|其他)"
)
_OUR_YEAR = sought(
    rf"{_STARTS}(?P<mark>(?P<year>20\d\d)年度?)[，,]{_US}(?:[^，,。；;\n]{{0,20}}?)(?:共|累计|主动|先后|认真|扎实|积极|深入|坚持|严格|全面|有序|高度|切实|持续|紧紧围绕|在[^，,。；;\n]{{2,20}}(?:领导|指导|支持)下)"
)


def _years_past(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2023年度，本单位未收取信息处理费」 in the report of 2024; 「在过去的2018年里」 in the summary of 2020."""
    year = _one_year(passage)
    if year is None:
        return
    written = passage.document.written_on
    for pattern in (_LOOKS_BACK, _NOT_ANY, _OUR_YEAR):
        for match in matches(passage, pattern):
            named, words = int(match["year"]), _sentence(passage, match.start(), match.end())
            if (
                named == year
                or not year - 3 <= named <= year + 1
                or (named > year and (written is None or written.year > year))
            ):
                continue
            if (
                _OTHER_MATTER.search(words.replace("规范", ""))
                or str(year) in words
                or _in_plans(passage, match.start())
            ):
                continue
            said = f"本文是{year}年的文稿，这里讲的却是{named}年的情况，可能照搬了上年的文稿。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"核对是否应为{year}年")


# --- a comparison two years back ------------------------------------------------------------------------------------

_COMPARED = sought(
    r"[比较与](?P<mark>(?P<year>20\d\d)年)(?:度|同期|全年|上半年|末|底)?(?:的?[^，,。；;\n]{0,10}?)?(?:相比)?(?:增加|减少|增长|下降|上升|提高|降低|回落|多|少)"
)
# Of the years of the epidemic, comparisons with the one before it were the rule.
_USUAL_BASE = 2019


def _compared(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「较2018年同期增加32条」 in the summary of 2020."""
    year = _one_year(passage)
    if year is None:
        return
    for match in matches(passage, _COMPARED):
        named = int(match["year"])
        words = _sentence(passage, match.start(), match.end())
        if (
            named >= year - 1
            or named < year - 3
            or named == _USUAL_BASE
            or re.search("五年|三年|届|规划|累计|翻|倍|以来|[十]\\S五|末", words)
        ):
            continue
        said = f"本文是{year}年的文稿，一般与{year - 1}年相比，这里与{named}年相比，请核对年份。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=f"核对是否应为{year - 1}年")


# --- months after the half -------------------------------------------------------------------------------------------

_MONTHS = sought(
    rf"{_STARTS}(?P<mark>1月?\s?[-—－–~～至到]{{1,2}}\s?(?P<last>1[0-2]|[2-9])月(?:份)?)[，,]?(?![^，,。；;\n]{{0,12}}(?:前|将|计划))"
)
_ENDS = {"上半年": 6, "半年": 6, "一季度": 3, "二季度": 6, "前三季度": 9, "三季度": 9}


def _months(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「1-12月查办案件68件」 in the summary of the first half."""
    title = _title(passage)
    end = next((month for words, month in _ENDS.items() if words in title), None)
    if end is None or re.search("下半年|[，。；]", title):
        return
    for match in matches(passage, _MONTHS):
        if int(match["last"]) > end and not re.search(
            "去年|上年|20\\d\\d年|比上半年|较上半年", _sentence(passage, match.start(), match.end())
        ):
            said = f"标题所说的时段到{end}月为止，这里却是{match['mark']}，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对月份")


# --- signed in a month before the half is over -----------------------------------------------------------------------

_SIGNED = re.compile(
    r"^[ \t\u3000]*(?P<mark>(?P<year>20\d\d)年(?P<month>\d{1,2})月)[ \t\u3000]*$", re.MULTILINE
)
_TAIL = 120


def _signed_month(rule: Rule, passage: Passage) -> Iterator[Finding]:
    title = _title(passage)
    end = next((month for words, month in _ENDS.items() if words in title), None)
    if (
        end is None
        or re.search("下半年|计划|方案|通知", title)
        or not re.search("总结|小结|情况|报告|汇报", title)
    ):
        return
    for match in _SIGNED.finditer(passage.text, max(passage.start, passage.end - _TAIL), passage.end):
        if int(match["year"]) == passage.document.year and int(match["month"]) < end:
            said = f"标题所说的时段到{end}月才结束，落款却在{match['month']}月，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对落款日期")


# --- a notice with the days of the year before -----------------------------------------------------------------------

_ARRANGED = sought(
    r"(?P<mark>(?P<year>20\d\d)年\d{1,2}月\d{1,2}日)(?:[（(][^（）()]{1,6}[）)])?(?:上午|下午|晚上)?[^，,。；;\n]{0,24}?(?:放假|调休|上班|开始报名|报名|截止|举行|召开|举办|参加|集合|报到|开考|笔试|面试|开展|启动|缴费|前报|报送|反馈|公示|下午|上午|\d{1,2}[:：]\d{2})"
)
_LABELLED = sought(
    r"(?:申报|报名|征集|受理|公示|办理|缴费|活动|会议|培训|考试|比赛|征求意见|领取|发放|开放|举办|集合|报到)(?:时间|日期|期限|期)[：:]\s?(?:自|从)?(?P<mark>(?P<year>20\d\d)年\d{1,2}月\d{1,2}日)"
)
_HISTORY = lazy.pattern(
    "自20|起施行|出生|以前|以来|曾|印发|号文|〔|《|成立|已|了|上年|去年|比|原|截至|统计|登记|注册|届|工龄|此前|毕业|入职|取得|发布的|下发"
)


def _old_days(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2022年10月1日至7日放假调休」 in the notice on the holidays of 2023."""
    written, title = passage.document.written_on, _title(passage)
    named = re.findall(r"(20\d\d)年", title)
    year = written.year if written else int(named[0]) if len(named) == 1 else None
    if (
        year is None
        or passage.document.kind in _REPORTING
        or not re.search("通知|公告|方案|启事|函|通告|邀请", title)
    ):
        return
    for match in chain(matches(passage, _ARRANGED), matches(passage, _LABELLED)):
        if int(match["year"]) in {year - 1, year - 2} and not _HISTORY.search(
            _sentence(passage, match.start(), match.end())
        ):
            if named and match["year"] in named:
                continue
            said = f"本文是{year}年的，所安排的日子却在{match['year']}年，可能照搬了上年的文稿。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"核对是否应为{year}年")


_rule = warning_of("date", "wrong_year_or_date")

RULES = (
    _rule(
        "ahead_of_past_year",
        "「某年，我们将……」「预计到某年底」，这一年已经过去。",
        "河口镇2023年工作总结\n全年公开信息200条。\n2022年，我们将坚定不移深化改革。",
        "河口镇2023年工作总结\n全年公开信息200条。\n2024年，我们将坚定不移深化改革。",
        meeting(_years_ahead, _AHEAD, _BY_THE_END),
    ),
    _rule(
        "past_of_other_year",
        "讲本年的情况、回顾过去的一年，写的却是另一年。",
        "河口镇2024年政府信息公开工作年度报告\n全年公开信息200条。\n2023年度，本单位未收取信息处理费。",
        "河口镇2024年政府信息公开工作年度报告\n全年公开信息200条。\n2024年度，本单位未收取信息处理费。",
        meeting(_years_past, _LOOKS_BACK, _NOT_ANY, _OUR_YEAR),
    ),
    Rule(
        name="date.compared_two_years_back",
        category="wrong_year_or_date",
        severity="info",
        explain="总结里的数字一般与上一年相比，与前年相比的请核对年份。与2019年相比的不提示。",
        fires="河口镇2020年工作总结\n全年发布信息186条，较2018年同期增加32条。",
        passes="河口镇2020年工作总结\n全年发布信息186条，较2019年同期增加32条。",
        find=meeting(_compared, _COMPARED),
    ),
    _rule(
        "months_after_the_part",
        "上半年的总结，统计的月份却超过六月。",
        "河口镇2023年上半年工作总结\n1-12月查办案件68件。",
        "河口镇2023年上半年工作总结\n1-6月查办案件68件。",
        meeting(_months, _MONTHS),
    ),
    _rule(
        "signed_in_month_before",
        "半年的总结，落款的月份却在这个时段结束之前。",
        "河口镇2023年上半年工作总结\n上半年公开信息96条。\n2023年3月",
        "河口镇2023年上半年工作总结\n上半年公开信息96条。\n2023年7月",
        anchored("半年 季度", _signed_month),
    ),
    _rule(
        "arranged_in_past_year",
        "通知所安排的放假、报名、开会的日子，却是上一年的。",
        "关于2023年国庆节放假的通知\n2022年10月1日至7日放假调休，共7天。",
        "关于2023年国庆节放假的通知\n2023年10月1日至7日放假调休，共7天。",
        meeting(_old_days, _ARRANGED, _LABELLED),
    ),
)
