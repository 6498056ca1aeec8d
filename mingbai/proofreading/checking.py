"""Running the rules of `mingbai.text` over a text of ours or a file of somebody's."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

import mingbai.text
from mingbai.core.errors import BadInput
from mingbai.text.ingest import ingest
from mingbai.text.model import DocumentKind, Finding, SourceDocument
from mingbai.text.proofreading.engine import Overrides, check
from mingbai.text.proofreading.lists import ListError, Lists, load_lists, switched_off
from mingbai.text.proofreading.trial import proven_by

PERSONAL = "personal_data"
_SHIPPED = Path(mingbai.text.__file__).parent / "data"


@dataclass(frozen=True)
class Known:
    """What the caller knows better than the text."""

    kind: DocumentKind | None = None
    unit: str | None = None
    year: int | None = None
    published_on: date | None = None


_UNKNOWN = Known()


def county_lists() -> Lists:
    """The shipped lists with the county's; read again when a file of the county's changes."""
    data: Path = settings.DATA_DIR
    return _lists(data, tuple(_stamp(path) for path in sorted((data / "lists").glob("*.json"))))


def lists_digest() -> str:
    """Of what a check reads with, so that it can be told whether an older check read with the same: what the product's lists and
    the county's say, and not their days, which a copy put back or an upgrade may turn back."""
    data: Path = settings.DATA_DIR
    files = (*sorted(_SHIPPED.glob("*.json")), *sorted((data / "lists").glob("*.json")))
    return _digest(tuple(map(_stamp, files)), files)


@lru_cache(maxsize=1)
def _digest(_: tuple[tuple[str, int, int], ...], files: tuple[Path, ...]) -> str:
    said = sha256()
    for path in files:
        content = path.read_bytes()
        said.update(f"{path.parent.name}/{path.name} {len(content)}\n".encode() + content)
    return said.hexdigest()


def _stamp(path: Path) -> tuple[str, int, int]:
    known = path.stat()
    return path.name, known.st_mtime_ns, known.st_size


@lru_cache(maxsize=1)
def _lists(data: Path, files: tuple[tuple[str, int, int], ...]) -> Lists:
    return load_lists(data)


def proven_rules() -> frozenset[str] | None:
    """The names of the rules that are not on trial in the county. BadInput where its list of them is broken."""
    try:
        return proven_by(county_lists())
    except ListError as problem:
        raise BadInput(str(problem)) from problem


def check_text(text: str, known: Known = _UNKNOWN) -> list[Finding]:
    """The findings in a plain text, in its order."""
    return check_source(SourceDocument(file="", text=text, media_type="text/plain"), known)


def check_source(source: SourceDocument, known: Known = _UNKNOWN) -> list[Finding]:
    """The findings of the rules that are switched on, and which of these failed (`asking.is_failure`). BadInput where a list file of the county's is broken."""
    lists = county_lists()
    try:
        return check(
            ingest(source),
            lists=lists,
            published_on=known.published_on,
            overrides=Overrides(kind=known.kind, unit=known.unit, year=known.year),
            disabled=switched_off(lists),
        )
    except ListError as problem:
        raise BadInput(str(problem)) from problem


def shown_quote(finding: Finding) -> str:
    """The quoted words; of personal data only the last four characters."""
    if finding.category != PERSONAL:
        return finding.quote
    return f"…{finding.quote[-4:]}" if len(finding.quote) > 4 else "…"
