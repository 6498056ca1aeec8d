"""Writing: the one mutable copy, guarded by its version."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from mingbai.accounts.actors import SYSTEM, Actor
from mingbai.accounts.models import Unit
from mingbai.catalogue.models import CatalogueItem, Column
from mingbai.core import clock
from mingbai.core.clock import CHINA
from mingbai.core.errors import BadInput, Conflict
from mingbai.core.models import Quarantined
from mingbai.core.sanitiser import sanitise, storable
from mingbai.disclosure.long_tables import MOST_ROWS, longest
from mingbai.disclosure.metadata import Metadata, normalised, unusable
from mingbai.disclosure.models import Disclosure, Draft, UnitAlias
from mingbai.disclosure.proposing import propose_column
from mingbai.disclosure.publicity import report_new_text, report_waiting_texts
from mingbai.disclosure.services.common import journal, locked, moved, place, reason_given
from mingbai.journal.models import Act


@dataclass(frozen=True)
class Source:
    """Where an imported item came from; `first_published_at` with `first_published_source` as the old site says it."""

    file: str
    start: int
    end: int
    digest: str
    unit_name: str = ""
    original: Quarantined | None = None
    old_index_number: str = ""
    first_published_at: datetime | None = None
    first_published_source: str = ""


@dataclass(frozen=True)
class Content:
    """What the form holds; cleaned before it is kept."""

    title: str
    body_html: str = ""
    metadata: Metadata = Metadata()

    def cleaned(self) -> "Content":
        """Sanitised, or `BadInput` for the first thing that cannot be kept."""
        title = " ".join(storable(self.title).split())
        metadata = normalised(self.metadata)
        problems = unusable(title, metadata)
        if problems:
            raise BadInput(problems[0].message, field=problems[0].field)
        known_columns(metadata.columns)
        known_items(metadata.items)
        body = sanitise(self.body_html)
        rows = longest(body)
        if rows > MOST_ROWS:
            raise BadInput(
                f"正文里有一张 {rows} 行的表格，最多 {MOST_ROWS} 行。请把整张表作为 Excel 附件上传，正文里写概况。",
                field="body",
            )
        return Content(title, body, metadata)


def known_columns(columns: tuple[int, ...]) -> None:
    """Refuse columns that do not exist or hold no items."""
    known = set(Column.objects.filter(pk__in=columns, holds_items=True).values_list("pk", flat=True))
    if known != set(columns):
        raise BadInput("所选栏目已不存在，或不放具体信息。请重新选择。", field="columns")


def known_items(items: tuple[int, ...]) -> None:
    """Refuse items that no standard catalogue has."""
    if items and CatalogueItem.objects.filter(pk__in=items).count() != len(items):
        raise BadInput("所选的公开事项已不存在。请重新选择。", field="items")


@transaction.atomic
def create_draft(
    actor: Actor,
    *,
    unit: Unit,
    content: Content,
    source: Source | None = None,
    unclaimed: bool = False,
) -> Disclosure:
    """A new item with its draft. `unclaimed` puts it into the county office's tray until its unit is known."""
    if actor is not SYSTEM:
        # the tray takes what anybody imports who may import at all
        actor.demand("import_documents" if unclaimed else "write_draft", None if unclaimed else unit)
    if not unit.is_open:
        successor = f"，现归「{unit.merged_into.name}」" if unit.merged_into else ""
        raise BadInput(f"「{unit.name}」已撤并{successor}，不能再新增信息。请改选单位。", field="unit")
    kept, now = content.cleaned(), clock.now()
    disclosure = Disclosure(
        unit=unit,
        stage=Disclosure.Stage.UNCLAIMED if unclaimed else Disclosure.Stage.EDITING,
        title=kept.title,
        created_at=now,
        updated_at=now,
        created_by_id=actor.person_id,
        **kept.metadata.descriptive(),
    )
    if source is not None:
        _remember(disclosure, source)
    disclosure.save(force_insert=True)
    place(disclosure, kept.metadata.columns)
    _write_draft(actor, disclosure, kept, now)
    report_new_text(disclosure, kept.metadata.columns, kept.metadata.items)
    journal(actor, "create_draft", disclosure, detail={"source": source.file} if source else {})
    return disclosure


def _remember(disclosure: Disclosure, source: Source) -> None:
    disclosure.source_file = source.file[-500:]
    disclosure.source_start = source.start
    disclosure.source_end = source.end
    disclosure.source_digest = source.digest
    disclosure.source_unit_name = source.unit_name[:160]
    disclosure.original = source.original
    disclosure.old_index_number = source.old_index_number
    disclosure.first_published_at = source.first_published_at
    disclosure.first_published_source = source.first_published_source


def _write_draft(actor: Actor, disclosure: Disclosure, content: Content, now: datetime) -> Draft:
    draft = Draft.objects.create(
        disclosure=disclosure,
        title=content.title,
        body_html=content.body_html,
        metadata=content.metadata.to_json(),
        saved_at=now,
        saved_by_id=actor.person_id,
    )
    if actor.person_id is not None:
        draft.authors.add(actor.person_id)
    return draft


