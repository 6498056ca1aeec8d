"""The store's files. `/items/5/` is kept as `items/5/index.html` with its compressed twin beside it.

Pages that end at an instant lie in a second tree that nginx does not look into, with that instant as their file time.
"""

import gzip
import os
import re
import shutil
import stat
import time
import uuid
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from mingbai.core import clock

MAX_PATH = 200
PAGES, TIMED = "pages", "pages-timed"
_SEGMENT = r"[A-Za-z0-9_-][A-Za-z0-9._-]*"
CANONICAL = re.compile(rf"/(?:{_SEGMENT}/)*(?:{_SEGMENT}\.(?P<suffix>[a-z0-9]{{2,5}}))?")
TYPES = {
    "": "text/html; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "xml": "text/xml; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "wps": "application/vnd.ms-works",
    "et": "application/vnd.ms-excel",
    "ofd": "application/ofd",
    "zip": "application/zip",
    "mp4": "video/mp4",
    "mp3": "audio/mpeg",
}
COMPRESSED = frozenset({"", "atom", "xml", "json", "csv", "txt", "svg"})


@dataclass(frozen=True)
class Page:
    """A stored page as it goes over the wire."""

    content: bytes
    content_type: str
    is_gzip: bool


def enabled() -> bool:
    """Off in tests unless they ask for it, since their transactions never commit."""
    return bool(getattr(settings, "PAGE_STORE", settings.CONFIG.page_store and not settings.TESTING))


def root() -> Path:
    return Path(settings.DATA_DIR) / PAGES


def timed_root() -> Path:
    return Path(settings.DATA_DIR) / TIMED


def suffix_of(path: str) -> str | None:
    """The file suffix of a canonical address, empty for a page; None when the address is never stored."""
    if len(path) > MAX_PATH:
        return None
    match = CANONICAL.fullmatch(path)
    if match is None:
        return None
    suffix = match["suffix"] or ""
    return suffix if suffix in TYPES else None


def _inside(base: Path, path: str) -> Path:
    return base / (path[1:] + "index.html" if path.endswith("/") else path[1:])


def _twin(file: Path) -> Path:
    return file.with_name(file.name + ".gz")


@dataclass(frozen=True)
class Opened:
    """A stored page open for reading; whoever asked closes `handle`, a file descriptor."""

    handle: int
    size: int
    mark: str
    content_type: str
    is_gzip: bool

    def content(self) -> bytes:
        parts = []
        while part := os.read(self.handle, 1 << 20):
            parts.append(part)
        return b"".join(parts)


def opened(path: str, *, accepts_gzip: bool) -> Opened | None:
    """The stored page, if there is one and it still holds. Every request comes here: strings, not paths."""
    suffix = suffix_of(path)
    if suffix is None:
        return None
    name = f"{path}index.html" if path.endswith("/") else path
    for folder, timed in ((PAGES, False), (TIMED, True)):
        for ending in (".gz", "") if accepts_gzip and suffix in COMPRESSED else ("",):
            try:
                handle = os.open(f"{settings.DATA_DIR}/{folder}{name}{ending}", os.O_RDONLY | os.O_CLOEXEC)
            except (FileNotFoundError, NotADirectoryError):
                continue
            facts = os.fstat(handle)
            over = timed and facts.st_mtime <= clock.now().timestamp()
            if over or not stat.S_ISREG(facts.st_mode):
                os.close(handle)
                continue
            mark = f"{facts.st_ino:x}-{facts.st_mtime_ns:x}-{facts.st_size:x}"
            return Opened(handle, facts.st_size, mark, TYPES[suffix], ending != "")
    return None


def read(path: str, *, accepts_gzip: bool) -> Page | None:
    """The whole of `opened`."""
    found = opened(path, accepts_gzip=accepts_gzip)
    if found is None:
        return None
    try:
        return Page(found.content(), found.content_type, found.is_gzip)
    finally:
        os.close(found.handle)


@dataclass(frozen=True)
class Prepared:
    """A page written beside its place, to be renamed under the lock."""

    target: Path
    parts: tuple[tuple[Path, Path], ...]

    def put(self) -> None:
        for temporary, final in self.parts:
            os.replace(temporary, final)

    def discard(self) -> None:
        for temporary, _ in self.parts:
            temporary.unlink(missing_ok=True)


def _place(path: str, expires_at: datetime | None) -> Path:
    target = _inside(timed_root() if expires_at else root(), path)
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _temporary(target: Path) -> Path:
    return target.with_name(f".{uuid.uuid4().hex}.tmp")


def prepare(path: str, content: bytes, expires_at: datetime | None) -> Prepared:
    """Write page and twin under other names; the twin is renamed last, so it never stands without its page."""
    target = _place(path, expires_at)
    contents = [(target, content)]
    if suffix_of(path) in COMPRESSED:
        contents.append((_twin(target), gzip.compress(content, compresslevel=6, mtime=0)))
    parts = []
    for final, data in contents:
        temporary = _temporary(final)
        temporary.write_bytes(data)
        if expires_at:
            os.utime(temporary, (expires_at.timestamp(), expires_at.timestamp()))
        parts.append((temporary, final))
    return Prepared(target, tuple(parts))


def prepare_link(path: str, source: Path) -> Prepared:
    """The same for a file that already lies in the content-addressed folder."""
    target = _place(path, None)
    temporary = _temporary(target)
    try:
        os.link(source, temporary)
    except OSError:  # another file system
        shutil.copyfile(source, temporary)
    return Prepared(target, ((temporary, target),))


def drop(paths: Iterable[str]) -> None:
    """Delete pages, the compressed twin first."""
    for path in paths:
        for base in (root(), timed_root()):
            file = _inside(base, path)
            for name in (_twin(file), file):
                try:
                    name.unlink(missing_ok=True)
                except (NotADirectoryError, IsADirectoryError):
                    continue


def drop_everything() -> None:
    """Move both trees away in one step, then delete them at leisure."""
    for base in (root(), timed_root()):
        away = base.with_name(f".{base.name}-{uuid.uuid4().hex}")
        try:
            os.rename(base, away)
        except FileNotFoundError:
            continue
        shutil.rmtree(away, ignore_errors=True)


def drop_leftovers(minutes: int = 10) -> None:
    """Pages that a killed process had written and not yet put in their place. They are never served, but what they say
    may have been withdrawn since."""
    before = time.time() - minutes * 60
    for base in (root(), timed_root()):
        for file in base.rglob(".*.tmp"):
            with suppress(FileNotFoundError):
                if file.stat().st_mtime < before or file.stat().st_ctime < before:
                    file.unlink()
    for away in Path(settings.DATA_DIR).glob(f".{PAGES}*-*"):
        shutil.rmtree(away, ignore_errors=True)
