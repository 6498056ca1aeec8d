"""What is asked, without who asks. Digits that could be a number of a person are masked before anything is written;
words are kept beyond the day only when several addresses asked them, because people type names into search boxes."""

import hashlib
import hmac
import re
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import Count, F

from mingbai.core import clock
from mingbai.portal.models import SearchAsker, SearchQuery

ENOUGH = 3
# in groups, as telephones are written, only where no date has so many digits
_NUMBERS = re.compile(r"[0-9xX*](?:[\s-]?[0-9xX*]){9,}|[0-9xX*]{6,}")
_MAIL = re.compile(r"\S+@\S+")


def masked(text: str) -> str:
    return _MAIL.sub("〔邮箱〕", _NUMBERS.sub("〔号码〕", text))[:60]


def _asker(day: date, address: str) -> str:
    key = f"{settings.SECRET_KEY}{day}".encode()
    return hmac.new(key, address.encode(), hashlib.sha256).hexdigest()[:32]


def note(text: str, found: int, address: str) -> None:
    """Count one question of today."""
    day = clock.today()
    with transaction.atomic():
        row, _ = SearchQuery.objects.get_or_create(day=day, text=masked(text))
        SearchQuery.objects.filter(pk=row.pk).update(asked=F("asked") + 1, found=found)
        SearchAsker.objects.bulk_create(
            [SearchAsker(query=row, address=_asker(day, address))], ignore_conflicts=True
        )


def forget_days_past() -> int:
    """Delete what too few asked and all traces of who did; a daily job. Returns how many questions were deleted."""
    past = SearchQuery.objects.filter(day__lt=clock.today())
    with transaction.atomic():
        few = past.annotate(n=Count("askers")).filter(n__lt=ENOUGH, askers__isnull=False)
        number = few.count()
        SearchQuery.objects.filter(pk__in=list(few.values_list("pk", flat=True))).delete()
        SearchAsker.objects.filter(query__in=past).delete()
    return number


def often_asked(since: date) -> list[dict[str, object]]:
    """Questions with how often they were asked and what the last one found; for the county office."""
    rows = SearchQuery.objects.filter(day__gte=since).annotate(n=Count("askers")).order_by("day", "pk")
    # one of a day that was gone through has no askers any more
    kept = [row for row in rows if row.n == 0 or row.n >= ENOUGH]
    totals: dict[str, dict[str, object]] = {}
    for row in kept:
        entry = totals.setdefault(row.text, {"text": row.text, "asked": 0, "found": row.found})
        entry["asked"] = int(str(entry["asked"])) + row.asked
        entry["found"] = row.found
    return sorted(totals.values(), key=lambda entry: -int(str(entry["asked"])))
