"""Deciding a step: different people, the exact text, and the findings dealt with."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import Person
from mingbai.core import clock
from mingbai.core.errors import BadInput, Conflict, NotAllowed
from mingbai.disclosure import transitions
from mingbai.disclosure.models import (
    Disclosure,
    Edition,
    EditionAuthor,
    Review,
    ReviewStep,
    StepKind,
    StepReading,
    Verdict,
)
from mingbai.disclosure.notices import tell_authors
from mingbai.disclosure.proofing import check_where_due, edition_subject, item_of
from mingbai.disclosure.services.common import journal, moved, person, reason_given
from mingbai.disclosure.services.submitting import close_review, open_step
from mingbai.proofreading.services import blocking_findings, overrule_findings

NOT_CLEARED = "请逐项核对后勾选「不涉及国家秘密、商业秘密、个人隐私」，有疑问的退回。"


@dataclass(frozen=True)
class Proposal:
    """Of a return: where in the text, and what the author might write instead."""

    place: str = ""
    change: str = ""


def _standing(actor: Actor, step: ReviewStep) -> list[int | None]:
    """In whose right the actor reaches this step: None for their own, first if there is one, then principals."""
    roles = transitions.STEP_ROLES[step.kind]
    rights = {
        post.deputy_for
        for post in actor.posts
        if post.role in roles and post.reaches(step.unit.path, step.unit.kind)
    }
    return sorted(rights, key=lambda principal: (principal is not None, principal or 0))


def _spent(step: ReviewStep) -> set[int]:
    """Whoever wrote this text, decided a step of its review, or was stood in for there."""
    authors = EditionAuthor.objects.of(edition=step.review.edition).values_list("person_id", flat=True)
    verdicts = Verdict.objects.of(step__review=step.review).values_list("person_id", "deputy_for_id")
    return {*authors, *(person for pair in verdicts for person in pair if person is not None)}


def refusal(actor: Actor, step: ReviewStep) -> str | None:
    """Why the actor may not decide this step, as a sentence; None when they may."""
    rights = _standing(actor, step)
    if not rights:
        return f"这一步由{step.unit.label}的{step.get_kind_display()}人员办理，您的岗位不能办理。"
    edition = step.review.edition
    if EditionAuthor.objects.of(edition=edition).filter(person_id=person(actor)).exists():
        return "您参与起草了这条信息，不能再审核它。请由其他人审核。"
    decided = Verdict.objects.of(step__review=step.review)
    if decided.filter(person_id=person(actor)).exists():
        return "您已审过这条信息的另一道环节，不能再审这一道。请由其他人审核。"
    if decided.filter(deputy_for_id=person(actor)).exists():
        return "您的B角已代您审过这条信息的另一道环节，您不能再审这一道。请由其他人审核。"
    spent = _spent(step)
    if all(principal in spent for principal in rights):
        return "您代办的A角参与起草或审过这条信息，A角不能审的，B角也不能代审。请由其他人审核。"
    return None


def _held(actor: Actor, step: ReviewStep, digest: str, act: str) -> tuple[Disclosure, ReviewStep]:
    disclosure = step.review.edition.disclosure
    # the right is judged by the step: a village's steps may sit in its town
    reason = refusal(actor, step)
    if reason:
        raise NotAllowed(reason)
    current = Disclosure.objects.of(pk=disclosure.pk).select_for_update().get()
    transitions.demand(act, current)
    held = ReviewStep.objects.of(pk=step.pk).select_for_update().get()
    if held.state != ReviewStep.State.OPEN:
        raise Conflict("这一步已经由别人办理，或还没有轮到。请刷新审核列表。")
    if held.review.edition.digest != digest:
        raise Conflict("送审的文本和您看到的不是同一版本。请刷新页面，看过新版本再审。")
    return current, held


def stood_in_for(actor: Actor, step: ReviewStep) -> int | None:
    """Whom the actor decides this step for: nobody where a post of their own reaches it, else the first principal who
    might have decided it."""
    spent = _spent(step)
    free = [principal for principal in _standing(actor, step) if principal not in spent]
    return free[0] if free else None


def _write_verdict(
    actor: Actor, step: ReviewStep, decision: str, opinion: str, proposal: Proposal
) -> dict[str, str]:
    """Answers what the journal says of it: for whom the actor stood in, if for anybody."""
    principal = stood_in_for(actor, step)
    try:
        Verdict.objects.create(
            step=step,
            person_id=person(actor),
            deputy_for_id=principal,
            decision=decision,
            edition_digest=step.review.edition.digest,
            opinion=opinion,
            place=proposal.place[:200],
            proposed_change=proposal.change,
            at=clock.now(),
        )
    except IntegrityError as error:
        raise Conflict("这一步已经由别人办理，或您不能审核这条信息。请刷新审核列表。") from error
    return {"acting_for": "" if principal is None else Person.objects.get(pk=principal).name}


@dataclass(frozen=True)
class Consent:
    """What an approval says. `secrecy_cleared`: looked at and found free of state and business secrets and of
    personal privacy (条例 第十四、十五、十七条); a step with 保密审查 cannot do without."""

    opinion: str = ""
    overrule_reason: str = ""
    secrecy_cleared: bool = False


def approve_step(actor: Actor, *, step: ReviewStep, digest: str, consent: Consent) -> Review:
    """Agree to exactly this text. After the last step the item waits for publication."""
    check_where_due(step.review.edition)
    return _approve(actor, step, digest, consent)


def note_reading(actor: Actor, *, step: ReviewStep) -> None:
    """Somebody who may decide the open step has its text before them. No legal act: it only tells later which steps of
    a batch were looked at."""
    reading = StepReading(step=step, person_id=person(actor), at=clock.now())
    StepReading.objects.bulk_create([reading], ignore_conflicts=True)


def approve_read_step(actor: Actor, *, step: ReviewStep, digest: str, consent: Consent) -> Review:
    """As one of a batch: raises `Conflict` for a text that this person has not opened, though a deputy or principal has."""
    if not StepReading.objects.of(step=step, person_id=person(actor)).exists():
        title = step.review.edition.title
        raise Conflict(f"《{title}》您还没有打开看过，不能批量同意。请先打开这一条，看过再审。")
    return approve_step(actor, step=step, digest=digest, consent=consent)


@transaction.atomic
def _approve(actor: Actor, step: ReviewStep, digest: str, consent: Consent) -> Review:
    current, held = _held(actor, step, digest, "approve_step")
    if has_secrecy(held) and not consent.secrecy_cleared:
        raise BadInput(
            f"这一步含保密审查。{NOT_CLEARED}",
            field="secrecy_cleared",
        )
    if decides_findings(held):
        deal_with_findings(actor, held.review.edition, consent.overrule_reason)
    held.state = ReviewStep.State.APPROVED
    held.save()
    standing = _write_verdict(actor, held, Verdict.Decision.APPROVE, consent.opinion.strip(), Proposal())
    following = ReviewStep.objects.of(review=held.review).filter(state="waiting").order_by("order").first()
    if following is not None:
        open_step(following, clock.now())
    else:
        close_review(held.review, Review.State.APPROVED)
        current.stage = Disclosure.Stage.APPROVED
    current.updated_at = clock.now()
    current.save(update_fields=["stage", "updated_at"])
    journal(
        actor,
        "approve_step",
        current,
        after=digest,
        reason=consent.opinion.strip(),
        detail={
            "step": held.kind,
            "overruled": consent.overrule_reason,
            "secrecy_cleared": consent.secrecy_cleared,
            **standing,
        },
    )
    return held.review


def has_secrecy(step: ReviewStep) -> bool:
    return step.includes_secrecy or step.kind == StepKind.SECRECY_REVIEW


def decides_findings(step: ReviewStep) -> bool:
    """The final review; in a chain without one, its last step."""
    if step.kind == StepKind.FINAL_REVIEW:
        return True
    steps = ReviewStep.objects.of(review=step.review)
    return (
        not steps.filter(kind=StepKind.FINAL_REVIEW).exists()
        and not steps.filter(order__gt=step.order).exists()
    )


def deal_with_findings(actor: Actor, edition: Edition, overrule_reason: str) -> None:
    """Errors block publication unless the final reviewer overrules them in writing."""
    blocking = blocking_findings(edition_subject(edition), item_of(edition.disclosure))
    if not blocking:
        return
    if not overrule_reason.strip():
        raise BadInput(
            f"还有 {len(blocking)} 处错误级疑点没有处理，首处是「{blocking[0].quote}」：{blocking[0].message}"
            "请退回修改；确认无误的，写明理由后同意。",
            field="overrule_reason",
        )
    overrule_findings(
        actor, findings=blocking, item=item_of(edition.disclosure), reason=overrule_reason.strip()
    )


@transaction.atomic
def return_to_author(
    actor: Actor, *, step: ReviewStep, digest: str, reason: str, proposal: Proposal | None = None
) -> Review:
    """Send it back with place, reason and a proposed change; the text itself is the author's to change."""
    current, held = _held(actor, step, digest, "return_to_author")
    why = reason_given(reason, "请写明退回理由。", limit=2000)
    held.state = ReviewStep.State.RETURNED
    held.save()
    standing = _write_verdict(actor, held, Verdict.Decision.RETURN, why, proposal or Proposal())
    close_review(held.review, Review.State.RETURNED)
    moved("return_to_author", current)
    tell_authors(current, held.review.edition, f"《{current.title}》被{held.get_kind_display()}退回：{why}")
    detail = {"step": held.kind, **standing}
    journal(actor, "return_to_author", current, before=digest, reason=why, detail=detail)
    return held.review
