"""Patterns that are compiled when first used, and for single commands remembered from run to run.

Compiling the patterns of all rules takes longer than reading a short text, and most texts need few of them. What
the compiler makes of a pattern is plain numbers; `remember` takes them from the user's cache folder and `keep` puts
them there. They are the compiler's own affair, so they are used only by the very Python that made them.
"""

import gc
import importlib
import re
import sys
from array import array
from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from mingbai.text.kept import kept, map_files, put
from mingbai.text.packed import Packed, pack

_FOR = (sys.version,)
# Who asks `re.search` for a pattern stands so many calls above its compiler.
_ASKING = 3
# Flags, the numbers as bytes, how many groups, their names.
_Made = tuple[int, bytes, int, dict[str, int], list[str | None]]
# What was kept, by flags and pattern; and what is new.
_known: Packed = Packed(pack({}))
_new: dict[str, _Made] = {}
_remembering = False
# How much is new. Writing the file anew takes longer than finding out a little again.
_news = 0
_WORTH_WRITING = 25
# So many classes of characters are remembered.
_CLASSES = 5_000


class Lazy:
    """Stands for a compiled pattern until it is asked for anything but its source."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.given_flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = self.__dict__.get("_compiled")
        if compiled is None:
            compiled = self._compiled = compile_now(self.pattern, self.given_flags)
        # Most are asked for one method.
        found = self.__dict__[name] = getattr(compiled, name)
        return found


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(source, flags)`, put off until the pattern is used; a mistake in it shows only then."""
    return cast(re.Pattern[str], Lazy(source, flags))


def compile_all() -> None:
    """Every pattern that a loaded module has put off."""
    for thing in gc.get_objects():
        if issubclass(type(thing), Lazy):
            compile_now(thing.pattern, thing.given_flags)


def compile_now(source: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(source, flags)`, from what is remembered of it where anything is."""
    flags = int(flags)
    return (_remembering and _engine_pattern(source, flags)) or re.compile(source, flags)


def _engine_pattern(source: str, flags: int) -> re.Pattern[str] | None:
    """The pattern from what is remembered of it; None where the engine does not take that."""
    try:
        all_flags, code, groups, numbers, names = _made(source, flags)
        # A list of its own for each would stay in memory, some thirty million bytes of them.
        listed = array("I", code).tolist()
        return _engine().compile(source, all_flags, listed, groups, numbers, tuple(names))  # type: ignore[no-any-return]
    except (AttributeError, TypeError, ValueError, RuntimeError, KeyError, OverflowError):
        return None


def _made(source: str, flags: int) -> _Made:
    global _news  # noqa: PLW0603 - one switch for the process
    key = f"{flags} {source}"
    made: _Made | None = _new.get(key) or _known.row(key)
    if made is None:
        made = _new[key] = _numbers_of(source, flags)
        _news += 1
    return made


@cache
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
    return (
        flags | parsed.state.flags,
        array("I", code).tobytes(),
        parsed.state.groups - 1,
        dict(groups),
        names,
    )


def remember() -> None:
    """Before a command that reads a text or two and ends."""
    global _remembering, _known  # noqa: PLW0603 - switches for the process
    map_files()
    _known = Packed(kept("patterns", _FOR, lambda: pack({})))
    _remembering = True
    compile_classes_once()
    _remember_constants()


def is_remembering() -> bool:
    """Whether this is such a command."""
    return _remembering


def keep(fewest: int = _WORTH_WRITING) -> None:
    """At the end of such a command, where so many patterns are new."""
    if _news and (_news >= fewest or _known.is_empty()):
        put("patterns", _FOR, pack(_known.whole() | _new))


def learnt() -> dict[str, _Made]:
    """What is new of patterns, for another process of the same command."""
    return _new


def learn(made: Mapping[str, _Made]) -> None:
    """What another process has found out of patterns."""
    global _news  # noqa: PLW0603 - one switch for the process
    _news += len(made.keys() - _new.keys())
    _new.update(made)


def _remember_constants() -> None:
    """Makes `re.search("…", text)` and `re.compile("…")` use what is remembered too, where the pattern is written there.

    Patterns that are put together, mostly of a text's own names, are not kept: they would pile up.
    """
    compiler = importlib.import_module("re._compiler")
    compile_pattern = getattr(compiler, "compile", None)
    if compile_pattern is None or hasattr(compile_pattern, "remembers") or not hasattr(sys, "_getframe"):
        return

    def remembering(source: Any, flags: int = 0) -> Any:
        # Here, `re._compile`, `re.search`, who asks.
        asking = sys._getframe(_ASKING)
        known = _remembering and type(source) is str and source in asking.f_code.co_consts
        return (known and _engine_pattern(source, int(flags))) or compile_pattern(source, flags)

    remembering.remembers = True  # type: ignore[attr-defined]
    compiler.compile = remembering  # type: ignore[attr-defined]


def compile_classes_once() -> None:
    """Makes Python's compiler remember classes of characters in the patterns that a text asks for by its own names.

    It goes through every character of a range: 「一-鿿」 takes it longer than all the rest of such a pattern, and where texts are
    checked one after another a twelfth of the time.
    """
    compiler = importlib.import_module("re._compiler")
    compile_class = getattr(compiler, "_optimize_charset", None)
    if compile_class is None or hasattr(compile_class, "cache"):
        return
    made: dict[str, Any] = {}

    def remembered(characters: Any, *others: Any) -> Any:
        if any(others):
            return compile_class(characters, *others)
        key = repr(characters)
        # another thread may forget them all at any time
        if (known := made.get(key)) is None:
            if len(made) >= _CLASSES:
                made.clear()
            known = made[key] = compile_class(characters, *others)
        return known

    remembered.cache = made  # type: ignore[attr-defined]
    compiler._optimize_charset = remembered  # type: ignore[attr-defined]
