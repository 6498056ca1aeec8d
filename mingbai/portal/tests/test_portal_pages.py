import json
import re
from datetime import date

import pytest
from django.test import RequestFactory

from mingbai.accounts.models import Unit
from mingbai.catalogue.models import Adoption, Column
from mingbai.catalogue.services import refresh_states, switch_adoption
from mingbai.core import clock, pages
from mingbai.disclosure import services
from mingbai.disclosure.factories import AGREED, County, make_column
from mingbai.disclosure.models import Disclosure, Kind
from mingbai.disclosure.services import withdraw
from mingbai.portal.models import Banner
from mingbai.portal.query import dictionary
from mingbai.portal.templatetags.portal import tel, within
from mingbai.portal.tests.conftest import IDENTITY
from mingbai.portal.views import errors, lists
from mingbai.portal.views.items import _blocks, with_frames
from mingbai.server import refusal

SITE_TAGS = {"SiteName", "SiteDomain", "SiteIDCode"}
COLUMN_TAGS = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
CONTENT_TAGS = {"ArticleTitle", "PubDate", "ContentSource"}
FOOTER = (
    "我为政府网站找错",
    "站点地图",
    "1234567890",
    "试备00000000号",
    "试公网安备",
    "党政机关网站标识",
    "试县人民政府办公室",
    "0000-1234567",
)


def tags(html: str) -> dict[str, str]:
    return dict(re.findall(r'<meta name="(\w+)" content="([^"]*)">', html))


@pytest.fixture
def addresses(county: County) -> list[str]:
    item = county.published()
    town, column = county.town.code, county.column.code
    return [
        "/",
        "/units/",
        f"/units/{town}/",
        f"/units/{county.village.code}/",
        f"/units/{town}/disclosure/",
        f"/units/{town}/disclosure/guide/",
        f"/units/{town}/disclosure/requests/",
        f"/units/{town}/apply-form/",
        f"/units/{town}/columns/{column}/",
        "/topics/subsidies/",
        "/policies/",
        "/policies/?year=2026&validity=in_force&genre=%E9%80%9A%E7%9F%A5",
        "/interpretations/",
        f"/items/{item.pk}/",
        f"/items/{item.pk}/print/",
        "/grassroots/",
        f"/units/{town}/grassroots/",
        "/apply/",
        "/ask/",
        "/sitemap/",
        "/about/",
        "/accessibility/",
        "/open-data/",
        "/search/",
        "/search/?q=防火",
        "/search/?q=没有的东西呀",
        "/report-error/",
    ]


def test_every_page_stands_in_plain_and_large_type_with_tags_and_footer(client, addresses):
    for base in ("", "/da"):
        for address in addresses:
            response = client.get(base + address)
            html = response.content.decode()
            assert response.status_code == 200, address
            assert set(tags(html)) >= SITE_TAGS and all(tags(html).values()), address
            for piece in FOOTER:
                assert piece in html, (address, piece)
            assert not response.cookies and "style=" not in html and "<script>" not in html, address
            plain = address.split("?")[0]
            plain = plain.removesuffix("print/")
            assert f'<link rel="canonical" href="https://www.shixian.example{plain}">' in html


def test_tags_of_columns_and_of_content(client, county):
    item = county.published()
    column = tags(client.get(f"/units/{county.town.code}/columns/{county.column.code}/").content.decode())
    assert set(column) >= COLUMN_TAGS and column["ColumnName"] == county.column.name
    content = tags(client.get(f"/items/{item.pk}/").content.decode())
    assert set(content) >= SITE_TAGS | COLUMN_TAGS | CONTENT_TAGS and all(content.values())
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", content["PubDate"])


def test_an_item_page_is_cold_in_at_most_six_queries_and_small(client, county, django_assert_max_num_queries):
    item = county.published()
    client.get(f"/items/{item.pk}/")
    # the surroundings are read again on every page in tests, where nothing commits: two queries more than in life
    with django_assert_max_num_queries(7):
        html = client.get(f"/items/{item.pk}/").content
    assert len(html) < 30_000


