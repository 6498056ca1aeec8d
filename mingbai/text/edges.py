"""Where a clause may end and another begin, told by the characters there: one mapped file of official writing.

`tools/clause_edges.py` makes the file, which says of up to three characters how often a mark of punctuation stands
behind or before them, and of two neighbours how often one stands between them. So a place where a mark was lost can be
told from one inside a clause. Odds are natural logarithms of probabilities over their complements.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mingbai.text import lazy
from mingbai.text.levels import Levels
from mingbai.text.mapped import content_of
from mingbai.text.runs import Runs
from mingbai.text.runs import shipped as shipped_runs

MAGIC = b"MBEDGES1"
# Odds are kept in so many steps above and below MIDDLE.
STEPS, MIDDLE = 16, 128
# Contexts of so many characters on each side are known.
LONGEST = 3
BEHIND, BEFORE, BETWEEN = "L", "R", "X"
# The odds of a place of which nothing is known: one mark in ten characters.
UNKNOWN = -2.2
# Stand for every figure and for every title in 《》, which say nothing by what they are.
FIGURE, TITLE = "0", "书"
# Weights of the signs of a place in the order of `Edges.signs`, and what is added, as the tool has fitted them.
WEIGHTS = (0.71, 0.63, 0.4, -0.14, -0.68)
CONSTANT = 2.66
# Two neighbours with lower odds stand within one word or phrase; nothing more is looked up.
_WITHIN = -4.5
# A clause has so many characters at least.
_CLAUSE = 4
# So many contexts are remembered.
_KEPT = 200_000
_TOKEN = lazy.pattern(r"([一-鿿A-Za-z]+)|《[^《》]*》|[0-9０-９]+(?:\.[0-9]+)?[%％]?|[“”‘’\"\s]+|.")
_DROPPED = '“‘’”" \u3000\t'
STOPS = "，。；：！？"
PAUSE = "、"
_PLAIN = lazy.pattern(r"[一-鿿A-Za-z0]+")


@dataclass(frozen=True, slots=True)
class Letters:
    """A line without its marks, and where each of its letters stood; `stops` and `pauses` are places between letters."""

    text: str
    offsets: tuple[int, ...]
    stops: frozenset[int]
    pauses: frozenset[int]


def letters_of(line: str) -> Letters:
    text: list[str] = []
    offsets: list[int] = []
    stops: set[int] = set()
    pauses: set[int] = set()
    for token in _TOKEN.finditer(line):
        start, first = token.start(), token[0][0]
        if token.lastindex:
            text.append(token[0])
            offsets.extend(range(start, token.end()))
        elif first in STOPS:
            stops.add(len(offsets))
        elif first == PAUSE:
            pauses.add(len(offsets))
        elif first not in _DROPPED:
            text.append(
                TITLE if first == "《" and len(token[0]) > 1 else FIGURE if first.isdecimal() else first
            )
            offsets.append(start)
    return Letters("".join(text), tuple(offsets), frozenset(stops), frozenset(pauses))


class Edges:
    """How likely a mark is at a place between two letters."""

    def __init__(self, content: "memoryview | bytes", runs: Runs) -> None:
        self._levels = Levels(content, MAGIC)
        self._runs = runs
        self._read: dict[str, float | None] = {}

    def _known(self, key: str) -> float | None:
        try:
            return self._read[key]
        except KeyError:
            return self._look_up(key)

    def _look_up(self, key: str) -> float | None:
        if len(self._read) >= _KEPT:
            self._read.clear()
        level = self._levels.of(key)
        found = self._read[key] = None if level is None else (level - MIDDLE) / STEPS
        return found

    def _behind(self, text: str, at: int) -> float:
        """What is known of the longest of the contexts on the left."""
        for start in range(max(at - LONGEST, 0), at):
            if (found := self._known(BEHIND + text[start:at])) is not None:
                return found
        return UNKNOWN

    def _before(self, text: str, at: int) -> float:
        """The same on the right."""
        for end in range(min(at + LONGEST, len(text)), at, -1):
            if (found := self._known(BEFORE + text[at:end])) is not None:
                return found
        return UNKNOWN

    def between(self, text: str, at: int) -> float:
        found = self._known(BETWEEN + text[at - 1 : at + 1])
        return UNKNOWN if found is None else found

    def signs(self, text: str, at: int) -> tuple[float, float, float, float, float]:
        """Odds of a mark behind what stands left, before what stands right, and between the two; how common the pair and the
        four characters about the place are without one."""
        return (*self._marks(text, at), *self._commonness(text, at))

    def _marks(self, text: str, at: int) -> tuple[float, float, float]:
        return self._behind(text, at), self._before(text, at), self.between(text, at)

    def _commonness(self, text: str, at: int) -> tuple[float, float]:
        often = self._runs.often
        return often(text[at - 1 : at + 1]), often(text[at - 2 : at + 2]) if at >= 2 else 0.0

    def odds(self, text: str, at: int) -> float:
        """Those of a mark by all the signs, or some below one to one as soon as they cannot be better."""
        behind, before, between = self._marks(text, at)
        marks = WEIGHTS[0] * behind + WEIGHTS[1] * before + WEIGHTS[2] * between
        if CONSTANT + marks <= 0:  # what is common without a mark only speaks against one
            return CONSTANT + marks
        pair, four = self._commonness(text, at)
        return CONSTANT + (marks + WEIGHTS[3] * pair + WEIGHTS[4] * four)

    def breaks(self, text: str, start: int, end: int) -> tuple[float, list[int]]:
        """Where marks belong between two places of a run without any, and how much speaks for them in all."""
        likely = []
        read = self._read
        for at in range(start + _CLAUSE - 1, end - _CLAUSE + 2):
            key = BETWEEN + text[at - 1 : at + 1]
            between = read[key] if key in read else self._look_up(key)
            if (between is None or between > _WITHIN) and (odds := self.odds(text, at)) > 0:
                likely.append((odds, at))
        chosen: list[int] = []
        weight = 0.0
        for odds, at in sorted(likely, reverse=True):
            if all(abs(at - other) >= _CLAUSE for other in chosen):
                chosen.append(at)
                weight += odds
        return weight, sorted(chosen)


def runs_of(letters: Letters, shortest: int) -> Iterator[tuple[int, int]]:
    """The stretches between two marks that are all writing, of so many letters at least."""
    places = sorted({0, len(letters.text), *letters.stops, *letters.pauses})
    for start, end in zip(places, places[1:], strict=False):
        if end - start >= shortest and _PLAIN.fullmatch(letters.text, start, end):
            yield start, end


@cache
def shipped() -> Edges:
    return Edges(content_of(Path(__file__).parent / "data/clause_edges.bin"), shipped_runs())
