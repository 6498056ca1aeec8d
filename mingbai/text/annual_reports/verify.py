"""What is wrong in one published report, between years of a unit, and between a unit and its members."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from mingbai.law.annual_report import Number, describe
from mingbai.law.annual_report_checks import check_fee_mention, check_narrative, validate
from mingbai.law.annual_report_identities import Breach, verify_members, verify_years
from mingbai.text.annual_reports.heading import squeeze
from mingbai.text.annual_reports.reading import ReadReport
from mingbai.text.annual_reports.remarks import remarks
from mingbai.text.annual_reports.tables import TableReading
from mingbai.text.model import Severity, Span

IDS = {"PLAUSIBLE_rules_level": "PLAUSIBLE_rules"}
"""The command's contract names plausibility findings by their row."""

BODY = re.compile("(?:人民政府|政府|办事处|管委会|管理委员会)$")
"""What a unit's name may have at its end in one year and not in another."""
TABLE_NAMES = {"table2": "表二", "table3": "表三", "table4": "表四"}
HEADINGS = {
    "table2": re.compile("主动公开政府信息"),
    "table3": re.compile("收到和处理政府信息公开申请"),
    "table4": re.compile("行政复议"),
}
"""A page that begins behind a table's heading is only a part of the report."""
NAMED_CELLS = 5
SAME_TEXT = 0.95
LEAST_TEXT = 80


@dataclass(frozen=True, slots=True)
class ReportFinding(Span):
    """One thing that needs attention; `left` and `right` are the two sides of an equation."""

    id: str
    severity: Severity
    message: str
    left: Number | None = None
    right: Number | None = None


@dataclass
class Verified:
    """A report of `file` with everything found about it."""

    file: str
    report: ReadReport
    findings: list[ReportFinding] = field(default_factory=list)


def verify_report(file: str, report: ReadReport) -> Verified:
    """The report by itself."""
    findings = [
        *(_finding(report, breach) for breach in _breaches(report)),
        *_unreadable(report),
        *_narrative(report),
        *(ReportFinding(r.start, r.end, r.id, r.severity, r.message) for r in remarks(report)),
    ]
    return Verified(file, report, findings)


def _finding(report: ReadReport, breach: Breach) -> ReportFinding:
    start, end = _place(report, breach.cells)
    severity: Severity = (
        "error" if breach.severity == "error" else "info" if breach.severity == "info" else "warning"
    )
    name = IDS.get(breach.id, breach.id)
    return ReportFinding(start, end, name, severity, breach.message, breach.left, breach.right)


def _place(report: ReadReport, cells: Iterable[str]) -> tuple[int, int]:
    """Where the first cell that was read stands, else the start of the report."""
    for path in cells:
        if path in report.spans:
            return report.spans[path].start, report.spans[path].end
    return report.outline.whole.start, report.outline.whole.start


def _breaches(report: ReadReport) -> list[Breach]:
    broken_off = () if report.complete else _not_on_page(report)
    unread = {*report.unread, *_paths_of_missing_tables(report)}
    breaches = validate(report.cells, report.layout, report.heading.unit_kind, {*unread, *broken_off})
    six = report.outline.section_six
    if six and report.complete and report.heading.year is not None:
        text, _ = squeeze(report.text, six.start, six.end)
        if breach := check_fee_mention(text, report.heading.year):
            breaches.append(breach)
    return breaches


def _not_on_page(report: ReadReport) -> set[str]:
    """Cells of rows behind the place where the page breaks off, and of the row in which it does."""
    shown = report.table3.rows if report.table3 else set()
    rows = [row.id for row in report.layout.data_rows if row.id in shown]
    if "carried_out" not in shown:
        rows = rows[:-1]
    return {path for path in report.layout.table3_paths if path.split(".")[2] not in rows}


def _paths_of_missing_tables(report: ReadReport) -> set[str]:
    shorts = {"table2": "t2.", "table3": "t3.", "table4": "t4."}
    missing = tuple(shorts[name] for name, table in report.tables.items() if table is None)
    return {path for path in report.layout.paths if missing and path.startswith(missing)}


