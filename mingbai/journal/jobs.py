"""Work after the commit. A job is a row; a worker claims it by conditional update and holds a lease.

Handlers must be safe to run twice: a worker killed in the middle leaves its lease to run out, and the job runs again.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from mingbai.journal.models import Job

Handler = Callable[[Job], None]
LEASE = timedelta(minutes=2)
MAX_ATTEMPTS = 5
FORGET_SLICE = 2000
_handlers: dict[str, Handler] = {}
_schedules: dict[str, timedelta] = {}


def job(kind: str, *, every: timedelta | None = None) -> Callable[[Handler], Handler]:
    """Register a handler; `every` also makes the worker enqueue it again and again."""

    def register(handler: Handler) -> Handler:
        _handlers[kind] = handler
        if every is not None:
            _schedules[kind] = every
        return handler

    return register


def enqueue(kind: str, payload: dict[str, Any] | None = None, *, key: str = "", at: datetime) -> None:
    """Add a job in the caller's transaction. With a key, a waiting twin is enough and nothing is added."""
    Job.objects.bulk_create(
        [Job(kind=kind, key=key, payload=payload or {}, run_after=at)], ignore_conflicts=bool(key)
    )


def enqueue_due_schedules(at: datetime) -> None:
    """Make sure that each schedule has a waiting or running job, or a last one younger than its interval."""
    for kind, every in _schedules.items():
        open_or_recent = Q(state__in=[Job.State.WAITING, Job.State.RUNNING]) | Q(run_after__gt=at - every)
        if not Job.objects.filter(open_or_recent, kind=kind, key="schedule").exists():
            enqueue(kind, key="schedule", at=at)


def claim(worker: str, at: datetime) -> Job | None:
    """The next job, now ours until the lease ends; None when there is nothing to do or another worker was faster."""
    _bury_killers(at)
    ready = Q(state=Job.State.WAITING, run_after__lte=at) | Q(state=Job.State.RUNNING, leased_until__lt=at)
    candidate = Job.objects.filter(ready).order_by("run_after", "id").values_list("id", flat=True).first()
    if candidate is None:
        return None
    with transaction.atomic():
        claimed = Job.objects.filter(ready, pk=candidate).update(
            state=Job.State.RUNNING, worker=worker, leased_until=at + LEASE, attempts=F("attempts") + 1
        )
    return Job.objects.get(pk=candidate) if claimed else None


def _bury_killers(at: datetime) -> None:
    """A job whose worker died with it every time never comes to `fail`; after the last attempt it is dead all the same,
    or it would take every worker down for ever."""
    lost = Job.objects.filter(state=Job.State.RUNNING, leased_until__lt=at, attempts__gte=MAX_ATTEMPTS)
    if lost.exists():
        lost.update(state=Job.State.DEAD, error="执行它的进程每次都中断了，可能是内存不够或机器断电。")


def forget_done(at: datetime) -> int:
    """Delete finished jobs that nobody will ask about: those of schedules after a day, the others after a month. At
    most FORGET_SLICE at a time, so that the write lock is never held for long."""
    old = Q(key="schedule", finished_at__lt=at - timedelta(days=1)) | Q(
        finished_at__lt=at - timedelta(days=30)
    )
    done = Job.objects.filter(old, state=Job.State.DONE).order_by("pk").values_list("pk", flat=True)
    return Job.objects.filter(pk__in=list(done[:FORGET_SLICE])).delete()[0]


def renew(claimed: Job, at: datetime) -> None:
    """Long handlers call this between slices; a job that another worker took meanwhile is refused."""
    held = Job.objects.filter(
        pk=claimed.pk, worker=claimed.worker, attempts=claimed.attempts, state=Job.State.RUNNING
    )
    if not held.update(leased_until=at + LEASE, progress=claimed.progress):
        raise LeaseLost(claimed.kind)


class LeaseLost(RuntimeError):
    """The lease ran out and somebody else has the job: stop without writing more."""


def run(claimed: Job, at: datetime) -> None:
    _handlers[claimed.kind](claimed)
    Job.objects.filter(pk=claimed.pk, attempts=claimed.attempts).update(
        state=Job.State.DONE, finished_at=at, error="", progress=claimed.progress
    )


def fail(claimed: Job, error: str, at: datetime) -> None:
    """Try again later, each time longer; after the last attempt the job stays on the dead list."""
    dead = claimed.attempts >= MAX_ATTEMPTS
    Job.objects.filter(pk=claimed.pk, attempts=claimed.attempts).update(
        state=Job.State.DEAD if dead else Job.State.WAITING,
        error=error[:2000],
        run_after=at + timedelta(seconds=10 * 4**claimed.attempts),
    )


def knows(kind: str) -> bool:
    return kind in _handlers
