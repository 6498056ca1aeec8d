"""Turns domain errors into pages, and serves stored public pages before anything else is asked."""

import logging
import re
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import get_resolver
from django.utils.http import url_has_allowed_host_and_scheme

from mingbai.core.errors import DomainError, Missing, NoRoom
from mingbai.core.pages import serving

log = logging.getLogger("mingbai.core")
FULL = re.compile(
    r"disk is full|readonly database|No space left on device|Read-only file system|Disk quota exceeded|unable to open database file"
)
DESK = "/desk/"
Handler = Callable[[HttpRequest], HttpResponse]


class ClientAddress:
    """Behind our own proxy the address of the caller is the last one that the proxy wrote down. Journals, lock-out and
    the figures for monitoring read REMOTE_ADDR alone; what a caller claims is believed from nobody else."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.BEHIND_PROXY:
            told = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
            with suppress(ValueError):  # no address: the machine itself, past the proxy
                request.META["REMOTE_ADDR"] = str(ip_address(told))
        return self.get_response(request)


class PublicPages:
    """Hook of the page store: a stored page answers without session, database or templates."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return serving.answer(request) or self.get_response(request)


class DomainErrors:
    """A `DomainError` that no view caught becomes a page with its sentence and status."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        error = _no_room(exception) or exception
        if not isinstance(error, DomainError):
            return None
        public = not request.path.startswith(DESK)
        if public and isinstance(error, Missing):
            # readers are shown the ways on that every missing page shows
            missing: Callable[..., HttpResponse] = get_resolver().resolve_error_handler(404)
            return missing(request, exception=error)
        context = {"error": error, "back": _page_before(request), "is_public": public}
        return render(request, "core/refused.html", context, status=error.status)


def _no_room(exception: Exception) -> NoRoom | None:
    """SQLite, PostgreSQL and the file system each say it in their own words."""
    if not isinstance(exception, OperationalError | OSError) or not FULL.search(str(exception)):
        return None
    log.error("nothing can be written: %s", exception)
    return NoRoom(
        "服务器的磁盘满了或者不能写入，这一次没有保存。请把写好的内容先复制到别处，马上告诉系统管理员；"
        "管理员运行 mingbai doctor 可以看到磁盘情况。"
    )


def _page_before(request: HttpRequest) -> str:
    """Where the refused press was made, if that was a page of ours."""
    before = request.META.get("HTTP_REFERER", "")
    ours = url_has_allowed_host_and_scheme(before, allowed_hosts={request.get_host()})
    return before if ours and before != request.build_absolute_uri() else ""
