"""One mistake that rules of two categories see: which of the two remarks is told."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from mingbai.text.model import Finding

# Of the rule, or all rules of that beginning, nothing is told where one of the others says more of the same place.
_YIELDS: Mapping[str, tuple[str, ...]] = {
    # A title of a law that is misspelt is a wrong title; what is said of its characters adds nothing.
    "typo.": ("regulation.misnamed",),
    "typo.run_on": ("punctuation.missing_run", "regulation.misnamed"),
    # The mark is what is left of a damaged one: 「&rdquo;。」.
    "punctuation.": ("encoding.entity",),
    # The line ends in what the site put there, or breaks off.
    "punctuation.no_stop": ("web.", "encoding.entity"),
    "punctuation.no_end": ("truncated.", "encoding.entity"),
    "punctuation.wrong_end": ("truncated.", "encoding.entity"),
    "punctuation.formula_without_quotes": ("outdated.", "encoding.entity"),
    # Whose words they are is said by the passage that does not belong there.
    "unit.self_of_other_kind": ("topic.",),
    "unit.words_of_other_body": ("topic.",),
    "web.page_words_inside": ("personal.", "web."),
    "web.shown_in_part": ("web.members_only",),
    "web.site_words_inside": ("truncated.dots", "web."),
    # A line that begins with a name begins a sentence.
    "web.broken_line": ("unit.", "punctuation.wrong_end", "punctuation.ends_in_pause"),
    "truncated.hidden_part": ("web.page_tools", "web.advert"),
    "regulation.day": ("date.",),
    "encoding.look_alike_letter": ("typo.",),
    "encoding.key_run": ("placeholder.",),
    "arithmetic.slogan": ("truncated.",),
}


def _others(rule: str) -> tuple[str, ...]:
    return _YIELDS.get(rule) or _YIELDS.get(rule[: rule.find(".") + 1], ())


def without_seconds(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, in order of their place, without those that yield to another that is as grave."""
    spans: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for finding in findings:
        others = _others(finding.rule)
        if others and _is_told(finding, others, findings, spans):
            continue
        yield finding


def _is_told(
    finding: Finding,
    others: tuple[str, ...],
    findings: Sequence[Finding],
    spans: dict[tuple[str, ...], list[tuple[int, int]]],
) -> bool:
    key = (*others, finding.rule)
    if key not in spans:
        spans[key] = [
            (one.start, one.end)
            for one in findings
            if one.severity != "info" and one.rule.startswith(others) and one.rule != finding.rule
        ]
    told = spans[key]
    at = bisect_right(told, (finding.end, 1 << 40))
    return any(start < finding.end and finding.start < end for start, end in told[max(0, at - _NEAR) : at])


_NEAR = 12
