"""Import by upload, and the tray of documents whose unit nobody recognised."""

from collections import Counter
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import Unit
from mingbai.core.errors import DomainError, Missing
from mingbai.core.files import read_upload, refuse_large
from mingbai.core.forms import act_or_explain, posted
from mingbai.core.tables import page_of, sorted_by, xlsx_response
from mingbai.disclosure import selectors, services
from mingbai.disclosure.forms import ReasonForm
from mingbai.disclosure.importing.batches import Upload, continue_import, start_import
from mingbai.disclosure.importing.undoing import Undone, undo_import
from mingbai.disclosure.models import Disclosure, Draft, ImportBatch, ImportFile
from mingbai.disclosure.views.lists import units_in_reach


class ImportForm(forms.Form):
    unit = forms.ModelChoiceField(
        label="归入单位", queryset=Unit.objects.none(), required=False, empty_label="按文件内容自动识别"
    )

    batch = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


@login_required
def upload(request: DeskRequest) -> HttpResponse:
    request.actor.demand("import_documents")
    units = units_in_reach(request, "import_documents").filter(closed_on=None, merged_into=None)
    form = ImportForm(posted(request), units=units)
    if request.method == "POST":
        made: list[ImportBatch] = []
        if form.is_valid():
            act_or_explain(form, lambda: made.append(_take(request, form, units)))
        if "X-Slice" in request.headers:
            return _slice_taken(made[0] if made else None, form)
        if made:
            return redirect("disclosure-import-batch", made[0].pk)
    batches = ImportBatch.objects.within(request.actor.scope("import_documents")).select_related(
        "unit", "person"
    )
    return render(request, "disclosure/import.html", {"form": form, "batches": batches.order_by("-pk")[:20]})


def _slice_taken(batch: ImportBatch | None, form: ImportForm) -> JsonResponse:
    """Answer to the page's script, which sends a folder in slices."""
    if batch is None:
        sentences = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"problem": "".join(sentences)}, status=400)
    address = reverse("disclosure-import-batch", args=[batch.pk])
    return JsonResponse({"batch": batch.pk, "address": address})


def _uploads(request: DeskRequest) -> list[Upload]:
    found = []
    for file in request.FILES.getlist("files"):
        name = file.name or "文件"
        try:
            refuse_large(file)
            found.append(Upload(name, partial(read_upload, file)))
        except DomainError as error:
            found.append(Upload(name, refusal=error.message))
    return found


def _take(request: DeskRequest, form: ImportForm, units: QuerySet[Unit]) -> ImportBatch:
    begun = form.cleaned_data["batch"]
    if begun is None:
        return _start(request, form, units)
    batches = ImportBatch.objects.within(request.actor.scope("import_documents")).select_related("unit")
    batch = batches.filter(pk=begun).first()
    if batch is None:
        raise Missing("没有这次导入，或它不在您的单位范围内。")
    return continue_import(request.actor, batch=batch, files=_uploads(request))


def _start(request: DeskRequest, form: ImportForm, units: QuerySet[Unit]) -> ImportBatch:
    chosen = form.cleaned_data["unit"]
    home = chosen or units.first()
    if home is None:
        raise Missing("没有您可以导入的单位。")
    choices = {"unit": chosen.pk if chosen else None, "column": None}
    return start_import(request.actor, unit=home, files=_uploads(request), choices=choices)


def _batch(request: DeskRequest, pk: int) -> ImportBatch:
    request.actor.demand("import_documents")
    rows = ImportBatch.objects.within(request.actor.scope("import_documents"))
    found: ImportBatch | None = rows.select_related("unit", "person").filter(pk=pk).first()
    if found is None:
        raise Missing("没有这次导入，或它不在您的单位范围内。")
    return found


