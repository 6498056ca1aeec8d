"""What is kept on disk between runs never changes what is found, and its absence or damage never fails a run."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mingbai.text import kept, lazy, packed
from mingbai.text.ingest import ingest
from mingbai.text.model import SourceDocument
from mingbai.text.needles import needles_of
from mingbai.text.packed import Packed, pack
from mingbai.text.proofreading import check, load_lists, triggers
from mingbai.text.proofreading.rules import _knowledge

TEXT = "为确保政务公开工作落到实触，接受群众监视，并对下一步作了布署。"


def keep_in(folder: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setattr(lazy, "_remembering", False)
    monkeypatch.setattr(kept, "_switches", {"as_mapped": False})
    forget_patterns(monkeypatch)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    keep_in(tmp_path, monkeypatch)


@pytest.fixture(scope="module")
def first_run(tmp_path_factory) -> tuple[Path, list[str]]:
    """What a first run keeps, which takes seconds to make, and finds."""
    folder = tmp_path_factory.mktemp("first")
    with pytest.MonkeyPatch.context() as patch:
        keep_in(folder, patch)
        return folder / "mingbai", found(patch)


def forget_patterns(monkeypatch):
    monkeypatch.setattr(lazy, "_known", Packed(pack({})))
    monkeypatch.setattr(lazy, "_new", {})


def found(monkeypatch) -> list[str]:
    """The rules that fire, with all tables made anew or read from the folder."""
    monkeypatch.setattr(_knowledge, "_compiled", {})
    source = SourceDocument("a.txt", TEXT, "text/plain")
    return [finding.rule for finding in check(ingest(source), lists=load_lists())]


def test_a_second_run_finds_the_same(monkeypatch, tmp_path, first_run):
    folder, first = first_run
    assert {"typo.phrase_homophone", "typo.washed", "typo.homophone"} <= set(first)
    assert list(folder.iterdir())
    shutil.copytree(folder, tmp_path / "mingbai")
    assert found(monkeypatch) == first


@pytest.mark.parametrize("damage", [b"", b"x" * 100, None])
def test_damaged_tables_are_made_again(monkeypatch, tmp_path, first_run, damage):
    folder, first = first_run
    shutil.copytree(folder, tmp_path / "mingbai")
    for file in (tmp_path / "mingbai").iterdir():
        content = file.read_bytes()
        file.write_bytes(content[:-1] + b"?" if damage is None else damage)
    assert found(monkeypatch) == first


def test_nothing_is_kept_where_nothing_can_be_written(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert "typo.washed" in found(monkeypatch)


def test_nothing_is_kept_for_a_user_without_a_home(monkeypatch):
    def homeless() -> Path:
        raise RuntimeError("no home")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", homeless)
    assert "typo.washed" in found(monkeypatch)


def test_a_changed_list_is_not_answered_from_the_folder(tmp_path):
    path = tmp_path / "list.json"
    path.write_text("1")
    assert kept.kept("table", kept.state_of([path]), lambda: "old") == "old"
    assert kept.kept("table", kept.state_of([path]), lambda: "new") == "old"
    path.write_text("22")
    assert kept.kept("table", kept.state_of([path]), lambda: "new") == "new"


def test_remembered_patterns_match_as_compiled_ones(monkeypatch):
    source, flags = r"^(?P<year>20\d\d)年(?P<rest>[一-鿿]{2,4})?", re.MULTILINE
    lazy.remember()
    lazy.compile_now(source, flags)
    lazy.keep()
    forget_patterns(monkeypatch)
    lazy.remember()
    assert list(lazy._known.whole()) == [f"{int(flags)} {source}"]
    text = "开头\n2023年工作总结"
    one, other = lazy.compile_now(source, flags).search(text), re.compile(source, flags).search(text)
    assert one is not None
    assert other is not None
    assert (one.span(), one.groupdict(), one.lastgroup) == (other.span(), other.groupdict(), other.lastgroup)
    assert one.re == other.re
    assert not lazy._new


def test_patterns_written_where_they_are_used_are_remembered_and_others_are_not(monkeypatch):
    lazy.remember()
    name = "云溪"
    assert re.search("甲?政务公开栏{2}", "政务公开栏栏")
    assert re.search(f"甲?{name}栏{{2}}", "云溪栏栏")
    assert [key.removeprefix("0 ") for key in lazy._new] == ["甲?政务公开栏{2}"]


def test_patterns_of_one_sum_are_told_apart(monkeypatch):
    monkeypatch.setattr(packed, "crc32", lambda content: 1)
    lazy.remember()
    assert lazy.compile_now("a+").fullmatch("aaa")
    assert lazy.compile_now("b+").fullmatch("bbb")


def test_a_class_of_characters_means_the_same_each_time():
    lazy.remember()
    for _ in range(2):
        for source in ("[一-鿿]", "[^一-鿿]", "(?i)[a-z一-鿿]", "[^,，]"):
            patterns = lazy.compile_now(source), re.compile(source)
            for letter in "中A，,\u9fff":
                assert len({pattern.match(letter) is None for pattern in patterns}) == 1
    assert re.compile("(?i)[x-z一-丁]{2}").fullmatch("Y丁")
    assert re.compile("[x-z一-丁]{2}").fullmatch("Y丁") is None


def test_what_the_engine_refuses_is_compiled_anew(monkeypatch):
    lazy.remember()
    monkeypatch.setattr(lazy, "_numbers_of", lambda source, flags: (0, [1, 2, 3], 0, {}, [None]))
    assert lazy.compile_now("a+").fullmatch("aaa")


def test_every_pattern_compiles():
    import mingbai.text

    sources = [path for path in Path(mingbai.text.__path__[0]).rglob("*.py") if "tests" not in path.parts]
    assert sources
    for path in sources:
        if "lazy.pattern(" not in path.read_text(encoding="utf-8") or path.name == "lazy.py":
            continue
        inside = path.relative_to(Path(mingbai.text.__path__[0]).parents[1]).with_suffix("")
        name = ".".join(inside.parts).removesuffix(".__init__")
        module = __import__(name, fromlist=["*"])
        for value in vars(module).values():
            if isinstance(value, lazy.Lazy):
                re.compile(value.pattern, value.given_flags)


def test_words_read_out_of_patterns_are_kept(monkeypatch):
    pattern = triggers.sought("公开|公布")
    monkeypatch.setattr(triggers, "_patterns", [pattern])
    monkeypatch.setattr(pattern, "number", 0)
    triggers._all_needles.cache_clear()
    first = triggers._all_needles(1)
    monkeypatch.setattr(triggers, "needles_of", None)
    triggers._all_needles.cache_clear()
    assert triggers._all_needles(1) == first == [tuple(needles_of("公开|公布"))]
    monkeypatch.setattr(lazy, "_remembering", True)
    assert pattern.needles == needles_of("公开|公布")
    triggers._all_needles.cache_clear()


WORDS_ENTERED = """
from zlib import crc32
from mingbai.text.proofreading import standing
from mingbai.text.proofreading.rules import all_rules
all_rules()
standing._enter(len(standing._later))
print(crc32(repr(standing._words).encode()))
"""


def test_the_words_of_all_rules_are_entered_alike_in_every_process():
    """Words out of a set come in another order each time, and the table of all words would be made anew by every check."""
    sums = {
        subprocess.run(
            [sys.executable, "-c", WORDS_ENTERED],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(sums) == 1
