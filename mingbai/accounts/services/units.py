"""Acts on the tree of units. What is decided for a day to come is put down and takes effect on its day."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import DateField, Q, Value
from django.db.models.functions import Concat, Greatest, Substr

from mingbai.accounts.actors import SYSTEM, Actor
from mingbai.accounts.models import Membership, PlannedChange, PlannedEnding, Unit, UnitChange
from mingbai.accounts.roles import COUNTY_KINDS
from mingbai.core import clock
from mingbai.core.errors import BadInput, Conflict
from mingbai.core.pages import changed
from mingbai.journal.services import Entry, record
from mingbai.law.identifiers import is_credit_code

SITE_CODE = re.compile(r"\d{10}")
AGENCY_KINDS = frozenset({"province", "city", "county", "bureau", "town", "subdistrict"})


@transaction.atomic
def open_unit(actor: Actor, *, code: str, name: str, kind: str, parent: Unit | None, **fields: Any) -> Unit:
    """Add a unit below `parent`. Whether it is an agency follows from its kind unless said (条例 第二十七条)."""
    if parent is None:
        if actor.person_id is not None:
            raise BadInput("请选择上级单位。", field="parent")
    else:
        actor.demand("manage_units", parent)
        if not parent.is_open:
            raise BadInput(f"「{parent.name}」已撤销或合并，请选它的承继单位。", field="parent")
        # a post in a unit of these kinds reaches the settings of the whole county
        if kind in COUNTY_KINDS and parent.kind not in COUNTY_KINDS:
            raise BadInput(f"省、市、县不能建在「{parent.name}」下面，请核对类别。", field="kind")
    _refuse_wrong_codes(fields)
    if Unit.objects.filter(code=code).exists():
        raise BadInput(f"单位代码「{code}」已有人使用，请换一个。", field="code")
    fields.setdefault("is_agency", kind in AGENCY_KINDS)
    # the path holds the row's own id, so it is known only after the first save
    unit = Unit.objects.create(code=code, name=name, kind=kind, parent=parent, path=f"?{code}", **fields)
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    changed("units")
    record(actor, Entry("open_unit", ("unit", unit.pk, unit.name), unit=(unit.pk, unit.name)))
    return unit


def _refuse_wrong_codes(fields: Mapping[str, Any]) -> None:
    """Numbers that are printed on every page and go into 索引号, which nobody can change afterwards."""
    credit, site = str(fields.get("credit_code") or ""), str(fields.get("site_code") or "")
    if credit and not is_credit_code(credit):
        raise BadInput(
            f"统一社会信用代码「{credit}」不对：应是18位，最后一位是校验位。请对照证书核对。",
            field="credit_code",
        )
    if site and not SITE_CODE.fullmatch(site):
        raise BadInput(
            f"网站标识码「{site}」不对：应是10位数字。请对照党政机关网站标识核对。", field="site_code"
        )


def _note(unit: Unit, kind: str, on: date, old: str, new: str, reason: str) -> None:
    UnitChange.objects.create(unit=unit, kind=kind, on=on, old_value=old, new_value=new, reason=reason)


def _act(actor: Actor, verb: str, unit: Unit, reason: str, **detail: Any) -> None:
    changed(f"unit:{unit.pk}", "units")
    record(
        actor,
        Entry(verb, ("unit", unit.pk, unit.name), unit=(unit.pk, unit.name), reason=reason, detail=detail),
    )


@transaction.atomic
def rename_unit(actor: Actor, *, unit: Unit, name: str, short_name: str, on: date, reason: str) -> Unit:
    """A new name from a day on; the old one stays in the history and in what was published under it."""
    actor.demand("manage_units", unit)
    _refuse_ended(unit)
    name, short_name = name.strip(), short_name.strip()
    if not name:
        raise BadInput("请填写新名称。", field="name")
    if on > clock.today():
        done = _plan_change(unit, UnitChange.Kind.RENAMED, on, reason, name=name, short_name=short_name)
        _act(actor, "rename_unit", unit, reason, old=unit.name, new=name, **done)
    else:
        _rename(actor, unit, name, short_name, on, reason)
    return unit


def _rename(
    actor: Actor, unit: Unit, name: str, short_name: str, on: date, reason: str, verb: str = "rename_unit"
) -> None:
    _note(unit, UnitChange.Kind.RENAMED, on, unit.name, name, reason)
    old, unit.name, unit.short_name = unit.name, name, short_name
    unit.save(update_fields=["name", "short_name"])
    _act(actor, verb, unit, reason, old=old, new=name)


def _end_posts(unit: Unit, on: date) -> int:
    """Nobody acts for a unit that has ended; who goes on gets a post in the successor."""
    posts = Membership.objects.filter(unit=unit).filter(Q(ends_on=None) | Q(ends_on__gt=on))
    return posts.update(ends_on=Greatest("starts_on", Value(on, output_field=DateField())))


@transaction.atomic
def merge_unit(actor: Actor, *, unit: Unit, into: Unit, on: date, reason: str) -> Unit:
    """The unit ends and points to its successor. What it published stays where it is, under its old name; its open
    drafts and reviews are the successor's to finish; what was below it stands below the successor; its posts end."""
    actor.demand("manage_units", unit)
    actor.demand("manage_units", into)
    _refuse_ended(unit)
    if unit.pk == into.pk or into.path.startswith(unit.path):
        raise BadInput("不能并入自己或自己的下级。", field="into")
    if not into.is_open:
        raise BadInput(f"「{into.name}」已撤销或合并，请选它的承继单位。", field="into")
    _refuse_planned(unit)
    _refuse_later_changes(unit, on)
    done = _merge(actor, unit, into, on, reason) if on <= clock.today() else _plan(unit, into, on, reason)
    _act(actor, "merge_unit", unit, reason, into=into.pk, into_name=into.name, **done)
    return unit


