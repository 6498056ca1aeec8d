"""Units and people from a table: what is wrong is named with its row, the rest is done, twice changes nothing."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from mingbai.accounts import sheets
from mingbai.accounts.actors import Actor
from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.models import LeadingGroupMember, Membership, Person, Unit
from mingbai.accounts.roles import Role
from mingbai.core.tables import xlsx_bytes
from mingbai.journal.models import Act

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> Unit:
    return make_unit("县", "county")


@pytest.fixture
def admin(county: Unit) -> Actor:
    return acting(make_person("管理员", (county, Role.ADMINISTRATOR)))


def unit_row(code: str, name: str, parent: str, kind: str = "乡镇", **details: str) -> tuple[Any, ...]:
    return (code, name, "", kind, parent, *(details.get(label, "") for label in sheets.UNIT_HEADER[5:]))


def units_from(admin: Actor, *rows: tuple[Any, ...]) -> sheets.Outcome:
    return sheets.import_units(admin, xlsx_bytes(sheets.UNIT_HEADER, rows))


def people_from(admin: Actor, *rows: tuple[Any, ...]) -> sheets.Outcome:
    return sheets.import_people(admin, xlsx_bytes(sheets.PEOPLE_HEADER, rows))


def test_units_are_added_changed_and_left_alone(county: Unit, admin: Actor) -> None:
    rows = [unit_row("jia", "甲镇人民政府", county.code), unit_row("jia-1", "甲村", "jia", "村")]
    assert units_from(admin, *rows).done == 2
    again = units_from(admin, *rows)
    assert (again.done, again.updated, again.unchanged, again.faults) == (0, 0, 2, [])
    changed = units_from(admin, unit_row("jia", "甲镇人民政府", county.code, 联系电话="0000-1"))
    assert (changed.updated, Unit.objects.get(code="jia").phone) == (1, "0000-1")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("甲镇", "甲镇", "", "乡镇"), "单位代码"),
        (("a" * 41, "甲镇", "", "乡镇"), "单位代码"),
        (("jia", "", "", "乡镇"), "全称"),
        (("jia", "甲" * 121, "", "乡镇"), "全称"),
        (("jia", "甲镇", "简" * 41, "乡镇"), "简称"),
        (("jia", "甲镇", "", "乡"), "类别"),
    ],
)
def test_a_wrong_row_is_named_and_the_next_is_done(
    county: Unit, admin: Actor, row: tuple[str, ...], said: str
) -> None:
    blank = [""] * len(sheets.UNIT_FIELDS)
    outcome = units_from(admin, (*row, county.code, *blank), unit_row("yi", "乙镇", county.code))
    assert [number for number, _ in outcome.faults] == [2]
    assert said in outcome.faults[0][1]
    assert outcome.done == 1


def test_what_a_row_leaves_blank_stays_as_it_was(county: Unit, admin: Actor) -> None:
    units_from(admin, unit_row("jia", "甲镇", county.code, 办公地址="中心街1号", 联系电话="0000-1"))
    changed = units_from(admin, unit_row("jia", "甲镇", county.code, 联系电话="0000-2"))
    unit = Unit.objects.get(code="jia")
    assert (changed.updated, unit.address, unit.phone) == (1, "中心街1号", "0000-2")


def test_units_come_back_from_their_own_export_as_they_were(county: Unit, admin: Actor) -> None:
    unit_said = {
        "电子邮箱": "jia@example.cn",
        "网站标识码": "3300000001",
        "主要职能": "管一个镇",
        "是否行政机关": "否",
    }
    units_from(admin, unit_row("jia", "甲镇", county.code, **unit_said))
    before = list(sheets.unit_rows(Unit.objects.order_by("pk")))
    Unit.objects.filter(code="jia").delete()
    assert units_from(admin, *before).done == 1
    assert list(sheets.unit_rows(Unit.objects.order_by("pk"))) == before
    assert not Unit.objects.get(code="jia").is_agency


def test_a_table_from_before_the_later_columns_is_still_good(county: Unit, admin: Actor) -> None:
    row = unit_row("jia", "甲镇", county.code)[:13]
    outcome = sheets.import_units(admin, xlsx_bytes(sheets.UNIT_HEADER[:13], [row]))
    assert (outcome.done, outcome.faults) == (1, [])
    assert Unit.objects.get(code="jia").is_agency


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("jia", "", "别名", "乡镇", "county-code"), "简称"),
        (("jia", "", "", "部门", "county-code"), "类别"),
        (("jia", "", "", "", "yi"), "调整隶属"),
    ],
)
def test_what_belongs_into_the_history_of_a_unit_is_not_changed_silently_nor_dropped_silently(
    county: Unit, admin: Actor, row: tuple[str, ...], said: str
) -> None:
    units_from(admin, unit_row("jia", "甲镇", county.code), unit_row("yi", "乙镇", county.code))
    cells = [county.code if cell == "county-code" else cell for cell in row]
    outcome = units_from(admin, (*cells, *([""] * (len(sheets.UNIT_HEADER) - 5))))
    assert said in outcome.faults[0][1]
    unit = Unit.objects.get(code="jia")
    assert (unit.short_name, unit.kind, unit.parent) == ("", "town", county)


def test_renaming_is_not_done_by_the_way(county: Unit, admin: Actor) -> None:
    units_from(admin, unit_row("jia", "甲乡", county.code))
    outcome = units_from(admin, unit_row("jia", "甲镇", county.code))
    assert "更名" in outcome.faults[0][1]
    assert Unit.objects.get(code="jia").name == "甲乡"


def test_a_person_who_cannot_get_the_post_gets_no_account(county: Unit, admin: Actor) -> None:
    closed = make_unit("已撤的镇", "town", county, closed_on=date(2025, 1, 1))
    outcome = people_from(
        admin,
        ("new@x", "新人", "", "", closed.code, "经办人", "", ""),
        ("old@x", "老人", "", "", county.code, "经办人", "2026-02-02", "2026-01-01"),
        ("汉字账号", "汉字", "", "", county.code, "经办人", "", ""),
        ("long@x", "长" * 41, "", "", county.code, "经办人", "", ""),
        ("good@x", "好人", "", "", county.code, "经办人", "2026/1/2", ""),
    )
    assert [number for number, _ in outcome.faults] == [2, 3, 4, 5]
    assert list(Person.objects.exclude(pk=admin.person_id).values_list("username", flat=True)) == ["good@x"]
    assert [row[0] for row in outcome.passwords] == ["good@x"]


def test_an_account_is_not_given_to_a_namesake_of_another_name(county: Unit, admin: Actor) -> None:
    person = make_person("张三", (county, Role.EDITOR))
    outcome = people_from(admin, (person.username, "李四", "", "", county.code, "初审", "", ""))
    assert "姓名不同" in outcome.faults[0][1]
    assert Membership.objects.filter(person=person).count() == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04junk", "账号,姓名".encode("gb18030")])
def test_what_is_no_workbook_is_said_so(admin: Actor, content: bytes) -> None:
    assert "xlsx" in sheets.import_people(admin, content).faults[0][1]


def test_a_missing_column_is_named(admin: Actor) -> None:
    outcome = sheets.import_people(admin, xlsx_bytes(("账号", "姓名"), [("a@b", "甲")]))
    assert "单位代码" in outcome.faults[0][1]


def test_a_very_long_table_stops_with_a_word(county: Unit, admin: Actor, monkeypatch) -> None:
    monkeypatch.setattr(sheets, "MAX_ROWS", 3)
    rows = [unit_row(f"n{number}", f"村{number}", county.code, "村") for number in range(5)]
    outcome = units_from(admin, *rows)
    assert outcome.done == 2
    assert "一次最多导入" in outcome.faults[0][1]


def test_deputies_go_out_and_come_back(county: Unit, admin: Actor) -> None:
    """The B may stand above the A, and the sheet that went out changes nothing when it comes back."""
    outcome = people_from(
        admin,
        ("b@x", "乙", "", "", county.code, "初审", "2026-01-02", "2026-12-31", "甲"),
        ("a@x", "甲", "", "", county.code, "初审", "2026-01-02", "", ""),
    )
    assert (outcome.done, outcome.faults) == (2, [])
    assert Membership.objects.get(person__username="b@x").deputy_for == Person.objects.get(username="a@x")
    rows = list(sheets.people_rows(Person.objects.filter(username__in=("a@x", "b@x"))))
    assert [row[-1] for row in rows] == ["", "甲（a@x）"]
    again = people_from(admin, *rows)
    assert (again.done, again.updated, again.unchanged, again.faults) == (0, 0, 2, [])


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("无此人", "没有这个人"),
        ("甲（nobody@x）", "没有这个人"),
        ("乙（a@x）", "是甲的"),
        ("同名", "有2位同名，请写账号"),
        ("gone@x", "已停用"),
        ("new@x", "不能是自己的B角"),
    ],
)
def test_a_deputy_of_nobody_known_is_named_and_gets_no_account(
    county: Unit, admin: Actor, said: str, fault: str
) -> None:
    for username, name in (("a@x", "甲"), ("s1@x", "同名"), ("s2@x", "同名")):
        Person.objects.create_person(username, name)
    Person.objects.create_person("gone@x", "走了", is_active=False)
    outcome = people_from(admin, ("new@x", "新人", "", "", county.code, "初审", "2026-01-02", "", said))
    assert [number for number, _ in outcome.faults] == [2]
    assert fault in outcome.faults[0][1]
    assert not Person.objects.filter(username="new@x").exists()


def test_a_namesake_in_the_unit_is_meant(county: Unit, admin: Actor) -> None:
    here = make_person("同名", (county, Role.EDITOR))
    make_person("同名", (make_unit("邻镇", "town", county), Role.EDITOR))
    people_from(admin, ("b@x", "乙", "", "", county.code, "初审", "2026-01-02", "", "同名"))
    assert Membership.objects.get(person__username="b@x").deputy_for == here


def test_a_known_post_becomes_a_deputys_and_an_older_table_takes_nothing_away(
    county: Unit, admin: Actor
) -> None:
    row = ("b@x", "乙", "", "", county.code, "初审", "2026-01-02", "")
    make_person("甲", (county, Role.EDITOR))
    people_from(admin, (*row, ""))
    assert people_from(admin, (*row, "甲")).updated == 1
    older = sheets.import_people(admin, xlsx_bytes(sheets.PEOPLE_HEADER[:-1], [row]))
    assert (older.unchanged, older.faults) == (1, [])
    held = Membership.objects.get(person__username="b@x")
    assert held.deputy_for is not None
    assert held.deputy_for.name == "甲"


@pytest.fixture
def clerk(county: Unit) -> Actor:
    return acting(make_person("经办", (county, Role.EDITOR)))


def terms_from(actor: Actor, *rows: tuple[Any, ...]) -> sheets.Outcome:
    return sheets.import_leading_group(actor, xlsx_bytes(sheets.LEADING_GROUP_HEADER, rows))


def test_the_leading_group_goes_out_and_comes_back_as_one_act(county: Unit, clerk: Actor) -> None:
    rows = [
        (county.name, "组长", "甲", "县长", "全面", "2026-01-02", ""),
        (county.code, "成员", "乙", "", "", "2026年1月2日", "2026-06-30"),
    ]
    acts = Act.objects.filter(verb="import_leading_group")
    assert (terms_from(clerk, *rows).done, acts.count()) == (2, 1)
    out = list(sheets.leading_group_rows(Unit.objects.filter(pk=county.pk)))
    assert [row[2] for row in out] == ["甲", "乙"]
    again = terms_from(clerk, *out)
    assert (again.done, again.updated, again.unchanged, again.faults, acts.count()) == (0, 0, 2, [], 1)
    ended = terms_from(clerk, (county.name, "组长", "甲", "", "", "2026-01-02", "2026-09-01"))
    head = LeadingGroupMember.objects.get(name="甲")
    assert (ended.updated, head.ends_on, head.title) == (1, date(2026, 9, 1), "县长")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("无此单位", "组长", "甲", "", "", "2026-01-02", ""), "没有全称或代码"),
        (("县", "书记", "甲", "", "", "2026-01-02", ""), "组内职务"),
        (("县", "组长", "", "", "", "2026-01-02", ""), "姓名"),
        (("县", "组长", "甲", "", "", "", ""), "任职起始日"),
        (("县", "组长", "甲", "", "", "2026-02-30", ""), "不是日期"),
        (("县", "组长", "甲", "", "", "2026-02-02", "2026-02-01"), "早于起始日"),
        (("邻县", "组长", "甲", "", "", "2026-02-02", ""), "没有这项权限"),
        (("同名村", "组长", "甲", "", "", "2026-02-02", ""), "请写单位代码"),
    ],
)
def test_a_wrong_term_is_named_and_the_next_is_done(
    county: Unit, clerk: Actor, row: tuple[str, ...], said: str
) -> None:
    make_unit("邻县", "county")
    for _ in range(2):
        make_unit("同名村", "village", county)
    outcome = terms_from(clerk, row, ("县", "成员", "乙", "", "", "2026-01-02", ""))
    assert [number for number, _ in outcome.faults] == [2]
    assert said in outcome.faults[0][1]
    assert list(LeadingGroupMember.objects.values_list("name", flat=True)) == ["乙"]


def test_the_leading_group_is_imported_on_its_screen(county: Unit, client: Client) -> None:
    client.force_login(make_person("经办", (county, Role.EDITOR)))
    assert (
        reverse("accounts-leading-group-import")
        in client.get(reverse("accounts-leading-group")).content.decode()
    )
    table = xlsx_bytes(sheets.LEADING_GROUP_HEADER, [("县", "组长", "甲", "", "", "2026-01-02", "")])
    answer = client.post(
        reverse("accounts-leading-group-import"), {"sheet": SimpleUploadedFile("a.xlsx", table)}
    )
    assert "新增 1 行" in answer.content.decode()
