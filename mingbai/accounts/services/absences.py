"""Acts of the AB角: entering that somebody is away, and that they are back."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import Absence, Membership, Person
from mingbai.accounts.roles import REVIEWERS, WRITERS, Role
from mingbai.accounts.services.people import refuse_conflicting
from mingbai.core import clock
from mingbai.core.errors import BadInput, Conflict, NotAllowed
from mingbai.journal.services import Entry, record

LONGEST = timedelta(days=366)
ENTERED_LATE = timedelta(days=30)
# what the head of a unit may entrust; who runs, guards or audits the system is replaced by an administrator
ENTRUSTABLE = (REVIEWERS | WRITERS | {Role.REQUEST_OFFICER}) - {Role.SECRECY_REVIEWER, Role.COUNTY_SUPERVISOR}


def _entry(verb: str, absence: Absence, reason: str, **detail: object) -> Entry:
    person = absence.person
    post = Membership.objects.filter(person=person, deputy_for=None).select_related("unit").last()
    return Entry(
        verb,
        ("person", person.pk, person.name),
        unit=(post.unit.pk, post.unit.name) if post else (None, ""),
        reason=reason,
        detail={"starts_on": absence.starts_on.isoformat(), "ends_on": absence.ends_on.isoformat(), **detail},
    )


def _demand_about(actor: Actor, person: Person) -> None:
    """Of oneself, or with the right over a unit where the person has a post of their own."""
    if actor.person_id == person.pk:
        return
    posts = Membership.objects.held_on(clock.today()).filter(person=person, deputy_for=None)
    if not any(actor.may("enter_absence", post.unit) for post in posts.select_related("unit")):
        raise NotAllowed("离岗由本人、本单位终审或管理员登记，这位人员不在您管的单位。")


def _refuse_days(person: Person, starts_on: date, ends_on: date) -> None:
    today = clock.today()
    if ends_on < starts_on:
        raise BadInput("截止日早于起始日，请改正。", field="ends_on")
    if ends_on < today:
        raise BadInput("这段日子已经过去，不用登记。", field="ends_on")
    if starts_on < today - ENTERED_LATE:
        raise BadInput(f"补登最多往前{ENTERED_LATE.days}天。", field="starts_on")
    if ends_on - starts_on > LONGEST:
        raise BadInput("离岗超过一年的，请办理交接。", field="ends_on")
    other = Absence.objects.filter(person=person).overlapping(starts_on, ends_on).first()
    if other is not None:
        raise Conflict(
            f"{person.name}已登记{other.starts_on:%Y-%m-%d}至{other.last_day:%Y-%m-%d}离岗，与这次重叠。"
            "请先结束那一次，或者把起始日改到它之后。"
        )


@transaction.atomic
def enter_absence(
    actor: Actor,
    *,
    person: Person,
    starts_on: date,
    ends_on: date,
    reason: str,
    deputy: Person | None = None,
) -> Absence:
    """The person is away from the first day to the last; on these days, and no others, their deputies may act.

    `deputy` is entrusted for these days with the posts that nobody stood ready for: by the head of the unit or an
    administrator, never by the absent themselves, who would hand on rights that were given to them alone.
    Raises `BadInput` for days that cannot be, `Conflict` for days entered before.
    """
    _demand_about(actor, person)
    why = reason.strip()
    if not why:
        raise BadInput("请写明原因，例如“年休假”“外出培训”。", field="reason")
    Person.objects.select_for_update().get(pk=person.pk)  # two entries at once would not see each other
    _refuse_days(person, starts_on, ends_on)
    absence = Absence.objects.create(
        person=person,
        starts_on=starts_on,
        ends_on=ends_on,
        reason=why[:300],
        entered_by_id=actor.person_id,
        entered_at=clock.now(),
    )
    entrusted = _entrust(actor, absence, deputy) if deputy is not None else []
    record(actor, _entry("enter_absence", absence, why, **_told(deputy, entrusted)))
    return absence


def _told(deputy: Person | None, entrusted: list[str]) -> dict[str, object]:
    return {"deputy": deputy.pk, "deputy_name": deputy.name, "posts": entrusted} if deputy else {}


def _entrust(actor: Actor, absence: Absence, deputy: Person) -> list[str]:
    """Make the deputy stand ready for every post of the absent that the actor may entrust; answers the posts."""
    if deputy.pk == absence.person_id:
        raise BadInput("代办人不能是本人，请另选一人。", field="deputy")
    if actor.person_id == absence.person_id:
        raise NotAllowed("代办人由本单位终审或管理员指定，本人不能自己指定。")
    if not deputy.is_active:
        raise BadInput(f"{deputy.name}的账号已停用，请另选一人。", field="deputy")
    named = []
    # the days of the absence, of which earlier ones are over: what is held on its last day or today
    held = Membership.objects.held_on(max(clock.today(), absence.starts_on))
    for post in held.filter(person=absence.person, deputy_for=None).select_related("unit"):
        if _may_entrust(actor, post) and _stand_ready(absence, post, deputy):
            named.append(f"{post.unit.label} {Role(post.role).label}")
    return named


def _may_entrust(actor: Actor, post: Membership) -> bool:
    if actor.may("manage_people", post.unit):
        return True
    return Role(post.role) in ENTRUSTABLE and actor.may("enter_absence", post.unit)


def _stand_ready(absence: Absence, post: Membership, deputy: Person) -> bool:
    """False when the deputy holds the post already, by themselves or as a deputy."""
    known = Membership.objects.filter(person=deputy, unit=post.unit, role=post.role)
    during = known.filter(Q(ends_on=None) | Q(ends_on__gte=absence.ends_on), starts_on__lte=absence.starts_on)
    if during.filter(Q(deputy_for=None) | Q(deputy_for=absence.person)).exists():
        return False
    refuse_conflicting(deputy, post.role, absence.starts_on, absence.ends_on)
    if known.filter(starts_on=absence.starts_on).exists():
        raise Conflict(
            f"{deputy.name}在{post.unit.label}已登记同一天起的{Role(post.role).label}，请另选一人。"
        )
    Membership.objects.create(
        person=deputy,
        unit=post.unit,
        role=post.role,
        starts_on=absence.starts_on,
        ends_on=absence.ends_on,
        deputy_for=absence.person,
    )
    return True


@transaction.atomic
def entrust_deputy(actor: Actor, *, absence: Absence, deputy: Person) -> list[str]:
    """Somebody for the rest of an absence that was entered without; answers the posts they stand in for."""
    _demand_about(actor, absence.person)
    held = Absence.objects.select_for_update().get(pk=absence.pk)
    if not held.is_pending:
        raise Conflict("这次离岗已经结束，不用再指定。")
    entrusted = _entrust(actor, held, deputy)
    if not entrusted:
        raise Conflict(f"{deputy.name}已经能办这些岗位，或者这些岗位要由管理员指定。")
    record(actor, _entry("entrust_deputy", held, "", **_told(deputy, entrusted)))
    return entrusted


@transaction.atomic
def end_absence(actor: Actor, *, absence: Absence, back_on: date | None = None) -> Absence:
    """The person is back on the day (today unless said otherwise), and from then on nobody acts for them. What was
    decided before stays as it was decided; an absence that has not begun is called off."""
    _demand_about(actor, absence.person)
    held = Absence.objects.select_for_update().get(pk=absence.pk)
    today = clock.today()
    if held.last_day < today or held.is_called_off:
        raise Conflict("这次离岗已经结束，不用再办。")
    day = back_on or max(today, held.starts_on)
    if day < today:
        raise BadInput("回岗日不能早于今天：这之前代办的仍然有效。", field="back_on")
    if day > held.last_day:
        raise BadInput(f"离岗到{held.last_day:%Y-%m-%d}为止，之后自动结束，不用再办。", field="back_on")
    held.back_on = max(day, held.starts_on)
    held.save(update_fields=["back_on"])
    # whoever was entrusted for these days alone must not stand ready for a later absence
    entrusted = Membership.objects.filter(
        deputy_for=held.person_id, starts_on=held.starts_on, ends_on=held.ends_on
    )
    entrusted.update(ends_on=max(held.last_day, held.starts_on))
    record(actor, _entry("end_absence", held, "", back_on=held.back_on.isoformat()))
    return held
