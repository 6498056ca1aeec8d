"""What a person has to do today, in the order of urgency; the same number of queries whoever asks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from django.db import connection
from django.db.models import Case, Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import Unit
from mingbai.accounts.selectors import Away, away_on
from mingbai.catalogue import selectors as catalogue
from mingbai.catalogue.models import Column
from mingbai.core import clock, todo
from mingbai.core.calendars import current_calendar
from mingbai.disclosure.models import Disclosure, Placement
from mingbai.disclosure.queue import shown
from mingbai.disclosure.selectors import return_reasons, review_queue_of
from mingbai.journal.models import Notice

SHOWN = 8
LAPSING_WITHIN = timedelta(days=60)
CALENDAR_WARNING_FROM = (11, 1)


@dataclass(frozen=True)
class Today:
    """Lists for the home page; empty ones are not shown."""

    returned: list[Disclosure]
    return_reasons: dict[int, str]
    reviews: list[Any]
    review_count: int
    gaps: list[Any]
    gap_counts: dict[str, int]
    items_due: list[Any]
    lapsing: list[Disclosure]
    drafts: list[Disclosure]
    approved: list[Disclosure]
    unclaimed: int
    notices: list[Notice]
    # posts whose holders are away, and whether the reader stands in for them
    away: list[tuple[Away, bool]]
    missing_calendar_year: int | None
    # what other rooms want done
    others: list[todo.Panel]

    @property
    def is_free(self) -> bool:
        lists = (
            self.returned,
            self.reviews,
            self.gaps,
            self.items_due,
            self.lapsing,
            self.drafts,
            self.approved,
            self.notices,
            self.others,
        )
        return not any(lists) and not self.unclaimed


def _mine(actor: Actor, act: str) -> QuerySet[Disclosure]:
    return Disclosure.objects.within(actor.scope(act)).select_related("unit")


def _notices_for(actor: Actor) -> QuerySet[Notice]:
    """Unread lines to the actor, and to those for whom they stand in, as far as these lines are about units where they
    do: who is back finds them unread still."""
    wanted = Q(person_id=actor.person_id or 0)
    for principal in actor.principals:
        units = {post.unit_id for post in actor.acting_for(principal).posts}
        wanted |= Q(person_id=principal, unit_id__in=units)
    return Notice.objects.filter(wanted, read_at=None)


def _missing_calendar_year(actor: Actor, today: date) -> int | None:
    """Administrators are warned from 1 November that next year's holidays are not loaded."""
    if not actor.may("manage_calendar") or (today.month, today.day) < CALENDAR_WARNING_FROM:
        return None
    return None if today.year + 1 in current_calendar().years else today.year + 1


def today_of(actor: Actor) -> Today:
    now = clock.now()
    today = clock.china_day(now)
    writable = _mine(actor, "write_draft")
    queue = review_queue_of(actor)
    scope = actor.scope("make_nothing_statement")
    lapsing = writable.filter(state="published", lapsed_on__gte=today, lapsed_on__lte=today + LAPSING_WITHIN)
    returned = list(writable.filter(stage="returned").order_by("updated_at")[:SHOWN])
    return Today(
        returned=returned,
        return_reasons=return_reasons(returned),
        reviews=shown(queue[:SHOWN]),
        review_count=queue.count(),
        gaps=list(catalogue.gaps(scope, now)[:SHOWN]),
        gap_counts=catalogue.count_by_colour(scope, now),
        items_due=list(catalogue.items_due(scope, now)[:SHOWN]),
        lapsing=list(lapsing.order_by("lapsed_on")[:SHOWN]),
        drafts=list(writable.filter(stage="editing").order_by("-updated_at")[:SHOWN]),
        approved=list(writable.filter(stage="approved").order_by("updated_at")[:SHOWN]),
        unclaimed=_mine(actor, "claim_document").filter(stage="unclaimed").count(),
        notices=list(_notices_for(actor).order_by("-id")[:SHOWN]),
        away=[
            (row, row.stands_in(actor.person_id))
            for row in away_on(today, {post.unit_id for post in actor.posts})
        ],
        missing_calendar_year=_missing_calendar_year(actor, today),
        others=todo.panels(actor),
    )


