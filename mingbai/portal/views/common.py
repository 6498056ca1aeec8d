"""How every public page is put together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import loader

from mingbai.core import clock, pages
from mingbai.portal.frame import asset, frame, origin

ELDER = "/da"


@dataclass(frozen=True)
class Crumb:
    name: str
    path: str


@dataclass(frozen=True)
class ColumnTags:
    """Page tags of a column and of what stands in it (国办发〔2017〕47号); none may be empty."""

    name: str
    description: str
    keywords: str
    type: str


def prefix(request: HttpRequest) -> str:
    return ELDER if request.path == ELDER or request.path.startswith(f"{ELDER}/") else ""


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    tags: ColumnTags | None = None,
    status: int = 200,
) -> HttpResponse:
    """Without the request's own context processors: they would ask for a session that readers do not have."""
    pages.reads(pages.EVERYTHING)
    surroundings, base = frame(), prefix(request)
    plain = request.path.removeprefix(base) or "/"
    notices = surroundings.now()
    values = {
        "site": surroundings.identity,
        "notices": [notice for notice in notices if notice.kind != "grey"],
        "is_grey": any(notice.kind == "grey" for notice in notices),
        "p": base,
        "elder": bool(base),
        "plain_path": plain,
        "section": plain.split("/")[1],
        "origin": origin(surroundings),
        "styles": asset("portal.css"),
        "script": asset("suggest.js"),
        "demo": settings.DEMO,
        "tags": tags,
        "today": clock.today(),
        **context,
    }
    html = loader.render_to_string(f"portal/{template}", values)
    response = HttpResponse(html, status=status)
    response["Cache-Control"] = "no-cache"
    return response
