"""Passages that stand twice in one document; between documents and files `proofreading.twins` looks."""

from collections.abc import Iterator

from mingbai.text.model import Finding, Related
from mingbai.text.nearcopies import clusters
from mingbai.text.proofreading.model import Passage, Rule

_LONGEST_TEXT = 400_000


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


RULES = (
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
