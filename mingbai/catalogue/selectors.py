"""Questions about the catalogue. The colour of a column is asked of the database, never stored."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from mingbai.accounts.models import Unit
from mingbai.accounts.scope import Scope
from mingbai.catalogue.models import Adoption, Column, ColumnState, Domain, NothingStatement
from mingbai.catalogue.topics import OTHER
from mingbai.core import clock

STATE_LABELS = {
    "stale": "超期未更新",
    "blank": "空白栏目",
    "due_soon": "即将到期",
    "fresh": "正常",
    "static": "长期有效",
    "paused": "暂停计时",
    "pending_calendar": "待录入放假安排",
    "off": "已停用",
}
# what a colour is called where it stands for an item of a standard catalogue
ITEM_LABELS = STATE_LABELS | {"stale": "超期未公开", "blank": "还没有公开", "fresh": "已公开"}
# in the order of urgency
GAP_STATES = ("stale", "blank", "due_soon")


def _effective_cadence() -> Case:
    return Case(
        When(
            adoption__cadence_override="",
            then=Coalesce("adoption__column__cadence", "adoption__item__cadence"),
        ),
        default=F("adoption__cadence_override"),
    )


def with_state(rows: QuerySet[ColumnState], now: datetime) -> QuerySet[Any]:
    """Annotate `cadence` and `colour`, one of STATE_LABELS, as of the instant."""
    today = clock.china_day(now)
    paused = Q(paused_from__lte=today) & (Q(paused_to=None) | Q(paused_to__gte=today))
    return rows.annotate(
        cadence=_effective_cadence(),
        colour=Case(
            When(adoption__is_on=False, then=Value("off")),
            When(paused, then=Value("paused")),
            When(
                Q(cadence__in=("link", "archive")) | Q(adoption__column__holds_items=False),
                then=Value("static"),
            ),
            # what is owed on event falls due even where nothing was ever published
            When(Q(answered_at=None) & ~Q(cadence="on_event"), then=Value("blank")),
            When(cadence="static", then=Value("static")),
            When(pending_year__isnull=False, then=Value("pending_calendar")),
            When(due_at__lte=now, then=Value("stale")),
            When(warn_at__lte=now, then=Value("due_soon")),
            When(answered_at=None, then=Value("blank")),
            default=Value("fresh"),
        ),
    )


def column_states(scope: Scope, now: datetime) -> QuerySet[Any]:
    """Every adopted column of the scope's units with its colour; columns that only hold other columns are left out."""
    return _owed(scope, now, Q(adoption__column__holds_items=True), "adoption__column")


def item_states(scope: Scope, now: datetime) -> QuerySet[Any]:
    """The same of every adopted item of the standard catalogues. One that follows an event is late only when something
    has been written and still waits: otherwise nobody but the unit knows whether the event has happened."""
    return _owed(scope, now, Q(adoption__item__isnull=False), "adoption__item__domain")


def _owed(scope: Scope, now: datetime, what: Q, with_it: str) -> QuerySet[Any]:
    """Switched-on adoptions of units that have not ended."""
    still_open = Q(unit__closed_on=None) | Q(unit__closed_on__gt=clock.china_day(now))
    rows = ColumnState.objects.within(scope).filter(still_open, what, adoption__is_on=True)
    annotated: QuerySet[Any] = with_state(
        rows.select_related("unit", with_it, "adoption__unit", "adoption__responsible_person"), now
    )
    return annotated


def gaps(scope: Scope, now: datetime, *, of_items: bool = False, everything: bool = False) -> QuerySet[Any]:
    """Blank, stale and soon due columns, or items of the standard catalogues, the most urgent first; of `everything` those
    that are in order too."""
    urgency = Case(
        *(When(colour=state, then=Value(rank)) for rank, state in enumerate(GAP_STATES)), default=Value(9)
    )
    owed = item_states(scope, now) if of_items else column_states(scope, now)
    rows: QuerySet[Any] = owed.annotate(urgency=urgency)
    if not everything:
        rows = rows.filter(colour__in=GAP_STATES)
    return rows.order_by("urgency", "due_at", "pk")


