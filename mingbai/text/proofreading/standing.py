"""Where the words stand that rules wait for: all of them are found in one pass over a passage.

Words come in groups, one for each rule or pattern that waits for any of several. A small set of rules has a pass of its
own, for its words alone; a group all of whose words were looked for there needs no other.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from functools import cache, cached_property
from itertools import accumulate, chain, count
from operator import add
from typing import overload
from zlib import crc32

from ahocorasick_rs import AhoCorasick, Implementation

from mingbai.text import lazy
from mingbai.text.kept import kept
from mingbai.text.proofreading.model import Passage, Place, computed

Words = tuple[str, ...]
Span = tuple[int, int]
# The number of a word, and where it begins and ends.
Hit = tuple[int, int, int]
# So few words are gone through one by one.
_FEW = 40
# The automaton of all words takes two hundredths of a second to make.
_WORTH_AN_AUTOMATON = 30_000
# Each group of words by its number, and the other way round.
_groups: dict[Words, int] = {}
_words: list[Words] = []
# Words that are not known before they are read out of a pattern, which waits for the first text.
_later: list[Callable[[], Words]] = []


def waiting_for(words: Words) -> Words:
    """Enters words in the automaton; a rule does so when its module is loaded."""
    if words:
        group_of(words)
    return words


def waiting_later_for(words: Callable[[], Words]) -> None:
    """As `waiting_for`, for words that take time to find out."""
    _later.append(words)


def group_of(words: Words) -> int:
    if words not in _groups:
        _groups[words] = len(_words)
        _words.append(words)
    return _groups[words]


# The numbers of words; by their first two characters, or their only one, how long they are; by number the groups of each.
_Tables = tuple[dict[str, int], dict[str, tuple[int, ...]], Sequence[Sequence[int]]]


@cache
def _lengths(*lengths: int) -> tuple[int, ...]:
    """One row for all beginnings whose words are equally long, which is also kept once."""
    return lengths


class Lookout:
    """Words to look for, the number of each, and the groups that each belongs to."""

    def __init__(self, groups: Iterable[int], implementation: Implementation | None = None) -> None:
        self.groups = frozenset(groups)
        self.numbers, self._lengths, self.owners = self._tables()
        self._implementation = implementation
        self._members: dict[int, frozenset[int] | None] = {}
        self.kinds: dict[Spotter, Mapping[int, tuple[str, int]] | None] = {}
        self._read = 0

    def _tables(self) -> _Tables:
        owners: dict[str, list[int]] = {}
        for group in sorted(self.groups):
            for word in _words[group]:
                if (known := owners.get(word)) is None:
                    owners[word] = [group]
                elif known[-1] != group:  # a word may stand in its group twice
                    known.append(group)
        lengths: dict[str, set[int]] = {}
        for word in owners:
            lengths.setdefault(word[:2], set()).add(len(word))
        by_heads = {head: _lengths(*sorted(found)) for head, found in lengths.items()}
        return dict(zip(owners, count(), strict=False)), by_heads, tuple(owners.values())

    @computed
    def words(self) -> Words:
        return tuple(self.numbers)

    @computed
    def longest(self) -> int:
        """How long the longest of them is."""
        return max(map(len, self.numbers), default=0)

    def find(self, text: str) -> Sequence[Hit]:
        """Where the words stand, as number, start and end; those of each word in order."""
        self._read += len(text)
        if lazy.is_remembering() and self._read < _WORTH_AN_AUTOMATON:
            return self._by_heads(text)
        return self.automaton.find_matches_as_indexes(text, overlapping=True)

    @cached_property
    def automaton(self) -> AhoCorasick:
        return AhoCorasick(list(self.words), store_patterns=False, implementation=self._implementation)

    def _by_heads(self, text: str) -> Sequence[Hit]:
        """For a text or two: quicker than the making of an automaton."""
        hits, numbers, heads = [], self.numbers.get, self._lengths.get
        for beginnings in (text, map(add, text, text[1:])):
            known = map(heads, beginnings)
            for at, lengths in zip(count(), known, strict=False):
                for length in lengths or ():
                    number = numbers(word := text[at : at + length])
                    if number is not None and len(word) == length:
                        hits.append((number, at, at + length))
        return hits

    def kinds_of(self, spotter: "Spotter") -> Mapping[int, tuple[str, int]] | None:
        """See `Standing.kinds_of`."""
        if spotter not in self.kinds:
            numbers, kind = self.numbers, spotter.kind
            known = {numbers[word]: (kind[word], len(word)) for word in kind if word in numbers}
            self.kinds[spotter] = known if len(known) == len(kind) else None
        return self.kinds[spotter]

    def members_of(self, group: int) -> frozenset[int] | None:
        """The numbers of a group's words; None where one of them is not looked for."""
        if group not in self._members:
            numbers = frozenset(self.numbers.get(word, -1) for word in _words[group])
            self._members[group] = None if -1 in numbers else numbers
        return self._members[group]


