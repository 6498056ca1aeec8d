"""Two words of one sense side by side, of which one is left over: 「即时随时」, 「不少于不得低于」, 「流程过程」."""

from collections.abc import Iterator, Sequence

from ahocorasick_rs import MATCHKIND_LEFTMOST_LONGEST, AhoCorasick

from mingbai.text import runs
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import Entry, compiled, given, is_quoted, listed

_JOINT = 2


class _Synonyms:
    """Every word of the list with the groups it is in, and what of them is said side by side on purpose."""

    def __init__(self, rows: Sequence[Entry]) -> None:
        groups: dict[str, set[int]] = {}
        for number, row in enumerate(rows):
            for word in listed(row["words"]):
                groups.setdefault(word, set()).add(number)
        self._words = tuple(groups)
        self._groups = tuple(frozenset(groups[word]) for word in self._words)
        self._automaton = AhoCorasick(self._words, matchkind=MATCHKIND_LEFTMOST_LONGEST)
        self._usual = frozenset(pair for row in rows for pair in listed(row.get("usual", "")))

    def pairs(self, body: str) -> Iterator[tuple[int, int, int]]:
        """Where two different words of one group meet: start of the first, of the second, end."""
        before: tuple[int, int, int] | None = None
        for number, start, end in self._automaton.find_matches_as_indexes(body):
            if before and before[2] == start and before[0] != number:
                low = before[1]
                if self._groups[number] & self._groups[before[0]] and body[low:end] not in self._usual:
                    yield low, start, end
            before = number, start, end


def _pairs(passage: Passage) -> tuple[tuple[int, int, int], ...]:
    return tuple(compiled(passage, ("synonyms",), _Synonyms).pairs(passage.body))


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    text, first = passage.text, passage.start
    for low, meeting, high in passage.once(_pairs):
        start, middle, end = low + first, meeting + first, high + first
        # Whatever official writing has side by side is meant, 「方式方法」, 「立即及时」 is not.
        if runs.shipped().often(text[middle - _JOINT : middle + _JOINT]) or passage.in_web_residue(start):
            continue
        if is_quoted(text, start, end) or cut_of(passage).through(start, end):
            continue
        one, two = text[start:middle], text[middle:end]
        yield rule.finding(passage, start, end, f"「{one}」与「{two}」意思相同，留一个。")


RULES = (
    Rule(
        name="typo.same_sense",
        category="typo",
        severity="info",
        explain="两个意思相同的词连着写，留一个：「即时随时」「不少于不得低于」「流程过程」「共同一起」。本来就连着说的（「方式方法」）不算。",
        fires="各村应即时随时更新，公示不少于不得低于七天，公开办事流程过程。",
        passes="各村应随时更新，公示不少于七天，公开办事流程，讲究方式方法，持续不断。",
        find=given(_pairs, _find),
    ),
)
