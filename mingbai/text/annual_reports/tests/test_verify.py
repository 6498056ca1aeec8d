"""What is said about a report, and above all what is not."""

import json
import random
import re
from pathlib import Path

import pytest

from mingbai.law.annual_report import flat
from mingbai.law.annual_report_sums import add_up
from mingbai.text.annual_reports.narrative import fee_in_yuan, statements
from mingbai.text.annual_reports.reading import read_reports
from mingbai.text.annual_reports.tests import generator as g
from mingbai.text.annual_reports.tokens import half_width
from mingbai.text.annual_reports.verify import Verified, verify_parent, verify_report, verify_together
from mingbai.text.model import Span

SAMPLES = Path(__file__).parents[4] / "../shared/samples/annual-reports"
FORM = g.make(random.Random(0), size=0)


def zeros(unit="青石镇人民政府", year=2023, layout="2021", **changes) -> g.Made:
    made = g.make(random.Random(0), size=0, layout=layout)
    made.unit, made.year = unit, year
    made.cells.update({path.replace("__", "."): value for path, value in changes.items()})
    return made


def verified(made: g.Made, *replacements: tuple[str, str]) -> Verified:
    text = g.one_cell_a_line(made)
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    (report,) = read_reports(text)
    return verify_report("x", report)


def ids(result: Verified) -> list[str]:
    return [finding.id for finding in result.findings]


def test_a_sound_report_gets_no_finding():
    for seed in range(60):
        made = g.make(random.Random(seed), layout=("2021", "2019")[seed % 2])
        for path in list(made.cells):
            if path.startswith("t2.rules") or path.endswith(("made", "repealed")):
                made.cells[path] = 0
        assert ids(verified(made)) == []


@pytest.mark.parametrize("name", ["02-hongze-district-2024", "12-pingtan-2021", "27-taiping-town-2022"])
@pytest.mark.skipif(not SAMPLES.exists(), reason="the sample reports are not beside the repository")
def test_the_published_samples(name):
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    key = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    (report,) = read_reports(text)
    result = verify_report(name, report)
    assert (report.heading.year, report.complete) == (key["year"], key["completeness"] == "complete")
    assert report.layout_name == key["format"][:4]
    for table in ("table2", "table3", "table4"):
        for path, value in (
            flat({table: key[table]}).items() if key[table] and "rows" not in key[table] else ()
        ):
            assert path in report.unread or float(report.cells[path] or 0) == value
    assert {i for i in ids(result) if not i.startswith("UNREADABLE")} == {w["id"] for w in key["warnings"]}


OUR_YEAR = "我们认真贯彻落实条例，"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("共收到政府信息公开申请16件，均已答复。", ["NARRATIVE_new_received"]),
        ("共收到政府信息公开申请3件，", []),
        ("未收到任何公民、法人和其他组织的政府信息公开申请。", ["NARRATIVE_new_received"]),
        ("通过网络收到政府信息公开申请16件。", []),
        ("县政府办代表县政府受理政府信息公开申请16件。", []),
        ("办理信访投诉16件，收到政府信息公开申请3件。", []),
        ("收到申请3件，其中予以公开2件，无法提供1件。", []),
        ("收到申请3件，其中予以公开和部分公开3件。", ["NARRATIVE_granted_plus_partial"]),
        ("收到申请3件，其中予以公开1件，无法提供2件。", ["NARRATIVE_granted", "NARRATIVE_unavailable"]),
        ("因政府信息公开引发行政复议2件，行政诉讼0件。", ["NARRATIVE_review"]),
        ("未发生因政府信息公开引起的行政复议、行政诉讼。", []),
        ("制发行政规范性文件5件。", ["NARRATIVE_normative_documents"]),
        ("收到申请3件，按来源占40%，按内容占30%，其他占35%。", ["PERCENTAGES_SUM"]),
        ("收到申请3件，来信占33.3%，来访占33.3%，其他占33.3%。", []),
        ("我局高度重视。", ["COPIED_TEXT"]),
        ("我县高度重视。", []),
    ],
)
def test_the_text_against_the_tables(sentence, expected):
    changes = {"t3__natural_person__" + row: n for row, n in (("new_received", 3), ("granted", 2))}
    totals = {"t3__total__" + row: n for row, n in (("new_received", 3), ("granted", 2))}
    more = {
        f"t3__{c}__{row}": n
        for c in ("natural_person", "total")
        for row, n in (("unavailable_not_held", 1), ("handled_total", 3))
    }
    result = verified(zeros(**changes, **totals, **more), (OUR_YEAR, sentence))
    assert ids(result) == expected
    for finding in result.findings:
        assert result.report.text[finding.start : finding.end]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("自2023年1月1日起至2023年12月31日", "自2022年1月1日起至2022年12月31日", "STALE_YEAR_IN_TEXT"),
        ("2023年，我们认真", "2022年，我们认真", "STALE_YEAR_IN_TEXT"),
        ("2023年未收取", "2022年未收取", "STALE_YEAR_IN_TEXT"),
        ("2024年将加强", "2023年将加强", "STALE_YEAR_IN_TEXT"),
        ("要求编制", "和国办公开办函〔2019〕60号要求编制", "CITES_OBSOLETE_NOTICE"),
        ("要求编制", "（国务院令第492号）要求编制", "CITES_OBSOLETE_NOTICE"),
        ("一、总体情况", "发布日期：2024-02-06\n一、总体情况", "LATE_PUBLICATION"),
        ("一、总体情况", "发布日期：2024-01-31\n一、总体情况", None),
        ("一、总体情况", "发布日期：2204-13-31\n一、总体情况", None),
        ("要求编制", "由白河镇人民政府编制", "COPIED_TEXT"),
        ("要求编制", "由青石镇人民政府编制", None),
        ("要求编制", "（2007年国务院令第492号公布，2019年国务院令第711号修订）要求编制", None),
        ("2023年未收取信息处理费。", "没有其他需要报告的事项，特此报告。", "NARRATIVE_fee_section6"),
    ],
)
def test_remarks_on_the_prose(old, new, expected):
    assert ids(verified(zeros(), (old, new))) == ([expected] if expected else [])


