import json
import subprocess
import sys

import pytest
from openpyxl import Workbook

from mingbai.cli.law import main

ADULT = "341222199003070012"


def run(capsys, *argv):
    code = main(list(argv))
    out, err = capsys.readouterr()
    return code, out, err


def value(capsys, *argv):
    code, out, err = run(capsys, *argv, "--format", "json")
    assert err == ""
    assert out.count("\n") == 1
    return code, json.loads(out)


@pytest.mark.parametrize(
    ("options", "due_on"),
    [
        ("--received 2025-01-20", "2025-02-21"),
        ("--received 2025-01-20 --extended", "2025-03-21"),
        ("--received 2025-01-20 --days 7", "2025-02-05"),
        ("--received 2025-04-28 --days 7", "2025-05-12"),
        ("--received 2025-09-19 --days 20", "2025-10-23"),
        ("--received 2026-02-09 --days 20", "2026-03-13"),
        ("--received 2024-02-04 --days 20", "2024-03-07"),
        ("--received 2025-03-03 --third-party-sent 2025-03-10 --third-party-back 2025-03-24", "2025-04-15"),
        ("--received 2025-03-03 --agency-sent 2025-03-10 --agency-back 2025-03-24", "2025-04-15"),
        ("--received 2025-03-03 --correction-asked 2025-03-12 --corrected-on 2025-03-20", "2025-04-18"),
        (
            "--received 2025-03-03 --correction-asked 2025-03-12 --corrected-on 2025-03-20 --extended",
            "2025-05-20",
        ),
    ],
)
def test_due(capsys, options, due_on):
    code, answer = value(capsys, "due", *options.split())
    assert (code, answer["due_on"]) == (0, due_on)
    assert all(set(step) == {"on", "text", "article"} for step in answer["steps"])
    assert answer["steps"][-1]["on"] == due_on
    code, out, _ = run(capsys, "due", *options.split())
    assert code == 0
    assert due_on in out.splitlines()[0]


def test_due_that_cannot_be_told_yet(capsys):
    for options in (["--received", "2026-12-04"], ["--received", "2026-12-04", "--days", "20"]):
        code, answer = value(capsys, "due", *options)
        assert (code, answer["due_on"], answer["pending_year"]) == (1, None, 2027)
        assert "待录入2027年放假安排" in run(capsys, "due", *options)[1]
    code, answer = value(
        capsys, "due", "--received", "2025-03-03", "--correction-asked", "2025-03-13", "--extended"
    )
    assert (code, answer["due_on"], answer["state"]) == (1, None, "correction_requested")
    assert answer["problems"] == ["补正告知（2025-03-13）晚于期限2025-03-12。"]
    assert (
        "等待申请人补正"
        in run(capsys, "due", "--received", "2025-03-03", "--correction-asked", "2025-03-12")[1]
    )


def test_days(capsys):
    code, answer = value(capsys, "days", "2025-01-20", "2025-02-21")
    assert (code, answer["working_days"], answer["calendar_days"]) == (0, 20, 32)
    assert "20个工作日，32日" in run(capsys, "days", "2025-01-20", "2025-02-21")[1]
    code, answer = value(capsys, "days", "2026-12-01", "2027-01-05")
    assert (code, answer["working_days"], answer["pending_year"]) == (1, None, 2027)


def test_fee(capsys):
    assert value(capsys, "fee", "--by", "item", "--monthly-number", "1:15") == (
        0,
        {
            "total": 500,
            "steps": [{"from": 11, "to": 15, "rate": 100, "amount": 500}],
            "article": "政府信息公开信息处理费管理办法第四条",
        },
    )
    assert value(capsys, "fee", "--by", "item", "--monthly-number", "35")[1]["total"] == 200
    assert value(capsys, "fee", "--by", "page", "--pages", "250")[1]["total"] == 4700
    assert "第31至100页，每页10元，计700元" in run(capsys, "fee", "--by", "page", "--pages", "150")[1]
    assert (
        "第11至15件，每件100元，计500元" in run(capsys, "fee", "--by", "item", "--monthly-number", "1:15")[1]
    )


