"""Plans for a time that is over: years, tasks and deadlines left from last year's text."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import PART_HEADING, plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import anchored, meeting
from mingbai.text.proofreading.triggers import matches, sought

# What was not done last year is gone on with in this one.
_LEFT_OVER = lazy.pattern("未完成|遗留|结转|未办结|续建")
_STARTS = r"(?:^|(?<=[。；;！\n：:、．.）)\u3000 ，,是]))"
_PLANNED = sought(
    _STARTS
    + r"(?P<mark>(?P<year>20\d\d)年(?:度)?(?:[春秋夏冬]季学期|上学期|下学期|新学[年期])?(?:起|开始)?[，,]?)(?![底末上下]|年底|[一二三四]季度)(?![^，,。；;\n]{0,12}(?:中(?!心|学|小|队)|以来|期间|制定的|印发的|已))"
    r"(?P<who>[^，,。；;\n]{0,10}?)(?:将|要(?!求)|计划|拟|力争|继续|进一步|重点(?:做好|抓好)|着力|打算)"
)
# 「将」 that can only speak of the future: 「将政务公开纳入考核」 may be about what was done.
_WILL = sought(
    _STARTS
    + r"(?P<mark>(?P<year>20\d\d)年(?:度)?(?:[，,]|(?=(?:我|全|本)[^，,。；;\n]{1,6}将)|(?=将(?:进一步|继续|从以下|从如下))))(?:(?:我|全|本|街道|社区)[^，,。；;\n]{0,6})?将(?:进一步|继续|以|从|按照|坚持|加强|认真|严格|不断|重点|着力|加大|积极|深入|切实|编|开展|完善|推进|针对|做好|抓好|抓实|努力|围绕|通过|在|采取|力争)"
)
_TO_DO = sought(
    r"(?P<mark>(?:公开|公布|完成|制定|实施|开展|编制|发布|推进|落实|确保|推动|实现|做好|抓好)(?P<year>20\d\d)年)(?!以来|以前|之前|至|-|—|\d|[底末]|1?\d月)"
)
_DEADLINE = lazy.pattern(
    r"(?P<mark>(?:力争)?[在于到]?(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月|年(?=[底末]))?(?:\d{1,2}日)?[底末]?(?:之|以)?前)"
)
_HEADING = lazy.pattern(
    r"(?P<mark>(?P<year>20\d\d)年度?)[^，,。；;\n]{0,8}?(?:打算|思路|计划|安排|目标|设想|重点)(?:[和与及][^完落执]{2,8})?$"
)
# Work on the year before that is done in the next one.
_OF_THE_YEAR = lazy.pattern("度?[^，,。；;\n]{0,8}(?:决算|年度报告|年报|总结|考核|统计|评议)")
# 「将在2018年继续努力」 anywhere; 「在2020年把工作做好」, 「2023年一季度开展」 among plans.
_WILL_IN = lazy.pattern(
    r"(?:将|拟|争取|计划|力争)(?:在|于)(?P<mark>(?P<year>20\d\d)年)(?!度?(?:的基础|工作的?基础)|[^。；;，,\n]{0,8}前|\d)"
)
_IN_YEAR = lazy.pattern(
    r"(?:^|(?<=[。；;，,\n\u3000 ：:）)、]))在(?P<mark>(?P<year>20\d\d)年)(?!度?(?:的)?(?:基础|工作)|[^。；;，,\n]{0,20}(?:上|已|了|基础|中)|[度至到、—\d-])"
    r"|(?:^|(?<=[。；;，,\n\u3000 ：:）)、]))(?P<mark2>(?P<year2>20\d\d)年(?:第?[一二三四]季度|上半年|下半年|\d{1,2}月份?(?=[，,][^。；;\n]{0,30}(?:将|要|拟|计划|完成|开展|组织|召开|启动|建成|公开|推进|举办|进行))))(?![^。；;\n]{0,30}(?:已|了|存在|反馈|通报|发现|决算|以来|的|收支|支出|收入|开支|账目|明细|如下))"
)
_AHEAD = sought(
    r"在(?P<mark>(?P<year>20\d\d)年)的?(?:工作)?[中里][，,][^，,。；;\n]{0,10}?(?:将|要|继续|进一步)"
    r"|(?:展望|迎接)(?P<mark2>(?P<year2>20\d\d)年)[，,]"
)
_AIMS = lazy.pattern(
    r"(?P<mark>(?P<year>20\d\d)年)[^，,。；;\n]{0,16}(?:总体要求|总体思路|工作思路|工作目标|主要任务|重点任务|指导思想|总体目标)(?:是|为|[：:])"
    r"|到(?P<mark2>(?P<year2>20\d\d)年(?:底|末|1?\d月底?))[，,]?(?:[^，,。；;\n]{0,6}?)(?:基本|全面|力争|实现|建成|建立|完成|达到|形成)(?!了)"
)
_HALF_YEAR = lazy.pattern("[春夏]季|上半年|半年|[一二三]季度|阶段性")
# A day that tells which things are meant, 「对2022年10月前受理的申请」, or a term that was put off or kept, is no term of what is planned.
_TAKES_UP = lazy.pattern(r"(?:对|把|将|凡|凡是|针对|按照?|根据|除|原定|原计划|本应|应于)(?:于|在)?$")
_OF_SUCH = lazy.pattern(
    r"[^，,。；;\n]{1,24}(?:的|项目|名单|人员|事项|文件)|[已未尚应]|到期|[一二三四五六七八九十两几\d]{1,2}(?:年|个月|季度)"
)
_OF_THINGS = lazy.pattern(
    r"(?:[已尚未应]{0,2}(?:受理|收到|接到|提交|印发|制发|出台|发布|生成|形成|到期|届满|退休|取得|建成|竣工|投用|登记|出生|参加工作|入库|入职|立案|交办|开工|拆除|产生|遗留|欠缴))[^，,。；;\n]{0,10}的|(?:完成|交付|实施|整改)?的(?!各项|工作|任务)"
)
_PUT_OFF = lazy.pattern(
    "延期|顺延|延长|延后|延至|推迟|推后|展期|提前完成|已经?(?:全部|提前|如期|按期)?完成|回头看"
)


def _tells_which(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the day tells which things are meant, or the sentence says what became of the term."""
    text, start, end = passage.text, match.start("mark"), match.end("mark")
    sentence = re.split("[。；;\n]", text[max(passage.start, start - 40) : start])[-1]
    behind = re.split("[。；;\n]", text[end : min(passage.end, end + 40)])[0]
    will = sentence.endswith("将") and not match["mark"][0].isdigit()  # 「将在2022年6月前完成目录的修订」
    taken = not will and _TAKES_UP.search(sentence) is not None
    return (
        (taken and _OF_SUCH.match(text, end, passage.end) is not None)
        or _OF_THINGS.match(text, end, passage.end) is not None
        or _COUNTS_BACK.match(text, end, passage.end) is not None
        or _PUT_OFF.search(sentence + behind) is not None
    )


