"""Where else among the public texts does this stand: an index under `DATA/nearcopies`, owned by edition.

An edition never changes, so following what is public is the difference of two sets of numbers.
"""

import fcntl
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from mingbai.disclosure.models import Disclosure, Edition, EditionText
from mingbai.text.nearcopies import Hit, NearCopyIndex

log = logging.getLogger("mingbai.disclosure")
SLICE = 500
# a job must end well within its lease; the rest follows a minute later
MOST_AT_ONCE = 10_000
MOST_HITS = 40
MOST_SHOWN = 8
EXCERPT = 40


@dataclass(frozen=True)
class Copy:
    """A paragraph of an edition that stands nearly the same in a public item."""

    excerpt: str
    title: str
    unit: str
    address: str
    percent: int


def _path() -> Path:
    return Path(settings.DATA_DIR) / "nearcopies" / "public.index"


@contextmanager
def _held() -> Iterator[None]:
    _path().parent.mkdir(parents=True, exist_ok=True)
    with _path().with_name(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@lru_cache(maxsize=1)
def _loaded(path: Path, changed_at: int, size: int) -> NearCopyIndex:
    return NearCopyIndex.load(path)


def _index() -> NearCopyIndex:
    """The index as it stands; an empty one where there is none or it is spoilt, which the worker fills again."""
    try:
        known = _path().stat()
        return _loaded(_path(), known.st_mtime_ns, known.st_size)
    except FileNotFoundError:
        return NearCopyIndex()
    except ValueError as problem:
        log.warning("the index of near-copies is built anew: %s", problem)
        return NearCopyIndex()


def follow() -> int:
    """Bring the index up to what is public; how many texts entered or left it."""
    with _held():
        return _follow(_index())


def rebuild() -> None:
    """Build the index anew; paragraphs that left it no longer take up room."""
    with _held():
        index = NearCopyIndex()
        while _follow(index):
            pass
        index.save(_path())


def _follow(index: NearCopyIndex) -> int:
    public = Disclosure.objects.public().order_by().filter(published_edition__isnull=False)
    wanted, held = set(public.values_list("published_edition_id", flat=True)), index.owners()
    new, gone = sorted(wanted - held)[:MOST_AT_ONCE], held - wanted
    if not new and not gone:
        return 0
    try:
        for owner in gone:
            index.remove(owner)
        for start in range(0, len(new), SLICE):
            _add(index, new[start : start + SLICE])
        index.save(_path())
    finally:
        # the object was changed in place; whoever asks next reads the file
        _loaded.cache_clear()
    return len(new) + len(gone)


def _add(index: NearCopyIndex, editions: list[int]) -> None:
    texts = dict(EditionText.objects.of(edition__in=editions).values_list("edition_id", "plain"))
    for edition in editions:
        before = len(index)
        index.add(edition, texts.get(edition, ""))
        if len(index) == before:
            index.note(edition)


def copies_of(edition: Edition) -> list[Copy]:
    """The likest public paragraph for each paragraph of the edition; other texts of the same item are not copies."""
    hits = _index().lookup(edition.body_text, exclude=edition.pk, limit=MOST_HITS)
    owners = {hit.owner for hit in hits}
    rows = Disclosure.objects.public().filter(published_edition__in=owners).select_related("unit")
    items = {row.published_edition_id: row for row in rows.exclude(pk=edition.disclosure_id)}
    best: dict[int, Hit] = {}
    for hit in hits:
        if hit.owner in items:
            best.setdefault(hit.start, hit)
    found = [_copy(edition.body_text, best[start], items[best[start].owner]) for start in sorted(best)]
    return found[:MOST_SHOWN]


def _copy(text: str, hit: Hit, item: Disclosure) -> Copy:
    words = " ".join(text[hit.start : hit.end].split())
    excerpt = words if len(words) <= EXCERPT else f"{words[:EXCERPT]}…"
    return Copy(excerpt, item.title, item.unit.name, item.get_absolute_url(), round(100 * hit.similarity))
