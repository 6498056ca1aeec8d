"""The search page and the suggestions below its box. Nothing here is stored."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse

from mingbai.accounts.models import Unit
from mingbai.catalogue.models import Column
from mingbai.disclosure.models import Kind, Validity
from mingbai.portal import selectors
from mingbai.portal.query import Filters, Results, search
from mingbai.portal.query.empty import Help, help_for
from mingbai.portal.query.filters import GROUPS, SORTS, page_number
from mingbai.portal.query.log import note
from mingbai.portal.query.suggesting import suggestions
from mingbai.portal.views.common import page

SHOWN = 8
MOST_NAMED = 2
FACETS = ("unit", "column", "year", "kind", "theme")
LABELS = {
    "unit": "单位",
    "column": "栏目",
    "year": "年份",
    "theme": "主题",
    "validity": "有效性",
    "group": "类别",
}


def _names(name: str, values: list[str]) -> dict[str, str]:
    numbers = [int(value) for value in values if value.isdecimal() and len(value) <= 18]
    if name == "unit":
        return {
            str(pk): short or full
            for pk, short, full in Unit.objects.filter(pk__in=numbers).values_list("pk", "short_name", "name")
        }
    if name == "column":
        return {
            str(pk): label for pk, label in Column.objects.filter(pk__in=numbers).values_list("pk", "name")
        }
    return {value: value for value in values}


def _facets(found: Results) -> list[dict[str, Any]]:
    """The largest values of each facet with their links; kinds are shown as groups instead."""
    shown = []
    for name, counts in zip(FACETS, found.survey.facets, strict=False):
        if name == "kind" or len(counts) < 2:
            continue
        rows = _by_name(name, counts)
        largest = sorted(rows.items(), key=lambda row: (-row[1][1], row[0]))[:SHOWN]
        if name == "year":
            largest.sort(reverse=True)
        links = [(label, number, _link(found, {name: value})) for label, (value, number) in largest]
        shown.append({"label": LABELS[name], "rows": links})
    return shown


def _by_name(name: str, counts: Mapping[str, int]) -> dict[str, tuple[str, int]]:
    """label → (values joined by dots, number): columns of one name in several trees are one to a reader."""
    largest = sorted(counts, key=lambda value: -counts[value])[:60]
    names = _names(name, largest)
    rows: dict[str, tuple[str, int]] = {}
    for value in largest:
        if value in names:
            joined, number = rows.get(names[value], ("", 0))
            rows[names[value]] = (f"{joined}.{value}" if joined else value, number + counts[value])
    return rows


def _groups(found: Results) -> list[dict[str, Any]]:
    """Policy, interpretation, guide, notice: how many of each, from the counts by kind."""
    counts = found.survey.facets[3] if len(found.survey.facets) > 3 else {}
    total = sum(counts.values())
    rows = [
        {
            "label": "全部",
            "number": total,
            "link": _link(found, {"group": ""}),
            "current": not found.filters.group,
        }
    ]
    for name, (label, kinds) in GROUPS.items():
        number = sum(counts.get(kind, 0) for kind in kinds)
        if number or found.filters.group == name:
            rows.append(
                {
                    "label": label,
                    "number": number,
                    "link": _link(found, {"group": name}),
                    "current": found.filters.group == name,
                }
            )
    return rows


def _link(found: Results, changes: dict[str, str], number: int = 1) -> str:
    values = {"q": found.meaning.text, **found.filters.active(), **changes}
    if number > 1:
        values["page"] = str(number)
    return "?" + urlencode({name: value for name, value in values.items() if value})


def _active(found: Results) -> list[tuple[str, str, str]]:
    """What is filtered by, and the address without it."""
    rows = []
    for name, value in found.filters.active().items():
        if name == "sort" or name == "group":
            continue
        first = value.split(".")[0]
        label = dict(Validity.choices).get(value) if name == "validity" else _names(name, [first]).get(first)
        rows.append((LABELS[name], str(label or value), _link(found, {name: ""})))
    return rows


def _named(found: Results) -> list[Unit]:
    """The units that the query names, on the first page of what is not narrowed yet: who types a town's name often wants
    its page or its telephone."""
    if found.page > 1 or found.filters.active() or not 0 < len(found.meaning.units) <= MOST_NAMED:
        return []
    units = Unit.objects.filter(pk__in=found.meaning.units, closed_on=None, merged_into=None)
    return list(units.order_by("order", "pk"))


def results(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("q", "")
    found = search(typed, Filters.read(request.GET), page=page_number(request.GET.get("page", "1")))
    if found.meaning.text and found.page == 1:
        note(found.meaning.text, found.answering, request.META.get("REMOTE_ADDR", ""))
    advice: Help | None = help_for(found.meaning) if found.meaning.text and not found.results else None
    context = {
        "found": found,
        "kinds": dict(Kind.choices),
        "groups": _groups(found),
        "facets": _facets(found),
        "active": _active(found),
        "sorts": [
            (label, _link(found, {"sort": name}), found.filters.sort == name) for name, label in SORTS.items()
        ],
        "previous": _link(found, {}, found.page - 1) if found.page > 1 else "",
        "next": _link(found, {}, found.page + 1) if found.has_next else "",
        "advice": advice,
        "term": found.meaning.text,
        "hints": selectors.hints(),
        "ways": selectors.tasks(),
        "named": _named(found),
    }
    return page(request, "search.html", context)


def suggest(request: HttpRequest) -> JsonResponse:
    """Titles and known words for what is being typed, for the small script of the search box."""
    answer = JsonResponse(
        {"items": suggestions(request.GET.get("q", ""))}, json_dumps_params={"ensure_ascii": False}
    )
    answer["Cache-Control"] = "no-store"
    return answer
