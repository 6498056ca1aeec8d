"""Acts on people: opening accounts, giving and ending posts, passwords, handing over when somebody leaves."""

import secrets
from datetime import date, timedelta

from allauth.mfa.models import Authenticator
from axes.utils import reset as lift_lock
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet

from mingbai.accounts.actors import SYSTEM, Actor
from mingbai.accounts.handover import left_with, move_everything
from mingbai.accounts.models import Membership, Person, Unit
from mingbai.accounts.roles import COUNTY_KINDS, EXCLUSIVE, Role
from mingbai.core import clock
from mingbai.core.errors import BadInput, Conflict, NotAllowed
from mingbai.journal.jobs import enqueue
from mingbai.journal.services import Entry, record

ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789"


def one_time_password() -> str:
    """Fourteen characters without look-alikes, of four kinds."""
    return (
        "".join(secrets.choice(ALPHABET) for _ in range(12))
        + secrets.choice("23456789")
        + secrets.choice("#@%+=")
    )


def _entry(verb: str, person: Person, unit: Unit | None = None, reason: str = "", **detail: object) -> Entry:
    return Entry(
        verb,
        ("person", person.pk, person.name),
        unit=(unit.pk, unit.name) if unit else (None, ""),
        reason=reason,
        detail=detail,
    )


@transaction.atomic
def open_account(
    actor: Actor,
    *,
    username: str,
    name: str,
    unit: Unit,
    password: str | None = None,
    post: str = "",
    phone: str = "",
) -> tuple[Person, str]:
    """A new person of the unit, and the first password, which must be changed at the first sign-in."""
    actor.demand("manage_people", unit)
    if Person.objects.filter(username=username).exists():
        raise BadInput(f"账号「{username}」已有人使用，请换一个。", field="username")
    first = password or one_time_password()
    person = Person.objects.create_person(
        username, name, first, post=post, phone=phone, must_change_password=True
    )
    record(actor, _entry("open_account", person, unit))
    return person, first


def refuse_conflicting(person: Person, role: str, starts_on: date, ends_on: date | None) -> None:
    overlapping = Membership.objects.filter(person=person).filter(Q(ends_on=None) | Q(ends_on__gte=starts_on))
    if ends_on is not None:
        overlapping = overlapping.filter(starts_on__lte=ends_on)
    held = {Role(row.role) for row in overlapping}
    clash = EXCLUSIVE & held - {Role(role)} if Role(role) in EXCLUSIVE else frozenset()
    if clash:
        other = "、".join(sorted(each.label for each in clash))
        raise Conflict(f"「{Role(role).label}」与「{other}」不能由同一人担任，请另选一人。")


@transaction.atomic
def give_post(
    actor: Actor,
    *,
    person: Person,
    unit: Unit,
    role: str,
    starts_on: date,
    ends_on: date | None = None,
    deputy_for: Person | None = None,
) -> Membership:
    """Give a role in a unit from a day on. Administrator, secrecy reviewer and auditor exclude each other."""
    actor.demand("manage_people", unit)
    if not unit.is_open:
        raise BadInput(f"「{unit.name}」已撤销或合并，不能再任命。", field="unit")
    if ends_on is not None and ends_on < starts_on:
        raise BadInput("任期截止日早于起始日，请改正。", field="ends_on")
    _refuse_own_deputy(person, deputy_for)
    refuse_conflicting(person, role, starts_on, ends_on)
    if (
        Membership.objects.filter(person=person, unit=unit, role=role)
        .filter(Q(ends_on=None) | Q(ends_on__gte=starts_on))
        .exists()
    ):
        raise Conflict(f"{person.name}在{unit.label}已经是{Role(role).label}。")
    post = Membership.objects.create(
        person=person, unit=unit, role=role, starts_on=starts_on, ends_on=ends_on, deputy_for=deputy_for
    )
    told = {"starts_on": starts_on.isoformat(), **_standing_in(deputy_for)}
    record(actor, _entry("give_post", person, unit, "", role=role, **told))
    return post


def _standing_in(deputy_for: Person | None) -> dict[str, object]:
    return {"deputy_for": deputy_for.pk, "deputy_for_name": deputy_for.name} if deputy_for else {}


def _refuse_own_deputy(person: Person, deputy_for: Person | None) -> None:
    if deputy_for is not None and deputy_for.pk == person.pk:
        raise BadInput("不能是自己的B角，请另选一人。", field="deputy_for")


@transaction.atomic
def name_deputy(actor: Actor, *, membership: Membership, deputy_for: Person) -> Membership:
    """The post is held as somebody's B角 from now on; verdicts given before keep what was so when they were given."""
    actor.demand("manage_people", membership.unit)
    _refuse_own_deputy(membership.person, deputy_for)
    membership.deputy_for = deputy_for
    membership.save(update_fields=["deputy_for"])
    told = {"role": membership.role, **_standing_in(deputy_for)}
    record(actor, _entry("name_deputy", membership.person, membership.unit, "", **told))
    return membership


