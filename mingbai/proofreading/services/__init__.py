from mingbai.proofreading.services.findings import (
    Item,
    Subject,
    blocking_findings,
    decide_finding,
    overrule_findings,
    replace_findings,
)

__all__ = [
    "Item",
    "Subject",
    "blocking_findings",
    "decide_finding",
    "overrule_findings",
    "replace_findings",
]
