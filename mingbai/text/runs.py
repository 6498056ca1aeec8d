"""Which runs of two to four characters stand in edited official writing, and about how often: one mapped file.

`tools/letter_runs.py` makes the file. A run is known by the check sum of its characters: one strange run in some
four thousand is taken for a known one, which is as good as never for a sign among others. EDGE stands where
Chinese writing begins or ends.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from mingbai.text.levels import Levels
from mingbai.text.mapped import content_of

MAGIC = b"MBRUNS02"
# A count is kept as its logarithm in so many steps.
LEVELS = 16
EDGE = "，"
SHORTEST, LONGEST = 2, 4
FILE = Path(__file__).parent / "data/letter_runs.bin"


class Runs:
    def __init__(self, content: "memoryview | bytes") -> None:
        self._levels = Levels(content, MAGIC, tuple(level / LEVELS for level in range(256)), 0.0)
        # The natural logarithm of one more than how often a run stands there; 0 for one that does not, or once.
        self.often: Callable[[str], float] = self._levels.of

    def sums(self) -> frozenset[int]:
        """The check sums of all runs that are known."""
        return self._levels.sums()


def stands_in_official_writing(words: str) -> bool:
    """Whether edited official writing has these very words, at least twice; longer ones than a run are not known."""
    return SHORTEST <= len(words) <= LONGEST and shipped().often(words) > 0


def all_stand(words: str) -> bool:
    """Whether edited official writing has every run of four of these words, so that they are likely good as they are written."""
    often = shipped().often
    return all(often(words[at : at + LONGEST]) > 0 for at in range(max(1, len(words) - LONGEST + 1)))


@cache
def shipped() -> Runs:
    return Runs(content_of(FILE))