def _refuse_leaving_nobody(leaving: Person, on: date, posts: QuerySet[Membership]) -> None:
    """Without an administrator nobody could open an account again, nor give back the post."""
    if not posts.filter(role=Role.ADMINISTRATOR, unit__kind__in=COUNTY_KINDS, deputy_for=None).exists():
        return
    others = Membership.objects.held_on(on + timedelta(days=1)).exclude(pk__in=posts.values("pk"))
    if not others.filter(role=Role.ADMINISTRATOR, unit__kind__in=COUNTY_KINDS, deputy_for=None).exists():
        raise Conflict(f"{leaving.name}是最后一位县级管理员。请先开通或登记另一位管理员，再办这一项。")


@transaction.atomic
def end_post(actor: Actor, *, membership: Membership, ends_on: date, reason: str = "") -> Membership:
    """The post's last day. A post that never began is ended on its first day."""
    actor.demand("manage_people", membership.unit)
    _refuse_leaving_nobody(membership.person, ends_on, Membership.objects.filter(pk=membership.pk))
    membership.ends_on = max(ends_on, membership.starts_on)
    membership.save(update_fields=["ends_on"])
    told = {"role": membership.role, "ends_on": membership.ends_on.isoformat()}
    record(actor, _entry("end_post", membership.person, membership.unit, reason, **told))
    return membership


def demand_over(actor: Actor, person: Person) -> Unit | None:
    """The right to manage the person: over every unit where they have a post, or else over one where they had.

    One of several would not do: a town's administrator must not reach the account of somebody who also sits in the
    county's office.
    """
    rows = list(Membership.objects.filter(person=person).select_related("unit"))
    if not rows:
        actor.demand("manage_people")
        return None
    today = clock.today()
    held = [row.unit for row in rows if row.ends_on is None or row.ends_on >= today]
    beyond = [unit for unit in held if not actor.may("manage_people", unit)]
    if beyond:
        raise NotAllowed(f"{person.name}在{beyond[0].label}也有岗位，请由管那里的管理员办理。")
    for unit in held or [row.unit for row in rows]:
        if actor.may("manage_people", unit):
            return unit
    raise NotAllowed("这位人员不在您管理的单位。")


def give_first_password(person: Person) -> str:
    """To be told to the person and changed at the next sign-in. Whoever had to ask for it has mostly locked the account
    before, so the lock goes too."""
    first = one_time_password()
    person.set_password(first)
    person.must_change_password = True
    person.save(update_fields=["password", "must_change_password"])
    lift_lock(username=person.username.lower())
    return first


@transaction.atomic
def reset_password(actor: Actor, *, person: Person, reason: str) -> str:
    """Password reset without e-mail: a new first password, told by the administrator; recorded with the reason."""
    unit = demand_over(actor, person)
    if not reason.strip():
        raise BadInput("请写明重置原因，例如“本人到场核实，忘记密码”。", field="reason")
    first = give_first_password(person)
    record(actor, _entry("reset_password", person, unit, reason.strip()))
    return first


@transaction.atomic
def reset_second_factor(actor: Actor, *, person: Person, reason: str) -> None:
    """For somebody who lost both the telephone and the recovery codes: the second factor is set up anew at the next
    sign-in. Recorded with the reason."""
    unit = demand_over(actor, person)
    if actor.person_id == person.pk:
        raise Conflict("不能解除自己的两步验证，请另一位管理员办理。")
    if not reason.strip():
        raise BadInput("请写明原因，例如“本人到场核实，手机丢失”。", field="reason")
    if not Authenticator.objects.filter(user=person).exists():
        raise Conflict(f"{person.name}没有启用两步验证，不用解除。")
    Authenticator.objects.filter(user=person).delete()
    record(actor, _entry("reset_second_factor", person, unit, reason.strip()))


@transaction.atomic
def change_own_password(actor: Actor, *, person: Person, old: str, new: str) -> None:
    if actor.person_id != person.pk:
        raise NotAllowed("只能修改自己的密码。")
    if not person.check_password(old):
        raise BadInput("原密码不对，请重新输入。", field="old")
    if old == new:
        raise BadInput("新密码不能与原密码相同。", field="new")
    try:
        validate_password(new, person)
    except ValidationError as error:
        raise BadInput("".join(error.messages), field="new") from error
    person.set_password(new)
    person.must_change_password = False
    person.save(update_fields=["password", "must_change_password"])
    record(actor, _entry("change_own_password", person))


