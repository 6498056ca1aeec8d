"""Text to tokens. A run of letters, digits or characters becomes its overlapping pairs; a query phrase is the same
pairs side by side, so a phrase is found exactly where it stands as a substring. Single characters are kept as a set."""

import re
import unicodedata
from functools import lru_cache
from operator import add

VERSION = 1
PASSAGE = 4000
OVERLAP = 80
_RUN = re.compile(r"[^\W_]+")
_LONE = re.compile(r"(?<![^\W_])[^\W_](?![^\W_])")
_BLANK = re.compile(r"\s+")
# what nearly all that is odd in a text is, with what NFKC makes of it: none of these joins its neighbours
_MARKS = {
    mark: unicodedata.normalize("NFKC", mark)
    for mark in "，。、；：？！（）《》〈〉〔〕【】“”‘’…—·％／．－＋～　"
}
_CHANGING = {mark: plain for mark, plain in _MARKS.items() if mark != plain}
_USUAL = re.compile(rf"[\x00-\x7f\u4e00-\u9fff{''.join(_MARKS)}]*")
# all but ASCII and the plain Chinese characters, which NFKC leaves alone, with the character that a mark may join
_ODD = re.compile(r"[\x00-\x7f]?[^\x00-\x7f\u4e00-\u9fff]+")


def normalise(text: str) -> str:
    """One form for every width and case. Surrogate halves and control characters are dropped."""
    if _USUAL.fullmatch(text):
        clean = text.replace("\x00", "")
        for mark, plain in _CHANGING.items():
            clean = clean.replace(mark, plain)
    else:
        clean = _ODD.sub(_compatible, text.encode("utf-8", "ignore").decode("utf-8").replace("\x00", ""))
    return _BLANK.sub(_blank, clean.lower())


def _compatible(odd: re.Match[str]) -> str:
    return _one_form(odd[0]) if len(odd[0]) <= 4 else unicodedata.normalize("NFKC", odd[0])


@lru_cache(maxsize=4_096)
def _one_form(odd: str) -> str:
    """Nearly all that is odd in a text is a mark of punctuation, over and over."""
    return unicodedata.normalize("NFKC", odd)


def _blank(found: re.Match[str]) -> str:
    """Chinese set in lines breaks words anywhere; between two Latin words the blank counts."""
    text, start, end = found.string, found.start(), found.end()
    return found[0] if text[start - 1 : start].isascii() and text[end : end + 1].isascii() else ""


def pairs(text: str) -> list[str]:
    """Tokens of normalised text in order: the pairs of every run, or the character where a run has only one."""
    if not _LONE.search(text):
        return list(filter(str.isalnum, map(add, text, text[1:])))
    found: list[str] = []
    for run in _RUN.findall(text):
        if len(run) == 1:
            found.append(run)
        else:
            found.extend(map(add, run, run[1:]))
    return found


def characters(text: str) -> list[str]:
    """The single characters of normalised text, each once, in no order."""
    return list(filter(str.isalnum, set(text)))


def runs(typed: str) -> tuple[list[str], list[str]]:
    """A query phrase: its runs side by side, and the single characters that must occur besides. A lone character at
    the edge of a phrase, as the 7 of 〔2024〕7, may be half of any pair in the text."""
    inner = _RUN.findall(normalise(typed))
    singles: list[str] = []
    while inner and len(inner[0]) == 1:
        singles.append(inner.pop(0))
    while inner and len(inner[-1]) == 1:
        singles.append(inner.pop())
    return inner, sorted(set(singles))


def phrase(typed: str) -> tuple[list[str], list[str]]:
    """The same with the runs as their pairs."""
    inner, singles = runs(typed)
    return pairs(" ".join(inner)), singles


def passages(text: str) -> list[str]:
    """Slices of at most `PASSAGE` characters that overlap by `OVERLAP`, so that no phrase falls into a gap: PostgreSQL
    clamps positions at 16,383."""
    if len(text) <= PASSAGE:
        return [text]
    step = PASSAGE - OVERLAP
    return [text[start : start + PASSAGE] for start in range(0, len(text) - OVERLAP, step)]


def code_forms(code: str) -> str:
    """A document number as written and without its brackets, since people type both."""
    written = normalise(code)
    plain = "".join(_RUN.findall(written))
    return written if plain == written else f"{written} {plain}"
