"""Which values belong to which row, and how many of them a row can be.

A row either shows exactly as many values as it has cells, or its digits are glued, or it cannot be told. What is
decided here never looks at sums; that is left to `solve`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mingbai.text.annual_reports.align import Found
from mingbai.text.annual_reports.tokens import Stream, Value

COLUMN_HEAD = re.compile("自然人|商业企业|科研机构|申请人情况")
SUBTOTAL = re.compile("小计|合计|不予公开|无法提供|不予处理|其[他它]处理")
"""What figures outside of the form's rows may be called: sums, and headings that the form leaves without figures."""
NOISE_LETTERS = 3
SEPARATED_SHARE = 0.3
LONGEST_RUN = 3
FEW = 3


@dataclass(frozen=True, slots=True)
class RowForm:
    """A row that the form has, with the number of its cells."""

    id: str
    width: int


@dataclass
class RowValues:
    """What a page shows in a row: `cells` when there is one value per cell, else `digits` to be cut. `misplaced`:
    the page has figures outside of all rows, so a row without any need not be blank."""

    form: RowForm
    values: list[Value]
    cells: list[Value] | None = None
    digits: list[str] = field(default_factory=list)
    misplaced: bool = False

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
    if not rows:
        return []
    ends = [_label_end(found[row.form.id], row.values, stream.letters) for row in rows]
    _cut_tail(rows[-1], ends[-1])
    at_end = _filler_at_end(rows, stream.filler_at_end)
    for row in rows:
        row.cells = _one_per_cell(row.values, row.form.width, at_end)
    width = rows[0].form.width
    if all(row.form.width == width for row in rows):
        _shift(rows, before if len(before) == width else [])
    foreign = [_cut_foreign(row, end, stream.letters) for row, end in zip(rows, ends, strict=True)]
    if all(row.form.width == width for row in rows):
        _drop_doubtful(rows)
        _drop_headed(rows, starts, stream.letters)
    _read_glued(rows)
    stray = [value for value in before if value.kind == "number"]
    used = any(value is cell for row in rows for cell in row.cells or () for value in stray)
    if (len(stray) >= width and not used) or any(foreign):
        for row in rows:
            row.misplaced = True
    return rows


def _label_end(found: Found, values: Sequence[Value], letters: str) -> int:
    """The end of a label, or of its repetition in the other columns that a merged cell covers."""
    wording = letters[found.start : found.end]
    first = values[0].at if values else found.end
    again = letters.rfind(wording, found.end, first) if first > found.end else -1
    return again + len(wording) if again >= 0 else found.end


def _cut_foreign(row: RowValues, label_end: int, letters: str) -> bool:
    """Takes away figures behind other words where the row's own are complete. True if the words are unknown, so
    that they may be the label of a row of the form."""
    own = [value for value in row.values if value.at <= label_end]
    foreign = row.values[len(own) :]
    if row.cells is not None or len(own) != row.form.width or any(map(_glued, own)):
        return False
    row.values, row.cells = own, own
    return not SUBTOTAL.search(letters, label_end, foreign[0].at)


def _drop_headed(rows: Sequence[RowValues], starts: Sequence[int], letters: str) -> None:
    """Text that puts the heads of columns between a label and its figures has lost the order of the columns."""
    for row, start in zip(rows, starts, strict=True):
        if row.cells is not None and COLUMN_HEAD.search(letters, start, row.cells[-1].at):
            row.cells = None


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


def _empty(value: Value) -> bool:
    """A cell with nothing in it, not even a mark."""
    return value.kind == "blank" and not value.text


def _filler_at_end(rows: Sequence[RowValues], by_heads: bool | None) -> bool | None:
    """On which side of their values the rows have the empty cells that merging leaves; None where rows differ."""
    wide = [row.values for row in rows if len(row.values) > row.form.width]
    sides = {_empty(values[-1]) for values in wide if _empty(values[0]) != _empty(values[-1])}
    return sides.pop() if len(sides) == 1 else by_heads


def _one_per_cell(values: Sequence[Value], width: int, at_end: bool | None) -> list[Value] | None:
    """Exactly `width` values, after taking away what merged cells and page numbers add."""
    cells = list(values)
    if len(cells) > width:
        cells = _without_extra(cells, width, at_end)
    if len(cells) != width or any(_glued(value) for value in cells):
        return None
    return cells


