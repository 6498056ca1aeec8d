"""What published tables have wrong with them: each page read as far as a careful reader would, and no further.

`unread` are the cells that nobody can tell (patterns), `blank` those that the page leaves empty; every other cell must
be right. `ids` are all findings there may be.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fnmatch import fnmatch

import pytest

from mingbai.law.annual_report import Number
from mingbai.text.annual_reports.tests.published import (
    CORNER,
    Published,
    cell_pipes,
    glued,
    half_glued,
    layout_pdf,
    lines,
    lone_pipes,
    raw_pdf,
    row_pipes,
    tabs,
)
from mingbai.text.annual_reports.tests.published_html import html_of, split_html, word_html
from mingbai.text.annual_reports.tests.test_published_forms import read_printed
from mingbai.text.annual_reports.verify import verify_report

TOWN = Published(
    "临河县青山镇人民政府",
    2023,
    rows="in=1 g=12+3 p=4 d4=1 d7=2 u1=8+1 n1=2 n2=1 o1=1 out=3",
    stock=(0, 0, 0, 3, 1, 12, 45, 7, 2, "20.5"),
    suits="1 0 0 0 1 0 0 0 0 0 2 0 0 0 2",
)
OLD = replace(
    TOWN, layout_name="2019", rows="in=1 g=12+3 p=4 u1=8 o=1 out=3", stock=(0, 0, 0, 3, 3, 12, 45, -2, 7)
)
OLD_PAST = replace(OLD, year=2020)
QUIET = Published("临河县白云乡人民政府", 2022)
NEW, CARRY = "一、本年新收政府信息公开申请数量", "四、结转下年度继续办理"
DENIED = "（三）不予公开"


@dataclass(frozen=True)
class Case:
    made: Published
    printer: Callable[[Published], str] = tabs
    change: tuple[tuple[str, str], ...] = ()
    """Regular expressions on the printed page and what takes their place."""
    unread: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    cells: tuple[tuple[str, Number], ...] = ()
    """Figures that the change brought in."""
    ids: tuple[str, ...] = ()
    complete: bool = True
    layout: str = ""


CELL = "t3.commercial_enterprise.granted"
SMALL_GROUPS = tuple(f"t3.{c}.*" for c in ("research_institution", "public_welfare_org", "legal_service_org"))

CASES = {
    # figures printed in other ways
    "full-width digits": Case(TOWN, lines, (("12", "１２"), ("(?<=\n)3(?=\n)", "３"))),
    "thousands with commas": Case(
        replace(TOWN, stock=(0, 0, 0, 3, 1, 12, 12345, 1207, 2, "1203.5")),
        tabs,
        (("\t12345\n", "\t12,345\n"), ("\t1207\n", "\t1，207\n"), ("1203.5", "1,203.5万元")),
    ),
    "units in the cells": Case(
        TOWN, html_of, ((r"<p>(\d+)</p></td>", r"<p>\1 件</p></td>"), ("20.5</p>", "20.5万元</p>"))
    ),
    "a fee in yuan": Case(TOWN, tabs, (("\t20.5\n", "\t205000元\n"),)),
    "a fee with noughts": Case(TOWN, tabs, (("\t20.5\n", "\t20.50\n"),)),
    "a dash in one cell": Case(
        replace(TOWN, printed={CELL: "—"}), tabs, blank=(CELL,), ids=("T3_missing_cell",)
    ),
    "slashes for organisations": Case(
        replace(
            TOWN,
            printed={
                f"t3.{c}.{r.id}": "/"
                for c in ("research_institution", "public_welfare_org", "legal_service_org")
                for r in TOWN.layout.data_rows
            },
        ),
        lines,
        blank=SMALL_GROUPS,
        ids=("T3_blank_cells",),
    ),
    "empty cells of Word": Case(
        replace(TOWN, printed={CELL: "", "t3.total.granted": ""}),
        word_html,
        blank=(CELL, "t3.total.granted"),
        ids=("T3_blank_cells",),
    ),
    "empty cells between lone pipes": Case(
        replace(TOWN, printed={CELL: ""}), lone_pipes, blank=(CELL,), ids=("T3_missing_cell",)
    ),
    "无 for rules": Case(
        replace(TOWN, printed={f"t2.rules.{c}": "无" for c in ("made", "repealed", "valid")}),
        lines,
        blank=("t2.rules.*",),
    ),
    "零 and 〇 are noughts": Case(
        replace(TOWN, printed={"t3.research_institution.granted": "零", "t3.other_org.granted": "〇"}), tabs
    ),
    "a letter O is no nought": Case(
        replace(TOWN, printed={"t3.other_org.granted": "O"}),
        tabs,
        unread=("t3.*.granted",),
        ids=("UNREADABLE_table3",),
    ),
    "a figure broken over two lines of a cell": Case(
        replace(TOWN, printed={"t3.natural_person.granted": "1<br>2"}),
        html_of,
        unread=("t3.*.granted",),
        ids=("UNREADABLE_table3",),
    ),
    "a range": Case(
        replace(TOWN, printed={"t3.natural_person.granted": "10-12"}),
        tabs,
        unread=("t3.natural_person.granted",),
        ids=("UNREADABLE_table3",),
    ),
    "a negative figure": Case(
        replace(TOWN, printed={CELL: "-3"}),
        tabs,
        cells=((CELL, -3),),
        ids=("RANGE", "T3_handled_total_commercial_enterprise", "T3_total_column_granted"),
    ),
    "a count with a fraction": Case(
        replace(TOWN, printed={"t2.licensing.decisions": "45.5"}),
        lines,
        cells=(("t2.licensing.decisions", Decimal("45.5")),),
        ids=("RANGE",),
    ),
    # cells that went missing, rows that are no rows of the form
    "a row that lost a cell": Case(
        TOWN,
        tabs,
        ((f"{NEW}\t\\d+\t", f"{NEW}\t"),),
        unread=("t3.*.new_received",),
        ids=("UNREADABLE_table3",),
    ),
    "a row that lost a cell among lines": Case(
        TOWN,
        lines,
        ((f"{NEW}\n\\d+\n", f"{NEW}\n"),),
        unread=("t3.*.new_received",),
        ids=("UNREADABLE_table3",),
    ),
    "sub-rows left out, their heading with figures": Case(
        QUIET,
        tabs,
        ((f"{DENIED}\t1.属于国家秘密", DENIED), (r"\n[2-8]\.(?:其他法律|危及|保护|属于).*", "")),
        blank=("t3.*.denied_*",),
        ids=("T3_blank_cells",),
    ),
    "a subtotal under the refusals": Case(
        TOWN,
        tabs,
        (("\n（四）无法提供\t", "\n小计\t3\t0\t0\t0\t0\t0\t3\n（四）无法提供\t"),),
    ),
    "a subtotal under the refusals, cells as lines": Case(
        TOWN,
        lines,
        (("\n（四）无法提供\n", "\n小计\n3\n0\n0\n0\n0\n0\n3\n（四）无法提供\n"),),
    ),
    "only totals": Case(
        TOWN,
        tabs,
        ((r"([^\d\n]\t)\d+\t\d+\t\d+\t\d+\t\d+\t\d+\t(?=\d+\n)", r"\1"),),
        unread=("t3.*",),
        ids=("UNREADABLE_table3",),
    ),
    "a note under table three": Case(
        TOWN,
        lines,
        (
            (
                "\n四、政府信息公开行政复议、行政诉讼情况",
                "\n注：结转的3件已于2024年1月办结。\n四、政府信息公开行政复议、行政诉讼情况",
            ),
        ),
    ),
    "a sentence before the table": Case(
        TOWN, lines, ((CORNER, f"2023年度收到依申请公开33件，均为网络申请，均按时答复。\n{CORNER}"),)
    ),
    "a sentence in front of table two": Case(
        TOWN,
        lines,
        (
            (
                "\n第二十条第（一）项",
                "\n截至2023年12月31日，我镇现行有效行政规范性文件12件，具体如下表：\n第二十条第（一）项",
            ),
        ),
    ),
    "the year in the heads of columns": Case(TOWN, row_pipes, (("本年(?=[制废处收])", "本年（2023）"),)),
    "labels with other list marks": Case(
        TOWN,
        tabs,
        (
            (r"（六）其他处理\t1\.", "（六）其他处理\t①"),
            (r"\n3\.其他\t", "\n3、其它\t"),
            (r"(\d)\.(?=[属其危保本没补信重要无])", r"（\1）"),
        ),
    ),
    "labels with slips": Case(
        TOWN,
        layout_pdf,
        (("其他法律行政法规禁止公开", "其他法律行政止公开"), ("结转下年度继续办理", "结转下年度继续办里")),
    ),
    "rows one after another without their headings": Case(
        TOWN, tabs, ((r"\n(?:（三）不予公开|（四）无法提供|（五）不予处理|（六）其他处理)\t", "\n"),)
    ),
    "one sub-row set across pages": Case(TOWN, split_html),
    "the heads of the table again on the next page": Case(
        TOWN,
        lines,
        (
            (
                "\n（四）无法提供\n",
                f"\n- 3 -\n{CORNER}\n申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n（四）无法提供\n",
            ),
        ),
    ),
    # layouts
    "（六） in one row": Case(
        replace(TOWN, layout_name="2021+2019", rows="in=1 g=12 o=1 out=3"),
        tabs,
        ids=("FORMAT_other_not_split",),
        layout="2021+2019",
    ),
    "the old form for a later year": Case(OLD, lines, ids=("FORMAT_obsolete_2019_layout",), layout="2019"),
    "the old form in its time": Case(OLD_PAST, row_pipes, layout="2019"),
    "the old form broken off in table three": Case(
        OLD_PAST,
        row_pipes,
        ((r"(?s)（四）无法提供.*", ""),),
        unread=("t3.*.un*", "t3.*.not*", "t3.*.oth*", "t3.*.handled*", "t3.*.carried_out", "t4.*"),
        complete=False,
        layout="2019",
    ),
    "heads of the old form cut short": Case(
        OLD_PAST, cell_pipes, (("本年新制作数量", "本年新"), ("本年新公开数量", "本年新")), layout="2019"
    ),
    "the old form glued": Case(
        replace(OLD_PAST, stock=(0, 0, 7)),
        half_glued,
        ids=("PLAUSIBLE_rules",),
        layout="2019",
    ),
    # table four
    "suits in three rows": Case(
        TOWN,
        tabs,
        (
            (
                r"行政复议\t行政诉讼\n(?:.*\n){2}.*\n",
                "\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n行政复议\t1\t0\t0\t0\t1\n"
                "行政诉讼\t未经复议直接起诉\t0\t0\t0\t0\t0\n复议后起诉\t2\t0\t0\t0\t2\n",
            ),
        ),
    ),
    "table four with ten cells": Case(
        TOWN,
        tabs,
        ((r"\t0\t0\t0\t0\t0\t2\t0\t0\t0\t2\n", "\t2\t0\t0\t0\t2\n"),),
        unread=("t4.*",),
        ids=("UNREADABLE_table4",),
    ),
    "table four blank": Case(
        replace(TOWN, printed=dict.fromkeys(TOWN.layout.table4_paths, "")), word_html, blank=("t4.*",)
    ),
    "table four missing": Case(
        TOWN,
        lines,
        ((r"(?s)(行政诉讼情况)\n行政复议\n.*(?=五、存在)", r"\1\n"),),
        unread=("t4.*",),
        ids=("UNREADABLE_table4",),
        complete=False,
    ),
    "table four all noughts in one line": Case(
        replace(TOWN, suits=""), glued, unread=("t2.norm*",), ids=("UNREADABLE_table2",)
    ),
    # pages
    "tables as pictures": Case(
        TOWN,
        lines,
        (
            (r"(?s)第二十条第（一）项.*?(?=三、收到)", ""),
            (r"(?s)（本列数据.*?(?=四、政府)", ""),
            (r"(?s)(行政诉讼情况)\n行政复议\n.*(?=五、存在)", r"\1\n"),
        ),
        unread=("t*",),
        ids=("UNREADABLE_table2", "UNREADABLE_table3", "UNREADABLE_table4"),
        complete=False,
    ),
    "a page that breaks off in table three": Case(
        TOWN,
        row_pipes,
        ((r"(?s)6\.属于四类.*", "6.属于四类过程性信"),),
        unread=(
            "t3.*.denied_p*",
            "t3.*.denied_e*",
            "t3.*.denied_a*",
            "t3.*.un*",
            "t3.*.not*",
            "t3.*.oth*",
            "t3.*.handled*",
            "t3.*.carried_out",
            "t4.*",
        ),
        complete=False,
    ),
    "only the first of equal lines is kept": Case(
        QUIET,
        lambda made: "\n".join(dict.fromkeys(lines(made).split("\n"))),
        unread=("t2.*",),
        blank=("t3.*", "t4.*"),
        ids=("T3_blank_cells", "UNREADABLE_table2"),
    ),
    "merged cells whose width is lost": Case(
        QUIET,
        cell_pipes,
        ((f"{NEW} \\|\n0 \\|\n0 \\|\n0 \\|\n0 \\|\n0 \\|\n0 \\|\n0 \\| ", f"{NEW} |\n|\n0 |\n|||||||"),),
        unread=("t3.*.new_received",),
        ids=("UNREADABLE_table3",),
    ),
    "every row merged, its width lost": Case(
        QUIET,
        cell_pipes,
        (
            (
                r"([一二三四五六七]）?[^\n]* \|\n)0 \|\n0 \|\n0 \|\n0 \|\n0 \|\n0 \|\n0 \| ",
                r"\1|\n0 |\n|||||||",
            ),
        ),
        unread=("t3.*",),
        ids=("UNREADABLE_table3",),
    ),
    "one nought for a merged row": Case(
        QUIET,
        raw_pdf,
        ((r"(?<=\n)0 0 0 0 0 0 0\n(?=（二）)", "0\n"),),
        unread=("t3.*.granted",),
        ids=("UNREADABLE_table3",),
    ),
}


def matches(path: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(path, pattern) for pattern in patterns)


@pytest.mark.parametrize("name", CASES)
def test_damaged_pages(name):
    case = CASES[name]
    text = case.printer(case.made)
    for pattern, instead in case.change:
        changed = re.sub(pattern, instead, text)
        assert changed != text, pattern
        text = changed
    (report,) = read_printed(text)
    truth = {path: None if matches(path, case.blank) else value for path, value in case.made.cells().items()}
    truth |= dict(case.cells)
    for path, value in truth.items():
        if not matches(path, case.unread):
            assert (path, report.cells.get(path), path in report.unread) == (path, value, False)
        elif value is not None:
            assert report.cells.get(path) in (None, value), path
    assert not set(report.cells) - set(truth)
    assert {finding.id for finding in verify_report("x", report).findings} == set(case.ids)
    assert report.complete == case.complete
    assert report.layout.name == (case.layout or "2021")
