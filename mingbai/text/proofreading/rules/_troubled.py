"""What may be meant where a pair of words is hardly ever met and nothing near explains it.

The dictionary cuts a sentence as it is written, so that a wrong character takes its neighbours with it: 「每季|渡」. Here
the characters about such a pair are read anew: which of them another character of its sound or shape would make part of a
common word of two to four characters, wherever that begins and ends.
"""

from collections.abc import Iterator

from mingbai.text.proofreading.rules._knowledge import Confused
from mingbai.text.statistics import COMMON, WORD, Statistics

# What a pair costs at least that is looked at; words rarer than that beside another, or beside a particle, are odd themselves.
_DEAR, _RARE, _RARE_BESIDE_PARTICLE = 250, 15_000, 40_000
# What a character costs on the whole, and how much likelier a trial must become by that measure.
_LETTER, _PROMISING = 60, 55
_BEST, _KEPT = 3, 100_000
_NONE: frozenset[str] = frozenset()
# Gain, place from the beginning of the pair on, and the character that is meant.
Trial = tuple[int, int, str]


class Troubled:
    def __init__(self, statistics: Statistics, confused: Confused, channel: int) -> None:
        self._statistics, self._confused, self._channel = statistics, confused, channel
        self._about: dict[tuple[str, tuple[str, str], str], tuple[Trial, ...]] = {}

    def is_troubled(self, first: str, second: str, particles: frozenset[str]) -> bool:
        known = self._statistics
        ranks = known.rank(first), known.rank(second)
        if known.seen(*ranks) >= 0 or known.cost(ranks[0]) + known.pair(*ranks) < _DEAR:
            return False
        if first in particles or second in particles:
            word, rank = (second, ranks[1]) if first in particles else (first, ranks[0])
            return len(word) > 1 and not 0 <= rank < _RARE_BESIDE_PARTICLE
        return len(first) == 1 or len(second) == 1 or not all(0 <= rank < _RARE for rank in ranks)

    def about(self, before: str, words: tuple[str, str], behind: str) -> tuple[Trial, ...]:
        """The likeliest trials, the best first."""
        key = before, words, behind
        if key not in self._about:
            if len(self._about) >= _KEPT:
                self._about.clear()
            self._about[key] = self._found(before, words, behind)
        return self._about[key]

    def _found(self, before: str, words: tuple[str, str], behind: str) -> tuple[Trial, ...]:
        known, low = self._statistics, len(before)
        ranks = known.rank(words[0]), known.rank(words[1])
        text, high = before + "".join(words) + behind, low + len(words[0]) + len(words[1])
        now = known.cost(ranks[0]) + known.pair(*ranks) - self._channel
        # What is worth trying is worth more than this once the rest of the pair is paid for.
        enough = _PROMISING - now + _LETTER * (high - low)
        found, at = list[Trial](), low
        for word, rank in zip(words, ranks, strict=True):
            if len(word) == 1 or not 0 <= rank < _RARE:
                for place in range(at, at + len(word)):
                    inside = len(words[0]) == len(words[1]) == 1
                    trials = self._tried(text, place, inside=inside)
                    found += [(gain + now, place - low, other) for gain, other in trials if gain > enough]
            at += len(word)
        return tuple(sorted(found, reverse=True)[:_BEST])

    def _tried(self, text: str, at: int, *, inside: bool) -> Iterator[tuple[int, str]]:
        """Characters in place of one, with what their words are worth; `inside`: also inside words of four."""
        known, others = self._statistics, self._confused[text[at]] - {text[at]}
        for start in range(max(0, at - WORD + 1), at + 1):
            for end in range(max(at + 1, start + 2), min(len(text), start + WORD) + 1):
                left, right = text[start:at], text[at + 1 : end]
                if not right:
                    fitting = others & known.after(left)
                elif not left:
                    fitting = others & known.before(right)
                else:
                    fitting = others if inside and end - start == WORD else _NONE
                for other in fitting:
                    rank = known.rank(left + other + right)
                    if 0 <= rank < COMMON:
                        yield _LETTER * (end - start) - known.cost(rank), other
