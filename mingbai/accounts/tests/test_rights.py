"""Who reaches whom: posts in several units, county-wide acts, units that were merged away."""

from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from mingbai.accounts.actors import Actor
from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.models import LeadingGroupMember, Membership, Person, Unit
from mingbai.accounts.roles import ACTS, COUNTYWIDE, Role
from mingbai.accounts.services import people, units
from mingbai.accounts.services.leading_group import end_leading_group_term, terms_of
from mingbai.core import clock
from mingbai.core.errors import BadInput, Conflict, NotAllowed
from mingbai.journal.models import Act, Notice

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


@pytest.fixture
def county() -> Unit:
    return make_unit("县", "county")


@pytest.fixture
def town(county: Unit) -> Unit:
    return make_unit("松月镇", "town", county)


@pytest.fixture
def admin(county: Unit) -> Actor:
    return acting(make_person("管理员", (county, Role.ADMINISTRATOR)))


@pytest.fixture
def town_admin(town: Unit) -> Actor:
    return acting(make_person("镇管理员", (town, Role.ADMINISTRATOR)))


def test_a_town_administrator_cannot_take_over_an_account_of_the_county(
    county: Unit, town: Unit, town_admin: Actor, admin: Actor
) -> None:
    both = make_person("县办兼镇编辑", (county, Role.COUNTY_SUPERVISOR), (town, Role.EDITOR))
    accomplice = make_person("镇里的人", (town, Role.FIRST_REVIEWER))
    with pytest.raises(NotAllowed):
        people.reset_password(town_admin, person=both, reason="x")
    with pytest.raises(NotAllowed):
        people.close_account(town_admin, person=both, reason="x")
    with pytest.raises(NotAllowed):
        people.hand_over(town_admin, leaver=both, successor=accomplice, on=DAY, reason="x")
    assert Membership.objects.filter(person=both, ends_on=None).count() == 2
    people.reset_password(admin, person=both, reason="本人到场核实")


def test_somebody_without_a_post_now_belongs_to_where_they_had_one(town: Unit, town_admin: Actor) -> None:
    former = make_person("前任")
    Membership.objects.create(
        person=former, unit=town, role=Role.EDITOR, starts_on=date(2020, 1, 1), ends_on=date(2021, 1, 1)
    )
    people.reset_password(town_admin, person=former, reason="返聘")


@pytest.mark.parametrize("act", sorted(COUNTYWIDE))
def test_what_concerns_the_whole_county_needs_a_post_of_the_county(
    act: str, county: Unit, town: Unit
) -> None:
    role = sorted(ACTS[act])[0]
    assert acting(make_person("县里", (county, role))).may(act)
    assert not acting(make_person("镇里", (town, role))).may(act)


def test_acts_of_no_unit_are_read_by_the_countys_auditor_alone(
    client: Client, county: Unit, town: Unit
) -> None:
    Act.objects.create(
        at=clock.now(),
        actor_label="系统",
        verb="load_calendar",
        object_type="x",
        object_id="1",
        object_label="全县的事",
    )
    for unit, sees in ((county, True), (town, False)):
        auditor = make_person("审计", (unit, Role.AUDITOR))
        client.force_login(auditor, backend="allauth.account.auth_backends.AuthenticationBackend")
        assert ("全县的事" in client.get("/desk/journal/").content.decode()) is sees


