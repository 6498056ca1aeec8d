"""What may be meant by a word of two characters that fits neither what stands before it nor what stands behind.

「归档材料|制药|包括」: an input method offered another word for the sounds that were typed, or for sounds near them (n for l, h for f,
the key beside), or a rewriting machine put a word that is used alike. A word counts as fitting a neighbour that has been met beside
it; particles and what separates clauses stand beside anything and say nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, repeat

from mingbai.text.packed import Packed
from mingbai.text.proofreading.rules._word_parts import is_chinese
from mingbai.text.runs import shipped
from mingbai.text.statistics import STOP, Statistics

_PAIR = 2
# How near what was typed is to what is meant: the same sound, one that many ears confuse, the key beside.
SAME, NEAR, KEY = 1.0, 0.6, 0.3
_NEAR = {"n": "l", "l": "n", "h": "f", "f": "h"}
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# How rare a slip is, by how near it is; what is used alike is likened in per cent.
_CHANNEL, _FARTHER, _USED_LIKE, _LESS_LIKE = 42, 20, 30, 40
_PROMISING, _BEST = 12, 4
# What official writing has so often (logarithm) stands beside anything there.
_USUAL = 5.0
# What stands so often in official writing, and so many times as often as what is written (logarithms), may be meant
# though neither neighbour was met beside it; how much likelier the pair must be then.
_OFTEN, _OFTENER, _UNMET = 2.0, 2.0, 0
_KEPT = 100_000
# What a pair of neighbours says of its words, and a word of which one pair says that it does not fit and none that it does.
FITS, UNMET, SILENT = range(3)
_LONELY = re.compile(rb"(?=\x01[\x01\x02]|\x02\x01)")
# What would be written with its rank, how near, and whether it is one of like use.
_Other = tuple[str, int, float, bool]
# Kind of slip, word, and how much likelier.
Meant = tuple[int, str, str]


def keys_beside(letter: str) -> str:
    """The keys to the left and right of a letter's in its row; none of what is no letter."""
    row = next((row for row in _ROWS if letter in row), "")
    at = row.find(letter)
    return row[max(0, at - 1) : at] + row[at + 1 : at + 2]


def mistyped(sound: str, least: float) -> Iterator[tuple[str, float]]:
    """The sounds that are near one of a character, and how near; none that is farther than the least."""
    if sound[:1] in _NEAR:
        yield _NEAR[sound[0]] + sound[1:], NEAR
    if sound.endswith("ang"):
        yield sound[:-1], NEAR
    elif sound.endswith("an"):
        yield sound + "g", NEAR
    for at, letter in enumerate(sound if least <= KEY else ""):
        for key in keys_beside(letter):
            yield sound[:at] + key + sound[at + 1 :], KEY


