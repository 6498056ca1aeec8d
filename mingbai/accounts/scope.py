"""Every query on unit-owned data starts from a scope; one that does not raises `UnscopedQuery`.

A ready-made package filters by equality only and leaves `.exists()` and `.explain()` unscoped, so the refusal sits
in the query itself: whatever a QuerySet does in the end, it asks its query for a compiler or turns it into an
update or a delete.
"""

from dataclasses import dataclass
from typing import Any, Self, TypeVar, cast

from django.db import models
from django.db.models import Q, sql

VILLAGE_KINDS = ("village", "community")
M = TypeVar("M", bound=models.Model)


class UnscopedQuery(RuntimeError):
    """A programming error: unit-owned rows were asked for without saying whose."""


@dataclass(frozen=True)
class Scope:
    """Units by materialised path: whole `subtrees`, and `own` units with the villages they act for."""

    subtrees: tuple[str, ...] = ()
    own: tuple[str, ...] = ()

    def condition(self, lookup: str) -> Q:
        """`lookup` leads to the unit, such as `unit` or `disclosure__unit`; empty for units themselves."""
        prefix = f"{lookup}__" if lookup else ""
        found = Q(pk__in=())
        for path in self.subtrees:
            found |= Q(**{f"{prefix}path__startswith": path})
        for path in self.own:
            found |= Q(**{f"{prefix}path": path})
            found |= Q(**{f"{prefix}path__startswith": path, f"{prefix}kind__in": VILLAGE_KINDS})
        return found

    def covers(self, path: str, kind: str) -> bool:
        if any(path.startswith(prefix) for prefix in self.subtrees):
            return True
        return any(path == own or (path.startswith(own) and kind in VILLAGE_KINDS) for own in self.own)


class ScopedQuery(sql.Query):
    scoped = False

    def _demand(self) -> None:
        if not self.scoped:
            raise UnscopedQuery(
                f"{self.model.__name__} was queried without a scope" if self.model else "no scope"
            )

    def get_compiler(self, *args: Any, **kwargs: Any) -> Any:
        self._demand()
        return super().get_compiler(*args, **kwargs)

    def chain(self, klass: Any = None) -> Any:
        if klass is not None:
            self._demand()
        return super().chain(klass)


class ScopedQuerySet(models.QuerySet[M]):
    def __init__(
        self, model: type[M] | None = None, query: Any = None, using: str | None = None, hints: Any = None
    ) -> None:
        super().__init__(model, query or ScopedQuery(model), using, hints)

    def _marked(self) -> Self:
        clone = self.all()
        cast(ScopedQuery, clone.query).scoped = True
        return clone

    def within(self, scope: Scope) -> Self:
        """The rows of the scope's units."""
        lookup: str = getattr(self.model, "unit_lookup", "unit")
        return self._marked().filter(scope.condition(lookup))

    def public(self) -> Self:
        """The rows that anybody may see; the model says which."""
        return self._marked().filter(self.model.public_condition())  # type: ignore[attr-defined]

    def of(self, **parent: Any) -> Self:
        """The rows that hang on one already authorised parent, such as `of(disclosure=disclosure)`."""
        if not parent or any(value is None for value in parent.values()):
            raise UnscopedQuery("of() needs the parent whose rows are meant")
        return self._marked().filter(**parent)

    def delete(self) -> tuple[int, dict[str, int]]:
        cast(ScopedQuery, self.query)._demand()
        return super().delete()


class ScopedManager(models.Manager[M]):
    def get_queryset(self) -> ScopedQuerySet[M]:
        return ScopedQuerySet(self.model, using=self._db)

    def within(self, scope: Scope) -> ScopedQuerySet[M]:
        return self.get_queryset().within(scope)

    def public(self) -> ScopedQuerySet[M]:
        return self.get_queryset().public()

    def of(self, **parent: Any) -> ScopedQuerySet[M]:
        return self.get_queryset().of(**parent)


def unscoped(model: type[M]) -> ScopedQuerySet[M]:
    """Every row. Only for the modules listed in `tests/test_unscoped_users.py`: jobs, demo, doctor and the like."""
    return ScopedQuerySet(model)._marked()
