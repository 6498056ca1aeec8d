"""The portal in a real browser: nothing for axe to find on any template, nothing loaded from elsewhere, no sideways
scrolling on a narrow phone, small over the wire."""

import os
import re
import shutil
from datetime import date
from html import unescape

import pytest
from django.test import Client

from mingbai.catalogue.factories import make_item
from mingbai.catalogue.models import Adoption
from mingbai.core.identity import save_site_identity
from mingbai.disclosure import services
from mingbai.disclosure.factories import County, make_county
from mingbai.portal.tests.conftest import IDENTITY
from mingbai.portal.tests.test_fresh_places import published_with_file

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CHROMIUM = shutil.which("chromium")
HOME_LIMIT, ITEM_LIMIT = 120 * 1024, 60 * 1024


@pytest.fixture
def browser(live_server, monkeypatch):
    # playwright's loop runs in this thread, which Django takes for asynchronous code
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    if CHROMIUM is None:
        if "chromium" in os.environ.get("MINGBAI_REQUIRE", ""):
            pytest.fail("chromium is required here and not installed")
        pytest.skip("chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield opened
        opened.close()


@pytest.fixture
def addresses(transactional_db, browser) -> list[str]:
    county: County = make_county()
    save_site_identity(IDENTITY)
    item = county.published(
        title="关于开展春季森林防火工作的通知",
        # as wide as the tables of an annual report, and one more for the names of the frames
        body=f"<p>正文</p><table><tr>{'<td>一二三四五六</td>' * 20}</tr></table><table><tr><td>村</td></tr></table>",
    )
    link = county.published(title="有外部链接的通知", body='<p><a href="https://a.example/">外面</a></p>')
    asked = re.search(r'href="(/leave/[^"]*)"', Client().get(f"/items/{link.pk}/").content.decode())
    standard = make_item("临时救助", elements=["对象", "标准"], basis="社会救助暂行办法")
    Adoption.objects.create(unit=county.town, item=standard, adopted_on=date(2025, 1, 1))
    county.published(title="临时救助名单", items=(standard.pk,))
    _, _, reader = published_with_file(county, "名称\t数量\n橡皮艇\t三艘")
    gone = county.published(title="会撤下的通知")
    services.withdraw(county.final, disclosure=gone, reason="outdated", note="过时")
    town, column = county.town.code, county.column.code
    return [
        "/",
        "/units/",
        f"/units/{town}/",
        f"/units/{county.village.code}/",
        "/units/no-such-unit/",
        f"/units/{town}/disclosure/",
        f"/units/{town}/disclosure/guide/",
        f"/units/{town}/disclosure/requests/",
        f"/units/{town}/apply-form/",
        f"/units/{town}/columns/{column}/",
        "/policies/",
        f"/items/{item.pk}/",
        f"/items/{item.pk}/print/",
        f"/items/{gone.pk}/",
        "/grassroots/",
        f"/grassroots/{standard.domain.code}/",
        f"/grassroots/{standard.domain.code}/{standard.code}/",
        f"/units/{town}/grassroots/",
        "/topics/subsidies/",
        "/interpretations/",
        reader,
        unescape(asked[1]) if asked else "/leave/",
        "/apply/",
        "/ask/",
        "/sitemap/",
        "/about/",
        "/accessibility/",
        "/open-data/",
        "/search/",
        "/search/?q=防火",
        "/search/?q=没有这样的词",
        "/search/?q=青山镇",
        "/report-error/",
        "/no-such-page/",
    ]


def test_axe_finds_nothing_on_a_page_of_the_demonstration(browser, live_server, addresses, settings):
    """With what says so above the header, which no other page has."""
    from axe_playwright_python.sync_playwright import Axe

    settings.DEMO = True
    page = browser.new_page(base_url=live_server.url)
    page.goto("/about/")
    assert page.get_by_text("演示数据").count() == 1
    assert not Axe().run(page).response["violations"]


def test_axe_finds_nothing_on_any_page(browser, live_server, addresses):
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_page(viewport={"width": 1366, "height": 768}, base_url=live_server.url)
    found = []
    for base in ("", "/da"):
        for address in addresses:
            page.goto(base + address)
            for violation in Axe().run(page).response["violations"]:
                found.append(f"{base}{address}: {violation['id']} {violation['nodes'][0]['html'][:120]}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [320, 390, 683])
def test_nothing_scrolls_sideways(browser, live_server, addresses, width):
    """683 is 1366 at 200 %."""
    page = browser.new_page(viewport={"width": width, "height": 800}, base_url=live_server.url)
    for base in ("", "/da"):
        for address in addresses:
            page.goto(base + address)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, base + address


def test_small_over_the_wire_and_nothing_from_elsewhere(browser, live_server, addresses):
    item = next(address for address in addresses if address.startswith("/items/"))
    for address, limit in (("/", HOME_LIMIT), (item, ITEM_LIMIT)):
        context = browser.new_context(base_url=live_server.url)
        page = context.new_page()
        sizes: list[int] = []
        hosts: set[str] = set()
        page.on("response", lambda answer, sizes=sizes: sizes.append(len(answer.body())))
        page.on("request", lambda asked, hosts=hosts: hosts.add(asked.url.split("/")[2]))
        page.goto(address, wait_until="networkidle")
        assert sum(sizes) <= limit and hosts == {live_server.url.split("/")[2]}
        assert context.cookies() == []
        context.close()


def test_the_keyboard_reaches_the_text_first(browser, live_server, addresses):
    page = browser.new_page(base_url=live_server.url)
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "q"
