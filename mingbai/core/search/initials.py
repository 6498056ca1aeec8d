"""The first letters of a title's pinyin, so that dbbt finds 低保补贴."""

LONGEST = 60


def spoken(text: str | list[str]) -> list[str]:
    """The pinyin of each character without tones."""
    from pypinyin import lazy_pinyin  # its tables take long to load, and most processes never ask

    return lazy_pinyin(text)


def initials(text: str) -> str:
    """Lower-case letters; digits and Latin letters stand for themselves."""
    from pypinyin import Style, lazy_pinyin

    parts = lazy_pinyin(text[:LONGEST], style=Style.FIRST_LETTER, errors=lambda other: other)
    return "".join(
        character
        for part in parts
        for character in part.lower()
        if character.isascii() and character.isalnum()
    )
