"""SIGKILL in the middle of an import: nothing half-written, nothing lost, nothing twice after the next run."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

KILLS = 5
DOCUMENTS = 40

pytestmark = pytest.mark.sqlite_only


def command(data: Path, *arguments: str) -> subprocess.Popen:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MINGBAI_")}
    environment |= {"MINGBAI_DATA": str(data), "MINGBAI_HASH": "sha256"}
    return subprocess.Popen(
        [sys.executable, "-m", "mingbai", *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def test_an_import_killed_again_and_again_ends_complete(tmp_path: Path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(DOCUMENTS):
        text = f"青山镇{2000 + number}年政务公开工作总结\n\n{2000 + number}年，我镇公开信息{number}条。\n"
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    data = tmp_path / "data"
    command(data, "import", str(folder / "00.txt"), "--format", "json").wait()
    chance = random.Random(3)
    for _ in range(KILLS):
        running = command(data, "import", str(folder), "--format", "json")
        time.sleep(1.5 + chance.random() * 2)
        running.send_signal(signal.SIGKILL)
        running.wait()
    last = command(data, "import", str(folder), "--format", "json")
    rows = json.loads(last.communicate()[0])
    assert last.returncode == 0
    assert len({row["id"] for row in rows}) == DOCUMENTS
    assert {row["state"] for row in rows} <= {"created", "already_there"}
    again = json.loads(command(data, "import", str(folder), "--format", "json").communicate()[0])
    assert {row["state"] for row in again} == {"already_there"}
    assert [row["id"] for row in again] == [row["id"] for row in rows]
