"""Rendering a page once and keeping it."""

import logging
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from django.db import OperationalError, transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from mingbai.core.pages import files, generations
from mingbai.core.pages.changes import EVERYTHING
from mingbai.core.pages.models import PageRead
from mingbai.core.pages.recording import Recording, recording

log = logging.getLogger("mingbai.pages")
View = Callable[..., HttpResponseBase]


def _may_be_stored(request: HttpRequest) -> bool:
    return (
        files.enabled()
        and request.method == "GET"
        and not request.META.get("QUERY_STRING")
        and files.suffix_of(request.path) is not None
    )


def stored_page(view: View) -> View:
    """The view's answer is kept if it is a 200 at a canonical address without a query and sets no cookie."""

    @wraps(view)
    def rendered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not _may_be_stored(request):
            return view(request, *args, **kwargs)
        since = generations.mark()
        with recording() as found:
            response = view(request, *args, **kwargs)
        if isinstance(response, HttpResponse) and response.status_code == 200 and not response.cookies:
            _store(
                request.path,
                found,
                since,
                lambda: files.prepare(request.path, response.content, found.expires_at),
            )
        return response

    return rendered


def store_file(path: str, source: Path, *keys: str, since: str) -> None:
    """Link a public attachment into the store. `since` is a `generations.mark()` taken before it was found public."""
    if files.enabled() and files.suffix_of(path) is not None:
        _store(path, Recording(set(keys)), since, lambda: files.prepare_link(path, source))


def _remember(path: str, keys: set[str]) -> None:
    """Committed before the page appears, so that a crash cannot leave a page that nobody knows how to purge."""
    known = set(PageRead.objects.filter(path=path, key__in=keys).values_list("key", flat=True))
    missing = sorted(keys - known)
    if missing:
        PageRead.objects.bulk_create(
            [PageRead(path=path, key=key) for key in missing], ignore_conflicts=True, batch_size=500
        )


def _store(path: str, found: Recording, since: str, prepare: Callable[[], files.Prepared]) -> None:
    try:
        _remember(path, found.keys)
        prepared = prepare()
    except (OperationalError, OSError) as error:
        # a full or read-only disk: the reader has the page all the same, it is only not kept
        log.warning("%s is not kept: %s", path, error)
        return
    try:
        with transaction.atomic():
            if generations.unchanged({*found.keys, EVERYTHING}, since):
                prepared.put()
    except (OperationalError, OSError):
        # Locked by an act that is changing these keys, or the folder was just emptied: the next request renders again.
        return
    finally:
        prepared.discard()
