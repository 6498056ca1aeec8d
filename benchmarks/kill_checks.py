"""What must hold after any kill, once the server and the worker that start next have done their first round.

`python -m benchmarks.kill_checks` prints the faults of a data folder as JSON."""

import hashlib
import json
import re
from collections import Counter, defaultdict
from datetime import timedelta

from mingbai.cli import installation


def recover() -> None:
    """The first round of whoever starts next: purges that were left, jobs whose worker died."""
    from mingbai.core import clock, pages
    from mingbai.disclosure.importing.batches import JOB
    from mingbai.disclosure.services.expunging import REMOVE_FILES
    from mingbai.journal import jobs
    from mingbai.journal.models import Job

    pages.follow()
    kinds = Job.objects.filter(kind__in=[JOB, REMOVE_FILES])
    # as if the two minutes of the dead worker's lease were over
    kinds.filter(state=Job.State.RUNNING).update(leased_until=clock.now() - timedelta(seconds=1))
    Job.objects.exclude(kind__in=[JOB, REMOVE_FILES]).filter(state=Job.State.WAITING).delete()
    while (claimed := jobs.claim("next", clock.now())) is not None:
        jobs.run(claimed, clock.now())


def _half_published() -> list[str]:
    """A public item has its edition, one running publication, a place, a number, a row in the index and its act; a
    withdrawn one keeps its number and act alone; another has none of these."""
    from mingbai.accounts.scope import unscoped
    from mingbai.core import search
    from mingbai.core.search.models import SearchPassage
    from mingbai.disclosure.models import Disclosure, Draft, Placement, Publication
    from mingbai.journal.models import Act

    search.backend().settle()
    running = Counter(unscoped(Publication).filter(until_at=None).values_list("disclosure_id", flat=True))
    placed = Counter(unscoped(Placement).exclude(published_at=None).values_list("disclosure_id", flat=True))
    indexed = set(SearchPassage.objects.values_list("document", flat=True))
    acts = Counter(Act.objects.filter(verb="publish_edition").values_list("object_id", flat=True))
    withdrawals = Counter(Act.objects.filter(verb="withdraw").values_list("object_id", flat=True))
    drafts = set(unscoped(Draft).values_list("disclosure_id", flat=True))
    states = Disclosure.State
    faults = []
    for row in unscoped(Disclosure).all():
        public, was = row.state == states.PUBLISHED, row.state in {states.PUBLISHED, states.WITHDRAWN}
        seen = {
            "edition": (row.published_edition_id is not None) == public,
            "number": (row.index_number is not None) == was,
            "publication": running[row.pk] == public,
            "place": (placed[row.pk] > 0) == was,
            "index": (row.pk in indexed) == public,
            "act": acts[str(row.pk)] == was,
            "withdrawal": withdrawals[str(row.pk)] == (row.state == states.WITHDRAWN),
            "no draft": not was or row.pk not in drafts,
        }
        if not all(seen.values()):
            faults.append(f"item {row.pk} {row.state}: {[name for name, good in seen.items() if not good]}")
    return faults


def _numbers() -> list[str]:
    """Serials of each code and year are 1 to n, and the sequence says n."""
    from mingbai.accounts.scope import unscoped
    from mingbai.core.models import NumberSequence
    from mingbai.disclosure.models import Disclosure

    serials = defaultdict(list)
    for number in unscoped(Disclosure).exclude(index_number=None).values_list("index_number", flat=True):
        found = re.fullmatch(r"(.+)/(\d{4})-(\d+)", number or "")
        assert found is not None
        serials[f"index:{found[1]}:{found[2]}"].append(int(found[3]))
    said = dict(NumberSequence.objects.filter(key__startswith="index:").values_list("key", "last"))
    return [
        f"{key}: {len(taken)} numbers, sequence says {said.get(key)}"
        for key, taken in serials.items()
        if sorted(taken) != list(range(1, len(taken) + 1)) or said.get(key) != len(taken)
    ]


