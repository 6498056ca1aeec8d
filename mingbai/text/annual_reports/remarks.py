"""What the prose around the tables gives away: years, notices and units left over from another report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.law.annual_report import deadline
from mingbai.text.annual_reports.heading import squeeze
from mingbai.text.annual_reports.reading import ReadReport
from mingbai.text.model import Severity, Span

FIRST_YEAR_OF_2021_FORM = 2021
FIRST_YEAR_OF_NEW_REGULATION = 2019
OBSOLETE_NOTICE = re.compile(r"国办公开办函[〔\[(（【﹝]?\s*2019\s*[〕\])）】﹞]?\s*60\s*号")
OBSOLETE_REGULATION = re.compile(r"国?务?院?令?第?\s*492\s*号")
NEW_REGULATION = re.compile(r"711\s*号|修订")
REGULATION_REACH = 60
OWN_KINDS = {
    "town": {"我街道", "我局", "我委"},
    "subdistrict": {"我镇", "我乡", "我局", "我委"},
    "county": {"我镇", "我乡", "我街道", "我局"},
    "city": {"我镇", "我乡", "我街道", "我局", "我县"},
    "bureau": {"我镇", "我乡", "我街道"},
}
TOWN_NAME = re.compile(r"([\u4e00-\u9fff]{2,4}?)(镇|乡|街道)(?:人民政府|政府|办事处|党政)")
SPEAKER = re.compile(r"(?:由|与|向|联系)([\u4e00-\u9fff]{2,25}?)(?:负责|编制|联系|。|,|，|\()")
UNSURE_RANK = re.compile("(?:实验|试验|合作|管理|功能|集聚|先行|改革)区(?:管委会|管理委员会)?$")
"""Zones that stand between a county and a city; their day depends on where they report to."""
SHARE = re.compile(r"占(?:比)?(?:[^%。,，\d]{0,8})(\d{1,3}(?:\.(\d+))?)%")
FEWEST_SHARES = 3
NEARLY_ALL = 90
PLAN = re.compile(
    r"(20\d\d)年(?:度)?[,，]?(?:我[\u4e00-\u9fff]{1,3}|[\u4e00-\u9fff]{2,6}[镇乡局])?将"
    "(?=进一步|继续|加强|加大|严格|持续|着力|着重|重点|认真|采取|不断|努力|积极|围绕|深入|坚持|全面|切实|针对|对照|通过|从|以|在|按)"
)
"""A plan; 将 in front of a thing (将公开工作纳入考核) tells what was done."""
OWN_WORD = "(?<!自){}(?!限|村|土|亲|托|派)"
SECTION_SIX_YEAR = re.compile(r"(20\d\d)年(?!\d)(?:度)?[,，]?[^。,，]{0,12}(?:未|无|没有|共|收取|不)")
SENTENCE_YEAR = re.compile(r"(?:^|[。)）]|情况)(20\d\d)年(?:度)?[,，]")


@dataclass(frozen=True, slots=True)
class Remark(Span):
    """A doubt about the prose, in the ids of the command's contract."""

    id: str
    severity: Severity
    message: str


def remarks(report: ReadReport) -> list[Remark]:
    return [
        *_layout(report),
        *_late(report),
        *_stale_years(report),
        *_obsolete_notices(report),
        *_other_units(report),
        *_percentages(report),
    ]


def _layout(report: ReadReport) -> Iterator[Remark]:
    year = report.heading.year
    stock = report.table2.layout.name if report.table2 else report.layout_name
    where = report.outline.table3 or report.outline.whole
    split = Span(where.start, where.start)
    if report.layout.name == "2021+2019":
        message = "表三（六）其他处理只有一行，没有分三小项。2021年起的表式要求分列，请改用现行表式。"
        yield Remark(split.start, split.end, "FORMAT_other_not_split", "warning", message)
    elif stock == "2019" and year is not None and year >= FIRST_YEAR_OF_2021_FORM:
        message = f"{year}年度的报告用了2019年的旧表式（国办公开办函〔2019〕60号）。请改用国办公开办函〔2021〕30号的表式。"
        yield Remark(split.start, split.end, "FORMAT_obsolete_2019_layout", "warning", message)


def _late(report: ReadReport) -> Iterator[Remark]:
    heading = report.heading
    if heading.unit_kind is None or heading.year is None or heading.published_on is None:
        return
    due = deadline(heading.unit_kind, heading.year)
    if heading.published_on > due.due_on:
        start = report.outline.whole.start
        sure = not UNSURE_RANK.search(heading.unit or "")
        by = "期限是" if sure else "按县级政府算，期限是"
        message = f"公布日期是{heading.published_on}，{by}{due.due_on}（{due.basis}）。请说明迟公布的原因。"
        yield Remark(start, start, "LATE_PUBLICATION", "warning" if sure else "info", message)


