"""One document made by hand, and the rules of a category that fire on it."""

from datetime import date
from typing import Any

from mingbai.text.model import Finding, Recognised, SourceDocument
from mingbai.text.proofreading.lists import load_lists
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules import all_rules

LISTS = load_lists()


def passage(text: str, *, published_on: date | None = None, **known: Any) -> Passage:
    """`known`: year, kind, written_on … of the document."""
    source = SourceDocument("text.txt", text, "text/plain")
    return Passage(source, Recognised(0, len(text), **known), lists=LISTS, published_on=published_on)


def fired(category: str, text: str, **known: Any) -> dict[str, str]:
    """Rule → quote of each finding of the category."""
    one = passage(text, **known)
    rules = [rule for rule in all_rules() if rule.category == category]
    return {finding.rule: finding.quote for rule in rules for finding in rule.find(rule, one)}


RULES = {rule.name: rule for rule in all_rules()}
# By rule the texts on which it must fire and those on which it must not.
Cases = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


_FEWEST = 5


def said_by(rule: Rule, one: Passage) -> list[Finding]:
    """What a rule finds, or doubts if it has nothing but doubts."""
    found = [*rule.find(rule, one)]
    return [doubt.finding for doubt in one.faint] if rule.when_careless else found


def fires(name: str, text: str) -> bool:
    return bool(said_by(RULES[name], passage(text)))


def misread(name: str, cases: Cases, fewest: int = _FEWEST) -> list[str]:
    """The texts on which the rule is silent and must not be, and those on which it fires and must not. `fewest`: fewer where
    the rule is tested elsewhere and these are further cases."""
    faulty, sound = cases[name]
    assert min(len(faulty), len(sound)) >= fewest, f"{name}: fewer than {fewest} texts of a kind"
    silent = [f"silent: {text}" for text in faulty if not fires(name, text)]
    return silent + [f"fires: {text}" for text in sound if fires(name, text)]
