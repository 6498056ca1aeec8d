"""Finished jobs are forgotten, jobs that kill their worker are buried, the day's digest is put down."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

from mingbai.accounts.actors import SYSTEM
from mingbai.core import clock
from mingbai.journal import jobs
from mingbai.journal.models import Job
from mingbai.journal.sealing import verify
from mingbai.journal.services import Entry, record
from mingbai.journal.upkeep import daily_digest, forget_jobs, refresh_statistics

pytestmark = pytest.mark.django_db


def done(ago: timedelta, key: str = "", state: str = Job.State.DONE) -> Job:
    at = clock.now() - ago
    return Job.objects.create(kind="x", key=key, state=state, run_after=at, finished_at=at)


def test_finished_jobs_are_forgotten_after_their_time(monkeypatch) -> None:
    monkeypatch.setattr(jobs, "FORGET_SLICE", 2)
    kept = [
        done(timedelta(hours=23), "schedule"),
        done(timedelta(days=29)),
        done(timedelta(days=90), state=Job.State.DEAD),
    ]
    for _ in range(5):
        done(timedelta(hours=25), "schedule")
    done(timedelta(days=31))
    forget_jobs(kept[0])
    assert set(Job.objects.values_list("pk", flat=True)) == {job.pk for job in kept}


@pytest.mark.parametrize(("attempts", "state"), [(4, Job.State.RUNNING), (5, Job.State.DEAD)])
def test_a_job_that_kills_its_worker_is_buried(attempts: int, state: str) -> None:
    now: datetime = clock.now()
    job = Job.objects.create(
        kind="x",
        state=Job.State.RUNNING,
        run_after=now,
        leased_until=now - timedelta(seconds=1),
        attempts=attempts,
    )
    claimed = jobs.claim("worker", now)
    job.refresh_from_db()
    assert job.state == state
    assert (claimed is None) is (state == Job.State.DEAD)


def test_the_days_digest_is_found_on_the_chain(tmp_path: Path, settings) -> None:
    settings.DATA_DIR = tmp_path
    for number in range(3):
        record(SYSTEM, Entry("open_unit", ("unit", number, "单位")))
    daily_digest(Job())
    text = (tmp_path / "digests" / f"{clock.today():%Y-%m-%d}.txt").read_text(encoding="utf-8")
    assert "日志 3 条" in text
    digest = text.split("链首摘要 ")[1].strip()
    record(SYSTEM, Entry("open_unit", ("unit", 9, "单位")))
    assert verify(digest).broken is None
    broken = verify("0" * 63 + "1").broken
    assert broken is not None
    assert "截去" in broken.message


def test_the_database_gets_figures_to_choose_its_indexes_by() -> None:
    refresh_statistics(done(timedelta(0)))
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'journal_job'")
        else:
            cursor.execute("SELECT count(*) FROM pg_class WHERE relname = 'journal_job' AND reltuples > 0")
        assert cursor.fetchone()[0] > 0
