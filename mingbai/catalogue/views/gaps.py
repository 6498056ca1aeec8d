from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render

from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import Unit
from mingbai.catalogue import selectors
from mingbai.catalogue.models import Column
from mingbai.catalogue.topics import MATRIX_TOPICS, TOPICS
from mingbai.catalogue.views.common import readable_units
from mingbai.core import clock
from mingbai.core.tables import page_of, xlsx_response

cadence = dict(Column.Cadence.choices).get
EXPORT_HEADER = ("单位", "栏目", "状态", "更新频次", "上次更新", "应于何时前更新", "说明")


@login_required
def listing(request: DeskRequest) -> HttpResponse:
    """Blank, stale and soon due columns of the units that the actor works in."""
    request.actor.demand("read_catalogue")
    now = clock.now()
    rows = selectors.gaps(request.actor.scope("read_catalogue"), now)
    colour, topic, unit = (request.GET.get(name, "") for name in ("state", "topic", "unit"))
    query = request.GET.get("q", "").strip()
    if colour in selectors.GAP_STATES:
        rows = rows.filter(colour=colour)
    if topic in TOPICS:
        rows = rows.filter(adoption__column__topic=topic)
    if unit:
        rows = rows.filter(unit__code=unit)
    if query:
        rows = rows.filter(
            Q(adoption__column__name__icontains=query)
            | Q(adoption__own_name__icontains=query)
            | Q(unit__name__icontains=query)
        )
    if request.GET.get("format") == "xlsx":
        cells = (
            (
                row.unit.name,
                row.adoption.name,
                selectors.STATE_LABELS[row.colour],
                cadence(row.cadence),
                row.last_published_at,
                row.due_at,
                row.explanation,
            )
            for row in rows.iterator(chunk_size=2000)
        )
        return xlsx_response("到期与空白栏目", EXPORT_HEADER, cells)
    context = {
        "page": page_of(request, rows),
        "labels": selectors.STATE_LABELS,
        "states": [(state, selectors.STATE_LABELS[state]) for state in selectors.GAP_STATES],
        "topics": TOPICS.items(),
        "units": readable_units(request),
        "now": now,
        "may_write": request.actor.may("write_draft"),
    }
    return render(request, "catalogue/gaps.html", context)


@login_required
def matrix(request: DeskRequest) -> HttpResponse:
    """The county at a glance: units by topics, each cell coloured by its worst column."""
    request.actor.demand("read_county_matrix")
    scope = request.actor.scope("read_county_matrix")
    kind = request.GET.get("kind", "town")
    topics = MATRIX_TOPICS
    rows = selectors.county_matrix(
        scope, clock.now(), list(topics), kind if kind in Unit.Kind.values else None
    )
    if request.GET.get("format") == "xlsx":
        header = ("单位", *topics.values(), "超期", "空白", "即将到期")
        cells = (
            [
                row.unit.name,
                *map(selectors.cell_text, row.cells),
                *(row.totals.get(name, 0) for name in selectors.GAP_STATES),
            ]
            for row in rows
        )
        return xlsx_response("全县栏目一览", header, cells)
    context = {
        "rows": rows,
        "topics": topics.items(),
        "kind": kind,
        "kinds": [
            choice
            for choice in Unit.Kind.choices
            if choice[0]
            in {
                "county",
                "bureau",
                "town",
                "subdistrict",
                "village",
                "community",
                "school",
                "public_institution",
            }
        ],
        "totals": selectors.count_by_colour(scope, clock.now()),
        "labels": selectors.STATE_LABELS,
    }
    return render(request, "catalogue/matrix.html", context)
