"""Going public: number, placements, search and pages in one transaction. Times are the system's, never typed."""

from datetime import datetime

from django.db import transaction

from mingbai.accounts.actors import SYSTEM, Actor
from mingbai.core import clock
from mingbai.core.errors import BadInput, Conflict, NotAllowed
from mingbai.disclosure import transitions
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import (
    Correction,
    Disclosure,
    Draft,
    Edition,
    EditionAuthor,
    Openness,
    Publication,
    Relation,
    Review,
    Validity,
    Verdict,
    Withdrawal,
)
from mingbai.disclosure.numbers import take_index_number
from mingbai.disclosure.proofing import check_where_due
from mingbai.disclosure.publicity import announce, report_to_catalogue, report_waiting_texts
from mingbai.disclosure.services.common import (
    Move,
    fulfil,
    journal,
    locked,
    moved,
    person,
    place,
    reason_given,
)
from mingbai.disclosure.services.drafts import known_columns, known_items
from mingbai.disclosure.services.reviewing import NOT_CLEARED, Consent, deal_with_findings
from mingbai.journal.jobs import enqueue

ARCHIVE_SLIP = "disclosure.archive_slip"


@transaction.atomic
def publish_edition(actor: Actor, *, disclosure: Disclosure) -> Disclosure:
    """Put the approved edition online. Whoever may review or submit there, or took part in the review, may release
    what was approved; the system does so at the scheduled time."""
    if actor is not SYSTEM and not may_release(actor, disclosure):
        raise NotAllowed("您的岗位不能发布这条信息。请由它的审核人员或经办人发布。")
    current = Disclosure.objects.of(pk=disclosure.pk).select_for_update().get()
    transitions.demand("publish_edition", current)
    edition = _approved_edition(current)
    before = current.published_edition.digest if current.published_edition else ""
    if Metadata.from_json(edition.metadata).openness != Openness.ACTIVE:
        return _close_without_publishing(actor, current, edition)
    # after an emergency the same edition is online already: approval only ends the exception
    if current.state != Disclosure.State.PUBLISHED or current.published_edition_id != edition.pk:
        _put_online(current, edition)
    elif current.is_emergency:
        announce(current)
    current.is_emergency = False
    current.scheduled_for = None
    moved("publish_edition", current, "is_emergency", "scheduled_for")
    Draft.objects.of(disclosure=current).delete()
    enqueue(ARCHIVE_SLIP, {"edition": edition.pk}, key=f"slip:{edition.pk}", at=clock.now())
    journal(actor, "publish_edition", current, before=before, after=edition.digest)
    return current


def may_release(actor: Actor, disclosure: Disclosure) -> bool:
    """Who reviews or submits there, and who took part in the review from another unit."""
    if actor.may("review", disclosure.unit) or actor.may("submit_draft", disclosure.unit):
        return True
    verdicts = Verdict.objects.of(step__review__edition__disclosure=disclosure, person=actor.person_id or 0)
    return verdicts.exists()


def _approved_edition(disclosure: Disclosure) -> Edition:
    edition = Edition.objects.of(disclosure=disclosure).order_by("-number").first()
    if edition is None or edition.review.state != Review.State.APPROVED:
        raise Conflict("最新版本还没有通过审核，不能发布。请刷新页面查看审核进度。")
    return edition


def _close_without_publishing(actor: Actor, disclosure: Disclosure, edition: Edition) -> Disclosure:
    """An item that is not for active disclosure ends here: decided, kept, never public."""
    disclosure.stage = Disclosure.Stage.IDLE
    disclosure.updated_at = clock.now()
    disclosure.save(update_fields=["stage", "updated_at"])
    Draft.objects.of(disclosure=disclosure).delete()
    report_waiting_texts(disclosure.unit_id)
    journal(actor, "keep_unpublished", disclosure, after=edition.digest)
    return disclosure


def _put_online(disclosure: Disclosure, edition: Edition, *, emergency: bool = False) -> None:
    now = clock.now()
    metadata = Metadata.from_json(edition.metadata)
    previous = disclosure.published_edition
    _end_publication(disclosure, Publication.End.CORRECTED, now)
    Publication.objects.create(disclosure=disclosure, edition=edition, from_at=now, is_emergency=emergency)
    Withdrawal.objects.of(disclosure=disclosure).filter(ended_at=None).update(ended_at=now)
    if previous is not None:
        note = edition.correction_note or "内容更正"
        Correction.objects.create(disclosure=disclosure, before=previous, after=edition, note=note, at=now)
    _describe(disclosure, edition, metadata)
    disclosure.state = Disclosure.State.PUBLISHED
    disclosure.published_edition = edition
    disclosure.first_published_at = disclosure.first_published_at or now
    disclosure.published_at = disclosure.published_at or now
    disclosure.is_emergency = emergency
    disclosure.index_number = disclosure.index_number or take_index_number(
        disclosure.unit, clock.china_day(now)
    )
    disclosure.updated_at = now
    disclosure.save()
    move, answered = place(disclosure, metadata.columns), fulfil(disclosure, metadata.items)
    _relate(disclosure, metadata)
    # before the first publication placements are only intended, so all of them are news then
    first = previous is None
    if first:
        report_to_catalogue(disclosure, Move(list(metadata.columns), []), Move(list(metadata.items), []))
    else:
        report_to_catalogue(disclosure, move, answered)
    report_waiting_texts(disclosure.unit_id)
    announce(disclosure, also_columns=move.left, also_items=answered.left)


