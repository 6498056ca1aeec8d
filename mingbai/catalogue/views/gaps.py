from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http.response import HttpResponseBase
from django.shortcuts import render

from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import Unit
from mingbai.catalogue import selectors
from mingbai.catalogue.models import Column
from mingbai.catalogue.sheets import limit_text
from mingbai.catalogue.topics import MATRIX_TOPICS, OTHER
from mingbai.catalogue.views.common import readable_units
from mingbai.core import clock
from mingbai.core.tables import page_of, sorted_by, xlsx_response

cadence = dict(Column.Cadence.choices).get
EXPORT_HEADER = (
    "单位",
    "栏目",
    "状态",
    "更新频次",
    "上次更新",
    "最迟更新日",
    "超期天数",
    "责任科室",
    "责任人",
    "说明",
)


# beyond the gaps, for whoever looks into the matrix
MORE_STATES = ("fresh", "static", "paused", "pending_calendar", "all")
SORTS = {
    "state": ("urgency", "due_at", "pk"),
    "unit": ("unit__path", "urgency", "pk"),
    "last": ("last_published_at", "pk"),
    "due": ("due_at", "pk"),
    "office": ("adoption__responsible_office", "urgency", "pk"),
}
MEASURED_KINDS = frozenset(
    ("county", "bureau", "town", "subdistrict", "village", "community", "school", "public_institution")
)
HEADER_OF_ITEMS = (
    "单位",
    "领域",
    "事项",
    "状态",
    "时限",
    "更新频次",
    "上次公开",
    "最迟公开日",
    "超期天数",
    "说明",
)


@login_required
def listing(request: DeskRequest) -> HttpResponseBase:
    """Blank, stale and soon due columns, or items of the standard catalogues, of the units that the actor works in."""
    request.actor.demand("read_catalogue")
    now, of_items = clock.now(), request.GET.get("what") == "items"
    scope, everything = request.actor.scope("read_catalogue"), request.GET.get("state") in MORE_STATES
    found = selectors.gaps(scope, now, of_items=of_items, everything=everything)
    rows = _filtered(request, found)
    if request.GET.get("sort"):
        rows = sorted_by(request, rows, SORTS, "state")
    labels = selectors.ITEM_LABELS if of_items else selectors.STATE_LABELS
    if request.GET.get("format") == "xlsx":
        name = "标准目录事项到期与空白" if of_items else "到期与空白栏目"
        header = HEADER_OF_ITEMS if of_items else EXPORT_HEADER
        return xlsx_response(name, header, (_cells(row, of_items) for row in rows.iterator(chunk_size=2000)))
    context = {
        "page": page_of(request, rows),
        "of_items": of_items,
        "labels": labels,
        "states": [(state, labels.get(state, "所有状态")) for state in (*selectors.GAP_STATES, *MORE_STATES)],
        "everything": everything,
        "topics": selectors.current_domains().items() if of_items else MATRIX_TOPICS.items(),
        "units": readable_units(request),
        "now": now,
        "may_write": request.actor.may("write_draft"),
    }
    return render(request, "catalogue/gaps.html", context)


def _filtered(request: DeskRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
    """By state, by topic (a column's) or area (an item's), by unit and by words in a name."""
    colour, topic, unit = (request.GET.get(name, "") for name in ("state", "topic", "unit"))
    query = request.GET.get("q", "").strip()
    if colour in selectors.STATE_LABELS:
        rows = rows.filter(colour=colour)
    if topic:
        of_items = request.GET.get("what") == "items"
        place = "adoption__item__domain__code" if of_items else "adoption__column__topic"
        rows = rows.filter(**{place: "" if topic == OTHER else topic})
    if unit:
        rows = rows.filter(unit__code=unit)
    if query:
        rows = rows.filter(
            Q(adoption__column__name__icontains=query)
            | Q(adoption__item__name__icontains=query)
            | Q(adoption__own_name__icontains=query)
            | Q(adoption__responsible_office__icontains=query)
            | Q(unit__name__icontains=query)
        )
    return rows


def _cells(row: Any, of_items: bool) -> tuple[Any, ...]:
    """One row of the Excel list."""
    late = row.days_late if row.colour in {"stale", "blank"} else 0
    person = row.adoption.responsible_person
    last = (
        *(cadence(row.cadence), row.last_published_at, row.due_on, late or None),
        *(row.adoption.responsible_office, person.name if person else "", row.explanation),
    )
    if not of_items:
        return (row.unit.name, row.adoption.name, selectors.STATE_LABELS[row.colour], *last)
    item = row.adoption.item
    limits = "；".join(map(limit_text, item.time_limits))
    label = selectors.ITEM_LABELS[row.colour]
    return (row.unit.name, item.domain.name, row.adoption.name, label, limits, *last)


@login_required
def matrix(request: DeskRequest) -> HttpResponseBase:
    """The county at a glance: units by topics, or by the areas of the standard catalogue, each cell coloured by its
    worst column or item."""
    request.actor.demand("read_county_matrix")
    scope, now = request.actor.scope("read_county_matrix"), clock.now()
    kind, of_items = request.GET.get("kind", "town"), request.GET.get("what") == "items"
    places = selectors.current_domains() if of_items else MATRIX_TOPICS
    chosen = kind if kind in Unit.Kind.values else None
    rows = selectors.county_matrix(scope, now, list(places), chosen, of_items=of_items)
    places, rows = selectors.in_use(places, rows)
    if request.GET.get("format") == "xlsx":
        labels = selectors.ITEM_LABELS if of_items else selectors.STATE_LABELS
        header = ("单位", *places.values(), *(labels[name] for name in selectors.GAP_STATES))
        cells = (
            [
                row.unit.name,
                *(selectors.cell_text(cell, of_items=of_items) for cell in row.cells),
                *(row.totals.get(name, 0) for name in selectors.GAP_STATES),
            ]
            for row in rows
        )
        return xlsx_response("全县事项一览" if of_items else "全县栏目一览", header, cells)
    context = {
        "rows": rows,
        "of_items": of_items,
        "topics": places.items(),
        "kind": kind,
        "kinds": [choice for choice in Unit.Kind.choices if choice[0] in MEASURED_KINDS],
        "totals": selectors.count_by_colour(scope, now, of_items=of_items),
        "labels": selectors.ITEM_LABELS if of_items else selectors.STATE_LABELS,
    }
    return render(request, "catalogue/matrix.html", context)