def test_site_score(capsys, tmp_path):
    path = tmp_path / "观测.json"
    path.write_text(
        json.dumps({"deductions": {"news": {"stale": True}}, "bonuses": {"user_space": {"history": True}}}),
        encoding="utf-8",
    )
    code, answer = value(capsys, "site-score", str(path))
    assert code == 0
    assert (answer["verdict"], answer["base"], answer["bonus_points"], answer["final"]) == (
        "合格",
        95.0,
        2.0,
        97.0,
    )
    assert [one["indicator"] for one in answer["deductions"]] == ["news"]
    assert [one["indicator"] for one in answer["bonus"]] == ["user_space"]
    assert answer["vetoes"] == []
    assert "扣5分·动态要闻" in run(capsys, "site-score", str(path))[1]
    path.write_text('{"facts": {"blank_columns": 5}}', encoding="gb18030")
    code, answer = value(capsys, "site-score", str(path))
    assert (code, answer["verdict"], answer["final"]) == (1, "不合格", None)
    assert answer["vetoes"][0]["indicator"] == "columns"
    assert "单项否决·栏目不更新" in run(capsys, "site-score", str(path))[1]
    new_media = {
        "new_media": True,
        "facts": {"serious_wording": 0, "secrets_leaked": 0, "illegal_content": 0},
    }
    new_media["facts"] |= {
        "negative_opinion": 0,
        "days_without_update": 3,
        "app_unusable": 0,
        "interaction_functions": 1,
    }
    new_media["facts"]["fraud"] = 0
    path.write_text(json.dumps(new_media))
    assert "未检查" not in run(capsys, "site-score", str(path))[1]
    path.write_text(json.dumps({"facts": {}, "deductions": {}, "bonuses": {}, "checked_on": "2026-01-01"}))
    assert "未检查" in run(capsys, "site-score", str(path))[1]


def test_masks_of_a_list(capsys, tmp_path):
    path = tmp_path / "补贴.csv"
    path.write_text(f"2026年补贴名单,,\n姓名,身份证号,金额\n李明,{ADULT},500\n", encoding="gb18030")
    code, answer = value(capsys, "masks", str(path))
    assert code == 0
    action = answer["tables"][0]["actions"][0]
    assert (action["row"], action["column"], action["heading"]) == (3, 2, "身份证号")
    assert (action["kind"], action["masked"]) == ("id_number", "34*************012")
    assert "第3行第2列：居民身份证号，保留前2位和后3位" in run(capsys, "masks", str(path))[1]
    assert ADULT not in run(capsys, "masks", str(path))[1]
    code, answer = value(capsys, "masks", str(path), "--title", "精神障碍患者补贴")
    assert code == 1
    assert answer["tables"][0]["refusals"][0]["id"] == "mental_illness"
    assert "不得公开" in run(capsys, "masks", str(path), "--title", "精神障碍患者补贴")[1]


def test_masks_of_a_workbook_with_a_hidden_sheet(capsys, tmp_path):
    book = Workbook()
    book.active.append(["序号", "金额"])
    hidden = book.create_sheet("底表")
    hidden.append(["姓名", "电话"])
    hidden.append(["李明", 13812345678])
    hidden.sheet_state = "hidden"
    path = tmp_path / "表.xlsx"
    book.save(path)
    code, answer = value(capsys, "masks", str(path))
    assert code == 0
    assert [(one["sheet"], len(one["actions"])) for one in answer["tables"]] == [("Sheet", 0), ("底表", 1)]
    assert answer["tables"][1]["actions"][0]["masked"] == "138****5678"
    assert "「底表」：应脱敏1处" in run(capsys, "masks", str(path))[1]


