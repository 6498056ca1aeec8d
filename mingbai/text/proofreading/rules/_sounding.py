"""One reading of a text as sounds: every fixed phrase and idiom that stands there or sounds as if it did."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from ahocorasick_rs import MATCHKIND_LEFTMOST_LONGEST, AhoCorasick

from mingbai.text.packed import Packed, pack
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._knowledge import Entry, kept_of
from mingbai.text.proofreading.rules._lexicon import KeptWords, Words

# From so many characters on an automaton pays off, which takes a few hundredths of a second to make.
_WORTH_AN_AUTOMATON = 30_000


class Sounds:
    """`table` gives each character the first of its sound, for `str.translate`; `meant` is what sounds stand for."""

    def __init__(self, table: str, meant: KeptWords, sayings: bytes) -> None:
        self._read = 0
        self.table, self._meant, self._sayings = table, Words.unkept(*meant), Packed(sayings)

    def is_idiom(self, phrase: str) -> bool:
        return self._sayings[phrase] is True

    def is_known(self, words: str) -> bool:
        return self._sayings[words] is not None

    @cached_property
    def _automaton(self) -> tuple[list[int], AhoCorasick, tuple[str, ...]]:
        """For long texts; translating is faster with a list."""
        sounds, meant = zip(*self._meant.items(), strict=True)
        return list(map(ord, self.table)), AhoCorasick(sounds, matchkind=MATCHKIND_LEFTMOST_LONGEST), meant

    def heard(self, body: str) -> Iterator[tuple[int, int, str]]:
        """Where the sounds of a phrase stand, from left to right, the longest at each place."""
        self._read += len(body)
        if self._read < _WORTH_AN_AUTOMATON:
            for at, sound in self._meant.leftmost(body.translate(self.table)):
                yield at, at + len(sound), self._meant.meaning(sound)
            return
        table, automaton, meant = self._automaton
        for pattern, low, high in automaton.find_matches_as_indexes(body.translate(table)):
            yield low, high, meant[pattern]


def sounds_of(
    phrases: Sequence[Entry], groups: Sequence[Entry], idioms: Sequence[Entry]
) -> tuple[str, KeptWords, bytes]:
    first: dict[int, str] = {}
    for group in groups:
        for character in group["characters"]:
            first.setdefault(ord(character), group["characters"][0])
    table = "".join(first.get(code) or chr(code) for code in range(max(first, default=0) + 1))
    fixed = [row["phrase"] for row in phrases]
    sayings = [word for row in idioms for word in row["words"].split()]
    meant: dict[str, str] = {}
    for phrase in (*fixed, *sayings):
        meant.setdefault(phrase.translate(table), phrase)
    # Whether a phrase is a saying and no fixed phrase.
    kinds = dict.fromkeys(sayings, True) | dict.fromkeys(fixed, False)
    return table, Words.of(meant).kept(), pack(kinds)


def misheard(passage: Passage) -> tuple[tuple[int, int, str, bool], ...]:
    """Where words sound like a phrase but are written otherwise: start, end, the phrase, whether it is an idiom."""
    sounds = kept_of(passage, ("phrases", "sounds", "idioms"), sounds_of, Sounds)
    body, found = passage.body, []
    for low, high, meant in sounds.heard(body):
        written = body[low:high]
        if written != meant and not sounds.is_known(written):
            start, end = low + passage.start, high + passage.start
            if not passage.in_web_residue(start):
                found.append((start, end, meant, sounds.is_idiom(meant)))
    return tuple(found)
