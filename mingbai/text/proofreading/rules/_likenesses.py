"""Words that are taken for each other: by a rewriting machine, or because they sound alike."""

from collections.abc import Mapping, Sequence

from mingbai.text.proofreading.rules._knowledge import Entry
from mingbai.text.statistics import shipped

# Words so common may be meant where another of the same sound stands.
_HEARD = 12_000
# Where a word fits nowhere, so common ones may be meant.
_TYPED = 20_000
_PAIR = 2


def put_for(swaps: Sequence[Entry], confusions: Sequence[Entry]) -> dict[str, frozenset[str]]:
    """The words for which a rewriting machine puts each word."""
    found: dict[str, set[str]] = {}
    for row in swaps:
        for word in f"{row.get('sure', '')} {row.get('doubtful', '')}".split():
            found.setdefault(word, set()).add(row["word"])
    for row in confusions:
        if row["kind"] != "washed":
            continue
        wrong, right = row["wrong"], row["right"]
        if len(wrong) == len(right) == 2 * _PAIR:
            if wrong[:_PAIR] == right[:_PAIR]:
                found.setdefault(wrong[_PAIR:], set()).add(right[_PAIR:])
            elif wrong[_PAIR:] == right[_PAIR:]:
                found.setdefault(wrong[:_PAIR], set()).add(right[:_PAIR])
    return {word: frozenset(meant) for word, meant in found.items()}


def sounding(sound: Mapping[str, str], word: str) -> str:
    return "".join(sound.get(letter, letter) for letter in word)


def heard(sound: Mapping[str, str]) -> dict[str, list[str]]:
    """The common words of two characters by their sound."""
    found: dict[str, list[str]] = {}
    for word in (word for word, _ in shipped().common(_HEARD) if len(word) == _PAIR):
        found.setdefault(sounding(sound, word), []).append(word)
    return found


def words_with(most: int) -> dict[str, list[tuple[str, int, int]]]:
    """For each character those of the `most` commonest words that have two and it among them, with rank and cost, in order."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    pairs = [(rank, word) for word, rank in shipped().common(most) if len(word) == _PAIR]
    for rank, word in sorted(pairs):
        for letter in word:
            found.setdefault(letter, []).append((word, rank, shipped().cost(rank)))
    return found


def typed(spelled: Mapping[str, str]) -> dict[str, list[tuple[str, int]]]:
    """The common words of two characters with their ranks, by how their sounds are spelled."""
    found: dict[str, list[tuple[str, int]]] = {}
    for word, rank in shipped().common(_TYPED):
        if len(word) == _PAIR and all(letter in spelled for letter in word):
            found.setdefault(" ".join(spelled[letter] for letter in word), []).append((word, rank))
    return found


def used_like(rows: Sequence[Entry]) -> dict[str, list[tuple[str, float]]]:
    """The words that others are used like, 「情况22」 for a likeness of 0.22."""
    return {
        row["word"]: [(like[:_PAIR], int(like[_PAIR:]) / 100) for like in row["like"].split()] for row in rows
    }