def _drafts() -> list[str]:
    """Every item in work has exactly its draft (one that was given up keeps it), and every review in progress exactly one
    open step."""
    from mingbai.accounts.scope import unscoped
    from mingbai.disclosure.models import Disclosure, Draft, Review, ReviewStep

    working = set(unscoped(Disclosure).exclude(stage__in=["idle", "discarded"]).values_list("pk", flat=True))
    drafts = set(
        unscoped(Draft).exclude(disclosure__stage="discarded").values_list("disclosure_id", flat=True)
    )
    faults = [f"items without draft: {working - drafts}, drafts without item in work: {drafts - working}"]
    faults = faults if working != drafts else []
    steps = Counter(unscoped(ReviewStep).filter(state="open").values_list("review_id", flat=True))
    open_reviews = set(unscoped(Review).filter(state="open").values_list("pk", flat=True))
    if set(steps) != open_reviews:
        faults.append(f"open reviews {open_reviews ^ set(steps)} and their steps disagree")
    return faults


def _imports() -> list[str]:
    """Every batch ends with all its documents, each once, and a table cut short has its file beside it."""
    from mingbai.accounts.scope import unscoped
    from mingbai.disclosure.models import Attachment, Disclosure, ImportBatch, ImportFile

    faults = [f"batch {pk} is not finished" for pk in unscoped(ImportBatch).filter(finished_at=None)]
    for file in unscoped(ImportFile).all():
        wanted = 5 if file.name.endswith(".zip") else 1
        states = [row["state"] for row in file.rows or []]
        if file.state != "done" or len(states) != wanted or "refused" in states:
            faults.append(f"{file.name}: {file.state} {states} {file.message}")
    digests = unscoped(Disclosure).exclude(source_digest=None).values_list("source_digest", flat=True)
    faults += [f"document twice: {digest}" for digest, count in Counter(digests).items() if count > 1]
    held = set(unscoped(Attachment).values_list("disclosure_id", flat=True))
    tables = unscoped(Disclosure).filter(source_file__endswith=".xlsx").values_list("pk", flat=True)
    return [*faults, *(f"item {pk} lost its table" for pk in set(tables) - held)]


def _files() -> list[str]:
    """Every row has its bytes; what was expunged has none left."""
    from mingbai.accounts.scope import unscoped
    from mingbai.core import files, quarantine
    from mingbai.core.models import Quarantined, StoredFile
    from mingbai.disclosure.models import Edition

    faults, known = [], set()
    for stored in StoredFile.objects.all():
        known.add(stored.digest)
        path = files.path_of(stored.digest)
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != stored.digest:
            faults.append(f"stored file {stored.digest[:8]} is not there or not whole")
    expunged = unscoped(Edition).filter(expunction__done_at__isnull=False)
    named = {file["digest"] for edition in expunged for file in edition.attachments}
    faults += [
        f"expunged file {one[:8]} is still there" for one in named - known if files.path_of(one).exists()
    ]
    folder = quarantine._folder()
    kept = Quarantined.objects.filter(deleted_at=None).values_list("path", flat=True)
    return [*faults, *(f"upload {path} is not there" for path in kept if not (folder / path).exists())]


def _pages() -> list[str]:
    """Nothing in the page store that is not so any more."""
    from django.conf import settings

    from benchmarks.freshness_hosts import Host
    from benchmarks.portal_freshness import Store

    return Store(Host(settings.DATA_DIR, 0)).stale()[1]


def _journal() -> list[str]:
    from mingbai.journal.models import Act, Seal
    from mingbai.journal.sealing import seal_all, verify

    torn = Counter(
        key.rpartition("-")[0]
        for key in Act.objects.filter(verb="kill_test").values_list("object_id", flat=True)
    )
    faults = [f"batch {key} has {count} acts" for key, count in torn.items() if count != 20]
    seal_all()
    result = verify()
    if result.broken or result.links != Act.objects.count() or Seal.objects.count() != result.links:
        faults.append(f"journal: {result}")
    return faults


def faults() -> list[str]:
    recover()
    return lasting_faults()


def lasting_faults() -> list[str]:
    """Once somebody has recovered."""
    checks = (_half_published, _numbers, _drafts, _imports, _files, _pages, _journal)
    return [fault for check in checks for fault in check()]


if __name__ == "__main__":
    installation.setup()
    print(json.dumps(faults(), ensure_ascii=False))
