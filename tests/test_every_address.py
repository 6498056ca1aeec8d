"""Every address the product has, tried by somebody who has nothing to seek there. What each post opens: test_rights.py."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from mingbai.accounts.factories import make_person, make_unit
from mingbai.accounts.roles import ACTS, Role
from mingbai.disclosure.factories import County, make_county

pytestmark = pytest.mark.django_db

# desk addresses that need no sign-in at all
OPEN = {"sign-in/", "sign-out/", "sign-in/second-factor/", "sign-in/new/", "sign-in/forgotten/"}
# addresses that anybody who signed in may open, whatever the post
PERSONAL = re.compile(r"^(|account/.*|first-day/.*|notices/.*)$")


def walk(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    for each in patterns:
        route = prefix + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from walk(each.url_patterns, route)
        else:
            yield route.replace("^", "").replace("$", "")


def filled(route: str) -> str:
    """A concrete address: ids that exist nowhere, so that only rights are asked."""
    route = re.sub(r"<int:[^>]+>", "987654", route)
    route = re.sub(r"<slug:code>", "no-such-unit", route)
    return re.sub(r"<[^>]+>", "x", route)


def desk_routes() -> list[str]:
    return sorted(
        {
            route.removeprefix("desk/")
            for route in walk(get_resolver().url_patterns)
            if route.startswith("desk/")
        }
    )


@pytest.mark.parametrize("route", desk_routes())
def test_nobody_enters_the_desk_without_signing_in(client: Client, route: str) -> None:
    address = f"/desk/{filled(route)}"
    for answer in (client.get(address), client.post(address)):
        if route in OPEN:
            assert answer.status_code < 500
        else:
            assert answer.status_code in {302, 403, 404, 405}, address
            if answer.status_code == 302:
                assert "/desk/sign-in/" in answer.headers["Location"]


@pytest.mark.parametrize("route", desk_routes())
def test_somebody_without_a_post_sees_only_their_own_account(client: Client, route: str) -> None:
    person = make_person("没有岗位的人")
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    if PERSONAL.match(route) or route in OPEN:
        pytest.skip("personal page")
    answer = client.get(f"/desk/{filled(route)}")
    assert answer.status_code in {302, 403, 404, 405}, answer.status_code
    if answer.status_code == 302:
        assert answer.headers["Location"] in {"/desk/", "/desk/account/"}


@pytest.fixture
def county(db: None) -> County:
    return make_county()


@pytest.mark.parametrize("act", sorted(ACTS))
def test_every_act_is_somebodys_and_no_role_reaches_another_county(act: str, county: County) -> None:
    from mingbai.accounts.factories import acting

    assert ACTS[act]
    stranger_county = make_unit("邻县", "county")
    for role in Role:
        actor = acting(make_person("某人", (stranger_county, role)))
        assert not actor.may(act, county.town)
        assert not actor.scope(act).covers(county.town.path, county.town.kind)
