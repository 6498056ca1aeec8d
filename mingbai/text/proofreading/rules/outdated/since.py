"""Words that nobody had said yet in the document's year: 「防止返贫监测」 in a plan of 2016, 「民法典」 in a report of 2012."""

from collections.abc import Iterator, Sequence

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry
from mingbai.text.proofreading.rules._lexicon import table

# A year told in the title may be the one that is looked back upon in the next.
_SPAN = 1


def _first(rows: Sequence[Entry]) -> dict[str, int]:
    return {word: row["since"] for row in rows for word in row["words"].split()}


_WORDS = table(("first_said",), _first)


def _not_yet(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year, written = passage.document.year, passage.document.written_on
    if year is None:
        return
    latest = max(year, written.year if written else 0)
    for start, end, since in _WORDS.matches(passage):
        if latest + (written is None) * _SPAN < since and not passage.in_web_residue(start):
            said = f"本文是{year}年的，「{passage.text[start:end]}」{since}年以后才有这个说法，请核对年份，或是否混入了后来的文字。"
            yield rule.finding(passage, start, end, said, suggestion="核对年份")


RULES = (
    Rule(
        name="outdated.not_yet_said",
        category="outdated_expression",
        severity="info",
        explain="2016年的材料里写「防止返贫监测」「民法典」，那时还没有这些说法，多为后来的文字混了进去。",
        fires="白杨镇2016年政务公开工作计划\n公开防止返贫监测情况。",
        passes="白杨镇2023年政务公开工作计划\n公开防止返贫监测情况。",
        find=_not_yet,
    ),
)
