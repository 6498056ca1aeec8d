"""Running the rules of `mingbai.text` over a text of ours or a file of somebody's."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from mingbai.text.ingest import ingest
from mingbai.text.model import DocumentKind, Finding, SourceDocument
from mingbai.text.proofreading.engine import Overrides, check
from mingbai.text.proofreading.lists import Lists, load_lists

PERSONAL = "personal_data"


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
    return _lists(data, max((path.stat().st_mtime_ns for path in (data / "lists").glob("*.json")), default=0))


@lru_cache(maxsize=1)
def _lists(data: Path, changed_at: int) -> Lists:
    return load_lists(data)


def check_text(text: str, known: Known = _UNKNOWN) -> list[Finding]:
    """The findings in a plain text, in its order."""
    return check_source(SourceDocument(file="", text=text, media_type="text/plain"), known)


def check_source(source: SourceDocument, known: Known = _UNKNOWN) -> list[Finding]:
    return check(
        ingest(source),
        lists=county_lists(),
        published_on=known.published_on,
        overrides=Overrides(kind=known.kind, unit=known.unit, year=known.year),
    )


def shown_quote(finding: Finding) -> str:
    """The quoted words; of personal data only the last four characters."""
    if finding.category != PERSONAL:
        return finding.quote
    return f"…{finding.quote[-4:]}" if len(finding.quote) > 4 else "…"
