"""A stretch of table text as two things: the Chinese characters of its labels, and the values between them.

Every value knows how many label characters stand before it (`at`), which is what ties it to a row however lines
are wrapped. Delimited text (tabs from HTML and Word, pipes) also shows which cells are empty.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from mingbai.law.annual_report import Number

Kind = Literal["number", "blank", "bad"]

HALF_WIDTH = str.maketrans(
    "０１２３４５６７８９．，－／＋−﹣｜│┃∕\u3000\u00a0\u200b\u200c\u200d\u2060\ufeff",
    "0123456789.,-/+--|||/" + " " * 7,
)
UNITS = "亿元|万元|元|人次|件次|件|宗|项|条|个|次|起|例|份"
IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")
LETTER = re.compile(r"[A-Za-z\u4e00-\u9fff]")

NUMBER = re.compile(
    r"(?:(?<![^\s|])[+-])?\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|(?:(?<![^\s|])[+-])?\d+(?:\.\d+)?"
)
RANGE = re.compile(r"\d+(?:\.\d+)?(?:[-~～—–至]+\d+(?:\.\d+)?)+")
BLANK_RUN = re.compile(r"//+|(?<![^\s|])(?:/|\\|[-—–－]+|无)(?![^\s|])")
CELL_NUMBER = re.compile(rf"约?([+-]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)\s*({UNITS})?")
CELL_BLANK = re.compile(r"[\s/\\—–－-]*|无|空")
MOST_DIGITS = 18
TOKEN = re.compile(f"(?P<bad>{RANGE.pattern})|(?P<number>{NUMBER.pattern})|(?P<blank>{BLANK_RUN.pattern})")

NUMBERING = re.compile(r"\s*[.、]\s*(?=[^\d\s]|$)")
APART = re.compile(r"无(\s+)法")
"""The label 无法提供 set in single letters, whose first letter alone would be the mark of an empty cell."""
NOUGHT = re.compile(r"(?<![\u4e00-\u9fff〇])[零〇](?![\u4e00-\u9fff〇])")
NUMBERED_HEAD = re.compile(r"(?:数据|数值|列|栏)\s*\d{1,2}(?!\d)")
"""Columns that a converter has named by number."""
CHANGE = re.compile(
    r"(^|[|\t])([ \r]*)(减少?|下降|↓|增加?|上升|↑)(?=[ ]*\d+[件项条个]?[ \r]*(?:[|\t]|$))", re.MULTILINE
)
"""A change in words, alone in its cell: 减3 is -3."""
PAGE_HEAD = re.compile(r"^\s*(\d{1,3})[ \t\r]*\n")
PAGE_FOOT = re.compile(r"\n[ \t]*(\d{1,3})\s*$")
FILLER = re.compile(
    r"(?:总计|其他|申请人情况|数量|件数|金额|万元[)）]|增/减)\s*\|\s*\|+[ \t]*$", re.MULTILINE
)
"""Heads of columns are never empty: pipes without anything between them behind one are what merging left."""
ROW_OF_PIPES = re.compile(r"\w[^|\n]*\|[^|\n]*\w[^|\n]*\|[^|\n]*\w")
RULER = re.compile(r"^[ \t|:+-]*-{3,}[ \t|:+-]*$")
FURNITURE = re.compile(
    r"^[ \t\f]*(?:"
    r"[-—–－•·~][ \t]*\d{1,3}[ \t]*[-—–－•·~]|"
    r"第[ \t]*\d{1,3}[ \t]*页.*|共[ \t]*\d{1,3}[ \t]*页|\d{1,3}[ \t]*/[ \t]*\d{1,3}|"
    r".*https?://.*|.*\d{4}[/-]\d{1,2}[/-]\d{1,2}.*|.*20\d\d[ \t]*年.*(?:报告|年报)[ \t]*"
    r")[ \t\r\f]*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Value:
    """One value as printed. `alone` is True where it is the only thing on its line or in its cell."""

    kind: Kind
    text: str
    start: int
    end: int
    at: int
    alone: bool = False
    unit: str = ""

    @property
    def number(self) -> Number | None:
        """The figure, in 万元 where the print says 元 or 亿元; None for blanks and what is no single number."""
        if self.kind != "number" or len(self.text) > MOST_DIGITS:
            return None
        value = Decimal(self.text.replace(",", ""))
        value *= {"元": Decimal("0.0001"), "亿元": Decimal(10000)}.get(self.unit, 1)
        return int(value) if value == value.to_integral_value() else value.normalize()


@dataclass(frozen=True, slots=True)
class Stream:
    """`letters` are the words of the labels without signs and spaces, `offsets` their places in the text, `values`
    what is between. `filler_at_end`: the page leaves the columns that merging swallowed at the end of a row."""

    letters: str
    offsets: tuple[int, ...]
    values: tuple[Value, ...]
    filler_at_end: bool | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line, or a cell of a delimited line."""

    text: str
    start: int
    cell: bool
    label_follows: bool = False


