"""Doubts of lists about words that are good elsewhere: told only where a text has shown many faults.

A list of what is put for a phrase holds forms that are wrong wherever they stand and forms that good writing has too. Of the
latter one in three was a slip in texts written carelessly, and hardly one in good papers.
"""

from collections.abc import Iterator

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Faint, Passage
from mingbai.text.runs import all_stand

# The odds (logarithm) of a form that official writing has never, and of one that it has.
_NEVER_WRITTEN, _WRITTEN = 0.5, -1.0


def sure_alone(passage: Passage, found: Finding) -> Iterator[Finding]:
    """The finding where it is more than a hint; a hint is laid aside with its odds."""
    if found.severity != "info":
        yield found
    else:
        lay_aside(passage, found)


def unless_written(passage: Passage, found: Finding) -> Iterator[Finding]:
    """The finding, but a hint on words that official writing has as they stand is laid aside."""
    if found.severity == "info" and all_stand(found.quote):
        lay_aside(passage, found)
    else:
        yield found


def lay_aside(passage: Passage, found: Finding) -> None:
    odds = _WRITTEN if all_stand(found.quote) else _NEVER_WRITTEN
    passage.faint.append(Faint(odds, found))
