"""Figures that do not add up."""

import pytest

from mingbai.text.proofreading.tests.fired import fired

CATEGORY = "arithmetic_inconsistency"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("全年共公开426条，其中政策38条、财政52条、补贴164条、动态182条。", "arithmetic.sum"),
        ("聘请监督员8名，其中代表3名、委员2名、群众4名。", "arithmetic.sum"),
        (
            "收入预算1862.40万元，其中一般公共预算1520.40万元、基金300.00万元、事业收入52.00万元。",
            "arithmetic.sum",
        ),
        ("网站公开80条，微信公开30条，合计公开120条。", "arithmetic.sum_at_the_end"),
        ("收到申请5件，其中网上申请8件。", "arithmetic.part_above_total"),
        ("公开信息243条，其中招生类61条，占29.7%。", "arithmetic.share"),
        ("由80条增加到100条，增长30%。", "arithmetic.growth"),
        ("由100条增加到80条。", "arithmetic.growth"),
        ("公开90条，比上年减少10条，下降20%。", "arithmetic.growth"),
        ("转办件256件，办结252件，办结率99.2%。", "arithmetic.rate"),
        ("15个问题已完成整改13个，整改率为90%。", "arithmetic.rate"),
        ("收到咨询5件，已答复6件。", "arithmetic.more_done_than_received"),
        ("群众满意率达102%。", "arithmetic.rate_above_100"),
        ("办结率100%，尚有2件正在办理。", "arithmetic.all_but_some"),
        ("为1342名农民工追回工资1860万元，人均1.86万元。", "arithmetic.average"),
        ("对反映的6个问题，已解决4个，其余1个正在办理。", "arithmetic.done_and_left"),
        ("收到申请4件。同意公开3件，不予公开2件。", "arithmetic.requests"),
        ("1 平岗村 214\t21018\n2 牛角村 187\t17176\n合计 401\t38914", "arithmetic.column"),
        ("做到“五个落实”：落实领导、落实机构、落实经费、落实措施和制度。", "arithmetic.counted_slogan"),
        ("抓好“三为主，四带动”，即以甲为主，乙带动；以丙为主，丁带动；以戊为主。", "arithmetic.slogan"),
        ("按照“提出、审核、公开、反馈、归档”四个步骤进行。", "arithmetic.list_before_count"),
        ("主要有六类：机构职能、办事程序、财务收支、惠农政策、人事任免。", "arithmetic.listed_after"),
        ("把握好三个环节。一是审核。二是公开。三是反馈。四是归档。", "arithmetic.announced_inline"),
        ("做好以下三项工作：\n1.目录。\n2.指南。\n3.年报。\n4.制度。", "arithmetic.announced_list"),
    ],
)
def test_fires(text: str, rule: str) -> None:
    assert rule in fired(CATEGORY, text)


@pytest.mark.parametrize(
    "text",
    [
        "共公开重点领域信息30余条。其中落实公开18条，项目公开8条，意见征集3条，采纳公开2条。",
        "全年共公开982条，其中政策类20条、财政类30条。",
        "41件文件，其中县政府12件、办公室29件，统一编码；废止6件。",
        "在校生1086人，其中男生559人、女生527人；教职工63人。",
        "2018年公开786条。其他类型公开1000余条。",
        "支出18.50万元，比上年减少1.50万元，下降7.5%。",
        "临时救助73人次，发放资金10.95万元，人均1500元。",
        "新收5件，上年结转1件。本年办结6件，其中予以公开3件、部分公开1件、其他2件。",
        "从信息公开、电子政务和便民服务三个方面入手，做到领导、机构、人员三到位。",
        "“五基地”，即原料基地，铁业基地，钢材基地，材料基地和铸造基地。",
        "财政、民政、教育等五个部门参加。",
        "把握好三个环节。一是审核。二是公开。三是反馈。",
        "收到来信10件，办结10件，办结率100%，任务完成率105%。",
    ],
)
def test_passes(text: str) -> None:
    assert fired(CATEGORY, text) == {}
