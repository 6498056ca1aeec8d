"""What the journal's room does by itself: forget finished jobs, keep the database's figures fresh, and put down the day's digest for keeping elsewhere."""

from datetime import timedelta

from django.conf import settings

from mingbai.core import clock, databases
from mingbai.journal import jobs
from mingbai.journal.jobs import job
from mingbai.journal.models import Job, Seal
from mingbai.journal.sealing import GENESIS, seal_all


@job("journal.forget_jobs", every=timedelta(hours=1))
def forget_jobs(_: Job) -> None:
    while jobs.forget_done(clock.now()) == jobs.FORGET_SLICE:
        pass


@job("journal.refresh_statistics", every=timedelta(hours=6))
def refresh_statistics(_: Job) -> None:
    databases.refresh_statistics()


@job("journal.daily_digest", every=timedelta(hours=24))
def daily_digest(_: Job) -> None:
    """`digests/2026-11-23.txt` in the data folder, in the words of `mingbai journal digest`. A chain cannot tell that
    its end was cut off; a digest that was carried to another machine can: `journal verify --against`."""
    seal_all()
    last = Seal.objects.order_by("-position").first()
    links, head = (last.position, last.digest) if last else (0, GENESIS)
    folder = settings.DATA_DIR / "digests"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{clock.today():%Y-%m-%d}.txt"
    partial = file.with_suffix(".part")
    partial.write_text(f"{clock.now():%Y-%m-%d %H:%M} 日志 {links} 条\n链首摘要 {head}\n", encoding="utf-8")
    partial.replace(file)
