"""Reads the rows of `law/data`. Files are read once, when first asked for; callers must not change what they get.

Every row that states a rule carries `rule` (its id), `article`, `source`, `valid_from` and `verified`:
`read` (read in the source text), `secondary`, `unverified`, `convention` (the law leaves it open), `local`.
`python -m tools.law_map` ties each id to the code and the tests that name it in a comment `# law: <id>, …`.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


@cache
def content(name: str) -> dict[str, Any]:
    """The whole JSON object of `data/<name>.json`."""
    loaded: dict[str, Any] = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def rows(name: str) -> list[dict[str, Any]]:
    """The `rows` of `data/<name>.json`."""
    listed: list[dict[str, Any]] = content(name)["rows"]
    return listed
