"""Patterns that are compiled when first used, and for single commands remembered from run to run.

Compiling the patterns of all rules takes longer than reading a short text, and most texts need few of them. What
the compiler makes of a pattern is plain numbers; `remember` takes them from the user's cache folder and `keep` puts
them there. They are the compiler's own affair, so they are used only by the very Python that made them.
"""

import importlib
import re
import sys
from collections.abc import Callable
from typing import Any, cast

from mingbai.text.kept import kept, put

_FOR = (sys.version,)
_Made = tuple[int, list[int], int, dict[str, int], list[str | None]]
_known: dict[tuple[str, int], _Made] = {}
_read: dict[tuple[str, int], tuple[Any, ...]] = {}
_remembering = False
_news = False


class Lazy:
    """Stands for a compiled pattern until it is asked for anything but its source."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.given_flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = compile_now(self.pattern, self.given_flags)
        for method in ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn"):
            setattr(self, method, getattr(compiled, method))
        self.groupindex = compiled.groupindex
        return getattr(compiled, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(source, flags)`, put off until the pattern is used; a mistake in it shows only then."""
    return cast(re.Pattern[str], Lazy(source, flags))


def compile_now(source: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(source, flags)`, from what is remembered of it where anything is."""
    global _news  # noqa: PLW0603 - one switch for the process
    flags = int(flags)
    if not _remembering:
        return re.compile(source, flags)
    try:
        made = _known.get((source, flags))
        if made is None:
            made = _known[source, flags] = _numbers_of(source, flags)
            _news = True
        return _engine().compile(source, *made[:3], made[3], tuple(made[4]))  # type: ignore[no-any-return]
    except (AttributeError, TypeError, ValueError, RuntimeError, KeyError):
        return re.compile(source, flags)


def once_read(source: str, flags: int, read: Callable[[str, int], tuple[Any, ...]]) -> tuple[Any, ...]:
    """`read(source, flags)`, plain values that are read out of a pattern, or what is remembered of it."""
    global _news  # noqa: PLW0603 - one switch for the process
    if not _remembering:
        return read(source, flags)
    key = (source, int(flags))
    if key not in _read:
        # What is kept is written as plain values.
        _read[key] = tuple(read(source, flags))
        _news = True
    return _read[key]


def _engine() -> Any:
    return importlib.import_module("_sre")


def _numbers_of(source: str, flags: int) -> _Made:
    """What `re.compile` hands to its engine."""
    parsed = importlib.import_module("re._parser").parse(source, flags)
    code = importlib.import_module("re._compiler")._code(parsed, flags)
    groups = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    return flags | parsed.state.flags, [int(n) for n in code], parsed.state.groups - 1, dict(groups), names


def remember() -> None:
    """Before a command that reads a text or two and ends."""
    global _remembering  # noqa: PLW0603 - one switch for the process
    nothing: tuple[dict[tuple[str, int], _Made], dict[tuple[str, int], tuple[Any, ...]]] = ({}, {})
    known, read = kept("patterns", _FOR, lambda: nothing)
    _known.update(known)
    _read.update(read)
    _remembering = True


def is_remembering() -> bool:
    """Whether this is such a command."""
    return _remembering


def keep() -> None:
    """At the end of such a command."""
    if _news:
        put("patterns", _FOR, (_known, _read))
