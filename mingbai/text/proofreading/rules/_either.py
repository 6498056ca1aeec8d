"""Patterns written with full-width marks that find the half-width ones as well: harvested pages have only those."""

from typing import Any

from mingbai.text.proofreading.patterns import Search, searching

_HALF = {"，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "？": "?"}


def either(pattern: str) -> str:
    """The pattern with each full-width mark standing for its half-width form too, inside a set of characters and outside."""
    made, in_set, at = [], False, 0
    while at < len(pattern):
        letter = pattern[at]
        if letter == "\\":
            made.append(pattern[at : at + 2])
            at += 2
            continue
        if letter == "[" and not in_set:
            in_set = True
        elif letter == "]" and in_set:
            in_set = False
        half = _HALF.get(letter)
        if half is None:
            made.append(letter)
        else:
            made.append(letter + half if in_set else f"[{letter}{half}]")
        at += 1
    return "".join(made)


def either_word(words: str) -> str:
    """The words, apart by blanks, and those with a full-width mark once more with the half-width one."""
    found = words.split()
    table = str.maketrans(_HALF)
    return " ".join(dict.fromkeys([*found, *(word.translate(table) for word in found)]))


def searching_either(pattern: str, message: str, *, near: str, **more: Any) -> Search:
    """`searching` for marks of both widths."""
    return searching(either(pattern), message, near=either_word(near), **more)
