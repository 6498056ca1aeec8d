"""Learns how much the signs of `rules/_oddness.py` count and packs that into mingbai/text/data/oddness.bin.

    python -m tools.oddness_weights laws.db 199801.txt [--seconds 75] [--to FILE]

Needs PyTorch (2.13.0, in an environment of its own; the product needs no library for it). The runs of characters are counted
anew over the laws, the newspaper and half of our own papers (`tools/official_writing`). Into the other half, which is not
counted, faults of wording are planted (`tools/wording.py`), and the open marks of wording in `benchmarks` are read with the
shipped runs; of a mark of several words the oddest one counts. The marks of `kin`, `blind/held` and `fresh/held` are left out,
so that they can tell what the weights find.
"""

import json
import random
import re
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.check_samples import categories_of, read_key
from benchmarks.real_excerpts import MARKS
from mingbai.text import runs, statistics
from mingbai.text.proofreading import load_lists
from mingbai.text.proofreading.rules import _oddness as oddness
from tools.letter_runs import packed
from tools.word_statistics import are_official, arguments, official, own_papers
from tools.wording import Spans, Spoiler

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = [
    ROOT / "benchmarks" / name
    for name in ("blind/dev", "fresh/dev", "wild/dev", "corpus", "facts/dev", "names")
]
HIDDEN, _COMMON = 16, 8_000
_RUN, _SENTENCE = re.compile("[一-鿿]{2,}"), re.compile("[^。]+。?")
_SHORTEST, _LONG_MARK = 8, 60
_OF_WRITING = {"typo", "punctuation_misuse", "truncated_text"}
_RATE, _BATCH, _AGAIN, _DECAY = 4e-3, 2048, 1500, 0.03
# Signs, whether something is wrong there, what the row counts, and the mark of which only the oddest row counts.
Row = tuple[oddness.Signs, bool, float, int]
_NO_MARK = -1


def _alike(lists: Any) -> dict[str, list[str]]:
    """What is written for each word."""
    found: dict[str, set[str]] = {}
    for row in lists["near_words"]["entries"]:
        for word in row["near"].split():
            found.setdefault(word, set()).add(row["word"])
    for row in lists["swaps"]["entries"]:
        if "word" in row:
            found.setdefault(row["word"], set()).update(
                f"{row.get('sure', '')} {row.get('doubtful', '')}".split()
            )
    for row in lists["distortions"]["entries"]:
        found.setdefault(row["meant"], set()).update(row["written"].split())
    for row in lists["like_words"]["entries"]:
        found.setdefault(row["word"], set()).update(word.rstrip("0123456789") for word in row["like"].split())
    return {word: sorted(others) for word, others in found.items()}


def _confused(lists: Any) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for row in lists["sounds"]["entries"]:
        for letter in row["characters"]:
            found.setdefault(letter, set()).update(row["characters"])
    for row in lists["lookalikes"]["entries"]:
        found.setdefault(row["character"], set()).update(row.get("alike", ""))
    return {letter: sorted(others - {letter}) for letter, others in found.items() if others - {letter}}


def spoiler(chance: random.Random) -> Spoiler:
    lists = load_lists()
    words = [word for word, _ in statistics.shipped().common(_COMMON) if _RUN.fullmatch(word)]
    return Spoiler(chance, _confused(lists), _alike(lists), words)


def _places(text: str) -> Iterator[tuple[int, int, oddness.Signs]]:
    for run in _RUN.finditer(text):
        for place in oddness.places_in(run[0]):
            yield run.start() + place.start, run.start() + place.end, place.signs


def planted(sentences: Sequence[str], by: Spoiler) -> Iterator[Row]:
    """Good sentences, and what is spoiled in them, each twice."""
    for sentence in sentences:
        for *_, signs in _places(sentence):
            yield signs, False, 1.0, _NO_MARK
        for _ in range(2):
            text, spans = by.spoiled(sentence)
            for start, end, signs in _places(text):
                if any(start < high and low < end for low, high in spans):
                    yield signs, True, 0.6, _NO_MARK


def _judged(text: str, meant: Spans, others: Spans, number: int) -> Iterator[Row]:
    """Words on marks of wording are wrong, what is on or beside any other mark is left out."""
    for start, end, signs in _places(text):
        mark = next((at for at, (low, high) in enumerate(meant) if start < high and low < end), None)
        if mark is not None:
            yield signs, True, 0.5, number + mark
        elif not any(start < high + 1 and low - 1 < end for low, high in (*meant, *others)):
            yield signs, False, 1.5, _NO_MARK