def _stale_years(report: ReadReport) -> Iterator[Remark]:
    heading = report.heading
    year = heading.year
    if year is None:
        return
    if heading.period and heading.period_years and heading.period_years != (year, year):
        said = "年至".join(str(each) for each in dict.fromkeys(heading.period_years))
        message = f"报告年度是{year}年，统计期限却写着{said}年。请核对。"
        yield Remark(heading.period.start, heading.period.end, "STALE_YEAR_IN_TEXT", "warning", message)
    if heading.published_on and heading.published_on.year < year:
        start = report.outline.whole.start
        message = f"报告年度是{year}年，公布日期却是{heading.published_on}，那一年还没有到。请核对年份。"
        yield Remark(start, start, "STALE_YEAR_IN_TEXT", "warning", message)
    yield from _stale_narrative(report, year)
    if report.outline.section_five:
        for match, span in _found(report, PLAN, report.outline.section_five):
            if int(match[1]) <= year:
                message = f"下一步打算写的是{match[1]}年，报告年度已是{year}年。请核对。"
                yield Remark(span.start, span.end, "STALE_YEAR_IN_TEXT", "warning", message)
    if report.outline.section_six:
        for match, span in _found(report, SECTION_SIX_YEAR, report.outline.section_six):
            if int(match[1]) < year and f"{year}年" not in match.string:
                message = f"第六部分写的是{match[1]}年，报告年度是{year}年。请核对。"
                yield Remark(span.start, span.end, "STALE_YEAR_IN_TEXT", "warning", message)


def _stale_narrative(report: ReadReport, year: int) -> Iterator[Remark]:
    """The first part speaks of the year before and never of its own."""
    span = report.outline.section_one
    compact, _ = squeeze(report.text, span.start, span.end)
    if f"{year}年" in compact:
        return
    for match, place in _found(report, SENTENCE_YEAR, span):
        if int(match[1]) == year - 1:
            message = f"总体情况只写了{match[1]}年，没有写{year}年。请核对是否沿用了上年的文字。"
            yield Remark(place.start, place.end, "STALE_YEAR_IN_TEXT", "warning", message)
            return


def _found(report: ReadReport, pattern: re.Pattern[str], span: Span) -> Iterator[tuple[re.Match[str], Span]]:
    compact, offsets = squeeze(report.text, span.start, span.end)
    for match in pattern.finditer(compact):
        yield match, Span(offsets[match.start()], offsets[match.end() - 1] + 1)


def _obsolete_notices(report: ReadReport) -> Iterator[Remark]:
    year = report.heading.year or 0
    whole = report.outline.whole
    if year >= FIRST_YEAR_OF_2021_FORM:
        for _, span in _found(report, OBSOLETE_NOTICE, whole):
            message = "引用的国办公开办函〔2019〕60号已由国办公开办函〔2021〕30号代替，请改引现行通知。"
            yield Remark(span.start, span.end, "CITES_OBSOLETE_NOTICE", "warning", message)
    if year >= FIRST_YEAR_OF_NEW_REGULATION:
        for match, span in _found(report, OBSOLETE_REGULATION, whole):
            around = match.string[max(0, match.start() - REGULATION_REACH) : match.end() + REGULATION_REACH]
            if "国务院令" in around and not NEW_REGULATION.search(around):
                message = "引用的是修订前的条例（国务院令第492号），请改引国务院令第711号修订的条例。"
                yield Remark(span.start, span.end, "CITES_OBSOLETE_NOTICE", "warning", message)


def _other_units(report: ReadReport) -> Iterator[Remark]:
    unit, kind = report.heading.unit, report.heading.unit_kind
    if unit is None or kind is None:
        return
    prose = [
        report.outline.intro,
        report.outline.section_one,
        report.outline.section_five,
        report.outline.section_six,
    ]
    for span in filter(None, prose):
        for word in sorted(OWN_KINDS.get(kind, ())):
            for _, place in _found(report, re.compile(OWN_WORD.format(word)), span):
                message = f"“{word}”不是{unit}的自称，请核对是否照抄了别处的文字。"
                yield Remark(place.start, place.end, "COPIED_TEXT", "warning", message)
    own = TOWN_NAME.search(unit)
    if own is None:
        return
    for match, place in _found(
        report, SPEAKER, Span(report.outline.whole.start, report.outline.section_one.end)
    ):
        other = TOWN_NAME.search(match[1])
        if other and other[1][-2:] not in unit and own[1][-2:] not in match[1]:
            message = f"报告单位是{unit}，这里却写着“{match[1]}”。请核对是否照抄了别处的文字。"
            yield Remark(place.start, place.end, "COPIED_TEXT", "warning", message)


def _percentages(report: ReadReport) -> Iterator[Remark]:
    """Shares of one whole in one sentence, as far as rounding explains no difference."""
    compact, offsets = squeeze(report.text, report.outline.section_one.start, report.outline.section_one.end)
    for sentence in re.finditer(r"[^。；;]+", compact):
        shares = list(SHARE.finditer(sentence.group()))
        if len(shares) < FEWEST_SHARES:
            continue
        if "其中" in sentence.group()[shares[0].start() : shares[-1].end()]:
            continue  # shares of a share
        total = sum(float(share[1]) for share in shares)
        digits = min(len(share[2] or "") for share in shares)
        rounding = 0.5 * 10**-digits * len(shares) + 1e-9
        if total > 100 + rounding or NEARLY_ALL <= total < 100 - rounding:
            start, end = sentence.start() + shares[0].start(), sentence.start() + shares[-1].end() - 1
            message = f"这几项占比相加是{total:g}%，不是100%。请核对。"
            yield Remark(offsets[start], offsets[end] + 1, "PERCENTAGES_SUM", "warning", message)
