"""Writing an item: new, form, autosave, files, findings beside the text."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import Unit
from mingbai.catalogue.models import Column
from mingbai.core import clock
from mingbai.core.errors import BadInput, Conflict, DomainError, Missing
from mingbai.core.files import read_upload
from mingbai.core.forms import act_or_explain, posted, posted_with_files
from mingbai.disclosure import answering, presence, relating, selectors, services
from mingbai.disclosure.deadlines import shown_limits
from mingbai.disclosure.filling import FromFile, content_from_file
from mingbai.disclosure.forms import DraftForm, NewForm
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Attachment, Disclosure, Draft
from mingbai.disclosure.proofing import check_draft, draft_subject, draft_text, item_of
from mingbai.disclosure.proposing import propose_column
from mingbai.disclosure.services.drafts import Content
from mingbai.disclosure.services.picturing import place_pictures
from mingbai.disclosure.views.lists import units_in_reach
from mingbai.proofreading.models import FindingRecord
from mingbai.proofreading.selectors import counted, doubts_of
from mingbai.proofreading.services import decide_finding


def editable(request: DeskRequest, pk: int) -> tuple[Disclosure, Draft]:
    disclosure = selectors.desk_item(request.actor, pk)
    request.actor.demand("write_draft", disclosure.unit)
    draft = Draft.objects.of(disclosure=disclosure).select_related("saved_by").first()
    if draft is None or disclosure.stage not in {"editing", "returned"}:
        raise Conflict("这条信息现在不能编辑。审核中的先撤回，已发布的先办理更正。")
    return disclosure, draft


def uploaded(request: DeskRequest, field: str = "file") -> tuple[str, bytes]:
    file = request.FILES.get(field)
    if file is None:
        raise BadInput("请选择文件。", field=field)
    return file.name or "文件", read_upload(file)


@login_required
def new(request: DeskRequest) -> HttpResponse:
    """Start an item, from a Word file where there is one. `?unit=CODE&column=ID` come from the list of gaps."""
    request.actor.demand("write_draft")
    units = units_in_reach(request, "write_draft").filter(closed_on=None, merged_into=None)
    wanted = units.filter(code=request.GET.get("unit", "")).first()
    form = NewForm(*posted_with_files(request), units=units, initial={"unit": wanted})
    if request.method == "POST" and form.is_valid():
        made: list[Disclosure] = []
        if act_or_explain(form, lambda: made.append(_start(request, form.cleaned_data["unit"]))):
            return redirect("disclosure-edit", made[0].pk)
    return render(request, "disclosure/new.html", {"form": form, **_asked_column(request, wanted)})


def _asked_column(request: DeskRequest, unit: Unit | None) -> dict[str, Any]:
    """The column that the list of gaps asks for, and what the unit published in it last: often the base of the next."""
    typed = request.GET.get("column", "")
    column = Column.objects.filter(pk=int(typed), holds_items=True).first() if typed.isdecimal() else None
    if column is None:
        return {}
    last = selectors.last_published_in(unit, column.pk) if unit else None
    return {"column": column, "last": last}


def _start(request: DeskRequest, unit: Unit) -> Disclosure:
    column = request.GET.get("column", "")
    columns = (int(column),) if column.isdecimal() else ()
    items = answering.chosen_of(unit, request.GET.getlist("item"), ())
    if items and not columns:
        proposed = propose_column(unit, "other", answering.names_of(items)[0])
        columns = (proposed.pk,) if proposed else ()
    read = FromFile(Content("", "", Metadata(issuer=unit.name, columns=columns, items=items)), [])
    if request.FILES:
        read = content_from_file(*uploaded(request), unit)
    content = read.content
    if request.FILES and columns:
        content = replace(content, metadata=replace(content.metadata, columns=columns, items=items))
    disclosure = services.create_draft(request.actor, unit=unit, content=content)
    lost = place_pictures(request.actor, disclosure, read.marked_html, read.pictures)
    for note in (*read.notes, *lost):
        messages.warning(request, note)
    return disclosure


@login_required
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    disclosure, draft = editable(request, pk)
    presence.seen(draft, request.actor)
    initial = DraftForm.initial_of(draft)
    form = DraftForm(posted(request), unit=disclosure.unit, initial=initial)
    looking = request.POST.get("act") == "find"
    if request.method == "POST" and not looking and form.is_valid():
        if act_or_explain(form, lambda: _keep(request, disclosure, draft, form)):
            return redirect(*_next_page(request, disclosure))
    context = {
        **_picker(request, disclosure, draft),
        **_answers(request, disclosure, draft),
        "disclosure": disclosure,
        "draft": draft,
        "form": form,
        "files": Attachment.objects.of(disclosure=disclosure).filter(in_draft=True),
        **_doubts(disclosure, draft),
        **shown_limits(disclosure, Metadata.from_json(draft.metadata).items),
        "returned": selectors.last_return(disclosure),
        "stopped": selectors.last_stop(disclosure),
        "others": presence.others(draft, request.actor),
        "most_mb": settings.UPLOAD_LIMIT // 1048576,
    }
    return render(request, "disclosure/edit.html", context, status=400 if form.errors else 200)


def _relations(request: DeskRequest, disclosure: Disclosure, draft: Draft) -> relating.Chosen:
    """The ticked relations of a sent form, those of the draft on first sight."""
    before = Metadata.from_json(draft.metadata).relations
    if request.method != "POST":
        return before
    chosen = relating.chosen_of(request.POST.getlist("relations"))
    return relating.permitted(request.actor, disclosure.pk, chosen, before)


def _picker(request: DeskRequest, disclosure: Disclosure, draft: Draft) -> dict[str, Any]:
    chosen = _relations(request, disclosure, draft)
    words, kind = request.POST.get("relation_words", ""), request.POST.get("relation_kind", "")
    return {
        "phrases": relating.PHRASES,
        "relations": relating.offers_of(chosen),
        "relation_words": words,
        "relation_kind": kind,
        "found": relating.search(request.actor, disclosure.pk, words, kind, chosen),
    }


def _items(request: DeskRequest, disclosure: Disclosure, draft: Draft) -> tuple[int, ...]:
    """The ticked items of the standard catalogue of a sent form, those of the draft on first sight."""
    before = Metadata.from_json(draft.metadata).items
    if request.method != "POST":
        return before
    return answering.chosen_of(disclosure.unit, request.POST.getlist("items"), before)


def _answers(request: DeskRequest, disclosure: Disclosure, draft: Draft) -> dict[str, Any]:
    columns, title = Metadata.from_json(draft.metadata).columns, draft.title
    if request.method == "POST":
        column, title = request.POST.get("column", ""), request.POST.get("title", "")
        columns = (int(column),) if column.isdecimal() and len(column) < 12 else ()
    return answering.offers_of(disclosure.unit, _items(request, disclosure, draft), columns, title)


@login_required
@require_POST
def answers(request: DeskRequest, pk: int) -> HttpResponse:
    """The items to tick with what the typed title and chosen column propose; saves nothing."""
    disclosure, draft = editable(request, pk)
    context = {"disclosure": disclosure, **_answers(request, disclosure, draft)}
    return render(request, "disclosure/_answers.html", context)


@login_required
@require_POST
def relations(request: DeskRequest, pk: int) -> HttpResponse:
    """The picker with what the search finds; saves nothing."""
    disclosure, draft = editable(request, pk)
    context = {"disclosure": disclosure, **_picker(request, disclosure, draft)}
    return render(request, "disclosure/_relations.html", context)


def _keep(request: DeskRequest, disclosure: Disclosure, held: Draft, form: DraftForm) -> None:
    draft = services.save_draft(
        request.actor,
        disclosure=disclosure,
        version=form.cleaned_data["version"],
        content=form.content(_relations(request, disclosure, held), _items(request, disclosure, held)),
    )
    # what was saved stays saved: a refused submission must not make the form an old version
    typed = request.POST.copy()
    typed["version"] = str(draft.version)
    form.data = typed
    check_draft(draft)
    if request.POST.get("act") == "submit":
        services.submit_and_check(
            request.actor,
            disclosure=disclosure,
            version=draft.version,
            accept_duplicate_number="accept_duplicate_number" in request.POST,
        )


def _next_page(request: DeskRequest, disclosure: Disclosure) -> tuple[str, int]:
    if request.POST.get("act") == "submit":
        messages.success(request, "已送审。")
        return "disclosure-detail", disclosure.pk
    messages.success(request, "已保存。")
    return "disclosure-edit", disclosure.pk


@login_required
@require_POST
def autosave(request: DeskRequest, pk: int) -> HttpResponse:
    """Answers with the line under the form; a refusal is a sentence there, never a lost page."""
    disclosure, draft = editable(request, pk)
    form = DraftForm(request.POST, unit=disclosure.unit)
    presence.seen(draft, request.actor)
    context = {
        "at": clock.now(),
        "draft": draft,
        "disclosure": disclosure,
        "others": presence.others(draft, request.actor),
    }
    if not form.is_valid():
        return render(
            request, "disclosure/_saved.html", {**context, "problem": "有内容填得不对，还没有自动保存。"}
        )
    try:
        context["draft"] = services.save_draft(
            request.actor,
            disclosure=disclosure,
            version=form.cleaned_data["version"],
            content=form.content(_relations(request, disclosure, draft), _items(request, disclosure, draft)),
            autosave=True,
        )
    except DomainError as error:
        return render(request, "disclosure/_saved.html", {**context, "problem": error.message})
    response = render(request, "disclosure/_saved.html", {**context, "fresh": True})
    response["HX-Trigger"] = "draft-saved"
    return response


@login_required
def company(request: DeskRequest, pk: int) -> HttpResponse:
    """Who else has the draft open, asked for once a minute by an open form; that it is open is noted too."""
    _, draft = editable(request, pk)
    presence.seen(draft, request.actor)
    return render(request, "disclosure/_others.html", {"others": presence.others(draft, request.actor)})


@login_required
@require_POST
def check(request: DeskRequest, pk: int) -> HttpResponse:
    disclosure, draft = editable(request, pk)
    request.actor.demand("proofread", disclosure.unit)
    check_draft(draft)
    return _findings(request, disclosure, draft)


def _doubts(disclosure: Disclosure, draft: Draft) -> dict[str, Any]:
    doubts = doubts_of(draft_subject(draft), item_of(disclosure), draft_text(draft))
    return {**counted(doubts), "title_ends": len(draft.title)}


def _findings(request: DeskRequest, disclosure: Disclosure, draft: Draft, problem: str = "") -> HttpResponse:
    context = {"disclosure": disclosure, **_doubts(disclosure, draft), "problem": problem, "decidable": True}
    return render(request, "disclosure/_findings.html", context)


@login_required
@require_POST
def decide(request: DeskRequest, pk: int, finding: int) -> HttpResponse:
    disclosure, draft = editable(request, pk)
    subject = draft_subject(draft)
    found = FindingRecord.objects.of(pk=finding, subject_type=subject.type, subject_id=subject.id).first()
    if found is None:
        raise Missing("这处疑点已经不在了。请重新检查。")
    problem = ""
    try:
        decide_finding(
            request.actor,
            finding=found,
            item=item_of(disclosure),
            verdict=request.POST.get("verdict", ""),
            reason=request.POST.get("reason", ""),
        )
    except DomainError as error:
        problem = error.message
    return _findings(request, disclosure, draft, problem)


@login_required
@require_POST
def add_file(request: DeskRequest, pk: int) -> HttpResponse:
    disclosure, _ = editable(request, pk)
    problem = ""
    try:
        files = request.FILES.getlist("file")
        if not files:
            raise BadInput("请选择文件。", field="file")
        for file in files:
            services.add_attachment(
                request.actor, disclosure=disclosure, name=file.name or "附件", content=read_upload(file)
            )
    except DomainError as error:
        problem = error.message
    return _files(request, disclosure, problem)


@login_required
@require_POST
def remove_file(request: DeskRequest, pk: int, file: int) -> HttpResponse:
    disclosure, _ = editable(request, pk)
    attachment = Attachment.objects.of(disclosure=disclosure, pk=file).first()
    if attachment is None:
        raise Missing("没有这个附件。请刷新页面。")
    services.remove_attachment(request.actor, attachment=attachment)
    return _files(request, disclosure)


def _files(request: DeskRequest, disclosure: Disclosure, problem: str = "") -> HttpResponse:
    if not request.headers.get("HX-Request"):
        if problem:
            messages.error(request, problem)
        return redirect("disclosure-edit", disclosure.pk)
    files = Attachment.objects.of(disclosure=disclosure).filter(in_draft=True)
    return render(
        request, "disclosure/_files.html", {"disclosure": disclosure, "files": files, "problem": problem}
    )


@login_required
@require_POST
def fill(request: DeskRequest, pk: int) -> HttpResponse:
    """Replace the draft's fields by those of a Word file; chosen columns and relations stay."""
    disclosure, draft = editable(request, pk)
    if (draft.title or draft.body_html) and "replace" not in request.POST:
        messages.error(request, "已填的内容没有动。要用文件替换，请先勾选「替换已填的内容」。")
        return redirect("disclosure-edit", pk)
    try:
        read = content_from_file(*uploaded(request), disclosure.unit)
        content = read.content
        chosen = Metadata.from_json(draft.metadata)
        kept = replace(
            content.metadata,
            columns=chosen.columns or content.metadata.columns,
            items=chosen.items,
            relations=chosen.relations,
        )
        content = replace(content, metadata=kept)
        saved = services.save_draft(
            request.actor, disclosure=disclosure, version=draft.version, content=content
        )
        lost = place_pictures(request.actor, disclosure, read.marked_html, read.pictures)
        check_draft(saved)
    except DomainError as error:
        messages.error(request, error.message)
        return redirect("disclosure-edit", pk)
    for note in (*read.notes, *lost):
        messages.warning(request, note)
    messages.success(request, "已按文件填好，请逐项核对。")
    return redirect("disclosure-edit", pk)
