from collections.abc import Callable
from datetime import date

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from mingbai.accounts import sheets
from mingbai.accounts.forms import HandoverForm, PersonDetailForm, PersonForm, PostForm
from mingbai.accounts.handover import left_with
from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import Membership, Person
from mingbai.accounts.roles import Role
from mingbai.accounts.services import people as services
from mingbai.accounts.services.leading_group import terms_of
from mingbai.accounts.services.sessions import end_sessions_of
from mingbai.accounts.views.units import import_sheet, managed_units
from mingbai.core import clock
from mingbai.core.errors import Conflict, DomainError, Missing
from mingbai.core.forms import act_or_explain
from mingbai.core.tables import page_of, sorted_by, xlsx_response
from mingbai.journal.services import Entry, record


def managed_people(request: DeskRequest) -> QuerySet[Person]:
    """People with a post, now or once, in the units that the actor manages."""
    posts = Membership.objects.filter(
        request.actor.scope("manage_people").condition("unit"), person=OuterRef("pk")
    )
    return Person.objects.filter(Exists(posts)).order_by("username")


def _person(request: DeskRequest, pk: int) -> Person:
    request.actor.demand("manage_people")
    person = managed_people(request).filter(pk=pk).first()
    if person is None:
        raise Missing("没有这位人员，或者不在您管理的单位。")
    return person


PEOPLE_SORTS = {"name": ("name", "username"), "username": ("username",)}


@login_required
def listing(request: DeskRequest) -> HttpResponse:
    """By words, by unit and by post of today; accounts in use or closed."""
    request.actor.demand("manage_people")
    query, code, role, state = (request.GET.get(name, "").strip() for name in ("q", "unit", "role", "state"))
    rows = managed_people(request).prefetch_related("memberships__unit")
    if query:
        rows = rows.filter(Q(name__icontains=query) | Q(username__icontains=query))
    wanted = {"unit__code": code, "role": role if role in Role.values else ""}
    posts = {name: value for name, value in wanted.items() if value}
    if posts:
        held = Membership.objects.active_on(clock.today()).filter(**posts)
        rows = rows.filter(pk__in=held.values("person"))
    if state in {"active", "closed"}:
        rows = rows.filter(is_active=state == "active")
    context = {
        "page": page_of(request, sorted_by(request, rows, PEOPLE_SORTS, "username")),
        "q": query,
        "today": clock.today(),
        "units": managed_units(request, "manage_people").filter(closed_on=None),
        "roles": Role.choices,
    }
    return render(request, "accounts/people.html", context)


@login_required
def new(request: DeskRequest) -> HttpResponse:
    request.actor.demand("manage_people")
    form = PersonForm(
        request.POST or None, units=managed_units(request, "manage_people").filter(closed_on=None)
    )
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        role = data.pop("role")
        opened: list[tuple[Person, str]] = []
        if act_or_explain(
            form, lambda: opened.append(sheets.open_with_post(request.actor, role=role, **data))
        ):
            person, first = opened[0]
            return render(request, "accounts/first_password.html", {"person": person, "password": first})
    return render(
        request,
        "accounts/form.html",
        {"form": form, "heading": "新开账号", "verb": "开通", "back": "accounts-people"},
    )


@login_required
def detail(request: DeskRequest, pk: int) -> HttpResponse:
    person = _person(request, pk)
    posts = person.memberships.select_related("unit", "deputy_for").order_by("-starts_on")
    form = PostForm(
        units=managed_units(request, "manage_people").filter(closed_on=None),
        initial={"starts_on": clock.today()},
    )
    stand_ins = Membership.objects.filter(deputy_for=person, unit__in=managed_units(request, "manage_people"))
    today = clock.today()
    acting = Membership.objects.active_on(today).exclude(deputy_for=None)
    context = {
        "person": person,
        "posts": posts,
        "stand_ins": stand_ins.select_related("person", "unit").order_by("-starts_on"),
        "acting": set(acting.filter(Q(person=person) | Q(deputy_for=person)).values_list("pk", flat=True)),
        "absences": person.absences.all()[:10],
        "form": form,
        "today": clock.today(),
        "left_with": left_with(person),
        "signed_in": UserSession.objects.filter(user=person).exists(),
        "has_second_factor": Authenticator.objects.filter(user=person).exists(),
    }
    return render(request, "accounts/person.html", context)


@login_required
@require_POST
def give_post(request: DeskRequest, pk: int) -> HttpResponse:
    person = _person(request, pk)
    form = PostForm(request.POST, units=managed_units(request, "manage_people").filter(closed_on=None))
    if form.is_valid() and act_or_explain(
        form, lambda: services.give_post(request.actor, person=person, **form.cleaned_data)
    ):
        messages.success(request, "岗位已登记。")
        return redirect("accounts-person", pk=pk)
    return render(
        request,
        "accounts/form.html",
        {"form": form, "heading": f"{person.name}：任职", "verb": "登记", "back": "accounts-people"},
    )


