"""What has been written and not published falls due by 条例第二十六条, for columns and items that follow an event."""

from datetime import date, datetime
from importlib import import_module

import pytest
import time_machine
from django.apps import apps

from mingbai.accounts.factories import make_unit
from mingbai.accounts.models import Unit
from mingbai.accounts.scope import Scope, unscoped
from mingbai.catalogue import selectors, services
from mingbai.catalogue.factories import make_column, make_item
from mingbai.catalogue.models import Adoption, ColumnState
from mingbai.core import clock
from mingbai.journal.worker import drain

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=clock.CHINA)


@pytest.fixture(autouse=True)
def _still():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def town() -> Unit:
    return make_unit("松月镇", "town")


def adopt(unit: Unit, cadence: str = "on_event", on: date = date(2026, 1, 1)) -> Adoption:
    adoption = Adoption.objects.create(unit=unit, item=make_item(cadence=cadence), adopted_on=on)
    services.refresh_states([adoption])
    return adoption


def colour(adoption: Adoption) -> str:
    return selectors.with_state(unscoped(ColumnState).filter(adoption=adoption), clock.now()).get().colour


def waits(adoption: Adoption, *days: date) -> None:
    services.report_waiting(adoption.unit_id, {}, {adoption.item_id: list(days)})


@pytest.mark.parametrize(
    ("formed_on", "expected"),
    [
        (date(2026, 11, 20), "blank"),
        (date(2026, 11, 3), "blank"),  # fourteen working days gone
        (date(2026, 11, 2), "due_soon"),  # fifteen
        (date(2026, 10, 26), "due_soon"),  # the twentieth is today
        (date(2026, 10, 23), "stale"),
    ],
)
def test_what_waits_falls_due_by_the_law(town: Unit, formed_on: date, expected: str) -> None:
    adoption = adopt(town)
    waits(adoption, formed_on)
    assert colour(adoption) == expected


def penalties(unit: Unit) -> Adoption:
    rule = {"what": "publish", "n": 7, "unit": "working", "from": "decided", "article": "行政执法公示制度"}
    item = make_item("处罚决定", cadence="on_event", time_limits=[rule | {"verified": True}])
    adoption = Adoption.objects.create(unit=unit, item=item, adopted_on=date(2026, 1, 1))
    services.refresh_states([adoption])
    return adoption


@pytest.mark.parametrize(
    ("formed_on", "expected"),
    [
        (date(2026, 11, 17), "blank"),
        (date(2026, 11, 16), "due_soon"),
        (date(2026, 11, 12), "due_soon"),  # the seventh working day is today
        (date(2026, 11, 11), "stale"),
    ],
)
def test_a_penalty_is_owed_within_its_own_seven_working_days(
    town: Unit, formed_on: date, expected: str
) -> None:
    adoption = penalties(town)
    waits(adoption, formed_on)
    assert colour(adoption) == expected


def test_the_last_day_shown_is_the_last_day_in_time(town: Unit) -> None:
    adoption = penalties(town)
    waits(adoption, date(2026, 11, 11))
    row = unscoped(ColumnState).get(adoption=adoption)
    assert (row.due_on, row.days_late) == (date(2026, 11, 20), 3)
    assert "应在7个工作日内公开（行政执法公示制度）" in row.explanation


def test_an_upgrade_has_the_limits_of_items_counted_anew(town: Unit) -> None:
    adoption = penalties(town)
    waits(adoption, date(2026, 11, 11))
    unscoped(ColumnState).update(due_at=datetime(2026, 12, 10, tzinfo=clock.CHINA))
    assert colour(adoption) == "due_soon"
    import_module("mingbai.catalogue.migrations.0005_own_limits").compute_anew(apps, None)
    drain()
    assert colour(adoption) == "stale"


def test_a_column_that_follows_events_falls_due_alike(town: Unit) -> None:
    column = make_column(cadence="on_event")
    adoption = Adoption.objects.create(unit=town, column=column, adopted_on=date(2026, 1, 1))
    services.refresh_states([adoption])
    services.report_waiting(town.pk, {column.pk: [date(2026, 10, 23)]}, {})
    assert colour(adoption) == "stale"
    services.report_waiting(town.pk, {}, {})
    assert colour(adoption) == "blank"


def test_the_oldest_that_waits_counts_and_publication_ends_it(town: Unit) -> None:
    adoption = adopt(town)
    waits(adoption, date(2026, 11, 20), date(2026, 9, 1))
    assert colour(adoption) == "stale"
    services.report_publication(town.pk, [], NOW, item_ids=[adoption.item_id])
    waits(adoption, date(2026, 11, 20))
    assert colour(adoption) == "fresh"


def test_a_periodic_column_does_not_care_what_waits(town: Unit) -> None:
    adoption = adopt(town, "yearly")
    services.report_publication(town.pk, [], NOW, item_ids=[adoption.item_id])
    waits(adoption, date(2026, 2, 1))
    assert colour(adoption) == "fresh"


def test_what_was_formed_before_the_adoption_is_no_debt_of_it(town: Unit) -> None:
    adoption = adopt(town, on=date(2026, 6, 1))
    waits(adoption, date(2026, 5, 31))
    assert colour(adoption) == "blank"
    assert not selectors.items_due(Scope(subtrees=(town.path,)), NOW).exists()


def test_a_year_without_a_holiday_notice_is_pending(town: Unit) -> None:
    adoption = adopt(town)
    with time_machine.travel(datetime(2026, 12, 28, 9, 0, tzinfo=clock.CHINA), tick=False):
        waits(adoption, date(2026, 12, 20))
        row = unscoped(ColumnState).get(adoption=adoption)
        assert (colour(adoption), row.pending_year) == ("pending_calendar", 2027)


def test_the_matrix_counts_what_is_public_not_what_is_late(town: Unit) -> None:
    late, public = adopt(town), adopt(town)
    waits(late, date(2026, 9, 1))
    services.report_publication(town.pk, [], NOW, item_ids=[public.item_id])
    scope = Scope(subtrees=(town.path,))
    (row,) = selectors.county_matrix(scope, NOW, ["d99"], of_items=True)
    assert (row.cells, row.answered) == ([{"stale": 1, "fresh": 1}], [1])