def test_forms_of_the_wrong_year():
    old = zeros(layout="2019", year=2022)
    assert ids(verified(old)) == ["FORMAT_obsolete_2019_layout"]
    mixed = zeros()
    rows = g.grid(zeros(layout="2019"))["table3"]
    text = g.delimited(mixed, "\t")
    text = text.replace(
        "\n".join("\t".join(row) for row in g.grid(mixed)["table3"]), "\n".join("\t".join(r) for r in rows)
    )
    (report,) = read_reports(text)
    assert (ids(verify_report("x", report)), report.layout_name) == (["FORMAT_other_not_split"], "2019")


def test_blank_cells_are_named_counted_or_all():
    assert ids(verified(zeros(t3__total__granted=None))) == ["T3_missing_cell"]
    assert ids(verified(zeros(t3__total__granted=None, t3__total__partial=None))) == ["T3_blank_cells"]
    empty = zeros()
    empty.cells = dict.fromkeys(empty.cells)
    assert ids(verified(empty)) == ["ALL_CELLS_BLANK"]


def test_a_town_with_rules():
    assert ids(verified(zeros(t2__rules__valid=1))) == ["PLAUSIBLE_rules"]


def test_tables_that_are_pictures_are_unreadable():
    text = re.sub("申请人情况.*?结转下年度继续办理(?:\n0)+", "", g.one_cell_a_line(zeros()), flags=re.S)
    (report,) = read_reports(
        text.replace("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "")
    )
    assert "UNREADABLE_table3" in ids(verify_report("x", report))
    assert report.table3 is None or report.unread


def test_a_page_that_breaks_off_is_not_called_blank():
    text = g.one_cell_a_line(zeros())
    (report,) = read_reports(text[: text.index("6.属于四类过程性信息")])
    assert not report.complete
    assert ids(verify_report("x", report)) == []


def test_years_of_one_unit_are_compared():
    before = verified(
        zeros(
            year=2022,
            t3__total__carried_out=2,
            t3__total__new_received=2,
            t3__natural_person__carried_out=2,
            t3__natural_person__new_received=2,
        )
    )
    after = verified(zeros(year=2023))
    verify_together([after, before])
    assert ids(after) == ["CROSS_YEAR_carry_natural_person", "CROSS_YEAR_carry_total"]
    assert ids(before) == []


def test_the_same_problems_every_year():
    long = (
        "一是主动公开意识还不够强，部分栏目更新不及时；二是业务人员变动频繁，能力有待提高；三是政策解读形式单一，群众看不懂的问题还没有解决，还需要继续努力改进工作。"
        * 2
    )
    first, second = (verified(zeros(year=y), ("一是公开内容还不够全面。", long)) for y in (2022, 2023))
    verify_together([first, second])
    assert ids(second) == ["COPIED_TEXT"]


def test_a_county_is_the_sum_of_all_its_members():
    towns = [verified(g.make(random.Random(seed))) for seed in (1, 2)]
    county = zeros(unit="明县人民政府")
    county.cells = add_up([town.report.cells for town in towns], county.layout)
    above = verified(county)
    before = len(above.findings)
    verify_parent(above, towns)
    assert len(above.findings) == before
    county.cells["t4.review.total"] = 99
    above = verified(county)
    verify_parent(above, towns)
    assert "AGG_table4" in ids(above)
    verify_parent(above, [])


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("全年收取信息处理费380元。", 380),
        ("收取信息处理费0.5万元。", 5000),
        ("未收取信息处理费。", 0),
        ("无。", None),
    ],
)
def test_the_fee_of_the_sixth_part(text, fee):
    assert fee_in_yuan(text, Span(0, len(text))) == fee


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全县共受理政府信息公开申请70件；全部答复，其中部分公开5件，不予公开8件。",
            {"new_received": 70, "partial": 5, "denied": 8},
        ),
        (
            "新收申请34件，上年结转2件，已办结35件，1件结转至下年度继续办理。",
            {"new_received": 34, "carried_in": 2, "handled_total": 35, "carried_out": 1},
        ),
        ("县公安局收到5件、县教育局收到3件政府信息公开申请。", {}),
        ("依申请公开0件，网上公开了21件。", {}),
    ],
)
def test_figures_of_the_narrative(text, expected):
    clean = half_width(text)
    assert {s.row: s.value for s in statements(clean, Span(0, len(clean)))} == expected
