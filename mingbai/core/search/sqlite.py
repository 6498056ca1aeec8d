"""SQLite FTS5. The index keeps no copy of its own; deleting names the tokens again, which follow from `SearchText`."""

import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connections, transaction

from mingbai.core.search import rows, tokens
from mingbai.core.search.model import CEILING, AnyOf, Ask, Entry, Field, Hit, Passage, Survey, Tally
from mingbai.core.search.models import SearchPassage, SearchText

CREATE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS core_search_fts USING fts5("
    # the ascii tokenizer takes every other character for a letter, also those newer than SQLite's Unicode tables
    "title, codes, body, characters, marks, content='', tokenize='ascii')"
)
MEGABYTE = 1024 * 1024
# what a commit merges by itself makes it take ten times as long; `settle` does that beside, and only what it has left
# for very long is merged by whoever commits
UNHURRIED = {"automerge": 0, "crisismerge": 64}
# pages that one step of merging writes
STEP = 1_000
PAUSE = 0.03
_COLUMNS = {Field.ANY: "{title codes body}", Field.TITLE: "{title}", Field.CODES: "{codes}"}
_WEIGHTS = "10.0, 8.0, 1.0, 0.0, 0.0"
_TEXT = "INSERT INTO core_search_text (passage_id, title, codes, marks, body) VALUES (%s, %s, %s, %s, %s)"
_INSERT = "INSERT INTO core_search_fts (rowid, title, codes, body, characters, marks) VALUES (%s, %s, %s, %s, %s, %s)"
_DELETE = (
    "INSERT INTO core_search_fts (core_search_fts, rowid, title, codes, body, characters, marks) "
    "VALUES ('delete', %s, %s, %s, %s, %s, %s)"
)


def _values(text: rows.Text) -> tuple[int, str, str, str, str, str]:
    everything = f"{text.title} {text.codes} {text.body}"
    return (
        text.position,
        " ".join(tokens.pairs(text.title)),
        " ".join(tokens.pairs(text.codes)),
        " ".join(tokens.pairs(text.body)),
        " ".join(tokens.characters(everything)),
        text.marks,
    )


def _phrase(phrase: str, where: Field) -> str:
    found, singles = tokens.phrase(phrase)
    parts = [f'{_COLUMNS[where]} : "{" ".join(found)}"'] if found else []
    parts += [f'{{characters}} : "{character}"' for character in singles]
    return f"({' AND '.join(parts)})" if len(parts) > 1 else "".join(parts)


def _mark(mark: tuple[str, str]) -> str:
    return f'{{marks}} : "{rows.mark_token(*mark)}"'


def _group(group: AnyOf) -> str:
    alternatives = [text for phrase in group.phrases if (text := _phrase(phrase, group.where))]
    alternatives += [_mark(mark) for mark in group.marks]
    return f"({' OR '.join(alternatives)})" if alternatives else ""


def match(ask: Ask) -> str:
    """An FTS5 expression made of quoted tokens alone, so nothing that was typed is ever parsed; empty finds nothing."""
    words = [text for group in ask.groups if (text := _group(group))]
    marks = [f"({' OR '.join(map(_mark, alternatives))})" for alternatives in ask.marks]
    return " AND ".join([*words, *marks])


def _write(cursor: Any, old: Sequence[rows.Row], new: Sequence[rows.Row]) -> None:
    if old:
        cursor.executemany(
            "INSERT INTO core_search_passage (id, document, facets) VALUES (%s, %s, %s)",
            [(row.text.position, row.document, row.facets) for row in old],
        )
    for start in range(0, len(new), rows.BATCH):
        _append(cursor, new[start : start + rows.BATCH])
    texts = [row.text for row in (*old, *new)]
    cursor.executemany(
        _TEXT, [(text.position, text.title, text.codes, text.marks, text.body) for text in texts]
    )
    cursor.executemany(_INSERT, [_values(text) for text in texts])


def _append(cursor: Any, new: Sequence[rows.Row]) -> None:
    """At the end of time; the rows of one statement are numbered in their order."""
    marks = ", ".join(["(%s, %s)"] * len(new))
    cursor.execute(
        f"INSERT INTO core_search_passage (document, facets) VALUES {marks} RETURNING id",
        [value for row in new for value in (row.document, row.facets)],
    )
    positions = sorted(found[0] for found in cursor.fetchall())
    for row, position in zip(new, positions, strict=True):
        row.text.position = position


