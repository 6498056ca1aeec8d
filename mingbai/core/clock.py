"""The only place that asks what time it is, so that the demonstration and the tests can stand still."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

CHINA = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """This instant, aware; on the fixed day of `--today` the day is fixed and the hours run."""
    instant = timezone.now()
    fixed: date | None = settings.FIXED_TODAY
    if fixed is None:
        return instant
    return datetime.combine(fixed, instant.astimezone(CHINA).time(), tzinfo=CHINA)


def today() -> date:
    """The day in China."""
    return now().astimezone(CHINA).date()


def china_day(instant: datetime) -> date:
    return instant.astimezone(CHINA).date()


def last_day(late_from: datetime) -> date:
    """The last day that is in time for what is late from this instant on: of midnight the day before."""
    return china_day(late_from - timedelta(microseconds=1))


def start_of_day(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=CHINA)
