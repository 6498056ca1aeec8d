"""Packs where marks of punctuation stand in official writing into mingbai/text/data/clause_edges.bin, for `mingbai.text.edges`.

    python -m tools.clause_edges laws.db 199801.txt
    python -m tools.clause_edges laws.db 199801.txt --fit

The sources are those of `tools/word_statistics.py`, checked by digest. `--fit` prints the weights of the signs instead: a third
of our own papers at a time is left out of the counts, and the places of their marks are told from the others by logistic
regression.
"""

import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from mingbai.text import levels
from mingbai.text.edges import (
    BEFORE,
    BEHIND,
    BETWEEN,
    LONGEST,
    MAGIC,
    MIDDLE,
    STEPS,
    Edges,
    letters_of,
)
from mingbai.text.runs import Runs
from tools import letter_runs
from tools.word_statistics import OWN, are_official, arguments, official, own_papers

DATA = Path(__file__).resolve().parents[1] / "mingbai/text/data/clause_edges.bin"
# A context is kept if it was met so often and says so much else than the shorter one within it.
_MET, _TELLS = 5, 0.5
# So many marked and unmarked places of the shorter context count with each longer one.
_SHRINKING = 3
_USUAL = 0.1
_FOLDS, _ROUNDS = 3, 12
# One in so many places without a mark is fitted with.
_THINNED = 4
Sample = tuple[tuple[float, ...], bool]


class Places:
    """Contexts of places, counted apart for places with and without a mark."""

    def __init__(self) -> None:
        self.marked, self.bare = Counter[str](), Counter[str]()

    def read(self, lines: Iterable[str]) -> None:
        for line in lines:
            letters = letters_of(line.strip())
            for at in range(1, len(letters.text)):
                if at not in letters.pauses:
                    self._count(letters.text, at, self.marked if at in letters.stops else self.bare)

    def _count(self, text: str, at: int, counts: Counter[str]) -> None:
        counts[BETWEEN + text[at - 1 : at + 1]] += 1
        for size in range(1, LONGEST + 1):
            if at >= size:
                counts[BEHIND + text[at - size : at]] += 1
            if at + size <= len(text):
                counts[BEFORE + text[at : at + size]] += 1

    def odds(self) -> dict[str, float]:
        """Of each context that tells more than its shorter one."""
        chances: dict[str, float] = {}
        found: dict[str, float] = {}
        for context in sorted({*self.marked, *self.bare}, key=lambda each: (len(each), each)):
            marked, all_met = self.marked[context], self.marked[context] + self.bare[context]
            if all_met < _MET:
                continue
            shorter = _shorter_chance(context, chances)
            chance = (marked + _SHRINKING * shorter) / (all_met + _SHRINKING)
            said = _logit(chance)
            if context[0] == BETWEEN or len(context) == 2 or abs(said - _logit(shorter)) > _TELLS:
                chances[context] = chance
                found[context] = said
        return found


def _shorter_chance(context: str, chances: dict[str, float]) -> float:
    side, letters = context[0], context[1:]
    while side != BETWEEN and len(letters) > 1:
        letters = letters[1:] if side == BEHIND else letters[:-1]
        if (found := chances.get(side + letters)) is not None:
            return found
    return _USUAL


def _logit(chance: float) -> float:
    return math.log(chance / (1 - chance))


def packed(places: Places) -> bytes:
    found = {
        levels.sum_of(context): max(0, min(255, round(odds * STEPS) + MIDDLE))
        for context, odds in places.odds().items()
    }
    return levels.packed(MAGIC, found)


def samples(base: Sequence[str], papers: Sequence[Sequence[str]]) -> Iterator[Sample]:
    """Signs of places in papers that were not counted, and whether a mark stood there."""
    chance = random.Random(3)  # noqa: S311 - thins out, guards nothing
    for fold in range(_FOLDS):
        counted = [*base, *(line for at, paper in enumerate(papers) if at % _FOLDS != fold for line in paper)]
        places = Places()
        places.read(counted)
        edges = Edges(packed(places), Runs(letter_runs.packed(counted)))
        for line in (line for paper in papers[fold::_FOLDS] for line in paper):
            letters = letters_of(line.strip())
            for at in range(2, len(letters.text) - 1):
                marked = at in letters.stops
                if at not in letters.pauses and (marked or chance.random() * _THINNED < 1):
                    yield edges.signs(letters.text, at), marked


def fitted(rows: Sequence[Sample]) -> list[float]:
    """Weights of the signs and the constant: Newton's method for logistic regression."""
    weights = [0.0] * (len(rows[0][0]) + 1)
    for _ in range(_ROUNDS):
        slope, bend = _derivatives(rows, weights)
        weights = [weight + step for weight, step in zip(weights, _solved(bend, slope), strict=True)]
    # places without a mark were thinned out
    weights[-1] -= math.log(_THINNED)
    return weights


def _derivatives(rows: Sequence[Sample], weights: Sequence[float]) -> tuple[list[float], list[list[float]]]:
    size = len(weights)
    slope, bend = [0.0] * size, [[0.0] * size for _ in range(size)]
    for signs, marked in rows:
        row = (*signs, 1.0)
        chance = 1 / (1 + math.exp(-sum(map(float.__mul__, weights, row))))
        for i, value in enumerate(row):
            slope[i] += (marked - chance) * value
            for j in range(i + 1):
                bend[i][j] += chance * (1 - chance) * value * row[j]
    return slope, [[bend[max(i, j)][min(i, j)] for j in range(size)] for i in range(size)]


def _solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Gauss's elimination."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for at, row in enumerate(rows):
        row[:] = [value / row[at] for value in row]
        for other in rows:
            if other is not row:
                factor = other[at]
                other[:] = [value - factor * own for value, own in zip(other, row, strict=True)]
    return [row[-1] for row in rows]


def main(argv: list[str]) -> int:
    parser = arguments(__doc__, DATA)
    parser.add_argument("--fit", action="store_true")
    args = parser.parse_args(argv)
    if not are_official(args.laws, args.news):
        return 1
    if args.fit:
        base = list(official(args.laws, args.news, []))
        papers = [text.read_text(encoding="utf-8").splitlines() for text in sorted(OWN.glob("*.txt"))]
        print([round(weight, 3) for weight in fitted(list(samples(base, papers)))])
        return 0
    places = Places()
    places.read(official(args.laws, args.news, own_papers()))
    content = packed(places)
    args.to.write_bytes(content)
    print(f"{args.to.name}: {len(content):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