def test_files_relations_and_corrections_make_no_more_queries(client, county, django_assert_max_num_queries):
    about = county.published(title="青山镇森林防火管理办法", kind=Kind.NORMATIVE_DOCUMENT.value)
    draft = county.draft(title="管理办法解读", relations=(("interprets", about.pk),), kind="interpretation")
    for name, content in (("说明.txt", "防火期为每年十一月至次年四月。"), ("空白.txt", " ")):
        services.add_attachment(county.editor, disclosure=draft, name=name, content=content.encode())
    edition = services.submit_draft(county.editor, disclosure=draft, version=1)
    item = services.publish_edition(county.final, disclosure=county.approve(edition))
    again = services.start_correction(county.editor, disclosure=item, note="更正第一段电话")
    edition = services.submit_draft(county.editor, disclosure=item, version=again.version)
    services.publish_edition(county.final, disclosure=county.approve(edition))
    client.get(f"/items/{item.pk}/")
    with django_assert_max_num_queries(8):  # with the surroundings, as above
        html = client.get(f"/items/{item.pk}/").content.decode()
    assert "更正第一段电话" in html and f"/items/{about.pk}/" in html
    assert "说明.txt" in html and "空白.txt" in html and html.count("在线阅读") == 1


def test_a_withdrawn_item_leaves_a_tombstone_with_the_reason(client, county):
    item = county.published(title="关于开展春季森林防火工作的通知")
    withdraw(county.final, disclosure=item, reason="wrong_content", note="数字有误")
    response = client.get(f"/items/{item.pk}/")
    assert response.status_code == 410
    assert (
        "关于开展春季森林防火工作的通知" in response.content.decode()
        and "内容有误" in response.content.decode()
    )


def test_a_tombstone_for_privacy_shows_no_title_nor_unit(client, county):
    item = county.published(title="某某家庭困难情况公示")
    withdraw(county.final, disclosure=item, reason="privacy", note="含个人住址")
    for address in (f"/items/{item.pk}/", f"/items/{item.pk}/print/", f"/da/items/{item.pk}/"):
        response = client.get(address)
        assert response.status_code == 410
        assert "某某家庭" not in response.content.decode() and "含个人住址" not in response.content.decode()


def test_what_was_never_public_is_missing(client, county):
    draft = county.draft()
    assert client.get(f"/items/{draft.pk}/").status_code == 404
    assert client.get("/items/99999999/").status_code == 404
    assert client.get("/items/9" + "9" * 30 + "/").status_code in {404}


@pytest.mark.parametrize(
    "address",
    [
        "/units/nowhere/",
        "/topics/nothing/",
        "/grassroots/none/",
        "/topics/notices/p/0/",
        "/policies/p/77/",
        "/x/",
    ],
)
def test_a_missing_page_helps(client, county, address):
    response = client.get(address)
    assert response.status_code == 404 and "没有" in response.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/units/nowhere/",
        "/da/units/nowhere/",
        "/units/{town}/columns/none/",
        "/da/units/{town}/columns/none/",
        "/units/nowhere/feed.atom",
    ],
)
def test_what_the_reader_asked_for_wrongly_stays_within_the_site(client, county, address):
    """A unit or a column that is not there is a missing page like another, and never a screen of the desk."""
    response = client.get(address.format(town=county.town.code))
    before = "/da" if address.startswith("/da") else ""
    html = response.content.decode()
    assert response.status_code == 404
    assert IDENTITY.name in html and f'action="{before}/search/"' in html and "网站标识码" in html
    assert "/desk/" not in html


def test_pages_without_the_database_name_the_site(client, county, settings):
    client.get("/")
    for answer in (
        errors.server_error(RequestFactory().get("/")),
        errors.bad_request(RequestFactory().post("/")),
    ):
        html = answer.content.decode()
        assert IDENTITY.name in html and "portal.css" in html and 'href="/"' in html
    told = refusal(too_long=True).decode()
    assert IDENTITY.name in told and "一百个字" in told


def test_only_agencies_have_the_statutory_platform(client, county):
    assert client.get(f"/units/{county.town.code}/disclosure/").status_code == 200
    assert client.get(f"/units/{county.village.code}/disclosure/").status_code == 404
    assert "村务公开" in client.get(f"/units/{county.village.code}/").content.decode()


