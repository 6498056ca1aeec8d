"""The things named before a slogan against the number in it; sums in which the same is counted twice."""

import pytest

from mingbai.text.model import Finding
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.tests.fired import passage


def findings(name: str, text: str) -> list[Finding]:
    rule = next(rule for rule in all_rules() if rule.name == name)
    return list(rule.find(rule, passage(text)))


FIRES = (
    "切实做到责任、人员、物资、预案“五落实”。",
    "做到了领导、机构三到位。",
    "实行安排、检查、考核、奖惩“三同步”。",
    "做到标准、程序、时限、格式、印章“四统一”。",
    "确保思想、组织、措施“四到位”，推动工作。",
)
PASSES = (
    "做到了领导、机构、人员三到位。",
    "责任、人员、物资和预案“四落实”。",
    "做到“三到位”，落实责任、措施。",
    "实行安排、检查、考核“三同步”。",
    "公开栏、网站、广播一同公开，全面落实。",
)


@pytest.mark.parametrize("text", FIRES)
def test_fewer_or_more_things_than_the_slogan_says(text):
    assert findings("arithmetic.named_before", text)


@pytest.mark.parametrize("text", PASSES)
def test_as_many_things_as_the_slogan_says(text):
    assert findings("arithmetic.named_before", text) == []


def test_people_with_two_qualities_may_be_counted_twice():
    assert (
        findings("arithmetic.sum", "教职工168人，其中专任教师151人，高级职称教师46人、县级以上骨干教师33人。")
        == []
    )


def test_parts_after_a_bracket_are_not_of_what_stands_in_it():
    text = "共发布信息1186条（含转发信息420条），其中动态类600条、公告类166条。"
    assert all("420" not in found.quote for found in findings("arithmetic.sum", text))


def test_items_published_in_two_places_are_only_a_remark():
    text = "全年公开信息320条，其中网站公开280条、公众号公开150条，部分信息同时发布。"
    assert {found.severity for found in findings("arithmetic.sum", text)} == {"info"}
