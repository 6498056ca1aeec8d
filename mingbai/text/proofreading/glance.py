"""What a few rules see of a whole file at one look, so that a document without anything for them costs nothing.

Their words, and the spots of which their readings are made, are looked for once in the file; each passage has its share.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from typing import Generic, NamedTuple, TypeVar

from mingbai.text.proofreading.model import Passage, Place
from mingbai.text.proofreading.standing import Hit, Lookout, Span
from mingbai.text.records import record

T = TypeVar("T")


@record
class Spots:
    """A reading of where something stands; `look` finds no more in a part of a text than in the whole, and `kinds` tells
    what one of them may be, for rules that ask for a kind alone."""

    look: Callable[[str], Sequence[Span]]
    kinds: Callable[[Place, int, int], Collection[str]] = lambda *_: ()

    def __call__(self, passage: Passage) -> tuple[Span, ...]:
        return tuple(self.look(passage.body))

    def share(self, text: str, found: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
        """Those of a text that stand between two offsets, as offsets behind the first."""
        shares: list[Span] = []
        for low, high in found:
            if low >= start and high <= end:
                shares.append((low - start, high - start))
            else:
                cut = max(low, start)
                own = self.look(text[cut : min(high, end)])
                shares += [(first + cut - start, last + cut - start) for first, last in own]
        return tuple(shares)


@record
class Resting(Generic[T]):
    """A reading that is empty where some spots are."""

    spots: Spots
    compute: Callable[[Passage], T]

    def __call__(self, passage: Passage) -> T:
        return self.compute(passage)


def resting_on(spots: Spots) -> Callable[[Callable[[Passage], T]], Resting[T]]:
    """Marks a reading that is empty where the spots are."""
    return lambda compute: Resting(spots, compute)


def spots_below(view: object) -> Spots | None:
    """The spots without which a reading says nothing; None where that is not known."""
    known = view.spots if isinstance(view, Resting) else view
    return known if isinstance(known, Spots) else None


class Share(NamedTuple):
    """What stands in one passage: words as (number, start, end) in the text, spots, as offsets behind its beginning, and how
    much of it stands there whole."""

    hits: Sequence[Hit]
    spots: Sequence[tuple[Spots, Sequence[Span]]]
    whole: int


class Glance:
    """All that stands in one file; `number` is how much."""

    def __init__(self, lookout: Lookout, spots: Sequence[Spots], text: str) -> None:
        self._text = text
        self._hits = lookout.automaton.find_matches_as_indexes(text, overlapping=True)
        self._spots: list[tuple[Spots, Sequence[Span]]] = []
        self._ends: list[int] | None = None
        self.number, self._last = len(self._hits), self._hits[-1][2] if self._hits else 0
        for one in spots:
            if found := one.look(text):
                self._spots.append((one, found))
                self.number += len(found)
                self._last = max(self._last, found[-1][1])

    def between(self, start: int, end: int) -> Share | None:
        """What stands between two offsets; None where nothing does."""
        if start <= 0 and end >= self._last:
            return Share(self._hits, self._spots, self.number) if self.number else None
        hits: Sequence[Hit] = ()
        if self._hits:
            if self._ends is None:  # they come in the order of their ends
                self._ends = [high for _, _, high in self._hits]
            low, high = bisect_right(self._ends, start), bisect_right(self._ends, end)
            if high > low:
                hits = [hit for hit in self._hits[low:high] if hit[1] >= start]
        spots, whole = [], len(hits)
        for one, found in self._spots:
            near = _between(found, start, end)
            if near and (own := one.share(self._text, near, start, end)):
                spots.append((one, own))
                whole += sum(low >= start and high <= end for low, high in near)
        return Share(hits, spots, whole) if hits or spots else None


def _between(found: Sequence[Span], start: int, end: int) -> list[Span]:
    """The spans of which a part stands between two offsets."""
    low, high = bisect_right(found, start, key=_end_of), bisect_left(found, end, key=_end_of)
    return [span for span in found[low : high + 1] if span[0] < end]


def _end_of(span: Span) -> int:
    return span[1]
