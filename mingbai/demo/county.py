"""The county's frame: units, people for every role, adopted catalogue, review chains. Items come from `items`."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction

from mingbai.accounts.models import Absence, LeadingGroupMember, Membership, Person, Unit
from mingbai.accounts.roles import Role
from mingbai.accounts.scope import VILLAGE_KINDS, unscoped
from mingbai.catalogue.loading import load_all_standards
from mingbai.catalogue.models import Adoption, CatalogueItem, Column, StandardCatalogue
from mingbai.catalogue.services import refresh_states
from mingbai.core import clock
from mingbai.core.identity import SiteIdentity, save_site_identity
from mingbai.demo.duties import assign
from mingbai.demo.names import demo_name
from mingbai.disclosure.models import ChainStep, ChainTemplate, StepKind
from mingbai.journal.sealing import LARGE_SLICE, seal_all

DATA = Path(__file__).parent / "data"
PASSWORD = "Mingbai-2026"  # noqa: S105  printed at the start; a demonstration refuses other hosts
STEPS = ((StepKind.FIRST_REVIEW, False), (StepKind.SECOND_REVIEW, False), (StepKind.FINAL_REVIEW, True))
PEOPLE_OF_AGENCY = (
    ("editor", "政务公开经办人", Role.EDITOR),
    ("first", "办公室主任", Role.FIRST_REVIEWER),
    ("second", "分管负责人", Role.SECOND_REVIEWER),
    ("final", "主要负责人", Role.FINAL_REVIEWER),
    ("request", "依申请公开承办人", Role.REQUEST_OFFICER),
)
PEOPLE_OF_COUNTY = (
    ("office", "县政务公开办主任", Role.COUNTY_SUPERVISOR),
    ("inspector", "县政务公开办巡检员", Role.INSPECTOR),
    ("secrecy", "保密审查员", Role.SECRECY_REVIEWER),
    ("auditor", "安全审计员", Role.AUDITOR),
    ("admin", "系统管理员", Role.ADMINISTRATOR),
)
# AB角: who stands ready for whom
STANDING_IN = (("editor", "request", Role.REQUEST_OFFICER), ("request", "editor", Role.EDITOR))
ADOPTED_BEFORE = timedelta(days=760)


@cache
def unit_rows() -> list[dict[str, Any]]:
    return list(json.loads((DATA / "units.json").read_text(encoding="utf-8")))


def _units() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for order, row in enumerate(unit_rows()):
        fields = {name: value for name, value in row.items() if name != "parent"}
        parent = units.get(row["parent"] or "")
        agency = row["kind"] in {"county", "bureau", "town", "subdistrict"}
        unit = Unit.objects.create(parent=parent, path=f"?{order}", is_agency=agency, order=order, **fields)
        unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
        unit.save(update_fields=["path"])
        units[unit.code] = unit
    return units


def _posts_of(unit: Unit) -> list[tuple[str, str, Role]]:
    if unit.kind in VILLAGE_KINDS or unit.kind in {"school", "public_institution", "office"}:
        return [("editor", "信息员", Role.EDITOR)]
    return [*PEOPLE_OF_AGENCY, *(PEOPLE_OF_COUNTY if unit.kind == "county" else ())]


def _people(units: dict[str, Unit], since: date) -> None:
    password = make_password(PASSWORD)
    people: list[Person] = []
    posts: list[tuple[Person, Unit, Role]] = []
    for unit in units.values():
        for short, post, role in _posts_of(unit):
            person = Person(
                username=f"{short}@{unit.code}",
                name=demo_name(len(people)),
                post=post,
                password=password,
                is_demo=True,
            )
            people.append(person)
            posts.append((person, unit, role))
    Person.objects.bulk_create(people)
    Membership.objects.bulk_create(
        Membership(person=person, unit=unit, role=role, starts_on=since) for person, unit, role in posts
    )


def _deputies(units: dict[str, Unit], since: date) -> None:
    """In each agency clerk and request officer stand in for each other; one of them takes days off from next Monday."""
    agencies = [unit for unit in units.values() if unit.is_agency]
    people = {person.username: person for person in Person.objects.filter(is_demo=True)}
    Membership.objects.bulk_create(
        Membership(
            person=people[f"{short}@{unit.code}"],
            unit=unit,
            role=role,
            starts_on=since,
            deputy_for=people[f"{principal}@{unit.code}"],
        )
        for unit in agencies
        for short, principal, role in STANDING_IN
    )
    away = people["request@songyue"]
    monday = clock.today() + timedelta(days=7 - clock.today().weekday())
    Absence.objects.create(
        person=away,
        starts_on=monday,
        ends_on=monday + timedelta(days=2),
        reason="年休假",
        entered_by=away,
        entered_at=clock.now(),
    )


def _leading_groups(units: dict[str, Unit], since: date) -> None:
    rows = []
    for number, unit in enumerate(unit for unit in units.values() if unit.is_agency):
        posts = (
            ("head", "主要负责人"),
            ("deputy", "分管负责人"),
            ("member", "办公室主任"),
            ("member", "政务公开经办人"),
        )
        for order, (post, title) in enumerate(posts):
            name = demo_name(300 + number * 4 + order)
            rows.append(
                LeadingGroupMember(unit=unit, name=name, title=title, post=post, starts_on=since, order=order)
            )
    LeadingGroupMember.objects.bulk_create(rows)


def _adoptions(units: dict[str, Unit], since: date) -> None:
    trees = {
        kind: tree
        for tree in StandardCatalogue.objects.filter(content="columns", replaced_on=None)
        for kind in tree.unit_kinds
    }
    columns: dict[int, list[Column]] = {}
    for column in Column.objects.all():
        columns.setdefault(column.catalogue_id, []).append(column)
    items = list(CatalogueItem.objects.select_related("domain"))
    rows = []
    for unit in units.values():
        tree = trees.get(unit.kind)
        rows += [
            Adoption(unit=unit, column=column, adopted_on=since)
            for column in columns.get(tree.pk if tree else 0, [])
        ]
        rows += [
            Adoption(unit=unit, item=item, adopted_on=since, channels=item.channels)
            for item in items
            if unit.kind in item.unit_kinds and unit.kind not in {"bureau", "school", "public_institution"}
        ]
    assign(
        rows, {person.username: person for person in Person.objects.filter(username__startswith="editor@")}
    )
    Adoption.objects.bulk_create(rows, batch_size=1000)
    refresh_states(unscoped(Adoption).all().select_related("column", "item"))


def add_parent_chain(unit: Unit) -> None:
    """A unit without reviewers of its own has its three reviews done by its superior."""
    template = ChainTemplate.objects.create(name="上级代审", unit=unit)
    ChainStep.objects.bulk_create(
        ChainStep(
            template=template,
            order=order,
            kind=kind,
            performed_by=ChainStep.Performer.PARENT,
            includes_secrecy=secrecy,
        )
        for order, (kind, secrecy) in enumerate(STEPS, start=1)
    )


def _identity() -> None:
    save_site_identity(
        SiteIdentity(
            name="明县人民政府门户网站（演示）",
            short_name="明县政务公开",
            domain="www.mingxian.example",
            code="0000000000",
            icp="演示备00000000号",
            police_filing="演示公网安备 00000000000000号",
            police_filing_url="/about/#filing",
            badge_url="/about/#badge",
            host="明县人民政府办公室",
            operator="明县政务公开办公室",
            contact="0000-8800123（工作日 8:30—17:30）",
            phone="0000-8800123",
            address="明县明德路1号",
        )
    )


@transaction.atomic
def build_frame() -> dict[str, Unit]:
    """Units, people and catalogue without items. The database must be empty."""
    since = clock.today() - ADOPTED_BEFORE
    load_all_standards()
    units = _units()
    _people(units, since)
    _deputies(units, since)
    _leading_groups(units, since)
    _adoptions(units, since)
    for unit in units.values():
        if len(_posts_of(unit)) == 1:
            add_parent_chain(unit)
    _identity()
    return units


def build_county(
    *, items: bool = True, index: bool = True, say: Callable[[str], None] = lambda text: None
) -> None:
    """The whole county: frame, then two years of items with the search index, then the sealed journal."""
    from mingbai.demo.desk_work import fill_desks
    from mingbai.demo.history import write_history  # patterns are read only when wanted
    from mingbai.demo.readers import hear_readers
    from mingbai.demo.with_files import hang_files

    build_frame()
    if items:
        write_history(index=index, say=say)
        fill_desks()
        hang_files()
        hear_readers(index=index)
    seal_all(LARGE_SLICE)


def sign_in_lines() -> list[str]:
    """What the first start prints: one sign-in for each kind of person."""
    shown = (
        ("松月镇经办人", "editor@songyue"),
        ("松月镇初审、复审、终审", "first@songyue、second@songyue、final@songyue"),
        ("月桥村信息员", "editor@songyue-yueqiao"),
        ("县政务公开办", "office@mingxian"),
        ("系统管理员", "admin@mingxian"),
        ("安全审计员", "auditor@mingxian"),
    )
    lines = [f"{label}　{username}" for label, username in shown]
    return ["", f"演示账号（密码都是 {PASSWORD}）：", *lines]
