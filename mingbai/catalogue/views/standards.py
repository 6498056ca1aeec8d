import json

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from mingbai.accounts.http import DeskRequest
from mingbai.catalogue import sheets
from mingbai.catalogue.comparing import compare_versions
from mingbai.catalogue.forms import StandardForm
from mingbai.catalogue.loading import load_standard_as
from mingbai.catalogue.models import StandardCatalogue
from mingbai.core.errors import DomainError
from mingbai.core.tables import xlsx_response


@login_required
def listing(request: DeskRequest) -> HttpResponse:
    request.actor.demand("read_catalogue")
    rows = StandardCatalogue.objects.order_by("code", "-valid_from")
    return render(
        request,
        "catalogue/standards.html",
        {"rows": rows, "may_manage": request.actor.may("manage_catalogue")},
    )


@login_required
def detail(request: DeskRequest, pk: int) -> HttpResponse:
    request.actor.demand("read_catalogue")
    catalogue = get_object_or_404(StandardCatalogue, pk=pk)
    others = StandardCatalogue.objects.filter(code=catalogue.code).exclude(pk=pk)
    context = {
        "catalogue": catalogue,
        "rows": sheets.standard_rows(catalogue),
        "header": sheets.STANDARD_HEADER,
        "others": others,
    }
    return render(request, "catalogue/standard.html", context)


@login_required
def export(request: DeskRequest, pk: int) -> HttpResponse:
    request.actor.demand("read_catalogue")
    catalogue = get_object_or_404(StandardCatalogue, pk=pk)
    return xlsx_response(catalogue.name, sheets.STANDARD_HEADER, sheets.standard_rows(catalogue))


@login_required
def compare(request: DeskRequest, pk: int, other: int) -> HttpResponse:
    """What a newer version adds, drops and changes against an older one."""
    request.actor.demand("read_catalogue")
    new, old = get_object_or_404(StandardCatalogue, pk=pk), get_object_or_404(StandardCatalogue, pk=other)
    context = {"new": new, "old": old, "changes": compare_versions(old, new)}
    return render(request, "catalogue/compare.html", context)


@login_required
def load(request: DeskRequest) -> HttpResponse:
    request.actor.demand("manage_catalogue")
    form = StandardForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            catalogue = load_standard_as(
                request.actor, json.loads(form.cleaned_data["content"].read().decode("utf-8-sig"))
            )
            messages.success(request, f"已载入{catalogue}。各单位下次采用目录时按新版补齐。")
            return redirect("catalogue-standard", pk=catalogue.pk)
        except (UnicodeDecodeError, json.JSONDecodeError):
            form.add_error("content", "文件不是 JSON 格式。请用导出的样本改好后再上传。")
        except DomainError as error:
            form.add_error("content", error.message)
    return render(request, "catalogue/load_standard.html", {"form": form})
