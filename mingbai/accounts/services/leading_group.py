"""政务公开工作领导小组: who is in it, from when to when."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

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
    _told(actor, "add_leading_group_member", member)
    return member


@transaction.atomic
def end_leading_group_term(actor: Actor, *, member: LeadingGroupMember, ends_on: date) -> None:
    """The last day of a term. The row stays as history; the public page shows current terms alone."""
    actor.demand("write_draft", member.unit)
    if ends_on < member.starts_on:
        raise BadInput("任职截止日早于起始日，请改正。", field="ends_on")
    member.ends_on = ends_on
    member.save(update_fields=["ends_on"])
    _told(actor, "end_leading_group_term", member)


def _told(actor: Actor, verb: str, member: LeadingGroupMember) -> None:
    unit = member.unit
    changed(f"unit:{unit.pk}")
    record(actor, Entry(verb, ("leading_group_member", member.pk, member.name), unit=(unit.pk, unit.name)))


def terms_of(name: str, unit_ids: list[int], on: date) -> int:
    """How many current terms these units' groups have for somebody of this name: a reminder when they leave."""
    current = LeadingGroupMember.objects.filter(unit__in=unit_ids, name=name)
    return current.filter(Q(ends_on=None) | Q(ends_on__gt=on)).count()
