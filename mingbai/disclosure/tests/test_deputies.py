"""AB角: the B acts under their own name, on exactly the days on which the A is away, and the slip says for whom."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from mingbai.accounts.actors import Actor, actor_for
from mingbai.accounts.factories import make_person
from mingbai.accounts.models import Absence, Membership, Person
from mingbai.accounts.roles import Role
from mingbai.accounts.services.absences import end_absence, enter_absence
from mingbai.core import clock
from mingbai.core.errors import NotAllowed
from mingbai.disclosure.factories import AGREED, County, open_step_of
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Edition, ReviewStep, Verdict
from mingbai.disclosure.selectors import review_queue_of
from mingbai.disclosure.services import approve_step, create_draft, return_to_author, submit_draft
from mingbai.disclosure.services.drafts import Content
from mingbai.disclosure.slips import slip_of
from mingbai.journal.models import Act, Notice
from mingbai.journal.telling import who


def away(principal: Actor, starts: int, ends: int) -> Absence:
    """From and to in days from today."""
    today = clock.today()
    return Absence.objects.create(
        person_id=principal.person_id,
        starts_on=today + timedelta(days=starts),
        ends_on=today + timedelta(days=ends),
        reason="年休假",
        entered_at=clock.now(),
    )


def deputy_of(principal: Actor, county: County, role: Role = Role.FIRST_REVIEWER) -> Person:
    """Somebody who stands ready for years."""
    person = make_person("代办人")
    Membership.objects.create(
        person=person,
        unit=county.town,
        role=role,
        starts_on=clock.today() - timedelta(days=400),
        deputy_for_id=principal.person_id,
    )
    return person


def today_as(person: Person) -> Actor:
    return actor_for(person, clock.today())


def decide(edition: Edition, person: Person) -> Verdict:
    step = open_step_of(edition)
    approve_step(today_as(person), step=step, digest=edition.digest, consent=AGREED)
    return Verdict.objects.of(step=step).get()


@pytest.mark.parametrize(
    ("starts", "ends", "may"),
    [(1, 5, False), (0, 5, True), (0, 0, True), (-5, 5, True), (-5, 0, True), (-5, -1, False)],
)
def test_a_deputy_has_the_right_from_the_first_day_away_to_the_last(
    county: County, starts: int, ends: int, may: bool
) -> None:
    person = deputy_of(county.first, county)
    away(county.first, starts, ends)
    edition = county.submitted()
    assert review_queue_of(today_as(person)).exists() == may
    if not may:
        with pytest.raises(NotAllowed):
            decide(edition, person)
        return
    verdict = decide(edition, person)
    assert (verdict.person_id, verdict.deputy_for_id) == (person.pk, county.first.person_id)
    names = [row[1] for row in slip_of(edition.disclosure, edition).steps]
    assert names[0] == "代办人（代周明远）"
    assert Act.objects.get(verb="approve_step").detail["acting_for"] == "周明远"


def test_nobody_is_away_so_the_deputy_may_nothing(county: County) -> None:
    person = deputy_of(county.first, county)
    assert today_as(person).posts == ()
    away(county.second, 0, 5)
    assert today_as(person).posts == ()


def test_an_early_return_stops_the_deputy_at_once_and_leaves_what_was_decided(county: County) -> None:
    person = deputy_of(county.first, county)
    absence = away(county.first, -2, 5)
    decided, waiting = county.submitted(title="甲事项的通知"), county.submitted(title="乙事项的通知")
    decide(decided, person)
    end_absence(county.first, absence=absence)
    with pytest.raises(NotAllowed):
        decide(waiting, person)
    assert Verdict.objects.of(step__review=decided.review).get().deputy_for_id == county.first.person_id


def test_the_principal_has_left_so_nobody_stands_in(county: County) -> None:
    """The deputy's right is the principal's: it ends with the principal's post, whatever days were entered."""
    person = deputy_of(county.first, county)
    away(county.first, -2, 5)
    assert today_as(person).posts
    yesterday = clock.today() - timedelta(days=1)
    Membership.objects.filter(person=county.first.person_id).update(ends_on=yesterday)
    assert today_as(person).posts == ()


def test_what_one_stands_in_for_is_not_passed_on(county: County) -> None:
    deputy = deputy_of(county.first, county)
    deputys_deputy = deputy_of(today_as(deputy), county)
    away(county.first, 0, 5)
    away(today_as(deputy), 0, 5)
    assert today_as(deputy).posts
    assert today_as(deputys_deputy).posts == ()


