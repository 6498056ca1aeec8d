"""The read-only interface, fuzzed from its own description."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings

FUZZ = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def application() -> Iterator[Any]:
    """The whole server in this process, on the connection of the test: Django closes it with each request otherwise."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in signals:
        signal.connect(close_old_connections)


def test_the_interface_keeps_to_its_description(county: Any, application: Any) -> None:
    """Every operation with values that its description allows and values that it forbids."""
    county.published(title="关于发放农村最低生活保障金的公示", document_number="青政〔2026〕8号")
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    for found in described.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy())
        @FUZZ
        def keeps(case: Any) -> None:
            case.call_and_validate()

        keeps()
