"""Years that a part about what is to come cannot have: before the latest year that the text tells of, two years on, a beginning that is over; and a stretch that ends in the year before."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._dated import written_day
from mingbai.text.proofreading.rules._knowledge import hint_of, meeting
from mingbai.text.proofreading.rules._told import clauses_before
from mingbai.text.proofreading.rules.date.dated import in_words
from mingbai.text.proofreading.triggers import matches, sought

_REPORTING = frozenset(("work_summary", "annual_report", "self_check"))

# --- before the latest year that is told of ----------------------------------------------------------------------------

_TOLD_YEAR = sought(r"(?<!\d)(?P<year>20[0-4]\d)(?=年|[-—–－~～至到]{1,2}20\d\d年)")
_FRAME = sought(
    r"(?P<mark>(?P<year>20\d\d)年度?)(?P<rest>(?:[^，,。；;\n]{0,14}(?:要点|计划|部署|安排|任务|目标|方案)的?要?求?|(?:\d{1,2}月)?(?:\d{1,2}日|年?[底末]|[上中下]旬)?(?:之|以)?前|[，,]?[^，,。；;\n]{0,10}(?:将|力争|计划|拟)|(?:\d{1,2}月)?起[，,]?(?:全面)?(?:实行|推行|建立|执行|实施|启用|开展|组织|每)))"
)
_LOOKS_BACK = lazy.pattern(
    "总结|回顾|巩固|完成情况|落实情况|对照|针对|未完成|遗留|印发|以来|[比较]$|在$|《$|〔$|考核|通报|自|基础|结转|查出|发现|反馈"
)
_BEGINS = sought(
    r"以(?P<mark>(?P<year>20\d\d)年)(?:度)?[^，,。；;\n]{0,6}为(?:起点|契机|开端|开局|新起点|抓手|切入点)"
)


def _latest(passage: Passage) -> int | None:
    """The year of the text: its own, that of writing, else the latest that it tells of before its plans."""
    written = passage.once(written_day)
    if passage.document.year or written:
        return max(passage.document.year or 0, written.year if written else 0)
    plans = passage.once(plan_sections)
    end = min((part.start for part in plans), default=passage.end)
    return max((int(one["year"]) for one in matches(passage, _TOLD_YEAR, end=end)), default=None)


def _before_latest(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「已补齐2019年至2021年的档案。下一步，按照2020年度工作要点……」."""
    latest = passage.once(_latest) if passage.document.kind in _REPORTING else None
    for section in passage.once(plan_sections) if latest else ():
        for match in matches(passage, _FRAME, section.start, section.end):
            words = clauses_before(passage.text, section.start, match.start())[-12:] + match["rest"]
            if latest and latest - _LONG_AGO < int(match["year"]) < latest and not _LOOKS_BACK.search(words):
                said = f"这里写的是今后的打算，前文已经讲到{latest}年，却写{match['year']}年，请核对。"
                yield rule.finding(passage, *match.span("mark"), said)


_LONG_AGO = 5

# --- the year that ends ---------------------------------------------------------------------------------------------------

_TURN_OF_YEAR, _LATE = 12, 0.55