def _span(mark: Any) -> tuple[int, int]:
    return mark["start"], max(mark["end"], mark["start"] + 1)


def marked() -> Iterator[Row]:
    number = 0
    for folder in FOLDERS:
        key, texts = read_key(folder)
        for name in sorted({*(mark["file"] for mark in key["defects"]), *key.get("clean_files", ())}):
            marks = [mark for mark in key["defects"] if mark["file"] == name]
            meant = [
                mark
                for mark in marks
                if categories_of(mark) & _OF_WRITING and _span(mark)[1] - mark["start"] < _LONG_MARK
            ]
            others = [_span(mark) for mark in marks if mark not in meant]
            text = (texts / name).read_text(encoding="utf-8")
            yield from _judged(text, [_span(mark) for mark in meant], others, number)
            number += len(meant)
    for mark in json.loads(MARKS.read_text(encoding="utf-8"))["marks"]:
        if not mark.get("doubtful"):
            is_meant = "typo" in categories_of(mark) and not mark.get("trap")
            spans = [_span(mark)]
            yield from _judged(mark["excerpt"], spans if is_meant else [], [] if is_meant else spans, number)
            number += 1


def rows(laws: Path, news: Path) -> Iterator[Row]:
    papers = own_papers()
    half, shipped = runs.Runs(packed(official(laws, news, papers[::2]))), runs.shipped
    lines = [line for paper in papers[1::2] for line in paper.read_text(encoding="utf-8").splitlines()]
    sentences = [found for line in lines for found in _SENTENCE.findall(line) if len(found) >= _SHORTEST]
    runs.shipped = lambda: half  # type: ignore[assignment]
    try:
        yield from planted(sentences, spoiler(random.Random(7)))
    finally:
        runs.shipped = shipped
    yield from marked()


def fitted(found: Sequence[Row], seconds: float) -> oddness.Weights:
    import torch
    from torch.nn import Linear, ReLU, Sequential
    from torch.nn.functional import binary_cross_entropy_with_logits as loss_of

    torch.manual_seed(0)
    signs = torch.tensor([row[0] for row in found])
    wrong = torch.tensor([float(row[1]) for row in found])
    worth = torch.tensor([row[2] for row in found])
    middle, spread = signs.mean(0), signs.std(0)
    spread[spread < 0.03] = 1e6
    signs = (signs - middle) / spread
    on_marks = [at for at, row in enumerate(found) if row[3] != _NO_MARK]
    net = Sequential(Linear(oddness.SIGNS, HIDDEN), ReLU(), Linear(HIDDEN, 1))
    steps = torch.optim.AdamW(net.parameters(), lr=_RATE, weight_decay=_DECAY)
    began, done = time.monotonic(), 0
    while (spent := time.monotonic() - began) < seconds:
        steps.param_groups[0]["lr"] = _RATE * (1 - 0.95 * spent / seconds)
        some = torch.randint(0, len(found), (_BATCH,))
        steps.zero_grad()
        loss_of(net(signs[some])[:, 0], wrong[some], weight=worth[some]).backward()
        steps.step()
        done += 1
        if done % _AGAIN == 0:
            with torch.no_grad():
                now = net(signs)[:, 0].tolist()
            oddest: dict[int, int] = {}
            for at in on_marks:
                mark = found[at][3]
                if mark not in oddest or now[at] > now[oddest[mark]]:
                    oddest[mark] = at
            worth[on_marks] = 0.0
            worth[sorted(oddest.values())] = 2.0
    rows_of = (net[0].weight / spread).detach()
    constants = net[0].bias.detach() - rows_of @ middle
    return oddness.Weights(
        rows=tuple(map(tuple, rows_of.tolist())),
        constants=tuple(constants.tolist()),
        last=tuple(net[2].weight[0].tolist()),
        constant=float(net[2].bias),
    )


def main(argv: list[str]) -> int:
    parser = arguments(__doc__, oddness.FILE)
    parser.add_argument("--seconds", type=float, default=75.0)
    args = parser.parse_args(argv)
    if not are_official(args.laws, args.news):
        return 1
    found = list(rows(args.laws, args.news))
    print(f"{len(found):,} places, {sum(row[1] for row in found):,} of them wrong", flush=True)
    args.to.write_bytes(oddness.packed(fitted(found, args.seconds)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
