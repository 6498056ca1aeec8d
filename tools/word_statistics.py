"""Packs a word model of modern Chinese into mingbai/text/data/word_statistics.bin, the file that `mingbai.text.statistics` reads.

    python -m tools.word_statistics lm_sc.arpa

The model is `data/lm_sc.arpa-20220810.tar.xz` of libime 1.0.16 (LGPL-2.1-or-later, Debian source package `libime`);
the file's digest is checked. Words are numbered by how common they are; of the commonest 65,536 the pairs are
kept, each with what it costs in 32nds of a decimal logarithm, and all words of up to four characters are kept
with their own cost.
"""

import argparse
import hashlib
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path

from mingbai.text.statistics import COMMON, MAGIC, PAIRED, STEPS, WORD, key_backwards, key_of

DATA = Path(__file__).resolve().parents[1] / "mingbai/text/data/word_statistics.bin"
SHA256 = "0092547b9922818642343da0a73400e49dbb09b67cc2c4ce6b61aa2bad6ec95a"
_HIGHEST = 255
_SINGLES, _PAIRS = 1, 2


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _rows(path: Path) -> Iterator[tuple[int, list[str], float, float]]:
    """Order, words, logarithm of the probability and of the weight of falling back."""
    order = 0
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.startswith("\\"):
                order = int(line[1]) if line[1].isdigit() else 0
            elif order in (_SINGLES, _PAIRS) and line.strip():
                probability, words, *rest = line.rstrip("\n").split("\t")
                yield order, words.split(" "), float(probability), float(rest[0]) if rest else 0.0


def _cost(logarithm: float) -> int:
    return min(_HIGHEST, max(0, round(-logarithm * STEPS)))


def _is_kept(word: str) -> bool:
    return len(word) <= WORD and all("一" <= letter <= "鿿" for letter in word)


def packed(path: Path) -> bytes:
    costs: dict[str, tuple[float, float]] = {}
    pairs: dict[str, list[tuple[str, float]]] = {}
    for order, words, probability, fallback in _rows(path):
        if not all(map(_is_kept, words)):
            continue
        if order == _SINGLES:
            costs[words[0]] = (probability, fallback)
        else:
            pairs.setdefault(words[0], []).append((words[1], probability))
    by_rank = sorted(costs, key=lambda word: (-costs[word][0], word))
    rank = {word: place for place, word in enumerate(by_rank)}
    firsts, seconds, of_pairs = array("I", [0]), array("H"), bytearray()
    for word in by_rank[:PAIRED]:
        followers = sorted((rank[second], value) for second, value in pairs.get(word, ()))
        for second, value in followers:
            if second < PAIRED:
                seconds.append(second)
                of_pairs.append(_cost(value))
        firsts.append(len(seconds))
    in_order = sorted(by_rank, key=key_of)
    keys = array("Q", map(key_of, in_order))
    ranks = array("I", map(rank.__getitem__, in_order))
    backwards = array("Q", sorted(key_backwards(word) for word in by_rank[:COMMON] if word[1:]))
    single = bytes(_cost(costs[word][0]) for word in by_rank)
    fallback_of = bytes(_cost(costs[word][1]) for word in by_rank[:PAIRED])
    parts = [keys, backwards, firsts, ranks, seconds]
    if sys.byteorder == "big":
        for part in parts:
            part.byteswap()
    header = array("I", [len(by_rank), len(firsts) - 1, len(seconds), len(backwards)])
    return MAGIC + b"".join(
        part.tobytes() if isinstance(part, array) else bytes(part)
        for part in (header, *parts, single, fallback_of, of_pairs)
    )


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", type=Path)
    parser.add_argument("--to", type=Path, default=DATA)
    args = parser.parse_args(argv)
    if _digest(args.model) != SHA256:
        print(f"{args.model} is not lm_sc.arpa of libime 1.0.16")
        return 1
    content = packed(args.model)
    args.to.write_bytes(content)
    print(f"{args.to.name}: {len(content):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
