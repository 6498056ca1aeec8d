"""What rules find as soon as a word or a number is seen, before anything else is read of the text.

A rule that looks at each word by itself says here what stands there; for any other it is found out whether it may find something.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set

from mingbai.text.model import Finding
from mingbai.text.proofreading.glance import Share, Spots, spots_below
from mingbai.text.proofreading.model import At, AtThing, InPlace, Passage, Place, Rule, Wakes
from mingbai.text.proofreading.standing import Hit, Lookout, Span, Spotter, Standing, counting

# A rule by its number, and what it finds.
Told = tuple[int, Finding]
# Who waits for a word: what it finds there, and the words among which that counts; or what must hold for the rule to wake, and
# what is then asked of the place where that needs no passage.
_AtWord = tuple[int, Rule, At | None, Collection[int], Wakes | None, InPlace | None]
# Who looks at what is written at a spot, by its kind; a rule that only wakes stands under no kind.
_AtSpot = Mapping[str, Sequence[tuple[int, Rule, AtThing | None]]]
# So few words are gone through for each that finds something.
_FEW = 12
_NO_KIND: Mapping[str, AtThing | None] = {"": None}


class Sight:
    """Rules, by number, with the words and spots that they wait for."""

    def __init__(
        self,
        rules: Sequence[Rule],
        few: Lookout,
        waiting: Mapping[int, Iterable[int]],
        given: Mapping[Callable[[Passage], object], Iterable[int]],
    ) -> None:
        self._few = few
        self._at_words = tuple(
            [_at_word(number, rules[number], word, few) for group in owners for number in waiting[group]]
            for word, owners in zip(few.words, few.owners, strict=True)
        )
        self._at_spots = _looking_at_spots(rules, given)

    def tell(self, share: Share, place: Place) -> tuple[Set[int], list[Told]]:
        """Where this much stands, which rules may find something, and what others find at once."""
        called: dict[int, tuple[Rule, InPlace | None]] = {}
        told: list[Told] = []
        at_words, hits = self._at_words, share.hits
        counted = _Counted(hits)
        for word, start, end in hits:
            for number, rule, at, among, wakes, in_place in at_words[word]:
                if at:
                    if (one := at(rule, place, start, end)) and counted.has(start, end, among):
                        told.append((number, one))
                elif number not in called and (wakes is None or wakes(place, start, end)):
                    called[number] = rule, in_place
        woken = self._answered(called, hits, place, told) if called else set()
        for spots, found in share.spots:
            self._look(spots, found, place, woken, told)
        return _clipped(woken, told, place) if told else (woken, told)

    def _answered(
        self,
        called: Mapping[int, tuple[Rule, InPlace | None]],
        hits: Sequence[Hit],
        place: Place,
        told: list[Told],
    ) -> set[int]:
        """Asks those that need no passage; the numbers of the others."""
        woken = set()
        place.few = [Standing(self._few, hits, place.start)]
        for number, (rule, find) in called.items():
            if find:
                told += [(number, one) for one in find(rule, place)]
            else:
                woken.add(number)
        return woken

    def _look(
        self, spots: Spots, found: Sequence[Span], place: Place, woken: set[int], told: list[Told]
    ) -> None:
        known, things, shift = self._at_spots[spots], spots.things, place.start
        if "" in known:
            woken.update(number for number, _, _ in known[""])
        for start, end in found:
            for kind, (low, high, what) in things(place, start + shift, end + shift):
                for number, rule, at in known.get(kind, ()):
                    if at and (one := at(rule, place, low, high, what)):
                        told.append((number, one))


class _Counted:
    """Which of the words that stand here count, found out once for all words among which they do."""

    __slots__ = ("_hits", "_known")

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._hits = hits
        self._known: dict[int, Set[Span]] = {}

    def has(self, start: int, end: int, among: Collection[int]) -> bool:
        if len(self._hits) <= _FEW and not self._is_crossed(start, end, among):
            return True
        # the same words are the same object as long as the rules are
        if (known := self._known.get(id(among))) is None:
            known = self._known[id(among)] = counting(self._hits, among)
        return (start, end) in known

    def _is_crossed(self, start: int, end: int, among: Collection[int]) -> bool:
        """Whether another of the words shares a character with this one; where none does, it counts whatever else stands there."""
        for word, low, high in self._hits:
            if low < end and start < high and (low != start or high != end) and word in among:
                return True
        return False


def _clipped(woken: set[int], told: list[Told], place: Place) -> tuple[Set[int], list[Told]]:
    """What is told by those that are not woken; of what reaches out of the place a passage tells how much stands in it."""
    low, high = place.start, place.end
    woken.update([number for number, one in told if one.start < low or one.end > high])
    return woken, [one for one in told if one[0] not in woken] if woken else told


def _at_word(number: int, rule: Rule, word: str, few: Lookout) -> _AtWord:
    spotter, at = rule.words_at.get(word, (None, None))
    among = few.kinds_of(spotter) if isinstance(spotter, Spotter) else None
    if among is None:
        # where not all words were looked for among which it counts, a passage is read
        return number, rule, None, (), None if at else rule.wakes.get(word), _in_place(rule, few)
    return number, rule, at, among, None, None


def _in_place(rule: Rule, few: Lookout) -> InPlace | None:
    """What the rule finds without a passage; nothing where one must be read for other words of its."""
    spotters = {spotter for spotter, _ in rule.words_at.values()}
    every = all(isinstance(one, Spotter) and few.kinds_of(one) is not None for one in spotters)
    return rule.in_place if every else None


def _looking_at_spots(
    rules: Sequence[Rule], given: Mapping[Callable[[Passage], object], Iterable[int]]
) -> Mapping[Spots, _AtSpot]:
    found: dict[Spots, dict[str, list[tuple[int, Rule, AtThing | None]]]] = {}
    for view, numbers in given.items():
        if spots := spots_below(view):
            known = found.setdefault(spots, {})
            for number in numbers:
                for kind, at in (rules[number].things_at or _NO_KIND).items():
                    known.setdefault(kind, []).append((number, rules[number], at))
    return found
