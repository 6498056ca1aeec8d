"""The wizard looks at what is there: a step is done when what it asks for is, and not before."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from mingbai.accounts.factories import make_person, make_unit
from mingbai.accounts.models import Membership, Unit
from mingbai.accounts.roles import Role
from mingbai.accounts.services.first_start import ensure_first_administrator
from mingbai.catalogue.factories import make_column
from mingbai.catalogue.models import Adoption
from mingbai.core import backups
from mingbai.desk.wizard import Step, steps
from mingbai.disclosure.factories import County, make_county
from mingbai.disclosure.models import ChainStep, ChainTemplate, StepKind

pytestmark = pytest.mark.django_db


def step(label: str) -> Step:
    [found] = [each for each in steps() if each.label == label]
    return found


def test_a_new_installation_has_everything_before_it_but_the_calendar() -> None:
    ensure_first_administrator()
    # nothing but what came with the program
    assert {each.label for each in steps() if each.done} <= {"核对放假安排", "安排备份"}


def test_the_county_gets_its_name_where_the_wizard_says(client: Client) -> None:
    username, _ = ensure_first_administrator()
    admin = Membership.objects.get(person__username=username).person
    admin.is_demo = True
    admin.save()
    client.force_login(admin, backend="allauth.account.auth_backends.AuthenticationBackend")
    asked = step("写上县的名称")
    assert asked.lacks and asked.url in client.get("/desk/wizard/").content.decode()
    answer = client.post(
        asked.url, {"name": "明县人民政府", "short_name": "明县", "on": "2026-01-05", "reason": "开县"}
    )
    assert answer.status_code == 302
    assert Unit.objects.get(kind="county").name == "明县人民政府"
    assert step("写上县的名称").done


def test_who_is_missing_is_named_unit_by_unit() -> None:
    county = make_county()
    told = step("开通人员和岗位").lacks
    # the town has all four, the other town one person for two of them, the county nobody
    assert [line for line in told if line.startswith("青山镇")] == []
    assert "白石镇人民政府：还没有初审、复审" in told
    Membership.objects.filter(person_id=county.second.person_id).update(person_id=county.first.person_id)
    assert "青山镇人民政府：经办和各级审核要是不同的人，现在人数不够" in step("开通人员和岗位").lacks


def test_a_chain_of_two_steps_asks_for_two() -> None:
    county = make_county()
    template = ChainTemplate.objects.create(name="两审", unit=county.other_town)
    for order, kind in enumerate((StepKind.FIRST_REVIEW, StepKind.FINAL_REVIEW)):
        ChainStep.objects.create(
            template=template, order=order, kind=kind, performed_by=ChainStep.Performer.OWN
        )
    make_person("白石初审", (county.other_town, Role.FIRST_REVIEWER))
    told = step("开通人员和岗位").lacks
    assert "白石镇人民政府：经办和各级审核要是不同的人，现在人数不够" in told
    make_person("白石终审", (county.other_town, Role.FINAL_REVIEWER))
    assert not [line for line in step("开通人员和岗位").lacks if line.startswith("白石镇")]


def test_one_administrator_and_no_auditor_are_too_few() -> None:
    county = make_unit("明县", "county", is_agency=True)
    make_person("管理员甲", (county, Role.ADMINISTRATOR))
    assert len(step("两位管理员和一位审计员").lacks) == 2
    make_person("管理员乙", (county, Role.ADMINISTRATOR))
    make_person("审计员", (county, Role.AUDITOR))
    assert step("两位管理员和一位审计员").done


def test_agencies_without_address_or_columns_are_named() -> None:
    county = make_county()
    assert any("青山镇" in line for line in step("填写机构信息").lacks)
    Unit.objects.update(address="中心街", hours="九点至五点", phone="0000-1", disclosure_office="党政办")
    assert step("填写机构信息").done
    assert step("采用公开目录").lacks == ["明县人民政府、白石镇人民政府还没有采用"]
    for unit in (county.county, county.other_town):
        Adoption.objects.create(unit=unit, column=make_column(unit.name), adopted_on=date(2025, 1, 1))
    assert step("采用公开目录").done


@pytest.mark.sqlite_only  # PostgreSQL takes its snapshot in a transaction of its own
def test_a_backup_is_seen(settings, tmp_path) -> None:
    settings.DATA_DIR = tmp_path
    assert step("安排备份").lacks == ["还没有做过备份"]
    (tmp_path / backups.LAST).write_text("2025-01-01", encoding="ascii")
    assert "2025-01-01" in step("安排备份").lacks[0]
    backups.create_backup(tmp_path / "backup.zip")
    assert step("安排备份").done


def test_more_units_ask_no_more_questions() -> None:
    county: County = make_county()
    with CaptureQueriesContext(connection) as few:
        steps()
    for number in range(5):
        make_unit(f"第{number}镇", "town", county.county, is_agency=True)
    with CaptureQueriesContext(connection) as many:
        steps()
    assert len(many) == len(few)
