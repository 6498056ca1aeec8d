"""Published reports as sites and files really print them: one report's figures, and many ways to print them.

Every way is modelled on a kind of page: copied web text, pages turned into Markdown, Word's HTML, the text layer of
a PDF. The names and figures are made up.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from mingbai.law.annual_report import Layout, Number, layout_named

SHORT = {
    "new": "new_received",
    "in": "carried_in",
    "g": "granted",
    "p": "partial",
    "d1": "denied_state_secret",
    "d2": "denied_law_prohibited",
    "d3": "denied_three_securities_one_stability",
    "d4": "denied_third_party_rights",
    "d5": "denied_internal_affairs",
    "d6": "denied_process_information",
    "d7": "denied_enforcement_file",
    "d8": "denied_administrative_query",
    "u1": "unavailable_not_held",
    "u2": "unavailable_needs_creation",
    "u3": "unavailable_unclear_after_correction",
    "n1": "not_processed_petition",
    "n2": "not_processed_repeat",
    "n3": "not_processed_publication",
    "n4": "not_processed_excessive",
    "n5": "not_processed_confirm_or_reissue",
    "o1": "other_not_corrected",
    "o2": "other_fee_not_paid",
    "o3": "other_misc",
    "o": "other_all",
    "sum": "handled_total",
    "out": "carried_out",
}
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
Row = list[str]
Printer = Callable[["Published"], str]


@dataclass
class Published:
    """One report. `rows` of table three are written short: `new=23+1 g=20 …`, applicants from the left, the rest 0;
    what is not said follows from the identities."""

    unit: str
    year: int
    rows: str = ""
    stock: Sequence[Number | str] = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    suits: str = ""
    layout_name: str = "2021"
    title: str = ""
    intro: str = ""
    one: str = ""
    five: str = ""
    six: str = ""
    head: str = ""
    tail: str = ""
    printed: dict[str, str] = field(default_factory=dict)
    """Cells that are printed otherwise than as plain numbers."""

    @property
    def layout(self) -> Layout:
        return layout_named(self.layout_name)

    def cells(self) -> dict[str, Number]:
        cells: dict[str, Number] = dict.fromkeys(self.layout.paths, 0)
        stock = [Decimal(number) if isinstance(number, str) else number for number in self.stock]
        cells |= dict(zip(self.layout.table2_paths, stock, strict=False))
        said = dict(part.split("=") for part in self.rows.split())
        columns = self.layout.applicants
        for short, row in SHORT.items():
            for column, number in zip(columns, said.get(short, "").split("+"), strict=False):
                if f"t3.{column}.{row}" in cells and number:
                    cells[f"t3.{column}.{row}"] = int(number)
        for column in columns:
            if "sum" not in said:
                cells[f"t3.{column}.handled_total"] = sum(
                    cells[f"t3.{column}.{o}"] for o in self.layout.outcomes
                )
            if "new" not in said:
                left = cells[f"t3.{column}.handled_total"] + cells[f"t3.{column}.carried_out"]
                cells[f"t3.{column}.new_received"] = left - cells[f"t3.{column}.carried_in"]
        for row in self.layout.data_rows:
            cells[f"t3.total.{row.id}"] = sum(cells[f"t3.{c}.{row.id}"] for c in columns)
        for path, number in zip(self.layout.table4_paths, self.suits.split(), strict=False):
            cells[path] = int(number)
        return cells

    def shown(self, path: str) -> str:
        return self.printed.get(path, str(self.cells()[path]))

    def table2(self) -> list[Row]:
        rows: list[Row] = []
        for row in self.layout.table2:
            if not rows or [row.block] not in rows:
                rows += [[row.block], ["信息内容", *(column.label for column in row.columns)]]
            rows.append([row.label, *(self.shown(f"t2.{row.id}.{column.id}") for column in row.columns)])
        return rows

    def table3(self) -> list[tuple[Row, Row]]:
        """Label cells and figure cells; headings stand before the first label under them."""
        cells = self.cells()
        rows: list[tuple[Row, Row]] = []
        heads: Row = []
        for row in self.layout.table3_rows:
            if not row.data:
                heads.append(row.label)
                continue
            paths = [f"t3.{column.id}.{row.id}" for column in self.layout.table3_columns]
            rows.append(([*heads, row.label], [self.printed.get(p, str(cells[p])) for p in paths]))
            heads = []
        return rows

    def table4(self) -> Row:
        return [self.shown(path) for path in self.layout.table4_paths]

    def heading(self) -> str:
        return self.title or f"{self.unit}{self.year}年政府信息公开工作年度报告"


HEADS3 = [
    [CORNER, "申请人情况"],
    ["自然人", "法人或其他组织", "总计"],
    ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
]
HEADS4 = [["行政复议", "行政诉讼"], [*RESULTS, "未经复议直接起诉", "复议后起诉"], [*RESULTS, *RESULTS]]


def page(report: Published, two: str, three: str, four: str, *, joint: str = "\n") -> str:
    year = report.year
    parts = [
        report.head,
        report.heading(),
        report.intro or f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
        "一、总体情况",
        report.one or f"{year}年，主动公开政府信息126条，开展培训2次，参加45人次。",
        "二、主动公开政府信息情况",
        two,
        "三、收到和处理政府信息公开申请情况",
        three,
        "四、政府信息公开行政复议、行政诉讼情况",
        four,
        "五、存在的主要问题及改进情况",
        report.five or "一是公开的内容不够全面。下一步，我们将加强学习，提高公开质量。",
        "六、其他需要报告的事项",
        report.six or "本年度没有收取信息处理费。",
        report.tail,
    ]
    return joint.join(part for part in parts if part)


def _printed_by(report: Published, line: Callable[[Row], str], joint: str, page_joint: str = "\n") -> str:
    two = joint.join(map(line, report.table2()))
    three = joint.join(map(line, [*HEADS3, *([*labels, *figures] for labels, figures in report.table3())]))
    four = joint.join(map(line, [*HEADS4, report.table4()]))
    return page(report, two, three, four, joint=page_joint)


def lines(report: Published) -> str:
    """Copied from a page: every cell a line of its own."""
    return _printed_by(report, "\n".join, "\n")


def airy_lines(report: Published) -> str:
    """The same with empty lines between and ideographic or plain spaces before the figures."""
    return _printed_by(report, lambda row: "\n\n".join(f" {cell}" for cell in row), "\n\n", "\n\n")


def lone_pipes(report: Published) -> str:
    """A pipe on a line of its own behind every cell."""
    return _printed_by(report, lambda row: "".join(f"{cell}\n|\n" for cell in row), "")


def cell_pipes(report: Published) -> str:
    """Every cell a line that ends with a pipe, merged cells as pipes at the end of the row."""

    def line(row: Row) -> str:
        return " |\n".join(row) + " | " + "|" * (8 - min(len(row), 8))

    return _printed_by(report, line, "\n")


def row_pipes(report: Published) -> str:
    """Rows with pipes behind the cells; the columns that merging swallowed are empty at the end."""
    return _printed_by(report, lambda row: " | ".join(row) + " | " + "|" * (3 if len(row) < 9 else 0), "\n")


def markdown(report: Published) -> str:
    """Markdown tables; merged cells are repeated, each block of table two is a table."""
    heads: dict[int, str] = {}

    def line(row: Row) -> str:
        ruler = "\n|" + "---|" * len(row) if row[0] in {"信息内容", CORNER} else ""
        return "| " + " | ".join(row) + " |" + ruler

    def full(labels: Row, figures: Row) -> Row:
        for place, label in enumerate(labels[:-1]):
            heads[place + 3 - len(labels)] = label
        return [labels[-1]] * (3 - len(labels)) + labels + figures

    two = "\n".join(f"\n### {row[0]}" if len(row) == 1 else line(row) for row in report.table2())
    header = [CORNER] * 3 + ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    three = "\n".join([line(header), *(line(full(*row)) for row in report.table3())])
    names = [
        f"{group}-{result}" for group in ("行政复议", "未经复议直接起诉", "复议后起诉") for result in RESULTS
    ]
    four = f"{line(names)}\n|{'---|' * 15}\n{line(report.table4())}"
    return page(report, two, three, four, joint="\n\n")


def table_per_row(report: Published) -> str:
    """A converter that makes a heading and a small table of each row, with columns named by number."""
    header = (
        "| 类别 | 数据1 | 数据2 | 数据3 | 数据4 | 数据5 | 数据6 | 总计 |\n|---|---|---|---|---|---|---|---|"
    )
    blocks = []
    for labels, figures in report.table3():
        name = re.sub(r"^[一二四]、|^（.）", "", labels[-1])
        title = labels[-1] if len(labels) == 1 and not labels[-1][0].isdigit() else ""
        heads = [f"### {label}" for label in (*labels[:-1], title) if label]
        row = f"| {name if title else labels[-1]} | {' | '.join(figures)} |"
        blocks.append("\n\n".join([*heads, f"{header}\n{row}"] if heads else [row]))
    three = "\n".join(blocks)
    values = report.table4()
    fours = [
        f"### {name}\n| {' | '.join(RESULTS)} |\n|{'------|' * 5}\n| {' | '.join(values[i * 5 : i * 5 + 5])} |"
        for i, name in enumerate(("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"))
    ]
    two = "\n".join(
        f"### {row[0]}" if len(row) == 1 else "| " + " | ".join(row) + " |" for row in report.table2()
    )
    return page(report, two, f"{CORNER}\n\n{three}", "\n\n".join(fours), joint="\n\n")


def tabs(report: Published) -> str:
    """Copied from a browser: tabs between cells, a line for each row."""
    return _printed_by(report, "\t".join, "\n")


def glued(report: Published) -> str:
    """No boundaries at all."""
    return _printed_by(report, "".join, "", "")


def half_glued(report: Published) -> str:
    """Glued, with spaces that survived here and there between cells."""

    def line(row: Row) -> str:
        figures = [cell for cell in row if re.fullmatch(r"-?[\d.]+", cell)]
        labels = "".join(row[: len(row) - len(figures)])
        joints = [" " if (i * 7 + len(labels)) % 3 == 0 else "" for i in range(len(figures))]
        return labels + "".join(j + f for j, f in zip(joints, figures, strict=True))

    return _printed_by(report, line, " ", " ")


def layout_pdf(report: Published) -> str:
    """pdftotext -layout: long labels stand above and below their figures, the vertical heading in pieces between."""
    heading = iter(["三、本", "年度办", "理结果"])
    rows = [
        f"  {CORNER[:20]}",
        f"  {CORNER[20:]}",
        "      自然人   法人或其他组织     总计",
        "   商业 科研 社会公 法律服",
    ]
    rows += ["   企业 机构 益组织 务机构 其他"]
    for index, (labels, figures) in enumerate(report.table3()):
        label = labels[-1]
        values = "     ".join(figures)
        if index in (6, 12, 18):
            rows.append(f" {next(heading)}")
        parents = [name for name in labels[:-1] if not name.startswith("三")]
        rows += [f"     {name}" for name in parents]
        if len(label) > 16:
            rows += [f"      {label[:14]}", f"{'':30}{values}", f"      {label[14:]}"]
        else:
            rows.append(f"      {label:<20}{values}")
        if index == 13:
            rows += ["", f"{'':40}-3-", f"\f   {report.unit}"]
    two = "\n".join("      ".join(row) for row in report.table2())
    four = "\n".join(
        ["   行政复议           行政诉讼", "  结果 结果 其他 尚未 总计   未经复议直接起诉   复议后起诉"]
    )
    four += "\n  维持 纠正 结果 审结   结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n\n"
    return page(report, two, "\n".join(rows), four + "   ".join(report.table4()))


def raw_pdf(report: Published) -> str:
    """A text layer in drawing order: labels in pieces of a cell's width, then the figures of the row on one line;
    a page number and a running title in the middle."""
    rows = [
        "（本列数据的勾稽关系为：第一项加第二项之和，\n等于第三项加第四项之和）\n申请人情况\n自然人\n法人或其他组织\n总计"
    ]
    rows += ["商业\n企业\n科研\n机构\n社会公\n益组织\n法律服\n务机构\n其他"]
    for index, (labels, figures) in enumerate(report.table3()):
        pieces = [label[i : i + 9] for label in labels for i in range(0, len(label), 9)]
        rows.append("\n".join([*pieces, " ".join(figures)]))
        if index == 9:
            rows += ["— 4 —", f"{report.unit}{report.year}年政府信息公开工作年度报告"]
    two = "\n".join("\n".join([*row[:1], " ".join(row[1:])]) for row in report.table2())
    four = "\n".join([*HEADS4[0], *RESULTS, "未经复议直接起诉", "复议后起诉", *RESULTS, *RESULTS])
    return page(report, two, "\n".join(rows), f"{four}\n{' '.join(report.table4())}")


PLAIN: Mapping[str, Printer] = {
    printer.__name__: printer
    for printer in (
        lines,
        airy_lines,
        lone_pipes,
        cell_pipes,
        row_pipes,
        markdown,
        table_per_row,
        tabs,
        layout_pdf,
        raw_pdf,
    )
}
GLUED: Mapping[str, Printer] = {"glued": glued, "half_glued": half_glued}
