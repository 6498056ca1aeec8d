from base64 import b64decode
from html.parser import HTMLParser
from io import BytesIO

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from mingbai.core.errors import BadInput
from mingbai.disclosure.metadata import normalise_number
from mingbai.disclosure.tests.word_layouts import LAYOUTS
from mingbai.disclosure.tests.word_writing import Pen
from mingbai.disclosure.word import fill_from_word

PICTURE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class Blocks(HTMLParser):
    """Sanitised HTML as lines and tables, in the form in which the pens remember them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found, self.words, self.cell, self.table = [], [], None, None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "table":
            self.table = []
        elif tag == "tr":
            self.table.append([])
        elif tag in {"td", "th"}:
            self.cell, self.words = (int(values.get("colspan", 1)), int(values.get("rowspan", 1))), []
        elif tag in {"p", "h2", "h3", "h4"}:
            self.words = []

    def handle_endtag(self, tag):
        if tag == "table":
            self.found.append(self.table)
            self.table = None
        elif tag in {"td", "th"}:
            self.table[-1].append(("".join(self.words), *self.cell))
        elif tag in {"p", "h2", "h3", "h4"}:
            self.found.append("".join(self.words))

    def handle_data(self, data):
        self.words.append(data)


def fields_of(pen: Pen) -> dict[str, tuple[object, object]]:
    """Field → (wanted, read)."""
    read = fill_from_word("文件.docx", pen.content())
    return {
        "title": (pen.title, read.title),
        "number": (pen.number, normalise_number(read.number)),
        "date": (pen.day, read.written_on),
        "issuer": (pen.issuer, read.issuer),
        "body": (pen.body, Blocks(read.body_html).found),
    }


def test_there_are_more_than_forty_layouts():
    assert len(LAYOUTS) == len({write.__name__ for write in LAYOUTS}) > 40


@pytest.mark.parametrize("write", LAYOUTS, ids=lambda write: write.__name__)
def test_a_layout_fills_no_field_wrongly(write):
    for name, (wanted, read) in fields_of(write()).items():
        if name in {"title", "number", "date"}:
            assert read in {wanted, None, ""}, name


def test_the_score_over_all_layouts():
    results = [(write.__name__, fields_of(write())) for write in LAYOUTS]
    wrong = [
        (layout, name, wanted, read)
        for layout, fields in results
        for name, (wanted, read) in fields.items()
        if wanted != read
    ]
    assert len(wrong) <= 0.05 * 5 * len(LAYOUTS), wrong


def filled(pen: Pen):
    return fill_from_word("文件.docx", pen.content())


def test_a_programme_of_events_has_no_day_of_writing():
    pen = Pen()
    pen.line("活动安排", "center", 20)
    pen.say("主办单位", "明县文化和旅游局", "2026年5月12日", "开幕式", *"甲乙丙丁戊己庚辛壬癸")
    assert filled(pen).written_on is None


def test_a_revised_text_with_two_days_stays_without_one():
    pen = Pen()
    pen.line("明县公园管理办法", "center", 22)
    pen.say("（2020年1月1日公布，2026年8月30日修订）", align="center")
    pen.say("第一条　为加强管理，制定本办法。")
    assert filled(pen).written_on is None


def test_particulars_printed_by_a_site_are_read_and_left_out():
    pen = Pen()
    rows = [
        ["索引号", "MX001-2026-0001", "主题分类", "农业"],
        ["发文机关", "明县农业农村局", "成文日期", "2026年11月3日"],
    ]
    pen.table([*rows, ["发文字号", "明农发〔2026〕3号", "", ""]])
    pen.line("关于秋收工作的通知", "center", 20)
    pen.say("各乡镇：", "请做好秋收。")
    read = filled(pen)
    assert (read.title, read.number) == ("关于秋收工作的通知", "明农发〔2026〕3号")
    assert (str(read.written_on), read.issuer) == ("2026-11-03", "明县农业农村局")
    assert "索引号" not in read.body_html


def test_a_mark_of_secrecy_is_said_first():
    pen = Pen()
    pen.line("机密★3年")
    pen.line("关于某事的通知", "center", 22)
    pen.say("请办理。")
    assert "涉密文件不得公开" in filled(pen).notes[0]


def test_bold_links_of_the_text_and_deleted_words():
    pen = Pen()
    pen.line("关于停水的公告", "center", 20)
    paragraph = pen.line("请提前储水。", bold=True)
    deleted = f"<w:del {nsdecls('w')}><w:r><w:delText>旧话</w:delText></w:r></w:del>"
    paragraph._p.append(parse_xml(deleted))
    html = filled(pen).body_html
    assert html == "<p><strong>请提前储水。</strong></p>"


def test_pictures_are_named_with_their_place():
    pen = Pen()
    pen.line("关于停水的公告", "center", 20)
    paragraph = pen.line("停水范围如图：")
    paragraph.add_run().add_picture(BytesIO(PICTURE))
    read = filled(pen).without_pictures()
    assert "1 张图片" in read.notes[0] and "停水范围如图" in read.notes[0]
    assert "<img" not in read.body_html


def test_a_broken_file_is_refused_with_the_remedy():
    with pytest.raises(BadInput, match="另存为"):
        fill_from_word("坏.docx", b"PK\x03\x04 broken")


def test_words_that_look_like_markup_stay_words():
    pen = Pen()
    pen.line("关于停水的公告", "center", 20)
    pen.line("<script>alert(1)</script>")
    assert filled(pen).body_html == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


@pytest.mark.parametrize(("span", "wanted"), [("99999999", ' colspan="100"'), ("0", ""), ("-3", "")])
def test_impossible_spans_are_held_within_reason(span: str, wanted: str):
    pen = Pen()
    pen.line("关于停水的公告", "center", 20)
    pen.table([["甲"]])
    width = parse_xml(f'<w:gridSpan {nsdecls("w")} w:val="{span}"/>')
    pen.document.tables[0].cell(0, 0)._tc.get_or_add_tcPr().append(width)
    assert f"<td{wanted}>甲</td>" in filled(pen).body_html


def test_a_span_that_is_no_number_is_a_broken_file():
    pen = Pen()
    pen.table([["甲"]])
    width = parse_xml(f'<w:gridSpan {nsdecls("w")} w:val="宽"/>')
    pen.document.tables[0].cell(0, 0)._tc.get_or_add_tcPr().append(width)
    with pytest.raises(BadInput, match="已损坏"):
        filled(pen)
