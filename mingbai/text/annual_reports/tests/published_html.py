"""The reports of `published` as the HTML of real sites and of Word."""

from collections.abc import Mapping, Sequence

from mingbai.text.annual_reports.tests.published import (
    CORNER,
    HEADS3,
    HEADS4,
    RESULTS,
    Printer,
    Published,
    Row,
    page,
)


def _td(text: str, attributes: str = "", wrap: str = "<p>{}</p>") -> str:
    return f"<td {attributes}>{wrap.format(text)}</td>"


def _tr(cells: Sequence[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>\n"


def _html(report: Published, two: str, three: str, four: str) -> str:
    text = page(report, "@2", "@3", "@4")
    body = "".join(f"<p>{line}</p>\n" for line in text.split("\n"))
    for mark, table in (("@2", two), ("@3", three), ("@4", four)):
        body = body.replace(f"<p>{mark}</p>", table)
    return (
        f"<html><head><meta charset=utf-8><title>{report.heading()}</title></head><body>{body}</body></html>"
    )


def html_of(report: Published, wrap: str = "<p>{}</p>", *, split: bool = False, blocks: bool = False) -> str:
    """The official form in HTML. `split`: table three as two tables, the heading of the results repeated in the
    second; `blocks`: each block of table two a table of its own."""
    two = "".join(
        ("</table><table>" if blocks and len(row) == 1 else "")
        + _tr([*(_td(cell, "", wrap) for cell in row[:-1]), _td(row[-1], f'colspan="{5 - len(row)}"', wrap)])
        for row in report.table2()
    )
    three = _tr([_td(CORNER, 'colspan="3" rowspan="3"'), _td("申请人情况", 'colspan="7"')])
    three += _tr(
        [_td("自然人", 'rowspan="2"'), _td("法人或其他组织", 'colspan="5"'), _td("总计", 'rowspan="2"')]
    )
    three += _tr(
        [_td(label) for label in ("商业<br>企业", "科研<br>机构", "社会公益组织", "法律服务机构", "其他")]
    )
    for index, (labels, figures) in enumerate(report.table3()):
        if split and index == 12:
            three += f"</table><p>- 5 -</p><table>{_tr([_td('三、本年度办理结果', 'rowspan=12')])}"
        spans = [
            _td(label, 'rowspan="22"' if "办理结果" in label else 'rowspan="8"') for label in labels[:-1]
        ]
        own = _td(labels[-1], f'colspan="{3 - min(len(labels) - 1, 2)}"')
        three += _tr([*spans, own, *(_td(figure, "", wrap) for figure in figures)])
    four = _tr([_td("行政复议", 'colspan="5"'), _td("行政诉讼", 'colspan="10"')])
    four += _tr(
        [
            *(_td(r, 'rowspan="2"') for r in RESULTS),
            _td("未经复议直接起诉", "colspan=5"),
            _td("复议后起诉", "colspan=5"),
        ]
    )
    four += _tr([_td(r) for r in (*RESULTS, *RESULTS)]) + _tr([_td(v, "", wrap) for v in report.table4()])
    return _html(report, *(f"<table border=1>{table}</table>" for table in (two, three, four)))


def word_html(report: Published) -> str:
    """Word's own HTML: empty paragraphs, comments, every figure in runs."""
    return html_of(
        report,
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p><p><span lang=EN-US><!--[if !x]-->{}</span></p><p>&nbsp;</p>",
    )


def nested_html(report: Published) -> str:
    """Every cell holds a table of one cell, inside of a table that lays out the page."""
    inner = html_of(report, "<table><tr><td>&nbsp;{}</td></tr></table>", blocks=True)
    body = inner[inner.index("<body>") + 6 : inner.index("</body>")]
    meta = "<tr><td>索引号</td><td>01512/2024-00031</td><td>公开日期</td><td>见正文</td></tr>"
    return f"<html><body><table><tr><td><table>{meta}</table></td></tr><tr><td>{body}</td></tr></table></body></html>"


def split_html(report: Published) -> str:
    return html_of(report, split=True, blocks=True)


def divs(report: Published) -> str:
    """Tables drawn with div elements."""

    def row(cells: Row) -> str:
        return '<div class="row">' + "".join(f'<div class="cell">{cell}</div>' for cell in cells) + "</div>"

    two = "".join(map(row, report.table2()))
    three = "".join(map(row, [*HEADS3, *([*labels, *figures] for labels, figures in report.table3())]))
    return _html(report, two, three, "".join(map(row, [*HEADS4, report.table4()])))


def filled_html(report: Published) -> str:
    """A table without colspan: merged cells are one cell and empty ones beside it."""

    def row(cells: Row, width: int) -> str:
        return _tr([_td(cell) for cell in (*cells, *[""] * (width - len(cells)))])

    two = "".join(row(cells, 5) for cells in report.table2())
    three = "".join(row(cells, 10) for cells in HEADS3)
    for labels, figures in report.table3():
        three += _tr([_td(c) for c in (*([""] * (3 - len(labels))), *labels, *figures)])
    four = "".join(row(cells, 15) for cells in (*HEADS4, report.table4()))
    return _html(report, *(f"<table>{table}</table>" for table in (two, three, four)))


HTML: Mapping[str, Printer] = {
    printer.__name__: printer for printer in (html_of, word_html, nested_html, split_html, divs, filled_html)
}
