"""`mingbai serve` as somebody at a terminal meets it: starts, says where, stops on Ctrl-C, explains what is wrong."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.sqlite_only


def environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("MINGBAI_", "DJANGO"))}


def start(*arguments: str, **extra: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "mingbai", "serve", *arguments],
        env=environment() | extra,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "data"


def lines_until(process: subprocess.Popen[str], word: str) -> str:
    """What was printed up to the line with the word, or up to the end."""
    watchdog = threading.Timer(180, process.kill)
    watchdog.start()
    told = ""
    assert process.stdout
    for line in process.stdout:
        told += line
        if word in line:
            break
    watchdog.cancel()
    return told


def test_an_empty_county_starts_with_its_catalogue_and_stops_on_ctrl_c(folder: Path, port: int) -> None:
    process = start("--empty", "--data", str(folder), "--port", str(port))
    told = lines_until(process, "Ctrl-C")
    assert f"http://localhost:{port}/" in told
    assert "管理员账号 admin" in told
    with urlopen(f"http://127.0.0.1:{port}/health/alive", timeout=60) as answer:  # noqa: S310
        assert answer.status == 200
    os.killpg(process.pid, signal.SIGINT)
    rest, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Traceback" not in rest
    counted = subprocess.run(
        [sys.executable, "-m", "mingbai", "django", "shell", "-c", COUNT],
        env=environment() | {"MINGBAI_DATA": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(counted.stdout.split()[-1]) > 5
    assert not (folder / "demo.json").exists()


COUNT = "from mingbai.catalogue.models import StandardCatalogue; print(StandardCatalogue.objects.count())"


@pytest.mark.parametrize(
    ("arguments", "extra", "said"),
    [
        (("--today", "昨天"), {}, "请写成 2026-11-23"),
        (("--empty",), {"MINGBAI_MFA": "no"}, "MINGBAI_MFA"),
        (("--empty",), {"MINGBAI_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}, "连不上数据库"),
        (("--host", "0.0.0.0"), {}, "演示县的密码是公开的"),  # noqa: S104
    ],
)
def test_what_is_wrong_is_one_sentence(
    folder: Path, port: int, arguments: tuple[str, ...], extra: dict[str, str], said: str
) -> None:
    process = start("--data", str(folder), "--port", str(port), *arguments, **extra)
    told, _ = process.communicate(timeout=180)
    assert process.returncode == 3
    assert said in told
    assert "Traceback" not in told


def test_a_port_that_is_taken_is_named(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = start("--empty", "--data", str(folder), "--port", str(port))
        told, _ = process.communicate(timeout=60)
    assert process.returncode == 3
    assert str(port) in told
    assert "--port" in told
    assert not folder.exists()