def _merge(actor: Actor, unit: Unit, into: Unit, on: date, reason: str) -> dict[str, Any]:
    below = list(Unit.objects.filter(parent=unit, closed_on=None).order_by("path"))
    for each in below:
        _move(actor, each, into, on, f"{unit.name}并入{into.name}")
    _note(unit, UnitChange.Kind.MERGED, on, unit.name, into.name, reason)
    unit.merged_into, unit.closed_on = into, on
    unit.save(update_fields=["merged_into", "closed_on"])
    return {"moved": len(below), "posts_ended": _end_posts(unit, on)} | _drop_changes(unit)


def _plan(unit: Unit, into: Unit | None, on: date, reason: str) -> dict[str, Any]:
    PlannedEnding.objects.create(unit=unit, into=into, on=on, reason=reason)
    return {"takes_effect_on": on.isoformat()}


def _refuse_ended(unit: Unit) -> None:
    if not unit.is_open:
        raise Conflict(f"「{unit.name}」已经撤销或合并，不能再办理。")


def _drop_changes(unit: Unit) -> dict[str, Any]:
    """What could not be done on its day has no unit any more to be done to."""
    overdue = PlannedChange.objects.filter(unit=unit)
    dropped = list(overdue.values_list("kind", flat=True))
    overdue.delete()
    return {"changes_dropped": dropped} if dropped else {}


def _refuse_planned(unit: Unit, *, from_day: date = date.min) -> None:
    """Nothing is decided for a day on which the unit is to have ended."""
    planned = PlannedEnding.objects.filter(unit=unit).first()
    if planned is not None and (from_day == date.min or from_day >= planned.on):
        raise Conflict(f"「{unit.name}」已定于{planned.on:%Y-%m-%d}撤并。要改的话，请先撤回这项安排。")


