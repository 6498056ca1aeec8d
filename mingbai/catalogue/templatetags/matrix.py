from collections.abc import Iterable
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from mingbai.accounts.models import Unit
from mingbai.catalogue.selectors import cell_text, published_share, worst

register = template.Library()
MARKS = {
    "stale": "■",
    "blank": "□",
    "due_soon": "▲",
    "fresh": "●",
    "static": "●",
    "paused": "‖",
    "pending_calendar": "?",
}


@register.filter
def words(text: str) -> list[str]:
    return text.split()


@register.filter
def beside(
    cells: list[dict[str, int]], topics: Iterable[tuple[str, str]]
) -> list[tuple[str, str, dict[str, int]]]:
    """Each cell with the code and the name of the column it stands in."""
    return [(code, name, cell) for (code, name), cell in zip(topics, cells, strict=True)]


@register.simple_tag
def cell_mark(unit: Unit, cell: dict[str, int], topic: str, label: str, of_items: bool = False) -> SafeString:
    """One cell of the county matrix, linked to the list behind it. Of columns the worst as a mark; of items how many of
    how many are public, since most are owed only when something happens."""
    colour = worst(cell)
    if not colour:
        return format_html(
            '<td class="cell"><span class="visually-hidden">无此类{}</span></td>',
            "事项" if of_items else "栏目",
        )
    what = "&what=items" if of_items else ""
    link = (
        f"{reverse('catalogue-gaps')}?unit={unit.code}&topic={topic}{what}"
        if colour in {"stale", "blank", "due_soon"}
        else ""
    )
    label = f"{label}：{cell_text(cell, of_items=of_items)}"
    mark: Any = MARKS[colour]
    if of_items:
        public, total = published_share(cell)
        mark, colour = f"{public}/{total}", _colour_of_share(cell, public, total)
    if not link:
        return format_html(
            '<td class="cell cell-{}"><span title="{}" role="img" aria-label="{}">{}</span></td>',
            colour,
            label,
            label,
            mark,
        )
    return format_html(
        '<td class="cell cell-{}"><a href="{}" title="{}" aria-label="{} {}">{}</a></td>',
        colour,
        link,
        label,
        unit.label,
        label,
        mark,
    )


def _colour_of_share(cell: dict[str, int], public: int, total: int) -> str:
    """Red is for what is late alone; nothing public yet is grey."""
    for urgent in ("stale", "due_soon"):
        if cell.get(urgent):
            return urgent
    return "fresh" if public == total else "some" if public else "none"
