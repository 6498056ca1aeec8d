"""What an act's detail says, in words, for the history of a record and the journal's page. Rooms add their own acts."""

from collections.abc import Callable, Mapping
from typing import Any

from mingbai.journal.models import Act

Teller = Callable[[Mapping[str, Any]], str]
_tellers: dict[str, Teller] = {}
LONGEST = 40


def tell(tellers: Mapping[str, Teller]) -> None:
    """Verb → what its detail says; empty when there is nothing to add."""
    _tellers.update(tellers)


def who(act: Act) -> str:
    """Under whose name, and of an AB角 for whom. Review steps of before named the principal in another word."""
    principal = act.detail.get("acting_for") or act.detail.get("deputy_for")
    return (
        f"{act.actor_label}（代{principal}）" if isinstance(principal, str) and principal else act.actor_label
    )


def said(act: Act) -> str:
    """One line; it must not fail over an act of an earlier version, whose detail had other words."""
    teller = _tellers.get(act.verb)
    if teller is None:
        return ""
    try:
        return teller(act.detail)
    except (KeyError, TypeError, ValueError, AttributeError):
        return ""


def short(value: object) -> str:
    text = "（空）" if value in (None, "") else str(value)
    if isinstance(value, bool):
        text = "是" if value else "否"
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def changes(labels: Mapping[str, str]) -> Teller:
    """For details with `before` and `after`: each field that differs, old → new."""

    def teller(detail: Mapping[str, Any]) -> str:
        before, after = detail["before"], detail["after"]
        return "；".join(
            f"{labels.get(name, name)}：{short(before.get(name))} → {short(value)}"
            for name, value in after.items()
            if before.get(name) != value
        )

    return teller
