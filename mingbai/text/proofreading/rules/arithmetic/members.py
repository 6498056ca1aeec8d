"""So many are announced, and so many are named: 「分5批，第一批……第四批」, 「5个小区，即甲、乙、丙、丁」, 「4次，分别为1月、2月、3月」."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.rules._twice import compared
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_FEW, _MOST = 2, 20

# --- first, second, third -------------------------------------------------------------------------------------------

_TURNS = "批次|批|期|次|轮|组|步|阶段|档|类|场|片|季度|堂|部分|讲|梯队"
_PARTED = lazy.pattern(
    rf"(?:分为?|分成|划分为|共|共分|计划|安排|举办|召开|开展|组织)(?P<number>\d{{1,2}}|[二两三四五六七八九十])个?(?P<turn>{_TURNS})(?![以之左内级])"
)
_FIRST_WORDS = waiting_for(tuple(f"{first}{turn}" for first in ("第一", "第1") for turn in _TURNS.split("|")))
_ORDINAL = r"第(?P<n>[一二三四五六七八九十]{{1,3}}|\d{{1,2}})(?:个)?{turn}"
_WITHIN, _BETWEEN = 60, 160
_NOT_ALL = lazy.pattern("等|目前|截至|已完成|正在进行|其中|率先|先期|本次|此次|现已")


def _sequence(passage: Passage, turn: str, start: int) -> tuple[int, int] | None:
    """How far 「第一批、第二批……」 goes from here in its paragraph, and where it ends; None where it does not begin with the first."""
    end = passage.text.find("\n", start, passage.end)
    last, reached = 0, start
    for match in re.compile(_ORDINAL.format(turn=turn)).finditer(
        passage.text, start, end if end >= 0 else passage.end
    ):
        number = number_in(match["n"])
        if number is None or number == last:
            continue
        if number != last + 1 or match.start() - reached > _BETWEEN:
            return None
        last, reached = number, match.end()
    return (last, reached) if last >= _FEW else None


def _turns(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「任务分5批，第一批6月底前，第二批8月底前，第三批10月底前，第四批12月底前完成」."""
    for match in compared(matches_near(passage, _FIRST_WORDS, _PARTED, _WITHIN)):
        told = number_in(match["number"])
        between = passage.text[match.end() : match.end() + _WITHIN]
        first = re.search(f"第[一1]个?{match['turn']}", between.split("\n")[0])
        if (
            told is None
            or first is None
            or re.search(r"分\d|\d个?" + match["turn"], between[: first.start()])
        ):
            continue
        named = _sequence(passage, match["turn"], match.end())
        if named is None or named[0] == told:
            continue
        stop = re.search("[。\n]", passage.text[named[1] : named[1] + _BETWEEN])
        rest = passage.text[named[1] : named[1] + (stop.start() if stop else _BETWEEN)]
        if _NOT_ALL.search(between[: first.start()] + rest) or passage.in_web_residue(match.start()):
            continue
        said = f"说是{match['number']}{match['turn']}，后面列到第{named[0]}{match['turn']}，请核对。"
        yield rule.finding(passage, match.start(), named[1], said, suggestion="核对数目，或补上、删去一项")


# --- named one by one -----------------------------------------------------------------------------------------------

_UNITS = "个|家|所|处|次|场|期|批|项|条|座|名|类|种|天|人|户|块|件|篇|部|间|支|辆|台|轮"
_NAMED = lazy.pattern(
    rf"(?<![第\d.一二三四五六七八九十零百])(?P<number>\d{{1,2}}|[二两三四五六七八九十]|十[一二三四五六七八九])(?P<unit>{_UNITS})(?P<what>[一-鿿“”]{{0,10}}?)[，,：:（(]?(?:即|分别[是为在于]|分别(?:位于|设[在于]|建[在于]|安排在|布置在)|具体[是为]|依次[是为])[：:]?(?P<list>[^。；;：:\n）)]{{3,160}})"
)
_NAMED_WORDS = waiting_for(
    (
        "即",
        "分别是",
        "分别为",
        "分别在",
        "分别于",
        "分别位于",
        "分别设在",
        "分别设于",
        "分别建在",
        "分别建于",
        "分别安排在",
        "分别布置在",
        "具体为",
        "具体是",
        "依次为",
        "依次是",
    )
)
# Not the first character of a name: 「和平苑」.
_AND = lazy.pattern("(?<=[^、])[和与及](?=[^、])")
_OPEN_END = lazy.pattern(r"等|\.\.\.|…|其中|以此类推|[0-9]个")
_AMOUNTS = lazy.pattern(
    r"(?:\d{1,9}(?:\.\d{1,4})?|[一二两三四五六七八九十百]+)(?:万|亿)?(?:元|件|条|人|个|次|户|亩|项|%|％|场|家|名|份|所|平方米|公里)"
)
_OF_EACH = lazy.pattern("每|各|分别[是为][^、]{0,12}[，,]|均")


def _counted(words: str) -> set[int]:
    """How many things may be named: 「和」 parts two of them or stands inside a name."""
    pauses = words.count("、")
    ands = len(_AND.findall(words))
    return {pauses + 1, *(range(pauses + 1, pauses + 2 + ands) if ands else ())}


def _listed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「涉及5个小区，即和平苑、振兴苑、纺织新村、机械厂宿舍，楼栋38栋」."""
    for match in compared(matches_near(passage, _NAMED_WORDS, _NAMED, 60)):
        told = number_in(match["number"])
        clauses = re.split("[，,]", match["list"])
        words = clauses[0]
        if told is None or not _FEW <= told <= _MOST or "、" not in words:
            continue
        # A list that goes on behind the comma, or is one of figures, is read elsewhere.
        if any("、" in one or _AND.search(one) for one in clauses[1:2]) or _OPEN_END.search(match["list"]):
            continue
        if _AMOUNTS.search(words) or _OF_EACH.search(match["what"]) or passage.in_web_residue(match.start()):
            continue
        many = _counted(words)
        if told in many:
            continue
        said = f"说是{match['number']}{match['unit']}，后面列出{min(many)}{match['unit']}，请核对。"
        end = match.start("list") + len(words)
        yield rule.finding(passage, match.start(), end, said, suggestion="核对数目，或补上、删去一项")


RULES = (
    Rule(
        name="arithmetic.turns_listed",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="说分几批、几期、几个阶段，后面「第一批、第二批……」要列到这个数。",
        fires="任务分5批完成，第一批6月底前，第二批8月底前，第三批10月底前，第四批12月底前完成。",
        passes="任务分4批完成，第一批6月底前，第二批8月底前，第三批10月底前，第四批12月底前完成。",
        find=Waiting(_FIRST_WORDS, _turns),
    ),
    Rule(
        name="arithmetic.names_listed",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="「5个小区，即……」「4次，分别为……」后面列出的要和说的数一样多。",
        fires="涉及5个小区，即和平苑、振兴苑、纺织新村、机械厂宿舍，楼栋38栋。",
        passes="涉及4个小区，即和平苑、振兴苑、纺织新村、机械厂宿舍，楼栋38栋。",
        find=Waiting(_NAMED_WORDS, _listed),
    ),
)