@login_required
def batch(request: DeskRequest, pk: int) -> HttpResponse:
    """The result file by file; asks again every two seconds while something is left to do."""
    found = _batch(request, pk)
    files = list(ImportFile.objects.of(batch=found).order_by("pk"))
    done = sum(file.state != ImportFile.State.WAITING for file in files)
    counted = Counter(row["state"] for file in files for row in file.rows)
    refused = counted["refused"] + sum(
        file.state == ImportFile.State.REFUSED and not file.rows for file in files
    )
    made = [row["id"] for file in files for row in file.rows if row["id"]]
    context = {
        "readable": set(selectors.desk_items(request.actor).filter(pk__in=made).values_list("pk", flat=True)),
        "batch": found, "files": files, "done": done, "running": done < len(files),
        "created": counted["created"], "already": counted["already_there"], "refused": refused,
    }  # fmt: skip
    page = "disclosure/_batch.html" if request.headers.get("HX-Request") else "disclosure/batch.html"
    return render(request, page, context)


@login_required
def undo(request: DeskRequest, pk: int) -> HttpResponse:
    """Take the import back; the answer names what was given up and what stays, and why."""
    found = _batch(request, pk)
    form = ReasonForm(posted(request))
    made: list[Undone] = []
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        act_or_explain(form, lambda: made.append(undo_import(request.actor, batch=found, reason=reason)))
    context = {"batch": found, "form": form, "undone": made[0] if made else None}
    return render(request, "disclosure/undo_import.html", context, status=400 if form.errors else 200)


TRAY_SORTS = {
    "named": ("source_unit_name", "pk"),
    "title": ("title", "pk"),
    "file": ("source_file", "pk"),
}
TRAY_HEADER = ("编号", "标题", "读到的名称", "种类", "来源文件")


@login_required
def unclaimed(request: DeskRequest) -> HttpResponseBase:
    request.actor.demand("claim_document")
    rows: QuerySet[Disclosure] = Disclosure.objects.within(request.actor.scope("claim_document")).filter(
        stage=Disclosure.Stage.UNCLAIMED
    )
    query = request.GET.get("q", "").strip()
    if query:
        named = Q(source_unit_name__icontains=query) | Q(source_file__icontains=query)
        rows = rows.filter(named | Q(title__icontains=query))
    rows = sorted_by(request, rows, TRAY_SORTS, "named")
    if request.GET.get("format") == "xlsx":
        cells = (
            (row.pk, row.title, row.source_unit_name, row.get_kind_display(), row.source_file)
            for row in rows.iterator(chunk_size=2000)
        )
        return xlsx_response("待认领", TRAY_HEADER, cells)
    page = page_of(request, rows)
    units = units_in_reach(request, "write_draft").filter(closed_on=None, merged_into=None)
    drafts = {draft.pk: draft for draft in Draft.objects.of(disclosure__in=[row.pk for row in page])}
    for row in page:
        row.body = drafts[row.pk].body_html if row.pk in drafts else ""  # type: ignore[attr-defined]
    return render(request, "disclosure/unclaimed.html", {"page": page, "units": units, "q": query})


@login_required
@require_POST
def claim(request: DeskRequest) -> HttpResponse:
    """Give the chosen documents to one unit; the names they were read under are remembered."""
    request.actor.demand("claim_document")
    unit = units_in_reach(request, "write_draft").filter(pk=_number(request.POST.get("unit", ""))).first()
    if unit is None:
        messages.error(request, "请先选择单位。")
        return redirect("disclosure-unclaimed")
    done = 0
    for pk in request.POST.getlist("chosen")[:200]:
        try:
            disclosure = selectors.desk_item(request.actor, _number(pk))
            services.claim_document(request.actor, disclosure=disclosure, unit=unit)
            done += 1
        except DomainError as error:
            messages.warning(request, error.message)
    if done:
        messages.success(
            request,
            f"{done} 份文档已归入{unit.label}，栏目已按种类建议，请编辑人员核对。同名的以后自动归入。",
        )
    return redirect("disclosure-unclaimed")


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() else 0
