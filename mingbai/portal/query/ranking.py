"""Which of the found items comes first: what the words mean, then title, exactness, what kind of item answers such a
question, freshness, validity, own unit."""

import math
import re
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from mingbai.core import clock
from mingbai.core.search import Passage, tokens
from mingbai.disclosure import service_guides
from mingbai.disclosure.models import Disclosure, Kind, Validity
from mingbai.portal.query.asking import Weighed
from mingbai.portal.query.understanding import Meaning, Word

IN_TITLE, IN_CODES, OF_UNIT, OF_YEAR, IN_BODY = 2.2, 1.5, 1.6, 1.3, 1.0
# what a saying may be after, in the title; and the very word in the text beside it
RELATED_IN_TITLE, SAID_TOO = 1.8, 0.3
TITLE_IS_QUERY, TITLE_HOLDS_QUERY, BODY_HOLDS_QUERY, BODY_HOLDS_QUOTATION = 3.0, 1.2, 0.6, 2.0
A_QUOTATION = 9
TITLE_SHARES = 0.6
LAPSED = -1.5
FRESH = 0.25
YEARS_OF_FRESHNESS = 3.0
# an answer to the kind of question counts for about as much as the word in the title instead of in the text
ANSWERS = (1.4, 1.0, 0.7)
RARELY_ANSWERS = -0.5
# a word that counts for less is not there, or is somewhere above the unit
MATTERS = 0.65
OF_KIND = 0.6
ROLES: dict[str, tuple[str, ...]] = {
    "guide": (service_guides.KIND,),
    "interpretation": (Kind.INTERPRETATION,),
    "policy": (Kind.NORMATIVE_DOCUMENT,),
    "list": (Kind.LIST, Kind.ANNOUNCEMENT),
}
_KIND_OF_UNIT = re.compile("([镇乡村局校])(?:长|政府|委会|支书|干部|领导|里的?领导)")
_ENDS: dict[str, str | tuple[str, ...]] = {
    "镇": "镇",
    "乡": "乡",
    "村": "村",
    "局": "局",
    "校": ("小学", "中学", "学校", "幼儿园"),
}
_CONTACT = re.compile("办公地址|联系方式|办公时间|机构概况")
_DIFFERS = re.compile(r"[\W\d_]+|第[一二三四]季度|[上下]半年|[一二三四五六七八九十]+月|年度?")
_NO_WORD = re.compile(r"[\W_]+")


class Row(NamedTuple):
    """Of a public item what its place depends on; by the names of the query."""

    pk: int
    title: str
    kind: str
    validity: str
    published_at: datetime | None
    unit_id: int
    unit__name: str
    unit__short_name: str
    unit__path: str


@dataclass(frozen=True)
class Candidate:
    """A public row with the passage in which it was found."""

    row: Row
    passage: Passage
    position: int


def role_of(row: Row | Disclosure) -> str:
    """Which of `ROLES` an item plays for somebody who asks; empty for the rest."""
    if _CONTACT.search(row.title):
        return "contact"
    if service_guides.is_service_guide(row.title, row.kind):
        return "guide"
    return next((role for role, kinds in ROLES.items() if row.kind in kinds), "")


def pattern_of(row: Row) -> str:
    """A title without its unit, its numbers and what else differs from quarter to quarter."""
    title = row.title.replace(row.unit__name, "").replace(row.unit__short_name or row.unit__name, "")
    return _DIFFERS.sub("", title)


def _holds(text: str, alternatives: tuple[str, ...]) -> bool:
    return any(word in text for word in alternatives)


def _titled(word: Word, title: str) -> float:
    """The word itself is worth a little more than one that means the same, and that more than what is only related, the
    less the farther."""
    if word.text in title:
        return IN_TITLE
    if _holds(title, word.same):
        return IN_TITLE - 0.2
    place = next((place for place, other in enumerate(word.related) if other in title), None)
    return 0.0 if place is None else max(RELATED_IN_TITLE - 0.15 * place, IN_BODY)