class Standing:
    """Where the words of a lookout stand in a text, as offsets in order; `hits` are behind `start`."""

    def __init__(self, known: Lookout, hits: Sequence[Hit], start: int = 0) -> None:
        self._known, self._hits, self._start = known, hits, start
        # Of each group the places of its words put together, where they have been asked for.
        self._of_groups: dict[int, Sequence[int]] = {}

    @computed
    def _found(self) -> Mapping[int, list[int]]:
        """The places of each word."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        start = self._start
        for word, at, _ in self._hits:
            found[word].append(at - start)
        return found

    @computed
    def _by_word(self) -> Mapping[int, list[list[int]]]:
        """Of each group the places of its words."""
        found: defaultdict[int, list[list[int]]] = defaultdict(list)
        owners = self._known.owners
        for word, starts in self._found.items():
            for group in owners[word]:
                found[group].append(starts)
        return found

    @classmethod
    def of_text(cls, known: Lookout, body: str) -> "Standing":
        return cls(known, known.find(body))

    def groups(self) -> Set[int]:
        """The groups of which a word stands in the text."""
        return self._by_word.keys()

    def knows(self, group: int) -> bool:
        """Whether all words of a group were looked for."""
        return group in self._known.groups or self._known.members_of(group) is not None

    def of(self, group: int) -> Sequence[int] | None:
        """Where the words of a group stand; None where they were not all looked for."""
        known = self._of_groups.get(group)
        if known is not None:
            return known
        joined = self._joined(group)
        if joined is not None:
            self._of_groups[group] = joined
        return joined

    def _joined(self, group: int) -> Sequence[int] | None:
        if len(self._hits) < _FEW and "_by_word" not in self.__dict__:
            # for a group or two it does not pay to part so few by their groups
            if (members := self._known.members_of(group)) is None:
                return None
            start = self._start
            return sorted([at - start for word, at, _ in self._hits if word in members])
        places = self._by_word.get(group)
        if places is None:
            if group in self._known.groups:
                return ()
            members = self._known.members_of(group)
            if members is None:
                return None
            places = [self._found[word] for word in members if word in self._found]
        return sorted(chain.from_iterable(places)) if len(places) > 1 else places[0] if places else ()

    def holds(self, group: int) -> bool | None:
        """Whether any of them stands in the text; None where that is not known at once."""
        return group in self._by_word if group in self._known.groups else None

    def spots_of(self, kinds: Mapping[int, tuple[str, int]]) -> list[tuple[int, int, str]]:
        """Where words of some kinds stand, which are told by their numbers with the words' lengths: start, the length below
        zero, the kind; the longest first at a place."""
        spots: list[tuple[int, int, str]] = []
        if len(self._hits) < _FEW:
            start = self._start
            spots = [
                (low - start, low - high, kinds[word][0]) for word, low, high in self._hits if word in kinds
            ]
        else:
            found = self._found
            for number in found.keys() & kinds.keys():
                kind, length = kinds[number]
                spots += [(at, -length, kind) for at in found[number]]
        if len(spots) > 1:
            spots.sort()
        return spots

    def kinds_of(self, spotter: "Spotter") -> Mapping[int, tuple[str, int]] | None:
        """The words of a spotter by their numbers, each with its kind and its length; None where they were not all looked
        for."""
        kinds = self._known.kinds
        return kinds[spotter] if spotter in kinds else self._known.kinds_of(spotter)


class _Kept(Lookout):
    """All words, for single commands, which would make the same tables each time."""

    def _tables(self) -> _Tables:
        def make() -> tuple[dict[str, int], dict[str, tuple[int, ...]], bytes, bytes]:
            numbers, lengths, owners = super(_Kept, self)._tables()
            ends = accumulate(map(len, owners), initial=0)
            listed = array("I", chain.from_iterable(owners))
            return numbers, lengths, array("I", ends).tobytes(), listed.tobytes()

        words = "\n".join(chain.from_iterable(_words)).encode("utf-16-le", "surrogatepass")
        sums = crc32(words), crc32(array("I", map(len, _words)))
        numbers, lengths, ends, owners = kept("words", (len(words), *sums), make)
        return numbers, lengths, _Parts(ends, owners)


class _Parts(Sequence[Sequence[int]]):
    """Rows of numbers that stand one after another, and where each of them ends."""

    def __init__(self, ends: bytes, numbers: bytes) -> None:
        self._ends, self._numbers = memoryview(ends).cast("I"), memoryview(numbers).cast("I")

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, row: int) -> Sequence[int]: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Sequence[int]]: ...
    def __getitem__(self, row: int | slice) -> Sequence[int] | Sequence[Sequence[int]]:
        if isinstance(row, slice):
            return [self[place] for place in range(len(self))[row]]
        return self._numbers[self._ends[row] : self._ends[row + 1]]


@cache
def _lookout(number: int) -> Lookout:
    return (_Kept if lazy.is_remembering() else Lookout)(range(number))


@cache
def _enter(number: int) -> None:
    for words in _later[:number]:
        waiting_for(words())


def know_all_words() -> Lookout:
    """The words of all groups that have been entered."""
    _enter(len(_later))
    return _lookout(len(_words))


def every_word(passage: Passage | Place) -> Standing:
    """Where they stand."""
    return Standing.of_text(know_all_words(), passage.body)


def _every(passage: Passage | Place) -> Standing:
    """As `every_word`, once for a passage; a place is moved on."""
    return passage.once(every_word) if isinstance(passage, Passage) else every_word(passage)


def _looking_for(passage: Passage | Place, group: int) -> Standing:
    """Where the words stand, of a lookout that knows the group."""
    known: list[Standing] = passage.few
    for few in known:
        if few.knows(group):
            return few
    every = _every(passage)
    # A group that was entered since then is looked for anew.
    return every if every.knows(group) else every_word(passage)


def places_of(passage: Passage | Place, group: int) -> Sequence[int]:
    """Where the words of a group stand in the passage's body, in order."""
    known: list[Standing] = passage.few
    for few in known:
        if (places := few.of(group)) is not None:
            return places
    places = _every(passage).of(group)
    return _looking_for(passage, group).of(group) or () if places is None else places


