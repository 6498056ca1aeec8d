"""What `mingbai check` has kept is made again where it was damaged, and the answer is the same."""

from collections.abc import Callable, Iterator

import pytest

from mingbai.cli import check
from mingbai.text import kept, lazy
from mingbai.text.packed import Packed, pack
from mingbai.text.proofreading import forget_tables

TEXT = "为确保政务公开工作落到实触，接受群众监视，并对下一步作了布署。"


@pytest.fixture
def run(tmp_path, monkeypatch, capsys) -> Iterator[Callable[[], str]]:
    """The command as a new process would run it, with a folder of its own."""
    text = tmp_path / "a.txt"
    text.write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(lazy, "_remembering", False)
    monkeypatch.setattr(kept, "_switches", {"as_mapped": False})

    def answer() -> str:
        forget_tables()
        monkeypatch.setattr(lazy, "_known", Packed(pack({})))
        monkeypatch.setattr(lazy, "_new", {})
        check.main([str(text), "--data", str(tmp_path / "none")])
        return str(capsys.readouterr().out)

    yield answer
    forget_tables()


def test_tables_damaged_in_their_midst_are_made_again(run, tmp_path, monkeypatch):
    forgotten = []
    forget = kept.forget
    monkeypatch.setattr(kept, "forget", lambda: (forgotten.append(True), forget()))
    first = run()
    assert "落到实处" in first
    for file in (tmp_path / "mingbai").iterdir():
        content = bytearray(file.read_bytes())
        half = len(content) // 2
        content[-half:] = bytes(half)
        file.write_bytes(content)
    assert run() == first
    assert forgotten == [True]
    assert run() == first
    assert forgotten == [True]
