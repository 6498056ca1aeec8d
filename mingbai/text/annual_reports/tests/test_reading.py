"""Every cell of thousands of made-up reports is right or openly unreadable."""

import random

import pytest

from mingbai.law.annual_report_identities import verify_report as law_verify
from mingbai.text.annual_reports.extract import html_text
from mingbai.text.annual_reports.reading import NotAnAnnualReport, ReadReport, read_reports
from mingbai.text.annual_reports.tests import generator as g
from mingbai.text.annual_reports.verify import verify_report

CLEAR = {
    "one cell a line": g.one_cell_a_line,
    "blank lines between": lambda made: g.one_cell_a_line(made, gap="\n\n"),
    "tabs": lambda made: g.delimited(made, "\t"),
    "spaces": g.spaced,
    "framed pipes": g.framed_pipes,
    "pipes of merged cells": g.trailing_pipes,
    "HTML": lambda made: html_text(g.html_page(made)),
    "PDF": lambda made: g.pdf_like(made, random.Random(len(made.cells) + made.year)),
}
GLUED = {"glued rows": g.glued_rows, "all glued": g.all_glued}
SEEDS = 60
LAYOUTS = ("2021", "2021", "2019")


def wrong_cells(made: g.Made, report: ReadReport) -> list[tuple[str, object, object]]:
    """Cells that are read, and read wrongly."""
    read = [
        (path, value, report.cells.get(path))
        for path, value in made.cells.items()
        if path not in report.unread and report.cells.get(path) != value
    ]
    invented = [(p, None, v) for p, v in report.cells.items() if v is not None and p not in made.cells]
    return read + invented


def only(reports: list[ReadReport]) -> ReadReport:
    assert len(reports) == 1
    return reports[0]


@pytest.mark.parametrize("name", CLEAR)
def test_where_cells_are_apart_every_one_is_read(name):
    for seed in range(SEEDS):
        rng = random.Random(seed)
        made = g.make(
            rng, layout=rng.choice(LAYOUTS), size=rng.choice((0, 3, 30, 4000)), broken=rng.choice((0, 1, 3))
        )
        g.punch_blanks(rng, made, rng.choice((0, 0, 1, 9)))
        report = only(read_reports(CLEAR[name](made)))
        assert (wrong_cells(made, report), report.unread) == ([], set()), seed
        assert (report.layout_name, report.complete) == (made.layout.name, True), seed
        assert (report.heading.unit, report.heading.year) == (made.unit, made.year), seed
        expected = {breach.id for breach in law_verify(made.cells, made.layout)}
        found = {
            f.id
            for f in verify_report("x", report).findings
            if f.id.startswith(("T3_b", "T3_h", "T3_t", "T4"))
        }
        assert found - {"T3_blank_cells"} == expected, seed


@pytest.mark.parametrize("name", GLUED)
def test_glued_cells_are_right_or_unreadable(name):
    read = cells = 0
    for seed in range(SEEDS // 2):
        rng = random.Random(seed)
        made = g.make(rng, layout=rng.choice(LAYOUTS), size=rng.choice((0, 3, 12, 30)))
        report = only(read_reports(GLUED[name](made)))
        assert wrong_cells(made, report) == [], seed
        cells += len(made.cells)
        read += len(made.cells) - len(report.unread)
        findings = {finding.id for finding in verify_report("x", report).findings}
        assert any(p.startswith("t3") for p in report.unread) == ("UNREADABLE_table3" in findings), seed
    assert read > 0.95 * cells


@pytest.mark.parametrize("damage", ["full width", "typos", "fewer rows", "cut short"])
@pytest.mark.parametrize("name", [*(name for name in CLEAR if name != "HTML"), *GLUED])
def test_damage_makes_no_wrong_cell(name, damage):
    for seed in range(SEEDS // 4):
        rng = random.Random(seed)
        made = g.make(rng, layout=rng.choice(LAYOUTS), size=rng.choice((0, 3, 30)))
        if damage == "fewer rows":
            g.drop_rows(rng, made, rng.randint(1, 4))
        text = (CLEAR | GLUED)[name](made)
        if damage == "full width":
            text = g.full_width(text, rng)
        if damage == "typos":
            text = g.with_typos(text, made, rng, rng.randint(1, 3))
        if damage == "cut short":
            text = g.cut_short(text, rng)
        try:
            report = only(read_reports(text))
        except NotAnAnnualReport:
            assert damage == "cut short"
            continue
        wrong = [cell for cell in wrong_cells(made, report) if damage != "cut short" or cell[2] is not None]
        assert wrong == [], seed


def test_two_reports_in_one_file_are_two_reports():
    rng = random.Random(3)
    first, second = g.make(rng), g.make(rng, layout="2019")
    text = g.one_cell_a_line(first) + "\n\n" + g.delimited(second, "\t")
    reports = read_reports(text)
    assert [(r.heading.unit, r.heading.year) for r in reports] == [
        (first.unit, first.year),
        (second.unit, second.year),
    ]
    assert [wrong_cells(m, r) for m, r in zip((first, second), reports, strict=True)] == [[], []]
    assert reports[0].outline.whole.end == reports[1].outline.whole.start == text.index(second.unit, 200)


ROW = "一、本年新收政府信息公开申请数量"


def table3_with(row: str) -> ReadReport:
    made = g.make(random.Random(1), size=0)
    text = g.delimited(made, "\t")
    return only(read_reports(text.replace("\t".join([ROW, *["0"] * 7]), row)))


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        ("3件\t0件\t0\t0\t0\t0\t3件", [3, 0, 0, 0, 0, 0, 3]),
        ("1,234\t0\t0\t0\t0\t0\t1，234", [1234, 0, 0, 0, 0, 0, 1234]),
        ("/\t-\t—\t－\t\t无\t0", [None, None, None, None, None, None, 0]),
        ("1\t0\t0\t0\t0\t0\t1\t\t", [1, 0, 0, 0, 0, 0, 1]),
        ("\t\t1\t0\t0\t0\t0\t0\t1", [1, 0, 0, 0, 0, 0, 1]),
        ("-3\t0\t0\t0\t0\t0\t-3", [-3, 0, 0, 0, 0, 0, -3]),
        ("1000001", [1, 0, 0, 0, 0, 0, 1]),
    ],
)
def test_how_a_row_may_be_printed(cells, numbers):
    report = table3_with(f"{ROW}\t{cells}")
    if cells == "1000001":
        assert all(f"t3.{c.id}.new_received" in report.unread for c in report.layout.table3_columns)
        return
    assert [report.cells[f"t3.{c.id}.new_received"] for c in report.layout.table3_columns] == numbers