def _end_publication(disclosure: Disclosure, end: str, now: datetime) -> None:
    Publication.objects.of(disclosure=disclosure).filter(until_at=None).update(until_at=now, end=end)


def _describe(disclosure: Disclosure, edition: Edition, metadata: Metadata) -> None:
    disclosure.title = edition.title
    for name, value in metadata.descriptive().items():
        setattr(disclosure, name, value)
    if disclosure.validity != Validity.REPEALED:
        lapsed = metadata.lapsed_on is not None and metadata.lapsed_on < clock.today()
        disclosure.validity = Validity.LAPSED if lapsed else Validity.IN_FORCE


def _relate(disclosure: Disclosure, metadata: Metadata) -> None:
    Relation.objects.of(disclosure=disclosure).delete()
    others = Disclosure.objects.of(pk__in=[other for _, other in metadata.relations]).values_list(
        "pk", flat=True
    )
    existing = set(others)
    Relation.objects.bulk_create(
        Relation(disclosure=disclosure, other_id=other, kind=kind)
        for kind, other in metadata.relations
        if other in existing and other != disclosure.pk
    )


@transaction.atomic
def schedule_publication(actor: Actor, *, disclosure: Disclosure, at: datetime | None) -> Disclosure:
    """Hold the approved edition until an instant; None publishes as soon as it is approved."""
    current = locked(actor, disclosure, "schedule_publication")
    if at is not None and at <= clock.now():
        raise BadInput("定时发布的时间已经过了。请选一个以后的时间，或直接发布。", field="at")
    current.scheduled_for = at
    moved("schedule_publication", current, "scheduled_for")
    journal(actor, "schedule_publication", current, detail={"at": at.isoformat() if at else None})
    return current


def emergency_publish(actor: Actor, *, disclosure: Disclosure, reason: str, consent: Consent) -> Disclosure:
    """Go public before the review is done; the page says so and the review goes on behind it. Haste spares neither the
    look for secrets and privacy (条例 第十七条) nor a written word about errors that the machine found."""
    edition = Edition.objects.of(disclosure=disclosure).order_by("-number").first()
    if edition is not None:
        check_where_due(edition)
    return _publish_at_once(actor, disclosure, reason, consent)


@transaction.atomic
def _publish_at_once(actor: Actor, disclosure: Disclosure, reason: str, consent: Consent) -> Disclosure:
    current = locked(actor, disclosure, "emergency_publish")
    why = reason_given(reason, "请写明应急发布的理由。")
    edition = Edition.objects.of(disclosure=current).order_by("-number")[0]
    if EditionAuthor.objects.of(edition=edition).filter(person_id=person(actor)).exists():
        raise NotAllowed("您参与起草了这条信息，不能批准应急发布。请由其他终审人员批准。")
    if Metadata.from_json(edition.metadata).openness != Openness.ACTIVE:
        raise BadInput("这条信息不是主动公开，不能发布。")
    if not consent.secrecy_cleared:
        raise BadInput(NOT_CLEARED, field="secrecy_cleared")
    deal_with_findings(actor, edition, consent.overrule_reason)
    Review.objects.of(edition=edition).update(is_emergency=True)
    _put_online(current, edition, emergency=True)
    detail = {"secrecy_cleared": True, "overruled": consent.overrule_reason}
    journal(actor, "emergency_publish", current, after=edition.digest, reason=why, detail=detail)
    return current


@transaction.atomic
def move_item(
    actor: Actor, *, disclosure: Disclosure, columns: tuple[int, ...], items: tuple[int, ...] | None = None
) -> Disclosure:
    """Stand in other columns, and with `items` for other rows of the standard catalogue; address, text and number
    stay."""
    current = locked(actor, disclosure, "move_item")
    if not columns:
        raise BadInput("请至少选择一个栏目。", field="columns")
    known_columns(columns)
    answered = Move([], [])
    if items is not None:
        known_items(items)
        answered = fulfil(current, items)
    move = place(current, columns)
    moved("move_item", current)
    report_to_catalogue(current, move, answered)
    announce(current, also_columns=move.left, also_items=answered.left)
    detail = {"columns": list(columns), "left": move.left, "items_left": answered.left}
    journal(actor, "move_item", current, detail=detail | ({} if items is None else {"items": list(items)}))
    return current
