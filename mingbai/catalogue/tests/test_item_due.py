"""The due engine for items of the standard catalogues: cadence × statement × make-up day × pause, and what is never late."""

from datetime import date, datetime, timedelta

import pytest
import time_machine

from mingbai.accounts.actors import Actor
from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.models import Unit
from mingbai.accounts.roles import Role
from mingbai.accounts.scope import Scope, unscoped
from mingbai.catalogue import selectors, services
from mingbai.catalogue.factories import make_item
from mingbai.catalogue.models import Adoption, CatalogueItem, ColumnState
from mingbai.core import clock

pytestmark = pytest.mark.django_db
# the Saturday before is a make-up day: item windows are calendar days and must not care
NOW = datetime(2026, 10, 12, 10, 0, tzinfo=clock.CHINA)
ADOPTED = date(2026, 1, 1)


@pytest.fixture(autouse=True)
def _still():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def town() -> Unit:
    return make_unit("镇", "town", make_unit("县", "county"))


@pytest.fixture
def editor(town: Unit) -> Actor:
    return acting(make_person("经办", (town, Role.EDITOR)))


@pytest.fixture
def supervisor(town: Unit) -> Actor:
    return acting(make_person("公开办", (town.parent, Role.COUNTY_SUPERVISOR)))


def adopt(unit: Unit, cadence: str = "on_event", **fields: object) -> Adoption:
    item = make_item(cadence=cadence)
    adoption = Adoption.objects.create(unit=unit, item=item, **({"adopted_on": ADOPTED} | fields))
    services.refresh_states([adoption])
    return adoption


def state(adoption: Adoption, at: datetime = NOW) -> ColumnState:
    return selectors.with_state(unscoped(ColumnState).filter(adoption=adoption), at).get()


def publish(adoption: Adoption, at: datetime) -> None:
    services.report_publication(adoption.unit_id, [], at, item_ids=[adoption.item_id])


@pytest.mark.parametrize(
    ("cadence", "published_days_ago", "expected"),
    [
        ("on_event", None, "blank"),
        ("on_event", 3000, "fresh"),
        ("quarterly", None, "blank"),
        ("quarterly", 79, "fresh"),
        ("quarterly", 80, "due_soon"),
        ("quarterly", 91, "due_soon"),
        ("quarterly", 92, "stale"),
        ("yearly", 364, "due_soon"),
        ("yearly", 365, "stale"),
        ("static", 900, "static"),
    ],
)
def test_colour_by_cadence_and_age(
    town: Unit, cadence: str, published_days_ago: int | None, expected: str
) -> None:
    adoption = adopt(town, cadence)
    if published_days_ago is not None:
        publish(adoption, NOW - timedelta(days=published_days_ago))
    assert state(adoption).colour == expected


@pytest.mark.parametrize("years", [0, 1, 10])
def test_what_follows_an_event_is_never_late(town: Unit, years: int) -> None:
    adoption = adopt(town, adopted_on=ADOPTED - timedelta(days=365 * years))
    later = NOW + timedelta(days=3650)
    assert state(adoption, later).colour == "blank"
    assert state(adoption).due_at is None
    publish(adoption, NOW)
    assert state(adoption, later).colour == "fresh"


def test_a_statement_answers_its_period_and_no_longer(town: Unit, editor: Actor) -> None:
    adoption = adopt(town, "quarterly")
    services.make_nothing_statement(
        editor, adoption=adoption, period_from=date(2026, 7, 1), period_to=date(2026, 9, 30), text="没有发生"
    )
    assert state(adoption).colour == "fresh"
    assert state(adoption, datetime(2026, 12, 31, 0, 0, tzinfo=clock.CHINA)).colour == "due_soon"
    assert state(adoption, datetime(2027, 1, 1, 0, 0, tzinfo=clock.CHINA)).colour == "stale"


def test_a_blank_event_item_can_say_that_nothing_happened(town: Unit, editor: Actor) -> None:
    adoption = adopt(town)
    services.make_nothing_statement(
        editor, adoption=adoption, period_from=date(2026, 1, 1), period_to=date(2026, 9, 30), text="没有征收"
    )
    assert state(adoption).colour == "fresh"


def test_a_pause_stops_the_clock_and_gives_its_days_back(town: Unit, supervisor: Actor) -> None:
    adoption = adopt(town, "quarterly")
    publish(adoption, NOW - timedelta(days=90))
    pause = services.pause_column(
        supervisor, adoption=adoption, starts_on=date(2026, 10, 10), ends_on=None, reason="洪涝"
    )
    assert state(adoption, NOW + timedelta(days=20)).colour == "paused"
    services.end_pause(supervisor, pause=pause, ends_on=date(2026, 10, 12))
    assert state(adoption, NOW + timedelta(days=4)).colour == "due_soon"
    assert state(adoption, NOW + timedelta(days=5)).colour == "stale"


def test_the_cadence_of_an_item_follows_from_its_rules() -> None:
    of = CatalogueItem.cadence_of
    assert of([{"what": "publish", "n": 20, "unit": "calendar", "from": "quarter_start"}]) == "quarterly"
    assert of([{"what": "publish", "n": 20, "unit": "working", "from": "formed_or_changed"}]) == "on_event"
    assert of([]) == "on_event"


def test_items_have_lists_and_a_matrix_of_their_own(town: Unit, django_assert_num_queries) -> None:
    stale, blank, fresh = adopt(town, "quarterly"), adopt(town), adopt(town)
    publish(stale, NOW - timedelta(days=200))
    publish(fresh, NOW)
    scope = Scope(subtrees=(town.path,))
    with django_assert_num_queries(1):
        rows = list(selectors.gaps(scope, NOW, of_items=True))
        assert [row.adoption.item.domain.name for row in rows]
    assert [row.adoption_id for row in rows] == [stale.pk, blank.pk]
    assert not selectors.gaps(scope, NOW).exists()
    assert selectors.count_by_colour(scope, NOW, of_items=True) == {"stale": 1, "blank": 1, "fresh": 1}
    with django_assert_num_queries(2):
        matrix = selectors.county_matrix(scope, NOW, ["d99"], "town", of_items=True)
    assert matrix[0].cells == [{"stale": 1, "blank": 1, "fresh": 1}]
    services_off = unscoped(Adoption).filter(pk=blank.pk).update(is_on=False, off_reason="没有这项职能")
    assert services_off and selectors.gaps(scope, NOW, of_items=True).count() == 1


def test_taking_back_the_last_publication_leaves_the_item_blank(town: Unit) -> None:
    adoption = adopt(town)
    publish(adoption, NOW)
    services.report_publication(town.pk, [], None, item_ids=[adoption.item_id], change=-1)
    assert state(adoption).colour == "blank"
    assert "还没有公开过" in state(adoption).explanation
