"""Which index belongs to which database."""

from django.db import connection

from mingbai.core.search.model import Backend
from mingbai.core.search.postgresql import PostgresqlSearch
from mingbai.core.search.sqlite import SqliteSearch


def backend() -> Backend:
    return PostgresqlSearch() if connection.vendor == "postgresql" else SqliteSearch()
