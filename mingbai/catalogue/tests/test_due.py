"""The due engine: cadence × adoption date × statement × pause × holiday notice, on a fixed day."""

from datetime import date, datetime, timedelta

import pytest
import time_machine

from mingbai.accounts.actors import Actor
from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.models import Unit
from mingbai.accounts.roles import Role
from mingbai.accounts.scope import Scope, unscoped
from mingbai.catalogue import selectors, services
from mingbai.catalogue.factories import make_column
from mingbai.catalogue.models import Adoption, ColumnState
from mingbai.core import clock
from mingbai.core.errors import BadInput, Conflict

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=clock.CHINA)
ADOPTED = date(2026, 1, 1)


@pytest.fixture(autouse=True)
def _still():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def county() -> Unit:
    return make_unit("县", "county")


@pytest.fixture
def supervisor(county: Unit) -> Actor:
    return acting(make_person("公开办", (county, Role.COUNTY_SUPERVISOR)))


def adopt(unit: Unit, cadence: str, **fields: object) -> Adoption:
    adoption = Adoption.objects.create(
        unit=unit, column=make_column(cadence=cadence), adopted_on=ADOPTED, **fields
    )
    services.refresh_states([adoption])
    return adoption


def colour(adoption: Adoption, at: datetime = NOW) -> str:
    return selectors.with_state(unscoped(ColumnState).filter(adoption=adoption), at).get().colour


def publish(adoption: Adoption, at: datetime) -> None:
    services.report_publication(adoption.unit_id, [adoption.column_id], at)


@pytest.mark.parametrize(
    ("cadence", "days", "expected"),
    [
        ("dynamic_2w", 9, "fresh"),
        ("dynamic_2w", 10, "due_soon"),
        ("dynamic_2w", 13, "due_soon"),
        ("dynamic_2w", 14, "stale"),
        ("monthly", 25, "fresh"),
        ("monthly", 26, "due_soon"),
        ("monthly", 31, "stale"),
        ("quarterly", 79, "fresh"),
        ("quarterly", 80, "due_soon"),
        ("quarterly", 92, "stale"),
        ("halfyear", 164, "fresh"),
        ("halfyear", 165, "due_soon"),
        ("halfyear", 183, "stale"),
        ("yearly", 334, "fresh"),
        ("yearly", 335, "due_soon"),
        ("yearly", 365, "stale"),
        ("on_event", 900, "fresh"),
        ("static", 900, "static"),
        ("link", 900, "static"),
        ("archive", 900, "static"),
    ],
)
def test_age_decides_by_cadence(county: Unit, cadence: str, days: int, expected: str) -> None:
    adoption = adopt(county, cadence)
    publish(adoption, NOW - timedelta(days=days))
    assert colour(adoption) == expected


@pytest.mark.parametrize(("seconds", "expected"), [(-1, "due_soon"), (0, "stale")])
def test_a_fortnight_ends_at_the_very_instant(county: Unit, seconds: int, expected: str) -> None:
    adoption = adopt(county, "dynamic_2w")
    publish(adoption, NOW - timedelta(days=14, seconds=seconds))
    assert colour(adoption) == expected


@pytest.mark.parametrize(
    "cadence", ["dynamic_2w", "monthly", "quarterly", "halfyear", "yearly", "on_event", "static"]
)
def test_what_never_held_anything_is_blank(county: Unit, cadence: str) -> None:
    assert colour(adopt(county, cadence)) == "blank"


def test_a_statement_satisfies_its_period_and_no_longer(county: Unit, supervisor: Actor) -> None:
    adoption = adopt(county, "monthly")
    services.make_nothing_statement(
        supervisor,
        adoption=adoption,
        period_from=date(2026, 11, 1),
        period_to=date(2026, 11, 30),
        text="本月没有发生",
    )
    assert colour(adoption) == "fresh"
    assert colour(adoption, NOW + timedelta(days=45)) == "stale"


@pytest.mark.parametrize(
    ("first", "last", "text", "field"),
    [
        ("2026-11-20", "2026-11-01", "没有", "period_to"),
        ("2026-12-01", "2026-12-31", "没有", "period_from"),
        ("2026-11-01", "2026-11-30", " ", "text"),
    ],
)
def test_unusable_statements_name_the_field(
    county: Unit, supervisor: Actor, first: str, last: str, text: str, field: str
) -> None:
    adoption = adopt(county, "monthly")
    with pytest.raises(BadInput) as refused:
        services.make_nothing_statement(
            supervisor,
            adoption=adoption,
            period_from=date.fromisoformat(first),
            period_to=date.fromisoformat(last),
            text=text,
        )
    assert refused.value.field == field


def test_a_period_is_stated_once(county: Unit, supervisor: Actor) -> None:
    adoption = adopt(county, "monthly")
    period = {"period_from": date(2026, 11, 1), "period_to": date(2026, 11, 23), "text": "没有"}
    services.make_nothing_statement(supervisor, adoption=adoption, **period)
    with pytest.raises(Conflict):
        services.make_nothing_statement(supervisor, adoption=adoption, **period)


