"""What a person has to do today, in the order of urgency; the same number of queries whoever asks."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from mingbai.accounts.actors import Actor
from mingbai.catalogue import selectors as catalogue
from mingbai.core import clock
from mingbai.core.calendars import current_calendar
from mingbai.disclosure.models import Disclosure
from mingbai.disclosure.selectors import return_reasons, review_queue_of
from mingbai.journal.models import Notice

SHOWN = 8
LAPSING_WITHIN = timedelta(days=60)
CALENDAR_WARNING_FROM = (11, 1)


@dataclass(frozen=True)
class Today:
    """Lists for the home page; empty ones are not shown."""

    returned: list[Disclosure]
    return_reasons: dict[int, str]
    reviews: list[Any]
    review_count: int
    gaps: list[Any]
    gap_counts: dict[str, int]
    items_due: list[Any]
    lapsing: list[Disclosure]
    drafts: list[Disclosure]
    approved: list[Disclosure]
    unclaimed: int
    notices: list[Notice]
    missing_calendar_year: int | None

    @property
    def is_free(self) -> bool:
        lists = (
            self.returned,
            self.reviews,
            self.gaps,
            self.items_due,
            self.lapsing,
            self.drafts,
            self.approved,
            self.notices,
        )
        return not any(lists) and not self.unclaimed


def _mine(actor: Actor, act: str) -> QuerySet[Disclosure]:
    return Disclosure.objects.within(actor.scope(act)).select_related("unit")


def _missing_calendar_year(actor: Actor, today: date) -> int | None:
    """Administrators are warned from 1 November that next year's holidays are not loaded."""
    if not actor.may("manage_calendar") or (today.month, today.day) < CALENDAR_WARNING_FROM:
        return None
    return None if today.year + 1 in current_calendar().years else today.year + 1


def today_of(actor: Actor) -> Today:
    now = clock.now()
    today = clock.china_day(now)
    writable = _mine(actor, "write_draft")
    queue = review_queue_of(actor)
    scope = actor.scope("make_nothing_statement")
    lapsing = writable.filter(state="published", lapsed_on__gte=today, lapsed_on__lte=today + LAPSING_WITHIN)
    returned = list(writable.filter(stage="returned").order_by("updated_at")[:SHOWN])
    return Today(
        returned=returned,
        return_reasons=return_reasons(returned),
        reviews=list(queue[:SHOWN]),
        review_count=queue.count(),
        gaps=list(catalogue.gaps(scope, now)[:SHOWN]),
        gap_counts=catalogue.count_by_colour(scope, now),
        items_due=list(catalogue.items_due(scope, now)[:SHOWN]),
        lapsing=list(lapsing.order_by("lapsed_on")[:SHOWN]),
        drafts=list(writable.filter(stage="editing").order_by("-updated_at")[:SHOWN]),
        approved=list(writable.filter(stage="approved").order_by("updated_at")[:SHOWN]),
        unclaimed=_mine(actor, "claim_document").filter(stage="unclaimed").count(),
        notices=list(
            Notice.objects.filter(person_id=actor.person_id or 0, read_at=None).order_by("-id")[:SHOWN]
        ),
        missing_calendar_year=_missing_calendar_year(actor, today),
    )


def published_counts(actor: Actor, year: int, by: str) -> list[dict[str, Any]]:
    """How much each unit (`by` unit) or column (`by` column) published in each month of the year.

    Rows of {label, months: twelve numbers, total}, the largest first; one query.
    """
    start, end = clock.start_of_day(date(year, 1, 1)), clock.start_of_day(date(year + 1, 1, 1))
    label = {"unit": "unit__name", "column": "placements__column__name"}[by]
    rows = Disclosure.objects.within(actor.scope("read_disclosures")).filter(
        Q(first_published_at__gte=start, first_published_at__lt=end)
    )
    if by == "column":
        rows = rows.filter(placements__is_main=True)
    # compared with the twelve ends of months: cutting every instant to its month costs a function call a row
    ends = [clock.start_of_day(date(year + month // 12, month % 12 + 1, 1)) for month in range(1, 13)]
    month_of = Case(
        *(When(first_published_at__lt=last, then=Value(number)) for number, last in enumerate(ends)),
        output_field=IntegerField(),
    )
    counted = (
        rows.annotate(month=month_of)
        .values(label, "month")
        .annotate(number=Count("pk"))
        .order_by(label, "month")
    )
    found: dict[str, list[int]] = {}
    for row in counted:
        found.setdefault(row[label], [0] * 12)[row["month"]] = row["number"]
    table = [{"label": name, "months": months, "total": sum(months)} for name, months in found.items()]
    return sorted(table, key=lambda row: (-row["total"], row["label"]))
