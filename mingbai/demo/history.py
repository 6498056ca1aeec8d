"""Two years of publication: which unit publishes what on which day, diligent ones and late ones."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from django.db import transaction

from mingbai.accounts.models import Unit
from mingbai.accounts.scope import unscoped
from mingbai.catalogue.models import Adoption, ColumnState
from mingbai.catalogue.services import refresh_states
from mingbai.core import clock, search
from mingbai.demo import patterns  # noqa: F401  registers them
from mingbai.demo.rows import BulkWriter, Item, Numbers, Staff, slices
from mingbai.demo.scene import Registered, Scene, patterns_for
from mingbai.disclosure import indexing

SPAN = 730
SLICE = 250
# days between two items for a diligent unit
RHYTHM = {
    "dynamic_2w": 11,
    "monthly": 28,
    "quarterly": 80,
    "halfyear": 70,
    "yearly": 340,
    "on_event": 95,
    "static": 0,
}
# how a unit keeps to it: share of columns never filled, share gone stale
HABITS = {"good": (0.02, 0.04), "fair": (0.10, 0.15), "poor": (0.25, 0.35)}


def _habit(unit: Unit) -> tuple[float, float]:
    return HABITS[("good", "fair", "good", "poor", "fair", "good")[unit.pk % 6]]


def _days(cadence: str, end: date, rng: Random) -> list[date]:
    """Publication days of one column from two years ago until `end`, working days only."""
    rhythm = RHYTHM.get(cadence, 0)
    if not rhythm:
        return [end - timedelta(days=rng.randint(200, SPAN - 20))]
    days, day = [], end - timedelta(days=rng.randint(0, rhythm // 3))
    start = clock.today() - timedelta(days=SPAN)
    while day > start:
        days.append(day)
        day -= timedelta(days=max(1, int(rhythm * rng.uniform(0.8, 1.1))))
    return [day - timedelta(days=max(0, day.weekday() - 4)) for day in reversed(days)]


class Historian:
    def __init__(self, *, scale: int, seed: int = 20260101) -> None:
        self.scale = scale
        self.rng = Random(seed)  # noqa: S311  deterministic on purpose
        self.turns: dict[tuple[int, str], int] = defaultdict(int)
        self.numbers = Numbers()
        self.staff = Staff.read()

    def _end(self, unit: Unit) -> date | None:
        blank, stale = _habit(unit)
        draw = self.rng.random()
        today = clock.today()
        if draw < blank:
            return None
        return (
            today - timedelta(days=self.rng.randint(100, 420))
            if draw < blank + stale
            else today - timedelta(days=1)
        )

    def _write(self, chosen: Registered, unit: Unit, column_id: int, day: date) -> Item:
        turn = self.turns[unit.pk, chosen.name]
        self.turns[unit.pk, chosen.name] += 1
        scene = Scene(unit, unit.parent, day, Random(f"{unit.code}:{chosen.name}:{turn}:{day}"), turn)  # noqa: S311
        text = chosen.write(scene)
        item = Item(unit=unit, column_id=column_id, day=day, text=text)
        if text.series:
            item.document_number = self.numbers.document(text.series, (text.written_on or day).year)
        return item

    def items_of(self, adoption: Adoption) -> list[Item]:
        column, unit = adoption.column, adoption.unit
        if column is None or not column.holds_items or column.cadence in {"link", "archive"}:
            return []
        end = self._end(unit)
        if end is None:
            return []
        found = []
        for day in _days(column.cadence, end, self.rng):
            for _ in range(self.scale):
                fitting = patterns_for(column.topic, unit.kind, day.month)
                if fitting:
                    found.append(self._write(self.rng.choice(fitting), unit, column.pk, day))
        return found


def plan(scale: int) -> tuple[Historian, list[Item]]:
    """Every item in the order of publication."""
    historian = Historian(scale=scale)
    rows = (
        unscoped(Adoption)
        .filter(column__isnull=False, is_on=True)
        .select_related("column", "unit__parent")
        .order_by("pk")
    )
    items = [item for adoption in rows for item in historian.items_of(adoption)]
    items.sort(key=lambda item: (item.day, item.unit.pk, item.column_id))
    return historian, items


def report_to_columns() -> None:
    """Column figures from what is public, in one pass."""
    from django.db.models import Count, Max

    from mingbai.disclosure.models import Placement

    figures = {
        (row["unit"], row["column"]): (row["number"], row["last"])
        for row in unscoped(Placement)
        .filter(disclosure__state="published")
        .order_by()
        .values("unit", "column")
        .annotate(number=Count("pk"), last=Max("published_at"))
    }
    states = list(unscoped(ColumnState).select_related("adoption"))
    for state in states:
        count, last = figures.get((state.unit_id, state.adoption.column_id or 0), (0, None))
        state.published_count, state.last_published_at = count, last
    unscoped(ColumnState).bulk_update(states, ["published_count", "last_published_at"], batch_size=200)
    refresh_states(unscoped(Adoption).filter(column__isnull=False).select_related("column"))


def write_history(units: dict[str, Unit], *, scale: int, say: Callable[[str], None]) -> int:
    """Write, index and report; returns how many items were published."""
    historian, items = plan(scale)
    writer = BulkWriter(historian.staff, historian.numbers)
    done = 0
    for part in slices(items, SLICE):
        with transaction.atomic():
            writer.write(part)
            historian.numbers.store()
            search.backend().put(indexing.entries([item.row for item in part if item.row]))
        done += len(part)
        say(f"已写入 {done}/{len(items)} 条")
    report_to_columns()
    return done
