"""Loading next year's holiday notice: every pending due date is computed again at once."""

from typing import Any

from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.accounts.scope import unscoped
from mingbai.catalogue.models import Adoption
from mingbai.catalogue.services.state import refresh_states
from mingbai.core import clock
from mingbai.core.calendars import store_notice
from mingbai.journal.jobs import enqueue, job
from mingbai.journal.models import Job
from mingbai.journal.services import Entry, record
from mingbai.law.calendar import YearNotice


@transaction.atomic
def load_calendar(actor: Actor, *, notice: YearNotice, content: dict[str, Any]) -> None:
    """国务院办公厅's notice for one year, as the county entered it. Rooms above recompute by the job `calendar.loaded`."""
    actor.demand("manage_calendar")
    store_notice(notice, content)
    enqueue("calendar.loaded", {"year": notice.year}, key=str(notice.year), at=clock.now())
    record(
        actor,
        Entry(
            "load_calendar",
            ("calendar", notice.year, f"{notice.year}年放假安排"),
            detail={"source": notice.source},
        ),
    )


@job("calendar.loaded")
def recompute_pending(_: Job) -> None:
    pending = unscoped(Adoption).filter(state__pending_year__isnull=False).select_related("column")
    refresh_states(pending)
