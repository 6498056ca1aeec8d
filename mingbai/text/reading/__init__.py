"""Files to text: every format an office sends becomes one or more `SourceDocument`.

Readers of single formats are imported when a file needs them, so that reading plain text starts fast.
"""

import importlib
import io
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from stat import S_ISDIR, S_ISREG

from mingbai.text.model import SourceDocument
from mingbai.text.reading.errors import UnreadableFile
from mingbai.text.reading.limits import MAX_FILE_BYTES, MAX_MEMBERS, refuse_above

__all__ = ["SUFFIXES", "UnreadableFile", "read_bytes", "read_path"]

Reader = Callable[[str, bytes], list[SourceDocument]]

# format → module with `read(name, data)`
READERS = {
    "text": "text",
    "html": "html",
    "docx": "word",
    "xlsx": "sheet",
    "xls": "old_sheet",
    "pptx": "slides",
    "pdf": "pdf",
    "zip": "archive",
    "doc": "old_word",
}
SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".csv": "text",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xls",
    ".et": "xls",
    ".pptx": "pptx",
    ".pdf": "pdf",
    ".zip": "zip",
    ".doc": "doc",
    ".wps": "doc",
}
REFUSED = {
    ".ofd": "OFD 版式文件还不能读取文字。请用阅读软件另存为 .pdf 或 .docx 再试。",
    ".rar": "不能读取 .rar 压缩包。请解压后重新打成 .zip 再试。",
    ".7z": "不能读取 .7z 压缩包。请解压后重新打成 .zip 再试。",
    ".ceb": "CEB 版式文件还不能读取文字。请另存为 .pdf 或 .docx 再试。",
}
OFFICE_PARTS = {"word/document": "docx", "xl/workbook": "xlsx", "ppt/presentation": "pptx"}
OFFICE_PART = re.compile(rf"^({'|'.join(OFFICE_PARTS)})\w{{0,9}}\.(?:xml|bin)$", re.MULTILINE)
SAVE_AS_DOCX = "请用 WPS 或 Word 打开后另存为 .docx 再试。"
# Formats that are written as text but are none for a reader; offices give them the name .doc.
MARKED_UP = (
    (b"{\\rtf", f"这是 RTF 格式的文件，还不能读取文字。{SAVE_AS_DOCX}"),
    (b"MIME-Version:", f"这是单个文件网页（MHT）或邮件，还不能读取文字。{SAVE_AS_DOCX}"),
)
WORD_XML = f"这是 Word 2003 的 XML 文件，还不能读取文字。{SAVE_AS_DOCX}"
IMAGE_STARTS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
# What a .docx or .xlsx with a password is kept in, as the container's directory spells it.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OLE_START = b"\xd0\xcf\x11\xe0"


def office_archive(data: bytes) -> str:
    """Word, Excel and PowerPoint files are zips; the directory at the end names their parts. A zip of such files has them
    inside its members, not in its directory. Where there is no directory, the first bytes must do."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = "\n".join(archive.namelist()[:MAX_MEMBERS])
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, EOFError):
        parts = ""
    if found := OFFICE_PART.search(parts):
        return OFFICE_PARTS[found[1]]
    if "[Content_Types].xml" in parts.split("\n"):
        raise UnreadableFile("办公软件的文件已损坏，找不到正文。请用办公软件打开后另存再试。")
    start = data[:4096] if not parts else b""
    return next((kind for part, kind in OFFICE_PARTS.items() if part.encode() in start), "zip")


def format_of(name: str, data: bytes) -> str:
    """The content decides where it is unmistakable, the name elsewhere: offices rename .doc to .docx and back."""
    suffix = PurePosixPath(name.lower()).suffix
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if suffix in REFUSED:
            raise UnreadableFile(REFUSED[suffix])
        return office_archive(data)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(OLE_START):
        if ENCRYPTED in data:
            raise UnreadableFile("文件有密码，打不开。请去掉密码再试。")
        return "xls" if SUFFIXES.get(suffix) in {"xls", "xlsx"} else "doc"
    refuse_marked_up(data)
    if suffix in REFUSED:
        raise UnreadableFile(REFUSED[suffix])
    if looks_like_svg(data):
        raise UnreadableFile("这是图形（SVG），不是文稿。请提供 Word、PDF 或文本文件。")
    if data.startswith(IMAGE_STARTS) and SUFFIXES.get(suffix) != "text":
        raise UnreadableFile("这是图片，读不出文字。请提供文字版文件，或先做文字识别。")
    if SUFFIXES.get(suffix) == "html" or looks_like_html(data):
        return "html"
    return "text"


def refuse_marked_up(data: bytes) -> None:
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    for start, said in MARKED_UP:
        if head.startswith(start):
            raise UnreadableFile(said)
    if head.startswith(b"<?xml") and (b"wordDocument" in head or b'progid="Word.Document"' in head):
        raise UnreadableFile(WORD_XML)


def looks_like_svg(data: bytes) -> bool:
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith(b"<svg") or (head.startswith((b"<?xml", b"<!--")) and b"<svg" in head)


def looks_like_html(data: bytes) -> bool:
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html")) or (head.startswith(b"<?xml") and b"<html" in head)


def read_bytes(name: str, data: bytes) -> list[SourceDocument]:
    """The documents in one file given as bytes; a zip gives several, named `name!/inner`. Raises UnreadableFile."""
    refuse_above(len(data), MAX_FILE_BYTES, "文件")
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise UnreadableFile("文件是空的。请检查是否上传了正确的文件。")
    module = importlib.import_module(f"mingbai.text.reading.{READERS[format_of(name, data)]}")
    reader: Reader = module.read
    return reader(name, data)


def read_path(path: str | Path) -> list[SourceDocument]:
    """The documents in one file on disk. Raises UnreadableFile."""
    place = Path(path)
    try:
        known = place.stat()
        refuse_above(known.st_size, MAX_FILE_BYTES, "文件")
        if not (S_ISREG(known.st_mode) or S_ISDIR(known.st_mode)):
            raise UnreadableFile("这不是普通文件，不能读取。请检查路径。")
        data = place.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile("没有这个文件。请检查路径。") from None
    except IsADirectoryError:
        raise UnreadableFile("这是文件夹，不是文件。") from None
    except OSError as error:
        raise UnreadableFile(f"文件打不开：{error.strerror}。请检查权限。") from None
    return read_bytes(str(path), data)
