"""The common dictionary: how it cuts a text into words, whether it has a word, and what kind of word that is.

`rjieba` answers, but takes 0.12 s to load, longer than a single check of a short text should wait. So for single
commands (`lazy.remember`) the same dictionary is read from a mapped file, of which a text needs little; long texts
go to `rjieba` all the same, which is faster once it is there. Both give the same answers. `tools/dictionary.py` makes
the file.
"""

import math
import re
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from mingbai.text import lazy
from mingbai.text.mapped import content_of, numbers

MAGIC = b"MBDICT01"
# Words of up to so many characters are numbers; longer ones are written out behind their first characters.
WORD, BITS = 4, 16
_HEADER = 40
_FILE = Path(__file__).parent / "data/dictionary.bin"
# From so many characters on it pays off to load `rjieba`.
_WORTH_LOADING = 60_000
_KEPT = 200_000
_RUN = lazy.pattern(
    r"[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00020000-\U0002A6DF\U0002A700-\U0002B73F\U0002B740-\U0002B81F"
    r"\U0002B820-\U0002CEAF\U0002CEB0-\U0002EBEF\U0002F800-\U0002FA1Fa-zA-Z0-9+#&._%-]+"
)
_OTHER = lazy.pattern(r"\r\n|.", re.DOTALL)


def key_of(word: str) -> int:
    """Words of up to four characters in the order of their characters."""
    key = 0
    for letter in word:
        key = key << BITS | ord(letter)
    return key << BITS * (WORD - len(word))


