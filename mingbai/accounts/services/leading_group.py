"""政务公开工作领导小组: who is in it, from when to when."""

from datetime import date
from typing import Any

from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import LeadingGroupMember, Unit
from mingbai.core.errors import BadInput
from mingbai.core.pages import changed
from mingbai.journal.services import Entry, record


@transaction.atomic
def add_leading_group_member(
    actor: Actor, *, unit: Unit, starts_on: date, ends_on: date | None, **fields: Any
) -> LeadingGroupMember:
    """A post in the group for a term; earlier terms stay as history."""
    actor.demand("write_draft", unit)
    if ends_on is not None and ends_on < starts_on:
        raise BadInput("任职截止日早于起始日，请改正。", field="ends_on")
    member = LeadingGroupMember.objects.create(unit=unit, starts_on=starts_on, ends_on=ends_on, **fields)
    changed(f"unit:{unit.pk}")
    record(
        actor,
        Entry(
            "add_leading_group_member",
            ("leading_group_member", member.pk, member.name),
            unit=(unit.pk, unit.name),
        ),
    )
    return member
