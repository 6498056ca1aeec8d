"""The escape from scopes is used by these modules and no others."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "mingbai"
# jobs, bulk loading, figures over everything, and acts that have authorised the unit before
ALLOWED = re.compile(
    r"^(catalogue/(services/|selectors)|disclosure/|proofreading/|portal/|demo/|core/|cli/|desk/)"
)


def users() -> set[str]:
    found = set()
    for path in ROOT.rglob("*.py"):
        name = path.relative_to(ROOT).as_posix()
        if "/tests/" not in name and re.search(r"\bunscoped\(", path.read_text(encoding="utf-8")):
            found.add(name)
    return found


def test_views_and_forms_never_use_the_escape() -> None:
    assert not [name for name in users() if "/views" in name or "/forms" in name or "templatetags" in name]


def test_only_known_rooms_use_the_escape() -> None:
    assert not [name for name in users() - {"accounts/scope.py"} if not ALLOWED.match(name)]
