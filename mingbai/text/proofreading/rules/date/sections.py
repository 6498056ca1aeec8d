"""Times that their own part of a text cannot have: the first half among plans for the second, months not over yet, the own year as the one compared with."""

import re
from collections.abc import Iterator
from datetime import date

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import day_of, plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- the first half among the plans for the second ----------------------------------------------------------------------

_SECOND_HEAD = lazy.pattern("下半年[^，,。；;\n]{0,8}(?:打算|计划|安排|思路|重点|任务|目标|举措|措施)")
_FIRST_HALF = lazy.pattern(
    r"(?P<mark>上半年)[^，,。；;\n]{0,4}(?:要|将|力争|确保|计划|拟|重点|继续|完成|启动)|(?<![\d年至到—–~～－-])(?P<month>[1-6])月(?:份|底|中旬|上旬|下旬|\d{1,2}日)?(?:之)?前[，,]?[^，,。；;\n]{0,6}(?:完成|建成|启动|到位|上报|实现|开展)"
)
_HALF_WORDS = waiting_for(("下半年",))
_NEXT_YEAR = lazy.pattern("次年|明年|来年|翌年|20\\d\\d年|未完成|遗留|基础上|总结")


def _first_half(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「三、下半年工作打算」 and below it 「上半年要完成……」."""
    for section in passage.once(plan_sections):
        start = passage.text.rfind("\n", passage.start, section.start) + 1
        head = _SECOND_HEAD.search(
            passage.text, max(start, passage.start), min(section.start + 30, section.end)
        )
        if head is None or passage.document.kind == "work_plan":
            continue
        for match in _FIRST_HALF.finditer(passage.text, head.end(), section.end):
            before = re.split(
                "[，,。；;\n]", passage.text[max(section.start, match.start() - 12) : match.start()]
            )[-1]
            if not _NEXT_YEAR.search(before + match[0]):
                said = f"这一部分是「{head[0]}」，这里却写「{match[0]}」，请核对。"
                yield rule.finding(passage, match.start(), match.end(), said)


# --- done before a day that is not over yet ------------------------------------------------------------------------------

_BEFORE = lazy.pattern(
    r"(?:(?P<year>20\d\d)年)?(?<!\d)(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|底|末|份)?(?:之)?前?[，,]?(?:均|都)?已经?(?:全面|全部|顺利|圆满|基本|如期|按期)?(?:完成|建成|完工|整改|验收|到位|结束|办结|发放)"
)
_BEFORE_WORDS = waiting_for(("已全", "已完", "已顺", "已圆", "已基", "已如", "已按", "已建", "已整", "已验", "已办", "已发", "已经", "已结"))  # fmt: skip


def _done_later(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2023年1月底前已全面完成」 in a paper of 12 January."""
    signed = passage.document.written_on
    if signed is None:
        return
    for match in matches_near(passage, _BEFORE_WORDS, _BEFORE, 40):
        year = int(match["year"] or signed.year)
        told = _last_day(year, int(match["month"]), match["day"])
        if told and told > signed and (match["year"] or told.month - signed.month < _HALF_A_YEAR):
            said = f"文稿写于{signed}，这里却说{match[0]}，请核对。"
            yield rule.finding(passage, match.start(), match.end(), said)


_HALF_A_YEAR = 6


def _last_day(year: int, month: int, day: str | None) -> date | None:
    if day:
        return day_of(year, month, int(day))
    return next((end for last in (31, 30, 29, 28) if (end := day_of(year, month, last))), None)


# --- a month's meeting on the accounts of later months --------------------------------------------------------------------

_REVIEW = lazy.pattern(
    r"(?<![\d年])(?P<month>\d{1,2})月(?:份|\d{1,2}日|底|初|中旬|上旬)?[，,]?[^，,。；;\d]{0,14}[，,]?(?:审议|公布|公示|审核|公开|通报|听取|审查)[^，,。；;\d]{0,8}(?P<first>\d{1,2})月?(?:至|到|—|-|～|~|－)(?P<last>\d{1,2})月(?:份)?[^，,。；;\d]{0,6}(?:收支|账目|财务|票据|开支|经费|情况|明细|低保)"
)
_REVIEW_WORDS = waiting_for(("审议", "公布", "公示", "审核", "公开", "通报", "听取", "审查"))


def _reviewed_early(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「5月召开居民代表会议，审议4月至6月收支情况」."""
    for match in matches_near(passage, _REVIEW_WORDS, _REVIEW, 60):
        month, first, last = (int(match[name]) for name in ("month", "first", "last"))
        if (
            first <= last <= 12
            and first <= month < last
            and "去年" not in match[0]
            and "上年" not in match[0]
        ):
            said = f"{month}月时{last}月还没有过完，请核对。"
            yield rule.finding(passage, match.start(), match.end(), said)


# --- compared with the own year -----------------------------------------------------------------------------------------

_AGAINST = lazy.pattern(
    r"(?P<mark>(?:比|较)(?P<year>20\d\d)年(?:度|同期)?)(?:相比)?[，,]?(?:要|应|力争|再|确保)?[^，,。；;\n]{0,8}?(?:下降|降低|减少|增加|增长|提高|上升|提升|有[^，,。；;]{0,4}(?:进步|改善|好转|突破))"
)
_AGAINST_WORDS = waiting_for(("比20", "较20"))


def _own_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2014年工作方案」 with 「事故比2014年下降」: a year is compared with the one before it."""
    year = passage.document.year
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    if year is None or str(year) not in title or str(year + 1) in title:
        return
    plans = passage.once(plan_sections) if passage.document.kind != "work_plan" else []
    for match in matches_near(passage, _AGAINST_WORDS, _AGAINST, 30):
        ahead = any(part.start <= match.start() < part.end for part in plans)
        if int(match["year"]) == year and not ahead:
            said = f"标题是{year}年的，这里又拿{year}年来比，疑应为{year - 1}年。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=match["mark"].replace(str(year), str(year - 1)))  # fmt: skip


# --- plans for a year long over -------------------------------------------------------------------------------------------

_WILL = lazy.pattern(
    r"(?:(?<=[。；;\n\u3000 ])|^)(?P<mark>(?P<year>20\d\d)年)(?:度)?[，,][^，,。；;\n]{0,10}?(?:将|要|计划|力争|拟|打算)(?!其|求)"
)
_WILL_WORDS = waiting_for(("将", "要", "计划", "力争", "拟", "打算"))


def _long_over(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2013年，我镇将针对上述问题」 in a summary of 2023."""
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    told = re.search(r"20\d\d(?=年)", title)
    if told is None:
        return
    year = int(told[0])
    for match in matches_near(passage, _WILL_WORDS, _WILL, 40):
        last_third = match.start() - passage.start > (passage.end - passage.start) * _LATE
        if int(match["year"]) < year and last_third:
            right = year if passage.document.kind == "work_plan" else year + 1
            said = f"标题是{year}年的，打算却写的是{match['year']}年，疑应为{right}年。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"{right}年")


# What is to come stands at the end of a paper.
_LATE = 0.55

# --- a term that begins the year before ------------------------------------------------------------------------------------

_FROM = lazy.pattern(
    r"(?:从|自|于)(?P<mark>(?P<year>20\d\d)年\d{1,2}月(?:\d{1,2}日|份|底|初)?)(?:起|开始)?[，,]?(?:至|到|[—–~～－-]+)[^。；;\n\d]{0,2}\d{1,2}月(?!以来)[^。；;\n]{0,30}?(?:开展|进行|实施|组织)(?!了|的|以来)"
)
_FROM_WORDS = waiting_for(("从20", "自20", "于20"))


def _begins_before(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「决定从2012年6月至9月底开展大检查」 in a notice signed in 2013."""
    signed = passage.document.written_on
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    if signed is None or not re.search("通知|方案|意见|公告|通告", title):
        return
    for match in matches_near(passage, _FROM_WORDS, _FROM, 60):
        if int(match["year"]) == signed.year - 1:
            said = f"文稿写于{signed.year}年，要开展的工作却从{match['year']}年开始，请核对。"
            yield rule.finding(passage, *match.span("mark"), said)


# --- begun in one month, over in another --------------------------------------------------------------------------------------

_BUILT = lazy.pattern(
    r"(?<!\d)(?P<m1>\d{1,2})月(?:份|底|初|上旬|中旬|下旬|\d{1,2}日)?(?:正式)?(?:开工|启动|开始|动工|进场)[，,、；;至]?[^。；;\n\d]{0,8}?(?P<m2>\d{1,2})月(?:份|底|初|上旬|中旬|下旬|\d{1,2}日)?(?:全面|顺利)?(?:竣工|完工|结束|完成|验收)[，,][^。；;\n\d]{0,6}?(?:工期|历时|用时|为期|持续)(?:共|约)?(?P<n>\d{1,2}|[一两二三四五六七八九十])个月"
)
_BUILT_WORDS = waiting_for(("工期", "历时", "用时", "为期", "持续"))


def _built(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「工程于3月开工，8月竣工，工期4个月」."""
    for match in matches_near(passage, _BUILT_WORDS, _BUILT, 70):
        months, told = int(match["m2"]) - int(match["m1"]), number_in(match["n"])
        if told and months > 0 and not months <= told <= months + 1:
            said = f"从{match['m1']}月到{match['m2']}月约{months}至{months + 1}个月，写的是{match['n']}个月，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- two stages in brackets ---------------------------------------------------------------------------------------------

_STAGES = lazy.pattern(
    r"[（(](?P<m1>\d{1,2})月(?P<d1>\d{1,2})日?(?:至|到|[—–~～－-]+)(?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})日[）)][^（(。\n\d]{1,16}[（(](?P<m3>\d{1,2})月(?P<d3>\d{1,2})日?(?:至|到|[—–~～－-]+)(?:\d{1,2}月)?\d{1,2}日[）)]"
)
_STAGE_WORDS = waiting_for(("日）", "日)"))


def _overlap(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「分自查（3月15日至20日）和抽查（3月19日至31日）两个阶段」."""
    for match in matches_near(passage, _STAGE_WORDS, _STAGES, 60):
        end = int(match["m2"] or match["m1"]), int(match["d2"])
        begin = int(match["m3"]), int(match["d3"])
        first = int(match["m1"]), int(match["d1"])
        if first < begin < end:
            said = f"前一段到{end[0]}月{end[1]}日，后一段却从{begin[0]}月{begin[1]}日开始，请核对。"
            yield rule.finding(passage, *match.span(), said)


_rule = hint_of("date", "wrong_year_or_date")

RULES = (
    _rule(
        "first_half_among_plans",
        "下半年的打算里写了上半年、六月以前的事。",
        "2023年上半年工作总结\n一、主要工作\n完成改厕。\n二、下半年工作打算\n上半年要完成管网改造。",
        "2023年上半年工作总结\n一、主要工作\n完成改厕。\n二、下半年工作打算\n年底前要完成管网改造。",
        Waiting(_HALF_WORDS, _first_half),
    ),
    _rule(
        "done_by_later_day",
        "落款的日子还没到，却说某月底前已经完成。",
        "自查报告\n整改任务于2023年1月底前已全面完成。\n2023年1月12日",
        "自查报告\n整改任务于2022年12月底前已全面完成。\n2023年1月12日",
        Waiting(_BEFORE_WORDS, _done_later),
    ),
    _rule(
        "reviewed_before_over",
        "开会审议、公布的收支，月份还没有过完。",
        "5月召开居民代表会议，审议4月至6月收支情况。",
        "7月召开居民代表会议，审议4月至6月收支情况。",
        Waiting(_REVIEW_WORDS, _reviewed_early),
    ),
    _rule(
        "compared_with_itself",
        "一年与它自己相比，多半应是上一年。",
        "2014年安全生产工作方案\n事故起数比2014年下降10%。",
        "2014年安全生产工作方案\n事故起数比2013年下降10%。",
        Waiting(_AGAINST_WORDS, _own_year),
    ),
    _rule(
        "planned_for_year_long_over",
        "打算里写的年份比标题的还早。",
        "柳河镇2023年政务公开工作总结\n公开信息320条。\n2013年，我镇将针对上述问题改进。",
        "柳河镇2023年政务公开工作总结\n公开信息320条。\n2024年，我镇将针对上述问题改进。",
        Waiting(_WILL_WORDS, _long_over),
    ),
    _rule(
        "begins_year_before",
        "通知、方案部署的工作，却从上一年开始。",
        "关于开展安全生产大检查的通知\n决定从2012年6月至9月底，在全街道开展大检查。\n2013年6月3日",
        "关于开展安全生产大检查的通知\n决定从2013年6月至9月底，在全街道开展大检查。\n2013年6月3日",
        Waiting(_FROM_WORDS, _begins_before),
    ),
    _rule(
        "term_of_building",
        "几月开工、几月竣工，与工期几个月要相符。",
        "工程于3月开工，8月竣工，工期4个月。",
        "工程于3月开工，8月竣工，工期5个月。",
        Waiting(_BUILT_WORDS, _built),
    ),
    _rule(
        "stages_in_brackets",
        "一句里括号注明的两段时间，后一段在前一段结束以前就开始。",
        "分自查（3月15日至20日）和抽查（3月19日至31日）两个阶段。",
        "分自查（3月15日至20日）和抽查（3月21日至31日）两个阶段。",
        Waiting(_STAGE_WORDS, _overlap),
    ),
)
