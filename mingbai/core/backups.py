"""Backup and restoration: database, files and county lists in one archive with a digest for each member."""

import hashlib
import json
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, connections
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


@dataclass(frozen=True)
class Backup:
    path: Path
    members: int
    size: int
    digest: str


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _migrations() -> list[str]:
    rows = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in rows)


def _members(staging: Path, *, with_keys: bool) -> list[tuple[str, Path]]:
    data: Path = settings.DATA_DIR
    found = [(f"database/{path.name}", path) for path in databases.dump(staging)]
    for folder in FOLDERS:
        root = data / folder
        found += [
            (path.relative_to(data).as_posix(), path) for path in sorted(root.rglob("*")) if path.is_file()
        ]
    names = ("demo.json", *(KEYS if with_keys else ()))
    return found + [(name, data / name) for name in names if (data / name).exists()]


def create_backup(target: Path, *, passphrase: str | None = None) -> Backup:
    """Write the archive; it appears under its name only when it is complete."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".part")
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        staging = Path(folder)
        members = _members(staging, with_keys=passphrase is not None)
        manifest: dict[str, Any] = {
            "format": FORMAT,
            "vendor": connection.vendor,
            "made_at": clock.now().isoformat(),
            "migrations": _migrations(),
            "members": {name: _sha256(path) for name, path in members},
        }
        archive = staging / "archive.zip"
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as file:
            file.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False))
            for name, path in members:
                file.write(path, name)
        if passphrase is None:
            shutil.move(archive, partial)
        else:
            archives.encrypt(archive, partial, passphrase)
    partial.chmod(0o600)
    partial.replace(target)
    return Backup(target, len(members), target.stat().st_size, _sha256(target))


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
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise BadInput("备份文件打不开或不完整，请换一份。") from error
    for name, digest in manifest["members"].items():
        if _sha256(staging / name) != digest:
            raise BadInput(f"备份里的 {name} 已损坏，不能恢复。请换一份。")
    return manifest


def _put_aside(data: Path) -> Path | None:
    """Move what is there now out of the way, so that a wrong restoration can be undone."""
    names = ["mingbai.sqlite3", "mingbai.sqlite3-wal", "mingbai.sqlite3-shm", "pages", *FOLDERS]
    present = [data / name for name in names if (data / name).exists()]
    if not present:
        return None
    aside = data / f"before-restore-{clock.now():%Y%m%d-%H%M%S}"
    aside.mkdir(parents=True)
    for path in present:
        shutil.move(path, aside / path.name)
    return aside


def restore_backup(path: Path, *, passphrase: str | None = None, replace: bool = False) -> Path | None:
    """Check the whole archive, then put it in place; answers where the former content was put aside.

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
        if not replace and _migrations_or_none():
            raise Conflict("数据目录里已有内容。确认要用备份替换，请加 --replace；现有内容会移到旁边保留。")
        return _put_in_place(staging / "out", manifest, data)


def _known_migrations() -> set[str]:
    known = MigrationLoader(connection).disk_migrations
    return {f"{app}.{name}" for app, name in known}


def _migrations_or_none() -> list[str]:
    return _migrations() if "django_migrations" in connection.introspection.table_names() else []


def _put_in_place(out: Path, manifest: dict[str, Any], data: Path) -> Path | None:
    if connection.vendor == "sqlite":
        had_content = bool(_migrations_or_none())
        connections.close_all()
        aside = _put_aside(data) if had_content else None
        shutil.move(out / "database" / "database.sqlite3", data / "mingbai.sqlite3")
    else:
        if _migrations_or_none() != manifest["migrations"]:
            raise Conflict("备份与程序的版本不同。请用做备份时的版本 migrate 后恢复，再升级。")
        databases.load(out / "database")
        aside = _put_aside(data)
    for entry in out.iterdir():
        if entry.name != "database":
            destination = data / entry.name
            if not (entry.name in KEYS and destination.exists()):
                shutil.move(entry, destination)
    return aside
