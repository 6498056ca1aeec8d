"""Dates of the desk: when a review step is due, and the law's own limit for publishing."""

from dataclasses import dataclass
from datetime import date

from mingbai.core.calendars import current_calendar
from mingbai.law.calendar import Calendar
from mingbai.law.errors import CalendarMissing

PUBLISH_WITHIN = 20  # working days from forming or change: 政府信息公开条例 第二十六条
ARTICLE = "政府信息公开条例 第二十六条"


@dataclass(frozen=True)
class Limit:
    """`due_on` None: the calendar has no notice for `pending_year`. `late_by` in working days, negative when early."""

    due_on: date | None
    pending_year: int | None = None
    late_by: int | None = None


def step_due(opened: date, working_days: int) -> tuple[date | None, int | None]:
    """The last day of a review step, or the year whose holiday notice is missing."""
    try:
        return current_calendar().add_working_days(opened, working_days), None
    except CalendarMissing as missing:
        return None, missing.year


def publishing_limit(written_on: date | None, until: date, calendar: Calendar) -> Limit | None:
    """The day by which the law wants the item public; `until` is the day of publication or today."""
    if written_on is None:
        return None
    try:
        due = calendar.add_working_days(written_on, PUBLISH_WITHIN)
        if until > due:
            return Limit(due, late_by=calendar.working_days_between(due, until))
        return Limit(due, late_by=-calendar.working_days_between(until, due))
    except CalendarMissing as missing:
        return Limit(None, pending_year=missing.year)
