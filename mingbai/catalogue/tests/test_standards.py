"""Standard catalogues: loaded as given, adopted by kind, replaced by version, exported and imported as Excel."""

import json
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.roles import Role
from mingbai.accounts.scope import unscoped
from mingbai.catalogue import sheets
from mingbai.catalogue.comparing import compare_versions
from mingbai.catalogue.loading import DATA, load_all_standards, load_standard, load_standard_as, themes
from mingbai.catalogue.models import Adoption, CatalogueItem, Column, Domain, StandardCatalogue
from mingbai.catalogue.services import adopt_for_unit
from mingbai.catalogue.topics import MATRIX_TOPICS, OTHER, TOPICS
from mingbai.core.errors import BadInput, NotAllowed
from mingbai.core.tables import xlsx_bytes
from mingbai.law.cadence import cadences

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


def test_the_shipped_catalogues_hold_what_the_law_book_counts() -> None:
    load_all_standards()
    assert Domain.objects.count() == 26
    assert CatalogueItem.objects.count() == 118
    assert CatalogueItem.objects.filter(verified=True).count() == 105
    assert Column.objects.filter(catalogue__code="columns-village", parent__isnull=False).count() == 50
    assert len(themes()["top"]) == 22


def test_loading_twice_changes_nothing() -> None:
    load_all_standards()
    before = (StandardCatalogue.objects.count(), Column.objects.count(), CatalogueItem.objects.count())
    load_all_standards()
    assert (
        StandardCatalogue.objects.count(),
        Column.objects.count(),
        CatalogueItem.objects.count(),
    ) == before


def test_every_column_has_what_page_tags_need() -> None:
    load_all_standards()
    for column in Column.objects.all():
        assert column.description.strip() and column.keywords.strip() and column.column_type.strip(), (
            column.code
        )
        assert column.cadence in cadences()
        assert not column.topic or column.topic in TOPICS, column.topic
    # what the matrix counts has a place in it
    assert {topic or OTHER for topic in Column.objects.values_list("topic", flat=True)} <= set(MATRIX_TOPICS)


def test_time_limits_are_rules_with_their_article() -> None:
    load_all_standards()
    for item in CatalogueItem.objects.all():
        assert item.time_limits, item.code
        for limit in item.time_limits:
            assert limit["what"] in {"publish", "show_at_least", "take_down", "notice_before"}
            assert limit["unit"] in {"working", "calendar", "hours"}
            assert isinstance(limit["n"], int)
            assert limit["article"]


@pytest.mark.parametrize(
    ("domain", "name", "expected"),
    [
        ("财政预决算", "政府预算", "20日内公开"),
        ("征地补偿", "征收土地预公告", "公示不少于10个工作日"),
        ("征地补偿", "征地补偿安置方案公告", "公示不少于30日"),
        ("征地补偿", "征收土地公告", "15个工作日内公开"),
        ("公共资源交易", "中标成交结果公告", "2个工作日内公开"),
        ("公共资源交易", "采购合同公告", "2个工作日内公开"),
        ("城市综合执法", "处罚决定", "7个工作日内公开；3日内撤下"),
        ("社会救助", "低保审批", "10个工作日内公开"),
        ("户籍管理", None, "20个工作日内公开"),
        ("涉农补贴", None, "20个工作日内公开"),
    ],
)
def test_limits_that_are_often_set_wrongly(domain: str, name: str | None, expected: str) -> None:
    load_all_standards()
    rows = CatalogueItem.objects.filter(domain__name=domain)
    item = rows.get(name=name) if name else rows.first()
    assert item is not None
    assert "；".join(map(sheets.limit_text, item.time_limits)) == expected


@pytest.mark.parametrize(
    ("kind", "name", "has"),
    [
        ("town", "宅基地审核", True),
        ("town", "筹资筹劳", True),
        ("subdistrict", "宅基地审核", False),
        ("village", "各项支出", True),
        ("village", "领导信息", False),
        ("bureau", "部门预决算", True),
        ("school", "招生计划与范围", True),
        ("county", "政府预决算", True),
    ],
)
def test_a_unit_adopts_what_its_kind_owes(kind: str, name: str, has: bool) -> None:
    load_all_standards()
    county = make_unit("县", "county")
    unit = county if kind == "county" else make_unit("某单位", kind, county)
    supervisor = acting(make_person("公开办", (county, Role.COUNTY_SUPERVISOR)))
    assert adopt_for_unit(supervisor, unit=unit, on=DAY) > 5
    assert unscoped(Adoption).filter(unit=unit, column__name=name).exists() is has
    assert adopt_for_unit(supervisor, unit=unit, on=DAY) == 0


