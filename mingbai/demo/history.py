"""Two years of publication: which unit publishes what on which day, diligent ones and late ones."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, islice
from random import Random
from typing import Any
from zlib import crc32

from django.db import connection, transaction
from django.db.models import Q

from mingbai.accounts.models import Unit
from mingbai.accounts.scope import VILLAGE_KINDS, unscoped
from mingbai.catalogue.models import Adoption, Column, ColumnState
from mingbai.catalogue.selectors import items_to_answer
from mingbai.catalogue.services import refresh_states
from mingbai.core import clock, search
from mingbai.core.databases import refresh_statistics
from mingbai.demo import patterns  # noqa: F401  registers them
from mingbai.demo.beside import made_beside
from mingbai.demo.rows import TABLES, Item, Numbers, RowMaker, Slice, Staff, finish
from mingbai.demo.scene import TOWNS, Registered, Scene, all_patterns, patterns_for
from mingbai.demo.tables import all_at_once
from mingbai.disclosure import indexing
from mingbai.disclosure.models import Disclosure
from mingbai.disclosure.proposing import Proposer

SPAN = 730
SLICE = 500
FEW = 20  # of the first slice: enough for PostgreSQL's figures, too few to suffer from the lack of them
# days between two items of a unit that keeps to the cadence
RHYTHM = {"dynamic_2w": 11, "monthly": 27, "quarterly": 82, "halfyear": 150, "yearly": 340, "on_event": 430}
# how much of the rhythm may have passed since the last one: columns of a year are not all filled in its last weeks
SINCE_THE_LAST = 0.97
# the further back, the thinner, and of all but the newest only a share: an old site was moved in part
THINNING_DAYS = 40
MOVED = 0.4
# how a unit keeps to it: share of columns never filled, share gone stale, share signed long before publication
HABITS = {"good": (0.01, 0.04, 0.01), "fair": (0.06, 0.14, 0.04), "poor": (0.18, 0.32, 0.12)}
WITH_POLICY = frozenset({"政策解读", "文字解读"})
# days ago of the county's own documents whose later life is shown: lapsed by now, to be repealed, its successor
STANDING_DOCUMENTS = (700, 500, 200)
NOT_HERE = ("v11", "v12", "v13", "v15", "v16", "v22", "v27", "v29", "v32", "v42", "v44", "v45", "v47", "v50")
NOT_HERE_REASON = "近三年没有发生这类事项，发生后恢复公开"
_PATTERNS = {each.name: each for each in all_patterns()}


@dataclass(frozen=True)
class Slot:
    """One item to be written. `explains`: the number of the slot whose policy document it interprets."""

    unit: Unit
    column: Column
    day: date
    minute: int
    chosen: Registered
    late: bool = False
    explains: int | None = None


def lot(code: str) -> int:
    """A unit's draw, the same in every database: row ids differ between them."""
    return crc32(code.encode())


def _habit(unit: Unit) -> tuple[float, float, float]:
    return HABITS[("good", "fair", "good", "poor", "fair", "good")[lot(unit.code) % 6]]


