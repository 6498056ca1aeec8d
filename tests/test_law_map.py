import json

import pytest

from tools import law_map


@pytest.fixture
def tree(tmp_path):
    """A small repository with one rule, its code and its test."""
    for folder in ("mingbai/law/data", "mingbai/law/tests", "docs"):
        (tmp_path / folder).mkdir(parents=True)
    row = {
        "rule": "a.one",
        "article": "某条",
        "source": "某法",
        "valid_from": "2020-01-01",
        "verified": "read",
    }
    (tmp_path / "mingbai/law/data/a.json").write_text(json.dumps({"rows": [row]}), encoding="utf-8")
    (tmp_path / "mingbai/law/a.py").write_text(
        "# law: a.one\n@wrap\ndef apply():\n    pass\n", encoding="utf-8"
    )
    (tmp_path / "mingbai/law/tests/test_a.py").write_text(
        "# law: a.*\ndef test_apply():\n    pass\n", encoding="utf-8"
    )
    return tmp_path


def add(tree, name, text):
    (tree / "mingbai/law" / name).write_text(text, encoding="utf-8")


def test_it_writes_and_checks(tree, capsys):
    assert law_map.main(["--check"], tree) == 1
    assert "docs/law.md is stale" in capsys.readouterr().out
    assert law_map.main([], tree) == 0
    assert law_map.main(["--check"], tree) == 0
    line = "| `a.one` | 某条 | read | 2020-01-01 | a.json | `a.apply` | `test_a.test_apply` |"
    assert line in (tree / "docs/law.md").read_text(encoding="utf-8")
    add(tree, "a.py", "# law: a.one\nTABLE: int = 3\n")
    assert law_map.main(["--check"], tree) == 1


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("a.py", "pass\n", "a.one (a.json): no code names it"),
        ("tests/test_a.py", "pass\n", "a.one (a.json): no test names it"),
        ("b.py", "# law: a.two\nx = 1\n", "b.x: names a.two, which is no rule"),
        ("b.py", "# law: b.*\n", "b.module: names b.*, which is no rule"),
        ("data/b.json", '[{"rule": "a.one", "article": "x"}]', "a.one: twice, in a.json and b.json"),
        ("data/b.json", '[{"rule": "a.b", "article": "x"}]', "a.b (b.json): no source"),
        (
            "data/b.json",
            '[{"rule": "a.b", "article": "x", "verified": "sure"}]',
            "a.b (b.json): verified is 'sure'",
        ),
    ],
)
def test_what_it_complains_of(tree, capsys, name, text, complaint):
    add(tree, name, text)
    assert law_map.main([], tree) == 1
    assert complaint in capsys.readouterr().out


def test_the_map_of_this_repository_is_current(capsys):
    assert law_map.main(["--check"]) == 0, capsys.readouterr().out
