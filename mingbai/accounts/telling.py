"""What the details of this room's acts say in words."""

from collections.abc import Mapping
from typing import Any

from mingbai.accounts.forms import IdentityForm, UnitDetailForm
from mingbai.accounts.roles import Role
from mingbai.journal.telling import Teller, changes

Detail = Mapping[str, Any]
PERSON_LABELS = {"name": "姓名", "post": "职务", "phone": "办公电话"}


def _role(detail: Detail) -> str:
    return Role(detail["role"]).label


def _post(detail: Detail) -> str:
    return f"{_role(detail)}，{detail['starts_on']}起" + _deputised(detail)


def _deputised(detail: Detail) -> str:
    name = detail.get("deputy_for_name")
    return f"，{name}的B角" if name else ""


def _post_ended(detail: Detail) -> str:
    return _role(detail) + (f"，到{detail['ends_on']}" if "ends_on" in detail else "")


def _absence(detail: Detail) -> str:
    days = f"{detail['starts_on']}至{detail['ends_on']}"
    if "back_on" in detail:
        days += f"，{detail['back_on']}回岗"
    return days + (f"，由{detail['deputy_name']}代办" if detail.get("deputy_name") else "")


def _handover(detail: Detail) -> str:
    numbers = "，".join(f"{name}{number}" for name, number in detail["moved"].items() if number)
    return f"交给{detail['successor_name']}" + (f"：{numbers}" if numbers else "")


def _renaming(detail: Detail) -> str:
    return f"由“{detail['old']}”改为“{detail['new']}”"


def _merger(detail: Detail) -> str:
    return f"并入{detail['into_name']}" if detail.get("into_name") else ""


def _move(detail: Detail) -> str:
    return f"上级改为{detail['parent_name']}"


def _import(detail: Detail) -> str:
    return f"新增{detail['added']}，修改{detail['changed']}"


TELLERS: dict[str, Teller] = {
    "give_post": _post,
    "name_deputy": lambda detail: _role(detail) + _deputised(detail),
    "end_post": _post_ended,
    "enter_absence": _absence,
    "end_absence": _absence,
    "entrust_deputy": _absence,
    "hand_over": _handover,
    "handover_takes_effect": _handover,
    "end_sessions": lambda detail: f"{detail['number']}处登录",
    "describe_person": changes(PERSON_LABELS),
    "rename_unit": _renaming,
    "renaming_takes_effect": _renaming,
    "merge_unit": _merger,
    "ending_takes_effect": _merger,
    "move_unit": _move,
    "move_takes_effect": _move,
    "describe_unit": changes({str(name): str(label) for name, label in UnitDetailForm.Meta.labels.items()}),
    "set_identity": changes({name: str(field.label) for name, field in IdentityForm.base_fields.items()}),
    "import_leading_group": _import,
}
