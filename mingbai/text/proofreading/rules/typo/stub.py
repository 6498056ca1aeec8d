"""Stock expressions without their last character, with the sentence going on behind: 「村级道8公里」, 「“一岗双”制度」.

The list says what is lost behind each stub and what else may stand there. `typo.ending` knows phrases that are cut off
at the end of a clause.
"""

from collections.abc import Iterator, Sequence

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import Entry, given
from mingbai.text.proofreading.rules._lexicon import table


def _stubs(rows: Sequence[Entry]) -> dict[str, str | None]:
    """What is lost behind each stub; nothing for what may stand there."""
    found: dict[str, str | None] = {row["stub"]: row["lost"] for row in rows}
    for row in rows:
        for behind in (row["lost"], *row["also"].split()):
            found[row["stub"] + behind] = None
    return found


_STUBS = table(("stubs",), _stubs)


def _cut_short(passage: Passage) -> tuple[tuple[int, int, str], ...]:
    text = passage.text
    return tuple(
        (start, end, lost)
        for start, end, lost in _STUBS.matches(passage)
        if end < passage.end and not text[end].isspace() and not passage.in_web_residue(start)
    )


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, lost in passage.once(_cut_short):
        if cut_of(passage).begins(start):
            stub = passage.text[start:end]
            yield rule.finding(passage, start, end, f"「{stub}」后面疑漏「{lost}」。", suggestion=stub + lost)


RULES = (
    Rule(
        name="typo.stub",
        category="typo",
        severity="info",
        explain="固定说法少了末一个字，后面还有话：「村级道8公里」「落实“一岗双”要求」。按词表查。",
        fires="硬化村级道8公里，落实“一岗双”要求。",
        passes="硬化村级道路8公里，落实“一岗双责”要求。",
        find=given(_cut_short, _find),
    ),
)
