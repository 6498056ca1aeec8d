"""Items chosen from a longer list, which keep the numbers they have there."""

from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.outline import slips
from mingbai.text.proofreading.structure import Marker

_CHOSEN = 2


def chosen_items(passage: Passage) -> set[int]:
    """Where items stand that were chosen from a longer list: 「2.」 「4.」 「7.」 jump at each step."""
    jumps = {slip.marker.start: slip for slip in passage.once(slips) if slip.kind == "gap" and slip.previous}
    if len(jumps) < _CHOSEN:
        return set()
    stepped, steps = _steps(passage)
    found: set[int] = set()
    for start, slip in jumps.items():
        before = jumps.get(slip.previous.start) if slip.previous else None
        if before is None or start in steps:
            continue
        first = before.previous
        if before.marker.start in found or (first is not None and first.start not in stepped):
            found |= {before.marker.start, start}
    return found


def _steps(passage: Passage) -> tuple[set[int], set[int]]:
    """The items that stand next after the one before them of their kind, and those that are followed by the next one."""
    last: dict[str, Marker] = {}
    stepped, steps = set[int](), set[int]()
    for marker in passage.markers:
        before = last.get(marker.family)
        if before is not None and before.number == marker.number - 1:
            stepped.add(marker.start)
            steps.add(before.start)
        last[marker.family] = marker
    return stepped, steps
