"""What readers reported as wrong, and until when it must be dealt with (国办秘函〔2019〕19号: three working days)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from mingbai.accounts.actors import Actor
from mingbai.core import clock
from mingbai.core.calendars import current_calendar
from mingbai.core.todo import Line, Panel
from mingbai.law.limits import Due, due, limit
from mingbai.portal.models import SiteError

SHOWN = 8


@dataclass(frozen=True)
class Owed:
    """A report with its last day; `late` once that is over and nothing was done."""

    row: SiteError
    due: Due
    late: bool

    @property
    def words(self) -> str:
        """「已超期，应于11月30日前处理」; empty for what is done."""
        if self.row.state != SiteError.State.OPEN:
            return ""
        last = self.due.on
        until = f"应于{last.month}月{last.day}日前处理" if last else self.due.text
        return f"已超期，{until}" if self.late else until


def owed(rows: Iterable[SiteError], today: date | None = None) -> list[Owed]:
    """In the order of the rows; one query for the calendar."""
    day, calendar, law = today or clock.today(), current_calendar(), limit("site_error.answer")
    found = []
    for row in rows:
        last = due(law, clock.china_day(row.created_at), calendar)
        is_open = row.state == SiteError.State.OPEN
        found.append(Owed(row, last, is_open and last.on is not None and last.on < day))
    return found


def to_do(actor: Actor) -> Panel | None:
    """For the home page of whoever writes for the unit: the oldest first."""
    if not actor.may("handle_site_error"):
        return None
    rows = SiteError.objects.within(actor.scope("handle_site_error")).filter(state=SiteError.State.OPEN)
    total = rows.count()
    if not total:
        return None
    oldest = rows.select_related("unit").order_by("created_at", "pk")[:SHOWN]
    lines = tuple(
        Line(
            "bad" if one.late else "warn",
            one.row.get_kind_display(),
            one.row.text[:40],
            reverse("portal-site-error", args=[one.row.pk]),
            f"{one.row.unit.label}，{one.words}",
        )
        for one in owed(oldest)
    )
    told = "群众在网站上指出的问题，三个工作日内处理（政府网站检查指标）。"
    return Panel("网页找错", told, lines, total, reverse("portal-site-errors"))
