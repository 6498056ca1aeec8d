"""One item: how it stands, what may be done, its editions, their differences."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render

from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import Unit
from mingbai.core import files
from mingbai.core.errors import Missing
from mingbai.core.forms import act_or_explain, posted
from mingbai.disclosure import relating, selectors, services, transitions
from mingbai.disclosure.answering import names_of
from mingbai.disclosure.changes import changes_of
from mingbai.disclosure.comparing import as_html
from mingbai.disclosure.comparing import compare as differences
from mingbai.disclosure.deadlines import shown_limits
from mingbai.disclosure.forms import (
    EmergencyForm,
    MoveForm,
    ReasonForm,
    RepealForm,
    ScheduleForm,
    UnitForm,
    WithdrawForm,
    related_titles,
)
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Attachment, Disclosure, Draft, Edition, Expunction, Publication
from mingbai.disclosure.proofing import check_draft, edition_subject, item_of
from mingbai.disclosure.services.reviewing import Consent
from mingbai.disclosure.views.lists import units_in_reach
from mingbai.proofreading.services import blocking_findings

# what is done elsewhere: in the form, in the review, in the tray
_ELSEWHERE = {"save_draft", "submit_draft", "approve_step", "return_to_author", "claim_document"}


@login_required
def detail(request: DeskRequest, pk: int) -> HttpResponse:
    request.actor.demand("read_disclosures")
    disclosure = selectors.desk_item(request.actor, pk)
    draft = Draft.objects.of(disclosure=disclosure).first()
    editions = selectors.editions(disclosure)
    steps = selectors.current_steps(disclosure)
    items = Metadata.from_json(draft.metadata).items if draft else selectors.answered_items(disclosure)
    context = {
        "disclosure": disclosure,
        "draft": draft,
        "editions": editions,
        "shown": disclosure.published_edition or (editions[0] if editions else None),
        "may_read_original": disclosure.original_id and request.actor.may("read_quarantine", disclosure.unit),
        **shown_limits(disclosure, items),
        "acts": _allowed(request, disclosure),
        "steps": steps,
        "to_review": selectors.waiting_step(request.actor, disclosure),
        "away": selectors.away_from(next((step for step in steps if step.state == "open"), None)),
        "placements": selectors.placements(disclosure),
        "answered": names_of(items),
        "relations": related_titles(Metadata.from_json(draft.metadata))
        if draft
        else selectors.public_relations(disclosure),
        "named_by": relating.about(disclosure) if draft else [],
        "returned": selectors.last_return(disclosure),
        "stopped": selectors.last_stop(disclosure),
        "withdrawal": selectors.current_withdrawal(disclosure),
    }
    return render(request, "disclosure/detail.html", context)


def _allowed(request: DeskRequest, disclosure: Disclosure) -> list[transitions.Transition]:
    """The buttons: every act that the table and the actor's posts allow now."""
    return [
        row
        for row in transitions.TRANSITIONS.values()
        if row.act not in _ELSEWHERE
        and transitions.allows(row.act, disclosure.state, disclosure.stage)
        and _may(request, row, disclosure)
        and (row.act != "expunge_edition" or _asked(disclosure) is not None)
        and (row.act != "change_unit" or _other_units(request, disclosure).exists())
    ]


def _may(request: DeskRequest, row: transitions.Transition, disclosure: Disclosure) -> bool:
    """What was approved may be released by its reviewers too; everything else takes the table's right."""
    if row.act == "publish_edition":
        return services.may_release(request.actor, disclosure)
    return request.actor.may(row.right, disclosure.unit)


def _asked(disclosure: Disclosure) -> Expunction | None:
    asked = Expunction.objects.of(edition__disclosure=disclosure).filter(done_at=None)
    found: Expunction | None = asked.first()
    return found


Make = Callable[[DeskRequest, Disclosure], forms.Form]
Do = Callable[[DeskRequest, Disclosure, dict[str, Any]], object]


@dataclass(frozen=True)
class Step:
    """How an act of the table is asked for and done."""

    do: Do
    form: Make = lambda request, item: forms.Form(posted(request))
    hint: str = ""
    shows_text: bool = False


def _reason(request: DeskRequest, item: Disclosure) -> forms.Form:
    return ReasonForm(posted(request))


def _unit_form(request: DeskRequest, item: Disclosure) -> forms.Form:
    return UnitForm(posted(request), units=_other_units(request, item))


def _other_units(request: DeskRequest, item: Disclosure) -> QuerySet[Unit]:
    units = units_in_reach(request, "write_draft").filter(closed_on=None, merged_into=None)
    return units.exclude(pk=item.unit_id)


def _change_unit(request: DeskRequest, item: Disclosure, data: dict[str, Any]) -> object:
    changed = services.change_unit(request.actor, disclosure=item, unit=data["unit"])
    # what was found is kept with the unit that answers for it
    check_draft(Draft.objects.of(disclosure=changed).get())
    return changed


