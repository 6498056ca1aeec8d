"""The words that rules wait for lose nothing: with them and without, a rule finds the same.

The texts are the rule's own examples, those of all rules in one text, where each fires beside all others, and real papers.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import Finding, SourceDocument
from mingbai.text.proofreading import triggers
from mingbai.text.proofreading.engine import passages
from mingbai.text.proofreading.lists import load_lists
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import Search
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.rules._knowledge import Given, Meeting, Waiting
from mingbai.text.proofreading.rules.encoding_code import FewTimes
from mingbai.text.proofreading.tests.reading import passage

CORPUS = Path(__file__).parents[4] / "benchmarks/corpus/texts"
WAITING = [rule for rule in all_rules() if rule.waits_for or rule.given]


@cache
def shared() -> tuple[Passage, ...]:
    examples = [text for rule in all_rules() for text in (rule.fires, rule.passes) if text]
    made = [passage(text) for text in ("\n".join(examples), "".join(examples))]
    lists = load_lists()
    for path in sorted(CORPUS.glob("*.txt"))[::3]:
        source = SourceDocument(path.name, path.read_text(encoding="utf-8"), "text/plain")
        made += passages(ingest(source), lists=lists)
    return tuple(made)


def fresh(rule: Rule) -> Iterator[Passage]:
    """The texts with nothing computed of them yet."""
    own = (passage(text) for text in (rule.fires, rule.passes) if text)
    return (replace(text) for text in (*own, *shared()))


def without_words(rule: Rule) -> Rule:
    find = rule.find
    if isinstance(find, FewTimes):
        return replace(rule, find=replace(find, search=replace(find.search, lines=(), needs_class="")))
    if isinstance(find, Search):
        return replace(rule, find=replace(find, lines=(), needs_class=""))
    assert isinstance(find, Waiting | Meeting | Given)
    return replace(rule, find=find.find)


def found(rule: Rule, text: Passage) -> list[Finding]:
    return list(rule.find(rule, text))


@pytest.mark.parametrize("rule", WAITING, ids=lambda rule: rule.name)
def test_a_rule_finds_the_same_without_its_words(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = triggers.RuleSet.of((rule,))
    awake = [found(rule, text) if alone.awake(text) else [] for text in fresh(rule)]
    monkeypatch.setattr(triggers, "windows_with", lambda text, words, reach: [(text.start, text.end)])
    monkeypatch.setattr(triggers.Sought, "group", None)
    everywhere = without_words(rule)
    assert [found(everywhere, text) for text in fresh(rule)] == awake


def test_rules_are_woken_in_their_order() -> None:
    every = triggers.RuleSet.of(all_rules())
    text = passage("\n".join(rule.fires for rule in all_rules()))
    woken = [rule for rule, _ in every.awake(text)]
    assert woken == [rule for rule in all_rules() if rule in woken]
    waiting = [rule for rule in all_rules() if rule.waits_for]
    assert {rule.name for rule in waiting if rule.fires} <= {rule.name for rule in woken}
    assert len(every.awake(passage("好"))) == len(every.always)
