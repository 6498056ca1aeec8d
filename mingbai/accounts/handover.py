"""What rooms above have to do when somebody leaves: they register it here, because this room does not know them."""

from collections.abc import Callable
from datetime import date

from mingbai.accounts.models import Person
from mingbai.journal.models import Notice

# (leaver, successor, last day) → how many things changed hands
Mover = Callable[[Person, Person, date], int]
# how many things somebody still has that another would take over
Waiting = Callable[[Person], int]
_duties: dict[str, tuple[Mover, Waiting]] = {}


def on_handover(name: str, mover: Mover, waiting: Waiting) -> None:
    """`name` appears with the number in the journal: 「责任栏目」 and the like."""
    _duties[name] = (mover, waiting)


def _notices(leaver: Person, successor: Person, on: date) -> int:
    told = Notice.objects.filter(person_id=successor.pk).exclude(dedupe="").values("dedupe")
    unread = Notice.objects.filter(person_id=leaver.pk, read_at=None)
    return unread.exclude(dedupe__in=told).update(person_id=successor.pk)


def move_everything(leaver: Person, successor: Person, on: date) -> dict[str, int]:
    """Unread notices and what the rooms above registered, each with its number."""
    movers = {"未读提醒": _notices} | {name: mover for name, (mover, _) in _duties.items()}
    return {name: mover(leaver, successor, on) for name, mover in movers.items()}


def left_with(person: Person) -> dict[str, int]:
    """Duties that nobody would look after if this person were gone."""
    numbers = {name: waiting(person) for name, (_, waiting) in _duties.items()}
    return {name: number for name, number in numbers.items() if number}
