"""Where a clause may end and another begin, told by the characters there: one mapped file of official writing.

`tools/clause_edges.py` makes the file, which says of up to three characters how often a mark of punctuation stands
behind or before them, and of two neighbours how often one stands between them. So a place where a mark was lost can be
told from one inside a clause. Odds are natural logarithms of probabilities over their complements.
"""

from collections.abc import Iterator
from functools import cache
from math import log
from pathlib import Path

from mingbai.text import lazy
from mingbai.text.levels import Levels
from mingbai.text.mapped import content_of
from mingbai.text.records import record
from mingbai.text.runs import Runs
from mingbai.text.runs import shipped as shipped_runs

MAGIC = b"MBEDGES2"
# Odds are kept in so many steps above and below MIDDLE.
STEPS, MIDDLE = 16, 128
# Contexts of so many characters on each side are known.
LONGEST = 3
BEHIND, BEFORE, BETWEEN = "L", "R", "X"
# Words of two letters that are verbs, and those that are verbs or nouns and taken for verbs where a clause begins.
VERB, ALWAYS, FIRST = "V", 255, 128
_CERTAIN = (ALWAYS - MIDDLE) / STEPS
# The odds of a place of which nothing is known: one mark in ten characters.
UNKNOWN = -2.2
# Stand for every figure and for every title in 《》, which say nothing by what they are.
FIGURE, TITLE = "0", "书"
# Weights of the signs of a place in the order of `Edges.signs`, and what is added, as the tool has fitted them; with them the
# logarithm of the run's length and the length of the shorter of the two clauses, which tells nothing more from so many letters.
WEIGHTS = (0.75, 0.57, 0.3, -0.2, -0.59, 0.42, 0.29)
CONSTANT = -0.05
_LONG_ENOUGH = 10
# What is taken off where no verb stands on one side, since that is rather a subject or an adverbial than a clause, and where a
# comma is a matter of taste.
_NO_VERB, _TASTE = 1.2, 2.0
_SHORT_VERBS = "了使让设抓有"
# Two neighbours with lower odds stand within one word or phrase; nothing more is looked up.
_WITHIN = -4.5
# A clause has so many characters at least.
_CLAUSE = 4
# Of a run without end a place sees so many characters on either side.
_FAR = 60
# So many contexts are remembered.
_KEPT = 200_000
_TOKEN = lazy.pattern(r"([一-鿿A-Za-z]+)|《[^《》]*》|[0-9０-９]+(?:\.[0-9]+)?[%％]?|[“”‘’\"\s]+|.")
_DROPPED = '“‘’”" \u3000\t'
STOPS = "，。；：！？"
PAUSE = "、"
_PLAIN = lazy.pattern(r"[一-鿿A-Za-z0]+")
# A predicate behind a long subject or an adverbial, where a comma is a matter of taste.
_GOES_ON = lazy.pattern(
    "均|都|已|须|应(?!急)|由(?!此)|现[就将]|每|全年|也|还|不得|不[是在]|是|有0|可[以由]|方可|就[是可能]|报[县市区镇乡省局送]|要(?!求)|才[能会]|仍"
    "|能|会(?!议)|将|而是|则|作(?:为|了)|为[^了进确切深认全加贯落推巩]|表示|分别|正在|逐|至少|主要[是由以为]|具有|整合为|精简为|转为|划[归为]|[降增升]至|[降增升]到|调整为|精简至|发放到|提出如下|给予|连同|尚|十个|符合|因为|并(?!不|未|没|非|对|在|按|且)|0"
)
_LEAVES_OPEN = frozenset("后前下中时上内里的外年月日")
_OPEN_ENDS = (
    "期间",
    "以来",
    "之一",
    "同时",
    "决定",
    "看到",
    "发现",
    "认为",
    "明确",
    "建议",
    "告诉",
    "答应",
    "知道",
    "了解",
    "希望",
)
# 「对存在的问题|制定措施」, 「投入30万元|改善条件」, 「广播等方式|宣传」, 「剩余17户|房屋」
_ADVERBIAL = lazy.pattern(
    "(?:[并还现也又再先]|[一二三四五六七八九十]是|建议|要求)?(?:对|将|把|让|由|给|经|向|通过|在|从|用|按照?|依托|运用|围绕)[^了]{2,13}$|[^了]{2,6}0[万亿]?元$|.*等..$"
)
_COUNTED = lazy.pattern(".*0[户条件项份名块处个张家]$")


