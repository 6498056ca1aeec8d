"""Rounds against one served county: `python -m benchmarks.kill_rounds 50 SEED publishing` prints what was found as JSON.

Each round starts the real `mingbai serve`, lets publishers, an importer, writers and readers at it over HTTP, and kills the
whole process group with SIGKILL in the middle of what the path is about. The next start must find everything whole.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.kill_clients import Client, Importer, Publisher, Watch, Writer
from mingbai.cli import installation

# what is to be under way at the kill, by turns: requests, or jobs of the worker by their kind
AIMS = {
    "publishing": ("publish", "withdraw", "publish", "verdict"),
    "importing": ("disclosure.import_batch", "upload"),
    "journal": ("journal.seal", "act"),
}
ALL = ("publish", "disclosure.import_batch", "journal.seal", "withdraw", "upload", "act")
PATIENCE = 90
READY = 2  # items that wait for their last review
LONGEST_ROUND = 40  # seconds that a round waits for what it aims at


class Served:
    """`mingbai serve` with all its processes in one group."""

    def __init__(self, port: int) -> None:
        self.port = port
        command = [sys.executable, "-m", "mingbai", "serve", "--port", str(port), "--workers", "1"]
        with (installation.data_folder() / "served.log").open("wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
        self._await()

    def _await(self) -> None:
        import http.client

        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
            try:
                connection.request("GET", "/health/alive", headers={"Host": "localhost"})
                if connection.getresponse().status == 200:
                    return
            except (OSError, http.client.HTTPException):
                time.sleep(0.1)
            finally:
                connection.close()
            if self.process.poll() is not None:
                break
        log = (installation.data_folder() / "served.log").read_text(encoding="utf-8", errors="replace")
        raise RuntimeError(f"the server did not start: {log[-2000:]}")

    def members(self) -> list[int]:
        """Living processes of the group."""
        found = []
        for folder in Path("/proc").iterdir():
            if not folder.name.isdecimal():
                continue
            try:
                told = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            except OSError:
                continue
            if int(told[2]) == self.process.pid and told[0] not in "ZX":
                found.append(int(folder.name))
        return found

    def kill(self) -> None:
        """SIGKILL to all of them at once, and at once: looking for them takes longer than a slice of the sealer."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        while self.members():
            time.sleep(0.01)


