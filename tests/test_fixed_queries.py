"""Every screen of the desk that needs no number in its address asks as many questions of a full county as of a small one.

It walks the addresses, so that a new list cannot be forgotten.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver

from mingbai.accounts.actors import Actor
from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.models import LeadingGroupMember, Person, SignIn
from mingbai.accounts.roles import Role
from mingbai.catalogue.factories import make_column, make_item
from mingbai.catalogue.models import Adoption
from mingbai.catalogue.services import refresh_states
from mingbai.core import clock
from mingbai.disclosure.factories import County, make_county
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import ImportBatch
from mingbai.disclosure.services import create_draft
from mingbai.disclosure.services.drafts import Content
from mingbai.journal.models import Job, Notice
from mingbai.portal.models import Banner, SearchWord, SiteError

pytestmark = pytest.mark.django_db
serial = count(1)
# asked beside the plain address: other readings of the same lists
MORE = ("desk/gaps/?what=items", "desk/gaps/?state=all&sort=unit", "desk/matrix/?what=items", "desk/matrix/?kind=village",
        "desk/statistics/?by=column", "desk/disclosures/?q=通知&sort=title", "desk/reviews/?sort=due&q=通知",
        "desk/journal/?q=通知", "desk/units/?q=村", "desk/people/?q=人")  # fmt: skip


def addresses() -> list[str]:
    def walk(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
        for each in patterns:
            route = prefix + str(each.pattern)
            if isinstance(each, URLResolver):
                yield from walk(each.url_patterns, route)
            elif route.startswith("desk/") and "<" not in route:
                yield route

    return [*walk(get_resolver().url_patterns), *MORE]


def _of_the_unit(county: County, number: int) -> None:
    """More units, people, columns, items, duties, absences."""
    village = make_unit(f"{number}号村", "village", county.town)
    person = make_person(f"{number}号人", (village, Role.EDITOR), (county.town, Role.FIRST_REVIEWER))
    for unit in (county.town, village):
        rows = [
            Adoption(
                unit=unit, column=make_column(f"{number}号栏目", topic="news"), adopted_on=date(2025, 1, 1)
            ),
            Adoption(unit=unit, item=make_item(f"{number}号事项"), adopted_on=date(2025, 1, 1)),
        ]
        for row in rows:
            row.responsible_person = person
            row.save()
        refresh_states(rows)
    LeadingGroupMember.objects.create(
        unit=county.county, name=person.name, title="成员", post="member", starts_on=date(2025, 1, 1)
    )


def _of_the_desk(county: County, number: int) -> None:
    """More in every state of an item's life, and in the trays."""
    later = clock.today() + timedelta(days=20)
    county.draft(title=f"{number}号草稿的通知", written_on=clock.today())
    county.submitted(title=f"{number}号送审的通知")
    county.approve(county.submitted(title=f"{number}号待发的通知"))
    county.published(title=f"{number}号公开的通知", lapsed_on=later)
    create_draft(
        county.supervisor,
        unit=county.county,
        content=Content(f"{number}号不知是谁的通知", "<p>文字。</p>", Metadata()),
        unclaimed=True,
    )
    ImportBatch.objects.create(unit=county.town, person_id=county.editor.person_id, created_at=clock.now())
    SiteError.objects.create(unit=county.town, path="/", kind="content", text="有错", created_at=clock.now())


def _of_the_county(county: County, admin: Actor, number: int) -> None:
    now = clock.now()
    for person in (county.editor, county.supervisor, admin):
        Notice.objects.create(
            person_id=person.person_id or 0, kind="x", text=f"{number}号提醒", created_at=now
        )
    SignIn.objects.create(at=now, username=f"{number}", outcome="failed")
    Job.objects.create(kind="x", state="dead", run_after=now)
    SearchWord.objects.create(kind="synonym", words=["甲", f"{number}"], changed_at=now)
    Banner.objects.create(
        kind="notice", text="通知", starts_at=now, ends_at=now + timedelta(days=1), created_at=now
    )


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    """Sessions are written anew when some time has passed, and that is one question more."""
    with time_machine.travel(clock.now(), tick=False):
        yield


@pytest.fixture
def county(settings) -> County:
    settings.MFA_REQUIRED_FOR = "off"
    return make_county()


@pytest.fixture
def admin(county: County) -> Actor:
    return acting(make_person("管理员", (county.county, Role.ADMINISTRATOR)))


@pytest.fixture
def readers(county: County, admin: Actor) -> list[Client]:
    """Those who together may open everything."""
    auditor = acting(make_person("审计员", (county.county, Role.AUDITOR)))
    found = []
    for actor in (county.editor, county.first, county.supervisor, admin, auditor):
        Person.objects.filter(pk=actor.person_id).update(is_demo=True)
        client = Client()
        client.force_login(
            Person.objects.get(pk=actor.person_id),
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )
        found.append(client)
    return found


def opened_by(readers: list[Client]) -> dict[str, Client]:
    """For each screen the first who may open it; the visit fills sessions and what is kept in memory."""
    found: dict[str, Client] = {}
    for address in addresses():
        for client in readers:
            if client.get(f"/{address}").status_code == 200:
                found[address] = client
                break
    return found


def asked(screens: dict[str, Client]) -> dict[str, int]:
    found = {}
    for address, client in screens.items():
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(f"/{address}")
            assert answer.getvalue() if answer.streaming else answer.content
        found[address] = len(captured)
    return found


def test_a_full_county_asks_no_more_than_a_small_one(
    county: County, admin: Actor, readers: list[Client]
) -> None:
    def grow(times: int) -> None:
        for number in (next(serial) for _ in range(times)):
            _of_the_unit(county, number)
            _of_the_desk(county, number)
            _of_the_county(county, admin, number)

    grow(1)
    screens = opened_by(readers)
    assert len(screens) > 45
    few = asked(screens)
    grow(3)
    many = asked(screens)
    assert {at: (few[at], many[at]) for at in few if many[at] > few[at]} == {}