@pytest.mark.parametrize("cells", ["3-5\t0\t0\t0\t0\t0\t3", "3～5\t0\t0\t0\t0\t0\t3"])
def test_a_range_is_no_number(cells):
    report = table3_with(f"{ROW}\t{cells}")
    assert report.cells["t3.natural_person.new_received"] is None
    assert "t3.natural_person.new_received" in report.unread
    assert report.cells["t3.total.new_received"] == 3


@pytest.mark.parametrize("cells", ["1\t0\t0\t0\t0\t1", "1\t0\t0\t0\t0\t0\t0\t1"])
def test_a_row_with_a_cell_too_few_or_too_many_is_unreadable(cells):
    report = table3_with(f"{ROW}\t{cells}")
    row = [f"t3.{column.id}.new_received" for column in report.layout.table3_columns]
    assert all(report.cells[path] is None and path in report.unread for path in row)
    assert "UNREADABLE_table3" in {finding.id for finding in verify_report("x", report).findings}


def test_columns_in_another_order_are_read_by_their_heads():
    made = g.make(random.Random(8), size=30)
    text = g.delimited(made, "\t")
    lines = []
    for line in text.split("\n"):
        cells = line.split("\t")
        if len(cells) >= 8 and cells[-1].isdigit() and len(cells) < 12:
            cells[-6], cells[-5] = cells[-5], cells[-6]
        lines.append("\t".join(cells))
    swapped = "\n".join(lines).replace("商业企业\t科研机构", "科研机构\t商业企业")
    assert wrong_cells(made, only(read_reports(swapped))) == []


def test_fees_in_yuan_become_ten_thousands():
    made = g.make(random.Random(1), size=0)
    text = g.delimited(made, "\t").replace("行政事业性收费\t0", "行政事业性收费\t123,456.50元")
    fee = only(read_reports(text)).cells["t2.administrative_fees.amount_wan_yuan"]
    assert float(fee or 0) == 12.34565
    text = (
        g.delimited(made, "\t")
        .replace("单位：万元", "单位：元")
        .replace("行政事业性收费\t0", "行政事业性收费\t50000")
    )
    assert only(read_reports(text)).cells["t2.administrative_fees.amount_wan_yuan"] == 5


def test_a_sentence_with_the_words_of_the_table_is_not_a_second_report():
    made = g.make(random.Random(5))
    text = g.one_cell_a_line(made).replace(
        "举办培训3次。", "本年新收政府信息公开申请数量5件，上年结转政府信息公开申请数量0件。"
    )
    assert wrong_cells(made, only(read_reports(text))) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("关于召开会议的通知\n请准时参加。", "不是政府信息公开工作年度报告"),
        ("建新镇2018年政府信息公开工作年度报告\n一、主动公开情况\n公开22条。", "没有统一表式"),
        ("青石镇2022年政府信息公开工作年度报告\n一、总体情况\n公开22条。", "没有找到年度报告的三张表"),
    ],
)
def test_other_texts_are_refused_in_words(text, words):
    with pytest.raises(NotAnAnnualReport, match=words):
        read_reports(text)


