"""`mingbai import` as a program sees it: one JSON value, exit codes that mean something."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.sqlite_only
KEYS = {"file", "start", "end", "title", "unit", "id", "state", "reason"}
TEXT = "青山镇2024年政务公开工作总结\n\n2024年，我镇认真落实各项要求。\n"


def run(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MINGBAI_")}
    command = [sys.executable, "-m", "mingbai", "import", *arguments, "--data", str(data)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT.replace("2024", "2023"), encoding="gb18030")
    (tmp_path / "ignored.json").write_text("{}", encoding="utf-8")
    return tmp_path


def test_a_folder_into_an_empty_data_folder_and_again(data: Path, folder: Path):
    first = run(data, str(folder), "--format", "json")
    rows = json.loads(first.stdout)
    assert (first.returncode, len(rows)) == (0, 2), first.stderr
    assert all(set(row) == KEYS and row["state"] == "created" for row in rows)
    assert [Path(row["file"]).name for row in rows] == ["a.txt", "b.txt"]
    again = json.loads(run(data, str(folder), "--format", "json").stdout)
    assert [(row["state"], row["id"]) for row in again] == [("already_there", row["id"]) for row in rows]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nothing.txt"], 2, "没有这个文件"),
        (["{file}", "--unit", "nowhere"], 2, "没有代码为「nowhere」的单位"),
        (["{file}", "--column", "nowhere"], 2, "栏目"),
        (["{file}", "--as", "nobody"], 2, "没有「nobody」这个账号"),
        (["{file}", "--publish"], 2, "演示县"),
        ([], 2, "参数不对"),
    ],
)
def test_what_cannot_be_used_is_said_on_standard_error(data: Path, folder: Path, arguments, code, words):
    answer = run(data, *[part.format(file=folder / "a.txt") for part in arguments])
    assert (answer.returncode, answer.stdout) == (code, "")
    assert words in answer.stderr and "Traceback" not in answer.stderr


def test_a_refused_file_makes_exit_code_one_and_the_others_go_in(data: Path, folder: Path):
    (folder / "c.txt").write_bytes(b"")
    (folder / "d.txt").write_text(TEXT.replace("2024", "2019"), encoding="utf-8")
    answer = run(data, str(folder / "c.txt"), str(folder / "d.txt"), "--format", "json")
    assert answer.returncode == 1
    assert [row["state"] for row in json.loads(answer.stdout)] == ["refused", "created"]
