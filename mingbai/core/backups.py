"""Backup and restoration: database, files and county lists in one archive with a digest for each member."""

import hashlib
import json
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from mingbai.core import archives, clock, databases
from mingbai.core.errors import BadInput, Conflict

FORMAT = 1
# folders of the data directory that a backup holds; pages and the index are made anew
FOLDERS = ("files", "quarantine", "lists")
# only in encrypted backups: with the key beside it, quarantined files would be as good as open
KEYS = ("secret.key", "quarantine.key")
MANIFEST = "manifest.json"
LAST = "last-backup"
DATABASE_FILES = ("mingbai.sqlite3", "mingbai.sqlite3-wal", "mingbai.sqlite3-shm")


@dataclass(frozen=True)
class Backup:
    """`digest` of the archive, `content` of what the database held when it was copied."""

    path: Path
    members: int
    size: int
    digest: str
    content: str


@dataclass(frozen=True)
class Restored:
    """`aside`: where the former content was put. `as_backed_up`: whether the database now holds what the backup says."""

    aside: Path | None
    content: str
    as_backed_up: bool


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _migrations() -> list[str]:
    rows = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in rows)


def _members(dumped: list[Path], *, with_keys: bool) -> Iterator[tuple[str, Path]]:
    data: Path = settings.DATA_DIR
    yield from ((f"database/{path.name}", path) for path in dumped)
    for folder in FOLDERS:
        for path in sorted((data / folder).rglob("*")):
            if path.is_file():
                yield path.relative_to(data).as_posix(), path
    for name in ("demo.json", *(KEYS if with_keys else ())):
        if (data / name).exists():
            yield name, data / name


def _add(archive: zipfile.ZipFile, name: str, path: Path) -> str | None:
    """Put a file in and answer the digest of what was put in: the file itself may be another by the time it is asked
    again. None when it is gone, since files that expire or are expunged go while the copy is being made."""
    try:
        source = path.open("rb")
    except FileNotFoundError:
        return None
    digest = hashlib.sha256()
    told = zipfile.ZipInfo.from_file(path, name)
    told.compress_type = zipfile.ZIP_DEFLATED
    with source, archive.open(told, "w", force_zip64=True) as member:
        while block := source.read(1 << 20):
            digest.update(block)
            member.write(block)
    return digest.hexdigest()


def _write(archive: Path, staging: Path, *, with_keys: bool) -> dict[str, Any]:
    dumped = databases.dump(staging)
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "vendor": connection.vendor,
        "made_at": clock.now().isoformat(),
        "migrations": _migrations(),
        "content": dumped.digest,
        "members": {},
    }
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as file:
        for name, path in _members(dumped.files, with_keys=with_keys):
            digest = _add(file, name, path)
            if digest is not None:
                manifest["members"][name] = digest
        file.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False))
    return manifest


