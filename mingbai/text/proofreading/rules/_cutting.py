"""How the common dictionary cuts a passage into words: once for all rules that ask."""

from collections.abc import Iterator
from itertools import accumulate, pairwise

from mingbai.text.dictionary import cut as cut
from mingbai.text.proofreading.model import Passage
from mingbai.text.records import record

# Chinese characters.
_FIRST, _LAST = "一", "鿿"
# So many characters on either side settle how a word at a place is cut.
_CONTEXT = 8
# The cutter makes a string of each word, so a long text is cut piece by piece.
_PIECE = 20_000


class _Heads(dict[int, bytes]):
    """A word of so many characters as marks: one where it begins, nought where it goes on."""

    def __missing__(self, length: int) -> bytes:
        return b"\1" + bytes(length - 1)


_heads = _Heads({length: b"\1" + bytes(length - 1) for length in range(1, 40)})


@record
class Cut:
    """A passage's words: `heads[i]` is 1 where the character `first + i` of the text begins a word."""

    text: str
    first: int
    heads: bytes

    def begins(self, at: int) -> bool:
        """Whether a word begins here, or the text outside the passage."""
        place = at - self.first
        return not 0 <= place < len(self.heads) or self.heads[place] == 1

    def through(self, start: int, end: int) -> bool:
        """Whether a word stands across an edge of `text[start:end]`, so that a match there is chance."""
        return not (self.begins(start) and self.begins(end))

    def words(self, start: int, end: int) -> list[str]:
        """The words of `text[start:end]`, of which one begins there and one ends."""
        heads = self.heads[start - self.first : end - self.first].split(b"\1")
        edges = [*accumulate((len(rest) + 1 for rest in heads[1:]), initial=start)]
        return [self.text[low:high] for low, high in pairwise(edges)]

    def around(self, start: int, end: int) -> list[tuple[int, int]]:
        """The words of the run of Chinese characters around `text[start:end]`: spans in order."""
        text, heads, first = self.text, self.heads, self.first
        low, high = start, end
        while low > max(first, start - _CONTEXT) and _FIRST <= text[low - 1] <= _LAST:
            low -= 1
        limit = min(first + len(heads), end + _CONTEXT)
        while high < limit and _FIRST <= text[high] <= _LAST:
            high += 1
        at = max(heads.rfind(b"\1", 0, low - first + 1), 0)
        spans = []
        while at < high - first:
            following = heads.find(b"\1", at + 1)
            following = following if following >= 0 else len(heads)
            spans.append((first + at, first + following))
            at = following
        return spans


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that end where a line does, as far as lines are no longer than a piece."""
    begin = 0
    while len(text) - begin > _PIECE:
        end = text.rfind("\n", begin, begin + _PIECE) + 1 or begin + _PIECE
        yield text[begin:end]
        begin = end
    yield text[begin:]


def _cut(passage: Passage) -> Cut:
    mark = _heads.__getitem__
    marks = (b"".join(map(mark, map(len, cut(piece)))) for piece in _pieces(passage.body))
    return Cut(passage.text, passage.start, b"".join(marks))


def cut_of(passage: Passage) -> Cut:
    return passage.once(_cut)
