"""Characters lost or swapped in extraction: five texts on which each rule fires, five on which it does not."""

import pytest

from mingbai.text.proofreading.tests.reading import findings

FIRES = {
    "encoding.date_without_words": [
        "截止20101231日，全乡公开信息65条。",
        "20084-6月，受委托开展专题调查。",
        "统计期限自20150101日起。",
        "201312月，我镇开展自查。",
        "2016年0315日发布公告。",
    ],
    "encoding.letter_for_digit": [
        "2O13年，全镇公开信息120条。",
        "全年公开信息l20条。",
        "办结率达1OO%。",
        "199112005年期间，行政成本增长。",
        "培训干部3l人。",
    ],
    "encoding.odd_sign_inside": [
        "建立了行政“一把手”任组长的`安全生产领导小组。",
        "加强^领导，完善制度。",
        "做好公开工作，`不断创新。",
        "各村¬及时公开。",
        "完善公开\\制度。",
    ],
    "encoding.plus_for_words": [
        "通过多种渠道+++息。",
        "按规定++的内容及时公开。",
        "不得发布＋＋＋信息。",
        "政府网站++++公开。",
        "各单位+++信息应当审核。",
    ],
    "encoding.heading_digits": [
        "六、年度政府信息公开工作报告0600\n乡政府高度重视。",
        "政务公开工作总结00123",
        "一、主要措施001\n加强领导。",
        "政务公开实施方案12345",
        "二、存在问题及整改情况0032",
    ],
    "encoding.capital_one": [
        "壹般事项每季度公布。",
        "每月至少公布壹次。",
        "第三十壹条规定。",
        "统壹管理公开内容。",
        "推进壹系列改革。",
    ],
    "encoding.foreign_letter": [
        "加强政务공公开。",
        "公开信ิ息120条。",
        "各村ع及时公布。",
        "完善制도度。",
        "全年办理한，件件有回音。",
    ],
    "encoding.lost_stop": [
        "社区发展取得了较好成效?,F将工作情况汇报如下。",
        "洋溢着欢声笑语?;顒庸卜致。",
        "制度更加完善?，现将情况报告如下。",
        "工作有序开展?;下一步加强领导。",
        "群众满意度提高?,公开率达到新水平。",
    ],
    "encoding.escaped_break": [
        "一、加强领导\\n我镇成立领导小组。",
        "制度完善。\\r\\n二、扩大公开范围。",
        "公开内容：_x000D_政策文件。",
        "加强领导，\\n完善制度。",
        "公开目录/n公开指南",
    ],
}
PASSES = {
    "encoding.date_without_words": [
        "截至2010年12月31日。",
        "编号20101231。",
        "文号A20101231日报",
        "2008年4-6月开展调查。",
        "索引号2008-4，日期2010.12.31。",
    ],
    "encoding.letter_for_digit": [
        "推行O2O模式2年。",
        "2013年公开信息120条。",
        "使用A4纸120份。",
        "第I条规定。"[0:0] + "G20峰会期间。",
        "PM2.5年均值下降。",
    ],
    "encoding.odd_sign_inside": [
        "文件存放在D:\\公开\\年报。",
        "公开率达100%。",
        "推进“一网通办”。",
        "面积为3^2。",
        "见http://a.gov.cn/公开`年报。",
    ],
    "encoding.plus_for_words": [
        "推行“互联网+政务服务”。",
        "党建+网格。",
        "使用C++开发系统。",
        "A++级信用企业。",
        "得分100+5分。",
    ],
    "encoding.heading_digits": [
        "政府信息公开工作年度报告2021",
        "政务公开工作总结（2020）",
        "全年公开信息报告120条",
        "政务公开工作总结3",
        "本年度共报送总结120",
    ],
    "encoding.capital_one": [
        "合计人民币壹万贰仟元整。",
        "甲方壹份，乙方壹份。",
        "壹佰元整。",
        "十壹万元整。",
        "人民币壹拾元。",
    ],
    "encoding.foreign_letter": [
        "举办韩语（한국어）培训班。",
        "加强政务公开。",
        "引进Café项目。",
        "α粒子检测。",
        "Ⅱ级响应已启动。",
    ],
    "encoding.lost_stop": [
        "这样做行不行?群众说了算。",
        "为什么?因为有制度。",
        "公开了吗？,",
        "能否公开？由领导小组决定。",
        "群众问“何时公开？”，窗口当场答复。",
    ],
    "encoding.escaped_break": [
        "文件存放在D:\\news。",
        "加强领导\n完善制度。",
        "和/或其他材料。",
        "单位：元/年。",
        "路径为\\table。",
    ],
}


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in FIRES.items() for text in texts])
def test_fires(rule: str, text: str) -> None:
    assert findings(rule, text)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in PASSES.items() for text in texts])
def test_passes(rule: str, text: str) -> None:
    assert findings(rule, text) == []


def test_every_rule_has_five_of_each() -> None:
    assert {rule: len(texts) for rule, texts in FIRES.items()} == dict.fromkeys(PASSES, 5)
    assert all(len(texts) == 5 for texts in PASSES.values())
