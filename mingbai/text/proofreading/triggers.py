"""One pass over a text finds every word that some rule waits for, so that a rule reads only the lines that hold one.

Most rules look for something rare. They name the words without which they can find nothing; all these words are in
one automaton, and a text without them costs such a rule nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, compress

from ahocorasick_rs import AhoCorasick

from mingbai.text.proofreading.model import Passage, Rule

Words = tuple[str, ...]
_numbers: dict[str, int] = {}


def waiting_for(words: Words) -> Words:
    """Enters words in the automaton; a rule does so when its module is loaded."""
    for word in words:
        _numbers.setdefault(word, len(_numbers))
    return words


@cache
def _automaton(count: int) -> AhoCorasick:
    """The automaton of the first `count` words: it is made when the first text is read and the rules are loaded."""
    return AhoCorasick(list(_numbers)[:count])


def _places(passage: Passage) -> dict[int, list[int]]:
    """Where each word stands in the passage's body, by its number."""
    found: dict[int, list[int]] = {}
    automaton = _automaton(len(_numbers))
    for word, start, _ in automaton.find_matches_as_indexes(passage.body, overlapping=True):
        if word in found:
            found[word].append(start)
        else:
            found[word] = [start]
    return found


def holds(passage: Passage, words: Words) -> bool:
    """Whether any of the words stands in the passage."""
    places = passage.once(_places)
    return any(_numbers[word] in places for word in words)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules with what wakes them: those that wait for nothing, and those that wait for each word, by its number."""

    rules: tuple[Rule, ...]
    always: frozenset[int]
    waiting: Mapping[int, tuple[int, ...]]

    @classmethod
    def of(cls, rules: tuple[Rule, ...]) -> "RuleSet":
        waiting: dict[int, list[int]] = {}
        for place, rule in enumerate(rules):
            for word in rule.waits_for:
                waiting.setdefault(_numbers[word], []).append(place)
        always = frozenset(place for place, rule in enumerate(rules) if not rule.waits_for)
        return cls(rules, always, {word: tuple(places) for word, places in waiting.items()})

    def awake(self, passage: Passage) -> list[Rule]:
        """Those of the rules that may find something in the passage, in their order."""
        if not self.waiting:
            return list(self.rules)
        places = passage.once(_places)
        woken = {place for word in places if word in self.waiting for place in self.waiting[word]}
        return [self.rules[place] for place in sorted(woken.union(self.always))]


def windows_with(passage: Passage, words: Words, reach: int) -> Iterator[tuple[int, int]]:
    """The stretches within `reach` characters of one of the words, apart from each other and in order.

    For patterns that may cross lines: `reach` is at least the length of their longest match.
    """
    places = passage.once(_places)
    offsets = sorted(at for word in words for at in places.get(_numbers[word], ()))
    return merged(((passage.start + at, passage.start + at) for at in offsets), passage, reach)


def matches_near(
    passage: Passage, words: Words, pattern: re.Pattern[str], reach: int
) -> Iterator[re.Match[str]]:
    """The matches of a pattern that holds one of the words and is no longer than `reach`."""
    for start, end in windows_with(passage, words, reach):
        yield from pattern.finditer(passage.text, start, end)


def _starts_of_prose(passage: Passage) -> list[int]:
    return [offset for offset, _ in passage.prose]


def prose_with(passage: Passage, words: Words) -> list[int]:
    """Which lines of `passage.prose` hold one of the words, by number and in order."""
    places = passage.once(_places)
    return prose_at(passage, sorted({at for word in words for at in places.get(_numbers[word], ())}))


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


def prose_with_clauses(passage: Passage, wanted: Callable[[str], bool]) -> list[int]:
    """Which lines of `passage.prose` hold a clause that is wanted, by number and in order."""
    places = accumulate((len(clause) + 1 for clause in passage.clauses), initial=0)
    return prose_at(passage, list(compress(places, map(wanted, passage.clauses))))


def merged(places: Iterable[tuple[int, int]], passage: Passage, reach: int) -> Iterator[tuple[int, int]]:
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


def lines_with(passage: Passage, words: Words) -> Iterator[tuple[int, int]]:
    """The lines in which one of the words stands, each once and in order, as offsets that include the line's end."""
    places = passage.once(_places)
    held = [number for word in words if (number := _numbers[word]) in places]
    if not held:
        return
    offsets = sorted(at for number in held for at in places[number]) if len(held) > 1 else places[held[0]]
    text, reached = passage.text, passage.start
    for offset in offsets:
        at = passage.start + offset
        if at < reached:
            continue
        low = text.rfind("\n", reached, at) + 1 or reached
        high = text.find("\n", at, passage.end)
        reached = high + 1 if high >= 0 else passage.end
        yield low, reached
