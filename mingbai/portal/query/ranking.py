"""Which of the found items comes first: what the words mean, then title, exactness, freshness, validity, own unit."""

import math
from dataclasses import dataclass
from datetime import datetime

from mingbai.core.search import Passage, tokens
from mingbai.disclosure.models import Disclosure, Validity
from mingbai.portal.query.asking import Weighed
from mingbai.portal.query.understanding import Meaning

IN_TITLE, OF_UNIT, IN_BODY = 2.2, 1.6, 1.0
TITLE_IS_QUERY, TITLE_HOLDS_QUERY, BODY_HOLDS_QUERY = 3.0, 1.2, 1.0
LAPSED = -1.5
FRESH = 0.25
YEARS_OF_FRESHNESS = 3.0


@dataclass(frozen=True)
class Candidate:
    """A public row with the passage in which it was found."""

    row: Disclosure
    passage: Passage
    position: int


def _holds(text: str, alternatives: tuple[str, ...]) -> bool:
    return any(word in text for word in alternatives)


def _word_score(entry: Weighed, title: str, passage: Passage, row: Disclosure) -> float:
    alternatives = entry.word.alternatives
    if _holds(title, alternatives) or _holds(passage.codes, alternatives):
        # the word itself is worth a little more than one that means the same
        return IN_TITLE if alternatives[0] in title else IN_TITLE - 0.2
    if row.unit_id in entry.word.units:
        return OF_UNIT
    if _holds(passage.body, alternatives):
        return IN_BODY if alternatives[0] in passage.body else IN_BODY - 0.1
    above = {int(part) for part in row.unit.path.split("/") if part}
    return 0.5 * OF_UNIT if above & set(entry.word.units) else 0.0


def _exactness(meaning: Meaning, title: str, passage: Passage) -> float:
    """The whole query in one piece, or all its pieces in the title."""
    query = "".join(meaning.chunks)
    if title == query:
        return TITLE_IS_QUERY
    if query in title:
        return TITLE_HOLDS_QUERY + len(query) / len(title)
    if len(query) >= 4 and title in query:
        return TITLE_HOLDS_QUERY
    if len(query) >= 4 and query in passage.body:
        return BODY_HOLDS_QUERY
    return 0.0


def score(meaning: Meaning, weighed: list[Weighed], candidate: Candidate, now: datetime) -> float:
    row, passage = candidate.row, candidate.passage
    title = tokens.normalise(row.title)
    total = sum(entry.weight for entry in weighed) or 1.0
    words = sum(entry.weight * _word_score(entry, title, passage, row) for entry in weighed) / total
    age = (now - row.published_at).days / 365.25 if row.published_at else 10.0
    freshness = FRESH * math.exp(-max(age, 0.0) / YEARS_OF_FRESHNESS)
    lapsed = LAPSED if row.validity != Validity.IN_FORCE else 0.0
    return words + _exactness(meaning, title, passage) + _own_unit(meaning, row) + freshness + lapsed


def _own_unit(meaning: Meaning, row: Disclosure) -> float:
    """Documents of the unit that is named come before documents about it."""
    return 0.3 if row.unit_id in meaning.units else 0.0
