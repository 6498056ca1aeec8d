"""The hash chain. One sealer appends links in commit order; readers follow `position`, never the act's id,
because ids are given before the commit and rows would be lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max, QuerySet

from mingbai.core.digests import digest_bytes
from mingbai.core.sequences import take_number
from mingbai.journal.jobs import job
from mingbai.journal.models import Act, Job, Seal
from mingbai.journal.spelling import FIELDS, link, spelled

SLICE = 500
LARGE_SLICE = 50_000  # where nobody waits for the lock: each slice looks for stragglers anew
RECENT = 20_000  # ids between the newest link and the oldest act that is looked for every few seconds
GENESIS = "0" * 64
# what reading a row raises whose time is none
UNREADABLE = (ValueError, TypeError, AttributeError)


def unsealed(*, everywhere: bool = False) -> QuerySet[Act]:
    """Acts without a link. Ids are given before the commit, so one may lie below ids that have theirs, but hardly by
    RECENT; `everywhere` looks through the whole journal for it, which takes a second for each million acts."""
    newest = None if everywhere else Seal.objects.aggregate(newest=Max("act_id"))["newest"]
    return Act.objects.filter(seal=None, pk__gt=(newest or RECENT) - RECENT)


@transaction.atomic
def seal_slice(*, everywhere: bool = False, size: int = SLICE) -> int:
    """Chain up to `size` acts; the sequence row is the lock that makes the sealer one."""
    pending = unsealed(everywhere=everywhere)
    if not pending.exists():
        return 0
    take_number("journal:sealer")
    last = Seal.objects.order_by("-position").first()
    newest, previous = (last.position, last.digest) if last else (0, GENESIS)
    algorithm = settings.CONFIG.hash_algorithm
    links = []
    for position, row in enumerate(_rows(pending, size), newest + 1):
        digest = digest_bytes(spelled(position, row, previous), algorithm)
        links.append((position, row[0], previous, digest, algorithm))
        previous = digest
    _append(links)
    return len(links)


def _rows(pending: QuerySet[Act], size: int) -> list[tuple[Any, ...]]:
    """As the driver gives them: what the ORM makes of a row takes longer than its digest."""
    sql, values = pending.order_by("id").values_list(*FIELDS)[:size].query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def _append(links: list[tuple[int, int, str, str, str]]) -> None:
    # past the ORM, whose objects take longer than the digests
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO journal_seal (position, act_id, previous, digest, algorithm) VALUES (%s, %s, %s, %s, %s)",
            links,
        )


def seal_recent(size: int = SLICE) -> None:
    while seal_slice(size=size) == size:
        pass


def seal_all(size: int = SLICE) -> None:
    """Chain everything that is committed, stragglers too."""
    seal_recent(size)
    while seal_slice(everywhere=True, size=size):
        pass


@job("journal.seal", every=timedelta(seconds=5))
def seal_pending(_: Job) -> None:
    seal_recent()


@job("journal.seal_stragglers", every=timedelta(hours=1))
def seal_stragglers(_: Job) -> None:
    seal_all()


@dataclass(frozen=True)
class Broken:
    """The first link that does not hold, and why."""

    position: int
    act_id: int | None
    message: str


@dataclass(frozen=True)
class Verified:
    links: int
    unsealed: int
    head: str
    broken: Broken | None


def _links() -> Iterator[Seal]:
    return Seal.objects.select_related("act").order_by("position").iterator(chunk_size=2000)


def verify(against: str | None = None) -> Verified:
    """Walk the chain. `against` is a digest kept elsewhere: a cut tail is invisible to the chain itself."""
    expected, previous, seen_against = 1, GENESIS, against in (None, GENESIS)
    broken: Broken | None = None
    try:
        for seal in _links():
            broken = _check(seal, expected, previous)
            if broken:
                break
            expected, previous = expected + 1, seal.digest
            seen_against = seen_against or seal.digest == against
    except UNREADABLE:  # an act that cannot even be read, somewhere in the rows that were fetched together
        broken, expected, previous = _walk_singly(expected, previous)
    if broken is None and not seen_against:
        broken = Broken(expected, None, "链上找不到另存的摘要：末尾的记录被截去，或摘要不是这个库的。")
    waiting = unsealed(everywhere=True).count()
    return Verified(links=expected - 1, unsealed=waiting, head=previous, broken=broken)


def _walk_singly(expected: int, previous: str) -> tuple[Broken | None, int, str]:
    for seal in Seal.objects.filter(position__gte=expected).order_by("position").iterator():
        try:
            broken = _check(seal, expected, previous)
        except UNREADABLE:
            broken = Broken(expected, seal.act_id, f"第 {expected} 条的内容读不出来，已被改动。")
        if broken:
            return broken, expected, previous
        expected, previous = expected + 1, seal.digest
    return None, expected, previous


def _check(seal: Seal, expected: int, previous: str) -> Broken | None:
    if seal.position != expected:
        return Broken(expected, None, f"缺少第 {expected} 条。")
    if seal.previous != previous:
        return Broken(expected, seal.act_id, f"第 {expected} 条接不上前一条。")
    if seal.digest != link(
        seal.position, {name: getattr(seal.act, name) for name in FIELDS}, previous, seal.algorithm
    ):
        return Broken(expected, seal.act_id, f"第 {expected} 条的内容与摘要不符，已被改动。")
    return None
