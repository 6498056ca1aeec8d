"""Which mark of punctuation stands at a place, told by what stands around it: one mapped file of weights.

`tools/mark_weights.py` makes the file from official writing. Of each place of a line it is said how likely each of the marks
there is, and none, so that a mark which nobody would set there is told from one that is a matter of taste. Scores are
natural logarithms, but for a number that is the same for all marks of a place.
"""

import sys
from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import exp, log
from pathlib import Path
from struct import Struct
from typing import Final

from mingbai.text import edges, lazy
from mingbai.text.levels import REST, firsts_of, sum_of
from mingbai.text.mapped import content_of, numbers
from mingbai.text.records import record

MAGIC: Final = b"MBMARKS1"
# In the order of the weights; NONE stands for no mark at all.
NONE: Final = "0"
MARKS: Final = (NONE, "，", "、", "。", "；", "：")
# Weights are kept in so many steps, each in a byte.
STEPS: Final = 16
_HEADER = 12
_MIDDLE, _MOST = 128, 127
_ROW = Struct(f"<{len(MARKS) + 1}H")
# So many signs are remembered.
_KEPT = 300_000
# Between two letters about which the edges of clauses say less than this nothing is looked for: two in a hundred marks stand there,
# and seven in ten of the other places. A longer stretch is read in parts, a shorter one has no mark in it.
_HARDLY, _STRETCH, _SHORTEST = -12.0, 80, 4
_BEGIN, _END = "^", "$"
_ALL = "，、。；：！？"
# Pages are often written with half of the width.
_NARROW = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_SENTENCE = "^。；！？"
_TOKEN = lazy.pattern(
    r"([一-鿿A-Za-z]+)|《[^《》]*》|[（(][^（()）\n]*[）)]|[0-9０-９]+(?:[.．][0-9]+)?[%％‰]?|[“”‘’\"\s]+|."
)
_HEAD = lazy.pattern(
    r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[.．、）)]|第[一二三四五六七八九十百]{1,5}[条章节]\s*)\s*"
)
_SHORT, _MIDDLING, _LONG = 8, 12, 18


@record
class Spot:
    """A place between two letters of a line: `letters` has no marks, figures and titles are one letter each.

    `start` and `end` are where the marks next to it stand, `before` and `behind` those marks, `earlier` the two before them.
    `written` is the mark that stands there, `offset` where in the line.
    """

    letters: str
    at: int
    start: int
    end: int
    before: str
    behind: str
    earlier: str
    written: str
    offset: int

    @property
    def left(self) -> str:
        return self.letters[self.start : self.at]

    @property
    def right(self) -> str:
        return self.letters[self.at : self.end]


@record
class _Line:
    letters: str
    offsets: tuple[int, ...]
    # Of each place with a mark the marks there, and where the first one stands.
    marks: Mapping[int, tuple[str, int]]


def _read(line: str) -> _Line:
    head = _HEAD.match(line)
    letters: list[str] = []
    offsets: list[int] = []
    marks: dict[int, tuple[str, int]] = {}
    for token in _TOKEN.finditer(line, head.end() if head else 0):
        first, start = token[0][0], token.start()
        first = _NARROW.get(first, first)
        if token.lastindex:
            letters.append(token[0])
            offsets.extend(range(start, token.end()))
        elif first in _ALL:
            stands, where = marks.get(len(offsets), ("", start))
            marks[len(offsets)] = stands + first, where
        elif first not in '“”‘’"（( \t\u3000\xa0':
            is_title = first == "《" and len(token[0]) > 1
            letters.append(edges.TITLE if is_title else edges.FIGURE if first.isdecimal() else first)
            offsets.append(start)
    return _Line("".join(letters), tuple(offsets), marks)


def spots(line: str, bare: Sequence[int] = ()) -> Iterator[Spot]:
    """Every place of the line with one mark that is not its end; of the places in `bare` those without a mark."""
    read = _read(line)
    last = len(read.letters)
    places = sorted(at for at in read.marks if 0 < at < last)
    points = [0, *places, last]
    there = [_BEGIN, *(read.marks[at][0] for at in places), read.marks.get(last, (_END, 0))[0]]
    for number, at in enumerate(places, 1):
        if there[number] in MARKS:
            yield _spot(read, number, at, points, there, (number - 1, number + 1))
    for at in bare:
        number = bisect_left(points, at)
        if 0 < at < last and points[number] != at:
            yield _spot(read, 0, at, points, there, (number - 1, number))


def _spot(
    read: _Line, number: int, at: int, points: Sequence[int], there: Sequence[str], beside: tuple[int, int]
) -> Spot:
    low, high = beside
    return Spot(
        letters=read.letters,
        at=at,
        start=points[low],
        end=points[high],
        before=there[low][0],
        behind=there[high][0],
        earlier="".join(there[max(0, low - 2) : low]) or _BEGIN,
        written=there[number] if number else NONE,
        offset=read.marks[at][1] if number else read.offsets[at],
    )


@record
class Lost:
    """A mark that should stand before the letter at `offset` of a line: how much more speaks for any mark than for none there."""

    offset: int
    mark: str
    odds: float


