"""The library of the second factor tells what people do with it by signals only; each becomes a row of the journal, and a
wrong code a row of the sign-in journal: a password that somebody else knows shows itself there first."""

from typing import Any

from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import Person, SignIn
from mingbai.accounts.sign_in_journal import write
from mingbai.journal.services import Entry, record

SET_UP = {
    Authenticator.Type.TOTP.value: "set_up_second_factor",
    Authenticator.Type.RECOVERY_CODES.value: "make_recovery_codes",
}
REMOVED = {
    Authenticator.Type.TOTP.value: "remove_second_factor",
    Authenticator.Type.RECOVERY_CODES.value: "drop_recovery_codes",
}


def _record(request: HttpRequest, person: Person, verb: str) -> None:
    actor = Actor(person.pk, person.name, str(request.META.get("REMOTE_ADDR", "")))
    record(actor, Entry(verb, ("person", person.pk, person.name)))


def _added(sender: Any, request: HttpRequest, user: Person, authenticator: Authenticator, **_: Any) -> None:
    _record(request, user, SET_UP.get(authenticator.type, "set_up_second_factor"))


def _removed(sender: Any, request: HttpRequest, user: Person, authenticator: Authenticator, **_: Any) -> None:
    _record(request, user, REMOVED.get(authenticator.type, "remove_second_factor"))


def _renewed(sender: Any, request: HttpRequest, user: Person, **_: Any) -> None:
    _record(request, user, "make_recovery_codes")


def _failed(sender: Any, request: HttpRequest, user: Person, **_: Any) -> None:
    write(request, SignIn.Outcome.FACTOR, user.username, user.pk)


def connect() -> None:
    signals.authenticator_added.connect(_added, dispatch_uid="accounts.factor_added")
    signals.authenticator_removed.connect(_removed, dispatch_uid="accounts.factor_removed")
    signals.authenticator_reset.connect(_renewed, dispatch_uid="accounts.factor_renewed")
    signals.authentication_failed.connect(_failed, dispatch_uid="accounts.factor_failed")
