"""A table as one string of bytes, of which only the rows are made that are asked for.

Making a table of fifty thousand words out of a file takes longer than looking up what a short text needs of it.
"""

import marshal
from array import array
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any
from zlib import crc32

# So many empty places for each row: a key that is not there is mostly seen at once.
_ROOM = 4
# So many rows and missing keys are remembered.
_KEPT = 300_000
_SUM_SIZE = 4


class DamagedTable(ValueError):
    """A row is not as it was written: the table must be made anew."""


def sum_of(content: bytes | bytearray | memoryview) -> bytes:
    """By which damage is seen."""
    return crc32(content).to_bytes(_SUM_SIZE, "little")


def _place(key: str, size: int) -> int:
    return crc32(key.encode("utf-8", "surrogatepass")) % size


def pack(rows: Mapping[str, Any]) -> bytes:
    """`rows` as bytes; its values are plain."""
    size = max(1, len(rows) * _ROOM)
    places: list[dict[str, Any]] = [{} for _ in range(size)]
    for key, value in rows.items():
        places[_place(key, size)][key] = value
    starts, content = array("I", [0]), bytearray()
    for place in places:
        if place:
            row = marshal.dumps(place)
            content += sum_of(row) + row
        starts.append(len(content))
    return size.to_bytes(8, "little") + starts.tobytes() + content


class Packed(dict[str, Any]):
    """The rows of what was packed, by key; None for a key that is not there. Raises DamagedTable for a damaged row."""

    def __init__(self, content: bytes | bytearray | memoryview) -> None:
        self._content = memoryview(content)
        self._size = int.from_bytes(content[:8], "little")
        self._begin = 8 + array("I").itemsize * (self._size + 1)
        self._starts = self._content[8 : self._begin].cast("I")

    def __missing__(self, key: str) -> Any:
        if len(self) >= _KEPT:
            self.clear()
        found = self[key] = self.row(key)
        return found

    def row(self, key: str) -> Any:
        """The same for what is asked once, without remembering it."""
        place = crc32(key.encode("utf-8", "surrogatepass")) % self._size
        low, high = self._starts[place], self._starts[place + 1]
        return self._read(low, high).get(key) if low < high else None

    def _read(self, low: int, high: int) -> dict[str, Any]:
        begin = self._begin + low
        row = self._content[begin + _SUM_SIZE : self._begin + high]
        if int.from_bytes(self._content[begin : begin + _SUM_SIZE], "little") != crc32(row):
            raise DamagedTable
        rows: dict[str, Any] = marshal.loads(row)  # noqa: S302 - its sum was checked, and the folder is the user's own
        return rows

    def is_empty(self) -> bool:
        return self._starts[self._size] == 0

    def whole(self) -> dict[str, Any]:
        """All rows."""
        found: dict[str, Any] = {}
        for low, high in pairwise(self._starts[: self._size + 1]):
            if low < high:
                found |= self._read(low, high)
        return found


class Members:
    """The words of a packed table, as a set is asked for them."""

    def __init__(self, content: bytes) -> None:
        self._rows = Packed(content)

    def __contains__(self, word: str) -> bool:
        return self._rows[word] is not None


def pack_words(words: Iterable[str]) -> bytes:
    """Words for `Members`."""
    return pack(dict.fromkeys(words, True))
