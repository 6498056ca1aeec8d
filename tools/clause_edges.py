"""Packs where marks of punctuation stand in official writing into mingbai/text/data/clause_edges.bin, for `mingbai.text.edges`.

    python -m tools.clause_edges laws.db 199801.txt
    python -m tools.clause_edges laws.db 199801.txt --fit

The sources are those of `tools/word_statistics.py`, checked by digest; the newspaper tells the kind of each word, so verbs are
packed beside. `--fit` prints the weights of the signs instead: a third of our own papers at a time is left out of the counts, and
the marks between two clauses, which are read as one run, are told from the other places of runs by logistic regression.
"""

import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from mingbai.text import levels
from mingbai.text.edges import (
    ALWAYS,
    BEFORE,
    BEHIND,
    BETWEEN,
    FIRST,
    LONGEST,
    MAGIC,
    MIDDLE,
    STEPS,
    VERB,
    Edges,
    is_matter_of_taste,
    letters_of,
    runs_of,
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
# A clause has so many letters at least.
_CLAUSE = 4
# A word of two letters is a verb if it is tagged so this often, and a verb or noun if this often; it must be met so many times.
_MOSTLY, _OFTEN, _TAGGED = 0.5, 0.1, 3
# Verbs of today's official writing that the newspaper did not have yet, or has as nouns.
_TODAY = [
    "摸排",
    "巡查",
    "硬化",
    "栽植",
    "推送",
    "公示",
    "排查",
    "调处",
    "办结",
    "回复",
    "解读",
    "录入",
    "归档",
    "督查",
    "督办",
    "问责",
    "约谈",
    "细化",
    "打造",
    "紧扣",
    "抓实",
    "打牢",
    "筑牢",
    "压实",
    "扛起",
    "落细",
    "接种",
    "报送",
    "上传",
    "下载",
    "配齐",
    "建档",
    "上墙",
    "核减",
    "核增",
    "亮化",
    "养护",
    "管护",
    "流转",
    "包保",
    "包联",
    "核查",
    "整改",
    "压减",
    "落地",
    "盘活",
    "激活",
    "赋能",
    "助推",
    "助力",
    "宣讲",
    "研判",
    "复核",
    "复查",
    "抽查",
    "自查",
    "普查",
    "研学",
    "通办",
    "帮办",
    "代办",
    "下沉",
    "入户",
    "走进",
    "出动",
    "下达",
    "开通",
    "设有",
    "共有",
    "现有",
    "拥有",
    "位于",
    "占地",
    "建有",
    "下设",
    "兼任",
    "约束",
    "严查",
    "严把",
    "狠抓",
    "力争",
    "力求",
    "确权",
    "颁证",
]
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


def verbs(news: Path) -> dict[str, int]:
    """Words of two letters that are verbs, told by the tags of the newspaper."""
    met, as_verb = Counter[str](), Counter[str]()
    for line in news.read_text(encoding="utf-8").splitlines():
        for token in line.split():
            word, _, tag = token.lstrip("[").rpartition("/")
            if len(word) == 2:
                met[word] += 1
                as_verb[word] += tag == "v"
    found = dict.fromkeys((word for word in _TODAY if len(word) == 2), ALWAYS)
    for word, count in met.items():
        share = as_verb[word] / count
        if count >= _TAGGED and share >= _OFTEN:
            found.setdefault(word, ALWAYS if share >= _MOSTLY else FIRST)
    return found


def packed(places: Places, known_verbs: Mapping[str, int] = MappingProxyType({})) -> bytes:
    found = {
        levels.sum_of(context): max(0, min(255, round(odds * STEPS) + MIDDLE))
        for context, odds in places.odds().items()
    }
    found |= {levels.sum_of(VERB + word): level for word, level in known_verbs.items()}
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
            yield from _samples_of(edges, line.strip(), chance)


def _samples_of(edges: Edges, line: str, chance: random.Random) -> Iterator[Sample]:
    letters = letters_of(line)
    text = letters.text
    runs = list(runs_of(letters, _CLAUSE))
    for start, end in runs:
        for at in range(start + _CLAUSE - 1, end - _CLAUSE + 2):
            if chance.random() * _THINNED < 1 and not is_matter_of_taste(text, at, start):
                yield edges.signs(text, at, start, end), False
    for (start, at), (following, end) in pairwise(runs):
        if at == following and at in letters.stops and not is_matter_of_taste(text, at, start):
            yield edges.signs(text, at, start, end), True


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
    content = packed(places, verbs(args.news))
    args.to.write_bytes(content)
    print(f"{args.to.name}: {len(content):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
