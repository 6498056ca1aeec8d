"""What both databases share: slicing an entry into rows and keeping its place in time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from mingbai.core.search import tokens
from mingbai.core.search.model import MARK_SEPARATOR, Entry, Hit, Passage
from mingbai.core.search.models import SearchPassage, SearchText

BATCH = 500


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


def places(documents: Collection[int]) -> dict[int, list[int]]:
    """The passages that documents have now, in order."""
    found: dict[int, list[int]] = defaultdict(list)
    rows = SearchPassage.objects.filter(document__in=documents).order_by("id").values_list("document", "id")
    for document, position in rows:
        found[document].append(position)
    return found


def write(entries: Sequence[Entry], kept: dict[int, list[int]]) -> list[SearchText]:
    """Insert rows, at the places in `kept` as far as they go; the texts with their passages."""
    texts: list[SearchText] = []
    old: list[SearchPassage] = []
    new: list[SearchPassage] = []
    for entry in entries:
        free = list(kept.get(entry.document, ()))
        for text in _texts(entry):
            row = SearchPassage(document=entry.document, facets="|".join(entry.facets)[:300])
            if free:
                row.pk = free.pop(0)
                old.append(row)
            else:
                new.append(row)
            text.passage = row
            texts.append(text)
    SearchPassage.objects.bulk_create(old)
    SearchPassage.objects.bulk_create(new)
    for text in texts:
        text.passage_id = text.passage.pk
    SearchText.objects.bulk_create(texts)
    return texts


def read(hits: Sequence[Hit]) -> dict[int, Passage]:
    rows = SearchText.objects.filter(pk__in=[hit.position for hit in hits]).select_related("passage")
    return {row.pk: Passage(row.passage.document, row.title, row.codes, row.body) for row in rows}


def first_of_each(hits: Iterable[Hit], limit: int) -> list[Hit]:
    """A document may be hit in several passages; its first hit in the given order counts."""
    seen: dict[int, Hit] = {}
    for hit in hits:
        if hit.document not in seen:
            seen[hit.document] = hit
            if len(seen) == limit:
                break
    return list(seen.values())
