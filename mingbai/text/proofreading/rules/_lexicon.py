"""Tables of wrong forms, made from the lists: homophones, swapped words, broken phrases, former names.

All tables are looked up in one pass over a text. The pass asks for wrong forms alone, which are rare; only where one
stands its clause is read again with the whole table, in which longer right words win over the wrong ones they hold.
"""

import marshal
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain, compress, count, groupby
from operator import add
from typing import Any, cast

from ahocorasick_rs import AhoCorasick

from mingbai.text import lazy
from mingbai.text.kept import kept
from mingbai.text.packed import Packed, pack
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import computed, contents_of, state_of_lists
from mingbai.text.records import record

# An automaton of all wrong forms takes a tenth of a second to build and pays off from so many characters on.
_WORTH_AN_AUTOMATON = 60_000
_STOPS = "\n。；，：！？"
Build = Callable[..., Mapping[str, Any]]


# Of words that begin with the same two characters: those of each length, the longest first, each between two ends of line;
# and what they mean in this order. Searching a string is more work than looking into a dictionary, and far less than making
# one of which a text needs a word or none.
Head = tuple[tuple[tuple[int, str], ...], list[Any] | bytes]
_NOTHING: Head = ((), [])
# So few heads are not packed: a text has some three thousand pairs of characters, and each is asked for.
_FEW = 5_000


def _heads(meaning: Mapping[str, Any]) -> dict[str, Head]:
    found: dict[str, list[str]] = {}
    for word in sorted(meaning, key=len, reverse=True):
        found.setdefault(word[:2], []).append(word)
    return {
        head: (
            tuple((length, "\n".join(("", *same, ""))) for length, same in groupby(words, len)),
            [meaning[word] for word in words],
        )
        for head, words in found.items()
    }


def _is_among(word: str, words: str) -> bool:
    return f"\n{word}\n" in words and "\n" not in word


