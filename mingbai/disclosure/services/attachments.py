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
_SHOWN = 3
# on every page to be seen, or stripped already
_PLAIN = ("页眉", "页脚", "脚注", "尾注", "文档属性")


def add_attachment(actor: Actor, *, disclosure: Disclosure, name: str, content: bytes) -> Attachment:
    """Keep the upload in quarantine, hang its cleaned copy on the draft. Raises `BadInput` with what to do."""
    actor.demand("write_draft", disclosure.unit)
    accepted = files.accept(name, content)
    text = _visible_text(accepted)
    original = quarantine.put(
        name, content, purpose="attachment", person_id=actor.person_id, unit_id=disclosure.unit_id
    )
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


def _visible_text(accepted: files.Accepted) -> str:
    """The words for search; empty where the file has none that we can read. Raises `BadInput` for a file that holds what
    a reader does not see: hidden columns with identity numbers are how lists leak, and nobody checks what nobody sees."""
    if PurePosixPath(accepted.name).suffix.lower() not in SUFFIXES:
        return ""
    try:
        sources = read_bytes(accepted.name, accepted.content)
    except UnreadableFile:
        return ""
    places = [piece.place for source in sources for piece in source.hidden if piece.text.strip()]
    unseen = [place for place in dict.fromkeys(places) if not place.startswith(_PLAIN)]
    if unseen:
        shown = "、".join(unseen[:_SHOWN]) + (f"等 {len(unseen)} 处" if len(unseen) > _SHOWN else "")
        raise BadInput(
            f"「{accepted.name}」里有看不见的内容：{shown}。公开以后别人能翻出来。请在办公软件里取消隐藏核对后删除，"
            "接受或拒绝全部修订，删去批注和备注，另存后再传。",
            field="file",
        )
    return "\n".join(source.text for source in sources)[:TEXT_LIMIT]


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
