"""Two words of one sense side by side, of which one is left over: 「即时随时」, 「不少于不得低于」, 「流程过程」."""

from collections.abc import Iterator, Sequence
from itertools import compress, count
from operator import add
from typing import Any

from ahocorasick_rs import MATCHKIND_LEFTMOST_LONGEST, AhoCorasick

from mingbai.text import lazy, runs
from mingbai.text.model import Finding
from mingbai.text.packed import Packed, pack
from mingbai.text.proofreading.model import Faint, Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import (
    Entry,
    compiled,
    given,
    is_quoted,
    is_word,
    kept_of,
    listed,
)
from mingbai.text.proofreading.rules._lexicon import KeptWords, Words

_JOINT, _TWO, _FOUR = 2, 2, 4
# 「下降了减少」: the first of two verbs may have its particle.
_BETWEEN = frozenset({"", "了"})
# In hundredths; in 1.17 million characters of good papers no pair is as alike as that, and 40 are doubted only.
_SURE, _LIKELY = 38, 12
_ODDS = -1.0
# What may stand behind a saying and belong to neither.
_ENDINGS = frozenset("的了着地等者性型化式之中上下里和与及或为是在有到过得而并也都不可能会将被把从向对以所无")
_CLOSES = lazy.pattern("[，,。；;、的]|$")


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
            if before and before[0] != number and before[2] >= start - 1:
                low, between = before[1], body[before[2] : start]
                if between in _BETWEEN and self._groups[number] & self._groups[before[0]]:
                    if body[low:end] not in self._usual:
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


def _sayings(rows: Sequence[Entry]) -> KeptWords:
    words = (word for row in rows for word in listed(row["words"]) if len(word) == _FOUR)
    return Words.of(dict.fromkeys(words, True)).kept()


class _Alike:
    """Words of two characters with those that official writing uses like them, and how alike they are in hundredths."""

    def __init__(self, words: str, alike: bytes) -> None:
        self._words = frozenset(words.split())
        self._alike = Packed(alike)

    def pairs(self, body: str) -> Iterator[tuple[int, int, int, int]]:
        """Where two words that are used alike meet: start of the first, of the second, end, how alike."""
        before, reached = "", -1
        # An automaton of them takes longer to make than a short text to read so.
        for start in compress(count(), map(self._words.__contains__, map(add, body, body[1:]))):
            if start < reached:
                continue
            word, end = body[start : start + _TWO], start + _TWO
            if reached == start and word != before:
                alike = (self._alike[before] or {}).get(word, 0) or (self._alike[word] or {}).get(before, 0)
                if alike:
                    yield start - len(before), start, end, alike
            before, reached = word, end


def _alike_words(rows: Sequence[Entry]) -> tuple[str, bytes]:
    """Plain values for `_Alike`."""
    alike: dict[str, dict[str, int]] = {}
    for row in rows:
        for other in listed(row["like"]):
            word = other.rstrip("0123456789")
            if len(word) == len(row["word"]) == _TWO:
                alike.setdefault(row["word"], {})[word] = int(other[len(word) :])
    words = dict.fromkeys([*alike, *(other for others in alike.values() for other in others)])
    return " ".join(words), pack(alike)


def _alike_pairs(passage: Passage) -> tuple[tuple[int, int, int, int], ...]:
    return tuple(kept_of(passage, ("like_words",), _alike_words, _Alike).pairs(passage.body))


def _find_alike(rule: Rule, passage: Passage) -> Iterator[Finding]:
    text, first = passage.text, passage.start
    for low, meeting, high, alike in passage.once(_alike_pairs):
        start, middle, end = low + first, meeting + first, high + first
        if alike < _LIKELY or runs.shipped().often(text[middle - _JOINT : middle + _JOINT]):
            continue
        if passage.in_web_residue(start) or cut_of(passage).through(start, end):
            continue
        said = f"「{text[start:middle]}」与「{text[middle:end]}」用法相近，连在一起疑为重复，或者漏了顿号。"
        found = rule.finding(passage, start, end, said)
        if alike >= _SURE:
            yield found
        else:
            passage.faint.append(Faint(_ODDS, found))


class _Sayings:
    def __init__(self, *words: Any) -> None:
        self._words = Words.unkept(*words)

    def run_on(self, body: str) -> Iterator[tuple[int, int]]:
        """Where a saying goes on with a character that makes another word with its last one."""
        for start, _ in self._words.leftmost(body):
            end = start + _FOUR
            letter = body[end : end + 1]
            if "一" <= letter <= "鿿" and letter not in _ENDINGS and _CLOSES.match(body, end + 1):
                if is_word(body[end - 1 : end + 1]):
                    yield start, end + 1


def _run_on(passage: Passage) -> tuple[tuple[int, int], ...]:
    return tuple(kept_of(passage, ("idioms",), _sayings, _Sayings).run_on(passage.body))


def _find_run_on(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for low, high in passage.once(_run_on):
        start, end = low + passage.start, high + passage.start
        if not passage.in_web_residue(start) and not runs.shipped().often(passage.text[end - _FOUR : end]):
            saying, word = passage.text[start : end - 1], passage.text[end - 2 : end]
            said = f"「{saying}」与「{word}」混在一起，去掉「{word[1]}」。"
            yield rule.finding(passage, start, end, said, suggestion=saying)


RULES = (
    Rule(
        name="typo.saying_runs_on",
        category="typo",
        severity="warning",
        explain="四字熟语后面多写了一个字，那个字与熟语的末字凑成另一个词：「多此一举动」「蔚然成风尚」「有条不紊乱」。",
        fires="有的村干部认为公开是多此一举动，档案管理有条不紊乱。",
        passes="有的村干部认为公开是多此一举，档案管理有条不紊的，一举一动都受监督。",
        find=given(_run_on, _find_run_on),
    ),
    Rule(
        name="typo.like_sense",
        category="typo",
        severity="info",
        explain="两个用法相近的词连着写，而公文里从不这样连：「疑问疑惑」。按词语用法的统计判断。",
        fires="村会计逐条答复群众的疑问疑惑，今后继续改进。",
        passes="村会计逐条答复群众的疑问，问题迅速解决，分析研究，监督检查。",
        find=given(_alike_pairs, _find_alike),
    ),
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
