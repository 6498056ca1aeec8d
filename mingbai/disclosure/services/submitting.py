"""From draft to frozen edition, with the chain of reviews it opens."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from mingbai.accounts.actors import Actor
from mingbai.core import clock
from mingbai.core.digests import digest_value
from mingbai.core.errors import BadInput, Conflict
from mingbai.core.sanitiser import to_text
from mingbai.disclosure import pictures
from mingbai.disclosure.chains import Chain, chain_for
from mingbai.disclosure.deadlines import step_due
from mingbai.disclosure.metadata import Metadata, incomplete
from mingbai.disclosure.models import (
    Attachment,
    Disclosure,
    Draft,
    Edition,
    EditionAuthor,
    EditionText,
    Openness,
    Review,
    ReviewStep,
)
from mingbai.disclosure.notices import tell_authors
from mingbai.disclosure.proofing import check_edition
from mingbai.disclosure.services.common import journal, locked, moved, reason_given
from mingbai.disclosure.services.drafts import held_draft


@transaction.atomic
def submit_draft(
    actor: Actor, *, disclosure: Disclosure, version: int, accept_duplicate_number: bool = False
) -> Edition:
    """Freeze the draft as an edition and open its review. Raises `BadInput` for what is missing or contradictory."""
    current = locked(actor, disclosure, "submit_draft")
    draft = held_draft(current, version)
    metadata = Metadata.from_json(draft.metadata)
    _refuse_closing_what_is_public(current, metadata)
    attachments = list(Attachment.objects.of(disclosure=current).filter(in_draft=True))
    problems = incomplete(draft.title, to_text(draft.body_html), bool(attachments), metadata, clock.today())
    if problems:
        raise BadInput(problems[0].message, field=problems[0].field)
    _refuse_foreign_pictures(current, draft, attachments)
    if not accept_duplicate_number:
        _refuse_duplicate_number(current, metadata)
    edition = _freeze(actor, current, draft, attachments)
    chain = chain_for(current.unit, metadata.columns[0])
    _open_review(edition, chain)
    moved("submit_draft", current)
    journal(actor, "submit_draft", current, after=edition.digest, detail={"edition": edition.number})
    return edition


def submit_and_check(
    actor: Actor, *, disclosure: Disclosure, version: int, accept_duplicate_number: bool = False
) -> Edition:
    """Submit, then let the machine read the frozen text for its reviewers. The check is outside of the transaction:
    it takes longer than a writer may hold the database, and a text without findings only lacks a help."""
    edition = submit_draft(
        actor, disclosure=disclosure, version=version, accept_duplicate_number=accept_duplicate_number
    )
    check_edition(edition)
    return edition


def _refuse_foreign_pictures(disclosure: Disclosure, draft: Draft, attachments: list[Attachment]) -> None:
    files = [row.pk for row in attachments if row.media_type in pictures.SHOWABLE]
    lost = pictures.strangers(draft.body_html, disclosure.pk, files)
    if lost:
        raise BadInput(
            f"正文里的图片「{lost[0] or '没有说明的一张'}」不在这条信息的附件里，公众看不到它。请删去这张图，或在附件里上传后点「放入正文」。",
            field="body",
        )


def _refuse_closing_what_is_public(disclosure: Disclosure, metadata: Metadata) -> None:
    """Deciding 不予公开 about a new text would leave the old one online."""
    if disclosure.state == Disclosure.State.PUBLISHED and metadata.openness != Openness.ACTIVE:
        raise BadInput(
            "这条信息正在公开，不能直接改为不公开。请先放弃修改、办理「撤下」，再改公开属性送审。",
            field="openness",
        )


def _refuse_duplicate_number(disclosure: Disclosure, metadata: Metadata) -> None:
    if not metadata.document_number:
        return
    twin = (
        Disclosure.objects.of(unit=disclosure.unit, document_number=metadata.document_number)
        .exclude(pk=disclosure.pk)
        .exclude(stage=Disclosure.Stage.DISCARDED)
        .first()
    )
    if twin is not None:
        raise BadInput(
            f"文号 {metadata.document_number} 已用在《{twin.title}》上。请核对文号；确是同一文号的，勾选「文号重复属实」再送审。",
            field="document_number",
        )


def edition_digest(
    title: str, metadata: dict[str, object], html: str, attachments: list[dict[str, object]]
) -> str:
    """What approval is bound to: everything that a reader will see."""
    files = [[row["name"], row["digest"]] for row in attachments]
    return digest_value({"title": title, "metadata": metadata, "html": html, "files": files})


def _freeze(actor: Actor, disclosure: Disclosure, draft: Draft, attachments: list[Attachment]) -> Edition:
    files = [
        {"id": row.pk, "name": row.name, "digest": row.digest, "size": row.size, "media_type": row.media_type}
        for row in attachments
    ]
    last = Edition.objects.of(disclosure=disclosure).aggregate(last=Max("number"))["last"] or 0
    edition = Edition.objects.create(
        disclosure=disclosure,
        number=last + 1,
        title=draft.title,
        metadata=draft.metadata,
        attachments=files,
        digest=edition_digest(draft.title, draft.metadata, draft.body_html, files),
        draft_version=draft.version,
        correction_note=draft.correction_note,
        frozen_at=clock.now(),
        frozen_by_id=actor.person_id,
    )
    EditionText.objects.create(edition=edition, html=draft.body_html, plain=to_text(draft.body_html))
    authors = {*draft.authors.values_list("pk", flat=True), actor.person_id} - {None}
    EditionAuthor.objects.bulk_create(
        EditionAuthor(edition=edition, person_id=person) for person in sorted(authors)
    )
    return edition


def _open_review(edition: Edition, chain: Chain) -> Review:
    now = clock.now()
    review = Review.objects.create(edition=edition, chain_name=chain.name, opened_at=now)
    ReviewStep.objects.bulk_create(
        ReviewStep(
            review=review,
            order=number,
            kind=step.kind,
            unit=step.unit,
            includes_secrecy=step.includes_secrecy,
            working_days=step.working_days,
        )
        for number, step in enumerate(chain.steps, start=1)
    )
    open_step(ReviewStep.objects.of(review=review).get(order=1), now)
    return review


def open_step(step: ReviewStep, now: datetime) -> None:
    """The step is now somebody's to do, until the end of its working days."""
    step.state, step.opened_at = ReviewStep.State.OPEN, now
    step.due_on, step.due_pending_year = step_due(clock.china_day(now), step.working_days)
    step.save()


