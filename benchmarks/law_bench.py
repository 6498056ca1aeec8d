"""How fast the law answers: a due date with and without its derivation, imports, a column's state, masking.

    python -m benchmarks.law_bench

The calibration figure is the time of a fixed loop of pure Python on the same machine in the same run; compare ratios.
"""

import statistics
import subprocess
import sys
import timeit
from collections.abc import Callable
from datetime import date, datetime

from mingbai.law.cadence import cadence, column_state
from mingbai.law.calendar import CHINA, default_calendar
from mingbai.law.clock_events import Event
from mingbai.law.clocks import request_clock
from mingbai.law.inspection import site_score
from mingbai.law.masking import mask_text

ROUNDS = 7
PLAIN = [Event("received", date(2025, 1, 20))]
BUSY = [
    Event("received", date(2025, 3, 3)),
    Event("correction_asked", date(2025, 3, 12)),
    Event("correction_received", date(2025, 3, 20)),
    Event("third_party_sent", date(2025, 3, 24), "甲"),
    Event("third_party_answered", date(2025, 4, 2), "甲"),
    Event("agency_sent", date(2025, 3, 26), "乙"),
    Event("agency_answered", date(2025, 4, 8), "乙"),
    Event("extension_notified", date(2025, 4, 18)),
]
TEXT = "张三，身份证号341222199003070012，手机13812345678，统一社会信用代码11341222MB12345670。" * 20
OBSERVED = {"deductions": {"news": {"stale": 1}, "other_columns": {"blank": ["财政", "就业"]}}}


def calibration() -> int:
    """A fixed amount of interpreter work."""
    total = 0
    for number in range(10_000):
        total = (total * 31 + number) % 1_000_003
    return total


def microseconds(work: Callable[[], object], number: int = 2000) -> float:
    """The best of several rounds, per call."""
    return min(timeit.repeat(work, number=number, repeat=ROUNDS)) / number * 1e6


def import_milliseconds(module: str) -> float:
    """The median wall time of importing a module in a fresh interpreter, less that of an empty one."""

    def run(code: str) -> float:
        times = [
            timeit.timeit(lambda: subprocess.run([sys.executable, "-c", code], check=True), number=1)
            for _ in range(ROUNDS)
        ]
        return statistics.median(times)

    return (run(f"import {module}") - run("pass")) * 1000


def main() -> int:
    calendar = default_calendar()
    now = datetime(2025, 3, 10, 12, tzinfo=CHINA)
    published = datetime(2025, 3, 1, 9, tzinfo=CHINA)
    print(f"calibration (10,000 steps)           {microseconds(calibration, 100):9.1f} µs")
    figures: list[tuple[str, Callable[[], object]]] = [
        ("20 working days", lambda: calendar.add_working_days(PLAIN[0].on, 20)),
        ("due date with derivation", lambda: request_clock(PLAIN, calendar)),
        ("due date, eight events", lambda: request_clock(BUSY, calendar)),
        (
            "state of a column",
            lambda: column_state(cadence("dynamic_2w"), date(2024, 1, 1), published, (), (), now, calendar),
        ),
        ("site score", lambda: site_score(OBSERVED)),
        ("masking 1,300 characters", lambda: mask_text(TEXT)),
    ]
    for name, work in figures:
        print(f"{name:36} {microseconds(work, 300):9.1f} µs")
    for module in (
        "mingbai.law.calendar",
        "mingbai.law.clocks",
        "mingbai.law.masking",
        "mingbai.law.inspection",
        "mingbai.cli.law",
    ):
        print(f"import {module:29} {import_milliseconds(module):9.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
