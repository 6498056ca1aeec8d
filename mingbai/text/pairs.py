"""Which characters official writing has before and behind each character: one mapped file, drawn from `runs`.

What `runs` can only be asked pair by pair is listed here by character, so that of a few characters those are quickly
found that may stand between two others. `tools/letter_runs.py` makes both files.
"""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from zlib import crc32

from mingbai.text.levels import sum_of
from mingbai.text.mapped import content_of, numbers
from mingbai.text.runs import EDGE, Runs

MAGIC = b"MBPAIRS1"
FILE = Path(__file__).parent / "data/letter_pairs.bin"
_HEADER = 12


class Pairs:
    """Raises ValueError if the file does not begin with MAGIC."""

    def __init__(self, content: "memoryview | bytes") -> None:
        view = memoryview(content)
        if bytes(view[: len(MAGIC)]) != MAGIC:
            raise ValueError(f"the file does not begin with {MAGIC.decode()}")
        count = numbers(view, "I", len(MAGIC), 1)[0]
        self._codes = numbers(view, "I", _HEADER, count)
        # Where the characters behind each begin, then where those ahead of each do.
        self._starts = numbers(view, "I", _HEADER + 4 * count, 2 * count + 1)
        self._letters = view[_HEADER + 4 * (3 * count + 1) :]
        self._known: dict[tuple[str, bool], str] = {}

    def behind(self, letter: str) -> str:
        """The characters that stand behind one, which may be EDGE; none for a character that is not known.

        Some five hundred, of which a few are asked for: a set of them takes longer to make than they to be found.
        """
        return self._of(letter, ahead=False)

    def ahead(self, letter: str) -> str:
        """The characters that stand before one, which may be EDGE."""
        return self._of(letter, ahead=True)

    def _of(self, letter: str, *, ahead: bool) -> str:
        if (letter, ahead) not in self._known:
            self._known[letter, ahead] = self._read(ord(letter), ahead)
        return self._known[letter, ahead]

    def _read(self, code: int, ahead: bool) -> str:
        place = bisect_left(self._codes, code)
        if place == len(self._codes) or self._codes[place] != code:
            return ""
        place += len(self._codes) * ahead
        low, high = self._starts[place], self._starts[place + 1]
        return bytes(self._letters[2 * low : 2 * high]).decode("utf-16-le")


def packed(runs: Runs, letters: Iterable[str]) -> bytes:
    """The file of all pairs of the letters, and of each with EDGE, that `runs` knows."""
    known, codes = runs.sums(), sorted({*letters, EDGE})
    written = {letter: letter.encode() for letter in codes}
    # A check sum goes on where that of the first character ended.
    behind = {
        first: [second for second in codes if crc32(written[second], sum_of(first)) in known]
        for first in codes
    }
    ahead: dict[str, list[str]] = {letter: [] for letter in codes}
    for first, seconds in behind.items():
        for second in seconds:
            ahead[second].append(first)
    starts, found = array("I", [0]), []
    for letters_of in (*behind.values(), *ahead.values()):
        found += letters_of
        starts.append(len(found))
    table = array("I", [len(codes), *map(ord, codes)]) + starts
    if sys.byteorder == "big":
        table.byteswap()
    return MAGIC + table.tobytes() + "".join(found).encode("utf-16-le")


@cache
def shipped() -> Pairs:
    return Pairs(content_of(FILE))
