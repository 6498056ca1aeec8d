"""What surrounds every page: who runs the site, notices that are in force, the addresses of styles and script."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings

from mingbai.core import clock, pages
from mingbai.core.identity import SiteIdentity, site_identity
from mingbai.core.pages.generations import generation_of
from mingbai.portal.models import Banner

_STATIC = Path(__file__).parent / "static" / "portal"


@dataclass(frozen=True)
class Notice:
    kind: str
    text: str
    link: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Frame:
    identity: SiteIdentity
    notices: tuple[Notice, ...]

    def now(self) -> list[Notice]:
        """Notices in force; the page that shows or leaves them out ends when that changes."""
        instant = clock.now()
        for notice in self.notices:
            for turn in (notice.starts_at, notice.ends_at):
                if turn > instant:
                    pages.expires(turn)
        return [notice for notice in self.notices if notice.starts_at <= instant < notice.ends_at]


_kept: tuple[int, Frame] | None = None


def frame() -> Frame:
    """One query while nothing changed: identity and notices are read anew when the key of every page moves on."""
    global _kept
    generation = generation_of(pages.EVERYTHING)
    if _kept is None or _kept[0] != generation or settings.TESTING:
        _kept = (generation, _read())
    return _kept[1]


def last_known() -> SiteIdentity | None:
    """Who runs the site, as this process read it last; for pages that must not ask the database."""
    return _kept[1].identity if _kept else None


def _read() -> Frame:
    rows = Banner.objects.filter(ends_at__gt=clock.now()).order_by("starts_at")
    notices = tuple(Notice(row.kind, row.text, row.link, row.starts_at, row.ends_at) for row in rows)
    return Frame(site_identity(), notices)


@cache
def asset(name: str) -> str:
    """A static file's address with its digest, so that a new version is fetched at once and an old one may be kept."""
    digest = hashlib.sha256((_STATIC / name).read_bytes()).hexdigest()[:10]
    return f"{settings.STATIC_URL}portal/{name}?v={digest}"


def origin(surroundings: Frame | None = None) -> str:
    """What stands before every path where the site knows its own address, else nothing; never from the request, whose
    host anybody may choose."""
    base: str = settings.CONFIG.base_url
    domain = (surroundings or frame()).identity.domain
    return base or (f"https://{domain}" if domain else "")
