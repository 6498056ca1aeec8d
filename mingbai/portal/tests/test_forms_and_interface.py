import io
import json
import os
import re
import time
from dataclasses import asdict
from datetime import date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from PIL import Image

from mingbai.accounts.forms import IdentityForm
from mingbai.accounts.models import Person
from mingbai.accounts.roles import Role
from mingbai.core import clock
from mingbai.disclosure.factories import make_person
from mingbai.disclosure.models import Disclosure
from mingbai.journal.models import Act
from mingbai.portal.models import Banner, SearchQuery, SearchWord, SiteError
from mingbai.portal.reported import owed
from mingbai.portal.tests.conftest import IDENTITY
from mingbai.portal.views import errors


@pytest.fixture
def filled(county, monkeypatch):
    monkeypatch.setattr(errors, "SHORTEST_SECONDS", 0)
    return {
        "kind": "content",
        "text": "第二段的电话号码打不通",
        "ticket": errors._signer.sign(str(time.time() - 60)),
        "contact": "",
        "website": "",
    }


def test_a_reported_error_lands_with_the_unit_of_the_page(client, county, filled):
    item = county.published()
    response = client.post("/report-error/", filled | {"path": f"/da/items/{item.pk}/"})
    assert "已收到" in response.content.decode() and not response.cookies
    row = SiteError.objects.of(unit=county.town).get()
    assert (row.disclosure_id, row.title, row.state) == (item.pk, item.title, "open")


