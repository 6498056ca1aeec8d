"""Punctuation by GB/T 15834."""

import pytest

from mingbai.text.proofreading.tests.fired import fired


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("资源共享，、业务协同。", "punctuation.doubled"),
        ("完成公开栏改造。。", "punctuation.doubled"),
        ("二是；公开内容不够通俗。", "punctuation.doubled"),
        ("补偿标准、补偿结果、等各个环节的公开。", "punctuation.comma_before_etc"),
        ("公布各种政策、特别是财务问题。", "punctuation.enumeration_comma_before_clause"),
        ("依据《许可法》、《处分条例》、严肃追究责任。", "punctuation.enumeration_comma_for_comma"),
        ("为企业，群众提供服务。", "punctuation.comma_in_list"),
        ("采取“听、看、查’的方法。", "punctuation.unmatched"),
        ("下发了公开实施方案》，建立制度。", "punctuation.unmatched"),
        ("报办公室，电话（0377-6921。", "punctuation.unmatched"),
        ("加强领导，完善制度,强化监督。", "punctuation.halfwidth"),
        ("加强领导,完善制度,强化监督,扩大公开。", "punctuation.halfwidth_systematic"),
        ("政务公开要坚持以下原则\n（一）依法。", "punctuation.no_colon"),
        ("请与政务公开办公室联系，电话0599-6630221.", "punctuation.english_stop"),
        ("（一）、加强领导\n内容。", "punctuation.numbering_sign"),
        ("主要表现在： 一是认识不到位，二是落实不够。", "punctuation.stray_space"),
        ("取得.了明显的效果。", "punctuation.stray_dot"),
        ("严禁专职驾驶员以外的.单位干部驾驶公务车辆。", "punctuation.stray_dot"),
        ("进一步加强.领导，完善制度。", "punctuation.stray_dot"),
        ("各村要及时公.开账目。", "punctuation.stray_dot"),
        ("群众.反映强烈的问题得到解决。", "punctuation.stray_dot"),
        ("（一）加强领导，完善制度，强化监督，\n（二）扩大公开。", "punctuation.no_end"),
    ],
)
def test_fires(text: str, rule: str) -> None:
    assert rule in fired("punctuation_misuse", text)


@pytest.mark.parametrize(
    "text",
    [
        "他说：“公开！”群众问：“何时公开？”……",
        "1）听、看、查；2）议（见《办法》）。",
        "做好工程进度、等级评定、等候引导工作。",
        "公开和谐社区、及时更新、与会人员名单。",
        "网址http://a.gov.cn:8080，比例3:1，增长3.5%。",
        "现将有关情况报告如下。\n一、工作情况",
        "主  任：张  明",
        "规定“严格执行‘三审三校’制度”，责任到人。",
        "凡《条例》规定公开的，\n一律公开。"[:13] + "一律公开。",
        "加强领导（党政办牵头），完善制度。",
    ],
)
def test_passes(text: str) -> None:
    assert fired("punctuation_misuse", text) == {}


def test_a_paragraph_without_marks_is_one_finding() -> None:
    text = (
        "我乡在狠抓内部制约机制的同时强抓外部监督制约机制的完善建立健全长效管理机制形成用制度规范行为的机制。"
    )
    assert fired("punctuation_misuse", text) == {"punctuation.missing_run": text}
