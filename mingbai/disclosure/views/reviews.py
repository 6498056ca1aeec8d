"""The reviewer's queue and screen: text, findings, differences, one verdict."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Page
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mingbai.accounts.http import DeskRequest
from mingbai.accounts.selectors import Away
from mingbai.core import clock
from mingbai.core.errors import BadInput, DomainError, Missing, NotAllowed
from mingbai.core.forms import MOST_AT_ONCE, act_or_explain, posted, say_refusals
from mingbai.core.tables import page_of, xlsx_response
from mingbai.disclosure import selectors, services
from mingbai.disclosure.answering import names_of
from mingbai.disclosure.changes import changes_of
from mingbai.disclosure.comparing import as_html, changed_only, compare
from mingbai.disclosure.copies import copies_of
from mingbai.disclosure.deadlines import shown_limits
from mingbai.disclosure.forms import VerdictForm, related_titles
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Disclosure, Edition, Review, ReviewStep
from mingbai.disclosure.proofing import (
    check_where_due,
    edition_subject,
    edition_text,
    is_read_as_of_today,
    item_of,
)
from mingbai.disclosure.queue import HEADER, QueueForm, cells, shown, sorted_queue
from mingbai.disclosure.services.reviewing import (
    Consent,
    Proposal,
    decides_findings,
    has_secrecy,
    refusal,
    stood_in_for,
)
from mingbai.proofreading.models import FindingRecord
from mingbai.proofreading.selectors import counted, doubts_of
from mingbai.proofreading.services import decide_finding


@login_required
def queue(request: DeskRequest) -> HttpResponseBase:
    """What waits for this reviewer, the most urgent first unless asked otherwise."""
    request.actor.demand("review")
    waiting = selectors.review_queue_of(request.actor)
    form = QueueForm(request.GET, waiting=waiting)
    rows = sorted_queue(request, form.applied_to(waiting))
    if request.GET.get("format") == "xlsx":
        return xlsx_response("待我审核", HEADER, cells(rows))
    page: Page[ReviewStep] = page_of(request, rows)
    page.object_list = shown(page)
    read = selectors.steps_read_by(request.actor, page.object_list)
    context = {"page": page, "today": clock.today(), "read": read, "form": form, "chosen": form.has_changed()}
    return render(request, "disclosure/queue.html", context)


@login_required
def review(request: DeskRequest, pk: int) -> HttpResponse:
    request.actor.demand("review")
    step = selectors.reviewable_step(request.actor, pk)
    edition = step.review.edition
    if request.method == "GET":
        check_where_due(edition)
    form = VerdictForm(posted(request), initial={"digest": edition.digest})
    if (
        request.method == "POST"
        and form.is_valid()
        and act_or_explain(form, lambda: _decide(request, step, form))
    ):
        return redirect("disclosure-reviews")
    refused = _refusal(request, step)
    if request.method == "GET" and refused is None:
        services.note_reading(request.actor, step=step)
    context = {
        **_shown(edition),
        "form": form,
        "read_as_of_today": is_read_as_of_today(step.review),
        "refusal": refused,
        "secrecy": has_secrecy(step),
        "standing_in": _standing_in(request, step),
        **_powers(request, step),
    }
    return render(request, "disclosure/review.html", context, status=400 if form.errors else 200)


def _standing_in(request: DeskRequest, step: ReviewStep) -> Away | None:
    """Of a deputy: for whom this step would be decided, until when."""
    principal = stood_in_for(request.actor, step)
    return next((row for row in selectors.away_from(step) if row.person_id == principal), None)


def _refusal(request: DeskRequest, step: ReviewStep) -> str | None:
    if step.state != ReviewStep.State.OPEN:
        return f"这一步的状态是「{step.get_state_display()}」，不能再审。"
    return refusal(request.actor, step)


def _powers(request: DeskRequest, step: ReviewStep) -> dict[str, Any]:
    unit = step.review.edition.disclosure.unit
    return {
        "step": step,
        "judging": _refusal(request, step) is None and request.actor.may("proofread", unit),
        "deciding": decides_findings(step),
        "may_overrule": request.actor.may("overrule_finding", unit),
    }


def _doubts(edition: Edition) -> dict[str, Any]:
    doubts = doubts_of(edition_subject(edition), item_of(edition.disclosure), edition_text(edition))
    return {**counted(doubts), "title_ends": len(edition.title)}


@login_required
@require_POST
def judge(request: DeskRequest, pk: int, finding: int) -> HttpResponse:
    """The reviewer finds one doubt right, or none at all with a reason."""
    request.actor.demand("review")
    step = selectors.reviewable_step(request.actor, pk)
    refused = _refusal(request, step)
    if refused:
        raise NotAllowed(refused)
    edition = step.review.edition
    subject = edition_subject(edition)
    found = FindingRecord.objects.of(pk=finding, subject_type=subject.type, subject_id=subject.id).first()
    if found is None:
        raise Missing("这处疑点已经不在了。请刷新页面。")
    problem, verdict = "", request.POST.get("verdict", "")
    try:
        if verdict not in {"accept", "ignore"}:
            raise BadInput("没有这种处理。请选择属实或排除。", field="verdict")
        decide_finding(
            request.actor,
            finding=found,
            item=item_of(edition.disclosure),
            verdict=verdict,
            reason=request.POST.get("reason", ""),
        )
    except DomainError as error:
        problem = error.message
    context = {"disclosure": edition.disclosure, **_doubts(edition), **_powers(request, step)}
    return render(request, "disclosure/_findings.html", {**context, "problem": problem})


def _shown(edition: Edition) -> dict[str, object]:
    disclosure, metadata = edition.disclosure, Metadata.from_json(edition.metadata)
    before = selectors.edition_before(edition)
    return {
        "disclosure": disclosure,
        "edition": edition,
        "metadata": metadata,
        "columns": selectors.column_names(metadata),
        "answered": names_of(metadata.items),
        **shown_limits(disclosure, metadata.items),
        "relations": related_titles(metadata),
        **_doubts(edition),
        "copies": copies_of(edition),
        "before": before,
        "lines": changed_only(compare(as_html(before), as_html(edition))) if before else [],
        "changes": changes_of(before, edition) if before else [],
        "steps": selectors.steps_of(edition),
    }


def _decide(request: DeskRequest, step: ReviewStep, form: VerdictForm) -> None:
    data, disclosure = form.cleaned_data, step.review.edition.disclosure
    if request.POST.get("verdict") == "return":
        proposal = Proposal(data["place"], data["proposed_change"])
        services.return_to_author(
            request.actor, step=step, digest=data["digest"], reason=data["opinion"], proposal=proposal
        )
        messages.success(request, f"《{disclosure.title}》已退回起草人。")
        return
    outcome = services.approve_step(
        request.actor,
        step=step,
        digest=data["digest"],
        consent=Consent(data["opinion"], data["overrule_reason"], data["secrecy_cleared"]),
    )
    messages.success(request, _after(request, outcome, disclosure))


def _after(request: DeskRequest, outcome: Review, disclosure: Disclosure) -> str:
    """After the last step the item goes public at once, unless it waits for its hour."""
    if outcome.state != Review.State.APPROVED:
        return f"《{disclosure.title}》已同意，转下一环节。"
    current = Disclosure.objects.of(pk=disclosure.pk).get()
    if current.scheduled_for and current.scheduled_for > clock.now():
        return f"《{disclosure.title}》已通过，将按时发布。"
    services.publish_edition(request.actor, disclosure=current)
    return f"《{disclosure.title}》已通过并发布。"


@login_required
@require_POST
def bulk(request: DeskRequest) -> HttpResponse:
    """Agree to several items that this reviewer has opened; each is its own act on its own text."""
    request.actor.demand("review")
    consent = Consent(request.POST.get("opinion", "同意"), secrecy_cleared="secrecy_cleared" in request.POST)
    done, refused = 0, []
    for chosen in request.POST.getlist("chosen")[:MOST_AT_ONCE]:
        pk, _, digest = chosen.partition(":")
        try:
            step = selectors.reviewable_step(request.actor, int(pk) if pk.isdecimal() else 0)
            outcome = services.approve_read_step(request.actor, step=step, digest=digest, consent=consent)
            _after(request, outcome, step.review.edition.disclosure)
            done += 1
        except DomainError as error:
            refused.append(error.message)
    if done:
        messages.success(request, f"已同意 {done} 条，每条都留有记录。")
    say_refusals(request, refused)
    return redirect("disclosure-reviews")