def test_lists_number_their_pages_from_the_oldest(client, county):
    items = [county.published(title=f"第{number}号通知公告") for number in range(1, 4)]
    from mingbai.portal.views import lists

    original, lists.SIZE = lists.SIZE, 1
    try:
        first = client.get(f"/units/{county.town.code}/columns/{county.column.code}/p/1/").content.decode()
        county.published(title="第4号通知公告")
        again = client.get(f"/units/{county.town.code}/columns/{county.column.code}/p/1/").content.decode()
        newest = client.get(f"/units/{county.town.code}/columns/{county.column.code}/").content.decode()
    finally:
        lists.SIZE = original
    assert items[0].title in first and items[0].title in again and items[1].title not in again
    assert "第4号通知公告" in newest


def test_open_data_of_a_list(client, county):
    item = county.published(title="=1+1的通知公告", document_number="")
    path = f"/units/{county.town.code}/columns/{county.column.code}/list"
    rows = json.loads(client.get(f"{path}.json").content)["条目"]
    assert [row["标题"] for row in rows] == [item.title]
    text = client.get(f"{path}.csv").content.decode()
    assert text.startswith("\ufeff索引号") and ",'=1+1的通知公告," in text


def test_a_filtered_list_is_given_as_filtered_and_never_in_place_of_the_whole(client, county):
    for title in ("防汛通知公告", "春耕通知公告"):
        county.published(title=title)
    path = f"/units/{county.town.code}/columns/{county.column.code}/"
    page = client.get(f"{path}?word=防汛").content.decode()
    (address,) = re.findall(r'href="([^"]*list\.json[^"]*)"', page)
    assert [row["标题"] for row in json.loads(client.get(address).content)["条目"]] == ["防汛通知公告"]
    table = client.get(address.replace("json", "csv")).content.decode()
    assert "防汛" in table and "春耕" not in table
    assert len(json.loads(client.get(f"{path}list.json").content)["条目"]) == 2


def test_a_long_list_is_given_whole_in_slices(client, county, monkeypatch):
    at = clock.now()
    made = [county.published(title=f"第{number}号通知公告").pk for number in range(5)]
    Disclosure.objects.of(pk__in=made[1:3]).update(published_at=at)
    path = f"/units/{county.town.code}/columns/{county.column.code}/list"
    plain = {suffix: client.get(f"{path}.{suffix}").content for suffix in ("csv", "json")}
    pages.clear()
    monkeypatch.setattr(lists, "KEPT", 3)
    monkeypatch.setattr(lists, "SLICE", 2)
    for suffix, whole in plain.items():
        answer = client.get(f"{path}.{suffix}")
        assert answer.streaming
        assert answer.getvalue() == whole
    titles = [row["标题"] for row in json.loads(plain["json"])["条目"]]
    assert len(titles) == 5 and sorted(titles) == [f"第{number}号通知公告" for number in range(5)]


def test_the_site_map_names_every_column_of_every_unit(client, county):
    index = client.get("/sitemap.xml").content.decode()
    (block,) = set(re.findall(r"/sitemap-columns-(\d+)\.xml", index))
    address = f"/units/{county.town.code}/columns/{county.column.code}/"
    named = client.get(f"/sitemap-columns-{block}.xml").content.decode()
    assert f"https://www.shixian.example{address}" in named
    for path in re.findall(r"https://www\.shixian\.example(/[^<]*)", named):
        assert client.get(path).status_code == 200
    adoption = Adoption.objects.of(unit=county.town, column=county.column).get()
    switch_adoption(county.supervisor, adoption=adoption, on=False, reason="没有这项职能")
    assert address not in client.get(f"/sitemap-columns-{block}.xml").content.decode()
    assert client.get("/sitemap-columns-999.xml").status_code == 404


def test_feeds_and_site_maps(client, county):
    item = county.published()
    for address in (
        "/feed.atom",
        f"/units/{county.town.code}/feed.atom",
        f"/units/{county.town.code}/columns/{county.column.code}/feed.atom",
    ):
        feed = client.get(address)
        assert feed["Content-Type"].startswith("application/atom+xml")
        assert f"https://www.shixian.example/items/{item.pk}/" in feed.content.decode()
    assert "/sitemap-0.xml" in client.get("/sitemap.xml").content.decode()
    assert f"/items/{item.pk}/" in client.get(f"/sitemap-{item.pk // 10_000}.xml").content.decode()
    assert client.get("/sitemap-999.xml").status_code == 404
    assert "Disallow: /desk/" in client.get("/robots.txt").content.decode()


