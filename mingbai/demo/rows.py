"""Published items as rows, in bulk: exactly what the services would have left behind, in the order the triggers want."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice

from mingbai.accounts.models import Membership, Unit
from mingbai.accounts.roles import Role
from mingbai.accounts.scope import unscoped
from mingbai.core import clock
from mingbai.core.models import NumberSequence
from mingbai.core.sanitiser import to_text
from mingbai.demo.scene import Written
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import (
    Disclosure,
    Edition,
    EditionAuthor,
    EditionText,
    Placement,
    Publication,
    Review,
    ReviewStep,
    StepKind,
    Validity,
    Verdict,
)
from mingbai.disclosure.services.submitting import edition_digest
from mingbai.journal.models import Act

STEPS = (StepKind.FIRST_REVIEW, StepKind.SECOND_REVIEW, StepKind.FINAL_REVIEW)
ROLE_OF = {
    StepKind.FIRST_REVIEW: Role.FIRST_REVIEWER,
    StepKind.SECOND_REVIEW: Role.SECOND_REVIEWER,
    StepKind.FINAL_REVIEW: Role.FINAL_REVIEWER,
}


@dataclass
class Item:
    """One published item to be made."""

    unit: Unit
    column_id: int
    day: date
    text: Written
    document_number: str = ""
    minute: int = 0
    interprets: "Item | None" = None
    row: Disclosure | None = None

    def at(self, minutes: int) -> datetime:
        """An instant on the day, counted from the submission."""
        return _MORNING[self.day] + timedelta(minutes=self.minute + minutes)


class _Mornings(dict[date, datetime]):
    """Nine o'clock of each day, computed once."""

    def __missing__(self, day: date) -> datetime:
        self[day] = datetime.combine(day, time(9, 0), tzinfo=clock.CHINA)
        return self[day]


_MORNING = _Mornings()


@dataclass
class Staff:
    """Who writes and who reviews for each unit: (person id, label) by role."""

    posts: dict[tuple[int, str], tuple[int, str]] = field(default_factory=dict)

    @classmethod
    def read(cls) -> "Staff":
        rows = Membership.objects.select_related("person").order_by("pk")
        return cls({(row.unit_id, row.role): (row.person_id, row.person.name) for row in rows})

    def of(self, unit: Unit, role: str) -> tuple[int, str]:
        """The unit's own person, else its superior's."""
        found = self.posts.get((unit.pk, role))
        if found is None and unit.parent is not None:
            return self.of(unit.parent, role)
        if found is None:
            raise LookupError(f"{unit.code} has no {role}")
        return found

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


def _metadata(item: Item) -> Metadata:
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
    )


def _disclosure(item: Item, metadata: Metadata, author: int) -> Disclosure:
    created = item.at(-30)
    row = Disclosure(
        unit=item.unit,
        title=item.text.title,
        created_at=created,
        created_by_id=author,
        updated_at=created,
        stage=Disclosure.Stage.IDLE,
    )
    for name, value in metadata.descriptive().items():
        setattr(row, name, value)
    return row


