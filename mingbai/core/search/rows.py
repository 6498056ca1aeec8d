"""What both databases share: slicing an entry into rows and keeping its place in time."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import islice
from typing import Any

from django.db import connection

from mingbai.core.search import tokens
from mingbai.core.search.model import MARK_SEPARATOR, Entry, Hit, Passage
from mingbai.core.search.models import SearchText

BATCH = 500
_TEXT = "INSERT INTO core_search_text (passage_id, title, codes, marks, body"


def mark_token(name: str, value: str) -> str:
    """One token for both databases: letters and digits alone."""
    return f"{name}{MARK_SEPARATOR}{''.join(filter(str.isalnum, value))}".lower()


def batches(entries: Iterable[Entry]) -> Iterable[list[Entry]]:
    iterator = iter(entries)
    while batch := list(islice(iterator, BATCH)):
        yield batch


def _texts(entry: Entry) -> list[SearchText]:
    title = tokens.normalise(entry.title)
    codes = " ".join(tokens.code_forms(code) for code in entry.codes)
    marks = " ".join(mark_token(name, value) for name, value in entry.marks)
    return [
        SearchText(title=title, codes=codes, marks=marks, body=body)
        for body in tokens.passages(tokens.normalise(entry.body))
    ]


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


def write(
    entries: Sequence[Entry],
    kept: dict[int, list[int]],
    vector: Callable[[SearchText], str] | None = None,
) -> list[SearchText]:
    """Insert rows, at the places in `kept` as far as they go; the texts with their passages. `vector` gives what
    PostgreSQL keeps beside each text."""
    texts: list[SearchText] = []
    old: list[tuple[int, int, str]] = []
    new: list[tuple[SearchText, int, str]] = []
    for entry in entries:
        free = list(kept.get(entry.document, ()))
        facets = "|".join(entry.facets)[:300]
        for text in _texts(entry):
            if free:
                text.passage_id = free.pop(0)
                old.append((text.passage_id, entry.document, facets))
            else:
                new.append((text, entry.document, facets))
            texts.append(text)
    with connection.cursor() as cursor:
        if old:
            cursor.executemany(
                "INSERT INTO core_search_passage (id, document, facets) VALUES (%s, %s, %s)", old
            )
        for start in range(0, len(new), BATCH):
            _append(cursor, new[start : start + BATCH])
        plain = [(text.pk, text.title, text.codes, text.marks, text.body) for text in texts]
        if vector is None:
            cursor.executemany(f"{_TEXT}) VALUES (%s, %s, %s, %s, %s)", plain)
        else:
            cursor.executemany(
                f"{_TEXT}, tokens) VALUES (%s, %s, %s, %s, %s, %s::tsvector)",
                [(*row, vector(text)) for row, text in zip(plain, texts, strict=True)],
            )
    return texts


def _append(cursor: Any, new: Sequence[tuple[SearchText, int, str]]) -> None:
    """At the end of time; both databases number the rows of one statement in their order."""
    marks = ", ".join(["(%s, %s)"] * len(new))
    cursor.execute(
        f"INSERT INTO core_search_passage (document, facets) VALUES {marks} RETURNING id",
        [value for _, document, facets in new for value in (document, facets)],
    )
    positions = sorted(row[0] for row in cursor.fetchall())
    for (text, _, _), position in zip(new, positions, strict=True):
        text.passage_id = position


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
