"""A new version of a standard in place of the old: what units had stays theirs, and both versions can be compared."""

import json
from copy import deepcopy
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from mingbai.accounts.actors import Actor
from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.jobs import duties_follow
from mingbai.accounts.models import Person, Unit
from mingbai.accounts.roles import Role
from mingbai.accounts.scope import Scope, unscoped
from mingbai.accounts.services.people import close_account, hand_over
from mingbai.accounts.services.units import close_unit, merge_unit
from mingbai.catalogue import selectors, standard_sheets
from mingbai.catalogue.comparing import compare_versions
from mingbai.catalogue.loading import (
    DATA,
    as_content,
    load_all_standards,
    load_standard,
    load_standard_as,
    preview_standard,
)
from mingbai.catalogue.models import Adoption, CatalogueItem, Column, ColumnState, StandardCatalogue
from mingbai.catalogue.services import adopt_for_kind, adopt_for_unit, change_adoption, report_publication
from mingbai.core import clock
from mingbai.core.errors import BadInput
from mingbai.core.tables import xlsx_bytes
from mingbai.journal.models import Act, Job

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


def column(
    code: str, name: str, cadence: str = "monthly", children: list[Any] | None = None
) -> dict[str, Any]:
    return {
        "code": code,
        "name": name,
        "topic": code,
        "cadence": cadence,
        "holds_items": not children,
        "description": name,
        "keywords": name,
        "column_type": "通知公告",
        "basis": "",
        "retention": "",
        "evidence": "",
        "verified": False,
        "children": children or [],
    }


def content(version: str, valid_from: str, columns: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "code": "columns-test",
        "version": version,
        "name": "测试栏目",
        "content": "columns",
        "unit_kinds": ["town"],
        "source": "测试",
        "verified": False,
        "valid_from": valid_from,
        "columns": columns,
    }


OLD = content(
    "1",
    "2024-01-01",
    [
        column("a", "通知"),
        column("b", "财政", children=[column("b1", "预算", "yearly"), column("b2", "决算")]),
    ],
)
NEW = content(
    "2",
    "2026-01-01",
    [
        column("b", "财政信息", children=[column("b1", "预算", "quarterly"), column("a", "通知公告")]),
        column("c", "新栏目"),
    ],
)


@pytest.fixture
def county() -> Unit:
    return make_unit("县", "county")


@pytest.fixture
def town(county: Unit) -> Unit:
    return make_unit("松月镇", "town", county)


@pytest.fixture
def supervisor(county: Unit) -> Actor:
    return acting(make_person("公开办", (county, Role.COUNTY_SUPERVISOR)))


def names(catalogue: StandardCatalogue) -> dict[str, tuple[str, str]]:
    rows = Column.objects.filter(catalogue=catalogue).select_related("parent")
    return {row.code: (row.name, row.parent.code if row.parent else "") for row in rows}


def test_what_units_had_stands_on_the_new_version(supervisor: Actor, town: Unit) -> None:
    old = load_standard(OLD)
    adopt_for_unit(supervisor, unit=town, on=DAY)
    budget = unscoped(Adoption).select_related("column", "unit").get(column__code="b1")
    change_adoption(supervisor, adoption=budget, own_name="镇预算")
    report_publication(town.pk, [budget.column_id], clock.now())
    due = unscoped(ColumnState).get(adoption=budget).due_at
    new = load_standard(NEW)
    budget = unscoped(Adoption).select_related("column").get(pk=budget.pk)
    assert (budget.column.catalogue, budget.name, budget.cadence) == (new, "镇预算", "quarterly")
    state = unscoped(ColumnState).get(adoption=budget)
    assert state.published_count == 1
    assert state.due_at < due
    codes = unscoped(Adoption).filter(column__catalogue=new).values_list("column__code", flat=True)
    assert set(codes) == {"a", "b", "b1"}
    assert unscoped(Adoption).get(column__catalogue=old).column.code == "b2"
    assert adopt_for_unit(supervisor, unit=town, on=DAY) == 1
    assert adopt_for_unit(supervisor, unit=town, on=DAY) == 0
    assert unscoped(Adoption).filter(unit=town).count() == 5


