"""From a meaning to questions for the index: the strict one, the one by words, and looser ones in turn."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mingbai.core.search import AnyOf, Ask, Backend, Field, Hit
from mingbai.portal.query.dictionary import Dictionary
from mingbai.portal.query.filters import Mark
from mingbai.portal.query.understanding import Meaning, Word, correction

FEW = 5
POOL = 80
RANK_BELOW = 2_000
RARE = 40
COUNT_TO = 2_000
Marks = tuple[tuple[Mark, ...], ...]


@dataclass(frozen=True)
class Weighed:
    """A word and how much it says: the rarer, the more. `number`: passages that have it, at most `COUNT_TO`."""

    word: Word
    weight: float
    number: int

    @property
    def missing(self) -> bool:
        return self.number == 0


def group(word: Word) -> AnyOf:
    return AnyOf(word.alternatives, marks=tuple(("under", str(unit)) for unit in word.units))


def strict(meaning: Meaning, dictionary: Dictionary, marks: Marks) -> Ask:
    """What was typed, piece by piece, as it stands; a piece that is a known word with its synonyms."""
    if meaning.letters:
        return Ask((AnyOf((meaning.letters, *dictionary.by_initials.get(meaning.letters, ()))),), marks)
    if meaning.number:
        return Ask((AnyOf((meaning.number,)),), marks)
    by_text = {word.text: word for word in meaning.words}
    groups = [group(by_text[chunk]) if chunk in by_text else AnyOf((chunk,)) for chunk in meaning.chunks]
    return Ask(tuple(groups), marks)


def by_initials(letters: str, dictionary: Dictionary, marks: Marks) -> Ask | None:
    """Letters as the initials of several known words in a row, dbbt as 低保 and 补贴; None when they do not divide."""
    groups: list[AnyOf] = []
    rest = letters
    while rest:
        for length in range(min(len(rest), 8), 1, -1):
            names = dictionary.by_initials.get(rest[:length])
            if names and len(rest) - length != 1:
                groups.append(AnyOf(names))
                rest = rest[length:]
                break
        else:
            return None
    return Ask(tuple(groups), marks)


def by_words(words: list[Word], marks: Marks) -> Ask:
    return Ask(tuple(group(word) for word in words), marks)


def weigh(meaning: Meaning, index: Backend, marks: Marks) -> list[Weighed]:
    found = []
    for word in meaning.words:
        number = index.count(by_words([word], marks), ceiling=COUNT_TO)
        weight = math.log(1 + 50_000 / (number + 1)) * (0.4 if word.weak else 1.0)
        found.append(Weighed(word, weight, number))
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
    """First the words that few documents have, each alone; then the words that there are, the least telling left out
    one after the other; last all but the most telling."""
    present = sorted((entry for entry in weighed if not entry.missing), key=lambda entry: -entry.weight)
    words = [entry.word for entry in present]
    for entry in present:
        if entry.number <= RARE and len(words) > 1:
            yield by_words([entry.word], marks)
    fullest = len(words) if len(words) < len(weighed) else len(words) - 1
    for number in range(fullest, 0, -1):
        yield by_words(words[:number], marks)
    if len(words) > 2:
        yield by_words(words[1:], marks)


def pool(index: Backend, ask: Ask, limit: int = POOL) -> list[Hit]:
    """The best and the newest, each document once. Where very many have the words, the newest of those that have them
    in the title stand for the best."""
    hits = {hit.document: hit for hit in index.newest(ask, limit=limit // 2)}
    if index.count(ask, ceiling=RANK_BELOW) < RANK_BELOW:
        hits |= {hit.document: hit for hit in index.best(ask, limit=limit)}
    else:
        titles = Ask(tuple(replace(group, where=Field.TITLE) for group in ask.groups), ask.marks)
        hits |= {hit.document: hit for hit in index.newest(titles, limit=limit)}
    return list(hits.values())
