from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render

from mingbai.accounts.forms import AbsenceForm, PasswordForm
from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import Membership, Person, SignIn
from mingbai.accounts.services.people import change_own_password
from mingbai.accounts.services.sessions import end_own_sessions
from mingbai.core import clock
from mingbai.core.forms import act_or_explain


def _person(request: DeskRequest) -> Person:
    person = request.user
    assert isinstance(person, Person)
    return person


@login_required
def account(request: DeskRequest) -> HttpResponse:
    person = _person(request)
    return render(request, "accounts/own.html", own_page(person))


def own_page(person: Person, form: AbsenceForm | None = None) -> dict[str, Any]:
    """What the page of one's own account shows; `form`: the entry of an absence that was refused."""
    today = clock.today()
    posts = Membership.objects.held_on(today).filter(person=person).select_related("unit", "deputy_for")
    active = set(Membership.objects.active_on(today).filter(person=person).values_list("pk", flat=True))
    stand_ins = Membership.objects.held_on(today).filter(deputy_for=person)
    return {
        "person": person,
        "posts": [(post, post.pk in active) for post in posts],
        "recent": SignIn.objects.filter(person_id=person.pk).order_by("-id")[:5],
        "absences": person.absences.all()[:10],
        "stand_ins": stand_ins.select_related("person", "unit"),
        "absence_form": form or AbsenceForm(initial={"starts_on": today}),
    }


@login_required
def sessions(request: DeskRequest) -> HttpResponse:
    """Where one is signed in, and the end of one of these sign-ins or of all others."""
    person, here = _person(request), request.session.session_key or ""
    if request.method == "POST":
        chosen = request.POST.get("session", "")
        only = int(chosen) if chosen.isdecimal() else None
        ended = end_own_sessions(request.actor, person=person, keep=here, only=only)
        messages.success(request, f"已让{ended}处登录退出。" if ended else "没有其他登录中的设备。")
        return redirect("usersessions_list")
    rows = sorted(UserSession.objects.purge_and_list(person), key=lambda row: row.created_at)
    return render(request, "usersessions/usersession_list.html", {"sessions": rows, "here": here})


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
