"""One document made by hand, and the rules of a category that fire on it."""

from datetime import date
from typing import Any

from mingbai.text.model import Recognised, SourceDocument
from mingbai.text.proofreading.lists import load_lists
from mingbai.text.proofreading.model import Passage
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


def each_of(cases: Cases) -> list[tuple[str, str, bool]]:
    """Rule, text, and whether the one must fire on the other."""
    return [
        (name, text, wanted)
        for name, texts in cases.items()
        for wanted in (True, False)
        for text in texts[not wanted]
    ]


def fires(name: str, text: str) -> bool:
    return any(True for _ in RULES[name].find(RULES[name], passage(text)))


def misread(name: str, cases: Cases) -> list[str]:
    """The texts on which the rule is silent and must not be, and those on which it fires and must not."""
    faulty, sound = cases[name]
    silent = [f"silent: {text}" for text in faulty if not fires(name, text)]
    return silent + [f"fires: {text}" for text in sound if fires(name, text)]
