"""Which items of the standard catalogue a disclosure answers: proposed from title and column, ticked by the clerk."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from mingbai.accounts.models import Unit
from mingbai.catalogue.models import CatalogueItem, Column
from mingbai.catalogue.selectors import items_to_answer
from mingbai.disclosure.proposing import propose_items


@dataclass(frozen=True)
class Offer:
    """One row to tick; `name` as the unit calls it."""

    pk: int
    name: str
    area: str


def chosen_of(unit: Unit, sent: list[str], before: tuple[int, ...]) -> tuple[int, ...]:
    """The ticked items that the unit has adopted or the draft had already."""
    allowed = {*(row.item_id for row in items_to_answer(unit)), *before}
    asked = (int(value) for value in sent if value.isdecimal() and len(value) < 12)
    return tuple(dict.fromkeys(pk for pk in asked if pk in allowed))


def offers_of(unit: Unit, chosen: tuple[int, ...], columns: tuple[int, ...], title: str) -> dict[str, Any]:
    """What the form shows: ticked ones, proposals, and everything else by area. Three queries at most."""
    adopted = items_to_answer(unit)
    offers = [Offer(row.item_id or 0, row.name, row.item.domain.name) for row in adopted if row.item]
    known = {offer.pk for offer in offers}
    gone = [pk for pk in chosen if pk not in known]
    if gone:  # switched off since it was ticked
        rows = CatalogueItem.objects.filter(pk__in=gone).select_related("domain")
        offers += [Offer(row.pk, row.name, row.domain.name) for row in rows]
    column = Column.objects.filter(pk=columns[0]).first() if columns else None
    proposed = [pk for pk in propose_items(adopted, column, title) if pk not in chosen]
    by_pk = {offer.pk: offer for offer in offers}
    rest = [offer for offer in offers if offer.pk not in {*chosen, *proposed}]
    return {
        "answers": [by_pk[pk] for pk in chosen if pk in by_pk],
        "proposed": [by_pk[pk] for pk in proposed],
        "areas": [(area, list(group)) for area, group in groupby(rest, key=lambda offer: offer.area)],
    }


def names_of(items: tuple[int, ...]) -> list[str]:
    """The names of these items with their areas, in the order given."""
    if not items:
        return []
    rows = CatalogueItem.objects.filter(pk__in=items).select_related("domain")
    names = {row.pk: f"{row.domain.name} / {row.name}" for row in rows}
    return [names[pk] for pk in items if pk in names]
