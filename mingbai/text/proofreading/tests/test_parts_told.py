"""Parts that miss the whole by one or two, bodies named and counted, and what is compared behind a list of parts."""

import pytest

from mingbai.text.proofreading.tests.reading import _finds, five_of_each

FIRES = {
    "arithmetic.parts_joined": [
        "全年发展党员19名，其中农民12名、教师3名、站所职工2名、大学生村官1名，预备期满转正16名。",
        "公开信息58条，其中政策类20条、财务类18条、人事类9条、其他10条，解读6条。",
        "共有干部42人，其中机关20人、站所15人、工勤6人，平均年龄38岁。",
        "检查单位36家（其中学校8家、医院5家、企业22家），发现问题14个。",
        "调解纠纷33起，其中婚姻家庭14起、邻里11起、土地7起，成功32起。",
    ],
    "arithmetic.bodies_named_and_counted": [
        "联审由民政、公安、不动产登记中心、市场监管、税务、公积金7个部门共同参加。",
        "由发改、财政、住建、水利5个部门组成联合检查组。",
        "开设通知公告、政策解读、办事指南、财政公开5个栏目。",
        "抽查了大坪、小坪、青岗4个村，当场反馈。",
        "在石桥、柳河、青坪、双河、白云6个乡镇开展试点。",
    ],
}
PASSES = {
    "arithmetic.parts_joined": [
        "全年发展党员18名，其中农民12名、教师3名、站所职工2名、大学生村官1名，预备期满转正16名。",
        "共有代表38名，其中党员12名、妇女10名、少数民族15名，全部到会。",
        "公开信息580条，其中政策类20条、财务类18条、人事类9条，解读6条。",
        "共有教师42人，其中本科20人、大专15人、高级6人，平均年龄38岁。",
        "调解纠纷33起，其中婚姻家庭14起、邻里11起、土地等7起，成功32起。",
    ],
    "arithmetic.bodies_named_and_counted": [
        "联审由民政、公安、税务3个部门共同参加。",
        "联审由民政、公安、税务等7个部门共同参加。",
        "完善制度、健全台账、走访5个村。",
        "由教育、卫生、社会保障和就业4个部门牵头。",
        "对未答复、超期答复、盘问申请人的十二个单位进行通报。",
    ],
}

test_fires, test_passes, test_every_rule_has_five_of_each = five_of_each(FIRES, PASSES)


@pytest.mark.parametrize("rule", ["arithmetic.change", "arithmetic.growth"])
def test_what_is_compared_behind_a_list_of_parts_is_the_whole(rule: str) -> None:
    text = "全年公开信息412条，其中机构类97条、动态类280条、其他35条，比上年的386条增加26条。"
    assert not _finds(rule, text)


def test_a_telephone_is_no_card() -> None:
    text = "设立“一卡通”咨询电话，群众可在工作日拨打。0557-7718302咨询投诉。"
    assert not _finds("personal.bank_card", text)
    assert _finds("personal.bank_card", "补贴发放到一卡通账号6222021234567890128。")
