"""The rules, one module per category. A module here that has `RULES` is found by itself."""

import importlib
import os
from collections import Counter
from functools import cache, lru_cache

from mingbai.text.proofreading.model import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of every module, in the order of the modules' names; a name used twice is a mistake."""
    rules: list[Rule] = []
    # `pkgutil` would load `inspect`, which takes as long as twenty of these modules.
    files = (name for name in os.listdir(__path__[0]) if name.endswith((".py", ".pyc")))
    for name in sorted({name.partition(".")[0] for name in files if not name.startswith("_")}):
        rules += getattr(importlib.import_module(f"{__name__}.{name}"), "RULES", ())
    times = Counter(rule.name for rule in rules)
    if twice := sorted(name for name, often in times.items() if often > 1):
        raise ValueError(f"rules with the same name: {', '.join(twice)}")
    return tuple(rules)


@lru_cache(maxsize=64)
def rules_for(disabled: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that are switched on. `disabled` holds names of rules, of groups (`date`) or of categories; of a rule that was
    parted since, the name means all its parts."""
    if not disabled:
        return all_rules()
    return tuple(rule for rule in all_rules() if not disabled & _names_of(rule))


def _names_of(rule: Rule) -> set[str]:
    return {rule.name, rule.name.split(".")[0], rule.category, rule.formerly}


def lasting_name(rule: str) -> str:
    """The name under which decisions about a rule's findings are kept: a part of a rule keeps the name of the whole."""
    return _former_names().get(rule, rule)


@cache
def _former_names() -> dict[str, str]:
    return {rule.name: rule.formerly for rule in all_rules() if rule.formerly}
