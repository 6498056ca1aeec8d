"""PostgreSQL text search over the same tokens, cast and never parsed.

A very frequent word would make the database fetch and sort all its hits. Every passage therefore also carries the
token of its slice of `SLICE` neighbouring places, and the newest slices are asked first. Rare words are found through
the text index inside a materialised query, or the planner walks the table by id from the newest on.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db import connections, transaction

from mingbai.core.search import rows, tokens
from mingbai.core.search.model import CEILING, AnyOf, Ask, Entry, Field, Hit, Passage, Survey, Tally
from mingbai.core.search.models import SearchPassage, SearchText

SLICE = 20_000
RANKED = 1_000
CREATE = (
    "ALTER TABLE core_search_text ADD COLUMN tokens tsvector NOT NULL DEFAULT ''",
    "CREATE INDEX core_search_text_tokens ON core_search_text USING gin (tokens) WITH (fastupdate = off)",
)
_WEIGHT = {Field.ANY: "", Field.TITLE: ":A", Field.CODES: ":B"}


def _quoted(token: str) -> str:
    return "'" + token.replace("\\", "").replace("'", "") + "'"


def vector(text: SearchText) -> str:
    """The tsvector as text: title A, codes B, body D with positions; characters, marks and the slice without."""
    found: dict[str, list[str]] = {}
    position = 0
    for part, weight in ((text.title, "A"), (text.codes, "B"), (text.body, "")):
        position += 1  # a phrase must not run from one part into the next
        for token in tokens.pairs(part):
            position += 1
            found.setdefault(token, []).append(f"{position}{weight}")
    bare = {
        *tokens.characters(f"{text.title} {text.codes} {text.body}"),
        *text.marks.split(),
        _slice(text.pk),
    }
    plain = [_quoted(token) for token in bare if token not in found]
    return " ".join([*(f"{_quoted(token)}:{','.join(places)}" for token, places in found.items()), *plain])


def _slice(position: int) -> str:
    return f"slice{position // SLICE}"


def _phrase(phrase: str, where: Field) -> str:
    found, singles = tokens.phrase(phrase)
    parts = [" <-> ".join(_quoted(token) + _WEIGHT[where] for token in found)] if found else []
    return " & ".join([*parts, *map(_quoted, singles)])


def _mark(mark: tuple[str, str]) -> str:
    return _quoted(rows.mark_token(*mark))


def _group(group: AnyOf) -> str:
    alternatives = [f"({text})" for phrase in group.phrases if (text := _phrase(phrase, group.where))]
    alternatives += [_mark(mark) for mark in group.marks]
    return f"({' | '.join(alternatives)})" if alternatives else ""


def match(ask: Ask) -> str:
    """A tsquery as text made of quoted tokens alone; empty finds nothing."""
    words = [text for group in ask.groups if (text := _group(group))]
    marks = [f"({' | '.join(map(_mark, alternatives))})" for alternatives in ask.marks]
    return " & ".join([*words, *marks])


class PostgresqlSearch:
    def __init__(self, alias: str = "default") -> None:
        self.alias = alias

    def _ask(self, query: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        with connections[self.alias].cursor() as cursor:
            cursor.execute(query, parameters)
            return list(cursor.fetchall())

    def put(self, entries: Iterable[Entry]) -> None:
        with transaction.atomic(using=self.alias):
            for batch in rows.batches(entries):
                latest = list({entry.document: entry for entry in batch}.values())
                kept = self._delete([entry.document for entry in latest])
                rows.write(latest, kept, vector)

    def remove(self, documents: Collection[int]) -> None:
        with transaction.atomic(using=self.alias):
            self._delete(documents)

    def _delete(self, documents: Collection[int]) -> dict[int, list[int]]:
        kept = rows.places(documents)
        positions = [position for found in kept.values() for position in found]
        if positions:
            SearchText.objects.filter(pk__in=positions).delete()
            SearchPassage.objects.filter(pk__in=positions).delete()
        return kept

    def _newest_positions(self, expression: str, limit: int) -> list[int]:
        """The newest hits by place: first from the two newest slices, then from as many as the density there asks for."""
        top = self._ask("SELECT coalesce(max(id), 0) FROM core_search_passage", [])[0][0]
        newest = top // SLICE
        share = top - max(newest - 1, 0) * SLICE + 1
        found = self._among(expression, range(max(newest - 1, 0), newest + 1), limit)
        if len(found) == limit or newest <= 1:
            return found
        slices = int(limit * share / max(len(found), 1) / SLICE * 1.5) + 2
        if slices < min(newest, 200):
            found = self._among(expression, range(newest - slices, newest + 1), limit)
            if len(found) == limit:
                return found
        return self._among(expression, None, limit)

    def _among(self, expression: str, slices: range | None, limit: int) -> list[int]:
        if slices is not None:
            expression = f"({expression}) & ({' | '.join(_quoted(f'slice{number}') for number in slices)})"
        found = self._ask(
            "WITH hits AS MATERIALIZED (SELECT passage_id FROM core_search_text WHERE tokens @@ %s::tsquery) "
            "SELECT passage_id FROM hits ORDER BY passage_id DESC LIMIT %s",
            [expression, limit],
        )
        return [row[0] for row in found]

    def newest(self, ask: Ask, *, limit: int, offset: int = 0) -> list[Hit]:
        expression = match(ask)
        if not expression:
            return []
        wanted = limit + offset
        hits: list[Hit] = []
        for size in (wanted + 20, wanted * 4, wanted * 40):
            positions = self._newest_positions(expression, size)
            found = (
                SearchPassage.objects.filter(pk__in=positions).order_by("-pk").values_list("document", "pk")
            )
            hits = rows.first_of_each((Hit(document, position) for document, position in found), wanted)
            if len(hits) == wanted or len(positions) < size:
                break
        return hits[offset:]

    def best(self, ask: Ask, *, limit: int) -> list[Hit]:
        """Titles first, then by rank among the newest `RANKED` hits: reading every vector would cost seconds."""
        expression = match(ask)
        if not expression:
            return []
        titles = Ask(tuple(AnyOf(group.phrases, Field.TITLE) for group in ask.groups), ask.marks)
        positions = self._newest_positions(match(titles) or expression, RANKED // 2)
        positions += self._newest_positions(expression, RANKED)
        found = self._ask(
            "SELECT p.document, p.id, ts_rank('{0.1, 0.2, 0.8, 1.0}', t.tokens, %s::tsquery, 1) AS score "
            "FROM core_search_text t JOIN core_search_passage p ON p.id = t.passage_id WHERE p.id = ANY(%s) "
            "ORDER BY score DESC, p.id DESC",
            [expression, sorted(set(positions))],
        )
        return rows.first_of_each(
            (Hit(document, position, score) for document, position, score in found), limit
        )

    def survey(self, ask: Ask) -> Survey:
        expression = match(ask)
        if not expression:
            return Survey(0)
        positions = self._newest_positions(expression, CEILING)
        found = self._ask(
            "SELECT facets, count(DISTINCT document) FROM core_search_passage WHERE id = ANY(%s) GROUP BY facets",
            [positions],
        )
        tally = Tally()
        for facets, documents in found:
            tally.add(str(facets), documents)
        return tally.survey(capped=len(positions) >= CEILING)

    def count(self, ask: Ask, *, ceiling: int) -> int:
        expression = match(ask)
        return len(self._newest_positions(expression, ceiling)) if expression else 0

    def passages(self, hits: Sequence[Hit]) -> dict[int, Passage]:
        return rows.read(hits)

    def clear(self) -> None:
        with transaction.atomic(using=self.alias), connections[self.alias].cursor() as cursor:
            cursor.execute("TRUNCATE core_search_text, core_search_passage")
