"""Sentences that stand alone in a trade of which neither title nor headings nor neighbours speak."""

import pytest

from mingbai.text.model import Recognised, SourceDocument
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.tests.fired import LISTS, RULES, Cases, misread

_SCHOOL = "桐坪县第二中学2023年校务公开工作总结\n我校坚持公开、公平、公正，及时公示招生计划和收费项目。\n"
_HOSPITAL = "岭西县人民医院2023年院务公开工作总结\n我院及时公布收费标准和药品价格。\n"
_WATER = "石塘县水务局2023年农村饮水安全工作总结\n全年新建集中供水工程4处，改造管网36公里。\n"
_CENSUS = "石塘县第七次全国人口普查工作总结\n选聘普查员1860名，入户摸底14.2万户。\n"
_END = "\n今后要继续努力，把工作做得更好。"
CASES: Cases = {
    "topic.sentence_of_other_trade": (
        (
            _HOSPITAL + "新建5G基站32座，光纤宽带用户达1.8万户。" + _END,
            _SCHOOL + "母猪存栏量稳步回升，非洲猪瘟防控措施落实到位。" + _END,
            _WATER + "各班主任要认真填写学生成长手册，及时与家长沟通。" + _END,
            _CENSUS + "超限超载车辆一律卸载处理。" + _END,
            _SCHOOL + "进一步提高透明度，让辖区企业办事更便利、投资更放心，努力把工作做好。" + _END,
            _WATER + "二、管护。落实管水员82名。破获盗窃案件26起，抓获犯罪嫌疑人31名。" + _END,
            _HOSPITAL + "灶台、烟囱与易燃物之间要保持安全距离，集市日严禁占道经营。" + _END,
            _SCHOOL + "秸秆禁烧期间，实行网格化包保，做到不见一处火光、不冒一股浓烟。" + _END,
            _HOSPITAL + "做好宗教活动场所登记和教职人员备案工作。" + _END,
            _WATER + "储备粮轮换入库1.2万吨，做到质量良好。" + _END,
            _SCHOOL + "县环境监察大队对辖区内17家砖瓦厂、9家采石场开展了专项执法检查。" + _END,
            _HOSPITAL + "全年接收进馆档案3200卷，提供查档利用860人次。" + _END,
            _HOSPITAL + "参展作品须装裱完整，作者姓名写在背面，恕不退稿。" + _END,
        ),
        (
            _HOSPITAL + "患者满意率97%，床位使用率86%。" + _END,
            _SCHOOL + "联合镇派出所、交警中队开展校园周边交通秩序整治2次。" + _END,
            _SCHOOL + "公示低保户、五保户子女资助名单。" + _END,
            _WATER + "对低保户、五保户水费减半收取。" + _END,
            _CENSUS + "在广场舞队伍中宣传普查知识。" + _END,
            _WATER + "由交通部门负责在建公路边坡的监测。" + _END,
            "石塘镇2023年工作总结\n全镇工作取得进展。\n母猪存栏量稳步回升，粮食亩产430公斤。" + _END,
            "石塘县户外广告管理办法\n第一条 为规范广告设置，制定本办法。\n第二条 遇大风、暴雨等恶劣天气应当加固。"
            + _END,
            _SCHOOL + "三、食品安全。索证索票齐全，餐饮具按时消毒。" + _END,
        ),
    ),
    "topic.published_of_other_trade": (
        (
            _WATER + "做好义务教育招生划片、学区调整信息公开，公开优质高中指标到校分配方案。" + _END,
            _SCHOOL + "公开低保、特困供养人员名单和临时救助标准。" + _END,
            _HOSPITAL + "按月公布公租房摇号结果和老旧小区改造进度。" + _END,
            _WATER + "及时发布客运班车时刻和公路养护信息。" + _END,
            _SCHOOL + "公示退耕还林面积、公益林补偿标准。" + _END,
        ),
        (
            _WATER + "会同教育局做好义务教育招生划片、学区调整信息公开。" + _END,
            _SCHOOL + "公布招生划片范围、指标到校分配方案。" + _END,
            _HOSPITAL + "公布药品价格和医疗服务收费标准，公示药品采购目录。" + _END,
            _WATER + "公开行政处罚信息和双随机抽查结果。" + _END,
            "石塘镇2023年政务公开工作总结\n全镇公开信息860条。\n公开低保、特困供养人员名单和临时救助标准。"
            + _END,
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_fires_on_a_lone_sentence_of_another_trade(name: str) -> None:
    assert misread(name, CASES) == []


def test_a_paper_of_a_collection_is_on_what_its_heading_says() -> None:
    heading = "第3篇:乡镇政务公开工作情况汇报\n\n"
    text = (
        heading
        + "南湾乡现辖9个村，乡党委、政府坚持把政务公开放在重要位置，建立健全各项制度，及时更新公开栏，接受群众监督，取得了较好的成效。"
        "秸秆禁烧期间，实行网格化包保，做到不见一处火光、不冒一股浓烟。" + _END
    )
    rule = RULES["topic.sentence_of_other_trade"]
    source = SourceDocument("text.txt", text, "text/plain")
    under = Passage(source, Recognised(len(heading), len(text)), lists=LISTS)
    assert [one.quote for one in rule.find(rule, under)]
