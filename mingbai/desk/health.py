"""Whether the installation is alive and ready, and its figures for monitoring. Plain addresses without sign-in."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from prometheus_client import CollectorRegistry, Gauge, generate_latest

from mingbai.core import clock, triggers
from mingbai.journal.models import Job
from mingbai.journal.sealing import unsealed

LOCAL = {"127.0.0.1", "::1"}


def alive(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


def ready(request: HttpRequest) -> HttpResponse:
    """503 while the database does not answer or lacks its protections."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        absent = triggers.missing()
    except DatabaseError:
        return HttpResponse("数据库没有应答", status=503, content_type="text/plain; charset=utf-8")
    if absent:
        return HttpResponse("缺少保护触发器", status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse("ok", content_type="text/plain")


def metrics(request: HttpRequest) -> HttpResponse:
    """Few figures that matter: waiting and dead jobs, age of the oldest waiting one, unsealed acts. Local only."""
    if request.META.get("REMOTE_ADDR", "") not in LOCAL:
        return HttpResponseForbidden("只答本机")
    registry = CollectorRegistry()
    jobs = Gauge("mingbai_jobs", "Jobs by state", ["state"], registry=registry)
    for state in (Job.State.WAITING, Job.State.RUNNING, Job.State.DEAD):
        jobs.labels(state.value).set(Job.objects.filter(state=state).count())
    oldest = (
        Job.objects.filter(state=Job.State.WAITING, run_after__lte=clock.now()).order_by("run_after").first()
    )
    age = Gauge("mingbai_oldest_job_seconds", "Age of the oldest job that is due", registry=registry)
    age.set((clock.now() - oldest.run_after).total_seconds() if oldest else 0)
    Gauge("mingbai_unsealed_acts", "Acts not yet in the hash chain", registry=registry).set(
        unsealed().count()
    )
    return HttpResponse(generate_latest(registry), content_type="text/plain; version=0.0.4")
