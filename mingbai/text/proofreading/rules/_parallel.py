"""Rows of members that stand side by side with one mark between them, and what members of one size share: their frame."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage
from mingbai.text.records import record
from mingbai.text.runs import EDGE

PAUSE = "、"
# What a row is like its nearest members show; a long list is not read anew for each of its members.
_ABOUT = 16
_ROW = lazy.pattern("[一-鿿]{2,18}(?:、[一-鿿]{1,14}|(?<=[一-鿿])，[一-鿿]{1,8}(?=[，。；]))+")
# What a last member may go on with: 「群众主|的格局」, 「支出不公|等问题」.
_GOES_ON = lazy.pattern("[的等和及]|现象|问题|原则|要求")


@record
class Member:
    """A member of a row, where it begins, and what stands before and behind it: EDGE, or the character that it goes on with."""

    text: str
    start: int
    before: str
    behind: str


Row = tuple[tuple[Member, ...], str]


def rows_of(passage: Passage) -> tuple[Row, ...]:
    """The rows of a passage, each with the mark between its members."""
    return tuple(_rows(passage))


def _rows(passage: Passage) -> Iterator[Row]:
    for offset, line in passage.prose:
        if PAUSE in line:
            for match in _ROW.finditer(line):
                yield from _split(match[0], offset + match.start())


def _split(row: str, start: int) -> Iterator[Row]:
    """The members of each part of a row in which one mark stands between all of them."""
    pieces, at = re.split("([、，])", row), start
    members: list[Member] = []
    marks = ["", *pieces[1::2]]
    for number, piece in enumerate(pieces[::2]):
        if number > 1 and marks[number] != marks[number - 1]:
            yield tuple(members), marks[number - 1]
            members = members[-1:] if marks[number] == PAUSE else []
        ends = number == len(marks) - 1 or (number > 0 and marks[number + 1] != marks[number])
        members.append(_member(piece, at, ends))
        at += len(piece) + 1
    yield tuple(members), marks[-1]


def _member(piece: str, at: int, is_last: bool) -> Member:
    goes_on = _GOES_ON.search(piece, 1) if is_last else None
    # 「队伍难排、结果难等」: a single character at the very end belongs to the member.
    if goes_on and goes_on.start() < len(piece) - 1:
        return Member(piece[: goes_on.start()], at, EDGE, piece[goes_on.start()])
    return Member(piece, at, EDGE, EDGE)


def others_about(members: Sequence[Member], at: int, size: int) -> list[str]:
    """The members about one, so many on either side, that have all the same size; the first one may have an opening, 「做到」."""
    found: list[str] = []
    for number in range(at - 1, max(-1, at - 1 - _ABOUT), -1):
        text = members[number].text
        if len(text) != size and (number or len(text) < size):
            break
        found.append(text[-size:])
    for member in members[at + 1 : at + 1 + _ABOUT]:
        if len(member.text) != size:
            break
        found.append(member.text)
    return found


def shared_by(group: Sequence[str]) -> dict[int, str]:
    one = group[0]
    return {
        place: letter for place, letter in enumerate(one) if all(other[place] == letter for other in group)
    }
