"""Jobs run at least once, never twice at a time, and a killed worker's job runs again."""

from datetime import timedelta

import pytest

from mingbai.core import clock
from mingbai.journal import jobs
from mingbai.journal.models import Job
from mingbai.journal.worker import Worker, drain

pytestmark = pytest.mark.django_db
done: list[int] = []


@pytest.fixture(autouse=True)
def _handlers():
    done.clear()

    @jobs.job("test.count")
    def count(job: Job) -> None:
        done.append(job.payload["number"])

    @jobs.job("test.fail")
    def fail(job: Job) -> None:
        raise ValueError("总是失败")

    yield
    for kind in ("test.count", "test.fail"):
        jobs._handlers.pop(kind)


def test_due_jobs_run_in_order_and_later_ones_wait() -> None:
    now = clock.now()
    jobs.enqueue("test.count", {"number": 2}, at=now)
    jobs.enqueue("test.count", {"number": 1}, at=now - timedelta(minutes=1))
    jobs.enqueue("test.count", {"number": 3}, at=now + timedelta(hours=1))
    assert drain() == 2
    assert done == [1, 2]
    assert Job.objects.filter(state=Job.State.WAITING).count() == 1


def test_a_waiting_twin_with_the_same_key_is_enough() -> None:
    for _ in range(3):
        jobs.enqueue("test.count", {"number": 1}, key="once", at=clock.now())
    assert drain() == 1
    jobs.enqueue("test.count", {"number": 1}, key="once", at=clock.now())
    assert drain() == 1


def test_a_claimed_job_is_not_given_to_another_worker_until_its_lease_ends() -> None:
    now = clock.now()
    jobs.enqueue("test.count", {"number": 1}, at=now)
    assert jobs.claim("a", now) is not None
    assert jobs.claim("b", now + jobs.LEASE - timedelta(seconds=1)) is None
    again = jobs.claim("b", now + jobs.LEASE + timedelta(seconds=1))
    assert again is not None
    assert again.attempts == 2


def test_a_worker_that_lost_its_lease_may_not_go_on() -> None:
    now = clock.now()
    jobs.enqueue("test.count", {"number": 1}, at=now)
    slow = jobs.claim("a", now)
    assert slow is not None
    jobs.claim("b", now + jobs.LEASE * 2)
    with pytest.raises(jobs.LeaseLost):
        jobs.renew(slow, now + jobs.LEASE * 2)


def test_a_failing_job_is_tried_later_and_at_last_listed_as_dead() -> None:
    jobs.enqueue("test.fail", at=clock.now())
    worker = Worker()
    for attempt in range(1, jobs.MAX_ATTEMPTS + 1):
        Job.objects.update(run_after=clock.now())
        assert worker.work_once()
        row = Job.objects.get()
        assert row.attempts == attempt
        assert "总是失败" in row.error
    assert row.state == Job.State.DEAD
    assert not worker.work_once()


def test_schedules_are_enqueued_once_per_interval() -> None:
    now = clock.now()
    jobs.enqueue_due_schedules(now)
    first = Job.objects.filter(key="schedule").count()
    assert first >= 1
    jobs.enqueue_due_schedules(now)
    assert Job.objects.filter(key="schedule").count() == first


def test_every_enqueued_kind_has_a_handler() -> None:
    for kind in ("journal.seal", "calendar.loaded"):
        assert jobs.knows(kind)
