"""How readily a text is doubted: the more faults it has shown, the weaker a sign may be that is told.

A careless text is careless throughout. What the statistics of official writing find a little odd is good writing in nine
of ten places of a paper without faults, and a slip in one of five where every second sentence has one. So weak doubts are
kept apart (`Passage.faint`) and told as hints where faults stand thick, the likeliest first, two for each fault at most, and said to
be weak. Rules that have nothing but such doubts (`Rule.when_careless`) are asked only there.
"""

from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Faint

# What says how carefully sentences were written. Facts and names that do not agree do not, nor what stands around a text.
_OF_WRITING = frozenset({"typo", "punctuation_misuse", "numbering_gap", "encoding_damage", "truncated_text"})
# A text full of blanks is perhaps a form: they count for no more than the other faults.
_BLANK = "template_placeholder"
# So the message of a weak doubt begins.
WEAK = "把握不大："
# A hint is half as much as a warning; so many faults in 1,000 characters make a text careless, and one is not judged by less
# than a page. Of 180 clean papers three reach that, of 120 faulty ones all but one.
_WORTH = {"error": 1.0, "warning": 1.0, "info": 0.5}
_CARELESS, _PAGE = 4.0, 400
# Of the findings that begin before a place so many are looked at for one that reaches it.
_NEAREST, _FAR = 16, 1 << 40
# So many faint doubts for each fault. On real pages that no rule was made from one in five of them meets a fault that nothing else
# finds, in careless texts made by hand one in eight to eleven, of the second for each fault as of the first (docs/adr/0008).
_FOR_EACH = 2.0


def is_careless(found: Sequence[Finding], length: int) -> bool:
    """Whether a text of `length` characters in which these faults stand, each once, was written carelessly."""
    return _faults(found) * 1000 >= _CARELESS * max(length, _PAGE)


def told(faint: Sequence[Faint], found: Sequence[Finding], length: int) -> Iterator[Finding]:
    """The faint doubts of a passage of `length` characters that `found`, each fault once, makes likely."""
    if not is_careless(found, length):
        return
    taken = sorted({(one.start, one.end) for one in found})
    room = int(_faults(found) * _FOR_EACH)
    for doubt in sorted(faint, key=lambda one: (-one.odds, one.finding.start)):
        if not room:
            return
        span = doubt.finding.start, doubt.finding.end
        if not _meets(span, taken):
            yield replace(doubt.finding, message=WEAK + doubt.finding.message, weak=True)
            insort(taken, span)
            room -= 1


def _meets(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a span touches one of those in order; of very long ones only the nearest are looked at."""
    at = bisect_right(taken, (span[1], _FAR))
    return any(end >= span[0] for _, end in taken[max(0, at - _NEAREST) : at])


def _faults(found: Sequence[Finding]) -> float:
    """How many faults of writing were found."""
    worth = {True: 0.0, False: 0.0}
    for one in found:
        if one.category in _OF_WRITING or one.category == _BLANK:
            worth[one.category == _BLANK] += _WORTH[one.severity]
    return worth[False] + min(worth[True], worth[False])