class BulkWriter:
    """Writes slices of published items; `staff` and `numbers` are shared by all slices."""

    def __init__(self, staff: Staff, numbers: Numbers) -> None:
        self.staff = staff
        self.numbers = numbers

    def write(self, items: list[Item]) -> list[Item]:
        """Rows for these items, reviewed by three people and published on their days. One transaction of the caller."""
        metadata = [_metadata(item) for item in items]
        authors = [self.staff.of(item.unit, Role.EDITOR) for item in items]
        rows = [
            _disclosure(item, meta, author[0])
            for item, meta, author in zip(items, metadata, authors, strict=True)
        ]
        Disclosure.objects.bulk_create(rows)
        editions = self._editions(items, rows, metadata, authors)
        self._reviews(items, editions)
        self._publish(items, rows, editions)
        self._journal(items, rows, editions, authors)
        return items

    def _editions(
        self,
        items: list[Item],
        rows: list[Disclosure],
        metadata: list[Metadata],
        authors: list[tuple[int, str]],
    ) -> list[Edition]:
        editions, texts = [], []
        for item, row, meta, author in zip(items, rows, metadata, authors, strict=True):
            html = item.text.html
            values = meta.to_json()
            editions.append(
                Edition(
                    disclosure=row,
                    number=1,
                    title=item.text.title,
                    metadata=values,
                    digest=edition_digest(item.text.title, values, html, []),
                    draft_version=1,
                    frozen_at=item.at(0),
                    frozen_by_id=author[0],
                )
            )
            texts.append(html)
        Edition.objects.bulk_create(editions)
        EditionText.objects.bulk_create(
            EditionText(edition=edition, html=html, plain=to_text(html))
            for edition, html in zip(editions, texts, strict=True)
        )
        EditionAuthor.objects.bulk_create(
            EditionAuthor(edition=edition, person_id=author[0])
            for edition, author in zip(editions, authors, strict=True)
        )
        return editions

    def _reviews(self, items: list[Item], editions: list[Edition]) -> None:
        reviews = [
            Review(
                edition=edition,
                state=Review.State.APPROVED,
                chain_name="三级审核" if self.staff.performer(item.unit) == item.unit else "上级代审",
                opened_at=item.at(0),
                closed_at=item.at(90),
            )
            for item, edition in zip(items, editions, strict=True)
        ]
        Review.objects.bulk_create(reviews)
        steps = [
            ReviewStep(
                review=review,
                order=order,
                kind=kind,
                unit=self.staff.performer(item.unit),
                includes_secrecy=kind == StepKind.FINAL_REVIEW,
                state=ReviewStep.State.APPROVED,
                opened_at=item.at(order * 30 - 30),
                due_on=item.day,
            )
            for item, review in zip(items, reviews, strict=True)
            for order, kind in enumerate(STEPS, start=1)
        ]
        ReviewStep.objects.bulk_create(steps)
        owners = [(item, edition) for item, edition in zip(items, editions, strict=True) for _ in STEPS]
        Verdict.objects.bulk_create(
            Verdict(
                step=step,
                person_id=self.staff.of(item.unit, ROLE_OF[StepKind(step.kind)])[0],
                decision=Verdict.Decision.APPROVE,
                edition_digest=edition.digest,
                opinion="同意。",
                at=item.at(step.order * 30),
            )
            for step, (item, edition) in zip(steps, owners, strict=True)
        )

    def _publish(self, items: list[Item], rows: list[Disclosure], editions: list[Edition]) -> None:
        today = clock.today()
        for item, row, edition in zip(items, rows, editions, strict=True):
            at = item.at(95)
            row.state, row.published_edition = Disclosure.State.PUBLISHED, edition
            row.first_published_at = row.published_at = row.updated_at = at
            row.index_number = self.numbers.index(item.unit, item.day.year)
            if row.lapsed_on and row.lapsed_on < today:
                row.validity = Validity.LAPSED
            item.row = row
        fields = [
            "state",
            "published_edition",
            "first_published_at",
            "published_at",
            "updated_at",
            "index_number",
            "validity",
        ]
        unscoped(Disclosure).bulk_update(rows, fields, batch_size=200)
        Publication.objects.bulk_create(
            Publication(disclosure=row, edition=edition, from_at=row.published_at)
            for row, edition in zip(rows, editions, strict=True)
        )
        Placement.objects.bulk_create(
            Placement(
                disclosure=row,
                column_id=item.column_id,
                unit=item.unit,
                is_main=True,
                published_at=row.published_at,
            )
            for item, row in zip(items, rows, strict=True)
        )

    def _journal(
        self,
        items: list[Item],
        rows: list[Disclosure],
        editions: list[Edition],
        authors: list[tuple[int, str]],
    ) -> None:
        acts = []
        for item, row, edition, author in zip(items, rows, editions, authors, strict=True):
            final = self.staff.of(item.unit, Role.FINAL_REVIEWER)
            acts += [
                self._act("create_draft", author, item, row, -30),
                self._act("submit_draft", author, item, row, 0, after=edition.digest),
                *(
                    self._act(
                        "approve_step",
                        self.staff.of(item.unit, ROLE_OF[kind]),
                        item,
                        row,
                        order * 30,
                        after=edition.digest,
                    )
                    for order, kind in enumerate(STEPS, start=1)
                ),
                self._act("publish_edition", final, item, row, 95, after=edition.digest),
            ]
        Act.objects.bulk_create(acts, batch_size=1000)

    def _act(
        self, verb: str, who: tuple[int, str], item: Item, row: Disclosure, minutes: int, *, after: str = ""
    ) -> Act:
        return Act(
            at=item.at(minutes),
            actor_id=who[0],
            actor_label=who[1],
            unit_id=item.unit.pk,
            unit_label=item.unit.name,
            verb=verb,
            object_type="disclosure",
            object_id=str(row.pk),
            object_label=row.title,
            after_digest=after,
        )


def slices(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    waiting = iter(items)
    while part := list(islice(waiting, size)):
        yield part
