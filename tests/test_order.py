"""The lists by which the suite is run name what there is."""

from pathlib import Path

import pytest

from conftest import LONGEST
from tools.run_tests import JOURNEYS, PURE

ROOT = Path(__file__).resolve().parents[1]
NAMED = [*LONGEST, *(path.removeprefix("--ignore=") for path in PURE), *(group[0] for group in JOURNEYS)]


@pytest.mark.parametrize("path", NAMED)
def test_what_is_named_exists(path: str) -> None:
    assert (ROOT / path).exists()
