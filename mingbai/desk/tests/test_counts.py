"""Statistics by unit and column are what somebody who looks at every item would count, whatever happened to the items."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from importlib import import_module
from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test import Client, override_settings

from mingbai.accounts.actors import Actor
from mingbai.accounts.factories import acting, make_person
from mingbai.accounts.models import Person
from mingbai.accounts.roles import Role
from mingbai.accounts.scope import unscoped
from mingbai.accounts.services.units import merge_unit
from mingbai.catalogue.factories import make_column
from mingbai.core import clock
from mingbai.desk.selectors import counts_of_units_and_columns, published_counts
from mingbai.disclosure.factories import County, make_county
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Disclosure, Draft, Placement
from mingbai.disclosure.services import (
    claim_document,
    create_draft,
    move_item,
    publish_edition,
    submit_draft,
    withdraw,
)
from mingbai.disclosure.services.drafts import Content, Source

pytestmark = pytest.mark.django_db
OLD_DAY = datetime(2025, 3, 31, 23, 59, 59, tzinfo=clock.CHINA)


@pytest.fixture
def county() -> Iterator[County]:
    with override_settings(FIXED_TODAY=date(2026, 11, 20)):
        yield make_county()


def naive(actor: Actor, year: int, by: str) -> dict[str, list[int]]:
    """One item after the other, by the rows of the items themselves."""
    scope, counted = actor.scope("read_disclosures"), Counter[tuple[str, int]]()
    for item in unscoped(Disclosure).exclude(first_published_at=None).select_related("unit"):
        assert item.first_published_at is not None
        day = clock.china_day(item.first_published_at)
        if day.year != year or not scope.covers(item.unit.path, item.unit.kind):
            continue
        label = item.unit.name
        if by == "column":
            main = Placement.objects.of(disclosure=item).filter(is_main=True).select_related("column").first()
            if main is None:
                continue
            label = main.column.name
        counted[label, day.month] += 1
    labels = {label for label, _ in counted}
    return {label: [counted[label, month] for month in range(1, 13)] for label in labels}


def assert_exact(county: County) -> None:
    for actor in (county.editor, county.supervisor, county.stranger):
        for by in ("unit", "column"):
            for year in (2025, 2026):
                told = {row["label"]: row["months"] for row in published_counts(actor, year, by)}
                assert told == naive(actor, year, by), (by, year)


def from_the_old_site(county: County, *, unclaimed: bool = False, **fields: object) -> Disclosure:
    source = Source(
        "旧网站.xlsx", 0, 1, "d" * 64, first_published_at=OLD_DAY, first_published_source="旧网站导出表"
    )
    content = Content("关于春耕备耕的通知", "<p>各村抓紧备耕。</p>", Metadata(**fields))
    unit = county.county if unclaimed else county.town
    actor = county.supervisor if unclaimed else county.editor
    return create_draft(actor, unit=unit, content=content, source=source, unclaimed=unclaimed)


def test_one_units_columns_and_all_units_columns(county: County) -> None:
    other = make_column("数据发布")
    county.published()
    county.published(title="关于防汛的通知", columns=(other.pk,))
    elsewhere = from_the_old_site(county, unclaimed=True)
    claim_document(county.supervisor, disclosure=elsewhere, unit=county.other_town)
    of_town = published_counts(county.supervisor, 2026, "column", county.town)
    assert {row["label"]: row["months"][10] for row in of_town} == {county.column.name: 1, other.name: 1}
    assert published_counts(county.supervisor, 2026, "column", county.other_town) == []
    assert published_counts(county.stranger, 2026, "column", county.town) == []
    table = counts_of_units_and_columns(county.supervisor, 2026)
    assert {(unit, column): sum(months) for unit, column, months in table} == {
        (county.town.name, county.column.name): 1,
        (county.town.name, other.name): 1,
    }
    assert counts_of_units_and_columns(county.stranger, 2026) == []


def test_the_sheets_of_statistics(county: County, client: Client) -> None:
    county.published()
    Person.objects.filter(pk=county.supervisor.person_id).update(is_demo=True)
    client.force_login(
        Person.objects.get(pk=county.supervisor.person_id),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )

    def sheet(query: str) -> list[tuple[object, ...]]:
        answer = client.get(f"/desk/statistics/?{query}")
        return list(openpyxl.load_workbook(BytesIO(answer.getvalue())).active.iter_rows(values_only=True))

    header, row = sheet("format=all")
    assert header[:3] == ("单位", "栏目", "1月") and header[-1] == "合计"
    assert row == (county.town.name, county.column.name, *[0] * 10, 1, 0, 1)
    header, row = sheet(f"by=column&unit={county.town.code}&format=xlsx")
    assert row == (county.column.name, *[0] * 10, 1, 0, 1)
    assert len(sheet(f"by=column&unit={county.other_town.code}&format=xlsx")) == 1
    assert "导出各单位各栏目" in client.get("/desk/statistics/?by=column").text


def test_by_month_of_the_first_publication_at_its_last_second(county: County) -> None:
    item = from_the_old_site(county, columns=(county.column.pk,))
    assert_exact(county)
    with override_settings(FIXED_TODAY=date(2026, 1, 1)):
        publish_edition(
            county.final,
            disclosure=county.approve(submit_draft(county.editor, disclosure=item, version=1)),
        )
        county.published()
    with override_settings(FIXED_TODAY=date(2025, 12, 31)):
        county.published(title="关于年末值班的通知")
    assert_exact(county)
    told = {row["label"]: row["months"] for row in published_counts(county.editor, 2025, "column")}
    assert told == {county.column.name: [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1]}


def test_withdrawn_items_still_count_and_a_second_publication_does_not(county: County) -> None:
    item = county.published()
    withdraw(county.final, disclosure=item, reason="other", note="重复。")
    assert_exact(county)
    assert published_counts(county.editor, 2026, "column")[0]["total"] == 1


def test_moved_items_count_in_their_new_main_column(county: County) -> None:
    other = make_column("数据发布")
    item = county.published()
    county.published(title="关于防汛的通知", columns=(county.column.pk, other.pk))
    move_item(county.editor, disclosure=item, columns=(other.pk, county.column.pk))
    assert_exact(county)
    told = {row["label"]: row["total"] for row in published_counts(county.editor, 2026, "column")}
    assert told == {other.name: 1, county.column.name: 1}


def test_items_of_a_merged_unit_stay_with_it(county: County) -> None:
    county.published()
    admin = acting(make_person("管理员", (county.county, Role.ADMINISTRATOR)))
    merge_unit(admin, unit=county.town, into=county.other_town, on=clock.today(), reason="撤并。")
    county.town.refresh_from_db()
    assert_exact(county)
    assert published_counts(county.supervisor, 2026, "column")[0]["total"] == 1


def test_a_claimed_document_counts_where_it_was_claimed(county: County) -> None:
    item = from_the_old_site(county, unclaimed=True)
    assert_exact(county)
    claim_document(county.supervisor, disclosure=item, unit=county.other_town)
    assert_exact(county)


def test_rows_of_before_get_the_instant_of_their_items(county: County) -> None:
    county.published()
    county.draft(title="关于植树的通知")
    before = dict(unscoped(Placement).values_list("pk", "first_published_at"))
    assert None in before.values() and len(set(before.values())) == 2
    unscoped(Placement).update(first_published_at=None)
    assert published_counts(county.editor, 2026, "column") == []
    with connection.cursor() as cursor:
        cursor.execute(import_module("mingbai.disclosure.migrations.0011_count_by_column").REPEAT)
    assert dict(unscoped(Placement).values_list("pk", "first_published_at")) == before
    assert_exact(county)


def test_drafts_count_nowhere(county: County) -> None:
    item = county.draft()
    assert Draft.objects.of(disclosure=item).exists()
    assert published_counts(county.supervisor, 2026, "column") == []
