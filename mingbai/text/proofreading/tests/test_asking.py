"""A rule that fails stops no check and is never lost in silence; a finding ends with its document."""

import logging
import random
from dataclasses import replace

import pytest

from mingbai.text import lazy
from mingbai.text.ingest import ingest
from mingbai.text.model import Finding, HiddenText, Recognised, Residue, SourceDocument
from mingbai.text.packed import DamagedTable
from mingbai.text.proofreading import asking, check, halves
from mingbai.text.proofreading.asking import asked, failures_in, is_failure
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules import _persons, all_rules, rules_for
from mingbai.text.proofreading.tests.failing import failing, put_in, without_reading
from mingbai.text.proofreading.tests.reading import passage, shipped_lists
from mingbai.text.proofreading.triggers import RuleSet, said

__all__ = ["put_in"]
PAPER = "江家镇2023年政务公开工作总结\n20xx年，我镇检查以经开始，联系人身份证号11010519491231002X。"


def checked(text: str = PAPER, **how) -> list[Finding]:
    return check(ingest(SourceDocument("a.txt", text, "text/plain")), lists=shipped_lists(), **how)


def parted(found: list[Finding]) -> tuple[list[str], list[Finding]]:
    return [one.rule for one in found if is_failure(one)], [one for one in found if not is_failure(one)]


def test_all_others_are_asked_and_the_answer_says_which_failed(put_in, caplog):
    before = checked()
    put_in(failing(), without_reading())
    failures, found = parted(checked())
    assert failures == ["arithmetic.falls_over", "date.without_reading"]
    own = [one for one in found if one.rule in failures]
    assert [one.message for one in own] == ["先说的一处。"]
    assert [one for one in found if one not in own] == before
    assert {record.levelno for record in caplog.records} == {logging.ERROR}
    assert all(record.exc_info for record in caplog.records)
    said = "\n".join(record.getMessage() for record in caplog.records)
    assert all(f"规则 {rule} 读「a.txt」时出错" in said for rule in failures)


def test_where_names_cannot_be_read_no_finding_is_left_out(put_in, monkeypatch, caplog):
    def fails(*_: object) -> bool:
        raise IndexError

    text = "参加会议的有蒙朝阳、白林、马福祥三位同志。"
    put_in(
        failing("typo.letter_any", "typo", find=lambda rule, text: iter([rule.finding(text, 6, 8, "别字。")]))
    )
    assert [one.rule for one in checked(text)].count("typo.letter_any") == 0
    monkeypatch.setattr(_persons, "named", fails)
    assert [one.rule for one in checked(text)].count("typo.letter_any") == 1
    assert "Traceback" in caplog.text and "names" in caplog.text


def test_the_words_say_what_to_do(put_in):
    put_in(failing(), failing("personal.falls_over", "personal_data"))
    other, personal = (one for one in checked() if is_failure(one))
    assert "arithmetic.falls_over（合计算不拢）没能读完" in other.message
    assert "其他规则都查过了" in other.message
    assert "--disable arithmetic.falls_over" in other.suggestion
    assert "系统管理员" in other.suggestion and "系统管理员" in personal.suggestion
    assert "关闭" not in personal.suggestion  # those of personal data cannot be switched off on the desk
    assert (other.start, other.end, other.quote) == (0, 0, "")


def test_what_is_switched_off_cannot_fail(put_in):
    put_in(failing(), without_reading())
    assert parted(checked(disabled=["arithmetic.falls_over"]))[0] == ["date.without_reading"]


def test_every_document_says_it(put_in):
    put_in(failing())
    source = SourceDocument("a.txt", PAPER * 2, "text/plain")
    documents = (Recognised(0, len(PAPER)), Recognised(len(PAPER), 2 * len(PAPER)))
    found = check(replace(ingest(source), documents=documents), lists=shipped_lists())
    assert [one.start for one in found if is_failure(one)] == [0, len(PAPER)]


def test_in_what_no_reader_sees_too(put_in):
    rule = failing("personal.falls_over", "personal_data", find=_only_fails)
    put_in(rule)
    file = SourceDocument("a.txt", PAPER, "text/plain", hidden=(HiddenText("批注", "电话13955511234"),))
    assert len([one for one in check(ingest(file), lists=shipped_lists()) if is_failure(one)]) == 2


def test_of_many_comments_it_is_said_once(put_in):
    put_in(failing("personal.falls_over", "personal_data", find=_only_fails))
    hidden = tuple(HiddenText(f"第{number}行的批注", "电话13955511234") for number in range(40))
    found = check(ingest(SourceDocument("a.txt", "", "text/plain", hidden=hidden)), lists=shipped_lists())
    failures = [one.message for one in found if is_failure(one)]
    assert [one.startswith("文件里看不见的地方：规则") for one in failures].count(True) == 1
    assert len(failures) <= 2
    # what the other rules found there is all told
    assert sum("批注" in one.message for one in found) == 40


def test_people_are_told_of_a_rule_once():
    rule = failing()
    failures = [
        asking._failure(rule, passage("前一篇。后一篇。", start=start, end=start + 4)) for start in (0, 4)
    ]
    assert failures_in([*failures, replace(failures[0], category="typo")]) == failures[:1]