def _working(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def rhythm_days(cadence: str, end: date, rng: Random) -> list[date]:
    """Publication days of one column from two years ago until `end`."""
    if cadence == "static":
        return [end - timedelta(days=rng.randint(200, SPAN - 20))]
    rhythm = RHYTHM[cadence]
    today, day = clock.today(), end - timedelta(days=rng.randint(0, int(rhythm * SINCE_THE_LAST)))
    days = []
    while day > today - timedelta(days=SPAN):
        days.append(_working(day))
        thinner = 1 + (today - day).days / THINNING_DAYS
        day -= timedelta(days=max(1, int(rhythm * rng.uniform(0.85, 1.05) * thinner)))
    return days[::-1]


def season_days(months: tuple[int, ...], end: date, rng: Random) -> list[date]:
    """One day in the season of every year until `end`."""
    start = clock.today() - timedelta(days=SPAN)
    days = [date(year, rng.choice(months), rng.randint(6, 24)) for year in range(start.year, end.year + 1)]
    return [_working(day) for day in days if start < day <= end]


class Planner:
    """Decides from the seed alone; no text is written here."""

    def __init__(self, seed: int = 20260101) -> None:
        self.rng = Random(seed)  # noqa: S311  deterministic on purpose

    def _end(self, unit: Unit) -> date | None:
        blank, stale, _ = _habit(unit)
        draw, today = self.rng.random(), clock.today()
        if draw < blank:
            return None
        back = self.rng.randint(100, 420) if draw < blank + stale else 1
        return today - timedelta(days=back)

    def _slots(
        self, unit: Unit, column: Column, chosen: list[Registered], days: list[date]
    ) -> Iterator[Slot]:
        late = _habit(unit)[2]
        moved = 1.0 if column.cadence == "dynamic_2w" else MOVED
        for day in days:
            if day != days[-1] and self.rng.random() > moved:
                continue
            minute, pattern = self.rng.randint(0, 400), self.rng.choice(chosen)
            yield Slot(unit, column, day, minute, pattern, self.rng.random() < late)

    def _standing(self, unit: Unit, column: Column) -> Iterator[Slot]:
        for days in STANDING_DOCUMENTS:
            day = _working(clock.today() - timedelta(days=days))
            yield Slot(unit, column, day, 60, _PATTERNS["measures"])

    def of(self, adoption: Adoption) -> Iterator[Slot]:
        """The items of one column of one unit; interpretations of documents come with the documents."""
        column, unit = adoption.column, adoption.unit
        if column is None or not column.holds_items or column.cadence in {"link", "archive"}:
            return
        if column.name == "规范性文件" and unit.kind == "county":
            yield from self._standing(unit, column)
        end = self._end(unit)
        if end is None or column.name in WITH_POLICY:
            return
        fitting = patterns_for(column.topic, unit.kind, column.name)
        always = [each for each in fitting if not each.months]
        if always:
            yield from self._slots(unit, column, always, rhythm_days(column.cadence, end, self.rng))
        for each in fitting:
            if each.months:
                yield from self._slots(unit, column, [each], season_days(each.months, end, self.rng))


def switch_off_what_does_not_occur() -> None:
    """Villages do without columns for things that do not happen there, and say so."""
    rows = unscoped(Adoption).filter(column__code__in=NOT_HERE, unit__kind__in=VILLAGE_KINDS)
    numbered = list(rows.order_by("unit__code", "column__code").values_list("pk", "unit__code"))
    off = [pk for place, (pk, code) in enumerate(numbered) if (place + lot(code)) % 3]
    unscoped(Adoption).filter(pk__in=off).update(is_on=False, off_reason=NOT_HERE_REASON)


def plan(only: Collection[str] = ()) -> list[Slot]:
    """Every item in the order of publication, each document followed by its interpretation; `only`: codes of units."""
    planner = Planner()
    kept = Q(unit__code__in=only) if only else Q()
    rows = list(
        unscoped(Adoption)
        .filter(kept, column__isnull=False, is_on=True)
        .select_related("column", "unit__parent")
        .order_by("unit__code", "column__code")
    )
    slots = [slot for adoption in rows for slot in planner.of(adoption)]
    beside = {row.unit_id: row.column for row in rows if row.column and row.column.name in WITH_POLICY}
    for number in range(len(slots)):
        slot = slots[number]
        if slot.chosen.name == "measures" and slot.unit.pk in beside:
            day = min(_working(slot.day + timedelta(days=2)), clock.today() - timedelta(days=1))
            explaining = _PATTERNS["questions_and_answers"]
            slots.append(
                replace(slot, column=beside[slot.unit.pk], day=max(day, slot.day), minute=slot.minute + 10,
                        chosen=explaining, late=False, explains=number)
            )  # fmt: skip
    return slots


class Historian:
    """Writes the texts of slots that come in the order of publication, so that serial numbers rise with time."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        self.slots = slots
        self.turns: dict[tuple[int, str], int] = defaultdict(int)
        self.numbers = Numbers()
        self.staff = Staff.read()
        self.places = places_of_units()
        self.documents: dict[int, Item] = {}
        self.proposers: dict[int, Proposer] = {}

    def items(self) -> Iterator[Item]:
        for number, slot in enumerate(self.slots):
            item = self._item(slot)
            if item.text.subject:
                self.documents[number] = item
            yield item

    def _item(self, slot: Slot) -> Item:
        unit = slot.unit
        explained = self.documents.get(slot.explains) if slot.explains is not None else None
        turn = self.turns[unit.pk, slot.chosen.name]
        self.turns[unit.pk, slot.chosen.name] += 1
        seed = f"{unit.code}:{slot.chosen.name}:{turn}:{slot.day}"
        scene = Scene(
            unit,
            unit.parent,
            slot.day,
            Random(seed),  # noqa: S311  deterministic on purpose
            turn,
            slot.column.name,
            self.places.get(unit.pk, Scene.places),
            explained.text.subject if explained else "",
            slot.late,
        )
        text = slot.chosen.write(scene)
        item = Item(unit, slot.column.pk, slot.day, text, minute=slot.minute, interprets=explained)
        item.answers = tuple(self._proposer(unit).items(slot.column, text.title)[:1])
        if text.series:
            item.document_number = self.numbers.document(text.series, (text.written_on or slot.day).year)
        return item

    def _proposer(self, unit: Unit) -> Proposer:
        if unit.pk not in self.proposers:
            self.proposers[unit.pk] = Proposer(items_to_answer(unit))
        return self.proposers[unit.pk]


def places_of_units() -> dict[int, tuple[str, ...]]:
    """What a unit's lists name: a county's and its bureaus' towns, a town's villages."""
    units = list(Unit.objects.order_by("order"))
    towns = tuple(unit.label for unit in units if unit.kind in TOWNS)
    found = {unit.pk: towns for unit in units if unit.kind in {"county", "bureau"}}
    for town in units:
        if town.kind in TOWNS:
            villages = tuple(unit.label for unit in units if unit.parent_id == town.pk)
            found[town.pk] = villages or Scene.places
    return found


def report_to_catalogue() -> None:
    """Figures of columns and items from what is public, in one pass."""
    from django.db.models import Count, Max

    from mingbai.disclosure.models import Fulfilment, Placement

    def figures(model: type[Placement] | type[Fulfilment], what: str) -> dict[tuple[int, int], Any]:
        rows = unscoped(model).filter(disclosure__state="published").order_by().values("unit", what)
        counted = rows.annotate(number=Count("pk"), last=Max("published_at"))
        return {(row["unit"], row[what]): (row["number"], row["last"]) for row in counted}

    in_columns, of_items = figures(Placement, "column"), figures(Fulfilment, "item")
    adapt = connection.ops.adapt_datetimefield_value
    rows = []
    for pk, column, item, unit in unscoped(ColumnState).values_list(
        "adoption_id", "adoption__column", "adoption__item", "unit_id"
    ):
        known = in_columns if column else of_items
        count, last = known.get((unit, column or item or 0), (0, None))
        rows.append((count, adapt(last) if last else None, pk))
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE catalogue_column_state SET published_count = %s, last_published_at = %s WHERE adoption_id = %s",
            rows,
        )
    refresh_states(unscoped(Adoption).all().select_related("column", "item"))


def write_index(ids: list[int]) -> None:
    rows = unscoped(Disclosure).filter(pk__in=ids).select_related("unit").order_by("pk")
    search.backend().put(indexing.entries(list(rows)))


def write_load(items: int, *, index: bool, say: Callable[[str], None]) -> int:
    """That many published items over two years, spread evenly over the columns that units fill."""
    columns = list({(slot.unit.pk, slot.column.pk, slot.chosen.name): slot for slot in plan()}.values())
    first, span = clock.today() - timedelta(days=SPAN), SPAN - 1
    slots = (
        replace(columns[number % len(columns)], day=first + timedelta(days=number * span // items),
                minute=number % 400, explains=None)
        for number in range(items)
    )  # fmt: skip
    return _write(Historian(slots), items, index=index, say=say, bulk=True)


def write_history(*, index: bool = True, say: Callable[[str], None], only: Collection[str] = ()) -> int:
    """Write, index and report; returns how many items were published. `only`: by the units of these codes."""
    switch_off_what_does_not_occur()
    slots = plan(only)
    order = sorted(range(len(slots)), key=lambda number: (slots[number].day, slots[number].minute))
    place = {number: rank for rank, number in enumerate(order)}
    ordered = [
        replace(slots[number], explains=place[explained])
        if (explained := slots[number].explains) is not None
        else slots[number]
        for number in order
    ]
    return _write(Historian(ordered), len(ordered), index=index, say=say)


def slices(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    waiting = iter(items)
    while part := list(islice(waiting, size)):
        yield part


def _write(
    historian: "Historian", total: int, *, index: bool, say: Callable[[str], None], bulk: bool = False
) -> int:
    """`bulk`: everything at once where the database gains by it, which holds off everybody else meanwhile."""
    maker = RowMaker(historian.staff, historian.numbers)

    def make() -> Iterator[Slice]:
        items = historian.items()
        for part in chain(slices(islice(items, FEW), FEW), slices(items, SLICE)):
            yield maker.make(part)

    # making the indexes anew goes through all that is there already
    bulk = bulk and total >= unscoped(Disclosure).count()
    done = 0
    indexing_all = search.backend().bulk() if index else nullcontext()
    with indexing_all, made_beside(make) as parts, all_at_once(TABLES) if bulk else nullcontext():
        for number, part in enumerate(parts, start=1):
            with transaction.atomic(savepoint=False):
                part.insert()
                if index:
                    write_index(part.ids)
            if connection.vendor == "postgresql" and number & (number - 1) == 0:
                # figures of empty tables, or none, make its triggers walk through all rows for each new one
                refresh_statistics()
            done += len(part.ids)
            say(f"已写入 {done}/{total} 条")
    finish()
    report_to_catalogue()
    refresh_statistics()
    return done
