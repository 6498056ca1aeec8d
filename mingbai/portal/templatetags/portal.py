import re
from datetime import datetime

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from mingbai.core.clock import CHINA

register = template.Library()


@register.filter
def stamp(instant: datetime | None) -> str:
    """Publication time as the design rules want it, YYYY-MM-DD HH:MM."""
    return instant.astimezone(CHINA).strftime("%Y-%m-%d %H:%M") if instant else ""


@register.filter
def day(instant: datetime | None) -> str:
    return instant.astimezone(CHINA).strftime("%Y-%m-%d") if instant else ""


@register.filter
def size(number: int) -> str:
    """Bytes for people."""
    if number < 1024 * 1024:
        return f"{max(1, round(number / 1024))} KB"
    return f"{number / 1024 / 1024:.1f} MB"


@register.filter
def suffix(name: str) -> str:
    return name.rsplit(".", 1)[-1].upper() if "." in name else "文件"


@register.filter
def tel(number: str) -> SafeString:
    """A telephone number to tap on; anything that is not plainly one stays text."""
    shown = escape(number)
    if not re.fullmatch(r"\+?\d[\d\- ]{4,20}", number or ""):
        return shown
    return mark_safe(f'<a href="tel:{re.sub("[^0-9+]", "", number)}">{shown}</a>')  # noqa: S308  (digits, and escaped)


@register.filter
def within(address: str, prefix: str) -> str:
    """An address of ours in the reader's size of type; one of another site as it is."""
    ours = address.startswith("/") and not address.startswith(
        ("//", "/static/", "/desk/", f"{prefix}/" if prefix else "//")
    )
    return prefix + address if ours else address
