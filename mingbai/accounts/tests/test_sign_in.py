"""Signing in as people do it: lock-out, first password, second factor, sign-out; and who sees which screen."""

from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.usersessions.models import UserSession
from django.test import Client

from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.models import Membership, Person, SignIn, Unit
from mingbai.accounts.roles import Role
from mingbai.accounts.services import people
from mingbai.accounts.services.first_start import rescue_administrator
from mingbai.core.errors import BadInput
from mingbai.journal.models import Act

pytestmark = pytest.mark.django_db
PASSWORD = "Abc12345678"


def sign_in(client: Client, person: Person, password: str = PASSWORD):
    return client.post("/desk/sign-in/", {"login": person.username, "password": password})


@pytest.fixture
def county() -> Unit:
    return make_unit("县", "county")


def test_good_and_bad_attempts_are_in_the_sign_in_journal(client: Client, county: Unit) -> None:
    person = make_person("经办", (county, Role.EDITOR))
    assert "账号" in sign_in(client, person, "wrong").content.decode()
    assert sign_in(client, person).headers["Location"] == "/desk/"
    client.post("/desk/sign-out/")
    assert list(SignIn.objects.order_by("id").values_list("outcome", flat=True)) == ["failed", "in", "out"]


def test_five_failures_lock_the_account_even_for_the_right_password(client: Client, county: Unit) -> None:
    person = make_person("经办", (county, Role.EDITOR))
    for _ in range(5):
        answer = sign_in(client, person, "wrong")
    assert "锁定" in answer.content.decode()
    assert "锁定" in sign_in(client, person).content.decode()
    assert client.get("/desk/").status_code == 302
    assert SignIn.objects.filter(outcome="locked").exists()


def test_a_reset_password_opens_a_locked_account(client: Client, county: Unit) -> None:
    person = make_person("经办", (county, Role.EDITOR))
    admin = acting(make_person("管理员", (county, Role.ADMINISTRATOR)))
    for _ in range(6):
        answer = sign_in(client, person, "wrong")
    assert "锁定" in answer.content.decode()
    first = people.reset_password(admin, person=person, reason="本人到场核实")
    assert sign_in(client, person, first).headers["Location"] == "/desk/"


def test_an_administrator_who_lost_everything_is_let_in_again_from_the_console(
    client: Client, county: Unit, settings
) -> None:
    settings.MFA_REQUIRED_FOR = "approvers"
    admin = make_person("管理员", (county, Role.ADMINISTRATOR))
    clerk = make_person("经办", (county, Role.EDITOR))
    RecoveryCodes.activate(admin)
    for _ in range(6):
        sign_in(client, admin, "wrong")
    for username, reason in ((clerk.username, "x"), ("nobody", "x"), (admin.username, " ")):
        with pytest.raises(BadInput):
            rescue_administrator(username=username, reason=reason)
    with pytest.raises(BadInput, match=admin.username):
        rescue_administrator(username="nobody", reason="x")
    first = rescue_administrator(username=admin.username, reason="手机丢失，已当面核实")
    assert sign_in(client, admin, first).headers["Location"] == "/desk/"
    # and then owes what everybody owes
    assert client.get("/desk/people/").headers["Location"] == "/desk/account/password/"
    act = Act.objects.get(verb="rescue_administrator")
    assert (act.actor_id, act.object_id, act.reason) == (None, str(admin.pk), "手机丢失，已当面核实")


def test_the_first_password_must_be_changed_before_anything_else(client: Client, county: Unit) -> None:
    person = make_person("新人", (county, Role.EDITOR))
    person.must_change_password = True
    person.save()
    sign_in(client, person)
    assert client.get("/desk/gaps/").headers["Location"] == "/desk/account/password/"
    answer = client.post(
        "/desk/account/password/", {"old": PASSWORD, "new": "Nine-lives-7", "again": "Nine-lives-8"}
    )
    assert "两次输入的新密码不一样" in answer.content.decode()
    client.post("/desk/account/password/", {"old": PASSWORD, "new": "Nine-lives-7", "again": "Nine-lives-7"})
    assert client.get("/desk/gaps/").status_code == 200


@pytest.mark.parametrize(
    ("required", "role", "sent_to_set_up"),
    [
        ("approvers", Role.FINAL_REVIEWER, True),
        ("approvers", Role.ADMINISTRATOR, True),
        ("approvers", Role.EDITOR, False),
        ("all", Role.EDITOR, True),
        ("off", Role.ADMINISTRATOR, False),
    ],
)
def test_who_needs_a_second_factor(
    client: Client, county: Unit, settings, required: str, role: Role, sent_to_set_up: bool
) -> None:
    settings.MFA_REQUIRED_FOR = required
    person = make_person("某人", (county, role))
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = client.get("/desk/")
    assert (answer.status_code == 302 and "second-factor" in answer.headers["Location"]) is sent_to_set_up