def published_counts(actor: Actor, year: int, by: str, unit: Unit | None = None) -> list[dict[str, Any]]:
    """How much each unit (`by` unit) or column (`by` column, of one `unit` or of all) published in each month of the year.

    Rows of {label, months: twelve numbers, total}, the largest first; one query.
    """
    ends = _ends_of_months(year)
    if by == "column" and unit is not None:
        main = Placement.objects.within(actor.scope("read_disclosures")).filter(is_main=True, unit=unit)
        counted = _grouped(main, "first_published_at", "column__name", ends)
    elif by == "column":
        counted = _counts_of_columns(actor, ends)
    elif (
        connection.vendor == "postgresql"
    ):  # which visits the table for what its index counts, and groups faster
        rows = Disclosure.objects.within(actor.scope("read_disclosures"))
        counted = _grouped(rows, "first_published_at", "unit__name", ends)
    else:
        counted = _counts_of_units(actor, ends)
    table = [
        {"label": name, "months": months, "total": sum(months)}
        for name, months in _summed(counted).items()
        if sum(months)
    ]
    return sorted(table, key=lambda row: (-row["total"], row["label"]))


def counts_of_units_and_columns(actor: Actor, year: int) -> list[tuple[str, str, list[int]]]:
    """(unit, column, twelve numbers) of everything that was published in the year, in the order of the units; one query."""
    main = Placement.objects.within(actor.scope("read_disclosures")).filter(is_main=True)
    places = ("unit__path", "unit__name", "column__order", "column__name")
    counted = _summed(_grouped_by(main, "first_published_at", places, _ends_of_months(year)))
    found = sorted(counted.items(), key=lambda pair: (pair[0][0], pair[0][2], pair[0][3]))
    return [(unit, column, months) for (_, unit, _, column), months in found]


def _ends_of_months(year: int) -> list[datetime]:
    return [clock.start_of_day(date(year + month // 12, month % 12 + 1, 1)) for month in range(13)]


def _summed(counted: Iterable[tuple[Any, list[int]]]) -> dict[Any, list[int]]:
    """Names that stand several times are one."""
    found: dict[Any, list[int]] = {}
    for label, months in counted:
        sums = found.setdefault(label, [0] * 12)
        found[label] = [known + more for known, more in zip(sums, months, strict=True)]
    return found


def _counts_of_units(actor: Actor, ends: list[datetime]) -> Iterator[tuple[str, list[int]]]:
    """Unit by unit and month by month: each number is the length of a stretch of one index, and nothing is sorted."""
    items = Disclosure.objects.of(unit=OuterRef("pk"))
    units = Unit.objects.filter(actor.scope("read_disclosures").condition(""))
    return _stretches(units, items, "unit", ends)


def _counts_of_columns(actor: Actor, ends: list[datetime]) -> Iterator[tuple[str, list[int]]]:
    """An item counts in its main column, by the instant that its placement repeats."""
    scope = actor.scope("read_disclosures")
    if connection.vendor == "postgresql":
        main = Placement.objects.within(scope).filter(is_main=True)
        return _grouped(main, "first_published_at", "column__name", ends)
    # asked for once and looked up for each row, instead of a join for each
    units = Unit.objects.filter(scope.condition("")).values("pk")
    main = Placement.objects.of(column=OuterRef("pk")).filter(is_main=True, unit__in=units)
    return _stretches(Column.objects.all(), main, "column", ends)


def _stretches(
    of: QuerySet[Any], rows: QuerySet[Any], by: str, ends: list[datetime]
) -> Iterator[tuple[str, list[int]]]:
    """For each of these, the lengths of twelve stretches of the index over (`by`, first publication) of its rows."""
    months = {
        f"month{number}": Coalesce(
            Subquery(
                rows.filter(first_published_at__gte=start, first_published_at__lt=end)
                .order_by()
                .values(by)
                .annotate(number=Count("pk"))
                .values("number")
            ),
            0,
        )
        for number, (start, end) in enumerate(pairwise(ends))
    }
    for name, *counts in of.annotate(**months).values_list("name", *months):
        yield name, counts


def _grouped(
    rows: QuerySet[Any], first: str, label: str, ends: list[datetime]
) -> Iterator[tuple[str, list[int]]]:
    for (name,), months in _grouped_by(rows, first, (label,), ends):
        yield name, months


def _grouped_by(
    rows: QuerySet[Any], first: str, labels: tuple[str, ...], ends: list[datetime]
) -> Iterator[tuple[tuple[Any, ...], list[int]]]:
    """One pass through all rows of the year; `first` names the instant of publication."""
    # compared with the ends of months: cutting every instant to its month costs a function call a row
    month_of = Case(
        *(When(**{f"{first}__lt": end}, then=Value(number)) for number, end in enumerate(ends[1:])),
        output_field=IntegerField(),
    )
    of_the_year = rows.filter(**{f"{first}__gte": ends[0], f"{first}__lt": ends[-1]}).order_by()
    counted = of_the_year.annotate(month=month_of).values(*labels, "month").annotate(number=Count("pk"))
    for *names, month, number in counted.values_list(*labels, "month", "number"):
        yield tuple(names), [number if each == month else 0 for each in range(12)]
