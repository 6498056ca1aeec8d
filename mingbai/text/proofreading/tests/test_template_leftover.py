"""Stars for figures and letters that evade filters: texts on which each rule fires and on which it does not."""

import pytest

from mingbai.text.proofreading.tests.fired import Cases, misread

CASES: Cases = {
    "placeholder.stars_for_figures": (
        (
            "*县总面积*平方公里，农村人口*万人，占*%。",
            "全县*个镇街共有*个村，*个村民小组。",
            "党员总数*名，其中农村党员*名，占*％。",
            "*镇发放资料*份，走访*户，解决问题*件。",
            "投入＊万元，建成＊公里道路，受益＊户。",
        ),
        (
            "带*的为必填项。",
            "评定为*级的企业1家。",
            "**加强领导**，**压实责任**，**强化监督**。",
            "面积3*5米，另有4*6米和5*8米两处。",
            "*号标注的为新增事项，*号以外的为原有事项。",
        ),
    ),
    "placeholder.filtered_letters": (
        (
            "部分 D员 D性意识淡薄。",
            "完善MZ管理制度，推进MZ监督。",
            "一些支部的 ZZSH会只是走过场。",
            "坚持 D建引领，提升治理水平。",
            "增强ZZ意识，提高ZZ站位。",
        ),
        (
            "D区停车位已经开放。",
            "C、D级危房全部改造。",
            "MZ型水泵3台。",
            "合同编号ZF2020。",
            "VD员工宿舍。",
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_fires_where_it_should(name: str) -> None:
    assert misread(name, CASES) == []
