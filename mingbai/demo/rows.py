"""Published items as rows, in bulk: exactly what the services would have left behind, in the order the triggers want.

Ids are given out here, so that an edition can be named by its item before the item is written and every row is
inserted once. `tests/test_demo.py` compares the rows with what the services write.
"""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from json.encoder import encode_basestring

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Max, Model

from mingbai.accounts.models import Membership, Unit
from mingbai.accounts.roles import Role
from mingbai.accounts.scope import unscoped
from mingbai.core import clock
from mingbai.core.digests import canonical, digest_bytes
from mingbai.core.models import NumberSequence
from mingbai.demo.scene import Written, plain_text
from mingbai.demo.tables import Collected, Table, day_of
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
from mingbai.journal.models import Act
from mingbai.proofreading.checking import lists_digest

STEPS = (
    (StepKind.FIRST_REVIEW, Role.FIRST_REVIEWER),
    (StepKind.SECOND_REVIEW, Role.SECOND_REVIEWER),
    (StepKind.FINAL_REVIEW, Role.FINAL_REVIEWER),
)
WRITTEN, STEP, PUBLISHED = -30, 30, 95  # minutes before and after submission
INSTANTS = (WRITTEN, 0, STEP, 2 * STEP, 3 * STEP, PUBLISHED)
WHOLE = (Disclosure, Edition, Review, ReviewStep)  # tables whose ids are given out here
TABLES = (
    Edition, EditionText, EditionAuthor, Review, ReviewStep, Verdict, Disclosure, Publication, Placement, Fulfilment,
    Relation, Act,
)  # fmt: skip
MORNING = time(9, 0, tzinfo=clock.CHINA)

OPINION = "同意。"

Who = tuple[int, str]

_SUBMITTED = json.dumps({"edition": 1})
_APPROVED = [
    json.dumps({"step": kind.value, "overruled": "", "secrecy_cleared": kind == StepKind.FINAL_REVIEW})
    for kind, _ in STEPS
]
# columns that every item fills in its own way; Disclosure's are those of the metadata and what is added to them
_DESCRIBED = tuple(Metadata().descriptive())
_PUBLISHED = (
    "id unit_id published_edition_id first_published_at published_at index_number title validity created_at created_by_id "
    "updated_at"
)


def _minutes(zone: str) -> list[str]:
    """The time of day of every minute after nine in China, as the databases keep it: in UTC, whose day is the same; the
    last ones, which Python counts from the end, are those before nine."""
    morning = datetime.combine(date(2000, 1, 1), MORNING).astimezone(UTC)
    after = [morning + timedelta(minutes=minute) for minute in (*range(23 * 60), *range(-60, 0))]
    return [f" {at:%H:%M:%S}{zone}" for at in after]


@dataclass
class Item:
    """One published item to be made; `id` once its rows are."""

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
        return datetime.combine(self.day, MORNING) + timedelta(minutes=self.minute + minutes)


@dataclass(frozen=True)
class Desk:
    """The author and the three reviewers of one unit's items, the unit that reviews them and the name of its chain."""

    author: Who
    reviewers: list[Who]
    performer_id: int
    chain: str


@dataclass
class Staff:
    """Who writes and who reviews for each unit: (person id, label) by role."""

    posts: dict[tuple[int, str], Who] = field(default_factory=dict)
    found: dict[tuple[int, str], Who] = field(default_factory=dict)
    desks: dict[int, "Desk"] = field(default_factory=dict)

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

    def desk(self, unit: Unit) -> "Desk":
        """Who has the unit's items in hand, one after the other."""
        if unit.pk not in self.desks:
            performer = self.performer(unit)
            reviewers = [self.of(unit, role) for _, role in STEPS]
            chain = "三级审核" if performer == unit else "上级代审"
            self.desks[unit.pk] = Desk(self.of(unit, Role.EDITOR), reviewers, performer.pk, chain)
        return self.desks[unit.pk]

    def performer(self, unit: Unit) -> Unit:
        """The unit in which the reviews are done."""
        return unit if (unit.pk, Role.FIRST_REVIEWER) in self.posts or unit.parent is None else unit.parent


