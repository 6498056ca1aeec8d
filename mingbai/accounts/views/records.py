from datetime import date, timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import SignIn, Unit
from mingbai.core import clock
from mingbai.core.tables import REACH, newest_page_of, page_of, xlsx_response
from mingbai.journal.models import Act, Job
from mingbai.journal.services import Entry, record
from mingbai.journal.telling import said, who
from mingbai.journal.verbs import verb_label, verbs_like


@login_required
def sign_ins(request: DeskRequest) -> HttpResponseBase:
    """The newest first; by words, outcome and days. Taking them out is an act."""
    request.actor.demand("read_sign_ins")
    rows = SignIn.objects.order_by("-id")
    query, outcome = request.GET.get("q", "").strip(), request.GET.get("outcome", "")
    since, until = _day(request.GET.get("since", "")), _day(request.GET.get("until", ""))
    if query:
        rows = rows.filter(Q(username__icontains=query) | Q(address__icontains=query))
    if outcome in SignIn.Outcome.values:
        rows = rows.filter(outcome=outcome)
    if since:
        rows = rows.filter(at__gte=clock.start_of_day(since))
    if until:
        rows = rows.filter(at__lt=clock.start_of_day(until + timedelta(days=1)))
    if request.GET.get("format") == "xlsx":
        entry = Entry(
            "export_sign_ins", ("sign_ins", "", "登录日志"), personal_data=True, detail={"q": query}
        )
        record(request.actor, entry)
        header = ("时间", "账号", "结果", "来源地址", "浏览器")
        cells = (
            (row.at, row.username, row.get_outcome_display(), row.address, row.agent)
            for row in rows.iterator(chunk_size=2000)
        )
        return xlsx_response("登录日志", header, cells)
    context = {
        "page": newest_page_of(request, rows),
        "reach": REACH,
        "outcomes": SignIn.Outcome.choices,
        "since": since,
        "until": until,
        "q": query,
    }
    return render(request, "accounts/sign_ins.html", context)


def _readable_acts(request: DeskRequest) -> QuerySet[Act]:
    """The acts of the actor's units; whoever reads all of the county's reads them from the end, without a condition."""
    within = request.actor.scope("read_journal").condition("")
    countywide = request.actor.may_countywide("read_journal")
    if countywide and not Unit.objects.exclude(within).exists():
        return Act.objects.all()
    mine = Q(unit_id__in=list(Unit.objects.filter(within).values_list("pk", flat=True)))
    return Act.objects.filter(mine | Q(unit_id=None) if countywide else mine)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@login_required
def journal(request: DeskRequest) -> HttpResponseBase:
    request.actor.demand("read_journal")
    rows = _readable_acts(request).order_by("-id")
    query, personal = request.GET.get("q", "").strip(), request.GET.get("personal") == "1"
    if query:
        rows = rows.filter(
            Q(object_label__icontains=query) | Q(actor_label__icontains=query) | Q(verb__in=verbs_like(query))
        )
    until = _day(request.GET.get("until", ""))
    if until:
        rows = rows.filter(at__lt=clock.start_of_day(until + timedelta(days=1)))
    if personal:
        rows = rows.filter(personal_data=True)
    if request.GET.get("format") == "xlsx":
        record(request.actor, Entry("export_journal", ("journal", "", "操作日志"), detail={"q": query}))
        header = ("时间", "人员", "单位", "动作", "对象", "说明", "原因", "来源地址", "涉及个人信息")
        cells = (
            (
                row.at,
                who(row),
                row.unit_label,
                verb_label(row.verb),
                row.object_label,
                said(row),
                row.reason,
                row.address,
                "是" if row.personal_data else "",
            )
            for row in rows.iterator(chunk_size=2000)
        )
        return xlsx_response("操作日志", header, cells)
    return render(
        request,
        "accounts/journal.html",
        {
            "page": newest_page_of(request, rows),
            "reach": REACH,
            "until": until,
            "q": query,
            "personal": personal,
        },
    )


@login_required
def jobs(request: DeskRequest) -> HttpResponse:
    request.actor.demand("read_jobs")
    rows = Job.objects.order_by("-id")
    state = request.GET.get("state", "")
    if state in Job.State.values:
        rows = rows.filter(state=state)
    context = {"page": page_of(request, rows), "states": Job.State.choices, "state": state}
    return render(request, "accounts/jobs.html", context)


@login_required
@require_POST
def run_again(request: DeskRequest, pk: int) -> HttpResponse:
    request.actor.demand("read_jobs")
    if Job.objects.filter(pk=pk, state=Job.State.DEAD).update(
        state=Job.State.WAITING, attempts=0, run_after=clock.now()
    ):
        record(request.actor, Entry("run_job_again", ("job", pk, "")))
        messages.success(request, "已放回队列，稍后重新执行。")
    return redirect("accounts-jobs")
