"""A passage's own lines as the words that the statistics know: cut once for all rules that weigh words which meet."""

from collections.abc import Sequence
from itertools import chain

from mingbai.text import dictionary
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._misfits import knowledge

# A line is read in pieces of so many characters.
_PIECE = 4_000
# Where a piece begins in the text, and its words.
Piece = tuple[int, list[str]]


def pieces_of(passage: Passage) -> tuple[Piece, ...]:
    parts, whole = knowledge(passage).parts, cut_of(passage)
    found: list[Piece] = []
    for offset, line in passage.prose:
        for low in range(0, len(line), _PIECE):
            if len(line) <= _PIECE and _is_apart(passage, offset, line):
                cut: Sequence[str] = whole.words(offset, offset + len(line))
            else:
                cut = dictionary.cut(line[low : low + _PIECE])
            found.append((offset + low, list(chain.from_iterable(map(parts.__getitem__, cut)))))
    return tuple(found)


def _is_apart(passage: Passage, offset: int, line: str) -> bool:
    """Whether a line is cut as it is among others: nothing stands against it that could be of its first or last word."""
    text = passage.text
    before, behind = (
        text[max(passage.start, offset - 1) : offset],
        text[(end := offset + len(line)) : min(end + 1, passage.end)],
    )
    return not dictionary.goes_on(before) and not dictionary.goes_on(behind)
