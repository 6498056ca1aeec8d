from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import Unit
from mingbai.catalogue import selectors as catalogue
from mingbai.core import clock
from mingbai.core.tables import xlsx_response
from mingbai.desk.first_day import look, steps_of
from mingbai.desk.selectors import counts_of_units_and_columns, published_counts, today_of
from mingbai.desk.wizard import steps as wizard_steps
from mingbai.journal.models import Notice

MONTHS = tuple(f"{month}月" for month in range(1, 13))


@login_required
def home(request: DeskRequest) -> HttpResponse:
    """Today's list in the order of urgency; for supervisors the county in figures above it."""
    context: dict[str, Any] = {
        "today": today_of(request.actor),
        "labels": catalogue.STATE_LABELS,
        "item_labels": catalogue.ITEM_LABELS,
        "day": clock.today(),
        "may_write": request.actor.may("write_draft"),
    }
    if request.actor.may("read_county_matrix"):
        scope = request.actor.scope("read_county_matrix")
        context["county"] = catalogue.count_by_colour(scope, clock.now())
    return render(request, "desk/home.html", context)


@login_required
@require_POST
def read_notice(request: DeskRequest, pk: int) -> HttpResponse:
    row = Notice.objects.filter(pk=pk, person_id=request.actor.person_id or 0).first()
    if row is None:
        return redirect("desk-home")
    Notice.objects.filter(pk=pk).update(read_at=clock.now())
    return redirect(row.link or "desk-home")


@login_required
def statistics(request: DeskRequest) -> HttpResponseBase:
    """Counts by unit, column and month, on screen and as Excel."""
    request.actor.demand("read_disclosures")
    this_year = clock.today().year
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and 2000 <= int(asked) <= this_year else this_year
    if request.GET.get("format") == "all":
        return _all_counts(request, year)
    by = "column" if request.GET.get("by") == "column" else "unit"
    units = Unit.objects.filter(request.actor.scope("read_disclosures").condition("")).order_by("path")
    unit = units.filter(code=request.GET.get("unit", "")).first() if by == "column" else None
    rows = published_counts(request.actor, year, by, unit)
    if request.GET.get("format") == "xlsx":
        header = ("栏目" if by == "column" else "单位", *MONTHS, "合计")
        name = f"{unit.label if unit else ''}{year}年发布统计"
        return xlsx_response(name, header, ([row["label"], *row["months"], row["total"]] for row in rows))
    context = {
        "rows": rows,
        "months": MONTHS,
        "year": year,
        "years": range(this_year, this_year - 6, -1),
        "by": by,
        "unit": unit,
        "units": units,
        "total": sum(row["total"] for row in rows),
    }
    return render(request, "desk/statistics.html", context)


def _all_counts(request: DeskRequest, year: int) -> HttpResponseBase:
    """Every unit's every column by month, for whoever counts on in a sheet."""
    rows = counts_of_units_and_columns(request.actor, year)
    header = ("单位", "栏目", *MONTHS, "合计")
    return xlsx_response(
        f"{year}年各单位各栏目发布统计",
        header,
        ((unit, column, *months, sum(months)) for unit, column, months in rows),
    )


@login_required
def first_day(request: DeskRequest) -> HttpResponse:
    """What a new clerk or reviewer does on the first day, with what of it is done."""
    steps = steps_of(request.actor)
    context = {"steps": steps, "left": sum(not done for _, done in steps)}
    return render(request, "desk/first_day.html", context)


@login_required
@require_POST
def first_look(request: DeskRequest, code: str) -> HttpResponse:
    return redirect(look(request.actor, code=code).url)


@login_required
def wizard(request: DeskRequest) -> HttpResponse:
    request.actor.demand("manage_identity")
    steps = [(step, request.actor.may(step.right)) for step in wizard_steps()]
    left = sum(not step.done for step, _ in steps)
    return render(request, "desk/wizard.html", {"steps": steps, "left": left})
