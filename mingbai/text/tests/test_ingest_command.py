"""The answer of `mingbai ingest` is the contract's, and bad input gets an exit code and a sentence."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from mingbai.cli.ingest import main
from mingbai.text.tests.writing import TOWN


def test_the_answer_has_the_shape_of_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "总结.txt"
    path.write_bytes(
        f"发布时间：2020-01-02 阅读次数：3\r\n清溪镇2019年政务公开工作总结\r\n{TOWN.text}".encode("gb18030")
    )
    assert main([str(path), "--format", "json", "--text-out", str(tmp_path / "out")]) == 0
    (row,) = json.loads(capsys.readouterr().out)["files"]
    text = path.read_bytes().decode("gb18030")
    assert (row["file"], row["encoding"], row["chars"]) == (str(path), "gb18030", len(text))
    (document,) = row["documents"]
    assert list(document) == [
        "start", "end", "title", "title_in_text", "unit", "unit_kind", "parent_unit", "year", "kind", "written_on", "document_number", "truncated",
    ]  # fmt: skip
    assert (document["unit"], document["year"], document["kind"]) == ("清溪镇", 2019, "work_summary")
    assert row["stripped"][0]["kind"] == "publish_line"
    assert all(
        text[f["start"] : f["end"]] == f["quote"]
        and list(f) == ["document", "start", "end", "quote", "metric", "value", "unit"]
        for f in row["figures"]
    )
    (written,) = (tmp_path / "out").iterdir()
    assert written.read_bytes().decode() == text


def test_one_bad_file_among_good_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TOWN.text, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    assert main([str(tmp_path), "--format", "json"]) == 1
    captured = capsys.readouterr()
    assert len(json.loads(captured.out)["files"]) == 1
    assert "b.txt：文件是空的" in captured.err


def test_nothing_usable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.txt"), "--format", "json"]) == 2
    captured = capsys.readouterr()
    assert json.loads(captured.out) == {"files": []}
    assert "没有这个文件" in captured.err


def test_plain_answer_is_chinese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TOWN.text, encoding="utf-8")
    assert main([str(tmp_path / "a.txt")]) == 0
    assert "1 份文档" in capsys.readouterr().out


def test_no_django_is_loaded() -> None:
    code = "import sys, mingbai.cli.ingest, mingbai.text.ingest; sys.exit('django' in sys.modules or 'docx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
