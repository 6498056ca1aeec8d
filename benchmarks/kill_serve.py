"""The whole of `mingbai serve`, killed with SIGKILL in the middle of publishing, importing and journal writing.

`python -m benchmarks.kill_serve [--rounds 50] [--only SQLite|PostgreSQL] [--path importing]`: server and worker driven over
HTTP, killed as one group, started again and looked at; SQLite, then PostgreSQL.
"""

import argparse
import json
import sys
import time
from contextlib import nullcontext

from benchmarks.kill_paths import PATHS, house
from tools import postgres


def main() -> int:
    made = argparse.ArgumentParser(description=__doc__)
    made.add_argument("--rounds", type=int, default=50)
    made.add_argument("--only", choices=["SQLite", "PostgreSQL"])
    made.add_argument(
        "--path",
        choices=PATHS,
        action="append",
        help="each in a county of its own; without it all by turns in one",
    )
    options = made.parse_args()
    bad = 0
    wanted = nullcontext(None) if options.only == "SQLite" else postgres.running(durable=True)
    with wanted as url:
        for name, database in (("SQLite", None), ("PostgreSQL", url)):
            if options.only not in {None, name}:
                continue
            for path in options.path or ["all"]:
                with house(database) as home:
                    started = time.perf_counter()
                    told = json.loads(
                        home.python("benchmarks.kill_rounds", str(options.rounds), path[:1], path)
                    )
                    bad += len(told["faults"])
                    seconds = time.perf_counter() - started
                cut = ", ".join(f"{kind} {count}" for kind, count in sorted(told["cut"].items()))
                said = ", ".join(f"{what} {count}" for what, count in sorted(told["told"].items()))
                print(
                    f"{name} {path}: {options.rounds} kills of {told['processes']} processes, "
                    f"{len(told['faults'])} faults, {seconds:.0f} s",
                    f"  cut off: {cut}",
                    f"  answered before: {said}",
                    *(f"  {fault}" for fault in told["faults"][:8]),
                    sep="\n",
                    flush=True,
                )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
