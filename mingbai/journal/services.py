"""Writing the journal: one act, one row, in the transaction of the act itself."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from mingbai.core import clock
from mingbai.journal.models import Act


class Who(Protocol):
    """Whoever acts: the signed-in person, or the system itself (`person_id` None)."""

    @property
    def person_id(self) -> int | None: ...
    @property
    def label(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def acting_for_name(self) -> str:
        """Of an AB角: whose work the B does under their own name; empty when it is their own."""


@dataclass(frozen=True)
class Entry:
    """What one act says: `verb` as named by the service, `target` as (type, id, label)."""

    verb: str
    target: tuple[str, str | int, str]
    unit: tuple[int | None, str] = (None, "")
    before: str = ""
    after: str = ""
    reason: str = ""
    detail: dict[str, Any] = field(default_factory=dict)
    personal_data: bool = False


def _row(actor: Who, entry: Entry, at: datetime, principal: str) -> Act:
    kind, identifier, label = entry.target
    # a service that knows better, such as a review step, says it itself, be it that there is nobody
    acting_for = entry.detail.get("acting_for", principal)
    detail = {name: value for name, value in entry.detail.items() if name != "acting_for"}
    return Act(
        at=at,
        actor_id=actor.person_id,
        actor_label=actor.label,
        unit_id=entry.unit[0],
        unit_label=entry.unit[1],
        verb=entry.verb,
        object_type=kind,
        object_id=str(identifier),
        object_label=label[:300],
        before_digest=entry.before,
        after_digest=entry.after,
        reason=entry.reason,
        detail=detail | ({"acting_for": acting_for} if acting_for else {}),
        address=actor.address,
        personal_data=entry.personal_data,
    )


def record(actor: Who, entry: Entry, *, at: datetime | None = None) -> Act:
    """Write one act; the sealer chains it later."""
    act = _row(actor, entry, at or clock.now(), actor.acting_for_name)
    act.save(force_insert=True)
    return act


def record_many(actor: Who, entries: list[Entry], *, at: datetime | None = None) -> None:
    """Write the acts of a bulk operation, one row each."""
    instant, principal = at or clock.now(), actor.acting_for_name
    Act.objects.bulk_create([_row(actor, entry, instant, principal) for entry in entries], batch_size=500)
