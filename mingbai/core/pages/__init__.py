"""The page store: a public page is rendered at its first request, kept as a file, and deleted after the commit of
whatever changes it. Keys such as `disclosure:812` or `column:5:31` are opaque here.

Readers name what they read (`reads`), services name what they change inside their transaction (`changed`), views that
may be kept wear `@stored_page`. Deleting the whole folder is always safe.
"""

from mingbai.core.pages.changes import EVERYTHING, Unconfirmed, changed, clear, follow
from mingbai.core.pages.files import drop_leftovers
from mingbai.core.pages.program import renew
from mingbai.core.pages.recording import expires, reads
from mingbai.core.pages.rendering import store_file, stored_page

__all__ = [
    "EVERYTHING",
    "Unconfirmed",
    "changed",
    "clear",
    "drop_leftovers",
    "expires",
    "follow",
    "reads",
    "renew",
    "store_file",
    "stored_page",
]
