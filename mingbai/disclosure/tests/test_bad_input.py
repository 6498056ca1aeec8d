"""What offices send by mistake or worse: each is answered in Chinese with the place and what to do, and nothing breaks."""

import io
import zipfile

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document
from openpyxl import Workbook

from mingbai.core.errors import BadInput
from mingbai.disclosure import services
from mingbai.disclosure.factories import County
from mingbai.disclosure.importing import Choices, import_bytes
from mingbai.disclosure.long_tables import MOST_ROWS, SHOWN_ROWS
from mingbai.disclosure.models import Attachment, Disclosure, Draft, Expunction, ImportBatch, ImportFile
from mingbai.disclosure.tests.test_screens import browser, form_of
from mingbai.journal.worker import drain
from mingbai.text.ingest import ingest
from mingbai.text.tests import old_sheets
from mingbai.text.tests.test_slides_and_old_sheets import SLIDE, shape, slides_file

pytestmark = pytest.mark.django_db
HX = {"HX-Request": "true"}


def named(name: str, content: bytes) -> io.BytesIO:
    file = io.BytesIO(content)
    file.name = name
    return file


def bomb(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(20):
            archive.writestr(f"{number}.{name}", b"0" * 30_000_000)
    return made.getvalue()


def macro_file() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        )
        archive.writestr("word/document.xml", "<w:document xmlns:w='x'/>")
        archive.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    return made.getvalue()


def long_sheet(rows: int) -> bytes:
    book = Workbook()
    book.active.append(["户主", "金额"])
    for number in range(rows - 1):
        book.active.append([f"第{number}户", number])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


BAD_FILES = {
    "其实是程序.docx": b"MZ\x90\x00" + b"\0" * 500,
    "其实是网页.pdf": b"<html><script>alert(1)</script></html>",
    "图.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "空.txt": b"",
}


@pytest.fixture
def editor(county: County) -> Client:
    return browser(county.editor)


@pytest.mark.parametrize("name", [*BAD_FILES, "宏.docx", "炸弹.zip"])
def test_an_attachment_that_is_not_what_it_says_is_refused_by_name(county: County, editor: Client, name: str):
    content = {"宏.docx": macro_file, "炸弹.zip": lambda: bomb("txt")}.get(
        name, lambda: BAD_FILES.get(name, b"")
    )()
    disclosure = county.draft()
    address = reverse("disclosure-file-add", args=[disclosure.pk])
    page = editor.post(address, {"file": named(name, content)}, headers=HX).text
    assert f"「{name}」" in page and "还没有附件" in page
    assert any(word in page for word in ("请", "可以上传"))
    assert not Attachment.objects.of(disclosure=disclosure).exists()


def hiding(what: str) -> tuple[str, bytes]:
    """A list, a letter or slides with something in it that its reader does not see."""
    if what == "old column":
        cells = {(0, 0): "户主", (0, 1): "身份证号", (1, 0): "张某", (1, 1): "110101199003072156"}
        return "名单.xls", old_sheets.book(名单=old_sheets.sheet(cells, columns=(1,)))
    if what in {"slide", "notes"}:
        shown = SLIDE.format(
            marks='show="0"' if what == "slide" else "", shapes=shape("张某 110101199003072156")
        )
        return "讲稿.pptx", slides_file(shown, notes="这句不讲" if what == "notes" else "")
    made, book, letter = io.BytesIO(), Workbook(), Document()
    sheet = book.active
    sheet.append(["户主", "金额", "身份证号"])
    sheet.append(["张某", 800, "110101199003072156"])
    words = letter.add_paragraph("补助标准为每人1000元。")
    match what:
        case "sheet":
            sheet.delete_cols(3)
            book.create_sheet("原始").append(["110101199003072156"])
            book["原始"].sheet_state = "hidden"
        case "column":
            sheet.column_dimensions["C"].hidden = True
        case "row":
            sheet.row_dimensions[2].hidden = True
        case "hidden words":
            words.add_run("内部掌握口径").font.hidden = True
        case "comment":
            letter.add_comment(words.runs, text="这个数没定", author="李某")
    written = book if what in {"sheet", "column", "row"} else letter
    written.save(made)
    return f"名单.{'xlsx' if written is book else 'docx'}", made.getvalue()


