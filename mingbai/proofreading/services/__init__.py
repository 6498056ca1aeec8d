from mingbai.proofreading.services.findings import (
    Item,
    Subject,
    blocking_findings,
    decide_finding,
    overrule_findings,
    replace_findings,
)
from mingbai.proofreading.services.lists import (
    add_list_entry,
    change_list_entry,
    distrust_rule,
    remove_list_entry,
    switch_rule_off,
    switch_rule_on,
    trust_rule,
)

__all__ = [
    "Item",
    "Subject",
    "add_list_entry",
    "blocking_findings",
    "change_list_entry",
    "decide_finding",
    "distrust_rule",
    "overrule_findings",
    "remove_list_entry",
    "replace_findings",
    "switch_rule_off",
    "switch_rule_on",
    "trust_rule",
]
