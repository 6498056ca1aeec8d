"""Loading a year's holiday notice: every due date that hangs on it is computed again."""

from typing import Any

from django.db import transaction
from django.db.models import Q

from mingbai.accounts.actors import Actor
from mingbai.accounts.scope import unscoped
from mingbai.catalogue.models import Adoption
from mingbai.catalogue.services.state import refresh_states
from mingbai.core import clock
from mingbai.core.calendars import current_calendar, store_notice
from mingbai.journal.jobs import enqueue, job, renew
from mingbai.journal.models import Job
from mingbai.journal.services import Entry, record
from mingbai.law.calendar import YearNotice

SLICE = 500
_followers: list[str] = []


def follow_calendar(kind: str) -> None:
    """Rooms above name the job that computes their own due dates anew."""
    _followers.append(kind)


@transaction.atomic
def load_calendar(actor: Actor, *, notice: YearNotice, content: dict[str, Any]) -> None:
    """国务院办公厅's notice for one year, as the county entered it; due dates are computed anew by jobs."""
    actor.demand("manage_calendar")
    store_notice(notice, content)
    for kind in ("calendar.loaded", *_followers):
        enqueue(kind, {"year": notice.year}, key=str(notice.year), at=clock.now())
    record(
        actor,
        Entry(
            "load_calendar",
            ("calendar", notice.year, f"{notice.year}年放假安排"),
            detail={"source": notice.source},
        ),
    )


@job("calendar.loaded")
def recompute_states(claimed: Job) -> None:
    """Every due date that waited for the year or was computed with another calendar: a notice may also be corrected."""
    outdated = Q(state__pending_year__isnull=False) | ~Q(state__calendar_version=current_calendar().version)
    rows = unscoped(Adoption).filter(outdated, state__isnull=False)
    waiting = list(rows.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(waiting), SLICE):
        part = waiting[start : start + SLICE]
        refresh_states(unscoped(Adoption).filter(pk__in=part).select_related("column", "item"))
        renew(claimed, clock.now())
