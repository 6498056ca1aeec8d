"""Excerpts from our own text with the found words marked. Everything is escaped before the marks are put in."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice, takewhile

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

LENGTH = 110


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    # longest first, so that 低保补贴 is marked whole and not as 低保
    found = sorted({word for word in words if word}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, found)), re.IGNORECASE) if found else None


def marked(text: str, words: Iterable[str]) -> SafeString:
    pattern = _pattern(words)
    if pattern is None:
        return escape(text)
    parts, last = [], 0
    for match in pattern.finditer(text):
        parts += [escape(text[last : match.start()]), "<mark>", escape(match[0]), "</mark>"]
        last = match.end()
    return mark_safe("".join([*parts, escape(text[last:])]))  # noqa: S308  (every part is escaped above)


def excerpt(text: str, words: Iterable[str], length: int = LENGTH) -> SafeString:
    """About `length` characters around the place where most different words stand together."""
    flat = re.sub(r"\s+", " ", text).strip()
    pattern = _pattern(words)
    places = [(match.start(), match[0].lower()) for match in pattern.finditer(flat)][:200] if pattern else []
    number = Counter(word for _, word in places)
    best = max(range(len(places)), key=lambda first: _told(places, number, first, length), default=None)
    start = 0 if best is None else places[best][0]
    start = max(0, min(start - 15, len(flat) - length))
    piece = flat[start : start + length]
    return mark_safe(  # noqa: S308
        ("…" if start else "") + marked(piece, words) + ("…" if start + length < len(flat) else "")
    )


def _told(places: list[tuple[int, str]], number: Counter[str], first: int, length: int) -> float:
    """How many different words stand there, the rarer telling a little more: why the item was found is seldom told by the
    word that stands everywhere in it."""
    end = places[first][0] + length
    there = {word for at, word in takewhile(lambda place: place[0] < end, islice(places, first, None))}
    return sum(1 + 1 / number[word] for word in there)
