"""What a proofreading rule is, and what it is given to read."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Generic, Literal, NamedTuple, TypeVar, get_args, overload

from mingbai.text import lazy
from mingbai.text.model import Figure, Finding, Recognised, Related, Residue, Severity, SourceDocument
from mingbai.text.proofreading.structure import Marker, find_markers
from mingbai.text.records import record

T = TypeVar("T")
Of = TypeVar("Of")
_CONTROLS = bytes([*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F])
_CONTROL_CHARACTERS = frozenset(map(chr, _CONTROLS))
_NOT_YET: Any = object()
# So many odd characters are looked for one by one.
_FEW = 8
_BETWEEN = lazy.pattern(r"[，,。；;：:、！？\s]")
Category = Literal[
    "template_placeholder",
    "wrong_year_or_date",
    "numbering_gap",
    "typo",
    "encoding_damage",
    "wrong_topic_paste",
    "near_duplicate_passage",
    "arithmetic_inconsistency",
    "personal_data",
    "outdated_expression",
    "wrong_regulation_name",
    "truncated_text",
    "web_residue",
    "punctuation_misuse",
    "unit_name_inconsistency",
    "internal_contradiction",
    "sensitive_wording",
]
CATEGORIES: tuple[str, ...] = get_args(Category)


@cache
def _is_common(letter: str) -> bool:
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return letter not in _CONTROL_CHARACTERS


class computed(Generic[Of, T]):  # noqa: N801 - it stands where `property` would
    """`functools.cached_property` without its lock, which costs more than most of what is computed here."""

    def __init__(self, compute: Callable[[Of], T]) -> None:
        self._compute, self._name = compute, compute.__name__

    @overload
    def __get__(self, instance: None, owner: type) -> "computed[Of, T]": ...
    @overload
    def __get__(self, instance: Of, owner: type) -> T: ...
    def __get__(self, instance: Of | None, owner: type) -> "T | computed[Of, T]":
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._compute(instance)
        return value


@dataclass(eq=False, repr=False)
class Passage:
    """One recognised document as the rules see it: the source text, where the document stands in it, what is known.

    Rules search `text[start:end]` and report offsets into `text`. `web` lists the residue in and around the
    document, in order and without overlap; most rules should not fire there. `lists` answers `lists["laws"]` and the like: parsed data with the county's
    additions merged in.
    """

    source: SourceDocument
    document: Recognised
    web: tuple[Residue, ...] = ()
    figures: tuple[Figure, ...] = ()
    lists: Mapping[str, object] = field(default_factory=dict)
    published_on: date | None = None
    text: str = field(init=False)
    start: int = field(init=False)
    end: int = field(init=False)
    # What small sets of rules have found of their own words (`standing.Standing`), for these rules to ask.
    few: list[Any] = field(init=False)
    # Where names stand in the text (`rules._naming`): by offset where one ends that begins there, and by ~offset where one begins.
    names: dict[int, int] = field(init=False)
    _computed: dict[Callable[["Passage"], object], Any] = field(init=False)

    def __post_init__(self) -> None:
        # at once, since every rule asks for them, and `computed` costs more
        self.text = self.source.text
        self.start, self.end = self.document.start, self.document.end
        self.few, self.names, self._computed = [], {}, {}

    @computed
    def body(self) -> str:
        """The document's own stretch of text; add `start` to an offset in it."""
        return self.text[self.start : self.end]

    @computed
    def lines(self) -> tuple[tuple[int, str], ...]:
        """Every non-blank line of the document as (offset into `text`, line without surrounding blanks)."""
        found, offset = [], self.start
        for raw in self.body.splitlines(keepends=True):
            stripped = raw.strip()
            if stripped:
                found.append((offset + raw.index(stripped), stripped))
            offset += len(raw)
        return tuple(found)

    @computed
    def prose(self) -> tuple[tuple[int, str], ...]:
        """The lines that are the document's own words: without web residue, and without what begins a line of them."""
        if not self.web:
            return self.lines
        return tuple(own for line in self.lines if (own := self._own_words(*line)))

    def _own_words(self, offset: int, line: str) -> tuple[int, str] | None:
        place = bisect_right(self._web_starts, offset) - 1
        if place < 0 or self.web[place].end <= offset:
            return offset, line
        left = line[self.web[place].end - offset :]
        own = left.lstrip()
        return (offset + len(line) - len(own), own) if own else None

    @computed
    def clauses(self) -> tuple[str, ...]:
        """What stands between stops, colons and blanks: lets a rule about long or repeated clauses return at once."""
        return tuple(_BETWEEN.split(self.body))

    @computed
    def longest_clause(self) -> int:
        return max(map(len, self.clauses))

    @computed
    def characters(self) -> frozenset[str]:
        """Every character that occurs; to ask for a few of them, look into `body`, which is faster."""
        return frozenset(self.body)

    @computed
    def uncommon(self) -> str:
        """The characters that are neither in GB 2312 nor line ends: lets rules about odd characters return at once."""
        left, found = self.body, ""
        while len(found) < _FEW:
            try:
                encoded = left.encode("gb2312")
            except UnicodeEncodeError as odd:
                found += left[odd.start]
                left = left.replace(left[odd.start], "")
            else:
                controls = len(encoded.translate(None, _CONTROLS)) < len(encoded)
                return found + "".join(
                    sorted({chr(byte) for byte in encoded} & _CONTROL_CHARACTERS if controls else ())
                )
        return "".join(sorted(letter for letter in self.characters if not _is_common(letter)))

    @computed
    def markers(self) -> tuple[Marker, ...]:
        """Numbering marks at the head of the lines of `prose`."""
        return find_markers(self.prose)

    def once(self, compute: Callable[["Passage"], T]) -> T:
        """What `compute` says of this passage; rules that share a reading of it share the work."""
        computed = self._computed
        found: T = computed.get(compute, _NOT_YET)
        if found is _NOT_YET:
            found = computed[compute] = compute(self)
        return found

    def know(self, compute: Callable[["Passage"], T], said: T) -> None:
        """Enters what `compute` would say, where that is known already."""
        self._computed[compute] = said

    @computed
    def faint(self) -> list["Faint"]:
        """Doubts too weak to be told of a text without faults; `doubts.told` tells them where a text has shown many."""
        return []

    def in_web_residue(self, offset: int) -> bool:
        place = bisect_right(self._web_starts, offset) - 1
        return place >= 0 and offset < self.web[place].end

    @computed
    def _web_starts(self) -> tuple[int, ...]:
        return tuple(piece.start for piece in self.web)