@transaction.atomic
def save_draft(
    actor: Actor, *, disclosure: Disclosure, version: int, content: Content, autosave: bool = False
) -> Draft:
    """Keep the form's content if nobody saved since `version` was read. Autosave is no act and leaves no journal row."""
    current = locked(actor, disclosure, "save_draft")
    draft = held_draft(current, version)
    kept, now = content.cleaned(), clock.now()
    draft.version += 1
    draft.title, draft.body_html, draft.metadata = kept.title, kept.body_html, kept.metadata.to_json()
    draft.saved_at, draft.saved_by_id = now, actor.person_id
    draft.save()
    if actor.person_id is not None:
        draft.authors.add(actor.person_id)
    if current.state == Disclosure.State.UNPUBLISHED:
        _follow_draft(current, kept)
    current.updated_at = now
    current.save()
    if current.state == Disclosure.State.UNPUBLISHED:
        report_waiting_texts(current.unit_id)
    if not autosave:
        journal(actor, "save_draft", current, detail={"version": draft.version})
    return draft


def _follow_draft(disclosure: Disclosure, content: Content) -> None:
    """Before the first publication the item is described by its draft."""
    disclosure.title = content.title
    for name, value in content.metadata.descriptive().items():
        setattr(disclosure, name, value)
    place(disclosure, content.metadata.columns)


def held_draft(disclosure: Disclosure, version: int) -> Draft:
    """The draft at exactly this version, held; otherwise `Conflict` naming who saved it when."""
    draft = Draft.objects.of(disclosure=disclosure).select_for_update().first()
    if draft is None:
        raise Conflict("这条信息没有正在编辑的草稿。请刷新页面。")
    if draft.version != version:
        who = draft.saved_by.name if draft.saved_by else "系统"
        at = draft.saved_at.astimezone(CHINA).strftime("%H:%M")
        raise Conflict(
            f"{who} 在 {at} 保存过这份草稿，您这里是旧的一份，没有覆盖。请在新窗口打开最新草稿，核对后再改。",
            field="version",
        )
    return draft


@transaction.atomic
def discard_draft(actor: Actor, *, disclosure: Disclosure, reason: str) -> Disclosure:
    """An item that was never public is given up; its record and draft stay for the journal."""
    current = locked(actor, disclosure, "discard_draft")
    why = reason_given(reason)
    from_the_tray = current.stage == Disclosure.Stage.UNCLAIMED
    moved("discard_draft", current)
    report_waiting_texts(current.unit_id)
    journal(
        actor, "discard_draft", current, reason=why, detail={"from": "unclaimed"} if from_the_tray else {}
    )
    return current


@transaction.atomic
def restore_draft(actor: Actor, *, disclosure: Disclosure) -> Disclosure:
    """Take back that an item was given up: to its author, or to the tray that it was in."""
    current = locked(actor, disclosure, "restore_draft")
    if not Draft.objects.of(disclosure=current).exists():
        raise Conflict("这条信息的内容已按规定清除，不能恢复。")
    given_up = Act.objects.filter(
        verb="discard_draft", object_type="disclosure", object_id=str(current.pk)
    ).last()
    moved("restore_draft", current)
    if given_up is not None and given_up.detail.get("from") == "unclaimed":
        current.stage = Disclosure.Stage.UNCLAIMED
        current.save(update_fields=["stage"])
    report_waiting_texts(current.unit_id)
    journal(actor, "restore_draft", current)
    return current


@transaction.atomic
def drop_correction(actor: Actor, *, disclosure: Disclosure) -> Disclosure:
    """Give up changing a published item; what is public stays as it is."""
    current = locked(actor, disclosure, "drop_correction")
    Draft.objects.of(disclosure=current).delete()
    moved("drop_correction", current)
    journal(actor, "drop_correction", current)
    return current


@transaction.atomic
def claim_document(actor: Actor, *, disclosure: Disclosure, unit: Unit, remember: bool = True) -> Disclosure:
    """Give an unclaimed item to the unit it belongs to, with a column of that unit proposed, and remember the name it
    was read under."""
    current = locked(actor, disclosure, "claim_document")
    actor.demand("write_draft", unit)
    _give_to(actor, current, unit, "claim_document", remember)
    journal(actor, "claim_document", current, detail={"name": current.source_unit_name})
    return current


@transaction.atomic
def change_unit(actor: Actor, *, disclosure: Disclosure, unit: Unit) -> Disclosure:
    """A draft that was begun for, or claimed by, the wrong unit goes to the right one; of an imported one the name that
    was read in it leads there from now on."""
    current = locked(actor, disclosure, "change_unit")
    actor.demand("write_draft", unit)
    if unit.pk == current.unit_id:
        raise BadInput(f"这条信息已经在{unit.label}。请选别的单位。", field="unit")
    if not unit.is_open:
        raise BadInput(f"「{unit.name}」已撤并。请改选单位。", field="unit")
    left = current.unit
    _give_to(actor, current, unit, "change_unit", remember=True)
    report_waiting_texts(left.pk)
    journal(actor, "change_unit", current, detail={"from": left.name, "to": unit.name})
    return current


def _give_to(actor: Actor, current: Disclosure, unit: Unit, act: str, remember: bool) -> None:
    """With a column of that unit proposed: the other unit's columns and items are not its own."""
    current.unit = unit
    moved(act, current, "unit")
    draft = Draft.objects.of(disclosure=current).get()
    column = propose_column(unit, current.kind, draft.title)
    columns = [column.pk] if column else []
    place(current, columns)
    draft.metadata = {**draft.metadata, "columns": columns, "items": []}
    draft.save(update_fields=["metadata"])
    report_waiting_texts(unit.pk)
    if remember and current.source_unit_name:
        UnitAlias.objects.update_or_create(
            name=current.source_unit_name,
            defaults={"unit": unit, "chosen_by_id": actor.person_id, "chosen_at": clock.now()},
        )
