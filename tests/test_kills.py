"""Processes killed at any instant leave nothing half done. Fifty kills for each path: `benchmarks/kill_paths.py`."""

import os
from collections.abc import Iterator

import pytest

from benchmarks.kill_paths import PATHS, House, house
from tests.databases import fresh_database


@pytest.fixture(scope="module")
def home() -> Iterator[House]:
    with fresh_database(os.environ.get("MINGBAI_DATABASE_URL")) as url, house(url) as made:
        yield made


@pytest.mark.parametrize("path", PATHS)
def test_killed_five_times(home: House, path: str) -> None:
    assert home.found(path, 5, path)[0] == []
