"""Made-up annual reports with known figures, printed in the ways that pages and files really print them."""

import random
import re
from dataclasses import dataclass, field
from html import escape

from mingbai.law.annual_report import Layout, Number, layout_named

RESULTS = ("upheld", "corrected", "other_result", "pending")
VERTICAL = "三、本年度办理结果"
HEADER = ["自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
INTRO = (
    "本报告根据《中华人民共和国政府信息公开条例》要求编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
    "政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六部分组成。"
)


@dataclass
class Made:
    """A report as text, with the truth behind it. A true None is a blank cell; absent paths are not printed."""

    text: str
    cells: dict[str, Number | None]
    layout: Layout
    unit: str
    year: int
    blanks: set[str] = field(default_factory=set)


def figure(rng: random.Random, size: int) -> int:
    return 0 if size == 0 or rng.random() < 0.62 else rng.randint(1, size)


def true_cells(rng: random.Random, layout: Layout, size: int) -> dict[str, Number | None]:
    """Figures that satisfy every identity."""
    cells: dict[str, Number | None] = {}
    for row in layout.table2:
        for column in row.columns:
            cells[f"t2.{row.id}.{column.id}"] = figure(rng, size * 5)
    for column in layout.applicants:
        for outcome in layout.outcomes:
            scale = size if column == "natural_person" else size // 6
            cells[f"t3.{column}.{outcome}"] = figure(rng, scale) if rng.random() < 0.6 else 0
        handled = sum(int(cells[f"t3.{column}.{o}"] or 0) for o in layout.outcomes)
        carried_out = figure(rng, size // 8)
        carried_in = min(handled + carried_out, figure(rng, size // 8))
        cells[f"t3.{column}.handled_total"] = handled
        cells[f"t3.{column}.carried_out"] = carried_out
        cells[f"t3.{column}.carried_in"] = carried_in
        cells[f"t3.{column}.new_received"] = handled + carried_out - carried_in
    for row in layout.data_rows:
        cells[f"t3.total.{row.id}"] = sum(int(cells[f"t3.{c}.{row.id}"] or 0) for c in layout.applicants)
    for group in layout.table4_groups:
        parts = [figure(rng, size // 3) for _ in RESULTS]
        cells |= {f"t4.{group.id}.{r}": n for r, n in zip(RESULTS, parts, strict=True)}
        cells[f"t4.{group.id}.total"] = sum(parts)
    return cells


def break_some(rng: random.Random, cells: dict[str, Number | None], count: int) -> None:
    """Changes `count` figures as a slip of the pen would."""
    for path in rng.sample([p for p in sorted(cells) if not p.startswith("t2")], count):
        cells[path] = int(cells[path] or 0) + rng.choice([1, 2, 9])


def shown(value: Number | None, blank: str = "") -> str:
    return blank if value is None else f"{value}"


def table2_rows(made: Made, blank: str) -> list[tuple[str, list[str]]]:
    return [
        (row.label, [shown(made.cells[f"t2.{row.id}.{c.id}"], blank) for c in row.columns])
        for row in made.layout.table2
    ]


def table3_rows(made: Made, blank: str) -> list[tuple[str, list[str]]]:
    return [
        (
            row.label,
            [shown(made.cells[f"t3.{c.id}.{row.id}"], blank) for c in made.layout.table3_columns]
            if row.data
            else [],
        )
        for row in made.layout.table3_rows
        if row.data is False or f"t3.total.{row.id}" in made.cells
    ]


def table4_values(made: Made, blank: str) -> list[str]:
    return [shown(made.cells[path], blank) for path in made.layout.table4_paths]


def grid(made: Made, blank: str = "") -> dict[str, list[list[str]]]:
    """The three tables as rows of cells, headers and all, as a screen reader would meet them."""
    table2: list[list[str]] = []
    block = ""
    for row, (label, values) in zip(made.layout.table2, table2_rows(made, blank), strict=True):
        if row.block != block:
            block = row.block
            headers = [column.label for column in row.columns]
            table2 += [[block], ["信息内容", *headers]]
        table2.append([label, *values])
    corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    table3 = [[corner, "申请人情况"], HEADER[:3], HEADER[3:]]
    parents: list[str] = []
    for label, values in table3_rows(made, blank):
        if not values:
            parents.append(label)
        else:
            table3.append([*parents, label, *values])
            parents = []
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    table4 = [["行政复议", "行政诉讼"], [*results, "未经复议直接起诉", "复议后起诉"], results * 2]
    table4.append(table4_values(made, blank))
    return {"table2": table2, "table3": table3, "table4": table4}


def frame(made: Made, tables: dict[str, str], *, joint: str = "\n", intro: bool = True) -> str:
    parts = [
        f"{made.unit}{made.year}年政府信息公开工作年度报告",
        (INTRO if intro else "")
        + f"报告中所列数据的统计期限自{made.year}年1月1日起至{made.year}年12月31日止。",
        "一、总体情况",
        f"{made.year}年，我们认真贯彻落实条例，主动公开政府信息128条，举办培训3次。",
        "二、主动公开政府信息情况",
        tables["table2"],
        "三、收到和处理政府信息公开申请情况",
        tables["table3"],
        "四、政府信息公开行政复议、行政诉讼情况",
        tables["table4"],
        "五、存在的主要问题及改进情况",
        f"一是公开内容还不够全面。{made.year + 1}年将加强培训，力争全年培训2次以上。",
        "六、其他需要报告的事项",
        f"{made.year}年未收取信息处理费。",
    ]
    return joint.join(parts)


def one_cell_a_line(made: Made, *, gap: str = "\n", blank: str = "/") -> str:
    tables = {n: gap.join(c for row in rows for c in row) for n, rows in grid(made, blank).items()}
    return frame(made, tables, joint=gap)


def delimited(made: Made, mark: str, *, blank: str = "") -> str:
    return frame(
        made, {n: "\n".join(mark.join(row) for row in rows) for n, rows in grid(made, blank).items()}
    )


def framed_pipes(made: Made) -> str:
    tables = {n: "\n".join(f"| {' | '.join(row)} |" for row in rows) for n, rows in grid(made).items()}
    return frame(made, tables)


def trailing_pipes(made: Made) -> str:
    """Merged cells leave their extra columns as empty ones at the end of the row."""
    tables = {
        n: "\n".join(" | ".join(row) + " |" + "|" * ((len(row) + i) % 3) for i, row in enumerate(rows))
        for n, rows in grid(made).items()
    }
    return frame(made, tables)


def lonely_pipes(made: Made) -> str:
    return frame(made, {n: "\n|\n".join(c for row in rows for c in row) for n, rows in grid(made).items()})


def glued_rows(made: Made, *, joint: str = "\n") -> str:
    """Each row in one piece, figures and label together."""
    return frame(made, {n: joint.join("".join(row) for row in rows) for n, rows in grid(made).items()})


def all_glued(made: Made) -> str:
    return glued_rows(made, joint="").replace("\n", "")


def spaced(made: Made, *, blank: str = "-") -> str:
    return delimited(made, "  ", blank=blank)


def pdf_like(made: Made, rng: random.Random) -> str:
    """Wrapped labels around their figures, vertical headings in single characters, page numbers, running titles."""
    lines: list[str] = []
    vertical = list(VERTICAL)
    for cells in grid(made, "/")["table3"]:
        label = "".join(cell for cell in cells if re.search("[一-鿿]", cell) and cell != VERTICAL)
        values = [cell for cell in cells if not re.search("[一-鿿]", cell)]
        lines += wrapped(label, values, rng)
        if vertical and rng.random() < 0.5 and len(lines) > 12:
            lines.append("  " + vertical.pop(0))
        if rng.random() < 0.06:
            lines += [
                "",
                f"        - {rng.randint(2, 9)} -",
                f"   {made.unit}{made.year}年政府信息公开工作年度报告",
                "",
            ]
    tables = {n: "\n".join("     ".join(row) for row in rows) for n, rows in grid(made, "/").items()}
    return frame(made, {**tables, "table3": "\n".join(lines)})


def wrapped(label: str, values: list[str], rng: random.Random) -> list[str]:
    row = "     ".join(values)
    if len(label) < 14 or not values or rng.random() < 0.3:
        return [f"   {label}      {row}"]
    cut = rng.randint(9, 12)
    pieces = [label[i : i + cut] for i in range(0, len(label), cut)]
    at = rng.randint(1, len(pieces))
    return ["   " + piece for piece in (*pieces[:at], row, *pieces[at:])]


def html_page(made: Made, *, blank: str = "&nbsp;") -> str:
    """Word's way: merged cells with rowspan and colspan, paragraphs and spans inside of cells."""
    body = []
    for rows in grid(made, "\0").values():
        cells = "".join(
            "<tr>"
            + "".join(
                f'<td colspan="{1 + (len(row) < 3)}" style="width:38px"><p align="center"><span>'
                f"{escape(cell).replace(chr(0), blank)}</span></p></td>"
                for cell in row
            )
            + "</tr>\n"
            for row in rows
        )
        body.append(f"<table border=1><tbody>{cells}</tbody></table>")
    framed = frame(made, dict(zip(("table2", "table3", "table4"), ("\1", "\2", "\3"), strict=True)))
    page = "".join(f"<p>{line}</p>" for line in framed.split("\n"))
    for mark, table in zip("\1\2\3", body, strict=True):
        page = page.replace(f"<p>{mark}</p>", table)
    return f"<!DOCTYPE html><html><head><title>x</title></head><body><div>{page}</div></body></html>"


def make(rng: random.Random, *, layout: str = "2021", size: int = 30, broken: int = 0) -> Made:
    unit = rng.choice(["青石镇人民政府", "明县人民政府", "柳林街道办事处", "明县水利局", "白河乡人民政府"])
    year = rng.randint(2021, 2025) if layout == "2021" else rng.randint(2019, 2020)
    form = layout_named(layout)
    made = Made("", true_cells(rng, form, size), form, unit, year)
    break_some(rng, made.cells, broken)
    return made


def punch_blanks(rng: random.Random, made: Made, count: int) -> None:
    for path in rng.sample(sorted(made.cells), count):
        made.cells[path] = None
        made.blanks.add(path)


FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def full_width(text: str, rng: random.Random) -> str:
    """Some digits as typed with a Chinese keyboard."""
    return "".join(c.translate(FULL_WIDTH) if rng.random() < 0.3 else c for c in text)


def with_typos(text: str, made: Made, rng: random.Random, count: int) -> str:
    """Drops or doubles a character inside of long row labels of table three."""
    for row in rng.sample([r for r in made.layout.data_rows if len(r.label) > 9], count):
        at = rng.randint(4, len(row.label) - 2)
        slip = rng.choice(["", row.label[at] * 2, "囗"])
        text = text.replace(row.label, row.label[:at] + slip + row.label[at + 1 :])
    return text


def drop_rows(rng: random.Random, made: Made, count: int) -> None:
    """Rows of table three that a shortened table leaves out; all zero, so that the sums stay right."""
    inner = [o for o in made.layout.outcomes if o not in {"granted", "partial", "other_misc", "other_all"}]
    empty = [o for o in inner if not made.cells[f"t3.total.{o}"]]
    for row in rng.sample(empty, min(count, len(empty))):
        for column in made.layout.table3_columns:
            del made.cells[f"t3.{column.id}.{row}"]


def cut_short(text: str, rng: random.Random) -> str:
    """A page that breaks off anywhere, also inside of a number."""
    return text[: rng.randint(200, len(text) - 60)]


def typst_source(made: Made, blank: str = "/") -> str:
    """A typeset report with merged cells, wrapped labels and page numbers."""
    tables = {"table2": _typst_table2(made, blank), "table3": _typst_table3(made, blank)}
    tables["table4"] = _typst_table4(made, blank)
    head = (
        '#set page(margin: 2.2cm, footer: context align(center)[#"- "#counter(page).display()#" -"])\n'
        '#set text(font: "Noto Serif CJK SC", size: 10pt, lang: "zh", cjk-latin-spacing: none)\n'
    )
    return head + frame(made, tables, joint="\n\n")


def _typst_cells(cells: list[str]) -> str:
    return "".join(f"[{cell.replace('.', chr(92) + '.')}]," for cell in cells)


def _typst_table2(made: Made, blank: str) -> str:
    body = ""
    for row in grid(made, blank)["table2"]:
        last = f"table.cell(colspan: {5 - len(row)}){_typst_cells(row[-1:])}"
        body += _typst_cells(row[:-1]) + last + "\n"
    return f"#table(columns: 4, {body})"


def _typst_table3(made: Made, blank: str) -> str:
    children: dict[str | None, list[str]] = {}
    for row in made.layout.table3_rows:
        children.setdefault(row.parent, []).append(row.id)
    height = {
        row.id: sum(len(children.get(c, "1")) for c in children.get(row.id, []))
        for row in made.layout.table3_rows
    }
    body = "table.cell(colspan: 3, rowspan: 3)[（勾稽关系）],table.cell(colspan: 7)[申请人情况],"
    body += (
        "table.cell(rowspan: 2)[自然人],table.cell(colspan: 5)[法人或其他组织],table.cell(rowspan: 2)[总计],"
    )
    body += _typst_cells(HEADER[3:])
    for row, (label, values) in zip(made.layout.table3_rows, table3_rows(made, blank), strict=True):
        cell = _typst_cells([label])
        depth = 1 if row.parent is None else 2 if row.parent == "results" else 3
        if row.data:
            body += f"table.cell(colspan: {4 - depth}){cell}{_typst_cells(values)}\n"
        else:
            body += f"table.cell(rowspan: {height[row.id]}){cell}"
    return f"#table(columns: (2em, 5em, 9em, ..(3.2em,) * 7), align: center + horizon, {body})"


def _typst_table4(made: Made, blank: str) -> str:
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    body = "table.cell(colspan: 5)[行政复议],table.cell(colspan: 10)[行政诉讼],"
    body += "".join(f"table.cell(rowspan: 2)[{result}]," for result in results)
    body += "table.cell(colspan: 5)[未经复议直接起诉],table.cell(colspan: 5)[复议后起诉],"
    return f"#table(columns: 15, {body}{_typst_cells(results * 2 + table4_values(made, blank))})"
