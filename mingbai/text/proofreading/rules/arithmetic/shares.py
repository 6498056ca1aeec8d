"""Shares of one whole, which together are no more than it."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.quantities import Quantity, Sentence, sentences_with_figures, shown
from mingbai.text.proofreading.rules._knowledge import given
from mingbai.text.proofreading.rules.arithmetic.inconsistency import SHARE


def _rounding(shares: list[re.Match[str]]) -> float:
    """By how much the shares may exceed the whole because each was rounded up."""
    return 0.1 + sum(0.5 / 10.0 ** len(match["percent"].partition(".")[2]) for match in shares)


# Whoever answers may choose several answers, and the shares add up to more than the whole.
_MANY_CHOICES = lazy.pattern("多选|可多选|复选|不止一项|多项选择|[两二三]项以上|可选|任选")
# One is a woman, a member of the party and young; and whoever is very content is content.
_OVERLAPPING = lazy.pattern(
    "女|男|党员|岁|学历|本科|大专|职称|少数民族|骨干|持证|退役|一肩挑|满意|知晓|了解|在职|返乡|留守|残疾|低保|脱贫"
)
# Shares of unlike wholes: 「占耕地的64.8%」, 「占旱地的41.7%」.
_BASE = lazy.pattern(r"^占(?P<base>[^，,。；;\d]{2,10}?)的?\d")


def _of_one_whole(words: str, shares: Sequence[re.Match[str]]) -> bool:
    """Whether the shares can be asked to make up one whole."""
    kinds, before = set(), 0
    for share in shares:
        kinds |= set(_OVERLAPPING.findall(words, before, share.start()))
        before = share.end()
    bases = {base["base"] for share in shares if (base := _BASE.match(share[0]))}
    values = [float(share["percent"]) for share in shares]
    nested = abs(2 * max(values) - sum(values)) <= _rounding(
        list(shares)
    )  # 「满意93%，非常满意60%，基本满意33%」
    return len(kinds) <= 1 and len(bases) <= 1 and not nested


def _wholes(part: Quantity, share: re.Match[str]) -> tuple[float, float]:
    """Between which figures the whole lies of which the part is this share."""
    told, digits = float(share["percent"]), len(share["percent"].partition(".")[2])
    off = 0.5 / 10.0**digits + 0.01
    return 100 * part.value / (told + off), 100 * part.value / max(told - off, off)


def _odd_one(sentence: Sentence, shares: Sequence[re.Match[str]]) -> tuple[int, int] | None:
    """Where the one share stands that is of another whole than all the others: 「150条占56%，16条占6%，102条占48%」."""
    parts: list[Quantity] = []
    for share in shares:
        at = sentence.start + share.start()
        part = next((one for one in reversed(sentence.quantities) if one.end <= at and one.unit != "%"), None)
        if part is None or (parts and part is parts[-1]):
            return None
        parts.append(part)
    told = [*map(_wholes, parts, shares)]
    odd = [place for place in range(len(told)) if _meet(told[:place] + told[place + 1 :])]
    if len(odd) != 1:
        return None
    return parts[odd[0]].start, sentence.start + shares[odd[0]].end()


def _meet(told: Sequence[tuple[float, float]]) -> bool:
    return max(low for low, _ in told) <= min(high for _, high in told)


def _share_sums(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if not any(map(passage.body.__contains__, "%％")):
        return
    for sentence in passage.once(sentences_with_figures):
        found = list(SHARE.finditer(sentence.words))
        whole = sum(float(match["percent"]) for match in found)
        if _MANY_CHOICES.search(passage.text, max(passage.start, sentence.start - 60), sentence.start + 60):
            continue
        if len(found) > 2 and whole > 100 + _rounding(found) and _of_one_whole(sentence.words, found):
            start, end = _odd_one(sentence, found) or (
                sentence.start + found[0].start(),
                sentence.start + found[-1].end(),
            )
            yield rule.finding(
                passage, start, end, f"各项占比相加是{shown(whole)}%，超过100%。", suggestion="核对各项占比"
            )


RULES = (
    Rule(
        name="arithmetic.share_sum",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="同一句里各项占比相加不应超过100%。",
        fires="政策类40条占40%，财政类40条占40%，其他30条占30%。",
        passes="政策类40条占40%，财政类30条占30%，其他30条占30%。",
        find=given(sentences_with_figures, _share_sums),
    ),
)
