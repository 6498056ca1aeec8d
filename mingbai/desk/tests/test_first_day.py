"""The first-day guide ticks off what this person has done, and nobody else."""

import re

import pytest
from django.test import Client

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import Person
from mingbai.desk.first_day import steps_of
from mingbai.disclosure.factories import County, make_county, open_step_of
from mingbai.disclosure.services import approve_step
from mingbai.disclosure.services.reviewing import Consent

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> County:
    return make_county()


def browser(actor: Actor) -> Client:
    client = Client()
    Person.objects.filter(pk=actor.person_id).update(is_demo=True)
    client.force_login(
        Person.objects.get(pk=actor.person_id), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def done(actor: Actor) -> list[str]:
    return [step.code for step, is_done in steps_of(actor) if is_done]


def test_looking_and_acting_tick_the_steps_of_that_person_alone(county: County) -> None:
    clerk = browser(county.editor)
    page = clerk.get("/desk/first-day/").text
    assert page.count("还没做") == 5 and "还有 5 件" in page
    answer = clerk.post("/desk/first-day/catalogue/")
    assert answer.headers["Location"] == "/desk/catalogue/"
    clerk.post("/desk/first-day/catalogue/")
    assert done(county.editor) == ["catalogue"]
    county.draft()
    assert done(county.editor) == ["catalogue", "write"]
    edition = county.submitted()
    assert done(county.editor) == ["catalogue", "write", "submit"]
    assert done(county.first) == [] and done(county.stranger) == []
    approve_step(county.first, step=open_step_of(edition), digest=edition.digest, consent=Consent("同意"))
    assert done(county.first) == ["judge"]
    shown = clerk.get("/desk/first-day/").text
    assert len(re.findall("做过了", shown)) == 3 and "还有 2 件" in shown


@pytest.mark.parametrize("code", ["write", "judge", "away", "nonsense"])
def test_only_screens_of_the_own_post_are_looked_at(county: County, code: str) -> None:
    assert browser(county.editor).post(f"/desk/first-day/{code}/").status_code in {403, 404}
    assert done(county.editor) == []
