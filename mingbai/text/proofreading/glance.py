"""What a few rules see of a whole file at one look, so that a document without anything for them costs nothing.

Their words, and the spots of which their readings are made, are looked for once in the file; each passage has its share.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from mingbai.text.proofreading.model import Passage, Place, computed
from mingbai.text.proofreading.standing import Hit, Lookout, Span
from mingbai.text.records import record

T = TypeVar("T")


# Where something is written, and what.
Thing = tuple[int, int, str]


@record
class Spots:
    """A reading of where something stands; `look` finds no more in a part of a text than in the whole, and `things` tells
    what is written at one of them, each thing by its kinds."""

    look: Callable[[str], Sequence[Span]]
    things: Callable[[Passage | Place, int, int], Sequence[tuple[str, Thing]]] = lambda *_: ()

    def by_kind(self, passage: Passage) -> Mapping[str, list[Thing]]:
        """All that is written in a passage."""
        found: defaultdict[str, list[Thing]] = defaultdict(list)
        for start, end in passage.once(self):
            for kind, thing in self.things(passage, start + passage.start, end + passage.start):
                found[kind].append(thing)
        return found

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


class _Found(NamedTuple):
    """All spots of one kind in a file, and where each begins and ends."""

    of: Spots
    spans: Sequence[Span]
    starts: Sequence[int]
    ends: Sequence[int]


class Glance:
    """All that stands in one file; `number` is how much."""

    def __init__(self, lookout: Lookout, spots: Sequence[Spots], text: str) -> None:
        self._text = text
        self._hits = hits = lookout.automaton.find_matches_as_indexes(text, overlapping=True)
        self._spots: list[tuple[Spots, Sequence[Span]]] = []
        self.number = len(hits)
        # Before the first place nothing of it begins, and the last of it ends at the last; words come in the order of their ends.
        self._first, self._last = (hits[0][2] - lookout.longest, hits[-1][2]) if hits else (len(text), 0)
        for one in spots:
            if found := one.look(text):
                self._spots.append((one, found))
                self.number += len(found)
                first, last = found[0][0], found[-1][1]
                self._first = first if first < self._first else self._first
                self._last = last if last > self._last else self._last

    @computed
    def _ends(self) -> Sequence[int]:
        """Where the words end; they come in this order."""
        return [end for _, _, end in self._hits]

    @computed
    def _parted(self) -> Sequence[_Found]:
        return [
            _Found(one, found, [low for low, _ in found], [high for _, high in found])
            for one, found in self._spots
        ]

    def _behind(self, start: int) -> Sequence[tuple[Spots, Sequence[Span]]]:
        """All spots as offsets behind a place."""
        return [(one, [(low - start, high - start) for low, high in found]) for one, found in self._spots]

    def between(self, start: int, end: int) -> Share | None:
        """What stands between two offsets; None where nothing does."""
        if start >= self._last:
            return None
        if end >= self._last and (start <= 0 or start <= self._first) and self.number:
            return Share(self._hits, self._behind(start) if start else self._spots, self.number)
        hits: Sequence[Hit] = ()
        ends = self._ends
        low, high = bisect_right(ends, start), bisect_right(ends, end)
        if high > low:
            hits = [hit for hit in self._hits[low:high] if hit[1] >= start]
        spots: list[tuple[Spots, Sequence[Span]]] = []
        whole = len(hits)
        for one, found, starts, their_ends in self._parted:
            low, high = bisect_right(their_ends, start), bisect_left(starts, end)
            if low == high:
                continue
            if starts[low] >= start and their_ends[high - 1] <= end:
                spots.append((one, [(first - start, last - start) for first, last in found[low:high]]))
                whole += high - low
            elif own := one.share(self._text, found[low:high], start, end):
                spots.append((one, own))
                whole += sum(first >= start and last <= end for first, last in found[low:high])
        return Share(hits, spots, whole) if hits or spots else None
