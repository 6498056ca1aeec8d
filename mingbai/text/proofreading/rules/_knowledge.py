"""What the word rules share: entries of a list, automata compiled once per list, words of the common dictionary."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from mingbai.text import dictionary
from mingbai.text.kept import kept
from mingbai.text.model import Finding, Severity
from mingbai.text.packed import Packed, pack
from mingbai.text.proofreading.lists import Lists
from mingbai.text.proofreading.model import Category, Passage, Place, Rule, Wakes
from mingbai.text.proofreading.patterns import Finder, Search
from mingbai.text.proofreading.rules._cutting import cut as cut
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.triggers import Words, holds, waiting_for, words_of
from mingbai.text.records import record

T = TypeVar("T")
Entry = Mapping[str, Any]

_OPENING = frozenset("“‘「\"'")
_CLOSING = frozenset("”’」\"'")
_KEPT = 64
_compiled: dict[tuple[object, ...], tuple[object, Any]] = {}


def listed(words: str) -> tuple[str, ...]:
    """The words of a text that are set apart by blanks."""
    return tuple(words.split())


_Maker = Callable[[str, str, str, str, Finder], Rule]


def warning_of(group: str, category: Category, formerly: str = "") -> _Maker:
    """Makes the rules of one group, all warnings of one category: name in the group, explanation, what fires, what passes, `find`.
    `formerly`: the rule of which they were parts."""
    return _rules_of(group, category, "warning", formerly)


def hint_of(group: str, category: Category, formerly: str = "") -> _Maker:
    """As `warning_of`, for rules that are all hints."""
    return _rules_of(group, category, "info", formerly)


def _rules_of(group: str, category: Category, severity: Severity, formerly: str) -> _Maker:
    def made(name: str, explain: str, fires: str, passes: str, find: Finder) -> Rule:
        return Rule(
            name=f"{group}.{name}",
            category=category,
            severity=severity,
            explain=explain,
            fires=fires,
            passes=passes,
            find=find,
            formerly=formerly,
        )

    return made


def anchored(anchors: str, find: Finder) -> Finder:
    """`find` for texts that hold one of the anchors, words apart by blanks without which it can find nothing."""
    words = listed(anchors)
    return find.waiting_for(words) if isinstance(find, Search) else Waiting(waiting_for(words), find)


@record
class Waiting:
    """A `find` that can find nothing in a text without one of the words `near`; the engine asks it for no other.

    `wakes`: of some of the words, what must hold where one stands for anything to be found by it.
    """

    near: Words
    find: Finder
    wakes: Mapping[str, Wakes] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        waiting_for(self.near)

    def __call__(self, rule: Rule, passage: Passage) -> Iterator[Finding]:
        return self.find(rule, passage) if holds(passage, self.near) else iter(())


def where(*conditions: tuple[Iterable[str], Wakes]) -> dict[str, Wakes]:
    """For `Waiting`: words, and what must hold where one of them stands."""
    return {word: wakes for words, wakes in conditions for word in words}


def matching(pattern: re.Pattern[str]) -> Wakes:
    """For `where`: the pattern matches where the word begins."""
    return lambda place, start, _: pattern.match(place.text, start, place.end) is not None


@record
class Meeting:
    """A `find` that can find nothing in a text where none of its patterns, made with `sought`, matches."""

    patterns: tuple[re.Pattern[str], ...]
    find: Finder

    @cached_property
    def near(self) -> Words:
        known = [words_of(pattern) for pattern in self.patterns]
        return tuple(dict.fromkeys(chain.from_iterable(known))) if all(known) else ()

    def __call__(self, rule: Rule, passage: Passage) -> Iterator[Finding]:
        return self.find(rule, passage)


@record
class Given:
    """A `find` that can find nothing in a text of which `view` says nothing; see `Passage.once`."""

    view: Callable[[Passage], object]
    find: Finder
    # Where the view is empty without certain spots, of which kind one must be; see `glance.Spots`.
    kind: str = ""

    def __call__(self, rule: Rule, passage: Passage) -> Iterator[Finding]:
        return self.find(rule, passage) if passage.once(self.view) else iter(())


def given(view: Callable[[Passage], object], find: Finder, kind: str = "") -> Finder:
    """`find`, not asked where `view`, a reading of the text that several rules share, is empty."""
    return Given(view, find, kind)


def meeting(find: Finder, *patterns: re.Pattern[str]) -> Finder:
    """`find`, not asked where none of the patterns can match."""
    return Meeting(patterns, find)


def entries(passage: Passage | Place, name: str) -> Sequence[Entry]:
    """The entries of a list file; empty where the list is absent or not of the agreed shape."""
    content: object = passage.lists.get(name, ())
    if type(content) is dict and type(rows := content.get("entries")) is list:
        return rows
    if isinstance(content, Mapping):
        content = content.get("entries", ())
    return content if isinstance(content, Sequence) and not isinstance(content, str) else ()


def compiled(passage: Passage | Place, names: tuple[str, ...], build: Callable[..., T]) -> T:
    """`build(entries, …)` of the named lists, computed once."""
    return computed(passage, names, build, lambda: build(*contents_of(passage, names)))


def kept_of(
    passage: Passage, names: tuple[str, ...], plain: Callable[..., Any], build: Callable[..., T]
) -> T:
    """`build(*plain(entries, …))`, computed once; what `plain` says is kept on disk, so that another run reads no list."""

    def using() -> T:
        name = f"{plain.__module__}.{plain.__name__}"
        state = state_of_lists(passage, names)
        return build(*kept(name, state, lambda: plain(*contents_of(passage, names))))

    return computed(passage, names, build, using)


def contents_of(passage: Passage | Place, names: tuple[str, ...]) -> tuple[Sequence[Entry], ...]:
    return tuple(entries(passage, name) for name in names)


def state_of_lists(passage: Passage | Place, names: tuple[str, ...]) -> object:
    """What tells whether the lists have changed since an earlier run; None where they are no files."""
    return passage.lists.state(names) if isinstance(passage.lists, Lists) else None


def computed(passage: Passage | Place, names: tuple[str, ...], build: object, using: Callable[[], T]) -> T:
    """What `using` says, computed once for `build` and the lists as they are; lists that are no files are kept, so
    that their identity stays theirs."""
    lists = passage.lists
    if isinstance(lists, Lists):
        mine = lists.made
        if (build, names) not in mine:
            mine[build, names] = _computed(passage, names, build, using)
        made: T = mine[build, names]
        return made
    return _computed(passage, names, build, using)


def _computed(passage: Passage | Place, names: tuple[str, ...], build: object, using: Callable[[], T]) -> T:
    contents: object = None
    key: tuple[object, ...] = (build, state_of_lists(passage, names))
    if key[1] is None:
        contents = contents_of(passage, names)
        key = (build, *map(id, contents))
    if key not in _compiled:
        if len(_compiled) >= _KEPT:
            _compiled.clear()
        _compiled[key] = (contents, using())
    found: T = _compiled[key][1]
    return found


def forget_tables() -> None:
    """What was computed of lists that are files is computed anew when it is next asked for."""
    _compiled.clear()


class Confused(dict[str, frozenset[str]]):
    """Each character with all that share a group with it, itself among them; a set is made when it is first asked for."""

    def __init__(self, content: bytes) -> None:
        self._groups = Packed(content)

    def __missing__(self, character: str) -> frozenset[str]:
        found = self[character] = frozenset(self._groups[character] or "")
        return found


def pack_groups(groups: Iterable[tuple[Iterable[str], str]]) -> bytes:
    """For `Confused`: characters, each with the others of its group."""
    found: dict[str, str] = {}
    for characters, alike in groups:
        for character in characters:
            found[character] = found.get(character, "") + alike
    return pack(found)


def words_around(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """How the common dictionary cuts the run of Chinese characters around `text[start:end]`: spans in order."""
    return cut_of(passage).around(start, end)


def cuts_through_word(passage: Passage, start: int, end: int) -> bool:
    """Whether a word of the dictionary stands across an edge of `text[start:end]`, so that the match is chance."""
    return cut_of(passage).through(start, end)


def is_word(word: str) -> bool:
    """Whether the common dictionary has it."""
    return dictionary.has(word)


def is_person(word: str) -> bool:
    """Whether the common dictionary takes it for the name of a person."""
    return dictionary.kinds(word) == ["nr"]


def is_other_word(name: str) -> bool:
    """Whether the dictionary knows the characters as another word than the name of a person."""
    return is_word(name) and not (len(name) == 3 and is_person(name))


def is_quoted(text: str, start: int, end: int) -> bool:
    """「“布署”应为“部署”」 speaks of the slip and does not make it."""
    return text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING


def is_noun(word: str) -> bool:
    """Whether the common dictionary takes it for a noun or a name."""
    return all(kind.startswith("n") for kind in dictionary.kinds(word))


def is_place_name(word: str) -> bool:
    """Whether the common dictionary takes it for the name of a place."""
    return dictionary.kinds(word) == ["ns"]


def ends_in_verb(words: str) -> bool:
    """Whether several words end in a verb, a preposition or an adverb, 「纳入」, 「适用于」: so no name of a place does."""
    kinds = dictionary.kinds(words)
    return len(kinds) > 1 and kinds[-1][:1] in {"v", "p", "d"} and kinds[-1] != "vn"