@record
class Stretch:
    """What stands between two marks of a line, from `start` to `end`, and the marks that were lost within."""

    start: int
    end: int
    lost: tuple[Lost, ...]


def longest_stretch(line: str) -> int:
    """How many letters the line goes on at most without a mark; a figure and a title are one letter, an aside none."""
    read = _read(line)
    return max(high - low for low, high in pairwise((0, *sorted(read.marks), len(read.letters))))


def stretches(line: str, limit: float) -> Iterator[Stretch]:
    """The stretches of a line in which marks were lost, the likeliest place first and then what is left on either side of it, as
    long as more than `limit` speaks for one."""
    read = _read(line)
    last = len(read.letters)
    marks = {0: _BEGIN, last: _END} | {at: mark for at, (mark, _) in read.marks.items() if at}
    points = sorted(marks)
    for low, high in pairwise(tuple(points)):
        lost = sorted(_restored(read, marks, points, (low, high), limit), key=lambda one: one.offset)
        if lost:
            end = read.marks[high][1] if high in read.marks else len(line)
            yield Stretch(read.offsets[low], end, tuple(lost))


def _restored(
    read: _Line, marks: dict[int, str], points: list[int], span: tuple[int, int], limit: float
) -> Iterator[Lost]:
    """The marks that were lost in a stretch; they are entered into `marks`, and where they stand into `points`."""
    low, high = span
    hint = edges.shipped().hint
    hopeful = [at for at in range(low + 1, high) if hint(read.letters, at) > _HARDLY]
    left = list(pairwise((*range(low, high, _STRETCH), high)))
    while left:
        start, end = left.pop()
        within = hopeful[bisect_right(hopeful, start) : bisect_left(hopeful, end)]
        if end - start < _SHORTEST or not within:
            continue
        odds, at, mark = max(map(_part(read, marks, points, within[0], (start, end)).any, within))
        if odds > limit:
            marks[at] = mark
            insort(points, at)
            left += [(start, at), (at, end)]
            yield Lost(read.offsets[at], mark, odds)


def _part(
    read: _Line, marks: Mapping[int, str], points: Sequence[int], within: int, part: tuple[int, int]
) -> "_Part":
    """A part of a stretch, beyond which nothing is looked at; a place within it tells which."""
    high = bisect_left(points, within)
    there = [marks[point] for point in points[max(0, high - 3) : high + 1]]
    return _Part(read.letters, *part, there[-2][0], there[-1][0], "".join(there[:-2]) or _BEGIN)


def _size(length: int) -> int:
    return length if length <= _SHORT else 9 if length <= _MIDDLING else 10 if length <= _LONG else 11


# How yes and no are written among the signs; a format would take twice as long for each.
_SAID = ("0", "1")


def signs(spot: Spot) -> tuple[str, ...]:
    """What is to be seen of a place: the letters about it, the marks beside it, how long and how alike both sides are."""
    known, letters, at = edges.shipped(), spot.letters, spot.at
    verbs = known.has_verb(letters, spot.start, at), known.has_verb(letters, at, spot.end)
    left, right = spot.left, spot.right
    return (
        *_signs_of_part(left[:2], right[-2:], spot.before, spot.behind, spot.earlier),
        *_signs_of_place(left, right, spot.before, spot.behind, verbs),
    )


def _signs_of_part(first: str, last: str, before: str, behind: str, earlier: str) -> tuple[str, ...]:
    """The signs that all places of a stretch have in common: its first and last letters, and the marks beside it."""
    begins = _SAID[before in _SENTENCE]
    return (
        *("b", "s" + first[:1] + begins, "S" + first + begins, "m" + before, "n" + behind),
        *("M" + before + behind, "N" + first + behind, "e" + last[-1:] + behind, "E" + last + behind),
        *("w" + earlier[-1:] + before, "W" + earlier + before),
    )


def _signs_of_place(
    left: str, right: str, before: str, behind: str, verbs: tuple[bool, bool]
) -> tuple[str, ...]:
    """The others; `verbs` are whether what stands on either side has one."""
    said, is_verb = _SAID, edges.shipped().is_verb
    first, second = left[:1], left[:2]
    last, two_last, next_one, next_two = left[-1:], left[-2:], right[:1], right[:2]
    has_verbs = said[verbs[0]] + said[verbs[1]]
    of_verbs = "v" + said[is_verb(second)] + said[is_verb(next_two)] + has_verbs
    size, size_behind = str(_size(len(left))), str(_size(len(right)))
    sizes, short = f"{size},{size_behind}", f"{size},"[:2]
    ends_alike = said[last == right[-1:]] + said[two_last == right[-2:]]
    alike = f"={ends_alike}{said[first == next_one]}{said[len(left) == len(right)]}"
    beside = before + behind
    return (
        *("a" + last, "A" + two_last, "B" + left[-3:], "c" + next_one, "C" + next_two, "D" + right[:3]),
        *("d" + last + next_one, "l" + sizes, "k" + size, "q" + size_behind),
        *(of_verbs, of_verbs + beside, f"h{has_verbs}{sizes}", alike, alike + beside),
        *(f"u{said['了' in left]}{said['了' in right]}", f"t{said['的' in left]}{said['的' in right]}"),
        *("f" + first + next_one, "g" + second + short, "o" + first + short + next_one),
        *("p" + two_last + before, "r" + next_one + behind, "R" + next_two + before),
    )


