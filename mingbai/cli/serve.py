"""`mingbai serve`: web server and worker together. The first start builds the demonstration county."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from argparse import Namespace
from datetime import date
from types import FrameType
from typing import Any

from mingbai.cli import installation
from mingbai.cli.arguments import NOT_READY, fail, parser, use_data

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def _options(argv: list[str]) -> Namespace:
    made = parser("serve", "启动网站与后台任务。第一次启动建立演示县。")
    made.add_argument("--port", type=int, default=8000, help="端口，默认 8000")
    made.add_argument("--host", default="127.0.0.1", help="监听地址，默认只限本机")
    made.add_argument("--empty", action="store_true", help="第一次启动不建演示县，只建一位管理员")
    made.add_argument("--today", metavar="日期", help="演示用的固定日期，如 2026-11-23")
    made.add_argument("--threads", type=int, default=8, help="每个进程的线程数")
    made.add_argument("--workers", type=int, default=2, help="进程数")
    return made.parse_args(argv)


def _prepare(options: Namespace) -> list[str]:
    """Database and first content; the lines to be printed about sign-ins."""
    today = _fixed_day(options.today)
    _refuse_taken_port(options.host, options.port)
    if installation.half_built():
        _clear_half_built()
    installation.setup()
    installation.take_part()
    for_demo = installation.is_empty() and not options.empty
    if for_demo:
        _become_demo(today)
    _refuse_public_demo(options.host)
    installation.migrate()
    if for_demo:
        return _demonstration(today)
    return _first_administrator() if options.empty and _is_nobodys() else _known_sign_ins()


def _is_nobodys() -> bool:
    """`mingbai migrate` may have made the tables before, so tables alone do not tell."""
    from mingbai.accounts.models import Person

    return not Person.objects.exists()


def _fixed_day(told: str | None) -> date | None:
    if told is None:
        return None
    try:
        return date.fromisoformat(told)
    except ValueError as error:
        raise installation.NotReady(f"日期「{told}」不对，请写成 2026-11-23。") from error


def _refuse_taken_port(host: str, port: int) -> None:
    """Said here in one sentence: the server itself would try for a while and then say it in English."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except (OSError, OverflowError) as error:
        raise installation.NotReady(
            f"不能监听 {host} 的端口 {port}：{error}。可能已有程序占用，请先停掉它，或用 --port 换一个端口。"
        ) from error


def _clear_half_built() -> None:
    """A demonstration that was cut off while it was built holds nothing of anybody's. Only its own SQLite file goes;
    a database server is left to whoever runs it."""
    if os.environ.get("MINGBAI_DATABASE_URL") or os.environ.get("DATABASE_URL"):
        raise installation.NotReady("上次建立演示县中断，库里只有一半内容。请清空这个数据库后再启动。")
    print("上次建立演示县中断，现在重新建立。", flush=True)
    for name in ("mingbai.sqlite3", "mingbai.sqlite3-wal", "mingbai.sqlite3-shm"):
        (installation.data_folder() / name).unlink(missing_ok=True)


def _become_demo(today: date | None) -> None:
    from django.conf import settings

    installation.mark_as_demo(today, building=True)
    installation.apply_marker()
    settings.DEMO, settings.FIXED_TODAY = True, today


def _refuse_public_demo(host: str) -> None:
    from django.conf import settings

    if settings.DEMO and host not in LOOPBACK and not settings.CONFIG.demo_public:
        raise installation.NotReady(
            "演示县的密码是公开的，只允许本机访问。确要对外演示，请设 MINGBAI_DEMO_PUBLIC=1；正式使用请加 --empty 和新的 --data。"
        )


def _demonstration(today: date | None) -> list[str]:
    from mingbai.demo.county import build_county, sign_in_lines

    print("第一次启动：正在建立演示县明县……", flush=True)
    build_county()
    installation.mark_as_demo(today)
    return sign_in_lines()


def _known_sign_ins() -> list[str]:
    from django.conf import settings

    if not settings.DEMO:
        return ["还没有人员账号。停下后加 --empty 再启动一次，会建立第一位管理员。"] if _is_nobodys() else []
    from mingbai.demo.county import sign_in_lines

    return sign_in_lines()


def _first_administrator() -> list[str]:
    from mingbai.accounts.services.first_start import ensure_first_administrator
    from mingbai.catalogue.loading import load_all_standards

    load_all_standards()
    username, password = ensure_first_administrator()
    return [f"管理员账号 {username}，初始密码 {password}（首次登录必须修改）"]


def _worker_command() -> list[str]:
    return [sys.executable, "-m", "mingbai", "worker", "--data", str(installation.data_folder())]


class _Keeper(threading.Thread):
    """Starts the worker again when it dies, until told to stop."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.stopping = threading.Event()
        self.process = subprocess.Popen(_worker_command())

    def run(self) -> None:
        while not self.stopping.wait(1.0):
            if self.process.poll() is not None:
                self.stopping.wait(2.0)
                if not self.stopping.is_set():
                    self.process = subprocess.Popen(_worker_command())

    def stop(self) -> None:
        self.stopping.set()
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


def _server_command(options: Namespace) -> list[str]:
    bind = f"[{options.host}]:{options.port}" if ":" in options.host else f"{options.host}:{options.port}"
    return [
        *(sys.executable, "-m", "gunicorn", "mingbai.wsgi:application", "--bind", bind),
        *(
            "--worker-class",
            "mingbai.server.PageWorker",
            "--workers",
            str(options.workers),
            "--threads",
            str(options.threads),
        ),
        *(
            "--no-control-socket",
            "--log-level",
            "error",
            "--preload",
            "--timeout",
            "60",
            "--graceful-timeout",
            "8",
            "--keep-alive",
            "5",
        ),
    ]


def _announce(options: Namespace, lines: list[str]) -> None:
    base = f"http://{'localhost' if options.host in LOOPBACK else options.host}:{options.port}"
    print(f"\n门户　　{base}/\n工作台　{base}/desk/", flush=True)
    for line in lines:
        print(line, flush=True)
    print("\n按 Ctrl-C 停止。", flush=True)


def _environment(options: Namespace) -> dict[str, Any]:
    environment = dict(os.environ, MINGBAI_DATA=str(installation.data_folder()))
    if options.host not in LOOPBACK and "MINGBAI_HOSTS" not in environment:
        everywhere = options.host in {"0.0.0.0", "::"}  # noqa: S104
        host = f"[{options.host}]" if ":" in options.host else options.host
        environment["MINGBAI_HOSTS"] = "*" if everywhere else f"localhost,127.0.0.1,{host}"
    return environment


def _await(server: subprocess.Popen[bytes], options: Namespace) -> None:
    """Until the server listens, or has given up."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(options.host, options.host)  # noqa: S104
    while server.poll() is None:
        try:
            socket.create_connection((host, options.port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)


def main(argv: list[str]) -> int:
    options = _options(argv)
    use_data(options)
    try:
        lines = _prepare(options)
    except installation.NotReady as error:
        return fail(str(error), NOT_READY)
    from django.db import connections

    from mingbai.core import pages

    # what a killed server had committed and not yet purged must not be the first thing that it serves
    pages.follow()
    connections.close_all()
    os.environ.update(_environment(options))
    keeper = _Keeper()
    server = subprocess.Popen(_server_command(options))

    def stop(signum: int, frame: FrameType | None) -> None:
        server.terminate()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    keeper.start()
    _await(server, options)
    if server.poll() is None:
        _announce(options, lines)
    code = server.wait()
    keeper.stop()
    return 0 if code in {0, -signal.SIGTERM} else code
