"""Unit-owned rows cannot be asked for without saying whose. Walks every method of QuerySet, so a new one is noticed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery

from mingbai.accounts.factories import make_unit
from mingbai.accounts.models import Unit
from mingbai.accounts.scope import Scope, ScopedQuerySet, UnscopedQuery, unscoped
from mingbai.catalogue.factories import make_column
from mingbai.catalogue.models import Adoption

pytestmark = pytest.mark.django_db

# every public method of QuerySet: how to call it so that it reaches the database, or None where it only describes
CALLS: dict[str, Callable[[Any], Any] | None] = {
    "aggregate": lambda rows: rows.aggregate(number=Count("pk")),
    "aiterator": None,
    "alias": None,
    "all": lambda rows: list(rows.all()),
    "annotate": lambda rows: list(rows.annotate(number=Count("pk"))),
    "as_manager": None,
    "bulk_create": None,
    "bulk_update": lambda rows: rows.bulk_update([Adoption(pk=1, own_name="x")], ["own_name"]),
    "complex_filter": lambda rows: list(rows.complex_filter({"pk": 1})),
    "contains": lambda rows: rows.contains(Adoption(pk=1)),
    "count": lambda rows: rows.count(),
    "create": None,
    "dates": lambda rows: list(rows.dates("adopted_on", "year")),
    "datetimes": None,
    "defer": lambda rows: list(rows.defer("own_name")),
    "delete": lambda rows: rows.delete(),
    "difference": lambda rows: list(rows.difference(rows)),
    "distinct": lambda rows: list(rows.distinct()),
    "earliest": lambda rows: rows.earliest("pk"),
    "exclude": lambda rows: list(rows.exclude(pk=1)),
    "exists": lambda rows: rows.exists(),
    "explain": lambda rows: rows.explain(),
    "extra": lambda rows: list(rows.extra(where=["1=1"])),
    "filter": lambda rows: list(rows.filter(pk=1)),
    "first": lambda rows: rows.first(),
    "get": lambda rows: rows.get(pk=1),
    "get_or_create": lambda rows: rows.get_or_create(pk=1),
    "in_bulk": lambda rows: rows.in_bulk([1]),
    "intersection": lambda rows: list(rows.intersection(rows)),
    "iterator": lambda rows: list(rows.iterator()),
    "last": lambda rows: rows.last(),
    "latest": lambda rows: rows.latest("pk"),
    "none": None,
    "only": lambda rows: list(rows.only("pk")),
    "order_by": lambda rows: list(rows.order_by("pk")),
    "prefetch_related": lambda rows: list(rows.prefetch_related("unit")),
    "raw": None,
    "resolve_expression": None,
    "reverse": lambda rows: list(rows.order_by("pk").reverse()),
    "select_for_update": lambda rows: list(rows.select_for_update()),
    "select_related": lambda rows: list(rows.select_related("unit")),
    "union": lambda rows: list(rows.union(rows)),
    "update": lambda rows: rows.update(own_name="x"),
    "update_or_create": lambda rows: rows.update_or_create(pk=1, defaults={"own_name": "x"}),
    "using": lambda rows: list(rows.using("default")),
    "values": lambda rows: list(rows.values("pk")),
    "values_list": lambda rows: list(rows.values_list("pk")),
}
ASYNC = {f"a{name}" for name in CALLS} | {"aiterator"}
OURS = {"within", "public", "of"}


def methods() -> list[str]:
    names = [name for name in dir(QuerySet) if not name.startswith("_") and callable(getattr(QuerySet, name))]
    return [name for name in names if name not in ASYNC]


def test_the_walk_knows_every_method_of_queryset() -> None:
    assert set(methods()) - set(CALLS) == set()
    assert {name for name in dir(ScopedQuerySet) if not name.startswith("_")} - set(dir(QuerySet)) == OURS


@pytest.mark.parametrize("name", [name for name in methods() if CALLS.get(name)])
def test_unscoped_access_raises(name: str) -> None:
    call = CALLS[name]
    assert call is not None
    with pytest.raises(UnscopedQuery):
        call(Adoption.objects.get_queryset())


@pytest.mark.parametrize(
    "use",
    [
        lambda rows: list(Unit.objects.filter(pk__in=rows.values("unit"))),
        lambda rows: list(Unit.objects.annotate(found=Subquery(rows.values("pk")[:1]))),
        lambda rows: list(Unit.objects.filter(Exists(rows.filter(unit=OuterRef("pk"))))),
        bool,
        len,
        list,
        lambda rows: rows[0],
        repr,
    ],
)
def test_unscoped_rows_are_refused_inside_other_queries_too(use: Callable[[Any], Any]) -> None:
    with pytest.raises(UnscopedQuery):
        use(Adoption.objects.get_queryset())


def test_a_scope_shows_own_unit_and_its_villages_only() -> None:
    county = make_unit("县", "county")
    town = make_unit("甲镇", "town", county)
    village, office = make_unit("甲村", "village", town), make_unit("甲所", "office", town)
    other = make_unit("乙镇", "town", county)
    column = make_column()
    for unit in (county, town, village, office, other):
        Adoption.objects.create(unit=unit, column=column, adopted_on="2026-01-01")
    own = {row.unit for row in Adoption.objects.within(Scope(own=(town.path,)))}
    assert own == {town, village}
    subtree = {row.unit for row in Adoption.objects.within(Scope(subtrees=(town.path,)))}
    assert subtree == {town, village, office}
    assert not Adoption.objects.within(Scope()).exists()
    assert unscoped(Adoption).count() == 5


def test_paths_of_other_units_that_begin_alike_are_not_covered() -> None:
    scope = Scope(subtrees=("/1/",), own=("/2/",))
    assert scope.covers("/1/5/", "town")
    assert not scope.covers("/12/", "town")
    assert scope.covers("/2/7/", "village")
    assert not scope.covers("/2/7/", "office")


def test_of_needs_a_parent() -> None:
    with pytest.raises(UnscopedQuery):
        Adoption.objects.of()
    with pytest.raises(UnscopedQuery):
        Adoption.objects.of(unit=None)