def test_who_decides_in_a_post_of_their_own_is_nobodys_deputy(county: County) -> None:
    """A deputyship in another town leaves no mark here."""
    person = make_person("代办人", (county.town, Role.FIRST_REVIEWER))
    absent = make_person("白石初审", (county.other_town, Role.FIRST_REVIEWER))
    Membership.objects.create(
        person=person,
        unit=county.other_town,
        role=Role.FIRST_REVIEWER,
        starts_on=clock.today(),
        deputy_for=absent,
    )
    away(today_as(absent), 0, 5)
    assert decide(county.submitted(), person).deputy_for_id is None


def test_a_deputy_does_not_decide_what_the_principal_wrote(county: County) -> None:
    """In service, in the queue, and in the database whatever the program does."""
    author = make_person("自写自审人", (county.town, Role.EDITOR), (county.town, Role.FIRST_REVIEWER))
    person = deputy_of(today_as(author), county)
    disclosure = county.draft()
    disclosure.draft.authors.add(author)
    edition = submit_draft(county.editor, disclosure=disclosure, version=1)
    away(today_as(author), 0, 5)
    with pytest.raises(NotAllowed, match="A角不能审的"):
        decide(edition, person)
    assert not review_queue_of(today_as(person)).exists()
    raw_refused(open_step_of(edition), person.pk, author.pk, "起草")


def test_one_person_and_their_deputy_do_not_decide_two_steps(county: County) -> None:
    both = make_person("两岗人", (county.town, Role.FIRST_REVIEWER), (county.town, Role.SECOND_REVIEWER))
    second_deputy = deputy_of(today_as(both), county, Role.SECOND_REVIEWER)
    away(today_as(both), 0, 5)
    edition = county.submitted()
    decide(edition, both)
    with pytest.raises(NotAllowed, match="A角不能审的"):
        decide(edition, second_deputy)
    raw_refused(open_step_of(edition), second_deputy.pk, both.pk, "两道环节")


def test_who_was_stood_in_for_does_not_decide_the_next_step(county: County) -> None:
    both = make_person("两岗人", (county.town, Role.FIRST_REVIEWER), (county.town, Role.SECOND_REVIEWER))
    first_deputy = deputy_of(today_as(both), county)
    other_deputy = deputy_of(today_as(both), county, Role.SECOND_REVIEWER)
    away(today_as(both), 0, 5)
    edition = county.submitted()
    decide(edition, first_deputy)
    for person in (both, other_deputy):
        assert not review_queue_of(today_as(person)).exists()
        with pytest.raises(NotAllowed):
            decide(edition, person)
    raw_refused(open_step_of(edition), both.pk, None, "两道环节")
    raw_refused(open_step_of(edition), other_deputy.pk, both.pk, "两道环节")


def raw_refused(step: ReviewStep, person: int, principal: int | None, message: str) -> None:
    with pytest.raises(IntegrityError, match=message), transaction.atomic():
        Verdict.objects.create(
            step=step,
            person_id=person,
            deputy_for_id=principal,
            decision="approve",
            edition_digest=step.review.edition.digest,
            at=clock.now(),
        )


def test_a_deputy_of_two_stands_in_for_the_one_who_may(county: County) -> None:
    """The first principal wrote the text; in the right of the second it can be decided."""
    author = make_person("自写自审人", (county.town, Role.EDITOR), (county.town, Role.FIRST_REVIEWER))
    person = deputy_of(today_as(author), county)
    Membership.objects.create(
        person=person,
        unit=county.town,
        role=Role.FIRST_REVIEWER,
        starts_on=clock.today(),
        deputy_for_id=county.first.person_id,
    )
    away(today_as(author), 0, 5)
    away(county.first, 0, 5)
    disclosure = county.draft()
    disclosure.draft.authors.add(author)
    edition = submit_draft(county.editor, disclosure=disclosure, version=1)
    assert review_queue_of(today_as(person)).count() == 1
    assert decide(edition, person).deputy_for_id == county.first.person_id


