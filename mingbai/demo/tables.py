"""Rows of one table, collected and inserted at once, past the ORM: SQLite takes them as one prepared statement, PostgreSQL
as one COPY. Triggers, constraints and indexes see every row as they see those of the services."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.db.models import JSONField, Model

Row = tuple[Any, ...]


def _literal(value: Any) -> str:
    """As it stands in an INSERT of SQLite; these come from the models and this package alone."""
    if value is None:
        return "NULL"
    if isinstance(value, bool | int):
        return str(int(value))
    return "'" + str(value).replace("'", "''").replace("%", "%%") + "'"


def _copied(value: Any) -> str:
    """As it stands in a line of COPY."""
    if value is None:
        return "\\N"
    if not isinstance(value, str):
        return str(value)
    # several times as fast as `translate`, which looks up every character of a body
    return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


class Table:
    """`varying`: the columns that every row gives, in this order. All others have the same value in every row: one of
    `constants`, else the model's default."""

    def __init__(self, model: type[Model], varying: str, **constants: Any) -> None:
        self.rows: list[Row] = []
        self.add = self.rows.append
        names = varying.split()
        fixed = self._fixed(model, names, constants)
        table = connection.ops.quote_name(model._meta.db_table)
        columns = ", ".join(connection.ops.quote_name(name) for name in [*names, *fixed])
        self.copies = connection.vendor == "postgresql"
        if self.copies:
            self.sql = f"COPY {table} ({columns}) FROM STDIN"
        else:
            values = ", ".join([*["%s"] * len(names), *map(_literal, fixed.values())])
            self.sql = f"INSERT INTO {table} ({columns}) VALUES ({values})"
        self.tail = "".join(f"\t{_copied(value)}" for value in fixed.values()) + "\n"

    @staticmethod
    def _fixed(model: type[Model], names: list[str], constants: dict[str, Any]) -> dict[str, Any]:
        fields = {str(each.column): each for each in model._meta.concrete_fields}
        if unknown := {*names, *constants} - fields.keys():
            raise KeyError(sorted(unknown))
        fixed = {}
        for column, each in fields.items():
            if column in names or (each.primary_key and not each.is_relation):
                continue
            value = constants[column] if column in constants else each.get_default()
            fixed[column] = json.dumps(value) if isinstance(each, JSONField) else value
        return fixed

    def take(self) -> "Collected":
        """What was collected since last time, ready to be sent to another process."""
        rows, self.rows = self.rows, []
        self.add = self.rows.append
        if not self.copies:
            return Collected(self.sql, rows)
        lines = ["\t".join(map(_copied, row)) + self.tail for row in rows]
        return Collected(self.sql, "".join(lines).encode())


class Collected:
    """The rows of one table in the form that its database takes."""

    def __init__(self, sql: str, rows: list[Row] | bytes) -> None:
        self.sql = sql
        self.rows = rows

    def insert(self) -> None:
        if not self.rows:
            return
        with connection.cursor() as cursor:
            if isinstance(self.rows, bytes):
                with cursor.copy(self.sql) as copy:
                    copy.write(self.rows)
            else:
                cursor.executemany(self.sql, self.rows)


def day_of(value: date | None) -> str | None:
    """A day as both databases read it, without an adapter's call for each."""
    return value.isoformat() if value else None


@contextmanager
def all_at_once(models: Iterable[type[Model]]) -> Iterator[None]:
    """On SQLite one transaction for everything inside, in which the indexes of these tables are made anew at the end and
    foreign keys are checked over whole tables; triggers work as ever. Killed half-way, nothing has happened.

    The disk is not waited for: after a power cut the database may be lost, which only one made for measuring can afford."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    tables = [model._meta.db_table for model in models]
    _run("PRAGMA synchronous = OFF", "PRAGMA cache_size = -262144")
    connection.disable_constraint_checking()
    try:
        with transaction.atomic():
            indexes = _indexes(tables)
            _run(*(f'DROP INDEX "{name}"' for name, _ in indexes))
            yield
            _run(*(create for _, create in indexes))
            connection.check_constraints(tables)
    finally:
        connection.enable_constraint_checking()
        connection.close()  # the next one has the settings of every day


def _indexes(tables: list[str]) -> list[tuple[str, str]]:
    """Name and SQL; those that belong to a constraint within the table have none and stay."""
    marks = ", ".join(["%s"] * len(tables))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "  # noqa: S608
            f"AND tbl_name IN ({marks})",
            tables,
        )
        return list(cursor.fetchall())


def _run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