def _emergency_form(request: DeskRequest, item: Disclosure) -> forms.Form:
    return EmergencyForm(posted(request))


def _emergency(request: DeskRequest, item: Disclosure, data: dict[str, Any]) -> object:
    consent = Consent("", data["overrule_reason"], data["secrecy_cleared"])
    return services.emergency_publish(request.actor, disclosure=item, reason=data["reason"], consent=consent)


def _repeal(request: DeskRequest, item: Disclosure, data: dict[str, Any]) -> object:
    successor = selectors.desk_item(request.actor, data["successor"]) if data["successor"] else None
    return services.repeal(
        request.actor, disclosure=item, on=data["on"], reason=data["reason"], successor=successor
    )


def _ask_expunction(request: DeskRequest, item: Disclosure, data: dict[str, Any]) -> object:
    edition = (
        Edition.objects.of(disclosure=item).exclude(expunction__isnull=False).order_by("-number").first()
    )
    if edition is None:
        raise Missing("没有可以清除的版本。")
    return services.ask_expunction(request.actor, edition=edition, reason=data["reason"])


def _expunge(request: DeskRequest, item: Disclosure, data: dict[str, Any]) -> object:
    asked = _asked(item)
    if asked is None:
        raise Missing("还没有人申请清除。请先由另一个人提出。")
    return services.expunge_edition(request.actor, expunction=asked)


def _move_form(request: DeskRequest, item: Disclosure) -> MoveForm:
    """Starts from where the item stands, so that saving without a change changes nothing."""
    places = [place.column_id for place in selectors.placements(item)]
    initial = {
        "column": places[0] if places else None,
        "more_columns": places[1:],
        "items": selectors.answered_items(item),
    }
    return MoveForm(posted(request), unit=item.unit, initial=initial)


STEPS: dict[str, Step] = {
    "discard_draft": Step(lambda r, i, d: services.discard_draft(r.actor, disclosure=i, reason=d["reason"]), _reason),
    "restore_draft": Step(lambda r, i, d: services.restore_draft(r.actor, disclosure=i), hint="作废的内容还在，恢复后可以接着写。"),
    "change_unit": Step(_change_unit, _unit_form, "栏目按新单位重新建议，请打开核对。导入的文档，以后同名的自动归入这个单位。"),
    "drop_correction": Step(lambda r, i, d: services.drop_correction(r.actor, disclosure=i), hint="正在修改的内容不再保留，公开的内容不变。"),
    "recall_edition": Step(lambda r, i, d: services.recall_edition(r.actor, disclosure=i, reason=d["reason"]), _reason),
    "stop_publication": Step(
        lambda r, i, d: services.stop_publication(r.actor, disclosure=i, reason=d["reason"]), _reason, "还没有到时间，先停下来退回起草人。改好后要重新送审。"
    ),
    "schedule_publication": Step(
        lambda r, i, d: services.schedule_publication(r.actor, disclosure=i, at=d["at"]),
        lambda request, item: ScheduleForm(posted(request), initial={"at": item.scheduled_for}),
    ),
    "publish_edition": Step(lambda r, i, d: services.publish_edition(r.actor, disclosure=i), hint="发布后公众立即可见。"),
    "emergency_publish": Step(_emergency, _emergency_form, "公开页面会标明应急发布，审核要在事后补齐。保密审查不能后补，请看过下面的全文再办。", shows_text=True),
    "withdraw": Step(
        lambda r, i, d: services.withdraw(r.actor, disclosure=i, reason=d["reason"], note=d["note"]),
        lambda request, item: WithdrawForm(posted(request)),
        "公开页面改为撤下说明。涉密和个人隐私的，标题也不再显示。",
    ),
    "start_correction": Step(
        lambda r, i, d: services.start_correction(r.actor, disclosure=i, note=d["reason"]), _reason, "写明更正了什么，这句话会显示在公开页面上。"
    ),
    "reassess_openness": Step(
        lambda r, i, d: services.reassess_openness(r.actor, disclosure=i, reason=d["reason"]),
        _reason,
        "条例第十八条：不予公开的要定期评估，情势变化可以公开的应当公开。办理后打开为草稿，改公开属性再送审。",
    ),
    "repeal": Step(_repeal, lambda request, item: RepealForm(posted(request), item=item), "全文继续公开，标明废止日期。"),
    "move_item": Step(
        lambda r, i, d: services.move_item(r.actor, disclosure=i, columns=d["columns"], items=d["items"]),
        _move_form,
        "页面地址不变。",
    ),
    "ask_expunction": Step(_ask_expunction, _reason, "最近一个版本的正文、附件、原始文件都将删除，不能恢复。要由另一个人确认。"),
    "expunge_edition": Step(_expunge, hint="确认后正文、附件、原始文件立即删除，不能恢复；摘要值和日志保留。"),
    "resend_last_period": Step(lambda r, i, d: services.resend_last_period(r.actor, disclosure=i), hint="以这条信息为底稿新建一条，日期和文号留空。"),
}  # fmt: skip


