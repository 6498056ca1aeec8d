"""Every rule's own examples, as the manual prints them."""

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import Finding, Ingested, Residue, SourceDocument
from mingbai.text.proofreading.engine import passages
from mingbai.text.proofreading.lists import load_lists
from mingbai.text.proofreading.model import CATEGORIES, Rule
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.rules.web_residue import PIECES

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
        for finding in rule.find(rule, passage)
    ]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_the_example_that_fires_fires(rule: Rule) -> None:
    if rule.name in WITHOUT_EXAMPLE:
        assert rule.fires == ""
    else:
        assert found_by(rule, rule.fires)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_the_example_that_passes_passes(rule: Rule) -> None:
    assert rule.passes
    assert found_by(rule, rule.passes) == []


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert rule.category in CATEGORIES
    assert "." in rule.name
    assert rule.explain.endswith("。")
    assert "！" not in rule.explain
