"""Withdrawn and missing pages are everyday; what breaks is not."""

import logging

import pytest
from django.http import Http404, HttpResponse
from django.test import Client
from django.urls import path


def _missing(request):
    raise Http404


def _broken(request):
    raise RuntimeError("kaputt")


urlpatterns = [
    path("gone/", lambda request: HttpResponse(status=410)),
    path("missing/", _missing),
    path("refused/", lambda request: HttpResponse(status=403)),
    path("broken/", _broken),
]


@pytest.fixture
def ask(settings, caplog):
    settings.ROOT_URLCONF = __name__

    def asked(address: str) -> list[tuple[int, int]]:
        caplog.clear()
        Client(raise_request_exception=False).get(address)
        return [
            (record.levelno, record.status_code)
            for record in caplog.records
            if record.name == "django.request"
        ]

    return asked


@pytest.mark.parametrize("address", ["/gone/", "/missing/", "/nowhere/"])
def test_expected_answers_are_no_warnings(ask, address):
    assert ask(address) == []


def test_they_can_be_read_by_whoever_wants_to(ask, caplog):
    with caplog.at_level(logging.INFO, "django.request"):
        assert ask("/gone/") == [(logging.INFO, 410)]


def test_faults_and_refusals_are_told(ask):
    assert ask("/broken/") == [(logging.ERROR, 500)]
    assert ask("/refused/") == [(logging.WARNING, 403)]