def test_an_error_on_another_page_goes_to_the_county(client, county, filled):
    client.post("/report-error/", filled | {"path": "/about/"})
    assert SiteError.objects.of(unit=county.county).count() == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"text": ""}, "请写一句话"),
        ({"text": "长" * 501}, "缩短到 500 字"),
        ({"kind": "nope"}, "请选择"),
        ({"ticket": "forged"}, "再点一次"),
        ({"ticket": ""}, "再点一次"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_kept(client, county, filled, changes, sentence):
    response = client.post("/report-error/", filled | changes)
    assert response.status_code == 422 and sentence in response.content.decode()
    assert not SiteError.objects.of(unit=county.county).exists()


def test_robots_are_thanked_and_nothing_kept(client, county, filled):
    assert client.post("/report-error/", filled | {"website": "http://x"}).status_code == 200
    assert not SiteError.objects.of(unit=county.county).exists()


def test_too_fast_is_refused(client, county, filled, monkeypatch):
    monkeypatch.setattr(errors, "SHORTEST_SECONDS", 3)
    ticket = errors._signer.sign(str(time.time()))
    assert client.post("/report-error/", filled | {"ticket": ticket}).status_code == 422


def test_an_address_has_so_many_an_hour(client, county, filled):
    answers = [client.post("/report-error/", filled).status_code for _ in range(8)]
    assert answers == [200] * 6 + [422] * 2


def test_identity_numbers_are_masked(client, county, filled):
    client.post("/report-error/", filled | {"text": "页面上有身份证11010119900307123X，请删"})
    assert "110101" not in SiteError.objects.of(unit=county.county).get().text


def test_no_address_outside_is_taken_back_to(client, county, filled):
    html = client.post("/report-error/", filled | {"path": "//evil.example/"}).content.decode()
    assert "evil.example" not in html


@pytest.fixture
def desk(client, county):
    def sign_in(*posts) -> Person:
        person = make_person("台前人", *posts)
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return person

    return sign_in


def test_the_unit_handles_its_errors_and_a_stranger_does_not_see_them(client, county, filled, desk):
    client.post("/report-error/", filled | {"path": f"/units/{county.town.code}/"})
    error = SiteError.objects.of(unit=county.town).get()
    desk((county.other_town, Role.EDITOR))
    assert client.get(f"/desk/site-errors/{error.pk}/").status_code == 404
    desk((county.town, Role.EDITOR))
    assert "电话号码" in client.get("/desk/site-errors/").content.decode()
    client.post(f"/desk/site-errors/{error.pk}/", {"founded": "1", "reply": "号码已改正"})
    error = SiteError.objects.of(unit=county.town).get()
    assert (error.state, error.reply) == ("done", "号码已改正") and error.handled_at


def test_a_reported_error_stands_on_the_units_home_page_until_it_is_handled(client, county, filled, desk):
    """With its last day: three working days (政府网站检查指标); the neighbours see nothing of it."""
    client.post("/report-error/", filled | {"path": f"/units/{county.town.code}/"})
    rows = SiteError.objects.of(unit=county.town)
    # a Friday: the third working day after it is the Wednesday
    rows.update(created_at=datetime(2026, 3, 6, 9, tzinfo=clock.CHINA))
    desk((county.other_town, Role.EDITOR))
    assert "电话号码打不通" not in client.get("/desk/").content.decode()
    desk((county.town, Role.EDITOR))
    page = client.get("/desk/").content.decode()
    assert "电话号码打不通" in page and "已超期，应于3月11日前处理" in page
    assert "已超期，应于3月11日前处理" in client.get("/desk/site-errors/").content.decode()
    client.post(f"/desk/site-errors/{rows.get().pk}/", {"founded": "1", "reply": "号码已改正"})
    assert "电话号码打不通" not in client.get("/desk/").content.decode()
    assert "超期" not in client.get("/desk/site-errors/?state=all").content.decode()


def test_who_reads_how_a_reporter_is_reached_is_in_the_journal(client, county, filled, desk):
    path = f"/units/{county.town.code}/"
    client.post("/report-error/", filled | {"path": path, "contact": ""})
    client.post("/report-error/", filled | {"path": path, "contact": "王女士 0000-7654321"})
    desk((county.town, Role.EDITOR))
    for row in SiteError.objects.of(unit=county.town):
        assert client.get(f"/desk/site-errors/{row.pk}/").status_code == 200
    act = Act.objects.get(verb="read_contact")
    named = SiteError.objects.of(unit=county.town).exclude(contact="").get()
    assert act.personal_data and act.object_id == str(named.pk)
    assert "0000-7654321" not in str(act.__dict__)


def test_a_report_is_late_from_the_day_after_its_last(county):
    row = SiteError(kind="content", state="open", created_at=datetime(2026, 3, 6, 9, tzinfo=clock.CHINA))
    assert [one.late for one in owed([row], date(2026, 3, 11))] == [False]
    assert [one.late for one in owed([row], date(2026, 3, 12))] == [True]
    # over the end of a year whose holidays nobody has entered
    row.created_at = datetime(2099, 3, 6, 9, tzinfo=clock.CHINA)
    assert owed([row])[0].words == "待录入2099年放假安排"


def test_nobody_turns_the_site_grey_by_leaving_a_field_as_it_was(client, county, desk):
    desk((county.county, Role.COUNTY_SUPERVISOR))
    page = client.get("/desk/banners/new/").content.decode()
    kinds = re.findall(r'<option value="(\w+)"', page)
    assert kinds[0] == "emergency" and set(kinds) == set(Banner.Kind.values)
    assert re.search(r'name="starts_at" value="\d{4}-\d\d-\d\dT\d\d:\d\d"', page)


def test_words_and_notices_are_the_county_offices(client, county, desk):
    desk((county.town, Role.EDITOR))
    assert client.get("/desk/search-words/").status_code == client.get("/desk/banners/").status_code == 403
    desk((county.county, Role.COUNTY_SUPERVISOR))
    assert client.get("/desk/search-words/").status_code == client.get("/desk/banners/").status_code == 200
    client.post("/desk/search-words/new/", {"kind": "synonym", "words": "公社，青山镇", "is_on": "on"})
    assert SearchWord.objects.get().words == ["公社", "青山镇"]
    client.post(
        "/desk/banners/new/",
        {"kind": "emergency", "text": "停水", "starts_at": "2026-01-01T08:00", "ends_at": "2099-01-01T08:00"},
    )
    banner = Banner.objects.get()
    assert "停水" in client.get("/about/").content.decode()
    client.post(f"/desk/banners/{banner.pk}/end/")
    assert "停水" not in client.get("/about/").content.decode()


def test_what_was_asked_in_vain_comes_first_for_the_county_office(client, county, desk):
    yesterday = clock.today() - timedelta(days=1)
    SearchQuery.objects.create(day=yesterday, text="找得到的话", asked=9, found=3)
    SearchQuery.objects.create(day=yesterday, text="找不到的话", asked=4, found=0)
    desk((county.county, Role.COUNTY_SUPERVISOR))
    page = client.get("/desk/search-words/").content.decode()
    assert page.index("找不到的话") < page.index("问得多的") < page.index("找得到的话")
    sheet = client.get("/desk/search-words/?format=xlsx")
    assert sheet["Content-Type"].endswith("spreadsheetml.sheet")


def test_the_interface_pages_without_gaps_under_inserts(client, county):
    old = [county.published(title=f"第{number}号") for number in range(5)]
    first = client.get("/api/v1/items?limit=2").json()
    county.published(title="后来的")
    second = client.get(f"/api/v1/items?limit=2&after={first['next']}").json()
    third = client.get(f"/api/v1/items?limit=2&after={second['next']}").json()
    seen = [row["id"] for part in (first, second, third) for row in part["items"]]
    assert seen == [item.pk for item in reversed(old)] and third["next"] is None


def test_the_interface_answers_unchanged_with_304(client, county):
    item = county.published()
    answer = client.get(f"/api/v1/items/{item.pk}")
    assert answer.json()["title"] == item.title and answer.json()["url"].startswith(
        "https://www.shixian.example/"
    )
    assert (
        client.get(f"/api/v1/items/{item.pk}", headers={"if-none-match": answer["ETag"]}).status_code == 304
    )
    assert client.get("/api/v1/items/999999").status_code == 404
    assert client.get("/api/v1/openapi.json").json()["info"]["title"] == "信息公开数据接口"


class Fuzz(TestCase):
    @given(
        st.dictionaries(
            st.sampled_from(["unit", "column", "topic", "kind", "validity", "since", "after", "limit", "q"]),
            st.text(max_size=30),
        )
    )
    @settings(max_examples=80, deadline=None)
    def test_no_parameter_breaks_the_interface(self, values: dict[str, str]) -> None:
        clean = {name: value.encode("utf-8", "replace") for name, value in values.items()}
        for address in ("/api/v1/items", "/api/v1/search"):
            answer = self.client.get(address, clean)
            assert answer.status_code in {200, 422}
            json.loads(answer.content)

    @given(st.text(max_size=60), st.text(max_size=60))
    @settings(max_examples=60, deadline=None)
    def test_no_address_breaks_a_page(self, one: str, two: str) -> None:
        for address in (
            f"/units/{one}/",
            f"/items/{one}/",
            f"/units/{one}/columns/{two}/",
            f"/topics/{one}/list.csv",
            f"/sitemap-{one}.xml",
        ):
            clean = address.encode("utf-8", "replace").decode()
            assert self.client.get(clean).status_code < 500


@pytest.mark.parametrize("held", ["W/{etag}", '"x", {etag}', '"x", W/{etag}', "*"])
def test_whoever_holds_the_answer_already_is_not_sent_it_again(client, county, held):
    """A proxy that packs answers marks them as weak, and programs may name several."""
    county.published()
    etag = client.get("/api/v1/items")["ETag"]
    again = client.get("/api/v1/items", headers={"If-None-Match": held.format(etag=etag)})
    assert again.status_code == 304 and not again.content
    assert client.get("/api/v1/items", headers={"If-None-Match": '"other"'}).status_code == 200


def test_the_interface_tells_the_day_that_the_page_shows(client, county):
    item = county.published()
    Disclosure.objects.of(pk=item.pk).update(published_at=datetime(2026, 3, 6, 1, 30, tzinfo=clock.CHINA))
    assert client.get("/api/v1/items").json()["items"][0]["published_at"] == "2026-03-06T01:30:00+08:00"
    assert client.get(f"/api/v1/items/{item.pk}").json()["published_at"][:16] == "2026-03-06T01:30"


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("/about/#filing", True),
        ("https://beian.mps.gov.cn/#/query?code=1", True),
        ("", True),
        ("//elsewhere.example/", False),
        ("javascript:alert(1)", False),
        ("beian", False),
    ],
)
def test_where_the_marks_of_the_footer_lead(typed, taken):
    form = IdentityForm(
        {**asdict(IDENTITY), "accent": "blue", "police_filing_url": typed, "badge_url": typed}
    )
    assert form.is_valid() is taken


