"""Lines of a printed page put together again: a PDF knows lines, a text has paragraphs."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from mingbai.text import lazy
from mingbai.text.lines import CLOSERS, LIST_NUMBER, SENTENCE_END

# A line reaches the margin when no more than two characters are missing: a mark that may not begin a line takes
# the last one with it, and a figure or a Latin word is not divided.
SHORT_BY = 5
# Narrower columns are tables and letterheads.
NARROWEST = 36
# Paragraphs are set to one width; what is much wider than most lines is a heading across the page or a table.
USUAL = 0.9
CELLS = "\t"
# — 3 —, 第3页, 3/12, 第3页 共12页; a bare number counts where it is the page's
COUNTER = lazy.pattern(
    r"[-—–－―]+\s*\d{1,4}\s*[-—–－―]+|第\s*\d{1,4}\s*页(?:[\s，,/／]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}"
    r"|(?P<bare>\d{1,4})"
)
GAP = "   "


@cache
def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WFA"


def width(line: str) -> int:
    """In half characters."""
    return len(line) + sum(map(_wide, line))


def _margin(lines: list[str]) -> int:
    """The width to which the page's paragraphs are set; 0 where it has none."""
    widths = sorted(width(line) for line in lines if line)
    if len(widths) < 3:
        return 0
    full = widths[int((len(widths) - 1) * USUAL)]
    return full if full >= NARROWEST else 0


def _continues(line: str, following: str, margin: int) -> bool:
    if any(mark in part for part in (line, following) for mark in (CELLS, GAP)):
        return False
    if line.rstrip(CLOSERS)[-1:] in SENTENCE_END or LIST_NUMBER.match(following):
        return False
    return margin - SHORT_BY <= width(line) <= margin + SHORT_BY


def _joined(line: str, following: str) -> str:
    """Latin words keep their space."""
    both_latin = (
        line[-1:].isascii() and line[-1:].isalpha() and following[:1].isascii() and following[:1].isalpha()
    )
    return f"{line} {following}" if both_latin else line + following


def without_counter(page: list[str], number: int) -> list[str]:
    """The lines of page `number` without the page's own number above or below them."""
    lines = [line.strip() for line in page]
    filled = [place for place, line in enumerate(lines) if line]
    for place in {*filled[:1], *filled[-1:]}:
        found = COUNTER.fullmatch(lines[place])
        if found and (found["bare"] is None or int(found["bare"]) == number):
            lines[place] = ""
    return lines


def paragraphs(pages: Iterable[list[str]]) -> Iterator[str]:
    """The pages' lines, those of a paragraph in one, over the page's end too. What ends a sentence at the margin is left
    as it stands: nothing but the sentence tells whether a new paragraph begins."""
    whole, last, margin = "", "", 0
    for number, page in enumerate(pages, start=1):
        lines = [line for line in without_counter(page, number) if line]
        margin = _margin(lines) or margin
        for line in lines:
            if whole and margin and _continues(last, line, margin):
                whole = _joined(whole, line)
            else:
                if whole:
                    yield whole
                whole = line
            last = line
    if whole:
        yield whole
