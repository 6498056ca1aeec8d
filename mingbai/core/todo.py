"""What the rooms put on the home page of the desk beside the desk's own lists: each declares a question that is asked
for whoever opens it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Line:
    """One thing to do: a word on its state, what it is, where it is done, and until when."""

    state: Literal["bad", "warn"]
    mark: str
    text: str
    url: str
    detail: str = ""


@dataclass(frozen=True)
class Panel:
    """`total` may be more than the lines; `url` leads to all of them."""

    heading: str
    explained: str
    lines: tuple[Line, ...]
    total: int
    url: str


# asked with the person's `accounts.actors.Actor`; None where there is nothing to do
Question = Callable[[Any], Panel | None]
_questions: list[Question] = []


def register(question: Question) -> None:
    _questions.append(question)


def panels(actor: Any) -> list[Panel]:
    return [panel for question in _questions if (panel := question(actor))]
