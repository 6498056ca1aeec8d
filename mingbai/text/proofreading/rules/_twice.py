"""How a fact that is told twice and in two ways is reported: every rule about such facts reports it in this way."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal, TypeVar

from mingbai.text import lazy
from mingbai.text.model import Finding, Related, Severity
from mingbai.text.proofreading.model import Passage, Rule

T = TypeVar("T")
# No more places than this are held against a whole text: there may be as many as the text is long, and one that says the same
# over and over would take time with its square.
AT_MOST = 40
_NEAR = 36
_WHERE = lazy.pattern("「[^「」]*」|前面|这里")
_FROM_EARLIER = {"前面": "这里", "这里": "后面"}


def compared(places: Iterable[T]) -> Iterator[T]:
    """Those of the places that are held against the whole text each."""
    return islice(places, AT_MOST)


def _near(passage: Passage, start: int, end: int) -> bool:
    """Whether two places are so near that one remark shows both."""
    return end - start <= _NEAR and "\n" not in passage.text[start:end]


def _seen_from_earlier(where: re.Match[str]) -> str:
    return _FROM_EARLIER.get(where[0], where[0])


def apart(
    rule: Rule,
    passage: Passage,
    first: tuple[int, int],
    second: tuple[int, int],
    message: str,
    *,
    doubted: Literal["earlier", "later"] = "earlier",
) -> Iterator[Finding]:
    """A finding at the earlier of two places, where careful readers set their mark, and a hint at the later, of which the message
    speaks; one finding over both where they are near. 「前面是A，这里是B」 is said at the later and turned round for the earlier.
    Where the first telling is the one that a text goes by, how many villages it has, who holds a post, the later is `doubted`."""
    file = passage.source.file
    (start, end), (later, last) = sorted((first, second))
    if _near(passage, start, last):
        yield rule.finding(passage, start, last, message, related=(Related(start, end, file),))
        return
    said = f"后面有一处与这里不一致：{_WHERE.sub(_seen_from_earlier, message)}"
    at_earlier: Severity | None
    at_later: Severity | None
    at_earlier, at_later = (None, "info") if doubted == "earlier" else ("info", None)
    yield rule.finding(passage, start, end, said, severity=at_earlier, related=(Related(later, last, file),))
    yield rule.finding(passage, later, last, message, severity=at_later, related=(Related(start, end, file),))
