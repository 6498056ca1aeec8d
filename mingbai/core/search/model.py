"""The values of search. What facets and marks mean is the caller's business."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

# counts and facets look at no more than this many newest hits: each value of facets is a row to fetch
CEILING = 5_000
MARK_SEPARATOR = "·"


class Field(Enum):
    ANY = "any"
    TITLE = "title"
    CODES = "codes"


@dataclass(frozen=True)
class Entry:
    """A document to be found. `codes` are what people type instead of words: numbers, initials. `marks` are exact
    words to filter by, such as ("unit", "5"); `facets` are counted."""

    document: int
    title: str
    body: str
    codes: tuple[str, ...] = ()
    marks: tuple[tuple[str, str], ...] = ()
    facets: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnyOf:
    """At least one of the phrases, as typed, in the field; or at least one of the marks."""

    phrases: tuple[str, ...]
    where: Field = Field.ANY
    marks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Ask:
    """Every group must be met; each mark group is alternatives of one filter."""

    groups: tuple[AnyOf, ...] = ()
    marks: tuple[tuple[tuple[str, str], ...], ...] = ()


@dataclass(frozen=True)
class Hit:
    """`position` rises with publication; `score` is better when higher, 0 for newest first."""

    document: int
    position: int
    score: float = 0.0


@dataclass(frozen=True)
class Survey:
    """Counts over the newest hits: documents and, per facet, how many have each value. `capped`: there are more."""

    count: int
    facets: tuple[Mapping[str, int], ...] = ()
    capped: bool = False


@dataclass(frozen=True)
class Passage:
    """Our own text of a hit, for snippets."""

    document: int
    title: str
    codes: str
    body: str


class Backend(Protocol):
    def put(self, entries: Iterable[Entry]) -> None:
        """Index documents, replacing what was there; a replaced document keeps its place in time."""

    def remove(self, documents: Collection[int]) -> None: ...

    def bulk(self) -> AbstractContextManager[None]:
        """Around the putting of very many documents: what keeps an index in order is done once, at the end."""

    def tidy(self) -> None:
        """Bring together what many single insertions left apart, in steps that keep no writer waiting for long."""

    def settle(self) -> None:
        """The same for the newest insertions alone, which is little work: for every few minutes."""

    def newest(self, ask: Ask, *, limit: int, offset: int = 0) -> list[Hit]: ...

    def best(self, ask: Ask, *, limit: int) -> list[Hit]:
        """By BM25 or its like, at most one hit for a document."""

    def survey(self, ask: Ask) -> Survey: ...

    def count(self, ask: Ask, *, ceiling: int) -> int:
        """How many passages, at most `ceiling`; cheap."""

    def counts(self, asks: Sequence[Ask], *, ceiling: int) -> list[int]:
        """`count` of each, together."""

    def for_one_search(self) -> "Backend":
        """The same index, which may remember what it was told and ask less; for the questions of one search alone."""

    def passages(self, hits: Sequence[Hit]) -> dict[int, Passage]:
        """By position."""

    def clear(self) -> None: ...


@dataclass
class Tally:
    """Adds up facet strings, `a|b|c`, into one counter for each place."""

    counters: list[Counter[str]] = field(default_factory=list)
    count: int = 0

    def add(self, facets: str, number: int) -> None:
        self.count += number
        for place, value in enumerate(facets.split("|")):
            if place == len(self.counters):
                self.counters.append(Counter())
            if value:
                self.counters[place][value] += number

    def survey(self, *, capped: bool) -> Survey:
        return Survey(self.count, tuple(self.counters), capped)
