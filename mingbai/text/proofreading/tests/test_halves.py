"""Two processes that share the rules of a single command find what one finds that asks them all."""

import io
import os
import signal
from collections.abc import Callable
from dataclasses import fields
from itertools import chain

import pytest

from mingbai.text import lazy
from mingbai.text.ingest import ingest
from mingbai.text.model import Finding, Related, SourceDocument
from mingbai.text.proofreading import check, halves, load_lists, rules
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


def test_each_process_has_its_share_and_the_modules_are_still_called_so():
    modules = {module for module, _ in rules.places().values()}
    assert modules >= halves.WEIGHING
    assert any(map(halves.is_the_childs, modules)) and any(map(halves._is_other, modules))


def test_what_is_asked_besides_documents_stays_with_the_process_itself():
    """Of hidden text and of careless texts nothing goes through the pipe."""
    besides = [rule for rule in all_rules() if rule.category == "personal_data" or rule.when_careless]
    assert not any(halves.is_the_childs(rules.places()[rule.name][0]) for rule in besides)


@pytest.mark.parametrize("kept", [0, 7, 8, 20, -1])
def test_an_answer_that_breaks_off_is_none(kept):
    pipe = io.BytesIO()
    halves._write(pipe, "found", [(("typo.word", 3), [], [])])
    with pytest.raises(EOFError):
        halves._read(io.BytesIO(pipe.getvalue()[:kept]))


def test_no_share_keeps_what_its_rules_were_called():
    rules._former_names.cache_clear()
    with rules.only_of(halves.is_the_childs):
        rules.lasting_name("typo.any")
    parted = next(rule for rule in all_rules() if rule.formerly)
    assert rules.lasting_name(parted.name) == parted.formerly


def test_each_process_has_its_own_modules_and_places_among_all():
    every, places = rules.all_rules(), rules.places()
    shares = []
    for chosen in (halves.is_the_childs, halves._is_other):
        with rules.only_of(chosen):
            shares.append(rules.all_rules())
            assert all(places[name] == place for name, place in rules.places().items())
    assert rules.all_rules() == every
    assert sorted(chain(*shares), key=lambda rule: places[rule.name]) == list(every)
    assert [rule.name for rule in every] == sorted(places, key=lambda name: places[name])


def test_no_share_outlives_an_error():
    with pytest.raises(ZeroDivisionError), rules.only_of(halves.is_the_childs):
        raise ZeroDivisionError
    assert len(rules.all_rules()) == len(EXAMPLES)


@pytest.mark.parametrize("left", ["personal data", "rules of words", "both", "none"])
def test_few_rules_that_are_left_on_are_asked_by_whoever_has_them(left):
    def is_off(rule) -> bool:
        weighs = halves.is_the_childs(rules.places()[rule.name][0])
        is_personal = rule.category == "personal_data"
        return not (weighs and left in {"rules of words", "both"}) and not (
            is_personal and left in {"personal data", "both"}
        )

    off = [rule.name for rule in rules.all_rules() if is_off(rule)]
    file = ingest(SourceDocument("a.txt", f"联系电话13955511234\n{PAPER}", "text/plain"))

    def work(ask: Ask) -> list[Finding]:
        return check(file, lists=load_lists(), disabled=off, ask=ask)

    alone = work(halves.said)
    assert halves.in_two(work, 5_000) == alone
    assert bool(alone) is (left != "none")


def test_a_child_that_fails_is_done_without():
    work, parent = checking(PAPER), os.getpid()

    def failing(ask: Ask) -> list[list[Finding]]:
        if os.getpid() != parent:
            raise ValueError("in the child alone")
        return work(ask)

    assert halves.in_two(failing, len(PAPER)) == work(halves.said)


def test_a_child_whose_answers_nobody_reads_ends():
    """The process meets an error of its own, or is ended, while the child has more to say than a pipe holds."""
    parent = os.getpid()

    def failing(ask: Ask) -> None:
        if os.getpid() == parent:
            raise ZeroDivisionError
        ask.args[0].write(bytes(1_000_000))

    def too_late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, too_late)
    signal.alarm(20)
    try:
        with pytest.raises(ZeroDivisionError):
            halves.in_two(failing, 5_000)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


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


def test_a_finding_goes_through_the_pipe_unchanged():
    one = Finding(3, 5, "typo.x", "typo", "info", "x\ud83d", "「x」", None, (Related(1, 2, "b.txt"),), True)
    assert halves._finding(halves._plain(one)) == one
    assert len(halves._plain(one)) == len(fields(Finding))
