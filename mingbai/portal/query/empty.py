"""When nothing is found: how else it may be written or called, and where it would stand."""

from dataclasses import dataclass

from mingbai.catalogue.models import Column
from mingbai.portal.query import dictionary
from mingbai.portal.query.dictionary import sound
from mingbai.portal.query.understanding import Meaning

MOST = 5


@dataclass(frozen=True)
class Help:
    """`near`: known words that look or sound alike; `also`: other names; `columns`: names of columns to look into."""

    near: tuple[str, ...]
    also: tuple[str, ...]
    columns: tuple[str, ...]


def help_for(meaning: Meaning) -> Help:
    words = dictionary.current()
    near: list[str] = []
    also: list[str] = []
    for word in meaning.words:
        near += [name for name in words.by_sound.get(sound(word.text), ()) if name != word.text]
        near += [name for name in words.names if len(word.text) > 1 and _shares(name, word.text)][:MOST]
        also += list(word.alternatives[1:])
    names = {part for word in meaning.words for part in (word.text[:2], word.text[-2:]) if len(part) == 2}
    columns = [
        name
        for name in Column.objects.filter(holds_items=True).values_list("name", flat=True).distinct()
        if any(part in name for part in names)
    ]
    return Help(
        tuple(dict.fromkeys(near))[:MOST],
        tuple(dict.fromkeys(also))[:MOST],
        tuple(dict.fromkeys(columns))[:MOST],
    )


def _shares(name: str, word: str) -> bool:
    """Two characters in a row in common."""
    return any(word[start : start + 2] in name for start in range(len(word) - 1))