def _refuse_later_changes(unit: Unit, on: date) -> None:
    """Nor does it end before what was decided for it."""
    later = PlannedChange.objects.filter(unit=unit, on__gte=on).first()
    if later is not None:
        raise Conflict(
            f"「{unit.name}」已定于{later.on:%Y-%m-%d}{later.get_kind_display()}。要撤并的话，请先撤回这项安排。"
        )


@transaction.atomic
def recall_ending(actor: Actor, *, unit: Unit, reason: str) -> Unit:
    """The unit goes on: its merger or closing has not taken effect yet."""
    actor.demand("manage_units", unit)
    planned = PlannedEnding.objects.filter(unit=unit).select_related("into").first()
    if planned is None:
        raise Conflict(f"「{unit.name}」没有待生效的撤并。")
    into = planned.into
    if into is not None:
        actor.demand("manage_units", into)
    planned.delete()
    _act(actor, "recall_ending", unit, reason, on=planned.on.isoformat(), into=into.pk if into else None)
    return unit


@transaction.atomic
def take_effect(planned_id: int) -> None:
    """The day has come. Who decided it was asked for the right then; a successor that has itself been merged since
    hands on to its own."""
    planned = PlannedEnding.objects.select_for_update().filter(pk=planned_id).first()
    if planned is None:  # recalled in the meantime
        return
    unit, into = planned.unit, _last_successor(planned.into)
    _refuse_ended(unit)
    if into is not None:
        if not into.is_open or into.path.startswith(unit.path):
            raise Conflict(f"「{unit.name}」的承继单位「{into.name}」现在不能承继。")
        done = _merge(SYSTEM, unit, into, planned.on, planned.reason)
    else:
        done = _close(unit, planned.on, planned.reason)
    planned.delete()
    _act(
        SYSTEM,
        "ending_takes_effect",
        unit,
        planned.reason,
        into=into.pk if into else None,
        into_name=into.name if into else "",
        **done,
    )


@transaction.atomic
def move_unit(actor: Actor, *, unit: Unit, parent: Unit, on: date, reason: str) -> Unit:
    """A new superior; the paths of everything below follow in one statement."""
    actor.demand("manage_units", unit)
    actor.demand("manage_units", parent)
    _refuse_ended(unit)
    if parent.path.startswith(unit.path):
        raise BadInput("上级不能是自己或自己的下级。", field="parent")
    if not parent.is_open:
        raise BadInput(f"「{parent.name}」已撤销或合并，请选它的承继单位。", field="parent")
    if on > clock.today():
        done = _plan_change(unit, UnitChange.Kind.MOVED, on, reason, parent=parent)
        _act(actor, "move_unit", unit, reason, parent=parent.pk, parent_name=parent.name, **done)
        return unit
    return _move(actor, unit, parent, on, reason)


def _move(actor: Actor, unit: Unit, parent: Unit, on: date, reason: str, verb: str = "move_unit") -> Unit:
    old_parent, old_path, new_path = unit.parent, unit.path, f"{parent.path}{unit.pk}/"
    _note(unit, UnitChange.Kind.MOVED, on, old_parent.name if old_parent else "", parent.name, reason)
    Unit.objects.filter(path__startswith=old_path).update(
        path=Concat(Value(new_path), Substr("path", len(old_path) + 1))
    )
    unit.parent = parent
    unit.save(update_fields=["parent"])
    unit.refresh_from_db()
    _act(actor, verb, unit, reason, parent=parent.pk, parent_name=parent.name)
    return unit


def _plan_change(unit: Unit, kind: str, on: date, reason: str, **to: Any) -> dict[str, Any]:
    _refuse_planned(unit, from_day=on)
    waiting = PlannedChange.objects.filter(unit=unit, kind=kind).first()
    if waiting is not None:
        raise Conflict(
            f"「{unit.name}」已定于{waiting.on:%Y-%m-%d}{waiting.get_kind_display()}。要改的话，请先撤回这项安排。"
        )
    PlannedChange.objects.create(unit=unit, kind=kind, on=on, reason=reason, **to)
    return {"takes_effect_on": on.isoformat()}


