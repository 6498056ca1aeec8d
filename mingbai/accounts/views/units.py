from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.forms import Form
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from mingbai.accounts import sheets
from mingbai.accounts.actors import Actor
from mingbai.accounts.forms import (
    CloseForm,
    LeadingGroupForm,
    MergeForm,
    MoveForm,
    RecallForm,
    RenameForm,
    SheetForm,
    TermForm,
    UnitDetailForm,
    UnitForm,
)
from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import LeadingGroupMember, PlannedChange, PlannedEnding, Unit
from mingbai.accounts.services import units as services
from mingbai.accounts.services.leading_group import (
    add_leading_group_member,
)
from mingbai.accounts.services.leading_group import (
    end_leading_group_term as end_term,
)
from mingbai.core import clock
from mingbai.core.errors import Missing
from mingbai.core.forms import act_or_explain
from mingbai.core.tables import page_of, xlsx_response
from mingbai.journal.services import Entry, record


def managed_units(request: DeskRequest, act: str) -> QuerySet[Unit]:
    return Unit.objects.filter(request.actor.scope(act).condition("")).order_by("path")


@login_required
def listing(request: DeskRequest) -> HttpResponse:
    request.actor.demand("manage_units")
    rows = managed_units(request, "manage_units").select_related("parent", "merged_into")
    query, kind = request.GET.get("q", "").strip(), request.GET.get("kind", "")
    if query:
        rows = rows.filter(
            Q(name__icontains=query) | Q(short_name__icontains=query) | Q(code__icontains=query)
        )
    if kind in Unit.Kind.values:
        rows = rows.filter(kind=kind)
    context = {"page": page_of(request, rows), "kinds": Unit.Kind.choices, "q": query, "kind": kind}
    return render(request, "accounts/units.html", context)


@login_required
def new(request: DeskRequest) -> HttpResponse:
    request.actor.demand("manage_units")
    form = UnitForm(request.POST or None, units=managed_units(request, "manage_units").filter(closed_on=None))
    if request.method == "POST" and form.is_valid():
        if act_or_explain(form, lambda: services.open_unit(request.actor, **form.cleaned_data)):
            messages.success(request, "单位已建好，请接着填写地址、电话等公开信息。")
            return redirect("accounts-unit", code=form.cleaned_data["code"])
    return render(
        request,
        "accounts/form.html",
        {"form": form, "heading": "新建单位", "verb": "建立", "back": "accounts-units"},
    )


@login_required
def detail(request: DeskRequest, code: str) -> HttpResponse:
    unit = get_object_or_404(Unit.objects.select_related("parent", "merged_into"), code=code)
    request.actor.demand("manage_units", unit)
    form = UnitDetailForm(request.POST or None, instance=unit)
    if request.method == "POST" and form.is_valid():
        fields = form.cleaned_data
        unit.refresh_from_db()
        if act_or_explain(form, lambda: services.describe_unit(request.actor, unit=unit, **fields)):
            messages.success(request, "已保存，门户上的单位页面随即更新。")
            return redirect("accounts-unit", code=code)
    planned = PlannedEnding.objects.filter(unit=unit).select_related("into").first()
    coming = list(PlannedChange.objects.filter(unit=unit).select_related("parent"))
    context = {
        "unit": unit,
        "coming": coming,
        "coming_kinds": {row.kind for row in coming},
        "form": form,
        "changes": unit.changes.all(),
        "acts": CHANGES,
        "planned": planned,
        "overdue": planned is not None and planned.on < clock.today(),
    }
    return render(request, "accounts/unit.html", context)


# address → (form, service, heading); the names of the forms' fields are those of the services, but for `into`
CHANGES: dict[str, tuple[Callable[..., Form], Callable[..., Unit], str]] = {
    "rename": (RenameForm, services.rename_unit, "更名"),
    "merge": (MergeForm, services.merge_unit, "合并"),
    "move": (MoveForm, services.move_unit, "调整隶属"),
    "close": (CloseForm, services.close_unit, "撤销"),
    "recall": (RecallForm, services.recall_ending, "撤回撤并安排"),
    "recall-rename": (RecallForm, partial(services.recall_change, kind="renamed"), "撤回更名安排"),
    "recall-move": (RecallForm, partial(services.recall_change, kind="moved"), "撤回调整隶属安排"),
}
# acts that may wait for their day → what they leave waiting
PLANNED: dict[str, Callable[[Unit], PlannedEnding | PlannedChange | None]] = {
    "merge": lambda unit: PlannedEnding.objects.filter(unit=unit).first(),
    "close": lambda unit: PlannedEnding.objects.filter(unit=unit).first(),
    "rename": lambda unit: PlannedChange.objects.filter(unit=unit, kind="renamed").first(),
    "move": lambda unit: PlannedChange.objects.filter(unit=unit, kind="moved").first(),
}


AFTERWARDS = {
    "merge": "原单位的岗位到当日为止，请为留任的人在新单位登记任职；没办完的草稿和审核由新单位接着办。",
    "close": "原单位的岗位到当日为止。",
}


