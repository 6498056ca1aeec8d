"""What may be stored, what is refused and with which words, and what is stripped."""

import io
import struct
import zipfile
import zlib
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from django.utils import timezone
from docx import Document

from mingbai.core import clock, files, quarantine
from mingbai.core.errors import BadInput, Missing
from mingbai.core.models import Quarantined, StoredFile


def word(author: str = "张三") -> bytes:
    document, buffer = Document(), io.BytesIO()
    document.core_properties.author = author
    document.add_paragraph("正文")
    document.save(buffer)
    return buffer.getvalue()


def package(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = (
        chunk(b"IHDR", header),
        chunk(b"tEXt", b"Author\x00Zhang"),
        chunk(b"IDAT", zlib.compress(b"\0\0")),
        chunk(b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def jpeg() -> bytes:
    exif = b"\xff\xe1" + struct.pack(">H", 2 + 14) + b"Exif\0\0GPS here"[:14]
    table = b"\xff\xdb" + struct.pack(">H", 4) + b"\0\0"
    return b"\xff\xd8" + exif + table + b"\xff\xda" + b"picture\xff\xd9"


def pdf() -> bytes:
    document, buffer = pikepdf.new(), io.BytesIO()
    document.add_blank_page()
    document.docinfo["/Author"] = "张三"
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name("/JavaScript"), JS="app.alert(1)")
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("照片.jpg", b"<svg xmlns='x' onload='alert(1)'></svg>", "带脚本"),
        ("网页.txt", b"<html><script>alert(1)</script></html>", "带脚本"),
        ("程序.pdf", b"MZ\x90\x00" + b"\x00" * 100, "不是可用的附件类型"),
        ("程序.docx", b"\x7fELF" + b"\x00" * 100, "不是可用的附件类型"),
        ("空.pdf", b"", "空文件"),
        ("资料.docx", package({"a.exe": b"x"}), "压缩包"),
        ("坏.docx", b"PK\x03\x04 nothing", "已损坏"),
        ("坏.pdf", b"%PDF-1.7 nothing", "已损坏"),
        ("炸弹.docx", package({"word/document.xml": b"0" * 60_000_000}), "大得不正常"),
        ("旧.doc", files.OLE + b"\x00" * 600, "已损坏"),
    ],
)
def test_what_cannot_be_stored_is_refused_with_its_name_and_a_remedy(name: str, content: bytes, words: str):
    with pytest.raises(BadInput, match=words) as refused:
        files.accept(name, content)
    assert (
        name in refused.value.message and "请" in refused.value.message or "可以上传" in refused.value.message
    )


def with_part(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO(word())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("word/embeddings/oleObject1.bin", files.OLE + "\x01Ole10Native".encode("utf-16-le"), "嵌着程序"),
        ("word/embeddings/清单.exe", b"MZ", "嵌着程序"),
        ("word/activeX/activeX1.xml", b"<x/>", "嵌着程序"),
        (
            "word/_rels/settings.xml.rels",
            b'<R Type="x/attachedTemplate" Target="http://x/y.dotm"/>',
            "取模板",
        ),
    ],
)
def test_what_acts_inside_a_document_is_refused(name: str, content: bytes, words: str):
    with pytest.raises(BadInput, match=words):
        files.accept("表.docx", with_part(name, content))
    assert files.accept("表.docx", with_part("word/embeddings/图表.xlsx", b"x"))


def test_a_pdf_keeps_its_links_and_loses_what_runs_or_is_carried_along():
    document, buffer = pikepdf.new(), io.BytesIO()
    document.add_blank_page()
    act = pikepdf.Dictionary(S=pikepdf.Name("/JavaScript"), JS="app.alert(1)")
    start = pikepdf.Dictionary(S=pikepdf.Name("/Launch"), F="calc.exe")
    link = pikepdf.Dictionary(S=pikepdf.Name("/URI"), URI="https://example.org/")
    page = document.pages[0].obj
    page.AA = pikepdf.Dictionary(O=act)
    marks = [
        pikepdf.Dictionary(Type=pikepdf.Name("/Annot"), Subtype=pikepdf.Name("/Link"), A=a)
        for a in (start, link)
    ]
    page.Annots = pikepdf.Array(document.make_indirect(mark) for mark in marks)
    document.attachments["名单.xlsx"] = b"PK whole list"
    document.save(buffer)
    cleaned = files.accept("图.pdf", buffer.getvalue()).content
    read = pikepdf.open(io.BytesIO(cleaned))
    assert not read.attachments and "/AA" not in read.pages[0].obj
    assert [str(mark.A.S) for mark in read.pages[0].Annots if "/A" in mark] == ["/URI"]
    assert b"whole list" not in b"".join(
        each.read_bytes() for each in read.objects if isinstance(each, pikepdf.Stream)
    )


