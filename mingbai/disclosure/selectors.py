"""Questions about disclosures. The public ones return only what anybody may see."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Aggregate,
    Case,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    TextField,
    When,
)

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import Unit
from mingbai.accounts.selectors import Away, away_on
from mingbai.catalogue.models import Column
from mingbai.core import clock
from mingbai.core.errors import Missing
from mingbai.core.prepared import Prepared
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import (
    Attachment,
    Correction,
    Disclosure,
    Edition,
    EditionAuthor,
    Fulfilment,
    Placement,
    Relation,
    ReviewStep,
    StepReading,
    Verdict,
    Withdrawal,
)
from mingbai.disclosure.transitions import STEP_ROLES
from mingbai.journal.models import Act


def public_items(*, unit: Unit | None = None, column: Column | None = None) -> QuerySet[Disclosure]:
    """Published items, newest first, of a unit or a column or both."""
    rows = Disclosure.objects.public().select_related("unit").order_by("-published_at", "-pk")
    if column is None:
        return rows if unit is None else rows.filter(unit=unit)
    places = Placement.objects.of(column=column)
    if unit is not None:
        places = places.filter(unit=unit)
    return rows.filter(pk__in=places.values("disclosure_id"))


def public_items_among(numbers: Collection[int]) -> QuerySet[Disclosure]:
    """Those of the numbered items that are public now, in no order. The condition is put so that no index serves it:
    put plainly, SQLite walks all public items instead of reading the few by their numbers."""
    is_public = Case(When(Disclosure.public_condition(), then=True), default=False)
    return Disclosure.objects.of(pk__in=numbers).alias(is_public=is_public).filter(is_public=True)


@dataclass(frozen=True)
class PublicFile:
    """An attachment as the public edition names it; `readable`: its words can be shown on a page."""

    pk: int
    name: str
    size: int
    media_type: str
    readable: bool


@dataclass(frozen=True)
class PublicItem:
    """One published item with all that its page shows."""

    disclosure: Disclosure
    edition: Edition
    attachments: list[PublicFile]
    placements: list[Placement]
    relations: list[tuple[str, Disclosure]]
    corrections: list[Correction]


def public_item(pk: int) -> PublicItem:
    """Raises `Missing` for what is not public; a withdrawn item has a `tombstone`. At most six queries."""
    disclosure = next(iter(_public_item(pk)), None)
    if disclosure is None or disclosure.published_edition is None:
        raise Missing("没有这条信息，或它还没有公开。")
    edition = disclosure.published_edition
    readable = set((vars(disclosure)["readable_files"] or "").split(","))
    return PublicItem(
        disclosure,
        edition,
        [
            PublicFile(row["id"], row["name"], row["size"], row["media_type"], str(row["id"]) in readable)
            for row in edition.attachments
        ],
        sorted(_places(pk), key=lambda place: (not place.is_main, place.pk)),
        public_relations(disclosure),
        # a first edition corrects nothing
        list(Correction.objects.of(disclosure=disclosure)) if edition.number > 1 else [],
    )


# Written once. A handful of rows is put in order in Python: an ORDER BY would make Django compare every column.
class _Joined(Aggregate):
    """Numbers as one text, `3,5`."""

    function = "GROUP_CONCAT"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "STRING_AGG(%(expressions)s::text, ',')"
        return self.as_sql(compiler, connection, template=template, **context)


def _ask_public_item(pk: int) -> QuerySet[Disclosure]:
    files = Attachment.objects.of(disclosure=OuterRef("pk")).exclude(text="").order_by()
    joined = files.values("disclosure").annotate(joined=_Joined("pk")).values("joined")
    rows = Disclosure.objects.public().select_related("unit", "published_edition__text")
    return rows.annotate(readable_files=Subquery(joined)).filter(pk=pk)


_public_item = Prepared(_ask_public_item)
_places = Prepared(lambda pk: Placement.objects.of(disclosure=pk).select_related("column"))
_relations = Prepared(
    lambda pk: (
        Relation.objects.public()
        .filter(Q(disclosure=pk) | Q(other=pk))
        .select_related("disclosure__unit", "other__unit")
    )
)


def public_attachment(item: int, pk: int) -> Attachment:
    """A file of the edition that is public now; the page store and nginx serve no others."""
    disclosure = Disclosure.objects.public().select_related("published_edition").filter(pk=item).first()
    edition = disclosure.published_edition if disclosure else None
    if edition is None or pk not in {row["id"] for row in edition.attachments}:
        raise Missing("没有这个附件，或它已不再公开。")
    return Attachment.objects.of(disclosure=item).select_related("file").get(pk=pk)


# what an item is to the one that names it, as the named one's page says it
BACKWARDS = {
    "interprets": "解读材料", "replaces": "被替代", "repeals": "被废止", "feedback_on": "反馈", "belongs_to_file": "同属一案",
}  # fmt: skip


def public_relations(disclosure: Disclosure) -> list[tuple[str, Disclosure]]:
    """(words, other item) both ways: what this says about others, and what others say about it."""
    labels = dict(Relation.Kind.choices)
    return [
        (labels[row.kind], row.other)
        if row.disclosure_id == disclosure.pk
        else (BACKWARDS[row.kind], row.disclosure)
        for row in sorted(_relations(disclosure.pk), key=lambda row: (row.kind, row.pk))
    ]


@dataclass(frozen=True)
class Tombstone:
    """What remains to be seen of a withdrawn item. `title` and `reason` are empty for secrecy and privacy."""

    title: str
    unit: str
    reason: str
    at: date


def tombstone(pk: int) -> Tombstone | None:
    row = (
        Withdrawal.objects.of(disclosure=pk, disclosure__state=Disclosure.State.WITHDRAWN)
        .filter(ended_at=None)
        .select_related("disclosure__unit", "edition")
        .first()
    )
    if row is None:
        return None
    day = clock.china_day(row.at)
    if row.hides_title:
        return Tombstone("", "", "", day)
    return Tombstone(row.edition.title, row.disclosure.unit.name, row.get_reason_display(), day)


def desk_items(actor: Actor) -> QuerySet[Disclosure]:
    """Everything in the units where the actor may read, for lists. The units are named by id, so that counting and
    sorting stay within the index of the items; who may read all of them needs no filter at all."""
    units = list(
        Unit.objects.filter(actor.scope("read_disclosures").condition("")).values_list("pk", flat=True)
    )
    if units and len(units) == Unit.objects.count():
        return Disclosure.objects.of(unit__isnull=False)
    return Disclosure.objects.of(unit__in=units)


def with_main_column(ids: Any) -> QuerySet[Disclosure]:
    """These items, already authorised, with their unit and `main_placements`."""
    main = Prefetch(
        "placements",
        queryset=Placement.objects.of(is_main=True).select_related("column"),
        to_attr="main_placements",
    )
    return Disclosure.objects.of(pk__in=ids).select_related("unit").prefetch_related(main)


def desk_item(actor: Actor, pk: int) -> Disclosure:
    """One item that the actor may read or has to review, or `Missing`: a stranger learns nothing from guessing ids."""
    readable = actor.scope("read_disclosures").condition("unit")
    # steps may sit in another unit; whoever performs them sees the item with its attachments
    reviewed = ReviewStep.objects.within(actor.scope("review")).filter(review__edition__disclosure=pk)
    found = (
        Disclosure.objects.of(pk=pk)
        .filter(readable | Q(pk__in=reviewed.values("review__edition__disclosure_id")))
        .select_related("unit", "published_edition", "successor", "created_by")
        .first()
    )
    if found is None:
        raise Missing("没有这条信息，或它不在您的单位范围内。")
    return found


def review_queue_of(actor: Actor) -> QuerySet[ReviewStep]:
    """Open steps that fall to the actor's posts and were not written or decided by them before, most urgent first. A
    deputy's are without those that the principal could not decide either."""
    falling = _falling_to(actor.acting_for(None))
    for principal in actor.principals:
        falling |= _falling_to(actor.acting_for(principal)) & _untouched_by(principal)
    rows = ReviewStep.objects.of(state=ReviewStep.State.OPEN).filter(
        falling & _untouched_by(actor.person_id or 0)
    )
    return rows.order_by(F("due_on").asc(nulls_last=True), "opened_at", "pk")


