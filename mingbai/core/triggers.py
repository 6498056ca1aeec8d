"""Rows that the database itself refuses to change: our own triggers, for SQLite and PostgreSQL.

Rooms declare their tables in `apps.ready` with `protect`. Triggers are created after every migrate, because Django's
table rebuilds on SQLite drop them silently; start-up, `doctor` and a test compare the database with the declared list.
"""

from dataclasses import dataclass

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True)
class Protection:
    """`columns` empty: no UPDATE at all; else only those columns may not change. `deletable` allows DELETE."""

    table: str
    message: str
    columns: tuple[str, ...] = ()
    deletable: bool = False


@dataclass(frozen=True)
class Guard:
    """A condition under which one kind of change is refused. `condition` is SQL that both databases understand, over
    NEW and OLD; it may look into other tables."""

    table: str
    name: str
    event: str
    condition: str
    message: str

    @property
    def trigger(self) -> str:
        return f"{self.table}_{self.name}"


_declared: dict[str, Protection] = {}
_guards: dict[str, Guard] = {}


def protect(table: str, message: str, *, columns: tuple[str, ...] = (), deletable: bool = False) -> None:
    _declared[table] = Protection(table, message, columns, deletable)


def guard(table: str, name: str, event: str, *, refuse_when: str, message: str) -> None:
    """Refuse an INSERT, UPDATE or DELETE when the condition holds."""
    found = Guard(table, name, event, refuse_when, message)
    _guards[found.trigger] = found


def declared() -> list[Protection]:
    return sorted(_declared.values(), key=lambda protection: protection.table)


def _names(protection: Protection, vendor: str) -> list[str]:
    names = [f"{protection.table}_no_update"]
    if not protection.deletable:
        names.append(f"{protection.table}_no_delete")
        if vendor == "postgresql":
            names.append(f"{protection.table}_no_truncate")
    return names


def _sqlite(protection: Protection) -> list[str]:
    table, message = protection.table, protection.message
    changed = " OR ".join(f'NEW."{column}" IS NOT OLD."{column}"' for column in protection.columns)
    when = f"WHEN {changed} " if changed else ""
    statements = [
        f'CREATE TRIGGER "{table}_no_update" BEFORE UPDATE ON "{table}" {when}BEGIN SELECT RAISE(ABORT, \'{message}\'); END'
    ]
    if not protection.deletable:
        statements.append(
            f'CREATE TRIGGER "{table}_no_delete" BEFORE DELETE ON "{table}" BEGIN SELECT RAISE(ABORT, \'{message}\'); END'
        )
    return statements


def _postgresql(protection: Protection) -> list[str]:
    table, message = protection.table, protection.message
    changed = " OR ".join(f'NEW."{column}" IS DISTINCT FROM OLD."{column}"' for column in protection.columns)
    when = f"WHEN ({changed}) " if changed else ""
    statements = [
        f'CREATE OR REPLACE FUNCTION "{table}_refuse"() RETURNS trigger LANGUAGE plpgsql AS '
        f"$$ BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f'CREATE TRIGGER "{table}_no_update" BEFORE UPDATE ON "{table}" FOR EACH ROW {when}EXECUTE FUNCTION "{table}_refuse"()',
    ]
    if not protection.deletable:
        statements += [
            f'CREATE TRIGGER "{table}_no_delete" BEFORE DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION "{table}_refuse"()',
            f'CREATE TRIGGER "{table}_no_truncate" BEFORE TRUNCATE ON "{table}" EXECUTE FUNCTION "{table}_refuse"()',
        ]
    return statements


def _guard_statements(found: Guard, vendor: str) -> list[str]:
    if vendor != "postgresql":
        return [
            f'CREATE TRIGGER "{found.trigger}" BEFORE {found.event} ON "{found.table}" WHEN {found.condition} '
            f"BEGIN SELECT RAISE(ABORT, '{found.message}'); END"
        ]
    row = "OLD" if found.event == "DELETE" else "NEW"
    return [
        f'CREATE OR REPLACE FUNCTION "{found.trigger}"() RETURNS trigger LANGUAGE plpgsql AS '
        f"$$ BEGIN IF {found.condition} THEN RAISE EXCEPTION '{found.message}' "
        f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {row}; END $$",
        f'CREATE TRIGGER "{found.trigger}" BEFORE {found.event} ON "{found.table}" FOR EACH ROW '
        f'EXECUTE FUNCTION "{found.trigger}"()',
    ]


def _drop_guard(found: Guard, vendor: str) -> str:
    suffix = f' ON "{found.table}"' if vendor == "postgresql" else ""
    return f'DROP TRIGGER IF EXISTS "{found.trigger}"{suffix}'


def _drop(protection: Protection, database: BaseDatabaseWrapper) -> list[str]:
    suffix = f' ON "{protection.table}"' if database.vendor == "postgresql" else ""
    names = _names(Protection(protection.table, ""), database.vendor)
    return [f'DROP TRIGGER IF EXISTS "{name}"{suffix}' for name in names]


def install(**_: object) -> None:
    """Drop and create every declared trigger whose table exists."""
    build = _postgresql if connection.vendor == "postgresql" else _sqlite
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for protection in declared():
            if protection.table in tables:
                for statement in [*_drop(protection, connection), *build(protection)]:
                    cursor.execute(statement)
        for found in _guards.values():
            if found.table in tables:
                cursor.execute(_drop_guard(found, connection.vendor))
                for statement in _guard_statements(found, connection.vendor):
                    cursor.execute(statement)


def remove(**_: object) -> None:
    """For the tests' reset helper, for restoring a backup, and before migrations: SQLite refuses to rename a rebuilt
    table while a trigger elsewhere speaks of it."""
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for protection in declared():
            if protection.table in tables:
                for statement in _drop(protection, connection):
                    cursor.execute(statement)
        for found in _guards.values():
            if found.table in tables:
                cursor.execute(_drop_guard(found, connection.vendor))


def _wanted(vendor: str) -> dict[str, str]:
    """Each declared trigger with what it must say: on SQLite its whole text; on PostgreSQL the body of its function,
    since the server spells conditions in its own way."""
    found = dict[str, str]()
    for protection in declared():
        names = _names(protection, vendor)
        if vendor == "postgresql":
            found |= dict.fromkeys(names, _body(_postgresql(protection)[0]))
        else:
            found |= dict(zip(names, _sqlite(protection), strict=True))
    for each in _guards.values():
        statement = _guard_statements(each, vendor)[0]
        found[each.trigger] = _body(statement) if vendor == "postgresql" else statement
    return found


def _body(function: str) -> str:
    return function.split("$$")[1]


def missing() -> list[str]:
    """Names of declared triggers that the database does not have, or has with other words: one that does nothing under
    the right name protects nothing, and one of an earlier version refuses something else."""
    query = (
        "SELECT t.tgname, f.prosrc FROM pg_trigger t JOIN pg_proc f ON f.oid = t.tgfoid "
        "WHERE NOT t.tgisinternal AND t.tgenabled <> 'D'"
        if connection.vendor == "postgresql"
        else "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        present = dict(cursor.fetchall())
    return [name for name, said in _wanted(connection.vendor).items() if present.get(name) != said]
