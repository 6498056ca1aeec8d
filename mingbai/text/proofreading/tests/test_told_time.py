"""Months, quarters and years of what is told, and set phrases of another genre."""

import pytest

from mingbai.text.proofreading.tests.reading import quotes_of

HALF = "梅岭镇2024年上半年政务公开工作总结\n梅岭镇认真落实，上半年公开信息168条。"
SUMMARY = "大河镇2018年政务公开工作总结\n2018年，大河镇认真落实。"
PLAN = "永宁镇2023年政务公开工作要点\n永宁镇2023年政务公开工作要点如下。"
HOLIDAY = "关于国庆节放假期间值班安排的公告\n各位办事群众：\n"
PAPER = "白杨镇2022年政务公开工作总结\n白杨镇认真落实，公开信息198条。"


def signed(year: int, day: str, kind: str = "政府信息公开工作年度报告") -> str:
    return f"清溪镇{year}年{kind}\n清溪镇认真落实《条例》，公开信息198条。\n清溪镇人民政府\n{day}"


FIRES = [
    ("date.after_half_year", f"{HALF}2024年8月完成专区改造，设查询机2台。", "2024年8月"),
    ("date.after_half_year", f"{HALF}9月开展“公开宣传月”活动。", "9月"),
    ("date.after_half_year", f"{HALF}现将1月至7月工作情况总结如下：", "1月至7月"),
    ("date.after_half_year", f"{HALF}10月15日召开推进会。", "10月15日"),
    ("date.after_half_year", f"{HALF}现将1—5月政务公开工作总结如下：", "1—5月"),
    ("date.part_of_other_year", f"{SUMMARY}其中，2017年第二季度公开92条。", "2017年第二季度"),
    ("date.part_of_other_year", f"{SUMMARY}2017年上半年开展培训2次。", "2017年上半年"),
    ("date.part_of_other_year", f"{SUMMARY}2017年8月，启动整治行动。", "2017年8月"),
    ("date.part_of_other_year", f"{SUMMARY}2017年4月召开推进会。", "2017年4月"),
    ("date.part_of_other_year", f"{SUMMARY}2017年下半年受理申请3件。", "2017年下半年"),
    ("date.against_wrong_year", f"{SUMMARY}公开236条，较2018年增加34条。", "较2018年"),
    ("date.against_wrong_year", f"{SUMMARY}公开236条，比2018年增长5%。", "比2018年"),
    ("date.against_wrong_year", f"{SUMMARY}公开236条，同比2016年增长5%。", "同比2016年"),
    ("date.against_wrong_year", f"{SUMMARY}公开236条，与2018年相比增加5条。", "与2018年"),
    ("date.against_wrong_year", f"{SUMMARY}公开236条，同比2015年上半年增加21条。", "同比2015年"),
    ("date.done_next_year", f"{SUMMARY}2019年，我镇被评为全县先进单位。", "2019年"),
    ("date.done_next_year", f"{SUMMARY}2019年，全镇完成了目录修订。", "2019年"),
    ("date.done_next_year", f"{SUMMARY}2020年，我镇荣获先进称号。", "2020年"),
    ("date.done_next_year", f"{SUMMARY}2019年，我镇政务公开实现了全覆盖。", "2019年"),
    ("date.done_next_year", f"{SUMMARY}2019年，我镇被县委确定为示范点。", "2019年"),
    ("date.signed_too_early", signed(2023, "2023年1月18日"), "2023年1月18日"),
    ("date.signed_too_early", signed(2022, "2022年2月8日"), "2022年2月8日"),
    ("date.signed_too_early", signed(2021, "2021年3月10日", "政务公开工作总结"), "2021年3月10日"),
    ("date.signed_too_early", signed(2020, "2020年1月5日", "政务公开工作总结"), "2020年1月5日"),
    ("date.signed_too_early", signed(2019, "2019年6月30日"), "2019年6月30日"),
    ("date.outside_holiday", f"{HOLIDAY}5月1日至5月5日安排值班。", "5月1日至5月5日"),
    ("date.outside_holiday", f"{HOLIDAY}1月21日至27日放假。", "1月21日至27日"),
    ("date.outside_holiday", HOLIDAY.replace("国庆", "端午") + "10月1日至7日放假。", "10月1日至7日"),
    ("date.outside_holiday", HOLIDAY.replace("国庆节", "元旦") + "4月4日至6日放假。", "4月4日至6日"),
    ("date.outside_holiday", HOLIDAY.replace("国庆", "清明") + "6月1日至6月3日放假。", "6月1日至6月3日"),
    ("date.held_in_other_year", f"{PAPER}党的二十大于2021年召开以来，专题学习12次。", "党的二十大于2021年"),
    ("date.held_in_other_year", f"{PAPER}党的十九大在2018年召开。", "党的十九大在2018年"),
    ("date.held_in_other_year", f"{PAPER}党的十八大于2013年胜利召开。", "党的十八大于2013年"),
    ("date.held_in_other_year", f"{PAPER}十九届四中全会于2018年召开。", "十九届四中全会于2018年"),
    ("date.held_in_other_year", f"{PAPER}十九届六中全会于2020年闭幕后，组织学习。", "十九届六中全会于2020年"),
    ("date.plan_over", f"{PLAN}\n做好“十三五”规划实施情况公开。", "十三五”规划"),
    ("date.plan_over", f"{PLAN}\n推进“十二五”规划实施。", "十二五”规划"),
    ("date.plan_over", PLAN.replace("2023", "2024") + "\n落实“十三五”规划纲要执行要求。", "十三五”规划"),
    ("date.plan_over", PLAN.replace("2023", "2018") + "\n公开“十二五”规划落实情况。", "十二五”规划"),
    ("date.plan_over", PLAN.replace("2023", "2014") + "\n公开“十四五”规划编制情况。", "十四五”规划"),
    ("date.plan_over", PLAN.replace("2023", "2021") + "\n落实“六五”普法任务。", "六五”普法"),
    (
        "date.after_half_year",
        "新湾区2024年第三季度政务公开工作总结\n2024年7月至10月政务公开工作情况如下：",
        "7月至10月",
    ),
    (
        "date.validity",
        "红岩镇政务公开实施办法\n第一条 制定本办法。\n第二条 本办法自2021年3月1日起施行。有效期至2020年2月29日。",
        "自2021年3月1日起施行。有效期至2020年2月29日",
    ),
    (
        "date.deadline_over",
        "洪山镇2022年上半年政务公开工作总结\n一、做法\n公开143条。\n二、下半年安排\n2022年4月底前完成目录修订。",
        "2022年4月底前",
    ),
    ("topic.other_genre", f"{PAPER}\n以上是我的述职报告，请批评指正。", "以上是我的述职报告"),
    ("topic.other_genre", f"{PAPER}\n我的演讲完了，谢谢大家！", "我的演讲完了，谢谢大家"),
    ("topic.other_genre", f"{PAPER}\n本合同一式两份，双方各执一份。", "本合同一式两份"),
    ("topic.other_genre", f"{PAPER}\n请党组织在实践中考验我！", "请党组织在实践中考验我"),
    ("topic.other_genre", f"{PAPER}\n妥否，请批示。", "妥否，请批示"),
    ("date.plan_for_past_year", f"{SUMMARY}\n二、问题\n更新不够及时，将在2018年继续努力。", "2018年"),
    ("date.plan_for_past_year", f"{SUMMARY}\n二、下步打算\n加强培训，在2018年把工作做得更好。", "2018年"),
    (
        "date.plan_for_past_year",
        f"{SUMMARY}\n三、2019年工作安排\n2018年一季度开展人员轮训。",
        "2018年一季度",
    ),
    (
        "date.heading_for_past_year",
        "东升镇2021年工作总结和2022年工作计划\n第一部分 2021年工作总结\n一、做法\n公开96条。\n第二部分 2021年工作计划\n一、公开\n扩大范围。",
        "2021年",
    ),
    (
        "date.over_when_announced",
        "关于公布决策目录的公告\n欢迎提出意见。意见反馈截止时间：2023年2月20日。\n花桥镇人民政府\n2023年3月6日",
        "意见反馈截止时间：2023年2月20日",
    ),
    (
        "date.validity",
        "红岩镇政务公开实施办法\n第一条 制定本办法。\n第二条 本办法自2022年4月31日起施行，有效期五年，至2026年4月30日止。",
        "自2022年4月31日起施行，有效期五年，至2026年4月30日",
    ),
    (
        "date.year_of_plan",
        f"{SUMMARY}2018年是“十二五”规划实施的关键之年。",
        "十二五”规划实施的关键",
    ),
]
PASSES = [
    f"{HALF}2024年5月完成专区改造，将于8月开展培训。",
    f"{HALF}去年9月召开的推进会作了部署。",
    f"{HALF}现将1—6月政务公开工作总结如下：",
    "梅岭镇2024年政务公开工作总结\n9月开展宣传月活动。",
    f"{HALF}\n二、下半年打算\n9月开展宣传月活动，10月召开推进会。",
    f"{SUMMARY}比2017年第二季度增加6条。",
    f"{SUMMARY}2017年8月启动的道路工程于今年6月完工。",
    f"{SUMMARY}2017年3月成立以来，中心运行平稳。",
    f"{SUMMARY}2018年第二季度公开92条。",
    f"{SUMMARY}2017年底反馈的问题全部整改。",
    f"{SUMMARY}公开236条，较2017年增加34条。",
    f"{SUMMARY}公开236条，同比2017年增长5%。",
    f"{SUMMARY}2019年预算较2018年增加5万元。",
    f"{SUMMARY}与2008年相比，公开栏增加12处。",
    f"{SUMMARY}2016年公开180条，比2015年增加5条。",
    f"{SUMMARY}2018年，我镇被评为全县先进单位。",
    f"{SUMMARY}\n二、2019年打算\n2019年，我镇要完成目录修订。",
    "大河镇2018年政务公开工作总结\n2019年，我镇被评为全县先进单位。\n大河镇人民政府\n2019年2月1日",
    f"{SUMMARY}2017年，我镇被评为全县先进单位。",
    f"{SUMMARY}2019年，我镇将争取被评为先进单位。",
    signed(2023, "2024年1月18日"),
    signed(2023, "2023年12月28日"),
    signed(2023, "2023年7月4日", "上半年政务公开工作总结"),
    signed(2023, "2023年4月4日", "第一季度政务公开工作总结"),
    signed(2023, "2023年1月18日", "政务公开工作要点"),
    f"{HOLIDAY}10月1日至10月7日安排值班。",
    f"{HOLIDAY}9月28日至10月3日安排值班。",
    HOLIDAY.replace("国庆", "春") + "1月21日至1月27日放假。",
    HOLIDAY.replace("国庆节", "元旦") + "12月30日至1月1日放假。",
    "关于办事大厅值班安排的公告\n5月1日至5月5日安排值班。",
    f"{PAPER}党的二十大于2022年召开以来，专题学习12次。",
    f"{PAPER}党的十九大召开后，于2018年组织轮训。",
    f"{PAPER}2021年学习十九届六中全会精神。",
    f"{PAPER}党的十八大于2012年召开。",
    f"{PAPER}迎接党的二十大，在2021年启动宣讲。",
    f"{PLAN}\n做好“十四五”规划实施情况公开。",
    f"{PLAN}\n“十三五”规划实施情况的总结评估向社会公开。",
    f"{PLAN}\n“十三五”以来的做法要坚持。",
    PLAN.replace("2023", "2021") + "\n公开“十三五”规划实施情况。",
    PLAN.replace("2023", "2020") + "\n公开“十四五”规划编制情况。",
    f"{PLAN}\n2022年度未完成事项继续推进。",
    PLAN.replace("2023", "2021") + "\n启动“八五”普法，做好“七五”普法总结验收。",
    "新湾区2024年第三季度政务公开工作总结\n2024年7月至9月政务公开工作情况如下：",
    "白杨镇镇长2022年述职报告\n以上是我的述职报告，请批评指正。",
    "在教师节大会上的讲话\n我的讲话完了，谢谢大家！",
    "关于建设公开栏的请示\n妥否，请批示。",
    "白杨镇档案整理服务合同\n本合同一式两份，双方各执一份。",
    f"{PAPER}开展“我志愿加入”重温誓词活动。",
    f"{SUMMARY}\n二、下步打算\n在2018年工作的基础上继续努力，将在2019年3月前公布年度报告。",
]


@pytest.mark.parametrize(("rule", "text", "quote"), FIRES)
def test_time_or_genre_of_another_text(rule: str, text: str, quote: str) -> None:
    assert any(quote in found for found in quotes_of(text).get(rule, []))


@pytest.mark.parametrize("text", PASSES)
def test_time_and_genre_of_the_text(text: str) -> None:
    rules = {rule for rule, _, _ in FIRES}
    assert not set(quotes_of(text)) & rules


@pytest.mark.parametrize("year", [2016, 2017])
def test_a_congress_that_is_awaited_may_be_named(year: int) -> None:
    text = f"合龙镇{year}年政务公开工作总结\n以优异成绩迎接党的十九大胜利召开。"
    assert "date.event_not_yet" not in quotes_of(text)


def test_a_congress_named_after_another_is_read() -> None:
    text = "青澜县国土资源局2016年政府信息公开年度报告\n深入贯彻党的十八大和十九大精神。"
    assert quotes_of(text)["date.event_not_yet"] == ["十九大"]