@record
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
        odds = ((level - MIDDLE) / STEPS for level in range(256))
        self._levels: Levels[float | None] = Levels(content, MAGIC, tuple(odds), None)
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
        found = self._read[key] = self._levels.of(key)
        return found

    def _behind(self, text: str, at: int) -> float:
        """What is known of the longest of the contexts on the left."""
        for start in range(max(at - LONGEST, 0), at):
            if (found := self._known(BEHIND + text[start:at])) is not None:
                return found
        return UNKNOWN

    def at_end(self, words: str) -> float:
        """How likely a clause ends with the last characters of these words, as odds."""
        letters = letters_of(words).text
        return self._behind(letters, len(letters))

    def _before(self, text: str, at: int) -> float:
        """The same on the right."""
        for end in range(min(at + LONGEST, len(text)), at, -1):
            if (found := self._known(BEFORE + text[at:end])) is not None:
                return found
        return UNKNOWN

    def between(self, text: str, at: int) -> float:
        found = self._known(BETWEEN + text[at - 1 : at + 1])
        return UNKNOWN if found is None else found

    def signs(self, text: str, at: int, start: int, end: int) -> tuple[float, ...]:
        """Odds of a mark behind what stands left, before what stands right, and between the two; how common the pair and the
        four characters about the place are without one; how long the run between two places and the shorter clause are."""
        return (*self._marks(text, at), *self._commonness(text, at), *_lengths(at, start, end))

    def _marks(self, text: str, at: int) -> tuple[float, float, float]:
        return self._behind(text, at), self._before(text, at), self.between(text, at)

    def hint(self, text: str, at: int) -> float:
        """What the letters about a place say in all, without weights: enough to leave most places aside."""
        return sum(self._marks(text, at))

    def _commonness(self, text: str, at: int) -> tuple[float, float]:
        often = self._runs.often
        return often(text[at - 1 : at + 1]), often(text[at - 2 : at + 2]) if at >= 2 else 0.0

    def odds(self, text: str, at: int, start: int, end: int) -> float:
        """Those of a mark by all the signs in the run between two places, or some below one to one as soon as they cannot be
        better."""
        behind, before, between = self._marks(text, at)
        marks = WEIGHTS[0] * behind + WEIGHTS[1] * before + WEIGHTS[2] * between
        length, shorter = _lengths(at, start, end)
        marks += CONSTANT + WEIGHTS[5] * length + WEIGHTS[6] * shorter
        if marks <= 0:  # what is common without a mark only speaks against one
            return marks
        pair, four = self._commonness(text, at)
        return marks + WEIGHTS[3] * pair + WEIGHTS[4] * four

    def is_verb(self, word: str) -> bool:
        """Whether a word of two letters may be a verb."""
        return self._known(VERB + word) is not None

    def has_verb(self, text: str, start: int, end: int) -> bool:
        return self.is_verb(text[start : start + 2]) or bool(self.certain_verbs(text, start, end, most=1))

    def certain_verbs(self, text: str, start: int, end: int, most: int = 1 << 30) -> list[int]:
        """Where words stand between two places that are hardly anything but verbs."""
        found: list[int] = []
        for at in range(start, end - 1):
            if text[at] in _SHORT_VERBS or self._known(VERB + text[at : at + 2]) == _CERTAIN:
                found.append(at)
                if len(found) == most:
                    break
        return found

    def _are_clauses(self, text: str, at: int, start: int, end: int) -> bool:
        """Whether what stands on either side has a verb; one within 「公示的信息」 is none, nor is what 「3户」 counts."""
        opening = max(text.rfind("的", start, at), start)
        if not (self.has_verb(text, opening, at) and self.has_verb(text, at, min(end, at + _FAR))):
            return False
        return not _COUNTED.fullmatch(text, start, at) or self._known(VERB + text[at : at + 2]) is not None

    def breaks(self, text: str, start: int, end: int, loss: float = 0.0) -> tuple[float, list[int]]:
        """Where marks belong between two places of a run without any, and how much speaks for them in all; `loss` is what the
        lines around say of it, where marks are lost more often than elsewhere."""
        likely = []
        read = self._read
        for at in range(start + _CLAUSE - 1, end - _CLAUSE + 2):
            key = BETWEEN + text[at - 1 : at + 1]
            between = read[key] if key in read else self._look_up(key)
            if (between is None or between > _WITHIN) and (
                odds := self.odds(text, at, start, end) + loss
            ) > 0:
                near = max(start, at - _FAR)
                if is_matter_of_taste(text, at, near):
                    odds -= _TASTE
                elif not self._are_clauses(text, at, near, end):
                    odds -= _NO_VERB
                if odds > 0:
                    likely.append((odds, at))
        chosen: list[int] = []
        taken: set[int] = set()
        weight = 0.0
        for odds, at in sorted(likely, reverse=True):
            if at not in taken:
                chosen.append(at)
                taken.update(range(at - _CLAUSE + 1, at + _CLAUSE))
                weight += odds
        return weight, sorted(chosen)


def _lengths(at: int, start: int, end: int) -> tuple[float, int]:
    return log(end - start), min(at - start, end - at, _LONG_ENOUGH)


def is_matter_of_taste(text: str, at: int, start: int) -> bool:
    """Whether a comma may be left out here: behind an adverbial, or before what is said of a long subject."""
    if text[at - 1] in _LEAVES_OPEN or text.endswith(_OPEN_ENDS, start, at):
        return True
    return _GOES_ON.match(text, at) is not None or _ADVERBIAL.fullmatch(text, start, at) is not None


def runs_of(letters: Letters, shortest: int) -> Iterator[tuple[int, int]]:
    """The stretches between two marks that are all writing, of so many letters at least."""
    places = sorted({0, len(letters.text), *letters.stops, *letters.pauses})
    for start, end in zip(places, places[1:], strict=False):
        if end - start >= shortest and _PLAIN.fullmatch(letters.text, start, end):
            yield start, end


@cache
def shipped() -> Edges:
    return Edges(content_of(Path(__file__).parent / "data/clause_edges.bin"), shipped_runs())
