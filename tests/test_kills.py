"""Processes killed at any instant leave nothing half done. Fifty kills for each path: `benchmarks/kill_paths.py`, and of
server and worker together under load: `benchmarks/kill_serve.py`."""

import json
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


def test_server_and_worker_killed_together_five_times(home: House) -> None:
    """The real `mingbai serve`, driven over HTTP: in the middle of a publication, an import, the sealer's work, a
    withdrawal and an upload. What it had answered was done is done after the next start, once."""
    told = json.loads(home.python("benchmarks.kill_rounds", "5", "s", "all"))
    assert told["faults"] == []
    # the kills came in the middle of something
    assert sum(told["cut"].values()) >= 3
    assert told["told"].get("approved") and told["told"].get("uploaded")
