"""How often a column must be updated, and whether it is.

Windows are measured from the publication time in China time: a fortnightly column is stale at the very instant
fourteen days after its last item (`now >= due_at`), as the site inspection counts it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, Literal

from mingbai.law.calendar import CHINA, Calendar, end_of_day, start_of_day
from mingbai.law.data_files import rows
from mingbai.law.errors import CalendarMissing, LawError
from mingbai.law.limits import TimeLimit, last_day, limit

CadenceKind = Literal["periodic", "event", "static", "link", "archive"]
State = Literal["blank", "stale", "due_soon", "fresh", "static", "paused", "pending_calendar"]


@dataclass(frozen=True, slots=True)
class Cadence:
    """One class of update frequency. `max_days` is the window of a periodic class, `limit` the rule of an event one, and
    `warned` how much of it runs before the warning."""

    id: str
    label: str
    kind: CadenceKind
    article: str
    verified: str
    accepts_statement: bool
    max_days: int | None = None
    warn_days: int | None = None
    limit: TimeLimit | None = None
    warn_working_days: int | None = None
    warned: TimeLimit | None = None
    review_days: int | None = None


@dataclass(frozen=True, slots=True)
class NothingStatement:
    """「本期无内容说明」: says on `made_on` that nothing arose from `first` to `last`. It must be made anew each period."""

    first: date
    last: date
    made_on: date


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch in which a column is not measured; without `last` it is still running. `last` belongs to the pause."""

    first: date
    last: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class ColumnState:
    """`due_at` is the instant from which the column is late; None where nothing falls due or the calendar is missing.
    `warn_at` is the instant from which it is due soon, where something falls due."""

    state: State
    due_at: datetime | None
    explanation_zh: str
    pending_year: int | None = None
    warn_at: datetime | None = None


@cache
def cadences() -> dict[str, Cadence]:
    """All classes by id."""
    return {row["id"]: _class(row) for row in rows("cadence")}


def _class(row: dict[str, Any]) -> Cadence:
    ours = set(Cadence.__dataclass_fields__) - {"limit", "warned"}
    of = limit(row["limit"]) if "limit" in row else None
    warned = replace(of, n=row["warn_working_days"]) if of else None
    return Cadence(**{key: row[key] for key in row if key in ours}, limit=of, warned=warned)


def cadence(id: str) -> Cadence:
    if id not in cadences():
        raise LawError(f"没有「{id}」这一更新频次，可用：{'、'.join(cadences())}。")
    return cadences()[id]


# law: cadence.village_floor
def below_the_law(standard: Cadence, wanted: Cadence, *, of_village: bool) -> bool:
    """Whether a village would publish more rarely than the law allows what the standard wants each month or quarter."""
    quarter = cadence("quarterly").max_days or 0
    owed = standard.kind == "periodic" and (standard.max_days or 0) <= quarter
    kept = wanted.kind == "periodic" and (wanted.max_days or 0) <= quarter
    return of_village and owed and not kept


def is_looser(standard: Cadence, wanted: Cadence) -> bool:
    """Whether a periodic column would be updated more rarely than the standard wants, or by no period at all."""
    if standard.kind != "periodic":
        return False
    return wanted.kind != "periodic" or (wanted.max_days or 0) > (standard.max_days or 0)


# where the days of an item's own rule begin; what was formed is counted from its own date
STARTS = {
    "approved": "批准之日",
    "replied": "批复之日",
    "decided": "作出决定之日",
    "permit_or_penalty": "作出许可、处罚决定之日",
    "winner_fixed": "中标、成交供应商确定之日",
    "signed": "合同签订之日",
    "report_received": "收到评标报告之日",
    "approval_received": "收到批准文件之日",
    "allotted": "任务下达之日",
}


# law: cadence.own_limits
def own_limits(rules: Iterable[Mapping[str, Any]]) -> tuple[TimeLimit, ...]:
    """What an item's rules {what, n, unit, from, article} say of the days in which it is owed, the longest first. 「及时」
    names no number, and what falls due at a time of the year follows no event."""
    found = [
        TimeLimit(
            rule="cadence.own_limits",
            what="公开",
            n=rule["n"],
            unit=rule["unit"],
            starts=STARTS.get(rule["from"], ""),
            article=rule["article"],
        )
        for rule in rules
        if rule["what"] == "publish" and rule["n"] and not rule["from"].endswith("_start")
    ]
    return tuple(sorted(found, key=lambda one: (-one.n, one.unit)))