class SqliteSearch:
    def __init__(self, alias: str = "default") -> None:
        self.alias = alias

    def _ask(self, query: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        with connections[self.alias].cursor() as cursor:
            cursor.execute(query, parameters)
            return list(cursor.fetchall())

    def put(self, entries: Iterable[Entry]) -> None:
        with transaction.atomic(using=self.alias, savepoint=False):
            for batch in rows.batches(entries):
                latest = list({entry.document: entry for entry in batch}.values())
                kept = self._delete([entry.document for entry in latest])
                with connections[self.alias].cursor() as cursor:
                    _write(cursor, *rows.placed(latest, kept))

    @contextmanager
    def bulk(self) -> Iterator[None]:
        self._configure(**UNHURRIED, hashsize=64 * MEGABYTE)
        try:
            yield
        finally:
            self._configure(hashsize=MEGABYTE)
            self.tidy()

    def _configure(self, **values: int) -> None:
        with connections[self.alias].cursor() as cursor:
            for name, value in values.items():
                cursor.execute(
                    "INSERT INTO core_search_fts (core_search_fts, rank) VALUES (%s, %s)", [name, value]
                )

    def tidy(self) -> None:
        """Merge to one segment: every word of a question is looked up in each of them."""
        self._merge(-STEP)

    def settle(self) -> None:
        self._merge(STEP)

    def _merge(self, pages: int) -> None:
        with connections[self.alias].cursor() as cursor:
            while True:
                before = self._ask("SELECT total_changes()", [])[0][0]
                cursor.execute(
                    "INSERT INTO core_search_fts (core_search_fts, rank) VALUES ('merge', %s)", [pages]
                )
                # SQLite's manual: fewer than two changes say that there was nothing to merge
                if self._ask("SELECT total_changes()", [])[0][0] - before < 2:
                    return
                pages = STEP
                # who waits for the write lock looks for it now and then only
                time.sleep(PAUSE)

    def remove(self, documents: Collection[int]) -> None:
        with transaction.atomic(using=self.alias, savepoint=False):
            self._delete(documents)

    def _delete(self, documents: Collection[int]) -> dict[int, list[int]]:
        kept = rows.places(documents)
        positions = [position for found in kept.values() for position in found]
        if positions:
            with connections[self.alias].cursor() as cursor:
                cursor.executemany(_DELETE, [_values(text) for text in rows.texts_at(positions)])
            SearchText.objects.filter(pk__in=positions).delete()
            SearchPassage.objects.filter(pk__in=positions).delete()
        return kept

    def newest(self, ask: Ask, *, limit: int, offset: int = 0) -> list[Hit]:
        expression = match(ask)
        if not expression:
            return []
        wanted, taken = limit + offset, 0
        hits: list[Hit] = []
        # a long document is hit in many passages, so a first bite may hold too few documents
        for size in (wanted + 20, wanted * 4, wanted * 40):
            found = self._ask(
                "SELECT p.document, f.rowid FROM (SELECT rowid FROM core_search_fts WHERE core_search_fts MATCH %s "
                "ORDER BY rowid DESC LIMIT %s) f JOIN core_search_passage p ON p.id = f.rowid ORDER BY f.rowid DESC",
                [expression, size],
            )
            hits = rows.first_of_each((Hit(document, position) for document, position in found), wanted)
            if len(hits) == wanted or len(found) < size or len(found) == taken:
                break
            taken = len(found)
        return hits[offset:]

    def best(self, ask: Ask, *, limit: int) -> list[Hit]:
        expression = match(ask)
        if not expression:
            return []
        found = self._ask(
            "SELECT p.document, f.rowid, f.score FROM (SELECT rowid, rank AS score FROM core_search_fts "
            f"WHERE core_search_fts MATCH %s AND rank MATCH 'bm25({_WEIGHTS})' ORDER BY rank LIMIT %s) f "
            "JOIN core_search_passage p ON p.id = f.rowid ORDER BY f.score",
            [expression, limit * 2],
        )
        return rows.first_of_each(
            (Hit(document, position, -score) for document, position, score in found), limit
        )

    def survey(self, ask: Ask) -> Survey:
        expression = match(ask)
        if not expression:
            return Survey(0)
        found = self._ask(
            # the join goes through the hits in their order, which is the table's own
            "SELECT p.facets, count(DISTINCT p.document), count(*) FROM (SELECT rowid FROM core_search_fts "
            "WHERE core_search_fts MATCH %s ORDER BY rowid DESC LIMIT %s) f "
            "CROSS JOIN core_search_passage p ON p.id = f.rowid GROUP BY p.facets",
            [expression, CEILING],
        )
        tally = Tally()
        for facets, documents, _ in found:
            tally.add(str(facets), documents)
        return tally.survey(capped=sum(row[2] for row in found) >= CEILING)

    def count(self, ask: Ask, *, ceiling: int) -> int:
        expression = match(ask)
        if not expression:
            return 0
        query = "SELECT count(*) FROM (SELECT 1 FROM core_search_fts WHERE core_search_fts MATCH %s LIMIT %s)"
        return int(self._ask(query, [expression, ceiling])[0][0])

    def counts(self, asks: Sequence[Ask], *, ceiling: int) -> list[int]:
        return [self.count(ask, ceiling=ceiling) for ask in asks]

    def for_one_search(self) -> "SqliteSearch":
        return self

    def passages(self, hits: Sequence[Hit]) -> dict[int, Passage]:
        return rows.read(hits)

    def clear(self) -> None:
        with transaction.atomic(using=self.alias), connections[self.alias].cursor() as cursor:
            cursor.execute("INSERT INTO core_search_fts (core_search_fts) VALUES ('delete-all')")
            cursor.execute("DELETE FROM core_search_text")
            cursor.execute("DELETE FROM core_search_passage")
