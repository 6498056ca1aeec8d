"""Passages that stand twice in one document; between documents and files `proofreading.twins` looks."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from operator import add

from mingbai.text import lazy
from mingbai.text.model import Finding, Related
from mingbai.text.nearcopies import clusters
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.triggers import matches, sought

_LONGEST_TEXT = 400_000
_SENTENCE = sought(r"[^。；;！!\n]{14,300}[。；;！!]")
_LETTERS = lazy.pattern("[^一-鿿0-9]+")
# So many of the shorter, and of the longer, sentence's pairs of neighbouring characters stand in the other one too.
_ALIKE, _OF_THE_LONGER, _FEWEST_SHARED = 0.72, 0.52, 10
# A pair of characters in more sentences than this says nothing about any two of them.
_COMMON = 40
# By so many characters a sentence is named.
_BEGINNING = 12


def _within_document(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if passage.end - passage.start > _LONGEST_TEXT:
        return
    for cluster in clusters([passage.body]):
        places = sorted(cluster.places, key=lambda place: place.start)
        for place in places[1:]:
            start, end = passage.start + place.start, passage.start + place.end
            if passage.in_web_residue(start):
                continue
            others = tuple(
                Related(passage.start + other.start, passage.start + other.end, passage.source.file)
                for other in places
                if other is not place
            )
            said = f"这段话（{end - start} 个字）与本文前面的一段相同或几乎相同。"
            yield rule.finding(passage, start, end, said, suggestion="删去一处，或改写", related=others)


def _pairs(sentence: str) -> frozenset[str]:
    letters = _LETTERS.sub("", sentence)
    return frozenset(map(add, letters, letters[1:]))


def _said_again(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A sentence that says with nearly the same words what an earlier one said: both versions were kept."""
    if passage.end - passage.start > _LONGEST_TEXT:
        return
    earlier: list[tuple[re.Match[str], frozenset[str]]] = []
    standing: dict[str, list[int]] = {}
    for match in matches(passage, _SENTENCE):
        own = _pairs(match.group())
        if len(own) < _FEWEST_SHARED or passage.in_web_residue(match.start()):
            continue
        known = own & standing.keys()
        # Hardly any sentence shares so much even with all the earlier ones together.
        if len(known) >= max(_FEWEST_SHARED, _OF_THE_LONGER * len(own)):
            shared = Counter(chain.from_iterable(standing[pair][:_COMMON] for pair in known))
            count = max(shared.values())
            place = min(place for place, times in shared.items() if times == count)
            before, other = earlier[place]
            shorter, longer = sorted((len(own), len(other)))
            if count >= max(_FEWEST_SHARED, _ALIKE * shorter, _OF_THE_LONGER * longer):
                twin = Related(before.start(), before.end(), passage.source.file)
                said = f"与前面「{before[0][:_BEGINNING]}……」一句的意思和用词几乎相同。"
                yield rule.finding(
                    passage, match.start(), match.end(), said, suggestion="保留一句", related=(twin,)
                )
        for pair in own:
            standing.setdefault(pair, []).append(len(earlier))
        earlier.append((match, own))


RULES = (
    Rule(
        name="copy.said_again",
        category="near_duplicate_passage",
        severity="info",
        explain="同一文稿里两句话几乎相同，可能是改写时新旧两句都留下了。",
        fires="所有公开信息由经办人填写审核表，报分管领导签字后对外发布。全年无失泄密。"
        "所有公开的信息，均由经办人填写信息审核表，并报请分管领导签字后方可对外发布。",
        passes="公开栏贴什么，要由居民说了算；网站发什么，也要由居民说了算。",
        find=_said_again,
    ),
    Rule(
        name="copy.within_document",
        category="near_duplicate_passage",
        severity="info",
        explain="同一文稿里两段话相同或几乎相同，可能是复制时多贴了一遍。不足四十个字的不提示。",
        fires="我镇进一步公开办事程序、办事标准、办事结果，并在工作质量、态度、时效等方面作出承诺，不断增强工作透明度。\n"
        "全年工作有序开展。\n"
        "同时进一步公开办事程序、办事标准、办事结果，并在工作质量、态度、时效等方面作出承诺，不断增强工作透明度。",
        passes="我镇进一步公开办事程序、办事标准、办事结果。\n我镇全年召开政务公开工作会议四次，培训信息员三十人次。",
        find=_within_document,
    ),
)