def _word_score(entry: Weighed, title: str, passage: Passage, row: Row) -> float:
    word, alternatives = entry.word, entry.word.alternatives
    if titled := _titled(word, title):
        # who asks about fireworks is not served by every inspection of safety
        said = bool(word.related) and titled <= RELATED_IN_TITLE and _holds(passage.body, word.same)
        return titled + SAID_TOO if said else titled
    if row.unit_id in entry.word.units:
        return OF_UNIT
    if entry.word.year and row.published_at and clock.china_day(row.published_at).year == entry.word.year:
        return OF_YEAR
    if _holds(passage.codes, alternatives):
        return IN_CODES
    if _holds(passage.body, alternatives):
        return _in_body(word, passage.body)
    above = {int(part) for part in row.unit__path.split("/") if part}
    return 0.5 * OF_UNIT if above & set(entry.word.units) else 0.0


def _about(word: Word, title: str, passage: Passage) -> float:
    """What is only related may be another matter."""
    sure = not word.related or _holds(title, word.near.alternatives) or _holds(passage.body, word.same)
    return 1.0 if sure else 0.5


def _in_body(word: Word, body: str) -> float:
    if word.text in body:
        return IN_BODY
    return IN_BODY - 0.1 if _holds(body, word.same) else IN_BODY - 0.3


def _exactness(meaning: Meaning, title: str, passage: Passage) -> float:
    """The whole query in one piece, or all its pieces in the title."""
    query = _NO_WORD.sub("", "".join(meaning.chunks))
    if title == query:
        return TITLE_IS_QUERY
    if query and query in title:
        return TITLE_HOLDS_QUERY + len(query) / len(title)
    if len(query) >= 4 and title and title in query:
        return TITLE_HOLDS_QUERY
    if len(query) >= A_QUOTATION and "".join(meaning.chunks) in passage.body:
        return BODY_HOLDS_QUOTATION
    # a known word in the text has been counted as a word
    if len(query) >= 4 and len(meaning.words) > 1 and query in passage.body:
        return BODY_HOLDS_QUERY
    return 0.0


def _shared(meaning: Meaning, title: str) -> float:
    """How much of what was typed stands in the title, pair by pair, however it is cut into words; a word by any of its
    names."""
    held, asked = 0.0, 0
    for word in meaning.words:
        pairs = tokens.pairs(word.text)
        asked += len(pairs)
        if _holds(title, word.same):
            held += len(pairs)
        else:
            near = 0.5 * len(pairs) if _holds(title, word.related) else 0.0
            held += max(near, sum(pair in title for pair in pairs))
    return held / asked if asked else 0.0


def _answers(meaning: Meaning, row: Row, share: float) -> float:
    """`share`: how much of what was asked the item has; a guide to something else is no answer."""
    if meaning.intent is None:
        return 0.0
    if _holds(row.title, meaning.intent.titles):
        return share * ANSWERS[0]
    role = role_of(row)
    if role in meaning.intent.prefer:
        return (
            share * meaning.intent.worth * ANSWERS[min(meaning.intent.prefer.index(role), len(ANSWERS) - 1)]
        )
    return RARELY_ANSWERS if role in meaning.intent.avoid else 0.0


def score(meaning: Meaning, weighed: list[Weighed], candidate: Candidate, now: datetime) -> float:
    row, passage = candidate.row, candidate.passage
    title = _NO_WORD.sub("", passage.title)
    total = sum(entry.weight for entry in weighed) or 1.0
    scores = [(entry, _word_score(entry, title, passage, row)) for entry in weighed]
    words = sum(entry.weight * value for entry, value in scores) / total
    there = sum(entry.weight for entry in weighed if not entry.missing) or 1.0
    share = sum(
        entry.weight * _about(entry.word, title, passage) for entry, value in scores if value > MATTERS
    )
    age = (now - row.published_at).days / 365.25 if row.published_at else 10.0
    freshness = FRESH * math.exp(-max(age, 0.0) / YEARS_OF_FRESHNESS)
    lapsed = LAPSED if row.validity != Validity.IN_FORCE else 0.0
    exact = _exactness(meaning, title, passage) + TITLE_SHARES * _shared(meaning, title)
    return (
        words + exact + _answers(meaning, row, share / there) + _own_unit(meaning, row) + freshness + lapsed
    )


def _own_unit(meaning: Meaning, row: Row) -> float:
    """Documents of the unit that is named come before documents about it; where a kind of unit is named, 镇长 or 村支书,
    those of such units before a hospital's."""
    if meaning.units:
        return 0.3 if row.unit_id in meaning.units else 0.0
    named = _KIND_OF_UNIT.search(meaning.text)
    name = row.unit__short_name or row.unit__name
    return OF_KIND if named and name.endswith(_ENDS[named[1]]) else 0.0
