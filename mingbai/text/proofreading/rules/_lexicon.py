"""Tables of wrong forms, made from the lists: homophones, swapped words, broken phrases, former names.

All tables are looked up in one pass over a text. The pass asks for wrong forms alone, which are rare; only where one
stands its clause is read again with the whole table, in which longer right words win over the wrong ones they hold.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from operator import add
from typing import Any

from ahocorasick_rs import AhoCorasick

from mingbai.text.kept import kept
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import Entry, computed, entries, state_of_lists

# An automaton of all wrong forms takes a tenth of a second to build and pays off from so many characters on.
_WORTH_AN_AUTOMATON = 60_000
_STOPS = "\n。；，：！？"
Build = Callable[..., Mapping[str, Any]]


def _lengths(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How long the words are that begin with two characters, the longest first."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[:2], set()).add(len(word))
    return {head: tuple(sorted(lengths, reverse=True)) for head, lengths in found.items()}


class Words:
    """Words with what each means; finds the longest at a place, and the leftmost longest ones in a clause."""

    def __init__(
        self, meaning: Mapping[str, Any], lengths: Mapping[str, tuple[int, ...]] | None = None
    ) -> None:
        self.meaning = meaning
        self.lengths = lengths or _lengths(meaning)
        self._single = any(len(head) == 1 for head in self.lengths)

    def longest(self, text: str, at: int) -> str:
        """The longest word that begins at a place; "" where none does."""
        for length in self.lengths.get(text[at : at + 2], ()):
            word = text[at : at + length]
            if word in self.meaning:
                return word
        return text[at : at + 1] if self._single and text[at : at + 1] in self.meaning else ""

    def starts(self, text: str) -> Iterator[int]:
        """Where a word may begin."""
        if self._single:
            yield from range(len(text))
            return
        lengths = self.lengths
        for place, pair in enumerate(map(add, text, text[1:])):
            if pair in lengths:
                yield place

    def all_at(self, text: str, at: int) -> Iterator[str]:
        for length in (*self.lengths.get(text[at : at + 2], ()), *((1,) if self._single else ())):
            word = text[at : at + length]
            if len(word) == length and word in self.meaning:
                yield word

    def leftmost(self, clause: str) -> Iterator[tuple[int, str]]:
        """The words of a clause from left to right, at each place the longest, none over another."""
        reached = 0
        for at in self.starts(clause):
            if at >= reached and (word := self.longest(clause, at)):
                reached = at + len(word)
                yield at, word


@dataclass(frozen=True, eq=False)
class Table:
    """What a rule looks for: `build` makes it of the entries of the lists `names`; a word that means None is right."""

    names: tuple[str, ...]
    build: Build

    def words(self, passage: Passage) -> Words:
        contents = tuple(entries(passage, name) for name in self.names)
        return computed(contents, self.read, lambda: self._kept(passage, contents))

    def _kept(self, passage: Passage, contents: tuple[Sequence[Entry], ...]) -> Words:
        def make() -> tuple[dict[str, Any], dict[str, tuple[int, ...]]]:
            meaning = dict(self.build(*contents))
            return meaning, _lengths(meaning)

        name = f"{self.build.__module__}.{self.build.__name__}"
        return Words(*kept(name, state_of_lists(passage, self.names), make))

    def read(self, *rows: Sequence[Entry]) -> Words:
        return Words(self.build(*rows))

    def matches(self, passage: Passage, *, between_words: bool = False) -> Iterator[tuple[int, int, Any]]:
        """Start, end and meaning of each wrong form in the passage, in order.

        `between_words`: only those that no word of the dictionary reaches into.
        """
        found = passage.once(_wrong_forms).get(self)
        if not found:
            return
        words, body, reached = self.words(passage), passage.body, 0
        by_chance = cut_of(passage).through if between_words else _never
        lexicon = passage.once(_lexicon)
        for at in found:
            if at < reached:
                continue
            form, place = words.longest(body, at), at + passage.start
            if words.meaning[form] is None or by_chance(place, place + len(form)):
                continue
            low = max((body.rfind(stop, reached, at) + 1 for stop in lexicon.stops), default=0) or reached
            # Not with `find`: a stop that the rest of the text lacks would be looked for to its end each time.
            stop = lexicon.any_stop.search(body, at)
            reached = stop.start() if stop else len(body)
            for start, word in words.leftmost(body[low:reached]):
                place = start + low + passage.start
                meant = words.meaning[word]
                if meant is not None and not by_chance(place, place + len(word)):
                    yield place, place + len(word), meant


def _never(_start: int, _end: int) -> bool:
    return False


_tables: list[Table] = []


def table(names: tuple[str, ...], build: Build) -> Table:
    """Enters a table in the pass; a rule does so when its module is loaded."""
    made = Table(names, build)
    _tables.append(made)
    return made


_Plain = tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]], str]


def _joined(tables: Sequence[Words]) -> _Plain:
    """Wrong forms with the numbers of their tables, how long they are, stops that no word holds."""
    owners: dict[str, tuple[int, ...]] = {}
    for number, known in enumerate(tables):
        for word, meant in known.meaning.items():
            if meant is not None:
                owners[word] = (*owners.get(word, ()), number)
    letters = set().union(*(word for known in tables for word in known.meaning))
    return owners, _lengths(owners), "".join(stop for stop in _STOPS if stop not in letters)


class _Lexicon:
    """The wrong forms of all tables."""

    def __init__(
        self, owners: dict[str, tuple[int, ...]], lengths: dict[str, tuple[int, ...]], stops: str
    ) -> None:
        self._words, self._owners = Words(owners, lengths), tuple(owners.values())
        self.stops = stops
        self.any_stop = re.compile(f"[{stops}]" if stops else r"(?!)")
        self._read = 0

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._words.meaning)

    def find(self, body: str) -> dict[Table, list[int]]:
        """Where wrong forms begin, by the table they are of, in order."""
        found: dict[Table, list[int]] = {}
        self._read += len(body)
        if self._read < _WORTH_AN_AUTOMATON:
            words = self._words
            places = (
                (at, words.meaning[word]) for at in words.starts(body) for word in words.all_at(body, at)
            )
        else:
            hits = self._automaton.find_matches_as_indexes(body, overlapping=True)
            places = ((at, self._owners[number]) for number, at, _ in hits)
        for at, owners in places:
            for owner in owners:
                found.setdefault(_tables[owner], []).append(at)
        for starts in found.values():
            starts.sort()
        return found


@cache
def _names_of_lists(count: int) -> tuple[str, ...]:
    """The lists that the first `count` tables are made of."""
    return tuple(dict.fromkeys(name for known in _tables[:count] for name in known.names))


def _lexicon(passage: Passage) -> _Lexicon:
    names = _names_of_lists(len(_tables))

    def using() -> _Lexicon:
        state = state_of_lists(passage, names)
        name = f"{__name__}.{len(_tables)}"
        return _Lexicon(*kept(name, state, lambda: _joined([known.words(passage) for known in _tables])))

    return computed(tuple(entries(passage, name) for name in names), _Lexicon, using)


def _wrong_forms(passage: Passage) -> dict[Table, list[int]]:
    return passage.once(_lexicon).find(passage.body)