class Dictionary:
    """Words, how often each was met and of which kind it is, as they lie in the file."""

    def __init__(self, content: "memoryview | bytes") -> None:
        view = memoryview(content)
        if bytes(view[: len(MAGIC)]) != MAGIC:
            raise ValueError("not a file of the dictionary")
        at = len(MAGIC)
        words, heads, rows, kinds = numbers(view, "Q", at, 4)
        at = _HEADER
        self._keys = numbers(view, "Q", at, words)
        at += 8 * words
        self._heads = numbers(view, "Q", at, heads)
        at += 8 * heads
        self._counts = numbers(view, "I", at, words)
        at += 4 * words
        self._rows = numbers(view, "I", at, heads + 1)
        at += 4 * (heads + 1)
        self._kinds = view[at : at + words]
        at += words
        self._longer = view[at : at + rows]
        at += rows
        total, *self._names = bytes(view[at : at + kinds]).decode().split()
        self._all = math.log(int(total))
        self._beginning: dict[str, tuple[tuple[int, float], ...]] = {}
        self._letters: dict[str, tuple[int, int, tuple[tuple[int, float], ...]]] = {}
        self._long: dict[str, tuple[tuple[str, int, str], ...]] = {}
        # Between which places the first four characters of longer words begin with a character.
        self._heads_with: dict[str, tuple[int, int]] = {}
        self._single = -self._all

    def find(self, word: str) -> tuple[int, str] | None:
        """How often a word was met and of which kind it is."""
        if not word or max(word) > "\uffff":
            return None
        if len(word) > WORD:
            rows = self._beginning_with(word[:WORD])
            return next(((count, kind) for known, count, kind in rows if known == word), None)
        place = bisect_left(self._keys, key := key_of(word))
        if place == len(self._keys) or self._keys[place] != key:
            return None
        return self._counts[place], self._names[self._kinds[place]]

    def cut(self, text: str) -> Iterator[str]:
        """The text in words, the likeliest ones, unknown words in single characters."""
        at = 0
        for run in _RUN.finditer(text):
            if run.start() > at:
                yield from _OTHER.findall(text, at, run.start())
            at = run.end()
            yield from self._cut(run[0])
        yield from _OTHER.findall(text, at)

    def _cut(self, run: str) -> Iterator[str]:
        ends, at, latin = self._ends(run), 0, -1
        while at < len(run):
            end = ends[at]
            if end == at + 1 and run[at].isascii() and run[at].isalnum():
                latin = at if latin < 0 else latin
            else:
                if latin >= 0:
                    yield run[latin:at]
                    latin = -1
                yield run[at:end]
            at = end
        if latin >= 0:
            yield run[latin:]

    def _ends(self, run: str) -> list[int]:
        """Where the word ends that begins at each character on the likeliest way to the end."""
        length, single = len(run), self._single
        best, ends = [0.0] * (length + 1), [0] * (length + 1)
        known = self._beginning
        for at in range(length - 1, -1, -1):
            head = run[at : at + WORD]
            words = known.get(head)
            if words is None:
                words = self._words_at(head)
            if head in self._long:
                longer = [
                    (len(word), math.log(count) - self._all)
                    for word, count, _ in self._long[head]
                    if run.startswith(word, at)
                ]
                words = (*words, *longer)
            value, end = single + best[at + 1], 0
            for size, weight in words:
                likely = weight + best[at + size]
                if likely >= value or not end:
                    value, end = likely, at + size
            best[at], ends[at] = value, end or at + 1
        return ends

    def _words_at(self, head: str) -> tuple[tuple[int, float], ...]:
        """The words with which up to four characters begin, the shortest first, as length and weight."""
        if len(self._beginning) >= _KEPT:
            self._beginning.clear()
        found: tuple[tuple[int, float], ...] = ()
        if max(head) <= "\uffff":
            keys = self._keys
            low, high, found = self._with_letter(head[0])
            key, shift = ord(head[0]) << BITS * (WORD - 1), BITS * (WORD - 1)
            for size in range(2, len(head) + 1):
                shift -= BITS
                key |= ord(head[size - 1]) << shift
                low = bisect_left(keys, key, low, high)
                if low == high or keys[low] >= key + (1 << shift):
                    break
                if keys[low] == key:
                    found = (*found, (size, math.log(self._counts[low]) - self._all))
            if len(head) == WORD:
                self._beginning_with(head)
        self._beginning[head] = found
        return found

    def _with_letter(self, letter: str) -> tuple[int, int, tuple[tuple[int, float], ...]]:
        """Between which places the words stand that begin with a character, and the character as a word."""
        if letter not in self._letters:
            keys, key = self._keys, key_of(letter)
            low = bisect_left(keys, key)
            high = bisect_left(keys, key + (1 << BITS * (WORD - 1)), low)
            own = low < high and keys[low] == key
            weights = ((1, math.log(self._counts[low]) - self._all),) if own else ()
            self._letters[letter] = low, high, weights
        return self._letters[letter]

    def _beginning_with(self, head: str) -> tuple[tuple[str, int, str], ...]:
        """The words of more than four characters with these first four, the shortest first."""
        if head not in self._long:
            first = ord(head[0]) << BITS * (WORD - 1)
            near = self._heads_with.get(head[0])
            if near is None:
                low = bisect_left(self._heads, first)
                near = low, bisect_left(self._heads, first + (1 << BITS * (WORD - 1)), low)
                self._heads_with[head[0]] = near
            if near[0] == near[1]:
                return ()
            place = bisect_left(self._heads, key := key_of(head), *near)
            if place == near[1] or self._heads[place] != key:
                return ()
            rows = bytes(self._longer[self._rows[place] : self._rows[place + 1]]).decode()
            parts = (row.split() for row in rows.splitlines())
            self._long[head] = tuple((word, int(count), kind) for word, count, kind in parts)
        return self._long[head]


@cache
def shipped() -> Dictionary:
    return Dictionary(content_of(_FILE))


_read = 0


def _rjieba() -> Any:
    import rjieba

    return rjieba


def _is_loaded() -> bool:
    """Whether `rjieba` is to answer."""
    return not lazy.is_remembering() or "rjieba" in sys.modules


def cut(text: str) -> Sequence[str]:
    """The text as the common dictionary cuts it, unknown words in single characters."""
    global _read  # noqa: PLW0603 - one count for the process
    if not _is_loaded():
        _read += len(text)
    if _is_loaded() or _read > _WORTH_LOADING:
        found: Sequence[str] = _rjieba().cut(text, False)
        return found
    return list(shipped().cut(text))


def goes_on(letter: str) -> bool:
    """Whether a word may hold the character; "" is none."""
    return bool(letter) and _RUN.match(letter) is not None


def has(word: str) -> bool:
    if _is_loaded():
        return bool(_rjieba().has_word(word))
    return shipped().find(word) is not None


def kinds(text: str) -> list[str]:
    """Of which kind the words of a text are, `n…` for nouns; "x" for what the dictionary does not know."""
    if _is_loaded():
        return [kind for _, kind in _rjieba().tag(text, False)]
    known = (shipped().find(word) for word in shipped().cut(text))
    return [found[1] if found else "x" for found in known]
