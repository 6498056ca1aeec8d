"""Dates of the desk: when a review step is due, and the law's own limit for publishing."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingbai.catalogue.models import CatalogueItem
from mingbai.core import clock
from mingbai.core.calendars import current_calendar
from mingbai.disclosure.models import Disclosure, Openness, ReviewStep
from mingbai.law import cadence
from mingbai.law.calendar import Calendar
from mingbai.law.errors import CalendarMissing
from mingbai.law.limits import TimeLimit, last_day, limit


@dataclass(frozen=True)
class Limit:
    """`due_on` None: the calendar has no notice for `pending_year`. `late_by` in working days, negative when early, as of
    the publication or, where `done` is not so yet, of today."""

    law: TimeLimit
    due_on: date | None
    pending_year: int | None = None
    late_by: int = 0
    done: bool = False

    @property
    def left(self) -> int:
        """Working days that are left; 0 is the last day."""
        return max(0, -self.late_by)


def step_due(opened: date, working_days: int) -> tuple[date | None, int | None]:
    """The last day of a review step, or the year whose holiday notice is missing."""
    try:
        return current_calendar().add_working_days(opened, working_days), None
    except CalendarMissing as missing:
        return None, missing.year


def days_left(step: ReviewStep, today: date, calendar: Calendar) -> int | None:
    """Working days that are left for a step, negative those that are over; None where no day is known."""
    due = step.due_on
    try:
        if due is None:
            return None
        if today > due:
            return -max(1, calendar.working_days_between(due, today))
        return calendar.working_days_between(today, due)
    except CalendarMissing:
        return None


def time_left(step: ReviewStep, today: date, calendar: Calendar) -> str:
    """The same in words."""
    if step.due_pending_year:
        return f"待录入{step.due_pending_year}年放假安排"
    left = days_left(step, today, calendar)
    if left is None:
        return ""
    return "今天到期" if left == 0 else f"还剩 {left} 个工作日" if left > 0 else f"已超期 {-left} 个工作日"


def publishing_limit(disclosure: Disclosure, today: date, calendar: Calendar) -> Limit | None:
    """The day by which the law wants the item public. What is not to be published by ourselves has none."""
    if disclosure.openness != Openness.ACTIVE:
        return None
    return _counted(disclosure, limit("disclosure.active"), today, calendar)


def own_limits(
    disclosure: Disclosure, items: Iterable[CatalogueItem], today: date, calendar: Calendar
) -> list[Limit]:
    """What the items of the standard catalogue that it answers want sooner or otherwise: each limit once."""
    if disclosure.openness != Openness.ACTIVE:
        return []
    general = limit("disclosure.active")
    laws = {law for item in items for law in cadence.own_limits(item.time_limits)}
    other = [law for law in laws if (law.n, law.unit) != (general.n, general.unit)]
    found = (
        _counted(disclosure, law, today, calendar)
        for law in sorted(other, key=lambda law: (law.n, law.article))
    )
    return [one for one in found if one]


def _counted(disclosure: Disclosure, law: TimeLimit, today: date, calendar: Calendar) -> Limit | None:
    written_on, published = disclosure.written_on, disclosure.first_published_at
    if written_on is None:
        return None
    until = clock.china_day(published) if published else today
    done = published is not None
    try:
        due = last_day(law, written_on, calendar)
        if until > due:
            return Limit(law, due, late_by=max(1, calendar.working_days_between(due, until)), done=done)
        return Limit(law, due, late_by=-calendar.working_days_between(until, due), done=done)
    except CalendarMissing as missing:
        # of years before the first notice that we hold nobody will enter one: papers of an old site
        bygone = missing.year < min(calendar.years, default=missing.year)
        return None if bygone else Limit(law, None, pending_year=missing.year)


def shown_limits(disclosure: Disclosure, items: Collection[int]) -> dict[str, Any]:
    """`limit`, the law's, and `limits`, those of the items that it answers, for a screen about one disclosure."""
    today, calendar = clock.today(), current_calendar()
    rows = CatalogueItem.objects.filter(pk__in=items) if items else ()
    return {
        "limit": publishing_limit(disclosure, today, calendar),
        "limits": own_limits(disclosure, rows, today, calendar),
    }
