"""Units, people and posts as Excel, both ways. A row with a fault is named and left out; the others are done."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import LeadingGroupMember, Membership, Person, Unit
from mingbai.accounts.roles import Role
from mingbai.accounts.services import leading_group
from mingbai.accounts.services import people as people_services
from mingbai.accounts.services import units as unit_services
from mingbai.core import clock
from mingbai.core.errors import BadInput, DomainError
from mingbai.core.tables import rows_of_xlsx

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
    "网站标识码",
    "索引号机构代码",
    "电子邮箱",
    "主要职能",
    "是否行政机关",
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
    "site_code",
    "index_code",
    "email",
    "duties",
)
AGENCY = UNIT_HEADER[-1]
# of tables from before these columns
UNIT_OPTIONAL = UNIT_HEADER[13:]
UNIT_LABELS = {
    "code": "单位代码",
    "name": "全称",
    "short_name": "简称",
    **dict(zip(UNIT_FIELDS, UNIT_HEADER[5:-1], strict=True)),
}
PERSON_LABELS = {"username": "账号", "name": "姓名", "post": "职务", "phone": "办公电话"}
DEPUTY = "AB角（代谁）"
PEOPLE_HEADER = (
    "账号",
    "姓名",
    "职务",
    "办公电话",
    "单位代码",
    "岗位",
    "任职起始日",
    "任职截止日",
    DEPUTY,
)
LEADING_GROUP_HEADER = ("单位", "组内职务", "姓名", "行政职务", "分工", "任职起始日", "任职截止日")
TERM_LABELS = {"name": "姓名", "title": "行政职务", "duties": "分工"}
USERNAME = re.compile(r"[A-Za-z0-9@._-]{3,60}")
NAME_AND_ACCOUNT = re.compile(r"(.+?)\s*[（(]([A-Za-z0-9@._-]{3,60})[）)]")
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
MAX_ROWS = 5000


@dataclass
class Outcome:
    """What an import did: rows added, changed or already so, and faults with their row numbers. `passwords` are shown once."""

    done: int = 0
    updated: int = 0
    unchanged: int = 0
    faults: list[tuple[int, str]] = field(default_factory=list)
    passwords: list[tuple[str, str, str]] = field(default_factory=list)


def unit_rows(units: QuerySet[Unit]) -> Iterator[tuple[Any, ...]]:
    for unit in units.select_related("parent").iterator():
        parent = unit.parent.code if unit.parent else ""
        details = tuple(getattr(unit, name) for name in UNIT_FIELDS)
        agency = "是" if unit.is_agency else "否"
        yield (unit.code, unit.name, unit.short_name, unit.get_kind_display(), parent, *details, agency)


def people_rows(people: QuerySet[Person]) -> Iterator[tuple[Any, ...]]:
    posts = (
        Membership.objects.filter(person__in=people)
        .select_related("person", "unit", "deputy_for")
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
            f"{row.deputy_for.name}（{row.deputy_for.username}）" if row.deputy_for else "",
        )


def leading_group_rows(units: QuerySet[Unit]) -> Iterator[tuple[Any, ...]]:
    rows = LeadingGroupMember.objects.filter(unit__in=units).select_related("unit")
    for row in rows.order_by("unit__path", "order", "starts_on", "id").iterator():
        yield (
            row.unit.name,
            row.get_post_display(),
            row.name,
            row.title,
            row.duties,
            row.starts_on,
            row.ends_on,
        )


def _day(text: str, name: str) -> date | None:
    """A day as people write it: 2026-01-02, 2026/1/2, 2026.1.2 or 2026年1月2日."""
    if not text:
        return None
    found = DAY.fullmatch(text)
    try:
        if found:
            return date(*map(int, found.groups()))
    except ValueError:  # such as 30 February
        pass
    raise BadInput(f"{name}「{text}」不是日期，请写成 2026-01-01。")


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


def _deputised(said: str, unit: Unit) -> Person | None:
    """Whom the row's person stands in for: 姓名（账号） as exported, an account, or a name that only one has."""
    if not said:
        return None
    found = NAME_AND_ACCOUNT.fullmatch(said)
    name, account = found.groups() if found else (said, said)
    person = Person.objects.filter(username=account).first()
    if person is not None and found and person.name != name:
        raise BadInput(f"{DEPUTY}「{said}」：账号「{account}」是{person.name}的，请核对。")
    if person is None and not found:
        namesakes = list(Person.objects.filter(name=said, is_active=True))
        here = {row.person_id for row in Membership.objects.filter(unit=unit, person__in=namesakes)}
        chosen = [each for each in namesakes if len(namesakes) == 1 or each.pk in here]
        if namesakes and len(chosen) != 1:
            raise BadInput(f"{DEPUTY}「{said}」有{len(namesakes)}位同名，请写账号。")
        person = chosen[0] if chosen else None
    if person is None:
        raise BadInput(f"{DEPUTY}「{said}」没有这个人。请先登记A角，或者改写成他的账号。")
    if not person.is_active:
        raise BadInput(f"{DEPUTY}「{said}」的账号已停用，请另写一人。")
    return person