def create_backup(target: Path, *, passphrase: str | None = None) -> Backup:
    """Write the archive; it appears under its name only when it is complete."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".part")
    try:
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            archive = Path(folder) / "archive.zip"
            manifest = _write(archive, Path(folder), with_keys=passphrase is not None)
            if passphrase is None:
                shutil.move(archive, partial)
            else:
                archives.encrypt(archive, partial, passphrase)
        partial.chmod(0o600)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    (settings.DATA_DIR / LAST).write_text(clock.today().isoformat(), encoding="ascii")
    return Backup(
        target, len(manifest["members"]), target.stat().st_size, _sha256(target), manifest["content"]
    )


def last_backup() -> date | None:
    """The day of the newest backup that this host made; None when there is none."""
    try:
        return date.fromisoformat((settings.DATA_DIR / LAST).read_text(encoding="ascii").strip())
    except (FileNotFoundError, ValueError):
        return None


def _opened(path: Path, staging: Path, passphrase: str | None) -> Path:
    if not archives.is_encrypted(path):
        return path
    if passphrase is None:
        raise BadInput("这份备份是加密的，请用 --passphrase-file 给出口令文件。")
    plain = staging / "archive.zip"
    archives.decrypt(path, plain, passphrase)
    return plain


def _extract(path: Path, staging: Path) -> dict[str, Any]:
    """Unpack and compare every digest; `BadInput` names the first member that does not agree."""
    try:
        with zipfile.ZipFile(path) as file:
            manifest: dict[str, Any] = json.loads(file.read(MANIFEST))
            for name in manifest["members"]:
                if name.startswith("/") or ".." in Path(name).parts:
                    raise BadInput("备份里有不允许的路径，不能恢复。")
                file.extract(name, staging)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError) as error:
        raise BadInput("备份文件打不开或不完整，请换一份。") from error
    for name, digest in manifest["members"].items():
        if _sha256(staging / name) != digest:
            raise BadInput(f"备份里的 {name} 已损坏，不能恢复。请换一份。")
    return manifest


def _aside(data: Path) -> Path:
    aside = data / f"before-restore-{clock.now():%Y%m%d-%H%M%S}"
    aside.mkdir(parents=True)
    return aside


def _put_aside(data: Path, out: Path, *, database: bool) -> Path | None:
    """Move what is there now out of the way, so that a wrong restoration can be undone. Keys that the backup brings
    replace those that are here: with others, what it holds of the quarantine could not be opened."""
    names = [*(DATABASE_FILES if database else ()), "demo.json", "pages", *FOLDERS]
    present = [data / name for name in names if (data / name).exists()]
    keys = [data / name for name in KEYS if (out / name).exists() and (data / name).exists()]
    if not any(path.is_file() or any(path.iterdir()) for path in present):
        # a new folder: the key that this very start made opens nothing
        for path in present:
            path.rmdir()
        for path in keys:
            path.unlink()
        return None
    aside = _aside(data)
    for path in [*present, *keys]:
        shutil.move(path, aside / path.name)
    return aside


def restore_backup(path: Path, *, passphrase: str | None = None, replace: bool = False) -> Restored:
    """Check the whole archive, then put it in place.

    Raises `Conflict` when there is content and `replace` is not said, or when the backup is of another database kind.
    """
    data: Path = settings.DATA_DIR
    with tempfile.TemporaryDirectory(dir=data) as folder:
        staging = Path(folder)
        manifest = _extract(_opened(path, staging, passphrase), staging / "out")
        if manifest["vendor"] != connection.vendor:
            raise Conflict(
                f"备份来自 {manifest['vendor']} 数据库，现在用的是 {connection.vendor}。请改用同一种数据库恢复。"
            )
        later = sorted(set(manifest["migrations"]) - _known_migrations())
        if later:
            raise Conflict(
                f"备份来自更新的版本（{later[-1]}），现有内容没有改动。请换用做备份时的版本或更新的程序恢复。"
            )
        if not replace and _has_content():
            raise Conflict("数据目录里已有内容。确认要用备份替换，请加 --replace；现有内容会移到旁边保留。")
        aside = _put_in_place(staging / "out", manifest, data)
    content = databases.content_digest()
    # backups of before this was written down say nothing
    return Restored(aside, content, manifest.get("content", content) == content)


def _known_migrations() -> set[str]:
    known = MigrationLoader(None).disk_migrations
    return {f"{app}.{name}" for app, name in known}


def _migrations_or_none() -> list[str]:
    return _migrations() if "django_migrations" in connection.introspection.table_names() else []


def _has_content() -> bool:
    """A damaged database counts: it may be all that somebody has."""
    try:
        return bool(_migrations_or_none())
    except DatabaseError:
        if connection.vendor != "sqlite":
            raise
        return True


def _put_in_place(out: Path, manifest: dict[str, Any], data: Path) -> Path | None:
    if connection.vendor == "sqlite":
        aside = _replace_sqlite(out, data)
    else:
        aside = _replace_postgresql(out, manifest, data)
    for entry in out.iterdir():
        if entry.name != "database":
            shutil.move(entry, data / entry.name)
    # the archive does not say who may read what
    for name in KEYS:
        if (data / name).exists():
            (data / name).chmod(0o600)
    if (data / "quarantine").exists():
        (data / "quarantine").chmod(0o700)
    return aside


def _replace_sqlite(out: Path, data: Path) -> Path | None:
    had_content = _has_content()
    connections.close_all()
    if not had_content:  # opening the database has made an empty one
        for name in DATABASE_FILES:
            (data / name).unlink(missing_ok=True)
    aside = _put_aside(data, out, database=had_content)
    shutil.move(out / "database" / "database.sqlite3", data / "mingbai.sqlite3")
    return aside


def _replace_postgresql(out: Path, manifest: dict[str, Any], data: Path) -> Path | None:
    """The tables are emptied or made anew, so what they held is backed up first."""
    held, former = _migrations_or_none(), None
    if held:
        former = create_backup(data / "backups" / f"before-restore-{clock.now():%Y%m%d-%H%M%S}.zip").path
    if held != manifest["migrations"]:
        databases.rebuild(manifest["migrations"])
    databases.load(out / "database")
    aside = _put_aside(data, out, database=False)
    if former is not None:
        aside = aside or _aside(data)
        shutil.move(former, aside / "former.zip")
    return aside
