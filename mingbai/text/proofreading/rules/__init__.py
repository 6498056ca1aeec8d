"""The rules, in packages by what they are about. A module of a package that has `RULES` is found by itself.

What stands beside the packages are readings of a text and helpers that rules of several share.
"""

import importlib
import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache

from mingbai.text.proofreading.model import Rule

# Of which modules the rules are asked, by the modules' names (`typo.swap`); all but in `only_of`.
_chosen: list[Callable[[str], bool]] = []
# By the name of a rule its place among all: its module and the how manieth it is there.
Place = tuple[str, int]


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of every module, in the order of the modules' names; a name used twice is a mistake."""
    rules = [rule for name in _modules() for rule in _rules_of(name)]
    times = Counter(rule.name for rule in rules)
    if twice := sorted(name for name, often in times.items() if often > 1):
        raise ValueError(f"rules with the same name: {', '.join(twice)}")
    return tuple(rules)


def _modules() -> list[str]:
    """The modules that may have rules, as `typo.swap`, in the order of their names."""
    names = (f"{package}.{name}" for package in _packages() for name in _modules_in(package))
    return [name for name in sorted(names) if all(chosen(name) for chosen in _chosen)]


def _packages() -> list[str]:
    # `pkgutil` would load `inspect`, which takes as long as twenty of these modules.
    with os.scandir(__path__[0]) as entries:
        return [entry.name for entry in entries if entry.is_dir() and not entry.name.startswith("_")]


def _modules_in(package: str) -> set[str]:
    files = (name for name in os.listdir(f"{__path__[0]}/{package}") if name.endswith((".py", ".pyc")))
    return {name.partition(".")[0] for name in files if not name.startswith("_")}


def _rules_of(module: str) -> tuple[Rule, ...]:
    rules: tuple[Rule, ...] = getattr(importlib.import_module(f"{__name__}.{module}"), "RULES", ())
    return rules


@cache
def places() -> dict[str, Place]:
    """Where each rule stands among all, by its name: the same whichever modules are asked."""
    return {rule.name: (name, number) for name in _modules() for number, rule in enumerate(_rules_of(name))}


@contextmanager
def only_of(chosen: Callable[[str], bool]) -> Iterator[None]:
    """Until its end all rules are those of some modules, by the modules' names; others are not even loaded for their rules."""
    _chosen.append(chosen)
    _forget()
    try:
        yield
    finally:
        _chosen.remove(chosen)
        _forget()


def _forget() -> None:
    for made in (all_rules, rules_for, places, _former_names):
        made.cache_clear()


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
