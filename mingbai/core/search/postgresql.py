"""PostgreSQL: a text index (GIN) over the same tokens.

It answers which passages have all the tokens; whether they stand side by side is read in their texts, the newest first
and no further than needed. A very frequent word would make the database fetch and sort all its hits, so every passage
also carries the tokens of the slices of time it is in, and the newest slices are asked first. The inner question of
`_HITS` is fenced, or the planner walks the table by id from the newest on, which takes half a second for a rare name.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from django.db import connections, transaction

from mingbai.core.search import rows, waiting
from mingbai.core.search.conditions import Condition, Reach, condition, vector
from mingbai.core.search.model import CEILING, AnyOf, Ask, Entry, Field, Hit, Passage, Survey, Tally

RANKED = 250
# a question costs about as much as some thousands of places: a smaller first one saves nothing
FIRST_REACH = 4_096
# words that so few passages have are asked of all at once
FEW = 4_000
# so many hits among the newest places tell how many there are
TELLING = 64
# whether words stand side by side is read in no more texts than these, for counts by facet and for numbers
CHECKED = 500
SAMPLE = 100
# so few rows are not worth a COPY
FEW_ROWS = 4
# the index is written once instead of in many passes when so much of it fits into memory
BUILDING = "512MB"
_INDEXED = "pg_indexes WHERE indexname = 'core_search_passage_tokens'"
_INDEX = (
    # the pending list takes an insert at a fraction of its cost; every question reads it, so it must stay short
    "CREATE INDEX core_search_passage_tokens ON core_search_passage USING gin (tokens) "
    "WITH (fastupdate = on, gin_pending_list_limit = 1024)"
)
CREATE = (
    "ALTER TABLE core_search_passage ADD COLUMN tokens tsvector NOT NULL DEFAULT ''",
    # narrow rows for counting; vectors stand apart and uncompressed
    "ALTER TABLE core_search_passage ALTER COLUMN tokens SET STORAGE EXTERNAL",
    "ALTER TABLE core_search_passage SET (toast_tuple_target = 128)",
    # figures about single tokens mislead: without them every question is taken for a rare one, and the index is asked
    "ALTER TABLE core_search_passage ALTER COLUMN tokens SET STATISTICS 0",
    _INDEX,
)
_INNER = (
    "SELECT p.id, p.document, p.facets FROM core_search_passage p WHERE p.tokens @@ %s::tsquery "
    "ORDER BY p.id DESC OFFSET 0"
)
_HITS = "SELECT hits.id, hits.document, hits.facets FROM ({inner}) hits{check} ORDER BY hits.id DESC LIMIT %s"
_READ = "SELECT {check} FROM core_search_text t{beside} WHERE t.passage_id = hits.id"
_BESIDE = " JOIN core_search_passage c ON c.id = t.passage_id"
# number of the question, passages with all the tokens, how many of those looked into have the words
_TALLY = (
    "SELECT {{place}}, count(*), count(*) FILTER (WHERE {{sure}}) FROM (SELECT id, row_number() OVER () AS number "
    "FROM ({inner}) newest LIMIT %s) hits"
)
_PASSAGE = "core_search_passage (id, document, facets, tokens)"
_TEXT = "core_search_text (passage_id, title, codes, marks, body)"
_SEQUENCE = "pg_get_serial_sequence('core_search_passage', 'id')"
_TOP = f"SELECT coalesce(max(id), 0), NOT {waiting.ANY} FROM core_search_passage"


@dataclass
class Known:
    """What one search has been told: the newest place, how many passages have the phrases, about, and all the rows of
    questions that few meet."""

    top: int = 0
    numbers: dict[tuple[str, ...], float] = field(default_factory=dict)
    complete: dict[Condition, list[tuple[Any, ...]]] = field(default_factory=dict)

    def reach(self, wanted: Condition, limit: int) -> int | None:
        """So many of the newest places should hold `limit` hits or more; nothing where nothing is known."""
        known = [self.numbers[phrases] for phrases in wanted.phrases if phrases in self.numbers]
        if not known:
            return None
        fewest = min(known)
        return self.top if fewest <= FEW else max(FIRST_REACH, int(limit * self.top / fewest * 1.3))


class PostgresqlSearch:
    def __init__(self, alias: str = "default", remembered: Known | None = None) -> None:
        self.alias = alias
        self._remembered = remembered

    def for_one_search(self) -> "PostgresqlSearch":
        return PostgresqlSearch(self.alias, Known())

    def _known(self) -> Known:
        known = self._remembered or Known()
        known.top = known.top or self._newest_place()
        return known

    def _newest_place(self) -> int:
        """After which the index holds all that was committed."""
        top, is_complete = self._ask(_TOP, [])[0]
        if not is_complete:
            self._take_in()
            top = self._ask(_TOP, [])[0][0]
        return int(top)

    def _ask(self, query: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        with connections[self.alias].cursor() as cursor:
            cursor.execute(query, parameters)
            return list(cursor.fetchall())

    def put(self, entries: Iterable[Entry]) -> None:
        with transaction.atomic(using=self.alias, savepoint=False):
            for batch in rows.batches(entries):
                latest = list({entry.document: entry for entry in batch}.values())
                if len(latest) > 1 and self._is_complete():
                    self._put(latest)
                else:
                    waiting.add(self.alias, latest)

    def _is_complete(self) -> bool:
        """Whether nothing waits, or nothing any more; a publisher does not wait for who is taking it in."""
        if not self._ask(f"SELECT {waiting.ANY}", [])[0][0]:
            return True
        free = waiting.is_free(self.alias)
        if free:
            self._take_in()
        return free

    def _put(self, entries: Sequence[Entry]) -> None:
        kept = self._delete([entry.document for entry in entries])
        self._write(*rows.placed(entries, kept))

    def _take_in(self) -> None:
        alone = not connections[self.alias].in_atomic_block
        with transaction.atomic(using=self.alias, savepoint=False):
            changes = waiting.taken(self.alias, hurried=alone)
            self._delete(changes.removed)
            for batch in rows.batches(changes.put.values()):
                self._put(batch)

    def _write(self, old: list[rows.Row], new: list[rows.Row]) -> None:
        if new:
            places = self._ask(f"SELECT nextval({_SEQUENCE}) FROM generate_series(1, %s)", [len(new)])
            for row, (position,) in zip(new, places, strict=True):
                row.text.position = position
        written = [*old, *new]
        passages = [(row.text.position, row.document, row.facets, vector(row.text)) for row in written]
        texts = [(t.position, t.title, t.codes, t.marks, t.body) for t in (row.text for row in written)]
        if len(written) <= FEW_ROWS:
            self._insert(passages, texts)
            return
        with connections[self.alias].cursor() as cursor:
            for table, values in ((_PASSAGE, passages), (_TEXT, texts)):
                with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                    for value in values:
                        copy.write_row(value)

    def _insert(self, passages: Sequence[tuple[Any, ...]], texts: Sequence[tuple[Any, ...]]) -> None:
        """A few rows in one exchange with the server; COPY needs two for each table."""
        placed = ", ".join(["(%s, %s, %s, %s::tsvector)"] * len(passages))
        worded = ", ".join(["(%s, %s, %s, %s, %s)"] * len(texts))
        self._run(
            f"WITH placed AS (INSERT INTO {_PASSAGE} VALUES {placed}) INSERT INTO {_TEXT} VALUES {worded}",
            [*chain.from_iterable(passages), *chain.from_iterable(texts)],
        )

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """An index over nothing, or one that an earlier bulk was killed before making, is made anew at the end, which
        takes a fraction of the time; within a transaction PostgreSQL refuses that."""
        self._take_in()
        apart = not connections[self.alias].in_atomic_block
        anew = apart and not (self._is_there("core_search_passage LIMIT 1") and self._is_there(_INDEXED))
        if anew:
            self._run("DROP INDEX IF EXISTS core_search_passage_tokens")
        try:
            yield
            self._take_in()
        finally:
            if anew:
                self._run(f"SET maintenance_work_mem = '{BUILDING}'")
                self._run(_INDEX)
                self._run("RESET maintenance_work_mem")
        if apart:
            self._run("VACUUM ANALYZE core_search_passage, core_search_text")

    def _is_there(self, where: str) -> bool:
        return bool(self._ask(f"SELECT 1 FROM {where}", []))

    def tidy(self) -> None:
        self._take_in()
        self._run("SELECT gin_clean_pending_list('core_search_passage_tokens')")

    def settle(self) -> None:
        self.tidy()

    def remove(self, documents: Collection[int]) -> None:
        with transaction.atomic(using=self.alias, savepoint=False):
            waits = bool(documents) and waiting.is_any_of(self.alias, documents)
            if waits and not self._is_complete():
                # behind what somebody else is taking in of these documents
                waiting.add(self.alias, [], documents)
            else:
                self._delete(documents)

    def _delete(self, documents: Collection[int]) -> dict[int, list[int]]:
        kept = rows.places(documents)
        positions = [position for found in kept.values() for position in found]
        if positions:
            self._run("DELETE FROM core_search_text WHERE passage_id = ANY(%s)", [positions])
            self._run("DELETE FROM core_search_passage WHERE id = ANY(%s)", [positions])
        return kept

    def _run(self, statement: str, parameters: Sequence[Any] = ()) -> None:
        with connections[self.alias].cursor() as cursor:
            cursor.execute(statement, parameters)

    def _newest(self, wanted: Condition, limit: int) -> list[tuple[Any, ...]]:
        """(place, document, facets) of the newest hits."""
        all_of_them = self._remembered.complete.get(wanted) if self._remembered else None
        if all_of_them is not None:
            return all_of_them[:limit]
        found = self._far_enough(_HITS, wanted, limit, len)
        if self._remembered and len(found) < limit:
            self._remembered.complete[wanted] = found
        return found

    def _far_enough(
        self,
        question: str,
        wanted: Condition,
        limit: int,
        number: Callable[[list[tuple[Any, ...]]], int],
    ) -> list[tuple[Any, ...]]:
        """Asked first of the newest places, then of as many as the density there asks for, until there is enough."""
        if not wanted:
            return []
        known = self._known()
        places = known.reach(wanted, limit) or self._first_reach(wanted, limit, known.top)
        while places < known.top:
            reach = Reach(known.top, places)
            found = self._ask(*self._question(question, wanted, reach, limit))
            if number(found) >= limit:
                return found
            places = _further(reach.places, number(found), limit)
        return self._ask(*self._question(question, wanted, None, limit))

    def _first_reach(self, wanted: Condition, limit: int, top: int) -> int:
        """Where very many are wanted, how far to go is asked before."""
        if limit <= TELLING * 2 or top <= FIRST_REACH:
            return FIRST_REACH
        reach = Reach(top, FIRST_REACH)
        first = self._question(
            f"SELECT count(*) FROM ({_HITS}) newest", Condition(wanted.tokens), reach, limit
        )
        number = int(self._ask(*first)[0][0])
        return FIRST_REACH if number >= limit else _further(reach.places, number, limit)

    def _question(
        self, question: str, wanted: Condition, reach: Reach | None, limit: int
    ) -> tuple[str, list[Any]]:
        expression = f"({wanted.tokens}) & ({reach.tokens})" if reach else wanted.tokens
        check, values = (f" WHERE ({_has(wanted)})", wanted.values) if not wanted.exact else ("", ())
        return question.format(inner=_INNER, check=check), [expression, *values, limit]

    def newest(self, ask: Ask, *, limit: int, offset: int = 0) -> list[Hit]:
        wanted, enough = condition(ask), limit + offset
        hits: list[Hit] = []
        # a long document is hit in many passages, so a first bite may hold too few documents
        for size in (enough + 20, enough * 4, enough * 40):
            found = self._newest(wanted, size)
            hits = rows.first_of_each((Hit(document, position) for position, document, _ in found), enough)
            if len(hits) == enough or len(found) < size:
                break
        return hits[offset:]

    def best(self, ask: Ask, *, limit: int) -> list[Hit]:
        """Titles first, then by rank among the newest `RANKED` hits: reading every vector would cost seconds."""
        wanted = condition(ask)
        titles = Ask(tuple(AnyOf(group.phrases, Field.TITLE) for group in ask.groups), ask.marks)
        positions = {row[0] for row in self._newest(condition(titles), RANKED // 2)}
        positions |= {row[0] for row in self._newest(wanted, RANKED)}
        if not positions:
            return []
        found = self._ask(
            "SELECT document, id, ts_rank('{0.1, 0.2, 0.8, 1.0}', tokens, %s::tsquery, 1) AS score "
            "FROM core_search_passage WHERE id = ANY(%s) ORDER BY score DESC, id DESC",
            [wanted.tokens, sorted(positions)],
        )
        return rows.first_of_each(
            (Hit(document, position, score) for document, position, score in found), limit
        )

    def survey(self, ask: Ask) -> Survey:
        wanted = condition(ask)
        ceiling = CEILING if wanted.exact else min(CEILING, CHECKED)
        tally = Tally()
        all_of_them = self._remembered.complete.get(wanted) if self._remembered else None
        if all_of_them is not None and len(all_of_them) < ceiling:
            for facets, documents in Counter(
                facets for _, facets in {row[1:] for row in all_of_them}
            ).items():
                tally.add(str(facets), documents)
            return tally.survey(capped=False)
        found = self._grouped(wanted, ceiling)
        for facets, documents, _ in found:
            tally.add(str(facets), documents)
        return tally.survey(capped=sum(int(row[2]) for row in found) >= ceiling)

    def _grouped(self, wanted: Condition, limit: int) -> list[tuple[Any, ...]]:
        """(facets, documents, passages) of the newest `limit` passages."""
        question = (
            "SELECT facets, count(*), sum(number) FROM (SELECT document, facets, count(*) AS number "
            f"FROM ({_HITS}) newest GROUP BY document, facets) documents GROUP BY facets"
        )
        return self._far_enough(question, wanted, limit, lambda found: sum(int(row[2]) for row in found))

    def count(self, ask: Ask, *, ceiling: int) -> int:
        return self.counts([ask], ceiling=ceiling)[0]

    def counts(self, asks: Sequence[Ask], *, ceiling: int) -> list[int]:
        """All in one question or two: where the newest places have many hits, the others are taken to be like them; and
        whether words stand side by side is read in no more than `SAMPLE` texts of each."""
        wanted = [condition(ask) for ask in asks]
        known = self._known()
        numbers: dict[int, float] = {place: 0 for place, each in enumerate(wanted) if not each}
        for reach in (Reach(known.top, FIRST_REACH), None):
            open_ones = {place: each for place, each in enumerate(wanted) if place not in numbers}
            if open_ones and (reach is None or reach.places < known.top):
                numbers |= self._counted(open_ones, reach, ceiling)
        for place, each in enumerate(wanted):
            if ceiling >= RANKED and len(each.phrases) == 1 and not asks[place].marks:
                known.numbers[each.phrases[0]] = numbers[place]
        return [min(round(numbers[place]), ceiling) for place in range(len(asks))]

    def _counted(self, wanted: dict[int, Condition], reach: Reach | None, ceiling: int) -> dict[int, float]:
        """How many passages have what is wanted; with a reach of those alone that it tells of."""
        questions, values = [], []
        for place, each in wanted.items():
            check = f"CASE WHEN number <= {SAMPLE} THEN ({_has(each)}) END"
            question, given = self._question(_TALLY, Condition(each.tokens), reach, ceiling)
            questions.append(question.format(place=place, sure="true" if each.exact else check))
            values += [*(() if each.exact else each.values), *given]
        numbers = {}
        for place, some, sure in self._ask(" UNION ALL ".join(questions), values):
            each, looked_at = wanted[place], some if wanted[place].exact else min(some, SAMPLE)
            scale = reach.top / reach.places if reach else 1.0
            if reach and min(sure, some) < min(TELLING, ceiling):
                continue
            if looked_at < some and not sure:
                numbers[place] = float(self._number(each, ceiling))
            else:
                numbers[place] = max(some * sure / max(looked_at, 1) * scale, float(bool(sure)))
        return numbers

    def _number(self, wanted: Condition, ceiling: int) -> int:
        question = f"SELECT count(*) FROM ({_HITS}) newest"
        found = self._far_enough(question, wanted, ceiling, lambda found: int(found[0][0]))
        return int(found[0][0]) if found else 0

    def passages(self, hits: Sequence[Hit]) -> dict[int, Passage]:
        return rows.read(hits)

    def clear(self) -> None:
        self._run("TRUNCATE core_search_text, core_search_passage, core_search_waiting")


def _has(wanted: Condition) -> str:
    """SQL: whether the passage `hits` has the words, read in its text; its vector is read only for what needs it."""
    return _READ.format(check=wanted.check, beside=_BESIDE if "c.tokens" in wanted.check else "")


def _further(places: int, found: int, limit: int) -> int:
    """So far that `limit` hits should be there, but at least eight and at most 64 times as far."""
    needed = int(limit * places / max(found, 1) * 1.3)
    return min(max(needed, places * 8), places * 64)
