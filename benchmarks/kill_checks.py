"""What must hold after any kill. `python -m benchmarks.kill_checks` prints the faults as JSON."""

import json
import re
from collections import Counter, defaultdict

from mingbai.cli import installation


def _half_published() -> list[str]:
    """A public item has its edition, one running publication, a place, a number, a row in the index and its act."""
    from mingbai.accounts.scope import unscoped
    from mingbai.core.search.models import SearchPassage
    from mingbai.disclosure.models import Disclosure, Draft, Placement, Publication
    from mingbai.journal.models import Act

    running = Counter(unscoped(Publication).filter(until_at=None).values_list("disclosure_id", flat=True))
    placed = Counter(unscoped(Placement).exclude(published_at=None).values_list("disclosure_id", flat=True))
    indexed = set(SearchPassage.objects.values_list("document", flat=True))
    acts = Counter(Act.objects.filter(verb="publish_edition").values_list("object_id", flat=True))
    drafts = set(unscoped(Draft).values_list("disclosure_id", flat=True))
    faults = []
    for row in unscoped(Disclosure).all():
        public = row.state == Disclosure.State.PUBLISHED
        seen = {
            "edition": row.published_edition_id is not None,
            "number": row.index_number is not None,
            "publication": running[row.pk] == 1,
            "place": placed[row.pk] > 0,
            "index": row.pk in indexed,
            "act": acts[str(row.pk)] == 1,
            "no draft": row.pk not in drafts,
        }
        if public != all(seen.values()) or (
            not public and any(seen[name] for name in seen if name != "no draft")
        ):
            faults.append(f"{row.pk} {row.state}: {seen}")
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
    """Every item in work has exactly its draft, and every review in progress exactly one open step."""
    from mingbai.accounts.scope import unscoped
    from mingbai.disclosure.models import Disclosure, Draft, Review, ReviewStep

    working = set(unscoped(Disclosure).exclude(stage__in=["idle", "discarded"]).values_list("pk", flat=True))
    drafts = set(unscoped(Draft).values_list("disclosure_id", flat=True))
    faults = [f"items without draft: {working - drafts}, drafts without item in work: {drafts - working}"]
    faults = faults if working != drafts else []
    steps = Counter(unscoped(ReviewStep).filter(state="open").values_list("review_id", flat=True))
    open_reviews = set(unscoped(Review).filter(state="open").values_list("pk", flat=True))
    if set(steps) != open_reviews:
        faults.append(f"open reviews {open_reviews ^ set(steps)} and their steps disagree")
    return faults


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
    return [*_half_published(), *_numbers(), *_drafts(), *_journal()]


if __name__ == "__main__":
    installation.setup()
    print(json.dumps(faults(), ensure_ascii=False))