class _Part:
    """A part of a line between two places: what speaks for marks at those within, of which most signs are the same."""

    def __init__(self, letters: str, start: int, end: int, before: str, behind: str, earlier: str) -> None:
        self._letters, self._start, self._end = letters, start, end
        self._before, self._behind, self._earlier = before, behind, earlier
        self._weights, self._known = shipped(), edges.shipped()
        first, last = letters[start : start + 2], letters[max(start, end - 2) : end]
        self._sum = self._weights.total(_signs_of_part(first, last, before, behind, earlier))
        self._opens = self._known.is_verb(letters[start : start + 2])
        verbs = self._known.certain_verbs(letters, start, end)
        self._first_verb, self._last_verb = (verbs[0], verbs[-1]) if verbs else (end, -1)

    def any(self, at: int) -> tuple[float, int, str]:
        """How much more speaks for any mark at a place than for none, the place, and the likeliest one."""
        letters, start, end = self._letters, self._start, self._end
        left, right = letters[start:at], letters[at:end]
        common = self._sum
        if len(left) == 1 or len(right) == 1:
            common = self._weights.total(
                _signs_of_part(left[:2], right[-2:], self._before, self._behind, self._earlier)
            )
        verbs = (
            self._opens or self._first_verb < at - 1,
            self._last_verb >= at or self._known.is_verb(letters[at : at + 2]),
        )
        own = self._weights.total(_signs_of_place(left, right, self._before, self._behind, verbs))
        none, *said = self._weights.of(common + own)
        best = max(said)
        return log(sum([exp(each - none) for each in said])), at, MARKS[said.index(best) + 1]


class _Rows(dict[str, int]):
    """The row of each sign as it is written, remembered; nothing for a sign that is not known.

    A row is one number, in which each of its bytes has two to grow, and one more counts rows: so rows are added up at once.
    """

    def __init__(self, sums: Sequence[int], rows: memoryview) -> None:
        self._sums, self._rows, self._firsts = sums, rows, firsts_of(sums)

    def __missing__(self, sign: str) -> int:
        if len(self) >= _KEPT:
            self.clear()
        wanted = sum_of(sign)
        first, found = wanted >> REST, 0
        end = self._firsts[first + 1]
        place = bisect_left(self._sums, wanted, self._firsts[first], end)
        if place < end and self._sums[place] == wanted:
            row = self._rows[place * len(MARKS) : (place + 1) * len(MARKS)]
            found = int.from_bytes(_ROW.pack(*row, 1), "little")
        self[sign] = found
        return found


class Weights:
    """What each sign says for each of the marks."""

    def __init__(self, content: "memoryview | bytes") -> None:
        view = memoryview(content)
        if bytes(view[: len(MAGIC)]) != MAGIC:
            raise ValueError(f"the file does not begin with {MAGIC.decode()}")
        count = numbers(view, "I", len(MAGIC), 1)[0]
        self._row = _Rows(numbers(view, "I", _HEADER, count), view[_HEADER + 4 * count :]).__getitem__

    def total(self, signs_of_place: Iterable[str]) -> int:
        """The rows of some signs, added up."""
        return sum(map(self._row, signs_of_place))

    def of(self, total: int) -> list[float]:
        """What rows that were added up say for each mark, and for none."""
        *sums, count = _ROW.unpack(total.to_bytes(_ROW.size, "little"))
        middle = _MIDDLE * count
        return [(said - middle) / STEPS for said in sums]

    def scores(self, spot: Spot) -> dict[str, float]:
        """How much speaks for each mark, and for none."""
        return dict(zip(MARKS, self.of(self.total(signs(spot))), strict=True))

    def better(self, spot: Spot) -> tuple[str, float]:
        """The likeliest mark, or NONE, and how much more speaks for it than for the one that is written."""
        scores = self.scores(spot)
        best = max(scores, key=scores.__getitem__)
        return best, scores[best] - scores[spot.written]


def packed(weights: Mapping[str, Sequence[float]]) -> bytes:
    rows = {
        sum_of(sign): bytes(
            _MIDDLE + max(-_MOST, min(_MOST, round(weight * STEPS))) for weight in weights[sign]
        )
        for sign in sorted(weights)
    }
    plain = bytes([_MIDDLE] * len(MARKS))
    sums = array("I", sorted(key for key, row in rows.items() if row != plain))
    content = b"".join(rows[key] for key in sums)
    header = array("I", [len(sums)])
    if sys.byteorder == "big":
        sums.byteswap()
        header.byteswap()
    return MAGIC + header.tobytes() + sums.tobytes() + content


@cache
def shipped() -> Weights:
    return Weights(content_of(Path(__file__).parent / "data/mark_weights.bin"))