@pytest.mark.parametrize(
    ("what", "place"),
    [
        ("sheet", "隐藏的工作表「原始」"),
        ("column", "隐藏的列"),
        ("row", "隐藏的行"),
        ("hidden words", "隐藏文字"),
        ("comment", "批注（"),
        ("old column", "隐藏的列"),
        ("slide", "隐藏的第1张幻灯片"),
        ("notes", "幻灯片的备注"),
    ],
)
def test_an_attachment_that_hides_something_is_refused_with_the_place(
    county: County, editor: Client, what: str, place: str
):
    disclosure = county.draft()
    address = reverse("disclosure-file-add", args=[disclosure.pk])
    page = editor.post(address, {"file": named(*hiding(what))}, headers=HX).text
    assert "看不见的内容" in page and place in page and "请在办公软件里" in page
    assert "110101199003072156" not in page and not Attachment.objects.of(disclosure=disclosure).exists()
    page = editor.post(address, {"file": named(*hiding("nothing"))}, headers=HX).text
    assert "名单.docx" in page and Attachment.objects.of(disclosure=disclosure).count() == 1


@pytest.mark.parametrize("name", [*BAD_FILES, "炸弹.docx"])
def test_a_file_that_cannot_fill_the_form_leaves_it_as_it_was(county: County, editor: Client, name: str):
    content = bomb("xml") if name == "炸弹.docx" else BAD_FILES[name]
    disclosure = county.draft(title="原来的标题")
    address = reverse("disclosure-fill", args=[disclosure.pk])
    page = editor.post(address, {"file": named(name, content), "replace": "on"}, follow=True).text
    assert f"「{name}」" in page and "请" in page and "原来的标题" in page


def test_a_drawing_is_no_document(county: County):
    (row,) = import_bytes(
        county.supervisor, name="图.svg", content=BAD_FILES["图.svg"], choices=Choices(county.town)
    )
    assert row.id is None and "请提供" in row.reason


def test_broken_encoding_is_said(county: County):
    (row,) = import_bytes(
        county.supervisor, name="坏.txt", content=bytes(range(128, 256)) * 40, choices=Choices(county.town)
    )
    assert row.id is None and "请另存为" in row.reason


def test_a_table_of_ten_thousand_rows_is_for_an_attachment(county: County, editor: Client):
    rows = "".join(f"<tr><td>{number}</td><td>张</td></tr>" for number in range(10_000))
    disclosure = county.draft()
    draft = Draft.objects.of(disclosure=disclosure).get()
    page = editor.post(
        reverse("disclosure-edit", args=[disclosure.pk]),
        form_of(draft, body=f"<table>{rows}</table>", act="save"),
    )
    assert page.status_code == 400
    assert "10000 行的表格" in page.text and "作为 Excel 附件上传" in page.text
    with pytest.raises(BadInput, match=str(MOST_ROWS)) as caught:
        county.draft(body=f"<table>{rows}</table>")
    assert caught.value.field == "body"


def test_an_imported_sheet_that_is_too_long_keeps_its_file(county: County):
    (row,) = import_bytes(
        county.editor, name="发放名册.xlsx", content=long_sheet(2000), choices=Choices(county.town)
    )
    assert row.state == "created" and "2000 行" in row.reason and "附件" in row.reason
    draft = Draft.objects.of(disclosure=row.id).get()
    assert draft.title == "发放名册" and draft.body_html.count("<tr") <= SHOWN_ROWS
    assert Attachment.objects.of(disclosure=row.id).get().name == "发放名册.xlsx"


def test_script_and_style_in_pasted_html_are_gone(county: County):
    body = "<style>p{color:red}</style><p style='x' onclick='y'>正文<script>alert(1)</script></p>"
    draft = Draft.objects.of(disclosure=county.draft(body=body)).get()
    assert draft.body_html == "<p>正文</p>"


