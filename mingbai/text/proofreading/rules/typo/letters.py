"""One character lost, one too many, one for another, two the other way round, told by the runs that official writing has."""

from collections.abc import Iterator
from functools import lru_cache

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Faint, Passage, Rule
from mingbai.text.proofreading.rules._coined import is_coined_alike
from mingbai.text.proofreading.rules._knowledge import is_quoted
from mingbai.text.proofreading.rules._letters import LOST, REPLACED, SURPLUS, TURNED, Slip, relief, slips_in
from mingbai.text.proofreading.rules._misfits import Knowledge, knowledge
from mingbai.text.proofreading.rules._misplaced import in_term
from mingbai.text.proofreading.rules._naming import surnames
from mingbai.text.proofreading.rules._signs import OFTEN, count_near
from mingbai.text.proofreading.rules._word_parts import CLOSES_NOUN

# What is added, and what each sign of a slip is worth: first in the order of `_letters` alone, which sorts out what is looked
# at more closely, then with the signs of `relief` behind them. Fitted by logistic regression on our own papers with slips
# planted at random, half of them counted and half of them not: `python -m tools.letter_weights`.
_FIRST = {
    LOST: (-3.4, -0.187, -0.187, -0.341, -0.341, 0.0, 0.0, 0.049, -0.054, 0.263, -0.089, 0.631, -0.28, 1.671, 1.667, 1.02, 0.62, 0.123),
    TURNED: (-2.906, -0.508, -0.114, -0.47, -0.35, 0.0, 0.0, 0.386, 0.067, 0.514, -0.199, 0.253, 0.034, 0.895, 1.123, 0.471, 0.491, 0.25),
    SURPLUS: (-3.62, -0.837, 0.417, -0.922, -0.353, 0.0, 0.0, 0.171, 0.171, 0.48, -0.205, 0.428, -0.114, 0.654, 0.638, 0.343, 0.197, 0.435),
    REPLACED: (-4.096, -0.582, -0.05, -1.276, 0.008, 0.0, 0.0, 0.237, -0.049, 0.708, -0.415, 0.604, -0.207, 1.297, 1.306, 0.007, 0.171, 0.298),
}  # fmt: skip
_ALL = {
    LOST: (-1.375, -0.083, -0.083, -0.167, -0.167, 0.0, 0.0, 0.055, -0.018, 0.018, -0.079, 0.133, -0.128, 0.08, 0.293, 0.284, -0.237, 0.11, 1.082, -0.358, 0.151),
    TURNED: (-4.119, -0.068, -0.27, 0.038, -0.406, 0.0, 0.0, 0.088, 0.029, 0.124, 0.074, 0.052, 0.187, 0.174, 0.444, 0.377, 0.599, 0.273, 0.913, -0.046, -0.076),
    SURPLUS: (-8.778, -0.093, -0.161, -0.662, 0.262, 0.0, 0.0, -0.042, -0.042, 0.108, 0.056, 0.082, 0.079, 0.726, 0.906, 1.05, 0.733, 0.286, 1.537, -0.311, -0.229),
    REPLACED: (-5.285, -0.023, -0.163, -0.529, 0.081, 0.0, 0.0, -0.063, 0.024, 0.197, -0.11, 0.023, 0.423, 0.176, 0.061, -0.216, 0.09, 0.307, 1.313, -0.024, -0.301),
}  # fmt: skip
_LOOKED_AT = -3.0
# From which odds on there is a warning and a hint. With 1.4 for what is lost and 2.3 for what is left over good papers had twice and three
# times as many hints, and of those of the open texts below these limits one in four met a fault, as at places chosen by chance.
_LIMITS = {LOST: (5.0, 2.3), TURNED: (5.0, 2.0), SURPLUS: (8.0, 4.0), REPLACED: (8.0, 1.8)}
# From which odds on a text full of faults is told of them.
_FAINT, _NEVER = -1.0, -99.0
_SAID = {
    LOST: "「{}」疑为「{}」，漏了「{}」。",
    TURNED: "「{}」疑为「{}」，两个字颠倒了。",
    SURPLUS: "「{}」疑为「{}」，多了「{}」。",
    REPLACED: "「{}」疑为「{}」之误。",
}
_RUN = lazy.pattern("[一-鿿]{2,}")
# A name may hold any characters: those before the word for its kind, and numerals.
_OF_PLACE = lazy.pattern("[一-鿿]{0,2}(?:[县镇乡村市州街路区寨屯湾河山沟庄桥组坝]|社区|学校)")
_NUMERALS = frozenset("零一二三四五六七八九十百千万亿两几多余元")
_SHORTEST, _MEMORY = 3, 50_000
_AROUND = 2
_TERM, _LONGEST_NAME = 2, 4
# What posts end in: 「组长李拔群」.
_BEFORE_NAMES = frozenset("长任记员师授事席")


@lru_cache(maxsize=_MEMORY)
def _likely(run: str, known: Knowledge) -> tuple[tuple[float, Slip], ...]:
    """The slips of a run that are worth a hint, with their odds, none over another; the likeliest win."""
    worth = [(odds, slip) for slip in slips_in(run, known.confused) if (odds := _odds(run, slip)) >= _FAINT]
    worth.sort(key=lambda found: -found[0])
    kept: list[tuple[float, Slip]] = []
    taken: set[int] = set()
    for odds, slip in worth:
        if slip.at not in taken:
            kept.append((odds, slip))
            taken.update(range(slip.at - _AROUND, slip.at + _AROUND + 1))
    return tuple(kept)


