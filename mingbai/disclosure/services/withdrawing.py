"""Taking an item from the public, and marking one as no longer in force."""

from datetime import date

from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.core import clock
from mingbai.core.errors import BadInput
from mingbai.disclosure.models import (
    Disclosure,
    Fulfilment,
    Placement,
    Publication,
    Validity,
    Withdrawal,
)
from mingbai.disclosure.publicity import announce, report_to_catalogue
from mingbai.disclosure.services.common import Move, journal, locked, moved, person, reason_given
from mingbai.disclosure.services.submitting import end_review


@transaction.atomic
def withdraw(actor: Actor, *, disclosure: Disclosure, reason: str, note: str) -> Withdrawal:
    """Leave a tombstone. For secrecy and privacy it shows neither title nor reason."""
    current = locked(actor, disclosure, "withdraw")
    if reason not in Withdrawal.Reason.values:
        raise BadInput("请从列表中选择撤下原因。", field="reason")
    why = reason_given(note, "请写明撤下的具体情况。")
    now, edition = clock.now(), current.published_edition
    assert edition is not None  # the table allows this act only while something is published
    row = Withdrawal.objects.create(
        disclosure=current,
        edition=edition,
        reason=reason,
        note=why,
        hides_title=reason in Withdrawal.HIDING,
        at=now,
        by_id=person(actor),
    )
    Publication.objects.of(disclosure=current).filter(until_at=None).update(
        until_at=now, end=Publication.End.WITHDRAWN
    )
    _end_review(current)
    current.published_edition = None
    current.is_emergency = False
    moved("withdraw", current, "published_edition", "is_emergency", "scheduled_for")
    announce(current)
    columns = Placement.objects.of(disclosure=current).values_list("column_id", flat=True)
    items = Fulfilment.objects.of(disclosure=current).values_list("item_id", flat=True)
    report_to_catalogue(current, Move([], list(columns)), Move([], list(items)))
    journal(actor, "withdraw", current, before=edition.digest, reason=why, detail={"reason": reason})
    return row


def _end_review(disclosure: Disclosure) -> None:
    """A text under review, such as one put online in an emergency, or approved and waiting for its hour, goes back to
    its author."""
    if end_review(disclosure) is not None:
        disclosure.stage = Disclosure.Stage.RETURNED
        disclosure.scheduled_for = None


@transaction.atomic
def repeal(
    actor: Actor, *, disclosure: Disclosure, on: date, reason: str, successor: Disclosure | None = None
) -> Disclosure:
    """废止: the text stays public and says since when it is repealed and what took its place."""
    current = locked(actor, disclosure, "repeal")
    why = reason_given(reason, "请写明废止的依据，例如废止决定的名称和文号。")
    if current.written_on and on < current.written_on:
        raise BadInput(f"废止日期 {on} 早于成文日期 {current.written_on}。请核对。", field="on")
    if on > clock.today():
        raise BadInput("废止日期还没有到。到期后再办理，或填写失效日期。", field="on")
    if successor is not None and successor.pk == current.pk:
        raise BadInput("替代文件不能是它自己。请重新选择。", field="successor")
    current.validity, current.repealed_on, current.successor = Validity.REPEALED, on, successor
    moved("repeal", current, "validity", "repealed_on", "successor")
    announce(current)
    journal(actor, "repeal", current, reason=why, detail={"on": on.isoformat()})
    return current
