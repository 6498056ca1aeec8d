"""One pass over a text finds every word that some rule waits for, so that a rule reads only where one stands.

Most rules look for something rare. They name the words without which they can find nothing, or the words are read
out of their patterns (`sought`). All these words are in one automaton, and a text without them costs such a rule
nothing.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import accumulate, chain, compress, count
from operator import add
from typing import Any, cast
from zlib import crc32

from ahocorasick_rs import Implementation

from mingbai.text import lazy
from mingbai.text.kept import kept
from mingbai.text.model import Finding
from mingbai.text.needles import Needles, needles_of
from mingbai.text.proofreading.asking import asked, unless_it_fails
from mingbai.text.proofreading.glance import Glance, Share, Spots, spots_below
from mingbai.text.proofreading.model import Passage, Place, Rule, computed
from mingbai.text.proofreading.sight import Sight, Told
from mingbai.text.proofreading.standing import (
    Lookout,
    Standing,
    every_word,
    group_of,
    places_of,
    standing,
    waiting_later_for,
)
from mingbai.text.proofreading.standing import Words as Words
from mingbai.text.proofreading.standing import holds as holds
from mingbai.text.proofreading.standing import waiting_for as waiting_for

# So few rules are woken by their own words alone, without a pass for those of all rules.
_FEW = 60
_patterns: list["Sought"] = []


class Sought(lazy.Lazy):
    """A pattern that is looked for only where the words stand of which every match holds one; see `matches`."""

    number: int

    @computed
    def needles(self) -> Needles:
        if lazy.is_remembering():
            return Needles(*_all_needles(len(_patterns))[self.number])
        return needles_of(self.pattern, self.given_flags)

    @computed
    def words(self) -> Words:
        return waiting_for(self.needles.words)

    @computed
    def group(self) -> int | None:
        return group_of(self.words) if self.words else None


def sought(source: str, flags: int = 0) -> re.Pattern[str]:
    """`lazy.pattern` for a pattern that is looked for in whole texts with `matches`; made when a module is loaded."""
    made = Sought(source, flags)
    made.number = len(_patterns)
    _patterns.append(made)
    waiting_later_for(lambda: made.words)
    return cast(re.Pattern[str], made)


@cache
def _all_needles(number: int) -> list[tuple[Any, ...]]:
    """The needles of so many patterns, for single commands, which would read them out of the patterns each time."""
    asked = _patterns[:number]
    # Of half a million characters `repr` takes ten times as long to make.
    written = "".join([one.pattern for one in asked]).encode("utf-16-le", "surrogatepass")
    ends = array("I", chain.from_iterable((len(one.pattern), one.given_flags) for one in asked))
    state = number, len(written), crc32(written), crc32(ends)
    return kept("needles", state, lambda: [tuple(needles_of(one.pattern, one.given_flags)) for one in asked])


def words_of(pattern: re.Pattern[str]) -> Words:
    """Words of which every match of the pattern holds one; empty where none are known."""
    known: object = pattern
    return known.words if isinstance(known, Sought) else ()


def every_sought() -> tuple[Sought, ...]:
    return tuple(_patterns)


Asked = tuple[Rule, Callable[[Rule, Passage], Iterator[Finding]]]
# Which rules, by their places, need nothing, the words of which group, or which reading.
_Needs = tuple[list[int], dict[int, list[int]], dict[Callable[[Passage], object], list[int]]]


class RuleSet:
    """Rules with what wakes them: nothing, the words of a group by its number, or a reading of the text.

    Who waits for what is found out when it is first asked: a set that is only parted is not asked.
    """

    def __init__(self, members: tuple[Rule, ...]) -> None:
        self.members = members

    @computed
    def rules(self) -> tuple[Asked, ...]:
        return tuple((rule, rule.asked) for rule in self.members)

    @computed
    def _needs(self) -> _Needs:
        always: list[int] = []
        waiting: dict[int, list[int]] = {}
        given: dict[Callable[[Passage], object], list[int]] = {}
        for place, rule in enumerate(self.members):
            if rule.waits_for:
                waiting.setdefault(group_of(rule.waits_for), []).append(place)
            elif rule.given:
                given.setdefault(rule.given, []).append(place)
            else:
                always.append(place)
        return always, waiting, given

    @computed
    def always(self) -> frozenset[int]:
        return frozenset(self._needs[0])

    @computed
    def waiting(self) -> Mapping[int, Sequence[int]]:
        return self._needs[1]

    @computed
    def given(self) -> Mapping[Callable[[Passage], object], Sequence[int]]:
        return self._needs[2]

    @computed
    def all(self) -> Set[int]:
        return set(range(len(self.members)))

    @computed
    def few(self) -> Lookout | None:
        """Where they are few, their words alone."""
        is_few = self.waiting and len(self.members) <= _FEW
        return Lookout(self.waiting, Implementation.DFA) if is_few else None

    @computed
    def spots(self) -> tuple[Spots, ...] | None:
        """Where every rule waits for words or spots, the spots; None where one may find something without."""
        spots = tuple(dict.fromkeys(map(spots_below, self.given)))
        return tuple(one for one in spots if one) if not self.always and None not in spots else None

    @computed
    def _sight(self) -> Sight:
        assert self.few
        return Sight(self.members, self.few, self.waiting, self.given)

    def glance(self, text: str) -> Glance | None:
        """What stands in a file for these rules; None where they are too many, or one of them needs nothing to stand there."""
        return Glance(self.few, self.spots, text) if self.few and self.spots is not None else None

    def awake(self, passage: Passage) -> list[Asked]:
        """Those of the rules that may find something in the passage, in their order."""
        woken = set(self.always) | self._given(passage)
        if self.waiting:
            waiting = self.waiting
            for group in self._standing(passage).groups() & waiting.keys():
                woken.update(waiting[group])
        rules = self.rules
        return [rules[place] for place in sorted(woken)]

    def told_by(self, share: Share, place: Place) -> tuple[Set[int], list[Told]]:
        """Which rules, by number, may find something where this much stands, and what others find at once; no passage is needed
        for it."""
        nothing: list[Told] = []
        return unless_it_fails((self.all, nothing), self._sight.tell, share, place)

    def awake_for(self, passage: Passage, share: Share, woken: Set[int]) -> list[Asked]:
        """As `awake`, where the passage's share of what stands in its file is known."""
        assert self.few
        passage.few.append(Standing(self.few, share.hits, passage.start))
        for spots, found in share.spots:
            passage.know(spots, found)
        rules = self.rules
        return [rules[place] for place in sorted(woken)]

    def _given(self, passage: Passage) -> set[int]:
        woken: set[int] = set()
        for view, places in self.given.items():
            if unless_it_fails(True, _says_something, passage, view):
                woken.update(places)
        return woken

    def _standing(self, passage: Passage) -> Standing:
        if self.few is None:
            return passage.once(every_word)
        found = Standing.of_text(self.few, passage.body)
        passage.few.append(found)
        return found


