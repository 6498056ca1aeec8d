"""Deleting pages: after the commit of what changed them, before the act's response returns, on every host."""

import socket
import time
from collections.abc import Collection
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from mingbai.core.errors import DomainError
from mingbai.core.pages import files, generations
from mingbai.core.pages.models import PageHost, PagePurge, PagePurgeDone, PageRead

# every stored page depends on it: the site's identity and notices
EVERYTHING = "site"
KEEP = timedelta(days=1)
RECENT = timedelta(minutes=10)
SAID_EVERY = timedelta(seconds=5)
ALIVE = timedelta(seconds=30)
PATIENCE = 5.0
SLICE = 500


class Unconfirmed(DomainError):
    """The act is done and this host's pages are gone, but another host has not said so."""

    status = 503


def host_name() -> str:
    return f"{socket.gethostname()}:{settings.DATA_DIR}"[:200]


def changed(*keys: str) -> None:
    """Say inside the transaction what it changes. Pages that read these keys are gone when the act's call returns."""
    if not keys:
        return
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("changed() outside a transaction would purge too early")
    # real time, not the demonstration's: hosts compare it with each other
    purge = PagePurge.objects.create(keys=sorted(set(keys)), at=timezone.now())
    generations.advance(set(keys), purge.pk)
    transaction.on_commit(partial(_after_commit, purge.pk, frozenset(keys)))


def _delete_pages(keys: Collection[str]) -> None:
    if EVERYTHING in keys:
        files.drop_everything()
        return
    wanted = sorted(keys)
    for start in range(0, len(wanted), SLICE):
        found = PageRead.objects.filter(key__in=wanted[start : start + SLICE]).values_list("path", flat=True)
        files.drop(found.distinct().iterator())


def _after_commit(purge: int, keys: frozenset[str]) -> None:
    _delete_pages(keys)
    host = host_name()
    PagePurgeDone.objects.bulk_create([PagePurgeDone(purge_id=purge, host=host)], ignore_conflicts=True)
    _wait_for_others(purge, host)


def _wait_for_others(purge: int, host: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        alive = PageHost.objects.filter(seen_at__gt=timezone.now() - ALIVE).exclude(name=host)
        late = sorted(
            set(alive.values_list("name", flat=True))
            - set(PagePurgeDone.objects.filter(purge_id=purge).values_list("host", flat=True))
        )
        if not late:
            return
        if time.monotonic() > until:
            # the next purge of the same transaction would not get its turn after this
            _catch_up(host)
            names = "、".join(name.split(":", 1)[0] for name in late)
            raise Unconfirmed(
                f"操作已完成，本机页面已更新，但服务器 {names} 尚未确认清除旧页面。请稍后再看一次，仍未更新时联系信息中心。"
            )
        time.sleep(0.05)


def follow(*, whole: bool = True) -> int:
    """Apply what other hosts changed and what a crash left undone; how many purges were applied.

    Called before a server starts and twice a second by each host's worker, mostly not `whole`: then only recent purges
    are looked at. A host that was away longer than purges are kept starts with an empty store.
    """
    host, now = host_name(), timezone.now()
    known = PageHost.objects.filter(name=host).first()
    if known is None or known.seen_at < now - KEEP:
        files.drop_everything()
    applied = _catch_up(host, KEEP if whole or known is None else RECENT)
    if known is None or known.seen_at < now - SAID_EVERY:
        PageHost.objects.update_or_create(name=host, defaults={"seen_at": now})
    if whole:
        PagePurge.objects.filter(at__lt=now - KEEP).delete()
    return applied


def _catch_up(host: str, within: timedelta = KEEP) -> int:
    """Delete the pages of every purge that this host has not done yet, and say so."""
    waiting = list(
        PagePurge.objects.filter(at__gt=timezone.now() - within).exclude(done__host=host).order_by("pk")
    )
    if not waiting:
        return 0
    for purge in waiting:
        _delete_pages(purge.keys)
    PagePurgeDone.objects.bulk_create(
        [PagePurgeDone(purge=purge, host=host) for purge in waiting], ignore_conflicts=True, batch_size=SLICE
    )
    return len(waiting)


def clear() -> None:
    """Empty the store and forget what pages read; for `mingbai reindex`, restoring a backup and changed templates."""
    with transaction.atomic():
        changed(EVERYTHING)
        PageRead.objects.all().delete()
