"""Making rows in a process of their own, beside the one that writes them: two processors are then at work."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from multiprocessing.queues import Queue
from queue import Empty
from typing import Any, TypeVar

from django.db import connection, connections

T = TypeVar("T")
AHEAD = 4  # slices that may wait for the writer


class MakerFailed(Exception):
    """The other process ended before its last slice; its own message is on the error output."""


@contextmanager
def made_beside(make: Callable[[], Iterator[T]]) -> Iterator[Iterator[T]]:
    """What `make` yields, made in another process; in this one while a transaction is open, whose rows nobody else sees."""
    if connection.in_atomic_block:
        yield make()
        return
    connections.close_all()  # a connection must not cross the fork
    context = multiprocessing.get_context("fork")
    queue: Queue[T | None] = context.Queue(maxsize=AHEAD)
    maker = context.Process(target=_put_all, args=(make, queue), daemon=True)
    maker.start()
    try:
        yield _taken(queue, maker)
    finally:
        maker.kill()
        maker.join()


def _taken(queue: "Queue[T | None]", maker: BaseProcess) -> Iterator[T]:
    while (part := _next(queue, maker)) is not None:
        yield part


def _put_all(make: Callable[[], Iterator[Any]], queue: "Queue[Any]") -> None:
    for part in make():
        queue.put(part)
    queue.put(None)
    connections.close_all()


def _next(queue: "Queue[T | None]", maker: BaseProcess) -> T | None:
    while True:
        ended = not maker.is_alive()  # asked first: what it had put before is in the queue by then
        try:
            return queue.get(timeout=0.1 if ended else 2)
        except Empty:
            if ended:
                raise MakerFailed(f"exit code {maker.exitcode}") from None
