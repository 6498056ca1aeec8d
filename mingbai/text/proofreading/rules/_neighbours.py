"""Set rows of words, of which each member has known neighbours: what stands beside one and is nearly one of these is damaged."""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import MATCHKIND_LEFTMOST_LONGEST, AhoCorasick

from mingbai.text.packed import Packed, pack
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import is_quoted
from mingbai.text.records import record


@record
class Damaged:
    """From `start` to `end` stands what is nearly `meant`, next to the member `beside`."""

    start: int
    end: int
    meant: str
    beside: str


class Members:
    """The members of all rows, each with those that stand behind it and before it."""

    def __init__(self, members: str, beside: bytes) -> None:
        self._members = members.split()
        self._beside = Packed(beside)
        self._automaton = AhoCorasick(self._members, matchkind=MATCHKIND_LEFTMOST_LONGEST)
        self.known = frozenset(self._members)

    def found(self, body: str) -> Iterator[tuple[str, int, int]]:
        """Each member that stands there, with its begin and end."""
        for number, start, end in self._automaton.find_matches_as_indexes(body):
            yield self._members[number], start, end

    def behind(self, member: str) -> list[str]:
        return (self._beside[member + ">"] or "").split()

    def before(self, member: str) -> list[str]:
        return (self._beside[member + "<"] or "").split()


def packed_pairs(pairs: Iterable[tuple[str, str]]) -> tuple[str, bytes]:
    """Plain values for `Members` of which of two members stands before which."""
    beside: dict[str, dict[str, None]] = {}
    for one, two in pairs:
        beside.setdefault(one + ">", {})[two] = None
        beside.setdefault(two + "<", {})[one] = None
    members = dict.fromkeys(key[:-1] for key in beside)
    return " ".join(members), pack({key: " ".join(others) for key, others in beside.items()})


def standing(passage: Passage, every: Iterable[Damaged]) -> Iterator[tuple[int, int, Damaged]]:
    """Those that are words of the text itself and whole, with their place in it."""
    for one in every:
        start, end = one.start + passage.start, one.end + passage.start
        if passage.in_web_residue(start) or is_quoted(passage.text, start, end):
            continue
        if passage.text[end : end + 1] in {"", "\n"}:  # the text was cut there
            continue
        if cut_of(passage).begins(start):  # not 「过|程公开」
            yield start, end, one
