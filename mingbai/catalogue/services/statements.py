"""Saying that a period had nothing to publish, and stopping the clock of a column for a while."""

from datetime import date

from django.db import IntegrityError, transaction

from mingbai.accounts.actors import Actor
from mingbai.accounts.scope import unscoped
from mingbai.catalogue.models import Adoption, NothingStatement, Pause
from mingbai.catalogue.services.state import refresh_states
from mingbai.core import clock
from mingbai.core.errors import BadInput, Conflict
from mingbai.core.pages import changed
from mingbai.journal.services import Entry, record
from mingbai.law import cadence as law


def _entry(verb: str, adoption: Adoption, *, reason: str, detail: dict[str, str]) -> Entry:
    unit = adoption.unit
    return Entry(
        verb,
        ("adoption", adoption.pk, adoption.name),
        unit=(unit.pk, unit.name),
        reason=reason,
        detail=detail,
    )


def make_nothing_statement(
    actor: Actor, *, adoption: Adoption, period_from: date, period_to: date, text: str
) -> NothingStatement:
    """本期无内容说明 for a period that has begun; dated today by the system."""
    actor.demand("make_nothing_statement", adoption.unit)
    if not law.cadence(adoption.cadence).accepts_statement:
        raise BadInput("这个栏目不按周期更新，不需要本期无内容说明。")
    today = clock.today()
    if period_to < period_from:
        raise BadInput("期间的截止日早于起始日，请改正。", field="period_to")
    if period_from > today:
        raise BadInput("期间还没有开始，不能提前说明。", field="period_from")
    if not text.strip():
        raise BadInput("请写一句说明，例如“本季度没有发生临时救助”。", field="text")
    try:
        with transaction.atomic():
            statement: NothingStatement = NothingStatement.objects.create(
                adoption=adoption,
                unit=adoption.unit,
                period_from=period_from,
                period_to=period_to,
                said_on=today,
                text=text.strip(),
                person_id=actor.person_id,
            )
            refresh_states([adoption])
            if adoption.column_id:
                changed(f"column:{adoption.unit_id}:{adoption.column_id}", f"unit:{adoption.unit_id}")
            else:
                changed(f"catalogue-item:{adoption.item_id}")
            period = {"from": period_from.isoformat(), "to": period_to.isoformat()}
            record(actor, _entry("make_nothing_statement", adoption, reason=text.strip(), detail=period))
    except IntegrityError as error:
        raise Conflict("这个期间已经有说明了，不需要再写。") from error
    return statement


@transaction.atomic
def pause_column(
    actor: Actor, *, adoption: Adoption, starts_on: date, ends_on: date | None, reason: str
) -> Pause:
    """Stop measuring a column for a while, with the reason."""
    actor.demand("adopt_catalogue", adoption.unit)
    if not reason.strip():
        raise BadInput("暂停计时要写明理由。", field="reason")
    if ends_on is not None and ends_on < starts_on:
        raise BadInput("截止日早于起始日，请改正。", field="ends_on")
    pause: Pause = Pause.objects.create(
        adoption=adoption, unit=adoption.unit, starts_on=starts_on, ends_on=ends_on, reason=reason.strip()
    )
    refresh_states([adoption])
    record(actor, _entry("pause_column", adoption, reason=reason, detail={"from": starts_on.isoformat()}))
    return pause


@transaction.atomic
def end_pause(actor: Actor, *, pause: Pause, ends_on: date) -> Pause:
    """The clock of the column runs again from the day after `ends_on`."""
    actor.demand("adopt_catalogue", pause.unit)
    if ends_on < pause.starts_on:
        raise BadInput("截止日早于起始日，请改正。", field="ends_on")
    if not unscoped(Pause).filter(pk=pause.pk, ends_on=None).update(ends_on=ends_on):
        raise Conflict("暂停已经结束，请刷新页面。")
    pause.ends_on = ends_on
    adoption = unscoped(Adoption).select_related("column", "unit").get(pk=pause.adoption_id)
    refresh_states([adoption])
    record(actor, _entry("end_pause", adoption, reason=pause.reason, detail={"to": ends_on.isoformat()}))
    return pause
