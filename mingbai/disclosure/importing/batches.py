"""The import page: uploads wait in quarantine and a job works them off, file by file, as often as it takes."""

from dataclasses import asdict

from django.db import transaction

from mingbai.accounts.actors import Actor, actor_for
from mingbai.accounts.models import Unit
from mingbai.catalogue.models import Column
from mingbai.core import clock, quarantine
from mingbai.core.errors import BadInput, DomainError
from mingbai.core.models import Quarantined
from mingbai.disclosure.importing.documents import Choices, import_bytes
from mingbai.disclosure.models import ImportBatch, ImportFile
from mingbai.journal import jobs
from mingbai.journal.models import Job
from mingbai.journal.services import Entry, record

JOB = "disclosure.import_batch"
MOST_FILES = 500


def start_import(
    actor: Actor, *, unit: Unit, files: list[tuple[str, bytes]], choices: dict[str, int | None]
) -> ImportBatch:
    """Keep the uploads and have them worked off. `choices`: {"unit": id, "column": id}, None leaves it to recognition."""
    actor.demand("import_documents", unit)
    if not files:
        raise BadInput("请选择要导入的文件。", field="files")
    if len(files) > MOST_FILES:
        raise BadInput(f"一次最多 {MOST_FILES} 个文件。请分几次上传，或打成 zip。", field="files")
    kept = [
        (name, quarantine.put(name, content, purpose="import", person_id=actor.person_id, unit_id=unit.pk))
        for name, content in files
    ]
    with transaction.atomic():
        batch = ImportBatch.objects.create(
            unit=unit, person_id=actor.person_id, choices=choices, created_at=clock.now()
        )
        ImportFile.objects.bulk_create(
            ImportFile(batch=batch, name=name[:255], quarantined_id=original.pk) for name, original in kept
        )
        jobs.enqueue(JOB, {"batch": batch.pk}, key=f"batch:{batch.pk}", at=clock.now())
        target = ("import_batch", batch.pk, f"{len(kept)} 个文件")
        record(actor, Entry("start_import", target, unit=(unit.pk, unit.name)))
    return batch


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
    rows = list(import_bytes(actor, name=file.name, content=content, choices=choices, original=original))
    refused = [row for row in rows if row.id is None]
    all_refused = bool(rows) and len(refused) == len(rows)
    file.state = ImportFile.State.REFUSED if all_refused else ImportFile.State.DONE
    file.message = (refused[0].reason or "")[:300] if refused else ""
    file.rows = [asdict(row) for row in rows]
    file.save()
