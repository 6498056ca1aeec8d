"""What must be true at the next public request: pages, search rows and column states, named inside the act."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Protocol

from django.db.models import Max, QuerySet

from mingbai.catalogue.services import report_more_waiting, report_publication, report_waiting
from mingbai.core import pages
from mingbai.disclosure import indexing
from mingbai.disclosure.models import Disclosure, Draft, Fulfilment, Openness, Placement, Relation


def announce(
    disclosure: Disclosure,
    *,
    also_columns: Collection[int] = (),
    also_items: Collection[int] = (),
    also_units: Collection[int] = (),
) -> None:
    """Say that what the public sees of this item has changed. Inside the transaction of the act.

    `also_columns`, `also_items`, `also_units`: where it stood before a move.
    """
    columns = {
        *Placement.objects.of(disclosure=disclosure).values_list("column_id", flat=True),
        *also_columns,
    }
    items = {
        *Fulfilment.objects.of(disclosure=disclosure).values_list("item_id", flat=True),
        *also_items,
    }
    pages.changed(
        *_keys(disclosure, columns, {disclosure.unit_id, *also_units}),
        *(f"catalogue-item:{item}" for item in items),
    )
    _refresh_search(disclosure)


class Change(Protocol):
    """What a disclosure came to and what it left."""

    @property
    def entered(self) -> list[int]: ...
    @property
    def left(self) -> list[int]: ...


def report_to_catalogue(disclosure: Disclosure, columns: Change, items: Change) -> None:
    """Tell the due engine what the unit now has in the columns and for the items of the standard catalogue that the
    disclosure came to, and what remains where it left."""
    unit = disclosure.unit_id
    if disclosure.published_at is not None and (columns.entered or items.entered):
        report_publication(unit, columns.entered, disclosure.published_at, item_ids=items.entered)
    for column in columns.left:
        places = Placement.objects.of(unit=unit, column=column, disclosure__state="published")
        report_publication(unit, [column], _last(places, disclosure), change=-1)
    for item in items.left:
        answers = Fulfilment.objects.of(unit=unit, item=item, disclosure__state="published")
        report_publication(unit, [], _last(answers, disclosure), item_ids=[item], change=-1)


def _last(rows: QuerySet[Any], but: Disclosure) -> datetime | None:
    found: datetime | None = rows.exclude(disclosure=but).aggregate(last=Max("published_at"))["last"]
    return found


def _keys(disclosure: Disclosure, columns: set[int], units: set[int]) -> set[str]:
    keys = {f"disclosure:{disclosure.pk}", "home", "feed:home", "sitemap"}
    for unit in units:
        keys |= {f"unit:{unit}", f"feed:unit:{unit}"}
        keys |= {f"column:{unit}:{column}" for column in columns}
        keys |= {f"feed:column:{unit}:{column}" for column in columns}
    related = Relation.objects.of(disclosure=disclosure).values_list("other_id", flat=True)
    backwards = Relation.objects.of(other=disclosure).values_list("disclosure_id", flat=True)
    return keys | {f"disclosure:{other}" for other in (*related, *backwards)}


def _refresh_search(disclosure: Disclosure) -> None:
    if disclosure.state == Disclosure.State.PUBLISHED:
        indexing.put(disclosure)
    else:
        indexing.drop(disclosure)


_WRITING = ("editing", "returned", "in_review", "approved")


def report_new_text(disclosure: Disclosure, columns: Collection[int], items: Collection[int]) -> None:
    """The same of a text just written, without reading all others: an import writes thousands."""
    if (
        disclosure.written_on is not None
        and disclosure.stage in _WRITING
        and disclosure.openness == Openness.ACTIVE
        and disclosure.first_published_at is None
    ):
        report_more_waiting(disclosure.unit_id, columns, items, disclosure.written_on)


def report_waiting_texts(unit_id: int) -> None:
    """Tell the due engine since when what the unit has written but not published waits: formed on the day of writing,
    it is owed within the time limit (条例第二十六条). What an old site published already does not wait."""
    rows = Draft.objects.of(disclosure__unit=unit_id).filter(
        disclosure__state=Disclosure.State.UNPUBLISHED,
        disclosure__stage__in=_WRITING,
        disclosure__openness=Openness.ACTIVE,
        disclosure__first_published_at=None,
    )
    columns: dict[int, list[date]] = defaultdict(list)
    items: dict[int, list[date]] = defaultdict(list)
    for day, metadata in rows.values_list("disclosure__written_on", "metadata"):
        if day is None:
            continue
        for column in metadata.get("columns", ()):
            columns[column].append(day)
        for item in metadata.get("items", ()):
            items[item].append(day)
    report_waiting(unit_id, columns, items)
