"""Files on a draft: quarantine first, then the cleaned copy."""

from pathlib import PurePosixPath

from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.core import clock, files, quarantine
from mingbai.core.errors import BadInput, Missing, NotAllowed
from mingbai.disclosure.models import Attachment, Disclosure
from mingbai.disclosure.services.common import journal, locked
from mingbai.text.reading import SUFFIXES, UnreadableFile, read_bytes

MOST = 30
TEXT_LIMIT = 500_000


def add_attachment(actor: Actor, *, disclosure: Disclosure, name: str, content: bytes) -> Attachment:
    """Keep the upload in quarantine, hang its cleaned copy on the draft. Raises `BadInput` with what to do."""
    actor.demand("write_draft", disclosure.unit)
    accepted = files.accept(name, content)
    original = quarantine.put(
        name, content, purpose="attachment", person_id=actor.person_id, unit_id=disclosure.unit_id
    )
    text = _text(accepted)
    with transaction.atomic():
        current = locked(actor, disclosure, "save_draft")
        present = Attachment.objects.of(disclosure=current).filter(in_draft=True)
        if present.count() >= MOST:
            raise BadInput(f"一条信息最多 {MOST} 个附件。请合并文件，或分成几条发布。", field="file")
        stored = files.store(accepted)
        twin = present.filter(digest=stored.digest).first()
        if twin is not None:
            raise BadInput(f"「{accepted.name}」和已有附件「{twin.name}」内容相同。", field="file")
        attachment = Attachment.objects.create(
            disclosure=current,
            file=stored,
            name=accepted.name,
            media_type=accepted.media_type,
            size=stored.size,
            digest=stored.digest,
            text=text,
            order=present.count(),
            original=original,
            added_at=clock.now(),
            added_by_id=actor.person_id,
        )
        journal(actor, "add_attachment", current, after=stored.digest, detail={"name": accepted.name})
    return attachment


def _text(accepted: files.Accepted) -> str:
    """The words for search; empty where the file has none that we can read."""
    if PurePosixPath(accepted.name).suffix.lower() not in SUFFIXES:
        return ""
    try:
        return "\n".join(source.text for source in read_bytes(accepted.name, accepted.content))[:TEXT_LIMIT]
    except UnreadableFile:
        return ""


def read_original(actor: Actor, *, disclosure: Disclosure) -> bytes:
    """The upload behind an imported item. It may hold personal data, so the read itself is an act."""
    actor.demand("read_quarantine", disclosure.unit)
    if disclosure.original is None:
        raise Missing("这条信息没有导入的原始文件，或原始文件已按期删除。")
    journal(actor, "read_original", disclosure, before=disclosure.original.digest, personal_data=True)
    return quarantine.read(disclosure.original)


@transaction.atomic
def remove_attachment(actor: Actor, *, attachment: Attachment) -> None:
    """Drop it from the draft. Editions that name it keep it."""
    current = locked(actor, attachment.disclosure, "save_draft")
    held = Attachment.objects.of(pk=attachment.pk, disclosure=current).select_for_update().first()
    if held is None or not held.in_draft:
        raise NotAllowed("这个附件不在草稿里。请刷新页面。")
    held.in_draft = False
    held.save(update_fields=["in_draft"])
    journal(actor, "remove_attachment", current, before=held.digest, detail={"name": held.name})
