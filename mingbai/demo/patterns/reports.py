"""The yearly report on disclosure: three tables in the layout in force, whose identities hold by construction."""

from collections.abc import Mapping

from mingbai.demo.scene import AGENCIES, Scene, Written, paragraphs, pattern, signature
from mingbai.law.annual_report import Cells, Layout, Number, layout_for_year


@pattern("annual_report", kinds=AGENCIES, months=(1,))
def annual_report(scene: Scene) -> Written:
    year = scene.day.year - 1
    layout = layout_for_year(year)
    cells = _cells(scene, layout)
    received = cells["t3.total.new_received"]
    published = scene.number(160, 760)
    html = paragraphs(
        f"根据《中华人民共和国政府信息公开条例》要求，编制本报告。报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。对本报告有疑问的，请与{scene.name}联系，地址：{scene.unit.address}，电话：{scene.unit.disclosure_phone or scene.phone}。",
        "## 一、总体情况",
        f"（一）主动公开。全年通过网站公开信息{published}条，内容涉及政策文件、财政信息、社会救助、工作动态等。",
        f"（二）依申请公开。全年新收政府信息公开申请{received}件，均在规定期限内办理。",
        "（三）政府信息管理。落实发布审核和保密审查，定期清理规范性文件，标注有效性。",
        "（四）平台建设。按照统一要求设置栏目，方便群众查阅，政务公开专区提供纸质资料。",
        "（五）监督保障。明确分管负责人和工作人员，开展业务培训，接受社会评议，没有发生责任追究。",
        "## 二、主动公开政府信息情况",
        _table_two(layout, cells),
        "## 三、收到和处理政府信息公开申请情况",
        _table_three(layout, cells),
        "## 四、政府信息公开行政复议、行政诉讼情况",
        _table_four(layout, cells),
        "## 五、存在的主要问题及改进情况",
        "存在的主要问题：个别栏目更新不够及时，政策解读形式较为单一。改进情况：建立到期提醒和定期检查制度，增加问答和图解，对信息员开展培训。",
        "## 六、其他需要报告的事项",
        f"{year}年度没有收取信息处理费，没有其他需要报告的事项。",
    )
    return Written(
        f"{scene.name}{year}年政府信息公开工作年度报告",
        html + signature(scene),
        kind="annual_report",
        genre="报告",
        theme="综合政务/政务公开",
        written_on=scene.written_on,
    )


def _cells(scene: Scene, layout: Layout) -> dict[str, Number]:
    """A small report: people ask, all are answered, nothing is carried over, nobody goes to court."""
    cells: dict[str, Number] = dict.fromkeys(layout.paths, 0)
    asked = {"natural_person": scene.number(0, 6), "commercial_enterprise": scene.number(0, 2)}
    for applicant, count in asked.items():
        granted = count - count // 3
        figures = {
            "new_received": count,
            "granted": granted,
            "partial": count - granted,
            "handled_total": count,
        }
        for row, value in figures.items():
            cells[f"t3.{applicant}.{row}"] = value
            cells[f"t3.total.{row}"] += value
    if scene.unit.kind == "county":
        cells["t2.normative_documents.valid"] = scene.number(12, 40)
    cells["t2.licensing.decisions"] = scene.number(0, 260)
    return cells


def _row(*cells: object) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _table(*rows: str) -> str:
    return "<table><tbody>" + "".join(rows) + "</tbody></table>"


def _table_two(layout: Layout, cells: Mapping[str, Number]) -> str:
    rows, block = [], ""
    for row in layout.table2:
        if row.block != block:
            block = row.block
            rows += [
                f'<tr><td colspan="{len(row.columns) + 1}">{block}</td></tr>',
                _row("信息内容", *(column.label for column in row.columns)),
            ]
        rows.append(_row(row.label, *(cells[f"t2.{row.id}.{column.id}"] for column in row.columns)))
    return _table(*rows)


def _table_three(layout: Layout, cells: Mapping[str, Number]) -> str:
    rows = [
        _row(
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            *(column.label for column in layout.table3_columns),
        )
    ]
    for row in layout.table3_rows:
        values = [cells[f"t3.{column.id}.{row.id}"] for column in layout.table3_columns] if row.data else ()
        rows.append(_row(row.label, *values))
    return _table(*rows)


def _table_four(layout: Layout, cells: Cells) -> str:
    groups, columns = layout.table4_groups, layout.table4_columns
    heads = "".join(f'<td colspan="{len(columns)}">{group.label}</td>' for group in groups)
    return _table(
        f"<tr>{heads}</tr>",
        _row(*(column.label for _ in groups for column in columns)),
        _row(*(cells[f"t4.{group.id}.{column.id}"] for group in groups for column in columns)),
    )
