"""`mingbai report verify` keeps its contract."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from mingbai.cli.report import main
from mingbai.text.annual_reports.tests import generator as g


@pytest.fixture
def report_file(tmp_path):
    def write(name: str = "a.txt", **changes) -> str:
        made = g.make(random.Random(0), size=0)
        made.cells.update({path.replace("__", "."): value for path, value in changes.items()})
        path = tmp_path / name
        path.write_text(g.one_cell_a_line(made), encoding="utf-8")
        return str(path)

    return write


def run(capsys, *argv: str):
    code = main(["verify", *argv])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_the_answer_is_one_json_value(capsys, report_file):
    path = report_file(t4__review__total=2)
    code, out, err = run(capsys, path, "--format", "json")
    (entry,) = json.loads(out)["files"]
    assert (code, err) == (1, "")
    assert (entry["file"], entry["layout"], entry["complete"]) == (path, "2021", True)
    assert entry["table2"]["licensing"] == {"decisions": 0}
    assert entry["table3"]["natural_person"]["new_received"] == 0
    assert entry["table4"]["review"]["total"] == 2
    (finding,) = entry["findings"]
    assert (finding["id"], finding["severity"], finding["left"], finding["right"]) == (
        "T4_total_review",
        "error",
        2,
        0,
    )
    text = Path(path).read_bytes().decode()
    assert text[finding["start"] : finding["end"]] == "2"


def test_exit_codes(capsys, report_file, tmp_path):
    assert run(capsys, report_file())[0] == 0
    assert run(capsys, report_file(t3__total__granted=None))[0] == 0
    other = tmp_path / "other.txt"
    other.write_text("关于召开会议的通知", encoding="utf-8")
    code, out, err = run(capsys, str(other), report_file(), "--format", "json")
    assert code == 2 and "不是政府信息公开工作年度报告" in err
    assert [("error" in entry) for entry in json.loads(out)["files"]] == [False, True]
    assert run(capsys, str(tmp_path / "none.txt"))[0] == 2
    (tmp_path / "empty").mkdir()
    assert run(capsys, str(tmp_path / "empty"))[0] == 2


def test_text_for_people(capsys, report_file):
    _, out, _ = run(capsys, report_file(t4__review__total=2))
    assert "错误：表四“行政复议”" in out
    _, out, _ = run(capsys, report_file())
    assert "没有发现问题" in out


def test_a_folder_a_parent_and_kept_text(capsys, report_file, tmp_path):
    report_file("town.txt")
    county = report_file("county.txt", t2__licensing__decisions=3)
    _, out, _ = run(
        capsys, str(tmp_path), "--parent", county, "--text-out", str(tmp_path / "out"), "--format", "json"
    )
    by_file = {entry["file"]: entry for entry in json.loads(out)["files"]}
    assert [finding["id"] for finding in by_file[county]["findings"]] == ["AGG_table2"]
    assert (tmp_path / "out" / "town.txt.txt").exists()


def test_it_starts_without_django_and_what_is_heavy(report_file):
    path = report_file()
    script = (
        "import sys, mingbai.cli.report as r; r.main(['verify', sys.argv[1], '--format', 'json']);"
        "assert not {'django', 'pypdfium2', 'lxml', 'docx'} & set(sys.modules)"
    )
    # how long it takes is in docs/benchmarks.md; a heavy import is what would make it slow
    subprocess.run([sys.executable, "-c", script, path], check=True, capture_output=True)
