from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from mingbai.accounts.models import Unit
from mingbai.catalogue.selectors import GAP_STATES, MatrixRow, cell_text, worst

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
def beside(row: MatrixRow, topics: Iterable[tuple[str, str]]) -> list[tuple[str, str, dict[str, int], int]]:
    """Each cell with the code and the name of the column it stands in, and how many of it are answered."""
    each = zip(topics, row.cells, row.answered, strict=True)
    return [(code, name, cell, answered) for (code, name), cell, answered in each]


@register.simple_tag
def cell_mark(
    unit: Unit, cell: dict[str, int], topic: str, label: str, answered: int | None = None
) -> SafeString:
    """One cell of the county matrix, linked to the list behind it. Of columns the worst as a mark; of items, where
    `answered` is given, how many of how many are public, since most are owed only when something happens."""
    of_items = answered is not None
    colour = worst(cell)
    if not colour:
        return format_html(
            '<td class="cell"><span class="visually-hidden">无此类{}</span></td>',
            "事项" if of_items else "栏目",
        )
    urgent = colour in GAP_STATES
    query = {"unit": unit.code, "topic": topic, **({} if urgent else {"state": "all"})}
    link = f"{reverse('catalogue-gaps')}?{urlencode(query | ({'what': 'items'} if of_items else {}))}"
    label = f"{label}：{cell_text(cell, of_items=of_items)}"
    mark: Any = MARKS[colour]
    if answered is not None:
        total = sum(cell.values())
        mark, colour = f"{answered}/{total}", _colour_of_share(cell, answered, total)
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
