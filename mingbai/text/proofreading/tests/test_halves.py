"""Two processes that share the rules of a single command find what one finds that asks them all."""

import os
from collections.abc import Callable

import pytest

from mingbai.text import lazy
from mingbai.text.ingest import ingest
from mingbai.text.model import Finding, SourceDocument
from mingbai.text.proofreading import check, halves, load_lists
from mingbai.text.proofreading.engine import Ask
from mingbai.text.proofreading.rules import all_rules

EXAMPLES = [rule.fires for rule in all_rules()]
PAPER = "江家镇2023年政务公开工作总结\n" + "\n".join(EXAMPLES[::9])
# Documents with statutory tables are read in two parts.
TABLES = (
    "江家镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n"
    + "\n".join(EXAMPLES[5:60:3])
    + "\n二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n规范性文件\t1\t0\t3\n"
)


@pytest.fixture(autouse=True)
def _as_a_single_command(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(lazy, "is_remembering", lambda: True)
    monkeypatch.setattr(lazy, "_new", {})
    monkeypatch.setattr(lazy, "_news", 0)
    monkeypatch.setattr(halves, "_processors", lambda: 2)


def checking(*texts: str) -> Callable[[Ask], list[list[Finding]]]:
    files = [ingest(SourceDocument("a.txt", text, "text/plain")) for text in texts]
    return lambda ask: [check(file, lists=load_lists(), ask=ask) for file in files]


@pytest.mark.parametrize("text", [PAPER, TABLES, f"联系电话13955511234\n{PAPER}"])
def test_the_findings_are_those_of_one_process(text):
    work = checking(text, text[:900])
    alone = work(halves.said)
    assert halves.in_two(work, len(text)) == alone
    assert {finding.weak for finding in alone[0]} == {True, False} or text is TABLES


def test_the_weighing_rules_are_still_called_so():
    names = [rule.name for rule in all_rules()]
    assert all(any(name.startswith(begin) for name in names) for begin in halves._WEIGHING)


def test_a_child_that_fails_is_done_without():
    work, parent = checking(PAPER), os.getpid()

    def failing(ask: Ask) -> list[list[Finding]]:
        if os.getpid() != parent:
            raise ValueError("in the child alone")
        return work(ask)

    assert halves.in_two(failing, len(PAPER)) == work(halves.said)


@pytest.mark.parametrize("why", ["short", "one processor", "no single command", "no process to be had"])
def test_one_process_asks_all_rules_where_two_cannot_or_need_not(monkeypatch, why):
    def refusing() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refusing)
    if why == "one processor":
        monkeypatch.setattr(halves, "_processors", lambda: 1)
    if why == "no single command":
        monkeypatch.setattr(lazy, "is_remembering", lambda: False)
    assert halves.in_two(lambda ask: ask is halves.said, 10 if why == "short" else 5_000)


def test_patterns_that_the_child_has_made_are_kept_too():
    def work(ask: Ask) -> None:
        lazy._new.setdefault(f"made by {os.getpid()}", (0, b"", 0, {}, []))

    halves.in_two(work, 5_000)
    assert len(lazy._new) == 2
    assert lazy._news == 1
