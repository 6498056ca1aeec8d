"""Questions about who is away and who acts for them."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import Absence, Membership
from mingbai.accounts.roles import Role


@dataclass
class Away:
    """One post whose holder is away today. `until`: the last day away; `deputies`: (id, name, last day) of each who
    may act; `colleagues`: names of others who hold the same post in their own right."""

    person_id: int
    name: str
    unit_id: int
    unit: str
    role: Role
    until: date
    deputies: list[tuple[int, str, date]] = field(default_factory=list)
    colleagues: list[str] = field(default_factory=list)

    @property
    def label(self) -> str:
        return self.role.label

    def stands_in(self, person: int | None) -> bool:
        return any(deputy == person for deputy, _, _ in self.deputies)

    @property
    def sentence(self) -> str:
        """Who acts, for whom, until when: for a line on a screen."""
        said = f"{self.name}离岗至{self.until.month}月{self.until.day}日"
        if self.deputies:
            return said + "，由" + "、".join(_with_end(each, self.until) for each in self.deputies) + "代办"
        if self.colleagues:
            return f"{said}，由同岗位的{'、'.join(self.colleagues)}办理"
        return f"{said}，没有人代办"


def _with_end(deputy: tuple[int, str, date], until: date) -> str:
    _, name, last = deputy
    return name if last >= until else f"{name}（至{last.month}月{last.day}日）"


def away_on(day: date, units: Collection[int], roles: Collection[str] | None = None) -> list[Away]:
    """Posts of the units whose holders are away on the day, with those who act for them; two queries."""
    absences = Absence.objects.on(day).filter(person=OuterRef("person"))
    held = Membership.objects.held_on(day).filter(unit__in=units, deputy_for=None)
    active = Membership.objects.active_on(day).filter(unit__in=units)
    if roles is not None:
        held, active = held.filter(role__in=roles), active.filter(role__in=roles)
    held = held.filter(Exists(absences)).annotate(
        planned=Subquery(absences.values("ends_on")[:1]), back=Subquery(absences.values("back_on")[:1])
    )
    rows = [
        Away(
            post.person_id,
            post.person.name,
            post.unit_id,
            post.unit.label,
            Role(post.role),
            _last_day(vars(post)["planned"], vars(post)["back"]),
        )
        for post in held.select_related("person", "unit").order_by("unit__path", "person_id", "role")
    ]
    present = active.exclude(Exists(absences)).select_related("person")
    for post in present.order_by("person_id"):
        for row in rows:
            if (row.unit_id, row.role) == (post.unit_id, post.role):
                _add(row, post)
    return rows


def _last_day(planned: date, back: date | None) -> date:
    return back - timedelta(days=1) if back else planned


def _add(row: Away, post: Membership) -> None:
    if post.deputy_for_id is None:
        row.colleagues.append(post.person.name)
    elif post.deputy_for_id == row.person_id:
        row.deputies.append((post.person_id, post.person.name, min(post.ends_on or row.until, row.until)))


def uncovered(absence: Absence, day: date) -> list[str]:
    """Posts of the absent, as 「单位 岗位」, that nobody could fill on the day: neither deputy nor colleague."""
    own = Membership.objects.held_on(day).filter(person=absence.person, deputy_for=None)
    found = []
    for post in own.select_related("unit"):
        others = Membership.objects.held_on(day).filter(unit=post.unit, role=post.role)
        others = others.exclude(person=absence.person)
        if not any(row.deputy_for_id in {None, absence.person_id} for row in others):
            found.append(f"{post.unit.label} {Role(post.role).label}")
    return found


def absences_within(actor: Actor) -> QuerySet[Absence]:
    """Absences of people with a post in the units where the actor may enter them, the latest first."""
    scope = actor.scope("enter_absence")
    posts = Membership.objects.filter(scope.condition("unit"), person=OuterRef("person"), deputy_for=None)
    return Absence.objects.filter(Exists(posts)).select_related("person", "entered_by")