def test_no_text_makes_it_fall_over():
    """Pieces of reports in any order, cut anywhere, with strange characters in between."""
    rng = random.Random(11)
    texts = [printer(g.make(rng)) for printer in (*CLEAR.values(), *GLUED.values())]
    strange = [
        "\0",
        "|",
        "\t",
        "\f",
        "９" * 30,
        "1.2.3",
        "--",
        "//",
        "第二十条第（一）项",
        "\r\n",
        "三、本年度办理结果",
        "7" * 6000,
    ]
    for _ in range(80):
        pieces = []
        for _ in range(rng.randint(1, 6)):
            text = rng.choice(texts)
            start = rng.randrange(len(text))
            pieces += [text[start : start + rng.randint(1, 900)], rng.choice(strange)]
        try:
            for report in read_reports("年度报告" + "".join(pieces)):
                verify_report("x", report)
        except NotAnAnnualReport:
            continue


@pytest.mark.parametrize(
    ("head", "unit", "kind", "year", "published"),
    [
        (
            "首页 > 年报\n明县财政局2022年度政府信息公开工作年度报告\n发布时间：2023-01-20",
            "明县财政局",
            "bureau",
            2022,
            "2023-01-20",
        ),
        ("2025年金厂镇政府信息公开工作年度报告\n时间:2026年1月12日", "金厂镇", "town", 2025, "2026-01-12"),
        (
            "明县人民政府办公室\n关于2021年政府信息公开工作的年度报告",
            "明县人民政府办公室",
            "bureau",
            2021,
            None,
        ),
        ("柳林街道办事处2023年\n政府信息公开工作年度报告", "柳林街道办事处", "subdistrict", 2023, None),
        ("中国明县经济开发区管委会2022年政府信息公开年报", "中国明县经济开发区管委会", None, 2022, None),
        (
            "政府信息公开年报\n公开机构：兴国镇人民政府\n自2024年1月1日起至2024年12月31日",
            "兴国镇人民政府",
            "town",
            2024,
            None,
        ),
        ("政府信息公开工作年度报告\n发布日期：2024-02-30", None, None, None, None),
        ("明县农业农村局政府信息公开工作2021年度报告", "明县农业农村局", "bureau", 2021, None),
        ("关于明县青石镇2023年度政府信息公开工作情况的报告", "明县青石镇", "town", 2023, None),
        ("2021年度青石镇人民政府信息公开工作报告", "青石镇人民政府", "town", 2021, None),
        ("青石镇2022年度政府信息公开工作总结报告", "青石镇", "town", 2022, None),
        (
            "明县市场监督管理局（知识产权局）2023年政府信息公开工作年度报告",
            "明县市场监督管理局（知识产权局）",
            "bureau",
            2023,
            None,
        ),
        ("明县人民政府关于报送2021年政府信息公开工作年度报告的函", "明县人民政府", "county", 2021, None),
        ("2023年政府信息公开工作年度报告\n来源：明县民政局", None, None, 2023, None),
        (
            "首页 > 各乡镇 > 青石镇 > 信息公开年度报告\n青石镇2019年政府信息公开年度报告",
            "青石镇",
            "town",
            2019,
            None,
        ),
        ("现将我镇2023年度政府信息公开工作情况报告如下", None, "town", 2023, None),
        ("关于印发青石镇2022年政府信息公开工作年度报告的通知", "青石镇", "town", 2022, None),
        ("青石乡二〇二二年政府信息公开工作年度报告", "青石乡", "town", 2022, None),
        ("青石镇人民政府（2022年）政府信息公开工作年度报告", "青石镇人民政府", "town", 2022, None),
        ("2022年度柳林街道政务公开年报", "柳林街道", "subdistrict", 2022, None),
        (
            "根据条例规定，现公布《明县2024年政府信息公开工作年度报告》（以下简称报告）。",
            "明县",
            "county",
            2024,
            None,
        ),
    ],
)
def test_what_a_report_says_of_itself(head, unit, kind, year, published):
    made = g.make(random.Random(1), size=0)
    text = g.one_cell_a_line(made)
    tables = text[text.index("二、主动公开政府信息情况\n第二十条") :]
    heading = only(read_reports(f"{head}\n一、总体情况\n公开信息20条。\n{tables}")).heading
    assert (heading.unit, heading.unit_kind, heading.year) == (unit, kind, year)
    assert (heading.published_on.isoformat() if heading.published_on else None) == published
