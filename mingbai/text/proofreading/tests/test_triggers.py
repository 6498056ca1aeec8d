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
from mingbai.text.proofreading.rules._spotted import Numbered, Spotted
from mingbai.text.proofreading.rules.encoding.code import FewTimes, OnceATable
from mingbai.text.proofreading.tests.reading import passage

CORPUS = Path(__file__).parents[4] / "benchmarks/corpus/texts"
WAITING = [rule for rule in all_rules() if rule.waits_for or rule.given]


@cache
def shared(*, words: bool) -> tuple[Passage, ...]:
    """One set for the rules that wait for words and one for those that do not; what is computed of the one is not of the
    other."""
    examples = [text for rule in all_rules() for text in (rule.fires, rule.passes) if text]
    made = [passage(text) for text in ("\n".join(examples), "".join(examples))]
    lists = load_lists()
    for path in sorted(CORPUS.glob("*.txt"))[::3]:
        source = SourceDocument(path.name, path.read_text(encoding="utf-8"), "text/plain")
        made += passages(ingest(source), lists=lists)
    return tuple(made)


def texts(rule: Rule, *, words: bool) -> Iterator[Passage]:
    yield from (passage(text) for text in (rule.fires, rule.passes) if text)
    for text in shared(words=words):
        # What another rule's words have left is not known to this one. What was read of the text stays: to read it anew for
        # every rule takes minutes and finds the same, and the rule's own examples are fresh.
        text.few.clear()
        text.faint.clear()
        yield text


def without_words(rule: Rule) -> Rule:
    find = rule.find
    if isinstance(find, FewTimes | OnceATable):
        return replace(rule, find=replace(find, search=replace(find.search, lines=(), needs_class="")))
    if isinstance(find, Search):
        return replace(rule, find=replace(find, lines=(), needs_class=""))
    if isinstance(find, Numbered):
        return rule
    assert isinstance(find, Waiting | Meeting | Given | Spotted)
    return replace(rule, find=find.find)


def found(rule: Rule, text: Passage) -> list[Finding]:
    return list(rule.find(rule, text))


def awake(rule: Rule) -> list[list[Finding]]:
    alone = triggers.RuleSet((rule,))
    return [found(rule, text) if alone.awake(text) else [] for text in texts(rule, words=True)]


def everywhere(rule: Rule) -> list[list[Finding]]:
    return [found(without_words(rule), text) for text in texts(rule, words=False)]


@pytest.mark.parametrize("category", sorted({rule.category for rule in WAITING}))
def test_a_rule_finds_the_same_without_its_words(category: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [rule for rule in WAITING if rule.category == category]
    with_words = {rule.name: awake(rule) for rule in rules}
    monkeypatch.setattr(triggers, "windows_with", lambda text, words, reach: [(text.start, text.end)])
    monkeypatch.setattr(triggers.Sought, "group", None)
    assert {rule.name: everywhere(rule) for rule in rules} == with_words


def test_rules_are_woken_in_their_order() -> None:
    every = triggers.RuleSet(all_rules())
    text = passage("\n".join(rule.fires for rule in all_rules()))
    woken = [rule for rule, _ in every.awake(text)]
    assert woken == [rule for rule in all_rules() if rule in woken]
    waiting = [rule for rule in all_rules() if rule.waits_for]
    assert {rule.name for rule in waiting if rule.fires} <= {rule.name for rule in woken}
    assert len(every.awake(passage("好"))) == len(every.always)