def test_a_notice_is_on_every_page_for_its_time(client, county):
    now = clock.now()
    Banner.objects.create(
        kind="emergency", text="今夜有暴雨，请勿下河", starts_at=now,
        ends_at=now.replace(year=now.year + 1), created_at=now,
    )  # fmt: skip
    Banner.objects.create(kind="grey", starts_at=now, ends_at=now.replace(year=now.year + 1), created_at=now)
    html = client.get("/about/").content.decode()
    assert "今夜有暴雨" in html and 'class=" grey"' in html


def test_the_host_header_never_reaches_a_page(client, county):
    item = county.published()
    html = client.get(f"/items/{item.pk}/", headers={"host": "localhost"}).content.decode()
    assert "//localhost" not in html


def test_interpretation_and_document_point_to_each_other(client, county):
    document = county.published(title="青山镇森林防火管理办法", kind=Kind.NORMATIVE_DOCUMENT.value)
    piece = county.published(
        title="管理办法解读", relations=(("interprets", document.pk),), kind="interpretation"
    )
    assert f"/items/{piece.pk}/" in client.get(f"/items/{document.pk}/").content.decode()
    assert f"/items/{document.pk}/" in client.get(f"/items/{piece.pk}/").content.decode()


def test_a_repealed_document_says_so_and_stands_below(client, county):
    old = county.published(title="秸秆禁烧管理办法", kind="normative_document")
    county.published(title="秸秆禁烧管理办法（修订）", kind="normative_document")
    Disclosure.objects.of(pk=old.pk).update(validity="repealed")
    assert "废止，仅供查考" in client.get(f"/items/{old.pk}/").content.decode()
    html = client.get("/search/?q=秸秆").content.decode()
    assert html.index("修订") < html.index(f'/items/{old.pk}/"') and "废止" in html


def test_the_reader_tells_tables_from_paragraphs():
    assert _blocks("标题\n\n姓名\t金额\n甲\t1\n完") == [
        {"text": "标题"},
        {"rows": [["姓名", "金额"], ["甲", "1"]]},
        {"text": "完"},
    ]


def test_columns_without_a_description_still_have_full_tags(client, county):
    column = make_column("没有说明的栏目", description="", keywords="", column_type="")
    from datetime import date

    from mingbai.catalogue.models import Adoption

    Adoption(unit=county.town, column=column, adopted_on=date(2025, 1, 1)).save()
    found = tags(client.get(f"/units/{county.town.code}/columns/{column.code}/").content.decode())
    assert set(found) >= COLUMN_TAGS and all(found.values())


def test_an_emergency_publication_carries_its_mark_until_it_is_reviewed(client, county):
    from mingbai.disclosure.services import emergency_publish

    edition = county.submitted(title="关于今夜停止渡船的公告")
    emergency_publish(county.final, disclosure=edition.disclosure, reason="洪水将至", consent=AGREED)
    assert "应急发布" in client.get(f"/items/{edition.disclosure_id}/").content.decode()
    assert "应急发布" not in client.get(f"/items/{county.published().pk}/").content.decode()


def test_a_nothing_statement_is_public_on_its_column(client, county):
    from mingbai.catalogue.services import make_nothing_statement

    adoption = (
        Adoption.objects.of(unit=county.town, column=county.column).select_related("unit", "column").get()
    )
    address = f"/units/{county.town.code}/columns/{county.column.code}/"
    assert "没有发生临时救助" not in client.get(address).content.decode()
    today = clock.today()
    make_nothing_statement(
        county.editor,
        adoption=adoption,
        period_from=date(today.year, today.month, 1),
        period_to=today,
        text="本月没有发生临时救助",
    )
    assert "没有发生临时救助" in client.get(address).content.decode()


def test_the_home_page_is_named_like_the_site(client, county):
    assert "<title>试县人民政府门户网站</title>" in client.get("/").content.decode()