@transaction.atomic
def recall_edition(actor: Actor, *, disclosure: Disclosure, reason: str) -> Disclosure:
    """The author takes the edition back before it is public; the draft can be changed again."""
    current = locked(actor, disclosure, "recall_edition")
    why = reason_given(reason, "请写明撤回理由。")
    if current.is_emergency:
        raise Conflict("应急发布的信息正在补审，不能撤回。确有问题的，请撤下或由审核人员退回。")
    review = end_review(current)
    assert review is not None  # in review or approved there always is one
    moved("recall_edition", current)
    journal(actor, "recall_edition", current, before=review.edition.digest, reason=why)
    return current


@transaction.atomic
def stop_publication(actor: Actor, *, disclosure: Disclosure, reason: str) -> Disclosure:
    """停发: what is approved and waits for its hour goes back to its authors; a new submission is reviewed anew."""
    current = locked(actor, disclosure, "stop_publication")
    why = reason_given(reason, "请写明停发的理由。")
    review = end_review(current)
    assert review is not None  # what is approved has a review
    current.scheduled_for = None
    moved("stop_publication", current, "scheduled_for")
    tell_authors(current, review.edition, f"《{current.title}》停发，退回修改：{why}")
    journal(actor, "stop_publication", current, before=review.edition.digest, reason=why)
    return current


def end_review(disclosure: Disclosure) -> Review | None:
    """Close the review that is open, or approved and not yet public, as recalled: its approval publishes nothing any
    more. None where no text is under way."""
    if disclosure.stage not in {Disclosure.Stage.IN_REVIEW, Disclosure.Stage.APPROVED}:
        return None
    rows = Review.objects.of(edition__disclosure=disclosure).order_by("-edition__number")
    review: Review = rows.select_related("edition").select_for_update(of=("self",))[0]
    close_review(review, Review.State.RECALLED)
    return review


def close_review(review: Review, state: str) -> None:
    review.state, review.closed_at = state, clock.now()
    review.save()
    undecided = ReviewStep.objects.of(review=review).filter(state__in=["waiting", "open"])
    undecided.update(state=ReviewStep.State.CANCELLED)
