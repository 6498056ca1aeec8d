"""Twenty clients decide the same fifty items at once. `python -m benchmarks.desk_crowd --runs 3` makes counties of its own
on both databases; without a number it works in a demonstration county and prints what each client achieved and what is
wrong afterwards, as JSON."""

import json
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from random import Random

from mingbai.cli import installation

ITEMS, CLIENTS = 50, 20
EARLIER = 2  # reviews done before the crowd comes


def _prepare() -> list[tuple[int, str]]:
    """(open step, digest) of items that wait for their last review, so that every act ends the review."""
    from mingbai.demo.desk_work import Office

    office = Office()
    town = office.units["songyue"]
    editions = [office.submitted(town, "farm_work", "动态") for _ in range(ITEMS)]
    for edition in editions:
        office.approved(edition, EARLIER)
    return [(office.open_step(edition).pk, edition.digest) for edition in editions]


def _acts() -> dict[str, Callable[[int, str], None]]:
    """What a client may try: each is done by the person whose act it is."""
    from mingbai.demo.desk_work import AGREED, Office
    from mingbai.disclosure.metadata import Metadata
    from mingbai.disclosure.models import Draft, ReviewStep
    from mingbai.disclosure.services import approve_step, recall_edition, return_to_author, save_draft
    from mingbai.disclosure.services.drafts import Content

    office = Office()
    town = office.units["songyue"]
    editor, final = office.actor("editor", town), office.actor("final", town)

    def held(step: int) -> ReviewStep:
        related = "review__edition__disclosure__unit"
        return ReviewStep.objects.within(final.scope("review")).select_related("unit", related).get(pk=step)

    def approve(step: int, digest: str) -> None:
        approve_step(final, step=held(step), digest=digest, consent=AGREED)

    def send_back(step: int, digest: str) -> None:
        return_to_author(final, step=held(step), digest=digest, reason="请补充数据来源。")

    def recall(step: int, digest: str) -> None:
        recall_edition(editor, disclosure=held(step).review.edition.disclosure, reason="还要修改。")

    def edit(step: int, digest: str) -> None:
        disclosure = held(step).review.edition.disclosure
        draft = Draft.objects.of(disclosure=disclosure).get()
        content = Content(draft.title + "（改）", draft.body_html, Metadata.from_json(draft.metadata))
        save_draft(editor, disclosure=disclosure, version=1, content=content)

    return {"approve": approve, "return": send_back, "recall": recall, "edit": edit}


def _client(
    number: int, work: list[tuple[int, str]], barrier: threading.Barrier, done: list[tuple[str, int]]
) -> None:
    from django.db import connection

    from mingbai.core.errors import DomainError

    name, act = list(_acts().items())[number % 4]
    own = work.copy()
    Random(number).shuffle(own)  # noqa: S311  the same order of attack every time
    barrier.wait()
    for step, digest in own:
        try:
            act(step, digest)
        except DomainError:
            continue
        done.append((name, step))
    connection.close()


def _faults(work: list[tuple[int, str]], done: list[tuple[str, int]]) -> list[str]:
    """Each edition has exactly one outcome, told to exactly one client and written in the journal once.

    An author may still recall what was approved and is not yet public: that is one more act, and never two.
    """
    from mingbai.accounts.scope import unscoped
    from mingbai.disclosure.models import Draft, ReviewStep, Verdict
    from mingbai.journal.models import Act

    outcomes = Counter(step for name, step in done if name not in {"edit", "stop"})
    stops = Counter(step for name, step in done if name == "stop")
    edits = Counter(step for name, step in done if name == "edit")
    verbs = ("approve_step", "return_to_author", "recall_edition")
    faults = []
    for pk, _ in work:
        step = unscoped(ReviewStep).select_related("review__edition").get(pk=pk)
        item = step.review.edition.disclosure_id
        verdicts = unscoped(Verdict).filter(step=step).count()
        acts = (
            Act.objects.filter(object_type="disclosure", object_id=str(item), verb__in=verbs).count()
            - EARLIER
        )
        version = unscoped(Draft).get(disclosure=item).version
        decided = verdicts + (step.state == "cancelled")
        counted = (outcomes[pk], decided, acts - stops[pk])
        if counted != (1, 1, 1) or stops[pk] > 1 or version != 1 + edits[pk] or edits[pk] > 1:
            faults.append(
                f"step {pk} {step.state}: {outcomes[pk]=} {decided=} {acts=} {stops[pk]=} {version=} {edits[pk]=}"
            )
    return faults


def _named(done: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """What was done, where the recall of an approved item is a stop."""
    from mingbai.accounts.scope import unscoped
    from mingbai.disclosure.models import ReviewStep

    approved = set(unscoped(ReviewStep).filter(state="approved").values_list("pk", flat=True))
    return [("stop" if name == "recall" and step in approved else name, step) for name, step in done]


def crowd() -> dict[str, object]:
    work = _prepare()
    barrier, done = threading.Barrier(CLIENTS), list[tuple[str, int]]()
    threads = [
        threading.Thread(target=_client, args=(number, work, barrier, done)) for number in range(CLIENTS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    named = _named(done)
    return {"done": Counter(name for name, _ in named), "faults": _faults(work, named)}


def on_both(runs: int) -> int:
    """In a county of its own on SQLite, then on PostgreSQL: several crowds one after the other, and what holds after each."""
    from benchmarks.kill_paths import house
    from tools import postgres

    bad = 0
    with postgres.running() as url:
        for name, database in (("SQLite", None), ("PostgreSQL", url)):
            with house(database) as home:
                for run in range(1, runs + 1):
                    started = time.perf_counter()
                    told = json.loads(home.python("benchmarks.desk_crowd"))
                    seconds = time.perf_counter() - started
                    faults = told["faults"] + json.loads(home.python("benchmarks.kill_checks"))
                    bad += len(faults)
                    done = ", ".join(f"{act} {count}" for act, count in sorted(told["done"].items()))
                    print(
                        f"{name}, crowd {run}: {done}; {len(faults)} faults, {seconds:.0f} s",
                        *faults[:5],
                        flush=True,
                    )
    return 1 if bad else 0


if __name__ == "__main__":
    if "--runs" in sys.argv:
        sys.exit(on_both(int(sys.argv[sys.argv.index("--runs") + 1])))
    installation.setup()
    print(json.dumps(crowd(), ensure_ascii=False))
