"""The law's own limit is shown and counted on every disclosure, and beside it what its catalogue items want sooner."""

from datetime import date

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from mingbai.accounts.models import Person
from mingbai.catalogue.factories import make_item
from mingbai.catalogue.models import Adoption
from mingbai.core.calendars import current_calendar
from mingbai.disclosure.deadlines import own_limits, publishing_limit
from mingbai.disclosure.factories import County, open_step_of
from mingbai.disclosure.models import Disclosure, Openness

pytestmark = pytest.mark.django_db
PENALTIES = {
    "what": "publish", "n": 7, "unit": "working", "from": "decided", "article": "行政执法公示制度", "verified": True,
}  # fmt: skip


def browser(person_id: int | None) -> Client:
    client = Client()
    Person.objects.filter(pk=person_id).update(is_demo=True)
    client.force_login(
        Person.objects.get(pk=person_id), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


@pytest.mark.parametrize(
    ("today", "late_by", "left"),
    [
        # written on a Sunday worked; Mid-Autumn, the National Day and its make-up Saturday lie between
        ("2026-09-20", -20, 20),
        ("2026-10-22", -1, 1),
        ("2026-10-23", 0, 0),
        ("2026-10-24", 1, 0),  # a Saturday: the limit is over though no working day has passed
        ("2026-10-26", 1, 0),
        ("2026-10-27", 2, 0),
    ],
)
def test_working_days_are_counted_to_the_last_day(today: str, late_by: int, left: int) -> None:
    item = Disclosure(written_on=date(2026, 9, 20), openness=Openness.ACTIVE)
    found = publishing_limit(item, date.fromisoformat(today), current_calendar())
    assert found is not None
    assert (found.due_on, found.late_by, found.left) == (date(2026, 10, 23), late_by, left)


@pytest.mark.parametrize(("written_on", "pending"), [("2026-12-20", 2027), ("2016-03-01", None)])
def test_a_year_to_come_is_awaited_and_one_long_gone_is_not(written_on: str, pending: int | None) -> None:
    item = Disclosure(written_on=date.fromisoformat(written_on), openness=Openness.ACTIVE)
    found = publishing_limit(item, date(2026, 12, 28), current_calendar())
    assert (found.pending_year if found else None) == pending
    assert (found is None) == (pending is None)


def test_what_is_not_published_by_ourselves_owes_nothing() -> None:
    item = Disclosure(written_on=date(2026, 9, 20), openness=Openness.ON_REQUEST)
    assert publishing_limit(item, date(2026, 12, 1), current_calendar()) is None
    assert own_limits(item, [], date(2026, 12, 1), current_calendar()) == []


@override_settings(FIXED_TODAY=date(2026, 11, 24))
def test_form_page_review_and_list_show_and_count_the_limits(county: County) -> None:
    penalty = make_item("处罚决定", time_limits=[PENALTIES])
    Adoption.objects.create(unit=county.town, item=penalty, adopted_on=date(2026, 1, 1))
    draft = county.draft(written_on=date(2026, 11, 12), items=(penalty.pk,))
    clerk = browser(county.editor.person_id)
    pages = [
        clerk.get(reverse("disclosure-edit", args=[draft.pk])).text,
        clerk.get(reverse("disclosure-detail", args=[draft.pk])).text,
    ]
    edition = county.submitted(written_on=date(2026, 11, 12), items=(penalty.pk,))
    reviewer = browser(county.first.person_id)
    pages.append(reviewer.get(reverse("disclosure-review", args=[open_step_of(edition).pk])).text)
    for page in pages:
        assert "最迟 2026年12月10日，还剩 12 个工作日" in page
        assert "最迟 2026年11月23日，" in page and "已超期 1 个工作日" in page
        assert "作出决定之日起 7个工作日" in page
    assert "还剩 12 个工作日" in clerk.get(reverse("disclosure-list")).text


@override_settings(FIXED_TODAY=date(2026, 11, 24))
def test_of_a_public_item_is_said_whether_it_was_in_time(county: County) -> None:
    late = county.published(written_on=date(2026, 10, 1))
    early = county.published(title="关于植树的通知", written_on=date(2026, 11, 20))
    clerk = browser(county.editor.person_id)
    shown = {item.pk: clerk.get(reverse("disclosure-detail", args=[item.pk])).text for item in (late, early)}
    assert "迟了" in shown[late.pk] and "还剩" not in shown[late.pk]
    assert "按期公开" in shown[early.pk] and "还剩" not in shown[early.pk]
