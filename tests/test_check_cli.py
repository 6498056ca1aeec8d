"""The contract of `mingbai check`."""

import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mingbai.cli import check
from mingbai.cli.check import main
from mingbai.cli.ingest import main as ingest_main
from mingbai.text.ingest import ingest
from mingbai.text.model import Finding, SourceDocument
from mingbai.text.proofreading import forget_tables
from mingbai.text.proofreading.asking import FAILED
from mingbai.text.proofreading.tests.failing import failing, put_in
from tools import rules_page

__all__ = ["put_in"]

TEXT = "江家镇2023年政务公开工作总结\n20xx年我镇公开信息96条。。\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "总结.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_is_one_value_of_the_agreed_shape(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(file), "--format", "json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    [row] = answer["files"]
    assert row["file"] == str(file)
    found = {one["rule"]: one for one in row["findings"]}
    assert list(found["placeholder.masked_year"]) == [
        "rule", "category", "severity", "start", "end", "quote", "message", "suggestion", "related",
    ]  # fmt: skip
    for one in row["findings"]:
        assert TEXT[one["start"] : one["end"]] == one["quote"]


def test_people_read_where_what_and_how(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(file)])
    shown = capsys.readouterr().out
    assert "第2行 [须改·占位符] 「20xx年」" in shown
    assert "改法：填写实际年份" in shown


def test_nothing_grave_exits_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("江家镇2023年政务公开工作总结\n全年公开信息96条。\n", encoding="utf-8")
    assert main([str(path)]) == 0
    assert "没有发现问题" in capsys.readouterr().out


