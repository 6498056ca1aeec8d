"""Sentences of another kind of body in a paper on one matter."""

import pytest

from mingbai.text.proofreading.tests.fired import Cases, misread

_REPORT = "梧桐镇2022年政府信息公开工作年度报告\n我镇认真做好政务公开工作，公开信息120条。\n"
_BUREAU = "梧桐县商务局2021年政务公开工作总结\n我局认真做好政务公开工作。\n"
CASES: Cases = {
    "topic.sentence_of_other_body": (
        (
            _REPORT + "班主任每周查看学生宿舍，任课教师按时批改作业。",
            _REPORT + "门诊大厅增设导诊台，护士引导病人分时就诊。",
            _REPORT + "投标人应在开标前缴清投标保证金。",
            _REPORT + "我司调整产品结构，客户投诉率下降。",
            _BUREAU + "养殖户要落实春季动物防疫，生猪免疫密度达到100%。",
            _BUREAU + "承租人逾期不缴纳租金的，收回公租房。",
            _BUREAU + "出入小区一律测温，佩戴口罩，查验健康码。",
        ),
        (
            _REPORT + "及时公开义务教育招生、学区划分和学生资助等信息。",
            _REPORT + "通过网站公布医院收费标准、门诊时间和药品价格。",
            _BUREAU + "全年公布中标结果12条，在网站公开招标公告和评标情况。",
            "梧桐县第二中学2022年校务公开工作总结\n我校认真做好校务公开工作。\n班主任每周查看学生宿舍，任课教师按时批改作业。",
            "梧桐镇2022年工作总结\n一年来，我镇各项工作取得进展。\n门诊大厅增设导诊台，护士引导病人分时就诊。",
            _REPORT + "设立“班主任 家访 学生”主题墙。",
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_fires_on_what_the_paper_is_not_about(name: str) -> None:
    assert misread(name, CASES) == []
