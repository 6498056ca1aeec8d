"""SIGKILL in the middle of publishing, importing and journal writing, and what is found after each.

`python -m benchmarks.kill_paths [--kills 50] [--only SQLite|PostgreSQL] [--path importing]`: SQLite, then PostgreSQL.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from tools import postgres

ROOT = Path(__file__).parents[1]
PATHS = ("publishing", "importing", "journal")


@dataclass
class House:
    """An installation of its own, worked on by processes that may be killed."""

    folder: Path
    database_url: str | None = None

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("MINGBAI_")}
        kept["MINGBAI_DATA"] = str(self.folder)
        return kept | ({"MINGBAI_DATABASE_URL": self.database_url} if self.database_url else {})

    def python(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *arguments], env=self.environment, cwd=ROOT, capture_output=True, text=True
        )
        if done.returncode:
            raise RuntimeError(f"{arguments}: {done.stderr[-2000:]}")
        return done.stdout

    def found(self, path: str, kills: int, seed: str) -> tuple[list[str], dict[str, int]]:
        """Kill processes on this path so often; the faults found after each, and how they died."""
        told = json.loads(self.python("benchmarks.kill_nursery", path, str(kills), seed))
        return told["faults"], told["ways"]


@contextmanager
def house(database_url: str | None = None) -> Iterator[House]:
    with tempfile.TemporaryDirectory(prefix="mingbai-kill-") as folder:
        made = House(Path(folder), database_url)
        made.python("mingbai", "demo", "--no-items")
        yield made


def main() -> int:
    made = argparse.ArgumentParser(description=__doc__)
    made.add_argument("--kills", type=int, default=50)
    made.add_argument("--only", choices=["SQLite", "PostgreSQL"])
    made.add_argument(
        "--path", choices=PATHS, action="append", help="more than one may be given; all without it"
    )
    options = made.parse_args()
    kills, paths = options.kills, options.path or PATHS
    bad = 0
    wanted = nullcontext(None) if options.only == "SQLite" else postgres.running(durable=True)
    with wanted as url:
        for name, database in (("SQLite", None), ("PostgreSQL", url)):
            if options.only not in {None, name}:
                continue
            with house(database) as home:
                for path in paths:
                    started = time.perf_counter()
                    faults, ways = home.found(path, kills, path[:1])
                    bad += len(faults)
                    seconds = time.perf_counter() - started
                    told = ", ".join(f"{way} {count}" for way, count in sorted(ways.items()))
                    print(f"{name} {path}: {kills} kills, {len(faults)} faults, {seconds:.0f} s ({told})")
                    print(*(f"  {fault}" for fault in faults[:8]), sep="\n", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
