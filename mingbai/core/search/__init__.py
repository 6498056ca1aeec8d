"""Full-text search over character bigrams made by us: the same tokens in SQLite FTS5 and in PostgreSQL, so that a
word is found exactly where it stands in the text. Callers join every hit to the live public row.

`backend()` is the index of the configured database; it takes part in the caller's transaction.
"""

from mingbai.core.search.backends import backend
from mingbai.core.search.initials import initials, spoken
from mingbai.core.search.model import CEILING, AnyOf, Ask, Backend, Entry, Field, Hit, Passage, Survey

__all__ = [
    "CEILING",
    "AnyOf",
    "Ask",
    "Backend",
    "Entry",
    "Field",
    "Hit",
    "Passage",
    "Survey",
    "backend",
    "initials",
    "spoken",
]