@transaction.atomic
def close_account(actor: Actor, *, person: Person, reason: str) -> None:
    """Nobody is deleted: the account can no longer sign in and its posts end today."""
    unit = demand_over(actor, person)
    if actor.person_id == person.pk:
        raise Conflict("不能停用自己的账号，请另一位管理员办理。")
    if not reason.strip():
        raise BadInput("请写明停用的原因，例如“调离本县”。", field="reason")
    today = clock.today()
    _refuse_leaving_nobody(person, today, Membership.objects.held_on(today).filter(person=person))
    person.is_active = False
    person.save(update_fields=["is_active"])
    Membership.objects.filter(person=person).filter(Q(ends_on=None) | Q(ends_on__gt=today)).update(
        ends_on=today
    )
    record(actor, _entry("close_account", person, unit, reason.strip()))


@transaction.atomic
def reopen_account(actor: Actor, *, person: Person, reason: str) -> str:
    """Somebody is back, or the account was closed by mistake: it opens with a new first password, and without a post,
    since those ended with it. Answers the password."""
    unit = demand_over(actor, person)
    if person.is_active:
        raise Conflict(f"{person.name}的账号在用，不用恢复。")
    if not reason.strip():
        raise BadInput("请写明原因，例如“借调期满回原单位”。", field="reason")
    person.is_active = True
    person.save(update_fields=["is_active"])
    first = give_first_password(person)
    record(actor, _entry("reopen_account", person, unit, reason.strip()))
    return first


@transaction.atomic
def describe_person(actor: Actor, *, person: Person, name: str, post: str, phone: str, reason: str) -> Person:
    """Name, title and office telephone as they are now. What was signed before keeps the name of then; another person
    gets another account, never this one."""
    unit = demand_over(actor, person)
    news = {"name": name.strip(), "post": post.strip(), "phone": phone.strip()}
    before = {field: getattr(person, field) for field in news}
    if not news["name"]:
        raise BadInput("姓名不能空着。", field="name")
    if news == before:
        return person
    if news["name"] != before["name"] and not reason.strip():
        raise BadInput("改姓名要写明原因，例如“录入时写错”。换了人请另开账号并办理交接。", field="reason")
    for field, value in news.items():
        setattr(person, field, value)
    person.save(update_fields=list(news))
    record(actor, _entry("describe_person", person, unit, reason.strip(), before=before, after=news))
    return person


def _succeed(post: Membership, successor: Person, on: date) -> bool:
    """End the post on the day and give it to the successor from the next, unless they hold it already."""
    refuse_conflicting(successor, post.role, on + timedelta(days=1), None)
    post.ends_on = max(on, post.starts_on)
    post.save(update_fields=["ends_on"])
    same = Membership.objects.filter(person=successor, unit=post.unit, role=post.role)
    if same.filter(Q(ends_on=None) | Q(ends_on__gt=on)).exists():
        return False
    Membership.objects.create(
        person=successor,
        unit=post.unit,
        role=post.role,
        starts_on=on + timedelta(days=1),
        deputy_for=None if post.deputy_for_id == successor.pk else post.deputy_for,
    )
    return True


@transaction.atomic
def hand_over(actor: Actor, *, leaver: Person, successor: Person, on: date, reason: str) -> dict[str, int]:
    """Every post of the leaver ends on the day and the successor has it from the next; unread notices and duties go
    with them. Drafts and to-dos belong to posts, so they follow by themselves. Answers what changed hands."""
    unit = demand_over(actor, leaver)
    if leaver.pk == successor.pk:
        raise BadInput("交接双方不能是同一人。", field="successor")
    if not successor.is_active:
        raise BadInput(f"{successor.name}的账号已停用，请另选一人。", field="successor")
    active = list(Membership.objects.held_on(on).filter(person=leaver).select_related("unit"))
    if not active and not left_with(leaver):
        raise BadInput(f"{leaver.name}在这一天没有岗位，不用交接。")
    for post in active:
        actor.demand("hand_over", post.unit)
    moved = {"岗位": sum(_succeed(post, successor, on) for post in active)}
    detail: dict[str, object] = {"successor": successor.pk, "successor_name": successor.name, "moved": moved}
    if on > clock.today():
        # until the last day the leaver is still the one who answers and is reminded
        next_day = on + timedelta(days=1)
        told = {"leaver": leaver.pk, "successor": successor.pk, "on": on.isoformat()}
        enqueue("accounts.duties_follow", told, at=clock.start_of_day(next_day))
        detail["takes_effect_on"] = next_day.isoformat()
    else:
        moved |= move_everything(leaver, successor, on)
    record(actor, _entry("hand_over", leaver, unit, reason, **detail))
    return moved


@transaction.atomic
def duties_follow(*, leaver: Person, successor: Person, on: date) -> None:
    """The day after the last one of a handover that was decided before. Safe to run twice."""
    if not successor.is_active:
        raise Conflict(
            f"{successor.name}的账号已停用，{leaver.name}的责任栏目和提醒没有人接。请重新办理交接。"
        )
    moved = move_everything(leaver, successor, on)
    if any(moved.values()):
        told = {"successor": successor.pk, "successor_name": successor.name, "moved": moved}
        record(SYSTEM, _entry("handover_takes_effect", leaver, None, "", **told))