def _at_its_end(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2015年将继续推广」 at the end of a paper of 30 December 2015 whose title names no year or the same."""
    written = passage.document.written_on
    if written is None or written.month < _TURN_OF_YEAR or passage.document.kind in {"notice", "work_plan"}:
        return
    if passage.document.kind in _REPORTING and passage.document.year is not None:
        return  # 「二、下步打算」 is looked at by `date.plan_for_past_year`
    for match in matches(passage, _WILL):
        late = match.start() - passage.start > (passage.end - passage.start) * _LATE
        if late and int(match["year"]) == written.year and not _LOOKS_BACK.search(match[0]):
            said = f"本文写于{in_words(written)}，{written.year}年已经快过完，今后的打算疑应是{written.year + 1}年，请核对。"
            yield rule.finding(
                passage, *match.span("mark"), said, suggestion=f"核对是否应为{written.year + 1}年"
            )


# --- two years on, and a beginning that is over --------------------------------------------------------------------------

_WILL = sought(
    r"(?:^|(?<=[。；;！\n：:、．.）)\u3000 ，,是]))(?P<mark>(?P<year>20\d\d)年)(?:度)?[，,]?[^，,。；;\n]{0,10}?(?:将|要(?!求)|继续|进一步)",
    re.MULTILINE,
)


def _two_years_on(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2020年，我区将继续深化公开」 in a summary of 2018."""
    year = passage.document.year
    written = passage.once(written_day)
    if year is None or passage.document.kind not in _REPORTING or (written and written.year > year + 1):
        return
    title = passage.document.title or ""
    for section in passage.once(plan_sections) if str(year + 2) not in title else ():
        for match in matches(passage, _WILL, section.start, section.end):
            if int(match["year"]) == year + 2:
                said = f"本文是{year}年的，今后的打算一般写{year + 1}年，这里是{match['year']}年，请核对。"
                yield rule.finding(passage, *match.span("mark"), said, suggestion=f"核对是否应为{year + 1}年")


def _begins_with_past(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「下步，将以2021年为起点」 in a paper of 2022."""
    latest = passage.once(_latest)
    for match in matches(passage, _BEGINS) if latest else ():
        if latest and int(match["year"]) < latest:
            said = f"本文是{latest}年的，却以{match['year']}年为起点，请核对。"
            yield rule.finding(passage, *match.span("mark"), said)


# --- a term of a year that is over, in what is ordered --------------------------------------------------------------------

_DUE = sought(
    r"(?P<mark>(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月(?:\d{1,2}日|[底末]|[上中下]旬)?|年?[底末])(?:之|以)?前)[，,]?(?P<rest>[^，,。；;\n]{2,24})"
)
_TO_DO = lazy.pattern(
    "完成|公布|公开|报送|上报|建成|建立|落实|实现|达到|整改|更新|印发|修订|开展|启动|到位|发布|制定|提交|验收|清理|组织"
)
_WAS = lazy.pattern("已|了|曾|未|原|应于|的|规定|截至|情况|存在|出生|参加|取得|登记|发生")
_ORDERS = lazy.pattern("通知|方案|意见|要点|计划|办法|安排")


def _ordered_for_past(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2012年6月底前完成核查」 in the opinion on the work of 2013."""
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    year, written = passage.document.year, passage.once(written_day)
    if not year or passage.document.kind in _REPORTING or not _ORDERS.search(title) or str(year) not in title:
        return
    for match in matches(passage, _DUE):
        before = clauses_before(passage.text, passage.start, match.start())[-10:]
        over = int(match["year"]) == year - 1 and (written is None or written.year == year)
        if over and _TO_DO.search(match["rest"]) and not _WAS.search(before + match["rest"]):
            said = f"标题是{year}年的，要求的期限却是「{match['mark']}」，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"核对是否应为{year}年")


# --- a stretch that ends in the year before ----------------------------------------------------------------------------------

_STRETCH = sought(
    r"自(?:(?P<first>20\d\d)年)?(?P<m1>\d{1,2})月(?:\d{1,2}日|份|底|初)?(?:起|以来|开始)[^。；;\n]{0,24}?(?:至|到|截至)(?P<mark>(?P<year>20\d\d)年(?P<m2>\d{1,2})月)"
)


def _ends_before(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「疫情防控信息自1月23日起每日更新，至2019年12月仍在更新」 in the report of 2020."""
    for match in matches(passage, _STRETCH):
        first = int(match["first"] or passage.document.year or 0)
        if first and (int(match["year"]), int(match["m2"])) < (first, int(match["m1"])):
            said = f"从{first}年{match['m1']}月开始，却到{match['mark']}为止，请核对年份。"
            yield rule.finding(passage, *match.span("mark"), said)


_hint = hint_of("date", "wrong_year_or_date")

RULES = (
    _hint(
        "plan_before_latest_year",
        "下一步打算里的年份，比前文讲到的年份还早。",
        "党务公开整改报告\n一、整改情况\n已补齐2019年至2021年的公开档案46盒。\n下一步，街道将继续按照2020年度全区政务公开工作要点，巩固整改成果。",
        "党务公开整改报告\n一、整改情况\n已补齐2019年至2021年的公开档案46盒。\n下一步，街道将继续按照2022年度全区政务公开工作要点，巩固整改成果。",
        meeting(_before_latest, _FRAME),
    ),
    _hint(
        "plan_of_year_at_its_end",
        "年底写成的文稿，今后的打算还写本年。",
        "柏树村工作法实施情况\n一、提出议题。4月，村党支部提出修建文化广场建议，党员大会审议通过。\n二、2015年将继续推广这一做法。\n柏树村村民委员会\n2015年12月30日",
        "柏树村工作法实施情况\n一、提出议题。4月，村党支部提出修建文化广场建议，党员大会审议通过。\n二、2016年将继续推广这一做法。\n柏树村村民委员会\n2015年12月30日",
        meeting(_at_its_end, _WILL),
    ),
    _hint(
        "plan_two_years_on",
        "某年的总结，打算写的却是后年。",
        "2018年政务公开工作总结\n一、工作情况\n公开信息96条。\n二、下步打算\n2020年，我区将继续深化公开。",
        "2018年政务公开工作总结\n一、工作情况\n公开信息96条。\n二、下步打算\n2019年，我区将继续深化公开。",
        meeting(_two_years_on, _WILL),
    ),
    _hint(
        "begins_with_past_year",
        "今后以某年为起点，这一年已经过去。",
        "2022年政务公开自查报告\n一、工作情况\n公开信息96条。\n二、下步打算\n将以2021年为起点，补短板、强弱项。",
        "2022年政务公开自查报告\n一、工作情况\n公开信息96条。\n二、下步打算\n将以2023年为起点，补短板、强弱项。",
        meeting(_begins_with_past, _BEGINS),
    ),
    _hint(
        "ordered_for_past_year",
        "某年的通知、意见、方案，要求的期限却在前一年。",
        "关于做好2013年环境信息公开工作的意见\n重点排污单位名录于2012年6月底前公布。\n三河县环境保护局\n2013年1月29日",
        "关于做好2013年环境信息公开工作的意见\n重点排污单位名录于2013年6月底前公布。\n三河县环境保护局\n2013年1月29日",
        meeting(_ordered_for_past, _DUE),
    ),
    _hint(
        "stretch_ends_year_before",
        "从本年某月开始，却到上一年为止。",
        "2020年政务公开自查报告\n疫情防控信息自1月23日起每日更新，至2019年12月仍在更新。",
        "2020年政务公开自查报告\n疫情防控信息自1月23日起每日更新，至2020年12月仍在更新。",
        meeting(_ends_before, _STRETCH),
    ),
)
