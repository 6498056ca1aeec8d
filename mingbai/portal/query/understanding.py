"""What a query means: which words carry it, what else they are called, which unit, year or document number it names."""

import re
from dataclasses import dataclass

import rjieba

from mingbai.core.search import tokens
from mingbai.portal.query.dictionary import Dictionary, sound

LONGEST_QUERY = 100
MOST_WORDS = 8
_BREAK = re.compile(r"[^\w]+")
_NUMBER = re.compile(r"[^\W\d_]{1,12}\W*(?:19|20)\d{2}\W*(?:第)?\d{1,5}号?")
_YEAR = re.compile(r"(?:19|20)\d{2}(?=年|$|[^\d])")
_LETTERS = re.compile(r"[a-z]{2,12}")


@dataclass(frozen=True)
class Word:
    """A content word with everything that counts as the same. `weak` words help ranking and are dropped first."""

    text: str
    alternatives: tuple[str, ...]
    weak: bool = False
    units: tuple[int, ...] = ()


@dataclass(frozen=True)
class Meaning:
    """`text`: the query as searched; `words` in order; `chunks`: the pieces as typed; `corrected`: (typed, taken)."""

    text: str
    words: tuple[Word, ...] = ()
    chunks: tuple[str, ...] = ()
    units: tuple[int, ...] = ()
    number: str = ""
    letters: str = ""
    corrected: tuple[tuple[str, str], ...] = ()


def clean(typed: str) -> str:
    """At most `LONGEST_QUERY` characters of what was typed, in one form. Brackets of document numbers become breaks."""
    text = tokens.normalise(re.sub(r"\s+", " ", typed[: LONGEST_QUERY * 20]).strip())
    return text[:LONGEST_QUERY].strip()


def understand(typed: str, dictionary: Dictionary) -> Meaning:
    typed = re.sub(r"\s+", " ", typed[: LONGEST_QUERY * 20]).strip()[:LONGEST_QUERY]
    # the blank between words counts here, though not within a text
    chunks = tuple(filter(None, (tokens.normalise(chunk) for chunk in typed.split(" "))))
    text = " ".join(chunks)
    found = _NUMBER.fullmatch("".join(chunks))
    if found:
        return Meaning(text, chunks=chunks, number="".join(chunks))
    if _LETTERS.fullmatch(text):
        return Meaning(text, _words([text], dictionary), chunks, letters=text)
    pieces = [
        piece
        for chunk in chunks
        for part in _BREAK.split(chunk)
        if part
        for piece in _pieces(part, dictionary)
    ]
    words = _words(pieces, dictionary)
    units = tuple(dict.fromkeys(unit for word in words for unit in word.units))
    return Meaning(text, words, chunks, units)


def _pieces(text: str, dictionary: Dictionary) -> list[str]:
    """Known words by longest match, the rest by segmentation; stop words fall away."""
    found: list[str] = []
    rest = ""
    position = 0
    while position < len(text):
        match = _known_at(text, position, dictionary)
        if match:
            found += _segment(rest, dictionary)
            rest = ""
            found.append(match)
            position += len(match)
        else:
            rest += text[position]
            position += 1
    return found + _segment(rest, dictionary)


def _known_at(text: str, position: int, dictionary: Dictionary) -> str:
    for length in range(min(dictionary.longest, len(text) - position), 1, -1):
        piece = text[position : position + length]
        if piece in dictionary.known or piece in dictionary.stop:
            return piece
    return ""


def _segment(text: str, dictionary: Dictionary) -> list[str]:
    """Segments of at least two characters; lone characters join their neighbour, so that names stay whole."""
    if not text:
        return []
    found: list[str] = []
    lone = ""
    for piece in rjieba.cut(text):
        piece = piece.strip()
        if piece in dictionary.stop:
            found += [lone] if lone else []
            lone = ""
        elif len(piece) == 1 and not piece.isdigit():
            lone += piece
        else:
            found += [lone] if lone else []
            lone = ""
            found.append(piece)
    return [*found, lone] if lone else found


def _words(pieces: list[str], dictionary: Dictionary) -> tuple[Word, ...]:
    words: dict[str, Word] = {}
    content = [piece for piece in pieces if piece and piece not in dictionary.stop]
    for piece in content or pieces:
        weak = piece in dictionary.weak or (len(piece) == 1 and len(content) > 1)
        words.setdefault(
            piece, Word(piece, dictionary.alternatives(piece), weak, dictionary.units.get(piece, ()))
        )
    strong_first = sorted(words.values(), key=lambda word: word.weak)
    kept = set(strong_first[:MOST_WORDS])
    return tuple(word for word in words.values() if word in kept)


def correction(word: str, dictionary: Dictionary) -> str:
    """A known word that sounds the same, or differs in one character; empty when there is none or too many."""
    if len(word) < 2 or word in dictionary.known:
        return ""
    same = [name for name in dictionary.by_sound.get(sound(word), ()) if name != word]
    if same:
        return min(same, key=lambda name: _difference(name, word))
    if len(word) < 3:
        return ""
    near = [name for name in dictionary.names if len(name) == len(word) and _difference(name, word) == 1]
    return near[0] if len(near) == 1 else ""


def _difference(one: str, other: str) -> int:
    return sum(left != right for left, right in zip(one, other, strict=False)) + abs(len(one) - len(other))


def asked_years(text: str) -> list[str]:
    return _YEAR.findall(text)
