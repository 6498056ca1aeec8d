"""A draft as the public page: the portal's own layout, marked, kept nowhere, without links that lead nowhere."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from mingbai.accounts.models import Person
from mingbai.core.pages.files import root as pages_folder
from mingbai.core.pages.models import PageRead
from mingbai.disclosure import services
from mingbai.disclosure.factories import County, make_county
from mingbai.disclosure.models import Disclosure, Draft
from mingbai.disclosure.services.attachments import add_attachment

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> County:
    return make_county()


@pytest.fixture(autouse=True)
def _no_second_factor(settings) -> None:
    settings.MFA_REQUIRED_FOR = "off"


def browser(person_id: int | None) -> Client:
    client = Client()
    backend = "allauth.account.auth_backends.AuthenticationBackend"
    client.force_login(Person.objects.get(pk=person_id), backend=backend)
    return client


@pytest.fixture
def editor(county: County) -> Client:
    return browser(county.editor.person_id)


def page_of(client: Client, item: Disclosure, size: str = ""):
    return client.get(reverse("portal-preview-page", args=[item.pk]) + (f"?size={size}" if size else ""))


class Links(HTMLParser):
    """Addresses of our own that a reader, or the browser by itself, may follow."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if (
                name in {"href", "src"}
                and value
                and value.startswith("/")
                and not value.startswith("/static/")
            ):
                self.found.add(value)


def body_of(page: str) -> str:
    found = re.search(r'<div class="body".*?</div>', page, re.S)
    assert found
    return found[0]


def test_the_draft_stands_in_the_public_layout(county: County, editor: Client) -> None:
    """What is public later differs from the preview in the mark alone, as far as the text goes."""
    fields = {"document_number": "青政发〔2026〕3号", "keywords": "防火", "summary": "森林防火工作安排"}
    item = county.draft(body="<p>各村要加强巡查。</p><table><tr><td>镇</td></tr></table>", **fields)
    shown = page_of(editor, item).text
    assert 'class="draft-mark"' in shown and "预览　草稿" in shown
    edition = services.submit_draft(county.editor, disclosure=item, version=1)
    public = services.publish_edition(county.final, disclosure=county.approve(edition))
    real = Client().get(public.get_absolute_url()).text
    assert "公众还看不到" in shown
    afterwards = page_of(editor, public).text
    assert "这一版已经公开" in afterwards and "草稿" not in afterwards
    assert "draft-mark" not in real
    assert body_of(shown) == body_of(real)
    for said in (
        "青政发〔2026〕3号",
        "防火",
        "森林防火工作安排",
        'href="/static/portal/portal.css',
        county.column.name,
    ):
        assert said in shown and said in real


def test_no_address_of_the_preview_leads_nowhere(county: County, editor: Client) -> None:
    """Nor to the item's own public page, print view, QR code or files, which do not exist yet."""
    other = county.published(title="另一份公开的文件")
    item = county.draft(relations=(("interprets", other.pk),))
    add_attachment(county.editor, disclosure=item, name="名单.txt", content="甲\t乙".encode())
    shown = page_of(editor, item).text
    links = Links(shown).found
    assert f"/items/{other.pk}/" in links
    assert any(link.startswith(f"/desk/disclosures/{item.pk}/files/") for link in links)
    assert not any(f"/items/{item.pk}/" in link for link in links)
    for link in sorted(links):
        assert editor.get(link).status_code == 200, link


def test_a_column_that_the_unit_has_not_adopted_is_no_link(county: County, editor: Client) -> None:
    from mingbai.catalogue.factories import make_column

    item = county.draft(columns=(make_column("没有采用的栏目").pk,))
    links = Links(page_of(editor, item).text).found
    assert not any("/columns/" in link for link in links)


def test_it_is_kept_by_nobody(county: County, editor: Client, settings) -> None:
    settings.PAGE_STORE = True
    item = county.draft()
    answer = page_of(editor, item)
    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    assert '<meta name="robots" content="noindex, nofollow">' in answer.text
    assert 'rel="canonical"' not in answer.text and 'name="PubDate"' not in answer.text
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert not PageRead.objects.filter(path__contains="preview").exists()
    assert not list(pages_folder().rglob("*preview*"))
    assert Client().get(f"/items/{item.pk}/").status_code == 404


def test_no_style_or_script_of_its_own(county: County, editor: Client) -> None:
    """The content security policy would refuse it, and the preview would differ from the page."""
    shown = page_of(editor, county.draft()).text
    assert "<script" not in shown and " style=" not in shown and "<style" not in shown


@pytest.mark.parametrize(
    ("width", "phone", "elder"),
    [("", False, False), ("phone", True, False), ("elder", False, True), ("nonsense", False, False)],
)
def test_the_frame_is_as_wide_as_asked(
    county: County, editor: Client, width: str, phone: bool, elder: bool
) -> None:
    item = county.draft()
    frame = editor.get(reverse("disclosure-preview", args=[item.pk]), {"width": width}).text
    assert ("preview-phone" in frame) == phone
    assert ("size=elder" in frame) == elder
    assert reverse("portal-preview-page", args=[item.pk]) in frame


def test_large_type(county: County, editor: Client) -> None:
    item = county.draft()
    assert '<html lang="zh-CN" class="elder' in page_of(editor, item, "elder").text
    assert '<html lang="zh-CN" class="elder' not in page_of(editor, item).text


def test_reviewers_see_the_text_that_was_submitted(county: County) -> None:
    edition = county.submitted(body="<p>送审的文本。</p>")
    Draft.objects.of(disclosure=edition.disclosure).update(body_html="<p>后来的草稿。</p>")
    assert "送审的文本" in page_of(browser(county.first.person_id), edition.disclosure).text


def test_a_correction_is_announced_as_it_will_be(county: County, editor: Client) -> None:
    item = county.published(body="<p>电话 1234。</p>")
    services.start_correction(county.editor, disclosure=item, note="更正联系电话")
    shown = page_of(editor, item).text
    assert "更正：更正联系电话" in shown
    assert "公众看到的还是原来的版本" in shown
    assert "更正联系电话" not in Client().get(item.get_absolute_url()).text


def test_what_is_not_public_is_not_shown_as_related(county: County, editor: Client) -> None:
    hidden = county.draft(title="还没公开的文件")
    item = county.draft(relations=(("interprets", hidden.pk),))
    assert "还没公开的文件" not in page_of(editor, item).text


@pytest.mark.parametrize("name", ["disclosure-preview", "portal-preview-page"])
def test_strangers_learn_nothing(county: County, name: str) -> None:
    item = county.draft()
    answer = browser(county.stranger.person_id).get(reverse(name, args=[item.pk]))
    assert answer.status_code == 404
    assert item.title not in answer.text
    assert Client().get(reverse(name, args=[item.pk])).status_code == 302
