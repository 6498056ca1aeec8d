"""Django tells of sign-ins by signals only; each becomes a row of the sign-in journal."""

from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

from mingbai.accounts.models import SignIn
from mingbai.core import clock


def attempted_username(request: HttpRequest | None, credentials: dict[str, Any] | None = None) -> str:
    """The account that an attempt is for: from the form before the password is tried, from the credentials after.
    Both must give the same word, or a locked account would open to the right password."""
    if credentials and credentials.get("username"):
        return str(credentials["username"]).lower()
    return str(request.POST.get("login", "")).strip().lower() if request else ""


def write(request: HttpRequest | None, outcome: str, username: str, person_id: int | None = None) -> None:
    meta = request.META if request else {}
    SignIn.objects.create(
        at=clock.now(),
        username=username[:80],
        person_id=person_id,
        outcome=outcome,
        address=str(meta.get("REMOTE_ADDR", ""))[:64],
        agent=str(meta.get("HTTP_USER_AGENT", ""))[:200],
    )


def _signed_in(sender: Any, request: HttpRequest, user: Any, **_: Any) -> None:
    write(request, SignIn.Outcome.IN, user.username, user.pk)


def _signed_out(sender: Any, request: HttpRequest, user: Any, **_: Any) -> None:
    if user is not None:
        write(request, SignIn.Outcome.OUT, user.username, user.pk)


def _failed(sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    write(request, SignIn.Outcome.FAILED, str(credentials.get("username", "")))


def _locked(sender: Any, request: HttpRequest, username: str, **_: Any) -> None:
    write(request, SignIn.Outcome.LOCKED, str(username))


def connect() -> None:
    user_logged_in.connect(_signed_in, dispatch_uid="accounts.signed_in")
    user_logged_out.connect(_signed_out, dispatch_uid="accounts.signed_out")
    user_login_failed.connect(_failed, dispatch_uid="accounts.sign_in_failed")
    user_locked_out.connect(_locked, dispatch_uid="accounts.locked_out")
