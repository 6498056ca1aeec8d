"""Twenty clients approve, return, recall and edit the same fifty items at once, on the suite's database."""

import json
import os

from benchmarks.kill_paths import house
from tests.databases import fresh_database


def test_every_edition_gets_exactly_one_outcome() -> None:
    with fresh_database(os.environ.get("MINGBAI_DATABASE_URL")) as url, house(url) as home:
        told = json.loads(home.python("benchmarks.desk_crowd"))
        assert told["faults"] == []
        assert sum(count for name, count in told["done"].items() if name not in {"edit", "stop"}) == 50
        assert json.loads(home.python("benchmarks.kill_checks")) == []
