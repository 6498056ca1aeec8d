"""Whole pages, not bare forms: every cell read, the right heading, and no finding that the figures do not earn."""

import random

import pytest

from mingbai.law.annual_report_identities import verify_report as law_verify
from mingbai.text.annual_reports.extract import html_text
from mingbai.text.annual_reports.reading import ReadReport, read_reports
from mingbai.text.annual_reports.tests import generator as g
from mingbai.text.annual_reports.tests import webpages as w
from mingbai.text.annual_reports.tests.test_reading import only, wrong_cells
from mingbai.text.annual_reports.verify import verify_report

SEEDS = 8


def tables(made: g.Made, joint: str, blank: str, between: str = "\n") -> dict[str, str]:
    return {name: between.join(joint.join(row) for row in rows) for name, rows in g.grid(made, blank).items()}


def broken_labels(made: g.Made) -> dict[str, str]:
    def broken(cell: str) -> str:
        return (
            cell if len(cell) < 6 or cell.isdigit() else f"{cell[: len(cell) // 2]}\n{cell[len(cell) // 2 :]}"
        )

    return {n: "\n".join(broken(c) for row in rows for c in row) for n, rows in g.grid(made, "/").items()}


def with_units(made: g.Made) -> dict[str, str]:
    found = tables(made, "\t", "—")
    rows = [
        [f"{c} 件" if c.isdigit() and c != "0" else c for c in row] for row in g.grid(made, "—")["table3"]
    ]
    return found | {"table3": "\n".join("\t".join(row) for row in rows)}


def with_page_numbers(made: g.Made) -> str:
    lines = w.text_page(made, tables(made, "\n", "/")).split("\n")
    return "\n".join(f"{line}\n- {i // 37} -" if i % 37 == 36 else line for i, line in enumerate(lines))


def with_prose_before_tables(made: g.Made) -> str:
    text = w.text_page(made, tables(made, "\n", "无"))
    received = made.cells["t3.total.new_received"]
    before = f"三、收到和处理政府信息公开申请情况\n本年度收到申请{received}件，上年结转{made.cells['t3.total.carried_in']}件，详见下表：\n"
    return text.replace("三、收到和处理政府信息公开申请情况\n", before)


PAGES = {
    "a cell a line": lambda made: w.text_page(made, tables(made, "\n", "/")),
    "an empty line after each cell": lambda made: w.text_page(
        made, tables(made, "\n\n        ", "-", "\n\n")
    ),
    "tabs": lambda made: w.text_page(made, tables(made, "\t", "")),
    "one line": lambda made: w.text_page(made, tables(made, " ", "/", " ")),
    "labels over two lines": lambda made: w.text_page(made, broken_labels(made)),
    "units": lambda made: w.text_page(made, with_units(made)),
    "page numbers": with_page_numbers,
    "carriage returns": lambda made: w.text_page(made, tables(made, "\n", "/")).replace("\n", "\r\n"),
    "no list numbers": lambda made: w.text_page(made, tables(made, "\n", "/")).replace("（一）予", "予"),
    "half-width brackets": lambda made: w.text_page(made, tables(made, "\n", "/")).translate(
        str.maketrans("（）“”：", '()"":')
    ),
    "prose before tables": with_prose_before_tables,
    **{
        f"HTML, cells of {name}, blank {blank!r}": lambda made, cell=cell, blank=blank: html_text(
            w.html_page(made, cell, blank)
        )
        for name, cell in w.CELLS.items()
        for blank in ("&nbsp;", "", "—")
    },
}


def made_for(seed: int, broken: int) -> g.Made:
    rng = random.Random(seed)
    made = g.make(
        rng, layout=("2021", "2021", "2019")[seed % 3], size=(0, 3, 30, 2000)[seed % 4], broken=broken
    )
    for path in made.cells:
        if path.startswith(("t2.rules", "t2.administrative_fees")) or path.endswith((".made", ".repealed")):
            made.cells[path] = 0
    return made


def findings(report: ReadReport) -> set[str]:
    return {finding.id for finding in verify_report("x", report).findings}


@pytest.mark.parametrize("name", PAGES)
def test_a_sound_report_in_its_page(name):
    for seed in range(SEEDS):
        made = made_for(seed, broken=0)
        report = only(read_reports(PAGES[name](made)))
        assert (wrong_cells(made, report), report.unread, findings(report)) == ([], set(), set()), seed
        assert (report.heading.unit, report.heading.year, report.complete) == (made.unit, made.year, True), (
            seed
        )


@pytest.mark.parametrize("name", PAGES)
def test_broken_identities_and_blanks_in_the_page(name):
    for seed in range(SEEDS):
        made = made_for(seed, broken=1 + seed % 3)
        if name != "prose before tables":
            g.punch_blanks(random.Random(seed), made, 2)
        report = only(read_reports(PAGES[name](made)))
        assert (wrong_cells(made, report), report.unread) == ([], set()), seed
        expected = {breach.id for breach in law_verify(made.cells, made.layout)}
        assert {id for id in findings(report) if id.startswith(("T3_b", "T3_h", "T3_t", "T4"))} - {
            "T3_blank_cells"
        } == expected, seed


def test_a_heading_in_single_letters_is_no_blank_cell():
    made = made_for(5, broken=0)
    text = w.text_page(made, tables(made, "\n", "0"))
    for apart in ("\n".join("（四）无法提供"), " ".join("（四）无法提供")):
        report = only(read_reports(text.replace("（四）无法提供", apart)))
        assert (wrong_cells(made, report), report.unread) == ([], set())
