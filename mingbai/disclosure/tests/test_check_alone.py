"""Proofreading a text that is nobody's draft: seen beside its faults, mended, taken away as a sheet, never stored."""

import io
import re

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from mingbai.disclosure.factories import County
from mingbai.disclosure.tests.test_screens import CARELESS, browser


@pytest.fixture
def editor(county: County) -> Client:
    return browser(county.editor)


def test_the_stand_alone_check_shows_the_text_with_its_faults_and_mends_what_was_ticked(editor: Client):
    address = reverse("disclosure-check-alone")
    page = editor.post(address, {"text": CARELESS}).text
    assert 'class="spot spot-error"' in page and "领导小祖</a>" in page
    keys = re.findall(r'name="mend" value="([^"]+)"', page)
    place = CARELESS.index("全全")
    chosen = [key for key in keys if key.startswith((f"{place}-", f"{place + 1}-"))]
    after = editor.post(address, {"text": CARELESS, "mend": chosen, "act": "mend"}).text
    assert "改了 1 处" in after
    box = after.partition("<textarea")[2].partition("</textarea>")[0]
    assert "全年公布信息260条" in box and "全全年" not in box and "领导小祖" in box


def test_what_was_changed_after_the_check_is_not_mended_at_wrong_places(editor: Client):
    """The ticks are of a text that is no more: nothing is written anywhere, and the person is told."""
    address = reverse("disclosure-check-alone")
    keys = re.findall(r'name="mend" value="([^"]+)"', editor.post(address, {"text": CARELESS}).text)
    after = editor.post(address, {"text": "再看一遍。" + CARELESS, "mend": keys, "act": "mend"}).text
    assert "没有改动" in after and "再看一遍。青溪镇" in after


def test_the_sheet_of_a_check_says_every_finding_and_masks_personal_data(editor: Client):
    text = CARELESS + "联系人身份证号 11010519491231002X。"
    answer = editor.post(reverse("disclosure-check-alone"), {"text": text, "act": "sheet"})
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0] == ("文件", "行", "级别", "原文", "说明", "建议", "把握不大")
    assert any("领导小祖" in row[3] and row[1] == 2 for row in rows)
    assert any(row[3] == "…002X" for row in rows)
    assert not any("11010519491231" in str(cell) for row in rows for cell in row)


def test_the_text_of_a_file_can_be_mended_too(editor: Client):
    file = SimpleUploadedFile("总结.txt", CARELESS.encode())
    page = editor.post(reverse("disclosure-check-alone"), {"file": file}).text
    assert "总结.txt：" in page and 'name="act" value="mend"' in page
    assert "领导小祖" in page.partition("<textarea")[2]
