"""One prepared process that forks victims, so that a kill costs no start of Python.

`python -m benchmarks.kill_nursery publishing 50 SEED` prints the faults found after each kill as JSON. A victim dies by
SIGKILL in one of three ways, by the dice: at a moment that the parent chooses; at the entry of the n-th function call of
its work; at a seam, such as between a commit and the deletion of pages, or between a file and its row.
"""

import importlib
import json
import os
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import cycle
from random import Random
from typing import Any

from benchmarks.kill_victim import PATHS, second_person
from mingbai.cli import installation

# (module, name of the function or `Class.method`, whether the kill comes before or after it)
SEAMS: dict[str, list[tuple[str, str, str]]] = {
    "publishing": [
        ("mingbai.core.pages.changes", "_delete_pages", "before"),
        ("mingbai.core.pages.changes", "_delete_pages", "after"),
        ("mingbai.core.pages.files", "drop", "after"),
        ("mingbai.core.pages.files", "Prepared.put", "before"),
        ("mingbai.core.pages.files", "Prepared.put", "after"),
        ("mingbai.core.files", "store", "after"),
        ("mingbai.core.quarantine", "put", "after"),
        ("mingbai.disclosure.numbers", "take_number", "after"),
        ("mingbai.disclosure.indexing", "put", "after"),
        ("mingbai.disclosure.indexing", "drop", "before"),
        ("mingbai.disclosure.services.expunging", "remove_files", "before"),
        ("mingbai.core.files", "remove", "after"),
    ],
    "importing": [
        ("mingbai.core.quarantine", "put", "after"),
        ("mingbai.core.files", "store", "after"),
        ("mingbai.disclosure.importing.batches", "_queue", "before"),
        ("mingbai.disclosure.importing.documents", "create_draft", "after"),
        ("mingbai.disclosure.importing.documents", "_attached", "before"),
        ("mingbai.disclosure.importing.documents", "check_draft", "before"),
        ("mingbai.journal.jobs", "renew", "before"),
    ],
    "journal": [
        ("mingbai.journal.sealing", "take_number", "after"),
        ("mingbai.journal.sealing", "spelled", "after"),
        ("mingbai.journal.sealing", "seal_slice", "before"),
        ("mingbai.journal.sealing", "seal_slice", "after"),
    ],
}
UNITS = 4


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def arm_calls(number: int) -> None:
    """Die at the entry of the n-th call of a Python function from now on."""
    left = [number]

    def count(frame: Any, event: str, argument: Any) -> None:
        if event == "call":
            left[0] -= 1
            if left[0] <= 0:
                die()

    sys.setprofile(count)


def arm_seam(module: str, name: str, when: str, turn: int) -> None:
    """Die before or after the function, the `turn`-th time that it is called."""
    owner: Any = importlib.import_module(module)
    *above, last = name.split(".")
    for part in above:
        owner = getattr(owner, part)
    original: Callable[..., Any] = getattr(owner, last)
    left = [turn]

    def wrapped(*arguments: Any, **named: Any) -> Any:
        left[0] -= 1
        if left[0] == 0 and when == "before":
            die()
        result = original(*arguments, **named)
        if left[0] == 0:
            die()
        return result

    setattr(owner, last, wrapped)


class Nursery:
    def __init__(self, path: str, seed: str) -> None:
        self.path, self.seed, self.dice = path, seed, Random(seed)  # noqa: S311
        # each seam once before any comes again
        self.seams = cycle(self.dice.sample(SEAMS[path], len(SEAMS[path])))
        self.seconds, self.calls = self._measure()
        self.ways: Counter[str] = Counter()

    def _measure(self) -> tuple[float, int]:
        """How long one warm unit of work takes, and how many calls it makes."""
        from django.db import connections

        work = PATHS[self.path](f"{self.seed}m")
        next(work)
        started = time.perf_counter()
        next(work)
        seconds = time.perf_counter() - started
        calls = [0]

        def count(frame: Any, event: str, argument: Any) -> None:
            calls[0] += event == "call"

        sys.setprofile(count)
        next(work)
        sys.setprofile(None)
        connections.close_all()
        return seconds, calls[0]

    def kill(self, number: int) -> None:
        way = self.dice.choice(["moment", "call", "seam"])
        arm: Callable[[], None] | None = None
        after = None
        if way == "moment":
            after = self.dice.uniform(0, 2 * self.seconds)
        elif way == "call":
            arm = partial(arm_calls, self.dice.randrange(1, 2 * self.calls))
        else:
            module, name, when = next(self.seams)
            way = f"{when} {name}"
            # at its first call for certain, since some are not called again in a victim's life
            turn = self.dice.randrange(1, 4) if self.ways[way] else 1
            arm = partial(arm_seam, module, name, when, turn)
        self.ways[way] += 1
        self._raise(f"{self.seed}n{number}", arm, after)

    def _raise(self, seed: str, arm: Callable[[], None] | None, after: float | None) -> None:
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            self._live(seed, arm, writing)
        os.close(writing)
        with os.fdopen(reading) as told:
            if told.readline() != "ready\n":
                raise RuntimeError(told.read())
            if after is not None:
                time.sleep(after)
                os.kill(child, signal.SIGKILL)
            rest = told.read()
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            raise RuntimeError(rest or f"{self.path} {seed}: the victim ended by itself")

    def _live(self, seed: str, arm: Callable[[], None] | None, writing: int) -> None:
        """The victim's life; a seam that is not reached within some units of work ends it all the same."""
        try:
            os.write(writing, b"ready\n")
            work = PATHS[self.path](seed)
            if arm is not None:
                arm()
            for _ in range(UNITS):
                next(work)
            die()
        except Exception:  # noqa: BLE001  told to the parent, which stops the run
            os.write(writing, traceback.format_exc().encode())
            os._exit(1)


def main() -> None:
    from django.db import connections

    from benchmarks.kill_checks import faults

    path, kills, seed = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    installation.setup()
    second_person()
    nursery, found = Nursery(path, seed), list[str]()
    for number in range(kills):
        nursery.kill(number)
        found += [f"kill {number}: {fault}" for fault in faults()]
        connections.close_all()
    print(json.dumps({"faults": found, "ways": nursery.ways}, ensure_ascii=False))


if __name__ == "__main__":
    main()
