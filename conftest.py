"""Tests that commit empty the database afterwards; the append-only triggers must stand aside for that alone."""

from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(autouse=True, scope="session")
def _reset_past_triggers() -> Iterator[None]:
    from django.test import TransactionTestCase

    from mingbai.core import triggers

    original = TransactionTestCase._fixture_teardown

    def teardown(self: Any) -> None:
        triggers.remove()
        try:
            original(self)
        finally:
            triggers.install()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", teardown)
        yield
