"""A worker purges the pages of its own host, whatever long job it is at."""

import time

import pytest
from django.utils import timezone

from mingbai.core import pages
from mingbai.core.models import PageHost, PagePurge
from mingbai.journal import following
from mingbai.journal.following import Follower


@pytest.mark.django_db(transaction=True)
def test_purges_of_other_hosts_are_applied_within_a_moment(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(following, "EVERY", 0.01)
    follower = Follower()
    follower.start()
    try:
        _until(lambda: PageHost.objects.exists())
        PagePurge.objects.create(keys=["column:1:2"], at=timezone.now())
        _until(lambda: PagePurge.objects.get().done.exists())
    finally:
        follower.stop()
    assert not follower.is_alive()


@pytest.mark.django_db(transaction=True)
def test_a_fault_does_not_end_it(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(following, "EVERY", 0.01)
    original, times = pages.follow, []

    def follow(**told: bool) -> int:
        times.append(told)
        if len(times) == 1:
            raise OSError("kein Platz")
        return original(**told)

    monkeypatch.setattr(pages, "follow", follow)
    follower = Follower()
    follower.start()
    try:
        _until(lambda: len(times) > 3)
    finally:
        follower.stop()
    assert [told["whole"] for told in times[:3]] == [True, True, False]


def _until(holds) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)
