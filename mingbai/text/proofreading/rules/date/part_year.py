"""Years against the part of the paper they stand in: what a plan sets for a year that is over, what a report counts for the year before; the halves of a school year, feasts of the other half."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._dated import where_written
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._mentions import clause_before
from mingbai.text.proofreading.rules._speaker import title_of
from mingbai.text.proofreading.rules._years import Part, of_a_part, part_at, school_year, year_told
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- a year of another part -----------------------------------------------------------------------------------------

_HEADED = lazy.pattern(
    r"(?:(?<=[。；;\n\u3000 ）)、.．])|^)(?P<mark>(?P<year>20\d\d)年)(?P<rest>(?!以[来前]|前|初|起|[—\-~至到])[^。；;\n]{2,60})",
    re.MULTILINE,
)
_WORDS = waiting_for(tuple(f"20{n}年" for n in range(10, 40)))
# What is compared, cited or looked back to may be of any year.
_BACK = lazy.pattern(
    "比|较|同期|以来|基础|总结|结转|印发|出台|施行|反馈|通报|文件|考核|荣获|被评|评为|被[^，]{0,6}(?:确定|列|授)|获|已|曾|了[，]|年报|报告|建成的|遗留|决算|审计|底前|始建|成立|开始|启动的|创建"
)
_INTENDED = lazy.pattern(
    "^(?:度)?(?:[上下]半年|第?[一二三四]季度|\\d{1,2}月|全年|年底前?|我[镇乡局校院县村]|全[镇乡局校院县村]|[，,])*(?:计划|力争|将|拟|确保|争取|要(?!求)|新建|完成|启动|实现|建成|继续|进一步|全面|开展|举办|组织|召开|重点|抓好|做好|新学期|推进|加强|发展|培育|打造|建立|建设|改造|推广|着力|深化|巩固|提升|扩大|聚焦|围绕|预计|支出预算|收入预算)"
)
_COUNTED = lazy.pattern(
    r"^(?:度)?(?:全年|共|我[镇乡局校院县村]|全[镇乡局校院县村]|累计|收入|支出|总收入|总支出|一般公共|财政|[，,])*(?:收入|支出|总计|发放|共|完成|公开|预算|办理|受理|举办|召开|开展|培训|投入|实现)[^，,。；;\n]{0,16}\d"
)
_ITS_OWN = lazy.pattern("今年|本年|(?<![比较与])(?:去年|上年)")
_NEXT_SENTENCE = 60


_WE = "(?:我|本|全)(?:[镇乡局校院县村社区馆站所司委会]|街道|社区|中心|公司)"
# 「2016年，我乡将强化培训」 at the end of the report on 2016.
_WILL = lazy.pattern(
    rf"^[，,]?(?:{_WE})?将(?:继续|进一步|强化|加强|加大|不断|着力|以|围绕|重点|坚持|从|按照|对照|严格|更加)(?![^。；;\n]{{0,40}}(?:作为|纳入|列入|摆))"
)
# 「一、概述。2015年，我乡认真贯彻条例」 in the report on 2016.
_DID = lazy.pattern(
    rf"^[，,](?:{_WE})?(?:认真(?:贯彻|落实|按照|执行|学习)|在[^，。]{{2,24}}(?:领导|指导|关心|支持)下|高度重视|严格(?:按照|执行|落实)|按照[^，。]{{4,24}}(?:要求|部署|安排))"
)
_LAST_PART = 0.5


def _is_told_as_plan(passage: Passage, part: Part, match: re.Match[str]) -> bool:
    """Whether a report on a whole year says at its end what it will do in that year."""
    late = match.start() - passage.start > _LAST_PART * (passage.end - passage.start)
    of_all = passage.document.kind in {"work_summary", "annual_report"} and not of_a_part(passage)
    return (
        of_all
        and late
        and not part.plans
        and int(match["year"]) == part.year
        and _WILL.match(match["rest"]) is not None
    )


def _is_left_over(passage: Passage, part: Part, match: re.Match[str]) -> bool:
    """Whether the year is that before the part's, of what the part is about itself."""
    year, rest = int(match["year"]), match["rest"]
    counted = None if part.plans else _COUNTED.match(rest)
    said = counted[0] if counted else rest
    if _BACK.search(said) or part.year - year not in (1, 2):
        return False
    if part.plans:
        return _INTENDED.match(rest) is not None
    # The line alone: headings say the part's year.
    after = passage.text[match.start("rest") : match.end() + _NEXT_SENTENCE].split("\n")[0]
    before = passage.text[max(passage.start, match.start() - _NEXT_SENTENCE) : match.start()]
    near = before.rpartition("\n")[2] + after
    of_both = f"{part.year}年" in near or _ITS_OWN.search(near)
    tells = counted is not None or _DID.match(rest) is not None
    return part.year - year == 1 and not of_both and tells


