"""The tree of units and its history."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from mingbai.accounts.actors import SYSTEM, Actor
from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.forms import IdentityForm
from mingbai.accounts.jobs import endings_due
from mingbai.accounts.models import Membership, Person, PlannedChange, PlannedEnding, Unit, UnitChange
from mingbai.accounts.roles import Role
from mingbai.accounts.services import units
from mingbai.core.errors import BadInput, Conflict, NotAllowed
from mingbai.journal.models import Act, Job

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


@pytest.fixture
def county() -> Unit:
    return make_unit("县", "county")


@pytest.fixture
def admin(county: Unit) -> Actor:
    return acting(make_person("管理员", (county, Role.ADMINISTRATOR)))


@pytest.mark.parametrize(
    ("kind", "agency"),
    [
        ("county", True),
        ("bureau", True),
        ("town", True),
        ("subdistrict", True),
        ("village", False),
        ("community", False),
        ("school", False),
        ("public_institution", False),
        ("office", False),
    ],
)
def test_which_kinds_are_agencies_in_law(county: Unit, admin: Actor, kind: str, agency: bool) -> None:
    assert (
        units.open_unit(admin, code=f"x-{kind}", name="某单位", kind=kind, parent=county).is_agency is agency
    )


def test_a_code_is_used_once(county: Unit, admin: Actor) -> None:
    units.open_unit(admin, code="jia", name="甲镇", kind="town", parent=county)
    with pytest.raises(BadInput) as refused:
        units.open_unit(admin, code="jia", name="乙镇", kind="town", parent=county)
    assert refused.value.field == "code"


def test_renaming_keeps_the_old_name(county: Unit, admin: Actor) -> None:
    unit = units.open_unit(admin, code="jia", name="甲乡人民政府", kind="town", parent=county)
    units.rename_unit(admin, unit=unit, name="甲镇人民政府", short_name="甲镇", on=DAY, reason="撤乡设镇")
    change = UnitChange.objects.get(unit=unit)
    assert (change.old_value, change.new_value, change.kind) == ("甲乡人民政府", "甲镇人民政府", "renamed")


def test_a_merged_unit_points_to_its_successor(county: Unit, admin: Actor) -> None:
    old, new = (
        units.open_unit(admin, code=code, name=code, kind="town", parent=county) for code in ("old", "new")
    )
    units.merge_unit(admin, unit=old, into=new, on=DAY, reason="合并")
    old.refresh_from_db()
    assert old.merged_into == new
    assert not old.is_open
    with pytest.raises(BadInput):
        units.merge_unit(admin, unit=new, into=old, on=DAY, reason="倒过来")
    with pytest.raises(BadInput):
        units.merge_unit(admin, unit=new, into=new, on=DAY, reason="自己")


def test_moving_a_unit_moves_everything_below(county: Unit, admin: Actor) -> None:
    town, other = (
        units.open_unit(admin, code=code, name=code, kind="town", parent=county) for code in ("a", "b")
    )
    village = units.open_unit(admin, code="v", name="村", kind="village", parent=town)
    office = units.open_unit(admin, code="o", name="组", kind="office", parent=village)
    units.move_unit(admin, unit=village, parent=other, on=DAY, reason="区划调整")
    village.refresh_from_db()
    office.refresh_from_db()
    assert village.path == f"{other.path}{village.pk}/"
    assert office.path == f"{village.path}{office.pk}/"
    with pytest.raises(BadInput):
        units.move_unit(admin, unit=village, parent=office, on=DAY, reason="绕圈")


def test_a_unit_with_members_is_not_closed(county: Unit, admin: Actor) -> None:
    town = units.open_unit(admin, code="a", name="a", kind="town", parent=county)
    village = units.open_unit(admin, code="v", name="v", kind="village", parent=town)
    with pytest.raises(BadInput):
        units.close_unit(admin, unit=town, on=DAY, reason="撤销")
    units.close_unit(admin, unit=village, on=DAY, reason="撤销")
    units.close_unit(admin, unit=town, on=DAY, reason="撤销")
    assert not Unit.objects.get(code="a").is_open


def test_strangers_change_nothing(county: Unit) -> None:
    stranger = acting(make_person("邻县", (make_unit("邻县", "county"), Role.ADMINISTRATOR)))
    with pytest.raises(NotAllowed):
        units.describe_unit(stranger, unit=county, phone="1")
    with pytest.raises(NotAllowed):
        units.open_unit(SYSTEM, code="z", name="z", kind="town", parent=county)


@pytest.fixture
def towns(county: Unit, admin: Actor, settings) -> tuple[Unit, Unit, Unit]:
    """The old town with a village, the new town; it is a month before the day."""
    settings.FIXED_TODAY = DAY - timedelta(days=30)
    old, new = (
        units.open_unit(admin, code=code, name=code, kind="town", parent=county) for code in ("old", "new")
    )
    return old, new, units.open_unit(admin, code="v", name="v", kind="village", parent=old)


@pytest.mark.parametrize(("days", "ended"), [(-1, False), (0, True), (1, True)])
@pytest.mark.parametrize("act", ["merge", "close"])
def test_an_ending_takes_effect_on_its_day(
    towns: tuple[Unit, Unit, Unit], admin: Actor, settings, client: Client, act: str, days: int, ended: bool
) -> None:
    old, new, village = towns
    if act == "close":
        units.close_unit(admin, unit=village, on=settings.FIXED_TODAY, reason="先撤村")
        units.close_unit(admin, unit=old, on=DAY, reason="撤销")
    else:
        units.merge_unit(admin, unit=old, into=new, on=DAY, reason="合并")
    clerk = make_person("经办", (old, Role.EDITOR))
    assert Act.objects.get(verb=f"{act}_unit", object_id=str(old.pk)).detail["takes_effect_on"] == str(DAY)
    settings.FIXED_TODAY = DAY + timedelta(days=days)
    for _ in range(2):
        endings_due(Job())
    old.refresh_from_db()
    village.refresh_from_db()
    page = client.get("/units/old/").content.decode()
    assert old.is_open is not ended
    assert (old.closed_on == DAY) is ended
    assert Membership.objects.get(person=clerk).ends_on == (DAY if ended else None)
    assert ("已并入" in page or "撤销，以下是" in page) is ended
    assert Act.objects.filter(verb="ending_takes_effect").count() == int(ended)
    if act == "merge":
        assert village.parent == (new if ended else old)
        assert old.merged_into == (new if ended else None)


def test_a_planned_ending_is_recalled_and_not_planned_twice(
    towns: tuple[Unit, Unit, Unit], admin: Actor, settings
) -> None:
    old, new, _ = towns
    units.merge_unit(admin, unit=old, into=new, on=DAY, reason="合并")
    with pytest.raises(Conflict):
        units.merge_unit(admin, unit=old, into=new, on=DAY + timedelta(days=9), reason="再来")
    units.recall_ending(admin, unit=old, reason="批复变了")
    settings.FIXED_TODAY = DAY
    endings_due(Job())
    assert Unit.objects.get(pk=old.pk).is_open
    with pytest.raises(Conflict):
        units.recall_ending(admin, unit=old, reason="没有了")


def test_a_successor_that_was_merged_meanwhile_hands_on(
    towns: tuple[Unit, Unit, Unit], county: Unit, admin: Actor, settings
) -> None:
    old, new, village = towns
    third = units.open_unit(admin, code="third", name="third", kind="town", parent=county)
    units.merge_unit(admin, unit=old, into=new, on=DAY, reason="合并")
    units.merge_unit(admin, unit=new, into=third, on=settings.FIXED_TODAY, reason="合并")
    settings.FIXED_TODAY = DAY
    endings_due(Job())
    old.refresh_from_db()
    village.refresh_from_db()
    assert (old.merged_into, village.parent) == (third, third)


def test_an_ending_that_cannot_be_done_stays_and_is_said(
    towns: tuple[Unit, Unit, Unit], admin: Actor, settings, client: Client
) -> None:
    old, new, _ = towns
    units.merge_unit(admin, unit=old, into=new, on=DAY, reason="合并")
    units.close_unit(admin, unit=new, on=settings.FIXED_TODAY, reason="撤销")
    settings.FIXED_TODAY = DAY + timedelta(days=1)
    endings_due(Job())
    assert Unit.objects.get(pk=old.pk).is_open
    assert PlannedEnding.objects.filter(unit=old).exists()
    settings.MFA_REQUIRED_FOR = "off"
    client.force_login(Person.objects.get(pk=admin.person_id))
    assert "到期没有办成" in client.get(reverse("accounts-unit", args=["old"])).content.decode()


def test_a_renaming_of_a_day_to_come_takes_effect_on_its_day(
    towns: tuple[Unit, Unit, Unit], admin: Actor, settings, client: Client
) -> None:
    old, _, _ = towns
    before = old.name
    units.rename_unit(admin, unit=old, name="新名镇人民政府", short_name="新名镇", on=DAY, reason="撤乡设镇")
    assert Unit.objects.get(pk=old.pk).name == before
    assert not UnitChange.objects.filter(unit=old).exists()
    settings.MFA_REQUIRED_FOR = "off"
    client.force_login(Person.objects.get(pk=admin.person_id))
    page = client.get(reverse("accounts-unit", args=["old"])).content.decode()
    assert "更名为新名镇人民政府，在那以前一切照常" in page
    with pytest.raises(Conflict):
        units.rename_unit(admin, unit=old, name="又一名", short_name="", on=DAY, reason="再来")
    settings.FIXED_TODAY = DAY - timedelta(days=1)
    endings_due(Job())
    assert Unit.objects.get(pk=old.pk).name == before
    settings.FIXED_TODAY = DAY
    endings_due(Job())
    endings_due(Job())
    old.refresh_from_db()
    assert (old.name, old.short_name) == ("新名镇人民政府", "新名镇")
    (change,) = UnitChange.objects.filter(unit=old)
    assert (change.kind, change.on, change.old_value) == ("renamed", DAY, before)
    verbs = list(Act.objects.filter(object_type="unit", object_id=str(old.pk)).values_list("verb", flat=True))
    assert verbs[-2:] == ["rename_unit", "renaming_takes_effect"]


def test_a_new_superior_of_a_day_to_come_takes_effect_on_its_day(
    towns: tuple[Unit, Unit, Unit], county: Unit, admin: Actor, settings
) -> None:
    old, new, village = towns
    third = units.open_unit(admin, code="third", name="third", kind="town", parent=county)
    units.move_unit(admin, unit=village, parent=new, on=DAY, reason="区划调整")
    village.refresh_from_db()
    assert village.parent == old
    units.merge_unit(admin, unit=new, into=third, on=settings.FIXED_TODAY, reason="合并")
    settings.FIXED_TODAY = DAY
    endings_due(Job())
    village.refresh_from_db()
    assert (village.parent, village.path) == (third, f"{third.path}{village.pk}/")
    assert Act.objects.filter(object_id=str(village.pk), verb="move_takes_effect").count() == 1


def test_planned_changes_are_recalled_one_by_one(
    towns: tuple[Unit, Unit, Unit], admin: Actor, settings, client: Client
) -> None:
    _, new, village = towns
    units.move_unit(admin, unit=village, parent=new, on=DAY, reason="区划调整")
    units.rename_unit(admin, unit=village, name="新村", short_name="", on=DAY, reason="更名")
    settings.MFA_REQUIRED_FOR = "off"
    client.force_login(Person.objects.get(pk=admin.person_id))
    address = reverse("accounts-unit-change", args=[village.code, "recall-move"])
    assert client.post(address, {"reason": "批复变了"}).status_code == 302
    with pytest.raises(Conflict):
        units.recall_change(admin, unit=village, kind="moved", reason="没有了")
    settings.FIXED_TODAY = DAY
    endings_due(Job())
    village.refresh_from_db()
    assert (village.name, village.parent == new) == ("新村", False)


def test_what_is_planned_for_a_unit_keeps_to_its_ending(towns: tuple[Unit, Unit, Unit], admin: Actor) -> None:
    old, new, _ = towns
    units.rename_unit(admin, unit=old, name="新名", short_name="", on=DAY, reason="更名")
    with pytest.raises(Conflict, match="更名"):
        units.merge_unit(admin, unit=old, into=new, on=DAY - timedelta(days=1), reason="合并")
    units.merge_unit(admin, unit=old, into=new, on=DAY + timedelta(days=1), reason="合并")
    units.recall_change(admin, unit=old, kind="renamed", reason="不改了")
    with pytest.raises(Conflict, match="撤并"):
        units.rename_unit(
            admin, unit=old, name="新名", short_name="", on=DAY + timedelta(days=1), reason="更名"
        )


def test_a_superior_that_ended_meanwhile_is_said(
    towns: tuple[Unit, Unit, Unit], county: Unit, admin: Actor, settings, client: Client
) -> None:
    _, new, village = towns
    units.move_unit(admin, unit=village, parent=new, on=DAY, reason="区划调整")
    units.close_unit(admin, unit=new, on=settings.FIXED_TODAY, reason="撤销")
    settings.FIXED_TODAY = DAY + timedelta(days=1)
    endings_due(Job())
    assert PlannedChange.objects.filter(unit=village).exists()
    settings.MFA_REQUIRED_FOR = "off"
    client.force_login(Person.objects.get(pk=admin.person_id))
    assert "到期没有办成" in client.get(reverse("accounts-unit", args=[village.code])).content.decode()


def test_an_ended_unit_keeps_no_notice_of_a_change_that_could_not_be_done(
    towns: tuple[Unit, Unit, Unit], county: Unit, admin: Actor, settings, client: Client
) -> None:
    _, new, village = towns
    units.move_unit(admin, unit=village, parent=new, on=DAY, reason="区划调整")
    units.close_unit(admin, unit=new, on=settings.FIXED_TODAY, reason="撤销")
    settings.FIXED_TODAY = DAY + timedelta(days=1)
    endings_due(Job())
    units.close_unit(admin, unit=village, on=settings.FIXED_TODAY, reason="撤销")
    assert not PlannedChange.objects.exists()
    act = Act.objects.filter(verb="close_unit", object_id=str(village.pk)).get()
    assert act.detail["changes_dropped"] == ["moved"]
    settings.MFA_REQUIRED_FOR = "off"
    client.force_login(Person.objects.get(pk=admin.person_id))
    assert "到期没有办成" not in client.get(reverse("accounts-unit", args=[village.code])).content.decode()


def test_a_plan_left_by_a_unit_that_ended_before_is_dropped_and_recorded(
    towns: tuple[Unit, Unit, Unit], admin: Actor, settings
) -> None:
    _, _, village = towns
    units.close_unit(admin, unit=village, on=settings.FIXED_TODAY, reason="撤销")
    PlannedChange.objects.create(unit=village, kind="renamed", on=DAY, name="新村")
    settings.FIXED_TODAY = DAY
    endings_due(Job())
    assert not PlannedChange.objects.exists()
    act = Act.objects.filter(verb="recall_change", object_id=str(village.pk)).get()
    assert (act.actor_label, act.detail) == ("系统", {"changes_dropped": ["renamed"]})
    village.refresh_from_db()
    assert village.name != "新村"


def test_nobody_makes_a_county_below_a_town_to_reach_what_is_the_whole_countys() -> None:
    county = make_unit("县", "county")
    town = make_unit("甲镇", "town", county)
    admin = acting(make_person("镇管理员", (town, Role.ADMINISTRATOR)))
    for kind in ("county", "city", "province"):
        with pytest.raises(BadInput) as refused:
            units.open_unit(admin, code="x", name="假县", kind=kind, parent=town)
        assert refused.value.field == "kind"
    with pytest.raises(BadInput):
        units.open_unit(admin, code="x", name="无上级", kind="county", parent=None)
    supervisor = acting(make_person("管理员", (county, Role.ADMINISTRATOR)))
    assert units.open_unit(supervisor, code="kfq", name="开发区", kind="county", parent=county).pk


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"credit_code": "11330000MB1234567X"}, "credit_code"),
        ({"credit_code": "113300"}, "credit_code"),
        ({"site_code": "33000000"}, "site_code"),
        ({"site_code": "33000000AB"}, "site_code"),
    ],
)
def test_a_wrong_number_of_a_unit_is_refused_where_it_stands(fields: dict[str, str], field: str) -> None:
    county = make_unit("县", "county")
    admin = acting(make_person("管理员", (county, Role.ADMINISTRATOR)))
    with pytest.raises(BadInput) as refused:
        units.describe_unit(admin, unit=county, **fields)
    assert refused.value.field == field
    with pytest.raises(BadInput):
        units.open_unit(admin, code="x", name="某局", kind="bureau", parent=county, **fields)
    right = {"credit_code": "91350100M000100Y43", "site_code": "3300000001"}
    units.describe_unit(admin, unit=county, **right)
    county.refresh_from_db()
    assert (county.credit_code, county.site_code) == tuple(right.values())


@pytest.mark.parametrize(
    ("field", "wrong", "right"),
    [
        ("domain", "http://www.mingxian.gov.cn/", "www.mingxian.gov.cn"),
        ("domain", "www", "明县.政务"),
        ("icp", "12345678", "浙ICP备12345678号-1"),
        ("police_filing", "浙公网安备123号", "浙公网安备33000002000001号"),
        ("code", "33", "3300000001"),
        # as in the demonstration, whose numbers are nobody's
        ("icp", "备号", "演示备00000000号"),
    ],
)
def test_the_sites_numbers_are_looked_at_before_they_stand_on_every_page(
    field: str, wrong: str, right: str
) -> None:
    filled = {
        "name": "明县人民政府",
        "short_name": "明县",
        "host": "县府办",
        "contact": "0000",
        "accent": "blue",
    }
    assert set(IdentityForm(filled | {field: wrong}).errors) == {field}
    assert IdentityForm(filled | {field: right}).is_valid()
