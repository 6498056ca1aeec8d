"""More damaged pages: old forms, table four, pages that break off or lost the widths of their cells."""

from dataclasses import replace

from mingbai.text.annual_reports.tests.published import (
    cell_pipes,
    glued,
    half_glued,
    lines,
    raw_pdf,
    row_pipes,
    tabs,
)
from mingbai.text.annual_reports.tests.published_cases import NEW, OLD, OLD_PAST, QUIET, TOWN, Case
from mingbai.text.annual_reports.tests.published_html import word_html

PAGES = {
    # layouts
    "（六） in one row": Case(
        replace(TOWN, layout_name="2021+2019", rows="in=1 g=12 o=1 out=3"),
        tabs,
        ids=("FORMAT_other_not_split",),
        layout="2021+2019",
    ),
    "the old form for a later year": Case(OLD, lines, ids=("FORMAT_obsolete_2019_layout",), layout="2019"),
    "the old form in its time": Case(OLD_PAST, row_pipes, layout="2019"),
    "changes in words": Case(
        replace(
            OLD_PAST,
            printed={
                "t2.licensing.change": "减2",
                "t2.penalties.change": "增加0",
                "t2.coercion.change": "↑0",
            },
        ),
        lines,
        layout="2019",
    ),
    "changes in words between pipes": Case(
        replace(OLD_PAST, printed={"t2.licensing.change": "减少2项"}), cell_pipes, layout="2019"
    ),
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
    "two figures of a merged row": Case(
        TOWN,
        cell_pipes,
        ((r"(（一）予以公开 \|\n12) \|\n3 \|\n0 \|\n0 \|\n0 \|\n0 \|\n15 \| ", r"\1 |\n15 |\n|||||||"),),
        unread=("t3.*.granted",),
        ids=("UNREADABLE_table3",),
    ),
    "empty cells for all but the total": Case(
        QUIET,
        cell_pipes,
        ((r"(?<=\n)(（二）[^|]*) \|\n(?:0 \|\n){6}0 \| ", r"\1 |\n|\n|\n|\n|\n|\n|\n0 |\n"),),
        blank=tuple(f"t3.{c}.partial" for c in QUIET.layout.applicants),
        ids=("T3_blank_cells",),
    ),
    "a page with empty cells that breaks off": Case(
        QUIET,
        cell_pipes,
        (
            (r"(?<=\n)(（二）[^|]*) \|\n(?:0 \|\n){6}0 \| ", r"\1 |\n|\n|\n|\n|\n|\n|\n0 |\n"),
            (r"(?s)6\.属于四类.*", "6.属于四类过程性信"),
        ),
        blank=tuple(f"t3.{c}.partial" for c in QUIET.layout.applicants),
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
        ids=("T3_blank_cells",),
        complete=False,
    ),
    "rows that begin with the empty cells of their headings": Case(
        TOWN, row_pipes, ((r"\n([2-8]\.)", r"\n| | \1"), (r"\n(（[二七]）)", r"\n| \1"))
    ),
    "a leaf of a book": Case(
        TOWN,
        lines,
        (
            (r"(?s)^.*(?=四、结转下年度继续办理)", "Page 9 - 2023年报_青山镇\nP. 9\n"),
            (
                r"(?s)行政复议\n行政诉讼\n.*(?=1\n0\n0\n0\n1\n)",
                "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结 结 其 尚\n结 结 其 尚 结 结 其 尚\n果 果 他 未\n总计 果 果 他 未 总 果 果 他 未 总\n"
                "维 纠 结 审\n维 纠 结 审 计 维 纠 结 审 计\n持 正 果 结\n持 正 果 结 持 正 果 结\n",
            ),
            (r"1\n0\n0\n0\n1\n0\n0\n0\n0\n0\n2\n0\n0\n0\n2\n", "1 0 0 0 1 0 0 0 0 0 2 0 0 0 2\n"),
        ),
        unread=("t2.*", "t3.*"),
        complete=False,
    ),
    "one nought for a merged row": Case(
        QUIET,
        raw_pdf,
        ((r"(?<=\n)0 0 0 0 0 0 0\n(?=（二）)", "0\n"),),
        unread=("t3.*.granted",),
        ids=("UNREADABLE_table3",),
    ),
}
