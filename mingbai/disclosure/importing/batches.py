"""The import page: uploads wait in quarantine and a job works them off, file by file, as often as it takes."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from django.db import transaction

from mingbai.accounts.actors import Actor, actor_for
from mingbai.accounts.models import Unit
from mingbai.catalogue.models import Column
from mingbai.core import clock, quarantine
from mingbai.core.errors import BadInput, DomainError, NotAllowed
from mingbai.core.models import Quarantined
from mingbai.disclosure.importing.documents import Choices, Row, import_bytes
from mingbai.disclosure.models import ImportBatch, ImportFile
from mingbai.journal import jobs
from mingbai.journal.models import Job
from mingbai.journal.services import Entry, record

log = logging.getLogger("mingbai.disclosure")
# of broken and odd files; what the database raises is no fault of the file, and the job is tried again
LET_THROUGH = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError, RuntimeError, TypeError, ValueError,
)  # fmt: skip
UNFORESEEN = (
    "读这个文件时出了意外，没有全部导入。请用办公软件打开后另存一份再导，还不行就请把文件交给管理员。"
)
JOB = "disclosure.import_batch"
MOST_FILES = 500


@dataclass(frozen=True)
class Upload:
    """One file as it came: its bytes, which `read` gives only when it is their turn, or the sentence that refuses it
    before it is read."""

    name: str
    read: Callable[[], bytes] = bytes
    refusal: str = ""


def start_import(
    actor: Actor, *, unit: Unit, files: Sequence[Upload], choices: dict[str, int | None]
) -> ImportBatch:
    """Keep the uploads and have them worked off. `choices`: {"unit": id, "column": id}, None leaves it to recognition."""
    actor.demand("import_documents", unit)
    if not files:
        raise BadInput("请选择要导入的文件。", field="files")
    if all(file.refusal for file in files):
        raise BadInput(files[0].refusal, field="files")
    kept = _kept(actor, unit, files)
    with transaction.atomic():
        batch = ImportBatch.objects.create(
            unit=unit, person_id=actor.person_id, choices=choices, created_at=clock.now()
        )
        _queue(actor, batch, kept)
    return batch


def continue_import(actor: Actor, *, batch: ImportBatch, files: Sequence[Upload]) -> ImportBatch:
    """The next slice of an upload that is too large for one request."""
    actor.demand("import_documents", batch.unit)
    if batch.person_id != actor.person_id:
        raise NotAllowed("这次导入是别人开始的。请自己另开一次导入。")
    kept = _kept(actor, batch.unit, files)
    with transaction.atomic():
        ImportBatch.objects.of(pk=batch.pk).update(finished_at=None)
        _queue(actor, batch, kept)
    return batch


def _kept(actor: Actor, unit: Unit, files: Sequence[Upload]) -> list[ImportFile]:
    """Bytes in quarantine before any row names them: a kill in between leaves a file that expires by itself."""
    if len(files) > MOST_FILES:
        raise BadInput(f"一次最多 {MOST_FILES} 个文件。请分几次上传，或打成 zip。", field="files")
    rows = []
    for file in files:
        row = ImportFile(name=file.name[:255], quarantined_id=0)
        if file.refusal:
            row.state, row.message = ImportFile.State.REFUSED, file.refusal[:300]
        else:
            row.quarantined_id = quarantine.put(
                file.name, file.read(), purpose="import", person_id=actor.person_id, unit_id=unit.pk
            ).pk
        rows.append(row)
    return rows


def _queue(actor: Actor, batch: ImportBatch, rows: list[ImportFile]) -> None:
    for row in rows:
        row.batch = batch
    ImportFile.objects.bulk_create(rows)
    jobs.enqueue(JOB, {"batch": batch.pk}, key=f"batch:{batch.pk}", at=clock.now())
    target = ("import_batch", batch.pk, f"{len(rows)} 个文件")
    record(actor, Entry("start_import", target, unit=(batch.unit_id, batch.unit.name)))


@jobs.job(JOB)
def work_off(job: Job) -> None:
    """Safe to run twice: a file that is done is passed over, a document that is there is not written again."""
    batch = ImportBatch.objects.of(pk=job.payload["batch"]).select_related("person", "unit").get()
    actor = actor_for(batch.person, clock.today()) if batch.person else None
    waiting = list(ImportFile.objects.of(batch=batch).filter(state=ImportFile.State.WAITING).order_by("pk"))
    for number, file in enumerate(waiting, start=1):
        if actor is not None:
            _work_off_file(actor, batch, file)
        job.progress = {"done": number, "of": len(waiting)}
        jobs.renew(job, clock.now())
    # another slice may have come meanwhile; its own job ends the batch
    if not ImportFile.objects.of(batch=batch).filter(state=ImportFile.State.WAITING).exists():
        batch.finished_at = clock.now()
        batch.save(update_fields=["finished_at"])


def _work_off_file(actor: Actor, batch: ImportBatch, file: ImportFile) -> None:
    original = Quarantined.objects.get(pk=file.quarantined_id)
    choices = Choices(
        Unit.objects.filter(pk=batch.choices.get("unit") or 0).first(),
        Column.objects.filter(pk=batch.choices.get("column") or 0).first(),
    )
    try:
        content = quarantine.read(original)
    except DomainError as error:
        file.state, file.message = ImportFile.State.REFUSED, error.message[:300]
        file.save()
        return
    rows: list[Row] = []
    try:
        for row in import_bytes(actor, name=file.name, content=content, choices=choices, original=original):
            rows.append(row)
    except LET_THROUGH:
        # one file that no reader foresaw must not keep the others of its batch from coming in
        log.exception("import of file %s of batch %s", file.pk, batch.pk)
        rows.append(Row(file.name, reason=UNFORESEEN))
    refused = [row for row in rows if row.id is None]
    all_refused = bool(rows) and len(refused) == len(rows)
    file.state = ImportFile.State.REFUSED if all_refused else ImportFile.State.DONE
    file.message = (refused[0].reason or "")[:300] if refused else ""
    file.rows = [asdict(row) for row in rows]
    file.save()
