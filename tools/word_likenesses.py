"""Finds which common words of official writing another word is used like, for mingbai/text/data/like_words.json.

    python -m tools.word_likenesses

Rewriting machines put synonyms. Which words they take for synonyms nobody can list, but such words stand among the same
neighbours: two words are as like as the cosine of what follows and what stands before them, each neighbour measured by how much
oftener it stands there than anywhere, in mingbai/text/data/word_statistics.bin. Kept are the likest of the words that
tools/official_writing has often, for words of two characters that are much rarer there.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

import rjieba

from mingbai.text.statistics import STEPS, Statistics, shipped
from tools.word_statistics import own_papers

DATA = Path(__file__).resolve().parents[1] / "mingbai/text/data/like_words.json"
_PAIR = 2
# Words so common may have been put; neighbours so common are looked at, and so many of each word.
_WORDS, _NEIGHBOURS, _FEATURES = 16_000, 6_000, 220
# How much oftener (decimal logarithm) than anywhere a neighbour must stand there.
_LEAST = 0.3
# A meant word stands so often in the papers, and so many times as often as the written one.
_OFTEN, _OFTENER = 25, 3
# How like two words must be, and with a character in common; so many are kept of each written word.
_LIKE, _LIKE_IN_PART, _KEPT = 0.2, 0.1, 6
_Features = dict[int, float]


def _contexts(known: Statistics, words: dict[int, str]) -> dict[int, _Features]:
    """Of each word its neighbours with what they say of it: behind by rank, before by rank and a shift."""
    found: dict[int, _Features] = defaultdict(dict)
    for first, second, cost in known.pairs():
        gain = (known.cost(second) - cost) / STEPS
        if gain > _LEAST:
            if first in words and second < _NEIGHBOURS:
                found[first][second] = gain
            if second in words and first < _NEIGHBOURS:
                found[second][first + _NEIGHBOURS] = gain
    return {word: _measured(features) for word, features in found.items()}


def _measured(features: _Features) -> _Features:
    best = sorted(features.items(), key=lambda pair: -pair[1])[:_FEATURES]
    length = math.sqrt(sum(value * value for _, value in features.items()))
    return {feature: value / length for feature, value in best}


def likenesses() -> dict[str, dict[str, float]]:
    """Of each word that may have been put, the words that may be meant and how like they are."""
    often = Counter(
        word for path in own_papers() for word in rjieba.cut(path.read_text(encoding="utf-8"), False)
    )
    words = {rank: word for word, rank in shipped().common(_WORDS) if len(word) == _PAIR}
    contexts = _contexts(shipped(), words)
    meant: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for rank, word in words.items():
        if often[word] >= _OFTEN:
            for feature, value in contexts.get(rank, {}).items():
                meant[feature].append((rank, value))
    found: dict[str, dict[str, float]] = {}
    for rank, word in words.items():
        like: dict[int, float] = defaultdict(float)
        for feature, value in contexts.get(rank, {}).items():
            for other, worth in meant[feature]:
                like[other] += value * worth
        best = sorted(((value, words[other]) for other, value in like.items() if other != rank), reverse=True)
        kept = {
            other: round(value, 2)
            for value, other in best
            if value >= (_LIKE_IN_PART if set(word) & set(other) else _LIKE)
            and often[other] >= _OFTENER * often[word]
        }
        if kept:
            found[word] = dict(list(kept.items())[:_KEPT])
    return found


def main() -> int:
    found = likenesses()
    rows = [
        {"word": word, "like": " ".join(f"{other}{round(value * 100)}" for other, value in kept.items())}
        for word, kept in sorted(found.items())
    ]
    lines = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows)
    head = {
        "title": "用法相近的词",
        "source": "据 word_statistics.bin 的词语搭配和编写组自写的公文算出，数字是相近的程度（百分数）；只用于按词语搭配判断的规则",
        "as_of": "2026-11-29",
    }
    text = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    DATA.write_text(f'{text},\n "entries": [\n{lines}\n ]\n}}\n', encoding="utf-8")
    print(f"{DATA.name}: {len(rows):,} words, {DATA.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
