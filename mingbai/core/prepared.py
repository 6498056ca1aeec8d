"""A question that every public page asks in the same words: its SQL is written once in each thread.

Django takes longer to write the SQL of a wide question than the database to answer it, and a page rendered cold is
mostly that. The question is an ordinary queryset, so scopes hold as everywhere; only numbers are filled in later.
"""

import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, Generic, TypeVar

from django.db import connections, models
from django.db.models.query import ModelIterable

M = TypeVar("M", bound=models.Model)
# stands for the first number, the next for the second; no id comes near
_PLACE = 9_007_199_254_700_000


class Prepared(Generic[M]):
    """`ask` makes the queryset from as many numbers as it takes. It must hold nothing of the moment, such as the day,
    and no relation may be fetched by a query of its own."""

    def __init__(self, ask: Callable[..., "models.QuerySet[M]"], numbers: int = 1) -> None:
        self._ask, self._numbers = ask, numbers
        self._mine = threading.local()

    def __call__(self, *numbers: int) -> list[M]:
        found = getattr(self._mine, "found", None)
        if found is None or found.compiler.connection is not connections[found.db]:
            found = self._mine.found = self._write()
        known = {_PLACE + place: number for place, number in enumerate(numbers)}
        parameters = tuple(known.get(each, each) if type(each) is int else each for each in found.parameters)
        found.compiler.as_sql = lambda: (found.sql, parameters)
        return list(ModelIterable(found.queryset))

    def _write(self) -> Any:
        queryset = self._ask(*(_PLACE + place for place in range(self._numbers)))
        compiler = queryset.query.get_compiler(using=queryset.db)
        sql, parameters = compiler.as_sql()
        asked = SimpleNamespace(
            db=queryset.db,
            query=SimpleNamespace(get_compiler=lambda **_: compiler),
            _known_related_objects={},
        )
        return SimpleNamespace(
            compiler=compiler, sql=sql, parameters=parameters, db=queryset.db, queryset=asked
        )
