"""The gap list and the county matrix on screen: every figure opens the list behind it, and lists sort and filter."""

import re
from datetime import date, timedelta
from html import unescape
from io import BytesIO

import openpyxl
import pytest
from django.test import Client

from mingbai.accounts.factories import make_person, make_unit
from mingbai.accounts.models import Person, Unit
from mingbai.accounts.roles import Role
from mingbai.catalogue import services
from mingbai.catalogue.factories import make_column, make_item
from mingbai.catalogue.models import Adoption
from mingbai.core import clock

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture
def county(settings) -> Unit:
    settings.FIXED_TODAY = TODAY
    return make_unit("试县人民政府", "county")


@pytest.fixture
def office(county: Unit) -> Client:
    client = Client()
    person = make_person("公开办", (county, Role.COUNTY_SUPERVISOR))
    Person.objects.filter(pk=person.pk).update(is_demo=True)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def adopt(unit: Unit, name: str, days: int | None, *, topic: str = "news", office: str = "") -> Adoption:
    column = make_column(name, topic=topic)
    adoption = Adoption.objects.create(
        unit=unit, column=column, adopted_on=date(2026, 1, 1), responsible_office=office
    )
    services.refresh_states([adoption])
    if days is not None:
        services.report_publication(unit.pk, [column.pk], clock.now() - timedelta(days=days))
    return adoption


def listed(page: str) -> list[str]:
    return re.findall(r'<td><a href="/desk/catalogue/\d+/">([^<]*)</a>', page)


@pytest.fixture
def town(county: Unit) -> Unit:
    town = make_unit("松月镇人民政府", "town", county)
    adopt(town, "动态", 50, office="党政办")
    adopt(town, "公告", None, topic="notices", office="财政所")
    adopt(town, "救助", 28, topic="relief", office="民政办")
    adopt(town, "就业", 1, topic="employment")
    adopt(town, "杂项", 60, topic="")
    return town


def test_every_figure_of_the_matrix_opens_the_list_behind_it(office: Client, town: Unit) -> None:
    page = office.get("/desk/matrix/").text
    heads = re.findall(r"<span>([^<]*)</span></th>", page)
    assert heads == ["社会救助", "就业信息", "工作动态", "通知公告", "其他"]
    links = {unescape(link) for link in re.findall(r'href="(/desk/gaps/\?unit=[^"]*)"', page)}
    found = {link.partition("&")[2]: listed(office.get(link).text) for link in links}
    assert found == {
        "state=stale": ["杂项", "动态"],
        "state=blank": ["公告"],
        "topic=relief": ["救助"],
        "topic=employment&state=all": ["就业"],
        "topic=news": ["动态"],
        "topic=notices": ["公告"],
        "topic=other": ["杂项"],
    }


def test_the_matrix_of_items_opens_its_lists_too(office: Client, town: Unit) -> None:
    adoption = Adoption.objects.create(unit=town, item=make_item(), adopted_on=date(2026, 1, 1))
    services.refresh_states([adoption])
    services.report_publication(town.pk, [], clock.now(), item_ids=[adoption.item_id])
    page = office.get("/desk/matrix/?what=items").text
    (link,) = {unescape(link) for link in re.findall(r'href="(/desk/gaps/\?unit=[^"]*)"', page)}
    assert listed(office.get(link).text) == ["临时救助"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["杂项", "动态", "公告", "救助"]),
        ("?sort=-state", ["救助", "公告", "动态", "杂项"]),
        ("?sort=due", ["公告", "杂项", "动态", "救助"]),
        ("?sort=-last", ["救助", "动态", "杂项", "公告"]),
        ("?state=all&sort=-last", ["就业", "救助", "动态", "杂项", "公告"]),
        ("?state=fresh", ["就业"]),
        ("?q=民政办", ["救助"]),
        ("?sort=nonsense", ["杂项", "动态", "公告", "救助"]),
        ("?state=stale&topic=other", ["杂项"]),
    ],
)
def test_the_gap_list_sorts_and_filters(office: Client, town: Unit, query: str, expected: list[str]) -> None:
    assert listed(office.get(f"/desk/gaps/{query}").text) == expected
    answer = office.get(f"/desk/gaps/{query or '?'}&format=xlsx")
    rows = list(openpyxl.load_workbook(BytesIO(answer.getvalue())).active.iter_rows(values_only=True))
    assert [row[1] for row in rows[1:]] == expected


def test_days_late_and_the_office_are_said(office: Client, town: Unit) -> None:
    page = office.get("/desk/gaps/?state=stale&q=动态").text
    assert "已超期 19 日" in page and "党政办" in page
    answer = office.get("/desk/gaps/?state=stale&q=动态&format=xlsx")
    header, row = openpyxl.load_workbook(BytesIO(answer.getvalue())).active.iter_rows(values_only=True)
    assert dict(zip(header, row, strict=True))["超期天数"] == 19
