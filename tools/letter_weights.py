"""Fits the weights of `rules/typo/letters.py` again and says what each limit finds and what it finds falsely.

    python -m tools.letter_weights laws.db 199801.txt

The runs of characters are counted anew over the laws, the newspaper and half of our own papers (`tools/official_writing`).
Into the other half, which neither counts nor rules have seen, slips are planted one at a time: a character lost, left over,
put for one that it is taken for, or two turned round. Every place that the signs of `_letters` speak of is a row; rows of
the papers as they are say what is no slip. Printed are, for each kind, the weights of the signs alone (they sort out what
is looked at more closely), those of all signs, and for limits of the odds the share of slips pointed at and the false
ones in 1,000 characters, each judged by weights that had not seen the row.
"""

import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from mingbai.text import pairs, runs
from mingbai.text.model import Recognised, SourceDocument
from mingbai.text.proofreading import load_lists
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._letters import LOST, REPLACED, SURPLUS, TURNED, Slip, relief, slips_in
from mingbai.text.proofreading.rules._misfits import Knowledge, knowledge
from tools.letter_runs import packed, packed_pairs
from tools.misfit_weights import PARTS, Row, fitted, part_of
from tools.word_statistics import are_official, arguments, official, own_papers

KINDS = (SURPLUS, LOST, TURNED, REPLACED)
_RUN, _LETTER = re.compile("[一-鿿]{2,}"), re.compile("[一-鿿]")
# One slip is planted for so many characters, each in the paper as it is otherwise.
_EVERY = 60
_LIMITS = (-2.0, -1.0, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0)
# `letter` changed at a place of the text: the text with the slip, None where there is none to make.
_Spoil = Callable[[str, int], str | None]


class Planter:
    """Puts slips of one kind into texts."""

    def __init__(self, known: Knowledge, chance: random.Random) -> None:
        self._known, self._chance = known, chance
        self._letters = sorted(known.alone)
        self.ways: dict[str, _Spoil] = {
            LOST: lambda text, at: text[:at] + text[at + 1 :],
            SURPLUS: self._add,
            TURNED: self._turn,
            REPLACED: self._replace,
        }

    def _add(self, text: str, at: int) -> str:
        place = at + self._chance.choice((0, 1))
        return text[:place] + self._any() + text[place:]

    def _any(self) -> str:
        weights = [max(1.0, self._known.alone[letter]) for letter in self._letters]
        return self._chance.choices(self._letters, weights)[0]

    def _turn(self, text: str, at: int) -> str | None:
        turns = _RUN.match(text, at, at + 2) and text[at] != text[at + 1]
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :] if turns else None

    def _replace(self, text: str, at: int) -> str | None:
        others = sorted(self._known.confused[text[at]] - {text[at]})
        if not others:
            return None
        weights = [max(0.05, self._known.alone.get(letter, 0.0)) for letter in others]
        return text[:at] + self._chance.choices(others, weights)[0] + text[at + 1 :]


def _row(part: int, source: str, run: str, slip: Slip, right: bool) -> Row:
    return Row(part, source, run, slip.kind, (*slip.signs, *relief(run, slip)), right)


def clean_rows(part: int, text: str, known: Knowledge) -> Iterator[Row]:
    for match in _RUN.finditer(text):
        for slip in slips_in(match[0], known.confused):
            yield _row(part, "clean", match[0], slip, False)


def planted_rows(part: int, text: str, planter: Planter, known: Knowledge, kind: str, at: int) -> list[Row]:
    """What is found of one slip; an empty list where it is not."""
    spoilt = planter.ways[kind](text, at)
    if spoilt is None or spoilt == text:
        return []
    start = at
    while start and _LETTER.match(spoilt[start - 1]):
        start -= 1
    match = _RUN.match(spoilt, start)
    if match is None:
        return []
    run = match[0]
    for slip in slips_in(run, known.confused):
        mended = run[: slip.at] + slip.written + run[slip.at + slip.length :]
        # Of a lost character the place is what counts.
        points = kind == LOST and start + slip.at == at
        if slip.kind == kind and (points or text.startswith(mended, start)):
            return [_row(part, "planted", run, slip, True)]
    return []


def rows_of(
    papers: Sequence[Path], known: Knowledge, chance: random.Random
) -> tuple[list[Row], dict[str, int], int]:
    """All rows, how many slips of each kind were planted, and how many characters were read."""
    rows: list[Row] = []
    planter, planted, size = Planter(known, chance), dict.fromkeys(KINDS, 0), 0
    for paper in papers:
        text, part = paper.read_text(encoding="utf-8"), part_of(paper.name)
        size += len(text)
        rows += clean_rows(part, text, known)
        letters = [match.start() for match in _LETTER.finditer(text)]
        for kind in KINDS:
            for at in chance.sample(letters, len(letters) // _EVERY):
                planted[kind] += 1
                rows += planted_rows(part, text, planter, known, kind, at)
    return rows, planted, size


def _odds(weights: Sequence[float], row: Row) -> float:
    return weights[0] + sum(map(float.__mul__, weights[1:], row.signs))


def _report(kind: str, rows: Sequence[Row], planted: int, size: int) -> None:
    alone = [Row(row.part, row.source, row.place, kind, row.signs[:-3], row.right) for row in rows]
    print(f"{kind}\n  signs alone: {_said(fitted(alone))}\n  all signs: {_said(fitted(rows))}")
    judged: list[tuple[float, bool]] = []
    for part in range(PARTS):
        weights = fitted([row for row in rows if row.part != part])
        judged += [(_odds(weights, row), row.right) for row in rows if row.part == part]
    for limit in _LIMITS:
        right = sum(odds >= limit for odds, is_right in judged if is_right) / planted
        false = sum(odds >= limit for odds, is_right in judged if not is_right) * 1000 / size
        print(f"  from {limit:4}: {right:4.0%} of slips, {false:.3f} false in 1,000 characters")


def _said(weights: Sequence[float]) -> str:
    return ", ".join(f"{weight:.3f}" for weight in weights)


def _count(laws: Path, news: Path, papers: Sequence[Path], folder: Path) -> None:
    """Lets the rules read counts of these papers alone."""
    runs.FILE, pairs.FILE = folder / "runs.bin", folder / "pairs.bin"
    runs.FILE.write_bytes(packed(official(laws, news, list(papers))))
    runs.shipped.cache_clear()
    pairs.FILE.write_bytes(packed_pairs(runs.shipped()))
    pairs.shipped.cache_clear()


def main(argv: list[str]) -> int:
    args = arguments(__doc__, Path()).parse_args(argv)
    if not are_official(args.laws, args.news):
        return 1
    papers = own_papers()
    with TemporaryDirectory() as folder:
        _count(args.laws, args.news, papers[::2], Path(folder))
        source = SourceDocument("", "", "text/plain")
        known = knowledge(Passage(source, Recognised(0, 0), lists=load_lists(None)))
        rows, planted, size = rows_of(papers[1::2], known, random.Random(0))
        for kind in KINDS:
            _report(kind, [row for row in rows if row.kind == kind], planted[kind], size)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
