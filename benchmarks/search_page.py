"""The whole search page: what a reader's question takes, with the page built, milliseconds. Prints one JSON value.

python -m benchmarks.search_page --data DIR [--every 3] [--slow 5] [--runs 1]

DIR holds a demonstration county with items (`mingbai demo --no-items`, `mingbai load --items 50000`); its database is
that of MINGBAI_DATABASE_URL or SQLite. Processor time is that of Python and of PostgreSQL's process together.
"""

import argparse
import json
import os
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote

from benchmarks.search_index import calibration, spread
from benchmarks.search_quality import QUERIES, rows, spelled_out


def questions(every: int) -> list[str]:
    """Of the list of `search_quality` each so manieth, each once."""
    return list(dict.fromkeys(query for _, query, _ in spelled_out(rows(QUERIES))))[::every]


class Server:
    """The process of PostgreSQL that serves this connection; nothing on SQLite."""

    def __init__(self) -> None:
        from django.db import connection

        self.figures: Path | None = None
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                self.figures = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")

    def used(self) -> float:
        """Seconds of processor time so far."""
        return int(self.figures.read_text().split()[0]) / 1e9 if self.figures else 0.0


class Statements:
    """How often each statement was sent and what processor time it took, by its beginning."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.number: Counter[str] = Counter()
        self.seconds: Counter[str] = Counter()

    def __call__(self, execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        started = time.process_time() + self.server.used()
        try:
            return execute(sql, params, many, context)
        finally:
            self.number[sql[:90]] += 1
            self.seconds[sql[:90]] += time.process_time() + self.server.used() - started

    def dearest(self, pages: int, most: int) -> list[str]:
        return [
            f"{1000 * seconds / pages:.2f} ms, {self.number[sql] / pages:.1f} times a page: {sql}"
            for sql, seconds in self.seconds.most_common(most)
        ]


def measure(asked: list[str], runs: int, slow: int) -> dict[str, object]:
    from django.db import connection
    from django.test import Client

    client, server = Client(), Server()
    statements = Statements(server)
    client.get("/search/?q=" + quote("低保"))
    took: list[tuple[tuple[float, float], str, float]] = []
    with connection.execute_wrapper(statements):
        for query in asked:
            best: tuple[tuple[float, float], str, float] | None = None
            for _ in range(runs):
                started, used, served = time.perf_counter(), time.process_time(), server.used()
                answer = client.get("/search/?q=" + quote(query))
                server_ms = (server.used() - served) * 1000
                processor = (time.process_time() - used) * 1000 + server_ms
                each = ((time.perf_counter() - started) * 1000, processor), query, server_ms
                assert answer.status_code == 200, (query, answer.status_code)
                best = each if best is None or each[0][1] < best[0][1] else best
            if best:
                took.append(best)
    report: dict[str, object] = {"pages": len(took), **spread([each[0] for each in took])}
    report["server_p50"] = round(sorted(each[2] for each in took)[len(took) // 2], 2)
    report["statements_a_page"] = round(sum(statements.number.values()) / len(took) / runs, 1)
    if slow:
        dearest = sorted(took, key=lambda each: -each[0][1])[:slow]
        report["slowest"] = [
            f"{each[0][1]:.0f} ms ({each[2]:.0f} of the server): {each[1]}" for each in dearest
        ]
        report["statements"] = statements.dearest(len(took) * runs, slow)
    return report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", required=True)
    parser.add_argument("--every", type=int, default=3, help="one of so many queries of the list")
    parser.add_argument("--runs", type=int, default=1, help="ask so often and take the best")
    parser.add_argument("--slow", type=int, default=0)
    options = parser.parse_args()
    os.environ["MINGBAI_DATA"] = options.data
    from mingbai.cli import installation

    installation.setup()
    from django.conf import settings
    from django.db import connection

    from mingbai.core.search.models import SearchPassage

    settings.ALLOWED_HOSTS = ["testserver"]
    report: dict[str, object] = {"passages": SearchPassage.objects.count(), "database": connection.vendor}
    report |= {"calibration_ms": calibration(), "load": os.getloadavg()[0]}
    report |= measure(questions(options.every), options.runs, options.slow)
    print(json.dumps(report, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
