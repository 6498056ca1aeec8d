"""A word that is made like those beside it: 「居民提议、网格酝议、社区商议」, 「电话难打、表格难填、材料难备」."""

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage

_STOPS = lazy.pattern("[、，,。；;：:！？\\n“”‘’（）()]")
_AROUND, _LONGEST, _FEWEST = 48, 6, 2


def is_coined_alike(passage: Passage, start: int, end: int) -> bool:
    """Whether the item of a list in which the characters stand shares one, at its place from the end, with two others of its length
    while all differ in the rest: such words are coined for the list."""
    text = passage.text
    low, high = max(passage.start, start - _AROUND), min(passage.end, end + _AROUND)
    edges = [low - 1, *(mark.start() for mark in _STOPS.finditer(text, low, high)), high]
    place = next((at for at in range(len(edges) - 1) if edges[at] < start <= edges[at + 1]), None)
    if place is None:
        return False
    items = [text[left + 1 : right] for left, right in zip(edges, edges[1:], strict=False)]
    own = items[place]
    if not 2 <= len(own) <= _LONGEST or end > edges[place + 1]:
        return False
    others = [one for one in items[max(0, place - 3) : place + 4] if one != own and len(one) == len(own)]
    first = max(0, start - edges[place] - 2)
    return any(
        sum(other[at] == own[at] and other[at - 1 : at] != own[at - 1 : at] for other in others) >= _FEWEST
        for at in range(first, len(own))
    )
