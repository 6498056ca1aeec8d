"""Which program the stored pages were made by. Pages of a former version would show its templates until something on
them changed; not every new version brings a migration, so the files of the program are looked at."""

import hashlib
import os
from pathlib import Path

from django.conf import settings

from mingbai.core.pages import changes

PACKAGE = Path(__file__).resolve().parents[2]
MARK = "pages-made-by"
MAKES_PAGES = {".py", ".html", ".txt", ".xml", ".css", ".js", ".svg", ".json", ".bin"}


def fingerprint(package: Path = PACKAGE) -> str:
    """Of names, sizes and times of the program's files: changed too often at worst, and emptying the store is safe."""
    found = hashlib.blake2b(digest_size=16)
    for folder, below, names in os.walk(package):
        below[:] = sorted(name for name in below if name not in {"tests", "__pycache__"})
        for name in sorted(names):
            if Path(name).suffix in MAKES_PAGES:
                told = os.stat(os.path.join(folder, name))
                found.update(f"{folder}/{name} {told.st_size} {told.st_mtime_ns}\n".encode())
    return found.hexdigest()


def renew(package: Path = PACKAGE) -> bool:
    """Empty the store when another program made it; whether it did. To be called before a server of this program
    answers: the mark is this host's own, beside its own store."""
    mark, now = Path(settings.DATA_DIR) / MARK, fingerprint(package)
    if mark.is_file() and mark.read_text(encoding="ascii", errors="replace") == now:
        return False
    changes.clear()
    mark.write_text(now, encoding="ascii")
    return True
