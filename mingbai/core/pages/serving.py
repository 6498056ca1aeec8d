"""Answering from the store before anything else is asked: no session, no database, no template."""

import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from mingbai.core.pages import files

StartResponse = Callable[..., Any]
Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]


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


def _etag(page: files.Page) -> str:
    return f'"{hashlib.blake2b(page.content, digest_size=12).hexdigest()}"'


def _page(environ: dict[str, Any]) -> files.Page | None:
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or environ.get("QUERY_STRING") or not files.enabled():
        return None
    return files.read(environ["PATH_INFO"], accepts_gzip="gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""))


def _headers(page: files.Page, etag: str) -> list[tuple[str, str]]:
    headers = [
        ("Content-Type", page.content_type),
        ("Cache-Control", "no-cache"),
        ("Vary", "Accept-Encoding"),
        ("ETag", etag),
    ]
    if page.is_gzip:
        headers.append(("Content-Encoding", "gzip"))
    return headers


def answer(request: HttpRequest) -> HttpResponse | None:
    """The stored page as a response for the middleware."""
    page = _page(request.META)
    if page is None:
        return None
    etag = _etag(page)
    unchanged = request.META.get("HTTP_IF_NONE_MATCH") == etag
    response = HttpResponse(b"" if unchanged else page.content, status=304 if unchanged else 200)
    for name, value in [*_headers(page, etag), *security_headers()]:
        response.headers[name] = value
    return response


class StoredPages:
    """WSGI front of the embedded server: a stored page costs one file read."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        page = _page(environ)
        if page is None:
            return self.application(environ, start_response)
        etag = _etag(page)
        headers = [*_headers(page, etag), *security_headers()]
        if environ.get("HTTP_IF_NONE_MATCH") == etag:
            start_response("304 Not Modified", headers)
            return []
        start_response("200 OK", [*headers, ("Content-Length", str(len(page.content)))])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [page.content]
