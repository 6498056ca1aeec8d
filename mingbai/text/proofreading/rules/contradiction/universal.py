"""What is said of all, held against what is said of some: 「12个村按时更新，河东、河西两村未更新」 and 「全部村公开栏更新及时」."""

import re
from collections.abc import Iterator
from itertools import pairwise

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    PEOPLE,
    Amount,
    Statement,
    alike,
    amounts_in,
    related_statements,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.rules._universal import (
    ALL_WORDS,
    Claim,
    Some,
    claims,
    families_in,
    in_plans,
    is_of,
    letters_of,
    sentence_at,
    some,
    was_earlier,
    without_deeds,
)

# --- all, and some not ----------------------------------------------------------------------------------------------

_NOW = lazy.pattern("已|现|目前|整改|补齐|补发|随后|通过|经过|至此|最终|重新")
_FAR = 1500


def _all_and_some(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for claim in compared(passage.once(claims)):
        there = next((one for one in passage.once(some) if _clash(passage, claim, one)), None)
        if there:
            said = _said(passage, claim, there.start, there.end)
            yield from apart(rule, passage, (claim.start, claim.end), (there.start, there.end), said)


def _said(passage: Passage, claim: Claim, start: int, end: int) -> str:
    told, other = passage.text[claim.start : claim.end], passage.text[start:end]
    return f"一处说「{told}」，另一处说「{other}」，既说全部，又有例外，请核对。"


def _clash(passage: Passage, claim: Claim, one: Some) -> bool:
    if not claim.families & one.families or abs(one.start - claim.start) > _FAR:
        return False
    if claim.start <= one.start < claim.end or one.start <= claim.start < one.end:
        return False
    return is_of(claim.subject, one.sentence, _MOSTLY) and not _mended(passage, claim, one)


_MOSTLY = 0.6


def _mended(passage: Passage, claim: Claim, one: Some) -> bool:
    """Whether the exception was found first and then mended."""
    words = "".join(sentence_at(passage, claim.start, claim.start))
    return one.start < claim.start and (
        was_earlier(one.sentence)
        or _NOW.search(words) is not None
        and "\n" not in passage.text[one.end : claim.start]
    )


# --- all, and fewer done --------------------------------------------------------------------------------------------


def _all_and_fewer(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「提案12件，立案9件。……12件提案全部立案」."""
    told = passage.once(claims)
    if not told:
        return
    for sentence in passage.once(related_statements):
        for whole, done in pairwise(sentence.amounts):
            if not alike(whole, done) or not 0 < done.value < whole.value or whole.about or done.about:
                continue
            deeds = families_in(passage, done.label) if len(done.label) <= _SHORT else frozenset()
            deeds -= families_in(passage, whole.label)
            claim = next((one for one in told if _claims_all(one, sentence, whole, deeds)), None)
            if claim and not in_plans(passage, sentence.start):
                span = whole.start - min(len(whole.label), _SHORT), done.end
                yield from apart(rule, passage, (claim.start, claim.end), span, _said(passage, claim, *span))


# A label no longer than this has nothing but the deed; in a sentence of more figures all may be said of any of them.
_SHORT, _FEW = 6, 3


def _claims_all(claim: Claim, sentence: Statement, whole: Amount, deeds: frozenset[int]) -> bool:
    if not claim.families & deeds or abs(claim.start - whole.start) > _FAR:
        return False
    if claim.number and number_in(claim.number) != whole.value:
        return False
    inside = sentence.start <= claim.start < sentence.end
    if inside and len(sentence.amounts) > _FEW:
        return False
    at, last = claim.start - sentence.start, claim.end - sentence.start
    words = sentence.words[:at] + sentence.words[last:] if 0 <= at < len(sentence.words) else sentence.words
    return is_of(claim.subject, words, 1.0) or (inside and claim.bare and "；" not in sentence.words)


# --- all, and fewer than there are -------------------------------------------------------------------------------------


def _all_and_short(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「建档立卡贫困家庭学生4316人……惠及学生4120人，做到建档立卡贫困学生资助一个不漏」."""
    every = passage.once(amounts_in) if passage.once(claims) else []
    for claim in compared(passage.once(claims)):
        letters = letters_of(without_deeds(passage, claim.subject))
        if len(letters) < _LEAST:
            continue
        reached = [
            one for one in every if 0 <= claim.start - one.end <= _NEXT and one.unit in PEOPLE | {"户"}
        ]
        if len(reached) != 1 or re.search("[。；;\n]", passage.text[reached[0].end : claim.start]):
            continue
        there = next((one for one in every if _is_whole(passage, one, reached[0], letters)), None)
        if there:
            said = f"一处是{written(there.value, there.unit)}，这里是{written(reached[0].value, reached[0].unit)}，却说「{passage.text[claim.start : claim.end]}」，请核对。"
            yield from apart(
                rule, passage, (there.start, there.end), (reached[0].start, claim.end), said, doubted="later"
            )


_LEAST, _NEXT = 4, 4


def _is_whole(passage: Passage, one: Amount, reached: Amount, letters: str) -> bool:
    near = 0 < reached.start - one.end < _FAR and alike(one, reached)
    return (
        near
        and reached.value < one.value < 2 * reached.value
        and all(letter in one.label for letter in letters)
    )


_rule = hint_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "said_of_all_reached_fewer",
        "一共有多少人，做到的人数比它少，却说一个不漏。",
        "全县建档立卡贫困家庭学生4316人。全年惠及学生4120人，做到建档立卡贫困学生资助一个不漏。",
        "全县建档立卡贫困家庭学生4316人。全年惠及学生4316人，做到建档立卡贫困学生资助一个不漏。",
        Waiting(ALL_WORDS, _all_and_short),
    ),
    _rule(
        "said_of_all_not_of_some",
        "一处说全部、件件、一个不漏，另一处又写有几个没有做到。",
        "14个村中河东、河西两个村公开栏未更新。\n年底检查，全部村公开栏更新及时。",
        "14个村中河东、河西两个村公开栏未更新。\n其余村公开栏全部更新及时。",
        Waiting(ALL_WORDS, _all_and_some),
    ),
    _rule(
        "said_of_all_done_by_fewer",
        "收到12件只立案9件，另一处又说12件全部立案。",
        "大会收到提案12件，立案9件。\n12件提案全部立案办理。",
        "大会收到提案12件，立案9件。\n立案的9件全部办结。",
        Waiting(ALL_WORDS, _all_and_fewer),
    ),
)
