"""Every format with content, with what is hidden in it, and broken; encodings; bounds."""

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
import xlsxwriter

from mingbai.text.model import SourceDocument
from mingbai.text.reading import UnreadableFile, old_word, read_bytes, read_path

SIMPLIFIED = "青山县清溪镇2018年政府信息公开工作，我镇主动公开各类信息。\r\n第二行"
TRADITIONAL = "青山縣清溪鎮政府資訊公開，我鎮認真學習條例，為群眾服務，對各單位進行檢查。"


def only(name: str, data: bytes) -> SourceDocument:
    (document,) = read_bytes(name, data)
    return document


def message(name: str, data: bytes) -> str:
    with pytest.raises(UnreadableFile) as raised:
        read_bytes(name, data)
    return raised.value.message


def word_file() -> bytes:
    document = docx.Document()
    document.core_properties.author = "张三"
    document.add_heading("清溪镇2020年工作总结", 1)
    paragraph = document.add_paragraph("今年以来，")
    hidden = paragraph.add_run("内部数字")
    hidden.font.hidden = True
    paragraph.add_run("我镇认真落实。")
    document.add_comment(paragraph.runs[0], text="请核实", author="李四")
    table = document.add_table(2, 2)
    for row, values in zip(table.rows, (("项目", "条数"), ("主动公开", "12")), strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    document.sections[0].header.paragraphs[0].text = "内部资料"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sheet_file() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "补贴"
    sheet.append(["姓名", "身份证号", "金额"])
    sheet.append(["张三", "1234", 5.0])
    sheet.append(["李四", "5678", 7.5])
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[3].hidden = True
    sheet["A2"].comment = openpyxl.comments.Comment("电话待补", "王五")
    secret = book.create_sheet("底稿")
    secret.append(["不公开"])
    secret.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zip_file(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_plain_text_keeps_every_character(encoding: str) -> None:
    data = (SIMPLIFIED * 5).encode(encoding)
    document = only("总结.txt", data)
    assert document.text == SIMPLIFIED * 5
    assert document.encoding is not None and data.decode(document.encoding) == document.text


def test_traditional_text_in_big5() -> None:
    assert only("a.txt", (TRADITIONAL * 5).encode("big5")).text == TRADITIONAL * 5


def test_a_few_damaged_bytes_are_reported_and_do_not_stop_the_reading() -> None:
    document = only("a.txt", (SIMPLIFIED * 20).encode()[:-1] + b"\xff\xfe" + SIMPLIFIED.encode())
    assert "无法按" in document.warnings[0]


def test_a_web_page_becomes_lines_and_rows() -> None:
    page = (
        "<!DOCTYPE html><html><head><meta charset='gb2312'><title>题</title><style>p{}</style></head><body><h2>一级标题</h2>"
        "<p>甲<b>乙</b>&nbsp;丙<br>丁</p><script>var x</script><table><tr><th>项目</th><td><p>12</p></td></tr></table>"
        "<div style='display: none'>藏着的</div></body></html>"
    )
    document = only("a.html", page.encode("gbk"))
    assert document.text == "一级标题\n甲乙\xa0丙\n丁\n项目\t12"
    assert [(b.kind, b.level) for b in document.blocks] == [
        ("heading", 2),
        ("paragraph", 0),
        ("paragraph", 0),
        ("table_row", 0),
    ]
    assert [hidden.text for hidden in document.hidden] == ["藏着的"]
    assert all(document.text[b.start : b.end].strip() for b in document.blocks)


def test_nesting_that_no_page_has_is_refused_with_the_remedy() -> None:
    markup = "<div>" * 50_000 + "青山镇政务公开工作总结" + "</div>" * 50_000
    with pytest.raises(UnreadableFile, match=r"20000 层.*请在浏览器中打开"):
        read_bytes("a.html", markup.encode())
    flat = "<div><span>第一段</span></div>" * 30_000
    assert read_bytes("a.html", flat.encode())[0].text.count("第一段") == 30_000


@pytest.mark.parametrize("markup", ["<div>" * 20_000 + "字", "<table><tr><td>" * 3_000 + "字"])
def test_deep_nesting_is_bounded(markup: str) -> None:
    assert only("a.html", markup.encode()).text.strip() == "字"


def test_a_word_file_with_what_the_page_does_not_show() -> None:
    document = only("a.docx", word_file())
    assert document.text.startswith(
        "清溪镇2020年工作总结\n今年以来，我镇认真落实。\n项目\t条数\n主动公开\t12"
    )
    assert document.blocks[0].kind == "heading"
    hidden = {h.place: h.text for h in document.hidden}
    assert hidden["隐藏文字"] == "内部数字"
    assert hidden["批注（李四）"] == "请核实"
    assert hidden["文档属性：作者"] == "张三"
    assert hidden["页眉"] == "内部资料"


def test_deep_tables_in_word_are_bounded() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    for _ in range(60):
        cell = cell.add_table(1, 1).cell(0, 0)
    cell.text = "底"
    document.add_paragraph("正文。")
    out = io.BytesIO()
    document.save(out)
    found = only("a.docx", out.getvalue())
    assert "正文。" in found.text and "太深" in found.warnings[0]


def test_a_sheet_without_its_hidden_parts() -> None:
    document = only("a.xlsx", sheet_file())
    assert document.text == "补贴\n姓名\t金额\n张三\t5"
    hidden = {h.place: h.text for h in document.hidden}
    assert hidden["工作表「补贴」隐藏的列"] == "身份证号\n1234\n5678"
    assert hidden["工作表「补贴」隐藏的行"] == "李四\t5678\t7.5"
    assert hidden["隐藏的工作表「底稿」"] == "不公开"
    assert hidden["工作表「补贴」A2 的批注"] == "电话待补"


def test_an_xlsx_under_an_old_name_is_read_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "名单.xls"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("名单").write_row(0, 0, ["甲", 3])
    (document,) = read_path(path)
    assert document.text == "名单\n甲\t3"


def test_a_scan_says_that_it_is_one() -> None:
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(200, 200)
    out = io.BytesIO()
    pdf.save(out)
    assert "扫描件" in message("扫描.pdf", out.getvalue())


def test_old_word_without_a_converter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_word.shutil, "which", lambda program: None)
    assert "另存为 .docx" in message("旧.doc", b"\xd0\xcf\x11\xe0" + b"\x00" * 600)


def test_a_zip_gives_its_members_and_says_what_it_left_out() -> None:
    inner = zip_file({"深.txt": b"x"})
    documents = read_bytes(
        "包.zip",
        zip_file({"一.txt": SIMPLIFIED.encode("gbk"), "二/三.html": "<p>内容</p>".encode(), "套.zip": inner}),
    )
    assert [d.file for d in documents] == ["包.zip!/一.txt", "包.zip!/二/三.html"]
    assert documents[0].warnings == ("套.zip：压缩包里还有压缩包。请解开里面的压缩包再试。",)


def test_names_that_windows_wrote_in_gbk() -> None:
    data = zip_file({"AAAA.txt": SIMPLIFIED.encode()}).replace(b"AAAA.txt", "总结".encode("gbk") + b".txt")
    assert [d.file for d in read_bytes("a.zip", data)] == ["a.zip!/总结.txt"]


def test_a_bomb_is_not_opened() -> None:
    assert "没有打开" in message("a.zip", zip_file({"a.txt": b"0" * 30_000_000}))


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("a.txt", b"", "空的"),
        ("a.txt", b" \r\n\x00", "空的"),
        ("a.bin", bytes(range(256)) * 50, "不是文本文件"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 50, "图片"),
        ("a.zip", b"PK\x03\x04 broken", "已损坏"),
        ("a.docx", zip_file({"word/document.xml": b"<w"}), "已损坏"),
        ("a.xlsx", zip_file({"xl/workbook.xml": b"<w"}), "已损坏"),
        ("a.pdf", b"%PDF-1.4 broken", "已损坏"),
        ("a.xls", b"\xd0\xcf\x11\xe0 broken" * 50, "打不开"),
        ("a.rar", b"Rar!\x1a\x07\x00", ".zip"),
        ("a.ofd", b"OFD", ".pdf"),
        ("a.txt", b"a" * 20_000_001, "上限"),
        ("a.html", b"<html><script>x</script></html>", "没有文字"),
    ],
)
def test_bad_files_get_a_clear_answer(name: str, data: bytes, part: str) -> None:
    assert part in message(name, data)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="没有这个文件"):
        read_path(tmp_path / "无.txt")
    with pytest.raises(UnreadableFile, match="文件夹"):
        read_path(tmp_path)
