"""The rows of the statutory tables are no headings and no prose; what stands around them is read as ever."""

from mingbai.text.ingest import ingest
from mingbai.text.model import SourceDocument
from mingbai.text.proofreading import check, load_lists
from mingbai.text.proofreading.statutory import table_spans, without_tables

REPORT = """青杉镇2023年政府信息公开工作年度报告
一、总体情况
2023年，青杉镇认真贯彻落实条例，主动公开政府信息120条。
二、主动公开政府信息情况
第二十条第（一）项
信息内容
本年制发件数
本年废止件数
现行有效件数
规章
0
0
0
行政规范性文件
1
0
3
三、收到和处理政府信息公开申请情况
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）
申请人情况
自然人
总计
一、本年新收政府信息公开申请数量
2
2
二、上年结转政府信息公开申请数量
0
0
三、本年度办理结果
（一）予以公开
2
2
（三）不予公开
1.属于国家秘密
0
0
四、结转下年度继续办理
0
0
四、政府信息公开行政复议、行政诉讼情况
行政复议
行政诉讼
结果维持
0
0
五、存在的主要问题及改进情况
{problem}
六、其他需要报告的事项
本年度没有收取信息处理费。
"""


def findings(text: str) -> list[str]:
    source = SourceDocument(file="x.txt", text=text, media_type="text/plain")
    found = check(ingest(source), lists=load_lists(None))
    return [finding.rule for finding in found if finding.severity != "info"]


def test_a_sound_report_raises_nothing() -> None:
    assert findings(REPORT.format(problem="公开的及时性有待加强，下一步将完善制度。")) == []


def test_what_is_wrong_around_the_tables_is_still_found() -> None:
    assert findings(REPORT.format(problem="20xx年公开的及时性有待加强，下一步将完善制度。。"))


def test_personal_data_in_a_cell_is_still_found() -> None:
    text = REPORT.format(problem="公开的及时性有待加强。").replace(
        "现行有效件数", "现行有效件数 身份证号11010519491231002X"
    )
    assert any(rule.startswith("personal.") for rule in findings(text))


def test_offsets_are_kept() -> None:
    blanked = without_tables(REPORT)
    assert len(blanked) == len(REPORT)
    assert blanked.count("\n") == REPORT.count("\n")
    assert "本年新收" not in blanked
    assert "四、政府信息公开行政复议" in blanked


def test_texts_without_the_form_are_left_alone() -> None:
    text = "二、主动公开政府信息情况\n信息内容丰富。\n三、收到和处理政府信息公开申请情况\n没有。"
    assert list(table_spans(text)) == []
    assert without_tables(text) == text
