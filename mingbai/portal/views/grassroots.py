"""The grassroots standard catalogue: its areas, what each item asks for, and what the county has published of it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from mingbai.core.pages import stored_page
from mingbai.portal import selectors
from mingbai.portal.views.common import ColumnTags, Crumb, page
from mingbai.portal.views.lists import Listing, export, show

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
    context = {"domains": selectors.domains()}
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
def item_export(request: HttpRequest, code: str, item_code: str, suffix: str) -> HttpResponse:
    return export(_listing(code, item_code), suffix)
