"""Shares of one whole, which together are no more than it."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.quantities import sentences_with_figures, shown
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


def _share_sums(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if not any(map(passage.body.__contains__, "%％")):
        return
    for sentence in passage.once(sentences_with_figures):
        found = list(SHARE.finditer(sentence.words))
        whole = sum(float(match["percent"]) for match in found)
        if _MANY_CHOICES.search(passage.text, max(passage.start, sentence.start - 60), sentence.start + 60):
            continue
        if len(found) > 2 and whole > 100 + _rounding(found) and _of_one_whole(sentence.words, found):
            start, end = sentence.start + found[0].start(), sentence.start + found[-1].end()
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