def _odds(run: str, slip: Slip) -> float:
    if _sum(_FIRST[slip.kind], slip.signs) < _LOOKED_AT:
        return _NEVER
    return _sum(_ALL[slip.kind], (*slip.signs, *relief(run, slip)))


def _sum(weights: tuple[float, ...], signs: tuple[float, ...]) -> float:
    return weights[0] + sum(map(float.__mul__, weights[1:], signs))


def _slips(passage: Passage) -> tuple[tuple[int, int, float, Slip], ...]:
    """The slips of a passage: where the run begins and ends, the odds, the slip."""
    found, known, text = [], knowledge(passage), passage.text
    for offset, line in passage.prose:
        for match in _RUN.finditer(line):
            start, end = offset + match.start(), offset + match.end()
            if passage.in_web_residue(start):
                continue
            found += [
                (start, end, odds, slip)
                for odds, slip in _likely(match[0], known)
                if not _is_excused(passage, (start, end), slip)
                and not (slip.kind == REPLACED and in_term(text, known, start + slip.at, start + slip.at + 1))
            ]
    return tuple(found)


def _is_excused(passage: Passage, run: tuple[int, int], slip: Slip) -> bool:
    """Whether a name or a number stands there, words that the text says again and again, or quoted ones."""
    text, at = passage.text, run[0] + slip.at
    end = at + slip.length
    changed = slip.written + text[at:end]
    if not _NUMERALS.isdisjoint(changed) or is_quoted(text, at, end):
        return True
    if _OF_PLACE.match(text, at, min(end + _AROUND + 1, run[1])):
        return True
    if slip.kind == LOST and (run[1] - run[0] <= _SHORTEST or (at == run[1] - 1 and text[at] in CLOSES_NOUN)):
        # 「促改革」, 「服务量」
        return True
    if slip.kind != REPLACED and (
        text[run[1] : run[1] + 1].isdigit()
        and end >= run[1] - 1
        or text[max(run[0] - 1, 0)].isdigit()
        and at <= run[0] + 1
    ):
        # 「共156条」: the figure belongs to what is said.
        return True
    if slip.kind == REPLACED and _may_be_rare(passage, run, at):
        return True
    near = text[max(run[0], at - 1) : min(end + 1, run[1])]
    return len(near) > 1 and count_near(passage, near, at) >= OFTEN and slip.kind != LOST


def _may_be_rare(passage: Passage, run: tuple[int, int], at: int) -> bool:
    """Whether a name stands there, or a term of two characters between marks: 「盘盈、盘亏」."""
    named = _first_is_surname(passage, run[0]) and run[1] - run[0] <= _LONGEST_NAME
    return run[1] - run[0] <= _TERM or named or any(_first_is_surname(passage, at - back) for back in (1, 2))


def _first_is_surname(passage: Passage, at: int) -> bool:
    """Whether a name may begin there: a surname behind a post or at the edge of writing."""
    before = passage.text[at - 1 : at]
    return passage.text[at : at + 1] in surnames(passage) and (
        before in _BEFORE_NAMES or not "一" <= before <= "鿿"
    )


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    kind = rule.name.removeprefix("typo.letter_")
    text = passage.text
    for low, high, odds, slip in passage.once(_slips):
        if slip.kind != kind:
            continue
        at = low + slip.at
        start, end = max(low, at - _AROUND), min(high, at + slip.length + _AROUND)
        meant = text[start:at] + slip.written + text[at + slip.length : end]
        sure = odds >= _LIMITS[kind][0] and not is_coined_alike(passage, at, at + slip.length)
        severity: Severity = rule.severity if sure else "info"
        said = _SAID[kind].format(text[start:end], meant, slip.written or text[at : at + slip.length])
        found = rule.finding(passage, start, end, said, suggestion=meant, severity=severity)
        if odds >= _LIMITS[kind][1]:
            yield found
        else:
            passage.faint.append(Faint(odds, found))


RULES = (
    Rule(
        name="typo.letter_lost",
        category="typo",
        severity="warning",
        explain="公文里几乎没有的几个字连在一起，补上一个字就成了常用的说法，如「办公室的日工作」「监督制不健全」。按公文用字的统计判断，多只作提示。",
        fires="具体负责全镇政务公开的日工作，监督制不健全。",
        passes="具体负责全镇政务公开的日常工作，监督机制不健全。",
        find=_find,
    ),
    Rule(
        name="typo.letter_turned",
        category="typo",
        severity="info",
        explain="相邻的两个字颠倒过来就成了公文里常用的说法，如「期定报告」「规化范」。按公文用字的统计判断，拿不准的只作提示。",
        fires="期定向村民代表会议报告，规化范了程序。",
        passes="定期向村民代表会议报告，规范化管理，产量高、质量好。",
        find=_find,
    ),
    Rule(
        name="typo.letter_surplus",
        category="typo",
        severity="warning",
        explain="公文里几乎没有的几个字连在一起，去掉一个字就成了常用的说法，如「进一强步加强」。按公文用字的统计判断，拿不准的只作提示。",
        fires="进一强步加强组织领导，提高政府的工作作效率。",
        passes="进一步加强组织领导，提高政府的工作效率。",
        find=_find,
    ),
    Rule(
        name="typo.letter_replaced",
        category="typo",
        severity="warning",
        explain="公文里几乎没有的几个字连在一起，换上同音、近音或形近的一个字就成了常用的说法，如「禁绕区」「载止年底」。按公文用字的统计判断，拿不准的只作提示。",
        fires="载止11月底，全镇划定秸秆禁绕区，拔付补助资金。",
        passes="截止11月底，全镇划定秸秆禁烧区，拨付补助资金。",
        find=_find,
    ),
)
