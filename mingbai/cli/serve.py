"""`mingbai serve`: web server and worker together. The first start builds the demonstration county."""

import os
import signal
import subprocess
import sys
import threading
from argparse import Namespace
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
    if options.today:
        os.environ["MINGBAI_TODAY"] = options.today
    fresh = not (installation.data_folder() / "mingbai.sqlite3").exists() and not os.environ.get(
        "MINGBAI_DATABASE_URL"
    )
    if fresh and not options.empty:
        from datetime import date

        installation.mark_as_demo(date.fromisoformat(options.today) if options.today else None)
    installation.setup()
    fresh = installation.is_empty()
    installation.migrate()
    _empty_page_store()
    _refuse_public_demo(options.host)
    if not fresh:
        return []
    return _first_administrator() if options.empty else _demonstration()


def _empty_page_store() -> None:
    """Pages of an older version, or of before a crash, must not outlive the start."""
    from mingbai.core import pages

    pages.clear()


def _refuse_public_demo(host: str) -> None:
    from django.conf import settings

    if settings.DEMO and host not in LOOPBACK and not settings.CONFIG.demo_public:
        raise installation.NotReady(
            "演示县的密码是公开的，只允许本机访问。确要对外演示，请设 MINGBAI_DEMO_PUBLIC=1；正式使用请加 --empty 和新的 --data。"
        )


def _demonstration() -> list[str]:
    from mingbai.demo.county import build_county, sign_in_lines

    print("第一次启动：正在建立演示县明县……", flush=True)
    build_county()
    return sign_in_lines()


def _first_administrator() -> list[str]:
    from mingbai.accounts.services.first_start import ensure_first_administrator

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
        *("--worker-class", "gthread", "--workers", str(options.workers), "--threads", str(options.threads)),
        *(
            "--log-level",
            "warning",
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
    if options.host not in LOOPBACK:
        hosts = environment.get("MINGBAI_HOSTS", "localhost,127.0.0.1,[::1]")
        environment["MINGBAI_HOSTS"] = (
            "*" if options.host in {"0.0.0.0", "::"} and "MINGBAI_HOSTS" not in environment else hosts
        )  # noqa: S104
    return environment


def main(argv: list[str]) -> int:
    options = _options(argv)
    use_data(options)
    try:
        lines = _prepare(options)
    except installation.NotReady as error:
        return fail(str(error), NOT_READY)
    from django.db import connections

    connections.close_all()
    os.environ.update(_environment(options))
    keeper = _Keeper()
    server = subprocess.Popen(_server_command(options))

    def stop(signum: int, frame: FrameType | None) -> None:
        server.terminate()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    keeper.start()
    _announce(options, lines)
    code = server.wait()
    keeper.stop()
    return 0 if code in {0, -signal.SIGTERM} else code
