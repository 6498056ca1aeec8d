"""Removing from a file what says who made it, where and with which machine. Bytes in, bytes out; None: unreadable."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable

import pikepdf

_CORE_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_APP_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_CUSTOM_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
)
_REPLACED = {
    "docProps/core.xml": _CORE_PROPERTIES,
    "docProps/app.xml": _APP_PROPERTIES,
    "docProps/custom.xml": _CUSTOM_PROPERTIES,
}
# entries of a PDF that start or carry something, and those that may also be an ordinary link
_ALWAYS = ("/AA", "/EF", "/JS")
_CARRIERS = (*_ALWAYS, "/A", "/Next")
_RUNNING = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/Rendition"}
_COMMENT_AUTHOR = re.compile(rb'(w:(?:author|initials))="[^"]*"')
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def without_metadata(media_type: str, content: bytes) -> bytes | None:
    """The same document without properties of author and device."""
    clean = _CLEANERS.get(media_type)
    return clean(content) if clean else content


def _office(content: bytes) -> bytes | None:
    target = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as source,
            zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as cleaned,
        ):
            for info in source.infolist():
                part = _REPLACED.get(info.filename) or source.read(info)
                if info.filename.startswith("word/") and info.filename.endswith(".xml"):
                    part = _COMMENT_AUTHOR.sub(rb'\1=""', part)
                # a fixed time, so that the same upload always has the same digest
                cleaned.writestr(
                    zipfile.ZipInfo(info.filename, _FIXED_TIME), part, compress_type=zipfile.ZIP_DEFLATED
                )
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError):
        return None
    return target.getvalue()


def _pdf(content: bytes) -> bytes | None:
    target = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            if "/Metadata" in document.Root:
                del document.Root.Metadata
            _without_actions(document)
            if "/Info" in document.trailer:
                del document.trailer["/Info"]
            document.save(target, deterministic_id=True)
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return None
    return target.getvalue()


def _without_actions(document: pikepdf.Pdf) -> None:
    """What runs, opens or carries along other things: scripts, started programs, files inside the file."""
    for entry in ("/OpenAction", "/AF"):
        if entry in document.Root:
            del document.Root[entry]
    for entry in ("/JavaScript", "/EmbeddedFiles"):
        if "/Names" in document.Root and entry in document.Root.Names:
            del document.Root.Names[entry]
    for each in document.objects:
        if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            for entry in [entry for entry in _CARRIERS if entry in each]:
                if entry in _ALWAYS or _runs(each[entry]):
                    del each[entry]


def _runs(action: pikepdf.Object) -> bool:
    return isinstance(action, pikepdf.Dictionary) and str(action.get("/S", "")) in _RUNNING


def _jpeg(content: bytes) -> bytes | None:
    """Drops the APP1 to APP15 segments but APP14 (colour transform) and comments; EXIF carries place and camera."""
    kept, place = [content[:2]], 2
    while place + 4 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker == 0xDA:
            return b"".join([*kept, content[place:]])
        length = int(struct.unpack(">H", content[place + 2 : place + 4])[0])
        if not (0xE1 <= marker <= 0xEF and marker != 0xEE or marker == 0xFE):
            kept.append(content[place : place + 2 + length])
        place += 2 + length
    return None


def _png(content: bytes) -> bytes | None:
    kept, place = [content[:8]], 8
    while place + 12 <= len(content):
        length = int(struct.unpack(">I", content[place : place + 4])[0])
        kind = content[place + 4 : place + 8]
        if kind not in {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}:
            kept.append(content[place : place + 12 + length])
        if kind == b"IEND":
            return b"".join(kept)
        place += 12 + length
    return None


_CLEANERS: dict[str, Callable[[bytes], bytes | None]] = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _office,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": _office,
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": _office,
    "application/pdf": _pdf,
    "image/jpeg": _jpeg,
    "image/png": _png,
}
