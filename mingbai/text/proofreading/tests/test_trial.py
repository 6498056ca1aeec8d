"""A rule's errors and warnings are hints until the rule has proven itself on texts of several writers."""

import json
import re

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import Finding, SourceDocument
from mingbai.text.proofreading import check, load_lists
from mingbai.text.proofreading.engine import without_repetition
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.tests.reading import passage
from mingbai.text.proofreading.trial import LIST, WITHOUT_TRIAL, as_proven, gravity_by, is_on_trial, proven_by

LISTS = load_lists()
PROVEN = proven_by(LISTS) or frozenset()


def severities(text: str, lists=LISTS) -> dict[str, str]:
    read = ingest(SourceDocument("x.txt", text, "text/plain"))
    return {one.rule: one.severity for one in check(read, lists=lists)}


def of(*, proven: bool, severity: str = "error"):
    rules = (rule for rule in all_rules() if rule.category not in WITHOUT_TRIAL)
    return next(
        rule for rule in rules if rule.severity == severity and is_on_trial(rule, PROVEN) is not proven
    )


def finding_of(rule):
    return next(iter(rule.find(rule, passage(rule.fires, year=2023))))


def test_a_rule_on_trial_hints():
    found = finding_of(of(proven=False))
    assert found.severity == "error"
    told = as_proven([found], LISTS)[0]
    assert (told.severity, told.message, told.rule) == ("info", found.message, found.rule)


def test_a_proven_rule_is_as_grave_as_it_says():
    found = finding_of(of(proven=True))
    assert as_proven([found], LISTS) == [found]


@pytest.mark.parametrize("category", sorted(WITHOUT_TRIAL))
def test_what_is_itself_the_fault_is_never_on_trial(category):
    assert not any(is_on_trial(rule, frozenset()) for rule in all_rules() if rule.category == category)


def test_a_blank_stops_a_publication_whether_its_rule_is_proven_or_not():
    assert (
        severities("青山镇20xx年政务公开工作总结\n20xx年，我镇公开信息12条。")["placeholder.masked_year"]
        == "error"
    )


def test_the_county_trusts_a_rule_more(tmp_path):
    rule = of(proven=False)
    rows = {"entries": [{"rule": rule.name, "source": "县公开办核对过三十处，都对"}]}
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / f"{LIST}.json").write_text(json.dumps(rows), encoding="utf-8")
    found = finding_of(rule)
    assert as_proven([found], load_lists(tmp_path)) == [found]


def test_what_the_county_says_of_its_own_words_holds(tmp_path):
    row = {
        "wrong": "群众会客厅",
        "right": "群众会客室",
        "kind": "washed",
        "severity": "error",
        "source": "本县",
    }
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists/confusions.json").write_text(json.dumps({"entries": [row]}), encoding="utf-8")
    assert severities("各村都设了群众会客厅，及时听取意见。", load_lists(tmp_path))["typo.washed"] == "error"


def test_without_the_list_none_is_on_trial():
    found = finding_of(of(proven=False))
    assert as_proven([found], {}) == [found]
    assert as_proven([found], LISTS.without(LIST)) == [found]
    assert LISTS.without(LIST).keys() == LISTS.keys() - {LIST}


@pytest.mark.parametrize(
    "content", [[], {}, {"entries": None}, {"entries": 5}, {"entries": "typo.homophone"}]
)
def test_a_list_without_rows_says_nothing_of_any_rule(content):
    assert proven_by({LIST: content}) is None


@pytest.mark.parametrize("trial_is_longer", [True, False])
def test_of_two_on_the_same_words_the_proven_one_stays(trial_is_longer):
    tried = Finding(0, 5 + trial_is_longer, "typo.on_trial", "typo", "error", "公室责日制", "疑有错字")
    proven = Finding(0, 5, "typo.proven", "typo", "warning", "公室责日制", "疑漏字")
    hint = Finding(0, 4, "typo.hint", "typo", "info", "公室责日", "请核对")
    lists = {LIST: {"entries": [{"rule": "typo.proven"}]}}

    def told(*found):
        kept = without_repetition([*found], gravity_by([*found], lists))
        return [(one.rule, one.severity) for one in as_proven(kept, lists)]

    assert told(tried, proven, hint) == told(hint, proven, tried) == [("typo.proven", "warning")]
    # of two that have earned nothing the one that says more stays
    assert told(hint, tried) == [("typo.on_trial", "info")]


def test_rows_that_name_no_rule_are_passed_over():
    rows = [{"source": "本县"}, {"rule": None}, "typo.homophone", {"rule": "typo.homophone"}]
    assert proven_by({LIST: {"entries": rows}}) == {"typo.homophone"}


def test_the_list_names_rules_that_there_are():
    known = {rule.name: rule for rule in all_rules()}
    assert PROVEN - known.keys() == set(), "run python -m tools.proven_rules"
    assert [name for name in PROVEN if known[name].category in WITHOUT_TRIAL] == []


def test_what_has_proven_itself_was_right_in_nine_of_ten_places():
    said = [re.findall(r"[0-9]+", row["source"]) for row in LISTS[LIST]["entries"]]
    counts = [tuple(map(int, numbers)) for numbers in said]
    assert len(counts) > 40
    assert all(wrong * 10 <= right + wrong for _, right, wrong in counts)
    assert all(collections >= 5 or right >= 8 for collections, right, _ in counts)