def test_static_columns_take_no_statement(county: Unit, supervisor: Actor) -> None:
    with pytest.raises(BadInput):
        services.make_nothing_statement(
            supervisor,
            adoption=adopt(county, "link"),
            period_from=date(2026, 11, 1),
            period_to=date(2026, 11, 2),
            text="x",
        )


def test_a_pause_stops_the_clock_and_its_days_do_not_count(county: Unit, supervisor: Actor) -> None:
    adoption = adopt(county, "monthly")
    publish(adoption, NOW - timedelta(days=40))
    assert colour(adoption) == "stale"
    pause = services.pause_column(
        supervisor, adoption=adoption, starts_on=date(2026, 11, 1), ends_on=None, reason="汛期"
    )
    assert colour(adoption) == "paused"
    services.end_pause(supervisor, pause=pause, ends_on=date(2026, 11, 22))
    assert colour(adoption) == "fresh"
    with pytest.raises(Conflict):
        services.end_pause(supervisor, pause=pause, ends_on=date(2026, 11, 22))


def test_an_override_changes_the_window_and_needs_a_reason(county: Unit, supervisor: Actor) -> None:
    adoption = adopt(county, "dynamic_2w")
    publish(adoption, NOW - timedelta(days=20))
    assert colour(adoption) == "stale"
    with pytest.raises(BadInput):
        services.change_adoption(
            supervisor, adoption=adoption, cadence_override="quarterly", override_reason=""
        )
    services.change_adoption(
        supervisor, adoption=adoption, cadence_override="quarterly", override_reason="本村动态少"
    )
    assert colour(adoption) == "fresh"


def test_a_village_cannot_owe_less_than_the_law(county: Unit, supervisor: Actor) -> None:
    village = make_unit("柳河村", "village", county)
    adoption = adopt(village, "quarterly")
    with pytest.raises(BadInput, match="至少每季度一次") as refused:
        services.change_adoption(
            supervisor, adoption=adoption, cadence_override="yearly", override_reason="村里事少"
        )
    assert refused.value.field == "cadence_override"
    services.change_adoption(
        supervisor, adoption=adoption, cadence_override="monthly", override_reason="收支频繁"
    )
    assert not adoption.is_looser
    loose = adopt(county, "quarterly")
    services.change_adoption(
        supervisor, adoption=loose, cadence_override="yearly", override_reason="一年一次"
    )
    assert loose.is_looser


def test_switching_off_needs_a_reason_and_hides_the_gap(county: Unit, supervisor: Actor) -> None:
    adoption = adopt(county, "monthly")
    scope = Scope(subtrees=(county.path,))
    assert selectors.gaps(scope, NOW).count() == 1
    with pytest.raises(BadInput):
        services.switch_adoption(supervisor, adoption=adoption, on=False, reason=" ")
    services.switch_adoption(supervisor, adoption=adoption, on=False, reason="没有这项职能")
    assert selectors.gaps(scope, NOW).count() == 0
    assert colour(adoption) == "off"


def test_taking_back_the_last_item_gives_back_the_date_before(county: Unit) -> None:
    adoption = adopt(county, "monthly")
    publish(adoption, NOW - timedelta(days=60))
    publish(adoption, NOW)
    assert colour(adoption) == "fresh"
    services.report_publication(county.pk, [adoption.column_id], NOW - timedelta(days=60), change=-1)
    assert colour(adoption) == "stale"
    services.report_publication(county.pk, [adoption.column_id], None, change=-1)
    assert colour(adoption) == "blank"
    assert unscoped(ColumnState).get(adoption=adoption).published_count == 0


def test_gaps_come_in_the_order_of_urgency(county: Unit) -> None:
    fresh, soon, stale, blank = (adopt(county, "monthly") for _ in range(4))
    for adoption, days in ((fresh, 1), (soon, 28), (stale, 50)):
        publish(adoption, NOW - timedelta(days=days))
    found = [row.adoption_id for row in selectors.gaps(Scope(subtrees=(county.path,)), NOW)]
    assert found == [stale.pk, blank.pk, soon.pk]


def test_lists_and_matrix_take_a_fixed_number_of_queries(county: Unit, django_assert_num_queries) -> None:
    for number in range(3):
        town = make_unit(f"{number}镇", "town", county)
        for topic in ("news", "notices"):
            adoption = Adoption.objects.create(unit=town, column=make_column(topic=topic), adopted_on=ADOPTED)
            services.refresh_states([adoption])
    scope = Scope(subtrees=(county.path,))
    with django_assert_num_queries(2):
        rows = selectors.county_matrix(scope, NOW, ["news", "notices", "policy"], "town")
    assert [row.cells for row in rows] == [[{"blank": 1}, {"blank": 1}, {}]] * 3
    with django_assert_num_queries(1):
        assert len([row.adoption.name for row in selectors.gaps(scope, NOW)]) == 6
    with django_assert_num_queries(1):
        assert selectors.count_by_colour(scope, NOW) == {"blank": 6}
