"""Words of a unit of another kind in the text of a township, a town or a sub-district."""

import pytest

from mingbai.text.proofreading.tests.fired import fired

CATEGORY = "unit_name_inconsistency"
TOWN = "我镇认真落实条例，我镇公开目录完善。"
TOWNSHIP = "我乡认真落实条例，我乡公开目录完善。"
STREET = "我街道认真落实条例，我街道公开目录完善。"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"{TOWN}进一步规范厅门户网站栏目设置。", "unit.other_body"),
        (f"{TOWN}2017年我办对信息公开免费提供。", "unit.other_body"),
        (f"{TOWNSHIP}有力地促进了中心各项工作的开展。", "unit.other_body"),
        (f"{TOWN}由局机关各股室负责更新。", "unit.other_body"),
        (f"{STREET}今年我院完善了公开制度。", "unit.other_body"),
        (f"{TOWN}2019年本市政府信息公开工作取得了新的进展。", "unit.speaks_for_above"),
        (f"{TOWN}推进政府信息公开是青山市政府贯彻落实条例的举措。", "unit.speaks_for_above"),
        (f"{TOWN}综合全区各镇、各部门2019年公开工作情况编制。", "unit.speaks_for_above"),
        (f"{TOWNSHIP}我县政府信息公开工作扎实推进。", "unit.speaks_for_above"),
        (f"{TOWN}受理向市政府及市政府各部门提出的申请1件。", "unit.speaks_for_above"),
        (f"{TOWN}各乡镇主要领导每天带队巡查。", "unit.speaks_for_above"),
        (f"{STREET}汇总全市各街道上报的数据编制。", "unit.speaks_for_above"),
        (f"{TOWNSHIP}成立领导小组，由镇长任组长。", "unit.head_of_other_kind"),
        (f"{TOWN}成立领导小组，由乡长任组长。", "unit.head_of_other_kind"),
        (f"{TOWN}乡长王大山任组长。", "unit.head_of_other_kind"),
        (f"{TOWNSHIP}镇长担任总召集人。", "unit.head_of_other_kind"),
        ("2023年政务公开工作总结\n全乡扎实推进，镇长任组长。我乡有成效。", "unit.head_of_other_kind"),
        (f"{STREET}在街道办党委的领导下推进。", "unit.organ_of_other_kind"),
        ("薛主任强调，在街道办事处党委的部署下推进。", "unit.organ_of_other_kind"),
        (f"{STREET}街道党委高度重视。", "unit.organ_of_other_kind"),
        (f"{TOWN}镇党工委高度重视。", "unit.organ_of_other_kind"),
        (f"{TOWNSHIP}乡办事处设立公开栏。", "unit.organ_of_other_kind"),
        ("镇党务公开工作总结\n我乡认真落实。全乡扎实推进。我乡成效明显。", "unit.title_of_other_kind"),
        ("街道政务公开总结\n我镇认真落实。全镇扎实推进。我镇成效明显。", "unit.title_of_other_kind"),
        ("乡政务公开工作汇报\n我街道落实。我街道推进。我街道有成效。", "unit.title_of_other_kind"),
        ("XX镇村务公开总结\n我乡认真落实。本乡扎实推进。我乡成效明显。", "unit.title_of_other_kind"),
        ("镇信息公开计划\n我乡要落实。全乡要推进。我乡要见成效。", "unit.title_of_other_kind"),
        ("按照青山县人民政府办公室的通知，在区委、区政府的领导下推进。", "unit.other_leadership"),
        ("向青山县人民政府报告。区委区政府高度重视。", "unit.other_leadership"),
        ("青山区人民政府网站公布。在县委、县政府的领导下推进。", "unit.other_leadership"),
        ("中共青山县委办公室印发。按照区委、区政府的要求落实。", "unit.other_leadership"),
        ("青山区政府办公室通知，县委、县人民政府要求落实。", "unit.other_leadership"),
    ],
)
def test_foreign_words(text: str, rule: str) -> None:
    assert rule in fired(CATEGORY, text)


@pytest.mark.parametrize(
    "text",
    [
        f"{TOWN}县教育局机关、区财政局网站公布的信息由我镇转发。",
        f"{TOWN}我处理群众来信，我所在的村设公开栏，我办理的事项均已答复。",
        "我局认真落实，我局公开目录完善，局机关各股室分工明确。",
        f"{TOWN}在便民服务中心公开各项工作流程。",
        f"{TOWN}我办负责初审，我办负责登记，我办负责归档。",
        f"{TOWN}按照全市政府信息公开工作的统一部署推进。",
        f"{TOWN}推进政府信息公开是镇政府贯彻落实条例的举措。",
        "我县政府信息公开工作扎实推进，各乡镇认真落实。",
        f"{TOWN}综合各村各部门情况编制。",
        f"{TOWNSHIP}转发本市各部门公布的信息。",
        f"{TOWN}全年未收到公民向县政府提出的行政复议申请。",
        f"{TOWN}没有收到群众向市政府提出的申请。",
        f"{TOWN}收到当事人向县人民政府提出的行政复议申请1件。",
        f"{TOWN}办理群众向区政府提出的信访事项2件。",
        f"{TOWNSHIP}成立领导小组，由乡长任组长，邻镇镇长到会。",
        f"{TOWN}由镇长任组长，副镇长任副组长。",
        "各乡镇由乡长、镇长任组长。",
        f"{TOWNSHIP}副镇长任职的经历丰富。",
        "我县各镇镇长任组长。",
        f"{STREET}街道党工委、办事处高度重视。",
        "组长陈勇（河南街道办事处党工委书记）。",
        f"{TOWN}镇党委、镇政府高度重视。",
        f"{TOWN}各镇、街道党委（党工委）书记参加培训。",
        "各街道党工委、镇党委要高度重视。",
        "乡镇党务公开工作总结\n我乡认真落实。全乡扎实推进。我乡成效明显。",
        "镇党务公开工作总结\n我镇认真落实。全镇扎实推进。我乡成效明显。",
        "政务公开工作总结\n我乡认真落实。全乡扎实推进。我乡成效明显。",
        "乡政务公开工作总结\n我乡认真落实。全乡扎实推进。我镇成效明显。",
        "街道政务公开工作总结\n街道认真落实。",
        "按照青山县人民政府办公室的通知，在县委、县政府的领导下推进。",
        "青山区人民政府、石浦县人民政府网站公布。区委、区政府高度重视。",
        "在区委、区政府的领导下推进。",
        "在县委、县政府的领导下，各区县委、县政府都要落实。",
        "青山市人民政府网站公布，区委、区政府高度重视。",
    ],
)
def test_words_in_order(text: str) -> None:
    assert not {
        "unit.other_body", "unit.speaks_for_above", "unit.head_of_other_kind", "unit.organ_of_other_kind",
        "unit.title_of_other_kind", "unit.other_leadership",
    } & set(fired(CATEGORY, text))  # fmt: skip
