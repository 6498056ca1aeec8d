"""Keeping the figures behind each colour in step with what was published, said and paused."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from mingbai.accounts.scope import unscoped
from mingbai.catalogue.models import Adoption, ColumnState, NothingStatement, Pause
from mingbai.core import clock
from mingbai.core.calendars import current_calendar
from mingbai.core.pages import changed
from mingbai.law import cadence as law
from mingbai.law.calendar import Calendar


def _statements(adoptions: list[Adoption]) -> dict[int, list[law.NothingStatement]]:
    found: dict[int, list[law.NothingStatement]] = defaultdict(list)
    for row in unscoped(NothingStatement).filter(adoption__in=adoptions):
        found[row.adoption_id].append(law.NothingStatement(row.period_from, row.period_to, row.said_on))
    return found


def _pauses(adoptions: list[Adoption]) -> dict[int, list[law.Pause]]:
    found: dict[int, list[law.Pause]] = defaultdict(list)
    for row in unscoped(Pause).filter(adoption__in=adoptions):
        found[row.adoption_id].append(law.Pause(row.starts_on, row.ends_on, row.reason))
    return found


def _answered_at(
    last: datetime | None, statements: Iterable[law.NothingStatement], today: date
) -> datetime | None:
    instants = [last] if last else []
    instants += [
        clock.start_of_day(min(said.last, said.made_on) + timedelta(days=1))
        for said in statements
        if said.first <= min(said.last, said.made_on) and said.made_on <= today
    ]
    return max(instants, default=None)


def _current_pause(pauses: Iterable[law.Pause], today: date) -> law.Pause | None:
    running = [pause for pause in pauses if pause.last is None or pause.last >= today]
    return min(running, key=lambda pause: pause.first, default=None)


def _after_pauses(pauses: Iterable[law.Pause], now: datetime) -> datetime:
    """The instant from which the clock runs again: now, or the end of the pauses that follow on one another."""
    at = now
    for pause in sorted(pauses, key=lambda one: one.first):
        if pause.last is not None and pause.first <= clock.china_day(at) <= pause.last:
            at = clock.start_of_day(pause.last + timedelta(days=1))
    return at


def _fill(
    row: ColumnState,
    adoption: Adoption,
    statements: list[law.NothingStatement],
    pauses: list[law.Pause],
    now: datetime,
    calendar: Calendar,
) -> None:
    of = _class_of(adoption)
    today = clock.china_day(now)
    said = statements if of.accepts_statement else []
    last, adopted = row.last_published_at, adoption.adopted_on
    state = law.column_state(of, adopted, last, said, pauses, now, calendar, row.formed_on)
    row.answered_at = _answered_at(last, said, today)
    row.explanation = _explanation(adoption, row, state)
    resumed = _after_pauses(pauses, now)
    if resumed > now:  # nothing computes it anew on the day the clock runs again
        state = law.column_state(of, adopted, last, said, pauses, resumed, calendar, row.formed_on)
    row.due_at, row.warn_at = state.due_at, state.warn_at
    row.pending_year = state.pending_year
    pause = _current_pause(pauses, today)
    row.paused_from, row.paused_to = (pause.first, pause.last) if pause else (None, None)
    row.calendar_version = calendar.version
    row.computed_at = now


def _class_of(adoption: Adoption) -> law.Cadence:
    """How often it must be public; an item that follows events is held to the limit of its own rules."""
    of = law.cadence(adoption.cadence)
    return law.held_to(of, adoption.item.time_limits) if adoption.item else of


def _explanation(adoption: Adoption, row: ColumnState, state: law.ColumnState) -> str:
    """How the state came about; the law speaks of columns where an item of a catalogue has not been public yet."""
    if adoption.item_id and row.answered_at is None and row.formed_on is None and state.state == "blank":
        due = f"，最迟{clock.last_day(state.due_at)}首次公开" if state.due_at else "，发生这类事项后公开"
        return f"自{adoption.adopted_on}采用以来还没有公开过，也没有本期无内容说明{due}。"
    return state.explanation_zh[:300]


FILLED = (
    "answered_at",
    "due_at",
    "warn_at",
    "pending_year",
    "explanation",
    "paused_from",
    "paused_to",
    "calendar_version",
    "computed_at",
)


# what the unit's page says of its columns hangs on these
SHOWN = ("paused_from", "paused_to", "answered_at", "pending_year", "due_at", "warn_at")


def _shown(row: ColumnState) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in SHOWN)


@transaction.atomic
def refresh_states(adoptions: Iterable[Adoption]) -> None:
    """Compute the states of these adoptions anew: four queries and one bulk update, however many they are. Pages of
    units whose columns now stand otherwise are purged."""
    owed = list(adoptions)
    if not owed:
        return
    now, calendar = clock.now(), current_calendar()
    statements, pauses = _statements(owed), _pauses(owed)
    rows = {row.adoption_id: row for row in unscoped(ColumnState).filter(adoption__in=owed)}
    missing = []
    moved: set[int] = set()
    for adoption in owed:
        if adoption.pk not in rows:
            missing.append(ColumnState(adoption=adoption, unit_id=adoption.unit_id))
        row = rows.get(adoption.pk) or missing[-1]
        before = _shown(row)
        _fill(row, adoption, statements[adoption.pk], pauses[adoption.pk], now, calendar)
        if adoption.column_id and _shown(row) != before:
            moved.add(adoption.unit_id)
    ColumnState.objects.bulk_create(missing, batch_size=500)
    if rows:
        # an upsert by the adoption: bulk_update takes seconds for a county's columns
        ColumnState.objects.bulk_create(
            rows.values(),
            update_conflicts=True,
            unique_fields=["adoption"],
            update_fields=FILLED,
            batch_size=500,
        )
    changed(*(f"unit:{unit}" for unit in moved))


def report_publication(
    unit_id: int,
    column_ids: Iterable[int],
    published_at: datetime | None,
    *,
    item_ids: Iterable[int] = (),
    change: int = 1,
) -> None:
    """A room above published (`change` 1), or took back (`change` -1, with the instant of what is now the last item),
    something in these columns, and for these items of the standard catalogue, of the unit. What the unit has not
    adopted is passed over."""
    named = Q(column__in=list(column_ids)) | Q(item__in=list(item_ids))
    adoptions = list(unscoped(Adoption).filter(named, unit=unit_id).select_related("column", "item"))
    rows = {row.adoption_id: row for row in unscoped(ColumnState).filter(adoption__in=adoptions)}
    for adoption in adoptions:
        row = rows.get(adoption.pk) or ColumnState.objects.create(adoption=adoption, unit_id=unit_id)
        last = row.last_published_at
        if change > 0:
            last = max(filter(None, (last, published_at)), default=None)
        else:
            last = published_at
        unscoped(ColumnState).filter(pk=row.pk).update(
            last_published_at=last,
            published_count=max(0, change)
            if row.published_count + change < 0
            else F("published_count") + change,
        )
    refresh_states(adoptions)


def report_more_waiting(
    unit_id: int, column_ids: Collection[int], item_ids: Collection[int], formed_on: date
) -> None:
    """A room above tells of one thing more that waits in these columns and for these items of the unit."""
    named = Q(column__in=column_ids) | Q(item__in=item_ids)
    later = Q(state__formed_on=None) | Q(state__formed_on__gt=formed_on)
    rows = unscoped(Adoption).filter(
        named, later, unit=unit_id, adopted_on__lte=formed_on, state__isnull=False
    )
    adoptions = list(rows.select_related("column", "item"))
    unscoped(ColumnState).filter(adoption__in=adoptions).update(formed_on=formed_on)
    refresh_states(adoptions)


def report_waiting(
    unit_id: int, columns: Mapping[int, Collection[date]], items: Mapping[int, Collection[date]]
) -> None:
    """A room above tells on which days everything was formed that the unit has not published yet, by column and by item
    of the standard catalogue. What is older than the adoption was no duty of this catalogue."""
    named = Q(column__in=list(columns)) | Q(item__in=list(items)) | Q(state__formed_on__isnull=False)
    rows = unscoped(Adoption).filter(named, unit=unit_id, state__isnull=False)
    outdated = []
    for adoption in rows.select_related("column", "item", "state"):
        of = (
            columns.get(adoption.column_id, ())
            if adoption.column_id
            else items.get(adoption.item_id or 0, ())
        )
        formed_on = min((day for day in of if day >= adoption.adopted_on), default=None)
        if adoption.state.formed_on != formed_on:
            unscoped(ColumnState).filter(pk=adoption.pk).update(formed_on=formed_on)
            outdated.append(adoption)
    refresh_states(outdated)
