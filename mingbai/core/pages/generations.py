"""Whether a key changed since a render began, on both databases.

SQLite has one writer at a time, so the purge's id orders all changes. PostgreSQL commits out of order: there a
generation is the changing transaction's id, and a mark is the snapshot taken when the render began. A change counts
as seen only if that snapshot sees its transaction as finished.
"""

from collections.abc import Collection

from django.db import connection


def mark() -> str:
    """To be taken before a render reads anything."""
    query = (
        "SELECT pg_current_snapshot()::text"
        if connection.vendor == "postgresql"
        else "SELECT seq FROM sqlite_sequence WHERE name = 'core_page_purge'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        row = cursor.fetchone()
    return str(row[0]) if row else "0"


def advance(keys: Collection[str], purge: int) -> None:
    """Inside the changing transaction. Sorted, so that two changes lock the rows in the same order."""
    value = "pg_current_xact_id()::text::bigint" if connection.vendor == "postgresql" else str(int(purge))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO core_page_generation (key, generation) VALUES (%s, {value}) "
            "ON CONFLICT (key) DO UPDATE SET generation = excluded.generation",
            [(key,) for key in sorted(keys)],
        )


def unchanged(keys: Collection[str], since: str) -> bool:
    """Inside a transaction that then holds the keys still: on SQLite the write lock does, on PostgreSQL row locks."""
    wanted = sorted(keys)
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            marks = ", ".join(["%s"] * len(wanted))
            cursor.execute(
                f"SELECT 1 FROM core_page_generation WHERE key IN ({marks}) AND generation > %s LIMIT 1",
                [*wanted, int(since)],
            )
            return cursor.fetchone() is None
        # A key that never changed has no row to lock; putting one there waits for whoever is just changing it.
        # The short timeout makes the page give way in a deadlock, never the act.
        cursor.execute("SET LOCAL lock_timeout = '300ms'")
        cursor.execute(
            "INSERT INTO core_page_generation (key, generation) SELECT unnest(%s::text[]), 0 ON CONFLICT DO NOTHING",
            [wanted],
        )
        cursor.execute(
            "WITH held AS (SELECT generation FROM core_page_generation WHERE key = ANY(%s) ORDER BY key FOR SHARE) "
            "SELECT bool_and(generation = 0 OR pg_visible_in_snapshot(generation::text::xid8, %s::pg_snapshot)) "
            "FROM held",
            [wanted, since],
        )
        return bool(cursor.fetchone()[0])


def generation_of(key: str) -> int:
    """For keeping in memory what rarely changes; 0 when it never did."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT generation FROM core_page_generation WHERE key = %s", [key])
        row = cursor.fetchone()
    return int(row[0]) if row else 0
