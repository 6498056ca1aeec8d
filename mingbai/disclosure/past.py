"""What the public could see on a day that is over."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from mingbai.accounts.models import Unit
from mingbai.core import clock
from mingbai.disclosure.models import Publication, Withdrawal


def public_on(day: date, *, unit: Unit | None = None) -> QuerySet[Any]:
    """Editions that the public could see at some time of the day. `hidden`: withdrawn for secrecy or privacy since, in
    this edition or a later one that went on from it; of those no day's view may show title or text."""
    start = clock.start_of_day(day)
    rows: QuerySet[Any] = Publication.objects.of(from_at__lt=start + timedelta(days=1))
    since = Withdrawal.objects.of(
        hides_title=True, disclosure=OuterRef("disclosure"), at__gte=OuterRef("from_at")
    )
    rows = rows.filter(Q(until_at=None) | Q(until_at__gte=start)).annotate(hidden=Exists(since))
    if unit is not None:
        rows = rows.filter(disclosure__unit=unit)
    return rows.select_related("edition", "disclosure__unit").order_by("-from_at", "-pk")
