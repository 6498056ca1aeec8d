"""A rule earns its severity: until it has been right in texts of several writers, what it says is a hint.

A rule is written for a fault that somebody met once. What it says of other people's papers shows only there: in texts that
nobody had read, findings of rules that had been right in five or more collections of other writers were right in 96 of 100
cases, those of all others in 69. So errors and warnings are left to the rules of the list `proven_rules` (counted by
`python -m tools.proven_rules`; a county may add rules to it) and to those that read what stands there and interpret nothing.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial

from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.asking import is_failure
from mingbai.text.proofreading.model import Rule

LIST = "proven_rules"
Gravity = Callable[[Finding], Severity]
# A blank that was not filled in, a number that is an identity card's, a law's name against the list of laws: the fault itself
# stands in the text. In texts that nobody had read 87 of 91 of these were right, whether proven or not.
WITHOUT_TRIAL = frozenset(
    {
        "near_duplicate_passage",
        "outdated_expression",
        "personal_data",
        "sensitive_wording",
        "template_placeholder",
        "truncated_text",
        "wrong_regulation_name",
        "wrong_topic_paste",
        "wrong_year_or_date",
    }
)
# Of what these lists hold a county says itself how grave it is.
_AS_THE_COUNTY_SAYS = frozenset({"typo.collocation", "typo.homophone", "typo.washed"})


def proven_by(lists: Mapping[str, object]) -> frozenset[str] | None:
    """The names of the rules that have proven themselves; None where nothing is known of it, and then none is on trial."""
    content = lists.get(LIST)
    rows = content.get("entries") if isinstance(content, Mapping) else None
    if not isinstance(rows, list):
        return None
    names = (row.get("rule") for row in rows if isinstance(row, Mapping))
    return frozenset(name for name in names if isinstance(name, str))


def is_on_trial(rule: Rule, proven: Collection[str] | None) -> bool:
    """Whether what the rule says as an error or a warning is told as a hint for now."""
    return rule.severity != "info" and _is_on_trial(rule.name, rule.category, proven)


def gravity_by(found: list[Finding], lists: Mapping[str, object]) -> Gravity:
    """What tells of each of the findings how grave it is by what its rule has earned."""
    # the list is longer than most papers have findings, and is not gone through for personal data alone
    if all(one.severity == "info" or one.category in WITHOUT_TRIAL for one in found):
        return as_said
    return partial(_earned, proven_by(lists))


def as_said(one: Finding) -> Severity:
    """As grave as its rule says."""
    return one.severity


def as_proven(found: list[Finding], lists: Mapping[str, object]) -> list[Finding]:
    """The findings, each as grave as its rule has earned."""
    gravity = gravity_by(found, lists)
    if gravity is as_said:
        return found
    return [one if gravity(one) == one.severity else replace(one, severity="info") for one in found]


def _earned(proven: Collection[str] | None, one: Finding) -> Severity:
    if one.severity == "info" or is_failure(one) or not _is_on_trial(one.rule, one.category, proven):
        return one.severity
    return "info"


def _is_on_trial(name: str, category: str, proven: Collection[str] | None) -> bool:
    if proven is None or category in WITHOUT_TRIAL or name in _AS_THE_COUNTY_SAYS:
        return False
    return name not in proven
