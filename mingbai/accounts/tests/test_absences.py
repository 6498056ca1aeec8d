"""Entering that somebody is away: who may, for which days, and who stands in."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.models import Absence, Membership, Person
from mingbai.accounts.roles import Role
from mingbai.accounts.selectors import away_on, uncovered
from mingbai.accounts.services import people
from mingbai.accounts.services.absences import end_absence, enter_absence, entrust_deputy
from mingbai.core import clock
from mingbai.core.errors import BadInput, Conflict, NotAllowed
from mingbai.journal.models import Act

pytestmark = pytest.mark.django_db


class Town:
    def __init__(self) -> None:
        self.county = make_unit("县", "county")
        self.unit = make_unit("甲镇", "town", self.county)
        self.other = make_unit("乙镇", "town", self.county)
        self.first = make_person("初审人", (self.unit, Role.FIRST_REVIEWER))
        self.final = make_person("终审人", (self.unit, Role.FINAL_REVIEWER))
        self.editor = make_person("经办人", (self.unit, Role.EDITOR))
        self.admin = make_person("管理员", (self.county, Role.ADMINISTRATOR))
        self.stranger = make_person("乙镇终审", (self.other, Role.FINAL_REVIEWER))


@pytest.fixture(autouse=True)
def _no_second_factor(settings) -> None:
    settings.MFA_REQUIRED_FOR = "off"


@pytest.fixture
def town() -> Town:
    return Town()


def day(number: int) -> date:
    return clock.today() + timedelta(days=number)


def enter(who: Person, whom: Person, first: int, last: int, **more: object) -> Absence:
    return enter_absence(
        acting(who), person=whom, starts_on=day(first), ends_on=day(last), reason="年休假", **more
    )


@pytest.mark.parametrize(
    ("who", "may"),
    [("first", True), ("final", True), ("admin", True), ("editor", False), ("stranger", False)],
)
def test_oneself_the_head_of_the_unit_and_administrators_enter_an_absence(
    town: Town, who: str, may: bool
) -> None:
    actor = getattr(town, who)
    if not may:
        with pytest.raises(NotAllowed):
            enter(actor, town.first, 0, 3)
        assert not Absence.objects.exists()
        return
    enter(actor, town.first, 0, 3)
    act = Act.objects.get(verb="enter_absence")
    assert (act.actor_id, act.object_id, act.reason) == (actor.pk, str(town.first.pk), "年休假")
    assert act.detail["ends_on"] == day(3).isoformat()


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (3, 2, "ends_on"),
        (-5, -1, "ends_on"),
        (-31, 1, "starts_on"),
        (0, 367, "ends_on"),
        (0, 0, None),
        (-30, 0, None),
        (0, 366, None),
    ],
)
def test_days_that_can_be(town: Town, first: int, last: int, field: str | None) -> None:
    if field is None:
        assert enter(town.first, town.first, first, last).pk
        return
    with pytest.raises(BadInput) as refused:
        enter(town.first, town.first, first, last)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("first", "last", "may"), [(6, 9, True), (5, 9, False), (1, 2, False), (-3, 0, False), (-3, 20, False)]
)
def test_days_are_entered_once(town: Town, first: int, last: int, may: bool) -> None:
    enter(town.first, town.first, 0, 5)
    if may:
        enter(town.first, town.first, first, last)
    else:
        with pytest.raises(Conflict, match="重叠"):
            enter(town.final, town.first, first, last)


@pytest.mark.parametrize(("first", "may"), [(1, False), (2, True)])
def test_after_an_early_return_the_days_are_free_again(town: Town, first: int, may: bool) -> None:
    """Back from the day after tomorrow: tomorrow is still away."""
    end_absence(acting(town.first), absence=enter(town.first, town.first, 0, 9), back_on=day(2))
    if may:
        enter(town.first, town.first, first, 9)
    else:
        with pytest.raises(Conflict):
            enter(town.first, town.first, first, 9)


def test_a_reason_is_owed(town: Town) -> None:
    with pytest.raises(BadInput) as refused:
        enter_absence(acting(town.first), person=town.first, starts_on=day(0), ends_on=day(1), reason="　 ")
    assert refused.value.field == "reason"


@pytest.mark.parametrize(
    ("first", "last", "back", "says", "covers"),
    [
        (-3, 5, None, "提前回岗", []),
        (-3, 5, 2, "离岗中", [0, 1]),
        (0, 5, None, "已取消", []),
        (2, 5, None, "已取消", []),
        (-3, 0, None, "提前回岗", []),
    ],
)
def test_an_absence_ended_early(
    town: Town, first: int, last: int, back: int | None, says: str, covers: list[int]
) -> None:
    absence = end_absence(
        acting(town.first),
        absence=enter(town.first, town.first, first, last),
        back_on=None if back is None else day(back),
    )
    assert absence.state == says
    assert [number for number in range(8) if Absence.objects.on(day(number)).exists()] == covers
    assert Act.objects.get(verb="end_absence").detail["back_on"] == absence.back_on.isoformat()


@pytest.mark.parametrize(("back", "error"), [(-1, BadInput), (6, BadInput)])
def test_a_return_is_neither_in_the_past_nor_after_the_end(
    town: Town, back: int, error: type[Exception]
) -> None:
    absence = enter(town.first, town.first, -3, 5)
    with pytest.raises(error):
        end_absence(acting(town.first), absence=absence, back_on=day(back))


def test_what_is_over_is_not_ended_again(town: Town) -> None:
    absence = enter(town.first, town.first, -3, 5)
    end_absence(acting(town.first), absence=absence)
    with pytest.raises(Conflict):
        end_absence(acting(town.first), absence=absence)
    with pytest.raises(NotAllowed):
        end_absence(acting(town.stranger), absence=absence)


def test_the_head_of_the_unit_entrusts_somebody_for_these_days_alone(town: Town) -> None:
    absence = enter(town.final, town.first, 0, 5, deputy=town.editor)
    assert acting(town.editor).roles == {Role.EDITOR, Role.FIRST_REVIEWER}
    end_absence(acting(town.final), absence=absence)
    assert acting(town.editor).roles == {Role.EDITOR}
    enter(town.first, town.first, 1, 9)
    assert not Membership.objects.held_on(day(1)).filter(person=town.editor, deputy_for=town.first).exists()


def test_nobody_hands_on_their_own_rights(town: Town) -> None:
    with pytest.raises(NotAllowed, match="本人不能自己指定"):
        enter(town.final, town.final, 0, 5, deputy=town.editor)
    with pytest.raises(BadInput):
        enter(town.final, town.first, 0, 5, deputy=town.first)
    assert not Absence.objects.exists(), "nothing is half entered"


@pytest.mark.parametrize("role", [Role.SECRECY_REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_what_guards_the_system_is_entrusted_by_administrators_alone(town: Town, role: Role) -> None:
    guard = make_person("某岗", (town.unit, role))
    enter(town.final, guard, 0, 5, deputy=town.editor)
    assert role not in acting(town.editor).roles
    other = make_person("另一岗", (town.unit, role))
    enter(town.admin, other, 0, 5, deputy=town.editor)
    assert role in acting(town.editor).roles


def test_roles_that_exclude_each_other_exclude_deputies_too(town: Town) -> None:
    auditor = make_person("审计员", (town.unit, Role.AUDITOR))
    guard = make_person("保密员", (town.unit, Role.SECRECY_REVIEWER))
    with pytest.raises(Conflict, match="不能由同一人担任"):
        enter(town.admin, guard, 0, 5, deputy=auditor)


def test_handing_over_ends_a_standing_deputyship_of_the_leaver(town: Town) -> None:
    """Though nobody is away and it gives no right today."""
    people.give_post(
        acting(town.admin),
        person=town.editor,
        unit=town.unit,
        role=Role.FIRST_REVIEWER,
        starts_on=day(-1),
        deputy_for=town.first,
    )
    heir = make_person("接手人")
    people.hand_over(acting(town.admin), leaver=town.editor, successor=heir, on=day(0), reason="调离")
    assert not Membership.objects.held_on(day(1)).filter(person=town.editor).exists()
    assert Membership.objects.held_on(day(1)).filter(person=heir, deputy_for=town.first).exists()


def test_posts_that_nobody_fills_are_named(town: Town) -> None:
    absence = enter(town.first, town.first, 0, 5)
    assert uncovered(absence, day(0)) == ["甲镇 初审"]
    [row] = away_on(day(0), [town.unit.pk])
    assert row.sentence.endswith("没有人代办")
    colleague = make_person("另一位初审", (town.unit, Role.FIRST_REVIEWER))
    assert uncovered(absence, day(0)) == []
    [row] = away_on(day(0), [town.unit.pk])
    assert f"由同岗位的{colleague.name}办理" in row.sentence
    assert away_on(day(6), [town.unit.pk]) == []


def test_a_deputy_whose_own_term_ends_first_is_named_with_that_day(town: Town) -> None:
    enter(town.first, town.first, 0, 5)
    Membership.objects.create(
        person=town.editor,
        unit=town.unit,
        role=Role.FIRST_REVIEWER,
        starts_on=day(-9),
        ends_on=day(2),
        deputy_for=town.first,
    )
    [row] = away_on(day(0), [town.unit.pk])
    assert f"经办人（至{day(2).month}月{day(2).day}日）代办" in row.sentence
    assert row.stands_in(town.editor.pk)
    assert not row.stands_in(town.final.pk)


@pytest.mark.parametrize(("first", "last", "back"), [(3, 2, None), (0, 5, -1), (0, 5, 6)])
def test_the_database_refuses_days_that_cannot_be(
    town: Town, first: int, last: int, back: int | None
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Absence.objects.create(
            person=town.first,
            starts_on=day(first),
            ends_on=day(last),
            back_on=None if back is None else day(back),
            reason="x",
            entered_at=clock.now(),
        )


def sign_in(client: Client, person: Person) -> None:
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")


def test_ones_own_absence_on_the_page_of_ones_account(client: Client, town: Town) -> None:
    sign_in(client, town.first)
    days = {"starts_on": day(0).isoformat(), "ends_on": day(5).isoformat(), "reason": "年休假"}
    page = client.post("/desk/account/absences/", days, follow=True).content.decode()
    assert "到期自动结束" in page
    assert "甲镇 初审没有B角" in page
    refused = client.post("/desk/account/absences/", {**days, "reason": "再来一次"})
    assert refused.status_code == 400
    assert "重叠" in refused.content.decode()
    absence = Absence.objects.get()
    sign_in(client, town.editor)
    assert client.post(f"/desk/account/absences/{absence.pk}/end/").status_code == 404
    sign_in(client, town.first)
    client.post(f"/desk/account/absences/{absence.pk}/end/")
    assert not Absence.objects.on(day(0)).exists()


def test_who_entered_their_own_days_is_given_somebody(client: Client, town: Town) -> None:
    """The page told them to ask the head of the unit: who can name somebody without entering the days again."""
    absence = enter(town.first, town.first, 0, 5)
    address = f"/desk/absences/{absence.pk}/deputy/"
    sign_in(client, town.stranger)
    assert client.post(address, {"deputy": town.stranger.pk}).status_code == 404
    sign_in(client, town.final)
    assert client.post(address, {"deputy": town.stranger.pk}).status_code == 404
    assert "甲镇 初审" in client.post(address, {"deputy": town.editor.pk}, follow=True).content.decode()
    assert Role.FIRST_REVIEWER in acting(town.editor).roles
    assert Act.objects.get(verb="entrust_deputy").detail["posts"] == ["甲镇 初审"]
    assert "已经能办" in client.post(address, {"deputy": town.editor.pk}, follow=True).content.decode()
    end_absence(acting(town.first), absence=absence)
    with pytest.raises(Conflict):
        entrust_deputy(acting(town.final), absence=absence, deputy=town.editor)


def test_ones_own_form_names_no_deputy(client: Client, town: Town) -> None:
    """Whatever is posted: the field is not there."""
    sign_in(client, town.final)
    days = {"starts_on": day(0).isoformat(), "ends_on": day(5).isoformat(), "reason": "年休假"}
    client.post("/desk/account/absences/", {**days, "deputy": town.editor.pk})
    assert Absence.objects.count() == 1
    assert not Membership.objects.filter(deputy_for=town.final).exists()


def test_the_units_screen_reaches_the_units_people_alone(client: Client, town: Town) -> None:
    sign_in(client, town.final)
    days = {"starts_on": day(0).isoformat(), "ends_on": day(5).isoformat(), "reason": "住院"}
    listed = client.post(
        "/desk/absences/", {**days, "person": town.first.pk, "deputy": town.editor.pk}, follow=True
    )
    assert "初审人离岗至" in listed.content.decode()
    assert "经办人代办" in listed.content.decode()
    beyond = client.post("/desk/absences/", {**days, "person": town.stranger.pk})
    assert beyond.status_code == 400
    absence = Absence.objects.get()
    sign_in(client, town.stranger)
    assert "住院" not in client.get("/desk/absences/").content.decode()
    assert client.post(f"/desk/absences/{absence.pk}/end/").status_code == 404
    assert Absence.objects.on(day(0)).exists()
    sign_in(client, town.admin)
    client.post(f"/desk/absences/{absence.pk}/end/")
    assert not Absence.objects.on(day(0)).exists()


def test_the_upgrade_keeps_the_days_of_dated_deputyships(town: Town) -> None:
    from importlib import import_module

    from django.apps import apps

    for role in (Role.FIRST_REVIEWER, Role.EDITOR):
        Membership.objects.create(
            person=town.editor,
            unit=town.other,
            role=role,
            starts_on=day(-2),
            ends_on=day(2),
            deputy_for=town.first,
        )
    Membership.objects.create(
        person=town.final, unit=town.other, role=Role.EDITOR, starts_on=day(-2), deputy_for=town.first
    )
    import_module("mingbai.accounts.migrations.0005_absences").keep_dated_deputyships(apps, None)
    [absence] = Absence.objects.all()
    assert (absence.person, absence.starts_on, absence.ends_on) == (town.first, day(-2), day(2))
