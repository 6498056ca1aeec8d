"""What was said only later, and articles by the numbers they had before."""

import pytest

from mingbai.text.proofreading.tests.fired import LISTS, RULES, Cases, misread, passage

_GUIDE = "梧桐县信息公开指南（2021年修订）\n申请人通过信函申请政府信息公开。\n"
CASES: Cases = {
    "outdated.old_article": (
        (
            "2022年政府信息公开工作年度报告\n依据《条例》第十四条建立信息发布保密审查机制。",
            "2021年政府信息公开工作年度报告\n根据《政府信息公开条例》第三十一条编制年度报告。",
            "2023年政务公开工作总结\n按照《条例》第十条规定的重点公开范围，公开信息30条。",
            "2022年信息公开情况\n可依据《条例》第三十三条举报。",
            "2020年信息公开情况\n严格执行条例第二十四条的答复期限。",
        ),
        (
            "2022年政府信息公开工作年度报告\n依据《条例》第十七条建立保密审查机制，按第五十条编制年度报告。",
            "2015年政府信息公开工作年度报告\n依据《条例》第十四条建立信息发布保密审查机制。",
            "2022年信息公开情况\n依据《条例》第十四条，涉及国家秘密的不予公开。",
            "2022年信息公开情况\n依据《档案法》第十四条移交年度报告。",
            "2022年信息公开情况\n依据《条例》第二十条、第二十一条主动公开。",
        ),
    ),
    "outdated.old_procedure": (
        (
            _GUIDE + "申请人应当说明申请用途。",
            _GUIDE + "请填写所需信息的用途，逾期不予受理。",
            _GUIDE + "申请公开的，须注明信息用途。",
            _GUIDE + "政府信息公开申请要求说明用途的，由党政办登记。",
            _GUIDE + "申请政府信息公开，应当说明自身生产、生活、科研等特殊需要。",
        ),
        (
            _GUIDE + "申请政府信息公开，不再要求申请人说明用途。",
            _GUIDE + "自收到申请之日起20个工作日内答复。",
            _GUIDE.replace("2021", "2015") + "申请人应当说明申请用途。",
            "梧桐县财政局2022年工作总结\n严格核实资金用途。",
            _GUIDE + "专项资金要注明资金用途，及时公示。",
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_procedure_of_former_years(name: str) -> None:
    assert misread(name, CASES) == []


@pytest.mark.parametrize("said", ["民法典", "习近平法治思想", "防止返贫监测", "跨省通办", "新型冠状病毒"])
def test_nobody_said_it_yet(said: str) -> None:
    rule = RULES["outdated.not_yet_said"]
    assert LISTS.get("first_said")
    for year, wanted in ((2013, True), (2024, False)):
        one = passage(f"白杨镇{year}年政务公开工作总结\n公开{said}学习情况。", year=year)
        assert any(True for _ in rule.find(rule, one)) is wanted
