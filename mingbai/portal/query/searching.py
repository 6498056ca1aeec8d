"""One search: understand, find, rank, join to what is public now, cut snippets."""

import time
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from mingbai.core import clock
from mingbai.core import search as index_of
from mingbai.core.search import Ask, Hit, Passage, Survey, tokens
from mingbai.disclosure.models import Disclosure, Validity
from mingbai.disclosure.selectors import public_items
from mingbai.portal.query import asking, dictionary, snippets
from mingbai.portal.query.filters import LAST_PAGE, Filters
from mingbai.portal.query.ranking import Candidate, score
from mingbai.portal.query.understanding import Meaning, understand

PAGE = 10
ENOUGH = 20
# so many characters found in one piece are what was meant
A_QUOTATION = 9
SHOWN = (
    "title",
    "document_number",
    "validity",
    "kind",
    "published_at",
    "source_file",
    "source_start",
    "source_end",
    "unit__name",
    "unit__short_name",
    "unit__path",
    "unit__code",
)


@dataclass(frozen=True)
class Result:
    row: Disclosure
    score: float
    title: SafeString
    snippet: SafeString

    @property
    def is_lapsed(self) -> bool:
        return bool(self.row.validity != Validity.IN_FORCE)


@dataclass(frozen=True)
class Results:
    """`loosened`: not every word was found together. `ignored`: words that no document has."""

    meaning: Meaning
    filters: Filters
    results: list[Result] = field(default_factory=list)
    survey: Survey = field(default_factory=lambda: Survey(0))
    page: int = 1
    has_next: bool = False
    loosened: bool = False
    ignored: tuple[str, ...] = ()
    took_ms: float = 0.0

    @property
    def count(self) -> int:
        return self.survey.count

    @property
    def count_label(self) -> str:
        return "2万+" if self.survey.capped else str(self.survey.count)


@dataclass
class _Found:
    meaning: Meaning
    weighed: list[asking.Weighed]
    ask: Ask
    hits: list[Hit]
    loosened: bool = False


def search(typed: str, filters: Filters | None = None, *, page: int = 1, size: int = PAGE) -> Results:
    """Whatever is typed gets an answer; bounded work whatever it is."""
    started = time.perf_counter()
    chosen = filters or Filters()
    words = dictionary.current()
    meaning = understand(typed, words)
    if not meaning.chunks or not any(map(tokens.pairs, meaning.chunks)):
        return Results(meaning, chosen, took_ms=_since(started))
    first = max(0, min(page, LAST_PAGE) - 1) * size
    found = _find(meaning, words, chosen, first + size + 1)
    ranked = _ranked(found, newest=chosen.sort == "newest")
    shown = ranked[first : first + size]
    survey = index_of.backend().survey(found.ask)
    if found.loosened:
        survey = Survey(max(survey.count, len(ranked)), survey.facets, survey.capped)
    return Results(
        meaning=found.meaning,
        filters=chosen,
        results=_cut(found.meaning, shown),
        survey=survey,
        page=min(page, LAST_PAGE),
        has_next=len(ranked) > first + size and page < LAST_PAGE,
        loosened=found.loosened,
        ignored=tuple(entry.word.text for entry in found.weighed if entry.missing),
        took_ms=_since(started),
    )


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)


def _find(meaning: Meaning, words: dictionary.Dictionary, filters: Filters, wanted: int) -> _Found:
    index, marks = index_of.backend(), filters.marks()
    ask = asking.strict(meaning, words, marks)
    weighed = asking.weigh(meaning, index, marks)
    mended = asking.corrected(meaning, weighed, words)
    if mended is not meaning:
        meaning, weighed = mended, asking.weigh(mended, index, marks)
    if meaning.letters and not index.count(ask, ceiling=1):
        ask = asking.by_initials(meaning.letters, words, marks) or ask
    limit = max(asking.POOL, wanted)
    if filters.sort == "newest":
        hits = index.newest(ask, limit=limit)
    else:
        hits = asking.pool(index, ask, limit)
    found = _Found(meaning, weighed, ask, hits)
    quoted = bool(hits) and (meaning.number or len("".join(meaning.chunks)) >= A_QUOTATION)
    return found if quoted or len(hits) >= asking.FEW else _widen(found, marks)


def _widen(found: _Found, marks: asking.Marks) -> _Found:
    """Too few have it as typed: those with all the words, then those with most of what the words say."""
    index = index_of.backend()
    hits = {hit.document: hit for hit in found.hits}
    if found.weighed and not any(entry.missing for entry in found.weighed):
        ask = asking.by_words([entry.word for entry in found.weighed], marks)
        hits |= {hit.document: hit for hit in asking.pool(index, ask) if hit.document not in hits}
        found.ask = ask if hits else found.ask
    if len(hits) >= asking.FEW:
        found.hits = list(hits.values())
        return found
    for ask in asking.looser(found.weighed, marks):
        fresh = [hit for hit in asking.pool(index, ask, 30) if hit.document not in hits]
        hits |= {hit.document: hit for hit in fresh}
        found.loosened = found.loosened or bool(fresh)
        if len(hits) >= ENOUGH:
            break
    found.hits = list(hits.values())
    return found


def _ranked(found: _Found, *, newest: bool) -> list[tuple[float, Candidate]]:
    """Joined to the rows that are public now: what was withdrawn a moment ago is not there."""
    hits = {hit.document: hit for hit in found.hits}
    rows = public_items().filter(pk__in=list(hits)).only(*SHOWN)
    passages: dict[int, Passage] = index_of.backend().passages(found.hits)
    now = clock.now()
    scored = []
    for row in rows:
        position = hits[row.pk].position
        if position in passages:
            candidate = Candidate(row, passages[position], position)
            scored.append((score(found.meaning, found.weighed, candidate, now), candidate))
    if newest:
        return sorted(scored, key=lambda pair: (pair[1].row.published_at, pair[1].row.pk), reverse=True)
    return sorted(scored, key=lambda pair: (-pair[0], -pair[1].position))


def _cut(meaning: Meaning, shown: list[tuple[float, Candidate]]) -> list[Result]:
    words = {alternative for word in meaning.words for alternative in word.alternatives}
    words |= {chunk for chunk in meaning.chunks if len(chunk) > 1}
    texts = _original_texts([candidate.row for _, candidate in shown])
    results = []
    for value, candidate in shown:
        text = texts.get(candidate.row.pk, "")
        # the word may stand in an attachment only: then the passage of the index tells where
        elsewhere = any(word in candidate.passage.body for word in words)
        source = candidate.passage.body if elsewhere and not any(word in text for word in words) else text
        title = snippets.marked(candidate.row.title, words)
        results.append(Result(candidate.row, round(value, 3), title, snippets.excerpt(source, words)))
    return results


def _original_texts(rows: list[Disclosure]) -> dict[int, str]:
    found = public_items().filter(pk__in=[row.pk for row in rows])
    return dict(found.values_list("pk", "published_edition__text__plain"))
