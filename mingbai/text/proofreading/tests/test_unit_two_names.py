"""One place under two names, organs that a place does not have, and the short names of documents."""

import pytest

from mingbai.text.proofreading.tests.fired import fired

CATEGORY = "unit_name_inconsistency"
STREET_OF_TOWN = "我镇公开内容，全镇共办理12件，先由镇"
SHORT = "印发《宅基地审批管理办法》（以下简称《办法》）。"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("石浦镇已经整改。石浦镇进度较快。石铺镇要说明。", "unit.sounds_alike"),
        ("云溪乡、柘湾乡、云溪乡。云西乡政府报送材料。", "unit.sounds_alike"),
        ("柏湾街道已经整改。柏湾街道进度较快。白湾街道要说明。", "unit.sounds_alike"),
        ("为全镇服务。柘溪乡便民服务中心咨询。柘溪镇由镇长负责。", "unit.two_kinds"),
        ("我乡服务群众。柘溪镇便民服务中心咨询。柘溪乡由乡长负责。", "unit.two_kinds"),
        ("对红崖镇项目进行了验收。由红崖乡人民政府负责移交。", "unit.two_kinds"),
        ("柘溪镇发文。柘溪镇部署。柘溪街道落实。", "unit.two_kinds"),
        ("沙湾街道人民政府\n2021年9月18日", "unit.government_of_street"),
        ("公示由柳林街道人民政府负责解释。", "unit.government_of_street"),
        (f"{STREET_OF_TOWN}街道纪工委审核。", "unit.organ_of_street"),
        (f"{STREET_OF_TOWN}街道党工委审核。", "unit.organ_of_street"),
        (f"{STREET_OF_TOWN}街道办事处审核。", "unit.organ_of_street"),
        (f"{SHORT}制定本《细则》。", "unit.other_short_name"),
        (f"{SHORT}本《规定》共六章。", "unit.other_short_name"),
        ("《渡口安全方案》（简称《方案》）由镇制定，本《办法》自印发之日起实施。", "unit.other_short_name"),
        ("联系单位：嘉陵县教育和体育局\n嘉陵县教育局\n2021年9月10日", "unit.signed_short"),
        ("由云浦区文化和旅游局承办。\n云浦区文化局\n2021年9月10日", "unit.signed_short"),
    ],
)
def test_two_names(text: str, rule: str) -> None:
    assert rule in fired(CATEGORY, text)


@pytest.mark.parametrize(
    "text",
    [
        "石浦镇、石滩镇、云台乡已经整改。石浦镇进度较快。",
        "云溪乡、云溪镇于2015年合并，原云溪乡的证件继续有效。",
        "撤销柘溪乡，设立柘溪镇。为全镇服务。",
        "工业镇、农业乡、民族镇、民族乡分类考核，各乡镇、街道办事处落实。",
        "全镇重点镇、中心镇、重点乡、中心乡的资金分别安排。",
        "沙湾街道办事处、石浦镇人民政府、各街道人民政府派出机构。",
        "我镇公开内容，全镇共办理12件，各镇街道纪工委都参加。",
        "区里要求各镇街道办事处报送材料，我镇已报。",
        f"{SHORT}本《办法》共六章，配套《宅基地审批实施细则》中本《细则》另行解读。",
        f"{SHORT}制定本办法。",
        "联系单位：嘉陵县教育和体育局\n嘉陵县教育和体育局\n2021年9月10日",
        "由原嘉陵县教育和体育局承办。\n嘉陵县教育局\n2021年9月10日",
        "嘉陵县教育局\n2021年9月10日",
    ],
)
def test_names_that_are_in_order(text: str) -> None:
    rules = {
        "unit.sounds_alike", "unit.two_kinds", "unit.government_of_street", "unit.organ_of_street", "unit.other_short_name",
        "unit.signed_short",
    }  # fmt: skip
    assert not rules & set(fired(CATEGORY, text))
