"""Sessions end after a while without use, and addresses of callers come from nobody but our own proxy."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from mingbai.accounts.factories import make_person, make_unit
from mingbai.accounts.models import Person, SignIn
from mingbai.accounts.roles import Role

pytestmark = pytest.mark.django_db
PASSWORD = "Abc12345678"


@pytest.fixture
def person() -> Person:
    return make_person("经办", (make_unit("县", "county"), Role.EDITOR))


def sign_in(client: Client, person: Person, **extra: str) -> None:
    client.post("/desk/sign-in/", {"login": person.username, "password": PASSWORD}, **extra)


def age_session(client: Client, minutes: int) -> None:
    """As if the last request were so long ago."""
    session = client.session
    session["seen"] -= minutes * 60
    session.save()
    row = Session.objects.get(session_key=session.session_key)
    row.expire_date -= timedelta(minutes=minutes)
    row.save()


def test_a_session_that_is_used_does_not_end(client: Client, person: Person) -> None:
    sign_in(client, person)
    for _ in range(3):
        client.get("/desk/account/")
        age_session(client, 20)
        assert client.get("/desk/account/").status_code == 200
    assert Session.objects.get().expire_date > timezone.now() + timedelta(minutes=29)


def test_a_session_left_alone_ends(client: Client, person: Person) -> None:
    sign_in(client, person)
    client.get("/desk/account/")
    age_session(client, 31)
    assert client.get("/desk/account/").status_code == 302


def test_reading_writes_nothing_within_a_minute(client: Client, person: Person) -> None:
    sign_in(client, person)
    client.get("/desk/account/")
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get("/desk/account/")
    writes = [row["sql"] for row in captured if row["sql"].startswith(("UPDATE", "INSERT", "DELETE"))]
    assert writes == []


def test_the_list_of_sessions_knows_the_last_use(client: Client, person: Person) -> None:
    sign_in(client, person)
    client.get("/desk/account/")
    age_session(client, 5)
    UserSession.objects.update(last_seen_at=timezone.now() - timedelta(minutes=5))
    client.get("/desk/account/")
    assert UserSession.objects.get().last_seen_at > timezone.now() - timedelta(minutes=1)


@pytest.mark.parametrize(
    ("behind_proxy", "forwarded", "noted"),
    [
        (True, "203.0.113.9", "203.0.113.9"),
        (True, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (True, "2001:db8::7", "2001:db8::7"),
        (True, "not an address", "127.0.0.1"),
        (False, "203.0.113.9", "127.0.0.1"),
    ],
)
def test_where_a_sign_in_came_from(
    client: Client, person: Person, settings, behind_proxy: bool, forwarded: str, noted: str
) -> None:
    settings.BEHIND_PROXY = behind_proxy
    sign_in(client, person, HTTP_X_FORWARDED_FOR=forwarded)
    assert SignIn.objects.get().address == noted


def test_a_claimed_address_does_not_undo_the_lock(client: Client, person: Person) -> None:
    for number in range(6):
        answer = client.post(
            "/desk/sign-in/",
            {"login": person.username, "password": "wrong"},
            HTTP_X_FORWARDED_FOR=f"198.51.100.{number}",
        )
    assert "锁定" in answer.content.decode()


def test_figures_for_monitoring_stay_on_the_machine_behind_a_proxy(client: Client, settings) -> None:
    settings.BEHIND_PROXY = True
    assert client.get("/health/metrics", HTTP_X_FORWARDED_FOR="203.0.113.9").status_code == 403
    assert client.get("/health/metrics").status_code == 200
