"""The first letters of a title's pinyin, so that dbbt finds 低保补贴."""

from pypinyin import Style, lazy_pinyin

LONGEST = 60


def initials(text: str) -> str:
    """Lower-case letters; digits and Latin letters stand for themselves."""
    parts = lazy_pinyin(text[:LONGEST], style=Style.FIRST_LETTER, errors=lambda other: other)
    return "".join(
        character
        for part in parts
        for character in part.lower()
        if character.isascii() and character.isalnum()
    )
