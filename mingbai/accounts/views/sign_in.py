from typing import Any

from allauth.account.views import LoginView
from axes.decorators import axes_dispatch, axes_form_invalid
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator


@method_decorator(axes_dispatch, name="dispatch")
@method_decorator(axes_form_invalid, name="form_invalid")
class SignIn(LoginView):
    """Name and password; five failures lock the account at this address for a while."""

    template_name = "accounts/sign_in.html"

    def get_context_data(self, **extra: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**extra)
        context.pop("site", None)  # the library's site would hide ours
        return context


def closed(request: HttpRequest) -> HttpResponse:
    """No self-service here: the page says whom to ask."""
    return render(request, "accounts/ask_administrator.html")
