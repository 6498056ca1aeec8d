"""Words written with another word's characters, swapped for a near-synonym, or put beside a word they do not go with."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import cast

from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut
from mingbai.text.proofreading.rules._knowledge import (
    Entry,
    compiled,
    cuts_through_word,
    given,
    is_quoted,
    is_word,
    words_around,
)
from mingbai.text.proofreading.rules._lexicon import table
from mingbai.text.runs import stands_in_official_writing

_SEVERAL_WORDS = 4
_PAIR, _AROUND = 2, 12
# Logarithm of how often a character must stand alone in edited text to be taken for a word.
_ALONE = 2.0
_MESSAGES = {
    "homophone": "「{wrong}」疑为「{right}」之误。",
    "washed": "「{wrong}」不是公文的通行说法，疑为套用改写时换成了近义词，原来多半是「{right}」。",
    "collocation": "「{wrong}」搭配不当，请按「{right}」的意思改写。",
}


def _meanings(rows: Sequence[Entry]) -> dict[str, Entry | None]:
    """What each pattern stands for; None for words that are right although they hold a wrong one."""
    patterns: dict[str, Entry | None] = {}
    for row in rows:
        patterns[row["wrong"]] = row
        patterns.update(dict.fromkeys(row.get("unless", ())))
    return patterns


_CONFUSIONS = table(("confusions",), _meanings)


_MEASURES, _FIGURES = frozenset("级年月日天时分次个件条项名位户家处点期批组层号届度"), frozenset("0123456789")


def _matches(passage: Passage) -> tuple[tuple[int, int, Entry], ...]:
    found = []
    for start, end, row in _CONFUSIONS.matches(passage):
        if is_quoted(passage.text, start, end) or passage.in_web_residue(start):
            continue
        if row["wrong"][0] in _MEASURES and passage.text[start - 1 : start] in _FIGURES and start:
            continue  # 「大于4级时停喷」
        # Misspelt entries of several words may end inside one; words in their own right, and two characters, are
        # chance where a word crosses them: 「项目|的|管理」 is no 「目的管理」.
        misspelt = end - start >= _SEVERAL_WORDS and row["kind"] != "washed"
        if (
            misspelt
            or not cuts_through_word(passage, start, end)
            or _leaves_a_stray(passage, start, end, row)
        ):
            found.append((start, end, row))
    return tuple(found)


def _often_alone(rows: Sequence[Entry]) -> frozenset[str]:
    return frozenset("".join(row["characters"] for row in rows if row["weight"] >= _ALONE))


def _leaves_a_stray(passage: Passage, start: int, end: int, row: Entry) -> bool:
    """「同步|署」: a word reaches into the slip and leaves over a character that is never a word; mended, all fits."""
    wrong, right = row["wrong"], row["right"]
    if row["kind"] != "homophone" or len(wrong) != _PAIR or len(right) != _PAIR or is_word(wrong):
        return False
    text = passage.text
    left = [low for low, high in words_around(passage, start, end) if high - low == 1 and start <= low < end]
    often = compiled(passage, ("singles",), _often_alone)
    if len(left) != 1 or text[left[0]] in often:
        return False
    mended = text[max(0, start - _AROUND) : start] + right + text[end : end + _AROUND]
    place = min(start, _AROUND)
    return not _is_cut_through(mended, place, place + _PAIR)


def _is_cut_through(text: str, start: int, end: int) -> bool:
    edges = {0, *accumulate(map(len, cut(text)))}
    return start not in edges or end not in edges


def washed_forms(passage: Passage) -> frozenset[str]:
    """The words of the passage that only a rewriting machine puts."""
    return frozenset(
        passage.text[start:end]
        for start, end, row in passage.once(_matches)
        if row["kind"] == "washed" and row.get("severity") != "info"
    )


def _severity(rule: Rule, row: Entry) -> Severity:
    """What edited writing knows as it stands, 「设施完好、」, is doubtful at most; two characters may meet there by chance, 「以|经济」."""
    if len(row["wrong"]) > _PAIR and stands_in_official_writing(row["wrong"]):
        return "info"
    return cast("Severity", row.get("severity", rule.severity))


def _of_kind(rule: Rule, passage: Passage) -> Iterator[Finding]:
    kind = rule.name.removeprefix("typo.")
    for start, end, row in passage.once(_matches):
        if row["kind"] != kind:
            continue
        message = _MESSAGES[kind].format(wrong=row["wrong"], right=row["right"])
        yield rule.finding(
            passage,
            start,
            end,
            message,
            suggestion=row.get("mend"),
            severity=_severity(rule, row),
        )


RULES = (
    Rule(
        name="typo.homophone",
        category="typo",
        severity="error",
        explain="音近、形近的字写错了词，如「以经」「布署」「社会各届」。对照表可由本县增补。",
        fires="各项工作以经完成，并对下一步作了布署。",
        passes="可以经常公开的内容以经济信息为主，已作部署。",
        find=given(_matches, _of_kind),
    ),
    Rule(
        name="typo.washed",
        category="typo",
        severity="warning",
        explain="网上范文常被机器换成近义词再发，如「广阔群众」「效劳窗口」，句子就不通了。",
        fires="方便广阔群众到效劳窗口办事。",
        passes="方便广大群众到服务窗口办事，用地广阔。",
        find=given(_matches, _of_kind),
    ),
    Rule(
        name="typo.collocation",
        category="typo",
        severity="info",
        explain="动词和宾语搭配不当，如「加大范围」「提高力度」，读得懂但不通顺。",
        fires="进一步加大公开范围。",
        passes="进一步扩大公开范围，加大公开力度。",
        find=given(_matches, _of_kind),
    ),
)
