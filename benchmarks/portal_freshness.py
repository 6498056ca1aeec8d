"""Random acts of several clerks while readers hammer: how many answers after an act's response are stale.

    python -m benchmarks.portal_freshness [--acts 1000] [--minutes 20] [--nginx] [--hosts 2] [--clerks 3]

Publishes, withdraws, corrects, publishes again, repeals, moves, expunges, renames units and columns in a demonstration
county of its own. After each act's response everything it must have changed is fetched over HTTP, by a browser that
keeps pages and asks with their marks; every fifty acts every stored page is compared with what would be rendered now.
More than one host means one PostgreSQL and a data folder, a server and a worker for each.
"""

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.freshness_hosts import ROOT, Browser, Host

FIRST_PORT = int(os.environ.get("BENCH_PORT", 8171))
EVERY = 50
PAUSE = 0.1


@contextmanager
def hosts(number: int, *, nginx: bool, postgresql: bool) -> Iterator[list[Host]]:
    """Their data folders share keys and stored files, as hosts of one site do."""
    from tools import postgres

    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="mingbai-fresh-")))
        folder.chmod(0o755)
        url = stack.enter_context(postgres.running()) if postgresql else None
        made: list[Host] = []
        for place in range(number):
            data = folder / f"host{place}"
            data.mkdir(mode=0o755)
            port = FIRST_PORT + 2 * place
            made.append(Host(data, port, port + 1 if nginx else None, url, with_worker=number > 1))
        first = made[0].data
        os.environ["MINGBAI_DATA"] = str(first)
        os.environ |= {"MINGBAI_DATABASE_URL": url} if url else {}
        subprocess.run(
            [sys.executable, "-m", "mingbai", "demo", "--no-items"],
            check=True,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        (first / "files").mkdir(exist_ok=True)
        for host in made[1:]:
            for name in ("secret.key", "demo.json"):
                shutil.copy2(first / name, host.data / name)
            (host.data / "files").symlink_to(first / "files")
        for host in made:
            stack.callback(host.stop)
            host.start()
        yield made


def hammer(port: int, paths: list[str], stop: threading.Event, counts: Counter[str]) -> None:
    browser = Browser(port, Random(port))  # noqa: S311
    while not stop.wait(PAUSE):
        answer = browser.get(browser.dice.choice(paths[:12] + paths[-30:]))
        counts["read"] += 1
        counts["failed"] += answer.status >= 500


def _difference(kept: bytes, fresh: bytes) -> str:
    place = next((at for at, (a, b) in enumerate(zip(kept, fresh, strict=False)) if a != b), -1)
    start = max(0, place - 60)
    return " | ".join(each[start : place + 90].decode(errors="replace") for each in (kept, fresh))


class Store:
    """Every page of a host's store against what would be rendered now."""

    def __init__(self, host: Host) -> None:
        self.host = host

    def stale(self) -> tuple[int, list[str]]:
        from django.conf import settings
        from django.test import Client

        client, looked, wrong = Client(SERVER_NAME="localhost"), 0, []
        settings.PAGE_STORE = False
        try:
            for base in (self.host.data / "pages", self.host.data / "pages-timed"):
                for file in sorted(base.rglob("*")):
                    if not file.is_file() or file.suffix in {".gz", ".tmp"}:
                        continue
                    path = "/" + str(file.relative_to(base)).removesuffix("index.html")
                    looked += 1
                    wrong += self._compare(client, path, file)
        finally:
            del settings.PAGE_STORE
        return looked, wrong

    @staticmethod
    def _compare(client: Any, path: str, file: Path) -> list[str]:
        fresh = client.get(path)
        said = b"".join(fresh.streaming_content) if fresh.streaming else fresh.content
        try:
            kept = [file.read_bytes()]
            twin = file.with_name(file.name + ".gz")
            kept += [gzip.decompress(twin.read_bytes())] if twin.exists() else []
        except FileNotFoundError:  # deleted while we looked
            return []
        if fresh.status_code != 200:
            return [f"store: {path} is kept, but it is {fresh.status_code}"]
        return [f"store: {path} {_difference(each, said)}" for each in kept if each != said]


class Run:
    """Clerks in threads, stopping together for each look at the whole store."""

    def __init__(self, hosts: list[Host], acts: int, minutes: float, clerks: range) -> None:
        from benchmarks.freshness_county import Clerk, County

        self.hosts, self.left = hosts, acts
        self.until = time.monotonic() + minutes * 60
        county = County(hosts)
        self._second_person()
        self.clerks = [Clerk(county, number) for number in clerks]
        # acts of each between two looks at the whole store; rounds are whole, so that no fewer than asked for are done
        self.each = max(EVERY // len(clerks), 1)
        self.barrier = threading.Barrier(len(clerks), action=self._look_at_stores)
        self.stale: list[str] = []
        self.audited = self.done = 0
        self.over = False
        self.paths: list[str] = ["/", "/da/", "/feed.atom", "/policies/", "/units/"]
        self.paths += [f"/units/{clerk.unit.code}/" for clerk in self.clerks]
        self.paths += [
            f"/units/{clerk.unit.code}/columns/{clerk.adoptions[0].column.code}/" for clerk in self.clerks
        ]

    @staticmethod
    def _second_person() -> None:
        """Expunging takes two people who reach every unit; the demonstration has one."""
        from mingbai.accounts.models import Membership, Person, Unit
        from mingbai.core import clock

        Membership.objects.create(
            person=Person.objects.get(username="inspector@mingxian"),
            unit=Unit.objects.get(code="mingxian"),
            role="county_supervisor",
            starts_on=clock.today(),
        )

    def _look_at_stores(self) -> None:
        for host in self.hosts:
            looked, wrong = Store(host).stale()
            self.audited += looked
            self.stale += [f"{line} (port {host.port})" for line in wrong]
            print(*wrong, sep="\n", file=sys.stderr, end="\n" if wrong else "")
        self.over = time.monotonic() > self.until
        self.done += len(self.clerks) * self.each
        print(
            f"{self.done} acts, {self.audited} stored pages compared, {len(self.all_stale())} stale",
            file=sys.stderr,
            flush=True,
        )

    def _work(self, clerk: Any) -> None:
        from django.db import connection

        whole = False
        try:
            for _ in range(-(-self.left // (self.each * len(self.clerks)))):
                for _ in range(self.each):
                    clerk.act()
                    self.paths += [f"/items/{piece.pk}/" for piece in clerk.public[-1:]]
                self.barrier.wait()
                if self.over:
                    break
            whole = True
        finally:
            if not whole:
                self.barrier.abort()
            connection.close()

    def all_stale(self) -> list[str]:
        return [*self.stale, *(line for clerk in self.clerks for line in clerk.stale)]

    def __call__(self) -> dict[str, object]:
        stop, counts, started = threading.Event(), Counter[str](), time.monotonic()
        with ThreadPoolExecutor() as readers, ThreadPoolExecutor() as desks:
            ports = [self.hosts[number % len(self.hosts)].port for number in range(3)]
            read = [readers.submit(hammer, port, self.paths, stop, counts) for port in ports]
            worked = [desks.submit(self._work, clerk) for clerk in self.clerks]
            wait(worked)
            stop.set()
            wait(read)
        faults = [each.exception() for each in (*worked, *read) if each.exception() is not None]
        faults.sort(key=lambda fault: isinstance(fault, threading.BrokenBarrierError))
        if faults:
            raise RuntimeError("the run broke off") from faults[0]
        stale = self.all_stale()
        browsers = [browser for clerk in self.clerks for browser in clerk.browsers]
        return {
            "acts": dict(sum((Counter(clerk.acts) for clerk in self.clerks), Counter[str]())),
            "acts_in_all": sum(sum(clerk.acts.values()) for clerk in self.clerks),
            "unanswered": dict(Counter(line for clerk in self.clerks for line in clerk.unanswered)),
            "answers_checked": sum(clerk.checked for clerk in self.clerks),
            "of_these_304": sum(browser.not_modified for browser in browsers),
            "stored_pages_compared": self.audited,
            "stale": len(stale),
            "examples": stale[:20],
            "reads_meanwhile": counts["read"],
            "failed_reads": counts["failed"],
            "seconds": round(time.monotonic() - started),
        }


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--acts", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=20, help="stop after so long")
    parser.add_argument("--nginx", action="store_true", help="through nginx with deploy/nginx.conf")
    parser.add_argument("--hosts", type=int, default=1)
    parser.add_argument("--clerks", type=int, default=3)
    parser.add_argument(
        "--seed", type=int, default=0, help="another one makes other clerks, who act otherwise"
    )
    parser.add_argument("--postgresql", action="store_true", help="also for one host")
    options = parser.parse_args()
    postgresql = options.postgresql or options.hosts > 1
    with hosts(options.hosts, nginx=options.nginx, postgresql=postgresql) as made:
        from mingbai.cli import installation

        installation.setup()
        told = Run(made, options.acts, options.minutes, range(options.seed, options.seed + options.clerks))()
    through = "nginx" if options.nginx else "embedded server"
    database = "PostgreSQL" if postgresql else "SQLite"
    print(
        json.dumps(
            {"through": through, "hosts": options.hosts, "database": database, **told},
            ensure_ascii=False,
            indent=1,
        )
    )
    return 1 if told["stale"] else 0


if __name__ == "__main__":
    sys.exit(main())
