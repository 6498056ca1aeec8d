"""Stored files: cleaned uploads in a content-addressed folder that the web server never reaches.

What may be stored is decided by content, never by name. Macro-carrying and active files are refused, metadata of
the author and the machine is removed.
"""

import hashlib
import io
import os
import re
import zipfile
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from mingbai.core import clock
from mingbai.core.cleaning import without_metadata
from mingbai.core.errors import BadInput, Missing
from mingbai.core.models import StoredFile

MAX_UNPACKED = 512 * 1024 * 1024
MAX_RATIO = 200
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

# media type → the suffix it is stored and offered with
TYPES = {
    WORD: (".docx",),
    EXCEL: (".xlsx",),
    SLIDES: (".pptx",),
    "application/msword": (".doc", ".wps"),
    "application/vnd.ms-excel": (".xls", ".et"),
    "application/vnd.ms-powerpoint": (".ppt", ".dps"),
    "application/ofd": (".ofd",),
    "application/pdf": (".pdf",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/gif": (".gif",),
    "text/plain": (".txt", ".csv"),
}
_STARTS = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
_ACTIVE = (b"<svg", b"<html", b"<!doctype html", b"<script", b"<?php")

_ACTIVE_PART = re.compile(
    r"(?:^|/)activex/|\.(?:exe|dll|scr|com|bat|cmd|ps1|vbs|js|jse|wsf|hta|lnk|jar|msi|chm|html?)$"
)
# the stream in which Office keeps a file that somebody dropped into a document
_PACKED_FILE = "Ole10Native".encode("utf-16-le")


@dataclass(frozen=True)
class Accepted:
    """A file that may be kept: cleaned bytes, the type its content has, a name whose suffix fits the type."""

    name: str
    media_type: str
    content: bytes


def read_upload(upload: "UploadedFile[Any]") -> bytes:
    """The bytes of an upload, unless its size alone refuses it: a huge file is never read into memory."""
    refuse_large(upload)
    return bytes(upload.read())


def refuse_large(upload: "UploadedFile[Any]") -> None:
    _refuse_size(PurePosixPath(upload.name or "文件").name, upload.size or 0)


def _refuse_size(shown: str, size: int) -> None:
    limit: int = settings.UPLOAD_LIMIT
    if size > limit:
        raise BadInput(
            f"「{shown}」有 {size // 1048576} MB，超过 {limit // 1048576} MB 的上限。请压缩图片或拆分后再传。",
            field="file",
        )


def accept(name: str, content: bytes) -> Accepted:
    """Check and clean one upload. Raises `BadInput` with what to do instead."""
    shown = PurePosixPath(name.replace("\\", "/")).name[:200] or "附件"
    _refuse_size(shown, len(content))
    if not content:
        raise BadInput(f"「{shown}」是空文件。请检查后重新选择。")
    media_type = media_type_of(shown, content)
    _refuse_macros(shown, media_type, content)
    cleaned = without_metadata(media_type, content)
    if cleaned is None:
        raise BadInput(f"「{shown}」已损坏或加密，打不开。请另存一份后再传。")
    return Accepted(_fitting(shown, media_type), media_type, cleaned)


def _fitting(name: str, media_type: str) -> str:
    suffixes = TYPES[media_type]
    path = PurePosixPath(name)
    return name if path.suffix.lower() in suffixes else f"{path.stem}{suffixes[0]}"


def media_type_of(name: str, content: bytes) -> str:
    """The type that the content has, one of `TYPES`; `BadInput` for everything else."""
    for start, media_type in _STARTS:
        if content.startswith(start):
            return media_type
    if content.startswith(b"PK"):
        return _type_of_package(name, content)
    if content.startswith(OLE):
        return _type_of_ole(name, content)
    head = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if any(mark in head for mark in _ACTIVE):
        raise BadInput(f"「{name}」是网页或带脚本的图形，不能作附件。请改传 Word、PDF 或 JPG、PNG 图片。")
    if b"\x00" not in content[:4096] and PurePosixPath(name).suffix.lower() in TYPES["text/plain"]:
        return "text/plain"
    raise BadInput(
        f"「{name}」不是可用的附件类型。可以上传 Word、Excel、PPT、PDF、OFD、WPS 文件，JPG、PNG 图片和文本。"
    )


def _type_of_package(name: str, content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            infos = package.infolist()
    except zipfile.BadZipFile as error:
        raise BadInput(f"「{name}」已损坏，打不开。请另存一份后再传。") from error
    unpacked = sum(info.file_size for info in infos)
    if unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(len(content), 1024):
        raise BadInput(f"「{name}」解开后大得不正常，已拒收。请检查文件后另存一份再传。")
    names = {info.filename for info in infos}
    for mark, media_type in (
        ("word/document.xml", WORD),
        ("xl/workbook.xml", EXCEL),
        ("ppt/presentation.xml", SLIDES),
        ("OFD.xml", "application/ofd"),
    ):
        if mark in names:
            return media_type
    raise BadInput(f"「{name}」是压缩包，不能作附件。请解压后把文件逐个上传。")


def _type_of_ole(name: str, content: bytes) -> str:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(content)) as container:
            streams = {"/".join(parts) for parts in container.listdir()}
    except (OSError, ValueError) as error:  # olefile lets array errors of broken headers through
        raise BadInput(f"「{name}」已损坏，打不开。请另存一份后再传。") from error
    if "EncryptedPackage" in streams:
        raise BadInput(f"「{name}」设了打开密码。请去掉密码后再传。")
    for mark, media_type in (
        ("WordDocument", "application/msword"),
        ("Workbook", "application/vnd.ms-excel"),
        ("Book", "application/vnd.ms-excel"),
        ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ):
        if mark in streams:
            return media_type
    raise BadInput(f"「{name}」不是 Word、Excel 或 PPT 文件。请另存为 .docx 或 PDF 再传。")


def _refuse_macros(name: str, media_type: str, content: bytes) -> None:
    if media_type in {"application/ofd", "application/pdf", "text/plain"} or media_type.startswith("image/"):
        return
    _refuse_active_parts(name, content)
    if _names_macros(content) or _holds_macros(name, content):
        raise BadInput(f"「{name}」里带有宏，不能上传。请在 Word 或 WPS 中另存为不带宏的 .docx、.xlsx 再传。")


def _refuse_active_parts(name: str, content: bytes) -> None:
    """Programs and other files put into an Office package, controls, and templates that are fetched when it is opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.namelist()
            packed = [part for part in parts if part.lower().endswith(".bin") and "embeddings/" in part]
            active = any(_ACTIVE_PART.search(part.lower()) for part in parts)
            active = active or any(_PACKED_FILE in package.read(part) for part in packed)
            links = [part for part in parts if part.endswith("settings.xml.rels")]
            fetching = any(b"attachedTemplate" in package.read(part) for part in links)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError):
        return
    if active:
        raise BadInput(
            f"「{name}」里嵌着程序、控件或别的文件，不能上传。请在 Word 或 WPS 里删去嵌入的对象，要公开的单独作附件上传。"
        )
    if fetching:
        raise BadInput(
            f"「{name}」打开时要到别处去取模板，不能上传。请在 Word 或 WPS 里取消链接的模板，或另存为 PDF 再传。"
        )


def _names_macros(content: bytes) -> bool:
    """A macro part in an Office package, whatever state it is in: oletools gives up on broken ones."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return any(part.lower().endswith("vbaproject.bin") for part in package.namelist())
    except zipfile.BadZipFile:
        return False


def _holds_macros(name: str, content: bytes) -> bool:
    from oletools.olevba import FileOpenError, VBA_Parser

    try:
        parser = VBA_Parser(name, data=content)
        try:
            return bool(parser.detect_vba_macros())
        finally:
            parser.close()
    except (FileOpenError, AttributeError, LookupError, OSError, ValueError) as error:
        # the parser lets all of these through on broken headers
        raise BadInput(f"「{name}」已损坏，打不开。请另存一份后再传。") from error


def path_of(digest: str) -> Path:
    root: Path = settings.MEDIA_ROOT
    return root / digest[:2] / digest


def store(accepted: Accepted) -> StoredFile:
    """Keep the bytes under their digest; the same bytes are kept once. The file is on disk before the row is written."""
    digest = hashlib.sha256(accepted.content).hexdigest()
    target = path_of(digest)
    try:
        os.utime(target)  # the sweep spares what was touched lately
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f"{digest}.{os.getpid()}.part")
        with partial.open("wb") as file:
            file.write(accepted.content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    stored, _ = StoredFile.objects.get_or_create(
        digest=digest,
        defaults={
            "size": len(accepted.content),
            "media_type": accepted.media_type,
            "stored_at": clock.now(),
        },
    )
    return stored


def read(stored: StoredFile) -> bytes:
    try:
        return path_of(stored.digest).read_bytes()
    except FileNotFoundError as error:
        raise Missing("文件已不在存储中。请管理员运行体检并从备份恢复。") from error


def remove(digest: str) -> None:
    """Take the bytes off the disk, unless a row names them again; only for expunging, after its rows are gone."""
    if not StoredFile.objects.filter(digest=digest).exists():
        path_of(digest).unlink(missing_ok=True)


def sweep(before: datetime) -> int:
    """Delete what was stored before that instant and no row names: a process was killed between file and row, or
    between the expunging of the row and of the file. Returns how many."""
    swept = 0
    root: Path = settings.MEDIA_ROOT
    for folder in root.iterdir() if root.is_dir() else ():
        old = [file for file in folder.iterdir() if file.stat().st_mtime < before.timestamp()]
        named = set(
            StoredFile.objects.filter(digest__in=[file.name for file in old]).values_list("digest", flat=True)
        )
        for file in old:
            if file.name not in named and file.stat().st_mtime < before.timestamp():
                file.unlink()
                swept += 1
    return swept
