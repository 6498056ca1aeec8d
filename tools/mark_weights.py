"""Fits which mark stands at a place of official writing and packs it into mingbai/text/data/mark_weights.bin, for `mingbai.text.marks`.

    python -m tools.mark_weights laws.db 199801.txt
    python -m tools.mark_weights laws.db 199801.txt --without 3 0 --to /tmp/fold.bin

The sources are those of `tools/word_statistics.py`, checked by digest: a third of the articles and the news, and all of our own
papers, of which `--without N K` leaves out every Nth from the Kth on, so that false findings are counted in papers which were not
fitted. The weights are those of a logistic regression over all marks and none, fitted by steps that shrink for each sign.
"""

import math
import random
import sys
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from mingbai.text.marks import MARKS, Spot, packed, signs, spots
from tools.word_statistics import are_official, arguments, official, own_papers, paragraphs

DATA = Path(__file__).resolve().parents[1] / "mingbai/text/data/mark_weights.bin"
# A shorter line is a heading or a signature.
_LINE = 12
# One in so many lines of the sources is read; so many places without a mark are.
_SHARE, _BARE = 3, 0.06
# A sign must be met so often; weights that say less are nothing.
_MET, _TELLS = 4, 0.1
_ROUNDS, _STEP, _HOLDS_BACK, _FIRST = 3, 0.1, 1e-3, 1e-3
Sample = tuple[array, int]  # type: ignore[type-arg]


def places(lines: Sequence[str], chance: random.Random) -> Iterator[Spot]:
    for line in lines:
        yield from spots(line, [at for at in range(2, len(line) - 2) if chance.random() < _BARE])


def samples(found: Iterator[Spot]) -> tuple[list[str], list[Sample]]:
    """The signs that are met often enough, and of each place which of them it has and what mark."""
    numbers: dict[str, int] = {}
    met = Counter[int]()
    raw: list[Sample] = []
    for spot in found:
        row = array("I", [numbers.setdefault(sign, len(numbers)) for sign in signs(spot)])
        met.update(row)
        raw.append((row, MARKS.index(spot.written)))
    kept = {number: place for place, number in enumerate(n for n, times in met.items() if times >= _MET)}
    names = [""] * len(kept)
    for sign, number in numbers.items():
        if number in kept:
            names[kept[number]] = sign
    return names, [(array("I", [kept[n] for n in row if n in kept]), mark) for row, mark in raw]


def fitted(count: int, rows: list[Sample], chance: random.Random) -> list[list[float]]:
    weights = [[0.0] * len(MARKS) for _ in range(count)]
    slopes = [[_FIRST] * len(MARKS) for _ in range(count)]
    for _ in range(_ROUNDS):
        chance.shuffle(rows)
        for row, mark in rows:
            _learn([(weights[n], slopes[n]) for n in row], mark)
    return weights


def _learn(known: list[tuple[list[float], list[float]]], mark: int) -> None:
    sums = [sum(column) for column in zip(*(weight for weight, _ in known), strict=True)]
    top = max(sums)
    likely = [math.exp(each - top) for each in sums]
    whole = sum(likely)
    missed = [each / whole - (place == mark) for place, each in enumerate(likely)]
    for weight, slope in known:
        for place, miss in enumerate(missed):
            pull = miss + _HOLDS_BACK * weight[place]
            slope[place] += pull * pull
            weight[place] -= _STEP * pull / math.sqrt(slope[place])


def main(argv: list[str]) -> int:
    parser = arguments(__doc__, DATA)
    parser.add_argument("--without", type=int, nargs=2, metavar=("N", "K"))
    args = parser.parse_args(argv)
    if not are_official(args.laws, args.news):
        return 1
    chance = random.Random(1)  # noqa: S311 - shuffles, guards nothing
    papers = own_papers()
    if args.without:
        every, first = args.without
        left_out = set(papers[first::every])
        papers = [paper for paper in papers if paper not in left_out]
    base = [line.strip() for line in official(args.laws, args.news, [])]
    chance.shuffle(base)
    lines = [*base[::_SHARE], *map(str.strip, paragraphs(papers))]
    names, rows = samples(places([line for line in lines if len(line) > _LINE], chance))
    weights = fitted(len(names), rows, chance)
    telling = {sign: row for sign, row in zip(names, weights, strict=True) if max(map(abs, row)) >= _TELLS}
    content = packed(telling)
    args.to.write_bytes(content)
    print(f"{args.to.name}: {len(content):,} bytes, {len(rows):,} places, {len(telling):,} signs")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