def _unreadable(report: ReadReport) -> Iterable[ReportFinding]:
    last = max((i for i, table in enumerate(report.tables.values()) if table), default=-1)
    follows = report.outline.section_five or report.outline.section_six
    whole, _ = squeeze(report.text, report.outline.whole.start, report.outline.whole.end)
    for index, (name, table) in enumerate(report.tables.items()):
        where = getattr(report.outline, name) or report.outline.whole
        if table is None:
            if (index < last or follows) and HEADINGS[name].search(whole):
                message = f"没有读到{TABLE_NAMES[name]}，可能是图片或者缺页。请换带文字的文件，或者人工核对。"
                yield ReportFinding(where.start, where.start, f"UNREADABLE_{name}", "warning", message)
        elif table.unread and not _broken_off_in(report, index, table):
            paths = sorted(table.unread, key=report.layout.paths.index)
            named = "、".join(describe(path, report.layout) for path in paths[:NAMED_CELLS])
            more = f"等{len(paths)}格" if len(paths) > NAMED_CELLS else ""
            message = f"{named}{more}的数字分不清，按未读出处理。请对照原表人工核对。"
            start, end = _place(report, paths)
            yield ReportFinding(start, end, f"UNREADABLE_{name}", "warning", message)


def _broken_off_in(report: ReadReport, index: int, table: TableReading) -> bool:
    """Whether all that is unread is the row in which the page ends; that it is incomplete says so already."""
    rest = (
        *list(report.tables.values())[index + 1 :],
        report.outline.section_five,
        report.outline.section_six,
    )
    if any(rest):
        return False
    at = 1 if index == 0 else 2
    rows = [path.split(".")[at] for path in report.layout.paths if path.startswith(f"t{index + 2}.")]
    last = next((row for row in reversed(rows) if row in table.rows), None)
    return all(path.split(".")[at] == last for path in table.unread)


def _narrative(report: ReadReport) -> Iterable[ReportFinding]:
    """The first statement about a row, if none of them fits the table."""
    for row in dict.fromkeys(statement.row for statement in report.statements):
        said = [statement for statement in report.statements if statement.row == row]
        breaches = [check_narrative(row, statement.value, report.cells) for statement in said]
        if all(breaches) and breaches[0]:
            breach, place = breaches[0], said[0]
            finding = _finding(report, breach)
            yield ReportFinding(
                place.start,
                place.end,
                finding.id,
                finding.severity,
                finding.message,
                finding.left,
                finding.right,
            )


def verify_together(all_reports: Sequence[Verified]) -> None:
    """Adds what only several reports show: years of one unit, and members that exceed the unit above them."""
    by_unit: dict[str, dict[int, Verified]] = {}
    full = _full_names(all_reports)
    for verified in all_reports:
        heading = verified.report.heading
        if heading.unit and heading.year is not None:
            by_unit.setdefault(full[_same_unit(heading.unit)], {}).setdefault(heading.year, verified)
    for years in by_unit.values():
        for year, this in sorted(years.items()):
            if year - 1 in years:
                _compare_years(years[year - 1], this)


def _same_unit(name: str) -> str:
    return BODY.sub("", name)


def _full_names(all_reports: Sequence[Verified]) -> dict[str, str]:
    """The name of each unit; one that is the end of exactly one other (青山镇, 临河县青山镇) is the same unit."""
    names = {_same_unit(v.report.heading.unit) for v in all_reports if v.report.heading.unit}
    longer = {name: [other for other in names if other != name and other.endswith(name)] for name in names}
    return {name: others[0] if len(others) == 1 else name for name, others in longer.items()}


def _compare_years(previous: Verified, this: Verified) -> None:
    before, now = previous.report, this.report
    this.findings += [_finding(now, breach) for breach in verify_years(before.cells, now.cells, now.layout)]
    old, new = before.outline.section_five, now.outline.section_five
    if old is None or new is None:
        return
    texts = [squeeze(before.text, old.start, old.end)[0], squeeze(now.text, new.start, new.end)[0]]
    if (
        min(map(len, texts)) < LEAST_TEXT
        or SequenceMatcher(None, texts[0], texts[1], autojunk=False).ratio() < SAME_TEXT
    ):
        return
    message = "存在的主要问题及改进情况与上一年的报告几乎一样。请按本年的情况重写。"
    this.findings.append(ReportFinding(new.start, new.end, "COPIED_TEXT", "warning", message))


def verify_parent(parent: Verified, members: Sequence[Verified]) -> None:
    """Adds to `parent` every cell that is not the sum over `members`, which must be all of them."""
    if not members:
        return
    cells = [member.report.cells for member in members]
    breaches = verify_members(parent.report.cells, cells, parent.report.layout)
    parent.findings += [_finding(parent.report, breach) for breach in breaches]
