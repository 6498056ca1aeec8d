from datetime import datetime

from django import template

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
