"""Tests that commit empty the database afterwards; the append-only triggers must stand aside for that alone. Which files
of tests begin first."""

from collections.abc import Iterator

import pytest

# They begin first, so that no worker is left alone with one of them in the end.
LONGEST = (
    "tests/test_kills.py",
    "tests/test_demo.py",
    "tests/test_rights.py",
    "tests/test_concurrency.py",
    "mingbai/text/tests/test_kept.py",
    "mingbai/text/proofreading/tests/test_bounded.py",
    "mingbai/text/proofreading/tests/test_triggers.py",
    "mingbai/proofreading/tests/test_lists.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    order = {path: number for number, path in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(item.nodeid.partition("::")[0], len(order)))


@pytest.fixture(autouse=True, scope="session")
def _reset_past_triggers() -> Iterator[None]:
    from django.test import TransactionTestCase

    from mingbai.core.testing import reset_database

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: reset_database())
        yield