def test_a_return_says_for_whom_it_was_given(county: County) -> None:
    person = deputy_of(county.first, county)
    away(county.first, 0, 5)
    edition = county.submitted()
    return_to_author(
        today_as(person), step=open_step_of(edition), digest=edition.digest, reason="日期和附件对不上"
    )
    assert Act.objects.get(verb="return_to_author").detail["acting_for"] == "周明远"


def entered(county: County) -> tuple[Person, Edition]:
    person = deputy_of(county.first, county)
    Person.objects.update(is_demo=True)
    today = clock.today()
    enter_absence(
        county.first,
        person=Person.objects.get(pk=county.first.person_id),
        starts_on=today,
        ends_on=today + timedelta(days=5),
        reason="外出培训",
    )
    return person, county.submitted()


def test_screens_say_who_acts_for_whom_until_when(client: Client, county: County) -> None:
    person, edition = entered(county)
    last = clock.today() + timedelta(days=5)
    sentence = f"周明远离岗至{last.month}月{last.day}日，由代办人代办"
    sign_in(client, person)
    home = client.get("/desk/").content.decode()
    assert sentence in home
    assert "您代办" in home
    assert edition.title in home
    assert "您代周明远办理这一步" in client.get(f"/desk/reviews/{open_step_of(edition).pk}/").content.decode()
    sign_in(client, Person.objects.get(pk=county.editor.person_id))
    item = client.get(f"/desk/disclosures/{edition.disclosure_id}/").content.decode()
    assert sentence in item
    assert "外出培训" not in item + home
    decide(edition, person)
    assert "代办人（代周明远）" in client.get(f"/desk/disclosures/{edition.disclosure_id}/").content.decode()


def test_the_deputy_sees_the_principals_notices_and_does_not_use_them_up(
    client: Client, county: County
) -> None:
    person, _ = entered(county)
    for number, unit in enumerate((county.town, county.other_town)):
        Notice.objects.create(
            person_id=county.first.person_id,
            unit_id=unit.pk,
            kind="review",
            text=f"第{number}条提醒",
            created_at=clock.now(),
        )
    sign_in(client, person)
    home = client.get("/desk/").content.decode()
    assert "第0条提醒" in home
    assert "第1条提醒" not in home, "about a unit where nobody is stood in for"
    theirs = Notice.objects.get(text="第0条提醒")
    client.post(f"/desk/notices/{theirs.pk}/")
    assert Notice.objects.get(pk=theirs.pk).read_at is None


def sign_in(client: Client, person: Person) -> None:
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")


def test_the_journal_says_for_whom_a_deputy_did_what_is_no_review(county: County) -> None:
    """Writing, submitting and withdrawing are done in the right of somebody else too."""
    person = deputy_of(county.editor, county, Role.EDITOR)
    away(county.editor, 0, 5)
    content = Content("关于防汛值班的通知", "<p>做好值班。</p>", Metadata(columns=(county.column.pk,)))
    disclosure = create_draft(today_as(person), unit=county.town, content=content)
    submit_draft(today_as(person), disclosure=disclosure, version=1)
    acts = Act.objects.filter(verb__in=["create_draft", "submit_draft"])
    assert [who(act) for act in acts] == ["代办人（代林知夏）"] * 2


def test_who_has_the_post_too_acts_for_nobody(county: County) -> None:
    person = deputy_of(county.editor, county, Role.EDITOR)
    away(county.editor, 0, 5)
    Membership.objects.create(
        person=person, unit=county.town, role=Role.EDITOR, starts_on=clock.today() - timedelta(days=3)
    )
    content = Content("关于防汛值班的通知", "<p>做好值班。</p>", Metadata(columns=(county.column.pk,)))
    create_draft(today_as(person), unit=county.town, content=content)
    assert who(Act.objects.get(verb="create_draft")) == "代办人"


def test_a_review_in_ones_own_right_is_not_put_down_to_somebody_else(county: County) -> None:
    """Whatever was demanded before in the same request."""
    person = deputy_of(county.editor, county, Role.EDITOR)
    away(county.editor, 0, 5)
    Membership.objects.create(
        person=person, unit=county.town, role=Role.FIRST_REVIEWER, starts_on=clock.today() - timedelta(days=3)
    )
    edition, actor = county.submitted(), today_as(person)
    actor.demand("write_draft", county.town)
    approve_step(actor, step=open_step_of(edition), digest=edition.digest, consent=AGREED)
    assert who(Act.objects.get(verb="approve_step")) == "代办人"
