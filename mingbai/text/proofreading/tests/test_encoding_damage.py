"""Characters that went wrong between programs."""

import pytest

from mingbai.text.proofreading.tests.fired import fired


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("政务公\ufffd\ufffd工作", "encoding.replacement_character"),
        ("（一）深化政务公??\n下一段。", "encoding.question_marks"),
        ("镇政府?办公室负责。", "encoding.question_mark_inside"),
        ("粉丝达3.2" + "万人".encode().decode("gb18030") + "。", "encoding.decoded_twice"),
        ("附件" + "政务公开".encode().decode("gb18030", "ignore"), "encoding.decoded_twice"),
        ("谢谢大家烫烫烫", "encoding.filler"),
        ("全鎮(zhèn)信息公開(kāi)工作", "encoding.pinyin_notes"),
        ("根據(jù)《通知》，現(xiàn)將情況報告如下", "encoding.pinyin_notes"),
        ("我鄉(xiāng)的政務公開，開展(zhǎn)宣傳", "encoding.pinyin_notes"),
        ("總結(jié)如下：一、內(nèi)容全面", "encoding.pinyin_notes"),
        ("貫徹黨的精神(shén)，落實(shí)責任", "encoding.pinyin_notes"),
        ("一、&nbsp;加强领导", "encoding.entity"),
        ("单位为μg/m&sup3;。", "encoding.entity"),
        ("重点：\ue123公开", "encoding.private_use"),
        ("政务\x1a公开", "encoding.control_character"),
        ("宣传栏□□□标语", "encoding.boxes"),
        ("采纳28朥。", "encoding.odd_after_figure"),
    ],
)
def test_fires(text: str, rule: str) -> None:
    assert rule in fired("encoding_damage", text)


@pytest.mark.parametrize(
    "text",
    [
        "群众问：什么时候能办好??工作人员当场答复。",
        "“镇”(zhèn)是行政区划名。",
        "负责人王喆（zhé）到场。",
        "公司(gongsi)和单位(danwei)参加。",
        "型号为甲(a)和乙(b)两种。",
        "乐(yuè)亭县信息公开。",
        "办事难不难?群众说了算。",
        "获取方式：□邮寄 □电子邮件",
        "副镇长刘喆、信息员王堃、朱镕同志负责。",
        "研发（R&D）投入占比2%。",
        "巡查发现一处“锟斤拷”，已整改。",
        "网址http://a.gov.cn/s?id=3。",
        "引进Café项目一个，温度25℃。",
    ],
)
def test_passes(text: str) -> None:
    assert fired("encoding_damage", text) == {}


def test_the_original_words_are_proposed() -> None:
    from mingbai.text.proofreading.rules import all_rules
    from mingbai.text.proofreading.tests.fired import passage

    rule = next(rule for rule in all_rules() if rule.name == "encoding.decoded_twice")
    damaged = "预算表".encode().decode("gb18030", "ignore")
    assert [found.suggestion for found in rule.find(rule, passage(f"公开{damaged}。"))][0].startswith("预算")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("更新较慢ï¼Œ台账不全。", "encoding.western_mojibake"),
        ("更新较慢ï¼›台账不全。", "encoding.western_mojibake"),
        ("村ã€\u0081社区都已公开。", "encoding.western_mojibake"),
        ("所谓â€œ一张网â€已建成。", "encoding.western_mojibake"),
        ("更新较慢ï¼\u0081", "encoding.western_mojibake"),
        ("发放优待金42人#N/A万元。", "encoding.formula_error"),
        ("合计#REF!元。", "encoding.formula_error"),
        ("占比#DIV/0!。", "encoding.formula_error"),
        ("共#VALUE!户。", "encoding.formula_error"),
        ("人均#NAME?元。", "encoding.formula_error"),
    ],
)
def test_one_damaged_mark_or_formula(text: str, rule: str) -> None:
    assert rule in fired("encoding_damage", text)


@pytest.mark.parametrize(
    "text",
    [
        "引进 Café 和 naïve 项目。", "3#楼、5#楼完工。", "指标栏填N/A。", "话题#阳光政务#受关注。", "价格为€50，面积±3%。",
        "# 标题\n正文。",
    ],
)  # fmt: skip
def test_western_letters_and_signs_in_order(text: str) -> None:
    assert not {"encoding.western_mojibake", "encoding.formula_error"} & set(fired("encoding_damage", text))