def half_width(text: str) -> str:
    """Full-width digits and signs as ASCII; the length stays, so offsets do."""
    return text.translate(HALF_WIDTH)


def without_furniture(text: str) -> str:
    """Page numbers, print headers and Markdown rulers as spaces, so that offsets stay."""

    def blank_out(match: re.Match[str]) -> str:
        return " " * len(match.group())

    text = FURNITURE.sub(blank_out, text)
    lines = text.split("\n")
    return "\n".join(" " * len(line) if RULER.match(line) else line for line in lines)


def without_page_numbers(text: str) -> str:
    """Bare numbers at the head or foot of pages as spaces, if they count with the pages."""
    pages = text.split("\f")
    for pattern in (PAGE_HEAD, PAGE_FOOT):
        found = {index: match for index, page in enumerate(pages) if (match := pattern.search(page))}
        shifts = [int(match[1]) - index for index, match in found.items()]
        if len(shifts) < 2 or len(set(shifts)) > 1:
            continue
        for index, match in found.items():
            start, end = match.span(1)
            pages[index] = pages[index][:start] + " " * (end - start) + pages[index][end:]
    return "\f".join(pages)


def _pieces(text: str, base: int) -> Iterator[_Piece]:
    if "|" in text and not _pipes_in_rows(text):
        yield from _cells(text, base, "|")
        return
    merged = FILLER.search(text) is not None
    start = 0
    for line in text.split("\n"):
        if "|" in line:
            cells = list(_cells(*_inside_of_frame(line, base + start), "|"))
            yield from _without_swallowed(cells) if merged and line.strip() != "|" else cells
        elif "\t" in line.strip(" \r"):
            yield from _cells(line, base + start, "\t")
        else:
            yield _Piece(line, base + start, cell=False)
        start += len(line) + 1


def _pipes_in_rows(text: str) -> bool:
    """Whether pipes stand behind cells in their line, not in lines of their own."""
    words = [line for line in text.split("\n") if LETTER.search(line) or re.search(r"\d", line)]
    return ROW_OF_PIPES.search(text) is not None or 2 * sum("|" in line for line in words) > len(words)


def _without_swallowed(cells: list[_Piece]) -> list[_Piece]:
    """A row without the columns that merging swallowed: nothing at all is between their pipes, and a space in front
    of the first of them ends the last true cell."""
    kept = [cell for cell in cells if cell.text]
    return kept[:-1] if len(kept) < len(cells) and kept and kept[-1].text == " " else kept


def _inside_of_frame(line: str, start: int) -> tuple[str, int]:
    """A line of cells without the pipes that frame it. A pipe that is alone ends an empty cell."""
    text = line.rstrip().removesuffix("|")
    inner = text.lstrip()
    if inner.startswith("|") and re.search(r"\w", inner):
        return inner[1:], start + len(text) - len(inner) + 1
    return text, start


def _cells(text: str, base: int, mark: str) -> Iterator[_Piece]:
    """Cells of a line, or of a whole stretch where every cell and every pipe has a line for itself. Empty cells in
    front of a label of their line belong to the label."""
    cells = text.split(mark)
    last_label = max((i for i, cell in enumerate(cells) if _is_label(cell.strip())), default=-1)
    start = base
    one_row = "\n" not in text
    for index, cell in enumerate(cells):
        yield _Piece(cell, start, cell=True, label_follows=one_row and index < last_label)
        start += len(cell) + len(mark)