def _import_each(
    content: bytes, header: tuple[str, ...], one: Any, *, optional: tuple[str, ...] = (), last: str = ""
) -> Outcome:
    """Every row by itself; rows with something in the column `last` after all others, since they refer to them."""
    outcome, waiting = Outcome(), list[tuple[int, dict[str, str]]]()

    def attempt(number: int, values: dict[str, str]) -> None:
        try:
            with transaction.atomic():
                one(values, outcome)
        except DomainError as error:
            outcome.faults.append((number, error.message))

    try:
        for number, values in rows_of_xlsx(content, header, at_most=MAX_ROWS, optional=optional):
            if last and values[last]:
                waiting.append((number, values))
            else:
                attempt(number, values)
    except BadInput as error:
        outcome.faults.append((1, error.message))
    for number, values in waiting:
        attempt(number, values)
    outcome.faults.sort()
    return outcome


def _checked(
    model: type[Unit] | type[Person] | type[LeadingGroupMember],
    values: dict[str, str],
    labels: dict[str, str],
) -> None:
    """Each value as its field wants it: length and signs. PostgreSQL would refuse the row, SQLite would take it."""
    for name, label in labels.items():
        try:
            model._meta.get_field(name).clean(values[label], None)  # type: ignore[union-attr]
        except ValidationError as error:
            raise BadInput(f"{label}「{values[label][:20]}」不能用：{''.join(error.messages)}") from error


def _agency(values: dict[str, str]) -> dict[str, Any]:
    """Empty when the table does not say."""
    said = values[AGENCY]
    if said not in {"", "是", "否"}:
        raise BadInput(f"{AGENCY}「{said}」不认识，请写“是”或“否”。")
    return {"is_agency": said == "是"} if said else {}


def _refuse_changes_of_standing(unit: Unit, values: dict[str, str]) -> None:
    """What leaves a trace in the unit's history is decided on its page, and not by the way."""
    if values["全称"] not in {"", unit.name}:
        raise BadInput(f"代码「{unit.code}」现在是「{unit.name}」。更名请到单位页面办理，以便留下沿革。")
    if values["简称"] not in {"", unit.short_name}:
        raise BadInput(f"「{unit.name}」的简称现在是「{unit.short_name}」。改简称请到单位页面用“更名”办理。")
    if values["类别"] not in {"", unit.get_kind_display()}:
        raise BadInput(f"「{unit.name}」的类别是{unit.get_kind_display()}，不能用导入改。表里的请核对。")
    parent = unit.parent.code if unit.parent else ""
    if values["上级单位代码"] not in {"", parent}:
        raise BadInput(
            f"「{unit.name}」现在的上级是「{parent}」。请到单位页面用“调整隶属”办理，以便留下沿革。"
        )


def _update_unit(actor: Actor, unit: Unit, values: dict[str, str], outcome: Outcome) -> None:
    """What the row leaves blank stays as it was: a table of telephones must not empty the addresses."""
    _refuse_changes_of_standing(unit, values)
    said = {name: values[UNIT_LABELS[name]] for name in UNIT_FIELDS}
    news: dict[str, Any] = {name: value for name, value in said.items() if value} | _agency(values)
    same = all(getattr(unit, name) == value for name, value in news.items())
    unit_services.describe_unit(actor, unit=unit, **news)
    if same:
        outcome.unchanged += 1
    else:
        outcome.updated += 1


def import_units(actor: Actor, content: bytes) -> Outcome:
    """New codes become units, known ones get the sheet's details. Superiors must stand above their members."""

    def one(values: dict[str, str], outcome: Outcome) -> None:
        unit = Unit.objects.select_related("parent").filter(code=values["单位代码"]).first()
        if unit is not None:
            _checked(Unit, values | {"全称": unit.name}, UNIT_LABELS)
            _update_unit(actor, unit, values, outcome)
            return
        _checked(Unit, values, UNIT_LABELS)
        unit_services.open_unit(
            actor,
            kind=_choice(values["类别"], Unit.Kind.choices, "类别"),
            parent=_unit(values["上级单位代码"]),
            **{name: values[label] for name, label in UNIT_LABELS.items()},
            **_agency(values),
        )
        outcome.done += 1

    return _import_each(content, UNIT_HEADER, one, optional=UNIT_OPTIONAL)