def items_due(scope: Scope, now: datetime) -> QuerySet[Any]:
    """Items of the standard catalogues for which something waits and is late or soon will be."""
    return gaps(scope, now, of_items=True).filter(colour__in=("stale", "due_soon"))


def count_by_colour(scope: Scope, now: datetime, *, of_items: bool = False) -> dict[str, int]:
    owed = item_states(scope, now) if of_items else column_states(scope, now)
    rows = owed.order_by().values("colour").annotate(number=Count("pk"))
    return {row["colour"]: row["number"] for row in rows}


@dataclass(frozen=True)
class MatrixRow:
    """A unit with its figures for each topic column of the county matrix: colour → how many columns."""

    unit: Unit
    cells: list[dict[str, int]]
    totals: dict[str, int]
    # of each cell how many have been answered: something was published, or said to be nothing
    answered: list[int]


def county_matrix(
    scope: Scope, now: datetime, topics: list[str], kind: str | None = None, *, of_items: bool = False
) -> list[MatrixRow]:
    """Units by topics, or by the areas of the standard catalogue, counted by colour, in two queries; `kind` limits the
    units."""
    place = "adoption__item__domain__code" if of_items else "adoption__column__topic"
    figures: dict[int, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    totals: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    rows = item_states(scope, now) if of_items else column_states(scope, now)
    if kind:
        rows = rows.filter(unit__kind=kind)
    counted = (
        rows.order_by()
        .values("unit_id", place, "colour")
        .annotate(number=Count("pk"), answered=Count("answered_at"))
    )
    answered: dict[tuple[int, str], int] = defaultdict(int)
    for row in counted:
        where = row[place] or OTHER
        answered[row["unit_id"], where] += row["answered"]
        figures[row["unit_id"]][where][row["colour"]] = row["number"]
        totals[row["unit_id"]][row["colour"]] += row["number"]
    units = Unit.objects.filter(pk__in=list(figures)).order_by("path")
    return [
        MatrixRow(
            unit,
            [figures[unit.pk].get(topic, {}) for topic in topics],
            dict(totals[unit.pk]),
            [answered[unit.pk, topic] for topic in topics],
        )
        for unit in units
    ]


def in_use(places: dict[str, str], rows: list[MatrixRow]) -> tuple[dict[str, str], list[MatrixRow]]:
    """The matrix without the columns in which no unit of it has anything."""
    kept = [at for at in range(len(places)) if any(row.cells[at] for row in rows)]
    named = list(places.items())
    narrow = [
        replace(row, cells=[row.cells[at] for at in kept], answered=[row.answered[at] for at in kept])
        for row in rows
    ]
    return dict(named[at] for at in kept), narrow


def worst(cell: dict[str, int]) -> str:
    """The most urgent colour of a matrix cell; empty when the unit has no such column."""
    order = (*GAP_STATES, "pending_calendar", "paused", "fresh", "static")
    return next((colour for colour in order if cell.get(colour)), "")


def cell_text(cell: dict[str, int], *, of_items: bool = False) -> str:
    labels = ITEM_LABELS if of_items else STATE_LABELS
    return "，".join(f"{labels[colour]}{number}" for colour, number in cell.items())


def tree_with_states(unit: Unit, now: datetime) -> list[dict[str, Any]]:
    """The unit's adopted columns in order with depth and colour: two queries."""
    adoptions = list(adoptions_of(unit).filter(column__isnull=False).order_by("column__order"))
    states = {row.adoption_id: row for row in with_state(ColumnState.objects.of(unit=unit), now)}
    depth: dict[int, int] = {}
    found = []
    for adoption in adoptions:
        column = adoption.column
        assert column is not None
        depth[column.pk] = depth.get(column.parent_id or 0, -1) + 1
        state = states.get(adoption.pk)
        colour = "off" if not adoption.is_on else (state.colour if state and column.holds_items else "")
        found.append(
            {
                "adoption": adoption,
                "column": column,
                "depth": depth[column.pk],
                "state": state,
                "colour": colour,
            }
        )
    return found


def current_domains() -> dict[str, str]:
    """The areas of the standard catalogue in force, name by code."""
    return dict(Domain.objects.filter(catalogue__replaced_on=None).values_list("code", "name"))


def items_with_states(unit: Unit, now: datetime) -> list[dict[str, Any]]:
    """The unit's items of the standard catalogues, each with its figures and colour: two queries."""
    rows = adoptions_of(unit).filter(item__isnull=False).order_by("item__domain__order", "item__order")
    states = {row.adoption_id: row for row in with_state(ColumnState.objects.of(unit=unit), now)}
    found = []
    for adoption in rows:
        state = states.get(adoption.pk)
        colour = "off" if not adoption.is_on else (state.colour if state else "blank")
        found.append({"adoption": adoption, "item": adoption.item, "state": state, "colour": colour})
    return found


def items_to_answer(unit: Unit) -> list[Adoption]:
    """The switched-on items of the standard catalogues that something the unit publishes may answer; one query."""
    rows = Adoption.objects.of(unit=unit).filter(item__isnull=False, is_on=True)
    return list(rows.select_related("item__domain").order_by("item__domain__order", "item__order"))


def adoptions_of(unit: Unit) -> QuerySet[Adoption]:
    """The unit's columns and items; the caller has authorised the unit."""
    return Adoption.objects.of(unit=unit).select_related(
        "column__parent", "column__catalogue", "item__domain__catalogue", "responsible_person", "unit"
    )


def public_columns(unit: Unit) -> list[dict[str, Any]]:
    """The unit's switched-on columns as a tree of {column, name, adoption, children}; one query. Anybody may see it."""
    rows = (
        Adoption.objects.of(unit=unit)
        .filter(column__isnull=False, is_on=True)
        .select_related("column")
        .order_by("column__order")
    )
    nodes: dict[int, dict[str, Any]] = {}
    roots: list[dict[str, Any]] = []
    for adoption in rows:
        column = adoption.column
        assert column is not None
        node: dict[str, Any] = {"column": column, "name": adoption.name, "adoption": adoption, "children": []}
        nodes[column.pk] = node
        parent = nodes.get(column.parent_id or 0)
        (parent["children"] if parent else roots).append(node)
    return roots


def public_column_codes() -> QuerySet[Any, tuple[int, str, str]]:
    """(number, unit, column) of every switched-on column of units that exist, for the site map. Anybody may see them."""
    units = Unit.objects.filter(closed_on=None, merged_into=None).values("pk")
    rows = Adoption.objects.of(unit__in=units).filter(column__isnull=False, is_on=True).order_by("pk")
    found: QuerySet[Any, tuple[int, str, str]] = rows.values_list("pk", "unit__code", "column__code")
    return found


def adopted_items(unit: Unit) -> QuerySet[Any, int]:
    """Numbers of the items of standard catalogues that the unit answers for. Anybody may see them."""
    rows = Adoption.objects.of(unit=unit).filter(item__isnull=False, is_on=True)
    found: QuerySet[Any, int] = rows.order_by().values_list("item", flat=True)
    return found


def adopted_column(unit: Unit, code: str) -> Adoption | None:
    """The unit's switched-on column of this code, for public pages."""
    found: Adoption | None = (
        Adoption.objects.of(unit=unit)
        .filter(column__code=code, is_on=True)
        .select_related("column__parent__parent", "unit")
        .first()
    )
    return found


def public_statement(unit: Unit, column_id: int) -> NothingStatement | None:
    """The unit's latest 本期无内容说明 for a column, for the public page."""
    rows = NothingStatement.objects.of(unit=unit, adoption__column=column_id)
    found: NothingStatement | None = rows.order_by("-period_to", "-pk").first()
    return found


def columns_to_write_in(unit: Unit) -> QuerySet[Column]:
    """Columns in which the unit can list an item."""
    adopted = Adoption.objects.of(unit=unit).filter(is_on=True, column__holds_items=True).values("column")
    return Column.objects.filter(pk__in=adopted).select_related("parent")