def _is_label(cell: str) -> bool:
    return bool(IDEOGRAPH.search(cell)) and not (CELL_BLANK.fullmatch(cell) or CELL_NUMBER.fullmatch(cell))


def read_stream(text: str, start: int, end: int) -> Stream:
    """Labels and values of `text[start:end]`; the text must already be `half_width`."""
    letters: list[str] = []
    offsets: list[int] = []
    values: list[Value] = []
    region = APART.sub(r"无法\1", NOUGHT.sub("0", without_furniture(text[start:end])))
    region = CHANGE.sub(_signed, region)
    region = NUMBERED_HEAD.sub(lambda match: re.sub(r"\d", " ", match.group()), region)
    for piece in _pieces(region, start):
        if piece.cell and (value := _cell_value(piece, len(letters))):
            if value.kind != "blank" or not piece.label_follows:
                values.append(value)
            continue
        _read_line(piece, letters, offsets, values)
    if values and values[-1].end == len(text) and values[-1].kind == "number":
        values[-1] = replace(values[-1], kind="bad")  # the page may break off inside of the number
    filler = True if FILLER.search(region) else None
    return Stream("".join(letters), tuple(offsets), tuple(values), filler)


def _signed(match: re.Match[str]) -> str:
    sign = "-" if match[3][0] in "减下↓" else " "
    return match[1] + match[2] + sign.rjust(len(match[3]))


def _cell_value(piece: _Piece, at: int) -> Value | None:
    """The value of a cell that holds nothing else; None where the cell has words or several numbers."""
    text = piece.text.strip()
    start = piece.start + len(piece.text) - len(piece.text.lstrip())
    if CELL_BLANK.fullmatch(text):
        return Value("blank", text, start, start + len(text), at, True)
    if RANGE.fullmatch(text):
        return Value("bad", text, start, start + len(text), at, True)
    match = CELL_NUMBER.fullmatch(text)
    if match is None:
        strange = not IDEOGRAPH.search(text) and not re.search(r"\d", text)
        return Value("bad", text, start, start + len(text), at, True) if strange else None
    return Value("number", match[1], start, start + len(text), at, True, match[2] or "")


def _read_line(piece: _Piece, letters: list[str], offsets: list[int], values: list[Value]) -> None:
    line = piece.text
    done = 0
    for match in TOKEN.finditer(line):
        _take_letters(line, done, match.start(), piece.start, letters, offsets)
        done = match.end()
        values.extend(_token_values(match, piece, len(letters)))
    _take_letters(line, done, len(line), piece.start, letters, offsets)


def _take_letters(line: str, begin: int, end: int, base: int, letters: list[str], offsets: list[int]) -> None:
    for match in LETTER.finditer(line, begin, end):
        letters.append(match.group())
        offsets.append(base + match.start())


def _token_values(match: re.Match[str], piece: _Piece, at: int) -> Iterator[Value]:
    line, text = piece.text, match.group()
    start = piece.start + match.start()
    alone = line.strip() == text
    if match["blank"]:
        count = len(text) if text.startswith("//") else 1
        for _ in range(count):
            yield Value("blank", text, start, start + len(text), at, alone)
        return
    if match["bad"]:
        yield Value("bad", text, start, start + len(text), at, alone)
        return
    text = _without_numbering(text, line, match)
    if text:
        unit = re.compile(UNITS).match(line, match.end())
        yield Value("number", text, start, start + len(text), at, alone, unit.group() if unit else "")


def _without_numbering(text: str, line: str, match: re.Match[str]) -> str:
    """The value without the list number of the next label that is glued to it (`00000002.其他` is `0000000`).
    Empty for what is no value at all: list numbers, years, articles, numbers in brackets."""
    before, after = line[: match.start()].rstrip(), line[match.end() :]
    if before.endswith("第") or after.lstrip().startswith("年"):
        return ""
    if before.endswith(("(", "（")) and after.lstrip().startswith((")", "）")):
        return ""
    if NUMBERING.match(after):
        return text[:-1]
    return text