@login_required
@require_POST
def end_post(request: DeskRequest, pk: int, post: int) -> HttpResponse:
    person = _person(request, pk)
    membership = get_object_or_404(
        Membership.objects.select_related("unit", "person"), pk=post, person=person
    )
    try:
        on = date.fromisoformat(request.POST.get("on") or clock.today().isoformat())
    except ValueError:
        messages.error(request, "日期写成 2026-01-01 的样子。")
        return redirect("accounts-person", pk=pk)
    try:
        services.end_post(request.actor, membership=membership, ends_on=on)
    except Conflict as error:
        messages.error(request, error.message)
        return redirect("accounts-person", pk=pk)
    messages.success(request, "任职已结束，历史保留。")
    _remind_of_leading_group(request, person, [membership.unit_id], on)
    return redirect("accounts-person", pk=pk)


def _with_first_password(request: DeskRequest, pk: int, act: Callable[..., str]) -> HttpResponse:
    """Do what gives a person a new first password, and show it this once."""
    person = _person(request, pk)
    try:
        first = act(request.actor, person=person, reason=request.POST.get("reason", ""))
    except DomainError as error:
        messages.error(request, error.message)
        return redirect("accounts-person", pk=pk)
    return render(request, "accounts/first_password.html", {"person": person, "password": first})


@login_required
@require_POST
def reset_password(request: DeskRequest, pk: int) -> HttpResponse:
    return _with_first_password(request, pk, services.reset_password)


@login_required
@require_POST
def reset_second_factor(request: DeskRequest, pk: int) -> HttpResponse:
    person = _person(request, pk)
    try:
        services.reset_second_factor(request.actor, person=person, reason=request.POST.get("reason", ""))
        messages.success(request, "两步验证已解除，本人下次登录时重新设置。")
    except DomainError as error:
        messages.error(request, error.message)
    return redirect("accounts-person", pk=pk)


@login_required
@require_POST
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    return _with_first_password(request, pk, services.reopen_account)


@login_required
@require_POST
def end_sessions(request: DeskRequest, pk: int) -> HttpResponse:
    person = _person(request, pk)
    try:
        ended = end_sessions_of(request.actor, person=person, reason=request.POST.get("reason", ""))
        messages.success(request, f"已让{ended}处登录退出。" if ended else "现在没有登录中的设备。")
    except DomainError as error:
        messages.error(request, error.message)
    return redirect("accounts-person", pk=pk)


@login_required
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    person = _person(request, pk)
    known = {"name": person.name, "post": person.post, "phone": person.phone}
    form = PersonDetailForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        if act_or_explain(
            form, lambda: services.describe_person(request.actor, person=person, **form.cleaned_data)
        ):
            messages.success(request, "已保存。以前签过的名字不变。")
            return redirect("accounts-person", pk=pk)
    context = {"form": form, "heading": f"{person.name}：修改信息", "verb": "保存", "back": "accounts-people"}
    return render(request, "accounts/form.html", context)


def _remind_of_leading_group(request: DeskRequest, person: Person, unit_ids: list[int], on: date) -> None:
    if terms_of(person.name, unit_ids, on):
        messages.warning(
            request, f"领导小组名单里还有{person.name}，请在“领导小组”里结束任期并登记接任的人。"
        )


@login_required
def hand_over(request: DeskRequest, pk: int) -> HttpResponse:
    leaver = _person(request, pk)
    form = HandoverForm(request.POST or None, initial={"on": clock.today()})
    form.fields["successor"].queryset = managed_people(request).filter(is_active=True).exclude(pk=pk)  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        on, moved = form.cleaned_data["on"], dict[str, int]()
        units = [post.unit_id for post in Membership.objects.held_on(on).filter(person=leaver)]
        if act_or_explain(
            form,
            lambda: moved.update(services.hand_over(request.actor, leaver=leaver, **form.cleaned_data)),
        ):
            numbers = "，".join(f"{name} {number}" for name, number in moved.items() if number)
            messages.success(
                request, f"交接已办理：{numbers or '接手人原已有这些岗位'}。草稿和待办随岗位走。"
            )
            if on > clock.today():
                messages.info(request, f"责任栏目和未读提醒在{on:%Y-%m-%d}以后转给接手人，在那以前照旧。")
            _remind_of_leading_group(request, leaver, units, on)
            return redirect("accounts-person", pk=pk)
    context = {"form": form, "heading": f"{leaver.name}：交接", "verb": "办理交接", "back": "accounts-people"}
    return render(request, "accounts/form.html", context)


@login_required
@require_POST
def close(request: DeskRequest, pk: int) -> HttpResponse:
    person, today = _person(request, pk), clock.today()
    units = [post.unit_id for post in Membership.objects.held_on(today).filter(person=person)]
    try:
        services.close_account(request.actor, person=person, reason=request.POST.get("reason", ""))
        messages.success(request, "账号已停用，岗位今日结束。")
        _remind_of_leading_group(request, person, units, today)
    except DomainError as error:
        messages.error(request, error.message)
    return redirect("accounts-person", pk=pk)


@login_required
def export(request: DeskRequest) -> HttpResponseBase:
    """The list is personal data: taking it out is an act."""
    request.actor.demand("manage_people")
    entry = Entry("export_people", ("people", "", "人员与岗位"), personal_data=True)
    record(request.actor, entry)
    return xlsx_response("人员与岗位", sheets.PEOPLE_HEADER, sheets.people_rows(managed_people(request)))


@login_required
def import_(request: DeskRequest) -> HttpResponse:
    request.actor.demand("manage_people")
    return import_sheet(request, sheets.import_people, "导入人员与岗位", "accounts-people",
                        header=sheets.PEOPLE_HEADER, export="accounts-people-export")  # fmt: skip
