"""政务公开工作领导小组: who is in it, from when to when."""

from datetime import date
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.db.models import Max, Q

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
    _refuse_backward(starts_on, ends_on)
    member = LeadingGroupMember.objects.create(unit=unit, starts_on=starts_on, ends_on=ends_on, **fields)
    _told(actor, "add_leading_group_member", member)
    return member


def _refuse_backward(starts_on: date, ends_on: date | None) -> None:
    if ends_on is not None and ends_on < starts_on:
        raise BadInput("任职截止日早于起始日，请改正。", field="ends_on")


class Entered(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"


def enter_term(actor: Actor, *, unit: Unit, post: str, name: str, starts_on: date, **said: Any) -> Entered:
    """One row of a table that `record_import` records as a whole. A known term gets what the row says; what the row
    leaves blank stays as it was."""
    actor.demand("write_draft", unit)
    _refuse_backward(starts_on, said.get("ends_on"))
    group = LeadingGroupMember.objects.filter(unit=unit)
    member = group.filter(post=post, name=name, starts_on=starts_on).first()
    if member is None:
        order = (group.aggregate(last=Max("order"))["last"] or 0) + 1
        group.create(unit=unit, post=post, name=name, starts_on=starts_on, order=order, **said)
        changed(f"unit:{unit.pk}")
        return Entered.ADDED
    news = {field: value for field, value in said.items() if value and value != getattr(member, field)}
    if not news:
        return Entered.SAME
    for field, value in news.items():
        setattr(member, field, value)
    member.save(update_fields=list(news))
    changed(f"unit:{unit.pk}")
    return Entered.CHANGED


def record_import(actor: Actor, units: set[Unit], *, added: int, changed: int) -> None:
    """The whole table is one act: one row, with the units that it touched."""
    only = next(iter(units)) if len(units) == 1 else None
    record(
        actor,
        Entry(
            "import_leading_group",
            ("people", "", "领导小组"),
            unit=(only.pk, only.name) if only else (None, ""),
            detail={"added": added, "changed": changed, "units": sorted(unit.pk for unit in units)},
        ),
    )


@transaction.atomic
def end_leading_group_term(actor: Actor, *, member: LeadingGroupMember, ends_on: date) -> None:
    """The last day of a term. The row stays as history; the public page shows current terms alone."""
    actor.demand("write_draft", member.unit)
    _refuse_backward(member.starts_on, ends_on)
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
