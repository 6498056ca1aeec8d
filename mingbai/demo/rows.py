"""Published items as rows, in bulk: exactly what the services would have left behind, in the order the triggers want.

Ids are given out here, so that an edition can be named by its item before the item is written and every row is
inserted once. Rows go past the ORM, which costs more than the database does; `test_rows` compares them with what the
services write.
"""

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from operator import itemgetter
from typing import Any

from django.core.management.color import no_style
from django.db import connection
from django.db.models import JSONField, Max, Model

from mingbai.accounts.models import Membership, Unit
from mingbai.accounts.roles import Role
from mingbai.accounts.scope import unscoped
from mingbai.core import clock
from mingbai.core.models import NumberSequence
from mingbai.demo.scene import Written, plain_text
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import (
    Disclosure,
    Edition,
    EditionAuthor,
    EditionText,
    Fulfilment,
    Placement,
    Publication,
    Relation,
    Review,
    ReviewStep,
    StepKind,
    Validity,
    Verdict,
)
from mingbai.disclosure.services.submitting import edition_digest
from mingbai.journal.models import Act

STEPS = (
    (StepKind.FIRST_REVIEW, Role.FIRST_REVIEWER),
    (StepKind.SECOND_REVIEW, Role.SECOND_REVIEWER),
    (StepKind.FINAL_REVIEW, Role.FINAL_REVIEWER),
)
WRITTEN, STEP, PUBLISHED = -30, 30, 95  # minutes before and after submission
INSTANTS = (WRITTEN, 0, STEP, 2 * STEP, 3 * STEP, PUBLISHED)
WHOLE = (Disclosure, Edition, Review, ReviewStep)  # tables whose ids are given out here

OPINION = "同意。"

Who = tuple[int, str]

_SUBMITTED = json.dumps({"edition": 1})
_APPROVED = {
    kind: json.dumps({"step": kind.value, "overruled": "", "secrecy_cleared": kind == StepKind.FINAL_REVIEW})
    for kind, _ in STEPS
}


class _Mornings(dict[date, datetime]):
    """Nine o'clock of each day, computed once."""

    def __missing__(self, day: date) -> datetime:
        self[day] = datetime.combine(day, time(9, 0), tzinfo=clock.CHINA)
        return self[day]


_MORNING = _Mornings()


@dataclass
class Item:
    """One published item to be made; `id` once it is written."""

    unit: Unit
    column_id: int
    day: date
    text: Written
    document_number: str = ""
    minute: int = 0
    interprets: "Item | None" = None
    answers: tuple[int, ...] = ()
    id: int = 0

    def at(self, minutes: int) -> datetime:
        """An instant on the day, counted from the submission."""
        return _MORNING[self.day] + timedelta(minutes=self.minute + minutes)


@dataclass
class Staff:
    """Who writes and who reviews for each unit: (person id, label) by role."""

    posts: dict[tuple[int, str], Who] = field(default_factory=dict)
    found: dict[tuple[int, str], Who] = field(default_factory=dict)

    @classmethod
    def read(cls) -> "Staff":
        rows = Membership.objects.select_related("person").order_by("-pk")
        return cls({(row.unit_id, row.role): (row.person_id, row.person.name) for row in rows})

    def of(self, unit: Unit, role: str) -> Who:
        """The unit's own person, else its superior's."""
        key = unit.pk, role
        if key not in self.found:
            above: Unit | None = unit
            while above is not None and (above.pk, role) not in self.posts:
                above = above.parent
            if above is None:
                raise LookupError(f"{unit.code} has no {role}")
            self.found[key] = self.posts[above.pk, role]
        return self.found[key]

    def performer(self, unit: Unit) -> Unit:
        """The unit in which the reviews are done."""
        return unit if (unit.pk, Role.FIRST_REVIEWER) in self.posts or unit.parent is None else unit.parent


class Numbers:
    """Index numbers by unit and year, and document numbers by series and year; written back as sequences."""

    def __init__(self) -> None:
        self.last: dict[str, int] = defaultdict(int)
        self.last.update(NumberSequence.objects.filter(key__startswith="index:").values_list("key", "last"))
        self.documents: dict[tuple[str, int], int] = defaultdict(int)

    def index(self, unit: Unit, year: int) -> str:
        key = f"index:{unit.index_code or unit.code}:{year}"
        self.last[key] += 1
        return f"{unit.index_code or unit.code}/{year}-{self.last[key]:05d}"

    def document(self, series: str, year: int) -> str:
        self.documents[series, year] += 1
        return f"{series}〔{year}〕{self.documents[series, year]}号"

    def store(self) -> None:
        rows = [NumberSequence(key=key, last=last) for key, last in self.last.items()]
        NumberSequence.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["key"], update_fields=["last"]
        )