class Isolated:
    """`spelled` gives each character its sound, `typed` the common words of two characters for their sounds, `used_like` words by use."""

    def __init__(
        self, statistics: Statistics, spelled: Mapping[str, str], typed: Packed, used_like: Packed
    ) -> None:
        self._statistics, self._spelled, self._typed, self._used_like = statistics, spelled, typed, used_like
        # Of pairs that do not fit: whether they were never met, or say nothing since one of the two stands beside anything.
        self.says: dict[tuple[str, str], int] = {}
        self._others: dict[str, tuple[_Other, ...]] = {}
        self._meant: dict[tuple[str, str, str], tuple[Meant, ...]] = {}

    def note(self, pair: tuple[str, str], *, silent: bool) -> None:
        """Remembers what a pair of neighbours says of its words."""
        first, second = pair
        if len(first) != _PAIR and len(second) != _PAIR:
            return
        known = self._statistics
        if silent or not (is_chinese(first) and is_chinese(second)):
            self.says[pair] = SILENT
        elif known.seen(known.rank(first), known.rank(second)) < 0:
            self.says[pair] = UNMET

    def forget(self) -> None:
        self.says.clear()

    def nearness(self, written: str, meant: str) -> float:
        """How near the two are, by sound or by use."""
        return max((near for other, _, near, _ in self.others(written) if other == meant), default=0.0)

    def places(self, words: Sequence[str]) -> Iterator[tuple[int, tuple[Meant, ...]]]:
        """The numbers of words that fit nowhere, with what may be meant."""
        says = bytes(map(self.says.get, pairwise(words), repeat(FITS)))
        if UNMET not in says:
            return
        for lonely in _LONELY.finditer(says):
            at = lonely.start() + 1
            if len(words[at]) == _PAIR and (found := self._of(words[at - 1], words[at], words[at + 1])):
                yield at, found

    def others(self, word: str) -> tuple[_Other, ...]:
        """The words that may be meant by one, whatever stands beside it."""
        if word not in self._others:
            if len(self._others) >= _KEPT:
                self._others.clear()
            if shipped().often(word) > _USUAL:
                self._others[word] = ()
                return ()
            found: dict[str, _Other] = {}
            one, two = (self._spelled.get(letter, "") for letter in word[:_PAIR])
            for near, key in self._sounds(word, one, two) if one and two and len(word) == _PAIR else ():
                for other, rank in self._typed[key] or ():
                    found.setdefault(other, (other, rank, near, False))
            for other, like in self._used_like[word] or ():
                found.setdefault(other, (other, self._statistics.rank(other), like, True))
            found.pop(word, None)
            self._others[word] = tuple(found.values())
        return self._others[word]

    def _sounds(self, word: str, one: str, two: str) -> Iterator[tuple[float, str]]:
        """How the meant word may be spelled, the nearest first; a key missed only where the word is hardly written."""
        yield SAME, f"{one} {two}"
        least = KEY if shipped().often(word) < _OFTEN else NEAR
        slips = [(near, f"{other} {two}") for other, near in mistyped(one, least)]
        slips += [(near, f"{one} {other}") for other, near in mistyped(two, least)]
        yield from sorted(slips, reverse=True)

    def _of(self, before: str, word: str, behind: str) -> tuple[Meant, ...]:
        key = before, word, behind
        if key not in self._meant:
            if len(self._meant) >= _KEPT:
                self._meant.clear()
            self._meant[key] = tuple(sorted(self._tried(*key), reverse=True)[:_BEST])
        return self._meant[key]

    def _tried(self, before: str, word: str, behind: str) -> Iterator[Meant]:
        known = self._statistics
        sides = [
            (known.rank(other), first)
            for other, pair, first in ((before, (before, word), True), (behind, (word, behind), False))
            if self.says.get(pair) == UNMET and other != STOP
        ]
        now = self._cost(known.rank(word), sides)
        for other, rank, near, by_use in self.others(word):
            met = any(known.seen(*((side, rank) if first else (rank, side))) >= 0 for side, first in sides)
            if not met and not self._is_officially(word, other):
                continue
            rare = (
                _USED_LIKE + int(_LESS_LIKE * (1 - near)) if by_use else _CHANNEL + int(_FARTHER * (1 - near))
            )
            gain = now - self._cost(rank, sides) - rare
            if gain >= (_PROMISING if met else _UNMET):
                yield gain, "word" if by_use else "sound", other

    @staticmethod
    def _is_officially(written: str, meant: str) -> bool:
        """Whether official writing has the meant word often, and far oftener than the written one."""
        often = shipped().often(meant)
        return often >= _OFTEN and often - shipped().often(written) >= _OFTENER

    def _cost(self, rank: int, sides: Sequence[tuple[int, bool]]) -> int:
        """What a word costs behind and before the neighbours that say something."""
        known = self._statistics
        before = next((side for side, first in sides if first), None)
        cost = known.cost(rank) if before is None else known.pair(before, rank)
        return cost + sum(known.pair(rank, side) for side, first in sides if not first)
