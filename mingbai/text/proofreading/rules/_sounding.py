"""One reading of a text as sounds: every fixed phrase and idiom that stands there or sounds as if it did."""

from collections.abc import Sequence
from dataclasses import dataclass

from ahocorasick_rs import MATCHKIND_LEFTMOST_LONGEST, AhoCorasick

from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._knowledge import Entry, compiled


@dataclass(frozen=True, slots=True)
class Sounds:
    """`table` maps each character to the first of its sound, for `str.translate`, which is faster with a list than
    with a dict. `meant[i]` is what pattern i stands for."""

    table: list[int]
    automaton: AhoCorasick
    meant: tuple[str, ...]
    idioms: frozenset[str]
    known: frozenset[str]


def sounds_of(phrases: Sequence[Entry], groups: Sequence[Entry], idioms: Sequence[Entry]) -> Sounds:
    first: dict[int, int] = {}
    for group in groups:
        for character in group["characters"]:
            first.setdefault(ord(character), ord(group["characters"][0]))
    table = list(range(max(first, default=0) + 1))
    for character, same in first.items():
        table[character] = same
    fixed = [row["phrase"] for row in phrases]
    sayings = [word for row in idioms for word in row["words"].split()]
    meant: dict[str, str] = {}
    for phrase in (*fixed, *sayings):
        meant.setdefault(phrase.translate(table), phrase)
    automaton = AhoCorasick(meant, matchkind=MATCHKIND_LEFTMOST_LONGEST)
    own = frozenset(sayings).difference(fixed)
    return Sounds(table, automaton, tuple(meant.values()), own, own.union(fixed))


def misheard(passage: Passage) -> tuple[tuple[int, int, str, bool], ...]:
    """Where words sound like a phrase but are written otherwise: start, end, the phrase, whether it is an idiom."""
    sounds = compiled(passage, ("phrases", "sounds", "idioms"), sounds_of)
    body, known, meant = passage.body, sounds.known, sounds.meant
    found = []
    for pattern, low, high in sounds.automaton.find_matches_as_indexes(body.translate(sounds.table)):
        if body[low:high] != meant[pattern] and body[low:high] not in known:
            start, end = low + passage.start, high + passage.start
            if not passage.in_web_residue(start):
                found.append((start, end, meant[pattern], meant[pattern] in sounds.idioms))
    return tuple(found)
