from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mingbai.accounts.http import DeskRequest
from mingbai.catalogue import selectors, services, sheets
from mingbai.catalogue.forms import AdoptionForm, FileForm, NothingForm, PauseForm
from mingbai.catalogue.models import Adoption, ColumnState, NothingStatement, Pause
from mingbai.catalogue.views.common import adoption_of, chosen_unit, readable_units
from mingbai.core import clock
from mingbai.core.errors import DomainError, Missing
from mingbai.core.forms import act_or_explain
from mingbai.core.tables import xlsx_response


@login_required
def own(request: DeskRequest) -> HttpResponse:
    """One unit's columns as a tree with their colours, and its items of the grassroots catalogue."""
    request.actor.demand("read_catalogue")
    unit = chosen_unit(request)
    context = {
        "unit": unit,
        "units": readable_units(request),
        "tree": selectors.tree_with_states(unit, clock.now()),
        "items": selectors.items_with_states(unit, clock.now()),
        "labels": selectors.STATE_LABELS,
        "item_labels": selectors.ITEM_LABELS,
        "may_write": request.actor.may("write_draft", unit),
        "may_adopt": request.actor.may("adopt_catalogue", unit),
    }
    return render(request, "catalogue/own.html", context)


@login_required
def detail(request: DeskRequest, pk: int) -> HttpResponse:
    adoption = adoption_of(request, pk)
    form = AdoptionForm(request.POST or None, adoption=adoption)
    if request.method == "POST" and form.is_valid():
        if act_or_explain(
            form, lambda: services.change_adoption(request.actor, adoption=adoption, **form.cleaned_data)
        ):
            messages.success(request, "已保存。")
            return redirect("catalogue-adoption", pk=pk)
    today = clock.today()
    state = selectors.with_state(ColumnState.objects.of(adoption=adoption), clock.now()).first()
    labels = selectors.ITEM_LABELS if adoption.item_id else selectors.STATE_LABELS
    context = {
        "adoption": adoption,
        "state": state,
        "label": labels.get(state.colour, "") if state else "",
        "form": form,
        "statements": NothingStatement.objects.of(adoption=adoption).select_related("person"),
        "pauses": Pause.objects.of(adoption=adoption),
        "nothing_form": NothingForm(initial={"period_from": today.replace(day=1), "period_to": today}),
        "pause_form": PauseForm(initial={"starts_on": today, "ends_on": today + timedelta(days=30)}),
        "may_adopt": request.actor.may("adopt_catalogue", adoption.unit),
        "may_write": request.actor.may("make_nothing_statement", adoption.unit),
    }
    return render(request, "catalogue/adoption.html", context)


def _do(request: DeskRequest, adoption: Adoption, act: object, done: str) -> HttpResponse:
    try:
        act()  # type: ignore[operator]
        messages.success(request, done)
    except DomainError as error:
        messages.error(request, error.message)
    return redirect("catalogue-adoption", pk=adoption.pk)


@login_required
@require_POST
def switch(request: DeskRequest, pk: int) -> HttpResponse:
    adoption, on = adoption_of(request, pk), request.POST.get("on") == "1"
    reason = request.POST.get("off_reason", "")
    done = "已启用。" if on else "已停用，已公开的信息仍可查看。"
    return _do(
        request,
        adoption,
        lambda: services.switch_adoption(request.actor, adoption=adoption, on=on, reason=reason),
        done,
    )


@login_required
@require_POST
def nothing(request: DeskRequest, pk: int) -> HttpResponse:
    adoption, form = adoption_of(request, pk), NothingForm(request.POST)
    if not form.is_valid():
        messages.error(request, "期间和说明都要填写，日期写成 2026-01-01。")
        return redirect("catalogue-adoption", pk=pk)
    data = form.cleaned_data
    return _do(
        request,
        adoption,
        lambda: services.make_nothing_statement(request.actor, adoption=adoption, **data),
        "说明已登记，本期视为已更新。",
    )


@login_required
@require_POST
def pause(request: DeskRequest, pk: int) -> HttpResponse:
    adoption, form = adoption_of(request, pk), PauseForm(request.POST)
    if not form.is_valid():
        messages.error(request, "请填写起始日和理由。")
        return redirect("catalogue-adoption", pk=pk)
    data = form.cleaned_data
    return _do(
        request,
        adoption,
        lambda: services.pause_column(request.actor, adoption=adoption, **data),
        "已暂停计时。",
    )


@login_required
@require_POST
def end_pause(request: DeskRequest, pk: int, pause_pk: int) -> HttpResponse:
    adoption = adoption_of(request, pk)
    row = Pause.objects.of(adoption=adoption).select_related("unit").filter(pk=pause_pk).first()
    if row is None:
        raise Missing("没有这一次暂停。")
    return _do(
        request,
        adoption,
        lambda: services.end_pause(request.actor, pause=row, ends_on=clock.today()),
        "已恢复计时。",
    )


@login_required
@require_POST
def adopt(request: DeskRequest) -> HttpResponse:
    unit = chosen_unit(request)
    number = services.adopt_for_unit(request.actor, unit=unit, on=clock.today())
    messages.success(request, f"新采用 {number} 项。" if number else "标准目录的内容都已采用。")
    return redirect(f"/desk/catalogue/?unit={unit.code}")


@login_required
def export(request: DeskRequest) -> HttpResponseBase:
    request.actor.demand("read_catalogue")
    unit = chosen_unit(request)
    return xlsx_response(f"{unit.label}公开目录", (*sheets.HEADER, *sheets.SAID), sheets.rows(unit))


@login_required
def import_(request: DeskRequest) -> HttpResponse:
    unit = chosen_unit(request)
    request.actor.demand("adopt_catalogue", unit)
    form = FileForm(request.POST or None, request.FILES or None)
    outcome = None
    if request.method == "POST" and form.is_valid():
        outcome = sheets.import_rows(request.actor, unit, form.cleaned_data["sheet"].read())
    return render(request, "catalogue/import.html", {"form": form, "outcome": outcome, "unit": unit})
