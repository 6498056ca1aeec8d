"""Who is away and who acts for them: one's own days, and those of the people of one's unit."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mingbai.accounts.forms import AbsenceForm, AbsenceOfForm
from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import Absence, Membership, Person, Unit
from mingbai.accounts.selectors import absences_within, away_on, uncovered
from mingbai.accounts.services import absences as services
from mingbai.accounts.views.own import own_page
from mingbai.core import clock
from mingbai.core.errors import DomainError, Missing
from mingbai.core.forms import act_or_explain
from mingbai.core.tables import page_of


def _people(request: DeskRequest) -> QuerySet[Person]:
    """People with a post today in the units where the actor may enter absences."""
    scope = request.actor.scope("enter_absence")
    posts = Membership.objects.held_on(clock.today()).filter(scope.condition("unit"), person=OuterRef("pk"))
    return Person.objects.filter(Exists(posts)).order_by("name", "username")


def _say(request: DeskRequest, absence: Absence) -> None:
    name, day = absence.person.name, max(absence.starts_on, clock.today())
    messages.success(
        request, f"已登记：{name}{absence.starts_on:%Y-%m-%d}至{absence.ends_on:%Y-%m-%d}离岗，到期自动结束。"
    )
    alone = uncovered(absence, day)
    if alone:
        messages.warning(
            request,
            f"{'、'.join(alone)}没有B角，也没有同岗位的人，这几天没有人能办。请本单位终审或管理员指定代办人。",
        )


@login_required
def listing(request: DeskRequest) -> HttpResponse:
    """The absences of the unit's people, and the form for another one."""
    request.actor.demand("enter_absence")
    form = AbsenceOfForm(request.POST or None, people=_people(request), initial={"starts_on": clock.today()})
    entered: list[Absence] = []
    if request.method == "POST" and form.is_valid():
        if act_or_explain(
            form, lambda: entered.append(services.enter_absence(request.actor, **form.cleaned_data))
        ):
            _say(request, entered[0])
            return redirect("accounts-absences")
    units = Unit.objects.filter(request.actor.scope("enter_absence").condition(""))
    context = {
        "form": form,
        "people": list(_people(request)),
        "page": page_of(request, absences_within(request.actor)),
        "away": away_on(clock.today(), units.values_list("pk", flat=True)),
    }
    return render(request, "accounts/absences.html", context, status=400 if form.errors else 200)


@login_required
@require_POST
def enter_own(request: DeskRequest) -> HttpResponse:
    person, form = request.user, AbsenceForm(request.POST)
    assert isinstance(person, Person)
    entered: list[Absence] = []
    if form.is_valid() and act_or_explain(
        form,
        lambda: entered.append(services.enter_absence(request.actor, person=person, **form.cleaned_data)),
    ):
        _say(request, entered[0])
        return redirect("accounts-own")
    return render(request, "accounts/own.html", own_page(person, form), status=400)


@login_required
@require_POST
def end_own(request: DeskRequest, pk: int) -> HttpResponse:
    absence = Absence.objects.select_related("person").filter(pk=pk, person=request.actor.person_id).first()
    return _end(request, absence, "accounts-own")


@login_required
@require_POST
def end(request: DeskRequest, pk: int) -> HttpResponse:
    request.actor.demand("enter_absence")
    return _end(request, absences_within(request.actor).filter(pk=pk).first(), "accounts-absences")


@login_required
@require_POST
def entrust(request: DeskRequest, pk: int) -> HttpResponse:
    """Name somebody for an absence that is entered already."""
    request.actor.demand("enter_absence")
    absence = absences_within(request.actor).filter(pk=pk).first()
    chosen = request.POST.get("deputy", "")
    deputy = _people(request).filter(pk=int(chosen)).first() if chosen.isdecimal() else None
    if absence is None or deputy is None:
        raise Missing("没有这次离岗登记，或者这位人员不归您管。")
    try:
        posts = services.entrust_deputy(request.actor, absence=absence, deputy=deputy)
        messages.success(request, f"{deputy.name}代{absence.person.name}办理：{'、'.join(posts)}。")
    except DomainError as error:
        messages.error(request, error.message)
    return redirect("accounts-absences")


def _end(request: DeskRequest, absence: Absence | None, back: str) -> HttpResponse:
    if absence is None:
        raise Missing("没有这次离岗登记，或者不归您管。")
    try:
        services.end_absence(request.actor, absence=absence)
        messages.success(request, f"{absence.person.name}已回岗，代办从今天起停止；之前代办的仍然有效。")
    except DomainError as error:
        messages.error(request, error.message)
    return redirect(back)
