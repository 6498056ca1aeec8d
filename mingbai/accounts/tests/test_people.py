"""Accounts, posts, passwords and handing over."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from mingbai.accounts.actors import actor_for
from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.models import Absence, Membership, Unit
from mingbai.accounts.roles import Role
from mingbai.accounts.services import people
from mingbai.accounts.services.sessions import end_sessions_of
from mingbai.core import clock
from mingbai.core.errors import BadInput, Conflict, NotAllowed
from mingbai.journal.models import Act
from mingbai.journal.telling import said

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


@pytest.fixture
def county() -> Unit:
    return make_unit("县", "county")


@pytest.fixture
def town(county: Unit) -> Unit:
    return make_unit("甲镇", "town", county)


def test_an_account_is_opened_with_a_password_that_must_be_changed(county: Unit, town: Unit) -> None:
    admin = acting(make_person("管理员", (county, Role.ADMINISTRATOR)))
    person, first = people.open_account(admin, username="clerk", name="新人", unit=town)
    assert person.check_password(first)
    assert person.must_change_password
    act = Act.objects.get(verb="open_account")
    assert first not in str(act.detail) + act.reason
    with pytest.raises(BadInput) as refused:
        people.open_account(admin, username="clerk", name="又一人", unit=town)
    assert refused.value.field == "username"


def test_only_administrators_open_accounts_and_only_below_their_unit(county: Unit, town: Unit) -> None:
    other = make_unit("邻县", "county")
    for person in (
        make_person("经办", (town, Role.EDITOR)),
        make_person("邻县管理员", (other, Role.ADMINISTRATOR)),
    ):
        with pytest.raises(NotAllowed):
            people.open_account(acting(person), username="x", name="x", unit=town)


@pytest.mark.parametrize(
    ("held", "wanted", "allowed"),
    [
        (Role.ADMINISTRATOR, Role.AUDITOR, False),
        (Role.AUDITOR, Role.SECRECY_REVIEWER, False),
        (Role.SECRECY_REVIEWER, Role.ADMINISTRATOR, False),
        (Role.ADMINISTRATOR, Role.COUNTY_SUPERVISOR, True),
        (Role.EDITOR, Role.REQUEST_OFFICER, True),
        (Role.EDITOR, Role.FIRST_REVIEWER, True),
    ],
)
def test_roles_that_exclude_each_other(
    county: Unit, town: Unit, held: Role, wanted: Role, allowed: bool
) -> None:
    admin = acting(make_person("管理员", (county, Role.ADMINISTRATOR)))
    person = make_person("某人", (town, held))
    if allowed:
        assert people.give_post(admin, person=person, unit=town, role=wanted, starts_on=DAY).role == wanted
    else:
        with pytest.raises(Conflict, match="不能由同一人担任"):
            people.give_post(admin, person=person, unit=town, role=wanted, starts_on=DAY)


def test_excluding_roles_one_after_the_other_are_fine(county: Unit, town: Unit) -> None:
    admin = acting(make_person("管理员", (county, Role.ADMINISTRATOR)))
    person = make_person("某人")
    Membership.objects.create(
        person=person, unit=town, role=Role.AUDITOR, starts_on=date(2025, 1, 1), ends_on=date(2025, 12, 31)
    )
    people.give_post(admin, person=person, unit=town, role=Role.ADMINISTRATOR, starts_on=date(2026, 1, 1))
    with pytest.raises(Conflict):
        people.give_post(admin, person=person, unit=town, role=Role.AUDITOR, starts_on=date(2026, 6, 1))


@pytest.mark.parametrize(
    ("today", "held"),
    [("2026-03-01", False), ("2026-03-02", True), ("2026-05-31", True), ("2026-06-01", False)],
)
def test_a_post_holds_from_its_first_to_its_last_day(town: Unit, today: str, held: bool) -> None:
    person = make_person("某人")
    Membership.objects.create(
        person=person, unit=town, role=Role.EDITOR, starts_on=date(2026, 3, 2), ends_on=date(2026, 5, 31)
    )
    assert actor_for(person, date.fromisoformat(today)).may("write_draft", town) is held


def test_a_password_reset_needs_a_reason_and_is_recorded(county: Unit, town: Unit) -> None:
    admin = acting(make_person("管理员", (county, Role.ADMINISTRATOR)))
    person = make_person("忘记的人", (town, Role.EDITOR))
    with pytest.raises(BadInput):
        people.reset_password(admin, person=person, reason=" ")
    first = people.reset_password(admin, person=person, reason="本人到场核实")
    person.refresh_from_db()
    assert person.check_password(first)
    assert person.must_change_password
    assert Act.objects.get(verb="reset_password").reason == "本人到场核实"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("wrong", "Nine-lives-7", "old"),
        ("Abc12345678", "Abc12345678", "new"),
        ("Abc12345678", "short1A", "new"),
        ("Abc12345678", "alllowercase", "new"),
        ("Abc12345678", "12345678901", "new"),
    ],
)
def test_weak_new_passwords_are_refused_beside_the_field(old: str, new: str, field: str) -> None:
    person = make_person("某人")
    with pytest.raises(BadInput) as refused:
        people.change_own_password(acting(person), person=person, old=old, new=new)
    assert refused.value.field == field


def test_changing_the_first_password_ends_the_obligation() -> None:
    person = make_person("某人")
    person.must_change_password = True
    person.save()
    people.change_own_password(acting(person), person=person, old="Abc12345678", new="Nine-lives-7")
    person.refresh_from_db()
    assert not person.must_change_password
    with pytest.raises(NotAllowed):
        people.change_own_password(
            acting(make_person("别人")), person=person, old="Nine-lives-7", new="Ten-lives-88"
        )


def test_handing_over_moves_every_post_without_a_gap(county: Unit, town: Unit) -> None:
    admin = acting(make_person("管理员", (county, Role.ADMINISTRATOR)))
    leaver = make_person("离任", (town, Role.EDITOR), (town, Role.REQUEST_OFFICER))
    successor = make_person("接任", (town, Role.FIRST_REVIEWER))
    moved = people.hand_over(admin, leaver=leaver, successor=successor, on=DAY, reason="调离")
    assert moved["岗位"] == 2
    assert actor_for(leaver, DAY).may("write_draft", town)
    assert not actor_for(leaver, date(2026, 11, 24)).roles
    assert actor_for(successor, date(2026, 11, 24)).may("write_draft", town)
    assert Act.objects.get(verb="hand_over").detail["moved"]["岗位"] == 2
    with pytest.raises(BadInput):
        people.hand_over(admin, leaver=successor, successor=successor, on=DAY, reason="自己")


def test_nobody_is_deleted(county: Unit, town: Unit) -> None:
    admin = acting(make_person("管理员", (county, Role.ADMINISTRATOR)))
    person = make_person("某人", (town, Role.EDITOR))
    people.close_account(admin, person=person, reason="退休")
    person.refresh_from_db()
    assert not person.is_active
    with pytest.raises(Conflict):
        people.close_account(admin, person=type(person).objects.get(pk=admin.person_id), reason="自己")


@pytest.mark.parametrize("number", range(20))
def test_one_time_passwords_satisfy_our_own_rules(number: int) -> None:
    from django.contrib.auth.password_validation import validate_password

    validate_password(people.one_time_password())


def test_a_persons_page_says_who_stands_in_and_only_in_the_readers_units(
    county: Unit, town: Unit, client: Client, settings
) -> None:
    settings.FIXED_TODAY, settings.MFA_REQUIRED_FOR = DAY, "off"
    admin = make_person("管理员", (county, Role.ADMINISTRATOR))
    absent = make_person("在外甲", (town, Role.FIRST_REVIEWER))
    elsewhere = make_unit("邻县", "county")
    for name, unit in (("代办乙", town), ("邻县丙", elsewhere)):
        Membership.objects.create(
            person=make_person(name), unit=unit, role=Role.FIRST_REVIEWER, starts_on=DAY, deputy_for=absent
        )
    client.force_login(admin)
    page = client.get(reverse("accounts-person", args=[absent.pk])).text
    told = page.partition("不在岗时由谁代办")[2].partition("</table>")[0]
    assert "代办乙" in told and "待命" in told and "邻县丙" not in told
    Absence.objects.create(person=absent, starts_on=DAY, ends_on=DAY, reason="年休假", entered_at=clock.now())
    page = client.get(reverse("accounts-person", args=[absent.pk])).text
    assert "代办中" in page and "年休假：离岗中" in page


def test_a_misspelt_name_is_corrected_with_a_reason_and_the_old_one_stays_in_the_journal(
    county: Unit, town: Unit
) -> None:
    admin = acting(make_person("管理员", (county, Role.ADMINISTRATOR)))
    person = make_person("李小名", (town, Role.EDITOR))
    with pytest.raises(BadInput) as refused:
        people.describe_person(admin, person=person, name="李小明", post="", phone="", reason=" ")
    assert refused.value.field == "reason"
    people.describe_person(admin, person=person, name="李小明", post="主任", phone="0000-1", reason="写错")
    person.refresh_from_db()
    assert (person.name, person.post, person.phone) == ("李小明", "主任", "0000-1")
    act = Act.objects.get(verb="describe_person")
    assert said(act) == "姓名：李小名 → 李小明；职务：（空） → 主任；办公电话：（空） → 0000-1"


def test_nobody_corrects_people_of_another_county(county: Unit) -> None:
    stranger = make_person("邻县人", (make_unit("邻县", "county"), Role.EDITOR))
    admin = acting(make_person("管理员", (county, Role.ADMINISTRATOR)))
    for act in (
        lambda: people.describe_person(admin, person=stranger, name="x", post="", phone="", reason="x"),
        lambda: people.reopen_account(admin, person=stranger, reason="x"),
        lambda: end_sessions_of(admin, person=stranger, reason="x"),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_closed_account_is_opened_again_without_its_posts_and_with_a_new_password(
    county: Unit, town: Unit
) -> None:
    admin = acting(make_person("管理员", (county, Role.ADMINISTRATOR)))
    person = make_person("李小明", (town, Role.EDITOR))
    people.close_account(admin, person=person, reason="借调")
    first = people.reopen_account(admin, person=person, reason="借调期满")
    person.refresh_from_db()
    assert person.is_active and person.must_change_password and person.check_password(first)
    assert not Membership.objects.active_on(clock.today() + timedelta(days=1)).filter(person=person).exists()
    assert first not in str(Act.objects.get(verb="reopen_account").detail)
    with pytest.raises(Conflict, match="在用"):
        people.reopen_account(admin, person=person, reason="再来一次")


def test_the_last_administrator_of_a_county_cannot_be_ended(county: Unit, town: Unit) -> None:
    only = make_person("管理员", (county, Role.ADMINISTRATOR))
    # one of a town does not reach the county's accounts
    make_person("镇管理员", (town, Role.ADMINISTRATOR))
    post = only.memberships.get()
    with pytest.raises(Conflict, match="最后一位"):
        people.end_post(acting(only), membership=post, ends_on=clock.today())
    other = make_person("另一位", (county, Role.ADMINISTRATOR))
    people.end_post(acting(only), membership=post, ends_on=clock.today())
    with pytest.raises(Conflict, match="最后一位"):
        people.close_account(acting(only), person=other, reason="x")


def test_what_was_given_can_be_read_on_the_person_page(county: Unit, town: Unit) -> None:
    admin = make_person("管理员", (county, Role.ADMINISTRATOR))
    admin.is_demo = True
    admin.save()
    person, principal = make_person("乙", (town, Role.EDITOR)), make_person("甲", (town, Role.FIRST_REVIEWER))
    people.give_post(
        acting(admin), person=person, unit=town, role=Role.FIRST_REVIEWER, starts_on=DAY, deputy_for=principal
    )
    client = Client()
    client.force_login(admin, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get(reverse("accounts-person", args=[person.pk])).content.decode()
    assert "登记任职，初审，2026-11-23起，甲的B角" in page