class Numbers:
    """Index numbers by unit and year, and document numbers by series and year; written back as sequences."""

    def __init__(self) -> None:
        self.last: dict[str, int] = defaultdict(int)
        self.last.update(NumberSequence.objects.filter(key__startswith="index:").values_list("key", "last"))
        self.stored = dict(self.last)
        self.documents: dict[tuple[str, int], int] = defaultdict(int)

    def index(self, unit: Unit, year: int) -> str:
        code = unit.index_code or unit.code
        key = f"index:{code}:{year}"
        number = self.last[key] = self.last[key] + 1
        return f"{code}/{year}-{number:05d}"

    def document(self, series: str, year: int) -> str:
        self.documents[series, year] += 1
        return f"{series}〔{year}〕{self.documents[series, year]}号"

    def taken(self) -> dict[str, int]:
        """The sequences that went on since last time."""
        changed = {key: last for key, last in self.last.items() if self.stored.get(key) != last}
        self.stored |= changed
        return changed


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


@dataclass(frozen=True)
class Slice:
    """The rows of some items, to be written in one transaction with the numbers that they took."""

    ids: list[int]
    tables: list[Collected]
    numbers: dict[str, int]

    def insert(self) -> None:
        for table in self.tables:
            table.insert()
        NumberSequence.objects.bulk_create(
            [NumberSequence(key=key, last=last) for key, last in self.numbers.items()],
            update_conflicts=True,
            unique_fields=["key"],
            update_fields=["last"],
        )


