"""Many people at once on the same items: each edition gets exactly one outcome, on both databases."""

import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from mingbai.accounts.roles import Role
from mingbai.core.errors import DomainError
from mingbai.core.models import NumberSequence
from mingbai.disclosure import services
from mingbai.disclosure.factories import AGREED, County, acting, make_county, make_person, open_step_of
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Disclosure, Draft, Edition, Publication, Review, ReviewStep, Verdict
from mingbai.disclosure.services.drafts import Content

pytestmark = pytest.mark.django_db(transaction=True)
CLIENTS, ITEMS = 20, 15


@pytest.fixture
def county(transactional_db) -> County:
    return make_county()


def at_once(work, arguments) -> list[str]:
    """Run in as many threads as clients; the names of refusals, and nothing but refusals may go wrong."""

    def one(argument) -> str:
        try:
            work(argument)
            return "done"
        except (DomainError, ReviewStep.DoesNotExist) as refusal:
            return type(refusal).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(CLIENTS) as pool:
        return list(pool.map(one, arguments))


def test_each_edition_gets_one_outcome(county: County):
    editions = [county.submitted(title=f"第{number}条") for number in range(ITEMS)]
    rival = acting(make_person("另一位初审", (county.town, Role.FIRST_REVIEWER)))

    def decide(job) -> None:
        edition, choice = job
        if choice == "recall":
            services.recall_edition(county.editor, disclosure=edition.disclosure, reason="收回")
            return
        step = ReviewStep.objects.of(review=edition.review).get(order=1)
        if choice == "approve":
            services.approve_step(county.first, step=step, digest=edition.digest, consent=AGREED)
        else:
            services.return_to_author(rival, step=step, digest=edition.digest, reason="改")

    jobs = [
        (edition, choice) for edition in editions for choice in ("approve", "return", "recall", "approve")
    ]
    random.Random(7).shuffle(jobs)
    at_once(decide, jobs)
    for edition in editions:
        review = Review.objects.of(edition=edition).get()
        verdicts = list(Verdict.objects.of(step__review=review).values_list("decision", flat=True))
        stage = Disclosure.objects.of(pk=edition.disclosure_id).get().stage
        # an approval of the first step may still be followed by a recall, a return or recall ends it
        assert verdicts in (["approve"], ["return"], [])
        assert (review.state, stage) in {
            ("open", "in_review"),
            ("returned", "returned"),
            ("recalled", "editing"),
        }
        assert (review.state == "returned") == (verdicts == ["return"])


def test_the_last_step_is_decided_once_and_numbers_have_no_gap(county: County):
    editions = [county.submitted(title=f"第{number}条") for number in range(ITEMS)]
    for edition in editions:
        county.approve(edition, county.first, county.second)

    def publish(edition: Edition) -> None:
        services.approve_step(county.final, step=open_step_of(edition), digest=edition.digest, consent=AGREED)
        services.publish_edition(
            county.final, disclosure=Disclosure.objects.of(pk=edition.disclosure_id).get()
        )

    outcomes = at_once(publish, editions * 3)
    assert outcomes.count("done") == ITEMS
    numbers = sorted(Disclosure.objects.public().values_list("index_number", flat=True))
    assert [int(number[-5:]) for number in numbers] == list(range(1, ITEMS + 1))
    assert NumberSequence.objects.get().last == ITEMS
    assert Publication.objects.of(disclosure__unit=county.town).count() == ITEMS


def test_two_editors_saving_at_once_lose_nothing_silently(county: County):
    disclosure = county.draft()

    def save(number: int) -> None:
        content = Content(f"第{number}稿", "<p>正文</p>", Metadata(columns=(county.column.pk,)))
        services.save_draft(county.editor, disclosure=disclosure, version=1, content=content)

    outcomes = at_once(save, range(CLIENTS))
    assert outcomes.count("done") == 1 and outcomes.count("Conflict") == CLIENTS - 1
    assert Draft.objects.of(disclosure=disclosure).get().version == 2
