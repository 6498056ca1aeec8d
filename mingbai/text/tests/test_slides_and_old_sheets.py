"""What slides and old spreadsheets show, and what they hide."""

import io
import struct
import zipfile
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.text.reading import biff, read_bytes
from mingbai.text.tests import old_sheets
from mingbai.text.tests.effort import ends_within
from mingbai.text.tests.test_reading import message, only, zip_file


def test_an_old_sheet_without_its_hidden_parts() -> None:
    cells = {(0, 0): "姓名", (0, 1): "身份证号", (0, 2): "金额", (1, 0): "张三", (1, 1): "1234", (1, 2): "五"}
    cells |= {(2, 0): "李四", (2, 1): "5678", (2, 2): "六"}
    whole = old_sheets.book(补贴=old_sheets.sheet(cells))
    (plain,) = read_bytes("a.xls", whole)
    assert plain.text == "补贴\n姓名\t身份证号\t金额\n张三\t1234\t五\n李四\t5678\t六"
    assert not plain.hidden and not plain.warnings
    sheet = old_sheets.sheet(cells, rows=(2,), columns=(1,), notes=((1, 0),))
    # the sheet after it keeps its own columns, and its first cell may stand anywhere
    document = only(
        "a.xls", old_sheets.book(补贴=sheet, 别的=old_sheets.sheet({(4, 2): "完"}, columns=(0, 1)))
    )
    assert document.text == "补贴\n姓名\t金额\n张三\t五\n别的\n完"
    hidden = {piece.place: piece.text for piece in document.hidden}
    assert hidden["工作表「补贴」隐藏的列"] == "身份证号\n1234"
    assert hidden["工作表「补贴」隐藏的行"] == "李四\t5678\t六"
    assert "工作表「补贴」A2 的批注" in hidden and len(hidden) == 3


@given(st.binary(max_size=400), st.integers(0, 5_000))
def test_the_records_of_an_old_sheet_may_be_anything(noise: bytes, at: int) -> None:
    good = old_sheets.book(补贴=old_sheets.sheet({(0, 0): "甲"}, columns=(0,)))
    place = 1536 + at % (len(good) - 1536)
    biff.concealed(good[:place] + noise + good[place + len(noise) :])
    biff.concealed(noise)


def test_sheets_that_lie_in_one_another_are_read_once() -> None:
    number = 4_000
    front = number * len(old_sheets.record(0x85, bytes(8))) + len(old_sheets.beginning(0x05)) + 4
    starts = (front + at * len(old_sheets.beginning(0x10)) for at in range(number))
    names = b"".join(old_sheets.record(0x85, struct.pack("<I4x", start)) for start in starts)
    stream = (
        old_sheets.beginning(0x05) + names + old_sheets.record(0x0A) + old_sheets.beginning(0x10) * number
    )
    with patch.object(biff, "stream_of", lambda _: stream):
        assert biff.concealed(b"") == [biff.Concealed()] * number
        assert ends_within(10, lambda: biff.concealed(b""))


SLIDE = (
    '<p:sld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" {marks}><p:cSld><p:spTree>{shapes}'
    "</p:spTree></p:cSld></p:sld>"
)


def shape(words: str, marks: str = "", kind: str = "") -> str:
    lines = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in words.split("\n"))
    place = f'<p:ph type="{kind}"/>' if kind else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="x" {marks}/><p:nvPr>{place}</p:nvPr></p:nvSpPr>'
        f"<p:txBody>{lines}</p:txBody></p:sp>"
    )


def slides_file(*slides: str, notes: str = "", comment: str = "") -> bytes:
    """The first slide has the notes and the comment."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = f'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="{kinds}"'

    def relations(*rows: tuple[str, str, str]) -> bytes:
        inner = "".join(f'<Relationship Id="{a}" Type="{kinds}/{b}" Target="{c}"/>' for a, b, c in rows)
        return f'<Relationships xmlns="{links}">{inner}</Relationships>'.encode()

    numbers = range(1, len(slides) + 1)
    listed = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in numbers)
    parts = {
        "ppt/presentation.xml": f"<p:presentation {office}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>".encode(),
        # the files need not be numbered as the slides follow each other
        "ppt/_rels/presentation.xml.rels": relations(
            *((f"rId{n}", "slide", f"slides/slide{len(slides) + 1 - n}.xml") for n in numbers)
        ),
    }
    parts |= {f"ppt/slides/slide{len(slides) + 1 - n}.xml": slides[n - 1].encode() for n in numbers}
    first = f"ppt/slides/_rels/slide{len(slides)}.xml.rels"
    beside = []
    if notes:
        beside.append(("n", "notesSlide", "../notesSlides/notesSlide1.xml"))
        parts["ppt/notesSlides/notesSlide1.xml"] = SLIDE.format(
            marks="", shapes=shape(notes, kind="body") + shape("1", kind="sldNum")
        ).encode()
    if comment:
        beside.append(("c", "comments", "../comments/comment1.xml"))
        parts["ppt/comments/comment1.xml"] = (
            f"<p:cmLst {office}><p:cm><p:text>{comment}</p:text></p:cm></p:cmLst>".encode()
        )
    parts[first] = relations(*beside)
    return zip_file(parts)


def test_slides_without_their_hidden_parts() -> None:
    table = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="t"/></p:nvGraphicFramePr><a:graphic><a:graphicData>'
        "<a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>项目</a:t></a:r></a:p></a:txBody></a:tc>"
        "<a:tc><a:txBody><a:p><a:r><a:t>金额</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )
    whole = SLIDE.format(marks="", shapes=shape("春季防火\n工作安排") + shape("底稿", 'hidden="1"') + table)
    secret = SLIDE.format(marks='show="0"', shapes=shape("内部口径"))
    grouped = f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name="g" hidden="true"/></p:nvGrpSpPr>{shape("组里的")}</p:grpSp>'
    last = SLIDE.format(marks='show="1"', shapes=shape("谢谢") + grouped)
    document = only("a.pptx", slides_file(whole, secret, last, notes="这句不讲", comment="数没定"))
    assert document.text == "春季防火\n工作安排\n项目\t金额\n谢谢"
    assert {piece.place: piece.text for piece in document.hidden} == {
        "第1张幻灯片里隐藏的内容": "底稿",
        "第1张幻灯片的备注": "这句不讲",
        "第1张幻灯片的批注": "数没定",
        "隐藏的第2张幻灯片": "内部口径",
        "第3张幻灯片里隐藏的内容": "组里的",
    }
    assert not only("b.pptx", slides_file(last.replace(grouped, ""))).hidden


def test_a_slide_that_is_named_again_and_again_is_read_once() -> None:
    package = slides_file(SLIDE.format(marks="", shapes=shape("春季防火")), notes="这句不讲")
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        whole = {name: parts.read(name) for name in parts.namelist()}
    entry = b'<p:sldId id="256" r:id="rId1"/>'
    whole["ppt/presentation.xml"] = whole["ppt/presentation.xml"].replace(entry, entry * 500)
    document = only("a.pptx", zip_file(whole))
    assert document.text == "春季防火" and len(document.hidden) == 1


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (zip_file({"ppt/presentation.xml": b"<p"}), "已损坏"),
        (slides_file(SLIDE.format(marks="", shapes="")), "没有文字"),
        (slides_file("<p:sld"), "已损坏"),
        (zip_file({"ppt/presentation.xml": b"<!DOCTYPE x [<!ENTITY e 'x'>]><x>&e;</x>"}), "没有文字"),
    ],
)
def test_bad_slides_get_a_clear_answer(data: bytes, part: str) -> None:
    assert part in message("a.pptx", data)
