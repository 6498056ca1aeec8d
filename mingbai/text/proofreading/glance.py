"""What a few rules see of a whole file at one look, so that a document without anything for them costs nothing.

Their words, and the spots of which their readings are made, are looked for once in the file; each passage has its share.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.standing import Lookout, Span, placed

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Spots:
    """A reading of where something stands; `look` finds no more in a part of a text than in the whole."""

    look: Callable[[str], Sequence[Span]]

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


@dataclass(frozen=True, slots=True, eq=False)
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
    """What stands in one passage: the places of words, by number, and what each of the readings of spots says."""

    places: Mapping[int, list[int]]
    spots: Sequence[tuple[Spots, tuple[Span, ...]]]


class Glance:
    """All that stands in one file."""

    def __init__(self, lookout: Lookout, spots: Sequence[Spots], text: str) -> None:
        self._text = text
        self._hits = lookout.automaton.find_matches_as_indexes(text, overlapping=True)
        # They come in the order of their ends.
        self._ends = [end for _, _, end in self._hits]
        self._spots = [_Spotted(one, found := one.look(text), [high for _, high in found]) for one in spots]

    def between(self, start: int, end: int) -> Share | None:
        """What stands between two offsets; None where nothing does."""
        low, high = bisect_right(self._ends, start), bisect_right(self._ends, end)
        hits = [hit for hit in self._hits[low:high] if hit[1] >= start] if high > low else ()
        spots = [(spotted.spots, spotted.between(self._text, start, end)) for spotted in self._spots]
        if hits or any(found for _, found in spots):
            return Share(placed(hits, start), spots)
        return None


class _Spotted(NamedTuple):
    spots: Spots
    found: Sequence[Span]
    ends: list[int]

    def between(self, text: str, start: int, end: int) -> tuple[Span, ...]:
        if not self.found:
            return ()
        low, high = bisect_right(self.ends, start), bisect_left(self.ends, end)
        near = [span for span in self.found[low : high + 1] if span[0] < end]
        return self.spots.share(text, near, start, end) if near else ()
