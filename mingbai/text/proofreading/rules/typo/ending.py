"""Stock phrases cut off at the end of a clause: 「落到实。」, 「群众的根本，」, 「意见和，」.

The list says what a phrase begins with and what is lost behind it; the beginning is none that a clause ends with. The
end of a line is no end here, since lines are broken anywhere.
"""

from collections.abc import Iterator, Sequence

from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import Entry, given, is_quoted
from mingbai.text.proofreading.rules._lexicon import table

_ENDS = frozenset("，。；！？,;")


def _begun(endings: Sequence[Entry]) -> dict[str, tuple[str, Severity]]:
    """What is lost behind each beginning, and how grave it is."""
    return {
        begun: (row["lost"], "warning" if row.get("sure") else "info")
        for row in endings
        for begun in row["begun"].split()
    }


_BEGUN = table(("endings",), _begun)


def _cut_off(passage: Passage) -> tuple[tuple[int, int, str, Severity], ...]:
    text = passage.text
    return tuple(
        (start, end, lost, severity)
        for start, end, (lost, severity) in _BEGUN.matches(passage)
        if text[end : end + 1] in _ENDS
        and not passage.in_web_residue(start)
        and not is_quoted(text, start, end)
    )


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, lost, severity in passage.once(_cut_off):
        # 「具体工」 may be the end of a longer word, 「三具体」 the beginning of none.
        if cut_of(passage).begins(start):
            begun = passage.text[start:end]
            said = f"「{begun}」后面疑漏「{lost}」。"
            yield rule.finding(passage, start, end, said, suggestion=begun + lost, severity=severity)


RULES = (
    Rule(
        name="typo.cut_off_phrase",
        category="typo",
        severity="warning",
        explain="固定说法在标点前少了后半截，如「落到实。」缺「处」，「维护群众的根本，」缺「利益」，「听取意见和，」缺「建议」。按词表查。",
        fires="确保各项工作落到实，广泛听取群众意见和，维护广大群众的切身。",
        passes="确保各项工作落到实处，广泛听取群众意见和建议，这件事关系群众的切身利益。",
        find=given(_cut_off, _find),
    ),
)