class Table:
    """Rows of one model, collected and inserted at once; fields that are not given take the model's default."""

    def __init__(self, model: type[Model], *, with_id: bool = False) -> None:
        fields = [
            each
            for each in model._meta.concrete_fields
            if with_id or not each.primary_key or each.is_relation
        ]
        self.columns = [str(each.column) for each in fields]
        self.constants: dict[str, Any] = {str(each.column): each.get_default() for each in fields}
        for column in [str(each.column) for each in fields if isinstance(each, JSONField)]:
            self.constants[column] = json.dumps(self.constants[column])
        quoted = ", ".join(connection.ops.quote_name(column) for column in self.columns)
        marks = ", ".join(["%s"] * len(self.columns))
        self.sql = (
            f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({quoted}) VALUES ({marks})"
        )
        self.ordered = itemgetter(*self.columns)
        self.rows: list[tuple[Any, ...]] = []

    def add(self, **values: Any) -> None:
        row = self.constants | values
        if len(row) != len(self.columns):
            raise KeyError(sorted(row.keys() - set(self.columns)))
        self.rows.append(self.ordered(row))

    def write(self) -> None:
        if self.rows:
            with connection.cursor() as cursor:
                cursor.executemany(self.sql, self.rows)
        self.rows = []


def metadata_of(item: Item) -> Metadata:
    text = item.text
    start, lapsed = text.effective_on, None
    if start and text.lapses_after_years:
        # the last day of validity: 有效期 counts from the first day of effect
        lapsed = start.replace(year=start.year + text.lapses_after_years, day=min(start.day, 28)) - timedelta(
            1
        )
    return Metadata(
        kind=text.kind,
        document_number=item.document_number,
        issuer=item.unit.name,
        written_on=text.written_on or item.day,
        effective_on=start,
        lapsed_on=lapsed,
        theme=text.theme,
        genre=text.genre,
        keywords=text.keywords,
        summary=text.summary,
        columns=(item.column_id,),
        items=item.answers,
        relations=((Relation.Kind.INTERPRETS.value, item.interprets.id),) if item.interprets else (),
    )


