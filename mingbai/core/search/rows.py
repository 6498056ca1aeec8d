"""What both databases share: slicing an entry into rows and keeping its place in time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from django.db import connection

from mingbai.core.search import tokens
from mingbai.core.search.model import MARK_SEPARATOR, Entry, Hit, Passage
from mingbai.core.search.models import SearchText

BATCH = 500


def mark_token(name: str, value: str) -> str:
    """One token for both databases: letters and digits alone."""
    return f"{name}{MARK_SEPARATOR}{''.join(filter(str.isalnum, value))}".lower()


def batches(entries: Iterable[Entry]) -> Iterable[list[Entry]]:
    iterator = iter(entries)
    while batch := list(islice(iterator, BATCH)):
        yield batch


@dataclass(slots=True)
class Text:
    """A row of `SearchText`, past the ORM. `position` is 0 while it has no place yet."""

    position: int
    title: str
    codes: str
    marks: str
    body: str


def _texts(entry: Entry) -> list[Text]:
    title = tokens.normalise(entry.title)
    codes = " ".join(tokens.code_forms(code) for code in entry.codes)
    marks = " ".join(mark_token(name, value) for name, value in entry.marks)
    return [Text(0, title, codes, marks, body) for body in tokens.passages(tokens.normalise(entry.body))]


# Written past the ORM, which would cost more than the index itself for the one document that publishing adds.


def places(documents: Collection[int]) -> dict[int, list[int]]:
    """The passages that documents have now, in order."""
    found: dict[int, list[int]] = defaultdict(list)
    if documents:
        marks = ", ".join(["%s"] * len(documents))
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT document, id FROM core_search_passage WHERE document IN ({marks}) ORDER BY id",
                list(documents),
            )
            for document, position in cursor.fetchall():
                found[document].append(position)
    return found


@dataclass
class Row:
    """A text and its passage."""

    text: Text
    document: int
    facets: str


def placed(entries: Sequence[Entry], kept: dict[int, list[int]]) -> tuple[list[Row], list[Row]]:
    """Rows at the places in `kept` as far as they go, and rows that come to the end of time."""
    old: list[Row] = []
    new: list[Row] = []
    for entry in entries:
        free = list(kept.get(entry.document, ()))
        facets = "|".join(entry.facets)[:300]
        for text in _texts(entry):
            row = Row(text, entry.document, facets)
            if free:
                text.position = free.pop(0)
                old.append(row)
            else:
                new.append(row)
    return old, new


def texts_at(positions: Collection[int]) -> list[Text]:
    """As they were indexed."""
    found = SearchText.objects.filter(pk__in=positions)
    return [Text(*row) for row in found.values_list("pk", "title", "codes", "marks", "body")]


def read(hits: Sequence[Hit]) -> dict[int, Passage]:
    documents = {hit.position: hit.document for hit in hits}
    found = SearchText.objects.filter(pk__in=list(documents)).values_list("pk", "title", "codes", "body")
    return {pk: Passage(documents[pk], title, codes, body) for pk, title, codes, body in found}


def first_of_each(hits: Iterable[Hit], limit: int) -> list[Hit]:
    """A document may be hit in several passages; its first hit in the given order counts."""
    seen: dict[int, Hit] = {}
    for hit in hits:
        if hit.document not in seen:
            seen[hit.document] = hit
            if len(seen) == limit:
                break
    return list(seen.values())
