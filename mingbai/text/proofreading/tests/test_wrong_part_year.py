"""Years and days against the part of the paper they stand in: five texts on which each rule fires, five on which it does not."""

import pytest

from mingbai.text.proofreading.tests.reading import quotes_of

_TWO = "三塘县残联2020年工作总结和2021年工作要点\n一、2020年工作总结\n适配辅具320件。\n二、2021年工作要点\n"
_TERM = "西岭小学2021-2022学年度第{}学期工作{}\n一、指导思想。落实要求，抓好教学。\n西岭小学\n"
_HALF = "安和县民政局2020年{}半年工作总结\n安和县民政局认真落实。\n"
FIRES = {
    "date.year_of_other_part": [
        _TWO + "（二）2020年5月开展“全国助残日”活动。",
        _TWO + "2020年计划举办培训班4期。",
        "三塘县残联2020年工作总结\n一、工作情况\n（一）2019年全年发放补贴680万元。\n（二）适配辅具320件。",
        "大沟乡2019年试点总结\n一、成效\n群众满意率98%。\n二、下步打算。2019年全面推广，力争走在全县前列。",
        "青山镇2021年工作总结\n一、财政收支\n2020年度收入总计2850万元。\n二、民生工作\n发放补贴36万元。",
    ],
    "date.signed_outside_term": [
        _TERM.format("一", "计划") + "2022年9月1日",
        _TERM.format("一", "计划") + "2020年9月1日",
        _TERM.format("二", "计划") + "2021年3月1日",
        _TERM.format("二", "总结") + "2021年7月1日",
        _TERM.format("一", "总结") + "2020年1月8日",
    ],
    "date.feast_of_other_half": [
        _HALF.format("上") + "春节、“八一”期间走访慰问优抚对象120人次。",
        _HALF.format("上") + "中秋期间慰问困难群众36户。",
        _HALF.format("上") + "国庆前夕开展安全检查12次。",
        _HALF.format("下") + "清明期间开展防火宣传5次。",
        _HALF.format("下") + "春节前后走访慰问困难群众36户。",
    ],
}
PASSES = {
    "date.year_of_other_part": [
        _TWO + "（二）2021年5月开展“全国助残日”活动。",
        _TWO + "2020年印发的方案继续执行。",
        "三塘县残联2020年工作总结\n一、工作情况\n（一）2019年全年发放补贴680万元，今年发放720万元。",
        "大沟乡2019年试点总结\n一、成效\n2018年，我乡被列为试点。\n二、下步打算。2020年全面推广。",
        "青山镇2021年工作总结\n一、财政收支\n2020年度收入2850万元，2021年收入2960万元。",
    ],
    "date.signed_outside_term": [
        _TERM.format("一", "计划") + "2021年9月1日",
        _TERM.format("一", "总结") + "2022年1月15日",
        _TERM.format("二", "计划") + "2022年2月20日",
        _TERM.format("二", "总结") + "2022年7月5日",
        "西岭小学2021-2022学年度工作计划\n一、指导思想。落实要求，抓好教学。\n西岭小学\n2022年9月1日",
    ],
    "date.feast_of_other_half": [
        _HALF.format("上") + "春节、清明期间走访慰问优抚对象120人次。",
        _HALF.format("上") + "“七一”前夕慰问老党员36人。",
        _HALF.format("下") + "国庆期间开展安全检查12次。",
        _HALF.format("上") + "将在中秋期间慰问困难群众。",
        "安和县民政局2020年工作总结\n安和县民政局认真落实。\n春节、“八一”期间走访慰问。",
    ],
}


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in FIRES.items() for text in texts])
def test_fires(rule: str, text: str) -> None:
    assert rule in quotes_of(text)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in PASSES.items() for text in texts])
def test_passes(rule: str, text: str) -> None:
    assert rule not in quotes_of(text)


def test_every_rule_has_five_of_each() -> None:
    assert FIRES.keys() == PASSES.keys()
    assert {len(texts) for of in (FIRES, PASSES) for texts in of.values()} == {5}


# Further shapes of what other rules read: rule, text on which it fires, text on which it does not.
FURTHER = (
    (
        "date.year_of_other_part",
        "云阳县水利局2016年工作总结\n一、工作情况\n截至2017年11月底，完成饮水工程15处。\n二、下步打算\n加强管护。",
        "云阳县水利局2016年工作总结\n一、工作情况\n截至2016年11月底，完成饮水工程15处。\n二、下步打算\n截至2017年11月底完成18处。",
    ),
    (
        "date.year_of_other_part",
        "石门镇2013年工作总结\n一、工作情况\n按月更新目录，并在2014年底前按季度公布了执行情况。",
        "石门镇2013年工作总结\n一、工作情况\n按月更新目录，并在2013年底前按季度公布了执行情况。",
    ),
    (
        "date.month_of_other_half",
        "西城街道工作总结\n1—6月公开信息86条，其中7月公开12条。",
        "西城街道工作总结\n1—6月公开信息86条，其中5月公开12条。",
    ),
    (
        "date.term_after_event",
        "关于召开人代会的通知\n会议定于2022年12月28日召开。\n二、报到时间：2022年12月29日上午8:00。",
        "关于召开人代会的通知\n会议定于2022年12月28日召开。\n二、报到时间：2022年12月27日下午3:00。",
    ),
    (
        "unit.bureau_organ_of_none",
        "凤鸣县供销合作社2019年工作总结\n凤鸣县供销合作社深化改革。\n局党组理论中心组学习12次。",
        "凤鸣县供销合作社2019年工作总结\n凤鸣县供销合作社深化改革，报县农业农村局，局党组研究同意。",
    ),
    (
        "unit.head_of_other_sort",
        "安宁县水务局安全生产责任制度\n第一条 安宁县水务局制定本制度。\n第二条 乡长每季度主持召开安全生产例会。",
        "安宁县水务局安全生产责任制度\n第一条 安宁县水务局制定本制度。\n第二条 局长每季度主持召开安全生产例会。",
    ),
    (
        "unit.none_below",
        "三岔口镇2022年依法行政工作报告\n三岔口镇推进依法行政。\n部分街道干部法治意识不强。",
        "三岔口镇2022年依法行政工作报告\n三岔口镇推进依法行政。\n部分村干部法治意识不强。",
    ),
)


@pytest.mark.parametrize(("rule", "faulty", "sound"), FURTHER)
def test_further_shapes(rule: str, faulty: str, sound: str) -> None:
    assert rule in quotes_of(faulty)
    assert rule not in quotes_of(sound)
