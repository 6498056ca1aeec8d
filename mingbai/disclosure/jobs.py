"""What happens to disclosures without anybody at a screen."""

import logging
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from mingbai.accounts.actors import SYSTEM, Post
from mingbai.accounts.models import Membership
from mingbai.accounts.roles import Role
from mingbai.accounts.scope import unscoped
from mingbai.catalogue.services.calendars import follow_calendar
from mingbai.core import clock, files, quarantine
from mingbai.core.errors import DomainError
from mingbai.disclosure import copies
from mingbai.disclosure.deadlines import step_due
from mingbai.disclosure.importing import batches  # noqa: F401  registers its job
from mingbai.disclosure.models import Disclosure, Draft, Edition, EditionAuthor, ReviewStep, Validity, Verdict
from mingbai.disclosure.publicity import announce, report_waiting_texts
from mingbai.disclosure.services import publish_edition
from mingbai.disclosure.services.common import journal
from mingbai.disclosure.services.expunging import REMOVE_FILES, remove_files
from mingbai.disclosure.services.publishing import ARCHIVE_SLIP
from mingbai.disclosure.slips import archive_slip
from mingbai.disclosure.transitions import STEP_ROLES
from mingbai.journal.jobs import job
from mingbai.journal.models import Job, Notice

log = logging.getLogger("mingbai.disclosure")


@job("disclosure.publish_due", every=timedelta(seconds=30))
def publish_due(claimed: Job) -> None:
    """Scheduled items whose hour has come, and approved ones whose publication was cut off by a crash."""
    due = unscoped(Disclosure).filter(stage=Disclosure.Stage.APPROVED)
    for disclosure in due.filter(Q(scheduled_for=None) | Q(scheduled_for__lte=clock.now())).select_related(
        "unit"
    ):
        try:
            publish_edition(SYSTEM, disclosure=disclosure)
        except DomainError as error:
            log.warning("item %s stays unpublished: %s", disclosure.pk, error.message)


@job("disclosure.mark_lapsed", every=timedelta(hours=1))
def mark_lapsed(claimed: Job) -> None:
    """失效 begins the day after the last day of validity."""
    over = unscoped(Disclosure).filter(
        state=Disclosure.State.PUBLISHED, validity=Validity.IN_FORCE, lapsed_on__lt=clock.today()
    )
    for disclosure in over.select_related("unit"):
        with transaction.atomic():
            disclosure.validity = Validity.LAPSED
            disclosure.save(update_fields=["validity"])
            announce(disclosure)
            journal(SYSTEM, "mark_lapsed", disclosure, detail={"lapsed_on": str(disclosure.lapsed_on)})


@job("disclosure.count_what_waits")
def count_what_waits(claimed: Job) -> None:
    """Everything written and not published, unit by unit; an upgrade asks for it."""
    for unit_id in unscoped(Draft).order_by().values_list("disclosure__unit", flat=True).distinct():
        with transaction.atomic():
            report_waiting_texts(unit_id)


@job("disclosure.calendar_loaded")
def recompute_steps(claimed: Job) -> None:
    """Open review steps whose due date waited for a year's holiday notice, or was computed before it was corrected."""
    for step in unscoped(ReviewStep).filter(state=ReviewStep.State.OPEN, opened_at__isnull=False):
        assert step.opened_at is not None
        due = step_due(clock.china_day(step.opened_at), step.working_days)
        if due != (step.due_on, step.due_pending_year):
            open_still = unscoped(ReviewStep).filter(pk=step.pk, state=ReviewStep.State.OPEN)
            open_still.update(due_on=due[0], due_pending_year=due[1])


follow_calendar("disclosure.calendar_loaded")


@job("disclosure.remind_reviewers", every=timedelta(hours=1))
def remind_reviewers(claimed: Job) -> None:
    """A line a day for everyone who may decide a step that is due today or late."""
    today = clock.today()
    steps = unscoped(ReviewStep).filter(state=ReviewStep.State.OPEN, due_on__lte=today)
    for step in steps.select_related("review__edition", "unit"):
        Notice.objects.bulk_create(_reminders(step, today), ignore_conflicts=True)


def _reminders(step: ReviewStep, today: date) -> list[Notice]:
    people = _who_decide(step, today)
    late = "今天到期" if step.due_on == today else f"已超过 {step.due_on} 的期限"
    return [
        Notice(
            person_id=person,
            unit_id=step.unit_id,
            kind="review",
            text=f"《{step.review.edition.title[:120]}》{step.get_kind_display()}{late}。",
            link=f"/desk/reviews/{step.pk}/",
            dedupe=f"step:{step.pk}:{today}",
            created_at=clock.now(),
        )
        for person in people
    ]


def _who_decide(step: ReviewStep, today: date) -> set[int]:
    """Whoever has a post that reaches the step: in the unit itself, in the town that acts for its villages, above."""
    above = [int(part) for part in step.unit.path.split("/") if part]
    posts = Membership.objects.active_on(today).filter(unit__in=above, role__in=STEP_ROLES[step.kind])
    spent = set(Verdict.objects.of(step__review=step.review_id).values_list("person_id", flat=True))
    spent |= set(EditionAuthor.objects.of(edition=step.review.edition_id).values_list("person_id", flat=True))
    return {
        post.person_id
        for post in posts.select_related("unit")
        if Post(post.unit_id, post.unit.path, post.unit.name, Role(post.role)).reaches(
            step.unit.path, step.unit.kind
        )
    } - spent


@job(ARCHIVE_SLIP)
def archive_published_slip(claimed: Job) -> None:
    edition = (
        unscoped(Edition).filter(pk=claimed.payload["edition"]).select_related("disclosure__unit").first()
    )
    if edition is not None:
        archive_slip(edition)


@job("disclosure.empty_quarantine", every=timedelta(hours=6))
def empty_quarantine(claimed: Job) -> None:
    quarantine.discard_expired(clock.now())
    files.sweep(clock.now() - timedelta(days=1))


@job(REMOVE_FILES)
def remove_expunged_files(claimed: Job) -> None:
    """Done in the act already, unless it was cut off between the commit and the files."""
    remove_files(claimed.payload["digests"], claimed.payload["originals"])


@job("disclosure.index_copies", every=timedelta(minutes=1))
def index_copies(claimed: Job) -> None:
    """Texts published or withdrawn since the last time enter or leave the index of near-copies."""
    copies.follow()