def test_unreadable_input_exits_2_and_the_others_are_still_checked(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = file.with_name("没有.txt")
    assert main([str(missing), str(file), "--format", "json"]) == 2
    shown = capsys.readouterr()
    assert len(json.loads(shown.out)["files"]) == 1
    assert str(missing) in shown.err
    assert "Traceback" not in shown.err


def test_a_wrong_date_is_explained(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([str(file), "--published-on", "2024-13-01"])
    assert stopped.value.code == 2
    assert "不是日期" in capsys.readouterr().err


def test_texts_are_written_out(file: Path, tmp_path: Path) -> None:
    main([str(file), "--text-out", str(tmp_path / "out")])
    [written] = (tmp_path / "out").iterdir()
    assert written.read_text(encoding="utf-8") == TEXT


def test_without_a_file_it_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([])
    assert stopped.value.code == 2
    assert "请写上要审校的文件" in capsys.readouterr().err


def test_what_is_kept_can_be_made_before_the_first_check(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    forget_tables()
    assert main(["--prepare"]) == 0
    assert "编好" in capsys.readouterr().out
    made = {path.name for path in (tmp_path / "mingbai").iterdir()}
    assert len(made) > 10
    forget_tables()
    main([str(file)])
    assert {path.name for path in (tmp_path / "mingbai").iterdir()} == made
    forget_tables()


def test_the_page_of_rules_notices_that_it_is_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules_page, "PAGE", tmp_path / "page.md")
    assert rules_page.main(["--check"]) == 1
    assert rules_page.main([]) == 0
    assert rules_page.main(["--check"]) == 0
    page = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert "placeholder.masked_year" in page
    # what is asked of careless texts alone is not told of its example by itself
    assert "\n会提示：" not in page[page.index("### typo.reads_badly") :].partition("不会提示")[0]


def test_a_rule_that_fails_is_told_apart_from_findings(
    file: Path, put_in, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    main([str(file), "--format", "json"])
    [sound] = json.loads(capsys.readouterr().out)["files"]
    assert "failed_rules" not in sound
    put_in(failing())
    assert main([str(file), "--format", "json"]) == 1
    [row] = json.loads(capsys.readouterr().out)["files"]
    [failed] = row["failed_rules"]
    assert (failed["rule"], failed["start"]) == ("arithmetic.falls_over", 0)
    assert "没能读完" in failed["message"] and "--disable" in failed["suggestion"]
    assert [one for one in row["findings"] if one["rule"] != "arithmetic.falls_over"] == sound["findings"]
    assert "Traceback" in caplog.text and "ZeroDivisionError" in caplog.text


def test_a_rule_that_fails_is_told_to_people_and_needs_attention(
    tmp_path: Path, put_in, capsys: pytest.CaptureFixture[str]
) -> None:
    put_in(failing(find=lambda rule, passage: 1 / 0))
    path = tmp_path / "a.txt"
    path.write_text("江家镇2023年政务公开工作总结\n全年公开信息96条。\n", encoding="utf-8")
    assert main([str(path)]) == 1
    shown = capsys.readouterr().out
    assert "其他规则没有发现问题。" in shown
    assert "[没有查全] 规则 arithmetic.falls_over（合计算不拢）没能读完这份文稿" in shown
    assert "办法：请自行核对" in shown
    assert main([str(path), "--disable", "arithmetic.falls_over"]) == 0


def test_a_file_of_many_papers_says_once_which_rule_failed() -> None:
    failed = Finding(0, 0, "arithmetic.any", FAILED, "warning", "", "规则没能读完。", "请核对。")
    found = [failed, replace(failed, start=30, end=30)]
    file = ingest(SourceDocument("a.txt", TEXT, "text/plain"))
    assert "\n".join(check._as_text(file, found)).count("没有查全") == 1
    assert len(check._of_file(file, found)["failed_rules"]) == 2


def test_what_is_hardly_sure_stands_last_and_is_not_counted_among_the_rest() -> None:
    """A clerk who reads from the top must not meet the guesses before the faults."""
    sure = Finding(6, 8, "typo.any", "typo", "warning", "领祖", "「领祖」应为「领组」。")
    guess = Finding(0, 2, "typo.other", "typo", "info", "按照", "把握不大：「按照」疑为「依照」。", weak=True)
    file = ingest(SourceDocument("a.txt", TEXT, "text/plain"))
    lines = list(check._as_text(file, [guess, sure]))
    assert lines[0].endswith("：1 处")
    assert [line.strip() for line in lines[1:]] == [
        "第1行 [请核对·文字] 「领祖」应为「领组」。",
        "文字里错误多，另有 1 处拿不准的：",
        "第1行 [提示·文字] 「按照」疑为「依照」。",
    ]


def test_what_of_a_zip_could_not_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "材料.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("总结.txt", "江家镇2023年政务公开工作总结\n全年公开信息96条。\n")
        archive.writestr("里面.zip", b"PK\x05\x06" + bytes(18))
    assert main([str(path), "--format", "json"]) == 0
    shown = capsys.readouterr()
    assert len(json.loads(shown.out)["files"]) == 1
    assert "里面.zip：压缩包里还有压缩包" in shown.err


@pytest.mark.parametrize("verb", [main, ingest_main])
def test_a_folder_that_cannot_be_written_is_told(
    verb: Callable[[list[str]], int], file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verb([str(file), "--text-out", str(file)]) != 0
    assert "写不进这个文件夹" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"entries": 5}', '{"entries": [{}]}', "\udc80"])
def test_a_damaged_list_of_the_county_is_told_before_anything_is_checked(
    content: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "data" / "lists"
    folder.mkdir(parents=True)
    (folder / "hotlines.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    assert main([str(file), "--data", str(tmp_path / "data")]) == 2
    shown = capsys.readouterr()
    assert "hotlines.json" in shown.err
    assert "修正" in shown.err
    assert not shown.out


def test_a_data_folder_that_is_not_there_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(file), "--data", str(file.parent / "nowhere")]) == 1
    assert "没有这个数据文件夹" in capsys.readouterr().err


def test_what_is_no_file_is_not_waited_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    assert main([str(tmp_path / "管道.txt")]) == 2
    assert "不是普通文件" in capsys.readouterr().err