def standing(passage: Passage | Place, words: Words) -> Sequence[int]:
    """Where the words stand in the passage's body, in order."""
    return places_of(passage, _groups[words])


def holds(passage: Passage, words: Words) -> bool:
    """Whether any of the words stands in the passage."""
    group = _groups[words]
    if not passage.few and (known := passage.once(every_word).holds(group)) is not None:
        return known
    return bool(places_of(passage, group))


def counting(hits: Sequence[Hit], among: Collection[int]) -> Set[Span]:
    """Where words stand that count among some words; see `Spotter`."""
    found, reached = set(), 0
    for low, below in sorted((low, -high) for word, low, high in hits if word in among):
        if low >= reached:
            reached = -below
            found.add((low, reached))
    return found


class Spotter:
    """Words by kind; asked for a passage, it says for each kind where they stand, as spans in order.

    Of words that overlap, whatever their kind, the leftmost counts, and of those the longest.
    """

    def __init__(self, kinds: Mapping[str, Sequence[str]]) -> None:
        self._kinds = kinds
        self.kind = {word: kind for kind, words in kinds.items() for word in words}
        self.words = waiting_for(tuple(self.kind))
        self._group = group_of(self.words)

    def of(self, *kinds: str) -> Words:
        """The words of some kinds, for a rule to wait for."""
        return waiting_for(tuple(chain.from_iterable(self._kinds[kind] for kind in kinds)))

    def read(self, place: Passage | Place) -> dict[str, list[Span]]:
        """What it says, asked once of a passage; a place is moved on."""
        return place.once(self) if isinstance(place, Passage) else self(place)

    def __call__(self, passage: Passage | Place) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = defaultdict(list)
        shift, reached = passage.start, 0
        for start, below, kind in self._spots(passage):
            if start >= reached:
                reached = start - below
                found[kind].append((start + shift, reached + shift))
        return found

    def _spots(self, passage: Passage | Place) -> list[tuple[int, int, str]]:
        few: list[Standing] = passage.few
        for known in few:
            if kinds := known.kinds_of(self):
                return known.spots_of(kinds)
        every = _every(passage)
        if (kinds := every.kinds_of(self)) is None:  # one that was entered since then is looked for anew
            every = every_word(passage)
            kinds = every.kinds_of(self)
        return every.spots_of(kinds or {})
