"""Turns domain errors into pages, and serves stored public pages before anything else is asked."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mingbai.core.errors import DomainError
from mingbai.core.pages import serving

Handler = Callable[[HttpRequest], HttpResponse]


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
        if not isinstance(exception, DomainError):
            return None
        return render(request, "core/refused.html", {"error": exception}, status=exception.status)
