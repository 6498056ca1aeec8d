"""清除: what must not be kept at all, such as a state secret. Two people, a reason; digest and journal stay."""

from django.conf import settings
from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.core import clock, files, quarantine
from mingbai.core.errors import Conflict, NotAllowed
from mingbai.core.models import Quarantined, StoredFile
from mingbai.disclosure.models import (
    Attachment,
    Disclosure,
    Draft,
    Edition,
    EditionText,
    Expunction,
)
from mingbai.disclosure.publicity import announce
from mingbai.disclosure.services.common import journal, locked, person, reason_given
from mingbai.journal.jobs import enqueue
from mingbai.proofreading.models import FindingRecord

REMOVE_FILES = "disclosure.remove_expunged_files"


@transaction.atomic
def ask_expunction(actor: Actor, *, edition: Edition, reason: str) -> Expunction:
    """The first person asks; nothing is removed yet."""
    current = locked(actor, edition.disclosure, "ask_expunction")
    why = reason_given(reason, "请写明清除的理由和依据。")
    if Expunction.objects.of(edition=edition).exists():
        raise Conflict("这个版本已有人申请清除。请由另一个人确认。")
    row = Expunction.objects.create(
        edition=edition, reason=why, asked_by_id=person(actor), asked_at=clock.now()
    )
    journal(actor, "ask_expunction", current, before=edition.digest, reason=why)
    return row


def expunge_edition(actor: Actor, *, expunction: Expunction) -> Expunction:
    """The second person does it: text, files that nothing else names, originals, findings and search rows go."""
    with transaction.atomic():
        edition = expunction.edition
        current = locked(actor, edition.disclosure, "expunge_edition")
        row = Expunction.objects.of(pk=expunction.pk).select_for_update().get()
        if row.done_at is not None:
            raise Conflict("这个版本已经清除。")
        if row.asked_by_id == actor.person_id:
            raise NotAllowed("清除要由两个人分别提出和确认。请由另一个人确认。")
        row.done_by_id, row.done_at, row.backups = person(actor), clock.now(), _backups()
        row.save()
        removable, originals = _remove_rows(current, edition)
        # without its draft nothing is left to work on
        withdrawn = current.state == Disclosure.State.WITHDRAWN
        current.stage = Disclosure.Stage.IDLE if withdrawn else Disclosure.Stage.DISCARDED
        current.save(update_fields=["stage"])
        announce(current)
        journal(actor, "expunge_edition", current, before=edition.digest, reason=row.reason)
        held = [original.pk for original in originals]
        enqueue(
            REMOVE_FILES, {"digests": removable, "originals": held}, key=f"expunged:{row.pk}", at=clock.now()
        )
    # after the commit: a file gone while its row came back would be worse than one kept a moment longer
    remove_files(removable, held)
    return row


def remove_files(digests: list[str], originals: list[int]) -> None:
    """Safe to run twice."""
    for digest in digests:
        files.remove(digest)
    for original in Quarantined.objects.filter(pk__in=originals, deleted_at=None):
        quarantine.discard(original, clock.now())


def _backups() -> list[str]:
    """Names of the backups beside the data folder that still hold the text."""
    folder = settings.DATA_DIR / "backups"
    return sorted(path.name for path in folder.glob("*")) if folder.is_dir() else []


def _remove_rows(disclosure: Disclosure, edition: Edition) -> tuple[list[str], list[Quarantined]]:
    """Delete what holds the words; the digests of files that nothing names any more, and the uploads as they came."""
    FindingRecord.objects.of(subject_type="edition", subject_id=edition.pk).delete()
    FindingRecord.objects.of(subject_type="draft", subject_id=disclosure.pk).delete()
    Draft.objects.of(disclosure=disclosure).delete()
    EditionText.objects.of(edition=edition).delete()
    others = (
        Edition.objects.of(disclosure=disclosure)
        .exclude(pk=edition.pk)
        .exclude(expunction__done_at__isnull=False)
    )
    still_named = {file["id"] for other in others for file in other.attachments}
    doomed = Attachment.objects.of(disclosure=disclosure).exclude(pk__in=still_named)
    digests: list[str] = []
    originals = [disclosure.original]
    for attachment in doomed.select_related("original", "file"):
        digests.append(attachment.digest)
        attachment.text, attachment.file, attachment.in_draft = "", None, False
        attachment.save()
        originals.append(attachment.original)
    kept = set(Attachment.objects.of(digest__in=digests).exclude(file=None).values_list("digest", flat=True))
    gone = [digest for digest in digests if digest not in kept]
    StoredFile.objects.filter(digest__in=gone).delete()
    return gone, [original for original in originals if original is not None]
