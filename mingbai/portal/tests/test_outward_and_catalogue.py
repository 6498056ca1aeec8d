"""Links out of a text are asked about before they lead away; the catalogue of one unit; second addresses of a text."""

import re
from datetime import date
from html import unescape

import pytest

from mingbai.catalogue.factories import make_column, make_item
from mingbai.catalogue.models import Adoption
from mingbai.core.identity import SiteIdentity, save_site_identity
from mingbai.disclosure.services import withdraw
from mingbai.portal.outward import is_official, is_ours, with_prompt
from mingbai.portal.tests.test_fresh_places import published_with_file
from mingbai.portal.tests.test_portal_pages import COLUMN_TAGS, CONTENT_TAGS, SITE_TAGS, tags

OUTSIDE = "https://shop.example.com/a?b=1&c=2"


@pytest.mark.parametrize(
    ("address", "official"),
    [
        ("https://www.gov.cn/zhengce/", True),
        ("http://www.shixian.gov.cn/a", True),
        ("https://WWW.SHIXIAN.EXAMPLE/items/1/", True),
        ("https://www.gov.cn.example.com/", False),
        ("https://xgov.cn/", False),
        ("https://www.gov.cn@evil.example/", False),
        ("https://gov.cn./", True),
        ("https://example.com/?www.gov.cn", False),
    ],
)
def test_what_counts_as_a_government(address, official):
    assert is_official(address, "www.shixian.example") is official


def test_links_to_others_are_asked_about_and_lead_on(client, county):
    body = f'<p><a href="{OUTSIDE.replace("&", "&amp;")}">商城</a><a href="https://www.gov.cn/x">国家</a></p>'
    item = county.published(body=body)
    for base in ("", "/da"):
        page = client.get(f"{base}/items/{item.pk}/").content.decode()
        assert 'href="https://www.gov.cn/x"' in page and "shop.example.com/a" not in page
        asked = unescape(re.search(r'href="([^"]*/leave/[^"]*)"', page)[1])
        assert asked.startswith(f"{base}/leave/")
        answer = client.get(asked)
        html = answer.content.decode()
        assert answer.status_code == 200 and "即将离开“试县人民政府门户网站”" in html
        assert f'<a class="button" href="{OUTSIDE.replace("&", "&amp;")}"' in html
    # on paper the address itself is what helps
    assert "shop.example.com" in client.get(f"/items/{item.pk}/print/").content.decode()


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"to": OUTSIDE},
        {"to": OUTSIDE, "s": "x" * 500},
        {"to": "https://evil.example/", "s": "AAAA:BBBB"},
        {"to": "javascript:alert(1)", "s": ""},
        {"to": "\ud800\x00", "s": "\ud800"},
        {"to": "https://a.example/" + "a" * 5_000, "s": ""},
    ],
)
def test_no_stranger_can_lead_anybody_over_our_page(client, county, query):
    safe = {name: value.encode("utf-8", "ignore").decode() for name, value in query.items()}
    assert client.get("/leave/", safe).status_code == 404


def test_only_web_addresses_that_we_signed_are_ours():
    led = with_prompt(f'<a href="{OUTSIDE}">x</a>', "", "a.example")
    signature = re.search(r"&amp;s=([^\"]+)", led)[1]
    assert is_ours(OUTSIDE, signature) and not is_ours(OUTSIDE + "x", signature)
    untouched = '<a href="/items/1/">x</a><a href="mailto:a@b.example">y</a>'
    assert with_prompt(untouched, "", "a.example") == untouched


def test_print_view_and_reader_carry_every_tag(client, county):
    item, _, reader = published_with_file(county, "橡皮艇三艘")
    for address, title in ((f"/items/{item.pk}/print/", item.title), (reader, "清单.docx")):
        html = client.get(address).content.decode()
        found = tags(html)
        assert set(found) >= SITE_TAGS | COLUMN_TAGS | CONTENT_TAGS | {"Description", "Url"} and all(
            found.values()
        )
        assert found["ArticleTitle"] == title
    canonical = f'<link rel="canonical" href="https://www.shixian.example/items/{item.pk}/">'
    assert canonical in client.get(f"/items/{item.pk}/print/").content.decode()


def test_the_catalogue_of_a_unit_shows_what_it_owes_and_what_it_has_published(client, county):
    kept, owed, other = make_item("临时救助"), make_item("住房保障"), make_item("别人的事项")
    for item, unit in ((kept, county.town), (owed, county.town), (other, county.village)):
        Adoption.objects.create(unit=unit, item=item, adopted_on=date(2025, 1, 1))
    paper = county.published(title="本月临时救助名单", items=(kept.pk,))
    address = f"/units/{county.town.code}/grassroots/"
    html = client.get(address).content.decode()
    assert "2 个，已经公开 1 个" in html and f"/items/{paper.pk}/" in html and "还没有公开的信息" in html
    assert "别人的事项" not in html and f"/units/{county.village.code}/grassroots/" in html
    assert address in client.get(f"/units/{county.town.code}/").content.decode()
    village = client.get(f"/units/{county.village.code}/grassroots/").content.decode()
    assert "别人的事项" in village and "本月临时救助名单" not in village
    withdraw(county.final, disclosure=paper, reason="outdated", note="过时")
    assert "已经公开 0 个" in client.get(address).content.decode()


def test_a_unit_without_the_catalogue_has_no_link_to_it(client, county):
    address = f"/units/{county.town.code}/grassroots/"
    assert address not in client.get(f"/units/{county.town.code}/").content.decode()
    assert "还没有采用标准目录的事项" in client.get(address).content.decode()


def test_the_interface_reads_one_column_and_one_topic(client, county):
    grants = make_column("补贴发放", topic="subsidies")
    Adoption.objects.create(unit=county.town, column=grants, adopted_on=date(2025, 1, 1))
    county.published(title="别的通知")
    paper = county.published(title="补贴名单", columns=(grants.pk,))

    def listed(query: str) -> list[int]:
        return [row["id"] for row in client.get(f"/api/v1/items?{query}").json()["items"]]

    assert listed(f"column={grants.code}") == listed("topic=subsidies") == [paper.pk]
    assert listed("column=nothing") == listed("topic=nothing") == listed("column=%00") == []


def test_the_form_to_print_asks_for_what_the_law_asks_and_no_more(client, county):
    html = client.get(f"/units/{county.town.code}/apply-form/").content.decode()
    for wanted in (
        "姓名",
        "证件号码",
        "统一社会信用代码",
        "便于查询的其他特征",
        "提供方式",
        "获取途径",
        "法律服务机构",
    ):
        assert wanted in html
    # since 2019 nobody need say what the information is for (条例 第二十九条)
    assert "用途" not in html and county.town.name in html


def test_a_site_without_a_domain_still_asks(client, county):
    save_site_identity(SiteIdentity(name="试县人民政府门户网站"))
    item = county.published(body=f'<p><a href="{OUTSIDE}">商城</a></p>')
    assert "/leave/?to=" in client.get(f"/items/{item.pk}/").content.decode()
