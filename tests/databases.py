"""A database of its own for tests that work with several processes."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit


@contextmanager
def fresh_database(server: str | None) -> Iterator[str | None]:
    """A new database on the suite's PostgreSQL server, or None for SQLite in the data folder."""
    if server is None:
        yield None
        return
    import psycopg

    name = f"mingbai_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
