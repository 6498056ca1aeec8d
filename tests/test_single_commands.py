"""A command that answers once ends at once, and still says all it has to say."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECK = (sys.executable, "-m", "mingbai", "check")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    written = tmp_path / "a.txt"
    written.write_text("2023年工作总结\n联系人身份证号11010519491231002X。\n" * 40, encoding="utf-8")
    return written


def test_everything_written_to_a_pipe_arrives(faulty: Path) -> None:
    done = subprocess.run([*CHECK, "--format", "json", faulty], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.rstrip().endswith("}")
    assert not done.stderr


def test_a_file_that_cannot_be_read_is_code_2_with_a_sentence(tmp_path: Path) -> None:
    done = subprocess.run([*CHECK, tmp_path / "none.txt"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "none.txt" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_no_success(tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("县档案馆周六上午开放。\n", encoding="utf-8")
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            [*CHECK, plain], stdout=full, stderr=subprocess.PIPE, env=buffered, text=True, check=False
        )
    assert done.returncode
    assert "No space left" in done.stderr