@transaction.atomic
def open_with_post(
    actor: Actor, *, role: str, unit: Unit, starts_on: date | None = None, **fields: Any
) -> tuple[Person, str]:
    """A new account with its first post: both or neither, since an account without a post is nobody's to manage."""
    person, first = people_services.open_account(actor, unit=unit, **fields)
    people_services.give_post(
        actor, person=person, unit=unit, role=role, starts_on=starts_on or clock.today()
    )
    return person, first


def _person(actor: Actor, values: dict[str, str], unit: Unit) -> tuple[Person, tuple[str, str, str] | None]:
    """The person of the row's account, opened if need be; then with account, name and first password."""
    person = Person.objects.filter(username=values["账号"]).first()
    if person is not None:
        if values["姓名"] not in {"", person.name}:
            raise BadInput(f"账号「{person.username}」是{person.name}的，与表里的姓名不同，请核对。")
        return person, None
    if not USERNAME.fullmatch(values["账号"]):
        raise BadInput(f"账号「{values['账号'][:20]}」不能用：用字母、数字和 @ . _ -，3到60个字符。")
    _checked(Person, values, PERSON_LABELS)
    fields = {name: values[label] for name, label in PERSON_LABELS.items()}
    person, first = people_services.open_account(actor, unit=unit, **fields)
    return person, (person.username, person.name, first)


def import_people(actor: Actor, content: bytes) -> Outcome:
    """New accounts are opened with a one-time password; known ones get the post if they do not have it. Deputies come
    last, so that both may be in one table in any order. An older table without their column is still good."""

    def one(values: dict[str, str], outcome: Outcome) -> None:
        unit = _unit(values["单位代码"])
        role = _choice(values["岗位"], Role.choices, "岗位")
        starts_on = _day(values["任职起始日"], "任职起始日") or clock.today()
        ends_on = _day(values["任职截止日"], "任职截止日")
        person, opened = _person(actor, values, unit)
        deputy_for = _deputised(values[DEPUTY], unit)
        held = Membership.objects.filter(person=person, unit=unit, role=role, starts_on=starts_on).first()
        if held is not None:
            if deputy_for is None or held.deputy_for_id == deputy_for.pk:
                outcome.unchanged += 1
            else:
                people_services.name_deputy(actor, membership=held, deputy_for=deputy_for)
                outcome.updated += 1
            return
        people_services.give_post(
            actor,
            person=person,
            unit=unit,
            role=role,
            starts_on=starts_on,
            ends_on=ends_on,
            deputy_for=deputy_for,
        )
        outcome.done += 1
        if opened:
            outcome.passwords.append(opened)

    return _import_each(content, PEOPLE_HEADER, one, optional=(DEPUTY,), last=DEPUTY)


def _unit_said(said: str) -> Unit:
    """A unit by its full name, as exported, or by its code."""
    found = list(Unit.objects.filter(name=said)) or list(Unit.objects.filter(code=said))
    found = [unit for unit in found if unit.is_open] or found
    if not found:
        raise BadInput(f"没有全称或代码为「{said}」的单位。")
    if len(found) > 1:
        raise BadInput(f"有{len(found)}个单位叫「{said}」，请写单位代码。")
    return found[0]


@transaction.atomic
def import_leading_group(actor: Actor, content: bytes) -> Outcome:
    """Terms of the leading groups: new ones are added, known ones get what the table says. One act, one record."""
    touched = set[Unit]()

    def one(values: dict[str, str], outcome: Outcome) -> None:
        unit = _unit_said(values["单位"])
        _checked(LeadingGroupMember, values, TERM_LABELS)
        starts_on = _day(values["任职起始日"], "任职起始日")
        if starts_on is None:
            raise BadInput("没有写任职起始日。")
        entered = leading_group.enter_term(
            actor,
            unit=unit,
            post=_choice(values["组内职务"], LeadingGroupMember.Post.choices, "组内职务"),
            starts_on=starts_on,
            ends_on=_day(values["任职截止日"], "任职截止日"),
            **{name: values[label] for name, label in TERM_LABELS.items()},
        )
        outcome.done += entered is leading_group.Entered.ADDED
        outcome.updated += entered is leading_group.Entered.CHANGED
        outcome.unchanged += entered is leading_group.Entered.SAME
        if entered is not leading_group.Entered.SAME:
            touched.add(unit)

    outcome = _import_each(content, LEADING_GROUP_HEADER, one, optional=("行政职务", "分工", "任职截止日"))
    if touched:
        leading_group.record_import(actor, touched, added=outcome.done, changed=outcome.updated)
    return outcome
