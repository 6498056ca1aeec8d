"""Tables made from the lists, kept on disk between runs, so that a single check need not make them anew.

They lie in the user's cache folder (`XDG_CACHE_HOME/mingbai`, else `~/.cache/mingbai`). A file
names the lists, the rules and the Python it was made with; one that does not fit or is damaged is made again. Where
nothing can be written, nothing is kept. Deleting the folder is always safe.
"""

import hashlib
import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast
from zlib import crc32

T = TypeVar("T")
_RULES = Path(__file__).parent / "proofreading/rules"
_STATISTICS = Path(__file__).parent / "data/word_statistics.bin"
_SUM_SIZE = 4
# Counts up when what is written means something else: here, in `packed` or in `lazy`.
_FORMAT = 2
# Of each table, for the lists of so many counties.
_KEPT = 4


def folder() -> Path:
    """Where the tables are kept; for a user without a home nowhere, where nothing can be read or written."""
    chosen = os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(chosen) if chosen else Path.home() / ".cache") / "mingbai"
    except RuntimeError:
        return Path(os.devnull) / "mingbai"


def state_of(files: list[Path]) -> tuple[tuple[str, int, int], ...]:
    """What tells whether a file has changed: its path, time and size."""
    known = [(str(path), path.stat()) for path in sorted(files)]
    return tuple((path, found.st_mtime_ns, found.st_size) for path, found in known)


@cache
def _made_with() -> tuple[object, ...]:
    return (_FORMAT, sys.version, marshal.version, state_of([*_RULES.glob("*.py"), _STATISTICS]))


def kept(name: str, lists: object, make: Callable[[], T]) -> T:
    """`make()`, or what an earlier run kept of it under the same state of the lists; `make` gives plain values."""
    if not lists:
        return make()
    key, place = _place(name, lists)
    with suppress(OSError, ValueError, EOFError, TypeError):
        content = memoryview(place.read_bytes())
        payload = content[_SUM_SIZE:]
        if _sum_of(payload) == content[:_SUM_SIZE]:
            known, value = marshal.loads(payload)  # noqa: S302 - its sum was checked, and the folder is the user's own
            if known == key:
                return cast(T, value)
    made = make()
    put(name, lists, made)
    return made


def put(name: str, lists: object, made: object) -> None:
    """Keeps what was made, if that is possible."""
    key, place = _place(name, lists)
    with suppress(OSError, ValueError):
        _write(name, place, marshal.dumps((key, cast(Any, made))))


def _sum_of(payload: bytes | memoryview) -> bytes:
    """By which damage is seen; who may write in the folder may write anything there."""
    return crc32(payload).to_bytes(_SUM_SIZE, "little")


def _place(name: str, lists: object) -> tuple[str, Path]:
    key = repr((name, lists, _made_with()))
    return key, folder() / f"{name}-{hashlib.sha256(key.encode()).hexdigest()[:16]}"


def _write(name: str, place: Path, payload: bytes) -> None:
    """In one step, so that nobody reads half of it; what many older lists left is removed."""
    import tempfile  # takes a hundredth of a second to load, and most runs write nothing

    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, written = tempfile.mkstemp(dir=place.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(_sum_of(payload) + payload)
    os.replace(written, place)
    same = sorted(place.parent.glob(f"{name}-*"), key=lambda found: found.stat().st_mtime)
    for old in same[:-_KEPT]:
        old.unlink(missing_ok=True)
