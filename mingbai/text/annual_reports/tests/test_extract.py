"""Files of every kind give text whose tables keep their cells."""

import io
import random
import zipfile
from pathlib import Path

import docx
import pytest
import typst

from mingbai.text.annual_reports.extract import CannotRead, decode, extract, html_text
from mingbai.text.annual_reports.reading import read_reports
from mingbai.text.annual_reports.tests import generator as g

FONTS = list(Path("/usr/share/fonts").rglob("*CJK*"))


def word_file(made: g.Made, path: Path) -> None:
    """A document as Word makes it, with cells merged over columns and rows."""
    document = docx.Document()
    for line in g.frame(made, {"table2": "\1", "table3": "\2", "table4": "\3"}).split("\n"):
        if line not in "\1\2\3":
            document.add_paragraph(line)
            continue
        rows = list(g.grid(made).values())["\1\2\3".index(line)]
        width = max(map(len, rows))
        table = document.add_table(rows=len(rows), cols=width)
        for row, cells in zip(table.rows, rows, strict=True):
            row.cells[0].merge(row.cells[width - len(cells)])
            for cell, text in zip(row.cells[width - len(cells) :], cells, strict=True):
                cell.text = text
    document.save(str(path))


def test_word_files(tmp_path):
    for seed in range(6):
        made = g.make(random.Random(seed), layout=("2021", "2019")[seed % 2])
        g.punch_blanks(random.Random(seed), made, 4)
        path = tmp_path / "报告.docx"
        word_file(made, path)
        (extracted,) = extract(path)
        (report,) = read_reports(extracted.text)
        assert {p: report.cells.get(p) for p in made.cells} == made.cells
        assert report.unread == set() and report.complete


@pytest.mark.skipif(not FONTS, reason="no Chinese font to set a PDF with")
def test_pdf_files(tmp_path):
    for seed in range(4):
        made = g.make(random.Random(seed), layout=("2021", "2019")[seed % 2], size=(30, 4000)[seed // 2])
        path = tmp_path / "report.pdf"
        typst.compile(g.typst_source(made).encode(), output=str(path))
        (extracted,) = extract(path)
        (report,) = read_reports(extracted.text)
        assert {p: report.cells.get(p) for p in made.cells} == made.cells
        assert (report.heading.unit, report.heading.year, report.unread) == (made.unit, made.year, set())


def test_a_page_inside_of_layout_tables_and_with_hidden_parts():
    made = g.make(random.Random(2))
    inner = g.html_page(made).split("<body>")[1].split("</body>")[0]
    page = (
        f"<html><head><title>{made.unit}</title><style>td{{}}</style></head><body><table><tr><td>首页 > 公开"
        f"</td></tr><tr><td>{inner}<div style='display: none'>2019 9 9 9</div></td></tr></table></body></html>"
    )
    (report,) = read_reports(html_text(page))
    assert {p: report.cells.get(p) for p in made.cells} == made.cells


def test_archives_name_their_inner_files(tmp_path):
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("镇/2023.txt", g.one_cell_a_line(g.make(random.Random(1))))
        archive.writestr("readme.exe", "x")
    (extracted,) = extract(path)
    assert extracted.file == f"{path}!/镇/2023.txt"
    assert len(read_reports(extracted.text)) == 1


def test_plain_text_stays_as_it_is(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("第一行\r\n第二行\r\n".encode())
    (extracted,) = extract(path)
    assert (extracted.text, extracted.plain) == ("第一行\r\n第二行\r\n", True)


@pytest.mark.parametrize(
    "content",
    ["年报".encode(), "年报".encode("gb18030"), b"\xef\xbb\xbf" + "年报".encode(), "年报".encode("utf-16")],
)
def test_encodings(content):
    assert decode(content) == "年报"


def empty_word() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/other.xml", "<a/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"  \n", "空的"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "另存为"),
        ("a.pdf", b"%PDF-1.4 broken", "PDF 打不开"),
        ("a.docx", empty_word(), "另存为 .docx"),
        ("a.docx", b"PK\x03\x04 broken", "另存为 .docx"),
        ("a.zip", b"PK\x03\x04 broken", "压缩包已损坏"),
        ("a.html", b"<!-- x -->", "网页里没有内容"),
        ("a.bin", b"\x00\xff\x00\xfe\x00", "不是文字文件"),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(CannotRead, match=words):
        list(extract(path))


def test_a_missing_file_and_an_empty_archive(tmp_path):
    with pytest.raises(CannotRead, match="打不开文件"):
        list(extract(tmp_path / "nothing.txt"))
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.exe", "x")
    with pytest.raises(CannotRead, match="没有能读的"):
        list(extract(path))
