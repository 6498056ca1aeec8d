"""Navigation, links that keep the filters, and form fields for the desk's templates."""

from typing import Any

from django import template
from django.http import QueryDict
from django.urls import reverse

from mingbai.core import navigation

register = template.Library()


@register.inclusion_tag("core/_navigation.html", takes_context=True)
def desk_navigation(context: template.Context) -> dict[str, Any]:
    actor, request = context.get("actor"), context.get("request")
    path = request.path if request else ""
    groups = []
    current = ""
    for group, entries in navigation.entries().items():
        shown = [entry for entry in entries if actor is not None and (not entry.act or actor.may(entry.act))]
        links = [{"label": entry.label, "url": reverse(entry.url_name)} for entry in shown]
        if links:
            groups.append({"label": group, "links": links})
        # the longest address that the present one begins with
        current = max([current, *(link["url"] for link in links if path.startswith(link["url"]))], key=len)
    return {"groups": groups, "current": current}


@register.simple_tag(takes_context=True)
def keep(context: template.Context, **changes: Any) -> str:
    """The present query string with some parameters changed; an empty value removes one."""
    request = context.get("request")
    query = request.GET.copy() if request else QueryDict(mutable=True)
    for name, value in changes.items():
        if value in ("", None):
            query.pop(name, None)
        else:
            query[name] = str(value)
    return "?" + query.urlencode()


@register.inclusion_tag("core/_sort.html", takes_context=True)
def sort_head(context: template.Context, key: str, label: str) -> dict[str, Any]:
    """A table head that sorts: first click ascending, next descending."""
    asked = context["request"].GET.get("sort", "")
    direction = {key: "ascending", f"-{key}": "descending"}.get(asked, "")
    return {
        "label": label,
        "direction": direction,
        "href": keep(context, sort=f"-{key}" if asked == key else key, page=""),
    }


@register.inclusion_tag("core/_field.html")
def field(bound: Any, **extra: Any) -> dict[str, Any]:
    """Label above, help below the label, error beside the field."""
    return {"field": bound, **extra}


@register.inclusion_tag("core/_pager.html", takes_context=True)
def pager(context: template.Context, page: Any) -> dict[str, Any]:
    return {"page": page, "request": context.get("request")}


@register.filter
def get(mapping: dict[str, Any], key: str) -> Any:
    """A value of a mapping by a variable key."""
    return mapping.get(key, "") if mapping else ""
