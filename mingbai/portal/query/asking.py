"""From a meaning to questions for the index: the strict one, the one by words, and looser ones in turn."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mingbai.core.search import AnyOf, Ask, Field, Hit
from mingbai.portal.query.dictionary import Dictionary
from mingbai.portal.query.filters import Mark
from mingbai.portal.query.remembered import Remembered
from mingbai.portal.query.understanding import (
    Meaning,
    Word,
    corrected_together,
    dictionary_word,
    parts,
    short_for,
    sounding_alike,
)

FEW = 5
POOL = 80
TITLES = 40
RANK_BELOW = 500
RARE = 40
TELLING_END = 50
COUNT_TO = 2_000
# what part of its weight a word keeps; who asks for last month's lists would rather have this month's than other lists
WEAK, A_TIME = 0.4, 0.5
_OFFICE = re.compile("(?:局|委|办|厅|中心)$")
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
    marks = [("under", str(unit)) for unit in word.units]
    marks += [("year", str(word.year))] if word.year else []
    return AnyOf(word.alternatives, marks=tuple(marks))


def strict(meaning: Meaning, dictionary: Dictionary, marks: Marks) -> Ask:
    """What was typed, piece by piece, as it stands; a piece that is a known word with its synonyms."""
    if meaning.letters:
        return Ask((group(meaning.words[0]),), marks)
    if meaning.number:
        return Ask((AnyOf((meaning.number.plain,)),), marks)
    by_text = {word.text: word for word in meaning.words}
    groups = [group(by_text[chunk]) if chunk in by_text else AnyOf((chunk,)) for chunk in meaning.chunks]
    return Ask(tuple(groups), marks)


def by_unit_and_number(meaning: Meaning, dictionary: Dictionary, marks: Marks) -> Ask | None:
    """松月镇2026年1号: the unit in the place of its series; None where no unit is named."""
    units = dictionary.units_of(meaning.number.series) if meaning.number else ()
    if meaning.number is None or not units:
        return None
    own = tuple(("unit", str(unit)) for unit in units)
    return Ask((AnyOf((meaning.number.tail,), where=Field.CODES),), (*marks, own))


def by_initials(meaning: Meaning, dictionary: Dictionary) -> tuple[Word, ...]:
    """Letters as the initials of several known words in a row, dbbt as 低保 and 补贴; nothing when they do not divide."""
    words: list[Word] = []
    rest = meaning.letters
    while rest:
        for length in range(min(len(rest) - 1 if not words else len(rest), 8), 1, -1):
            names = dictionary.by_initials.get(rest[:length])
            if names and len(rest) - length != 1:
                alternatives = dict.fromkeys(
                    other for name in names for other in (name, *dictionary.synonyms.get(name, ()))
                )
                words.append(Word(rest[:length], tuple(alternatives)))
                rest = rest[length:]
                break
        else:
            return ()
    return tuple(words)


def by_words(words: Sequence[Word], marks: Marks) -> Ask:
    return Ask(tuple(group(word) for word in words), marks)


def in_titles(words: Sequence[Word], marks: Marks) -> Ask:
    return Ask(tuple(replace(group(word), where=Field.TITLE) for word in words), marks)


def of_kinds(ask: Ask, kinds: Sequence[str]) -> Ask:
    return replace(ask, marks=(*ask.marks, tuple(("kind", kind) for kind in kinds)))


def weigh(meaning: Meaning, index: Remembered, marks: Marks) -> list[Weighed]:
    """By the word itself and what is nearest to it: 在外省住院 says as much as 异地就医, not as little as 医疗保险."""
    found = []
    numbers = index.counts([by_words([word.near], marks) for word in meaning.words], ceiling=COUNT_TO)
    for word, near in zip(meaning.words, numbers, strict=True):
        far = near == 0 and len(word.related) > len(word.near.related)
        number = index.count(by_words([word], marks), ceiling=COUNT_TO) if far else near
        share = WEAK if word.weak else A_TIME if word.is_time else 1.0
        found.append(Weighed(word, math.log(1 + 50_000 / (number + 1)) * share, number))
    return found


def corrected(
    meaning: Meaning, weighed: list[Weighed], dictionary: Dictionary, index: Remembered, marks: Marks
) -> Meaning:
    """The meaning with known words in the place of those that no document has and that look like a slip, or like a
    short form; what is neither but a long word is taken apart."""
    taken: list[tuple[str, str]] = []
    words: dict[int, tuple[Word, ...]] = {}
    for place, entry in enumerate(weighed):
        if not entry.missing or place in words:
            continue
        typed, better, places = corrected_together(meaning.words, place, dictionary)
        if better:
            taken.append((typed, better))
            alternatives = tuple(dict.fromkeys((*dictionary.alternatives(better), entry.word.text)))
            words |= dict.fromkeys(places, ())
            words[places[0]] = (
                replace(
                    entry.word, text=better, alternatives=alternatives, units=dictionary.units_of(better)
                ),
            )
        elif found := _in_other_words(entry.word, dictionary, index, marks):
            words[place] = (found,)
            taken += [(entry.word.text, found.text)] if found.text != entry.word.text else []
        else:
            words[place] = _apart(entry.word, dictionary) or (entry.word,)
    if all(len(found) == 1 and found[0] in meaning.words for found in words.values()):
        return meaning
    kept = [word for place, word in enumerate(meaning.words) for word in words.get(place, (word,))]
    return replace(meaning, words=tuple(dict.fromkeys(kept)), corrected=(*meaning.corrected, *taken))


def _in_other_words(word: Word, dictionary: Dictionary, index: Remembered, marks: Marks) -> Word | None:
    """A short form with what it may be short for; or what titles have that sounds the same."""
    if len(word.alternatives) > 1:
        return None
    names = short_for(word.text, dictionary)
    if names:
        return replace(word, alternatives=(word.text, *names), related=names)
    candidates = sounding_alike(word.text)
    if not candidates:
        return _by_its_end(word, index, marks)
    hits = index.newest(in_titles([Word(word.text, candidates)], marks), limit=FEW)
    titles = " ".join(passage.title for passage in index.index.passages(hits).values())
    better = max(candidates, key=titles.count)
    if better not in titles:
        return _by_its_end(word, index, marks)
    return replace(dictionary_word(better, dictionary), weak=word.weak)


def _by_its_end(word: Word, index: Remembered, marks: Marks) -> Word | None:
    """龙虾 is a kind of 虾: what a word is about stands at its end, and where few documents have that, it tells."""
    end = word.text[-1]
    if not 2 <= len(word.text) <= 3 or word.weak or not end.isalpha():
        return None
    found = replace(word, alternatives=(word.text, end), related=(end,))
    hits = index.newest(by_words([found], marks), limit=TELLING_END)
    if len(hits) == TELLING_END:
        return None
    titles = (passage.title for passage in index.index.passages(hits).values())
    return found if any(end in title for title in titles) else None


def _apart(word: Word, dictionary: Dictionary) -> tuple[Word, ...]:
    """The parts of the word, else of one that means the same; none when none has any. An office that the county does
    not have is none of those that it has: 城市管理局 is not found by 管理局."""
    if _OFFICE.search(word.text):
        return ()
    for name in word.alternatives:
        found = parts(name)
        if found and not _OFFICE.search(name):
            return tuple(Word(part, dictionary.alternatives(part)) for part in found)
    return ()


def looser(weighed: list[Weighed], marks: Marks) -> Iterator[list[Ask]]:
    """Steps, each a few questions that are all asked before looking whether it is enough. First the words that few
    documents have, each alone and taken apart; then the words that there are, the least telling left out one after the
    other, down to the most telling and what the named units have at all; last all but the most telling, each alone, and
    what a rare compound is about."""
    present = sorted((entry for entry in weighed if not entry.missing), key=lambda entry: -entry.weight)
    words = [entry.word for entry in present]
    for entry in present:
        if entry.number <= RARE and len(words) > 1:
            yield [by_words([entry.word], marks)]
    for entry in present:
        if entry.number <= RARE and (found := parts(entry.word.text)):
            rest = (word for word in words if word != entry.word)
            yield [by_words([*rest, *(Word(part, (part,)) for part in found)], marks)]
    fullest = len(words) if len(words) < len(weighed) else len(words) - 1
    for number in range(fullest, 1, -1):
        yield [by_words(words[:number], marks)]
    if fullest:
        named = [word for word in words if word.units]
        yield [by_words(each, marks) for each in (words[:1], named) if each]
    if len(words) > 1:
        yield [by_words(words[1:], marks)]
        yield from ([by_words([word], marks)] for word in words[1:] if not word.weak)
    for entry in present:
        if entry.number < FEW:
            # what a compound is about stands at its end
            yield from ([by_words([Word(part, (part,))], marks)] for part in parts(entry.word.text)[::-1])


def pool(index: Remembered, ask: Ask, limit: int = POOL) -> list[Hit]:
    """The best and the newest, each document once; simply all where they are few. Where very many have the words, the
    newest of those that have them in the title stand for the best."""
    newest = index.newest(ask, limit=limit)
    if len(newest) < limit:
        return newest
    hits = {hit.document: hit for hit in newest[: limit // 2]}
    if index.count(ask, ceiling=RANK_BELOW) < RANK_BELOW:
        hits |= {hit.document: hit for hit in index.best(ask, limit=limit)}
    else:
        titles = Ask(tuple(replace(group, where=Field.TITLE) for group in ask.groups), ask.marks)
        hits |= {hit.document: hit for hit in index.newest(titles, limit=limit)}
    return list(hits.values())
