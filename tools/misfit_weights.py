"""Fits what each sign of a slip is worth (`WEIGHTS` and `LIMITS` of `mingbai/text/proofreading/rules/_signs.py`), and tells how right it then is.

    python -m tools.misfit_weights lm_sc.arpa laws.db 199801.txt [--work FOLDER] [--marked FOLDER …]

The sources are those of `tools/word_statistics.py`. Read are the papers of `tools/official_writing`, clean and with slips planted
at random (`tools/slips.py`), the clean and the marked texts of the open folders of `benchmarks`, and the excerpts of real pages. All
is told apart in five parts by document. For each part the counts are made without the papers that are in it, since a paper that was
counted looks perfectly usual, and the weights without anything of it; what is told of right and wrong is told of parts that neither
had seen. The weights at the end are fitted on all parts. `--work` keeps the counts and the signs of the parts between runs.
"""

import argparse
import json
import math
import os
import random
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import gettempdir

from mingbai.text import runs, statistics
from tools import letter_runs, word_statistics

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"
MARKED = ("corpus", "blind/dev", "names", "sums/a", "facts/dev", "fresh/dev")
PARTS = 5
KINDS = ("character", "order", "lost", "double", "word", "sound")
# One slip in so many characters, as careless papers have them; the papers are read so many times with other slips.
EVERY, TIMES = 400, 3
# Towards what the weights are drawn, and how strongly.
_RIDGE, _STEPS, _ENOUGH = 4.0, 12, 1e-4
_MOST = 30.0


@dataclass(frozen=True)
class Row:
    """A suspect place of a text: where from (`clean`, `planted`, `marked`, `excerpt`), and whether a slip is there."""

    part: int
    source: str
    place: str
    kind: str
    signs: tuple[float, ...]
    right: bool
    weight: float = 1.0


def part_of(name: str) -> int:
    return zlib.crc32(name.encode()) % PARTS


# Fitting.


def _odds(weights: Sequence[float], signs: Sequence[float]) -> float:
    return weights[0] + sum(map(float.__mul__, weights[1:], signs))


def fitted(rows: Sequence[Row]) -> list[float]:
    """Logistic regression with a ridge by Newton's method; signs are measured by their own spread meanwhile."""
    size = len(rows[0].signs) + 1
    total = sum(row.weight for row in rows)
    means = [sum(row.weight * row.signs[at] for row in rows) / total for at in range(size - 1)]
    spreads = [
        math.sqrt(sum(row.weight * (row.signs[at] - means[at]) ** 2 for row in rows) / total) or 1.0
        for at in range(size - 1)
    ]
    tables = [
        [1.0, *((s - m) / d for s, m, d in zip(row.signs, means, spreads, strict=True))] for row in rows
    ]
    weights = [0.0] * size
    for _ in range(_STEPS):
        slope = [0.0] + [-_RIDGE * weight for weight in weights[1:]]
        curve = [[0.0] * size for _ in range(size)]
        for at in range(1, size):
            curve[at][at] = _RIDGE
        for row, values in zip(rows, tables, strict=True):
            odds = max(-_MOST, min(_MOST, sum(map(float.__mul__, weights, values))))
            chance = 1 / (1 + math.exp(-odds))
            miss, bend = row.weight * (row.right - chance), row.weight * chance * (1 - chance)
            for at, value in enumerate(values):
                slope[at] += miss * value
                if value and bend > _ENOUGH * row.weight:
                    bent, line = bend * value, curve[at]
                    for other in range(at + 1):
                        line[other] += bent * values[other]
        for at in range(size):
            for other in range(at):
                curve[other][at] = curve[at][other]
        step = _solved(curve, slope)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < _ENOUGH:
            break
    plain = [weight / spread for weight, spread in zip(weights[1:], spreads, strict=True)]
    return [weights[0] - sum(map(float.__mul__, plain, means)), *plain]


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss's elimination; what a sign that never varies leaves empty is nought."""
    size = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for at in range(size):
        best = max(range(at, size), key=lambda line: abs(rows[line][at]))
        rows[at], rows[best] = rows[best], rows[at]
        if abs(rows[at][at]) < _ENOUGH**2:
            continue
        for line in range(size):
            if line != at and rows[line][at]:
                share = rows[line][at] / rows[at][at]
                rows[line] = [a - share * b for a, b in zip(rows[line], rows[at], strict=True)]
    return [rows[at][size] / rows[at][at] if abs(rows[at][at]) >= _ENOUGH**2 else 0.0 for at in range(size)]


# Signs of one part; in a process of its own, since the statistics are read once.