class Faint(NamedTuple):
    """A finding that only a text full of faults makes likely enough: with the odds of it (logarithm) in a usual text."""

    odds: float
    finding: Finding


class Place:
    """A stretch of a text as it is seen before anything is known to stand there: one for a file, moved along it, so what it
    is asked `once` must follow from the lists alone. `few` is as of a passage."""

    __slots__ = ("_said", "end", "few", "lists", "names", "start", "text")

    def __init__(self, text: str, lists: Mapping[str, object]) -> None:
        self.text, self.lists = text, lists
        self.start, self.end = 0, len(text)
        self.names: dict[int, int] = {}
        self.few: list[Any] = []
        self._said: dict[Callable[[Any], object], Any] = {}

    @property
    def body(self) -> str:
        """As of a passage."""
        return self.text[self.start : self.end]

    def once(self, compute: Callable[["Place"], T]) -> T:
        if compute not in self._said:
            self._said[compute] = compute(self)
        found: T = self._said[compute]
        return found


# Whether what stands between two offsets of the text gives its rule anything to find.
Wakes = Callable[[Place, int, int], bool]
# What a rule finds at a word between two offsets, or at a thing that is written there; it looks at the text around alone.
At = Callable[["Rule", Passage | Place, int, int], Finding | None]
AtThing = Callable[["Rule", Passage | Place, int, int, str], Finding | None]
# What a rule finds in a stretch where its words stand, of which it knows nothing but the text and where they do.
InPlace = Callable[["Rule", Passage | Place], Iterator[Finding]]


@record
class Rule:
    """A named check. `find` yields findings made with `rule.finding(...)`; it never raises on odd text.

    `explain`, `fires` and `passes` fill the manual's page of rules: why the rule exists, a text on which it fires,
    one on which it does not. `everywhere`: also read what stands outside the recognised documents. `formerly`: the rule of
    which it was a part; whoever switched that one off has switched this one off, and what was decided then still holds.
    `when_careless`: it has doubts only (`Passage.faint`), and is asked only of a text that has shown many faults.
    """

    name: str
    category: Category
    severity: Severity
    explain: str
    fires: str
    passes: str
    find: Callable[["Rule", Passage], Iterator[Finding]]
    everywhere: bool = False
    formerly: str = ""
    when_careless: bool = False

    @property
    def asked(self) -> Callable[["Rule", Passage], Iterator[Finding]]:
        """What is asked for findings in a text that holds what the rule waits for."""
        return getattr(self.find, "find", self.find)

    @property
    def given(self) -> Callable[[Passage], object] | None:
        """What must be found of a text for the rule to find anything; None where that is not known."""
        return getattr(self.find, "view", None)

    @property
    def waits_for(self) -> tuple[str, ...]:
        """Words of which one must stand in a text for the rule to find anything; empty where that is not known."""
        return getattr(self.find, "near", ())

    @property
    def wakes(self) -> Mapping[str, Wakes]:
        """Of some of these words, what must hold where one stands for the rule to find anything by it."""
        return getattr(self.find, "wakes", {})

    @property
    def words_at(self) -> Mapping[str, tuple[Callable[[Passage], object], At]]:
        """Of some of these words, what is found at each by itself, and the reading that tells which of several counts."""
        return getattr(self.find, "words_at", {})

    @property
    def in_place(self) -> InPlace | None:
        """What finds all that hangs on those of its words at each of which nothing is found by itself, where that needs no
        passage."""
        return getattr(self.find, "in_place", None)

    @property
    def things_at(self) -> Mapping[str, AtThing]:
        """By kind, what is found at each thing by itself of which `given` rests."""
        return getattr(self.find, "things_at", {})

    def finding(
        self,
        passage: Passage | Place,
        start: int,
        end: int,
        message: str,
        *,
        suggestion: str | None = None,
        severity: Severity | None = None,
        related: tuple[Related, ...] = (),
    ) -> Finding:
        # in the order of its fields: by their names it takes half as long again
        return Finding(
            start,
            end,
            self.name,
            self.category,
            severity or self.severity,
            passage.text[start:end],
            message,
            suggestion,
            related,
        )
