"""Units, people and posts as Excel, both ways. A row with a fault is named and left out; the others are done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import openpyxl
from django.db.models import QuerySet
from openpyxl.utils.exceptions import InvalidFileException

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import Membership, Person, Unit
from mingbai.accounts.roles import Role
from mingbai.accounts.services import people as people_services
from mingbai.accounts.services import units as unit_services
from mingbai.core import clock
from mingbai.core.errors import BadInput, DomainError

UNIT_HEADER = (
    "单位代码",
    "全称",
    "简称",
    "类别",
    "上级单位代码",
    "办公地址",
    "邮政编码",
    "办公时间",
    "联系电话",
    "传真",
    "公开工作机构",
    "公开工作机构电话",
    "统一社会信用代码",
)
UNIT_FIELDS = (
    "address",
    "postcode",
    "hours",
    "phone",
    "fax",
    "disclosure_office",
    "disclosure_phone",
    "credit_code",
)
PEOPLE_HEADER = ("账号", "姓名", "职务", "办公电话", "单位代码", "岗位", "任职起始日", "任职截止日")
MAX_ROWS = 5000


@dataclass
class Outcome:
    """What an import did: rows done, rows already so, and faults with their row numbers. `passwords` are shown once."""

    done: int = 0
    unchanged: int = 0
    faults: list[tuple[int, str]] = field(default_factory=list)
    passwords: list[tuple[str, str, str]] = field(default_factory=list)


def unit_rows(units: QuerySet[Unit]) -> Iterator[tuple[Any, ...]]:
    for unit in units.select_related("parent").iterator():
        parent = unit.parent.code if unit.parent else ""
        details = tuple(getattr(unit, name) for name in UNIT_FIELDS)
        yield (unit.code, unit.name, unit.short_name, unit.get_kind_display(), parent, *details)


def people_rows(people: QuerySet[Person]) -> Iterator[tuple[Any, ...]]:
    posts = (
        Membership.objects.filter(person__in=people)
        .select_related("person", "unit")
        .order_by("person__username", "starts_on")
    )
    for row in posts.iterator():
        person = row.person
        yield (
            person.username,
            person.name,
            person.post,
            person.phone,
            row.unit.code,
            row.get_role_display(),
            row.starts_on,
            row.ends_on,
        )


def _rows(content: bytes, header: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """The first sheet's rows by the header's names, with their row numbers; blank rows are passed over."""
    try:
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, OSError, ValueError) as error:
        raise BadInput("打不开这个文件。请用 Excel 或 WPS 另存为 .xlsx 后再导入。", field="sheet") from error
    rows = book.worksheets[0].iter_rows(values_only=True)
    titles = [str(cell or "").strip() for cell in next(rows, ())]
    missing = [name for name in header if name not in titles]
    if missing:
        raise BadInput(f"第一行缺少这些列：{'、'.join(missing)}。请先导出一份作样表。", field="sheet")
    for number, cells in enumerate(rows, start=2):
        if number > MAX_ROWS:
            raise BadInput(f"一次最多导入 {MAX_ROWS} 行，请分成几份。", field="sheet")
        values = {
            name: _text(cells[titles.index(name)] if titles.index(name) < len(cells) else None)
            for name in header
        }
        if any(values.values()):
            yield number, values


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _day(text: str, name: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text.replace("/", "-").replace(".", "-"))
    except ValueError as error:
        raise BadInput(f"{name}「{text}」不是日期，请写成 2026-01-01。") from error


def _choice(label: str, choices: Iterable[tuple[str, str]], name: str) -> str:
    by_label = {text: value for value, text in choices}
    if label not in by_label:
        raise BadInput(f"{name}「{label}」不认识，可用：{'、'.join(by_label)}。")
    return by_label[label]


def _unit(code: str) -> Unit:
    unit = Unit.objects.filter(code=code).first()
    if unit is None:
        raise BadInput(f"没有代码为「{code}」的单位。")
    return unit


def _import_each(content: bytes, header: tuple[str, ...], one: Any) -> Outcome:
    outcome = Outcome()
    try:
        for number, values in _rows(content, header):
            try:
                one(values, outcome)
            except DomainError as error:
                outcome.faults.append((number, error.message))
    except BadInput as error:
        outcome.faults.append((1, error.message))
    return outcome


def import_units(actor: Actor, content: bytes) -> Outcome:
    """New codes become units, known ones get the sheet's details. Superiors must stand above their members."""

    def one(values: dict[str, str], outcome: Outcome) -> None:
        details = dict(zip(UNIT_FIELDS, [values[name] for name in UNIT_HEADER[5:]], strict=True))
        unit = Unit.objects.filter(code=values["单位代码"]).first()
        if unit is not None:
            unit_services.describe_unit(actor, unit=unit, **details)
            outcome.unchanged += 1
            return
        kind = _choice(values["类别"], Unit.Kind.choices, "类别")
        parent = _unit(values["上级单位代码"])
        if not values["全称"]:
            raise BadInput("缺少全称。")
        unit_services.open_unit(
            actor,
            code=values["单位代码"],
            name=values["全称"],
            short_name=values["简称"],
            kind=kind,
            parent=parent,
            **details,
        )
        outcome.done += 1

    return _import_each(content, UNIT_HEADER, one)


def open_with_post(
    actor: Actor, *, role: str, unit: Unit, starts_on: date | None = None, **fields: Any
) -> tuple[Person, str]:
    """A new account with its first post."""
    person, first = people_services.open_account(actor, unit=unit, **fields)
    people_services.give_post(
        actor, person=person, unit=unit, role=role, starts_on=starts_on or clock.today()
    )
    return person, first


def import_people(actor: Actor, content: bytes) -> Outcome:
    """New accounts are opened with a one-time password; known ones get the post if they do not have it."""

    def one(values: dict[str, str], outcome: Outcome) -> None:
        unit = _unit(values["单位代码"])
        role = _choice(values["岗位"], Role.choices, "岗位")
        starts_on = _day(values["任职起始日"], "任职起始日") or clock.today()
        ends_on = _day(values["任职截止日"], "任职截止日")
        person = Person.objects.filter(username=values["账号"]).first()
        if person is None:
            if not values["账号"] or not values["姓名"]:
                raise BadInput("缺少账号或姓名。")
            person, first = people_services.open_account(
                actor,
                username=values["账号"],
                name=values["姓名"],
                unit=unit,
                post=values["职务"],
                phone=values["办公电话"],
            )
            outcome.passwords.append((person.username, person.name, first))
        if Membership.objects.filter(person=person, unit=unit, role=role, starts_on=starts_on).exists():
            outcome.unchanged += 1
            return
        people_services.give_post(
            actor, person=person, unit=unit, role=role, starts_on=starts_on, ends_on=ends_on
        )
        outcome.done += 1

    return _import_each(content, PEOPLE_HEADER, one)
