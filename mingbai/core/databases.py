"""The whole database as files and back, for both kinds; and one digest over all that it holds."""

import hashlib
import sqlite3
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from mingbai.core import triggers

SLICE = 2000


def tables() -> list[str]:
    """Every table but those that the search index makes for itself (SQLite's FTS shadow tables)."""
    with connection.cursor() as cursor:
        found = connection.introspection.table_names(cursor)
    # SQLite's own, such as its figures about the others
    names = sorted(name for name in found if not name.startswith("sqlite_"))
    virtual = _virtual_tables()
    return [
        name for name in names if not any(name == each or name.startswith(f"{each}_") for each in virtual)
    ]


def _virtual_tables() -> list[str]:
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%'")
        return [row[0] for row in cursor.fetchall()]


def _columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        return [column.name for column in connection.introspection.get_table_description(cursor, table)]


def content_digest() -> str:
    """SHA-256 over every row of every table in key order; the same before a backup and after its restoration."""
    digest = hashlib.sha256()
    for table in tables():
        columns = ", ".join(f'"{name}"' for name in _columns(table))
        digest.update(f"{table}({columns})".encode())
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT {columns} FROM "{table}" ORDER BY 1')  # noqa: S608  names from the database itself
            while rows := cursor.fetchmany(SLICE):
                for row in rows:
                    digest.update(repr(tuple(map(_plain, row))).encode())
    return digest.hexdigest()


def _plain(value: Any) -> Any:
    return value.tobytes() if isinstance(value, memoryview) else value


def refresh_statistics() -> None:
    """The figures by which the database chooses its indexes. Without any, SQLite takes 200,000 published items for a few and
    walks through them all for the three that lapse soon. It reads only the beginnings of the indexes, so this is quick;
    PostgreSQL does it by itself, but late after very many rows at once."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA analysis_limit = 1000")
        cursor.execute("ANALYZE")


def dump(folder: Path) -> list[Path]:
    """A consistent copy while the system is in use. SQLite: one file; PostgreSQL: one COPY file a table, one snapshot."""
    if connection.vendor == "sqlite":
        target = folder / "database.sqlite3"
        connection.ensure_connection()
        # a connection of its own: ours may be inside a transaction
        with sqlite3.connect(connection.settings_dict["NAME"]) as source, sqlite3.connect(target) as copy:
            source.backup(copy)
        return [target]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return [_copy_out(cursor, table, folder) for table in tables()]


def _copy_out(cursor: Any, table: str, folder: Path) -> Path:
    target = folder / f"{table}.copy"
    with target.open("wb") as file, cursor.copy(f'COPY "{table}" TO STDOUT') as copy:
        for block in copy:
            file.write(block)
    return target


def load(folder: Path) -> None:
    """Replace the whole content of the PostgreSQL database, which must have the same tables, by the dumped one."""
    names = [name for name in tables() if (folder / f"{name}.copy").exists()]
    with transaction.atomic(), connection.cursor() as cursor:
        triggers.remove()
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("TRUNCATE " + ", ".join(f'"{name}"' for name in tables()) + " CASCADE")
        for name in names:
            with (
                (folder / f"{name}.copy").open("rb") as file,
                cursor.copy(f'COPY "{name}" FROM STDIN') as copy,
            ):
                while block := file.read(1 << 20):
                    copy.write(block)
        cursor.execute("SET session_replication_role = DEFAULT")
        _reset_sequences(cursor)
        triggers.install()


def _reset_sequences(cursor: Any) -> None:
    for table in tables():
        for sequence in connection.introspection.get_sequences(cursor, table):
            column = sequence["column"]
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column}'), "  # noqa: S608
                f'GREATEST((SELECT COALESCE(MAX("{column}"), 0) FROM "{table}"), 1))'
            )
