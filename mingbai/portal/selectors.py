"""What the portal's pages ask of the rooms below, with the keys that each answer depends on."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import Count, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from mingbai.accounts.models import LeadingGroupMember, Unit
from mingbai.catalogue.models import CatalogueItem, Column, ColumnState
from mingbai.catalogue.selectors import adopted_items, public_column_codes, public_columns, with_state
from mingbai.core import clock, pages
from mingbai.core.errors import Missing
from mingbai.core.prepared import Prepared
from mingbai.disclosure import service_guides
from mingbai.disclosure.models import Disclosure, Fulfilment, Placement
from mingbai.disclosure.selectors import public_items

VILLAGES = ("village", "community")
PUBLIC_SERVICES = ("school", "public_institution")
LOOKED_AT = 300


def hints() -> tuple[str, ...]:
    """What many people look for, as they say it."""
    return ("低保", "种地补贴", "城乡居民医保", "孩子上学", "宅基地")


@cache
def tasks() -> list[dict[str, Any]]:
    """What people come for: {slug, verb, hint, topics}."""
    found = json.loads((Path(__file__).parent / "data" / "topics.json").read_text(encoding="utf-8"))
    return list(found["tasks"])


def unit_by_code(code: str) -> Unit:
    unit = Unit.objects.select_related("parent", "merged_into").filter(code=code).first()
    if unit is None:
        raise Missing("没有这个单位。")
    pages.reads(f"unit:{unit.pk}")
    return unit


def county() -> Unit | None:
    return Unit.objects.filter(kind=Unit.Kind.COUNTY, merged_into=None).order_by("order", "pk").first()


def open_units() -> list[Unit]:
    """Every unit that exists, in the order of the county's list; samples from elsewhere last."""
    pages.reads("units")
    found = Unit.objects.filter(closed_on=None, merged_into=None).select_related("parent")
    return sorted(found, key=lambda unit: unit.is_sample)


def newest(rows: QuerySet[Disclosure], number: int) -> list[Disclosure]:
    return list(rows[:number])


def items_in(columns: Iterable[int], unit: Unit | None = None) -> QuerySet[Disclosure]:
    """Public items that stand in these columns."""
    places = Placement.objects.of(column__in=list(columns))
    if unit is not None:
        places = places.filter(unit=unit)
    return public_items().filter(pk__in=places.values("disclosure_id"))


def topic_items(topics: Sequence[str]) -> QuerySet[Disclosure]:
    """Public items of all units in the columns of these topics."""
    pages.reads("home", "units")
    return items_in(Column.objects.filter(topic__in=topics).values_list("pk", flat=True))


def guides_among(rows: QuerySet[Disclosure], number: int = 6) -> list[Disclosure]:
    """The newest that tell how something is done, one of each; among the newest `LOOKED_AT` alone."""
    recent = rows.filter(kind__in=service_guides.KINDS).only("title", "kind", "published_at", "unit")[
        :LOOKED_AT
    ]
    found: dict[str, Disclosure] = {}
    for row in recent:
        if service_guides.is_service_guide(row.title, row.kind):
            found.setdefault(row.title.replace(row.unit.name, "").replace(row.unit.label, ""), row)
    return list(found.values())[:number]


def kind_items(kinds: Sequence[str]) -> QuerySet[Disclosure]:
    pages.reads("home", "units")
    return public_items().filter(kind__in=kinds)


@dataclass(frozen=True)
class ColumnNode:
    """A column of a unit with its own ones below, and how many items stand in all of them."""

    column: Column
    name: str
    count: int
    children: list["ColumnNode"]

    @property
    def leads_on(self) -> bool:
        """Holds nothing of its own and shows the way to where things are; a count of 0 would look like neglect."""
        return not self.column.holds_items and not self.children and not self.count

    def ids(self) -> list[int]:
        return [self.column.pk, *(pk for child in self.children for pk in child.ids())]


def column_tree(unit: Unit) -> list[ColumnNode]:
    """The unit's columns with counts; two queries."""
    pages.reads(f"unit:{unit.pk}")
    counted = (
        Placement.objects.public()
        .filter(unit=unit)
        .values("column_id")
        .annotate(number=Count("pk"))
        .order_by()
    )
    counts = {row["column_id"]: row["number"] for row in counted}
    return [_node(node, counts) for node in public_columns(unit)]


def _node(node: dict[str, Any], counts: dict[int, int]) -> ColumnNode:
    children = [_node(child, counts) for child in node["children"]]
    own = counts.get(node["column"].pk, 0)
    return ColumnNode(node["column"], node["name"], own + sum(child.count for child in children), children)


# a site map names at most 50,000 addresses
COLUMNS_IN_A_MAP = 20_000


