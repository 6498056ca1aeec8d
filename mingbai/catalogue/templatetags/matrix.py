from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from mingbai.accounts.models import Unit
from mingbai.catalogue.selectors import STATE_LABELS, cell_text, worst
from mingbai.catalogue.topics import MATRIX_TOPICS

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
_TOPICS = tuple(MATRIX_TOPICS)


@register.filter
def words(text: str) -> list[str]:
    return text.split()


@register.simple_tag
def cell_mark(unit: Unit, cell: dict[str, int], number: int) -> SafeString:
    """One cell of the county matrix: its worst column as a mark with the words behind it, linked to the columns."""
    colour = worst(cell)
    if not colour:
        return format_html('<td class="cell"><span class="visually-hidden">无此类栏目</span></td>')
    topic = _TOPICS[number]
    link = (
        f"{reverse('catalogue-gaps')}?unit={unit.code}&topic={topic}"
        if colour in {"stale", "blank", "due_soon"}
        else ""
    )
    label = f"{MATRIX_TOPICS[topic]}：{cell_text(cell)}"
    mark: Any = MARKS[colour]
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
        STATE_LABELS[colour],
        unit.label,
        label,
        mark,
    )
