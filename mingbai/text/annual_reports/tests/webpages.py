"""Made-up reports inside of the pages that government sites put around them, with the merged cells of the official form."""

from html import escape

from mingbai.text.annual_reports.tests import generator as g

NAVIGATION = "首页\n走进明县\n政务公开\n互动交流\n当前位置：首页 > 政务公开 > 政府信息公开年报\n"
FOOTER = (
    "\n附件：\n1.{unit}{year}年政府信息公开工作年度报告.docx\n【打印本页】 【关闭窗口】\n扫一扫在手机打开当前页\n"
    "主办：明县人民政府办公室 网站标识码：3301220001 浙ICP备05012345号-1\n联系电话：0571-64612345\n"
)
META = "索引号：33012200/{next_year}-00012\n发布日期：{next_year}-01-18\n浏览次数：328 字体：[大 中 小]\n"
RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


def cell_of_paragraphs(text: str, attributes: str) -> str:
    return f"<td {attributes}><p><br/></p><p><span>{text}</span></p><p>&nbsp;</p></td>"


def cell_of_table(text: str, attributes: str) -> str:
    return f"<td {attributes}><table><tr><td>{text}</td></tr></table></td>"


def cell_of_spans(text: str, attributes: str) -> str:
    inside = text if "<" in text or "&" in text else "".join(f"<span>{letter}</span>" for letter in text)
    return f"<td {attributes}>\n  {inside}\n</td>"


CELLS = {"paragraphs": cell_of_paragraphs, "tables": cell_of_table, "spans": cell_of_spans}


def prose(made: g.Made) -> str:
    """Section one with every total that is usually told, each as in the tables."""
    cells = {path: value or 0 for path, value in made.cells.items()}
    total = {row.id: cells[f"t3.total.{row.id}"] for row in made.layout.data_rows}
    unavailable = sum(n for row, n in total.items() if row.startswith("unavailable"))
    suits = cells["t4.litigation_direct.total"] + cells["t4.litigation_after_review.total"]
    return (
        f"{made.year}年，我们主动公开信息982条，其中通知公告61条；制发行政规范性文件{cells['t2.normative_documents.made']}件。\n"
        f"共收到政府信息公开申请{total['new_received']}件，上年结转{total['carried_in']}件。其中，予以公开{total['granted']}件，"
        f"部分公开{total['partial']}件，无法提供{unavailable}件，结转下年度{total['carried_out']}件。"
        f"因政府信息公开被申请行政复议{cells['t4.review.total']}件，被提起行政诉讼{suits}件。组织培训2次，参训45人次。"
    )


def text_page(made: g.Made, tables: dict[str, str]) -> str:
    body = g.frame(made, tables).replace(
        f"{made.year}年，我们认真贯彻落实条例，主动公开政府信息128条，举办培训3次。", prose(made)
    )
    title, _, rest = body.partition("\n")
    meta = META.format(next_year=made.year + 1)
    return f"{NAVIGATION}{title}\n{meta}{rest}{FOOTER.format(unit=made.unit, year=made.year)}"


def official_tables(made: g.Made, cell, blank: str) -> dict[str, str]:
    """The three tables with rowspan and colspan as in the form of the notice."""

    def row(cells: list[str]) -> str:
        return "<tr>" + "".join(cells) + "</tr>"

    def plain(texts: list[str]) -> list[str]:
        return [cell(escape(text) or blank, "") for text in texts]

    table2 = "".join(
        row([*plain(texts[:-1]), cell(escape(texts[-1]) or blank, f'colspan="{5 - len(texts)}"')])
        for texts in g.grid(made)["table2"]
    )
    groups = cell("行政复议", 'colspan="5"') + cell("行政诉讼", 'colspan="10"')
    results = [cell(f"{text[:2]}<br/>{text[2:]}", 'rowspan="2"') for text in RESULTS]
    suits = [cell("未经复议直接起诉", 'colspan="5"'), cell("复议后起诉", 'colspan="5"')]
    table4 = (
        row([groups]) + row(results + suits) + row(plain(RESULTS * 2)) + row(plain(g.table4_values(made, "")))
    )
    return {
        "table2": f"<table>{table2}</table>",
        "table3": f"<table>{_table3(made, cell, row, plain)}</table>",
        "table4": f"<table>{table4}</table>",
    }


def _table3(made: g.Made, cell, row, plain) -> str:
    children: dict[str | None, list[str]] = {}
    for each in made.layout.table3_rows:
        children.setdefault(each.parent, []).append(each.id)
    corner = cell(
        "（本列数据的勾稽关系为：第一项加第二项之和，<br/>等于第三项加第四项之和）", 'colspan="3" rowspan="3"'
    )
    heads = [
        cell("自然人", 'rowspan="2"'),
        cell("法人或其他组织", 'colspan="5"'),
        cell("总计", 'rowspan="2"'),
    ]
    body = row([corner, cell("申请人情况", 'colspan="7"')]) + row(heads) + row(plain(g.HEADER[3:]))
    open_cells: list[str] = []
    for each, (label, values) in zip(made.layout.table3_rows, g.table3_rows(made, ""), strict=True):
        if values:
            body += row([*open_cells, *plain([label, *values])])
            open_cells = []
        else:
            height = sum(len(children.get(child, "1")) for child in children[each.id])
            open_cells.append(cell("<br/>".join(label), f'rowspan="{height}"'))
    return body


def html_page(made: g.Made, cell, blank: str) -> str:
    """A page that a table lays out, with script, navigation and footer around the report."""
    marks = dict(zip(("table2", "table3", "table4"), "\1\2\3", strict=True))
    lines = text_page(made, marks).split("\n")
    body = "".join(
        line if line in "\1\2\3" else f"<p style='text-indent:2em'>{line}</p>" for line in lines if line
    )
    for name, table in official_tables(made, cell, blank).items():
        body = body.replace(marks[name], table)
    return (
        "<html><head><title>政府信息公开年报_明县人民政府</title><script>var count = '3 件';</script></head>"
        f"<body><table width='1000'><tr><td><div id='zoom'>{body}</div></td></tr></table></body></html>"
    )
