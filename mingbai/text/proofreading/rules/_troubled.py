"""What may be meant where a pair of words is hardly ever met and nothing near explains it.

The dictionary cuts a sentence as it is written, so that a wrong character takes its neighbours with it: 「每季|渡」. Here
the characters about such a pair are read anew: which of them another character of its sound or shape would make part of a
common word of two to four characters, wherever that begins and ends.
"""

from mingbai.text.proofreading.rules._knowledge import Confused
from mingbai.text.statistics import WORD, Statistics

# What a pair costs at least that is looked at; words rarer than that beside another, or beside a particle, are odd themselves.
_DEAR, _RARE, _RARE_BESIDE_PARTICLE = 250, 15_000, 40_000
# Words so common may be meant; a character of theirs is worth so much, and a word so much more than it costs.
_COMMON, _WORTH, _PROMISING = 60_000, 130, 30
_BEST, _KEPT = 6, 100_000
# Gain, place from the beginning of the pair on, and the character that is meant.
Trial = tuple[int, int, str]


class Troubled:
    def __init__(self, statistics: Statistics, confused: Confused, channel: int) -> None:
        self._statistics, self._confused, self._channel = statistics, confused, channel
        self._about: dict[tuple[str, str, str], tuple[Trial, ...]] = {}

    def is_troubled(self, first: str, second: str, particles: frozenset[str]) -> bool:
        known = self._statistics
        ranks = known.rank(first), known.rank(second)
        if known.seen(*ranks) >= 0 or known.cost(ranks[0]) + known.pair(*ranks) < _DEAR:
            return False
        if first in particles or second in particles:
            word, rank = (second, ranks[1]) if first in particles else (first, ranks[0])
            return len(word) > 1 and not 0 <= rank < _RARE_BESIDE_PARTICLE
        return len(first) == 1 or len(second) == 1 or not all(0 <= rank < _RARE for rank in ranks)

    def about(self, before: str, pair: str, behind: str) -> tuple[Trial, ...]:
        """The likeliest trials, the best first."""
        key = before, pair, behind
        if key not in self._about:
            if len(self._about) >= _KEPT:
                self._about.clear()
            text, low = before + pair + behind, len(before)
            best: dict[tuple[int, str], int] = {}
            for at in range(low, low + len(pair)):
                self._tried(text, at, best)
            found = sorted(((gain, at - low, other) for (at, other), gain in best.items()), reverse=True)
            self._about[key] = tuple(found[:_BEST])
        return self._about[key]

    def _tried(self, text: str, at: int, best: dict[tuple[int, str], int]) -> None:
        known, others = self._statistics, self._confused[text[at]] - {text[at]}
        for start in range(max(0, at - WORD + 1), at + 1):
            for end in range(max(at + 1, start + 2), min(len(text), start + WORD) + 1):
                left, right = text[start:at], text[at + 1 : end]
                short = end - start == 2
                fitting = others & (known.after(left) if left else known.before(right)) if short else others
                for other in fitting:
                    rank = known.rank(left + other + right)
                    if not 0 <= rank < _COMMON:
                        continue
                    gain = _WORTH * (end - start) - known.cost(rank) - self._channel
                    if gain > best.get((at, other), _PROMISING):
                        best[at, other] = gain
