"""Quarantine: uploads as they came, encrypted at rest with a key that is not in the database, for a few days.

Only the cleaned copy becomes attachment, text, search row or preview. Whoever reads an original journals it first.
"""

import hashlib
import os
import secrets
from datetime import datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from mingbai.core import clock
from mingbai.core.errors import Missing
from mingbai.core.models import Quarantined

NONCE = 12


def _folder() -> Path:
    folder: Path = settings.DATA_DIR / "quarantine"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _key() -> bytes:
    path: Path = settings.DATA_DIR / "quarantine.key"
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(AESGCM.generate_key(bit_length=256))
    except FileExistsError:
        pass
    return path.read_bytes()


def put(
    name: str, content: bytes, *, purpose: str, person_id: int | None = None, unit_id: int | None = None
) -> Quarantined:
    """Encrypt and keep one upload. `purpose` is a word such as `attachment` or `import`."""
    nonce, path = secrets.token_bytes(NONCE), secrets.token_hex(16)
    sealed = nonce + AESGCM(_key()).encrypt(nonce, content, path.encode())
    target = _folder() / path
    with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    now = clock.now()
    return Quarantined.objects.create(
        name=name[:255],
        digest=hashlib.sha256(content).hexdigest(),
        size=len(content),
        purpose=purpose,
        person_id=person_id,
        unit_id=unit_id,
        path=path,
        uploaded_at=now,
        expires_at=now + timedelta(days=settings.CONFIG.quarantine_days),
    )


def read(kept: Quarantined) -> bytes:
    """The original bytes. The caller has journalled the read."""
    path = _folder() / kept.path
    if kept.deleted_at is not None or not path.exists():
        raise Missing("原始文件已按期从隔离区删除。")
    sealed = path.read_bytes()
    try:
        return AESGCM(_key()).decrypt(sealed[:NONCE], sealed[NONCE:], kept.path.encode())
    except InvalidTag as error:
        raise Missing("原始文件解不开：隔离区的密钥不对，或文件被改动过。请管理员运行体检。") from error


def opens(kept: Quarantined) -> bool:
    """Whether the bytes are there and the key is theirs; for `doctor`, which shows them to nobody."""
    if not (settings.DATA_DIR / "quarantine.key").exists():
        return False  # reading would make a new key, and the right one could no longer be told from it
    try:
        read(kept)
    except Missing:
        return False
    return True


def discard(kept: Quarantined, at: datetime) -> None:
    """Delete the bytes, keep the row that says there was a file."""
    (_folder() / kept.path).unlink(missing_ok=True)
    kept.deleted_at = at
    kept.save(update_fields=["deleted_at"])


def discard_expired(at: datetime) -> int:
    """Delete what is older than the installation keeps, and files that a killed process left without a row; returns how
    many."""
    expired = list(Quarantined.objects.filter(deleted_at=None, expires_at__lte=at))
    for kept in expired:
        discard(kept, at)
    return len(expired) + _sweep(at - timedelta(days=1))


def _sweep(before: datetime) -> int:
    old = [file for file in _folder().iterdir() if file.stat().st_mtime < before.timestamp()]
    known = set(Quarantined.objects.filter(deleted_at=None).values_list("path", flat=True))
    stray = [file for file in old if file.name not in known]
    for file in stray:
        file.unlink()
    return len(stray)
