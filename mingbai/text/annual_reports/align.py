"""Finding the row labels of a known form in the characters of a page.

The order of the rows is known. Where every label stands there word for word, a plain search finds them; else the
whole form is aligned with the whole page, which survives typing errors, missing rows and labels that are broken
up by their neighbours (as in the text of a PDF).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

SHORT_LABEL = 4
NEEDED = 0.6
NEEDED_SHORT = 1.0
NEIGHBOUR_BONUS = 2
SHARED_WORDS = 5
MOST_STRETCH = 1.5
STRETCH_OF_HEADINGS = 12
"""A label that is spread wider than its neighbours and headings explain has taken letters of another row."""
LONGEST_PAGE = 3000


@dataclass(frozen=True, slots=True)
class FormLabel:
    """The ideographs of a label, other wordings of it, whether the page may put it anywhere (a heading that spans
    rows) or not have it at all, and the ideograph of its list number, which tells a short label from its heading."""

    id: str
    letters: str
    others: tuple[str, ...] = ()
    optional: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a label begins and ends in the stream of letters."""

    start: int
    end: int


def find_exactly(letters: str, labels: Sequence[FormLabel]) -> dict[str, Found]:
    """The place of every label by id, all of them word for word and in order; empty otherwise."""
    found: dict[str, Found] = {}
    position = 0
    for label in labels:
        if label.optional:
            continue
        marked = letters.find(label.mark + label.letters, position) if label.mark else -1
        places = [
            (place, len(wording))
            for wording in (label.letters, *label.others)
            if (place := letters.find(wording, max(position, marked))) >= 0
        ]
        if not places:
            return {}
        place, length = min(places, key=lambda each: (each[0], -each[1]))
        found[label.id] = Found(place, place + length)
        position = place + length
    return found


def align_labels(letters: str, labels: Sequence[FormLabel]) -> dict[str, Found]:
    """The place of each label that is on the page, by id, whatever happened to the others."""
    matches = _best_alignment([label.letters for label in labels], letters[:LONGEST_PAGE])
    all_letters = tuple(label.letters for label in labels)
    found: dict[str, Found] = {}
    position = 0
    for label in labels:
        end = position + len(label.letters)
        places = [matches[index] for index in range(position, end) if matches[index] >= 0]
        needed = NEEDED_SHORT if len(label.letters) <= SHORT_LABEL else NEEDED
        own = [matches[position + i] >= 0 for i in _own_letters(label.letters, all_letters)]
        told_apart = sum(own) >= NEEDED * len(own)
        if not label.optional and told_apart and len(places) >= needed * len(label.letters):
            place = Found(_solid_start(places), places[-1] + 1)
            if place.end - place.start <= MOST_STRETCH * len(label.letters) + STRETCH_OF_HEADINGS:
                found[label.id] = place
        position = end
    return found


@cache
def _own_letters(label: str, all_labels: tuple[str, ...]) -> tuple[int, ...]:
    """The places of a label's letters outside of the words that it shares with another one: 上年结转 is what tells
    上年结转政府信息公开申请数量 from 本年新收政府信息公开申请数量."""
    shared: set[int] = set()
    for other in all_labels:
        if other != label:
            common = SequenceMatcher(None, label, other, autojunk=False).find_longest_match()
            if common.size >= SHARED_WORDS:
                shared.update(range(common.a, common.a + common.size))
    return tuple(i for i in range(len(label)) if i not in shared) or tuple(range(len(label)))


def _solid_start(places: Sequence[int]) -> int:
    """The first place that has a neighbour; a single hit far in front is chance."""
    return next((a for a, b in zip(places, places[1:], strict=False) if b == a + 1), places[0])


def _best_alignment(labels: Sequence[str], page: str) -> list[int]:
    """For each character of the labels its place on the page or -1: the common subsequence with most characters,
    where beginning a label and going on inside of it count more than scattered hits."""
    width = len(page) + 1
    # best[i][j]: best score of i characters of the form against page[:j]; run[i][j]: the same, ending in a match.
    best = [[0] * width]
    run = [[0] * width]
    begins = [place == 0 for label in labels for place in range(len(label))]
    for character, first in zip("".join(labels), begins, strict=True):
        above, run_above = best[-1], run[-1]
        row, run_row = [0] * width, [0] * width
        for j, other in enumerate(page, start=1):
            score = 0
            if character == other:
                score = above[j - 1] + (1 + NEIGHBOUR_BONUS if first else 1)
                if not first and run_above[j - 1]:
                    score = max(score, run_above[j - 1] + 1 + NEIGHBOUR_BONUS)
                run_row[j] = score
            row[j] = max(score, above[j], row[j - 1])
        best.append(row)
        run.append(run_row)
    return _trace(begins, best, run)


def _trace(begins: Sequence[bool], best: list[list[int]], run: list[list[int]]) -> list[int]:
    matches = [-1] * len(begins)
    i, j = len(begins), len(best[0]) - 1
    in_run = False
    while i > 0 and j > 0:
        if in_run or (run[i][j] and run[i][j] == best[i][j]):
            matches[i - 1] = j - 1
            before = run[i - 1][j - 1]
            in_run = bool(before) and not begins[i - 1] and run[i][j] == before + 1 + NEIGHBOUR_BONUS
            i, j = i - 1, j - 1
        elif best[i][j] == best[i - 1][j]:
            i -= 1
        else:
            j -= 1
    return matches
