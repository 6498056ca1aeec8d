"""The three tables of a report as cells.

A cell is a number, or blank (None), or unreadable (None, and named in `unread`).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from mingbai.law.annual_report import Layout, Number, layout_named
from mingbai.text.annual_reports.align import SHORT_LABEL, FormLabel, Found, align_labels, find_exactly
from mingbai.text.annual_reports.rows import RowForm, RowValues, collect
from mingbai.text.annual_reports.solve import agreed, solve_groups, solve_table3, splits
from mingbai.text.annual_reports.tokens import IDEOGRAPH, Stream, Value, read_stream
from mingbai.text.model import Span

LIST_NUMBER = re.compile(r"^(?:（[一二三四五六七八九十]）|[一二三四五六七八九十]、|\d\.)")
OTHER_WORDINGS = {
    "normative_documents": ("规范性文件",),
    "new_received": ("本年新收政府信息公开申请", "本年度新收政府信息公开申请数量"),
    "carried_in": ("上年度结转政府信息公开申请数量", "上年结转政府信息公开申请"),
    "partial": ("部分公开",),
    "denied_law_prohibited": ("其它法律行政法规禁止公开", "其他法律法规禁止公开"),
    "denied_three_securities_one_stability": ("危及三安全一稳定", "危及三个安全一稳定"),
    "other_all": ("其它处理",),
    "other_misc": ("其它",),
    "handled_total": ("合计",),
    "carried_out": ("结转下年度继续办理", "结转下一年度继续办理", "结转下年继续办理"),
}
SUB_ROWS_OF_2021 = re.compile("逾期|收费通知|不再处理|其[他它]处理其[他它]")
OTHER_ROWS = re.compile("其[他它]处理")
HEADERS_OF_2019 = re.compile(
    "本年新制作|本年新公开|对外公开总|上一年项目|政府集中采购|采购总金额|其他对外管理"
)
HEADERS_OF_2021 = re.compile("本年制发|本年废止|现行有效|收费金额")
HEADER_IN_YUAN = re.compile("单位元")
ORGANISATIONS = ("商业企业", "科研机构", "社会公益组织", "法律服务机构")
MOST_SPLITS = 20_000
TABLE4_CELLS = 15
TABLE4_HEADER = re.compile("总计|审结|结果纠正|维持纠正")
TABLE4_HEADER_LETTERS = 20
MOST_GLUED_PIECES = 5
MOST_GLUED_DIGITS = 40


@dataclass
class TableReading:
    """What a table shows. `rows` are those whose labels are on the page; `spans` where each value was read."""

    layout: Layout
    cells: dict[str, Number | None] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    spans: dict[str, Span] = field(default_factory=dict)
    rows: set[str] = field(default_factory=set)

    def put(self, paths: Sequence[str], values: Sequence[Value]) -> None:
        for path, value in zip(paths, values, strict=True):
            self.cells[path] = value.number
            self.spans[path] = Span(value.start, value.end)
            if value.number is None and value.kind != "blank":
                self.unread.add(path)

    def put_certain(
        self, paths: Sequence[str], numbers: Sequence[Number | None], where: Sequence[Value]
    ) -> None:
        """Figures told apart by identities; those that are not certain are unread."""
        for path, number in zip(paths, numbers, strict=True):
            self.cells[path] = number
            if number is None:
                self.unread.add(path)
            if where:
                self.spans[path] = Span(where[0].start, where[-1].end)

    def put_blank(self, paths: Iterable[str], *, unread: bool) -> None:
        for path in paths:
            self.cells[path] = None
            if unread:
                self.unread.add(path)


def _letters(label: str) -> str:
    return "".join(IDEOGRAPH.findall(LIST_NUMBER.sub("", label)))


def _label(row_id: str, label: str, *, data: bool = True) -> FormLabel:
    letters = _letters(label)
    number = LIST_NUMBER.match(label)
    mark = "".join(IDEOGRAPH.findall(number.group())) if number and len(letters) <= SHORT_LABEL else ""
    return FormLabel(row_id, letters, OTHER_WORDINGS.get(row_id, ()), not data, mark)


def read_table2(text: str, span: Span) -> TableReading:
    """Table two, in whichever layout its headers show."""
    stream = read_stream(text, span.start, span.end)
    old, new = HEADERS_OF_2019.search(stream.letters), HEADERS_OF_2021.search(stream.letters)
    layout = layout_named("2019" if old and not new else "2021")
    labels = [_label(row.id, row.label) for row in layout.table2]
    found = find_exactly(stream.letters, labels) or align_labels(stream.letters, labels)
    forms = [RowForm(row.id, len(row.columns)) for row in layout.table2]
    reading = TableReading(layout, rows=set(found))
    in_yuan = HEADER_IN_YUAN.search(stream.letters) is not None
    columns = {row.id: [f"t2.{row.id}.{column.id}" for column in row.columns] for row in layout.table2}
    rows = collect(stream, found, forms)
    muddled = _muddled(rows)
    for row in rows:
        paths = columns[row.form.id]
        if row.cells is not None:
            cells = row.cells
            if in_yuan and row.form.id == "administrative_fees":
                cells = [replace(value, unit=value.unit or "元") for value in cells]
            reading.put(paths, cells)
        elif row.digits and (readings := _few_splits(row)):
            reading.put_certain(paths, agreed(readings), row.values)
        else:
            reading.put_blank(paths, unread=muddled or row.misplaced or not row.blank)
    return reading


def _muddled(rows: Iterable[RowValues]) -> bool:
    """Some row shows more figures than cells, so an empty row near it may not be blank at all."""
    return any(row.cells is None and len(row.values) > row.form.width and not row.blank for row in rows)


def _few_splits(row: RowValues) -> list[tuple[int, ...]]:
    readings: list[tuple[int, ...]] = []
    if sum(map(len, row.digits)) > MOST_GLUED_DIGITS:
        return []
    for reading in splits(row.digits, row.form.width):
        readings.append(reading)
        if len(readings) > MOST_SPLITS:
            return []
    return readings


def read_table3(text: str, span: Span, stock_layout: str = "2021") -> TableReading:
    """Table three; （六）其他处理 with figures of its own makes it the layout of 2019. Where a page breaks off before
    it, the layout of table two decides."""
    stream = read_stream(text, span.start, span.end)
    layout, found = _table3_labels(stream, stock_layout)
    columns = _column_order(stream.letters[: min((f.start for f in found.values()), default=0)], layout)
    forms = [RowForm(row.id, len(columns)) for row in layout.data_rows]
    reading = TableReading(layout, rows=set(found))
    rows = collect(stream, found, forms)
    paths = {row.form.id: [f"t3.{column}.{row.form.id}" for column in columns] for row in rows}
    glued = [row for row in rows if row.digits]
    solved = _solve(rows, layout) if glued and columns[-1] == "total" else {}
    muddled = _muddled(rows)
    for row in rows:
        if row.cells is not None:
            reading.put(paths[row.form.id], row.cells)
        elif row.form.id in solved:
            reading.put_certain(paths[row.form.id], solved[row.form.id], row.values)
        else:
            reading.put_blank(paths[row.form.id], unread=muddled or row.misplaced or not row.blank)
    if any(row.misplaced for row in rows):
        absent = [form.id for form in forms if form.id not in found]
        reading.put_blank([f"t3.{column}.{row}" for row in absent for column in columns], unread=True)
    return reading


def _table3_labels(stream: Stream, stock_layout: str) -> tuple[Layout, dict[str, Found]]:
    by_name = {
        name: [_label(row.id, row.label, data=row.data) for row in layout_named(name).table3_rows]
        for name in ("2021", "2019")
    }
    has_sub_rows = bool(SUB_ROWS_OF_2021.search(stream.letters))
    name = "2021" if has_sub_rows else "2019"
    found = find_exactly(stream.letters, by_name[name]) or align_labels(stream.letters, by_name[name])
    if name == "2019" and "other_all" not in found:
        name = "2021" if OTHER_ROWS.search(stream.letters) else stock_layout
    return layout_named(name), found


def _column_order(header: str, layout: Layout) -> list[str]:
    """The ids of the columns as the page orders them; the official order where the header does not say."""
    ids = {column.label: column.id for column in layout.table3_columns}
    official = [column.id for column in layout.table3_columns]
    places = [(header.rfind(label), label) for label in ORGANISATIONS]
    if any(place < 0 for place, _ in places) or "自然人" not in header:
        return official
    organisations = [ids[label] for _, label in sorted(places)]
    middle = [*organisations, "other_org"]
    if header.find("总计") >= 0 and header.find("总计") < header.find("自然人"):
        return ["total", "natural_person", *middle]
    return ["natural_person", *middle, "total"]


def _solve(rows: Sequence[RowValues], layout: Layout) -> dict[str, tuple[int | None, ...]]:
    """Glued rows by the identities; empty where some row cannot be read at all, since sums then say nothing."""
    options: dict[str, list[tuple[int, ...]]] = {}
    for row in rows:
        if row.cells is not None:
            numbers = [value.number for value in row.cells]
            if any(not isinstance(number, int) for number in numbers):
                return _sure_rows(rows)
            options[row.form.id] = [tuple(int(number or 0) for number in numbers)]
        elif row.digits and (readings := _few_splits(row)):
            options[row.form.id] = readings
        else:
            return _sure_rows(rows)
    return solve_table3(options, layout.outcomes)


def _sure_rows(rows: Sequence[RowValues]) -> dict[str, tuple[int | None, ...]]:
    """Without the sums over columns only what every cut of a row has in common is certain."""
    return {row.form.id: agreed(readings) for row in rows if row.digits and (readings := _few_splits(row))}


def read_table4(text: str, span: Span) -> TableReading | None:
    """Table four; None where its header is not on the page."""
    stream = read_stream(text, span.start, span.end)
    values = _table4_values(stream)
    if not values and not TABLE4_HEADER.search(stream.letters):
        return None
    reading = TableReading(layout_named("2021"))
    paths = reading.layout.table4_paths
    numbers = [value for value in values if value.kind == "number"]
    if len(values) > TABLE4_CELLS:
        empty = [value for value in values if value.kind == "blank" and not value.text]
        values = numbers if len(empty) + len(numbers) == len(values) else values
    digits = sum(len(value.text) for value in values)
    glued = 0 < len(numbers) == len(values) <= MOST_GLUED_PIECES and digits <= MOST_GLUED_DIGITS
    glued = glued and all(value.text.isdigit() for value in values)
    if len(values) == TABLE4_CELLS and not any(len(v.text) > 1 and v.text[0] == "0" for v in numbers):
        reading.put(paths, values)
    elif glued and (solved := solve_groups([value.text for value in values], 3, 5)):
        reading.put_certain(paths, solved, values)
    else:
        reading.put_blank(paths, unread=any(value.kind != "blank" for value in values))
    return reading


def _table4_values(stream: Stream) -> list[Value]:
    """The figures under the header: one block, or one for each group of the header where the table is split."""
    blocks: dict[int, list[Value]] = {}
    for value in stream.values:
        blocks.setdefault(value.at, []).append(value)
    sizes = [len(block) for block in blocks.values()]
    if sizes[:2] == [5, 10] or sizes[:3] == [5, 5, 5]:
        return [value for block in blocks.values() for value in block][:TABLE4_CELLS]
    header_end = stream.letters.rfind("总计") + 2
    with_units = [value for value in stream.values if value.at >= header_end and value.unit]
    if len(with_units) == TABLE4_CELLS:
        return with_units
    below = [block for at, block in blocks.items() if at >= max(header_end, TABLE4_HEADER_LETTERS)]
    return max(below, key=len, default=[])
