"""How long it takes to verify every town's annual report and to sum them up to counties, cities and provinces.

Run: python -m benchmarks.annual_reports_sums [towns]   (38,000 by default)
Prints a calibration figure of the machine first: only figures from the same machine compare.
"""

import random
import sys
import time
from collections import defaultdict

from mingbai.law.annual_report import Number, layout_named
from mingbai.law.annual_report_identities import verify_members, verify_report
from mingbai.law.annual_report_sums import add_up
from mingbai.text.annual_reports.extract import html_text
from mingbai.text.annual_reports.reading import read_reports
from mingbai.text.annual_reports.tests.generator import html_page, make, true_cells
from mingbai.text.annual_reports.verify import verify_report as verify_read_report

TOWNS, TOWNS_A_COUNTY, COUNTIES_A_CITY, CITIES_A_PROVINCE = 38_000, 13, 9, 11
PAGES = 200
LAYOUT = layout_named("2021")


def calibration() -> float:
    start = time.perf_counter()
    sum(i * i for i in range(5_000_000))
    return time.perf_counter() - start


def grouped(codes: list[int], size: int) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for code in codes:
        groups[code // size].append(code)
    return groups


def one_level_up(
    reports: dict[int, dict[str, Number | None]], size: int
) -> tuple[dict[int, dict[str, Number | None]], int]:
    """The sums of each group, verified like any report and against its members; with the breaches found."""
    above = {}
    breaches = 0
    for code, members in grouped(list(reports), size).items():
        cells = [reports[member] for member in members]
        above[code] = add_up(cells, LAYOUT)
        breaches += len(verify_report(above[code], LAYOUT)) + len(verify_members(above[code], cells, LAYOUT))
    return above, breaches


def main() -> None:
    towns = int(sys.argv[1]) if len(sys.argv) > 1 else TOWNS
    print(f"calibration: 5,000,000 squares in {calibration():.2f} s")
    rng = random.Random(1)
    patterns = [true_cells(rng, LAYOUT, 30) for _ in range(500)]
    reports = {code: dict(rng.choice(patterns)) for code in range(towns)}
    start = time.perf_counter()
    breaches = sum(len(verify_report(cells, LAYOUT)) for cells in reports.values())
    verified = time.perf_counter() - start
    counts = []
    for size in (TOWNS_A_COUNTY, COUNTIES_A_CITY, CITIES_A_PROVINCE):
        reports, found = one_level_up(reports, size)
        breaches += found
        counts.append(len(reports))
    total = time.perf_counter() - start
    print(
        f"{towns:,} towns verified in {verified:.1f} s; summed to {counts[0]:,} counties, {counts[1]} cities,"
    )
    print(
        f"{counts[2]} provinces, all verified, in {total:.1f} s altogether; {breaches} breaches in sound data"
    )
    pages = [html_page(make(random.Random(seed))) for seed in range(PAGES)]
    start = time.perf_counter()
    for page in pages:
        for report in read_reports(html_text(page)):
            verify_read_report("page.html", report)
    seconds = time.perf_counter() - start
    print(f"HTML pages read and verified: {PAGES / seconds:.0f} a second")


if __name__ == "__main__":
    main()
