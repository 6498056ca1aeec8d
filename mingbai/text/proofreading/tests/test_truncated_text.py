"""Texts that break off."""

import pytest

from mingbai.text.proofreading.tests.fired import fired

BODY = "江家镇2023年政务公开工作总结\n我镇认真做好政务公开，全年公开信息96条，办理依申请公开3件。\n一年来工作有序开展。\n"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (BODY + "下一步，我镇将继续扩大公开范围，努力提高公开的质量和水", "truncated.end"),
        (BODY + "主要做法如下，请各单位认真学习借鉴：", "truncated.end"),
        ("确保了公开实效。……此处隐藏7368个字……巡查组检查。", "truncated.hidden_part"),
        ("我镇成立了……（省略部分内容）", "truncated.hidden_part"),
        ("，进一步完善了各项公开制度，公开工作有序开展。", "truncated.start"),
        ("一、领导\n内容。\n二、制度\n三、监督\n内容。\n四、打算\n内容。", "truncated.empty_heading"),
        ("及时公开收支总表。除少数按规定不宜公开的外。重点公开三公经费。", "truncated.exception_alone"),
        ("公开内容包括预算、决算以及。", "truncated.dangling_word"),
    ],
)
def test_fires(text: str, rule: str) -> None:
    assert rule in fired("truncated_text", text)


@pytest.mark.parametrize(
    "text",
    [
        BODY + "江家镇人民政府\n2024年1月5日",
        BODY + "附件：公开目录",
        BODY + "联系人：李明，电话：0564-1234567",
        BODY + "江家镇村务监督委员会主任：姚国良",
        "法律另有规定的除外。除涉密信息外，一律公开。",
        "信息公开更加普及。群众积极参与。会议审议通过。",
        "一、领导\n内容。\n二、制度\n内容。\n三、监督\n内容。",
    ],
)
def test_passes(text: str) -> None:
    assert fired("truncated_text", text) == {}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("与其等群众来问，不如把话说在前面。\n各村都要主动公开。", False),
        ("与上级要求，还有差距的情况说明在后面。\n各村都要主动公开。", True),
    ],
)
def test_a_text_may_begin_with_rather_than(text: str, wanted: bool) -> None:
    assert ("truncated.start" in fired("truncated_text", text)) is wanted