class RowMaker:
    """Makes the rows of slices of items, reviewed by three people and published on their days.

    Nobody else may insert into the four numbered tables until its slices are in.
    """

    def __init__(self, staff: Staff, numbers: Numbers) -> None:
        self.staff = staff
        self.numbers = numbers
        self.today = clock.today()
        self.next_id: dict[type[Model], int] = {model: _last_id(model) + 1 for model in WHOLE}
        self.minutes = _minutes("+00" if connection.vendor == "postgresql" else "")
        self.editions = Table(Edition, "id disclosure_id title metadata digest frozen_at frozen_by_id",
                              number=1, draft_version=1)  # fmt: skip
        self.texts = Table(EditionText, "edition_id html plain")
        self.authors = Table(EditionAuthor, "edition_id person_id")
        self.reviews = Table(Review, "id edition_id chain_name opened_at closed_at checked_at",
                             state=Review.State.APPROVED.value, read_with=lists_digest())  # fmt: skip
        self.steps = Table(ReviewStep, "id review_id order kind unit_id includes_secrecy opened_at due_on",
                           state=ReviewStep.State.APPROVED.value)  # fmt: skip
        self.verdicts = Table(Verdict, "step_id person_id edition_digest at",
                              decision=Verdict.Decision.APPROVE.value, opinion=OPINION)  # fmt: skip
        self.disclosures = Table(Disclosure, " ".join((_PUBLISHED, *_DESCRIBED)),
                                 state=Disclosure.State.PUBLISHED.value, stage=Disclosure.Stage.IDLE.value)  # fmt: skip
        self.publications = Table(Publication, "disclosure_id edition_id from_at")
        self.placements = Table(
            Placement, "disclosure_id column_id unit_id published_at first_published_at", is_main=True
        )
        self.fulfilments = Table(Fulfilment, "disclosure_id item_id unit_id published_at")
        self.relations = Table(Relation, "disclosure_id other_id kind")
        self.acts = Table(Act, "at actor_id actor_label unit_id unit_label verb object_id object_label after_digest "
                          "reason detail", object_type="disclosure")  # fmt: skip

    def make(self, items: list[Item]) -> Slice:
        for item in items:
            self._add(item)
        # what the triggers look at stands before what they guard
        ordered = (
            self.editions, self.texts, self.authors, self.reviews, self.steps, self.verdicts, self.disclosures,
            self.publications, self.placements, self.fulfilments, self.relations, self.acts,
        )  # fmt: skip
        return Slice([item.id for item in items], [table.take() for table in ordered], self.numbers.taken())

    def _id(self, model: type[Model], count: int = 1) -> int:
        first = self.next_id[model]
        self.next_id[model] = first + count
        return first

    def _add(self, item: Item) -> None:
        day = item.day.isoformat()
        instants = [day + self.minutes[item.minute + minutes] for minutes in INSTANTS]
        item.id, edition = self._id(Disclosure), self._id(Edition)
        desk = self.staff.desk(item.unit)
        metadata = metadata_of(item)
        digest = self._add_edition(item, edition, metadata, desk, instants)
        self._add_review(item, edition, digest, desk, instants)
        self._add_disclosure(item, edition, metadata, desk, instants)
        self._add_acts(item, digest, desk, instants)

    def _add_edition(
        self, item: Item, edition: int, metadata: Metadata, desk: Desk, instants: list[str]
    ) -> str:
        html, title, author = item.text.html, item.text.title, desk.author[0]
        values = canonical(metadata.to_json())
        # what `edition_digest` is taken over, with the metadata's JSON made only once
        digest = digest_bytes(
            b'{"files":[],"html":%b,"metadata":%b,"title":%b}'
            % (encode_basestring(html).encode(), values, encode_basestring(title).encode())
        )
        self.editions.add((edition, item.id, title, values.decode(), digest, instants[1], author))
        self.texts.add((edition, html, plain_text(html)))
        self.authors.add((edition, author))
        return digest

    def _add_review(self, item: Item, edition: int, digest: str, desk: Desk, instants: list[str]) -> None:
        review, step, day = self._id(Review), self._id(ReviewStep, len(STEPS)), item.day.isoformat()
        self.reviews.add((review, edition, desk.chain, instants[1], instants[4], instants[1]))
        for order, (kind, _) in enumerate(STEPS):
            secrecy = kind is StepKind.FINAL_REVIEW
            self.steps.add(
                (
                    step + order,
                    review,
                    order + 1,
                    kind.value,
                    desk.performer_id,
                    secrecy,
                    instants[order + 1],
                    day,
                )
            )
            self.verdicts.add((step + order, desk.reviewers[order][0], digest, instants[order + 2]))

    def _add_disclosure(
        self, item: Item, edition: int, metadata: Metadata, desk: Desk, instants: list[str]
    ) -> None:
        at, unit, lapsed = instants[5], item.unit.pk, metadata.lapsed_on
        validity = (Validity.LAPSED if lapsed and lapsed < self.today else Validity.IN_FORCE).value
        index_number = self.numbers.index(item.unit, item.day.year)
        described = metadata.descriptive()
        for name in ("written_on", "effective_on", "lapsed_on"):
            described[name] = day_of(described[name])
        self.disclosures.add(
            (item.id, unit, edition, at, at, index_number, item.text.title, validity, instants[0], desk.author[0], at,
             *described.values())
        )  # fmt: skip
        self.publications.add((item.id, edition, at))
        self.placements.add((item.id, item.column_id, unit, at, at))
        for answered in item.answers:
            self.fulfilments.add((item.id, answered, unit, at))
        for kind, other in metadata.relations:
            self.relations.add((item.id, other, kind))

    def _add_acts(self, item: Item, digest: str, desk: Desk, instants: list[str]) -> None:
        add, unit, name, target, title = (
            self.acts.add, item.unit.pk, item.unit.name, str(item.id), item.text.title,
        )  # fmt: skip
        add((instants[0], *desk.author, unit, name, "create_draft", target, title, "", "", "{}"))
        add((instants[1], *desk.author, unit, name, "submit_draft", target, title, digest, "", _SUBMITTED))
        for at, reviewer, detail in zip(instants[2:5], desk.reviewers, _APPROVED, strict=True):
            add((at, *reviewer, unit, name, "approve_step", target, title, digest, OPINION, detail))
        add((instants[5], *desk.reviewers[2], unit, name, "publish_edition", target, title, digest, "", "{}"))


def finish() -> None:
    """Let the database go on counting after the ids that were given out here."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(WHOLE)):
            cursor.execute(statement)


def _last_id(model: type[Model]) -> int:
    rows = unscoped(model) if hasattr(model, "unit_lookup") else model._default_manager.all()
    return int(rows.aggregate(last=Max("pk"))["last"] or 0)