def said(rules: RuleSet, passage: Passage) -> list[Finding]:
    """All that the rules find in a passage."""
    return [one for rule, find in rules.awake(passage) for one in asked(rule, find, passage)]


def _says_something(passage: Passage, view: Callable[[Passage], object]) -> bool:
    return bool(passage.once(view))


def matches(
    passage: Passage, pattern: re.Pattern[str], begin: int = 0, end: int | None = None
) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` finds in the passage, or between two offsets in it.

    A pattern that is `sought` is tried only near its words.
    """
    low, high = max(passage.start, begin), passage.end if end is None else min(passage.end, end)
    known: object = pattern
    if not isinstance(known, Sought) or known.group is None:
        return pattern.finditer(passage.text, low, high)
    places = places_of(passage, known.group)
    return _near(passage, known, places, low, high) if places else iter(())


def _near(
    passage: Passage, pattern: Sought, places: Sequence[int], low: int, high: int
) -> Iterator[re.Match[str]]:
    text, needles, reached = passage.text, pattern.needles, low
    if needles.first == needles.last:
        # Where the match begins is known: no search at all.
        match, shift = pattern.match, passage.start - needles.first
        for at in places:
            if at + shift >= reached and (found := match(text, at + shift, high)):
                reached = found.end()
                yield found
        return
    for begin, end in _stretches(passage, needles, places, (low, high)):
        for found in pattern.finditer(text, max(begin, reached), end):
            reached = found.end()
            yield found


def _stretches(
    passage: Passage, needles: Needles, places: Sequence[int], within: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """What a match of which one of the words at `places` is a part may cover and look at; apart and in order."""
    text, (low, high) = passage.text, within
    before, after = needles.last, needles.longest
    begin = end = line_end = low
    for at in places:
        place = at + passage.start
        if place < line_end:
            continue
        if before is not None:
            first = place - before
        else:
            first = low if needles.crosses else text.rfind("\n", line_end, place) + 1 or line_end
        if after is not None:
            last = place - needles.first + after
        elif needles.crosses or needles.ahead is None:
            last = line_end = high
        else:
            found = text.find("\n", place, high)
            line_end = found + 1 if found >= 0 else high
            last = line_end + needles.ahead
        if first > end:
            if end > begin:
                yield begin, end
            begin = first
        if last > end:
            end = last if last < high else high
    if end > begin:
        yield begin, end


def windows_with(passage: Passage | Place, words: Words, reach: int) -> Iterator[tuple[int, int]]:
    """The stretches within `reach` characters of one of the words, apart from each other and in order.

    For patterns that may cross lines: `reach` is at least the length of their longest match.
    """
    return merged(
        ((passage.start + at, passage.start + at) for at in standing(passage, words)), passage, reach
    )


def matches_near(
    passage: Passage | Place, words: Words, pattern: re.Pattern[str], reach: int
) -> Iterator[re.Match[str]]:
    """The matches of a pattern that holds one of the words and is no longer than `reach`."""
    for start, end in windows_with(passage, words, reach):
        yield from pattern.finditer(passage.text, start, end)


def _starts_of_prose(passage: Passage) -> list[int]:
    return [offset for offset, _ in passage.prose]


def prose_with(passage: Passage, words: Words) -> list[int]:
    """Which lines of `passage.prose` hold one of the words, by number and in order."""
    return prose_at(passage, standing(passage, words))


def prose_at(passage: Passage, offsets: Sequence[int]) -> list[int]:
    """In which lines of `passage.prose` the offsets into `body` stand, by number and in order."""
    if not offsets:
        return []
    starts: list[int] = passage.once(_starts_of_prose)
    found: list[int] = []
    for offset in offsets:
        at = passage.start + offset
        line = bisect_right(starts, at) - 1
        if line >= 0 and (not found or found[-1] != line) and at < starts[line] + len(passage.prose[line][1]):
            found.append(line)
    return found


def prose_with_clauses(passage: Passage, wanted: Iterable[bool]) -> list[int]:
    """Which lines of `passage.prose` hold a clause that is wanted, by number and in order; one answer a clause."""
    places = map(add, accumulate(map(len, passage.clauses), initial=0), count())
    return prose_at(passage, list(compress(places, wanted)))


def merged(
    places: Iterable[tuple[int, int]], passage: Passage | Place, reach: int
) -> Iterator[tuple[int, int]]:
    """The places, in order, with `reach` characters on either side; those that meet become one."""
    low = high = -1
    for start, end in places:
        if high >= 0 and start - reach <= high:
            high = max(high, end + reach)
            continue
        if high >= 0:
            yield low, min(high, passage.end)
        low, high = max(passage.start, start - reach), end + reach
    if high >= 0:
        yield low, min(high, passage.end)


def lines_with(passage: Passage | Place, words: Words) -> Iterator[tuple[int, int]]:
    """The lines in which one of the words stands, each once and in order, as offsets that include the line's end."""
    text, reached = passage.text, passage.start
    for offset in standing(passage, words):
        at = passage.start + offset
        if at < reached:
            continue
        low = text.rfind("\n", reached, at) + 1 or reached
        high = text.find("\n", at, passage.end)
        reached = high + 1 if high >= 0 else passage.end
        yield low, reached
