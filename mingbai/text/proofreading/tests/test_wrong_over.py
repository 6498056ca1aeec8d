"""Results before the end, done on a day to come, asked for in a month that is over: five texts on which each rule fires, five on which it does not."""

import pytest

from mingbai.text.proofreading.tests.reading import quotes_of

FIRES = {
    "date.result_before_end": [
        "2022年3月14日至4月28日，区党工委对社会事务局进行了巡察。4月20日，巡察组反馈了巡察意见。",
        "2021年6月1日至6月20日开展督查。6月15日，督查组通报了督查情况。",
        "2023年9月4日至9月15日，县审计局进行审计。9月10日出具审计报告。",
        "图书馆定于2022年11月14日至11月18日闭馆。恢复开放时间：11月17日上午9时。",
        "2020年7月1日至7月5日停水检修，7月4日恢复供水。",
    ],
    "date.already_on_day_to_come": [
        "松岗村村务公开\n村务监督委员会已于10月20日审核通过本公示内容。\n松岗村村民委员会\n2022年10月8日",
        "情况通报\n整改已于2021年9月30日完成。\n县水利局\n2021年9月15日",
        "关于答复的函\n材料已于6月25日寄出。\n镇人民政府\n2023年6月18日",
        "工作报告\n设备已于12月20日安装到位。\n卫生院\n2020年12月10日",
        "公示\n名单已于3月18日报县局。\n镇民政办\n2019年3月10日",
    ],
    "date.month_over": [
        "检查情况的报告\n三、整改要求\n对发现的问题建立清单。4月底前完成标志牌更换。\n岚山县生态环境局\n2021年5月18日",
        "自查报告\n三、下一步打算\n6月底前完成目录修订。\n县司法局\n2022年8月10日",
        "督查通报\n三、有关要求\n各单位3月15日前上报整改情况。\n县政府办公室\n2023年4月20日",
        "情况汇报\n四、整改措施\n7月底前配齐信息员。\n大湾镇人民政府\n2020年9月6日",
        "排查报告\n三、整改意见\n养殖场9月底前搬迁到位。\n县生态环境局\n2021年11月18日",
    ],
}
PASSES = {
    "date.result_before_end": [
        "2022年3月14日至4月28日，区党工委对社会事务局进行了巡察。5月20日，巡察组反馈了巡察意见。",
        "图书馆定于2022年11月14日至11月18日闭馆。恢复开放时间：11月19日上午9时。",
        "2021年6月1日至6月20日开展督查。6月15日，召开推进会。",
        "2020年7月1日至7月5日停水检修。",
        "2023年9月4日至9月15日举办培训。10月10日颁发证书。",
    ],
    "date.already_on_day_to_come": [
        "松岗村村务公开\n村务监督委员会已于9月20日审核通过本公示内容。\n松岗村村民委员会\n2022年10月8日",
        "情况通报\n整改已于2020年9月30日完成。\n县水利局\n2021年9月15日",
        "工作报告\n设备已于12月20日安装到位。\n卫生院\n2021年1月10日",
        "工作报告\n设备已于12月20日安装到位。",
        "公示\n名单将于3月18日报县局。\n镇民政办\n2019年3月10日",
    ],
    "date.month_over": [
        "检查情况的报告\n三、整改要求\n6月底前完成标志牌更换。\n岚山县生态环境局\n2021年5月18日",
        "自查报告\n三、下一步打算\n明年6月底前完成目录修订。\n县司法局\n2022年8月10日",
        "督查通报\n一、基本情况\n3月15日前上报整改情况的单位12个。\n县政府办公室\n2023年4月20日",
        "自查报告\n三、存在问题\n6月底前完成整改的任务未完成。\n县司法局\n2022年8月10日",
        "自查报告\n三、下一步打算\n2月底前完成目录修订。\n县司法局\n2022年12月20日",
    ],
}


@pytest.mark.parametrize("rule", FIRES)
def test_fires(rule: str) -> None:
    assert [text for text in FIRES[rule] if rule not in quotes_of(text)] == []


@pytest.mark.parametrize("rule", PASSES)
def test_passes(rule: str) -> None:
    assert [text for text in PASSES[rule] if rule in quotes_of(text)] == []


def test_every_rule_has_five_of_each() -> None:
    assert FIRES.keys() == PASSES.keys()
    assert all(len(texts) >= 5 for texts in (*FIRES.values(), *PASSES.values()))
