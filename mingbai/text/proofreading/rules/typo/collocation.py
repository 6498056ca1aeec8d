"""Verbs and objects, subjects and predicates that do not go together, after the list of collocations.

「扩大…力度」, 「力度…提高」: a noun at the end of a clause is looked up, and the nearest verb before it, or the
predicate behind it, is asked whether it suits.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from ahocorasick_rs import AhoCorasick

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import Finder
from mingbai.text.proofreading.rules._cutting import Cut, cut_of
from mingbai.text.proofreading.rules._frames import any_of
from mingbai.text.proofreading.rules._knowledge import Entry, compiled, given, is_quoted, listed
from mingbai.text.records import record

# A verb governs a noun no further away than this.
_REACH = 24
# Further away than this the noun may be of another verb between them.
_NEAR = 5
# What stands behind them is no verb.
_MAKES_NOUN = frozenset("的之所")
_ENDS = frozenset("，,。；;：:！？!?\n")
_CLAUSE = lazy.pattern("[，,。；;：:！？!?“”《》（）()\n]")
# Between two nouns of one verb: the first may suit where the second does not.
_JOINED = lazy.pattern("[、和与及或]|以及")
_JOINS = frozenset("和及与以")
_GOES_ON = lazy.pattern("[和及与]|以及")
_ADVERBS = listed(
    "也 都 还 更 将 已 均 又 再 在 会 要 应 得到 得以 有 有了 有所 进一步 不断 明显 显著 逐步 逐年 大幅 大幅度 较大 极大 大大 持续 有效 切实 很大"
    " 一定 新的 稳步 全面 日益 日趋 更加 十分 普遍 整体 总体 的 了 地 需 有待 亟待 仍 尚"
)
# Heads whatever stands before 「的」: 「加强培训的次数」.
_MEASURES = frozenset(listed("力度 次数 频次 幅度 强度 步伐 进度 速度 广度 深度 数量 规模 比例 比重"))
# Whose something is: 「扩大群众的知情权」 does not enlarge the people.
_OWNERS = listed(
    "群众 人民 公众 社会 职工 居民 村民 农民 干部 党员 企业 政府 机关 部门 单位 学生 教师 工作 公开工作 政务公开 信息公开 村务公开"
)
_BEFORE_VERBS = ("进一步", "不断", "逐步", "切实", "大力", "全面")
_HAVE = ("的", "有着", "具有", "起着", "起到", "发挥")
BETWEEN = lazy.pattern(f"(?:{'|'.join(sorted(_ADVERBS, key=len, reverse=True))})*")


@dataclass(slots=True)
class _Noun:
    """What does not suit a noun as verb, as verb in doubt, as predicate; and what does."""

    wrong: set[str] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)
    predicates: set[str] = field(default_factory=set)
    right: str = ""


# 「规范运行更有强度」
_HAS_MORE = ("更有", "没有", "富有", "颇有", "很有")
# 「告诉您提升额度的途径」: the way to do it.
_WAYS = frozenset({"途径", "渠道", "办法", "方法", "方式", "手段", "路径"})


@record
class Misfit:
    """A verb with a noun that it does not suit."""

    start: int
    end: int
    verb: str
    noun: str
    right: str
    severity: Severity
    as_subject: bool = False


def _stands(text: str, cut: Cut, verb: re.Match[str]) -> bool:
    """Whether it is a word; 「进一步提高」 and 「不断扩大」 may be one of the dictionary."""
    start = verb.start()
    return cut.begins(verb.end()) and (cut.begins(start) or text.endswith(_BEFORE_VERBS, 0, start))


def _plain(verb: str, known: _Noun) -> str:
    """「扩大了」 stands on the list for some nouns; for the others it is 「扩大」."""
    return verb if verb in known.wrong or verb in known.doubtful else verb.removesuffix("了")


class Collocations:
    """The list, with an automaton of its nouns and a pattern of all its verbs."""

    def __init__(self, rows: Sequence[Entry]) -> None:
        self._nouns: dict[str, _Noun] = {}
        verbs: set[str] = set()
        for row in rows:
            wrong, doubtful = set(row["wrong"].split()), set(row.get("doubtful", "").split())
            predicates = set(row.get("as_subject", "").split())
            verbs |= wrong | doubtful | predicates | {row["right"]} | set(row.get("verbs", "").split())
            for noun in row["nouns"].split():
                known = self._nouns.setdefault(noun, _Noun(right=row["right"]))
                known.wrong |= wrong
                known.doubtful |= doubtful
                known.predicates |= predicates
        self._words = list(self._nouns)
        self._automaton = AhoCorasick(self._words)
        self._verbs = any_of(verbs - {""})
        predicates = {verb for known in self._nouns.values() for verb in known.predicates}
        self._predicates = any_of(predicates)
        # What may stand behind a noun that is looked at.
        self._first = _ENDS | _JOINS | {verb[0] for verb in predicates} | {word[0] for word in _ADVERBS}

    def find(self, passage: Passage) -> Iterator[Misfit]:
        text, first = passage.text, passage.start
        for number, start, end in self._automaton.find_matches_as_indexes(passage.body, overlapping=True):
            end += first
            behind = text[end : end + 1]
            if behind not in self._first:
                continue
            noun, start = self._words[number], first + start
            joined = behind not in _ENDS and _GOES_ON.match(text, end) is not None
            look = self._before if behind in _ENDS or joined else self._behind
            found = look(passage, noun, start, end)
            if found and joined:
                found = replace(found, severity="info")
            if found and not passage.in_web_residue(start) and not is_quoted(text, found.start, found.end):
                yield found

    def _before(self, passage: Passage, noun: str, start: int, end: int) -> Misfit | None:
        """The nearest verb before the noun, if it does not suit."""
        text, known, low = passage.text, self._nouns[noun], max(passage.start, start - _REACH)
        before = text[low:start]
        # The dictionary is asked only where a verb in doubt stands.
        if not any(map(before.__contains__, chain(known.wrong, known.doubtful))):
            return None
        cut = cut_of(passage)
        stops = [match.end() for match in _CLAUSE.finditer(text, low, start)]
        low = stops[-1] if stops else low
        found = [match for match in self._verbs.finditer(text, low, start) if _stands(text, cut, match)]
        if not found or not cut.begins(end):
            return None
        # 「扩大公开的范围和深度」: a verb with 「的」 behind it belongs to the noun.
        verb = next((one for one in reversed(found) if text[one.end() : one.end() + 1] != "的"), found[-1])
        # 「加大巩固和深化公开的力度」: the noun is of another verb.
        if any(other[0] == known.right for other in found if other is not verb):
            return None
        # 「改善性住房需求」, 「制度不健全等问题」, 「政策落实等领域」: no deed.
        if text[verb.start() - 1 : verb.start()] in {*_MAKES_NOUN, "不"} or text[
            verb.end() : verb.end() + 1
        ] in {"性", "等"}:
            return None
        gap, said = text[verb.end() : start], _plain(verb[0], known)
        # 「对满意度提升有着显著作用」, 「意识增强的需要」: the noun has a verb of its own, or is what the verb stands before.
        if gap.startswith(_HAVE) or gap.endswith(_HAS_MORE):
            return None
        severity = self._severity(said, noun, gap)
        if severity and verb is not found[-1]:
            severity = "info"
        if severity and not cut.begins(start):
            # 「提高督查工作力度」: the noun closes a longer word.
            whole = noun in _MEASURES and any(map(cut.begins, range(verb.end(), start)))
            severity = "info" if whole else None
        return Misfit(verb.start(), end, said, noun, known.right, severity) if severity else None

    def _severity(self, verb: str, noun: str, gap: str) -> Severity | None:
        known, joined = self._nouns[noun], _JOINED.search(gap)
        if verb in known.wrong:
            if self._is_attribute(verb, gap):
                return "info" if noun in _MEASURES else None
            of_deed = noun in _WAYS and gap.endswith("的")
            return "info" if joined or of_deed or len(gap) > _NEAR else "warning"
        return "info" if verb in known.doubtful and not joined and not self._is_attribute(verb, gap) else None

    def _is_attribute(self, verb: str, gap: str) -> bool:
        """「提高效能的举措」: the verb has its own noun and stands with it before 「的」."""
        own, of, _ = gap.rpartition("的")
        return bool(of) and any(
            verb not in self._nouns[noun].wrong
            for at in range(len(own))
            if (noun := own[at:]) in self._nouns and noun not in _OWNERS
        )

    def _behind(self, passage: Passage, noun: str, start: int, end: int) -> Misfit | None:
        """The predicate behind the noun, if it ends the clause and does not suit."""
        text, known = passage.text, self._nouns[noun]
        between = BETWEEN.match(text, end, passage.end)
        at = between.end() if between else end
        verb = self._predicates.match(text, at, passage.end)
        if verb is None or verb[0] not in known.predicates:
            return None
        after = verb.end() + (text[verb.end() : verb.end() + 1] == "了")
        cut = cut_of(passage)
        if text[after : after + 1] not in _ENDS or not (cut.begins(end) and cut.begins(verb.end())):
            return None
        return Misfit(start, verb.end(), verb[0], noun, known.right, "info", as_subject=True)


def misfits(passage: Passage) -> tuple[Misfit, ...]:
    return tuple(compiled(passage, ("collocations",), Collocations).find(passage))


def told_of(
    view: Callable[[Passage], Sequence[Misfit]], message: Callable[[Misfit], str], *, as_subject: bool
) -> Finder:
    """A `find` that tells of what a view of the passage found, verbs with their objects or subjects with their predicates."""

    def find(rule: Rule, passage: Passage) -> Iterator[Finding]:
        for found in passage.once(view):
            if found.as_subject is as_subject:
                yield rule.finding(passage, found.start, found.end, message(found), severity=found.severity)

    return given(view, find)


def _as_object(found: Misfit) -> str:
    return f"「{found.verb}」与「{found.noun}」不搭配，应为「{found.right}……{found.noun}」。"


def _as_subject(found: Misfit) -> str:
    return f"「{found.noun}」与「{found.verb}」不搭配，「{found.noun}」应「{found.right}」。"


RULES = (
    Rule(
        name="typo.collocation_object",
        category="typo",
        severity="warning",
        explain="动词和宾语不搭配，如「扩大……力度」「加大……范围」「改善……问题」。按词表查，拿不准的只作提示。",
        fires="进一步加大了政务公开范围，不断完善监督检查的力度。",
        passes="进一步扩大了政务公开范围，加大监督检查力度，扩大宣传、提高素质。",
        find=told_of(misfits, _as_object, as_subject=False),
    ),
    Rule(
        name="typo.collocation_subject",
        category="typo",
        severity="info",
        explain="主语和谓语不搭配，如「步伐……提高」「渠道……增强」。",
        fires="公开的渠道进一步加强，工作步伐明显提高。",
        passes="公开的渠道进一步拓宽，工作步伐明显加快，力度不够。",
        find=told_of(misfits, _as_subject, as_subject=True),
    ),
)
