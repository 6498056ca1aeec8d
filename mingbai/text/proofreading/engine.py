"""Runs the rules over what `ingest` knows of a file, and keeps one finding for one mistake."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain

from mingbai.text import lazy
from mingbai.text.model import (
    DocumentKind,
    Figure,
    Finding,
    HiddenText,
    Ingested,
    Recognised,
    Residue,
    SourceDocument,
)
from mingbai.text.proofreading.asking import asked, is_failure, unless_it_fails, within
from mingbai.text.proofreading.doubts import is_careless, told
from mingbai.text.proofreading.glance import Glance, Share
from mingbai.text.proofreading.model import Passage, Place, Rule, computed
from mingbai.text.proofreading.rules import rules_for
from mingbai.text.proofreading.rules._persons import without_names
from mingbai.text.proofreading.rules._yielding import without_seconds
from mingbai.text.proofreading.sight import Told
from mingbai.text.proofreading.statutory import without_tables
from mingbai.text.proofreading.trial import Gravity, as_proven, as_said, gravity_by
from mingbai.text.proofreading.triggers import RuleSet, said

_SEVERITIES = {"error": 0, "warning": 1, "info": 2}
# Spans this short that touch each other in one category are the same mistake seen by two rules.
_SHORT = 12
# Findings come in the order of the text, so the same words are never far back.
_LOOK_BACK = 12


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the caller knows better than the text; None leaves what was recognised."""

    kind: DocumentKind | None = None
    unit: str | None = None
    year: int | None = None

    def applied_to(self, document: Recognised) -> Recognised:
        if self is _NOTHING_KNOWN:
            return document
        return replace(
            document,
            kind=self.kind or document.kind,
            unit=self.unit or document.unit,
            year=self.year or document.year,
        )


_NOTHING_KNOWN = Overrides()
# Says what rules find in a passage.
Ask = Callable[[RuleSet, Passage], list[Finding]]
# what can be wrong in the cells of a table as well as in prose
_OF_TABLES_TOO = frozenset({"personal_data", "encoding_damage", "template_placeholder"})


def check(
    ingested: Ingested,
    *,
    lists: Mapping[str, object],
    published_on: date | None = None,
    overrides: Overrides = _NOTHING_KNOWN,
    disabled: Collection[str] = (),
    ask: Ask = said,
) -> list[Finding]:
    """Every finding in one file, in the order of the text.

    `disabled` switches off rules by name, by group (`date`) or by category; `ask` is how rules are asked. Near-copies between files are
    `proofreading.twins.compare`. Never raises on odd text: of a rule that fails one item says so (`asking.is_failure`), for each document.
    """
    switched_off = frozenset(disabled)
    rules = _set_of(switched_off)
    file = _File(ingested, lists, published_on, overrides)
    # where a look at the whole file fails, each document is read by itself
    glance = unless_it_fails(None, rules.every.glance, ingested.source.text) if rules.are_everywhere else None
    if glance is None:
        found = list(_everything(rules, file, ask))
    else:
        found = _at_a_glance(rules.every, glance, file) if glance.number else []
    if ingested.source.hidden:
        found += _in_hidden_text(ingested, lists, switched_off)
    return as_proven(_sifted(found, gravity_by(found, lists)) if len(found) > 1 else found, lists)


def _sifted(found: list[Finding], gravity: Gravity) -> list[Finding]:
    """In the order of the text, one finding for one mistake, and every failure of a rule."""
    failures = [one for one in found if is_failure(one)]
    sound = [one for one in found if not is_failure(one)] if failures else found
    sifted = [*without_seconds(without_repetition(once_per_file(sound), gravity))]
    return (
        sorted([*failures, *sifted], key=lambda one: (one.start, one.end, one.rule)) if failures else sifted
    )


def _everything(rules: "_Sets", file: "_File", ask: Ask) -> Iterator[Finding]:
    source = file.ingested.source
    bare = _without_tables(source)
    for passage in file.passages():
        if bare is source:
            found = without_names(passage, ask(rules.every, passage))
            yield from chain(found, _doubts(rules, passage, found))
            continue
        found = without_names(passage, ask(rules.of_tables, passage))
        prose = replace(passage, source=bare)
        of_prose = without_names(prose, ask(rules.of_prose, prose))
        doubts = _doubts(rules, prose, [*found, *of_prose])
        yield from chain(found, _quoted(chain(of_prose, doubts), passage))
    for span in file.outside():
        yield from ask(rules.everywhere, file.passage_outside(*span))


def _doubts(rules: "_Sets", passage: Passage, found: list[Finding]) -> list[Finding]:
    """The weak doubts that what was found makes likely."""
    faults = without_repetition([one for one in found if not is_failure(one)])
    length = passage.end - passage.start
    if not is_careless(faults, length):
        return []
    failures = [one for rule in rules.of_the_careless for one in asked(rule, rule.find, passage)]
    doubts = told(passage.faint, faults, length)
    return [*failures, *without_names(passage, within(passage, [*doubts]))]


