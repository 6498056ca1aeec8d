"""A new version of a standard takes over from the old one.

Adoptions, placements, editions and review chains all name columns by their id. So the row that everybody names becomes
the new version's, and the row that was made for the new version keeps what the old one said: nothing else in the
database has to change, and the two versions can still be compared. Rows are matched by their code.
"""

from typing import Any

from django.db.models import Q

from mingbai.accounts.scope import unscoped
from mingbai.catalogue.models import Adoption, CatalogueItem, Column, StandardCatalogue
from mingbai.catalogue.services.state import refresh_states

Row = Column | CatalogueItem


def _content(row: Row, names: list[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _put(row: Row, content: dict[str, Any]) -> None:
    for name, value in content.items():
        setattr(row, name, value)
    row.save(update_fields=list(content))


def _swap(named: Row, fresh: Row) -> None:
    """Exchange what the two rows say; the code is parked meanwhile, since it is unique within a version."""
    names = [field.attname for field in named._meta.concrete_fields if not field.primary_key]
    old, new = _content(named, names), _content(fresh, names)
    _put(fresh, {"code": f"~{fresh.pk}"})
    _put(named, new)
    _put(fresh, old)


def _swap_all(before: list[Any], after: list[Any]) -> None:
    fresh = {row.code: row for row in after}
    for row in before:
        if row.code in fresh:
            _swap(row, fresh[row.code])


def _parents(catalogue: StandardCatalogue) -> dict[str, str]:
    rows = Column.objects.filter(catalogue=catalogue, parent__isnull=False)
    return dict(rows.values_list("code", "parent__code"))


def _hang(catalogue: StandardCatalogue, parents: dict[str, str]) -> None:
    """Parents by code: after the exchange the ids of a version's rows are others than when it was loaded."""
    rows = {row.code: row for row in Column.objects.filter(catalogue=catalogue)}
    for code, row in rows.items():
        row.parent = rows[parents[code]] if code in parents else None
    Column.objects.bulk_update(rows.values(), ["parent"], batch_size=200)


def take_over(old: StandardCatalogue, new: StandardCatalogue) -> None:
    """Everything that stood on the old version stands on the new one; due dates follow the new cadences. What the new
    version dropped stays with the old, until each unit decides."""
    trees = [(catalogue, _parents(catalogue)) for catalogue in (old, new)]
    _swap_all(*(list(Column.objects.filter(catalogue=catalogue)) for catalogue in (old, new)))
    for catalogue, parents in trees:
        _hang(catalogue, parents)
    _swap_all(*(list(CatalogueItem.objects.filter(domain__catalogue=catalogue)) for catalogue in (old, new)))
    standing = Q(column__catalogue=new) | Q(item__domain__catalogue=new)
    refresh_states(unscoped(Adoption).filter(standing).select_related("column", "item"))
