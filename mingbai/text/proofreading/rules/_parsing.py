"""A shallow reading of single clauses: their words with the kind each has in the common dictionary, and what stands
around them in the sentence. Only clauses that a rule has a reason to look at are read."""

import re
from collections.abc import Callable, Iterator

from mingbai.text import dictionary, lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN as _HAN
from mingbai.text.proofreading.patterns import Finder
from mingbai.text.proofreading.rules._knowledge import is_quoted, listed, meeting
from mingbai.text.proofreading.rules.web.residue import is_cut, is_wrapped
from mingbai.text.proofreading.triggers import matches, sought
from mingbai.text.records import record

SENTENCE_STOPS, CLAUSE_STOPS = "。；;！？!?\n", "，,。；;：:！？!?\n"
# No sentence is read farther than this on either side.
_REACH = 120
_CLAUSE, _SENTENCE = lazy.pattern(f"[{CLAUSE_STOPS}]"), lazy.pattern(f"[{SENTENCE_STOPS}]")
_CLAUSES = lazy.pattern(f"[^{CLAUSE_STOPS}]+")
# 「上」, 「中」, 「期间」: they close what 「在」 opens.
PLACES = frozenset(
    listed(
        "上 中 下 内 里 外 前 后 间 时 际 之上 之中 之下 之内 之外 之前 之后 之间 之时 之际 以上 以下 以内 以外 以前 以后 以来 期间 同时 当中 内部 过程 基础 方面 前提 领域 环节"
        " 阶段 框架 时候 背景 情况 形势 范围 程度 地方 时期 中间 部位 位置 处 旁 路上 网上 会上 线上 线下 面前 今后 之余 途中 心中 手中 年中 实践 中心 墙上 身上 手上 工作日 起"
        " 之初 初期 前后 范畴 场所 层面 条件 进程"
    )
)
# They close it from behind a comma, 「在加强领导，完善制度的同时，」.
_CLOSING = frozenset(
    listed("上 中 下 时 际 前 后 内 间 同时 过程 当中 之时 之后 之前 之下 之上 之中 以来 期间 方面")
)

# Pieces of the patterns: a Chinese character, what stands inside a clause, inside a listing, where a clause begins, where one
# goes on or a sentence ends, where either ends or the text does.
LETTER = f"[{_HAN}]"
INSIDE = r"[^，,。；;：:！？!?\n]"
LISTING = r"[^。；;：:！？!?\n]"
CLAUSE = r"(?:^|(?<=[，,。；;：:\n]))"
STOP = r"(?=[，,。；;\n])"
# The same where the end of a line is not enough.
MARK = r"(?=[，,。；;])"
END = r"(?=[，,。；;：:！？!?\n]|$)"


@record
class Word:
    """A word of the text, where it stands in it, its kind in the common dictionary: `n…`, `v…`, `d` and the like."""

    text: str
    start: int
    end: int
    kind: str


def words_between(passage: Passage, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]` as the dictionary cuts that stretch by itself."""
    piece = passage.text[start:end]
    words, at = [], start
    for text, kind in zip(dictionary.cut(piece), dictionary.kinds(piece), strict=False):
        words.append(Word(text, at, at + len(text), kind))
        at += len(text)
    return words


def before_in(passage: Passage, at: int, stops: re.Pattern[str]) -> str:
    """What stands before `at` up to the nearest of the stops."""
    low = max(passage.start, at - _REACH)
    return stops.split(passage.text[low:at])[-1]


def behind_in(passage: Passage, at: int, stops: re.Pattern[str]) -> str:
    """What stands behind `at` up to the nearest of the stops."""
    return stops.split(passage.text[at : min(passage.end, at + _REACH)], maxsplit=1)[0]


def clause_before(passage: Passage, at: int) -> str:
    return before_in(passage, at, _CLAUSE)


def clause_behind(passage: Passage, at: int) -> str:
    return behind_in(passage, at, _CLAUSE)


def sentence_before(passage: Passage, at: int) -> str:
    return before_in(passage, at, _SENTENCE)


def sentence_behind(passage: Passage, at: int) -> str:
    return behind_in(passage, at, _SENTENCE)


def clause_around(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """Where the clause around `text[start:end]` begins and ends."""
    return start - len(clause_before(passage, start)), end + len(clause_behind(passage, end))


def sentence_around(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around `text[start:end]` begins and ends."""
    return start - len(sentence_before(passage, start)), end + len(sentence_behind(passage, end))


def is_closed(passage: Passage, start: int, end: int) -> bool:
    """Whether a word of place or time closes what `text[start:end]`, a clause, opens, or a later clause does."""
    if any(word.text in PLACES for word in words_between(passage, start, end)):
        return True
    # 「在加强领导、规范程序，完善制度的同时，」
    later = _CLAUSES.finditer(passage.text, end, min(passage.end, end + len(sentence_behind(passage, end))))
    return any(_ends_with_place(passage, *clause.span()) for clause in later)


def _ends_with_place(passage: Passage, start: int, end: int) -> bool:
    words = words_between(passage, start, end)
    return bool(words) and words[-1].text in _CLOSING


Verdict = Callable[[Passage, re.Match[str]], bool]


@record
class Shape:
    """Clauses of a shape: a pattern with the group `mark`, a verdict that reads the clause, what is said, how grave."""

    pattern: re.Pattern[str]
    said: str
    severity: Severity
    holds: Verdict | None = None


def shape(pattern: str, said: str, severity: Severity = "info", holds: Verdict | None = None) -> Shape:
    return Shape(sought(pattern), said, severity, holds)


def is_in_cut_clause(passage: Passage, start: int, end: int) -> bool:
    """Whether the clause around `text[start:end]` is cut by an end of line, in a text that is set in lines."""
    if not passage.once(is_wrapped):
        return False
    return is_cut(passage, *clause_around(passage, start, end))


def shapes_of(*shapes: Shape) -> Finder:
    """Reports the group `mark` of every clause that has one of the shapes and of which its verdict holds."""

    def find(rule: Rule, passage: Passage) -> Iterator[Finding]:
        for one in shapes:
            for match in matches(passage, one.pattern):
                start, end = match.span("mark")
                if is_in_cut_clause(passage, *match.span()):
                    continue
                if passage.in_web_residue(start) or is_quoted(passage.text, start, end):
                    continue
                if one.holds is None or one.holds(passage, match):
                    said = one.said.replace("{}", match["mark"]) + "。"
                    yield rule.finding(passage, start, end, said, severity=one.severity)

    return meeting(find, *(one.pattern for one in shapes))