@login_required
def act(request: DeskRequest, pk: int, name: str) -> HttpResponse:
    """Ask for what the act needs, then do it."""
    request.actor.demand("read_disclosures")
    disclosure = selectors.desk_item(request.actor, pk)
    step, row = STEPS.get(name), transitions.TRANSITIONS.get(name)
    if step is None or row is None:
        raise Missing("没有这种办理。")
    if not _may(request, row, disclosure):
        request.actor.demand(row.right, disclosure.unit)
    transitions.demand(name, disclosure)
    form = step.form(request, disclosure)
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        if isinstance(form, MoveForm):
            data["columns"], data["items"] = form.columns(), form.chosen_items()
        made: list[object] = []
        if act_or_explain(form, lambda: made.append(step.do(request, disclosure, data))):
            messages.success(request, f"已{row.label}。")
            return _after(name, disclosure, made[0])
    context = {"disclosure": disclosure, "row": row, "step": step, "form": form}
    return render(request, "disclosure/act.html", context | (_text(disclosure) if step.shows_text else {}))


def _text(disclosure: Disclosure) -> dict[str, Any]:
    """What is about to go public, for somebody who decides without having reviewed it."""
    edition = selectors.editions(disclosure)[0]
    return {
        "edition": edition,
        "blocking": blocking_findings(edition_subject(edition), item_of(disclosure)),
    }


def _after(name: str, disclosure: Disclosure, made: object) -> HttpResponse:
    if isinstance(made, Disclosure) and made.pk != disclosure.pk:
        return redirect("disclosure-edit", made.pk)
    if (
        name in {"start_correction", "restore_draft", "reassess_openness"}
        and disclosure.stage != Disclosure.Stage.UNCLAIMED
    ):
        return redirect("disclosure-edit", disclosure.pk)
    return redirect("disclosure-detail", disclosure.pk)


def _edition(disclosure: Disclosure, number: str) -> Edition:
    found: Edition | None = None
    if number.isdecimal():
        found = Edition.objects.of(disclosure=disclosure, number=int(number)).select_related("text").first()
    if found is None:
        raise Missing("没有这个版本。")
    return found


@login_required
def edition(request: DeskRequest, pk: int, number: int) -> HttpResponse:
    request.actor.demand("read_disclosures")
    disclosure = selectors.desk_item(request.actor, pk)
    shown = _edition(disclosure, str(number))
    metadata = Metadata.from_json(shown.metadata)
    context = {
        "disclosure": disclosure,
        "edition": shown,
        "metadata": metadata,
        "relations": related_titles(metadata),
        "steps": selectors.steps_of(shown),
        "publications": Publication.objects.of(edition=shown).order_by("from_at"),
    }
    return render(request, "disclosure/edition.html", context)


@login_required
def compare(request: DeskRequest, pk: int) -> HttpResponse:
    """Two editions side by side; without numbers the last two."""
    request.actor.demand("read_disclosures")
    disclosure = selectors.desk_item(request.actor, pk)
    editions = selectors.editions(disclosure)
    if len(editions) < 2:
        raise Missing("只有一个版本，没有可比较的。")
    old = _edition(disclosure, request.GET.get("old", str(editions[1].number)))
    new = _edition(disclosure, request.GET.get("new", str(editions[0].number)))
    context = {
        "disclosure": disclosure,
        "editions": editions,
        "old": old,
        "new": new,
        "lines": differences(as_html(old), as_html(new)),
        "changes": changes_of(old, new),
    }
    return render(request, "disclosure/compare.html", context)


@login_required
def original(request: DeskRequest, pk: int) -> HttpResponse:
    """The imported file as it came, for those who guard the quarantine; the read is journalled first."""
    disclosure = selectors.desk_item(request.actor, pk)
    request.actor.demand("read_quarantine", disclosure.unit)
    if disclosure.original is None:
        raise Missing("这条信息没有导入的原始文件，或原始文件已按期删除。")
    content = services.read_original(request.actor, disclosure=disclosure)
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(disclosure.original.name)}"
    return response


@login_required
def file(request: DeskRequest, pk: int, file: int) -> HttpResponse:
    """A cleaned attachment for those who may read the item; always offered as a download."""
    request.actor.demand("read_disclosures")
    disclosure = selectors.desk_item(request.actor, pk)
    attachment = Attachment.objects.of(disclosure=disclosure, pk=file).select_related("file").first()
    if attachment is None or attachment.file is None:
        raise Missing("没有这个附件，或它已被清除。")
    response = HttpResponse(files.read(attachment.file), content_type=attachment.media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(attachment.name)}"
    return response
