from typing import Any

from django import template

from mingbai.journal import telling
from mingbai.journal.models import Act
from mingbai.journal.verbs import verb_label as label

register = template.Library()


@register.filter
def verb_label(verb: str) -> str:
    return label(verb)


@register.filter
def who(act: Act) -> str:
    return telling.who(act)


@register.filter
def said(act: Act) -> str:
    return telling.said(act)


@register.inclusion_tag("journal/_history.html")
def history(object_type: str, object_id: Any, limit: int = 50) -> dict[str, Any]:
    """The readable history of one record, newest first."""
    acts = Act.objects.filter(object_type=object_type, object_id=str(object_id)).order_by("-id")[:limit]
    return {"acts": acts}