def _doubting(rule: Rule, text: Passage):
    raise KeyError("of a careless text alone")


CARELESS = "江家镇2023年政务公开工作总结\n我镇全年公开信息96条。。按照要求作好公开工作工作，，落实责责任。\n"
TABLE = "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n规范性文件\t1\t0\t3\n"


@pytest.mark.parametrize("text", [CARELESS, CARELESS + TABLE])
def test_a_rule_of_careless_texts_says_that_it_failed_there_alone(put_in, text):
    before = checked(text)
    put_in(failing("typo.falls_over", "typo", find=_doubting, when_careless=True))
    assert parted(checked(text)) == (["typo.falls_over"], before)
    assert parted(checked("江家镇2023年政务公开工作总结\n全年公开信息96条。\n"))[0] == []
    assert parted(checked(text, disabled=["typo.falls_over"]))[0] == []


def _only_fails(rule: Rule, text: Passage) -> None:
    raise KeyError("at once")


class Waiting:
    """Fails where it is told whether its word matters."""

    near = ("身份证号",)
    wakes = {"身份证号": lambda *_: 1 / 0}

    def find(self, rule: Rule, text: Passage) -> None:
        raise KeyError("at once")

    __call__ = find


def test_at_a_glance(put_in):
    put_in(failing("personal.falls_over", "personal_data", find=Waiting()), alone=True)
    assert [one.rule for one in checked() if is_failure(one)] == ["personal.falls_over"]


def test_two_processes_say_what_one_says(put_in, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(lazy, "is_remembering", lambda: True)
    monkeypatch.setattr(lazy, "_new", {})
    monkeypatch.setattr(lazy, "_news", 0)
    monkeypatch.setattr(halves, "_processors", lambda: 2)
    # one is asked by the child, the other by the process itself
    put_in(failing(), failing("typo.letter_falls_over", "typo"))
    file = ingest(SourceDocument("a.txt", PAPER * 20, "text/plain"))

    def work(ask) -> list[Finding]:
        return check(file, lists=shipped_lists(), ask=ask)

    both = halves.in_two(work, len(file.source.text))
    assert both == work(halves.said)
    assert {one.rule for one in both if is_failure(one)} == {
        "arithmetic.falls_over",
        "typo.letter_falls_over",
    }


def test_a_damaged_table_is_not_a_rule_that_failed(put_in):
    def find(rule: Rule, text: Passage) -> None:
        raise DamagedTable

    put_in(failing(find=find))
    with pytest.raises(DamagedTable):
        checked()


@pytest.mark.parametrize("rule", [failing(), without_reading()])
def test_where_rules_are_tested_a_failure_is_one(put_in, monkeypatch, rule):
    put_in(rule)
    monkeypatch.setenv(asking.STRICT, "1")
    with pytest.raises((ZeroDivisionError, IndexError)):
        checked()


def test_tests_are_strict(monkeypatch):
    with pytest.raises(ZeroDivisionError):
        asked(failing(), failing().find, passage("一二三"))


def _told(rule: Rule, text: Passage):
    yield rule.finding(text, text.start, text.end + 4, "到文末以外。")
    yield rule.finding(text, text.end, text.end + 2, "整处在外。")
    yield rule.finding(text, text.end, text.end, "文末缺字。")


def test_a_finding_ends_with_its_document():
    rule = failing(find=_told)
    one = passage("前一篇。这一篇。后一篇里的话。", start=4, end=8)
    assert [(found.start, found.end, found.quote) for found in asked(rule, rule.find, one)] == [
        (4, 8, "这一篇。"),
        (8, 8, ""),
    ]


def test_what_stands_on_the_page_around_it_is_told():
    rule = failing(find=lambda rule, text: iter([rule.finding(text, 8, 12, "页脚。")]))
    read = passage("前一篇。这一篇。【关闭】", start=4, end=8)
    page = Passage(read.source, read.document, (Residue(8, 12, "footer"),), lists=read.lists)
    assert asked(rule, rule.find, read) == []
    assert [found.quote for found in asked(rule, rule.find, page)] == ["【关闭】"]


def _spoiled(chance: random.Random) -> str:
    """Examples of rules, one after the other, with places lost, turned and doubled."""
    text = "\n".join(chance.sample([rule.fires for rule in all_rules()], 12))
    for _ in range(chance.randrange(8)):
        at = chance.randrange(len(text))
        width = chance.randrange(1, 6)
        piece = text[at : at + width]
        text = text[:at] + chance.choice(["", piece[::-1], piece * 2, "\x00", "&amp;"]) + text[at + width :]
    return text


@pytest.mark.parametrize("seed", range(12))
def test_findings_of_spoiled_texts_that_are_cut_anywhere_stand_in_them(seed):
    chance, every = random.Random(seed), RuleSet(rules_for(frozenset()))
    text = _spoiled(chance)
    for _ in range(3):
        start, end = sorted(chance.sample(range(len(text) + 1), 2))
        one = passage(text, start=start, end=end, year=2023)
        for found in said(every, one):
            assert start <= found.start <= found.end <= end, (found.rule, start, end)
            assert found.quote == text[found.start : found.end], found.rule
        for found in checked(text[start:end]):
            assert 0 <= found.start <= found.end <= end - start, found.rule