class Words:
    """Words with what each means; finds the longest at a place, and the leftmost longest ones in a clause."""

    def __init__(self, heads: dict[str, Head], single: str) -> None:
        # The words of one character, which are few.
        self._heads, self._single = heads, frozenset(single)
        self._head: Callable[[str], Head | None] = (
            heads.__getitem__ if isinstance(heads, Packed) else heads.get
        )

    @classmethod
    def of(cls, meaning: Mapping[str, Any]) -> "Words":
        return cls(_heads(meaning), "".join(word for word in meaning if len(word) == 1))

    def kept(self) -> "KeptWords":
        """As plain values, for `unkept`."""
        heads: dict[str, Head] = {
            head: (words, marshal.dumps(meant)) for head, (words, meant) in self._heads.items()
        }
        return heads if len(heads) < _FEW else pack(heads), "".join(sorted(self._single))

    @classmethod
    def unkept(cls, heads: dict[str, Head] | bytes, single: str) -> "Words":
        return cls(heads if isinstance(heads, dict) else Packed(heads), single)

    def items(self) -> Iterator[tuple[str, Any]]:
        heads = self._heads.whole() if isinstance(self._heads, Packed) else self._heads
        for words, meant in heads.values():
            every = chain.from_iterable(same[1:-1].split("\n") for _, same in words)
            yield from zip(every, _unpacked(meant), strict=True)

    def __contains__(self, word: str) -> bool:
        words, _ = self._head(word[:2]) or _NOTHING
        for length, same in words:
            if length == len(word):
                return _is_among(word, same)
        return False

    def meaning(self, word: str) -> Any:
        """What one of the words means."""
        words, meant = self._head(word[:2]) or _NOTHING
        if isinstance(meant, bytes):
            meant = _unpacked(meant)
            self._heads[word[:2]] = words, meant
        before = 0
        for length, same in words:
            if length == len(word):
                return meant[before + same.index(f"\n{word}\n") // (length + 1)]
            before += len(same) // (length + 1)
        return None

    def longest(self, text: str, at: int) -> str:
        """The longest word that begins at a place; "" where none does."""
        words, _ = self._head(text[at : at + 2]) or _NOTHING
        for length, same in words:
            if _is_among(word := text[at : at + length], same):
                return word
        return text[at] if self._single and len(text) > at + 1 and text[at] in self._single else ""

    def starts(self, text: str) -> Iterator[int]:
        """Where a word may begin."""
        heads = compress(count(), map(self._head, map(add, text, text[1:])))
        if self._single.isdisjoint(text):
            yield from heads
            return
        yield from sorted({*heads, *compress(count(), map(self._single.__contains__, text))})

    def all_at(self, text: str, at: int) -> Iterator[str]:
        """The words that begin at a place, the longest first."""
        words, _ = self._head(text[at : at + 2]) or _NOTHING
        for length, same in words:
            if _is_among(word := text[at : at + length], same):
                yield word
        if self._single and len(text) > at + 1 and text[at] in self._single:
            yield text[at]

    def leftmost(self, clause: str) -> Iterator[tuple[int, str]]:
        """The words of a clause from left to right, at each place the longest, none over another."""
        reached = 0
        for at in self.starts(clause):
            if at >= reached and (word := self.longest(clause, at)):
                reached = at + len(word)
                yield at, word


KeptWords = tuple[dict[str, Head] | bytes, str]


def _unpacked(meant: list[Any] | bytes) -> list[Any]:
    """What words mean, as a list."""
    return meant if isinstance(meant, list) else cast(list[Any], marshal.loads(meant))  # noqa: S302 - as in `packed`


@record
class Table:
    """What a rule looks for: `build` makes it of the entries of the lists `names`; a word that means None is right."""

    names: tuple[str, ...]
    build: Build

    def words(self, passage: Passage) -> Words:
        return computed(passage, self.names, self, lambda: self._kept(passage))

    def _kept(self, passage: Passage) -> Words:
        def make() -> KeptWords:
            return Words.of(self.build(*contents_of(passage, self.names))).kept()

        name = f"{self.build.__module__}.{self.build.__name__}"
        return Words.unkept(*kept(name, state_of_lists(passage, self.names), make))

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
            if words.meaning(form) is None or by_chance(place, place + len(form)):
                continue
            low = max((body.rfind(stop, reached, at) + 1 for stop in lexicon.stops), default=0) or reached
            # Not with `find`: a stop that the rest of the text lacks would be looked for to its end each time.
            stop = lexicon.any_stop.search(body, at)
            reached = stop.start() if stop else len(body)
            for start, word in words.leftmost(body[low:reached]):
                place = start + low + passage.start
                meant = words.meaning(word)
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


def _joined(tables: Sequence[Words]) -> tuple[dict[str, Head] | bytes, str, str]:
    """Wrong forms with the numbers of their tables, and stops that no word holds."""
    owners: dict[str, tuple[int, ...]] = {}
    letters: set[str] = set()
    for number, known in enumerate(tables):
        for word, meant in known.items():
            letters.update(word)
            if meant is not None:
                owners[word] = (*owners.get(word, ()), number)
    return *Words.of(owners).kept(), "".join(stop for stop in _STOPS if stop not in letters)


class _Lexicon:
    """The wrong forms of all tables."""

    def __init__(self, heads: dict[str, Head] | bytes, single: str, stops: str) -> None:
        self._words = Words.unkept(heads, single)
        self.stops = stops
        self.any_stop = lazy.pattern(f"[{stops}]" if stops else r"(?!)")
        self._read = 0

    @cached_property
    def _automaton(self) -> tuple[AhoCorasick, tuple[tuple[int, ...], ...]]:
        """All wrong forms, and of which tables each is."""
        words, owners = zip(*self._words.items(), strict=True)
        return AhoCorasick(words), owners

    def find(self, body: str) -> dict[Table, list[int]]:
        """Where wrong forms begin, by the table they are of, in order."""
        found: dict[Table, list[int]] = {}
        self._read += len(body)
        if self._read < _WORTH_AN_AUTOMATON:
            words = self._words
            places = (
                (at, words.meaning(word)) for at in words.starts(body) for word in words.all_at(body, at)
            )
        else:
            automaton, tables = self._automaton
            hits = automaton.find_matches_as_indexes(body, overlapping=True)
            places = ((at, tables[number]) for number, at, _ in hits)
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
        # A table is known by its number: by which one depends on the order in which rules were loaded.
        order = tuple(f"{known.build.__module__}.{known.build.__name__}" for known in _tables)
        known_by = state and (state, order)
        return _Lexicon(
            *kept(__name__, known_by, lambda: _joined([known.words(passage) for known in _tables]))
        )

    return computed(passage, names, _Lexicon, using)


def _wrong_forms(passage: Passage) -> dict[Table, list[int]]:
    return passage.once(_lexicon).find(passage.body)
