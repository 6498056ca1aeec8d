"""A mark of numbering that stands within a paragraph and is the only one of its kind in the text."""

from collections.abc import Iterator
from itertools import islice

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import meeting, warning_of
from mingbai.text.proofreading.rules._speaker import in_quotes
from mingbai.text.proofreading.triggers import matches, sought

_FIRST = sought(rf"(?<=[{HAN}）”][。；！])(?P<mark>[（(](?:一|1)[）)]|①|(?<![\d])1[.．、])(?=[{HAN}“《])")
# All marks of the kind, wherever they stand.
_KINDS = {
    "一": lazy.pattern(r"[（(][一二三四五六七八九十]{1,2}[）)]"),
    "1": lazy.pattern(r"[（(]\d{1,2}[）)]|(?<!\d)\d{1,2}[.．、](?!\d)"),
    "①": lazy.pattern(r"[①-⑳]"),
}


def _kinds_alone(passage: Passage) -> frozenset[str]:
    """The kinds of which the text has one mark."""
    return frozenset(
        kind for kind, marks in _KINDS.items() if len([*islice(marks.finditer(passage.body), 2)]) == 1
    )


def _lone(rule: Rule, passage: Passage) -> Iterator[Finding]:
    alone = _kinds_alone(passage)
    for match in matches(passage, _FIRST):
        letter = match["mark"].strip("（()）.．、")
        if in_quotes(passage, match.start()) or passage.in_web_residue(match.start()):
            continue
        if letter in alone:
            said = f"段落中间突然出现序号「{match['mark']}」，全文再没有同一层的序号，多为套用时没有删净。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="删去序号，或补上后面的各项")


_rule = warning_of("numbering", "numbering_gap")

RULES = (
    _rule(
        "lone_inside",
        "段落中间冒出一个「（一）」，前后都没有同级的序号，多为套用时没有删净。",
        "收集意见58条，全部建账销号。（一）群众的知情权得到了保障，渔民与干部的关系更加融洽。",
        "收集意见58条，全部建账销号。（一）群众的知情权得到了保障；（二）渔民与干部的关系更加融洽。",
        meeting(_lone, _FIRST),
    ),
)
