"""Which mark of punctuation stands at a place, told by what stands around it: one mapped file of weights.

`tools/mark_weights.py` makes the file from official writing. Of each place of a line it is said how likely each of the marks
there is, and none, so that a mark which nobody would set there is told from one that is a matter of taste. Scores are
natural logarithms, but for a number that is the same for all marks of a place.
"""

import sys
from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import exp, log
from pathlib import Path
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
        odds, at, mark = max(_any(_bare(read, marks, points, at, (start, end))) for at in within)
        if odds > limit:
            marks[at] = mark
            insort(points, at)
            left += [(start, at), (at, end)]
            yield Lost(read.offsets[at], mark, odds)


def _bare(
    read: _Line, marks: Mapping[int, str], points: Sequence[int], at: int, part: tuple[int, int]
) -> Spot:
    """The place within a part of a stretch, beyond which nothing is looked at."""
    high = bisect_left(points, at)
    there = [marks[point] for point in points[max(0, high - 3) : high + 1]]
    return Spot(
        letters=read.letters,
        at=at,
        start=part[0],
        end=part[1],
        before=there[-2][0],
        behind=there[-1][0],
        earlier="".join(there[:-2]) or _BEGIN,
        written=NONE,
        offset=read.offsets[at],
    )


def _any(spot: Spot) -> tuple[float, int, str]:
    """How much more speaks for any mark than for none, the place, and the likeliest one."""
    scores = shipped().scores(spot)
    none = scores.pop(NONE)
    best = max(scores, key=scores.__getitem__)
    return log(sum(exp(said - none) for said in scores.values())), spot.at, best


def _size(length: int) -> int:
    return length if length <= _SHORT else 9 if length <= _MIDDLING else 10 if length <= _LONG else 11


# How yes and no are written among the signs; a format would take twice as long for each.
_SAID = ("0", "1")


def signs(spot: Spot) -> tuple[str, ...]:
    """What is to be seen of a place: the letters about it, the marks beside it, how long and how alike both sides are."""
    left, right, before, behind, said = spot.left, spot.right, spot.before, spot.behind, _SAID
    first, second = left[:1], left[:2]
    last, two_last, next_one, next_two = left[-1:], left[-2:], right[:1], right[:2]
    known = edges.shipped()
    whole = said[known.has_verb(spot.letters, spot.start, spot.at)]
    follows = said[known.has_verb(spot.letters, spot.at, spot.end)]
    verbs = f"v{said[known.is_verb(second)]}{said[known.is_verb(next_two)]}{whole}{follows}"
    size, size_behind = str(_size(len(left))), str(_size(len(right)))
    sizes, short = f"{size},{size_behind}", f"{size},"[:2]
    begins = said[before in _SENTENCE]
    ends_alike = said[last == right[-1:]] + said[two_last == right[-2:]]
    alike = f"={ends_alike}{said[first == next_one]}{said[len(left) == len(right)]}"
    return (
        *("b", "a" + last, "A" + two_last, "B" + left[-3:], "c" + next_one, "C" + next_two, "D" + right[:3]),
        *("d" + last + next_one, "s" + first + begins, "S" + second + begins, "m" + before, "n" + behind),
        *("M" + before + behind, "l" + sizes, "N" + second + behind, "k" + size, "q" + size_behind),
        *("e" + right[-1:] + behind, "E" + right[-2:] + behind, verbs, verbs + before + behind),
        *(f"h{whole}{follows}{sizes}", alike, alike + before + behind),
        *(f"u{said['了' in left]}{said['了' in right]}", f"t{said['的' in left]}{said['的' in right]}"),
        *("f" + first + next_one, "g" + second + short, "o" + first + short + next_one),
        *("p" + two_last + before, "r" + next_one + behind, "R" + next_two + before),
        *("w" + spot.earlier[-1:] + before, "W" + spot.earlier + before),
    )


class _Rows(dict[str, bytes]):
    """The row of each sign as it is written, remembered; empty for a sign that is not known."""

    def __init__(self, sums: Sequence[int], rows: memoryview) -> None:
        self._sums, self._rows, self._firsts = sums, rows, firsts_of(sums)

    def __missing__(self, sign: str) -> bytes:
        if len(self) >= _KEPT:
            self.clear()
        wanted = sum_of(sign)
        first, found = wanted >> REST, b""
        end = self._firsts[first + 1]
        place = bisect_left(self._sums, wanted, self._firsts[first], end)
        if place < end and self._sums[place] == wanted:
            found = bytes(self._rows[place * len(MARKS) : (place + 1) * len(MARKS)])
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

    def scores(self, spot: Spot) -> dict[str, float]:
        """How much speaks for each mark, and for none."""
        rows = [row for row in map(self._row, signs(spot)) if row]
        middle = _MIDDLE * len(rows)
        sums = map(sum, zip(*rows, strict=True)) if rows else (0 for _ in MARKS)
        return {mark: (said - middle) / STEPS for mark, said in zip(MARKS, sums, strict=True)}

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
