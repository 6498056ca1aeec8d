"""Quantities with unit and metric; dates, numbers of documents and set phrases are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.text.figures import chinese_value, figures_of, percent_value
from mingbai.text.model import Figure, Recognised


def figures(text: str) -> tuple[Figure, ...]:
    return figures_of(text, (Recognised(0, len(text)),), ())


@pytest.mark.parametrize(
    ("text", "metric", "value", "unit"),
    [
        ("全年共主动公开政府信息982条。", "主动公开政府信息", 982, "条"),
        ("其他渠道公开1000余条。", "其他渠道公开", 1000, "条"),
        ("主动公开信息1,234条，", "主动公开信息", 1234, "条"),
        ("其中，发布政策解读29条。", "发布政策解读", 29, "条"),
        ("安排2名人员负责。", "安排人员负责", 2, "人"),
        ("投资30万元，", "投资", 30, "万元"),
        ("同比增长12.5%。", "同比增长", 12.5, "%"),
        ("办结率达到百分之九十五点五。", "办结率", 95.5, "%"),
        ("收到人大代表建议四件，", "收到人大代表建议", 4, "件"),
        ("培训工作人员二百三十人次。", "培训工作人员", 230, "人次"),
        ("把握好三个环节。", "把握好环节", 3, "个"),
        ("做到领导、机构、人员三到位。", "到位", 3, "项"),
        ("我镇未收到政府信息公开申请。", "政府信息公开申请", 0, "件"),
        ("收到咨询（市长热线）共79条。", "收到咨询（市长热线）", 79, "条"),
        ("其中“意见征集”3条。", "意见征集", 3, "条"),
        ("咨询79条，均已及时回复。", "办理率", 100, "%"),
    ],
)
def test_a_quantity(text: str, metric: str, value: float, unit: str) -> None:
    found = {(f.metric, f.value, f.unit) for f in figures(text)}
    assert (metric, value, unit) in found


@pytest.mark.parametrize(
    "text",
    [
        "自2008年5月1日起施行。", "根据条例第二十条规定，", "第十二条的规定。", "国发〔2019〕15号文件", "坚持“三个代表”重要思想。", "服务三农工作，公开三公经费。",
        "咨询电话：0555-1234567。", "党的十九届四中全会精神", "进一步统一思想。", "第3期简报", "十分重视这项工作。", "一方面要加强领导，", "皖ICP备12345678号", "2017年决算", "1、加强领导。",
    ],
)  # fmt: skip
def test_no_quantity(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("三十二", 32),
        ("两千", 2000),
        ("一万五千", 15000),
        ("十", 10),
        ("一百零五", 105),
        ("三", 3),
        ("一二三", None),
    ],
)
def test_chinese_numerals(numeral: str, value: float | None) -> None:
    assert chinese_value(numeral) == value


def test_percent_in_words() -> None:
    assert percent_value("九十五点五") == 95.5
    assert percent_value("九十十点点") is None


@given(
    st.text(
        alphabet="一二三四五十百千万零两点个条件%年月日第共公开信息0123456789，。、（）“”\n ", max_size=200
    )
)
def test_offsets_are_true_for_any_text(text: str) -> None:
    for figure in figures(text):
        assert text[figure.start : figure.end] == figure.quote
        assert figure.quote
