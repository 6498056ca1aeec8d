"""Every rule's own examples, as the manual prints them."""

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import Finding, Ingested, Residue, SourceDocument
from mingbai.text.proofreading.engine import passages
from mingbai.text.proofreading.lists import load_lists
from mingbai.text.proofreading.model import CATEGORIES, Rule
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.rules.web.residue import PIECES
from mingbai.text.proofreading.tests.fired import said_by

LISTS = load_lists()
# What an example cannot show, because it lies outside the text; their own tests show it.
WITHOUT_EXAMPLE = {"date.published_before_signed"}


def found_by(rule: Rule, text: str) -> list[Finding]:
    """What the rule finds in the text as ingested, and in the bare text: an example is shorter than any document."""
    source = SourceDocument("example.txt", text, "text/plain")
    readings = [ingest(source), Ingested(source, (), (), ())]
    kind = rule.name.removeprefix("web.")
    if kind in PIECES and text == rule.fires:
        readings.append(Ingested(source, (), (Residue(0, len(text), kind),), ()))
    return [
        finding
        for reading in readings
        for passage in passages(reading, lists=LISTS)
        for finding in said_by(rule, passage)
    ]


def of(category: str) -> list[Rule]:
    return [rule for rule in all_rules() if rule.category == category]


def test_every_rule_has_its_examples() -> None:
    assert {rule.name for rule in all_rules() if not rule.fires} == WITHOUT_EXAMPLE
    assert [rule.name for rule in all_rules() if not rule.passes] == []


@pytest.mark.parametrize("category", CATEGORIES)
def test_the_example_that_fires_fires(category: str) -> None:
    shown = [rule for rule in of(category) if rule.fires]
    assert [rule.name for rule in shown if not found_by(rule, rule.fires)] == []


@pytest.mark.parametrize("category", CATEGORIES)
def test_the_example_that_passes_passes(category: str) -> None:
    assert [found for rule in of(category) for found in found_by(rule, rule.passes)] == []


def test_a_rule_explains_itself() -> None:
    for rule in all_rules():
        assert rule.category in CATEGORIES, rule.name
        assert "." in rule.name
        assert rule.explain.endswith("。"), rule.name
        assert "！" not in rule.explain, rule.name
