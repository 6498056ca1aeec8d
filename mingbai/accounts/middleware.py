from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from mingbai.accounts.actors import Actor, actor_for
from mingbai.core import clock


def _actor(request: HttpRequest) -> Actor:
    user = request.user
    address = request.META.get("REMOTE_ADDR", "")
    if not user.is_authenticated:
        return Actor(person_id=None, label="未登录", address=address)
    return actor_for(user, clock.today(), address)


class CurrentActor:
    """`request.actor`: who acts, looked up once and only when asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor(request))  # type: ignore[attr-defined]
        return self.get_response(request)