def test_both_versions_say_what_they_said(town: Unit) -> None:
    old = load_standard(OLD)
    new = load_standard(NEW)
    assert names(old) == {"a": ("通知", ""), "b": ("财政", ""), "b1": ("预算", "b"), "b2": ("决算", "b")}
    assert names(new) == {
        "a": ("通知公告", "b"),
        "b": ("财政信息", ""),
        "b1": ("预算", "b"),
        "c": ("新栏目", ""),
    }
    found = {(change.kind, change.code) for change in compare_versions(old, new)}
    assert found == {("changed", "a"), ("changed", "b"), ("changed", "b1"), ("dropped", "b2"), ("added", "c")}


def test_items_of_the_domains_go_over_too(supervisor: Actor, town: Unit) -> None:
    standard = json.loads((DATA / "domains.json").read_text(encoding="utf-8"))
    old = load_standard(standard)
    adopt_for_unit(supervisor, unit=town, on=DAY)
    before = unscoped(Adoption).filter(unit=town).count()
    newer = deepcopy(standard) | {"version": "9", "valid_from": "2026-06-01"}
    newer["domains"][0]["items"][0]["name"] = "改了名的事项"
    new = load_standard(newer)
    assert unscoped(Adoption).filter(unit=town, item__domain__catalogue=new).count() == before
    assert CatalogueItem.objects.filter(domain__catalogue=old).count() == 118
    assert [change.kind for change in compare_versions(old, new)] == ["changed"]


@pytest.mark.parametrize("name", ["columns-town", "columns-village", "domains"])
def test_a_version_goes_out_as_the_file_it_came_from(name: str) -> None:
    standard = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    made = as_content(load_standard(standard))
    again = load_standard(json.loads(json.dumps(made)) | {"version": "9", "valid_from": "2026-06-01"})
    assert (
        compare_versions(StandardCatalogue.objects.get(code=made["code"], replaced_on__isnull=False), again)
        == []
    )


@pytest.mark.parametrize("name", ["columns-town", "columns-village", "domains"])
def test_a_version_goes_out_as_excel_and_comes_back_the_same(name: str) -> None:
    old = load_standard(json.loads((DATA / f"{name}.json").read_text(encoding="utf-8")))
    sheet = xlsx_bytes(standard_sheets.header_of(old), standard_sheets.rows_of(old))
    said = {"version": "9", "valid_from": date(2026, 6, 1), "source": "某部2026年文件"}
    new = load_standard(standard_sheets.content_of(old, sheet, **said))
    old.refresh_from_db()
    assert old.replaced_on == date(2026, 6, 1)
    assert compare_versions(old, new) == []
    assert (as_content(new) | {"verified": old.verified}) == as_content(old) | {
        "version": "9", "valid_from": "2026-06-01", "source": "某部2026年文件",
    }  # fmt: skip


