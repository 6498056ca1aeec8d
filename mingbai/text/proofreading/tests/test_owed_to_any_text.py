"""What readings owe any text: no figure of nought is divided by, no finding leaves its document, no suggestion is empty."""

import pytest

from mingbai.text.proofreading.amounts import share_of
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.tests.reading import findings, passage, quotes_of

NOUGHTS = {
    "a share of a whole of nought": "全镇参训人员0人。其中参训党员0人，占参训人员的50%。",
    "sources of no money": "工程总投资0万元。资金来源：上级补助50万元、村集体出资20万元。",
    "grades of none": "全镇22个行政村均能按规定公开，其中好的0个村，占0.05%；较好的0个村；一般的0个村。",
    "parts of nothing": "1至9月，全县新签约项目0个。\n上半年签约45个，三季度签约33个。",
    "paid to nobody": "80—89周岁每人每月50元，90—99周岁每人每月100元。\n本季度发放总额24950元，其中80—89周岁0人、90—99周岁0人。",
    "an average of none": "发生森林火情0起，过火面积0亩，平均每起过火16亩。",
    "grown from nothing": "2022年加装0部，2023年加装18部，增长一倍。",
    "due to nobody": "应报到0人，实报到12人，报到率98%。",
}


@pytest.mark.parametrize("what", NOUGHTS)
def test_a_figure_of_nought_stops_no_rule(what: str) -> None:
    text = NOUGHTS[what]
    assert isinstance(quotes_of(text), dict)
    for rule in all_rules():
        if rule.name.startswith("arithmetic."):
            list(rule.find(rule, passage(text, year=2023)))


@pytest.mark.parametrize(
    ("part", "whole", "share"), [(1, 4, 25.0), (5, 4, 125.0), (0, 4, 0.0), (3, 0, 0.0), (-1, 4, -25.0)]
)
def test_the_share_of_a_whole(part: float, whole: float, share: float) -> None:
    assert share_of(part, whole) == share


CUT = {
    "date.publicity_over_early": "2023年5月25日至5月31日公示，公示期7天。5月28日，公示无异议",
    "date.resolved_before_proposed": "2023年3月4日，村党支部提议；3月8日，村“两委”商议。3月2日召开党员大",
}


@pytest.mark.parametrize("name", CUT)
def test_a_finding_ends_with_its_document(name: str) -> None:
    text = CUT[name]
    rule = next(rule for rule in all_rules() if rule.name == name)
    for end in range(len(text) // 2, len(text) + 1):
        one = passage(text + "会，另一份文稿从这里开始。", end=end)
        assert all(found.end <= end for found in rule.find(rule, one)), end


def test_where_no_word_is_known_nothing_is_suggested() -> None:
    found = findings(
        "typo.row_member_cut", "票据统一印制、统一发放、统零管，做到组织到位、责任到位、措施位。"
    )
    assert {one.suggestion for one in found} >= {None}
    assert "" not in {one.suggestion for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "受理向某某、杨某某、冉某的申请。",
        "对张某某、李某某、王某予以通报。",
        "组织到位、责任到位、张某某、李某。",
    ],
)
def test_masked_names_are_no_row_of_words(text: str) -> None:
    assert findings("typo.row_member_cut", text) == []
