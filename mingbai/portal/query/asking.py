"""From a meaning to questions for the index: the strict one, the one by words, and looser ones in turn."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mingbai.core.search import AnyOf, Ask, Backend, Hit
from mingbai.portal.query.dictionary import Dictionary
from mingbai.portal.query.filters import Mark
from mingbai.portal.query.understanding import Meaning, Word, correction

FEW = 5
POOL = 120
COUNT_TO = 5_000
Marks = tuple[tuple[Mark, ...], ...]


@dataclass(frozen=True)
class Weighed:
    """A word and how much it says: the rarer, the more. `missing`: no document has it."""

    word: Word
    weight: float
    missing: bool = False


def group(word: Word) -> AnyOf:
    return AnyOf(word.alternatives, marks=tuple(("under", str(unit)) for unit in word.units))


def strict(meaning: Meaning, dictionary: Dictionary, marks: Marks) -> Ask:
    """What was typed, piece by piece, as it stands; a piece that is a known word with its synonyms."""
    if meaning.letters:
        names = dictionary.by_initials.get(meaning.letters, ())
        return Ask((AnyOf((meaning.letters, *names)),), marks)
    if meaning.number:
        return Ask((AnyOf((meaning.number,)),), marks)
    by_text = {word.text: word for word in meaning.words}
    groups = [group(by_text[chunk]) if chunk in by_text else AnyOf((chunk,)) for chunk in meaning.chunks]
    return Ask(tuple(groups), marks)


def by_words(words: list[Word], marks: Marks) -> Ask:
    return Ask(tuple(group(word) for word in words), marks)


def weigh(meaning: Meaning, index: Backend, marks: Marks) -> list[Weighed]:
    found = []
    for word in meaning.words:
        number = index.count(by_words([word], marks), ceiling=COUNT_TO)
        weight = math.log(1 + 50_000 / (number + 1)) * (0.4 if word.weak else 1.0)
        found.append(Weighed(word, weight, missing=number == 0))
    return found


def corrected(meaning: Meaning, weighed: list[Weighed], dictionary: Dictionary) -> Meaning:
    """The meaning with known words in the place of those that no document has and that look like a slip."""
    taken: list[tuple[str, str]] = []
    words = []
    for entry in weighed:
        better = correction(entry.word.text, dictionary) if entry.missing else ""
        if better:
            taken.append((entry.word.text, better))
            words.append(
                replace(
                    entry.word,
                    alternatives=(*entry.word.alternatives, *dictionary.alternatives(better)),
                    units=dictionary.units.get(better, ()),
                )
            )
        else:
            words.append(entry.word)
    return replace(meaning, words=tuple(words), corrected=tuple(taken)) if taken else meaning


def looser(weighed: list[Weighed], marks: Marks) -> Iterator[Ask]:
    """All words but one, the least telling left out first; then the most telling few; then each alone."""
    present = sorted((entry for entry in weighed if not entry.missing), key=lambda entry: -entry.weight)
    words = [entry.word for entry in present]
    if len(words) < len(weighed) and words:
        yield by_words(words, marks)
    for left_out in range(len(words) - 1, -1, -1):
        if len(words) > 1:
            yield by_words(words[:left_out] + words[left_out + 1 :], marks)
    for number in range(len(words) - 2, 1, -1):
        yield by_words(words[:number], marks)
    for word in words[:3]:
        yield by_words([word], marks)


def pool(index: Backend, ask: Ask, limit: int = POOL) -> list[Hit]:
    """The best and the newest, each document once."""
    hits = {hit.document: hit for hit in index.newest(ask, limit=limit // 2)}
    hits |= {hit.document: hit for hit in index.best(ask, limit=limit)}
    return list(hits.values())
