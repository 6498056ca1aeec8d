"""What a unit takes on: everything its kind owes, then switched, renamed or re-timed with a reason."""

from datetime import date
from typing import Any

from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import Person, Unit
from mingbai.accounts.scope import VILLAGE_KINDS, unscoped
from mingbai.catalogue.models import Adoption, CatalogueItem, Column, StandardCatalogue
from mingbai.catalogue.services.state import refresh_states
from mingbai.core.errors import BadInput, Conflict
from mingbai.core.pages import changed
from mingbai.journal.services import Entry, record
from mingbai.law import cadence as law


def _standard_rows(unit: Unit) -> tuple[list[Column], list[CatalogueItem]]:
    trees = [row for row in StandardCatalogue.objects.filter(replaced_on=None) if unit.kind in row.unit_kinds]
    columns = list(Column.objects.filter(catalogue__in=trees))
    items = [
        item
        for item in CatalogueItem.objects.filter(domain__catalogue__replaced_on=None)
        if unit.kind in item.unit_kinds
    ]
    return columns, items


@transaction.atomic
def adopt_for_unit(actor: Actor, *, unit: Unit, on: date) -> int:
    """Adopt every column and item that the unit's kind owes and it does not have yet; returns how many."""
    actor.demand("adopt_catalogue", unit)
    if not unit.is_open:
        raise BadInput(f"「{unit.name}」已撤销或合并，不能再采用目录。")
    columns, items = _standard_rows(unit)
    have = unscoped(Adoption).filter(unit=unit)
    have_columns, have_items = (
        set(have.values_list("column_id", flat=True)),
        set(have.values_list("item_id", flat=True)),
    )
    rows = [
        Adoption(unit=unit, column=column, adopted_on=on)
        for column in columns
        if column.pk not in have_columns
    ]
    rows += [
        Adoption(unit=unit, item=item, adopted_on=on, channels=item.channels)
        for item in items
        if item.pk not in have_items
    ]
    Adoption.objects.bulk_create(rows, batch_size=500)
    refresh_states(list(unscoped(Adoption).filter(unit=unit).select_related("column", "item")))
    changed(f"unit:{unit.pk}", "sitemap")
    record(
        actor,
        Entry(
            "adopt_for_unit",
            ("unit", unit.pk, unit.name),
            unit=(unit.pk, unit.name),
            detail={"adopted": len(rows)},
        ),
    )
    return len(rows)


def adopt_for_kind(actor: Actor, *, kind: str, on: date) -> tuple[int, int]:
    """The same for every open unit of the kind that the actor reaches; answers how many units and rows. One unit, one
    transaction, one record: the write lock is never held for the whole county."""
    units = Unit.objects.filter(actor.scope("adopt_catalogue").condition(""), kind=kind, closed_on=None)
    numbers = [adopt_for_unit(actor, unit=unit, on=on) for unit in units.order_by("path")]
    return len(numbers), sum(numbers)


def take_duties(leaver: Person, successor: Person, on: date) -> int:
    """The columns and items that the leaver answers for, when somebody takes over their posts."""
    return unscoped(Adoption).filter(responsible_person=leaver).update(responsible_person=successor)


def count_duties(person: Person) -> int:
    return unscoped(Adoption).filter(responsible_person=person, is_on=True).count()


def _change_entry(verb: str, adoption: Adoption, reason: str, detail: dict[str, Any]) -> Entry:
    unit = adoption.unit
    return Entry(
        verb,
        ("adoption", adoption.pk, adoption.name),
        unit=(unit.pk, unit.name),
        reason=reason,
        detail=detail,
    )


@transaction.atomic
def switch_adoption(actor: Actor, *, adoption: Adoption, on: bool, reason: str) -> Adoption:
    """Switch a column or item on or off for the unit; off needs a reason. Items in the column stay public."""
    actor.demand("adopt_catalogue", adoption.unit)
    if adoption.is_on == on:
        raise Conflict("已经是这个状态，可能有人刚刚改过。请刷新页面。")
    if not on and not reason.strip():
        raise BadInput("停用要写明理由，例如“本镇没有这项职能”。", field="off_reason")
    adoption.is_on, adoption.off_reason = on, "" if on else reason.strip()
    adoption.save(update_fields=["is_on", "off_reason"])
    changed(f"unit:{adoption.unit_id}", "sitemap")
    record(actor, _change_entry("switch_adoption", adoption, reason, {"on": on}))
    return adoption


CHANGEABLE = (
    "own_name",
    "responsible_office",
    "responsible_person",
    "cadence_override",
    "override_reason",
    "channels",
)


def _refuse_below_the_law(adoption: Adoption, wanted: str) -> None:
    if not wanted or adoption.column is None:
        return
    standard, of_village = law.cadence(adoption.column.cadence), adoption.unit.kind in VILLAGE_KINDS
    if law.below_the_law(standard, law.cadence(wanted), of_village=of_village):
        raise BadInput(
            "村（居）务公开至少每季度一次（村民委员会组织法第三十五条），不能调得更少。"
            "本季度确实没有内容的，登记“本期无内容”。",
            field="cadence_override",
        )


@transaction.atomic
def change_adoption(actor: Actor, *, adoption: Adoption, **changes: Any) -> Adoption:
    """Own name, responsible office and person, cadence with reason, carriers."""
    actor.demand("adopt_catalogue", adoption.unit)
    wrong = set(changes) - set(CHANGEABLE)
    if wrong:
        raise TypeError(f"not changeable: {sorted(wrong)}")
    if (
        changes.get("cadence_override")
        and not changes.get("override_reason", adoption.override_reason).strip()
    ):
        raise BadInput("调整更新频次要写明理由。", field="override_reason")
    _refuse_below_the_law(adoption, changes.get("cadence_override", ""))
    before = {name: str(getattr(adoption, name)) for name in changes}
    for name, value in changes.items():
        setattr(adoption, name, value)
    adoption.save(update_fields=list(changes))
    refresh_states([adoption])
    changed(f"unit:{adoption.unit_id}")
    after = {name: str(getattr(adoption, name)) for name in changes}
    record(
        actor,
        _change_entry(
            "change_adoption", adoption, adoption.override_reason, {"before": before, "after": after}
        ),
    )
    return adoption