def sheet_of(rows: list[tuple[Any, ...]], header: tuple[str, ...] = standard_sheets.COLUMNS_HEADER) -> bytes:
    return xlsx_bytes(header, rows)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "表里没有内容"),
        ([("a", "", "通知", "天天")], "第 2 行：更新频次「天天」不认识"),
        ([("a", "", "通知", "每月"), ("a", "", "公告", "每月")], "第 3 行：编号「a」和第 2 行重复"),
        ([("a", "没有", "通知", "每月")], "第 2 行：上级编号「没有」"),
        ([("a", "", "", "每月")], "第 2 行：编号和名称都要填"),
    ],
)
def test_a_faulty_sheet_of_columns_names_the_row(rows: list[tuple[Any, ...]], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_sheet(load_standard(OLD), sheet_of(rows))


def read_sheet(current: StandardCatalogue, sheet: bytes) -> dict[str, Any]:
    return standard_sheets.content_of(current, sheet, version="2", valid_from=date(2026, 1, 1), source="某部")


@pytest.mark.parametrize(
    ("limit", "kind", "said"),
    [
        ("二十个工作日", "乡镇", "第 2 行：时限「二十个工作日」看不懂.*公开/20/工作日"),
        ("公开/20/工作日/哪天/条例/已核实", "乡镇", "看不懂"),
        ("", "衙门", "单位类别「衙门」不认识"),
        ("", "", "单位类别「没有填」"),
    ],
)
def test_a_faulty_sheet_of_items_names_the_row(limit: str, kind: str, said: str) -> None:
    current = load_standard(json.loads((DATA / "domains.json").read_text(encoding="utf-8")))
    row = ("d01.01", "d01", "规划", "规划文本", "文本\n图纸", limit, "", "", "", "", "", kind)
    with pytest.raises(BadInput, match=said):
        read_sheet(current, sheet_of([row], standard_sheets.ITEMS_HEADER))


def test_an_office_loads_its_own_excel_as_the_next_version(client: Client, county: Unit) -> None:
    old = load_standard(OLD)
    person = make_person("公开办", (county, Role.COUNTY_SUPERVISOR))
    Person.objects.filter(pk=person.pk).update(is_demo=True)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    exported = client.get(f"/desk/standards/{old.pk}/export/").getvalue()
    book = openpyxl.load_workbook(BytesIO(exported))
    page = book.active
    places = {cell.value: cell.column for cell in page[1]}
    row = next(row for row in range(2, page.max_row + 1) if page.cell(row, 1).value == "b1")
    page.cell(row, places["更新频次"], "每季度")
    page.append(["d", "b", "决算公开", "每年"])
    changed = BytesIO()
    book.save(changed)

    def send(**extra: str) -> Any:
        file = SimpleUploadedFile("新版.XLSX", changed.getvalue())
        return client.post("/desk/standards/load/", {"content": file, **extra})

    assert "载入 Excel 时要填写" in send().text
    said = {
        "current": str(old.pk),
        "version": "2",
        "valid_from": "2026-01-01",
        "source": "县政府办〔2026〕1号",
    }
    preview = send(**said).text
    assert "2 处变化" in preview and "<del>每年</del> → <ins>每季度</ins>" in preview
    assert StandardCatalogue.objects.count() == 1
    assert send(**said, confirmed="1").status_code == 302
    new = StandardCatalogue.objects.get(version="2")
    assert names(new)["d"] == ("决算公开", "b") and new.source == "县政府办〔2026〕1号"


def test_the_preview_keeps_nothing(supervisor: Actor, town: Unit) -> None:
    old = load_standard(OLD)
    adopt_for_unit(supervisor, unit=town, on=DAY)
    before = list(Column.objects.order_by("pk").values())
    replaced, changes = preview_standard(supervisor, NEW)
    assert replaced == old
    assert len(changes) == 5
    assert list(Column.objects.order_by("pk").values()) == before
    assert not Act.objects.filter(verb="load_standard").exists()


def test_a_version_twice_or_before_its_day_is_refused(supervisor: Actor) -> None:
    load_standard_as(supervisor, OLD)
    with pytest.raises(BadInput, match="已经载入过"):
        load_standard_as(supervisor, OLD)
    with pytest.raises(BadInput, match="施行"):
        load_standard_as(supervisor, NEW | {"valid_from": "2999-01-01"})
    assert StandardCatalogue.objects.get().replaced_on is None


def test_the_screen_shows_the_changes_before_it_loads(client: Client, county: Unit) -> None:
    load_standard(OLD)
    person = make_person("公开办", (county, Role.COUNTY_SUPERVISOR))
    Person.objects.filter(pk=person.pk).update(is_demo=True)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")

    def send(**extra: str) -> Any:
        file = SimpleUploadedFile("new.json", json.dumps(NEW, ensure_ascii=False).encode())
        return client.post("/desk/standards/load/", {"content": file, **extra})

    page = send().content.decode()
    assert "5 处变化" in page
    assert "新栏目" in page
    assert StandardCatalogue.objects.count() == 1
    assert send(confirmed="1").status_code == 302
    new = StandardCatalogue.objects.get(version="2")
    answer = client.get(f"/desk/standards/{new.pk}/file.json")
    assert json.loads(answer.content)["columns"][1]["name"] == "新栏目"


def test_a_whole_kind_adopts_at_once(client: Client, county: Unit, town: Unit, supervisor: Actor) -> None:
    load_all_standards()
    make_unit("山下镇", "town", county)
    make_unit("已撤的镇", "town", county, closed_on=DAY)
    make_unit("邻县的镇", "town", make_unit("邻县", "county"))
    units, rows = adopt_for_kind(supervisor, kind="town", on=DAY)
    assert units == 2
    assert rows == unscoped(Adoption).count() > 20
    assert Act.objects.filter(verb="adopt_for_unit").count() == 2
    person = make_person("公开办", (county, Role.COUNTY_SUPERVISOR))
    Person.objects.filter(pk=person.pk).update(is_demo=True)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.post("/desk/standards/adopt/", {"kind": "nothing"}).status_code == 400
    answer = client.post("/desk/standards/adopt/", {"kind": "school"}, follow=True)
    assert "共 0 个单位" in answer.content.decode()


def test_a_unit_that_ended_owes_nothing(county: Unit, town: Unit, supervisor: Actor) -> None:
    load_standard(OLD)
    other = make_unit("旧乡", "town", county)
    for unit in (town, other):
        adopt_for_unit(supervisor, unit=unit, on=date(2025, 1, 1))
    scope = Scope(subtrees=(county.path,))
    before = selectors.gaps(scope, clock.now()).count()
    assert {row.unit_id for row in selectors.gaps(scope, clock.now())} == {town.pk, other.pk}
    merge_unit(supervisor, unit=other, into=town, on=clock.today(), reason="合并")
    assert {row.unit_id for row in selectors.gaps(scope, clock.now())} == {town.pk}
    assert selectors.gaps(scope, clock.now()).count() == before // 2
    close_unit(supervisor, unit=town, on=clock.today(), reason="撤销")
    assert selectors.gaps(scope, clock.now()).count() == 0


def test_duties_go_to_the_successor(county: Unit, town: Unit, supervisor: Actor) -> None:
    load_standard(OLD)
    adopt_for_unit(supervisor, unit=town, on=DAY)
    leaver, successor = make_person("离任", (town, Role.EDITOR)), make_person("接任", (town, Role.EDITOR))
    adoption = unscoped(Adoption).select_related("column", "unit").filter(column__code="a").get()
    change_adoption(supervisor, adoption=adoption, responsible_person=leaver)
    admin = acting(make_person("管理员", (county, Role.ADMINISTRATOR)))
    moved = hand_over(admin, leaver=leaver, successor=successor, on=DAY, reason="调离")
    assert moved["责任栏目和事项"] == 1
    adoption.refresh_from_db()
    assert adoption.responsible_person == successor


def test_duties_of_a_handover_dated_to_a_day_to_come_follow_after_that_day(
    county: Unit, town: Unit, supervisor: Actor
) -> None:
    load_standard(OLD)
    adopt_for_unit(supervisor, unit=town, on=DAY)
    leaver, successor = make_person("离任", (town, Role.EDITOR)), make_person("接任", (town, Role.EDITOR))
    adoption = unscoped(Adoption).select_related("column", "unit").filter(column__code="a").get()
    change_adoption(supervisor, adoption=adoption, responsible_person=leaver)
    admin = acting(make_person("管理员", (county, Role.ADMINISTRATOR)))
    last = clock.today() + timedelta(days=10)
    assert hand_over(admin, leaver=leaver, successor=successor, on=last, reason="调离") == {"岗位": 0}
    due = Job.objects.get(kind="accounts.duties_follow")
    # still the leaver's until the last day is over
    assert due.run_after == clock.start_of_day(last + timedelta(days=1))
    assert unscoped(Adoption).get(pk=adoption.pk).responsible_person == leaver
    for _ in range(2):  # a job may run twice
        duties_follow(due)
    assert unscoped(Adoption).get(pk=adoption.pk).responsible_person == successor
    assert Act.objects.get(verb="handover_takes_effect").detail["moved"]["责任栏目和事项"] == 1


def test_what_somebody_left_behind_who_was_closed_without_a_handover_is_said_and_can_be_handed_over(
    county: Unit, town: Unit, supervisor: Actor, client: Client
) -> None:
    load_standard(OLD)
    adopt_for_unit(supervisor, unit=town, on=DAY)
    leaver, successor = make_person("离任", (town, Role.EDITOR)), make_person("接任", (town, Role.EDITOR))
    adoption = unscoped(Adoption).select_related("column", "unit").filter(column__code="a").get()
    change_adoption(supervisor, adoption=adoption, responsible_person=leaver)
    admin = make_person("管理员", (county, Role.ADMINISTRATOR))
    with pytest.raises(BadInput):
        close_account(acting(admin), person=leaver, reason=" ")
    close_account(acting(admin), person=leaver, reason="突然离职")
    admin.is_demo = True
    admin.save()
    client.force_login(admin, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get(f"/desk/people/{leaver.pk}/").content.decode()
    assert "责任栏目和事项 1" in page and "办理交接" in page
    told = {"successor": successor.pk, "on": clock.today().isoformat(), "reason": "补办"}
    assert client.post(f"/desk/people/{leaver.pk}/handover/", told).status_code == 302
    assert unscoped(Adoption).get(pk=adoption.pk).responsible_person == successor
    assert "还有没交接的" not in client.get(f"/desk/people/{leaver.pk}/").content.decode()
