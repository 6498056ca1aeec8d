"""Files as offices and old sites really save them: text boxes, notes, layout tables, wrong charsets, formats under other names."""

import io
import zipfile

import docx
import msoffcrypto.format.ooxml
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from mingbai.text.model import SourceDocument
from mingbai.text.reading import UnreadableFile, read_bytes

TEXT = "青石镇2021年政务公开工作总结，全年主动公开信息三百二十条。"


def only(name: str, data: bytes) -> SourceDocument:
    (document,) = read_bytes(name, data)
    return document


def message(name: str, data: bytes) -> str:
    with pytest.raises(UnreadableFile) as raised:
        read_bytes(name, data)
    return raised.value.message


def hidden(document: SourceDocument) -> dict[str, str]:
    return {piece.place: piece.text for piece in document.hidden}


def saved(document: "docx.document.Document") -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def element(inside: str) -> "docx.oxml.xmlchemy.BaseOxmlElement":
    spaces = (
        f'{nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    head, _, rest = inside.partition(">")
    return parse_xml(f"{head} {spaces}>{rest}")


def words(said: str) -> str:
    return f"<w:p><w:r><w:t>{said}</w:t></w:r></w:p>"


def box(said: str) -> str:
    return f"<w:txbxContent>{words(said)}{words('第二段')}</w:txbxContent>"


def with_part(data: bytes, name: str, content: bytes | None) -> bytes:
    """The archive with one of its parts put in, replaced or, for None, left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        if content is not None:
            new.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "drawn",
    [
        f"<w:r><mc:AlternateContent><mc:Choice>{box('青石镇文件')}</mc:Choice>"
        f"<mc:Fallback>{box('青石镇文件')}</mc:Fallback></mc:AlternateContent></w:r>",
        f"<w:r><w:pict><v:shape><v:textbox>{box('青石镇文件')}</v:textbox></v:shape></w:pict></w:r>",
    ],
)
def test_text_boxes_in_word_are_read_once(drawn: str) -> None:
    document = docx.Document()
    document.add_paragraph("")._p.append(element(drawn))
    document.add_paragraph("正文")
    assert only("a.docx", saved(document)).text == "青石镇文件\n第二段\n正文"


def test_controls_around_rows_cells_and_paragraphs_of_a_word_table() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    cell = table.cell(0, 0)._tc
    cell.append(element(f"<w:sdt><w:sdtContent>{words('镇名')}</w:sdtContent></w:sdt>"))
    table.cell(0, 1).text = "条数"
    row = cell.getparent()
    wrapped = element("<w:sdt><w:sdtContent></w:sdtContent></w:sdt>")
    second = row[-1]
    row.replace(second, wrapped)
    wrapped[0].append(second)
    table._tbl.append(
        element(f"<w:sdt><w:sdtContent><w:tr><w:tc>{words('青石镇')}</w:tc></w:tr></w:sdtContent></w:sdt>")
    )
    assert only("a.docx", saved(document)).text == "镇名\t条数\n青石镇"


def test_boxes_inside_boxes_are_bounded() -> None:
    depth = 3000
    inside = "<w:p><w:r><w:txbxContent>" * depth + words("深处") + "</w:txbxContent></w:r></w:p>" * depth
    document = docx.Document()
    document.add_paragraph("外面")
    data = saved(document)
    xml = f"<w:document {nsdecls('w')}><w:body>{words('外面')}{inside}</w:body></w:document>"
    try:
        read = only("a.docx", with_part(data, "word/document.xml", xml.encode()))
    except UnreadableFile as refused:
        assert "已损坏" in refused.message
    else:
        assert read.text.startswith("外面")
        assert read.warnings


def test_headers_of_the_first_page_tables_in_headers_and_footnotes() -> None:
    document = docx.Document()
    document.add_paragraph("正文")
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "首页页眉"
    section.footer.add_table(1, 1, docx.shared.Inches(2)).cell(0, 0).text = "联系人王五"
    data = saved(document)
    types = zipfile.ZipFile(io.BytesIO(data)).read("[Content_Types].xml")
    relations = zipfile.ZipFile(io.BytesIO(data)).read("word/_rels/document.xml.rels")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    data = with_part(
        data,
        "[Content_Types].xml",
        types.replace(
            b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode()
        ),
    )
    data = with_part(
        data,
        "word/_rels/document.xml.rels",
        relations.replace(
            b"</Relationships>",
            f'<Relationship Id="rId99" Type="{link}" Target="footnotes.xml"/></Relationships>'.encode(),
        ),
    )
    notes = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2">{words("数据来自财政所")}</w:footnote></w:footnotes>'
    found = hidden(only("a.docx", with_part(data, "word/footnotes.xml", notes.encode())))
    assert found["页眉"] == "首页页眉"
    assert found["页脚"] == "联系人王五"
    assert found["脚注"] == "数据来自财政所"


PAGE = "<html><head><meta charset='{}'></head><body><p>" + TEXT + "</p></body></html>"


@pytest.mark.parametrize(
    "declared", ["gb2312", "iso-8859-1", "windows-1252", "utf-16", "big5", "unicode", "nonsense"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_that_is_wrong_about_its_charset(declared: str, encoding: str) -> None:
    assert only("a.html", PAGE.format(declared).encode(encoding)).text == TEXT


def page(body: str) -> list[str]:
    return only("a.html", f"<html><body>{body}</body></html>".encode()).text.split("\n")


def test_a_page_laid_out_by_a_table_keeps_its_paragraphs() -> None:
    body = "<p>标题</p><p>第一段。</p><div>第二段。</div>落款<br>日期"
    assert page(f"<table><tr><td>{body}</td></tr></table>") == [
        "标题",
        "第一段。",
        "第二段。",
        "落款",
        "日期",
    ]
    around = f"<table><tr><td>导航</td><td><table><tr><td>{body}</td></tr></table></td></tr></table>"
    assert page(around) == ["导航", "标题", "第一段。", "第二段。", "落款", "日期"]
    long = "".join(f"<p>{'政务公开' * 30}。</p>" for _ in range(3))
    assert len(page(f"<table><tr><td>导航</td><td>{long}</td></tr></table>")) == 4


def test_a_row_of_values_stays_one_line() -> None:
    rows = "<tr><th>指标</th><th>数量<br>（条）</th></tr><tr><td><p>主动</p><p>公开</p></td><td><p>320</p></td></tr>"
    assert page(f"<table>{rows}</table>") == ["指标\t数量 （条）", "主动 公开\t320"]


def sheet(fill: "object") -> bytes:
    book = openpyxl.Workbook()
    fill(book.active)  # type: ignore[operator]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_format_far_below_the_table_does_not_refuse_the_sheet() -> None:
    def fill(cells: "openpyxl.worksheet.worksheet.Worksheet") -> None:
        cells.append(["指标", "数量"])
        cells.cell(1_048_576, 5).number_format = "0.0%"

    assert only("a.xlsx", sheet(fill)).text == "Sheet\n指标\t数量"


def test_shares_are_read_as_shown_and_uncounted_formulas_are_told_of() -> None:
    def fill(cells: "openpyxl.worksheet.worksheet.Worksheet") -> None:
        cells.append(["占比", 0.155, "=SUM(B1:B1)"])
        cells["B1"].number_format = "0.0%"

    read = only("a.xlsx", sheet(fill))
    assert read.text == "Sheet\n占比\t15.5%"
    assert "公式" in read.warnings[0]


def test_a_zip_of_office_files_is_a_zip() -> None:
    inner = sheet(lambda cells: cells.append(["主动公开", 12]))  # type: ignore[attr-defined]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("总结.txt", TEXT)
        archive.writestr("表.xlsx", inner)
    names = [document.file for document in read_bytes("a.zip", out.getvalue())]
    assert names == ["a.zip!/总结.txt", "a.zip!/表.xlsx"]


def locked(data: bytes) -> bytes:
    out = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(data)).encrypt("123456", out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.doc"])
def test_office_files_with_a_password_say_so(name: str) -> None:
    assert "密码" in message(name, locked(sheet(lambda cells: None)))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (rb"{\rtf1\ansi\ansicpg936 \'c7\'e0}", "RTF"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "MHT"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "2003"),
    ],
)
@pytest.mark.parametrize("name", ["a.doc", "a.txt"])
def test_marked_up_formats_are_not_taken_for_text(name: str, data: bytes, said: str) -> None:
    assert said in message(name, data)
    assert "另存为 .docx" in message(name, data)


def test_ofd_files_are_refused_by_name_though_they_are_zips() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("OFD.xml", "<x/>")
    assert "OFD" in message("a.ofd", out.getvalue())


@pytest.mark.parametrize("content", [None, b"<oops", b"<oops/>", b""])
def test_office_files_with_a_broken_part_never_raise_anything_else(content: bytes | None) -> None:
    document = docx.Document()
    document.add_paragraph("正文")
    files = {"a.docx": saved(document), "a.xlsx": sheet(lambda cells: cells.append(["条数", 12]))}  # type: ignore[attr-defined]
    for name, data in files.items():
        for part in zipfile.ZipFile(io.BytesIO(data)).namelist():
            try:
                read_bytes(name, with_part(data, part, content))
            except UnreadableFile as refused:
                assert refused.message.endswith("。")  # noqa: PT017 - either answer will do