def _told(unit: Unit, act: str, heading: str, on: date | None) -> str:
    planned = PLANNED[act](unit) if act in PLANNED else None
    if planned is not None and planned.on == on:
        return f"{heading}已登记，到{planned.on.year}年{planned.on.month}月{planned.on.day}日生效；在那以前一切照常。"
    return f"{heading}已办理，历史记录保留。{AFTERWARDS.get(act, '')}"


@login_required
def change(request: DeskRequest, code: str, act: str) -> HttpResponse:
    unit = get_object_or_404(Unit, code=code)
    request.actor.demand("manage_units", unit)
    if act not in CHANGES:
        raise Missing("没有这项操作。")
    form_class, service, heading = CHANGES[act]
    extra = (
        {"units": managed_units(request, "manage_units").filter(closed_on=None)}
        if act in {"merge", "move"}
        else {}
    )
    form = form_class(request.POST or None, **extra)
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        if act == "move":
            data["parent"] = data.pop("into")
        if act_or_explain(form, lambda: service(request.actor, unit=unit, **data)):
            messages.success(request, _told(unit, act, heading, data.get("on")))
            return redirect("accounts-unit", code=code)
    context = {"form": form, "heading": f"{unit.name}：{heading}", "verb": "确认", "back": "accounts-units"}
    return render(request, "accounts/form.html", context)


@login_required
def export(request: DeskRequest) -> HttpResponseBase:
    request.actor.demand("manage_units")
    return xlsx_response("单位", sheets.UNIT_HEADER, sheets.unit_rows(managed_units(request, "manage_units")))


def import_sheet(
    request: DeskRequest,
    act: Callable[[Actor, bytes], object],
    heading: str,
    back: str,
    *,
    header: Sequence[str],
    export: str,
) -> HttpResponse:
    """The form for an Excel list, and what became of the one that was sent. The caller has demanded the right; `export`
    is the address of the list as it stands."""
    form = SheetForm(request.POST or None, request.FILES or None)
    outcome = None
    if request.method == "POST" and form.is_valid():
        outcome = act(request.actor, form.cleaned_data["sheet"].read())
    context = {
        "form": form, "outcome": outcome, "heading": heading, "back": back, "header": header, "export": export,
    }  # fmt: skip
    return render(request, "accounts/import.html", context)


@login_required
def import_(request: DeskRequest) -> HttpResponse:
    request.actor.demand("manage_units")
    return import_sheet(request, sheets.import_units, "导入单位", "accounts-units",
                        header=sheets.UNIT_HEADER, export="accounts-units-export")  # fmt: skip


@login_required
def leading_group(request: DeskRequest) -> HttpResponse:
    request.actor.demand("write_draft")
    units = managed_units(request, "write_draft")
    unit = units.filter(code=request.GET.get("unit", "")).first() or units.first()
    if unit is None:
        raise Missing("您没有可以维护的单位。")
    form = LeadingGroupForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if act_or_explain(
            form, lambda: add_leading_group_member(request.actor, unit=unit, **form.cleaned_data)
        ):
            messages.success(request, "已登记，门户上同步展示。")
            return redirect(f"{request.path}?unit={unit.code}")
    members = LeadingGroupMember.objects.filter(unit=unit)
    return render(
        request,
        "accounts/leading_group.html",
        {"unit": unit, "units": units, "members": members, "form": form, "today": clock.today()},
    )


@login_required
@require_POST
def end_leading_group_term(request: DeskRequest, pk: int) -> HttpResponse:
    units = managed_units(request, "write_draft")
    member = LeadingGroupMember.objects.filter(pk=pk, unit__in=units).select_related("unit").first()
    if member is None:
        raise Missing("没有这一条，或者不在您维护的单位。")
    form = TermForm(request.POST)
    if form.is_valid() and act_or_explain(
        form, lambda: end_term(request.actor, member=member, ends_on=form.cleaned_data["ends_on"])
    ):
        messages.success(request, "任期已结束，门户随即更新，历史保留。")
    else:
        messages.error(request, "；".join(str(text) for texts in form.errors.values() for text in texts))
    return redirect(f"{reverse('accounts-leading-group')}?unit={member.unit.code}")


@login_required
def export_leading_group(request: DeskRequest) -> HttpResponseBase:
    """All terms, past ones too, of the units that the actor keeps."""
    request.actor.demand("write_draft")
    units = managed_units(request, "write_draft")
    entry = Entry("export_leading_group", ("people", "", "领导小组"), personal_data=True)
    record(request.actor, entry)
    return xlsx_response("领导小组", sheets.LEADING_GROUP_HEADER, sheets.leading_group_rows(units))


@login_required
def import_leading_group(request: DeskRequest) -> HttpResponse:
    request.actor.demand("write_draft")
    return import_sheet(request, sheets.import_leading_group, "导入领导小组", "accounts-leading-group",
                        header=sheets.LEADING_GROUP_HEADER, export="accounts-leading-group-export")  # fmt: skip