def waiting_step(actor: Actor, disclosure: Disclosure) -> ReviewStep | None:
    """The step of a disclosure that waits for this reviewer."""
    return review_queue_of(actor).filter(review__edition__disclosure=disclosure).first()


def _falling_to(actor: Actor) -> Q:
    kinds = [kind for kind, roles in STEP_ROLES.items() if roles & actor.roles]
    return actor.scope("review").condition("unit") & Q(kind__in=kinds)


def _untouched_by(person: int) -> Q:
    # asked of each open step: all that somebody ever wrote and decided is thousands of rows
    wrote = EditionAuthor.objects.of(edition=OuterRef("review__edition"), person=person)
    decided = Verdict.objects.of(step__review=OuterRef("review"), person=person)
    stood_for = Verdict.objects.of(step__review=OuterRef("review"), deputy_for=person)
    return Q(~Exists(wrote), ~Exists(decided), ~Exists(stood_for))


def steps_with_items(steps: Iterable[ReviewStep]) -> list[ReviewStep]:
    """The same steps with their items, in a question of its own: asked for both at once, SQLite begins with all items."""
    wanted = [step.pk for step in steps]
    rows = ReviewStep.objects.of(pk__in=wanted).select_related(
        "unit", "review__edition__disclosure__unit", "review__edition__frozen_by"
    )
    return sorted(rows, key=lambda step: wanted.index(step.pk))