def _at_a_glance(rules: RuleSet, glance: Glance, file: "_File") -> list[Finding]:
    """What a few rules find that read everywhere; a passage in which nothing stands for them is not even made."""
    place, left, reached = Place(file.ingested.source.text, file.lists), glance.number, 0
    found: list[Finding] = []
    for number, document in enumerate(file.documents):
        place.start, place.end = start, end = document.start, document.end
        if share := glance.between(start, end):
            if start >= reached:
                left -= share.whole
            found += _in_share(rules, share, place, file.passage, number)
        if end > reached:
            reached = end
    for start, end in file.gaps() if left else ():
        place.start, place.end = start, end
        if share := glance.between(start, end):
            found += _in_share(rules, share, place, file.passage_outside, start, end)
    return found


def _in_share(
    rules: RuleSet, share: Share, place: Place, make: Callable[..., Passage], *of_what: int
) -> Iterable[Finding]:
    """What the rules find where this much stands; a passage is made for those that need one."""
    woken, told = rules.told_by(share, place)
    if woken:
        passage = make(*of_what)
        passage.names = place.names
        for number, (rule, find) in zip(sorted(woken), rules.awake_for(passage, share, woken), strict=True):
            told += [(number, one) for one in asked(rule, find, passage)]
    if len(told) > 1:
        told.sort(key=_number)
    return [one for _, one in told]


def _number(told: Told) -> int:
    return told[0]


