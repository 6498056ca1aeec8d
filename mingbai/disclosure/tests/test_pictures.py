"""Pictures in the text: from a Word file onto the public page, and nothing of another item's."""

import io
import re

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from mingbai.core.errors import BadInput
from mingbai.disclosure import services
from mingbai.disclosure.factories import County
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Attachment, Disclosure, Draft
from mingbai.disclosure.pictures import place_mark, placed, unmarked
from mingbai.disclosure.services.drafts import Content
from mingbai.disclosure.tests.test_bad_input import named
from mingbai.disclosure.tests.test_screens import browser
from mingbai.disclosure.tests.word_writing import Pen

pytestmark = pytest.mark.django_db


def png(colour: str = "red") -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(made, "PNG")
    return made.getvalue()


def infographic() -> bytes:
    pen = Pen()
    pen.line("一图读懂：秸秆禁烧政策", "center", 20)
    pen.line("禁烧区域如下图所示。")
    pen.document.add_picture(io.BytesIO(png()))
    pen.line("请群众遵守。")
    return pen.content()


@pytest.fixture
def editor(county: County) -> Client:
    return browser(county.editor)


def test_a_word_files_picture_goes_with_its_words_to_the_public_page(county: County, editor: Client, client):
    page = editor.post(
        reverse("disclosure-new"),
        {"unit": county.town.pk, "file": named("图解.docx", infographic())},
        follow=True,
    )
    assert "1 张图片已放入正文" in page.text and "没有填入正文" not in page.text
    draft = Draft.objects.of(disclosure__unit=county.town).get()
    file = Attachment.objects.of(disclosure=draft.disclosure).get()
    desk = f"/desk/disclosures/{draft.pk}/files/{file.pk}/"
    assert re.sub(r"<[/]?p>", "", draft.body_html).replace("\n", "") == (
        f'禁烧区域如下图所示。<img src="{desk}" alt="图1">请群众遵守。'
    )
    assert editor.get(desk).content == editor.get(desk).content != b""
    metadata = Metadata.from_json({**draft.metadata, "columns": [county.column.pk]})
    content = Content(draft.title, draft.body_html, metadata)
    draft = services.save_draft(
        county.editor, disclosure=draft.disclosure, version=draft.version, content=content
    )
    assert desk in editor.get(reverse("portal-preview-page", args=[draft.pk])).text
    edition = services.submit_draft(county.editor, disclosure=draft.disclosure, version=draft.version)
    item = services.publish_edition(county.final, disclosure=county.approve(edition))
    public = f"/items/{item.pk}/files/{file.pk}.png"
    for address in (f"/items/{item.pk}/", f"/items/{item.pk}/print/", f"/da/items/{item.pk}/"):
        shown = client.get(address).text
        assert f'<img src="{public}" alt="图1">' in shown and "/desk/" not in shown
        # what stands in the text is not listed below it once more
        assert "<h2>附件</h2>" not in shown
    assert client.get(public).headers["Content-Type"] == "image/png"
    assert public in client.get(f"/api/v1/items/{item.pk}").json()["body_html"]


def test_a_picture_of_another_item_or_of_a_removed_file_is_no_part_of_the_text(county: County):
    other = county.draft(title="别的信息")
    theirs = services.add_attachment(county.editor, disclosure=other, name="图.png", content=png())
    html = f'<p>如图。</p><img src="/desk/disclosures/{other.pk}/files/{theirs.pk}/" alt="路线图">'
    item = county.draft(body=html)
    with pytest.raises(BadInput, match="路线图") as refused:
        services.submit_draft(county.editor, disclosure=item, version=1)
    assert refused.value.field == "body"
    assert placed(html, {theirs.pk: "/x.png"}, item.pk) == "<p>如图。</p>"
    assert placed(html, {}, other.pk) == "<p>如图。</p>"


def test_next_periods_draft_leaves_the_old_pictures(county: County):
    item = county.draft()
    file = services.add_attachment(county.editor, disclosure=item, name="图.png", content=png())
    body = f'<p>如图。</p><img src="/desk/disclosures/{item.pk}/files/{file.pk}/" alt="图">'
    draft = Draft.objects.of(disclosure=item).get()
    content = Content(draft.title, body, Metadata.from_json(draft.metadata))
    services.save_draft(county.editor, disclosure=item, version=1, content=content)
    edition = services.submit_draft(county.editor, disclosure=item, version=2)
    item = services.publish_edition(county.final, disclosure=county.approve(edition))
    fresh = services.resend_last_period(county.editor, disclosure=item)
    assert Draft.objects.of(disclosure=fresh).get().body_html == "<p>如图。</p>"
    assert Disclosure.objects.of(pk=fresh.pk).get().state == "unpublished"


def test_a_picture_stands_after_its_paragraph_and_marks_never_stay():
    html = f"<p>甲{place_mark(0)}乙</p><table><tbody><tr><td>丙{place_mark(1)}</td></tr></tbody></table>"
    assert unmarked(html, {0: "<img>"}) == (
        "<p>甲乙</p><img><table><tbody><tr><td>丙</td></tr></tbody></table>"
    )
    assert unmarked(html) == "<p>甲乙</p><table><tbody><tr><td>丙</td></tr></tbody></table>"
