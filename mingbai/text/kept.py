"""Tables made from the lists, kept on disk between runs, so that a single check need not make them anew.

They lie in the user's cache folder (`XDG_CACHE_HOME/mingbai`, else `~/.cache/mingbai`). A file
names the lists, the rules and the Python it was made with; one that does not fit or is damaged is made again. Where
nothing can be written, nothing is kept. Deleting the folder is always safe.
"""

import marshal
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast
from zlib import adler32, crc32

from mingbai.text.mapped import content_of
from mingbai.text.packed import sum_of

T = TypeVar("T")
_RULES = Path(__file__).parent / "proofreading/rules"
# Counted files that tables are weighed with.
_COUNTED = [
    Path(__file__).parent / "data" / name
    for name in ("dictionary.bin", "letter_runs.bin", "word_statistics.bin")
]
_SUM_SIZE = 4
# Counts up when what is written means something else: here, in `packed` or in `lazy`.
_FORMAT = 10
# Of each table, for the lists of so many counties.
_KEPT = 4
# Longer strings of bytes, which are packed tables, lie behind the rest of a file and are not read before a row is.
_LONG = 4096
_OUTSIDE = "\0outside"
_NUMBER = 8
# How long the head of a file is, and the whole file.
_NUMBERS = 2
_switches = {"as_mapped": False}


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


def _sources(folder: str | os.PathLike[str]) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield entry
            elif entry.is_dir() and not entry.name.startswith("_"):
                yield from _sources(entry)


@cache
def _made_with() -> tuple[int, int, int]:
    """The sums of what all tables depend on, which is long, and looked at for each of some twenty tables."""
    # More files than anywhere else: `Path` would take ten times as long.
    known = [(entry.path, entry.stat()) for entry in _sources(_RULES)]
    rules = sorted((path, found.st_mtime_ns, found.st_size) for path, found in known)
    state = repr((_FORMAT, sys.version, marshal.version, (*rules, *state_of(_COUNTED)))).encode()
    return len(state), crc32(state), adler32(state)


def kept(name: str, lists: object, make: Callable[[], T]) -> T:
    """`make()`, or what an earlier run kept of it under the same state of the lists; `make` gives plain values."""
    if not lists:
        return make()
    key, place = _place(name, lists)
    with suppress(OSError, ValueError, EOFError, TypeError):
        known, value = _read(place)
        if known == key:
            return cast(T, value)
    made = make()
    put(name, lists, made)
    return made


def map_files() -> None:
    """Before a command that reads a text or two and ends: of what is kept only the rows are read that are asked for.

    Their sums are checked then; `packed.DamagedTable` means that the folder is to be forgotten.
    """
    _switches["as_mapped"] = True


def forget() -> None:
    """Removes all that is kept."""
    with suppress(OSError):
        for place in folder().glob("*-*"):
            place.unlink(missing_ok=True)


def put(name: str, lists: object, made: object) -> None:
    """Keeps what was made, if that is possible."""
    key, place = _place(name, lists)
    with suppress(OSError, ValueError):
        _write(name, place, _as_file(key, made))


def _as_file(key: str, made: object) -> bytes:
    """The sum of the numbers and the head, how long the head and the whole are, the head, the sum of the tables, the
    tables. Who may write in the folder may write anything there: the sums are against damage alone."""
    tables = bytearray()
    head = marshal.dumps((key, cast(Any, _set_aside(made, tables))))
    size = 2 * _SUM_SIZE + _NUMBERS * _NUMBER + len(head) + len(tables)
    first = len(head).to_bytes(_NUMBER, "little") + size.to_bytes(_NUMBER, "little") + head
    return sum_of(first) + first + sum_of(tables) + tables


def _set_aside(value: Any, tables: bytearray) -> Any:
    if type(value) is tuple:
        return tuple(_set_aside(part, tables) for part in value)
    if type(value) is bytes and len(value) > _LONG:
        tables += value
        return (_OUTSIDE, len(tables) - len(value), len(value))
    return value


def _put_back(value: Any, tables: memoryview) -> Any:
    if type(value) is not tuple:
        return value
    if value[:1] == (_OUTSIDE,):
        return tables[value[1] : value[1] + value[2]]
    return tuple(_put_back(part, tables) for part in value)


def _read(place: Path) -> tuple[Any, Any]:
    """The key and what was kept. Raises ValueError, EOFError or TypeError for a damaged file."""
    content = content_of(place)
    begin = _SUM_SIZE + _NUMBERS * _NUMBER
    length = int.from_bytes(content[_SUM_SIZE : _SUM_SIZE + _NUMBER], "little")
    size = int.from_bytes(content[_SUM_SIZE + _NUMBER : begin], "little")
    end = begin + length
    if size != len(content) or sum_of(content[_SUM_SIZE:end]) != content[:_SUM_SIZE]:
        raise ValueError(place)
    tables = content[end + _SUM_SIZE :]
    if not _switches["as_mapped"] and sum_of(tables) != content[end : end + _SUM_SIZE]:
        raise ValueError(place)
    key, value = marshal.loads(content[begin:end])  # noqa: S302 - its sum was checked, and the folder is the user's own
    return key, _put_back(value, tables)


def _place(name: str, lists: object) -> tuple[str, Path]:
    key = repr((name, lists, _made_with()))
    # `hashlib` takes as long to load as ten modules of rules, and two keys of one sum are told apart when they are read.
    return key, folder() / f"{name}-{crc32(key.encode()):08x}"


def _write(name: str, place: Path, payload: bytes) -> None:
    """In one step, so that nobody reads half of it; what many older lists left is removed."""
    import tempfile  # takes a hundredth of a second to load, and most runs write nothing

    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, written = tempfile.mkstemp(dir=place.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(payload)
    os.replace(written, place)
    same = sorted(place.parent.glob(f"{name}-*"), key=lambda found: found.stat().st_mtime)
    for old in same[:-_KEPT]:
        old.unlink(missing_ok=True)