# 「2020年前三年」
_COUNTS_BACK = lazy.pattern("[一二三四五六七八九十两几\\d]{1,2}个?(?:年|月|季度)")
# A term copied from an older text is a few years old at most.
_LONG_AGO = 6
_REPORTING = {"work_summary", "annual_report", "self_check"}


def _mid_year(passage: Passage) -> bool:
    """Whether the text reports on part of a year: then the rest of that year is still to come."""
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    written, year = passage.document.written_on, passage.document.year
    early = written is not None and written.year == year and written.month <= _AUTUMN
    return early or _HALF_YEAR.search(title) is not None or "下半年" in passage.body


_AUTUMN = 10


def _year(passage: Passage) -> int | None:
    """The text's year; where only what is planned names it, the year of signing."""
    year, written = passage.document.year, passage.document.written_on
    if year and written and written.year < year and str(year) not in (passage.document.title or ""):
        return written.year
    return year


def _last_past_year(passage: Passage) -> int | None:
    """The latest year that a plan in this text cannot be about."""
    year, kind = _year(passage), passage.document.kind
    if year is None or kind not in _REPORTING | {"work_plan"}:
        return None
    return year - 1 if kind == "work_plan" or passage.once(_mid_year) else year


def _in_plans(passage: Passage, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    seen: set[int] = set()
    for section in passage.once(plan_sections):
        for match in matches(passage, pattern, section.start, section.end):
            if match.start("mark") not in seen:
                seen.add(match.start("mark"))
                yield match


def _planned_for_past(rule: Rule, passage: Passage) -> Iterator[Finding]:
    past = _last_past_year(passage)
    if past is None:
        return
    places = {match.start("mark"): match for match in _in_plans(passage, _PLANNED)}
    for match in matches(passage, _WILL):
        places.setdefault(match.start("mark"), match)
    yield from _named_ahead(rule, passage, past)
    for match in places.values():
        if int(match["year"]) <= past and not _LEFT_OVER.search(match[0]):
            said = f"这里写的是今后的打算，却用了{match['year']}年。"
            yield rule.finding(
                passage, match.start("mark"), match.end(), said, suggestion=f"核对后改为{past + 1}年"
            )


def _named_ahead(rule: Rule, passage: Passage, past: int) -> Iterator[Finding]:
    """「在2023年的工作中，我们将……」, 「展望2022年」, 「到2022年底，基本建成……」 where that year is over."""
    found = [*matches(passage, _AHEAD)]
    for match in _WILL_IN.finditer(passage.text, passage.start, passage.end):
        if int(match["year"]) <= past:
            said = f"这里写的是今后的打算，却用了{match['year']}年。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"核对后改为{past + 1}年")
    for section in passage.once(plan_sections):
        found += _AIMS.finditer(passage.text, section.start, section.end)
        found += _IN_YEAR.finditer(passage.text, section.start, section.end)
    for match in found:
        group = "mark" if match["mark"] else "mark2"
        named = int(match["year"] or match["year2"])
        if named <= past:
            said = f"这里写的是今后的打算，却用了{named}年。"
            yield rule.finding(passage, *match.span(group), said, suggestion=f"核对后改为{past + 1}年")


def _heading_for_past(rule: Rule, passage: Passage) -> Iterator[Finding]:
    past, year = _last_past_year(passage), passage.document.year
    if past is None or year is None:
        return
    what = "计划" if passage.document.kind == "work_plan" else "总结"
    numbered = [passage.prose[marker.line] for marker in passage.markers]
    for offset, line in numbered + [row for row in passage.prose[1:] if PART_HEADING.match(row[1])]:
        match = _HEADING.search(re.split("[。：:；]", line)[0][:40])
        if match and not past < int(match["year"]) <= year + 1:
            said = f"{year}年的{what}里，打算的标题却写{match['year']}年。"
            yield rule.finding(
                passage,
                offset + match.start("mark"),
                offset + match.end("mark"),
                said,
                suggestion=f"核对后改为{past + 1}年",
            )


def _old_task(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「公开2017年决算」 or 「确保2017年工作再上台阶」 among the plans of a summary of 2018."""
    past = _last_past_year(passage)
    if past is None:
        return
    for match in _in_plans(passage, _TO_DO):
        ahead = match.group().startswith(("确保", "推动", "推进", "实现", "做好", "抓好"))
        ahead = ahead and not _OF_THE_YEAR.match(passage.text, match.end("mark"))
        latest = past if ahead else past - 1
        if int(match["year"]) <= latest:
            said = f"打算里还是{match['year']}年的事，可能照搬了上年的文稿。"
            yield rule.finding(
                passage,
                match.start("mark"),
                match.end("mark"),
                said,
                suggestion=f"核对是否应为{latest + 1}年",
            )


def _deadline_over(rule: Rule, passage: Passage) -> Iterator[Finding]:
    past, signed = _last_past_year(passage), passage.document.written_on
    if past is None:
        return
    for match in _in_plans(passage, _DEADLINE):
        year, month = int(match["year"]), int(match["month"] or 12)
        if year < past - _LONG_AGO or _tells_which(passage, match):
            continue  # 「2000年以前建成的小区」 is no term
        first_half = (
            passage.once(_mid_year)
            and year == past + 1
            and month < 7
            and passage.document.kind != "work_plan"
        )
        written = signed is not None and (year, month) < (signed.year, signed.month)
        # An unsigned report on what was looked into is written within its year.
        within = passage.document.kind == "self_check" and signed is None and year == passage.document.year
        if (year <= past and not within) or first_half or written:
            said = f"「{match['mark']}」已经过去，不能是今后的期限。"
            yield rule.finding(passage, match.start("mark"), match.end("mark"), said, suggestion="核对期限")


RULES = (
    Rule(
        name="date.heading_for_past_year",
        category="wrong_year_or_date",
        severity="error",
        explain="总结里「××年工作打算」的年份应是下一年。",
        fires="2021年政务公开工作总结\n一、工作情况\n公开96条。\n二、2021年工作打算\n充实人员。",
        passes="2021年政务公开工作总结\n一、工作情况\n公开96条。\n二、2022年工作打算\n充实人员。",
        find=_heading_for_past,
    ),
    Rule(
        name="date.deadline_over",
        category="wrong_year_or_date",
        severity="error",
        explain="下一步打算里的完成期限已经过去。",
        fires="2022年政务公开工作总结\n一、工作情况\n公开96条。\n二、下步打算\n在2022年6月前完成公开目录修订。",
        passes="2022年政务公开工作总结\n一、工作情况\n公开96条。\n二、下步打算\n在2023年6月前完成公开目录修订。",
        find=_deadline_over,
    ),
    Rule(
        name="date.plan_for_past_year",
        category="wrong_year_or_date",
        severity="error",
        explain="总结里的下一步打算写成当年或更早的年份，多半是照搬后没有改。",
        fires="2018年工作总结\n一、工作情况\n公开信息96条。\n二、下步打算\n2018年，我镇将继续扩大公开范围。",
        passes="2018年工作总结\n一、工作情况\n公开信息96条。\n二、下步打算\n2019年，我镇将继续扩大公开范围。",
        find=anchored("年", _planned_for_past),
    ),
    Rule(
        name="date.task_of_past_year",
        category="wrong_year_or_date",
        severity="warning",
        explain="下一步打算里出现更早年份的任务，可能照搬了上年文稿。",
        fires="2018年工作总结\n一、工作情况\n公开信息96条。\n二、下步打算\n按要求公开2017年部门决算。",
        passes="2018年工作总结\n一、工作情况\n公开2017年决算。\n二、下步打算\n按要求公开2018年部门决算。",
        find=meeting(_old_task, _TO_DO),
    ),
)
