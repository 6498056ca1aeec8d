"""An inner character lost in a short fixed phrase: 「政公开」 for 「政务公开」, 「宣教育」 for 「宣传教育」.

What is left of a short phrase may be good shorthand: 「稳增长」. So the rest must be cut into words and one character
that is hardly ever a word, and in three characters the finding is only a hint.
"""

from collections.abc import Iterator, Mapping, Sequence

from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import (
    Entry,
    compiled,
    is_quoted,
    is_word,
    listed,
    words_around,
)
from mingbai.text.proofreading.rules._lexicon import table
from mingbai.text.proofreading.rules._word_parts import CLOSES_NOUN

_SHORT, _LONG = 4, 5
# Logarithms of how often a character may stand alone in edited text and still be no word: one that opens what is
# left, often a verb in shorthand; one behind a word; one behind a word in what is left of a longer phrase.
_OPENING, _BEHIND, _LONG_BEHIND = 2.4, 2.9, 3.4
# Shorthand, and what words in four characters have in common with it.
_RIGHT = listed(
    "依申请 设公开栏 栏更新 稳增长 促落实 促发展 保民生 惠民生 渡难关 传喜讯 私财产 致全国 稳就业 防风险 补短板 强基础 抓落实 谋发展 聚人心 栏公开"
    " 统思想 亮身份 建机制 树形象 办实事 享权利 访群众 控疫情 督落实 储粮食"
)

# Verbs that official writing has alone: 「以公开促和谐」, 「居民提、居民议」, 「能答的现场答」, 「涉补贴信访」.
_VERBS_ALONE = frozenset("促议答签设评助涉预")


def _left_of(rows: Sequence[Entry]) -> dict[str, tuple[str, int] | None]:
    """What each form is left of and where the character is lost; None for a phrase that is whole."""
    meant: dict[str, tuple[str, int] | None] = dict.fromkeys(row["phrase"] for row in rows)
    meant.update(dict.fromkeys(_RIGHT))
    for phrase in (row["phrase"] for row in rows):
        if _SHORT <= len(phrase) <= _LONG and "、" not in phrase:
            # The rest without the first or the last character is a phrase too often.
            for place in range(1, len(phrase) - 1):
                meant.setdefault(phrase[:place] + phrase[place + 1 :], (phrase, place))
    return meant


_LOST = table(("phrases",), _left_of)


def _alone(rows: Sequence[Entry]) -> dict[str, float]:
    return {character: row["weight"] for row in rows for character in row["characters"]}


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    often = compiled(passage, ("singles",), _alone)
    for start, end, (meant, place) in _LOST.matches(passage, between_words=True):
        if passage.in_web_residue(start) or is_quoted(passage.text, start, end):
            continue
        if not _is_left_over(passage, (start, end), (meant, place), often):
            continue
        severity: Severity = rule.severity if len(meant) == _LONG else "info"
        said = f"「{passage.text[start:end]}」疑为「{meant}」，漏了字。"
        yield rule.finding(passage, start, end, said, suggestion=meant, severity=severity)


def _is_left_over(
    passage: Passage, span: tuple[int, int], meant: tuple[str, int], often: Mapping[str, float]
) -> bool:
    """Whether words and one character that is no word stand here, whose word is whole in the phrase."""
    text, (start, end), (phrase, place) = passage.text, span, meant
    spans = words_around(passage, start, end)
    lone = [low for low, high in spans if high - low == 1 and start <= low < end]
    if lone == [start + place - 1, start + place] and is_word(phrase[place - 1 : place + 2]):
        # 「防汛指部」: the middle of a word is lost.
        return not is_word(text[start:end])
    if len(lone) != 1 or is_word(text[start:end]):
        return False
    at = lone[0]
    # A single character outside may make a word with the stray one.
    beside = {(at - 1, at), (at + 1, at + 2)} & set(spans)
    if any(not start <= low < end for low, _ in beside):
        return False
    if at == end - 1 and (text[at] in CLOSES_NOUN or is_word(text[at : at + 2])):
        return False
    if at == start and is_word(text[at - 1 : at + 1]):
        return False
    limit = _OPENING if at == start else _LONG_BEHIND if len(phrase) == _LONG else _BEHIND
    if often.get(text[at], 0.0) > limit or text[at] in _VERBS_ALONE:
        return False
    inner = at - start
    return (inner == place - 1 and is_word(phrase[inner : place + 1])) or (
        inner == place and is_word(phrase[place : place + 2])
    )


RULES = (
    Rule(
        name="typo.lost_character",
        category="typo",
        severity="warning",
        explain="四五个字的固定说法中间漏了字，剩下一个不成词的字，如「政公开」「宣教育」。三个字的只作提示。",
        fires="开展宣教育，不断深化政公开工作。",
        passes="开展宣传教育，依申请公开，稳增长、促落实，成立监督组。",
        find=_find,
    ),
)
