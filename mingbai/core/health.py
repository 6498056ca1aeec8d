"""What `doctor` looks at, each check a sentence and whether it is well."""

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from mingbai.core import clock, triggers
from mingbai.core.calendars import current_calendar
from mingbai.core.digests import digest_bytes

LOW_DISK = 2 * 10**9


@dataclass(frozen=True)
class Check:
    name: str
    ok: bool
    text: str


def database() -> Check:
    started = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA quick_check")
            verdict = cursor.fetchone()[0]
            if verdict != "ok":
                return Check("数据库", False, f"SQLite 文件有损坏：{verdict}。请从备份恢复。")
    return Check("数据库", True, f"{connection.vendor}，{(time.perf_counter() - started) * 1000:.0f} 毫秒")


def protections() -> Check:
    absent = triggers.missing()
    if absent:
        return Check(
            "保护触发器",
            False,
            f"缺少或被改动 {len(absent)} 个（{absent[0]} 等）。运行 mingbai migrate 会补上。",
        )
    return Check("保护触发器", True, "齐全")


def disk() -> Check:
    free = shutil.disk_usage(settings.DATA_DIR).free
    ok = free > LOW_DISK
    return Check("磁盘", ok, f"剩余 {free / 1e9:.1f} GB" + ("" if ok else "，请清理或扩容"))


def calendar() -> Check:
    today = clock.today()
    years = current_calendar().years
    needed = today.year if today.month < 11 else today.year + 1
    ok = today.year in years
    text = f"有 {min(years)} 至 {max(years)} 年" + (
        "" if needed in years else f"；还没有 {needed} 年，请在“放假安排”里录入"
    )
    return Check("放假安排", ok, text)


def system_clock() -> Check:
    """The file system's clock against ours: a machine set to another century would date everything wrongly."""
    probe: Path = settings.DATA_DIR / f".clock-{os.getpid()}"
    probe.touch()
    written = datetime.fromtimestamp(probe.stat().st_mtime, UTC)
    probe.unlink(missing_ok=True)
    drift = abs((datetime.now(UTC) - written).total_seconds())
    ok = drift < 5 and datetime.now(UTC).year >= 2025
    return Check(
        "时钟", ok, f"{datetime.now(clock.CHINA):%Y-%m-%d %H:%M}（北京时间）" + ("" if ok else "，请校时")
    )


def keys() -> Check:
    """Who reads `secret.key` can sign in as anybody; who reads `quarantine.key` can open what was taken in."""
    paths = [settings.DATA_DIR / name for name in ("secret.key", "quarantine.key")]
    open_to_others = [path.name for path in paths if path.exists() and path.stat().st_mode & 0o077]
    if open_to_others:
        return Check("密钥文件", False, f"{'、'.join(open_to_others)} 别人也能读，请执行 chmod 600")
    return Check("密钥文件", True, "只有本服务能读")


def files() -> Check:
    """Every stored file is there and is what its name says."""
    from mingbai.core.files import path_of
    from mingbai.core.models import StoredFile

    wrong = []
    number = 0
    for row in StoredFile.objects.iterator():
        number += 1
        path = path_of(row.digest)
        if not path.exists() or digest_bytes(path.read_bytes(), "sha256") != row.digest:
            wrong.append(row.digest)
    if wrong:
        return Check(
            "文件",
            False,
            f"{number} 个文件中有 {len(wrong)} 个缺失或损坏（{wrong[0][:12]}…），请从备份恢复。",
        )
    return Check("文件", True, f"{number} 个，均完好")


def quarantine() -> Check:
    """What was taken in lies under a key that an ordinary backup does not hold."""
    from mingbai.core.models import Quarantined
    from mingbai.core.quarantine import opens

    rows = Quarantined.objects.filter(deleted_at=None)
    number, newest = rows.count(), rows.order_by("-pk").first()
    if newest is not None and not opens(newest):
        return Check(
            "隔离区",
            False,
            f"{number} 个原件，最近的一个打不开：quarantine.key 不是当时的，或文件缺失。请放回原来的 quarantine.key。",
        )
    return Check("隔离区", True, f"{number} 个原件" + ("，抽查能打开" if number else ""))


CHECKS: dict[str, Callable[[], Check]] = {
    "数据库": database,
    "保护触发器": protections,
    "文件": files,
    "隔离区": quarantine,
    "密钥文件": keys,
    "放假安排": calendar,
    "磁盘": disk,
    "时钟": system_clock,
}


def look(name: str, check: Callable[[], Check]) -> Check:
    """One check; what cannot even be looked at is not well, and the others are still looked at."""
    try:
        return check()
    except DatabaseError as error:
        return Check(name, False, f"数据库读不出来：{str(error).strip()}。请停下服务，从备份恢复。")
    except OSError as error:
        return Check(name, False, f"查不了：{error}。请检查数据目录的权限和磁盘。")
