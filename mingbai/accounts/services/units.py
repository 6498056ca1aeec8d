"""Acts on the tree of units."""

from typing import Any

from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import Unit
from mingbai.core.errors import BadInput
from mingbai.journal.services import Entry, record

AGENCY_KINDS = frozenset({"province", "city", "county", "bureau", "town", "subdistrict"})


@transaction.atomic
def open_unit(actor: Actor, *, code: str, name: str, kind: str, parent: Unit | None, **fields: Any) -> Unit:
    """Add a unit below `parent`. Whether it is an agency follows from its kind unless said (条例 第二十七条)."""
    if parent is not None:
        actor.demand("manage_units", parent)
    if Unit.objects.filter(code=code).exists():
        raise BadInput(f"单位代码「{code}」已有人使用，请换一个。", field="code")
    fields.setdefault("is_agency", kind in AGENCY_KINDS)
    # the path holds the row's own id, so it is known only after the first save
    unit = Unit.objects.create(code=code, name=name, kind=kind, parent=parent, path=f"?{code}", **fields)
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    record(actor, Entry("open_unit", ("unit", unit.pk, unit.name), unit=(unit.pk, unit.name)))
    return unit