def test_a_title_of_ten_thousand_characters_keeps_the_rest_of_the_form(county: County, editor: Client):
    draft = Draft.objects.of(disclosure=county.draft()).get()
    page = editor.post(
        reverse("disclosure-edit", args=[draft.pk]),
        form_of(draft, title="长" * 10_000, body="<p>辛苦写的正文</p>", act="save"),
    )
    assert page.status_code == 400 and "10000 个字，最多 300 个" in page.text and "辛苦写的正文" in page.text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"written_on": "2026-05-01", "effective_on": "2026-04-01", "kind": "normative_document"}, "早于成文日期"),
        ({"effective_on": "2026-05-01", "lapsed_on": "2026-04-01"}, "早于生效日期"),
        ({"written_on": "2999-01-01"}, "还没有到"),
        ({"column": ""}, "请选择栏目"),
    ],
)  # fmt: skip
def test_what_contradicts_or_lacks_is_named_beside_its_field(
    county: County, editor: Client, fields: dict[str, str], words: str
):
    draft = Draft.objects.of(disclosure=county.draft()).get()
    page = editor.post(
        reverse("disclosure-edit", args=[draft.pk]), form_of(draft, **fields) | {"act": "submit"}
    )
    assert page.status_code == 400 and words in page.text
    assert Disclosure.objects.of(pk=draft.pk).get().stage == "editing"


def test_a_number_used_before_is_shown_with_its_holder_and_may_be_meant(county: County, editor: Client):
    county.published(title="第一份通知", document_number="青政〔2026〕7号")
    draft = Draft.objects.of(disclosure=county.draft(title="第二份通知")).get()
    address = reverse("disclosure-edit", args=[draft.pk])
    page = editor.post(address, form_of(draft, document_number="青政[2026]7号", act="submit"))
    assert "已用在《第一份通知》上" in page.text and "文号重复属实" in page.text
    draft.refresh_from_db()
    meant = form_of(draft, document_number="青政〔2026〕7号", act="submit", accept_duplicate_number="on")
    assert editor.post(address, meant).status_code == 302


def test_a_merged_unit_sends_to_its_successor(county: County):
    county.town.merged_into = county.other_town
    county.town.save()
    with pytest.raises(BadInput, match="白石镇人民政府") as caught:
        county.draft()
    assert "请改选单位" in caught.value.message


def test_one_bad_file_of_many_does_not_stop_the_others(county: County, editor: Client, settings):
    settings.UPLOAD_LIMIT = 2048
    files = [
        named("大.pdf", b"%PDF-" + b"0" * 4096),
        named("通知.txt", "青山镇2024年政务公开工作总结\n\n2024年，我镇认真落实各项要求。\n".encode()),
        named("图.svg", BAD_FILES["图.svg"]),
    ]
    answer = editor.post(reverse("disclosure-import"), {"files": files, "unit": county.town.pk})
    drain()
    page = editor.get(answer.url).text
    assert "「大.pdf」" in page and "上限" in page
    assert "新存草稿 1 条" in page and "没有导入 2 个" in page


def test_a_file_that_breaks_its_reader_does_not_stop_the_others(county: County, editor: Client, monkeypatch):
    def broken(source):
        if "坏" in source.file:
            raise RecursionError("too deep")
        return ingest(source)

    monkeypatch.setattr("mingbai.disclosure.importing.documents.ingest", broken)
    files = [
        named("坏.txt", "坏的".encode()),
        named("好.txt", "青山镇2024年政务公开工作总结\n\n2024年，我镇认真落实各项要求。\n".encode()),
    ]
    editor.post(reverse("disclosure-import"), {"files": files, "unit": county.town.pk})
    drain()
    states = dict(ImportFile.objects.of(batch__unit=county.town).values_list("name", "state"))
    assert states == {"坏.txt": "refused", "好.txt": "done"}
    page = editor.get(
        reverse("disclosure-import-batch", args=[ImportBatch.objects.of(unit=county.town).get().pk])
    )
    assert "另存一份再导" in page.text


