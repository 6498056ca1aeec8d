"""`mingbai reindex`: build the indexes of words and of near-copies anew from what is public, and empty the page store."""

import sys
import time
from collections.abc import Iterator
from typing import Any

from mingbai.cli import installation
from mingbai.cli.arguments import parser, use_data

SLICE = 500


def _slices() -> Iterator[list[Any]]:
    """Public items in the order of publication, so that the index's places follow it."""
    from mingbai.disclosure.selectors import public_items

    rows = public_items().order_by("published_at", "pk").select_related("unit", "published_edition")
    keys = list(rows.values_list("pk", flat=True))
    for start in range(0, len(keys), SLICE):
        wanted = keys[start : start + SLICE]
        found = {row.pk: row for row in rows.filter(pk__in=wanted)}
        yield [found[pk] for pk in wanted if pk in found]


def main(argv: list[str]) -> int:
    """Exit 0 when done, 3 before `mingbai migrate`. While it runs, search finds what is already indexed."""
    options = parser("reindex", "重建检索索引，清空页面缓存").parse_args(argv)
    use_data(options)
    if (refused := installation.opened()) is not None:
        return refused
    from mingbai.core import pages, search
    from mingbai.core.databases import refresh_statistics
    from mingbai.disclosure import copies, indexing

    started, number = time.monotonic(), 0
    index = search.backend()
    with index.bulk():
        index.clear()
        for rows in _slices():
            index.put(indexing.entries(rows))
            number += len(rows)
            print(f"\r已编入 {number} 条", end="", file=sys.stderr)
    copies.rebuild()
    # made while the index was empty, they let the database walk through all texts for the ten that a page shows
    refresh_statistics()
    pages.clear()
    print(
        f"\n已编入 {number} 条，用时 {time.monotonic() - started:.1f} 秒。页面缓存已清空。", file=sys.stderr
    )
    return 0
