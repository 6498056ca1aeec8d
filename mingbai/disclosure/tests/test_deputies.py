"""AB角: the B acts under their own name, within the days of the deputyship, and the slip says for whom."""

from datetime import timedelta

import pytest

from mingbai.accounts.actors import actor_for
from mingbai.accounts.factories import make_person
from mingbai.accounts.models import Membership, Person
from mingbai.accounts.roles import Role
from mingbai.core import clock
from mingbai.core.errors import NotAllowed
from mingbai.disclosure.factories import AGREED, County, open_step_of
from mingbai.disclosure.models import Verdict
from mingbai.disclosure.services import approve_step
from mingbai.disclosure.slips import slip_of


def deputy_of_first(county: County, starts: int, ends: int) -> Person:
    """From and to in days from today."""
    person, today = make_person("代办人"), clock.today()
    Membership.objects.create(
        person=person,
        unit=county.town,
        role=Role.FIRST_REVIEWER,
        starts_on=today + timedelta(days=starts),
        ends_on=today + timedelta(days=ends),
        deputy_for_id=county.first.person_id,
    )
    return person


def decide(county: County, person: Person) -> Verdict:
    edition = county.submitted()
    step = open_step_of(edition)
    approve_step(actor_for(person, clock.today()), step=step, digest=edition.digest, consent=AGREED)
    return Verdict.objects.of(step=step).get()


@pytest.mark.parametrize(
    ("starts", "ends", "may"), [(1, 5, False), (0, 5, True), (-5, 5, True), (-5, 0, True), (-5, -1, False)]
)
def test_a_deputy_has_the_right_from_the_first_to_the_last_day(
    county: County, starts: int, ends: int, may: bool
) -> None:
    person = deputy_of_first(county, starts, ends)
    if not may:
        with pytest.raises(NotAllowed):
            decide(county, person)
        return
    verdict = decide(county, person)
    assert (verdict.person_id, verdict.deputy_for_id) == (person.pk, county.first.person_id)
    edition = verdict.step.review.edition
    names = [row[1] for row in slip_of(edition.disclosure, edition).steps]
    assert names[0] == "代办人（代周明远）"


def test_who_decides_in_a_post_of_their_own_is_nobodys_deputy(county: County) -> None:
    """A deputyship in another town leaves no mark here."""
    person = deputy_of_first(county, -5, 5)
    Membership.objects.filter(person=person).update(unit=county.other_town)
    Membership.objects.create(
        person=person, unit=county.town, role=Role.FIRST_REVIEWER, starts_on=clock.today()
    )
    assert decide(county, person).deputy_for_id is None
