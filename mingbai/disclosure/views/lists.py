"""The list of items: filter, sort, page, export, and acts on several at once."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import Unit
from mingbai.catalogue.models import Adoption, Column
from mingbai.core import clock
from mingbai.core.calendars import current_calendar
from mingbai.core.errors import DomainError
from mingbai.core.forms import MOST_AT_ONCE, say_refusals
from mingbai.core.tables import REACH, found_page_of, page_of, sorted_by, xlsx_response
from mingbai.disclosure import selectors, services
from mingbai.disclosure.deadlines import publishing_limit
from mingbai.disclosure.forms import FilterForm
from mingbai.disclosure.models import Disclosure, Draft

SORTS = {
    "updated": ("updated_at", "pk"),
    "title": ("title", "pk"),
    "published": ("published_at", "pk"),
    "written": ("written_on", "pk"),
    "unit": ("unit__path", "pk"),
}
HEADER = (
    "编号", "单位", "栏目", "标题", "索引号", "文号", "种类", "成文日期", "发布时间", "20个工作日期限", "状态", "在办", "公开属性", "有效性",
)  # fmt: skip
EXPORTED_AT_ONCE = 500


def units_in_reach(request: DeskRequest, act: str) -> QuerySet[Unit]:
    return Unit.objects.filter(request.actor.scope(act).condition("")).order_by("path")


def _filtered(request: DeskRequest) -> tuple[FilterForm, QuerySet[Disclosure]]:
    adopted = Adoption.objects.within(request.actor.scope("read_disclosures")).values("column_id")
    form = FilterForm(
        request.GET,
        units=units_in_reach(request, "read_disclosures"),
        columns=Column.objects.filter(pk__in=adopted, holds_items=True).select_related("parent"),
    )
    rows = form.applied_to(selectors.desk_items(request.actor))
    if form.cleaned_data.get("status") != Disclosure.Stage.DISCARDED:
        rows = rows.exclude(stage=Disclosure.Stage.DISCARDED)
    return form, sorted_by(request, rows, SORTS, "-updated", by_index=not form.cleaned_data.get("q"))


@login_required
def listing(request: DeskRequest) -> HttpResponse:
    request.actor.demand("read_disclosures")
    form, rows = _filtered(request)
    # the page's ids first: sorting 200,000 wide rows costs several times as much as sorting their keys
    searched = bool(form.cleaned_data.get("q"))
    page: Page[Any] = (found_page_of if searched else page_of)(request, rows.values("pk"))
    shown = {row.pk: row for row in selectors.with_main_column([row["pk"] for row in page])}
    page.object_list = [shown[row["pk"]] for row in page]
    today, calendar = clock.today(), current_calendar()
    for row in page:
        row.limit = publishing_limit(row, today, calendar)
    return render(
        request, "disclosure/list.html", {"form": form, "page": page, "reach": REACH if searched else 0}
    )


@login_required
def export(request: DeskRequest) -> HttpResponseBase:
    request.actor.demand("read_disclosures")
    _, rows = _filtered(request)
    return xlsx_response("信息清单", HEADER, _cells(list(rows.values_list("pk", flat=True))))


def _in_order(numbers: list[int]) -> Iterator[Disclosure]:
    """The items in the order of the screen, `EXPORTED_AT_ONCE` to a query: their numbers are light, they are not."""
    for start in range(0, len(numbers), EXPORTED_AT_ONCE):
        part = numbers[start : start + EXPORTED_AT_ONCE]
        found = {row.pk: row for row in selectors.with_main_column(part)}
        yield from (found[pk] for pk in part if pk in found)


def _cells(numbers: list[int]) -> Iterator[tuple[Any, ...]]:
    today, calendar = clock.today(), current_calendar()
    for row in _in_order(numbers):
        limit = publishing_limit(row, today, calendar)
        placements = row.main_placements  # type: ignore[attr-defined]
        yield (
            row.pk, row.unit.name, placements[0].column.name if placements else "", row.title, row.index_number,
            row.document_number, row.get_kind_display(), row.written_on, row.published_at,
            limit.due_on if limit else None, row.get_state_display(), row.get_stage_display(),
            row.get_openness_display(), row.get_validity_display(),
        )  # fmt: skip


@login_required
@require_POST
def bulk(request: DeskRequest) -> HttpResponse:
    """Submit or discard the chosen items; each is its own act, and each refusal is said by name."""
    request.actor.demand("write_draft")
    chosen = [int(pk) for pk in request.POST.getlist("chosen") if pk.isdecimal()][:MOST_AT_ONCE]
    done, refused = 0, []
    for pk in chosen:
        name = f"编号 {pk}"
        try:
            disclosure = selectors.desk_item(request.actor, pk)
            name = f"《{disclosure.title}》" if disclosure.title else name
            _one(request, disclosure)
            done += 1
        except DomainError as error:
            refused.append(f"{name}：{error.message}")
    if done and request.POST.get("act") == "discard":
        messages.success(request, f"已作废 {done} 条。作废错了的，在状态里选「已作废」找到它，点「恢复」。")
    elif done:
        messages.success(request, f"已送审 {done} 条。")
    say_refusals(request, refused)
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back if safe else "disclosure-list")


def _one(request: DeskRequest, disclosure: Disclosure) -> None:
    if request.POST.get("act") == "discard":
        services.discard_draft(request.actor, disclosure=disclosure, reason="批量作废")
        return
    draft = Draft.objects.of(disclosure=disclosure).first()
    version = draft.version if draft else 0
    services.submit_and_check(request.actor, disclosure=disclosure, version=version)
