"""The rules, one module per category. A module here that has `RULES` is found by itself."""

import importlib
import pkgutil
from collections import Counter
from functools import cache, lru_cache

from mingbai.text.proofreading.model import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of every module, in the order of the modules' names; a name used twice is a mistake."""
    rules: list[Rule] = []
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda found: found.name):
        if not module.ispkg and not module.name.startswith("_"):
            rules += getattr(importlib.import_module(f"{__name__}.{module.name}"), "RULES", ())
    times = Counter(rule.name for rule in rules)
    if twice := sorted(name for name, often in times.items() if often > 1):
        raise ValueError(f"rules with the same name: {', '.join(twice)}")
    return tuple(rules)


@lru_cache(maxsize=64)
def rules_for(disabled: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that are switched on. `disabled` holds names of rules, of groups (`date`) or of categories."""
    if not disabled:
        return all_rules()
    return tuple(
        rule for rule in all_rules() if not disabled & {rule.name, rule.name.split(".")[0], rule.category}
    )
