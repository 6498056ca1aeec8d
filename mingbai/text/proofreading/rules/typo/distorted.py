"""Stock phrases with one word taken for another: 「实行意见」 for 「实施意见」, 「开展规划」 for 「发展规划」.

The list says beside which words one word stands and another is a mistake. Such words are right elsewhere, so it is
the pair that is looked for; a pair that edited text has too is in the list as usual, and a longer right phrase wins.
"""

from collections.abc import Iterator, Sequence

from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, given, is_quoted
from mingbai.text.proofreading.rules._laid_aside import unless_written
from mingbai.text.proofreading.rules._lexicon import table
from mingbai.text.proofreading.rules.typo.swap import swapped_forms

# Two words; what is shorter is a word of its own in too many texts.
_SHORTEST = 4
_Meant = tuple[str, Severity]


def _distorted(
    distortions: Sequence[Entry], phrases: Sequence[Entry], swaps: Sequence[Entry]
) -> dict[str, _Meant | None]:
    """What each form stands for and how grave it is; None for what is right."""
    known = {form for form, meant in swapped_forms(phrases, swaps).items() if meant}
    right = {row["phrase"] for row in phrases}
    right.update(word for row in distortions for word in row.get("usual", "").split())
    for row in distortions:
        right.update(form for form in _around(row, row["meant"]))
    found: dict[str, _Meant | None] = {}
    # The doubtful rows first: what stands in a sure one as well is sure.
    for row in sorted(distortions, key=lambda row: bool(row.get("sure"))):
        severity: Severity = "warning" if row.get("sure") else "info"
        for written in row["written"].split():
            found.update(
                zip(
                    _around(row, written),
                    ((form, severity) for form in _around(row, row["meant"])),
                    strict=True,
                )
            )
    never = {row["word"]: row.get("sure", "").split() for row in swaps if "word" in row}
    for row in distortions:
        for written in never.get(row["meant"], ()):
            for form, meant in zip(_around(row, written), _around(row, row["meant"]), strict=True):
                found.setdefault(form, (meant, "warning"))
    wrong = {form: meant for form, meant in found.items() if len(form) >= _SHORTEST and form not in known}
    return wrong | dict.fromkeys(right)


def _around(row: Entry, word: str) -> list[str]:
    """The word with each of the words that stand before or behind it."""
    before = [other + word for other in row.get("before", "").split()]
    return before + [word + other for other in row.get("after", "").split()]


_DISTORTED = table(("distortions", "phrases", "swaps"), _distorted)


def _matches(passage: Passage) -> tuple[tuple[int, int, _Meant], ...]:
    return tuple(_DISTORTED.matches(passage, between_words=True))


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    text = passage.text
    for start, end, (meant, severity) in passage.once(_matches):
        if not passage.in_web_residue(start) and not is_quoted(text, start, end):
            said = f"「{text[start:end]}」里换错了词，疑为「{meant}」。"
            found = rule.finding(passage, start, end, said, suggestion=meant, severity=severity)
            yield from unless_written(passage, found)


RULES = (
    Rule(
        name="typo.distorted_phrase",
        category="typo",
        severity="warning",
        explain="固定说法里有一个词换成了意思相近、在这里用不上的词，如「实行意见」「开展规划」「广大大众」。别处也有这样写的，只作提示。",
        fires="根据县政府办公室印发的实行意见等文件，构成长效机制。",
        passes="展开讨论，实行计划管理，开展规划编制，根据实施意见形成长效机制。",
        find=given(_matches, _find),
    ),
)
