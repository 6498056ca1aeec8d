"""A file that knows a level, 0 to 255, of each of very many words: their check sums in order, then their levels, then bits
of which one is set for each sum, so that most words which are not known are told at a glance.

One strange word in some four thousand is taken for one of the file, which is as good as never for a sign among others.
"""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar
from zlib import crc32

from mingbai.text.mapped import numbers

T = TypeVar("T")
_MAGIC = 8
_HEADER = 12
# The sums are searched by their first bits.
_FIRST_BITS = 9
REST = 32 - _FIRST_BITS


def sum_of(word: str) -> int:
    return crc32(word.encode())


def firsts_of(sums: Sequence[int]) -> tuple[int, ...]:
    """Where the sums begin that have the same first bits, by `sum >> REST`: they spare half of the steps of each search."""
    return (0, *(bisect_left(sums, edge) for edge in range(1 << REST, 1 << 32, 1 << REST)), len(sums))


class Levels(Generic[T]):
    """What each of the levels means, by word, and what is said of a word that is not known.

    Raises ValueError if the file does not begin with `magic`, eight bytes.
    """

    def __init__(self, content: "memoryview | bytes", magic: bytes, said: Sequence[T], unknown: T) -> None:
        self._said, self._unknown = said, unknown
        view = memoryview(content)
        if bytes(view[:_MAGIC]) != magic:
            raise ValueError(f"the file does not begin with {magic.decode()}")
        count = numbers(view, "I", _MAGIC, 1)[0]
        self._sums = numbers(view, "I", _HEADER, count)
        self._levels = view[_HEADER + 4 * count : _HEADER + 5 * count]
        # Asked for nearly every word: a copy answers in half the time.
        self._bits = bytes(view[_HEADER + 5 * count :])
        self._mask = 8 * len(self._bits) - 1
        self._firsts = firsts_of(self._sums)

    def sums(self) -> frozenset[int]:
        return frozenset(self._sums)

    def of(self, word: str) -> T:
        wanted = crc32(word.encode())
        bit = wanted & self._mask
        if not self._bits[bit >> 3] >> (bit & 7) & 1:
            return self._unknown
        sums, firsts, first = self._sums, self._firsts, wanted >> REST
        place, end = bisect_left(sums, wanted, firsts[first], firsts[first + 1]), firsts[first + 1]
        return self._said[self._levels[place]] if place < end and sums[place] == wanted else self._unknown


def packed(magic: bytes, levels: Mapping[int, int]) -> bytes:
    """The file of levels by check sum."""
    keys = array("I", sorted(levels))
    content = bytes(levels[key] for key in keys)
    # Some six to eight bits for each word, in a number that is a power of two.
    bits = bytearray(1 << max(0, len(keys).bit_length() - 1))
    for key in keys:
        bit = key & 8 * len(bits) - 1
        bits[bit >> 3] |= 1 << (bit & 7)
    header = array("I", [len(keys)])
    if sys.byteorder == "big":
        keys.byteswap()
        header.byteswap()
    return magic + header.tobytes() + keys.tobytes() + content + bytes(bits)
