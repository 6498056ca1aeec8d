"""Time limits as values, and the day on which one runs out.

Day 0 is never counted (民事诉讼法第八十五条). A limit in months or years ends on the corresponding day, or on the
month's last day where there is none (民法典第二百零二条). Limits in working days never end on a rest day; limits in
days, months or years that `rolls` end on the next working day when their last day is a rest day.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Literal

from mingbai.law.calendar import Calendar, china_day, end_of_day
from mingbai.law.data_files import rows
from mingbai.law.errors import CalendarMissing, LawError

LimitUnit = Literal["working", "calendar", "month", "year", "hour"]
UNIT_LABELS: dict[LimitUnit, str] = {
    "working": "个工作日",
    "calendar": "日",
    "month": "个月",
    "year": "年",
    "hour": "小时",
}


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """`n` of `unit` counted from the day named in `starts`.

    `minimum`: at least so long (a call for opinion), else at most. `before`: counted backwards from the event.
    `shorter` says on which condition a minimum may be cut.
    """

    rule: str
    what: str
    n: int
    unit: LimitUnit
    starts: str
    article: str
    verified: str = "local"
    rolls: bool = False
    minimum: bool = False
    before: bool = False
    shorter: str | None = None

    @property
    def length(self) -> str:
        """「20个工作日」."""
        return f"{self.n}{UNIT_LABELS[self.unit]}"


@dataclass(frozen=True, slots=True)
class Due:
    """A last day, or the year whose holiday notice is awaited. Exactly one of the two is set."""

    on: date | None
    pending_year: int | None = None

    @property
    def text(self) -> str:
        return self.on.isoformat() if self.on else f"待录入{self.pending_year}年放假安排"


@cache
def _limits() -> dict[str, TimeLimit]:
    ours = TimeLimit.__dataclass_fields__
    return {row["rule"]: TimeLimit(**{key: row[key] for key in row if key in ours}) for row in rows("limits")}


def limit(rule: str) -> TimeLimit:
    """The national or well-known local limit with this id (`law/data/limits.json`)."""
    if rule not in _limits():
        raise LawError(f"没有「{rule}」这一期限。")
    return _limits()[rule]


def limits_of(group: str) -> tuple[TimeLimit, ...]:
    """All limits whose id begins with `<group>.`, in the order of the data: `call`, `publicity`, `petition` …"""
    return tuple(known for rule, known in _limits().items() if rule.startswith(f"{group}."))


# law: period.corresponding_day
def add_months(day0: date, months: int) -> date:
    """The corresponding day so many months later, the month's last day where it has none."""
    years, month = divmod(day0.month - 1 + months, 12)
    year = day0.year + years
    return date(year, month + 1, min(day0.day, monthrange(year, month + 1)[1]))


# law: calendar.day_zero, period.rolls, foi.*, disclosure.*, interpretation.*, village.*, message.*, site_error.*
# law: mailbox.*, petition.*, proposal.*, hotline.*, remedy.*
def last_day(of: TimeLimit, day0: date, calendar: Calendar) -> date:
    """The last day of the limit. Raises `CalendarMissing` where it needs a year that is not loaded."""
    if of.unit == "hour":
        raise LawError(f"「{of.what}」以小时计，须给出起算时刻。")
    if of.before:
        return _last_day_before(of, day0)
    if of.unit == "working":
        return calendar.add_working_days(day0, of.n)
    if of.unit == "calendar":
        last = day0 + timedelta(days=of.n)
    else:
        last = add_months(day0, of.n * (12 if of.unit == "year" else 1))
    return calendar.working_day_on_or_after(last) if of.rolls else last


def _last_day_before(of: TimeLimit, event: date) -> date:
    """The last day on which a thing owed `n` days before the event is still in time."""
    if of.unit != "calendar":
        raise LawError(f"「{of.what}」向前推算的期限只支持以日计。")
    return event - timedelta(days=of.n)


def due(of: TimeLimit, day0: date, calendar: Calendar) -> Due:
    """`last_day`, or a pending value where a year's notice is missing."""
    try:
        return Due(last_day(of, day0, calendar))
    except CalendarMissing as missing:
        return Due(None, missing.year)


def late_from(of: TimeLimit, start: datetime, calendar: Calendar) -> datetime:
    """The instant from which the thing is late: after so many hours, else when the last day in China is over."""
    if of.unit == "hour":
        return start + timedelta(hours=of.n)
    return end_of_day(last_day(of, china_day(start), calendar))


@dataclass(frozen=True, slots=True)
class PeriodCheck:
    """Whether a period is long enough: `earliest` is the first permitted last day, None while the calendar is missing."""

    ok: bool | None
    earliest: date | None
    explanation: str


# law: call.*, publicity.*
def check_minimum(
    of: TimeLimit, opens: date, closes: date, calendar: Calendar, reason: str = ""
) -> PeriodCheck:
    """Checks a call for opinion or a public notice against its minimum; a stated reason permits less where the law does."""
    if closes < opens:
        raise LawError(f"截止日期{closes}早于开始日期{opens}。请核对两个日期。")
    earliest = due(of, opens, calendar)
    rule = f"{of.what}期限不少于{of.length}（{of.article}）"
    if earliest.on is None:
        return PeriodCheck(None, None, f"{rule}，{earliest.text}后方可核对。")
    if closes >= earliest.on:
        return PeriodCheck(True, earliest.on, f"{rule}，自{opens}起至{closes}，符合。")
    if of.shorter and reason.strip():
        return PeriodCheck(
            True, earliest.on, f"{rule}，已缩短至{closes}，须随征求意见一并说明理由：{reason.strip()}。"
        )
    remedy = f"；{of.shorter}" if of.shorter else ""
    return PeriodCheck(False, earliest.on, f"{rule}，最早于{earliest.on}截止，现为{closes}{remedy}。")
