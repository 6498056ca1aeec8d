"""How oddly a word stands among its neighbours, weighed by a few hundred learnt numbers.

The signs are how often official writing has the runs of two to four characters that reach over the edges of a word and
of the two words on either side, how common these five words are, and whether they are said twice in the clause.
`tools/oddness_weights.py` learns how much each sign counts together with others: one layer of sixteen sums, each of which
speaks only above nought, and one sum of these. That is plain arithmetic on lists, no library and no other process.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import mul
from pathlib import Path

from mingbai.text import dictionary, runs, statistics
from mingbai.text.mapped import content_of, numbers
from mingbai.text.records import record
from mingbai.text.runs import EDGE

FILE = Path(__file__).parents[2] / "data/oddness.bin"
MAGIC = b"MBREAD01"
# A number is kept as whole thousandths, from the middle of what two bytes hold.
STEPS, MIDDLE = 1000, 1 << 15
# So many words on either side are looked at.
AROUND = 2
_OF_WORD = 6
_OF_EDGE = 4
SIGNS = _OF_WORD * (2 * AROUND + 1) + _OF_EDGE * (2 * AROUND + 2)
_NO_WORD = (0.0,) * _OF_WORD
_NO_EDGE = (0.0,) * _OF_EDGE
_LONG = 2
_COMMON = 64.0
Signs = tuple[float, ...]


@record
class Weights:
    """What each hidden sum gives each sign, its own constant, and what the last sum gives each hidden one."""

    rows: tuple[tuple[float, ...], ...]
    constants: tuple[float, ...]
    last: tuple[float, ...]
    constant: float


@record
class Place:
    """The word from `start` to `end` of a run of Chinese characters, with its signs."""

    start: int
    end: int
    signs: Signs


def places_in(run: str) -> Iterator[Place]:
    """The words of a run at which official writing does not have some run of three characters."""
    words = list(dictionary.cut(run))
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word))
    edges = [_NO_EDGE] * AROUND + _edges(f"{EDGE}{run}{EDGE}", starts) + [_NO_EDGE] * AROUND
    counted, within = Counter(words), _words_with(words)
    own = [_of_word(word, counted, within) for word in words]
    said = [_NO_WORD] * AROUND + own + [_NO_WORD] * AROUND
    for at, word in enumerate(words):
        left, right = edges[at + AROUND], edges[at + AROUND + 1]
        if left[1] and left[2] and right[1] and right[2]:
            continue
        signs = [sign for edge in edges[at : at + 2 * AROUND + 2] for sign in edge]
        signs += [sign for other in said[at : at + 2 * AROUND + 1] for sign in other]
        yield Place(starts[at], starts[at] + len(word), tuple(signs))


def _edges(text: str, starts: Sequence[int]) -> list[Signs]:
    """How often the runs stand that reach over each edge of a word; `text` has a mark before and behind."""
    often = runs.shipped().often
    found = list[Signs]()
    for start in starts:
        at = start + 1
        two = often(text[at - 1 : at + 1])
        before = often(text[at - 2 : at + 1]) if two and at > 1 else 0.0
        behind = often(text[at - 1 : at + 2]) if two and at + 1 < len(text) else 0.0
        found.append((two, before, behind, often(text[at - 2 : at + 2]) if before and behind else 0.0))
    return found


def _words_with(words: Sequence[str]) -> dict[str, frozenset[str]]:
    """By character the words of two and more that have it."""
    found = defaultdict[str, set[str]](set)
    for word in set(words):
        for letter in word if len(word) > 1 else "":
            found[letter].add(word)
    return {letter: frozenset(with_it) for letter, with_it in found.items()}


def _of_word(word: str, counted: Mapping[str, int], within: Mapping[str, frozenset[str]]) -> Signs:
    known = statistics.shipped()
    length = len(word)
    return (
        1.0,
        float(length == 1),
        float(length > _LONG),
        known.cost(known.rank(word)) / _COMMON,
        float(length > 1 and counted[word] > 1),
        # another word has its last character
        float(length > 1 and len(within[word[-1]]) > 1),
    )


def odds(signs: Signs, weights: Weights) -> float:
    """The logarithm of the odds that something is wrong at a word."""
    total = weights.constant
    for row, constant, last in zip(weights.rows, weights.constants, weights.last, strict=True):
        hidden = sum(map(mul, row, signs), constant)
        if hidden > 0:
            total += last * hidden
    return total


def read(content: "memoryview | bytes") -> Weights:
    """Raises ValueError if that is no file of weights."""
    view = memoryview(content)
    if bytes(view[: len(MAGIC)]) != MAGIC:
        raise ValueError("not a file of weights")
    count = (len(view) - len(MAGIC)) // 2
    said = [(number - MIDDLE) / STEPS for number in numbers(view, "H", len(MAGIC), count)]
    row = SIGNS + 2
    rows = [said[at : at + row] for at in range(0, count - 1, row)]
    return Weights(
        rows=tuple(tuple(one[:SIGNS]) for one in rows),
        constants=tuple(one[SIGNS] for one in rows),
        last=tuple(one[SIGNS + 1] for one in rows),
        constant=said[-1],
    )


def packed(weights: Weights) -> bytes:
    said = [
        number
        for row, constant, last in zip(weights.rows, weights.constants, weights.last, strict=True)
        for number in (*row, constant, last)
    ]
    kept = (
        max(0, min(2 * MIDDLE - 1, round(number * STEPS) + MIDDLE)) for number in (*said, weights.constant)
    )
    return MAGIC + b"".join(number.to_bytes(2, "little") for number in kept)


@cache
def shipped() -> Weights:
    return read(content_of(FILE))
