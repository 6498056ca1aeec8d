"""Writing without marks: the runs of a text in which marks were lost, and what speaks for it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, takewhile
from operator import attrgetter

from mingbai.text import lazy
from mingbai.text.edges import PAUSE, STOPS, Letters, letters_of, runs_of, shipped
from mingbai.text.marks import Stretch, stretches
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._losing import losing
from mingbai.text.records import record

# A run of so many Chinese characters without any mark is too long to be one clause …
_LONG = 34
# … and where such runs have shown that marks were lost, so many with a seam are enough.
_SHORT = 15
# Where so much speaks for lost marks at least twice within so many lines and letters, marks are lost more often, and this much
# is added to what speaks for them.
_SIGN, _NEIGHBOURS, _LETTERS, _LOSS = 1.4, 2, 400, 1.0
# In a line whose runs together say so much, marks are lost wherever one may be, also between the items of a list.
_STRIPPED, _STRIPPED_LOSS = 4.0, 3.5
# In a hint two clauses of this length in all are told as well.
_SHORTEST = 9
# What must speak for lost marks in a run (natural logarithm of odds, added up): for a warning in a long run and in a short one, beside
# others, and for a hint. In 605,000 characters of clean papers that were not counted 25 runs reach the first and some 250 the last;
# most of the 25 are short ones, where a comma is a matter of taste.
_TELLING, _TELLING_ALONE, _LIKELY, _DOUBTFUL = 3.7, 5.0, 0.7, 2.4
_TWO_CLAUSES = 24
# In a line that has lost marks a place counts by what speaks for it beyond this.
_WEIGHS = 2.0
# Beside the edges of a run what stands around its places counts so much, from where it says nothing on; below the last it is as good as
# none. Of the marks that good papers lost one by one as many more are told as before for the same number of false hints (43 % for 39).
_AROUND, _EVEN, _UNLIKELY = 0.5, 4.5, -3.0
# A hint where the lines around have their marks needs more: in 392,000 characters of good papers half as many remain (111 for 212),
# and of marks that paragraphs lost, three in ten, all but one in fifty are still told.
_DOUBTFUL_ALONE = 2.4
_RUN = lazy.pattern(rf"[{HAN}A-Za-z0-9“”\"《》]{{{_SHORTEST},}}")
# What stands between two marks; a title may hold marks of its own.
_PIECE = lazy.pattern(rf"(?:[^{STOPS}{PAUSE}《]+|《[^《》]*》|《)+")
_MARKER = lazy.pattern(
    r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[.．、）)]|第[一二三四五六七八九十百]{1,5}条(?=\s))\s*"
)
_CIRCLED = lazy.pattern("[①-⑳]")
# What makes a piece something else than writing alone.
_NO_WRITING = lazy.pattern(r"[^\w.%％“”‘’\"\s《》]")
# Words that open a clause; what stands before them must be able to end one.
_SEAM = lazy.pattern(
    r"(?<![，。；：、“《（和与及或并且而的地得了要将为需应可能会来以在对把被从向由使让请着更很最再又也都就还只已正所等按据不其各该这那"
    r"于实切好步续面断期及情样上中下内外时后前间])"
    r"(?:不断|进一步|切实(?!可行)|积极(?!性|作用|因素)|建立健全|同时|但是?在|但|从而|并且|并(?=对|将|在|按|及|为|由|向)|使(?!用|命)|因此|认为|觉得"
    r"|根据|按照(?!要求)|通过(?!率)|形成(?!的)|实行(?!的)|采取|主要表现|继续|自觉|努力|认真|严格|加大|加强(?!版)|提高(?!到)|完善(?!的)"
    r"|规范(?=公开|办事|行政|权力|程序|操作|内容)|强化|突出(?!的|问题|贡献)|注重|坚持|确保|促进(?!作用|会)|推动(?!力)|推进(?!会|力度)|公布|公开(?=办事|透明)"
    r"|我[们镇乡局县市区校街办])"
)
_DROPPED = lazy.pattern(
    r"第[一二三四五六七八九十]+[条款项]|中华人民共和国|领导小组成员|有限(?:责任)?公司|关于[^，。]{4,40}(?:通知|意见|办法|决定|方案)"
)


@record
class _Piece:
    """What stands between two marks of a line: its letters from `start` to `end`, and where it begins in the text."""

    line: int
    offset: int
    text: str
    letters: Letters
    start: int
    end: int


@record
class Run:
    """Writing without a mark, in characters of the text: where, in which line, and what speaks for marks within it."""

    line: int
    start: int
    length: int
    seams: int
    weight: float
    # The same with what the lines around say.
    doubt: float
    mended: str
    # Whether nothing is known of the lines around, and whether what is known is beyond doubt.
    alone: bool = False
    sure: bool = True

    @property
    def is_plain(self) -> bool:
        telling = _TELLING if self.length >= _TWO_CLAUSES else _TELLING_ALONE
        return (
            self.sure
            and self.length >= _SHORT
            and (self.weight >= telling or (self.length >= _LONG and self.seams >= 2))
        )

    @property
    def is_doubtful(self) -> bool:
        return self.doubt >= (_DOUBTFUL_ALONE if self.alone else _DOUBTFUL)

    @property
    def may_be_broken(self) -> bool:
        return self.sure and self.length >= _SHORT and (self.seams > 0 or self.weight >= _LIKELY)


def runs(passage: Passage) -> tuple[Run, ...]:
    """The runs that may have lost marks; where a line has lost them throughout, all between two marks that still stand is one."""
    if passage.longest_clause < _SHORTEST:
        return ()
    pieces = [
        (piece, *shipped().breaks(piece.letters.text, piece.start, piece.end)) for piece in _pieces(passage)
    ]
    said: defaultdict[int, float] = defaultdict(float)
    for piece, weight, _ in pieces:
        said[piece.line] += weight if weight >= _SIGN else 0.0
    plain = [_HALF_WIDTH.sub(_full_width, line) for _, line in passage.prose]
    gone = losing(plain, said)
    found = [
        _run_restored(at, passage.prose[at][0], plain[at], each, line.is_certain)
        for at, line in gone.items()
        for each in line.stretches
    ]
    lossy = _lossy(passage, [piece.line for piece, weight, _ in pieces if weight >= _SIGN])
    for piece, weight, breaks in pieces:
        if piece.line not in gone:
            loss = _STRIPPED_LOSS if said[piece.line] >= _STRIPPED else _LOSS if piece.line in lossy else 0
            run = _run_beside(piece, weight, loss) if loss else _run_alone(passage, piece, weight, breaks)
            found += [run] if run else []
    return tuple(sorted(found, key=attrgetter("start")))


def _run_beside(piece: _Piece, weight: float, loss: float) -> Run | None:
    """A run beside others that have lost marks."""
    return _run_of(piece, weight, shipped().breaks(piece.letters.text, piece.start, piece.end, loss))


def _run_alone(passage: Passage, piece: _Piece, weight: float, breaks: list[int]) -> Run | None:
    run = _run_of(piece, weight, (weight, breaks))
    if run is None or not weight:
        return run
    offset, line = passage.prose[run.line]
    around = _around(_HALF_WIDTH.sub(_full_width, line), run.start - offset, run.length)
    return replace(run, doubt=weight + _AROUND * (around - _EVEN), alone=True)


def _around(line: str, start: int, length: int) -> float:
    """What all that stands around the places of a run says of the likeliest of them."""
    end = start + length
    # What stands behind the run says nothing of it, and is not looked at.
    until = takewhile(lambda each: each.start < end, stretches(line, _UNLIKELY))
    lost = (one.odds for each in until for one in each.lost if start <= one.offset < end)
    return max(lost, default=_UNLIKELY)


def _run_restored(at: int, offset: int, line: str, each: Stretch, sure: bool) -> Run:
    parts = [each.start, *(_before_quote(line, lost.offset) for lost in each.lost), each.end]
    mended = "".join(
        line[low:high] + mark
        for (low, high), mark in zip(pairwise(parts), [*(lost.mark for lost in each.lost), ""], strict=True)
    )
    weight = sum(max(0, lost.odds - _WEIGHS) for lost in each.lost)
    length = each.end - each.start
    return Run(at, offset + each.start, length, 0, weight, weight + _DOUBTFUL, mended, sure=sure)


def _before_quote(line: str, at: int) -> int:
    while line[at - 1] in _OPENING:
        at -= 1
    return at


def _lossy(passage: Passage, broken: list[int]) -> set[int]:
    """The lines about which runs look broken often."""
    lines = passage.prose
    found: set[int] = set()
    for line in sorted(set(broken)):
        around = range(max(line - _NEIGHBOURS, 0), min(line + _NEIGHBOURS + 1, len(lines)))
        signs = sum(other in around for other in broken)
        if signs > 1 and signs * _LETTERS >= sum(len(lines[at][1]) for at in around):
            found.update(around)
    return found


_OPENING = "“‘（("
# Marks of half the width, as harvested pages have them; between figures they are none.
_HALF_WIDTH = lazy.pattern(r"[,;!?]|(?<!\d):|:(?!\d)")
_FULL_WIDTH = str.maketrans(",;:!?", "，；：！？")


def _full_width(mark: re.Match[str]) -> str:
    around = mark.string[max(mark.start() - 1, 0) : mark.end() + 1]
    return mark[0] if around[:1].isdecimal() and around[-1:].isdecimal() else mark[0].translate(_FULL_WIDTH)


def _pieces(passage: Passage) -> Iterator[_Piece]:
    for place, (offset, line) in enumerate(passage.prose):
        if len(line) >= _SHORTEST and _RUN.search(line):
            for low, text in _between_marks(_HALF_WIDTH.sub(_full_width, line)):
                letters = letters_of(text)
                for start, end in runs_of(letters, _SHORTEST):
                    yield _Piece(place, offset + low, text, letters, start, end)


def _between_marks(line: str) -> Iterator[tuple[int, str]]:
    """The pieces of a line in which such a run may stand, with their offsets."""
    marker = _MARKER.match(line)
    for found in _PIECE.finditer(line, marker.end() if marker else 0):
        start, end = found.span()
        if end - start >= _SHORTEST:
            start += _CIRCLED.match(line, start) is not None
            piece = line[start:end]
            if "《" in piece or not _NO_WRITING.search(piece):
                yield start, piece


def _run_of(piece: _Piece, weight: float, doubt: tuple[float, list[int]]) -> Run | None:
    letters = piece.letters
    begin, stop = letters.offsets[piece.start], _end_of(letters, piece.end, piece.text)
    run = piece.text[begin:stop]
    seams = [seam.start() for seam in _SEAM.finditer(run) if 3 <= seam.start() <= len(run) - 3]
    if not (doubt[0] or seams) or _DROPPED.search(run) or run.count("“") != run.count("”"):
        return None
    places = sorted({letters.offsets[at] - begin for at in doubt[1]}) or seams
    mended = _with_commas(run, places)
    return Run(
        piece.line,
        piece.offset + begin,
        stop - begin,
        len(seams),
        weight,
        doubt[0],
        mended,
        doubt[0] == weight,
    )


def _end_of(letters: Letters, end: int, line: str) -> int:
    """Where the last letter of a run ends in its line: a figure and a title are one letter."""
    following = letters.offsets[end] if end < len(letters.offsets) else len(line)
    piece = line[letters.offsets[end - 1] : following]
    return letters.offsets[end - 1] + len(piece.rstrip(STOPS + PAUSE + '“‘’”" \u3000'))


def _with_commas(run: str, places: list[int]) -> str:
    parts = [run[start:end] for start, end in pairwise([0, *places, len(run)])]
    return "，".join(parts)
