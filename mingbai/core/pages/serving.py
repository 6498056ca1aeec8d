"""Answering from the store before anything else is asked: no session, no database, no template."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from mingbai.core.pages import files

StartResponse = Callable[..., Any]
Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]

# what is larger is sent from its file in pieces and marked by the file, not by what it says
LARGE = 256 * 1024
PIECE = 64 * 1024


@cache
def security_headers() -> tuple[tuple[str, str], ...]:
    """The headers that Django's middleware puts on a rendered page; a test holds the two together."""
    return (
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", settings.SECURE_REFERRER_POLICY),
        ("Cross-Origin-Opener-Policy", settings.SECURE_CROSS_ORIGIN_OPENER_POLICY),
        ("X-Frame-Options", settings.X_FRAME_OPTIONS),
        ("Content-Security-Policy", build_policy()),
    )


@dataclass
class Answer:
    """A stored page, or that it has not changed. A large one stays open as `handle`, for whoever sends it to close."""

    status: int
    headers: list[tuple[str, str]]
    size: int = 0
    body: bytes = b""
    handle: int | None = None

    def pieces(self) -> Iterator[bytes]:
        if self.handle is None:
            yield self.body
            return
        try:
            while part := os.read(self.handle, PIECE):
                yield part
        finally:
            os.close(self.handle)


def stored(path: str, *, accepts_gzip: bool, known: str | None, only_head: bool = False) -> Answer | None:
    """What the store answers at this address; `known` is the reader's If-None-Match."""
    found = files.opened(path, accepts_gzip=accepts_gzip)
    if found is None:
        return None
    try:
        large = found.size > LARGE
        body = b"" if large else found.content()
        etag = f'"{hashlib.blake2b(found.mark.encode() if large else body, digest_size=12).hexdigest()}"'
        headers = [
            ("Content-Type", found.content_type),
            ("Cache-Control", "no-cache"),
            ("Vary", "Accept-Encoding"),
            ("ETag", etag),
        ]
        if found.is_gzip:
            headers.append(("Content-Encoding", "gzip"))
        if known == etag:
            return Answer(304, headers)
        size = found.size if large else len(body)
        if only_head:
            return Answer(200, headers, size)
        return Answer(200, headers, size, body, os.dup(found.handle) if large else None)
    finally:
        os.close(found.handle)


def _answer(environ: dict[str, Any]) -> Answer | None:
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or environ.get("QUERY_STRING") or not files.enabled():
        return None
    return stored(
        environ["PATH_INFO"],
        accepts_gzip="gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""),
        known=environ.get("HTTP_IF_NONE_MATCH"),
        only_head=environ["REQUEST_METHOD"] == "HEAD",
    )


def answer(request: HttpRequest) -> HttpResponse | None:
    """The stored page as a response for the middleware."""
    found = _answer(request.META)
    if found is None:
        return None
    response = HttpResponse(b"".join(found.pieces()), status=found.status)
    for name, value in [*found.headers, *security_headers()]:
        response.headers[name] = value
    return response


class StoredPages:
    """WSGI front for any server: a stored page costs one file read."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        found = _answer(environ)
        if found is None:
            return self.application(environ, start_response)
        headers = [*found.headers, *security_headers()]
        if found.status == 304:
            start_response("304 Not Modified", headers)
            return []
        start_response("200 OK", [*headers, ("Content-Length", str(found.size))])
        return found.pieces()
