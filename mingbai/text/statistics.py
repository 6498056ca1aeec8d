"""How common Chinese words are and which follow which: a model of words in pairs, read from one mapped file.

`tools/word_statistics.py` makes the file and says where the figures are from. Costs are negative decimal logarithms
of probabilities, in steps of 1/32. Nothing is loaded ahead: what a text does not ask for is never read from the disk.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from mingbai.text.mapped import content_of, numbers

MAGIC = b"MBWORDS1"
STEPS = 32
# Words of up to so many characters, and the number of the commonest words whose pairs are kept.
WORD, PAIRED = 4, 65_536
# Words so common that one may be meant where another stands.
COMMON = 40_000
# The rank of what is no word of the model, and of what stands outside the text.
STRANGE, OUTSIDE = -1, -2
# The word of the model that stands where a clause begins or ends.
STOP = "，"
# A character that no word of the model holds, and what a path pays for each.
UNKNOWN, _UNWELCOME = 7 * STEPS, 40
# Words of the text's own that the model does not know are taken whole up to this length.
_LONGEST = 8
FILE = Path(__file__).parent / "data/word_statistics.bin"
_HEADER = 16
_BITS = 16
_LETTER = 0xFFFF
# So many words and letters are remembered.
_KEPT = 200_000
# What it costs to come behind each word, and how: from where, behind which word, with which word.
_Reached = dict[int, tuple[int, tuple[int, int, str]]]


def key_of(word: str) -> int:
    """Words of up to four characters in the order of their characters."""
    key = 0
    for letter in word:
        key = key << _BITS | ord(letter)
    return key << _BITS * (WORD - len(word))


def key_backwards(word: str) -> int:
    """Words of two to four characters in the order of what follows the first, which comes last."""
    return key_of(word[1:]) | ord(word[0])


class Statistics:
    """Words by rank, 0 for the commonest; what each costs alone and behind another."""

    def __init__(self, content: "memoryview | bytes") -> None:
        view = memoryview(content)
        if bytes(view[: len(MAGIC)]) != MAGIC:
            raise ValueError("not a file of word statistics")
        at = len(MAGIC)
        words, paired, pairs, backwards = numbers(view, "I", at, 4)
        at += _HEADER
        self._keys = numbers(view, "Q", at, words)
        at += 8 * words
        self._backwards = numbers(view, "Q", at, backwards)
        at += 8 * backwards
        self._firsts = numbers(view, "I", at, paired + 1)
        at += 4 * (paired + 1)
        self._ranks = numbers(view, "I", at, words)
        at += 4 * words
        self._seconds = numbers(view, "H", at, pairs)
        at += 2 * pairs
        self._costs = view[at : at + words]
        at += words
        self._fallbacks = view[at : at + paired]
        at += paired
        self._of_pairs = view[at : at + pairs]
        self._paired = paired
        self._known: dict[str, int] = {}
        # Between which places the words stand that begin with a character.
        self._beginning: dict[str, tuple[int, int]] = {}
        self._pairs: dict[tuple[int, int], int] = {}
        self._met: dict[tuple[int, int], int] = {}
        self._after: dict[str, frozenset[str]] = {}
        self._before: dict[str, frozenset[str]] = {}

    def rank(self, word: str) -> int:
        """STRANGE for a word that is not in the model."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[word] = self._look_up(word)
        return known

    def _look_up(self, word: str) -> int:
        letters = word.encode("utf-16-be", "surrogatepass")
        # Characters beyond the first 65,536 take twice the room.
        if not word or len(letters) > 2 * WORD or len(letters) > 2 * len(word):
            return STRANGE
        low, high = self._beginning.get(word[0]) or self._beginning_with(word[0])
        key = int.from_bytes(letters.ljust(2 * WORD, b"\0"), "big")
        place = bisect_left(self._keys, key, low, high)
        return self._ranks[place] if place < high and self._keys[place] == key else STRANGE

    def _beginning_with(self, letter: str) -> tuple[int, int]:
        first = ord(letter) << _BITS * (WORD - 1)
        low = bisect_left(self._keys, first)
        known = low, bisect_left(self._keys, first + (1 << _BITS * (WORD - 1)), low)
        self._beginning[letter] = known
        return known

    def after(self, letters: str) -> frozenset[str]:
        """The characters that make a common word behind the letters, which are one to three."""
        if letters not in self._after:
            _bound(self._after)
            shift = _BITS * (WORD - 1 - len(letters))
            low, high = self._beginning.get(letters[0]) or self._beginning_with(letters[0])
            if len(letters) > 1:
                low = bisect_left(self._keys, key := key_of(letters), low, high)
                high = bisect_left(self._keys, key + (1 << shift + _BITS), low, high)
            rest = (1 << shift) - 1
            self._after[letters] = frozenset(
                [
                    chr(key >> shift & _LETTER)
                    for key, rank in zip(self._keys[low:high], self._ranks[low:high], strict=True)
                    if not key & rest and rank < COMMON and key >> shift & _LETTER
                ]
            )
        return self._after[letters]

    def before(self, letters: str) -> frozenset[str]:
        """The characters that make a common word before the letters, which are one to three."""
        if letters not in self._before:
            _bound(self._before)
            low = bisect_left(self._backwards, key := key_of(letters))
            high = bisect_left(self._backwards, key + _LETTER, low)
            self._before[letters] = frozenset(chr(key & _LETTER) for key in self._backwards[low:high])
        return self._before[letters]

    def common(self, most: int) -> list[tuple[str, int]]:
        """The `most` commonest words with their ranks, in the order of their characters."""
        found = ((key, rank) for key, rank in zip(self._keys, self._ranks, strict=True) if rank < most)
        return [
            (key.to_bytes(2 * WORD, "big").decode("utf-16-be", "surrogatepass").rstrip("\0"), rank)
            for key, rank in found
        ]

    def pairs(self) -> Iterator[tuple[int, int, int]]:
        """Every pair that was met: the ranks of the two, and the cost of the second behind the first."""
        for first in range(self._paired):
            low, high = self._firsts[first], self._firsts[first + 1]
            for second, cost in zip(self._seconds[low:high], self._of_pairs[low:high], strict=True):
                yield first, second, cost

    def cost(self, word: int) -> int:
        """What a word costs that stands alone."""
        return self._costs[word] if word >= 0 else UNKNOWN

    def seen(self, first: int, second: int) -> int:
        """The cost of `second` after `first` where the model has met the two together, else -1."""
        found = self._met.get((first, second))
        if found is None:
            if len(self._met) >= _KEPT:
                self._met.clear()
            found = self._met[first, second] = self._look_up_pair(first, second)
        return found

    def _look_up_pair(self, first: int, second: int) -> int:
        if not (0 <= first < self._paired and 0 <= second < self._paired):
            return -1
        low, high = self._firsts[first], self._firsts[first + 1]
        place = bisect_left(self._seconds, second, low, high)
        return self._of_pairs[place] if place < high and self._seconds[place] == second else -1

    def pair(self, first: int, second: int) -> int:
        """The cost of `second` after `first`; either may be strange or outside."""
        if second == OUTSIDE:
            return 0
        known = self._pairs.get((first, second))
        if known is None:
            if len(self._pairs) >= _KEPT:
                self._pairs.clear()
            known = self.seen(first, second)
            if known < 0:
                known = self.cost(second) + (self._fallbacks[first] if 0 <= first < self._paired else 0)
            self._pairs[first, second] = known
        return known

    def path(
        self, text: str, before: int, after: int, own: Collection[str]
    ) -> tuple[int, list[tuple[int, str]]]:
        """The likeliest way to cut a short text between two words: its cost, and each word with its place.

        `own`: words that may stand there although the model does not know them.
        """
        best: list[_Reached] = [{} for _ in range(len(text) + 1)]
        best[0][before] = (0, (0, before, ""))
        longest = max(min(max(map(len, own), default=0), _LONGEST), WORD)
        for at, reached in enumerate(best[:-1]):
            if reached:
                self._step(text, at, best, own, longest)
        ends = best[len(text)]
        cost, last = min((cost + self.pair(word, after), word) for word, (cost, _) in ends.items())
        words, at = [], len(text)
        while at > 0:
            at, last, word = best[at][last][1]
            words.append((at, word))
        return cost, words[::-1]

    def _step(self, text: str, at: int, best: list[_Reached], own: Collection[str], longest: int) -> None:
        known, pairs = self._known, self._pairs
        reached = [(before, cost) for before, (cost, _) in best[at].items()]
        for end in range(at + 1, min(at + longest, len(text)) + 1):
            word = text[at:end]
            rank = known.get(word)
            if rank is None:
                rank = self.rank(word)
            if rank < 0 and end - at > 1 and word not in own:
                continue
            # What it costs to come to the word, and behind which word that is.
            least, last = -1, 0
            for before, cost in reached:
                joint = pairs.get((before, rank))
                cost += self.pair(before, rank) if joint is None else joint
                if least < 0 or cost < least or (cost == least and before < last):
                    least, last = cost, before
            if rank < 0:
                least += _UNWELCOME
            there = best[end]
            if rank not in there or least < there[rank][0]:
                there[rank] = (least, (at, last, word))


def _bound(memory: dict[Any, Any]) -> None:
    if len(memory) >= _KEPT:
        memory.clear()


@cache
def shipped() -> Statistics:
    return Statistics(content_of(FILE))