def test_a_folder_comes_in_slices_and_a_stranger_cannot_add_to_it(county: County, editor: Client):
    address = reverse("disclosure-import")

    def send(client: Client, number: int, batch: int | None = None):
        text = f"青山镇关于第{number}次巡查的通知\n\n各村要组织第{number}次巡查。\n"
        data = {"files": [named(f"{number}.txt", text.encode())], "unit": county.town.pk}
        return client.post(address, data | ({"batch": batch} if batch else {}), headers={"X-Slice": "1"})

    batch = send(editor, 1).json()["batch"]
    drain()
    assert send(editor, 2, batch).json()["batch"] == batch
    assert ImportBatch.objects.of(pk=batch).get().finished_at is None
    drain()
    assert ImportFile.objects.of(batch=batch, state="done").count() == 2
    assert ImportBatch.objects.of(pk=batch).get().finished_at
    guessed = send(browser(county.stranger), 3, batch)
    assert guessed.status_code == 400 and guessed.json()["problem"]
    # the same folder once more, after a broken line, writes nothing twice
    again = send(editor, 1).json()["batch"]
    drain()
    assert ImportFile.objects.of(batch=again).get().rows[0]["state"] == "already_there"


def test_given_up_drafts_come_back(county: County, editor: Client):
    disclosure = county.draft(title="写了一半的通知")
    editor.post(reverse("disclosure-bulk"), {"chosen": [disclosure.pk], "act": "discard"})
    assert Disclosure.objects.of(pk=disclosure.pk).get().stage == "discarded"
    assert "恢复" in editor.get(reverse("disclosure-detail", args=[disclosure.pk])).text
    editor.post(reverse("disclosure-act", args=[disclosure.pk, "restore_draft"]))
    assert Disclosure.objects.of(pk=disclosure.pk).get().stage == "editing"


def test_a_document_given_up_in_the_tray_returns_to_it(county: County):
    text = "红枫县云台乡2023年政务公开工作总结\n\n云台乡高度重视政务公开工作。\n"
    (row,) = import_bytes(county.supervisor, name="a.txt", content=text.encode(), choices=Choices())
    item = Disclosure.objects.of(pk=row.id).get()
    services.discard_draft(county.supervisor, disclosure=item, reason="重复")
    services.restore_draft(county.supervisor, disclosure=Disclosure.objects.of(pk=row.id).get())
    assert Disclosure.objects.of(pk=row.id).get().stage == "unclaimed"


def test_a_leaked_text_is_expunged_on_screen_by_two_people(county: County):
    disclosure = county.published(title="误发的名单")
    services.withdraw(county.final, disclosure=disclosure, reason="privacy", note="含身份证号")
    page = reverse("disclosure-detail", args=[disclosure.pk])
    ask, confirm = (
        reverse("disclosure-act", args=[disclosure.pk, name])
        for name in ("ask_expunction", "expunge_edition")
    )
    first, second = browser(county.secrecy), browser(county.supervisor)
    assert "申请清除" in first.get(page).text and "确认清除" not in first.get(page).text
    first.post(ask, {"reason": "含个人隐私"})
    first.post(confirm)
    assert Expunction.objects.of(edition__disclosure=disclosure).get().done_at is None
    assert "确认清除" in second.get(page).text
    second.post(confirm)
    assert Expunction.objects.of(edition__disclosure=disclosure).get().done_at is not None


def test_who_may_expunge_opens_the_page_of_a_draft(county: County):
    page = reverse("disclosure-detail", args=[county.draft().pk])
    assert browser(county.supervisor).get(page).status_code == 200


def test_a_result_links_only_what_the_clerk_may_open(county: County, editor: Client):
    text = "红枫县云台乡2023年政务公开工作总结\n\n云台乡高度重视政务公开工作。\n"
    answer = editor.post(reverse("disclosure-import"), {"files": [named("他乡.txt", text.encode())]})
    drain()
    page = editor.get(answer.url).text
    item = Disclosure.objects.of(source_file="他乡.txt").get()
    assert "待认领" in page and reverse("disclosure-detail", args=[item.pk]) not in page
