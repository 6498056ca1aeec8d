"""Which rows and columns of an old spreadsheet (.xls, WPS .et) are hidden and where its comments are, read from the
records of its stream ([MS-XLS] 2.4): the reader of the cells does not tell."""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import olefile

BOUND_SHEET, BEGINNING, END = 0x85, 0x809, 0x0A
COLUMNS, ROW, NOTE = 0x7D, 0x208, 0x1C
HIDDEN_COLUMN, HIDDEN_ROW = 0x0001, 0x0020
LAST_COLUMN = 255


@dataclass
class Concealed:
    """Of one sheet, counted from 0: hidden rows and columns, and (row, column) of cells with a comment."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    notes: list[tuple[int, int]] = field(default_factory=list)


def stream_of(data: bytes) -> bytes:
    """Empty where there is none."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            for name in ("Workbook", "Book"):
                if container.exists(name):
                    return bytes(container.openstream(name).read())
    except (OSError, ValueError):
        pass
    return b""


def records(stream: bytes, start: int, stop: int) -> Iterator[tuple[int, bytes]]:
    """Up to the end of the part that begins at `start`, and not beyond `stop`; charts inside a sheet are parts of their own."""
    depth = 0
    while 0 <= start <= stop - 4:
        kind, size = struct.unpack_from("<HH", stream, start)
        yield kind, stream[start + 4 : start + 4 + size]
        start += 4 + size
        depth += (kind == BEGINNING) - (kind == END)
        if depth <= 0:
            return


def sheet_at(stream: bytes, start: int, stop: int) -> Concealed:
    found = Concealed()
    for kind, body in records(stream, start, stop):
        if kind == COLUMNS and len(body) >= 10:
            first, last, width, _, marks = struct.unpack_from("<5H", body)
            if marks & HIDDEN_COLUMN or width == 0:
                found.columns.update(range(first, min(last, LAST_COLUMN) + 1))
        elif kind == ROW and len(body) >= 14:
            number, marks = struct.unpack_from("<H10xH", body)
            found.rows.update({number} if marks & HIDDEN_ROW else ())
        elif kind == NOTE and len(body) >= 4:
            found.notes.append(struct.unpack_from("<HH", body))
    return found


def concealed(data: bytes) -> list[Concealed]:
    """One for each sheet in the order of the book; empty where the stream cannot be read."""
    stream = stream_of(data)
    starts = [
        struct.unpack_from("<I", body)[0]
        for kind, body in records(stream, 0, len(stream))
        if kind == BOUND_SHEET and len(body) >= 4
    ]
    # no sheet goes on where the next begins: however many names lead wherever, each record is read once
    places = sorted({*(start for start in starts if start < len(stream)), len(stream)})
    known = {start: sheet_at(stream, start, stop) for start, stop in pairwise(places)}
    return [known.get(start, Concealed()) for start in starts]
