"""Every address the product has, tried by everybody. A new screen that forgets its rights fails here."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from mingbai.accounts.factories import make_person, make_unit
from mingbai.accounts.models import Membership, Unit
from mingbai.accounts.roles import ACTS, Role
from mingbai.catalogue.factories import make_column
from mingbai.catalogue.models import Adoption
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


def as_role(client: Client, unit: Unit, role: Role) -> Client:
    person = make_person("某人")
    person.is_demo = True
    person.save()
    Membership.objects.create(person=person, unit=unit, role=role, starts_on=date(2020, 1, 1))
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


SCREENS = {
    "/desk/gaps/": "read_catalogue",
    "/desk/catalogue/": "read_catalogue",
    "/desk/catalogue/export/": "read_catalogue",
    "/desk/standards/": "read_catalogue",
    "/desk/matrix/": "read_county_matrix",
    "/desk/calendar/": "manage_calendar",
    "/desk/standards/load/": "manage_catalogue",
    "/desk/statistics/": "read_disclosures",
    "/desk/wizard/": "manage_identity",
    "/desk/identity/": "manage_identity",
    "/desk/units/": "manage_units",
    "/desk/units/new/": "manage_units",
    "/desk/units/export/": "manage_units",
    "/desk/units/import/": "manage_units",
    "/desk/people/": "manage_people",
    "/desk/people/new/": "manage_people",
    "/desk/people/export/": "manage_people",
    "/desk/people/import/": "manage_people",
    "/desk/absences/": "enter_absence",
    "/desk/sign-ins/": "read_sign_ins",
    "/desk/journal/": "read_journal",
    "/desk/jobs/": "read_jobs",
    "/desk/disclosures/": "read_disclosures",
    "/desk/disclosures/export/": "read_disclosures",
    "/desk/reviews/": "review",
    "/desk/import/": "import_documents",
    "/desk/unclaimed/": "claim_document",
    "/desk/check/": "proofread",
}


@pytest.mark.parametrize("role", list(Role))
def test_each_role_sees_exactly_its_screens(client: Client, county: County, role: Role) -> None:
    as_role(client, county.county, role)
    for address, act in SCREENS.items():
        expected = 200 if role in ACTS[act] else 403
        assert client.get(address).status_code == expected, (role, address)


def item_addresses(pk: int) -> list[str]:
    routes = [route for route in desk_routes() if route.startswith("disclosures/<int:pk>/")]
    return [f"/desk/{filled(route.replace('<int:pk>', str(pk)))}" for route in routes]


def test_another_towns_items_cannot_be_reached_by_guessing(client: Client, county: County) -> None:
    item = county.draft()
    for role in Role:
        as_role(client, county.other_town, role)
        for address in item_addresses(item.pk):
            for answer in (client.get(address), client.post(address)):
                assert answer.status_code in {302, 403, 404, 405}, (role, address)
                assert item.title not in answer.content.decode(errors="ignore")


def test_another_towns_columns_cannot_be_reached_by_guessing(client: Client, county: County) -> None:
    adoption = Adoption.objects.create(
        unit=county.town, column=make_column("别人的栏目"), adopted_on=date(2025, 1, 1)
    )
    for role in Role:
        as_role(client, county.other_town, role)
        for act in ("", "switch/", "nothing/", "pause/"):
            answer = client.post(f"/desk/catalogue/{adoption.pk}/{act}", {"on": "0", "off_reason": "x"})
            assert answer.status_code in {403, 404}, (role, act)
    assert Adoption.objects.of(unit=county.town).filter(is_on=False).count() == 0


@pytest.mark.parametrize("act", sorted(ACTS))
def test_every_act_is_somebodys_and_no_role_reaches_another_county(act: str, county: County) -> None:
    from mingbai.accounts.factories import acting

    assert ACTS[act]
    stranger_county = make_unit("邻县", "county")
    for role in Role:
        actor = acting(make_person("某人", (stranger_county, role)))
        assert not actor.may(act, county.town)
        assert not actor.scope(act).covers(county.town.path, county.town.kind)
