"""Places left open in a template."""

import pytest

from mingbai.text.proofreading.tests.fired import fired


@pytest.mark.parametrize(
    ("text", "rule", "quote"),
    [
        ("20xx年我镇公开信息96条。", "placeholder.masked_year", "20xx年"),
        ("201x年我镇公开信息96条。", "placeholder.masked_year", "201x年"),
        ("我办于××年建立了公开系统。", "placeholder.masked_year", "××年"),
        ("二〇二三年×月×日", "placeholder.masked_figure", "×日"),
        ("以党的XX大精神为指导。", "placeholder.masked_meeting", "XX大"),
        ("由**镇负责，联系人李明。", "placeholder.masked_name", "**镇"),
        ("全年公开信息x条。", "placeholder.masked_figure", "x条"),
        ("联系人：XXX", "placeholder.masked_words", "XXX"),
        ("根据县政办〔20xx〕x号文件", "placeholder.number_in_brackets", "〔20xx〕x号"),
        ("全年公开信息____条。", "placeholder.blank", "____"),
        ("全年公开信息{{count}}条。", "placeholder.field_code", "{{count}}"),
        ("按照《》要求，认真落实。", "placeholder.empty_brackets", "《》"),
        (
            "我镇将以钉钉子精神【此处可结合实际补充】推动工作。",
            "placeholder.instruction",
            "【此处可结合实际补充】",
        ),
    ],
)
def test_fires(text: str, rule: str, quote: str) -> None:
    assert fired("template_placeholder", text).get(rule) == quote


@pytest.mark.parametrize(
    "text",
    [
        "公开网址为http://www.xxgk.gov.cn/index.html。",
        "联系电话139****1234，身份证号3422**********1234。",
        "公示栏尺寸为3×2米，苗木株距2×3米。",
        "不得保留“20XX年”“XX街道”一类占位符。",
        "申请表样式：申请人姓名：________ 证件号码：________",
        "二〇〇八年五月一日起施行。",
        "如某村公示的黄某某身份证号没有遮盖，应引以为戒。",
        "获取信息的方式（□邮寄 □电子邮件）。",
        "文件名为data_2023.docx。",
        "X光检查由县医院X线室负责。",
    ],
)
def test_passes(text: str) -> None:
    assert fired("template_placeholder", text) == {}
