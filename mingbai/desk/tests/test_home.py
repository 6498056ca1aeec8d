"""The home page shows what is to be done today, to the people whose work it is."""

from datetime import date, timedelta

import pytest
from django.test import Client

from mingbai.accounts.models import Person
from mingbai.catalogue.models import Adoption
from mingbai.catalogue.services import refresh_states
from mingbai.core import clock
from mingbai.desk.selectors import published_counts, today_of
from mingbai.disclosure.factories import County, make_county, open_step_of
from mingbai.disclosure.models import Disclosure
from mingbai.disclosure.services import return_to_author
from mingbai.journal.models import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> County:
    made = make_county()
    refresh_states(Adoption.objects.of(unit=made.town).select_related("column"))
    return made


def signed_in(client: Client, person_id: int | None) -> Client:
    Person.objects.filter(pk=person_id).update(is_demo=True)
    client.force_login(
        Person.objects.get(pk=person_id), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def test_the_clerk_sees_drafts_gaps_and_what_came_back(county: County) -> None:
    draft = county.draft(title="关于植树的通知")
    edition = county.submitted(title="关于防火的通知")
    return_to_author(county.first, step=open_step_of(edition), digest=edition.digest, reason="日期不对")
    today = today_of(county.editor)
    assert [row.pk for row in today.drafts] == [draft.pk]
    assert [row.title for row in today.returned] == ["关于防火的通知"]
    assert [row.colour for row in today.gaps] == ["blank"]
    assert not today.is_free


def test_the_reviewer_sees_only_open_steps_of_the_own_kind(county: County) -> None:
    county.submitted()
    assert today_of(county.first).review_count == 1
    assert today_of(county.second).review_count == 0
    assert today_of(county.stranger).review_count == 0


def test_documents_about_to_lapse_are_announced(county: County) -> None:
    item = county.published(
        written_on=date(2025, 1, 1),
        effective_on=date(2025, 1, 1),
        lapsed_on=clock.today() + timedelta(days=60),
    )
    later = county.published(
        written_on=date(2025, 1, 1),
        effective_on=date(2025, 1, 1),
        lapsed_on=clock.today() + timedelta(days=61),
    )
    found = {row.pk for row in today_of(county.editor).lapsing}
    assert item.pk in found
    assert later.pk not in found


@pytest.mark.parametrize(
    ("day", "warned"), [("2026-10-31", None), ("2026-11-01", 2027), ("2026-12-31", 2027)]
)
def test_the_county_is_warned_of_a_missing_calendar_from_november(
    county: County, settings, day: str, warned: int | None
) -> None:
    settings.FIXED_TODAY = date.fromisoformat(day)
    assert today_of(county.supervisor).missing_calendar_year == warned
    assert today_of(county.editor).missing_calendar_year is None


def test_the_home_page_takes_the_same_number_of_queries_whatever_there_is(
    client: Client, county: County, django_assert_max_num_queries
) -> None:
    signed_in(client, county.editor.person_id)
    client.get("/desk/")
    for number in range(3):
        county.draft(title=f"第{number}件")
        county.submitted(title=f"第{number}件送审")
    with django_assert_max_num_queries(26):
        page = client.get("/desk/")
    assert "第2件" in page.content.decode()


def test_a_free_day_says_so(client: Client, county: County) -> None:
    page = signed_in(client, county.secrecy.person_id).get("/desk/").content.decode()
    assert "今天没有要办的事" in page
    assert "写一条信息" not in page


def test_a_reminder_is_opened_once_and_only_by_its_reader(client: Client, county: County) -> None:
    row = Notice.objects.create(
        person_id=county.editor.person_id, kind="x", text="提醒一", link="/desk/gaps/", created_at=clock.now()
    )
    signed_in(client, county.first.person_id).post(f"/desk/notices/{row.pk}/")
    row.refresh_from_db()
    assert row.read_at is None
    answer = signed_in(client, county.editor.person_id).post(f"/desk/notices/{row.pk}/")
    assert answer.headers["Location"] == "/desk/gaps/"
    row.refresh_from_db()
    assert row.read_at is not None


def test_statistics_count_first_publication_by_month(client: Client, county: County) -> None:
    for _ in range(3):
        county.published()
    now = clock.today()
    by_unit = published_counts(county.editor, now.year, "unit")
    assert by_unit == [
        {
            "label": county.town.name,
            "months": [3 if month == now.month else 0 for month in range(1, 13)],
            "total": 3,
        }
    ]
    assert published_counts(county.editor, now.year, "column")[0]["label"] == county.column.name
    assert published_counts(county.stranger, now.year, "unit") == []
    assert Disclosure.objects.public().count() == 3
    page = signed_in(client, county.editor.person_id)
    assert page.get("/desk/statistics/?by=column").status_code == 200
    assert page.get("/desk/statistics/?format=xlsx").headers["Content-Type"].endswith("sheet")
    assert page.get("/desk/statistics/?year=abc").status_code == 200


@pytest.mark.parametrize(
    ("address", "words"),
    [("/health/alive", "ok"), ("/health/ready", "ok"), ("/health/metrics", "mingbai_jobs")],
)
def test_health_addresses_answer_without_sign_in(client: Client, address: str, words: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert words in answer.content.decode()


def test_metrics_answer_this_machine_only(client: Client) -> None:
    assert client.get("/health/metrics", REMOTE_ADDR="203.0.113.9").status_code == 403


def test_not_ready_while_a_protection_is_missing(client: Client) -> None:
    from mingbai.core import triggers

    triggers.remove()
    assert client.get("/health/ready").status_code == 503
    triggers.install()
