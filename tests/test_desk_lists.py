"""Lists of the desk filter, sort, search and go to Excel alike."""

from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.test import Client

from mingbai.accounts.actors import Actor
from mingbai.accounts.factories import acting, make_person
from mingbai.accounts.models import Person, SignIn
from mingbai.accounts.roles import Role
from mingbai.core import clock
from mingbai.disclosure.factories import County, make_county
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.services import create_draft
from mingbai.disclosure.services.drafts import Content, Source
from mingbai.journal.models import Act
from mingbai.portal.models import SiteError

pytestmark = pytest.mark.django_db


@pytest.fixture
def county(settings) -> County:
    settings.MFA_REQUIRED_FOR = "off"
    return make_county()


def browser(actor: Actor) -> Client:
    client = Client()
    Person.objects.filter(pk=actor.person_id).update(is_demo=True)
    client.force_login(
        Person.objects.get(pk=actor.person_id), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


@pytest.fixture
def admin(county: County) -> Client:
    return browser(acting(make_person("管理员", (county.county, Role.ADMINISTRATOR))))


def column(client: Client, address: str, name: str) -> list[object]:
    """One column of a list's sheet."""
    answer = client.get(address)
    header, *rows = openpyxl.load_workbook(BytesIO(answer.getvalue())).active.iter_rows(values_only=True)
    return [row[header.index(name)] for row in rows]


def test_the_tray_of_unclaimed_documents(county: County) -> None:
    for number, (title, named) in enumerate((("乙文", "云深镇"), ("甲文", "听泉街道"), ("丙文", "云深镇"))):
        source = Source(f"{number}.docx", 0, 1, str(number) * 64, unit_name=named)
        content = Content(title, "<p>文字。</p>", Metadata())
        create_draft(county.supervisor, unit=county.county, content=content, source=source, unclaimed=True)
    office, tray = browser(county.supervisor), "/desk/unclaimed/?format=xlsx"
    assert column(office, f"{tray}&sort=title", "标题") == sorted(["甲文", "乙文", "丙文"])
    assert column(office, f"{tray}&sort=-file", "来源文件") == ["2.docx", "1.docx", "0.docx"]
    assert column(office, f"{tray}&q=云深", "标题") == ["乙文", "丙文"]
    page = office.get("/desk/unclaimed/?q=听泉").text
    assert "甲文" in page and "乙文" not in page
    assert "没有符合条件" in office.get("/desk/unclaimed/?q=没有的").text


def test_reported_errors(county: County) -> None:
    for kind, text, day in (("content", "数字不对", 3), ("link", "打不开", 2), ("content", "名字错了", 1)):
        SiteError.objects.create(
            unit=county.town, path="/", kind=kind, text=text, contact="13800000000",
            created_at=clock.now() - timedelta(days=day),
        )  # fmt: skip
    clerk, listed = browser(county.editor), "/desk/site-errors/?format=xlsx"
    assert column(clerk, listed, "问题") == ["数字不对", "打不开", "名字错了"]
    assert column(clerk, f"{listed}&sort=-at", "问题") == ["名字错了", "打不开", "数字不对"]
    assert column(clerk, f"{listed}&kind=link", "问题") == ["打不开"]
    assert column(clerk, f"{listed}&q=名字", "问题") == ["名字错了"]
    assert column(clerk, f"{listed}&state=done", "问题") == []
    assert b"13800000000" not in clerk.get(listed).getvalue()
    assert column(browser(county.stranger), listed, "问题") == []


def test_people_by_unit_post_and_state(county: County, admin: Client) -> None:
    Person.objects.filter(pk=county.second.person_id).update(is_active=False)

    def names(query: str) -> set[str]:
        page = admin.get(f"/desk/people/?{query}").text
        return {name for name in Person.objects.values_list("name", flat=True) if f">{name}</a>" in page}

    assert names("role=editor") == {"林知夏", "白石人"}
    assert names(f"role=editor&unit={county.town.code}") == {"林知夏"}
    assert names("state=closed") == {"何其芳华"}
    assert names("q=周&state=active") == {"周明远"}
    assert "林知夏" in names("role=nonsense&sort=-name")


def test_sign_ins_by_outcome_and_day_and_their_export_is_an_act(county: County, admin: Client) -> None:
    now = clock.now()
    for username, outcome, days in (("旧的", "failed", 9), ("新的", "failed", 0), ("进来的", "in", 0)):
        SignIn.objects.create(at=now - timedelta(days=days), username=username, outcome=outcome)
    listed, today = "/desk/sign-ins/?format=xlsx", clock.today()
    assert column(admin, f"{listed}&outcome=failed", "账号") == ["新的", "旧的"]
    assert column(admin, f"{listed}&outcome=failed&since={today}", "账号") == ["新的"]
    assert column(admin, f"{listed}&until={today - timedelta(days=1)}", "账号") == ["旧的"]
    assert column(admin, f"{listed}&q=进来&since=不是日期", "账号") == ["进来的"]
    assert Act.objects.filter(verb="export_sign_ins", personal_data=True).count() == 4
    assert "旧的" in admin.get("/desk/sign-ins/").text


def test_without_scripts_the_batch_has_its_buttons(county: County) -> None:
    county.draft()
    county.submitted()
    listed = browser(county.editor).get("/desk/disclosures/").text
    queue = browser(county.first).get("/desk/reviews/").text
    for page, words in ((listed, 'value="discard"'), (queue, "同意所选")):
        plain = page.partition("<noscript>")[2].partition("</noscript>")[0]
        assert words in plain and "<button" in plain
