"""How readily a text is doubted: the more faults it has shown, the weaker a sign may be that is told.

A careless text is careless throughout. What the statistics of official writing find a little odd is good writing in nine
of ten places of a paper without faults, and a slip in one of five where every second sentence has one. So weak doubts are
kept apart (`Passage.faint`) and told as hints where faults stand thick, the likeliest first, no more than faults, and said to be weak.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Faint

# So the message of a weak doubt begins.
WEAK = "把握不大："
# What says nothing of how carefully the sentences were written: what stands around them, and facts that do not agree.
_NO_SIGN = frozenset(
    {
        "web_residue",
        "personal_data",
        "near_duplicate_passage",
        "internal_contradiction",
        "arithmetic_inconsistency",
        "wrong_year_or_date",
    }
)
# A hint is half as much as a warning; so many faults in 1,000 characters make a text careless, and one is not judged by less
# than a page. Of 180 clean papers three reach that, of 120 faulty ones all but one.
_WORTH = {"error": 1.0, "warning": 1.0, "info": 0.5}
_CARELESS, _PAGE = 4.0, 400
# So many faint doubts for each fault. On real pages that no rule was made from one in five of them meets a fault that nothing else
# finds, of the last as of the first; in careless texts made by hand one in ten.
_FOR_EACH = 1.0


def told(faint: Sequence[Faint], found: Sequence[Finding], length: int) -> Iterator[Finding]:
    """The faint doubts of a passage of `length` characters that `found` makes likely."""
    shown = _faults(found)
    if shown * 1000 < _CARELESS * max(length, _PAGE):
        return
    taken = [(one.start, one.end) for one in found]
    room = int(shown * _FOR_EACH)
    for doubt in sorted(faint, key=lambda one: (-one.odds, one.finding.start)):
        start, end = doubt.finding.start, doubt.finding.end
        if room and not any(low <= end and start <= high for low, high in taken):
            yield replace(doubt.finding, message=WEAK + doubt.finding.message)
            taken.append((start, end))
            room -= 1


def _faults(found: Sequence[Finding]) -> float:
    """How many faults were found, those that several rules saw counted once."""
    places: dict[int, float] = {}
    for one in found:
        if one.category not in _NO_SIGN:
            places[one.start] = max(places.get(one.start, 0.0), _WORTH[one.severity])
    return sum(places.values())