def held_to(of: Cadence, rules: Iterable[Mapping[str, Any]]) -> Cadence:
    """An event class with an item's own limit in place of the general one (条例第二十六条: another rule's limit prevails).
    Where an item names two, as for permits among other things, only the longer is certainly broken; the shorter warns."""
    limits = own_limits(rules)
    if of.kind != "event" or not limits:
        return of
    longest, shortest = limits[0], limits[-1]
    warned = shortest if len(limits) > 1 else replace(longest, n=max(1, longest.n * 3 // 4))
    return replace(of, limit=longest, warned=warned)


# law: cadence.link, cadence.archive
def column_state(
    of: Cadence,
    adopted_on: date,
    last_published_at: datetime | None,
    statements: Iterable[NothingStatement],
    pauses: Iterable[Pause],
    now: datetime,
    calendar: Calendar,
    formed_on: date | None = None,
) -> ColumnState:
    """What the public column of one unit looks like at `now` (an aware instant).

    `formed_on` matters for columns updated on event alone: the day on which the oldest information not yet
    published came into being or changed.
    """
    today = now.astimezone(CHINA).date()
    if of.kind in ("link", "archive"):
        return ColumnState("static", None, f"{of.label}，不计更新时间。")
    paused = tuple(pauses)
    running = next((pause for pause in paused if _covers(pause, today)), None)
    if running:
        until = f"至{running.last}" if running.last else ""
        return ColumnState("paused", None, f"自{running.first}{until}暂停计时：{running.reason}。")
    base = _base(of, last_published_at, statements, today)
    if of.kind == "event":
        return _event_state(of, base, formed_on, now, calendar)
    if base is None:
        return _blank(of, adopted_on, paused)
    if of.kind == "static":
        return _static_state(of, base)
    return _periodic_state(of, base, paused, now)


# law: cadence.statement
def _base(
    of: Cadence, last_published_at: datetime | None, statements: Iterable[NothingStatement], today: date
) -> datetime | None:
    """The instant up to which the column is answered for: its last item, or the end of what a statement attests."""
    instants = [last_published_at] if last_published_at else []
    if of.accepts_statement:
        instants += [
            end_of_day(min(statement.last, statement.made_on))
            for statement in statements
            if statement.first <= min(statement.last, statement.made_on) and statement.made_on <= today
        ]
    return max(instants, default=None)


def _covers(pause: Pause, day: date) -> bool:
    return pause.first <= day and (pause.last is None or day <= pause.last)


# law: cadence.pause
def _after_pauses(base: datetime, days: int, pauses: tuple[Pause, ...]) -> datetime:
    """`days` after `base`, not counting days inside finished pauses."""
    due_at = base + timedelta(days=days)
    for pause in sorted(pauses, key=lambda one: one.first):
        if pause.last is None:
            continue
        first, after = max(start_of_day(pause.first), base), end_of_day(pause.last)
        if first < due_at and after > first:
            due_at += after - first
    return due_at


# law: cadence.blank
def _blank(of: Cadence, adopted_on: date, pauses: tuple[Pause, ...]) -> ColumnState:
    due_at = _after_pauses(start_of_day(adopted_on), of.max_days, pauses) if of.max_days else None
    said = f"空白栏目：自{adopted_on}采用以来没有发布过信息（{of.article}）。"
    return ColumnState("blank", due_at, said, warn_at=_warn_at(of, due_at) if due_at else None)


def _warn_at(of: Cadence, due_at: datetime) -> datetime:
    """So long before the last instant of a periodic column as its class warns."""
    assert of.max_days is not None and of.warn_days is not None
    return due_at - timedelta(days=of.max_days - of.warn_days)


# law: cadence.dynamic_2w, cadence.monthly, cadence.quarterly, cadence.halfyear, cadence.yearly
def _periodic_state(of: Cadence, base: datetime, pauses: tuple[Pause, ...], now: datetime) -> ColumnState:
    assert of.max_days is not None and of.warn_days is not None
    due_at = _after_pauses(base, of.max_days, pauses)
    said = f"{of.label}栏目，上次更新{_minute(base)}，应在{_minute(due_at)}前更新（{of.article}，{of.max_days}日）"
    warn_at = _warn_at(of, due_at)
    if now >= due_at:
        late = (now - due_at).days + 1
        return ColumnState("stale", due_at, f"{said}，已超期{late}日。", warn_at=warn_at)
    if now >= warn_at:
        return ColumnState("due_soon", due_at, f"{said}，即将到期。", warn_at=warn_at)
    return ColumnState("fresh", due_at, f"{said}。", warn_at=warn_at)


# law: cadence.on_event
def _event_state(
    of: Cadence, base: datetime | None, formed_on: date | None, now: datetime, calendar: Calendar
) -> ColumnState:
    assert of.limit is not None and of.warned is not None
    if formed_on is None:
        if base is None:
            return ColumnState(
                "blank", None, f"空白栏目：没有发布过信息，也没有本期无内容说明（{of.article}）。"
            )
        return ColumnState("fresh", None, f"{of.label}，没有待发布的信息，上次更新{_minute(base)}。")
    said = f"信息于{formed_on}形成或者变更，应在{of.limit.length}内公开（{of.limit.article}）{_which(of)}"
    try:
        last = last_day(of.limit, formed_on, calendar)
        warned = last_day(of.warned, formed_on, calendar)
    except CalendarMissing as missing:
        return ColumnState(
            "pending_calendar", None, f"{said}，待录入{missing.year}年放假安排。", missing.year
        )
    due_at, warn_at = end_of_day(last), start_of_day(warned)
    said = f"{said}，最后一日为{last}"
    if now >= due_at:
        return ColumnState("stale", due_at, f"{said}，已超期。", warn_at=warn_at)
    if now >= warn_at:
        return ColumnState("due_soon", due_at, f"{said}，即将到期。", warn_at=warn_at)
    return ColumnState("blank" if base is None else "fresh", due_at, f"{said}。", warn_at=warn_at)


def _which(of: Cadence) -> str:
    """What else must be said of an item's own limit: the shorter one beside it, and where the law begins to count."""
    assert of.limit is not None and of.warned is not None
    shorter = ""
    if of.warned.starts != of.limit.starts:
        shorter = f"，其中自{of.warned.starts}起{of.warned.length}内公开的按其规定（{of.warned.article}）"
    own = of.limit.rule == "cadence.own_limits" and of.limit.starts
    return shorter + (f"，规定自{of.limit.starts}起算，这里按成文日期计" if own else "")


# law: cadence.static
def _static_state(of: Cadence, base: datetime) -> ColumnState:
    assert of.review_days is not None
    review_at = base + timedelta(days=of.review_days)
    return ColumnState(
        "static",
        review_at,
        f"{of.label}栏目，不因时间长而超期，应保持准确（{of.article}）；建议在{_minute(review_at)}前核对。",
    )


def _minute(instant: datetime) -> str:
    return instant.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
