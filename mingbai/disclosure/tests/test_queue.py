"""The reviewer's queue is a list like others: filtered, sorted, searched, exported, with the time that is left."""

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.test import Client, override_settings
from django.urls import reverse

from mingbai.accounts.models import Person
from mingbai.core.calendars import current_calendar
from mingbai.disclosure.deadlines import time_left
from mingbai.disclosure.factories import County, open_step_of
from mingbai.disclosure.models import ReviewStep
from mingbai.disclosure.queue import HEADER

pytestmark = pytest.mark.django_db


def browser(person_id: int | None) -> Client:
    client = Client()
    Person.objects.filter(pk=person_id).update(is_demo=True)
    client.force_login(
        Person.objects.get(pk=person_id), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def due(edition: Any, day: date | None) -> ReviewStep:
    step = open_step_of(edition)
    ReviewStep.objects.of(pk=step.pk).update(due_on=day)
    return step


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        (date(2026, 10, 12), "还剩 2 个工作日"),  # the make-up Saturday counts
        (date(2026, 10, 10), "还剩 1 个工作日"),
        (date(2026, 10, 9), "今天到期"),
        (date(2026, 9, 30), "已超期 2 个工作日"),
        (None, ""),
    ],
)
def test_time_is_left_in_working_days(due_on: date | None, said: str) -> None:
    step = ReviewStep(due_on=due_on)
    assert time_left(step, date(2026, 10, 9), current_calendar()) == said


def test_a_step_that_waits_for_a_holiday_notice_says_so() -> None:
    assert time_left(ReviewStep(due_pending_year=2027), date(2026, 12, 30), current_calendar()) == (
        "待录入2027年放假安排"
    )


@override_settings(FIXED_TODAY=date(2026, 11, 24))
def test_filters_sorting_and_export(county: County) -> None:
    due(county.submitted(title="甲：关于防火的通知"), date(2026, 11, 20))
    due(county.submitted(title="丙：关于植树的通知"), date(2026, 11, 24))
    due(county.submitted(title="乙：关于防汛的通知"), date(2026, 11, 27))
    first, address = browser(county.first.person_id), reverse("disclosure-reviews")

    def rows(**asked: str) -> list[str]:
        book = openpyxl.load_workbook(BytesIO(first.get(address, asked | {"format": "xlsx"}).getvalue()))
        header, *found = book.active.iter_rows(values_only=True)
        assert header == HEADER
        return [row[0][0] for row in found]

    assert rows() == ["甲", "丙", "乙"]
    assert rows(sort="-due") == ["乙", "丙", "甲"]
    assert rows(sort="title") == sorted("甲乙丙")
    assert rows(q="防") == ["甲", "乙"]
    assert rows(due="late") == ["甲"] and rows(due="today") == ["丙"] and rows(due="later") == ["乙"]
    assert rows(unit=str(county.town.pk)) == ["甲", "丙", "乙"]
    assert rows(unit=str(county.other_town.pk), due="nonsense") == ["甲", "丙", "乙"]
    assert rows(kind="second_review") == []
    page = first.get(address, {"q": "防汛"}).text
    assert "乙：关于防汛的通知" in page and "还剩 3 个工作日" in page and "甲：" not in page
    assert "没有符合条件" in first.get(address, {"q": "没有的"}).text
    assert "已超期 2 个工作日" in first.get("/desk/").text