# 「截至2017年11月底」, 「在2014年底前公布了」 in the report on the year before.
_BY = lazy.pattern(
    r"截[至止]到?(?P<mark>(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月|年?[底末]))|(?<=[在于])(?P<mark2>(?P<year2>20\d\d)年年?[底末]之?前)[^，,。；;\n]{0,16}(?:公布|完成|发布|公开|建成|落实|实现|办理|整改|兑现)了"
)
_SPRING = 4


def _counted_beyond(passage: Passage) -> Iterator[tuple[int, int, int]]:
    """Where a report on a whole year counts to the end of the next: start, end and the year it is on."""
    signed = passage.document.written_on or passage.published_on
    if passage.document.kind not in {"work_summary", "annual_report"} or of_a_part(passage):
        return
    for match in _BY.finditer(passage.text, passage.start, passage.end):
        group = "mark" if match["mark"] else "mark2"
        year, part = int(match["year"] or match["year2"]), part_at(passage, match.start())
        early = match["month"] is not None and int(match["month"]) < _SPRING
        if part is None or part.plans or year != part.year + 1 or early:
            continue
        # Written so late, it may count so far.
        if signed is None or signed.year < year or signed.month < int(match["month"] or _DECEMBER):
            yield match.start(group), match.end(group), part.year


_DECEMBER = 12


def _beside_parts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    yield from _years_of_parts(rule, passage)
    for start, end, year in _counted_beyond(passage):
        written = passage.text[start:end]
        said = f"本文讲{year}年的工作，这里却写「{written}」，请核对。"
        yield rule.finding(passage, start, end, said, suggestion=f"{year}年{written.partition('年')[2]}")


def _years_of_parts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「二、2021年工作要点」 and below it 「（二）2020年5月开展助残日活动」."""
    found = []
    for match in matches_near(passage, _WORDS, _HEADED, 70):
        part = part_at(passage, match.start("mark"))
        if part is None or passage.in_web_residue(match.start()) or clause_before(passage, match.start()):
            continue
        title_ends = passage.prose[0][0] + len(passage.prose[0][1]) if passage.prose else passage.start
        if match.start() < title_ends:
            continue
        if _is_left_over(passage, part, match):
            does = "安排" if part.plans else "讲"
            said = f"这一部分{does}的是{part.year}年的事，这里却写「{match['mark']}」，请核对。"
            found.append((match, said, part.year))
        elif _is_told_as_plan(passage, part, match):
            said = f"这是{part.year}年的总结，这里说「将」怎样，写的还是{match['mark']}，请核对。"
            found.append((match, said, part.year + 1))
    for match, said, right in found if len(found) <= _MOST else ():
        yield rule.finding(passage, *match.span("mark"), said, suggestion=f"{right}年")


# A paper that speaks so often of the year before speaks of several years.
_MOST = 2

# --- the halves of a school year ------------------------------------------------------------------------------------

_TERM_WORDS = waiting_for(("学年",))
_MID = 7


def _signed_in_term(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The plan of the first term of 2021-2022, signed on 1 September 2022."""
    school, signed = school_year(passage), passage.document.written_on
    if school is None or signed is None or not school.term:
        return
    first = school.first if school.term == 1 else school.second
    plan = re.search("计划|方案|要点|安排", title_of(passage)) is not None
    # A summary of the first term may be written in the year after.
    last = first + (school.term == 1 and not (plan and signed.month >= _MID))
    if not first <= signed.year <= last:
        term = "一" if school.term == 1 else "二"
        said = f"标题是{school.first}—{school.second}学年第{term}学期，落款却是{signed.year}年{signed.month}月，请核对。"
        yield rule.finding(passage, *where_written(passage, signed), said, suggestion="核对落款的年份")


