"""Zip files: every readable member becomes a document; a zip inside a zip is refused, size is bounded."""

import io
import zipfile
import zlib
from dataclasses import replace

from mingbai.text.model import SourceDocument
from mingbai.text.reading.errors import UnreadableFile
from mingbai.text.reading.limits import MAX_MEMBER_RATIO, MAX_MEMBERS, MAX_UNPACKED_BYTES, megabytes

SKIPPED = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
SMALL = 1_000_000


def member_name(info: zipfile.ZipInfo) -> str:
    """Chinese Windows writes names in GBK without saying so; Python then reads them as cp437."""
    if info.flag_bits & 0x800:
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def check_bounds(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise UnreadableFile(f"压缩包里有 {len(members)} 个文件，超过 {MAX_MEMBERS} 个的上限。请分几次上传。")
    total = sum(info.file_size for info in members)
    packed = sum(info.compress_size for info in members)
    too_dense = total > SMALL and total > packed * MAX_MEMBER_RATIO
    if total > MAX_UNPACKED_BYTES or too_dense:
        raise UnreadableFile(
            f"压缩包解开后有 {megabytes(total)}，不正常或太大，没有打开。请直接上传里面的文件。"
        )


def open_zip(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise UnreadableFile("压缩包已损坏，打不开。请重新打包再试。") from None


def unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """One member, never more bytes than it declares."""
    if info.flag_bits & 0x1:
        raise UnreadableFile("文件有密码，打不开。请去掉密码再试。")
    try:
        with archive.open(info) as member:
            data = member.read(info.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError):
        raise UnreadableFile("文件在压缩包里已损坏。请重新打包再试。") from None
    if len(data) > info.file_size:
        raise UnreadableFile("文件解开后比压缩包里写的大，没有打开。")
    return data


def read(name: str, data: bytes) -> list[SourceDocument]:
    """The readable members; what could not be read stands in the warnings of the first."""
    from mingbai.text.reading import format_of, read_bytes

    archive = open_zip(data)
    members = [i for i in archive.infolist() if not i.is_dir() and not i.filename.startswith(SKIPPED)]
    members = [i for i in members if not i.filename.endswith(SKIPPED)]
    check_bounds(members)
    found: list[SourceDocument] = []
    refused: list[str] = []
    for info in members:
        inner = member_name(info)
        try:
            content = unpack(archive, info)
            if content and format_of(inner, content) == "zip":
                raise UnreadableFile("压缩包里还有压缩包。请解开里面的压缩包再试。")
            found.extend(read_bytes(f"{name}!/{inner}", content))
        except UnreadableFile as error:
            refused.append(f"{inner}：{error.message}")
    if not found:
        reason = f"：{refused[0]}" if refused else "，里面没有文件。"
        raise UnreadableFile(f"压缩包里没有能读取的文件{reason}")
    return [replace(found[0], warnings=found[0].warnings + tuple(refused)), *found[1:]]
