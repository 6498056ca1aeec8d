"""How work grows with what it is given, asked so that no busy machine and no collection of rubbish can decide a test.

A test says one of two things: twice the text is not four times the work, or a piece of work is nowhere near a cap that only
work without end comes near. Each is asked several times and holds if it holds once: what grows with the square does so each
time. The collector of rubbish is off meanwhile, for after some thousand tests one of its rounds takes longer than most of
what is measured here.
"""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# What grows with the square takes four times as long for twice the text.
_MOST = 3.0
_TRIES = 3


def seconds_of(work: Callable[[], object]) -> float:
    """The processor time that `work` takes, in seconds."""
    with _undisturbed():
        begin = time.process_time()
        work()
        return time.process_time() - begin


def grows_with_the_square(take: Callable[[int], float], size: int, flutters: float) -> bool:
    """Whether twice the size takes more than three times as long, each time it is tried.

    `take` gives the seconds for a size; below `flutters` of them nothing is compared.
    """
    for _ in range(_TRIES):
        whole = take(2 * size)
        if whole < flutters or whole < _MOST * take(size):
            return False
    return True


def ends_within(cap: float, work: Callable[[], object]) -> bool:
    """Whether `work` once stays below `cap` seconds of processor time; `cap` is many times what it takes on a slow machine."""
    return any(seconds_of(work) < cap for _ in range(_TRIES))


@contextmanager
def _undisturbed() -> Iterator[None]:
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