def column_pages() -> dict[int, list[str]]:
    """The addresses of all columns of all units, in blocks by the number of the adoption, so that a new one changes one
    block only."""
    found: dict[int, list[str]] = {}
    for number, unit, column in public_column_codes():
        found.setdefault(number // COLUMNS_IN_A_MAP, []).append(f"/units/{unit}/columns/{column}/")
    return found


def find_column(tree: list[ColumnNode], code: str) -> tuple[list[ColumnNode], ColumnNode]:
    """The column of this code and those above it."""
    for node in tree:
        if node.column.code == code:
            return [], node
        try:
            above, found = find_column(node.children, code)
        except Missing:
            continue
        return [node, *above], found
    raise Missing("本单位没有这个栏目，或它已停用。")


def column_items(unit: Unit, node: ColumnNode) -> QuerySet[Disclosure]:
    pages.reads(*(f"column:{unit.pk}:{pk}" for pk in node.ids()))
    return items_in(node.ids(), unit)


def topic_column(tree: list[ColumnNode], topic: str) -> ColumnNode | None:
    """The first column of a topic that is not empty, else the first."""
    flat = list(_flat(tree))
    found = [node for node in flat if node.column.topic == topic]
    return next((node for node in found if node.count), found[0] if found else None)


def _flat(tree: list[ColumnNode]) -> Iterable[ColumnNode]:
    for node in tree:
        yield node
        yield from _flat(node.children)


@dataclass(frozen=True)
class Compliance:
    """How a unit keeps its columns, in the words of the page."""

    total: int
    kept: int
    stale: int
    blank: int
    # (name, code, state in words) of the columns that are behind
    behind: tuple[tuple[str, str, str], ...] = ()


BEHIND = {"stale": "超期未更新", "blank": "还是空白"}


def compliance(unit: Unit) -> Compliance | None:
    """As of now; the page ends with the day, since lateness comes by itself. None where nothing is owed."""
    now = clock.now()
    rows = with_state(
        ColumnState.objects.of(unit=unit).filter(adoption__is_on=True, adoption__column__holds_items=True),
        now,
    )
    counts = {row["colour"]: row["n"] for row in rows.values("colour").annotate(n=Count("pk")).order_by()}
    pages.expires(clock.start_of_day(clock.today() + timedelta(days=1)))
    total = sum(counts.values())
    stale, blank = counts.get("stale", 0), counts.get("blank", 0)
    if not total:
        return None
    late = (
        rows.filter(colour__in=BEHIND).select_related("adoption__column").order_by("adoption__column__order")
    )
    behind = ((row.adoption.name, row.adoption.column.code, BEHIND[row.colour]) for row in late)
    return Compliance(total, total - stale - blank, stale, blank, tuple(behind) if stale or blank else ())


def leading_group(unit: Unit) -> list[LeadingGroupMember]:
    """Those whose term runs today; a term may have its last day fixed from the start."""
    today = clock.today()
    pages.expires(clock.start_of_day(today + timedelta(days=1)))
    running = Q(ends_on=None) | Q(ends_on__gte=today)
    return list(LeadingGroupMember.objects.filter(running, unit=unit, starts_on__lte=today))


def villages_of(unit: Unit) -> list[Unit]:
    pages.reads("units")
    return list(
        Unit.objects.filter(parent=unit, kind__in=VILLAGES, closed_on=None, merged_into=None).order_by(
            "order", "pk"
        )
    )


RELATED = 5
_newest_of_column = Prepared(
    lambda column, unit: (
        public_items()
        .filter(pk__in=Placement.objects.of(column=column, unit=unit).values("disclosure_id"))
        .select_related(None)
        .only("title", "published_at")[: RELATED + 1]
    ),
    numbers=2,
)


def related_items(disclosure: Disclosure, column: int | None, number: int = RELATED) -> list[Disclosure]:
    """Neighbours in the same column of the same unit."""
    if column is None:
        return []
    pages.reads(f"column:{disclosure.unit_id}:{column}")
    rows = _newest_of_column(column, disclosure.unit_id)
    return [row for row in rows if row.pk != disclosure.pk][:number]


@dataclass(frozen=True)
class Answered:
    """What the county has published of one item of the standard catalogue."""

    item: CatalogueItem
    count: int
    newest: list[Disclosure]


SHOWN_OF_ITEM = 3


def answered_items(items: list[CatalogueItem], unit: Unit | None = None) -> list[Answered]:
    """For each item how much is public, of one unit or of all, and the newest of it; two queries."""
    pages.reads("units", *(f"catalogue-item:{item.pk}" for item in items))
    public = Fulfilment.objects.public().filter(item__in=items)
    if unit is not None:
        public = public.filter(unit=unit)
    counted = public.order_by().values("item").annotate(number=Count("pk"))
    counts = {row["item"]: row["number"] for row in counted}
    order = Window(RowNumber(), partition_by="item", order_by=("-published_at", "-disclosure_id"))
    rows = public.annotate(place=order).filter(place__lte=SHOWN_OF_ITEM).select_related("disclosure__unit")
    newest: dict[int, list[Disclosure]] = {}
    for row in sorted(rows, key=lambda row: row.place):
        newest.setdefault(row.item_id, []).append(row.disclosure)
    return [Answered(item, counts.get(item.pk, 0), newest.get(item.pk, [])) for item in items]


def items_of(unit: Unit) -> list[CatalogueItem]:
    """The items of the standard catalogue that the unit answers for, and those it has answered besides."""
    pages.reads(f"unit:{unit.pk}", "catalogue")
    answered = Fulfilment.objects.public().filter(unit=unit).order_by().values("item")
    wanted = Q(pk__in=adopted_items(unit)) | Q(pk__in=answered)
    rows = CatalogueItem.objects.filter(wanted, domain__catalogue__replaced_on=None).select_related("domain")
    return list(rows.order_by("domain__order", "order"))


def items_answering(item: CatalogueItem) -> QuerySet[Disclosure]:
    """Everything public that answers the item."""
    pages.reads("units", f"catalogue-item:{item.pk}")
    answers = Fulfilment.objects.of(item=item).values("disclosure_id")
    return (
        Disclosure.objects.public()
        .filter(pk__in=answers)
        .select_related("unit")
        .order_by("-published_at", "-pk")
    )


def domains() -> list[dict[str, Any]]:
    """The 26 areas with their items: {code, name, items}."""
    pages.reads("catalogue")
    found: dict[str, dict[str, Any]] = {}
    rows = CatalogueItem.objects.filter(domain__catalogue__replaced_on=None).select_related("domain")
    for item in rows.order_by("domain__order", "order"):
        entry = found.setdefault(
            item.domain.code, {"code": item.domain.code, "name": item.domain.name, "items": []}
        )
        entry["items"].append(item)
    return list(found.values())
