import time
from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from mingbai.accounts.actors import Actor, actor_for
from mingbai.accounts.roles import APPROVERS
from mingbai.core import clock

Handler = Callable[[HttpRequest], HttpResponse]
# where a person who still owes a step may go
OPEN_PREFIXES = ("/desk/account/", "/desk/sign-out/", "/desk/sign-in/")
NOTED_EVERY = 60  # seconds


def _actor(request: HttpRequest) -> Actor:
    user = request.user
    address = request.META.get("REMOTE_ADDR", "")
    if not user.is_authenticated:
        return Actor(person_id=None, label="未登录", address=address)
    return actor_for(user, clock.today(), address)


class Activity:
    """A session ends after SESSION_MINUTES without a request (等保: 登录连接超时自动退出), and the list of sessions shows
    when each was last used. Noted once a minute, so that reading costs no write."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/desk/") and request.user.is_authenticated:
            instant = int(time.time())
            if instant - request.session.get("seen", 0) >= NOTED_EVERY:
                request.session["seen"] = instant
                UserSession.objects.create_from_request(request)
        return self.get_response(request)


class CurrentActor:
    """`request.actor`: who acts, looked up once and only when asked."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor(request))  # type: ignore[attr-defined]
        return self.get_response(request)


class OwedSteps:
    """Before anything else: change the first password, then set up the second factor where the post needs one."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/desk/") and not request.path.startswith(OPEN_PREFIXES):
            owed = self._owed(request)
            if owed:
                return redirect(owed)
        return self.get_response(request)

    def _owed(self, request: HttpRequest) -> str | None:
        if not request.user.is_authenticated:
            return None
        person = request.user
        if person.is_demo:
            return None
        if person.must_change_password:
            return reverse("account_change_password")
        if self._needs_second_factor(request) and not Authenticator.objects.filter(user=person).exists():
            return reverse("mfa_activate_totp")
        return None

    def _needs_second_factor(self, request: HttpRequest) -> bool:
        required = settings.MFA_REQUIRED_FOR
        if required == "off":
            return False
        return required == "all" or bool(request.actor.roles & APPROVERS)  # type: ignore[attr-defined]