def _without_extra(cells: list[Value], width: int, at_end: bool | None) -> list[Value]:
    """Merged cells leave empty ones at an end of the row, never marks like `/`; a page number stands alone. Where
    empty cells run into those at the end, figures may be merged as well, and nobody knows how many columns each has."""
    extra = len(cells) - width
    empty = [_empty(value) for value in cells]
    blank = all(empty)
    if all(empty[width:]) and (at_end or not empty[0]) and (blank or not empty[width - 1]):
        return cells[:width]
    if all(empty[:extra]) and (at_end is False or not empty[-1]) and (blank or not empty[extra]):
        return cells[extra:]
    if sum(not each for each in empty) == width and extra >= width - 1:
        return [value for value, each in zip(cells, empty, strict=True) if not each]
    lonely = [value for value in cells if value.alone]
    if extra == 1 and len(lonely) == 1 and lonely[0].kind == "number" and width > 2:
        others = [value for value in cells if value is not lonely[0]]
        return others if _adds_up(others) else cells
    return cells


def _glued(value: Value) -> bool:
    return value.kind == "number" and len(value.text) > 1 and value.text[0] == "0" and value.text[1] != "."


def _shift(rows: list[RowValues], before: list[Value]) -> None:
    """Labels that are taller than their figures leave a row's figures above or below its first line. Where a run
    of rows shows exactly its number of values, their order decides, if it gives rows that add up and the order by
    columns does not."""
    index = 0
    carried = list(before)
    while index < len(rows):
        if rows[index].cells is not None and not carried:
            index += 1
            continue
        end, pool = _balanced_run(rows, index, carried)
        shares = _by_rows(pool, rows[index:end]) if end else []
        if end is None or not shares:
            index, carried = index + 1, []
            continue
        for row, share in zip(rows[index:end], shares, strict=True):
            row.values, row.cells = share, share
        index, carried = end, []


def _balanced_run(
    rows: Sequence[RowValues], first: int, carried: list[Value]
) -> tuple[int | None, list[Value]]:
    """The shortest run from `first` on whose values fill its cells exactly, and those values."""
    pool = list(carried)
    needed = 0
    longest = len(rows) if carried else min(len(rows), first + LONGEST_RUN)
    for end in range(first, longest):
        pool += rows[end].values
        needed += rows[end].form.width
        if end > first and pool and len(pool) == needed:
            return end + 1, pool
    return None, []


def _by_rows(pool: Sequence[Value], rows: Sequence[RowValues]) -> list[list[Value]]:
    """The values row after row; empty where they might as well stand column after column."""
    width = rows[0].form.width
    by_rows = [list(pool[i : i + width]) for i in range(0, len(pool), width)]
    by_columns = [list(pool[i :: len(rows)]) for i in range(len(rows))]
    sound = all(map(_adds_up, by_rows))
    other = all(map(_adds_up, by_columns)) and _numbers(by_columns) != _numbers(by_rows)
    return by_rows if sound and not other else []


def _numbers(rows: Sequence[Sequence[Value]]) -> list[list[object]]:
    return [[value.number for value in row] for row in rows]


def _adds_up(cells: Sequence[Value]) -> bool:
    """A whole row of figures that one of glued digits is not part of, the last its total."""
    numbers = [value.number for value in cells]
    known = [number for number in numbers if number is not None]
    return len(known) == len(numbers) and not any(map(_glued, cells)) and sum(known[:-1]) == known[-1]


def _drop_doubtful(rows: Sequence[RowValues]) -> None:
    """Where rows run into each other, a row with the right number of values may still hold its neighbour's."""
    unread = [row for row in rows if row.cells is None and not row.blank]
    muddled = len(unread) >= FEW or any(
        sum(not _empty(value) for value in row.values) > row.form.width for row in unread
    )
    for row in rows:
        if muddled and row.cells is not None and row.form.width > 1 and not _adds_up(row.cells):
            row.cells = None


def _read_glued(rows: Sequence[RowValues]) -> None:
    """Digits are cut only in tables where cells are not apart; elsewhere a short row has lost a cell, and which
    one nobody knows. A row with fewer digits than cells shows that blank cells are dropped."""
    wide = [row for row in rows if row.form.width > 1 and row.values and not row.blank]
    separated = sum(row.cells is not None for row in wide)
    if separated > SEPARATED_SHARE * len(wide):
        return
    short = [row for row in wide if row.cells is None and all(map(_plain, row.values))]
    digits = [[value.text for value in row.values] for row in short]
    if any(sum(map(len, tokens)) < row.form.width for row, tokens in zip(short, digits, strict=True)):
        return
    for row, tokens in zip(short, digits, strict=True):
        apart = len(tokens) > 1 and any(value.alone for value in row.values)
        if len(tokens) < row.form.width and not apart:
            row.digits = tokens


def _plain(value: Value) -> bool:
    return value.kind == "number" and value.text.isdigit()
