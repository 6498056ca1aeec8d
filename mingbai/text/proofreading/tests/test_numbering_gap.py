"""Numbering out of turn."""

import pytest

from mingbai.text.proofreading.tests.fired import fired


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("一、领导\n内容。\n二、制度\n内容。\n四、监督\n内容。", "numbering.gap"),
        ("（一）目录。\n（三）年报。", "numbering.gap"),
        ("1.加强领导。\n2.落实经费。16个村共计3.6万元。\n4.严格考核。", "numbering.gap"),
        ("公开以下事项：1、收支；2、低保；4、物业。", "numbering.gap"),
        ("1.目录。\n2.指南。\n2.年报。\n4.制度。", "numbering.repeat"),
        ("（一）目录。\n（二）指南。\n（三）年报。\n（二）制度。", "numbering.back"),
        ("一、情况\n（二）制度。\n（三）监督。", "numbering.headless"),
        ("八、问题和打算\n一、存在问题。内容。\n二、下步打算。内容。", "numbering.level"),
        ("一切实加强领导。\n二进一步完善制度。\n三完善监督。", "numbering.unmarked"),
        ("一是公开栏。二是网站。三是资料。五是会议。", "numbering.inline_gap"),
        ("一是公开栏；二是网站；二是广播；四是会议。", "numbering.inline_repeat"),
        ("采取以下办法。加强领导。二是完善制度。", "numbering.inline_headless"),
    ],
)
def test_fires(text: str, rule: str) -> None:
    assert rule in fired("numbering_gap", text)


@pytest.mark.parametrize(
    "text",
    [
        "一、领导\n（一）机构。\n（二）人员。\n二、制度\n（一）审核。\n（二）公开。",
        "一、做法\n内容。\n今后工作的主要目标是：\n一、扩大公开。\n二、规范程序。",
        "一是审核。分三步：一是初审；二是复审；三是终审。二是公开。三是反馈。",
        "一、情况\n（一）目录。\n（二）指南。\n二、要求\n（三）继续编号。\n（四）继续编号。",
        "一、领导\n内容。此处隐藏300个字\n四、监督\n内容。",
        "首先加强领导。二是完善制度。三是强化监督。",
        "第二十条第（一）项规定的信息已公开。\n第二十条第（五）项规定的信息已公开。",
        "一年来，我镇公开信息96条。\n二是完善制度，一是加强领导。"[:14],
        "1.目录。2.指南。3.年报。",
        "第一章 总则\n第一条 为了公开，制定本办法。\n第二条 本办法适用于全县。\n第二章 公开\n第三条 公开目录。",
    ],
)
def test_passes(text: str) -> None:
    assert fired("numbering_gap", text) == {}


def test_a_repeated_number_is_marked_once() -> None:
    found = fired("numbering_gap", "一是公开；二是解读；二是互动；四是平台。")
    assert found == {"numbering.inline_repeat": "二是"}


def test_a_mark_within_a_line_has_no_item_before_it() -> None:
    text = "1、取水审批公开。凡取水许可，严格执行公告制度。二）河道采砂公开。所有采砂权一律招标。\n三、存在问题\n更新不够及时。"
    assert "numbering.headless" in fired("numbering_gap", text)
