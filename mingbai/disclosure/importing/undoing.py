"""Taking back a whole import: what nobody has touched since is given up, the rest stays and is named."""

from dataclasses import dataclass

from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.core.errors import Conflict, DomainError
from mingbai.disclosure.models import Attachment, Disclosure, Draft, ImportBatch, ImportFile
from mingbai.disclosure.services.common import reason_given
from mingbai.disclosure.services.drafts import discard_draft
from mingbai.journal.models import Act
from mingbai.journal.services import Entry, record

UNTOUCHED = (Disclosure.Stage.EDITING, Disclosure.Stage.UNCLAIMED)
# acts by which somebody made a draft their own, though its text may still be the one that was imported
_TOUCHING = {
    "claim_document": "已认领",
    "change_unit": "已改归别的单位",
    "restore_draft": "作废后又恢复过",
    "recall_edition": "送审后撤回过",
    "schedule_publication": "已设定发布时间",
    "remove_attachment": "附件有改动",
}


@dataclass(frozen=True)
class Kept:
    """An item that stays, and why."""

    disclosure: Disclosure
    why: str


@dataclass(frozen=True)
class Undone:
    discarded: list[Disclosure]
    kept: list[Kept]


def undo_import(actor: Actor, *, batch: ImportBatch, reason: str) -> Undone:
    """Give up every draft of this import that nobody has changed, claimed or submitted; each is an act of its own, so
    that one that is refused stops no other. The same files may then be imported again."""
    actor.demand("import_documents", batch.unit)
    why = reason_given(reason, "请写明为什么撤销这次导入。")
    files = list(ImportFile.objects.of(batch=batch))
    if any(file.state == ImportFile.State.WAITING for file in files):
        raise Conflict("这次导入还没有处理完。请等处理完再撤销。")
    numbers = [row["id"] for file in files for row in file.rows if row["state"] == "created"]
    done = Undone([], [])
    for disclosure in Disclosure.objects.of(pk__in=numbers).select_related("unit").order_by("pk"):
        if disclosure.stage != Disclosure.Stage.DISCARDED:
            _give_up(actor, disclosure, why, done)
    with transaction.atomic():
        told = {
            "discarded": [item.pk for item in done.discarded],
            "kept": [item.disclosure.pk for item in done.kept],
        }
        target = ("import_batch", batch.pk, f"{len(files)} 个文件")
        unit = (batch.unit_id, batch.unit.name)
        record(actor, Entry("undo_import", target, unit=unit, reason=why, detail=told))
    return done


def _give_up(actor: Actor, disclosure: Disclosure, why: str, done: Undone) -> None:
    try:
        with transaction.atomic():
            # held while it is asked, so that nobody saves in between
            current = Disclosure.objects.of(pk=disclosure.pk).select_for_update().get()
            touched = _touched(current)
            if not touched:
                discard_draft(actor, disclosure=disclosure, reason=why)
                Disclosure.objects.of(pk=disclosure.pk).update(source_digest=None)
    except DomainError as error:
        touched = error.message
    if touched:
        done.kept.append(Kept(disclosure, touched))
    else:
        done.discarded.append(disclosure)


def _touched(current: Disclosure) -> str:
    """What has become of it since, in words; empty when nothing has."""
    if current.state != Disclosure.State.UNPUBLISHED or current.stage not in UNTOUCHED:
        return f"已是「{current.get_state_display()} · {current.get_stage_display()}」"
    draft = Draft.objects.of(disclosure=current).select_for_update().first()
    if draft is None:
        return "没有草稿了"
    if draft.version != 1:
        return f"{draft.saved_by.name if draft.saved_by else '有人'}修改过"
    acts = Act.objects.filter(object_type="disclosure", object_id=str(current.pk))
    verb = acts.filter(verb__in=_TOUCHING).values_list("verb", flat=True).first()
    return _TOUCHING[verb] if verb else _added_files(current, acts.filter(verb="add_attachment").count())


def _added_files(current: Disclosure, added: int) -> str:
    """One file may have come with the import itself: the whole of a text that was cut short."""
    own = current.original.name if current.original else None
    others = Attachment.objects.of(disclosure=current).exclude(name=own)
    return "加过附件" if added and others.exists() else ""