def test_a_file_with_macros_is_refused(monkeypatch):
    from oletools import olevba

    monkeypatch.setattr(olevba.VBA_Parser, "detect_vba_macros", lambda self: True)
    with pytest.raises(BadInput, match="带有宏"):
        files.accept("表.docx", word())


def test_a_file_above_the_limit_is_refused_by_size(settings):
    settings.UPLOAD_LIMIT = 1024 * 1024
    with pytest.raises(BadInput, match="2 MB，超过 1 MB"):
        files.accept("大.pdf", b"%PDF-" + b"0" * (2 * 1024 * 1024))


def test_the_name_follows_the_content():
    assert files.accept("总结.doc", word()).name == "总结.docx"
    assert files.accept("C:\\资料\\总结.docx", word()).name == "总结.docx"
    assert files.accept("../../x.docx", word()).name == "x.docx"


@pytest.mark.parametrize(
    ("content", "trace"),
    [(word(), "张三".encode()), (png(), b"Zhang"), (jpeg(), b"GPS here"), (pdf(), b"JavaScript")],
)
def test_traces_of_people_and_devices_are_gone(content: bytes, trace: bytes):
    def unpacked(data: bytes) -> bytes:
        if not data.startswith(b"PK"):
            return data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return b"".join(archive.read(name) for name in archive.namelist())

    before, after = unpacked(content), unpacked(files.accept("甲", content).content)
    assert trace in before or content.startswith(b"%PDF")
    assert trace not in after


def test_the_same_upload_has_the_same_digest(db, settings, tmp_path: Path):
    settings.MEDIA_ROOT = tmp_path
    first, second = (
        files.store(files.accept("a.docx", word())),
        files.store(files.accept("b.docx", word("李四"))),
    )
    assert first == second and StoredFile.objects.count() == 1
    assert files.read(first).startswith(b"PK")
    files.path_of(first.digest).unlink()
    with pytest.raises(Missing, match="体检"):
        files.read(first)


def test_quarantine_is_encrypted_and_empties_itself(db, settings, tmp_path: Path):
    settings.DATA_DIR = tmp_path
    kept = quarantine.put("名单.txt", "身份证号".encode(), purpose="attachment", person_id=1)
    (sealed,) = (tmp_path / "quarantine").iterdir()
    assert "身份证号".encode() not in sealed.read_bytes()
    assert (tmp_path / "quarantine.key").stat().st_mode & 0o777 == 0o600
    assert quarantine.read(kept).decode() == "身份证号"
    sealed.write_bytes(sealed.read_bytes()[:-1] + b"x")
    with pytest.raises(Missing, match="密钥"):
        quarantine.read(kept)
    assert quarantine.discard_expired(kept.uploaded_at) == 0
    assert quarantine.discard_expired(kept.expires_at) == 1
    assert not sealed.exists() and Quarantined.objects.get().deleted_at <= timezone.now().replace(year=2100)
    with pytest.raises(Missing, match="按期"):
        quarantine.read(Quarantined.objects.get())


def test_what_a_killed_process_left_without_a_row_is_swept(db, settings, tmp_path: Path):
    settings.MEDIA_ROOT, settings.DATA_DIR = tmp_path / "files", tmp_path
    named = files.store(files.accept("甲.txt", "有主的文件".encode()))
    lost = files.path_of("ab" * 32)
    lost.parent.mkdir(parents=True, exist_ok=True)
    lost.write_bytes(b"x")
    half = lost.with_name(f"{'ab' * 32}.77.part")
    half.write_bytes(b"x")
    assert files.sweep(clock.now() - timedelta(days=1)) == 0  # it may be on its way to a row
    assert files.sweep(clock.now() + timedelta(minutes=1)) == 2
    assert files.path_of(named.digest).exists()
    assert not lost.exists()
    assert not half.exists()


def test_an_upload_without_a_row_does_not_stay_in_quarantine(db, settings, tmp_path: Path):
    settings.DATA_DIR = tmp_path
    kept = quarantine.put("甲.txt", b"x", purpose="import")
    stray = tmp_path / "quarantine" / ("0" * 32)
    stray.write_bytes(b"x")
    assert quarantine.discard_expired(clock.now()) == 0
    assert quarantine.discard_expired(clock.now() + timedelta(days=1, minutes=1)) == 1
    assert not stray.exists()
    assert quarantine.read(kept) == b"x"


def test_bytes_that_a_row_names_again_are_not_removed(db, settings, tmp_path: Path):
    settings.MEDIA_ROOT, settings.DATA_DIR = tmp_path / "files", tmp_path
    stored = files.store(files.accept("甲.txt", "同样的内容".encode()))
    files.remove(stored.digest)
    assert files.path_of(stored.digest).exists()
    stored.delete()
    files.remove(stored.digest)
    assert not files.path_of(stored.digest).exists()