def test_the_journal_is_searched_by_the_acts_chinese_name(client: Client, county: Unit, admin: Actor) -> None:
    units.rename_unit(admin, unit=county, name="新县", short_name="", on=DAY, reason="撤县设市")
    auditor = make_person("审计", (county, Role.AUDITOR))
    client.force_login(auditor, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "撤县设市" in client.get("/desk/journal/?q=更名").content.decode()
    assert "撤县设市" not in client.get("/desk/journal/?q=合并单位").content.decode()


def test_a_lost_telephone(county: Unit, town: Unit, admin: Actor) -> None:
    person = make_person("终审", (town, Role.FINAL_REVIEWER))
    with pytest.raises(Conflict):
        people.reset_second_factor(admin, person=person, reason="本人到场核实")
    Authenticator.objects.create(user=person, type="totp", data={})
    with pytest.raises(BadInput):
        people.reset_second_factor(admin, person=person, reason=" ")
    with pytest.raises(Conflict):
        people.reset_second_factor(admin, person=Person.objects.get(pk=admin.person_id), reason="自己")
    people.reset_second_factor(admin, person=person, reason="本人到场核实，手机丢失")
    assert not Authenticator.objects.filter(user=person).exists()
    assert Act.objects.get(verb="reset_second_factor").object_label == "终审"


def test_a_closed_account_is_out_at_once(client: Client, town: Unit, admin: Actor) -> None:
    person = make_person("经办", (town, Role.EDITOR))
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/desk/account/").status_code == 200
    people.close_account(admin, person=person, reason="调离")
    assert client.get("/desk/account/").status_code == 302


def _notice(person: Person, text: str, dedupe: str = "") -> None:
    Notice.objects.create(
        person_id=person.pk, kind="x", text=text, dedupe=dedupe, created_at=clock.now(), unit_id=None
    )


def test_unread_notices_go_to_the_successor(town: Unit, admin: Actor) -> None:
    leaver, successor = make_person("离任", (town, Role.EDITOR)), make_person("接任", (town, Role.EDITOR))
    _notice(leaver, "退回了")
    _notice(leaver, "两人都有的", "same")
    _notice(successor, "两人都有的", "same")
    moved = people.hand_over(admin, leaver=leaver, successor=successor, on=DAY, reason="调离")
    assert moved == {"岗位": 0, "未读提醒": 1} | moved
    assert set(Notice.objects.filter(person_id=successor.pk).values_list("text", flat=True)) == {
        "退回了",
        "两人都有的",
    }
    assert Membership.objects.filter(person=successor).count() == 1


def test_what_a_merged_unit_leaves_is_its_successors_to_finish(
    county: Unit, town: Unit, admin: Actor
) -> None:
    older = make_unit("更早的乡", "town", county)
    old = make_unit("旧乡", "town", county)
    village = make_unit("旧乡的村", "village", old)
    was = make_person("旧乡经办", (old, Role.EDITOR))
    editor = make_person("松月经办", (town, Role.EDITOR))
    assert not acting(editor).may("write_draft", old)
    units.merge_unit(admin, unit=older, into=old, on=DAY, reason="合并")
    units.merge_unit(admin, unit=old, into=town, on=DAY, reason="合并")
    for unit in (older, old, town):
        assert acting(editor).may("write_draft", unit)
        assert acting(editor).scope("write_draft").covers(unit.path, unit.kind)
    assert not acting(editor).may("review", old)
    village.refresh_from_db()
    assert village.parent == town
    assert village.path.startswith(town.path)
    assert Membership.objects.get(person=was).ends_on == DAY
    assert Act.objects.get(verb="merge_unit", object_id=str(old.pk)).detail["posts_ended"] == 1


def test_an_ended_unit_takes_no_more_acts(county: Unit, town: Unit, admin: Actor) -> None:
    old = make_unit("旧乡", "town", county)
    units.close_unit(admin, unit=old, on=DAY, reason="撤销")
    for act in (
        lambda: units.merge_unit(admin, unit=old, into=town, on=DAY, reason="x"),
        lambda: units.rename_unit(admin, unit=old, name="x", short_name="", on=DAY, reason="x"),
        lambda: units.move_unit(admin, unit=old, parent=town, on=DAY, reason="x"),
        lambda: units.close_unit(admin, unit=old, on=DAY, reason="x"),
    ):
        with pytest.raises(Conflict):
            act()
    for act in (
        lambda: units.move_unit(admin, unit=town, parent=old, on=DAY, reason="x"),
        lambda: units.open_unit(admin, code="n", name="新村", kind="village", parent=old),
    ):
        with pytest.raises(BadInput):
            act()


def test_a_term_in_the_leading_group_ends_and_stays(client: Client, town: Unit) -> None:
    editor = make_person("经办", (town, Role.EDITOR))
    member = LeadingGroupMember.objects.create(
        unit=town, name="张三", post="head", starts_on=date(2025, 1, 1)
    )
    assert terms_of("张三", [town.pk], DAY) == 1
    with pytest.raises(BadInput):
        end_leading_group_term(acting(editor), member=member, ends_on=date(2024, 1, 1))
    client.force_login(editor, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.post(f"/desk/leading-group/{member.pk}/end/", {"ends_on": "2026-11-01"})
    member.refresh_from_db()
    assert member.ends_on == date(2026, 11, 1)
    assert terms_of("张三", [town.pk], DAY) == 0
    assert client.get("/desk/leading-group/export/").status_code == 200
    assert client.post("/desk/leading-group/987654/end/", {"ends_on": "2026-11-01"}).status_code == 404


def test_a_wrong_date_is_explained(client: Client, county: Unit, town: Unit) -> None:
    admin = make_person("管理员", (county, Role.ADMINISTRATOR))
    Person.objects.filter(pk=admin.pk).update(is_demo=True)
    post = make_person("经办", (town, Role.EDITOR)).memberships.get()
    client.force_login(admin, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = client.post(f"/desk/people/{post.person_id}/posts/{post.pk}/end/", {"on": "昨天"}, follow=True)
    assert "日期写成" in answer.content.decode()
    assert "登记" in client.get(f"/desk/people/{post.person_id}/").content.decode()
