"""Every list of the desk and the county matrix over 200,000 items: queries and time to render.

`python -m benchmarks.desk_lists [--items 200000] [--only sqlite|postgresql] [--data DIR]`: builds a demonstration
county and multiplies it (`--data` uses one that is there), then asks each list as its most burdened reader. Besides the time of the
wall it gives processor time, of the PostgreSQL backend too, since the wall says little on a machine with other work.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools import postgres

ROOT = Path(__file__).parents[1]
LISTS = (
    ("首页", "office@mingxian", "/desk/"),
    ("首页", "editor@songyue", "/desk/"),
    ("信息列表", "office@mingxian", "/desk/disclosures/"),
    ("信息列表，按单位排", "office@mingxian", "/desk/disclosures/?sort=unit"),
    ("信息列表，按标题找", "office@mingxian", "/desk/disclosures/?q=防汛"),
    ("信息列表，第 500 页", "office@mingxian", "/desk/disclosures/?page=500"),
    ("信息列表", "editor@songyue", "/desk/disclosures/"),
    ("审核列表", "first@songyue", "/desk/reviews/"),
    ("待认领", "office@mingxian", "/desk/unclaimed/"),
    ("到期与空白栏目", "office@mingxian", "/desk/gaps/"),
    ("全县一览", "office@mingxian", "/desk/matrix/"),
    ("公开目录", "editor@songyue", "/desk/catalogue/"),
    ("统计", "office@mingxian", "/desk/statistics/"),
    ("统计，按栏目", "office@mingxian", "/desk/statistics/?by=column"),
    ("单位", "admin@mingxian", "/desk/units/"),
    ("人员", "admin@mingxian", "/desk/people/"),
    ("日志", "auditor@mingxian", "/desk/journal/"),
)  # fmt: skip
ROUNDS = 9
FIRST = 4_650  # items of the demonstration county
LIMIT_MS = 150


def calibration() -> str:
    """Milliseconds of processor and wall for a fixed piece of pure Python, to compare machines and their load by."""
    started, used = time.perf_counter(), time.process_time()
    sum(number * number for number in range(1_000_000))
    return f"{(time.process_time() - used) * 1000:.0f} / {(time.perf_counter() - started) * 1000:.0f} ms"


def backend_ms() -> float:
    """Processor time of the PostgreSQL process that serves this connection, in steps of ten milliseconds."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0
    connection.ensure_connection()
    told = Path(f"/proc/{connection.connection.info.backend_pid}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def measure() -> list[dict[str, object]]:
    """In a process of its own, with the data folder and database of its environment."""
    from mingbai.cli import installation

    installation.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from mingbai.accounts.models import Person

    rows = []
    for name, username, address in LISTS:
        client = Client(HTTP_HOST="127.0.0.1")
        person = Person.objects.get(username=username)
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        status = client.get(address).status_code
        times, used, backend = [], [], backend_ms()
        for _ in range(ROUNDS):
            started, began = time.perf_counter(), time.process_time()
            client.get(address)
            times.append((time.perf_counter() - started) * 1000)
            used.append((time.process_time() - began) * 1000)
        backend = (backend_ms() - backend) / ROUNDS
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(address)
        slowest = max(captured.captured_queries, key=lambda query: float(query["time"]), default={})
        rows.append(
            {
                "list": name,
                "person": username.partition("@")[0],
                "address": address,
                "status": status,
                "queries": len(captured),
                "median_ms": round(statistics.median(times), 1),
                "processor_ms": round(statistics.median(used) + backend, 1),
                "slowest_sql": str(slowest.get("sql", ""))[:400],
            }
        )
    return rows


def _run(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *arguments], env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    if done.returncode:
        raise RuntimeError(f"{arguments} failed")
    return done.stdout


def bench(items: int, data: str, database_url: str | None) -> None:
    environment = os.environ | {"MINGBAI_DATA": data}
    if database_url:
        environment["MINGBAI_DATABASE_URL"] = database_url
    if not (Path(data) / "demo.json").exists():
        # every item of the demonstration in every state, so that reviews and the tray are full too
        _run(environment, "mingbai", "demo", "--scale", str(max(1, round(items / FIRST))), "--no-index")
    rows = json.loads(_run(environment, "benchmarks.desk_lists", "--measure"))
    print(f"\n{'PostgreSQL' if database_url else 'SQLite'}, calibration {calibration()}\n")
    print("| list | reader | queries | median ms, wall | processor |\n|---|---|---|---|---|")
    for row in rows:
        mark = "" if row["status"] == 200 else f" (status {row['status']})"
        print(
            f"| {row['list']}{mark} | {row['person']} | {row['queries']} | {row['median_ms']} | {row['processor_ms']} |"
        )
        if float(row["median_ms"]) > LIMIT_MS:
            print(f"  slow: {row['address']}\n  {row['slowest_sql']}", file=sys.stderr)


def main() -> None:
    made = argparse.ArgumentParser(description=__doc__)
    made.add_argument("--items", type=int, default=200_000)
    made.add_argument("--only", choices=["sqlite", "postgresql"])
    made.add_argument("--data")
    made.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    options = made.parse_args()
    if options.measure:
        print(json.dumps(measure(), ensure_ascii=False))
        return
    if options.only != "postgresql":
        with tempfile.TemporaryDirectory(prefix="mingbai-desk-") as folder:
            bench(options.items, options.data or folder, None)
    if options.only != "sqlite":
        with postgres.running() as url, tempfile.TemporaryDirectory(prefix="mingbai-desk-") as folder:
            bench(options.items, folder, url)


if __name__ == "__main__":
    main()
