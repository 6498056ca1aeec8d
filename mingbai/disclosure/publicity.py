"""What must be true at the next public request: pages, search rows and column states, named inside the act."""

from collections.abc import Collection

from django.db.models import Max

from mingbai.catalogue.services import report_publication
from mingbai.core import pages
from mingbai.disclosure import indexing
from mingbai.disclosure.models import Disclosure, Placement, Relation


def announce(
    disclosure: Disclosure, *, also_columns: Collection[int] = (), also_units: Collection[int] = ()
) -> None:
    """Say that what the public sees of this item has changed. Inside the transaction of the act.

    `also_columns`, `also_units`: where it stood before a move.
    """
    columns = {
        *Placement.objects.of(disclosure=disclosure).values_list("column_id", flat=True),
        *also_columns,
    }
    pages.changed(*_keys(disclosure, columns, {disclosure.unit_id, *also_units}))
    _refresh_search(disclosure)


def report_to_catalogue(
    disclosure: Disclosure, columns: Collection[int], *, left: Collection[int] = ()
) -> None:
    """Tell the due engine what the unit now has in `columns`, and what remains in those that the item `left`."""
    if columns and disclosure.published_at is not None:
        report_publication(disclosure.unit_id, columns, disclosure.published_at)
    for column in left:
        rest = Placement.objects.of(unit=disclosure.unit_id, column=column, disclosure__state="published")
        last = rest.exclude(disclosure=disclosure).aggregate(last=Max("published_at"))["last"]
        report_publication(disclosure.unit_id, [column], last, change=-1)


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
