from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render

from mingbai.accounts.forms import PasswordForm
from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import Membership, Person, SignIn
from mingbai.accounts.services.people import change_own_password
from mingbai.core import clock
from mingbai.core.forms import act_or_explain


def _person(request: DeskRequest) -> Person:
    person = request.user
    assert isinstance(person, Person)
    return person


@login_required
def account(request: DeskRequest) -> HttpResponse:
    person = _person(request)
    posts = Membership.objects.active_on(clock.today()).filter(person=person).select_related("unit")
    recent = SignIn.objects.filter(person_id=person.pk).order_by("-id")[:5]
    return render(request, "accounts/own.html", {"person": person, "posts": posts, "recent": recent})


@login_required
def password(request: DeskRequest) -> HttpResponse:
    person = _person(request)
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        if act_or_explain(
            form, lambda: change_own_password(request.actor, person=person, old=data["old"], new=data["new"])
        ):
            update_session_auth_hash(request, person)
            messages.success(request, "密码已修改。")
            return redirect("accounts-own")
    return render(request, "accounts/password.html", {"form": form, "forced": person.must_change_password})
