"""Whatever way a report is printed, every cell is right, and a sound report raises no alarm."""

from dataclasses import fields, replace

import pytest

from mingbai.text.annual_reports.extract import html_text
from mingbai.text.annual_reports.reading import ReadReport, read_reports
from mingbai.text.annual_reports.tests.published import GLUED, PLAIN, Published, Row
from mingbai.text.annual_reports.tests.published_html import HTML
from mingbai.text.annual_reports.verify import verify_report

REPORTS = {
    "a quiet town": Published(
        "临河县青山镇人民政府", 2023, rows="g=2 u1=1+1 n2=0+0+0+0+1", stock=(0, 0, 0, 3, 1, 12, 45, 7, 2, 0)
    ),
    "a bureau": Published(
        "临河县自然资源局",
        2022,
        rows="in=4 g=31+5+0+1 p=6+1 d5=2 d6=1 d7=11+1 d8=3 u1=24+2+0+0+1 u2=2 n1=3 n2=5+1 o1=2 o3=3+1+0+0+0+1 out=7+1",
        stock=(0, 0, 0, 4, 2, 31, 1284, 37, 5, "203.46"),
        suits="3 1 2 0 6 1 0 0 1 2 0 0 1 0 1",
    ),
    "a city": Published(
        "临河市人民政府",
        2024,
        rows=(
            "in=61+3 g=412+21+1+3+8+2 p=107+9+0+0+2 d1=1 d2=2 d3=4 d4=10+2 d5=19 d6=14+1 d7=41+2 d8=22 "
            "u1=301+11+0+1+12+1 u2=17 u3=6 n1=39 n2=28+2 n4=12 n5=1 o1=27 o2=3 o3=44+5 out=58+2+0+0+4"
        ),
        stock=(2, 1, 15, 46, 21, 318, 104233, 20817, 942, "8103.5512"),
        suits="21 5 9 3 38 14 2 1 6 23 9 0 2 1 12",
    ),
    "a sub-district in 2020": Published(
        "临河县柳林街道办事处",
        2020,
        rows="in=1 g=3 u1=1 out=2",
        layout_name="2019",
        stock=(0, 0, 0, 2, 2, 9, 14, -3, 11, 5, 0, 5, 8, 1, 30, 0, 0, 0, 3, -1, 4, "56.8"),
    ),
    "nothing happened": Published("临河县白云乡人民政府", 2025),
}


def read_printed(text: str) -> list[ReadReport]:
    return read_reports(html_text(text) if "<html" in text[:40] else text)


def wrong_cells(made: Published, report: ReadReport) -> dict[str, object]:
    """Cells that are read as another figure than the page shows."""
    truth = made.cells()
    return {p: value for p, value in report.cells.items() if value is not None and value != truth.get(p)}


@pytest.mark.parametrize("kind", REPORTS)
@pytest.mark.parametrize("name", [*PLAIN, *HTML])
def test_every_cell_is_read_and_nothing_is_wrong_with_a_sound_report(name, kind):
    made = REPORTS[kind]
    (report,) = read_printed((PLAIN | HTML)[name](made))
    assert report.cells == made.cells()
    assert {finding.id for finding in verify_report("x", report).findings} == set()
    assert (report.heading.unit, report.heading.year) == (made.unit, made.year)
    assert (report.layout.name, report.complete) == (made.layout_name, True)


@pytest.mark.parametrize("kind", REPORTS)
@pytest.mark.parametrize("name", GLUED)
def test_glued_reports_are_read_as_far_as_one_reading_is_left(name, kind):
    made = REPORTS[kind]
    (report,) = read_printed(GLUED[name](made))
    assert wrong_cells(made, report) == {}
    blank = {path for path, value in report.cells.items() if value is None}
    assert blank == report.unread
    assert not {path for path in blank if path.startswith("t3")}
    assert {finding.id for finding in verify_report("x", report).findings} <= {
        "UNREADABLE_table2",
        "UNREADABLE_table4",
    }
    if kind == "nothing happened":
        assert blank == set()


@pytest.mark.parametrize("mark", ["O", "暂无", "?"])
@pytest.mark.parametrize("name", [*PLAIN, *HTML])
def test_a_mark_that_is_no_figure_moves_no_other_cell(name, mark):
    made = REPORTS["a bureau"]
    for path in (
        "t3.natural_person.carried_in",
        "t3.other_org.granted",
        "t3.total.partial",
        "t4.review.total",
    ):
        (report,) = read_printed((PLAIN | HTML)[name](replace(made, printed={path: mark})))
        assert wrong_cells(made, report) == {}, path
        assert report.cells[path] is None and path in report.unread


@pytest.mark.parametrize("name", [*PLAIN, *HTML, *GLUED])
def test_columns_left_empty_are_blank_or_unreadable_and_never_moved(name):
    """Most small units leave the columns of organisations empty."""
    made = REPORTS["a bureau"]
    truth = made.cells()
    empty = [f"t3.{c}.{row.id}" for c in made.layout.applicants[1:] for row in made.layout.data_rows]
    empty = [path for path in empty if not truth[path]]
    printed = (PLAIN | HTML | GLUED)[name](replace(made, printed=dict.fromkeys(empty, "")))
    (report,) = read_printed(printed)
    assert wrong_cells(made, report) == {}
    assert not any(report.cells.get(path) is not None for path in empty)
    called_blank = {path for path in truth if report.cells.get(path) is None} - report.unread
    assert called_blank in (set(), set(empty))


@pytest.mark.parametrize(
    "row", ["carried_in", "denied_process_information", "not_processed_repeat", "other_not_corrected"]
)
@pytest.mark.parametrize("name", [*PLAIN, *HTML])
def test_a_row_that_is_left_out_gives_its_name_to_no_other(name, row):
    made = REPORTS["a quiet town"]
    short = WithoutRow(made, row)
    for report in read_printed((PLAIN | HTML)[name](short)):
        assert wrong_cells(made, report) == {}
        assert all(report.cells.get(f"t3.{column.id}.{row}") is None for column in made.layout.table3_columns)


class WithoutRow(Published):
    """A report that does not print one row of table three."""

    def __init__(self, made: Published, row: str) -> None:
        super().__init__(**{f.name: getattr(made, f.name) for f in fields(made)})
        self.left_out = next(each.label for each in made.layout.data_rows if each.id == row)

    def table3(self) -> list[tuple[Row, Row]]:
        return [(labels, figures) for labels, figures in super().table3() if labels[-1] != self.left_out]
