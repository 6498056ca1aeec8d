"""The whole database as files and back, for both kinds; and one digest over all that it holds."""

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection, connections, transaction
from django.db.migrations.executor import MigrationExecutor

from mingbai.core import triggers

SLICE = 2000


@dataclass(frozen=True)
class Dumped:
    """The files of a copy, and the digest of what they hold: not of what the database holds by now."""

    files: list[Path]
    digest: str


def tables(database: Any = connection) -> list[str]:
    """Every table but those that the search index makes for itself (SQLite's FTS shadow tables)."""
    with database.cursor() as cursor:
        found = database.introspection.table_names(cursor)
    # SQLite's own, such as its figures about the others
    names = sorted(name for name in found if not name.startswith("sqlite_"))
    virtual = _virtual_tables(database)
    return [
        name for name in names if not any(name == each or name.startswith(f"{each}_") for each in virtual)
    ]


def _virtual_tables(database: Any) -> list[str]:
    if database.vendor != "sqlite":
        return []
    with database.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%'")
        return [row[0] for row in cursor.fetchall()]


def _columns(database: Any, table: str) -> tuple[list[str], list[str]]:
    """All columns, and those whose order is one and the same for the same rows."""
    with database.cursor() as cursor:
        names = [column.name for column in database.introspection.get_table_description(cursor, table)]
        key = database.introspection.get_primary_key_columns(cursor, table)
    return names, key or names


def content_digest(database: Any = connection) -> str:
    """SHA-256 over every row of every table in key order; the same of a backup and after its restoration."""
    digest = hashlib.sha256()
    for table in tables(database):
        names, key = _columns(database, table)
        columns, order = (", ".join(f'"{name}"' for name in each) for each in (names, key))
        digest.update(f"{table}({columns})".encode())
        # on PostgreSQL the rows stay with the server until they are asked for
        with database.chunked_cursor() as cursor:
            cursor.execute(f'SELECT {columns} FROM "{table}" ORDER BY {order}')  # noqa: S608  names from the database itself
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


def dump(folder: Path) -> Dumped:
    """A consistent copy while the system is in use. SQLite: one file; PostgreSQL: one COPY file a table, one snapshot."""
    if connection.vendor == "sqlite":
        target = folder / "database.sqlite3"
        connection.ensure_connection()
        # a connection of its own: ours may be inside a transaction
        source, copy = sqlite3.connect(connection.settings_dict["NAME"]), sqlite3.connect(target)
        try:
            source.backup(copy)
            # one file and nothing beside it
            copy.execute("PRAGMA journal_mode=DELETE")
        finally:
            source.close()
            copy.close()
        return Dumped([target], _digest_of_copy(target))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return Dumped([_copy_out(cursor, table, folder) for table in tables()], content_digest())


def _digest_of_copy(target: Path) -> str:
    opened = connection.copy("copy")
    opened.settings_dict["NAME"] = str(target)
    opened.settings_dict["OPTIONS"].pop("init_command", None)  # it would make the copy a database in use
    connections["copy"] = opened  # what asks a database about itself asks for it by its name
    try:
        return content_digest(opened)
    finally:
        opened.close()
        del connections["copy"]


def _copy_out(cursor: Any, table: str, folder: Path) -> Path:
    target = folder / f"{table}.copy"
    with target.open("wb") as file, cursor.copy(f'COPY "{table}" TO STDOUT') as copy:
        for block in copy:
            file.write(block)
    return target


def rebuild(migrations: Iterable[str]) -> None:
    """Empty tables as these migrations make them, instead of whatever PostgreSQL has now: a backup goes back into
    tables of its own day, and the upgrade comes after it."""
    with transaction.atomic(), connection.cursor() as cursor:
        present = ", ".join(f'"{name}"' for name in tables())
        if present:
            cursor.execute(f"DROP TABLE {present} CASCADE")
    executor = MigrationExecutor(connection)
    nodes = executor.loader.graph.node_map
    wanted = {key for key in nodes if f"{key[0]}.{key[1]}" in set(migrations)}
    executor.migrate(
        sorted(key for key in wanted if not {child.key for child in nodes[key].children} & wanted)
    )


def load(folder: Path) -> None:
    """Replace the whole content of the PostgreSQL database, which must have the same tables, by the dumped one. Needs
    no more than the tables' owner may do: foreign keys are looked at when all rows are there."""
    names = [name for name in tables() if (folder / f"{name}.copy").exists()]
    with transaction.atomic(), connection.cursor() as cursor:
        triggers.remove()
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute("TRUNCATE " + ", ".join(f'"{name}"' for name in tables()) + " CASCADE")
        for name in names:
            with (
                (folder / f"{name}.copy").open("rb") as file,
                cursor.copy(f'COPY "{name}" FROM STDIN') as copy,
            ):
                while block := file.read(1 << 20):
                    copy.write(block)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
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
