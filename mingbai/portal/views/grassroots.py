"""The grassroots standard catalogue: its areas, what each item asks for, and what the county has published of it."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from mingbai.accounts.models import Unit
from mingbai.core.pages import stored_page
from mingbai.portal import selectors
from mingbai.portal.views.common import ColumnTags, Crumb, page
from mingbai.portal.views.lists import Listing, export, show

TOWNS = (Unit.Kind.TOWN, Unit.Kind.SUBDISTRICT)
HERE = Crumb("基层政务公开标准目录", "/grassroots/")


def _tags(name: str, description: str) -> ColumnTags:
    return ColumnTags(name, description, name, "信息公开目录")


def _domain(code: str) -> dict[str, Any]:
    found = next((entry for entry in selectors.domains() if entry["code"] == code), None)
    if found is None:
        raise Http404
    return found


@stored_page
def areas(request: HttpRequest) -> HttpResponse:
    units = [unit for unit in selectors.open_units() if unit.kind in TOWNS]
    context = {"domains": selectors.domains(), "towns": units}
    return page(
        request, "grassroots.html", context, tags=_tags("基层政务公开标准目录", "26个试点领域的标准目录")
    )


@stored_page
def domain(request: HttpRequest, code: str) -> HttpResponse:
    found = _domain(code)
    context = {"domain": found, "answered": selectors.answered_items(found["items"]), "crumbs": [HERE]}
    return page(
        request, "domain.html", context, tags=_tags(found["name"], f"{found['name']}领域应当公开的事项")
    )


@stored_page
def of_unit(request: HttpRequest, code: str) -> HttpResponse:
    """The catalogue of one unit, of a village too: what it answers for and what it has published of each item."""
    unit = selectors.unit_by_code(code)
    rows = selectors.answered_items(selectors.items_of(unit), unit)
    domains = [
        {"code": domain.code, "name": domain.name, "rows": list(below)}
        for domain, below in groupby(rows, key=lambda row: row.item.domain)
    ]
    context = {
        "unit": unit,
        "domains": domains,
        "total": len(rows),
        "kept": sum(bool(row.count) for row in rows),
        "villages": selectors.villages_of(unit),
        "crumbs": [Crumb(unit.label, f"/units/{unit.code}/"), HERE],
    }
    name = "基层政务公开标准目录"
    tags = ColumnTags(name, f"{unit.name}按标准目录公开的事项", f"{unit.label}，{name}", "信息公开目录")
    return page(request, "unit_catalogue.html", context, tags=tags)


def _listing(code: str, item_code: str) -> Listing:
    found = _domain(code)
    item = next((each for each in found["items"] if each.code == item_code), None)
    if item is None:
        raise Http404
    return Listing(
        title=item.name,
        path=f"/grassroots/{code}/{item.code}/",
        rows=selectors.items_answering(item),
        crumbs=[HERE, Crumb(found["name"], f"/grassroots/{code}/")],
        tags=_tags(item.name, f"{found['name']}领域“{item.name}”事项公开的信息"),
        intro=f"{found['name']}领域的公开事项。",
    )


@stored_page
def item(request: HttpRequest, code: str, item_code: str, number: int | None = None) -> HttpResponse:
    return show(request, _listing(code, item_code), number)


@stored_page
def item_export(request: HttpRequest, code: str, item_code: str, suffix: str) -> HttpResponseBase:
    return export(request, _listing(code, item_code), suffix)
