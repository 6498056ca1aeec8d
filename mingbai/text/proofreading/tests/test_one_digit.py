"""Figures told again with one digit off, products of three, posts: what is told and what is not."""

import pytest

from mingbai.text.proofreading.tests.fired import Cases, misread

CASES: Cases = {
    "contradiction.one_digit_off": (
        (
            "专项行动期间，全镇投入资金62万元。\n此次行动共投入资金82万元，有力改善了环境。",
            "全年残疾人补贴发放124人。\n已按月完成残疾人补贴发放142人。",
            "全乡主动公开信息365条。\n综上，主动公开信息356条，群众满意。",
            "出动执法车辆36台次。\n据统计，共出动执法车辆38台次。",
            "支付农民工工资1285万元。\n已为农民工追回工资，支付农民工工资1235万元。",
        ),
        (
            "专项行动期间，全镇投入资金62万元。\n此次行动共投入资金62万元，有力改善了环境。",
            "全镇投入资金62万元。\n去年共投入资金82万元。",
            "一组投入资金62万元。\n二组投入资金82万元。\n三组投入资金42万元。",
            "出动执法车辆36台次。\n今后每月出动执法车辆38台次。",
            "主动公开信息365条。\n办理信访件356件。",
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_is_told_and_near_misses_are_not(name: str) -> None:
    assert misread(name, CASES) == []


def test_so_many_each_are_multiplied_before_the_price() -> None:
    further: Cases = {
        "arithmetic.priced": (
            ("11个村各聘请信息员2名，每名信息员每月补助150元，每月发放补助3900元。",),
            ("11个村各聘请信息员2名，每名信息员每月补助150元，每月发放补助3300元。",),
        ),
        "contradiction.watched_watches": (
            ("村务监督委员会主任由村会计杨树林兼任。", "社区居务监督委员会由社区会计赵丽任主任。"),
            ("村务监督委员会主任由党员杨树林担任，村会计由王芳担任。",),
        ),
    }
    for name in further:
        assert misread(name, further, 1) == []
