"""Marks behind a heading that is a line of its own: 「一、指导思想：」."""

import re
from collections import Counter
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.structure import read_marker
from mingbai.text.records import record

_TITLE_STOP = lazy.pattern(
    rf"^[ \t\u3000]*(?:[一二三四五六七八九十]{{1,3}}、|[（(][一二三四五六七八九十]{{1,3}}[）)])[{HAN}、，,（）()“”]{{2,24}}(?<!以下事项)(?<!以下规定)(?<!如下)(?P<mark>[。：；:;])[ \t]*$",
    re.MULTILINE,
)
# What stands before in a line as long as this is a paragraph, no item.
_A_PARAGRAPH = 30
# So far around a heading the lines are looked at.
_BEHIND, _BEFORE = 60, 400
# Whoever ends so many headings alike does so on purpose.
_HABIT = 3


@record
class _Heading:
    family: str
    mark: str
    at: int
    # The lines before and behind.
    before: str
    behind: str

    @property
    def is_item(self) -> bool:
        """One of a list, what leads to one, 「绕行路线：」, or nothing that stands between two lines."""
        if not (self.before and self.behind):
            return True
        if _family_of(self.behind) == self.family or (self.mark in "：:" and _family_of(self.behind)):
            return True
        after_item = self.mark == "。" or self.before[-1] in "；;" or len(self.before) < _A_PARAGRAPH
        return _family_of(self.before) == self.family and after_item


def _headings(passage: Passage) -> Iterator[_Heading]:
    text = passage.text
    for match in _TITLE_STOP.finditer(text, passage.start, passage.end):
        start, end = match.span()
        before = text[max(passage.start, start - _BEFORE) : start].rstrip().rpartition("\n")[2].strip()
        behind = text[end : end + _BEHIND].lstrip()
        family = _family_of(match[0].strip())
        if family:
            yield _Heading(family, match["mark"], match.start("mark"), before, behind)


def _family_of(line: str) -> str:
    marker = read_marker(line)
    return marker[0] if marker else ""


def _stop_behind_title(rule: Rule, passage: Passage) -> Iterator[Finding]:
    headings = [*_headings(passage)]
    alike = Counter((one.family, one.mark) for one in headings)
    for one in headings:
        usual = alike[one.family, one.mark] >= _HABIT
        if not (usual or one.is_item or passage.in_web_residue(one.at)):
            yield rule.finding(passage, one.at, one.at + 1, "单独成行的标题末尾不用标点。", suggestion="删去")


RULES = (
    Rule(
        name="punctuation.stop_behind_title",
        category="punctuation_misuse",
        severity="info",
        explain="单独成行的标题末尾不用句号、冒号（GB/T 9704、GB/T 15834）。标题后面接着正文的除外。",
        fires="计划生育工作计划\n一、指导思想：\n以习近平新时代中国特色社会主义思想为指导。",
        passes="一、指导思想\n以习近平新时代中国特色社会主义思想为指导。\n（一）加强领导。各村要明确专人。\n1.党员；\n2.群众。",
        find=_stop_behind_title,
    ),
)
