"""A unit's catalogue as Excel, both ways, and standard catalogues as Excel."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import Person, Unit
from mingbai.catalogue.forms import CHANNELS
from mingbai.catalogue.models import Adoption, CatalogueItem, Column, StandardCatalogue
from mingbai.catalogue.selectors import adoptions_of
from mingbai.catalogue.services.adoption import change_adoption, switch_adoption
from mingbai.core.errors import BadInput, DomainError
from mingbai.core.tables import rows_of_xlsx

HEADER = (
    "编号",
    "类别",
    "上级",
    "名称",
    "本单位叫法",
    "启用",
    "停用理由",
    "责任科室",
    "更新频次",
    "调整频次的理由",
    "责任人",
    "渠道和载体",
)
# for reading alone: what the standard says of the row
SAID = ("标准频次", "公开要素", "时限", "依据", "采用日期")
YES_NO = {"是": True, "否": False}
MAX_ROWS = 3000


def _code(adoption: Adoption) -> str:
    thing = adoption.column or adoption.item
    return thing.code if thing else ""


def rows(unit: Unit) -> Iterator[tuple[Any, ...]]:
    for adoption in adoptions_of(unit).order_by("column__order", "item__domain__order", "item__order"):
        column, item = adoption.column, adoption.item
        above = (
            (column.parent.name if column.parent else "") if column else (item.domain.name if item else "")
        )
        name = column.name if column else (item.name if item else "")
        cadence = Column.Cadence(adoption.cadence_override).label if adoption.cadence_override else ""
        yield (
            *(_code(adoption), "栏目" if column else "事项", above, name, adoption.own_name),
            *(
                "是" if adoption.is_on else "否",
                adoption.off_reason,
                adoption.responsible_office,
                cadence,
                adoption.override_reason,
            ),
            adoption.responsible_person.name if adoption.responsible_person else "",
            "、".join(adoption.channels),
            *_of_the_standard(adoption),
        )


def _of_the_standard(adoption: Adoption) -> tuple[Any, ...]:
    column, item = adoption.column, adoption.item
    if column:
        return (column.get_cadence_display(), "", "", column.basis, adoption.adopted_on)
    if item is None:
        return ("", "", "", "", adoption.adopted_on)
    limits = "；".join(map(limit_text, item.time_limits))
    return (item.get_cadence_display(), "、".join(item.elements), limits, item.basis, adoption.adopted_on)


def _person(unit: Unit, name: str) -> Person | None:
    if not name:
        return None
    found = list(Person.objects.filter(memberships__unit=unit, is_active=True, name=name).distinct()[:2])
    if len(found) != 1:
        why = "有同名的人，请在栏目页里选" if found else "不在本单位，请先开通岗位"
        raise BadInput(f"责任人「{name}」{why}。")
    return found[0]


def _channels(text: str) -> list[str]:
    named = [part.strip() for part in text.split("、") if part.strip()]
    unknown = [name for name in named if name not in CHANNELS]
    if unknown:
        raise BadInput(f"渠道和载体「{'、'.join(unknown)}」不认识，可用：{'、'.join(CHANNELS)}。")
    return named


@transaction.atomic
def _apply(actor: Actor, adoption: Adoption, values: dict[str, str]) -> bool:
    """Whether anything changed. A row is applied whole or not at all."""
    if values["启用"] not in YES_NO:
        raise BadInput(f"「启用」只能填“是”或“否”，现在是「{values['启用']}」。")
    by_label = {label: value for value, label in Column.Cadence.choices} | {"": ""}
    if values["更新频次"] not in by_label:
        raise BadInput(f"更新频次「{values['更新频次']}」不认识，可用：{'、'.join(filter(None, by_label))}。")
    wanted = {
        "own_name": values["本单位叫法"],
        "responsible_office": values["责任科室"],
        "cadence_override": by_label[values["更新频次"]],
        "override_reason": values["调整频次的理由"],
        "responsible_person": _person(adoption.unit, values["责任人"]),
        "channels": _channels(values["渠道和载体"]),
    }
    changes = {name: value for name, value in wanted.items() if getattr(adoption, name) != value}
    if changes:
        change_adoption(actor, adoption=adoption, **changes)
    on = YES_NO[values["启用"]]
    if adoption.is_on != on:
        switch_adoption(actor, adoption=adoption, on=on, reason=values["停用理由"])
        return True
    return bool(changes)


def import_rows(actor: Actor, unit: Unit, content: bytes) -> dict[str, Any]:
    """Apply a sheet made by `rows`; faulty lines are named and left out. Answers {changed, same, faults}."""
    known = {_code(adoption): adoption for adoption in adoptions_of(unit)}
    outcome: dict[str, Any] = {"changed": 0, "same": 0, "faults": []}
    try:
        for number, values in rows_of_xlsx(content, HEADER, at_most=MAX_ROWS):
            if not values["编号"]:
                continue
            adoption = known.get(values["编号"])
            try:
                if adoption is None:
                    raise BadInput(f"本单位目录里没有编号「{values['编号']}」。")
                outcome["changed" if _apply(actor, adoption, values) else "same"] += 1
            except DomainError as error:
                outcome["faults"].append((number, error.message))
    except BadInput as error:
        outcome["faults"].append((1, error.message))
    return outcome


STANDARD_HEADER = ("编号", "上级", "名称", "更新频次或时限", "依据", "来源", "已核实")


def limit_text(limit: dict[str, Any]) -> str:
    """A time limit rule as a short Chinese phrase."""
    units = {"working": "个工作日", "calendar": "日", "hours": "小时"}
    what = {"publish": "公开", "show_at_least": "公示不少于", "take_down": "撤下", "notice_before": "提前"}
    if not limit["n"]:
        return f"及时{what[limit['what']]}" if limit["what"] == "publish" else "事前公开"
    length = f"{limit['n']}{units[limit['unit']]}"
    return (
        f"{length}内{what[limit['what']]}"
        if limit["what"] in {"publish", "take_down"}
        else f"{what[limit['what']]}{length}"
    )


def standard_rows(catalogue: StandardCatalogue) -> Iterator[tuple[Any, ...]]:
    for column in Column.objects.filter(catalogue=catalogue).select_related("parent"):
        above = column.parent.name if column.parent else ""
        yield (
            column.code,
            above,
            column.name,
            column.get_cadence_display(),
            column.basis,
            column.evidence,
            "是" if column.verified else "未核实",
        )
    for item in CatalogueItem.objects.filter(domain__catalogue=catalogue).select_related("domain"):
        limits = "；".join(map(limit_text, item.time_limits))
        yield (
            item.code,
            item.domain.name,
            item.name,
            limits,
            item.basis,
            item.source,
            "是" if item.verified else "未核实",
        )