def test_a_subject_shows_how_before_who(client, county):
    Column.objects.filter(pk=county.column.pk).update(topic="relief")
    for month in range(1, 43):
        county.published(title=f"青山镇{month}月低保对象公示", kind="announcement")
    guide = county.published(title="青山镇临时救助申请指南", kind="other")
    text = client.get("/topics/relief/").content.decode()
    assert text.index("怎么办、要什么材料") < text.index(guide.title) < text.index("42月低保对象公示")
    assert (
        county.town.code in text
        and "怎么办、要什么材料" not in client.get("/topics/relief/p/1/").content.decode()
    )


def test_lists_of_all_units_can_be_narrowed_to_a_town(client, county):
    own = county.published(title="青山镇的办法", kind=Kind.NORMATIVE_DOCUMENT)
    for unit, shown in ((county.town, True), (county.other_town, False)):
        text = client.get(f"/policies/?unit={unit.code}").content.decode()
        assert (own.title in text) is shown
    assert own.title in client.get("/policies/?unit=nobody").content.decode()


def test_columns_that_hold_nothing_lead_on(client, county):
    way = make_column("村务公开链接", holds_items=False, topic="village", cadence="link")
    Adoption.objects.create(unit=county.town, column=way, adopted_on=date(2025, 1, 1))
    page = f"/units/{county.town.code}/"
    assert f'columns/{way.code}/">{way.name}</a> <span class="num">0' not in client.get(page).content.decode()
    text = client.get(f"{page}columns/{way.code}/").content.decode()
    assert f"/units/{county.village.code}/" in text and "还没有公开" not in text


@pytest.mark.parametrize("address", ["/nonsense/", "/search/?q=%E6%B0%B4%E7%94%B5%E7%AB%99"])
def test_where_nothing_is_there_are_ways_on(client, county, address):
    text = client.get(address).content.decode()
    assert "/topics/subsidies/" in text and "/ask/" in text


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("0000-8412001", '<a href="tel:00008412001">0000-8412001</a>'),
        ("12345（工作日）", "12345（工作日）"),
        ("<b>1</b>", "&lt;b&gt;1&lt;/b&gt;"),
        ("", ""),
    ],
)
def test_telephone_numbers_can_be_tapped(number, shown):
    assert tel(number) == shown


def test_the_telephone_of_a_unit_stands_before_its_lists(client, county):
    Unit.objects.filter(pk=county.town.pk).update(
        phone="0000-7654321", hours="周一至周五", address="青山路1号"
    )
    county.published()
    for before in ("", "/da"):
        html = client.get(f"{before}/units/{county.town.code}/").content.decode()
        assert html.index('href="tel:00007654321"') < html.index("最新公开</h2>")


def test_a_unit_names_the_columns_in_which_it_is_behind(client, county):
    refresh_states(Adoption.objects.of(unit=county.town).select_related("column"))
    html = client.get(f"/units/{county.town.code}/").content.decode()
    assert "1 个还是空白" in html and "是哪些栏目" in html
    behind = html.split("是哪些栏目")[1].split("</details>")[0]
    assert f"/columns/{county.column.code}/" in behind and "还是空白" in behind


def test_who_searches_for_a_unit_is_shown_its_page_and_telephone(client, county):
    Unit.objects.filter(pk=county.town.pk).update(phone="0000-7654321", short_name="青山镇")
    Unit.objects.filter(pk=county.other_town.pk).update(short_name="白石镇")
    dictionary.forget()
    for asked in ("青山镇", "青山镇电话", "青山镇没有的东西呀"):
        html = client.get("/search/", {"q": asked}).content.decode()
        named = html.split('class="box named"')[1].split("</section>")[0]
        assert f"/units/{county.town.code}/" in named and 'href="tel:00007654321"' in named, asked
        assert "白石镇" not in named
    assert "box named" not in client.get("/search/", {"q": "防火"}).content.decode()
    Unit.objects.filter(pk=county.town.pk).update(closed_on=date(2026, 1, 1))
    assert "box named" not in client.get("/search/", {"q": "青山镇"}).content.decode()


