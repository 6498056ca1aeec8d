from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import SignIn, Unit
from mingbai.core import clock
from mingbai.core.tables import page_of, xlsx_response
from mingbai.journal.models import Act, Job
from mingbai.journal.services import Entry, record
from mingbai.journal.verbs import verb_label, verbs_like

EXPORT_LIMIT = 50_000


@login_required
def sign_ins(request: DeskRequest) -> HttpResponse:
    request.actor.demand("read_sign_ins")
    rows = SignIn.objects.order_by("-id")
    query = request.GET.get("q", "").strip()
    if query:
        rows = rows.filter(Q(username__icontains=query) | Q(address__icontains=query))
    return render(request, "accounts/sign_ins.html", {"page": page_of(request, rows), "q": query})


@login_required
def journal(request: DeskRequest) -> HttpResponse:
    request.actor.demand("read_journal")
    units = Unit.objects.filter(request.actor.scope("read_journal").condition("")).values("pk")
    mine = Q(unit_id__in=units)
    if request.actor.may_countywide("read_journal"):
        mine |= Q(unit_id=None)
    rows = Act.objects.filter(mine).order_by("-id")
    query, personal = request.GET.get("q", "").strip(), request.GET.get("personal") == "1"
    if query:
        rows = rows.filter(
            Q(object_label__icontains=query) | Q(actor_label__icontains=query) | Q(verb__in=verbs_like(query))
        )
    if personal:
        rows = rows.filter(personal_data=True)
    if request.GET.get("format") == "xlsx":
        record(request.actor, Entry("export_journal", ("journal", "", "操作日志"), detail={"q": query}))
        header = ("时间", "人员", "单位", "动作", "对象", "原因", "来源地址", "涉及个人信息")
        cells = (
            (
                row.at,
                row.actor_label,
                row.unit_label,
                verb_label(row.verb),
                row.object_label,
                row.reason,
                row.address,
                "是" if row.personal_data else "",
            )
            for row in rows[:EXPORT_LIMIT].iterator()
        )
        return xlsx_response("操作日志", header, cells)
    return render(
        request, "accounts/journal.html", {"page": page_of(request, rows), "q": query, "personal": personal}
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
