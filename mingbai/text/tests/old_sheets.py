"""Old spreadsheets for tests, written record by record ([MS-XLS], [MS-CFB]): no library at hand writes them."""

import struct

SECTOR = 512
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def beginning(what: int) -> bytes:
    return record(0x809, struct.pack("<HHHHII", 0x0600, what, 0x0DBB, 0x07CC, 0, 6))


def label(row: int, column: int, words: str) -> bytes:
    return record(0x204, struct.pack("<HHHHB", row, column, 0, len(words), 1) + words.encode("utf-16-le"))


def row_of(number: int, hidden: bool) -> bytes:
    return record(0x208, struct.pack("<HHHHHHHH", number, 0, 3, 255, 0, 0, 0x20 if hidden else 0, 15))


def sheet(
    cells: dict[tuple[int, int], str],
    rows: tuple[int, ...] = (),
    columns: tuple[int, ...] = (),
    notes: tuple[tuple[int, int], ...] = (),
) -> bytes:
    """`cells` by (row, column) from 0; what of it is hidden; a chart stands inside, as sheets often have one."""
    last_row, last_column = max(row for row, _ in cells), max(column for _, column in cells)
    parts = [beginning(0x10)]
    parts += [record(0x7D, struct.pack("<6H", column, column, 2304, 15, 1, 0)) for column in columns]
    parts += [record(0x200, struct.pack("<IIHHH", 0, last_row + 1, 0, last_column + 1, 0))]
    parts += [row_of(number, number in rows) for number in range(last_row + 1)]
    parts += [label(*place, words) for place, words in cells.items()]
    parts += [beginning(0x20), record(0x0A)]
    parts += [record(0x1C, struct.pack("<HHHHHBB", row, column, 0, 1, 0, 0, 0)) for row, column in notes]
    return b"".join([*parts, record(0x0A)])


def book(**sheets: bytes) -> bytes:
    """A whole .xls file with these sheets."""
    front = beginning(0x05) + record(0x42, struct.pack("<H", 1200))
    entries = sum(4 + 8 + 2 * len(name) for name in sheets)
    start = len(front) + entries + 4
    bounds = b""
    for name, body in sheets.items():
        encoded = struct.pack("<IBBBB", start, 0, 0, len(name), 1) + name.encode("utf-16-le")
        bounds += record(0x85, encoded)
        start += len(body)
    return compound("Workbook", front + bounds + record(0x0A) + b"".join(sheets.values()))


def compound(name: str, data: bytes) -> bytes:
    """A compound file with one stream."""
    data = data.ljust(4096, b"\0")
    data = data.ljust(-(-len(data) // SECTOR) * SECTOR, b"\0")
    number = len(data) // SECTOR
    chain = [TABLE, END, *(range(3, 2 + number)), END]
    table = struct.pack(f"<{SECTOR // 4}I", *(chain + [FREE] * (SECTOR // 4 - len(chain))))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, END, 0, END, 0)
    head += struct.pack("<109I", 0, *([FREE] * 108))
    folder = _entry("Root Entry", 5, 1, END, 0) + _entry(name, 2, FREE, 2, len(data))
    return head + table + folder.ljust(SECTOR, b"\0") + data


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(encoded), kind, 1, FREE, FREE, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
