"""Set rows of which one member is damaged beyond a character: 「门难入、脸丢脸、事难办」, 「喜事新办、丧事从办」, 「来有登记、去有回」.

In such a row nothing else can stand beside a member that is right, but what the list gives. So a neighbour that is alike and
not the same is damaged, whatever it is.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import Any

from mingbai.text import lazy, runs
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, given, kept_of
from mingbai.text.proofreading.rules._neighbours import Damaged, Members, packed_pairs, standing

_MARKS = frozenset("、，,")
_BEHIND, _BEFORE = lazy.pattern("[一-鿿]{2,14}"), lazy.pattern("[一-鿿]{2,14}$")
_REACH, _WINDOW = 14, 3
# What a member may be followed by.
_CLOSED = lazy.pattern("[的等和及之、，,。；;”]|问题|现象|情况|要求|原则")


class _Rows(Members):
    """What is damaged beside the members."""

    def damaged(self, body: str) -> Iterator[Damaged]:
        for member, start, end in self.found(body):
            for one in (self._next(body, end, member), self._previous(body, start, member)):
                if one:
                    yield one

    def _next(self, body: str, end: int, member: str) -> Damaged | None:
        expected = self.behind(member)
        found = _BEHIND.match(body, end + 1) if expected and body[end : end + 1] in _MARKS else None
        if not found or any(map(found[0].startswith, self.known)):
            return None
        for whole in expected:
            for size in (len(whole), len(whole) - 1, len(whole) + 1):
                at = end + 1 + size
                if len(found[0]) < size or (at < len(body) and not _CLOSED.match(body, at)):
                    continue
                if _is_alike(found[0][:size], whole):
                    return Damaged(end + 1, at, whole, member)
        return None

    def _previous(self, body: str, start: int, member: str) -> Damaged | None:
        expected = self.before(member)
        if not expected or not start or body[start - 1] not in _MARKS:
            return None
        found = _BEFORE.search(body, max(0, start - 1 - _REACH), start - 1)
        if not found or any(map(found[0].endswith, self.known)):
            return None
        for whole in expected:
            for size in (len(whole), len(whole) - 1, len(whole) + 1):
                if len(found[0]) >= size and _is_alike(found[0][-size:], whole):
                    return Damaged(start - 1 - size, start - 1, whole, member)
        return None


def _shared(one: str, two: str) -> int:
    """How many characters stand in both in the same order."""
    row = [0] * (len(two) + 1)
    for letter in one:
        before = 0
        for place, other in enumerate(two, start=1):
            above = row[place]
            row[place] = before + 1 if letter == other else max(above, row[place - 1])
            before = above
    return row[-1]


def _is_strange(written: str) -> bool:
    """Whether official writing does not have these characters together."""
    often = runs.shipped().often
    return not all(often(written[at : at + _WINDOW]) for at in range(max(1, len(written) - _WINDOW + 1)))


def _is_alike(written: str, whole: str) -> bool:
    if written == whole or not (whole.startswith(written) or _is_strange(written)):
        return False
    # The first characters say which member it is: 「脸丢脸」 for 「脸难看」.
    if len(written) == len(whole) and written[0] == whole[0] and len(whole) > 2:
        return _shared(written, whole) * 3 >= len(whole)
    # What is a character longer holds the whole, or as good as the whole.
    if len(written) > len(whole):
        return _shared(written, whole) >= len(whole)
    return written[0] == whole[0] and _shared(written, whole) * 2 > len(whole)


def _set_rows(rows: Sequence[Entry]) -> tuple[str, bytes]:
    """Plain values for `_Rows`."""
    members = ([member.split("|") for member in row["row"].split("、")] for row in rows)
    beside = (pair for ways in members for pair in pairwise(ways))
    return packed_pairs(both for ones, twos in beside for both in product(ones, twos))


def _damaged(passage: Passage) -> tuple[Damaged, ...]:
    rows: Any = kept_of(passage, ("set_rows",), _set_rows, _Rows)
    return tuple(rows.damaged(passage.body))


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, one in standing(passage, passage.once(_damaged)):
        said = f"「{one.beside}」旁边的「{passage.text[start:end]}」疑为「{one.meant}」，请核对。"
        yield rule.finding(passage, start, end, said, suggestion=one.meant)


RULES = (
    Rule(
        name="typo.set_row",
        category="typo",
        severity="warning",
        explain="成套的并列说法有一项走了样：「门难进、脸丢脸、事难办」应为「脸难看」，「喜事新办、丧事从办」应为「丧事简办」。按词表查，旁边至少有一项写对才报。",
        fires="解决门难进、脸丢脸、事难办的问题，倡导喜事新办、丧事从办。",
        passes="解决门难进、脸难看、事难办的问题，倡导喜事新办、丧事简办。",
        find=given(_damaged, _find),
    ),
)
