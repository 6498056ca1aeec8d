"""Clauses that lack their last word or a small one inside, stock phrases cut off at a stop."""

import pytest

from mingbai.text.proofreading.tests.reading import CLEAN, findings

FIRES = {
    "typo.tail_left_out": [
        "工作得到了群众的一致。",
        "但与上级的要求相比还有较大，需要改进。",
        "群众满意度进一步。",
        "把政务公开工作列入重要议事，定期研究。",
        "由党政办负责政务公开的日常，办公室设在二楼。",
        "推进政务公开工作向纵深，取得实效。",
        "我镇政务公开工作在县委、县政府的正确领导，稳步推进。",
        "取得了明显的社会，受到好评。",
        "未发生因政府信息公开引起的行政复议、提起行政诉讼。",
        "存在公开内容不够全面、更新不够及时。",
    ],
    "typo.inside_left_out": [
        "自条例实施，我镇高度重视。",
        "安排专职人员政府信息公开工作。",
        "切实群众的知情权和监督权。",
        "全年共公开政府信息条，均已归档。",
        "设置政务公开栏2，方便群众查看。",
        "在该事项发生的10个工作日内予以公开。",
        "年因政府信息公开申请行政复议0件。",
        "按照县委统一部署和要求下，开展工作。",
        "在今后工作，我们将继续努力。",
        "我局在政务公开工作做到了制度化。",
    ],
    "typo.cut_off_phrase": [
        "确保各项工作落到实。",
        "广泛听取群众意见和，改进工作。",
        "切实维护好人民群众的根本，办好实事。",
        "对公开的信息进行审查把，确保不涉密。",
        "结合我镇，制定了实施方案。",
        "做到了机构、人员、经费三到。",
    ],
}
PASSES = {
    "typo.tail_left_out": [
        "两级意见基本一致。",
        "与上级的要求相比还有较大差距。",
        "列入重要议事日程，纳入规范化管理。",
        "负责日常，兼管内勤。",
        "在县委、县政府的正确领导下，稳步推进。",
        "存在公开内容不够全面等问题。",
        "存在更新不够及时的现象，有待改进。",
        "把政务公开引向深入，走上规范化轨道。",
    ],
    "typo.inside_left_out": [
        "自条例实施以来，我镇高度重视。",
        "安排专职人员负责政府信息公开工作。",
        "切实保障群众的知情权和监督权。",
        "全年共公开政府信息12条，召开会议2次。",
        "在该事项发生之日起10个工作日内予以公开。",
        "在全县工作会议上作了发言，在工作中严格要求。",
        "按照县委统一部署，在镇党委的要求下，开展工作。",
        "近年来，我镇设置公开栏2个，宣传栏3处。",
    ],
    "typo.cut_off_phrase": [
        "确保各项工作落到实处。",
        "广泛听取群众意见和建议，心平气和，积极主动。",
        "这关系到人民群众的根本利益。",
        "在便民服务中，坚持首问负责，实行八小时工作制。",
        "结合我镇实际，制定了方案，走过，路过。",
        "意见箱换了，办公用房腾出，一条，两条。",
    ],
}


@pytest.mark.parametrize("rule", FIRES)
def test_fires(rule: str) -> None:
    assert [text for text in FIRES[rule] if not findings(rule, text)] == []


@pytest.mark.parametrize("rule", PASSES)
def test_passes(rule: str) -> None:
    assert [text for text in PASSES[rule] if findings(rule, text)] == []


@pytest.mark.parametrize("rule", FIRES)
def test_is_silent_on_clean_text(rule: str) -> None:
    for text in CLEAN:
        assert [found.quote for found in findings(rule, text)] == []
