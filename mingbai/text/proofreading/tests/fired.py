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
