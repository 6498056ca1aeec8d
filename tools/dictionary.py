"""Packs the common dictionary into mingbai/text/data/dictionary.bin, the file that `mingbai.text.dictionary` reads.

    python -m tools.dictionary dict.txt

The dictionary is `jieba/dict.txt` of jieba 0.42.1 (MIT), which `rjieba` has built in; the file's digest is checked.
mingbai/text/tests/test_dictionary.py compares what both say.
"""

import argparse
import hashlib
import sys
from array import array
from pathlib import Path

from mingbai.text.dictionary import MAGIC, WORD, key_of

DATA = Path(__file__).resolve().parents[1] / "mingbai/text/data/dictionary.bin"
SHA256 = "7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8"


def packed(content: str) -> bytes:
    rows = [(word, int(count), kind) for word, count, kind in map(str.split, content.splitlines())]
    total = sum(count for _, count, _ in rows)
    known = {word: (count, kind) for word, count, kind in rows}
    names = sorted({kind for _, kind in known.values()})
    short = sorted((word for word in known if len(word) <= WORD), key=key_of)
    long: dict[str, list[str]] = {}
    for word in sorted((word for word in known if len(word) > WORD), key=lambda word: (len(word), word)):
        long.setdefault(word[:WORD], []).append(word)
    heads = sorted(long, key=key_of)
    starts, longer = array("I", [0]), bytearray()
    for head in heads:
        for word in long[head]:
            longer += f"{word} {known[word][0]} {known[word][1]}\n".encode()
        starts.append(len(longer))
    kinds = " ".join([str(total), *names]).encode()
    parts = [
        array("Q", [len(short), len(heads), len(longer), len(kinds)]),
        array("Q", map(key_of, short)),
        array("Q", map(key_of, heads)),
        array("I", (known[word][0] for word in short)),
        starts,
    ]
    if sys.byteorder == "big":
        for part in parts:
            part.byteswap()
    of_kind = bytes(names.index(known[word][1]) for word in short)
    return MAGIC + b"".join(part.tobytes() for part in parts) + of_kind + bytes(longer) + kinds


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("--to", type=Path, default=DATA)
    args = parser.parse_args(argv)
    content = args.dictionary.read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        print(f"{args.dictionary} is not dict.txt of jieba 0.42.1")
        return 1
    made = packed(content.decode())
    args.to.write_bytes(made)
    print(f"{args.to.name}: {len(made):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
