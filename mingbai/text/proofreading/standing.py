"""Where the words stand that rules wait for: all of them are found in one pass over a passage.

Words come in groups, one for each rule or pattern that waits for any of several. A small set of rules has a pass of its
own, for its words alone; a group all of whose words were looked for there needs no other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain

from ahocorasick_rs import AhoCorasick, Implementation

from mingbai.text.proofreading.model import Passage

Words = tuple[str, ...]
Span = tuple[int, int]
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


@dataclass(frozen=True, slots=True)
class Lookout:
    """An automaton of words, the number of each, and the groups that each belongs to."""

    automaton: AhoCorasick
    numbers: Mapping[str, int]
    owners: tuple[tuple[int, ...], ...]
    members: dict[int, frozenset[int] | None] = field(default_factory=dict)

    @classmethod
    def of(cls, groups: Iterable[int], implementation: Implementation | None = None) -> "Lookout":
        owners: dict[str, list[int]] = {}
        for group in groups:
            for word in dict.fromkeys(_words[group]):
                owners.setdefault(word, []).append(group)
        return cls(
            AhoCorasick(list(owners), store_patterns=False, implementation=implementation),
            {word: number for number, word in enumerate(owners)},
            tuple(map(tuple, owners.values())),
        )

    def members_of(self, group: int) -> frozenset[int] | None:
        """The numbers of a group's words; None where one of them is not looked for."""
        if group not in self.members:
            numbers = frozenset(self.numbers.get(word, -1) for word in _words[group])
            self.members[group] = None if -1 in numbers else numbers
        return self.members[group]


class Standing:
    """Where the words of a lookout stand in a text, as offsets in order."""

    def __init__(self, known: Lookout, body: str) -> None:
        self._known = known
        found: defaultdict[int, list[int]] = defaultdict(list)
        for word, start, _ in known.automaton.find_matches_as_indexes(body, overlapping=True):
            found[word].append(start)
        self._found = found
        self._of_groups: dict[int, Sequence[int] | None] = {}

    def groups(self) -> set[int]:
        """The groups of which a word stands in the text."""
        owners = self._known.owners
        return set().union(*[owners[word] for word in self._found])

    def of(self, group: int) -> Sequence[int] | None:
        """Where the words of a group stand; None where they were not all looked for."""
        if group not in self._of_groups:
            members = self._known.members_of(group)
            self._of_groups[group] = None if members is None else self._joined(members)
        return self._of_groups[group]

    def _joined(self, members: frozenset[int]) -> Sequence[int]:
        if len(members) < len(self._found):
            places = [self._found[word] for word in members if word in self._found]
        else:
            places = [starts for word, starts in self._found.items() if word in members]
        if len(places) > 1:
            return sorted(chain.from_iterable(places))
        return places[0] if places else ()


@cache
def _lookout(number: int) -> Lookout:
    return Lookout.of(range(number))


@cache
def _enter(number: int) -> None:
    for words in _later[:number]:
        waiting_for(words())


def every_word(passage: Passage) -> Standing:
    """The words of all groups."""
    _enter(len(_later))
    return Standing(_lookout(len(_words)), passage.body)


def few_words(_: Passage) -> list[Standing]:
    """What a small set of rules has found of its own words; filled by it, empty where none was asked."""
    return []


def places_of(passage: Passage, group: int) -> Sequence[int]:
    """Where the words of a group stand in the passage's body, in order."""
    for few in passage.once(few_words):
        if (places := few.of(group)) is not None:
            return places
    places = passage.once(every_word).of(group)
    # A group that was entered since then is looked for anew.
    return places if places is not None else every_word(passage).of(group) or ()


def standing(passage: Passage, words: Words) -> Sequence[int]:
    """Where the words stand in the passage's body, in order."""
    return places_of(passage, _groups[words])


def holds(passage: Passage, words: Words) -> bool:
    """Whether any of the words stands in the passage."""
    return bool(places_of(passage, _groups[words]))


class Spotter:
    """Words by kind; asked for a passage, it says for each kind where they stand, as spans in order.

    Of words that overlap, whatever their kind, the leftmost counts, and of those the longest.
    """

    def __init__(self, kinds: Mapping[str, Sequence[str]]) -> None:
        self._kinds = kinds
        self._kind = {word: kind for kind, words in kinds.items() for word in words}
        self.words = waiting_for(tuple(self._kind))

    def of(self, *kinds: str) -> Words:
        """The words of some kinds, for a rule to wait for."""
        return waiting_for(tuple(chain.from_iterable(self._kinds[kind] for kind in kinds)))

    def __call__(self, passage: Passage) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = {kind: [] for kind in self._kinds}
        for word, start in self._leftmost(passage):
            found[self._kind[word]].append((start, start + len(word)))
        return found

    def _leftmost(self, passage: Passage) -> Iterator[tuple[str, int]]:
        text, reached = passage.text, passage.start
        for offset in standing(passage, self.words):
            start = offset + passage.start
            if start >= reached:
                word = next(
                    word for length in self._lengths if (word := text[start : start + length]) in self._kind
                )
                reached = start + len(word)
                yield word, start

    @cached_property
    def _lengths(self) -> list[int]:
        return sorted(set(map(len, self._kind)), reverse=True)