class BulkWriter:
    """Writes slices of published items; `staff` and `numbers` are shared by all slices.

    Nobody else may insert into the four numbered tables while it works.
    """

    def __init__(self, staff: Staff, numbers: Numbers) -> None:
        self.staff = staff
        self.numbers = numbers
        self.today = clock.today()
        self.next_id: dict[type[Model], int] = {model: _last_id(model) + 1 for model in WHOLE}
        self.tables = {
            model: Table(model, with_id=model in WHOLE)
            for model in (Edition, EditionText, EditionAuthor, Review, ReviewStep, Verdict, Disclosure,
                          Publication, Placement, Fulfilment, Relation, Act)
        }  # fmt: skip
        adapt: Callable[[datetime], Any] = connection.ops.adapt_datetimefield_value
        self.adapt = adapt
        self.instants: dict[int, Any] = {}
        self.day: date | None = None
        self.of_day: dict[int, Any] = {}

    def _instants(self, item: Item) -> dict[int, Any]:
        """As the database takes them; the items of a day share most of their minutes."""
        if item.day != self.day:
            self.day, self.of_day = item.day, {}
        known, found = self.of_day, {}
        for minutes in INSTANTS:
            minute = item.minute + minutes
            if minute not in known:
                known[minute] = self.adapt(item.at(minutes))
            found[minutes] = known[minute]
        return found

    def _id(self, model: type[Model]) -> int:
        self.next_id[model] += 1
        return self.next_id[model] - 1

    def write(self, items: list[Item]) -> list[Item]:
        """Rows for these items, reviewed by three people and published on their days. One transaction of the caller."""
        for item in items:
            self._add(item)
        for table in self.tables.values():
            table.write()
        return items

    def finish(self) -> None:
        """Let the database go on counting after the ids given out here."""
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), list(WHOLE)):
                cursor.execute(statement)

    def _add(self, item: Item) -> None:
        self.instants = self._instants(item)
        item.id, edition = self._id(Disclosure), self._id(Edition)
        author = self.staff.of(item.unit, Role.EDITOR)
        metadata = metadata_of(item)
        digest = self._add_edition(item, edition, metadata, author)
        self._add_review(item, edition, digest)
        self._add_disclosure(item, edition, metadata, author)
        self._add_acts(item, digest, author)

    def _add_edition(self, item: Item, edition: int, metadata: Metadata, author: Who) -> str:
        html, values = item.text.html, metadata.to_json()
        digest = edition_digest(item.text.title, values, html, [])
        self.tables[Edition].add(
            id=edition,
            disclosure_id=item.id,
            number=1,
            title=item.text.title,
            metadata=json.dumps(values),
            digest=digest,
            draft_version=1,
            frozen_at=self.instants[0],
            frozen_by_id=author[0],
        )
        self.tables[EditionText].add(edition_id=edition, html=html, plain=plain_text(html))
        self.tables[EditionAuthor].add(edition_id=edition, person_id=author[0])
        return digest

    def _add_review(self, item: Item, edition: int, digest: str) -> None:
        review, performer = self._id(Review), self.staff.performer(item.unit)
        self.tables[Review].add(
            id=review,
            edition_id=edition,
            state=Review.State.APPROVED.value,
            chain_name="三级审核" if performer == item.unit else "上级代审",
            opened_at=self.instants[0],
            closed_at=self.instants[3 * STEP],
            checked_at=self.instants[0],
        )
        for order, (kind, role) in enumerate(STEPS, start=1):
            step = self._id(ReviewStep)
            self.tables[ReviewStep].add(
                id=step,
                review_id=review,
                order=order,
                kind=kind.value,
                unit_id=performer.pk,
                includes_secrecy=kind == StepKind.FINAL_REVIEW,
                state=ReviewStep.State.APPROVED.value,
                opened_at=self.instants[order * STEP - STEP],
                due_on=item.day,
            )
            self.tables[Verdict].add(
                step_id=step,
                person_id=self.staff.of(item.unit, role)[0],
                decision=Verdict.Decision.APPROVE.value,
                edition_digest=digest,
                opinion=OPINION,
                at=self.instants[order * STEP],
            )

    def _add_disclosure(self, item: Item, edition: int, metadata: Metadata, author: Who) -> None:
        at = self.instants[PUBLISHED]
        over = metadata.lapsed_on is not None and metadata.lapsed_on < self.today
        self.tables[Disclosure].add(
            id=item.id,
            unit_id=item.unit.pk,
            state=Disclosure.State.PUBLISHED.value,
            stage=Disclosure.Stage.IDLE.value,
            published_edition_id=edition,
            first_published_at=at,
            published_at=at,
            index_number=self.numbers.index(item.unit, item.day.year),
            title=item.text.title,
            validity=(Validity.LAPSED if over else Validity.IN_FORCE).value,
            created_at=self.instants[WRITTEN],
            created_by_id=author[0],
            updated_at=at,
            **metadata.descriptive(),
        )
        self.tables[Publication].add(disclosure_id=item.id, edition_id=edition, from_at=at)
        self.tables[Placement].add(
            disclosure_id=item.id,
            column_id=item.column_id,
            unit_id=item.unit.pk,
            is_main=True,
            published_at=at,
        )
        for answered in item.answers:
            self.tables[Fulfilment].add(
                disclosure_id=item.id, item_id=answered, unit_id=item.unit.pk, published_at=at
            )
        for kind, other in metadata.relations:
            self.tables[Relation].add(disclosure_id=item.id, other_id=other, kind=kind)

    def _add_acts(self, item: Item, digest: str, author: Who) -> None:
        self._act("create_draft", author, item, WRITTEN)
        self._act("submit_draft", author, item, 0, digest, detail=_SUBMITTED)
        for order, (kind, role) in enumerate(STEPS, start=1):
            reviewer = self.staff.of(item.unit, role)
            self._act("approve_step", reviewer, item, order * STEP, digest, OPINION, _APPROVED[kind])
        final = self.staff.of(item.unit, Role.FINAL_REVIEWER)
        self._act("publish_edition", final, item, PUBLISHED, digest)

    def _act(
        self,
        verb: str,
        who: Who,
        item: Item,
        minutes: int,
        after: str = "",
        reason: str = "",
        detail: str = "{}",
    ) -> None:
        self.tables[Act].add(
            at=self.instants[minutes],
            actor_id=who[0],
            actor_label=who[1],
            unit_id=item.unit.pk,
            unit_label=item.unit.name,
            verb=verb,
            object_type="disclosure",
            object_id=str(item.id),
            object_label=item.text.title,
            after_digest=after,
            reason=reason,
            detail=detail,
        )


def _last_id(model: type[Model]) -> int:
    rows = unscoped(model) if hasattr(model, "unit_lookup") else model._default_manager.all()
    return int(rows.aggregate(last=Max("pk"))["last"] or 0)
