"""What a page reads while it renders."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime


@dataclass
class Recording:
    keys: set[str] = field(default_factory=set)
    expires_at: datetime | None = None


_current: ContextVar[Recording | None] = ContextVar("page_recording", default=None)


def reads(*keys: str) -> None:
    """Selectors say what they are about to read; outside the rendering of a stored page this does nothing."""
    recording = _current.get()
    if recording is not None:
        recording.keys.update(keys)


def expires(at: datetime) -> None:
    """The page says something that ceases to be so at this instant; the earliest of several counts."""
    recording = _current.get()
    if recording is not None and (recording.expires_at is None or at < recording.expires_at):
        recording.expires_at = at


@contextmanager
def recording() -> Iterator[Recording]:
    found = Recording()
    token = _current.set(found)
    try:
        yield found
    finally:
        _current.reset(token)
