"""Follows the numbering marks at the heads of lines and says where one is out of turn."""

import re
from dataclasses import dataclass

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.structure import (
    INNER_MARK,
    Family,
    Marker,
    ends_sentence,
    find_inner_markers,
    in_chinese,
)
from mingbai.text.proofreading.triggers import prose_at
from mingbai.text.records import record

_WRITTEN: dict[Family, str] = {
    "chapter": "第{}章",
    "section": "第{}节",
    "article": "第{}条",
    "chinese": "{}、",
    "chinese_paren": "（{}）",
    "arabic": "{}.",
    "arabic_paren": "（{}）",
    "circled": "（{}）",
}
_IN_DIGITS = {"arabic", "arabic_paren", "circled"}
# What was cut out, or a statutory table that is read without its rows.
_CUT = lazy.pattern(r"此处隐藏|省略|未完待续|略[）)]|表。 {2,}")
_INTRODUCES = lazy.pattern(r"(?:[：:]|如下|以下|目标是?|重点做到|方面)[。，,]?$")


def written(family: Family, number: int) -> str:
    """「（三）」 for `chinese_paren` 3."""
    return _WRITTEN[family].format(number if family in _IN_DIGITS else in_chinese(number))


@record
class Slip:
    """A mark out of turn: `kind` is gap, repeat, back, headless (a level that does not begin with 1) or level (a
    level that uses the marks of the level above). `previous` is the mark it is measured against."""

    kind: str
    marker: Marker
    expected: int
    previous: Marker | None


@dataclass(slots=True)
class _Level:
    last: Marker
    next_numbers: set[int]
    # Set while a list that uses the marks of the level above runs: the number that would close it.
    closing: int | None = None


class _Outline:
    """The open levels of numbering while one reads down the text."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._open: list[_Level] = []
        self._last_seen: dict[Family, int] = {}
        self._headless: list[Marker] = []

    def add(self, marker: Marker) -> Slip | None:
        place = next((at for at, level in enumerate(self._open) if level.last.family == marker.family), None)
        continued = self._last_seen.get(marker.family)
        self._last_seen[marker.family] = marker.number
        if place is None:
            return self._open_level(marker, continued)
        del self._open[place + 1 :]
        return self._step(self._open[place], marker)

    def _open_level(self, marker: Marker, continued: int | None) -> Slip | None:
        above = self._open[-1].last if self._open else None
        self._open.append(_Level(marker, {marker.number + 1}))
        if marker.number == 1 or marker.number - 1 == continued or self._found_between(above, marker, 1):
            return None
        if any(
            level.closing is not None and level.last.number + 1 == marker.number for level in self._open[:-1]
        ):
            return None  # its first item was written with the marks of the level above, and said so there
        self._headless.append(marker)
        return Slip("headless", marker, 1, above)

    def _step(self, level: _Level, marker: Marker) -> Slip | None:
        previous, level.last = level.last, marker
        expected, wanted = previous.number + 1, level.next_numbers
        level.next_numbers = {marker.number + 1}
        if level.closing is not None:
            return self._inside_wrong_level(level, marker, previous)
        if marker.number in wanted:
            return None
        if marker.number == 1:
            if not self._directly_below(previous, marker):
                return None
            level.closing = expected
            return Slip("level", marker, 1, previous)
        if marker.number <= previous.number:
            level.next_numbers |= {expected, expected + 1}
            return Slip("repeat" if marker.number == previous.number else "back", marker, expected, previous)
        if self._found_between(previous, marker, expected):
            return None
        if marker.number == expected + 1:
            level.next_numbers.add(marker.number)  # only this one was miscounted
        return Slip("gap", marker, expected, previous)

    def _inside_wrong_level(self, level: _Level, marker: Marker, previous: Marker) -> Slip | None:
        if marker.number == previous.number + 1 and marker.number != level.closing:
            return Slip("level", marker, marker.number, previous)
        level.closing = None
        return None

    def _directly_below(self, previous: Marker, marker: Marker) -> bool:
        """A new 「一、」 in the line under 「八、某某」, with nothing that introduces a list of its own."""
        if self._passage.text[marker.start - 1 : marker.start] not in {"\n", "\r", " ", "\u3000", ""}:
            return False
        title = self._passage.prose[previous.line][1]
        return marker.line == previous.line + 1 and not ends_sentence(title) and not _INTRODUCES.search(title)

    def _found_between(self, previous: Marker | None, marker: Marker, number: int) -> bool:
        """Whether the number looked for stands inside a line, or as another kind of mark, or the text was cut."""
        begin = previous.end if previous else self._passage.start
        between = self._passage.text[begin : marker.start]
        if _CUT.search(between) or any(
            begin <= stray.start and stray.number == number for stray in self._headless
        ):
            return True
        digits = marker.family in _IN_DIGITS
        numeral = str(number) if digits else in_chinese(number)
        # 「一是……；二是……」 within an item is a list of its own; where several items are gone, their titles may be lost alone.
        own = "一是" in between and marker.number == number + 1
        signs = "、．.，,：:）)" if own else "、．.，,：:）)是"
        # 「3.6万元」 is no item 3.
        decimal = r"(?!(?<=[.．])\d{1,3}(?:万|亿|元|公里|米|平方|亩|吨|[%％]|个百分点))" if digits else ""
        return re.search(rf"(?<![\d一二三四五六七八九十]){numeral}[{signs}]{decimal}", between) is not None


def slips(passage: Passage) -> list[Slip]:
    """Every numbering mark at the head of a line that is out of turn."""
    outline = _Outline(passage)
    inside = prose_at(passage, [match.start() for match in INNER_MARK.finditer(passage.body)])
    markers = find_inner_markers(passage.prose, passage.markers, inside)
    return [slip for marker in markers if (slip := outline.add(marker))]
