"""Damaged pages with what may be read of them: the cases of `test_published_damage`.

`unread` are the cells that nobody can tell (patterns), `blank` those that the page leaves empty; every other cell must
be right. `ids` are all findings there may be.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from mingbai.law.annual_report import Number
from mingbai.text.annual_reports.tests.published import (
    CORNER,
    Published,
    layout_pdf,
    lines,
    lone_pipes,
    row_pipes,
    tabs,
)
from mingbai.text.annual_reports.tests.published_html import html_of, split_html, word_html

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
}
