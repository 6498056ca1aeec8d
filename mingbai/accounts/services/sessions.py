"""Ending sign-ins that are still open: one's own, or those of somebody one manages."""

from allauth.usersessions.models import UserSession
from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import Person
from mingbai.accounts.services.people import demand_over
from mingbai.core.errors import BadInput, Missing
from mingbai.journal.services import Entry, record


@transaction.atomic
def end_own_sessions(actor: Actor, *, person: Person, keep: str, only: int | None = None) -> int:
    """All sign-ins of one's own but the present one, whose key is `keep`; or `only` one of them. Answers how many."""
    if actor.person_id != person.pk:
        raise Missing("只能让自己的设备退出。")
    others = UserSession.objects.filter(user=person).exclude(session_key=keep)
    if only is not None:
        others = others.filter(pk=only)
        if not others.exists():
            raise Missing("没有这台设备，或者它已经退出。")
    return _end(actor, person, list(others), "")


@transaction.atomic
def end_sessions_of(actor: Actor, *, person: Person, reason: str) -> int:
    """Every sign-in of somebody whose computer or telephone is lost, say, while the account stays open."""
    demand_over(actor, person)
    if not reason.strip():
        raise BadInput("请写明原因，例如“本人报告手机丢失”。", field="reason")
    return _end(actor, person, list(UserSession.objects.filter(user=person)), reason.strip())


def _end(actor: Actor, person: Person, sessions: list[UserSession], reason: str) -> int:
    for session in sessions:
        session.end()
    if sessions:
        target = ("person", person.pk, person.name)
        record(actor, Entry("end_sessions", target, reason=reason, detail={"number": len(sessions)}))
    return len(sessions)
