"""Prose as reports really write it: no alarm where text and tables agree, one where they do not."""

import random

import pytest

from mingbai.text.annual_reports.reading import read_reports
from mingbai.text.annual_reports.tests import generator as g
from mingbai.text.annual_reports.verify import verify_report

FIGURES = {
    "t3.natural_person": {
        "new_received": 4,
        "carried_in": 1,
        "granted": 3,
        "partial": 1,
        "handled_total": 4,
        "carried_out": 1,
    },
    "t3.commercial_enterprise": {"new_received": 1, "granted": 1, "handled_total": 1},
    "t3.total": {
        "new_received": 5,
        "carried_in": 1,
        "granted": 4,
        "partial": 1,
        "handled_total": 5,
        "carried_out": 1,
    },
    "t2.normative_documents": {"made": 3, "valid": 12},
    "t4.review": {"upheld": 1, "total": 1},
}
SOUND = [
    "新收政府信息公开申请5件，上年结转1件，办结5件，结转下年度1件。",
    "全年受理依申请公开6件（含上年结转1件），办结5件，1件结转下年度办理。",
    "收到行政复议1件，行政诉讼0件。",
    "政府信息公开行政复议1件，维持1件，行政诉讼0件。",
    "制发行政规范性文件3件，废止0件，现行有效12件。",
    "全年公开规范性文件12件，政策解读8件。",
    "收到公开申请5件，较去年增加2件，增长66.7%。",
    "收到信件申请2件，网络申请3件，全部答复。",
    "通过网络收到申请3件、信函收到2件。",
    "受理12345热线工单230件，办结228件。",
    "2022年收到申请1件，2023年收到申请5件。",
    "收到申请5件，答复5件，其中予以公开4件，部分公开1件，不予公开0件，无法提供0件。",
    "办理人大代表建议5件、政协提案6件，办结率100%。",
    "因政府信息公开引发的行政复议案件1件，未发生行政诉讼。",
    "收到行政复议12件（非政府信息公开类），办结11件。",
    "收到政府信息公开申请5件，其中1件结转下年度办理，其余均已答复。",
    "年内收到要求公开征地信息的申请2件，均予以公开。",
    "收到关于征地补偿的政府信息公开申请2件。",
    "所属单位共收到政府信息公开申请40件，局机关收到5件。",
    "第一季度收到申请2件，全年办结5件。",
    "上半年收到政府信息公开申请3件。",
    "6月收到政府信息公开申请1件。",
    "收到申请3件以上的申请人1个。",
    "经梳理，近三年共收到申请15件。",
]
OF_THE_PLACE = "全县共收到政府信息公开申请128件，其中县政府办收到5件。"
BROKEN = [
    ("共收到政府信息公开申请7件。", "NARRATIVE_new_received", 7),
    ("新收政府信息公开申请3件，上年结转1件。", "NARRATIVE_new_received", 3),
    ("2023年1月1日至12月31日共收到政府信息公开申请7件。", "NARRATIVE_new_received", 7),
    ("全年未收到政府信息公开申请。", "NARRATIVE_new_received", 0),
    ("本年收到依申请公开12件，均按时答复。", "NARRATIVE_new_received", 12),
    ("收到申请5件，结转下年度办理3件。", "NARRATIVE_carried_out", 3),
    ("收到政府信息公开申请5件，办结9件。", "NARRATIVE_handled_total", 9),
    ("收到申请5件，予以公开2件。", "NARRATIVE_granted", 2),
    ("制发行政规范性文件8件。", "NARRATIVE_normative_documents", 8),
    ("因政府信息公开申请引发行政复议4件。", "NARRATIVE_review", 4),
]


def findings(unit: str, sentence: str) -> list[tuple[str, object]]:
    made = g.make(random.Random(1), size=0)
    made.unit, made.year = unit, 2023
    for column, rows in FIGURES.items():
        made.cells.update({f"{column}.{row}": value for row, value in rows.items()})
    text = g.one_cell_a_line(made).replace("主动公开政府信息128条，举办培训3次。", sentence)
    assert sentence in text
    (report,) = read_reports(text)
    return [(finding.id, finding.left) for finding in verify_report("x", report).findings]


@pytest.mark.parametrize("unit", ["青石镇人民政府", "明县人民政府", "明县水利局"])
@pytest.mark.parametrize("sentence", SOUND)
def test_prose_that_agrees_raises_no_alarm(unit, sentence):
    assert findings(unit, sentence) == []


@pytest.mark.parametrize("unit", ["青石镇人民政府", "明县人民政府", "明县水利局"])
@pytest.mark.parametrize(("sentence", "id", "said"), BROKEN)
def test_prose_that_does_not_agree_is_named(unit, sentence, id, said):
    assert findings(unit, sentence) == [(id, said)]


def test_totals_of_a_county_count_only_in_its_own_report():
    assert findings("青石镇人民政府", OF_THE_PLACE) == findings("明县水利局", OF_THE_PLACE) == []
    assert findings("明县人民政府", "全县共收到政府信息公开申请128件。") == [("NARRATIVE_new_received", 128)]
