"""Which values belong to which row, and how many of them a row can be.

A row either shows exactly as many values as it has cells, or its digits are glued, or it cannot be told. What is
decided here never looks at sums; that is left to `solve`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mingbai.text.annual_reports.align import Found
from mingbai.text.annual_reports.tokens import Stream, Value

NOISE_LETTERS = 3
SEPARATED_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class RowForm:
    """A row that the form has, with the number of its cells."""

    id: str
    width: int


@dataclass
class RowValues:
    """What a page shows in a row: `cells` when there is one value per cell, else `digits` to be cut."""

    form: RowForm
    values: list[Value]
    cells: list[Value] | None = None
    digits: list[str] = field(default_factory=list)

    @property
    def blank(self) -> bool:
        return all(value.kind == "blank" for value in self.values)


def collect(stream: Stream, found: Mapping[str, Found], forms: Sequence[RowForm]) -> list[RowValues]:
    """The rows that are on the page, each with its values."""
    present = [form for form in forms if form.id in found]
    starts = [found[form.id].start for form in present]
    rows = [RowValues(form, []) for form in present]
    before: list[Value] = []
    for value in stream.values:
        index = sum(start < value.at for start in starts) - 1
        (rows[index].values if index >= 0 else before).append(value)
    if rows:
        _cut_tail(rows[-1], found[present[-1].id].end)
        if not before or len(before) != rows[0].form.width:
            before = []
    for row in rows:
        row.cells = _one_per_cell(row.values, row.form.width)
    _shift(rows, before)
    _read_glued(rows)
    return rows


def _cut_tail(row: RowValues, label_end: int) -> None:
    """The last row ends where words begin again; figures in them are no cells. Units may stand between cells."""
    kept: list[Value] = []
    place = label_end
    for value in row.values:
        if value.at > place + NOISE_LETTERS:
            break
        kept.append(value)
        place = max(place, value.at)
    row.values = kept


def _one_per_cell(values: Sequence[Value], width: int) -> list[Value] | None:
    """Exactly `width` values, after taking away what merged cells and page numbers add."""
    cells = list(values)
    if len(cells) > width:
        cells = _without_extra(cells, width)
    if len(cells) != width or any(_glued(value) for value in cells):
        return None
    return cells


def _without_extra(cells: list[Value], width: int) -> list[Value]:
    extra = len(cells) - width
    if all(value.kind == "blank" for value in cells[width:]):
        if extra and cells[0].kind == "blank" and width > 1:
            return cells if cells[width - 1].kind == "blank" else cells[:width]
        return cells[:width]
    if all(value.kind == "blank" for value in cells[:extra]):
        return cells[extra:]
    filled = [value for value in cells if value.kind != "blank"]
    if len(filled) == width:
        return filled
    lonely = [value for value in cells if value.alone]
    if extra == 1 and len(lonely) == 1 and lonely[0].kind == "number" and width > 2:
        return [value for value in cells if value is not lonely[0]]
    return cells


def _glued(value: Value) -> bool:
    return value.kind == "number" and len(value.text) > 1 and value.text[0] == "0" and value.text[1] != "."


def _shift(rows: list[RowValues], before: list[Value]) -> None:
    """Labels that are taller than their figures leave a row's figures above or below its first line. Where a run
    of rows shows exactly its number of values, their order decides."""
    index = 0
    carried = list(before)
    while index < len(rows):
        if rows[index].cells is not None and not carried:
            index += 1
            continue
        end, pool = _balanced_run(rows, index, carried)
        if end is None:
            index, carried = index + 1, []
            continue
        for row in rows[index:end]:
            width = row.form.width
            row.values, pool = pool[:width], pool[width:]
            row.cells = _one_per_cell(row.values, width)
        index, carried = end, []


def _balanced_run(
    rows: Sequence[RowValues], first: int, carried: list[Value]
) -> tuple[int | None, list[Value]]:
    """The shortest run from `first` on whose values fill its cells exactly, and those values."""
    pool = list(carried)
    needed = 0
    longest = len(rows) if carried else min(len(rows), first + 3)
    for end in range(first, longest):
        pool += rows[end].values
        needed += rows[end].form.width
        if end > first and pool and len(pool) == needed:
            return end + 1, pool
    return None, []


def _read_glued(rows: Sequence[RowValues]) -> None:
    """Digits are cut only in tables where most rows show fewer values than cells; elsewhere a short row has lost
    a cell, and which one nobody knows."""
    wide = [row for row in rows if row.form.width > 1 and not row.blank]
    separated = sum(row.cells is not None for row in wide)
    if wide and separated > SEPARATED_SHARE * len(wide):
        return
    for row in wide:
        numbers = [value.text for value in row.values]
        if row.cells is None and all(value.kind == "number" and value.text.isdigit() for value in row.values):
            row.digits = numbers