class Rounds:
    def __init__(self, seed: str, path: str) -> None:
        from mingbai.demo.desk_work import Office

        self.seed, self.dice, self.aims = seed, Random(seed), cycle(AIMS.get(path, ALL))  # noqa: S311
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.office = Office()
        self.sessions: dict[str, str] = {}
        self.watch = Watch()
        self.cut: Counter[str] = Counter()
        self.processes = 0

    def session(self, username: str) -> None:
        from django.test import Client as Browser

        from mingbai.accounts.models import Person

        browser = Browser()
        person = Person.objects.get(username=username)
        browser.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
        self.sessions[username] = browser.cookies["sessionid"].value

    def clients(self, number: int) -> list[Client]:
        made: list[Client] = []
        units = self.office.units
        column = self.office.column(units["songyue"], "动态").column_id or 0
        seed = f"{self.seed}{number}"
        made.append(Publisher(self.port, self.watch, self.sessions, units["songyue"], column, seed))
        made.append(Importer(self.port, self.watch, self.sessions, units["liudi"], f"{self.seed}r{number}"))
        made.append(Writer(self.port, self.watch, self.sessions, units["baihe"]))
        return made

    def prepare(self) -> None:
        """Items before their last review, so that the first press of a round may be what makes one public."""
        from mingbai.disclosure.models import Disclosure

        town = self.office.units["songyue"]
        waiting = Disclosure.objects.of(unit=town, stage="in_review").count()
        for _ in range(READY - waiting):
            self.office.approved(self.office.submitted(town, "farm_work", "动态"), 2)

    def round(self, number: int) -> list[str]:
        self.prepare()
        served = Served(self.port)
        faults = self.settle() if number else []
        if not self.sessions:
            for code in ("songyue", "liudi", "baihe"):
                for post in ("editor", "first", "second", "final"):
                    self.session(f"{post}@{code}")
        # looked at already; what the next dead server leaves behind is what it kept itself
        shutil.rmtree(installation.data_folder() / "pages", ignore_errors=True)
        self.watch.dead = False
        self.watch.under_way.clear()
        clients = self.clients(number)
        for client in clients:
            client.start()
        self.processes += len(served.members())
        self._take_aim(next(self.aims))
        self.watch.dead = True
        under_way = [kind for kind, count in self.watch.under_way.items() for _ in range(count)]
        served.kill()
        for client in clients:
            client.join(PATIENCE)
        self.cut.update(kind for kind in under_way if kind != "batch page")
        self.cut.update(self.end_leases())
        faults += self.watch.faults
        self.watch.faults.clear()
        return faults

    def _take_aim(self, aim: str) -> None:
        """Wait until it is under way, and then for a part of the time that such a thing takes."""
        from mingbai.journal.models import Job

        time.sleep(self.dice.uniform(0, 1))
        until = time.monotonic() + LONGEST_ROUND
        running = Job.objects.filter(kind=aim, state=Job.State.RUNNING)
        sent = self.watch.sent[aim]
        while time.monotonic() < until:
            if running.exists() if "." in aim else self.watch.sent[aim] > sent:
                break
            time.sleep(0.002)
        usual = {"disclosure.import_batch": 0.6, "journal.seal": 0.03}.get(aim) or self.watch.usual(aim, 0.15)
        time.sleep(self.dice.uniform(0, usual))

    def end_leases(self) -> list[str]:
        """As if the two minutes of the dead worker's leases were over; the kinds of jobs that it died in."""
        from mingbai.core import clock
        from mingbai.journal.models import Job

        running = Job.objects.filter(state=Job.State.RUNNING)
        kinds = list(running.values_list("kind", flat=True))
        running.update(leased_until=clock.now() - timedelta(seconds=1))
        return kinds

    def settle(self) -> list[str]:
        """Wait until the new worker has done what the dead one left; then look at everything."""
        from benchmarks.kill_checks import lasting_faults
        from mingbai.accounts.scope import unscoped
        from mingbai.disclosure.models import ImportBatch

        until = time.monotonic() + PATIENCE
        while unscoped(ImportBatch).filter(finished_at=None).exists() and time.monotonic() < until:
            time.sleep(0.1)
        found = lasting_faults()
        if found:
            # the new server works meanwhile: what an act between two questions made look half done is whole by now
            found = lasting_faults()
        return [*found, *self._broken_promises()]

    def _broken_promises(self) -> list[str]:
        """What the server had said was done, and is not; what was done more often than it was asked for."""
        from mingbai.accounts.scope import unscoped
        from mingbai.disclosure.models import Disclosure, Edition, ImportFile, ReviewStep
        from mingbai.journal.models import Act

        told = Counter(self.watch.told)
        states = dict(unscoped(Disclosure).values_list("pk", "state"))
        submitted = set(unscoped(Edition).values_list("disclosure_id", flat=True))
        approved = set(unscoped(ReviewStep).filter(state="approved").values_list("pk", flat=True))
        holds: dict[str, Any] = {
            "drafted": lambda pk: pk in states,
            "submitted": lambda pk: pk in submitted,
            "approved": lambda pk: pk in approved,
            "published": lambda pk: states.get(pk) in {"published", "withdrawn"},
            "withdrawn": lambda pk: states.get(pk) == "withdrawn",
        }
        faults = [f"was told {what} {pk}" for what, pk in told if what in holds and not holds[what](pk)]
        files = Counter(unscoped(ImportFile).filter(state="done").values_list("batch_id", flat=True))
        for what, pk in told:
            if what.startswith("uploaded") and files[pk] != int(what.split()[1]):
                faults.append(f"batch {pk}: {what}, {files[pk]} done")
        acts = Counter(
            Act.objects.filter(verb__in=["discard_draft", "restore_draft"]).values_list("verb", "object_id")
        )
        for (what, pk), asked in told.items():
            if what.startswith("asked "):
                verb = what.split()[1]
                done, counted = told[verb, pk], acts[verb, str(pk)]
                if not done <= counted <= asked:
                    faults.append(f"item {pk}: {verb} asked {asked}, answered {done}, written {counted}")
        return faults

    def end(self) -> list[str]:
        """After the last kill: one more start, and a stop as every day."""
        served = Served(self.port)
        faults = self.settle()
        served.process.terminate()
        if served.process.wait(PATIENCE) != 0:
            faults.append("the server did not stop cleanly")
        return faults


def main() -> None:
    from django.db import connections

    number, seed, path = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    installation.setup()
    rounds, found = Rounds(seed, path), list[str]()
    for each in range(number):
        found += [f"round {each}: {fault}" for fault in rounds.round(each)]
        connections.close_all()
        print(
            f"round {each}: cut off so far {dict(rounds.cut)}, faults {found[:3]}",
            file=sys.stderr,
            flush=True,
        )
    found += [f"end: {fault}" for fault in rounds.end()]
    said = Counter(what.split()[0] for what, _ in rounds.watch.told)
    print(json.dumps({"faults": found, "cut": rounds.cut, "told": said, "processes": rounds.processes}))


if __name__ == "__main__":
    main()
