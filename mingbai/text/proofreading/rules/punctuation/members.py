"""Members of a list of which two stand side by side without the mark between them: 「粮食补贴退耕还林低保、救灾款物等」, 「党政办纪委、财政所」.

The words of the list are names of one kind each, of which one is no attribute of another. Three in a row are a list; of two the
mark or the word behind or before them must say that things are listed.
"""

from collections.abc import Iterator, Sequence

from ahocorasick_rs import MATCHKIND_LEFTMOST_LONGEST, AhoCorasick

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, compiled, given, is_quoted
from mingbai.text.proofreading.rules._parsing import is_in_cut_clause
from mingbai.text.records import record

_LISTED_BEHIND = lazy.pattern("[、]|等(?!级|待|额|候|次)|以及|及(?!时|格)|和(?!谐|解)")
_LISTED_BEFORE = "、"
_ROW = 3
# Bodies that others have: 「财政局纪委」 is one.
_WITHIN = lazy.pattern("(?:局|校|院)(?:纪委|妇联|武装部|党建办|组织办|党政办|纪检组)")


@record
class Seam:
    """Where two members meet, and the members."""

    start: int
    at: int
    end: int


class _Members:
    def __init__(self, rows: Sequence[Entry]) -> None:
        self._kinds = {word: number for number, row in enumerate(rows) for word in row["members"].split()}
        self._words = sorted(self._kinds)
        self._automaton = AhoCorasick(self._words, matchkind=MATCHKIND_LEFTMOST_LONGEST)

    def seams(self, body: str) -> Iterator[Seam]:
        run: list[tuple[int, int]] = []
        kind = -1
        for number, start, end in self._automaton.find_matches_as_indexes(body):
            own = self._kinds[self._words[number]]
            if run and run[-1][1] == start and kind == own:
                run.append((start, end))
                continue
            yield from _seams_of(body, run)
            run, kind = [(start, end)], own
        yield from _seams_of(body, run)


def _seams_of(body: str, run: list[tuple[int, int]]) -> Iterator[Seam]:
    if len(run) < 2:
        return
    first, last = run[0][0], run[-1][1]
    before = body[first - 1 : first] == _LISTED_BEFORE
    if len(run) >= _ROW or before or _LISTED_BEHIND.match(body, last):
        for (start, at), (_, end) in zip(run, run[1:], strict=False):
            if not _WITHIN.match(body, at - 1):
                yield Seam(start, at, end)


def _found(passage: Passage) -> tuple[Seam, ...]:
    return tuple(compiled(passage, ("members",), _Members).seams(passage.body))


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for seam in passage.once(_found):
        start, at, end = (place + passage.start for place in (seam.start, seam.at, seam.end))
        if passage.in_web_residue(start) or is_quoted(passage.text, start, end):
            continue
        if is_in_cut_clause(passage, start, end):
            continue
        one, two = passage.text[start:at], passage.text[at:end]
        yield rule.finding(
            passage,
            at - 1,
            at + 1,
            f"「{one}」和「{two}」是并列的两项，中间漏了顿号。",
        )


RULES = (
    Rule(
        name="punctuation.members_unparted",
        category="punctuation_misuse",
        severity="warning",
        explain="列举的几项直接连在一起，中间漏了顿号：「粮食补贴退耕还林低保、救灾款物等」「党政办纪委、财政所」。按词表查。",
        fires="公开内容包括粮食补贴退耕还林低保、救灾款物等，由党政办纪委和财政所负责。",
        passes="公开内容包括粮食补贴、退耕还林、低保、救灾款物等，由党政办、纪委和财政所负责，低保申请。",
        find=given(_found, _find),
    ),
)
