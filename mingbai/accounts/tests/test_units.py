"""The tree of units and its history."""

from datetime import date

import pytest

from mingbai.accounts.actors import SYSTEM, Actor
from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.models import Unit, UnitChange
from mingbai.accounts.roles import Role
from mingbai.accounts.services import units
from mingbai.core.errors import BadInput, NotAllowed

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