# --- feasts of the other half -----------------------------------------------------------------------------------------

_FEASTS = {
    "元旦": (1, 1), "春节": (1, 2), "元宵": (1, 3), "妇女节": (3, 3), "植树节": (3, 3), "清明": (4, 4), "劳动节": (5, 5), "端午": (5, 6), "儿童节": (6, 6),
    "“七一”": (7, 7), "“八一”": (8, 8), "建军节": (8, 8), "教师节": (9, 9), "中秋": (9, 10), "国庆": (10, 10), "重阳": (10, 11), "国家宪法日": (12, 12),
}  # fmt: skip
_FEAST_WORDS = waiting_for(tuple(_FEASTS))
_FEAST = lazy.pattern(
    rf"(?P<feast>{'|'.join(_FEASTS)})(?=节?[”]?(?:、[^，。；\n]{{1,8}})?(?:期间|当[日天]|前夕|前后|，))"
)
_HALVES = {"上半年": (1, 6), "下半年": (7, 12)}
_AHEAD = lazy.pattern("将|拟|计划|迎接|去年|上年|准备|筹备|下一?步|即将|[到至]")
# So near the border of two halves a feast may be met by either.
_MARGIN = 1


def _feasts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「春节、“八一”期间走访慰问优抚对象」 in the summary of a first half-year."""
    title = title_of(passage)
    half = next((months for word, months in _HALVES.items() if word in title), None)
    if half is None or not re.search("总结|汇报|报告|小结|情况", title) or year_told(passage) is None:
        return
    plans = passage.once(plan_sections)
    for match in matches_near(passage, _FEAST_WORDS, _FEAST, 24):
        low, high = _FEASTS[match["feast"]]
        if low <= half[1] + _MARGIN and high >= half[0] - _MARGIN:
            continue
        ahead = any(one.start <= match.start() < one.end for one in plans)
        if not ahead and not _AHEAD.search(clause_before(passage, match.start(), 20)):
            said = f"标题说的是{half[0]}至{half[1]}月，「{match['feast']}」不在里面，请核对。"
            yield rule.finding(passage, *match.span("feast"), said, suggestion="核对节日或时段")


_hint = hint_of("date", "wrong_year_or_date")

RULES = (
    _hint(
        "year_of_other_part",
        "「2021年工作要点」这一部分写着2020年要开展什么，或者某年的总结里孤零零报着上一年的数，多为沿用旧稿没有改。",
        "三塘县残联2020年工作总结和2021年工作要点\n一、2020年工作总结\n适配辅具320件。\n二、2021年工作要点\n（一）2020年5月开展“全国助残日”活动。",
        "三塘县残联2020年工作总结和2021年工作要点\n一、2020年工作总结\n适配辅具320件。\n二、2021年工作要点\n（一）2021年5月开展“全国助残日”活动，在2020年基础上扩面。",
        Waiting(_WORDS, _beside_parts),
    ),
    _hint(
        "signed_outside_term",
        "标题是某学年第几学期的计划、总结，落款的年份却不在这个学期。",
        "西岭小学2021-2022学年度第一学期工作计划\n一、指导思想。落实要求，抓好教学。\n西岭小学\n2022年9月1日",
        "西岭小学2021-2022学年度第一学期工作计划\n一、指导思想。落实要求，抓好教学。\n西岭小学\n2021年9月1日",
        Waiting(_TERM_WORDS, _signed_in_term),
    ),
    _hint(
        "feast_of_other_half",
        "上半年的总结里写中秋、国庆期间做了什么，下半年的总结里写清明、端午，时段不符。",
        "安和县民政局2020年上半年工作总结\n春节、中秋期间走访慰问困难群众1200人次。\n国庆期间开展慰问。",
        "安和县民政局2020年上半年工作总结\n春节、清明期间走访慰问困难群众1200人次。\n下一步，迎接国庆。",
        Waiting(_FEAST_WORDS, _feasts),
    ),
)
