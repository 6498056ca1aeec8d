"""What every act on a disclosure does first and last: lock, check, write the journal."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from mingbai.accounts.actors import SYSTEM, Actor
from mingbai.core import clock
from mingbai.core.errors import BadInput, NotAllowed
from mingbai.disclosure import transitions
from mingbai.disclosure.models import Disclosure, Fulfilment, Placement
from mingbai.journal.services import Entry, record


def locked(actor: Actor, disclosure: Disclosure, act: str) -> Disclosure:
    """The item as it is now, held until the transaction ends; refused when the actor or its state forbids the act."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("an act needs a transaction")
    if actor is not SYSTEM:
        actor.demand(transitions.TRANSITIONS[act].right, disclosure.unit)
    current = Disclosure.objects.of(pk=disclosure.pk).select_for_update().get()
    transitions.demand(act, current)
    return current


def moved(act: str, disclosure: Disclosure, *fields: str) -> None:
    """Apply the transition and save it with the named fields."""
    transitions.apply(act, disclosure)
    disclosure.updated_at = clock.now()
    disclosure.save(update_fields=["state", "stage", "updated_at", *fields])


def reason_given(reason: str, what: str = "请写明理由。", *, limit: int = 300) -> str:
    text = reason.strip()
    if not text:
        raise BadInput(what, field="reason")
    if len(text) > limit:
        raise BadInput(f"理由有 {len(text)} 个字，最多 {limit} 个。请删减。", field="reason")
    return text


def journal(actor: Actor, verb: str, disclosure: Disclosure, **more: Any) -> None:
    unit = (disclosure.unit_id, disclosure.unit.name)
    record(actor, Entry(verb, ("disclosure", disclosure.pk, disclosure.title), unit=unit, **more))


def person(actor: Actor) -> int:
    """Who answers for an act that only a person can do."""
    if actor.person_id is None:
        raise NotAllowed("这一步要由本人登录办理。")
    return actor.person_id


@dataclass(frozen=True)
class Move:
    """Columns, or items of the standard catalogue, that a disclosure came to and left."""

    entered: list[int]
    left: list[int]


def place(disclosure: Disclosure, columns: Collection[int]) -> Move:
    """Make the placements say `columns`, the first being the main one."""
    before = set(Placement.objects.of(disclosure=disclosure).values_list("column_id", flat=True))
    Placement.objects.of(disclosure=disclosure).delete()
    Placement.objects.bulk_create(
        Placement(
            disclosure=disclosure,
            column_id=column,
            unit_id=disclosure.unit_id,
            is_main=number == 0,
            published_at=disclosure.published_at,
            first_published_at=disclosure.first_published_at,
        )
        for number, column in enumerate(columns)
    )
    return Move([column for column in columns if column not in before], sorted(before - set(columns)))


def fulfil(disclosure: Disclosure, items: Collection[int]) -> Move:
    """Make what the published item answers of the standard catalogue be `items`."""
    before = set(Fulfilment.objects.of(disclosure=disclosure).values_list("item_id", flat=True))
    Fulfilment.objects.of(disclosure=disclosure).delete()
    Fulfilment.objects.bulk_create(
        Fulfilment(
            disclosure=disclosure,
            item_id=item,
            unit_id=disclosure.unit_id,
            published_at=disclosure.published_at,
        )
        for item in items
    )
    return Move([item for item in items if item not in before], sorted(before - set(items)))
