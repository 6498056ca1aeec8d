"""PostgreSQL: changes that the index has yet to take in.

The act that publishes or withdraws one document waits for one plain row here. Whoever asks next, or the worker, takes
all rows into the index before anything is answered, so no answer is ever older than the last commit. Publishers only add
rows and never wait for each other; only who takes them in holds the lock, and holds nothing else.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from django.db import connections

from mingbai.core.search.model import Entry

# of this installation's database alone, so any number that nothing else takes
LOCK = 730_914_202
ANY = "EXISTS (SELECT 1 FROM core_search_waiting)"


@dataclass
class Changes:
    """What the rows come to: documents to take out, then those to put in, in the order in which they first came."""

    removed: set[int] = field(default_factory=set)
    put: dict[int, Entry] = field(default_factory=dict)

    def add(self, document: int, packed: str) -> None:
        if packed:
            self.put[document] = _unpacked(packed)
        else:
            self.put.pop(document, None)
            self.removed.add(document)


def _packed(entry: Entry) -> str:
    values = (entry.document, entry.title, entry.body, entry.codes, entry.marks, entry.facets)
    packed = json.dumps(values, ensure_ascii=False)
    try:
        packed.encode()
    except UnicodeEncodeError:  # PostgreSQL takes no half of a surrogate pair
        return json.dumps(values)
    return packed


def _unpacked(packed: str) -> Entry:
    document, title, body, codes, marks, facets = json.loads(packed)
    return Entry(
        document, title, body, tuple(codes), tuple((name, value) for name, value in marks), tuple(facets)
    )


def add(alias: str, entries: Sequence[Entry], removed: Collection[int] = ()) -> None:
    rows = [(entry.document, _packed(entry)) for entry in entries]
    rows += [(document, "") for document in removed]
    marks = ", ".join(["(%s, %s)"] * len(rows))
    with connections[alias].cursor() as cursor:
        cursor.execute(
            f"INSERT INTO core_search_waiting (document, entry) VALUES {marks}",
            [value for row in rows for value in row],
        )


def is_any_of(alias: str, documents: Collection[int]) -> bool:
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM core_search_waiting WHERE document = ANY(%s))", [list(documents)]
        )
        return bool(cursor.fetchone()[0])


def is_free(alias: str) -> bool:
    """Whether nobody else takes in what waits; then the lock is the caller's until the transaction ends."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])


def taken(alias: str, *, hurried: bool) -> Changes:
    """All that waits, which is no longer there once the caller's transaction ends; one caller at a time. Hurried, the
    transaction does not wait for the disk: what a power cut takes from it waits again."""
    changes = Changes()
    with connections[alias].cursor() as cursor:
        unwaited = "set_config('synchronous_commit', 'off', true), " if hurried else ""
        # in a statement of its own: the next one must see what the last holder has committed
        cursor.execute(f"SELECT {unwaited}pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute("DELETE FROM core_search_waiting RETURNING id, document, entry")
        for _, document, packed in sorted(cursor.fetchall()):
            changes.add(document, packed)
    return changes
