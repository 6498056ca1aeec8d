"""Questions about the catalogue. The colour of a column is asked of the database, never stored."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Value, When

from mingbai.accounts.models import Unit
from mingbai.accounts.scope import Scope
from mingbai.catalogue.models import Adoption, Column, ColumnState, NothingStatement
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
# in the order of urgency
GAP_STATES = ("stale", "blank", "due_soon")


def _effective_cadence() -> Case:
    return Case(
        When(adoption__cadence_override="", then=F("adoption__column__cadence")),
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
            When(answered_at=None, then=Value("blank")),
            When(cadence="static", then=Value("static")),
            When(pending_year__isnull=False, then=Value("pending_calendar")),
            When(due_at__lte=now, then=Value("stale")),
            When(warn_at__lte=now, then=Value("due_soon")),
            default=Value("fresh"),
        ),
    )


def column_states(scope: Scope, now: datetime) -> QuerySet[Any]:
    """Every adopted column of the scope's units with its colour; columns that only hold other columns are left out, and
    units that have ended owe nothing any more."""
    still_open = Q(unit__closed_on=None) | Q(unit__closed_on__gt=clock.china_day(now))
    rows = ColumnState.objects.within(scope).filter(
        still_open, adoption__column__holds_items=True, adoption__is_on=True
    )
    annotated: QuerySet[Any] = with_state(
        rows.select_related("unit", "adoption__column", "adoption__unit"), now
    )
    return annotated


def gaps(scope: Scope, now: datetime) -> QuerySet[Any]:
    """Blank, stale and soon due columns, the most urgent first."""
    urgency = Case(
        *(When(colour=state, then=Value(rank)) for rank, state in enumerate(GAP_STATES)), default=Value(9)
    )
    rows: QuerySet[Any] = column_states(scope, now).filter(colour__in=GAP_STATES).annotate(urgency=urgency)
    return rows.order_by("urgency", "due_at", "pk")


def count_by_colour(scope: Scope, now: datetime) -> dict[str, int]:
    rows = column_states(scope, now).order_by().values("colour").annotate(number=Count("pk"))
    return {row["colour"]: row["number"] for row in rows}


@dataclass(frozen=True)
class MatrixRow:
    """A unit with its figures for each topic column of the county matrix: colour → how many columns."""

    unit: Unit
    cells: list[dict[str, int]]
    totals: dict[str, int]


def county_matrix(scope: Scope, now: datetime, topics: list[str], kind: str | None = None) -> list[MatrixRow]:
    """Units by topics, counted by colour, in two queries; `kind` limits the units."""
    figures: dict[int, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    totals: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    rows = column_states(scope, now)
    if kind:
        rows = rows.filter(unit__kind=kind)
    counted = (
        rows.order_by().values("unit_id", "adoption__column__topic", "colour").annotate(number=Count("pk"))
    )
    for row in counted:
        figures[row["unit_id"]][row["adoption__column__topic"]][row["colour"]] = row["number"]
        totals[row["unit_id"]][row["colour"]] += row["number"]
    units = Unit.objects.filter(pk__in=list(figures)).order_by("path")
    return [
        MatrixRow(unit, [figures[unit.pk].get(topic, {}) for topic in topics], dict(totals[unit.pk]))
        for unit in units
    ]


def worst(cell: dict[str, int]) -> str:
    """The most urgent colour of a matrix cell; empty when the unit has no such column."""
    order = (*GAP_STATES, "pending_calendar", "paused", "fresh", "static")
    return next((colour for colour in order if cell.get(colour)), "")


def cell_text(cell: dict[str, int]) -> str:
    return "，".join(f"{STATE_LABELS[colour]}{number}" for colour, number in cell.items())


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
