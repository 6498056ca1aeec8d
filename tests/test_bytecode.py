"""Where Python leaves no bytecode beside its modules, single commands keep it in the user's cache folder."""

import os
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from mingbai import __main__ as command


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the bytecode of a made-up installation belongs, with a cache folder of its own."""
    main = tmp_path / "installed/__main__.py"
    main.parent.mkdir()
    monkeypatch.setattr(command, "__file__", str(main))
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Path(cache_from_source(str(main)))


def test_python_that_writes_none_writes_into_the_cache_folder(beside: Path, tmp_path: Path) -> None:
    command.keep_bytecode()
    assert sys.pycache_prefix == str(tmp_path / "cache/mingbai/bytecode")
    assert not sys.dont_write_bytecode


def test_a_folder_that_cannot_be_written(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(os, "access", lambda *_: False)
    command.keep_bytecode()
    assert sys.pycache_prefix


def test_nothing_changes_where_python_may_write(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    command.keep_bytecode()
    assert sys.pycache_prefix is None


def test_nothing_changes_where_bytecode_lies_already(beside: Path) -> None:
    beside.parent.mkdir()
    beside.touch()
    command.keep_bytecode()
    assert sys.pycache_prefix is None
    assert sys.dont_write_bytecode


def test_a_place_that_somebody_chose_stays(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", "/elsewhere")
    command.keep_bytecode()
    assert sys.pycache_prefix == "/elsewhere"
    assert sys.dont_write_bytecode


def test_a_user_without_a_home_goes_without(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    command.keep_bytecode()
    assert sys.pycache_prefix is None
    assert sys.dont_write_bytecode


def test_a_cache_folder_that_cannot_be_made_fails_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    surroundings = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "XDG_CACHE_HOME": str(tmp_path / "file")}
    done = subprocess.run(
        [sys.executable, "-m", "mingbai", "law", "--help"], env=surroundings, capture_output=True, check=False
    )
    assert done.returncode == 0