class _Sets:
    """Rules by where they read: in documents, in those with statutory tables, outside; each set is made when needed."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = tuple(rule for rule in rules if not rule.when_careless)
        self.of_the_careless = tuple(rule for rule in rules if rule.when_careless)

    @cached_property
    def every(self) -> RuleSet:
        return RuleSet(self._rules)

    @cached_property
    def are_everywhere(self) -> bool:
        """Whether all of them read tables as well as prose, and outside the documents too."""
        return all(rule.category == "personal_data" for rule in self._rules)

    @cached_property
    def of_tables(self) -> RuleSet:
        return RuleSet(tuple(rule for rule in self._rules if rule.category in _OF_TABLES_TOO))

    @cached_property
    def of_prose(self) -> RuleSet:
        return RuleSet(tuple(rule for rule in self._rules if rule.category not in _OF_TABLES_TOO))

    @cached_property
    def everywhere(self) -> RuleSet:
        return RuleSet(
            tuple(rule for rule in self._rules if rule.everywhere or rule.category == "personal_data")
        )


@lru_cache(maxsize=64)
def _set_of(switched_off: frozenset[str]) -> _Sets:
    lazy.compile_classes_once()
    return _Sets(rules_for(switched_off))


def forget_sets() -> None:
    """Where other rules are to be asked than before (`rules.only_of`)."""
    _set_of.cache_clear()


def _without_tables(source: SourceDocument) -> SourceDocument:
    """The source as rules about prose see it; the same one where there are no statutory tables."""
    text = without_tables(source.text)
    return source if text == source.text else replace(source, text=text)


def _quoted(findings: Iterable[Finding], passage: Passage) -> Iterator[Finding]:
    """Findings with the words that really stand there."""
    for finding in findings:
        yield replace(finding, quote=passage.text[finding.start : finding.end])


def passages(
    ingested: Ingested,
    *,
    lists: Mapping[str, object],
    published_on: date | None = None,
    overrides: Overrides = _NOTHING_KNOWN,
) -> Iterator[Passage]:
    """One passage per recognised document; a file in which none was recognised is one document of unknown kind."""
    return _File(ingested, lists, published_on, overrides).passages()


class _File:
    """A file as the passages that it is made of."""

    def __init__(
        self,
        ingested: Ingested,
        lists: Mapping[str, object],
        published_on: date | None = None,
        overrides: Overrides = _NOTHING_KNOWN,
    ) -> None:
        self.ingested, self.lists = ingested, lists
        self._published_on, self._overrides = published_on, overrides
        self.documents = ingested.documents or (Recognised(start=0, end=len(ingested.source.text)),)

    def passages(self) -> Iterator[Passage]:
        return map(self.passage, range(len(self.documents)))

    def passage(self, number: int) -> Passage:
        """One document."""
        document, overrides = self.documents[number], self._overrides
        return Passage(
            self.ingested.source,
            document if overrides is _NOTHING_KNOWN else overrides.applied_to(document),
            self._web[number],
            self._figures[number],
            self.lists,
            self._published_on,
        )

    def outside(self) -> Iterator[tuple[int, int]]:
        """What stands before, between and after the documents; a cut or a telephone number there still matters."""
        text = self.ingested.source.text
        return (gap for gap in self.gaps() if not text[slice(*gap)].isspace())

    def gaps(self) -> Iterator[tuple[int, int]]:
        """As `outside`, the blanks between documents too."""
        reached = 0
        for document in self.ingested.documents:
            if reached < document.start:
                yield reached, document.start
            if reached < document.end:
                reached = document.end
        length = len(self.ingested.source.text)
        if self.ingested.documents and reached < length:
            yield reached, length

    def passage_outside(self, start: int, end: int) -> Passage:
        place = Recognised(start=start, end=end)
        return Passage(self.ingested.source, place, tuple(self.ingested.stripped), lists=self.lists)

    @computed
    def _web(self) -> Sequence[tuple[Residue, ...]]:
        """Each piece of web page goes to the document it ends in or stands before; what follows the last, to the last."""
        if not self.ingested.stripped:
            return ((),) * len(self.documents)
        pieces = sorted(self.ingested.stripped, key=lambda piece: piece.start)
        if len(self.documents) == 1:
            return (tuple(pieces),)
        ends = [document.end for document in self.documents]
        shares: list[list[Residue]] = [[] for _ in ends]
        for piece in pieces:
            shares[min(bisect_left(ends, piece.end), len(ends) - 1)].append(piece)
        return [tuple(share) for share in shares]

    @computed
    def _figures(self) -> Sequence[tuple[Figure, ...]]:
        if len(self.documents) == 1:
            return (tuple(self.ingested.figures),)
        shares: list[list[Figure]] = [[] for _ in self.documents]
        for figure in self.ingested.figures:
            shares[figure.document].append(figure)
        return [tuple(share) for share in shares]


def _in_hidden_text(
    ingested: Ingested, lists: Mapping[str, object], disabled: frozenset[str]
) -> list[Finding]:
    """Personal data where no reader looks: hidden sheets and columns, comments, document properties."""
    found: list[Finding] = []
    rules = [rule for rule in rules_for(disabled) if rule.category == "personal_data"]
    for piece in ingested.source.hidden:
        for rule in rules:
            found += [_at_the_top(finding, piece) for finding in asked(rule, rule.find, _alone(piece, lists))]
    # there may be a thousand comments: that a rule failed on them is said once
    return list(dict.fromkeys(found))


def _alone(piece: HiddenText, lists: Mapping[str, object]) -> Passage:
    source = SourceDocument(file=piece.place, text=piece.text, media_type="text/plain")
    return Passage(source=source, document=Recognised(start=0, end=len(piece.text)), lists=lists)


def _at_the_top(finding: Finding, piece: HiddenText) -> Finding:
    where = "" if is_failure(finding) else f"（{piece.place}）"
    message = f"文件里看不见的地方{where}：{finding.message}"
    return replace(finding, start=0, end=0, message=message, related=())


def once_per_file(findings: list[Finding]) -> list[Finding]:
    """Of a rule whose name ends in `_systematic`, only the first finding: one habit is one remark."""
    seen: set[str] = set()
    kept = []
    for finding in findings:
        if finding.rule.endswith("_systematic"):
            if finding.rule in seen:
                continue
            seen.add(finding.rule)
        kept.append(finding)
    return kept


def without_repetition(findings: list[Finding], gravity: Gravity = as_said) -> list[Finding]:
    """In the order of the text; of findings of one category on the same words, the gravest and then the longest.

    `gravity` is what a finding's rule has earned; of two that have earned as much, what they say themselves decides.
    """
    kept: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda found: (found.start, -found.end, _SEVERITIES[found.severity])):
        rivals = kept.setdefault(finding.category, [])
        for place in range(len(rivals) - 1, max(len(rivals) - 1 - _LOOK_BACK, -1), -1):
            if _same_mistake(finding, rivals[place]):
                if _weight(finding, gravity) < _weight(rivals[place], gravity):
                    rivals[place] = finding
                break
        else:
            rivals.append(finding)
    merged = (finding for rivals in kept.values() for finding in rivals)
    return sorted(merged, key=lambda found: (found.start, found.end, found.rule))


def _weight(finding: Finding, gravity: Gravity) -> tuple[int, int]:
    return _SEVERITIES[gravity(finding)], _SEVERITIES[finding.severity]


def _same_mistake(one: Finding, other: Finding) -> bool:
    if (one.start, one.end) == (other.start, other.end):
        return one.end > one.start or one.message == other.message
    shared = min(one.end, other.end) - max(one.start, other.start)
    longer = max(one.end - one.start, other.end - other.start)
    # sums are told with their parts or without, and end with the total that does not agree
    is_one_total = one.end == other.end and one.category == "arithmetic_inconsistency"
    return shared > 0 and (longer <= _SHORT or shared * 2 >= longer or is_one_total)