def test_every_page_leads_to_the_search_and_to_the_other_size_of_type(client, county):
    for address in ("/about/", f"/units/{county.town.code}/", "/nonsense/"):
        plain, large = client.get(address).content.decode(), client.get(f"/da{address}").content.decode()
        assert f'href="/da{address}">大字版' in plain and f'href="{address}">普通版' in large
        assert 'href="/search/"' in plain and 'href="/da/search/"' in large
    assert '<a href="/policies/" aria-current="true">' in client.get("/policies/").content.decode()


@pytest.mark.parametrize(
    ("address", "prefix", "led"),
    [
        ("/about/#filing", "/da", "/da/about/#filing"),
        ("/about/#filing", "", "/about/#filing"),
        ("https://beian.example/", "/da", "https://beian.example/"),
        ("//beian.example/", "/da", "//beian.example/"),
        ("/da/items/3/", "/da", "/da/items/3/"),
        ("/static/x.png", "/da", "/static/x.png"),
    ],
)
def test_large_type_is_not_left_by_the_links_that_an_office_enters(address, prefix, led):
    assert within(address, prefix) == led


def test_telephones_are_listed_by_place(client, county):
    Unit.objects.update(phone="0000-1112223")
    html = client.get("/ask/").content.decode()
    town = html.split(f"<h2>{county.town.label}</h2>")[1].split("</section>")[0]
    assert f"/units/{county.village.code}/" in town and f"/units/{county.other_town.code}/" not in town
    assert f"/units/{county.county.code}/" in html.split("<h2>县政府和部门</h2>")[1].split("</section>")[0]


def test_the_site_map_lists_villages_below_their_town(client, county):
    html = client.get("/sitemap/").content.decode()
    town = html.split(f"<h3>{county.town.label}</h3>")[1].split("</ul>")[0]
    assert f"/units/{county.village.code}/" in town and f"/units/{county.town.code}/" in town
    for unit in Unit.objects.all():
        assert f"/units/{unit.code}/" in html


def test_unit_date_and_code_stand_on_every_printed_sheet(client, county):
    """A foot of a table is repeated on each sheet."""
    item = county.published()
    html = client.get(f"/items/{item.pk}/print/").content.decode()
    foot = html.split("<tfoot>")[1].split("</tfoot>")[0]
    assert county.town.name in foot and "发布时间 20" in foot and f"/items/{item.pk}/qr.svg" in foot


def test_a_wide_table_is_moved_in_a_frame_of_its_own(client, county):
    body = "<p>如下。</p><table><tbody><tr><td>甲</td></tr></tbody></table><table><tbody><tr><td>乙</td></tr></tbody></table>"
    item = county.published(body=body)
    for address in (f"/items/{item.pk}/", f"/da/items/{item.pk}/", f"/items/{item.pk}/print/"):
        html = client.get(address).content.decode()
        frames = re.findall(
            r'<div class="scroll" tabindex="0" role="region" aria-label="(.*?)"><table>', html
        )
        assert frames == ["表格1", "表格2"] and html.count("</table></div>") >= 2
    assert "scroll" not in client.get(f"/api/v1/items/{item.pk}").json()["body_html"]
    assert (
        with_frames("<p>表格：&lt;table&gt;</p><tablet></tablet>")
        == "<p>表格：&lt;table&gt;</p><tablet></tablet>"
    )


def test_an_empty_column_names_whom_to_ask(client, county):
    """A village is no agency: nobody can apply to it for information."""
    Unit.objects.filter(pk=county.town.pk).update(phone="0000-7654321")
    address = f"/units/{county.town.code}/columns/{county.column.code}/"
    html = client.get(address).content.decode()
    assert 'href="tel:00007654321"' in html and f"/units/{county.town.code}/disclosure/requests/" in html
    Adoption.objects.create(unit=county.village, column=county.column, adopted_on=date(2025, 1, 1))
    html = client.get(f"/units/{county.village.code}/columns/{county.column.code}/").content.decode()
    main = html.split("<main")[1].split("</main>")[0]
    assert "还没有公开的信息" in main and "申请公开" not in main
    county.published()
    assert "没有符合条件的信息" in client.get(f"{address}?year=1999").content.decode()


def test_a_refused_press_on_the_portal_leads_back_to_the_portal(county):
    from django.test import Client

    html = Client(enforce_csrf_checks=True).post("/about/").content.decode()
    assert 'href="/"' in html and "/desk/" not in html
