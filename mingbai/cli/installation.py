"""What every verb that needs the database does first: read the settings, and see that the database is of this version."""

import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

from mingbai.cli.arguments import NOT_READY, fail


class NotReady(Exception):
    """The installation cannot be used; the message says what to do. Exit code 3."""


def data_folder() -> Path:
    return Path(os.environ.get("MINGBAI_DATA", "var")).resolve()


def marker() -> Path:
    """`demo.json` makes a data folder a demonstration and holds its fixed day, if any."""
    return data_folder() / "demo.json"


def _marked() -> dict[str, Any] | None:
    if not marker().exists():
        return None
    try:
        told = json.loads(marker().read_text(encoding="utf-8"))
        assert isinstance(told, dict)
    except (OSError, ValueError, AssertionError) as error:
        raise NotReady(
            f"{marker()} 读不出来：{error}。它说明这是演示县；是演示县的，请改成 {{}}，正式使用的请删去。"
        ) from error
    return told


def apply_marker() -> None:
    """A demonstration stays one whatever verb opens it."""
    told = _marked()
    if told is not None:
        os.environ["MINGBAI_DEMO"] = "1"
        if told.get("today"):
            os.environ.setdefault("MINGBAI_TODAY", told["today"])


def mark_as_demo(today: date | None, *, building: bool = False) -> None:
    """`building` says that the county is not complete yet: a start that finds it so begins anew."""
    told = {"today": today.isoformat() if today else None} | ({"building": True} if building else {})
    marker().parent.mkdir(parents=True, exist_ok=True)
    marker().write_text(json.dumps(told), encoding="utf-8")


def half_built() -> bool:
    """Whether the marker says that the demonstration's first start was cut off in the middle."""
    return "building" in (_marked() or {})


def setup(*, connect: bool = True) -> None:
    """Django with this data folder, or `NotReady`. Without `connect` the database may be damaged."""
    try:
        apply_marker()
        data_folder().mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise NotReady(
            f"数据目录 {data_folder()} 不能用：{error}。请检查权限，或用 --data 换一个。"
        ) from error
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingbai.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise NotReady(f"设置有误：{error}") from error
    if connect:
        _connect()


def _connect() -> None:
    from django.db import DatabaseError, OperationalError, connection

    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise NotReady(
            f"连不上数据库：{str(error).strip()}。请检查 MINGBAI_DATABASE_URL、数据库服务和数据目录的权限。"
        ) from error
    except DatabaseError as error:  # SQLite, of a file that is none of its own
        raise NotReady(
            f"数据库文件 {connection.settings_dict['NAME']} 已损坏（{str(error).strip()}）。"
            "请停下服务，用 mingbai restore 备份文件 --replace 恢复；损坏的文件会移到旁边保留。"
        ) from error


def is_empty() -> bool:
    """Whether the database has no tables of ours yet."""
    from django.db import connection

    return "django_migrations" not in connection.introspection.table_names()


def _known_and_applied() -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    return set(loader.disk_migrations), set(loader.applied_migrations)


def refuse_future() -> None:
    known, applied = _known_and_applied()
    # rooms that are not built yet here count too
    future = sorted(f"{app}.{name}" for app, name in applied - known)
    if future:
        raise NotReady(f"数据库来自更新的版本（{future[-1]}）。请换用新版程序，或恢复旧版的备份。")


def pending() -> int:
    known, applied = _known_and_applied()
    return len(known - applied)


def migrate() -> None:
    """Create or upgrade the database; an upgrade of a database with content backs it up first."""
    from django.core.management import call_command

    from mingbai.core import pages, triggers

    if not is_empty():
        refuse_future()
        if pending():
            _back_up_before_upgrade()
        elif not triggers.missing():
            pages.renew()
            return
    call_command("migrate", interactive=False, verbosity=0)
    pages.renew()
    absent = triggers.missing()
    if absent:
        raise NotReady(f"数据库缺少保护触发器 {absent[0]}，请运行 mingbai doctor。")


def _back_up_before_upgrade() -> None:
    from mingbai.core import clock
    from mingbai.core.backups import create_backup

    target = data_folder() / "backups" / f"before-upgrade-{clock.now():%Y%m%d-%H%M%S}.zip"
    target.parent.mkdir(parents=True, exist_ok=True)
    create_backup(target)
    print(f"升级前已备份到 {target}", file=sys.stderr)


def take_part() -> None:
    """For what works on the data folder for long: keeps `mingbai restore` away from it."""
    from mingbai.core import in_use
    from mingbai.core.errors import Conflict

    try:
        in_use.share()
    except Conflict as error:
        raise NotReady(error.message) from error


def require_ready() -> None:
    """For verbs that must not create anything: the database exists and is of this version."""
    if is_empty():
        raise NotReady("数据库还没有建立。请先运行 mingbai migrate 或 script/server。")
    refuse_future()
    if pending():
        raise NotReady("数据库需要升级。请运行 mingbai migrate（会先备份）。")


def opened() -> int | None:
    """Django on a database that is ready for work; else the code to end with, when the reason has been said."""
    try:
        setup()
        require_ready()
    except NotReady as error:
        return fail(str(error), NOT_READY)
    return None