def test_setting_up_and_using_the_second_factor(
    client: Client, county: Unit, django_capture_on_commit_callbacks
) -> None:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    person = make_person("终审", (county, Role.FINAL_REVIEWER))
    sign_in(client, person)
    confirm = client.get("/desk/account/second-factor/app/").headers["Location"]
    assert "/desk/account/confirm/" in confirm
    assert client.post(confirm, {"password": "wrong"}).status_code == 200
    client.post(confirm, {"password": PASSWORD})
    page = client.get("/desk/account/second-factor/app/")
    secret = page.context["form"].secret

    def code(place: int = 0) -> str:
        return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[place]))

    assert client.post("/desk/account/second-factor/app/", {"code": "000000"}).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post("/desk/account/second-factor/app/", {"code": code()}).status_code == 302
    assert client.get("/desk/").status_code == 200
    client.post("/desk/sign-out/")
    answer = sign_in(client, person)
    assert "second-factor" in answer.headers["Location"]
    assert client.get("/desk/").status_code == 302
    refused = client.post("/desk/sign-in/second-factor/", {"code": "000000"})
    assert refused.status_code == 200
    # somebody knows the password: that is in the sign-in journal, though nobody came in
    assert list(SignIn.objects.order_by("id").values_list("outcome", flat=True))[-1] == "factor"
    recovery = RecoveryCodes(Authenticator.objects.get(user=person, type="recovery_codes")).get_unused_codes()
    for right in (recovery[0], recovery[0]):
        answer = client.post("/desk/sign-in/second-factor/", {"code": right})
        if answer.status_code == 302:
            assert client.get("/desk/").status_code == 200
            client.post("/desk/sign-out/")
            sign_in(client, person)
    assert answer.status_code == 200, "a recovery code is good once"
    verbs = Act.objects.filter(actor_id=person.pk).values_list("verb", flat=True)
    assert sorted(verbs) == ["make_recovery_codes", "set_up_second_factor"]


def test_a_post_that_ended_yesterday_opens_nothing(client: Client, county: Unit) -> None:
    person = make_person("前任")
    Membership.objects.create(
        person=person,
        unit=county,
        role=Role.COUNTY_SUPERVISOR,
        starts_on=date(2020, 1, 1),
        ends_on=date(2020, 12, 31),
    )
    sign_in(client, person)
    assert client.get("/desk/matrix/").status_code == 403


def test_guessing_the_people_of_another_county_answers_not_found(client: Client, county: Unit) -> None:
    admin = make_person("管理员", (county, Role.ADMINISTRATOR))
    admin.is_demo = True
    admin.save()
    stranger = make_person("邻县人", (make_unit("邻县", "county"), Role.EDITOR))
    sign_in(client, admin)
    assert client.get(f"/desk/people/{admin.pk}/").status_code == 200
    for address in ("", "handover/"):
        assert client.get(f"/desk/people/{stranger.pk}/{address}").status_code == 404
    for act in ("posts", "password", "close"):
        assert client.post(f"/desk/people/{stranger.pk}/{act}/", {"reason": "x"}).status_code == 404
    stranger.refresh_from_db()
    assert stranger.is_active
    assert stranger.check_password(PASSWORD)


def test_sessions_can_be_ended_elsewhere(county: Unit) -> None:
    person = make_person("经办", (county, Role.EDITOR))
    here, there = Client(), Client()
    sign_in(here, person)
    sign_in(there, person)
    here.get("/desk/account/")
    there.get("/desk/account/")
    assert here.post("/desk/account/sessions/").status_code == 302
    assert here.get("/desk/account/").status_code == 200
    assert there.get("/desk/account/").status_code == 302
    assert Act.objects.get().verb == "end_sessions"


def test_one_of_several_sessions_can_be_ended_and_only_of_ones_own(county: Unit) -> None:
    person, other = make_person("经办", (county, Role.EDITOR)), make_person("别人", (county, Role.EDITOR))
    here, phone, library, stranger = Client(), Client(), Client(), Client()
    for client, whose in ((here, person), (phone, person), (library, person), (stranger, other)):
        sign_in(client, whose)
        client.get("/desk/account/")
    lost = UserSession.objects.get(session_key=library.session.session_key)
    theirs = UserSession.objects.get(user=other)
    assert here.post("/desk/account/sessions/", {"session": lost.pk}).status_code == 302
    assert here.post("/desk/account/sessions/", {"session": theirs.pk}).status_code == 404
    seen = [client.get("/desk/account/").status_code for client in (here, phone, library, stranger)]
    assert seen == [200, 200, 302, 200]


def test_an_administrator_ends_the_sessions_of_somebody_who_lost_a_telephone(county: Unit) -> None:
    person, admin = (
        make_person("经办", (county, Role.EDITOR)),
        make_person("管理员", (county, Role.ADMINISTRATOR)),
    )
    admin.is_demo = True
    admin.save()
    desk, phone = Client(), Client()
    sign_in(desk, admin)
    sign_in(phone, person)
    phone.get("/desk/account/")
    address = f"/desk/people/{person.pk}/sessions/"
    desk.post(address, {"reason": ""})
    assert phone.get("/desk/account/").status_code == 200
    desk.post(address, {"reason": "本人报告手机丢失"})
    assert phone.get("/desk/account/").status_code == 302
    act = Act.objects.get(verb="end_sessions")
    assert (act.actor_id, act.object_id, act.reason) == (admin.pk, str(person.pk), "本人报告手机丢失")
