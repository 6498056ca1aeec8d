"""As-you-type suggestions: words of the dictionary that begin so, then titles."""

from mingbai.core.search import AnyOf, Ask, Field, backend
from mingbai.disclosure.selectors import public_items_among
from mingbai.portal.query import dictionary
from mingbai.portal.query.understanding import clean

MOST = 8


def suggestions(typed: str) -> list[str]:
    """At most `MOST`; nothing for fewer than two letters or one character."""
    text = clean(typed).replace(" ", "")
    if not text or (text.isascii() and len(text) < 2):
        return []
    words = dictionary.current()
    known = sorted((name for name in words.names if name.startswith(text)), key=len)[:4]
    if text.isascii():
        known += list(words.by_initials.get(text, ()))[:4]
    hits = backend().newest(Ask((AnyOf((text,), Field.CODES if text.isascii() else Field.TITLE),)), limit=20)
    found = public_items_among([hit.document for hit in hits]).order_by("-published_at", "-pk")
    titles = found.values_list("title", flat=True)
    return list(dict.fromkeys([*known, *titles]))[:MOST]