def steps_read_by(actor: Actor, steps: Iterable[ReviewStep]) -> set[int]:
    """Those of the steps whose text this person has opened."""
    wanted = [step.pk for step in steps]
    return set(
        StepReading.objects.of(step__in=wanted, person_id=actor.person_id).values_list("step_id", flat=True)
    )


def reviewable_step(actor: Actor, pk: int) -> ReviewStep:
    found = (
        ReviewStep.objects.within(actor.scope("review"))
        .select_related("unit", "review__edition__disclosure__unit", "review__edition__text")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise Missing("没有这条审核任务，或它不在您的单位范围内。")
    return found


def away_from(step: ReviewStep | None) -> list[Away]:
    """Whoever would decide the open step and is away today, with those who act for them."""
    if step is None or step.state != ReviewStep.State.OPEN:
        return []
    return away_on(clock.today(), [step.unit_id], STEP_ROLES[step.kind])


def last_return(disclosure: Disclosure) -> Verdict | None:
    """Why the item came back, while it waits for its author. One taken from the public or stopped before its hour may
    have been returned long ago: that is not why it is here."""
    if disclosure.stage != Disclosure.Stage.RETURNED:
        return None
    newest = Edition.objects.of(disclosure=disclosure).order_by("-number").values("pk")[:1]
    found: Verdict | None = (
        Verdict.objects.of(step__review__edition=Subquery(newest))
        .filter(decision=Verdict.Decision.RETURN)
        .select_related("person", "deputy_for", "step")
        .order_by("-pk")
        .first()
    )
    return found


def last_stop(disclosure: Disclosure) -> Act | None:
    """Who stopped the publication and why, while the item waits for its author for that reason."""
    if disclosure.stage != Disclosure.Stage.RETURNED:
        return None
    acts = Act.objects.filter(object_type="disclosure", object_id=str(disclosure.pk))
    found = acts.filter(verb__in=["stop_publication", "return_to_author", "withdraw"]).last()
    return found if found is not None and found.verb == "stop_publication" else None


def return_reasons(disclosures: list[Disclosure]) -> dict[int, str]:
    """Why each of these came back last, by its number; one query."""
    verdicts = (
        Verdict.objects.of(step__review__edition__disclosure__in=disclosures)
        .filter(decision=Verdict.Decision.RETURN)
        .order_by("pk")
        .values_list("step__review__edition__disclosure_id", "opinion")
    )
    return dict(verdicts)


def last_published_in(unit: Unit, column: int) -> Disclosure | None:
    """The unit's newest public item in a column: the base of the next period's."""
    found: Disclosure | None = (
        Disclosure.objects.of(unit=unit, state=Disclosure.State.PUBLISHED)
        .filter(placements__column_id=column)
        .order_by("-first_published_at")
        .first()
    )
    return found


def editions(disclosure: Disclosure) -> list[Edition]:
    """Newest first, with their review and whether they were expunged."""
    rows = Edition.objects.of(disclosure=disclosure).select_related(
        "review", "frozen_by", "text", "expunction", "archived_slip"
    )
    return list(rows.order_by("-number"))


def steps_of(edition: Edition) -> list[ReviewStep]:
    rows = ReviewStep.objects.of(review__edition=edition).select_related(
        "unit", "verdict__person", "verdict__deputy_for"
    )
    return list(rows.order_by("order"))


def current_steps(disclosure: Disclosure) -> list[ReviewStep]:
    """The chain of the latest edition."""
    last = Edition.objects.of(disclosure=disclosure).order_by("-number").first()
    return steps_of(last) if last is not None else []


def placements(disclosure: Disclosure) -> list[Placement]:
    rows = Placement.objects.of(disclosure=disclosure).select_related("column__parent")
    return list(rows.order_by("-is_main", "pk"))


def answered_items(disclosure: Disclosure) -> tuple[int, ...]:
    """Ids of the standard catalogue's items that the published item answers."""
    rows = Fulfilment.objects.of(disclosure=disclosure).order_by("item__domain__order", "item__order")
    return tuple(rows.values_list("item_id", flat=True))


def current_withdrawal(disclosure: Disclosure) -> Withdrawal | None:
    found: Withdrawal | None = (
        Withdrawal.objects.of(disclosure=disclosure).filter(ended_at=None).select_related("by").first()
    )
    return found


def edition_before(edition: Edition) -> Edition | None:
    """What the reviewer compares with: the text that is public, else the edition before."""
    rows = Edition.objects.of(disclosure=edition.disclosure_id).filter(number__lt=edition.number)
    found: Edition | None = rows.select_related("text").order_by("-number").first()
    return edition.disclosure.published_edition or found


def columns_of(metadata: Metadata) -> list[Column]:
    """In the order of the metadata, the main one first."""
    found = Column.objects.in_bulk(metadata.columns)
    return [found[pk] for pk in metadata.columns if pk in found]


def column_names(metadata: Metadata) -> list[str]:
    return [column.name for column in columns_of(metadata)]