def test_masks_of_a_text(capsys, tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text(f"张三{ADULT}", encoding="utf-8")
    code, answer = value(capsys, "masks", str(path))
    assert (code, answer["actions"][0]["start"], answer["actions"][0]["end"]) == (0, 2, 20)
    assert "第2至20字" in run(capsys, "masks", str(path))[1]
    page = tmp_path / "页.html"
    page.write_text(f"<html><body><p>张三{ADULT}</p></body></html>", encoding="utf-8")
    assert value(capsys, "masks", str(page))[1]["actions"][0]["masked"] == "34*************012"
    empty = tmp_path / "空.csv"
    empty.write_text("", encoding="utf-8")
    assert value(capsys, "masks", str(empty))[1]["tables"][0]["actions"] == []
    empty.write_text("x" * 200_000, encoding="utf-8")
    assert "不是可读的表格文件" in run(capsys, "masks", str(empty))[2]


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        ("", "缺少参数：due|days|fee|site-score|masks"),
        ("dew", "dew"),
        ("due", "缺少参数：--received"),
        ("due --received", "参数 --received 后面缺少内容"),
        ("due --received 2025-02-30", "--received 的日期「2025-02-30」不对"),
        ("due --received 20250120", "--received 的日期「20250120」不对"),
        ("due --received 1925-01-20", "--received的日期1925-01-20不合理"),
        ("due --received 2025-03-03 --days x", "参数 --days 应为整数"),
        ("due --received 2025-03-03 --days 0", "--days 应在1至1000之间"),
        ("due --received 2025-03-03 --days 5 --extended", "--days 只算一段工作日"),
        ("due --received 2025-03-03 --days 5 --agency-sent 2025-03-04", "--days 只算一段工作日"),
        ("due --received 2025-03-03 --corrected-on 2025-03-10", "却没有告知补正的日期"),
        (
            "due --received 2025-03-03 --third-party-sent 2025-03-01",
            "征求第三方意见（2025-03-01）早于收到申请",
        ),
        (
            "due --received 2025-03-03 --agency-sent 2025-03-10 --agency-back 2025-03-09",
            "早于征求其他机关意见",
        ),
        ("due --received 2025-03-03 --sooner", "不认识的参数：--sooner"),
        ("days 2025-02-21 2025-01-20", "起止日期颠倒"),
        ("days 2025-02-21", "缺少参数"),
        ("fee --by hour", "参数 --by 不能是"),
        ("fee --by item", "按件计收须给出 --monthly-number"),
        ("fee --by item --monthly-number 1:15 --pages 3", "不用 --pages"),
        ("fee --by item --monthly-number 15:1", "15至1"),
        ("fee --by item --monthly-number 十五", "--monthly-number「十五」不对"),
        ("fee --by page", "按量计收须给出 --pages"),
        ("fee --by page --pages 0", "1至0"),
        ("fee --by page --pages -5", "1至-5"),
        ("site-score nothing.json", "nothing.json打不开"),
        ("masks nothing.xlsx", "nothing.xlsx不是可读的表格文件"),
        ("masks nothing.docx", "nothing.docx：没有这个文件"),
        ("masks nothing.csv", "nothing.csv打不开"),
        ("masks nothing.txt --on 2026-1-1", "--on 的日期「2026-1-1」不对"),
    ],
)
def test_bad_input_is_answered_in_chinese(capsys, argv, message):
    code, out, err = run(capsys, *argv.split())
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


def test_files_that_cannot_be_used(capsys, tmp_path):
    path = tmp_path / "x.json"
    path.write_text("{", encoding="utf-8")
    assert "不是正确的 JSON" in run(capsys, "site-score", str(path))[2]
    path.write_bytes(b"\xff\xff\xff")
    assert "编码无法识别" in run(capsys, "site-score", str(path))[2]
    path.write_text('{"facts": 3}', encoding="utf-8")
    assert "facts 应为一个对象" in run(capsys, "site-score", str(path))[2]


def test_help(capsys):
    code, out, _ = run(capsys, "--help")
    assert code == 0
    assert "site-score" in out


def test_it_starts_without_django():
    code = "import sys; import mingbai.cli.law as law; law.main(['due', '--received', '2025-01-20']); print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
