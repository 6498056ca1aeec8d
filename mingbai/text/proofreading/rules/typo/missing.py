"""The last character of a fixed phrase lost at the end of a clause: 「满意度明显提。」, 「接受群众监，」."""

from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.packed import Packed, pack
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, is_word, kept_of, words_around
from mingbai.text.proofreading.triggers import matches, sought
from mingbai.text.runs import EDGE, stands_in_official_writing

_STOPS = "，。；！？,;"
_LAST_THREE = sought(f"[一-鿿]{{3}}(?=[{_STOPS}])")
_PHRASE = 4
# 「路面洁、边沟畅、绿化美」: three characters each.
_OF_A_ROW = lazy.pattern("[一-鿿]{3}、[一-鿿]{3}、$")
_BEFORE = 8
# What may follow a word and end a clause by itself.
_ENDS_ALONE = frozenset(
    "的了着过好到上下中内外前后里时间人事性化者率度量数额费款员长处室科局所站队会等类项条件份次年月日元个名户家村镇乡县市区路线网库表册栏卡证书本点面级层位种批期段章节法制权力量"
    "出入进退去来住走多少大小高低强弱快慢新旧难易全清明足够满成完有无是行能可懂通顺准对错齐稳严细实用看做办管抓学讲说听写重开利"
)
# Deeds that one character says, 「让群众评，」, 「限期改，」, and 「服务群」: hardly anything is lost behind them.
_DEEDS = frozenset("评改群补发查审批报建修选")


def _prefixes(rows: Sequence[Entry]) -> tuple[bytes]:
    """The first three characters of every phrase of four, with the phrase, for `Packed`; not where they are a phrase
    themselves."""
    whole = {row["phrase"] for row in rows}
    found = {row["phrase"][:-1]: row["phrase"] for row in rows if len(row["phrase"]) == _PHRASE}
    kept = {
        left: phrase for left, phrase in found.items() if left not in whole and left[-1] not in _ENDS_ALONE
    }
    return (pack(kept),)


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    prefixes = kept_of(passage, ("phrases",), _prefixes, Packed)
    for match in matches(passage, _LAST_THREE):
        meant = prefixes[match[0]]
        if meant is None or passage.in_web_residue(match.start()) or is_word(match[0][1:]):
            continue
        if stands_in_official_writing(match[0] + EDGE):
            continue
        start, end = match.span()
        if _OF_A_ROW.search(passage.text, max(passage.start, start - _BEFORE), start):
            continue
        spans = words_around(passage, start, end)
        if (end - 1, end) in spans and not any(low < start < high for low, high in spans):
            said = f"「{match[0]}」疑为「{meant}」，漏了字。"
            severity: Severity = "info" if match[0][-1] in _DEEDS else rule.severity
            yield rule.finding(passage, start, end, said, suggestion=meant, severity=severity)


RULES = (
    Rule(
        name="typo.missing_last",
        category="typo",
        severity="error",
        explain="一句话收尾的固定说法漏了最后一个字，如「满意度明显提。」「自觉接受群众监，」。",
        fires="群众满意度明显提，各项工作取得实。",
        passes="群众满意度明显提高，各项工作取得实效，做到件件有着落。",
        find=_find,
    ),
)