@transaction.atomic
def recall_change(actor: Actor, *, unit: Unit, kind: str, reason: str) -> Unit:
    """The unit keeps its name, or its superior: what was decided has not taken effect yet."""
    actor.demand("manage_units", unit)
    planned = PlannedChange.objects.filter(unit=unit, kind=kind).select_related("parent").first()
    if planned is None:
        raise Conflict(f"「{unit.name}」没有待生效的这项安排。")
    if planned.parent is not None:
        actor.demand("manage_units", planned.parent)
    planned.delete()
    _act(actor, "recall_change", unit, reason, kind=kind, on=planned.on.isoformat())
    return unit


@transaction.atomic
def change_takes_effect(planned_id: int) -> None:
    """The day of a renaming or a new superior has come; a superior that has been merged since hands on to its successor."""
    planned = PlannedChange.objects.select_for_update().filter(pk=planned_id).first()
    if planned is None:  # recalled in the meantime
        return
    unit, parent = planned.unit, _last_successor(planned.parent)
    if not unit.is_open:
        # of before endings took such plans along
        _act(SYSTEM, "recall_change", unit, "单位已撤并", **_drop_changes(unit))
    elif parent is None:
        _rename(
            SYSTEM,
            unit,
            planned.name,
            planned.short_name,
            planned.on,
            planned.reason,
            "renaming_takes_effect",
        )
    elif not parent.is_open or parent.path.startswith(unit.path):
        raise Conflict(f"「{unit.name}」的新上级「{parent.name}」现在不能作上级。")
    else:
        _move(SYSTEM, unit, parent, planned.on, planned.reason, "move_takes_effect")
    PlannedChange.objects.filter(pk=planned_id).delete()


def _last_successor(unit: Unit | None) -> Unit | None:
    while unit is not None and unit.merged_into is not None:
        unit = unit.merged_into
    return unit


@transaction.atomic
def close_unit(actor: Actor, *, unit: Unit, on: date, reason: str) -> Unit:
    """撤销 without a successor; its posts end on the day."""
    actor.demand("manage_units", unit)
    _refuse_ended(unit)
    _refuse_planned(unit)
    _refuse_later_changes(unit, on)
    _refuse_with_members(unit)
    done = _close(unit, on, reason) if on <= clock.today() else _plan(unit, None, on, reason)
    _act(actor, "close_unit", unit, reason, **done)
    return unit


def _refuse_with_members(unit: Unit) -> None:
    if Unit.objects.filter(parent=unit, closed_on=None).exists():
        raise BadInput("还有下级单位没有撤销或调整隶属，请先处理。")


def _close(unit: Unit, on: date, reason: str) -> dict[str, Any]:
    _refuse_with_members(unit)
    _note(unit, UnitChange.Kind.CLOSED, on, unit.name, "", reason)
    unit.closed_on = on
    unit.save(update_fields=["closed_on"])
    return {"posts_ended": _end_posts(unit, on)} | _drop_changes(unit)


EDITABLE = (
    "order",
    "is_agency",
    "credit_code",
    "site_code",
    "index_code",
    "address",
    "postcode",
    "hours",
    "phone",
    "fax",
    "email",
    "disclosure_office",
    "disclosure_phone",
    "duties",
)


@transaction.atomic
def describe_unit(actor: Actor, *, unit: Unit, **fields: Any) -> Unit:
    """Address, hours, phones, work office, codes: what 条例 第十二条、第二十条（二） want public."""
    actor.demand("manage_units", unit)
    changed = {
        name: value for name, value in fields.items() if name in EDITABLE and getattr(unit, name) != value
    }
    _refuse_wrong_codes(changed)
    if changed:
        before = {name: getattr(unit, name) for name in changed}
        for name, value in changed.items():
            setattr(unit, name, value)
        unit.save(update_fields=list(changed))
        _act(actor, "describe_unit", unit, "", before=before, after=changed)
    return unit
