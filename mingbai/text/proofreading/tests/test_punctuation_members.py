"""Members of a list that stand side by side without the mark between them."""

from mingbai.text.proofreading.tests.fired import misread

CASES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "punctuation.members_unparted": (
        (
            "农民负担粮食补贴退耕还林低保、救灾款物等必须公开到户。",
            "公开内容包括党员发展党费收缴评先评优干部任免等事项。",
            "责任单位：镇党政办纪委组织办。",
            "申请人持身份证户口本、收入证明到村委会办理。",
            "通过公开栏明白纸、微信公众号等渠道公开。",
            "会议研究了安全生产森林防火、信访维稳等工作。",
        ),
        (
            "粮食补贴、退耕还林、低保、救灾款物等必须公开到户。",
            "公开内容包括党员发展、党费收缴、评先评优等事项。",
            "由县财政局纪委、审计局等单位负责。",
            "申请人持身份证、户口本、收入证明到村委会办理。",
            "低保申请、危房改造补助资金等情况公开。",
            "安全生产检查、森林防火宣传等工作有序开展。",
        ),
    )
}


def test_members_without_a_mark_are_told_and_parted_ones_are_not():
    assert misread("punctuation.members_unparted", CASES) == []
