"""Verbs whose object lost its head: 「成立了政务公开领导，」, 「营造了公开，」, after the list of objects.

A verb of the list wants one of some heads. Where its clause ends and neither it nor the rest of the sentence holds
one, the object is cut short.
"""

import re
from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._frames import any_of
from mingbai.text.proofreading.rules._knowledge import Entry, compiled, given
from mingbai.text.proofreading.rules._parsing import MARK
from mingbai.text.records import record

_SENTENCE = lazy.pattern("[。；;：:！？!?\n]")
# A verb, perhaps 「了」, and what it governs up to the end of the clause: Chinese characters, apart by marks inside a clause.
_OBJECT = lazy.pattern(f"了?(?P<object>[一-鿿“](?:[一-鿿]{{1,17}}|[一-鿿、“”]{{4,60}})){MARK}")
# What stands before a verb that is no predicate, and behind one that has its object elsewhere.
_NOMINAL = frozenset("的所被未已得之可不")
_ELSEWHERE = frozenset("的时后前中者与和及")
# Behind a verb that has its object before it or shares it, or is a noun: 「作用发挥得不够」, 「形成之日」, 「承担并退补」.
_LEADS_ON = frozenset("之或并为等得不难")
# So near before a verb its object may stand: 「职能发挥如何」, 「作用没有充分发挥」.
_BEFORE = 6
_QUOTE_ENDS = "”"
_PIECES = lazy.pattern("[，,。；;：:、！？\n]")
# A sentence is read so far.
_REACH = 80


@record
class _Wanted:
    heads: re.Pattern[str]
    said: str


class Objects:
    """The verbs of the list, with the heads that each wants."""

    def __init__(self, rows: Sequence[Entry]) -> None:
        self._wanted: dict[str, _Wanted] = {}
        for row in rows:
            wanted = _Wanted(any_of(row["heads"].split()), row["said"])
            self._wanted |= dict.fromkeys(row["verbs"].split(), wanted)
        self._words = list(self._wanted)
        self._automaton = AhoCorasick(self._words)

    def find(self, passage: Passage) -> Iterator[tuple[int, int, str]]:
        first = passage.start
        for number, start, end in self._automaton.find_matches_as_indexes(passage.body, overlapping=True):
            verb = self._words[number]
            found = self._cut_short(passage, verb, first + start, first + end)
            if found and not passage.in_web_residue(found[0]):
                yield *found, self._wanted[verb].said

    def _cut_short(self, passage: Passage, verb: str, start: int, end: int) -> tuple[int, int] | None:
        text = passage.text
        if text[start - 1 : start] in _NOMINAL:
            return None
        match = _OBJECT.match(text, end, passage.end)
        if match is None or _has_its_object(match["object"]):
            return None
        stop = _SENTENCE.search(text, match.end(), min(passage.end, match.end() + _REACH))
        heads = self._wanted[verb].heads
        if heads.search(text, end, stop.start() if stop else match.end() + _REACH):
            return None
        if match["object"][0] in _LEADS_ON or _has_before(
            heads, text[max(passage.start, start - _BEFORE) : start]
        ):
            return None
        # 「充分发挥」 is one word of the dictionary, which is asked last.
        return (start, match.end()) if cut_of(passage).begins(end) else None


def _has_its_object(governed: str) -> bool:
    """Whether what stands behind the verb shows that its object stands elsewhere, or is a name in quotation marks."""
    return governed[0] in _ELSEWHERE or governed[-1] in _ELSEWHERE or governed[-1] == _QUOTE_ENDS


def _has_before(heads: re.Pattern[str], before: str) -> bool:
    """Whether the object stands before its verb, in the same clause: 「作用没有充分发挥」."""
    return heads.search(_PIECES.split(before)[-1]) is not None


def cut_short(passage: Passage) -> tuple[tuple[int, int, str], ...]:
    return tuple(compiled(passage, ("objects",), Objects).find(passage))


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, said in passage.once(cut_short):
        quote = passage.text[start:end]
        yield rule.finding(passage, start, end, f"「{quote}」话没有说完，后面疑漏{said}一类的词。")


RULES = (
    Rule(
        name="typo.object_cut_short",
        category="typo",
        severity="info",
        explain="动词后面的宾语没有说完，如「成立了政务公开领导，」缺「小组」，「充分发挥村级组织，」缺「作用」。按词表查。",
        fires="成立了政务公开领导，充分发挥村级组织，做好公开工作。",
        passes="成立了政务公开领导小组，充分发挥村级组织的作用，做好公开工作。",
        find=given(cut_short, _find),
    ),
)