def test_closed_units_and_strangers_adopt_nothing() -> None:
    load_all_standards()
    county = make_unit("县", "county")
    town = make_unit("甲镇", "town", county, closed_on=DAY)
    with pytest.raises(BadInput):
        adopt_for_unit(acting(make_person("公开办", (county, Role.COUNTY_SUPERVISOR))), unit=town, on=DAY)
    with pytest.raises(NotAllowed):
        adopt_for_unit(acting(make_person("经办", (county, Role.EDITOR))), unit=county, on=DAY)


def test_a_new_version_replaces_the_old_and_can_be_compared() -> None:
    content = json.loads((DATA / "columns-school.json").read_text(encoding="utf-8"))
    old = load_standard(content)
    content["version"], content["valid_from"] = "2027.1", "2027-01-01"
    dropped = content["columns"].pop()
    content["columns"][0]["name"] = "学校简介"
    content["columns"].append({**dropped, "code": "s99", "name": "校服采购"})
    new = load_standard(content)
    old.refresh_from_db()
    assert old.replaced_on == date(2027, 1, 1)
    changes = {(change.kind, change.name) for change in compare_versions(old, new)}
    assert changes == {("added", "校服采购"), ("dropped", dropped["name"]), ("changed", "学校简介")}


@pytest.mark.parametrize(
    "content",
    [
        [],
        {"code": "x"},
        {
            "code": "x",
            "version": "1",
            "name": "n",
            "content": "columns",
            "unit_kinds": [],
            "source": "s",
            "verified": False,
            "valid_from": "不是日期",
        },
    ],
)
def test_an_unusable_file_is_refused_in_words(content: object) -> None:
    supervisor = acting(make_person("公开办", (make_unit("县", "county"), Role.COUNTY_SUPERVISOR)))
    with pytest.raises(BadInput):
        load_standard_as(supervisor, content)
    assert not StandardCatalogue.objects.exists()


def test_a_units_catalogue_goes_out_and_comes_back_as_excel() -> None:
    load_all_standards()
    county = make_unit("县", "county")
    town = make_unit("甲镇", "town", county)
    supervisor = acting(make_person("公开办", (county, Role.COUNTY_SUPERVISOR)))
    adopt_for_unit(supervisor, unit=town, on=DAY)
    make_person("王小满", (town, Role.EDITOR))
    header = (*sheets.HEADER, *sheets.SAID)
    book = openpyxl.load_workbook(BytesIO(xlsx_bytes(header, sheets.rows(town))))
    page = book.active
    places = {name: place for place, name in enumerate(sheets.HEADER, start=1)}
    page.cell(2, places["本单位叫法"], "办事指南总览")
    page.cell(3, places["启用"], "否")
    page.cell(4, places["启用"], "否")
    page.cell(4, places["停用理由"], "没有这项职能")
    page.cell(5, places["更新频次"], "天天")
    page.cell(6, places["责任人"], "王小满")
    page.cell(6, places["渠道和载体"], "政府网站、其他")
    page.cell(7, places["本单位叫法"], "不会保存的叫法")
    page.cell(7, places["责任人"], "别处的人")
    page.cell(8, places["渠道和载体"], "飞鸽传书")
    # a row that half succeeds is not half applied
    page.cell(9, places["本单位叫法"], "也不会保存")
    page.cell(9, places["启用"], "否")
    buffer = BytesIO()
    book.save(buffer)
    outcome = sheets.import_rows(supervisor, town, buffer.getvalue())
    assert outcome["changed"] == 3
    assert [number for number, _ in outcome["faults"]] == [3, 5, 7, 8, 9]
    named = unscoped(Adoption).get(unit=town, responsible_person__name="王小满")
    assert named.channels == ["政府网站", "其他"]
    assert not unscoped(Adoption).filter(own_name__contains="不会保存").exists()
    assert sheets.import_rows(supervisor, town, xlsx_bytes(header, sheets.rows(town)))["changed"] == 0
    assert unscoped(Adoption).filter(unit=town, own_name="办事指南总览").exists()
    assert unscoped(Adoption).filter(unit=town, is_on=False).count() == 1


@pytest.mark.parametrize("content", [b"", b"not a workbook", xlsx_bytes(("甲", "乙"), [])])
def test_a_wrong_sheet_is_one_clear_fault(content: bytes) -> None:
    county = make_unit("县", "county")
    outcome = sheets.import_rows(
        acting(make_person("公开办", (county, Role.COUNTY_SUPERVISOR))), county, content
    )
    assert len(outcome["faults"]) == 1
    assert outcome["changed"] == 0
