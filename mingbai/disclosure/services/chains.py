"""Settings of the county office: review chains and the pattern of index numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import Unit
from mingbai.catalogue.models import Column
from mingbai.core.errors import BadInput
from mingbai.core.models import Setting
from mingbai.disclosure.models import ChainStep, ChainTemplate, StepKind
from mingbai.disclosure.numbers import KEY, check_pattern
from mingbai.journal.services import Entry, record

FEWEST = 2


@dataclass(frozen=True)
class StepPlan:
    """One step as it is set up; `unit` only where a named unit performs it."""

    kind: str
    performed_by: str = ChainStep.Performer.OWN.value
    unit: Unit | None = None
    includes_secrecy: bool = False
    working_days: int = 1


@dataclass(frozen=True)
class Target:
    """For which items: of a unit, of a column, of both, or (neither) of the whole installation."""

    unit: Unit | None = None
    column: Column | None = None


@transaction.atomic
def set_chain(
    actor: Actor,
    *,
    name: str,
    target: Target,
    steps: Sequence[StepPlan],
    template: ChainTemplate | None = None,
) -> ChainTemplate:
    """Put a chain up, or replace the steps of one. Reviews that are running keep the steps they began with."""
    actor.demand("manage_catalogue", target.unit)
    _refuse_weak(steps)
    twin = ChainTemplate.objects.filter(unit=target.unit, column=target.column, is_active=True)
    if twin.exclude(pk=template.pk if template else 0).exists():
        raise BadInput("这个单位和栏目已经有一套审核流程。请修改原来那一套。", field="unit")
    saved = template or ChainTemplate()
    saved.name, saved.unit, saved.column = name.strip()[:60] or "审核流程", target.unit, target.column
    saved.save()
    saved.steps.all().delete()
    ChainStep.objects.bulk_create(
        ChainStep(
            template=saved,
            order=number,
            kind=step.kind,
            performed_by=step.performed_by,
            unit=step.unit,
            includes_secrecy=step.includes_secrecy,
            working_days=step.working_days,
        )
        for number, step in enumerate(steps, start=1)
    )
    detail: dict[str, Any] = {
        "steps": [[step.kind, step.performed_by, step.includes_secrecy] for step in steps]
    }
    unit = (target.unit.pk, target.unit.name) if target.unit else (None, "")
    record(actor, Entry("set_chain", ("chain", saved.pk, saved.name), unit=unit, detail=detail))
    return saved


def _refuse_weak(steps: Sequence[StepPlan]) -> None:
    """先审查、后公开 (条例 第十七条): at least two people beside the author, one of them for secrecy."""
    if len(steps) < FEWEST:
        raise BadInput(f"审核流程至少要有 {FEWEST} 个环节。")
    kinds = [step.kind for step in steps]
    if len(set(kinds)) != len(kinds):
        raise BadInput("同一种环节不能出现两次。请检查。")
    if StepKind.SECRECY_REVIEW not in kinds and not any(step.includes_secrecy for step in steps):
        raise BadInput("流程里没有保密审查。请单设保密审查，或勾选由某一环节合并办理。")
    for step in steps:
        if step.performed_by == ChainStep.Performer.NAMED and step.unit is None:
            raise BadInput("选了「指定单位」的环节，要选出是哪个单位。")


@transaction.atomic
def set_index_pattern(actor: Actor, *, pattern: str) -> str:
    """The pattern of index numbers from now on; numbers that were given out stay."""
    actor.demand("manage_catalogue")
    checked = check_pattern(pattern.strip())
    Setting.objects.update_or_create(key=KEY, defaults={"value": checked})
    record(actor, Entry("set_index_pattern", ("setting", KEY, checked)))
    return checked
