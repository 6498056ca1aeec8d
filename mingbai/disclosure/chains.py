"""Which steps an item goes through and which unit performs each."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from mingbai.accounts.models import Membership, Unit
from mingbai.accounts.roles import Role
from mingbai.core import clock
from mingbai.core.errors import BadInput
from mingbai.disclosure.models import ChainStep, ChainTemplate, StepKind


@dataclass(frozen=True)
class PlannedStep:
    kind: str
    unit: Unit
    includes_secrecy: bool
    working_days: int


@dataclass(frozen=True)
class Chain:
    name: str
    steps: tuple[PlannedStep, ...]


# 三审 with 保密审查 done by the final reviewer, where nobody has set up anything else
_DEFAULT = (
    (StepKind.FIRST_REVIEW, False),
    (StepKind.SECOND_REVIEW, False),
    (StepKind.FINAL_REVIEW, True),
)


def chain_for(unit: Unit, column_id: int | None) -> Chain:
    """The nearest template: unit and column, unit, column, the installation's own, else the three reviews."""
    template = _template(unit, column_id)
    if template is None:
        steps = tuple(PlannedStep(kind, unit, secrecy, 1) for kind, secrecy in _DEFAULT)
        return Chain("三级审核", steps)
    planned = tuple(
        PlannedStep(step.kind, _performer(step, unit), step.includes_secrecy, step.working_days)
        for step in template.steps.select_related("unit").order_by("order")
    )
    if not planned:
        raise BadInput(f"审核流程「{template.name}」还没有环节。请联系县政务公开办设置。")
    return Chain(template.name, planned)


def performers(units: Collection[Unit]) -> dict[Unit, list[tuple[str, int]]]:
    """For each unit the steps of its chain for any column, each with the unit that performs it, in a fixed number of
    queries. The units come with their parents."""
    templates = list(
        ChainTemplate.objects.filter(column=None, is_active=True).prefetch_related("steps__unit")
    )
    county = county_office()
    found = dict[Unit, list[tuple[str, int]]]()
    for unit in units:
        fitting = [template for template in templates if template.unit_id in {None, unit.pk}]
        template = max(fitting, key=lambda each: bool(each.unit_id), default=None)
        if template is None:
            found[unit] = [(kind, unit.pk) for kind, _ in _DEFAULT]
            continue
        steps = sorted(template.steps.all(), key=lambda step: step.order)
        found[unit] = [(step.kind, _seat(step, unit, county).pk) for step in steps]
    return found


def _seat(step: ChainStep, unit: Unit, county: Unit | None) -> Unit:
    if step.performed_by == ChainStep.Performer.COUNTY:
        return county or unit
    return _performer(step, unit)


def _template(unit: Unit, column_id: int | None) -> ChainTemplate | None:
    wanted = Q(unit=unit) | Q(unit=None)
    column = Q(column_id=column_id) | Q(column=None) if column_id else Q(column=None)
    found = list(ChainTemplate.objects.filter(wanted, column, is_active=True))
    return max(found, key=lambda template: (bool(template.unit_id), bool(template.column_id)), default=None)


def _performer(step: ChainStep, unit: Unit) -> Unit:
    match step.performed_by:
        case ChainStep.Performer.PARENT if unit.parent is not None:
            return unit.parent
        case ChainStep.Performer.COUNTY:
            return county_office(unit) or unit
        case ChainStep.Performer.NAMED if step.unit is not None:
            return step.unit
    return unit


def county_office(unit: Unit | None = None) -> Unit | None:
    """The unit in which the county supervisor sits: the nearest above `unit`, else the highest there is. Before
    anybody has the post, the county itself."""
    posts = (
        Membership.objects.active_on(clock.today())
        .filter(role=Role.COUNTY_SUPERVISOR)
        .select_related("unit")
        .order_by("unit__path")
    )
    seats = {post.unit for post in posts}
    above = [seat for seat in seats if unit is not None and unit.path.startswith(seat.path)]
    if above:
        return max(above, key=lambda seat: len(seat.path))
    if seats:
        return min(seats, key=lambda seat: (len(seat.path), seat.pk))
    return Unit.objects.filter(kind=Unit.Kind.COUNTY).order_by("path").first()
