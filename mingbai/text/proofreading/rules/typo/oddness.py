"""Places where a clause reads badly: a doubt, of which only careless texts are told."""

from collections.abc import Iterator
from functools import lru_cache

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Faint, Passage, Rule
from mingbai.text.proofreading.rules._knowledge import is_quoted
from mingbai.text.proofreading.rules._misfits import knowledge
from mingbai.text.proofreading.rules._misplaced import before_number, in_term
from mingbai.text.proofreading.rules._naming import surnames
from mingbai.text.proofreading.rules._oddness import Place, odds, places_in, shipped
from mingbai.text.proofreading.rules._signs import OFTEN, count_near

# From which odds on it is told (see tools/oddness_weights.py): some four places in 1,000 characters of careless text.
_LIMIT = -1.5
# Compared with the doubts of other rules, whose odds are those of a usual text.
_COMPARED = -0.5
_RUN = lazy.pattern("[一-鿿]{4,}")
# So many characters beside the word are quoted with it.
_BESIDE = 2
_MEMORY = 20_000
_SAID = "「{}」读来不顺，公文里少有这样的说法，疑有漏字、多字或搭配不当，请核对。"


@lru_cache(maxsize=_MEMORY)
def _oddest(run: str) -> tuple[float, int, int] | None:
    """The odds of the oddest word of a run, and where it stands."""
    weights = shipped()
    found: list[tuple[float, Place]] = []
    for place in places_in(run):
        worth = odds(place.signs, weights)
        if worth >= _LIMIT:
            found.append((worth, place))
    if not found:
        return None
    worth, place = max(found, key=lambda one: one[0])
    return worth, place.start, place.end


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    passage.faint.extend(_doubts(rule, passage))
    return iter(())


def _doubts(rule: Rule, passage: Passage) -> Iterator[Faint]:
    for offset, line in passage.prose:
        for run in _RUN.finditer(line):
            oddest = _oddest(run[0])
            if oddest is None:
                continue
            worth, low, high = oddest
            begin = offset + run.start()
            start, end = begin + max(0, low - _BESIDE), begin + min(len(run[0]), high + _BESIDE)
            if not (_is_set(passage, begin + low, begin + high) or _is_excused(passage, start, end)):
                message = _SAID.format(passage.text[start:end])
                yield Faint(worth + _COMPARED, rule.finding(passage, start, end, message))


def _is_set(passage: Passage, start: int, end: int) -> bool:
    """Whether the word belongs to a term of the lists or to a document's number."""
    return in_term(passage.text, knowledge(passage), start, end) or before_number(passage.text, end)


def _is_excused(passage: Passage, start: int, end: int) -> bool:
    """Whether a name stands there, quoted words, or what the text says again and again."""
    text = passage.text
    if passage.in_web_residue(start) or is_quoted(text, start, end):
        return True
    return text[start] in surnames(passage) or count_near(passage, text[start:end], start) >= OFTEN


RULES = (
    Rule(
        name="typo.reads_badly",
        category="typo",
        severity="info",
        explain="一处前后几个词的连用，公文里少有，读来像漏了字、多了字或搭配不当。由公文用字的统计学得，说不出错在哪里，只在错误较多的文稿里提示，写明“把握不大”。不需要时可以关闭。",
        fires="村务监督委员会对收支逐笔核。本年度没有因信息公开引发的议。",
        passes="坚持以公开为常态、不公开为例外，进一步提高政策的知晓率和群众的满意度。",
        find=_find,
        when_careless=True,
    ),
)
