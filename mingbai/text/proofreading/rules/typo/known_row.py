"""Rows that official writing knows by heart, of which one member has lost a character or has another one: 「有人管事、有章理事、有钱办法」."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from mingbai.text import lazy, runs
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, given, is_word, kept_of
from mingbai.text.proofreading.rules._neighbours import Damaged, Members, packed_pairs, standing

_SHORTEST, _LONG = 3, 4
_MARKS = "、，"
_REACH = 24
_BEHIND = lazy.pattern("[一-鿿]{1,24}")
_BEFORE = lazy.pattern("[一-鿿]{1,24}$")
# What a member at the end may go on with.
_GOES_ON = "的等和及之"
_WINDOW = 3


class _Rows(Members):
    """What is damaged beside the members."""

    def damaged(self, body: str) -> Iterator[Damaged]:
        for member, start, end in self.found(body):
            if body[end : end + 1] in _MARKS and body[end : end + 1]:
                yield from self._next(body, end + 1, member)
            if start and body[start - 1] in _MARKS:
                yield from self._previous(body, start - 1, member)

    def _next(self, body: str, at: int, member: str) -> Iterator[Damaged]:
        found = _BEHIND.match(body, at)
        expected = self.behind(member)
        if not found or not expected or any(map(found[0].startswith, (*expected, *self._of(found[0])))):
            return
        for whole in expected:
            for size in (len(whole) - 1, len(whole)):
                goes_on = found[0][size : size + 1]
                if len(found[0]) >= size and (not goes_on or goes_on in _GOES_ON):
                    if _is_damaged(found[0][:size], whole, member):
                        yield Damaged(at, at + size, whole, member)
                        return

    def _previous(self, body: str, at: int, member: str) -> Iterator[Damaged]:
        found = _BEFORE.search(body, max(0, at - _REACH), at)
        expected = self.before(member)
        if not found or not expected or any(map(found[0].endswith, (*expected, *self.known))):
            return
        for whole in expected:
            for size in (len(whole) - 1, len(whole)):
                if len(found[0]) >= size and _is_damaged(found[0][-size:], whole, member):
                    yield Damaged(at - size, at, whole, member)
                    return

    def _of(self, clause: str) -> tuple[str, ...]:
        return tuple(
            clause[:size] for size in range(_SHORTEST, len(clause) + 1) if clause[:size] in self.known
        )


def _is_damaged(written: str, whole: str, beside: str) -> bool:
    if written == whole or (len(written) < _SHORTEST and is_word(written)):
        return False
    if len(written) < len(whole):
        lost = [place for place in range(len(whole)) if whole[:place] + whole[place + 1 :] == written]
        # 「有钱办事、办事」 leaves an opening out; 「出出汗、排毒」 does not.
        return bool(lost) and (lost[-1] > 0)
    if len(whole) < _LONG or written[:-1] != whole[:-1]:
        return False
    # 「有章理事、有钱办法」: the last character is what they share; other words may stand elsewhere, 「生活上关爱」.
    return whole[-1] == beside[-1] and _is_strange(written, whole, len(whole) - 1)


def _is_strange(written: str, whole: str, place: int) -> bool:
    """Whether official writing never has these characters together about the place, and has the right ones."""
    often = runs.shipped().often
    places = range(max(0, place - _WINDOW + 1), min(place, len(whole) - _WINDOW) + 1)
    return not any(often(written[at : at + _WINDOW]) for at in places) and any(
        often(whole[at : at + _WINDOW]) for at in places
    )


def _known_rows(rows: Sequence[Entry]) -> tuple[str, bytes]:
    """Plain values for `_Rows`."""
    both = (pair for row in rows for pair in pairwise(row["row"].split("、")))
    return packed_pairs((one, two) for one, two in both if len(one) >= _SHORTEST and len(two) >= _SHORTEST)


def _damaged(passage: Passage) -> tuple[Damaged, ...]:
    rows: Any = kept_of(passage, ("rows",), _known_rows, _Rows)
    return tuple(rows.damaged(passage.body))


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, one in standing(passage, passage.once(_damaged)):
        written = passage.text[start:end]
        what = "漏了字" if len(written) < len(one.meant) else "有一个字不对"
        said = f"「{one.beside}」旁边的「{written}」疑为「{one.meant}」，{what}。"
        yield rule.finding(passage, start, end, said, suggestion=one.meant)


RULES = (
    Rule(
        name="typo.known_row",
        category="typo",
        severity="warning",
        explain="公文里常用的并列说法，有一项少了字或者换了字：「有人管事、有章理事、有钱办法」应为「有钱办事」，「搬得出、稳得住、能致」应为「能致富」。按词表查，左右至少有一项写对才报。",
        fires="村里有人管事、有章理事、有钱办法，移民搬得出、稳得住、能致。",
        passes="村里有人管事、有章理事、有钱办事，移民搬得出、稳得住、能致富，小事不出村、大事不出镇。",
        find=given(_damaged, _find),
    ),
)
