"""Rules that look at each of some words, or at each number, by itself, with nothing but the text around it.

Where few rules are asked, what stands at a word is told as soon as the word is seen (`proofreading.sight`): no passage is
made for it, and no other rule is asked.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from mingbai.text.model import Finding
from mingbai.text.proofreading.glance import Resting, Spots
from mingbai.text.proofreading.model import At, AtThing, InPlace, Passage, Rule, Wakes
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.standing import Spotter, Words, holds, waiting_for
from mingbai.text.records import record


@record
class Hanging(Waiting):
    """A `Waiting` whose `find` looks at the text and at where its words stand, and at nothing else: where few rules are asked,
    no passage is made for it."""

    find: InPlace

    @property
    def in_place(self) -> InPlace:
        return self.find


@record
class Spotted:
    """A `find` that says of each word of some kinds what stands there; `besides` finds what hangs on other words."""

    spotter: Spotter
    at: Mapping[str, At]
    besides: Waiting | None = None

    def __post_init__(self) -> None:
        waiting_for(self.near)

    @cached_property
    def near(self) -> Words:
        return (*self.spotter.of(*self.at), *(self.besides.near if self.besides else ()))

    @cached_property
    def words_at(self) -> Mapping[str, tuple[Spotter, At]]:
        return {word: (self.spotter, at) for kind, at in self.at.items() for word in self.spotter.of(kind)}

    @property
    def wakes(self) -> Mapping[str, Wakes]:
        return self.besides.wakes if self.besides else {}

    @property
    def in_place(self) -> InPlace | None:
        return self.besides.find if isinstance(self.besides, Hanging) else None

    def find(self, rule: Rule, passage: Passage) -> Iterator[Finding]:
        spots = passage.once(self.spotter)
        for kind, at in self.at.items():
            for start, end in spots.get(kind, ()):
                if one := at(rule, passage, start, end):
                    yield one
        if self.besides:
            yield from self.besides.find(rule, passage)

    def __call__(self, rule: Rule, passage: Passage) -> Iterator[Finding]:
        return self.find(rule, passage) if holds(passage, self.near) else iter(())


@record
class Numbered:
    """A `find` that says of each thing of some kinds, of which spots may be, what stands there."""

    spots: Spots
    things_at: Mapping[str, AtThing]

    @cached_property
    def view(self) -> Resting[bool]:
        return Resting(self.spots, self._has_any)

    def _has_any(self, passage: Passage) -> bool:
        return not passage.once(self.spots.by_kind).keys().isdisjoint(self.things_at)

    def find(self, rule: Rule, passage: Passage) -> Iterator[Finding]:
        things = passage.once(self.spots.by_kind)
        for kind, at in self.things_at.items():
            for thing in things.get(kind, ()):
                if one := at(rule, passage, *thing):
                    yield one

    def __call__(self, rule: Rule, passage: Passage) -> Iterator[Finding]:
        return self.find(rule, passage)
