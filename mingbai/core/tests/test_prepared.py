import threading

import pytest
from django.db import connection

from mingbai.accounts.factories import make_unit
from mingbai.accounts.models import Unit
from mingbai.accounts.scope import UnscopedQuery
from mingbai.core.prepared import Prepared
from mingbai.disclosure.models import Disclosure

by_parent = Prepared(lambda pk: Unit.objects.select_related("parent").filter(parent=pk))


def test_it_answers_what_the_queryset_would_with_one_query(db, django_assert_num_queries):
    county, other = make_unit("甲县", "county"), make_unit("乙县", "county")
    towns = {make_unit(name, "town", county).pk for name in ("松镇", "柏镇", "青镇")}
    village = make_unit("石村", "village", other)
    for _ in range(2):
        with django_assert_num_queries(1):
            found = by_parent(county.pk)
            assert {unit.pk for unit in found} == towns and {unit.parent for unit in found} == {county}
    assert by_parent(other.pk) == [village] and by_parent(village.pk) == []


def test_several_numbers_go_to_their_places(db):
    county = make_unit("甲县", "county")
    town = make_unit("松镇", "town", county)
    both = Prepared(lambda pk, parent: Unit.objects.filter(pk=pk, parent=parent)[:5], numbers=2)
    assert both(town.pk, county.pk) == [town] and both(county.pk, town.pk) == []


def test_scopes_hold(db):
    with pytest.raises(UnscopedQuery):
        Prepared(lambda pk: Disclosure.objects.filter(pk=pk))(1)


@pytest.mark.django_db(transaction=True)
def test_each_thread_has_its_own():
    county = make_unit("甲县", "county")
    town = make_unit("松镇", "town", county)
    found: list[Unit] = []

    def ask() -> None:
        found.extend(by_parent(county.pk))
        connection.close()

    for _ in range(2):
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()
    assert found == [town, town] and by_parent(county.pk) == [town]