def _signs_of_part(part: int, folder: Path, marked: Sequence[Path]) -> Iterator[Row]:
    statistics.FILE, runs.FILE = folder / f"words{part}.bin", folder / f"runs{part}.bin"
    from tools.misfit_texts import PLANTED, clean_texts, excerpts, marked_texts, planted_texts

    mine: Callable[[str], bool] = lambda name: part_of(name) == part  # noqa: E731
    for source, found in (
        ("clean", clean_texts(mine)),
        ("planted", planted_texts(mine, random.Random(part), EVERY, TIMES)),
        ("marked", marked_texts(mine, marked)),
        ("excerpt", excerpts(mine)),
    ):
        for place, suspect, right in found:
            weight = 1 / TIMES if source == "planted" else 1.0
            yield Row(part, source, place, suspect.kind, suspect.signs, right, weight)
    print(f"part {part}, planted: {dict(PLANTED)}", flush=True)


def _count(sources: Sequence[Path], folder: Path) -> None:
    """The statistics and the runs of each part, made without the papers of the part."""
    model, laws, news = sources
    costs, pairs = word_statistics.read_model(model)
    words = word_statistics.Counts(costs).read_all(word_statistics.official(laws, news, ()))
    letters = letter_runs.count(word_statistics.official(laws, news, ()), Counter())
    for part in range(PARTS):
        others = [path for path in word_statistics.own_papers() if part_of(path.name) != part]
        texts = list(word_statistics.paragraphs(others))
        content = word_statistics.packed(costs, pairs, words.copy().read_all(texts))
        (folder / f"words{part}.bin").write_bytes(content)
        (folder / f"runs{part}.bin").write_bytes(
            letter_runs.packed_counts(letter_runs.count(texts, letters.copy()))
        )


def _made(sources: Sequence[Path], folder: Path, marked: Sequence[Path]) -> list[Row]:
    """The rows of all parts; what is in the folder is taken as it is."""
    if not (folder / f"runs{PARTS - 1}.bin").exists():
        _count(sources, folder)
    rows: list[Row] = []
    for part in range(PARTS):
        kept = folder / f"signs{part}.jsonl"
        if not kept.exists():
            command = [
                sys.executable,
                "-m",
                "tools.misfit_weights",
                *map(str, sources),
                "--work",
                str(folder),
            ]
            command += ["--part", str(part), "--marked", *map(str, marked)]
            # Tables that are kept between runs are made from the statistics.
            apart = {**os.environ, "XDG_CACHE_HOME": str(folder / f"cache{part}")}
            subprocess.run(command, check=True, env=apart)
        for line in kept.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            rows.append(Row(**{**row, "signs": tuple(row["signs"])}))
    return rows


# What comes of it.


def _judged(rows: Sequence[Row]) -> list[tuple[float, Row]]:
    """Each row with its doubt by weights that were fitted on the other parts, the surest first."""
    found = []
    for part in range(PARTS):
        weights = fitted([row for row in rows if row.part != part])
        found += [(_odds(weights, row.signs), row) for row in rows if row.part == part]
    return sorted(found, key=lambda pair: -pair[0])


def _report(kind: str, judged: Sequence[tuple[float, Row]]) -> None:
    print(f"{kind}: {len(judged)} rows")
    print("  from   | marks right, wrong | planted | clean wrong | precision")
    for limit in (4.0, 3.5, 3.0, 2.5, 2.0, 1.5, 1.0, 0.5, 0.0, -0.5, -1.0, -1.5, -2.0):
        count = Counter((row.source, row.right) for odds, row in judged if odds >= limit)
        right = count["marked", True] + count["planted", True] / TIMES
        wrong = count["marked", False] + count["clean", False]
        marks = f"{count['marked', True]:4} {count['marked', False]:4}, excerpts {count['excerpt', True]:3} {count['excerpt', False]:3}"
        precision = f"{right / (right + wrong):.3f}" if right + wrong else "-"
        planted = count["planted", True] / TIMES
        print(f"  {limit:5.1f}  | {marks} | {planted:6.0f} | {count['clean', False]:4} | {precision}")


def _read_arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", type=Path, nargs=3, metavar="SOURCE")
    parser.add_argument("--work", type=Path, default=Path(gettempdir()) / "misfit-weights")
    parser.add_argument("--marked", type=Path, nargs="*", default=[BENCHMARKS / name for name in MARKED])
    parser.add_argument("--part", type=int, help=argparse.SUPPRESS)
    return parser.parse_args(argv)


def main(argv: Sequence[str]) -> int:
    args = _read_arguments(argv)
    args.work.mkdir(parents=True, exist_ok=True)
    if args.part is not None:
        rows = _signs_of_part(args.part, args.work, args.marked)
        lines = [json.dumps(asdict(row), ensure_ascii=False) for row in rows]
        (args.work / f"signs{args.part}.jsonl").write_text("\n".join(lines), encoding="utf-8")
        return 0
    made = _made(args.sources, args.work, args.marked)
    weights = {}
    for kind in KINDS:
        chosen = [row for row in made if row.kind == kind]
        _report(kind, _judged(chosen))
        weights[kind] = fitted(chosen)
    for kind, values in weights.items():
        numbers = " ".join(f"{round(value, 2) + 0.0:g}" for value in values)
        print(f'    "{kind}": _numbers(\n        "{numbers}"\n    ),')
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
