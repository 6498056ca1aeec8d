"""Objects that lost the word they hang on, at a mark: 「加大公开透明，」 for 「公开透明的力度」, 「发挥网格员的带头，」, 「受到群众的一致。」.

The list says which verbs with which words before a mark make no object, and what is lost behind them.
"""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import Entry, given, is_quoted
from mingbai.text.proofreading.rules._lexicon import table

_ENDS = frozenset("，。；！？,;")
# What may stand between the verb and the object: whose it is.
_GAP = 14
_CLAUSE = lazy.pattern("[，,。；;：:！？!?\n]")
# Behind these the verb is no predicate, or its object stands elsewhere.
_NOMINAL = frozenset("的所被未已得之可不")
_APART = lazy.pattern(
    "[的了着过把将被从由对向在以为与和、及使让给是不就并且而到至成]|等|加|提|推|促|完善|开展|落实|做|抓|公[开布示]|改|进行"
)

# The same before 「的」: 「党员、网格员|的带头」.
_APART_WHOSE = lazy.pattern("[的了着过把将被从由对向在以为使让给是不就并且而到至成]|加|推进|开展|落实|公开")
# Adverbs that the dictionary may join with the verb: 「不断扩大」.
_ADVERBS = (
    "不断",
    "充分",
    "切实",
    "进一步",
    "大力",
    "严格",
    "主动",
    "认真",
    "积极",
    "努力",
    "持续",
    "全面",
    "有效",
    "着力",
)

# With which verbs, what is lost, how grave it is, at which further marks.
_Lost = tuple[tuple[str, str, Severity, str], ...]


def _lost_heads(rows: Sequence[Entry]) -> dict[str, _Lost]:
    """By object, with which verbs it is none, what is lost, and how grave it is."""
    found: dict[str, list[tuple[str, str, Severity, str]]] = {}
    for row in rows:
        severity: Severity = "warning" if row.get("sure") else "info"
        for word in row["objects"].split():
            found.setdefault(word, []).append((row["verbs"], row["lost"], severity, row.get("also", "")))
    return {word: tuple(each) for word, each in found.items()}


_LOST = table(("lost_heads",), _lost_heads)


def _governing(passage: Passage, start: int, verbs: str) -> int | None:
    """Where a verb of which the object stands at `start` begins in the same clause."""
    text, low = passage.text, max(passage.start, start - _GAP - 4)
    before = _CLAUSE.split(text[low:start])[-1]
    first = start - len(before)
    for verb in sorted(verbs.split(), key=len, reverse=True):
        at = before.rfind(verb)
        if at >= 0 and _is_free(passage, text, first + at, before[at + len(verb) :], text[start] != "的"):
            return first + at
    return None


def _is_free(passage: Passage, text: str, at: int, between: str, closed: bool) -> bool:
    return (
        text[at - 1 : at] not in _NOMINAL
        and (not between or (_APART if closed else _APART_WHOSE).search(between.removeprefix("了")) is None)
        and (
            at == passage.start
            or text.endswith(_ADVERBS, max(0, at - 3), at)
            or cut_of(passage).begins(at)
            or re.match(r"[，,。；;：:\n]", text[at - 1]) is not None
        )
    )


def _headless(passage: Passage) -> tuple[tuple[int, int, str, Severity], ...]:
    text = passage.text
    found = []
    for start, end, rows in _LOST.matches(passage):
        mark = text[end : end + 1]
        if passage.in_web_residue(start):
            continue
        for verbs, lost, severity, also in rows:
            if not mark or (mark not in _ENDS and mark not in also):
                continue
            low = _governing(passage, start, verbs)
            if low is not None and not is_quoted(text, low, end):
                found.append((low, end, lost, severity))
                break
    return tuple(found)


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, lost, severity in passage.once(_headless):
        quote = passage.text[start:end]
        yield rule.finding(passage, start, end, f"「{quote}」后面疑漏「{lost}」一类的词。", severity=severity)


RULES = (
    Rule(
        name="typo.governed_head_lost",
        category="typo",
        severity="warning",
        explain="标点前丢了宾语的中心词：「加大公开透明，」缺「力度」，「发挥党员的带头，」缺「作用」，「受到群众的一致，」缺「好评」。按词表查，拿不准的只作提示。",
        fires="拓宽渠道，加大公开透明，发挥楼长的带头，缩短办理，方便群众。",
        passes="拓宽渠道，加大公开透明的力度，发挥楼长的带头作用，缩短办理时间，方便群众。",
        find=given(_headless, _find),
    ),
)
