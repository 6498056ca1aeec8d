"""A text read as annual reports: one `ReadReport` for each."""

import re
from dataclasses import dataclass, field

from mingbai.law.annual_report import Layout, Number, layout_named, nested
from mingbai.text.annual_reports.heading import Heading, read_heading
from mingbai.text.annual_reports.narrative import Statement, fee_in_yuan, statements
from mingbai.text.annual_reports.sections import Outline, outlines
from mingbai.text.annual_reports.tables import TableReading, read_table2, read_table3, read_table4
from mingbai.text.annual_reports.tokens import half_width, without_page_numbers
from mingbai.text.model import Span

ANNUAL_REPORT = re.compile(r"信息公开[^。\n]{0,10}(?:年度?报告|年报)|年度报告|公开年报")
HEADINGS = re.compile("收到和处理政府信息公开申请|政府信息公开行政复议、?行政诉讼情况")
FIRST_YEAR_OF_FORMS = 2019
ENOUGH_OF_SECTION = 5


class NotAnAnnualReport(ValueError):
    """The text cannot be verified; `str()` is the sentence for the clerk."""


@dataclass
class ReadReport:
    """One report. `cells` by the paths of the law; None is blank, or unreadable if also in `unread`."""

    text: str
    outline: Outline
    heading: Heading
    layout: Layout
    table2: TableReading | None
    table3: TableReading | None
    table4: TableReading | None
    complete: bool
    statements: list[Statement]
    fee_yuan: Number | None
    cells: dict[str, Number | None] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    spans: dict[str, Span] = field(default_factory=dict)

    @property
    def tables(self) -> dict[str, TableReading | None]:
        return {"table2": self.table2, "table3": self.table3, "table4": self.table4}

    def nested_tables(self) -> dict[str, dict[str, dict[str, Number | None]] | None]:
        """table2[row][column], table3[column][row], table4[group][column]; None for a table that is not there."""
        tables = nested(self.cells, self.layout)
        return {name: tables[name] if table else None for name, table in self.tables.items()}

    @property
    def layout_name(self) -> str:
        """`2021` or `2019`. Table three decides, since the notices differ most there."""
        return self.layout.name.rpartition("+")[2]


def read_reports(text: str) -> list[ReadReport]:
    """Every annual report in `text`. Raises NotAnAnnualReport for a text of another kind, or from before 2019,
    when reports had no tables in common."""
    clean = without_page_numbers(half_width(text))
    if not ANNUAL_REPORT.search(re.sub(r"[^\S\n]+", "", clean)) and not _has_headings(clean):
        raise NotAnAnnualReport("这不是政府信息公开工作年度报告：没有“年度报告”字样。请核对文件。")
    reports = [_read(clean, outline) for outline in outlines(clean)]
    if any(any(report.tables.values()) for report in reports):
        return reports
    year = reports[0].heading.year
    if year is not None and year < FIRST_YEAR_OF_FORMS:
        raise NotAnAnnualReport(f"这是{year}年度的报告，那时没有统一表式，没有勾稽关系可以核对。")
    if not _has_headings(clean):
        raise NotAnAnnualReport("没有找到年度报告的三张表，也没有找到它们的标题。请核对文件是否完整。")
    return reports


def _has_headings(text: str) -> bool:
    return bool(HEADINGS.search(re.sub(r"\s+", "", text)))


def _read(text: str, outline: Outline) -> ReadReport:
    table2 = read_table2(text, outline.table2) if outline.table2 else None
    stock_layout = table2.layout.name if table2 else "2021"
    table3 = read_table3(text, outline.table3, stock_layout) if outline.table3 else None
    table4 = read_table4(text, outline.table4) if outline.table4 else None
    layout = _layout(table2, table3)
    heading = read_heading(text, outline)
    prose = statements(text, outline.section_one, heading.unit_kind)
    report = ReadReport(
        text=text,
        outline=outline,
        heading=heading,
        layout=layout,
        table2=table2,
        table3=table3,
        table4=table4,
        complete=_complete(text, outline, table2, table3, table4),
        statements=prose,
        fee_yuan=fee_in_yuan(text, outline.section_six) if outline.section_six else None,
    )
    for table in (table2, table3, table4):
        if table:
            report.cells.update(table.cells)
            report.unread |= table.unread
            report.spans.update(table.spans)
    return report


def _layout(table2: TableReading | None, table3: TableReading | None) -> Layout:
    stock = table2.layout.name if table2 else None
    requests = table3.layout.name if table3 else None
    names = [name for name in (stock, requests) if name]
    if len(set(names)) == 2:
        return layout_named("+".join(names))
    return layout_named(names[0] if names else "2021")


def _complete(
    text: str,
    outline: Outline,
    table2: TableReading | None,
    table3: TableReading | None,
    table4: TableReading | None,
) -> bool:
    """All tables, the last row of table three, and prose after them."""
    tail = outline.section_six or outline.section_five
    if not (table2 and table3 and table4 and tail and "carried_out" in table3.rows):
        return False
    return len(text[tail.start : tail.end].strip()) >= ENOUGH_OF_SECTION
