"""Who answers and acts in a paper of another unit."""

import pytest

from mingbai.text.proofreading.tests.reading import findings

BUREAU = "云阳坪县农业农村局2021年政府信息公开工作年度报告\n云阳坪县农业农村局编制本报告。\n"
TOWN = "石盘镇2019年政府信息公开工作年度报告\n石盘镇认真落实条例，石盘镇公开信息96条。\n"
TOWNSHIP = "大坳乡2010年村务公开工作实施方案\n大坳乡成立领导小组，乡党委书记任组长，大坳乡各村落实。\n"
CASES = [
    ("unit.asks_other_body", BUREAU, "如有疑问，请与云阳坪县水务局办公室联系。", True),
    ("unit.asks_other_body", BUREAU, "对公开有意见的，请向云阳坪县林业局反映。", True),
    ("unit.asks_other_body", BUREAU, "如有疑问，请与县卫生局办公室联系。", True),
    ("unit.asks_other_body", TOWN, "如有疑问，请与柳坪镇人民政府联系。", True),
    ("unit.asks_other_body", TOWN, "需要咨询的，请与青岩乡党政办联系。", True),
    ("unit.asks_other_body", BUREAU, "如有疑问，请与云阳坪县农业农村局办公室联系。", False),
    ("unit.asks_other_body", BUREAU, "如有疑问，请与县农业农村局联系。", False),
    ("unit.asks_other_body", TOWN, "如有疑问，请与石盘镇人民政府联系。", False),
    ("unit.asks_other_body", TOWN, "对低保有异议，请向县民政局反映。", False),
    ("unit.asks_other_body", BUREAU, "如有疑问，请与所在镇或者县农业农村局联系。", False),
    ("unit.town_acts", BUREAU, "镇政府每季度听取一次信息公开工作汇报。", True),
    ("unit.town_acts", BUREAU, "三是镇党委将信息公开纳入考核。", True),
    ("unit.town_acts", BUREAU, "乡政府成立了信息公开领导小组。", True),
    ("unit.town_acts", BUREAU, "镇党委、政府高度重视政务公开工作。", True),
    ("unit.town_acts", BUREAU, "镇政府定期召开公开工作会议。", True),
    ("unit.town_acts", BUREAU, "由镇政府初审后报县局公开。", False),
    ("unit.town_acts", BUREAU, "各镇政府每季度汇报公开情况。", False),
    ("unit.town_acts", TOWN, "镇政府每季度听取一次信息公开工作汇报。", False),
    ("unit.town_acts", BUREAU, "县政府每季度听取一次信息公开工作汇报。", False),
    ("unit.town_acts", BUREAU, "镇政府负责审核申请材料。", False),
    ("unit.organs_of_other_kind", TOWNSHIP, "镇长、纪委书记任副组长。", True),
    ("unit.organs_of_other_kind", TOWNSHIP, "镇长要亲自抓。", True),
    ("unit.organs_of_other_kind", TOWN, "乡长任组长。", True),
    ("unit.organs_of_other_kind", TOWN, "由乡长负总责。", True),
    ("unit.organs_of_other_kind", TOWN, "乡长带队检查。", True),
    ("unit.organs_of_other_kind", TOWNSHIP, "乡长、纪委书记任副组长。", False),
    ("unit.organs_of_other_kind", TOWN, "乡镇长联席会议研究了此事。", False),
    ("unit.organs_of_other_kind", TOWN, "镇长任组长。", False),
    ("unit.organs_of_other_kind", TOWNSHIP, "镇长江段整治列入计划。", False),
    ("unit.organs_of_other_kind", TOWN, "家乡长远发展列入规划。", False),
    ("unit.organ_of_other_body", TOWN, "落实专人负责、局主要领导定期过问的机制。", True),
    ("unit.organ_of_other_body", TOWN, "局党组定期听取汇报。", True),
    ("unit.organ_of_other_body", TOWN, "由局办公室统计。", True),
    ("unit.organ_of_other_body", TOWN, "学校工会负责监督。", True),
    ("unit.organ_of_other_body", TOWN, "院领导班子带头。", True),
    ("unit.organ_of_other_body", TOWN, "县水务局派员指导，局主要领导到镇检查。", False),
    ("unit.organ_of_other_body", TOWN, "镇主要领导定期过问。", False),
    ("unit.organ_of_other_body", TOWN, "县教育局办公室统计。", False),
    ("unit.organ_of_other_body", TOWN, "镇中心学校很重视，学校工会负责监督。", False),
    ("unit.organ_of_other_body", TOWN, "布局领导小组工作。", False),
]


@pytest.mark.parametrize(("name", "head", "said", "wrong"), CASES)
def test_bodies_of_other_units_are_told_from_partners(name: str, head: str, said: str, wrong: bool) -> None:
    assert bool(findings(name, head + said, title=head.split("\n")[0])) is wrong