def picture(size: int = 2) -> SimpleUploadedFile:
    made = io.BytesIO()
    Image.frombytes("RGB", (size, size), os.urandom(3 * size * size)).save(made, "PNG")
    return SimpleUploadedFile("标识.png", made.getvalue(), "image/png")


def test_the_official_mark_stands_in_the_footer_as_its_picture(client, county, desk):
    desk((county.county, Role.ADMINISTRATOR))
    kept = {**asdict(IDENTITY), "accent": "blue"}
    client.get("/about/")
    assert ">党政机关网站标识</a>" in client.get("/about/").content.decode()
    client.post("/desk/identity/", kept | {"badge": picture()})
    for address in ("/about/", "/da/about/", "/nonsense/"):
        footer = client.get(address).content.decode().split("<footer")[1]
        found = re.search(r'<img src="(/badge/[0-9a-f]{64}\.png)" alt="党政机关网站标识"', footer)
        assert found, address
    answer = client.get(found[1])
    assert answer.status_code == 200 and answer["Content-Type"] == "image/png"
    # saved again without choosing a picture: it stays; another one takes its place, and the old address is gone
    client.post("/desk/identity/", kept | {"host": "试县人民政府"})
    assert found[1] in client.get("/about/").content.decode()
    client.post("/desk/identity/", kept | {"badge": picture(3)})
    assert found[1] not in client.get("/about/").content.decode()
    assert client.get(found[1]).status_code == 404
    assert 'name="no_badge"' in client.get("/desk/identity/").content.decode()
    client.post("/desk/identity/", kept | {"no_badge": "on"})
    assert "/badge/" not in client.get("/about/").content.decode()
    assert 'name="no_badge"' not in client.get("/desk/identity/").content.decode()


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("标识.png", b"<svg onload=alert(1)></svg>"),
        SimpleUploadedFile("标识.txt", "字".encode()),
        picture(150),
    ],
    ids=["drawing", "text", "large"],
)
def test_what_is_no_small_picture_is_no_mark(client, county, desk, file):
    desk((county.county, Role.ADMINISTRATOR))
    file.seek(0)
    page = client.post("/desk/identity/", {**asdict(IDENTITY), "accent": "blue", "badge": file})
    assert page.status_code == 200 and "field-error" in page.content.decode()
    assert "/badge/" not in client.get("/about/").content.decode()
