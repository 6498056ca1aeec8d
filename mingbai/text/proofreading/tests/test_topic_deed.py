"""Deeds and people of other trades in a paper of one trade or on one matter."""

import pytest

from mingbai.text.proofreading.tests.fired import Cases, misread

_SCHOOL = "桐坪县第二中学2023年校务公开工作总结\n我校坚持公开、公平、公正，及时公示招生计划和收费项目。\n"
_HOSPITAL = "岭西县人民医院2023年行风建设工作总结\n我院开展廉洁从业教育，患者满意率97%。\n"
_TOWN = "石塘镇2023年平安建设工作总结\n石塘镇排查矛盾纠纷189起，化解186起。\n"
_BANK = "丰乐农村商业银行2023年消费者权益保护工作报告\n本行公示产品信息和服务价格，受理客户投诉73件。\n"
CASES: Cases = {
    "topic.deed_of_other_trade": (
        (
            _SCHOOL + "今后将改进作风，努力提高医疗服务质量。",
            _SCHOOL + "下一步，继续抓好春耕生产，服务师生。",
            _HOSPITAL + "存在的问题：少数教师服务意识不强。",
            _HOSPITAL + "今后将持续改进，促进学校各项工作再上新台阶。",
            _TOWN + "要严格落实“双减”政策，减轻学生课业负担，提高课后服务质量。",
            _TOWN + "进一步规范诊疗行为，努力提高护理质量。",
            _SCHOOL + "餐具一餐一消毒，病区地面每日清洁。",
            _HOSPITAL + "由教务处负责日常监督。",
            _TOWN + "四、孕前优生健康检查到位。全年检查计划怀孕夫妇186对。",
            _TOWN + "各位柜员、客户经理主动参与宣传。",
            _BANK + "下一步，本行将优化网点服务，抓好秋冬季农田水利基本建设，确保粮食稳产增产。",
        ),
        (
            _SCHOOL + "今后将改进作风，努力提高教学质量。",
            _SCHOOL + "县医院到校体检，提高医疗服务水平。",
            _HOSPITAL + "少数医务人员服务意识不强。",
            _TOWN + "协调镇中心小学落实“双减”政策，减轻学生课业负担。",
            "石塘镇2023年工作总结\n全镇工作取得进展。\n要严格落实“双减”政策，减轻学生课业负担。",
            _TOWN + "公开义务教育招生信息，宣传提高教学质量的政策。",
            _TOWN + "走访慰问困难患者。",
            "云岭县残疾人联合会2023年工作总结\n云岭县残疾人联合会为216名白内障患者免费手术。",
            _TOWN + "个别村干部认识不足，要求各村民小组长认真排查。",
            _SCHOOL + "各位村民代表：\n欢迎到校参观。",
            _BANK + "支持春耕生产，发放贷款2.3亿元。",
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_fires_on_what_another_trade_does(name: str) -> None:
    assert misread(name, CASES) == []
