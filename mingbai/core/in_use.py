"""Who works on the data folder: servers, workers and imports together, `mingbai restore` alone.

The lock belongs to the process and goes with it, also when it is killed.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection

from mingbai.core.errors import Conflict

_shared: IO[bytes] | None = None


def _file() -> IO[bytes]:
    path: Path = settings.DATA_DIR / "in-use.lock"
    return path.open("ab")


def share() -> None:
    """Hold the folder as one of many until this process ends. `Conflict` while a backup is being restored."""
    global _shared
    file = _file()
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise Conflict("正在恢复备份，请等它做完再启动。") from None
    _shared = file


@contextmanager
def alone() -> Iterator[None]:
    """`Conflict` while anybody else works on the folder or, on PostgreSQL, on the database."""
    with _file() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Conflict(
                "服务或后台任务正在使用这个数据目录，现在不能恢复。请先停下它们"
                "（Ctrl-C，或 systemctl stop mingbai-web mingbai-worker），再恢复。"
            ) from None
        others = _other_connections()
        if others:
            raise Conflict(
                f"数据库上还有 {others} 个别的连接，现在不能恢复。请先停下各台主机上的服务和后台任务。"
            )
        yield


def _other_connections() -> int:
    """Other hosts have folders of their own, so the database server is asked."""
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        return int(cursor.fetchone()[0])
