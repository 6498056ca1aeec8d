import json
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import Unit
from mingbai.catalogue import sheets, standard_sheets
from mingbai.catalogue.comparing import compare_versions
from mingbai.catalogue.forms import StandardForm
from mingbai.catalogue.loading import as_content, load_standard_as, preview_standard
from mingbai.catalogue.models import StandardCatalogue
from mingbai.catalogue.services import adopt_for_kind
from mingbai.core import clock
from mingbai.core.errors import BadInput, DomainError
from mingbai.core.tables import xlsx_response


@login_required
def listing(request: DeskRequest) -> HttpResponse:
    request.actor.demand("read_catalogue")
    rows = StandardCatalogue.objects.order_by("code", "-valid_from")
    return render(
        request,
        "catalogue/standards.html",
        {
            "rows": rows,
            "may_manage": request.actor.may("manage_catalogue"),
            "kinds": Unit.Kind.choices,
        },
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
def export(request: DeskRequest, pk: int) -> HttpResponseBase:
    request.actor.demand("read_catalogue")
    catalogue = get_object_or_404(StandardCatalogue, pk=pk)
    rows = standard_sheets.rows_of(catalogue)
    return xlsx_response(f"{catalogue.name}{catalogue.version}", standard_sheets.header_of(catalogue), rows)


@login_required
def compare(request: DeskRequest, pk: int, other: int) -> HttpResponse:
    """What a newer version adds, drops and changes against an older one."""
    request.actor.demand("read_catalogue")
    new, old = get_object_or_404(StandardCatalogue, pk=pk), get_object_or_404(StandardCatalogue, pk=other)
    context = {"new": new, "old": old, "changes": compare_versions(old, new)}
    return render(request, "catalogue/compare.html", context)


@login_required
def file(request: DeskRequest, pk: int) -> HttpResponse:
    """The version as the JSON file that `load` reads: the sample for the next one."""
    request.actor.demand("read_catalogue")
    catalogue = get_object_or_404(StandardCatalogue, pk=pk)
    response = HttpResponse(
        json.dumps(as_content(catalogue), ensure_ascii=False, indent=1), content_type="application/json"
    )
    name = f"{catalogue.code}-{catalogue.version}.json"
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response


@login_required
@require_POST
def adopt_kind(request: DeskRequest) -> HttpResponse:
    request.actor.demand("adopt_catalogue")
    kind = request.POST.get("kind", "")
    if kind not in Unit.Kind.values:
        raise BadInput("请选择单位类别。")
    units, rows = adopt_for_kind(request.actor, kind=kind, on=clock.today())
    messages.success(request, f"{Unit.Kind(kind).label}共 {units} 个单位，新采用 {rows} 项。")
    return redirect("catalogue-standards")


def _content(form: StandardForm) -> Any:
    data = form.cleaned_data
    if not form.is_sheet:
        return json.loads(data["content"].read().decode("utf-8-sig"))
    said = {name: data[name] for name in ("version", "valid_from", "source")}
    return standard_sheets.content_of(data["current"], data["content"].read(), **said)


@login_required
def load(request: DeskRequest) -> HttpResponse:
    """First what the file would change, then, confirmed, the loading itself."""
    request.actor.demand("manage_catalogue")
    form = StandardForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        try:
            content = _content(form)
            if request.POST.get("confirmed") == "1":
                catalogue = load_standard_as(request.actor, content)
                messages.success(request, f"已载入{catalogue}。新增的栏目点“补齐”采用。")
                return redirect("catalogue-standard", pk=catalogue.pk)
            old, changes = preview_standard(request.actor, content)
            context |= {"previewed": True, "old": old, "changes": changes}
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
            form.add_error("content", "文件既不是 Excel（.xlsx），也不是 JSON。请用导出的样本改好后再上传。")
        except DomainError as error:
            form.add_error("content", error.message)
    return render(request, "catalogue/load_standard.html", context)
