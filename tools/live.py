"""A running Mingbai on a data folder of its own, and a real Chromium before it: for browser journeys and screenshots."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

TODAY = "2026-11-23"
PASSWORD = "Mingbai-2026"  # noqa: S105  of the demonstration people
PATIENCE = 60
CHROMIUM_OPTIONS = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none", "--lang=zh-CN"]


def _environment() -> dict[str, str]:
    """Without settings of the caller, a database address above all: the folder decides everything."""
    return {name: value for name, value in os.environ.items() if not name.startswith("MINGBAI_")}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(*arguments: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "mingbai", *arguments],
        env=_environment(),
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urlopen(f"{url}/health/alive", timeout=5):  # noqa: S310  our own address
                return
        except (URLError, ConnectionError, TimeoutError):
            if server.poll() is not None:
                raise RuntimeError("the server stopped before it answered") from None
            time.sleep(0.2)
    raise RuntimeError(f"no answer within {PATIENCE} seconds")


@contextmanager
def serving(*, items: bool) -> Iterator[str]:
    """A new demonstration county with or without items, served on a free port; gives its address."""
    with tempfile.TemporaryDirectory(prefix="mingbai-live-") as folder:
        _run("demo", "--data", folder, "--today", TODAY, *([] if items else ["--no-items"]))
        with serving_folder(Path(folder)) as url:
            yield url


@contextmanager
def serving_folder(folder: Path) -> Iterator[str]:
    port = _free_port()
    command = [sys.executable, "-m", "mingbai", "serve", "--data", str(folder), "--port", str(port)]
    server = subprocess.Popen(
        [*command, "--workers", "1"],
        env=_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(url, server)
        yield url
    finally:
        server.terminate()
        server.wait(30)


@contextmanager
def chromium(path: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # dates and file fields in Chinese where the package chromium-l10n is installed
        chinese = {**os.environ, "LANGUAGE": "zh_CN"}
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_OPTIONS, env=chinese)
        yield browser
        browser.close()


def sign_in(page: Any, username: str, password: str = PASSWORD) -> None:
    page.goto("/desk/sign-in/")
    page.get_by_label("账号").fill(username)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录").click()
    page.wait_for_url(lambda address: "/sign-in/" not in address)
