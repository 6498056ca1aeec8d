"""One search: understand, find, rank, join to what is public now, cut snippets."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations

from django.db.models import F
from django.utils.safestring import SafeString

from mingbai.core import clock
from mingbai.core import search as index_of
from mingbai.core.search import Ask, Hit, Passage, Survey, tokens
from mingbai.disclosure import service_guides
from mingbai.disclosure.models import Disclosure, Validity
from mingbai.disclosure.selectors import public_items_among
from mingbai.portal.query import asking, dictionary, snippets
from mingbai.portal.query.filters import LAST_PAGE, Filters
from mingbai.portal.query.ranking import LAPSED, ROLES, Candidate, Row, pattern_of, role_of, score
from mingbai.portal.query.remembered import Remembered
from mingbai.portal.query.understanding import Meaning, Word, parts, respelled, understand

PAGE = 10
ENOUGH = 20
TELLING = 3
STEP_BACK, MOST_STEPS = 0.25, 5
# so little before the best of those that lack some of the words
BEFORE = 0.001
# so many characters found in one piece are what was meant
A_LONG_QUOTATION = 16
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
    def kind_label(self) -> str:
        """办事指南 where it is one, else the kind of writing."""
        return service_guides.LABEL if role_of(self.row) == "guide" else self.row.get_kind_display()

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
    def answering(self) -> int:
        """How many have what was asked; none where a word of it stands nowhere and the rest was found without it."""
        return 0 if self.ignored else self.count

    @property
    def at_least(self) -> int:
        """In round figures where not all were counted."""
        return self.survey.count // 100 * 100 or self.survey.count

    @property
    def count_label(self) -> str:
        return f"{self.at_least}+" if self.survey.capped else str(self.survey.count)


@dataclass
class _Found:
    index: Remembered
    meaning: Meaning
    weighed: list[asking.Weighed]
    ask: Ask
    hits: list[Hit]
    loosened: bool = False
    # documents that have all that was typed, or all the words that count; the rest was found by leaving some out
    whole: frozenset[int] = frozenset()
    # some title has all the words
    titled: bool = False
    # words as they were typed that no document has
    unknown: tuple[str, ...] = ()


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
    survey = found.index.index.survey(found.ask)
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
        ignored=_ignored(found),
        took_ms=_since(started),
    )


def _ignored(found: _Found) -> tuple[str, ...]:
    """What no document has, in the words that were typed: for 幼儿园 its parts of 学前教育 may have been looked for, and
    the reader never wrote those."""
    missing = [entry.word.text for entry in found.weighed if entry.missing]
    taken = {typed for typed, _ in found.meaning.corrected}
    parts = [entry.word.text for entry in found.weighed]
    told = []
    for typed in found.unknown:
        own = [part for part in parts if part in typed]
        whole = sum(map(len, own)) >= len(typed)
        if typed not in taken:
            told += [part for part in own if part in missing] if whole else [typed]
    return tuple(dict.fromkeys(told))


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)


def _find(meaning: Meaning, words: dictionary.Dictionary, filters: Filters, wanted: int) -> _Found:
    index, marks = Remembered(index_of.backend().for_one_search()), filters.marks()
    ask = asking.strict(meaning, words, marks)
    if meaning.number:
        meaning, ask = _numbered(meaning, ask, index, words, marks)
    if (spelled := respelled(meaning, words)) is not meaning and not index.count(ask, ceiling=1):
        meaning, ask = spelled, asking.strict(spelled, words, marks)
    weighed = asking.weigh(meaning, index, marks)
    unknown = tuple(entry.word.text for entry in weighed if entry.missing)
    # a second time for what was mended to a word that no document has either: then its parts are looked for
    for _ in range(2):
        mended = asking.corrected(meaning, weighed, words, index, marks)
        if mended is meaning:
            break
        meaning, weighed = mended, asking.weigh(mended, index, marks)
    if meaning.letters and (apart := asking.by_initials(meaning, words)):
        meaning = replace(meaning, words=(*meaning.words, *apart))
        ask = ask if index.count(ask, ceiling=1) else asking.by_words(apart, marks)
        weighed = asking.weigh(meaning, index, marks)
    limit = max(asking.POOL, wanted)
    if filters.sort == "newest":
        newest = _Found(index, meaning, weighed, ask, index.newest(ask, limit=limit), unknown=unknown)
        return _newest(newest, marks, limit)
    found = _Found(index, meaning, weighed, ask, asking.pool(index, ask, limit), unknown=unknown)
    quoted = bool(found.hits) and (meaning.number or len("".join(meaning.chunks)) >= A_LONG_QUOTATION)
    return found if quoted else _widen(found, marks, limit)


def _numbered(
    meaning: Meaning, ask: Ask, index: Remembered, words: dictionary.Dictionary, marks: asking.Marks
) -> tuple[Meaning, Ask]:
    """The document of this number, else the one of the named unit, else what the words mean."""
    for asked in (ask, asking.by_unit_and_number(meaning, words, marks)):
        if asked and index.count(asked, ceiling=1):
            return replace(meaning, words=()), asked
    plain = replace(meaning, number=None)
    return plain, asking.strict(plain, words, marks)


def _newest(found: _Found, marks: asking.Marks, limit: int) -> _Found:
    return found if len(found.hits) >= asking.FEW else _widen(found, marks, limit)


def _widen(found: _Found, marks: asking.Marks, limit: int) -> _Found:
    """Beside what has it as typed: what has all the words that count, in its title first, or answers the question; and
    while that is little, what has most of the words."""
    index = found.index
    hits = {hit.document: hit for hit in found.hits}
    missing = {entry.word for entry in found.weighed if entry.missing}
    words = [word for word in found.meaning.strong if word not in missing]
    complete = words and not missing.intersection(found.meaning.strong) and not found.meaning.letters
    if complete:
        ask = asking.by_words(words, marks)
        if ask != found.ask:
            # beside many that have it as typed, fewer of the others are weighed
            every = asking.pool(index, ask, limit // 2 if len(hits) >= ENOUGH else limit)
            hits |= {hit.document: hit for hit in every if hit.document not in hits}
            found.ask = ask if every else found.ask
    found.whole = frozenset(hits)
    if words:
        more = list(_answers(found, words, marks))
        hits |= {hit.document: hit for hit in more if hit.document not in hits}
    if len(hits) < asking.FEW or not complete:
        _loosen(found, hits, marks)
    if words and not found.titled or any(word.related for word in words):
        more = list(_by_title(found, words, marks))
        hits |= {hit.document: hit for hit in more if hit.document not in hits}
    found.hits = list(hits.values())
    return found


def _answers(found: _Found, words: list[Word], marks: asking.Marks) -> Iterator[Hit]:
    """Titles with all the words, or with what long words are made of; and the kinds of items that answer such a
    question."""
    index, meaning = found.index, found.meaning
    weights = {entry.word: entry.weight for entry in found.weighed}
    titles = index.newest(asking.in_titles(words, marks), limit=asking.TITLES)
    if not titles:
        apart = [Word(part, (part,)) for word in words if not word.units for part in parts(word.text)]
        rest = [word for word in words if word.units or not parts(word.text)]
        titles = index.newest(asking.in_titles([*rest, *apart], marks), limit=asking.TITLES) if apart else []
    found.titled = bool(titles)
    yield from titles
    if meaning.intent:
        kinds = [kind for role in meaning.intent.prefer for kind in ROLES.get(role, ())]
        if kinds:
            asked = asking.pool(index, asking.of_kinds(asking.by_words(words, marks), kinds), asking.TITLES)
            # in an answer the matter itself counts, not how somebody put it
            telling = max(words, key=lambda word: (not word.units, weights.get(word, 0.0)))
            if not asked and len(words) > 1:
                alone = asking.of_kinds(asking.by_words([telling], marks), kinds)
                asked = asking.pool(index, alone, asking.TITLES)
            yield from asked


def _by_title(found: _Found, words: list[Word], marks: asking.Marks) -> Iterator[Hit]:
    """Titles with two of the most telling words, or one, or with what is nearest to it: the answer to a question seldom
    has all of its words."""
    weights = {entry.word: entry.weight for entry in found.weighed}
    telling = sorted(words, key=lambda word: -weights.get(word, 0.0))[:TELLING]
    asked = list(combinations(telling, 2)) if len(words) > 2 and not found.titled else []
    for together in [*asked, *((word,) for word in telling if not word.units)]:
        yield from found.index.newest(asking.in_titles([word.near for word in together], marks), limit=ENOUGH)


def _loosen(found: _Found, hits: dict[int, Hit], marks: asking.Marks) -> None:
    for asks in asking.looser(found.weighed, marks):
        every = [hit for ask in asks for hit in asking.pool(found.index, ask, 30)]
        fresh = [hit for hit in every if hit.document not in hits]
        hits |= {hit.document: hit for hit in fresh}
        found.loosened = found.loosened or bool(fresh)
        if len(hits) >= ENOUGH:
            break


def _ranked(found: _Found, *, newest: bool) -> list[tuple[float, Candidate]]:
    """Joined to the rows that are public now: what was withdrawn a moment ago is not there."""
    hits = {hit.document: hit for hit in found.hits}
    rows = map(Row._make, public_items_among(list(hits)).values_list(*Row._fields))
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
    return _lapsed_in_place(_varied(sorted(scored, key=_best_first)), found.whole)


def _best_first(pair: tuple[float, Candidate]) -> tuple[float, int]:
    return -pair[0], -pair[1].position


def _varied(ranked: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """Thirty towns publish the same list each quarter: of titles alike but for unit and number, each further one steps
    back a little, so that the first results differ in what they say."""
    seen: Counter[str] = Counter()
    varied = []
    for value, candidate in ranked:
        alike, title = pattern_of(candidate.row), candidate.row.title
        # of the same title word for word there is hardly more to say
        steps = min(seen[alike], MOST_STEPS) + min(seen[title], MOST_STEPS)
        varied.append((value - STEP_BACK * steps, candidate))
        seen.update({alike, title})
    return sorted(varied, key=_best_first)


def _lapsed_in_place(
    ranked: list[tuple[float, Candidate]], whole: frozenset[int]
) -> list[tuple[float, Candidate]]:
    """What is no longer in force steps back behind what has all the words as well, but not behind what lacks some of
    them: who asks for the very words of a repealed paper, or of its attachment, is shown that paper."""
    partial = max((value for value, candidate in ranked if candidate.row.pk not in whole), default=None)
    if partial is None:
        return ranked
    lifted = [
        (max(value, min(value - LAPSED, partial + BEFORE)), candidate)
        if candidate.row.pk in whole and candidate.row.validity != Validity.IN_FORCE
        else (value, candidate)
        for value, candidate in ranked
    ]
    return sorted(lifted, key=_best_first)


def _cut(meaning: Meaning, shown: list[tuple[float, Candidate]]) -> list[Result]:
    """Whole rows and their texts are read for what is shown alone."""
    words = {alternative for word in meaning.words for alternative in word.alternatives}
    words |= {chunk for chunk in meaning.chunks if len(chunk) > 1}
    numbers = [candidate.row.pk for _, candidate in shown]
    whole = public_items_among(numbers).annotate(plain=F("published_edition__text__plain"))
    rows = whole.select_related("unit").only(*SHOWN).in_bulk()
    results = []
    for value, candidate in shown:
        row = rows.get(candidate.row.pk)
        if row is None:
            continue  # withdrawn between the two questions
        text = row.plain or ""
        # the word may stand in an attachment only: then the passage of the index tells where
        elsewhere = any(word in candidate.passage.body for word in words)
        source = candidate.passage.body if elsewhere and not any(word in text for word in words) else text
        title = snippets.marked(row.title, words)
        results.append(Result(row, round(value, 3), title, snippets.excerpt(source, words)))
    return results
