"""Days in an order that cannot be, and telephones of another region: five that fire, and what must not."""

from datetime import date

import pytest

from mingbai.text.proofreading.tests.reading import CLEAN, findings

NOTICE = {"written_on": date(2023, 5, 8), "year": 2023, "kind": "notice"}
HALF = {"title": "临川镇2023年上半年政务公开工作总结", "year": 2023}
TITLED = {"title": "关于做好2023年度考核评议工作的通知", "year": 2023}
LUAN = {"parent_unit": "六安市裕安区", "unit": "江家店镇"}
HOME = "咨询电话：0564-3281234。"
FIRES = {
    "date.reply_before_request": [
        ("本机关于2023年5月10日收到您的申请，于2023年4月28日作出答复。", {}),
        ("5月10日受理，4月28日办结。", NOTICE),
        ("该工程2022年3月1日开工建设，2021年12月1日竣工。", {}),
        ("2023年6月2日收到来信，2023年5月30日答复来信人。", {}),
        ("2023年3月5日提出申请，2023年3月1日送达决定书。", {}),
    ],
    "date.over_when_announced": [
        ("公示期为2023年3月1日至3月7日。", NOTICE),
        ("报名时间：4月1日至4月10日。", NOTICE),
        ("公告期自2022年5月8日起至2022年5月14日。", NOTICE),
        ("征求意见时间为2023年4月1日至4月30日。", NOTICE),
        ("公示时间：5月1日—7日。", NOTICE),
    ],
    "date.validity": [
        ("本办法自2023年6月1日起施行，有效期五年，至2027年5月31日。", {}),
        ("自2023年6月1日起施行，有效期至2022年5月31日。", {}),
        ("自2020年1月1日起实施，有效期3年，至2024年12月31日。", {}),
        ("自2021年7月1日起执行，有效期2年，到2022年6月30日。", {}),
        ("自2023年6月1日起生效，有效期至2023年5月31日。", {}),
    ],
    "date.age": [
        ("李某，1985年5月出生，现年28岁。", NOTICE),
        ("王某，1950年生，今年63岁。", NOTICE),
        ("张某，1990年3月2日出生，现年43岁。", NOTICE),
        ("赵某，2010年5月生，年龄23岁。", NOTICE),
        ("陈某，1978年8月出生（35岁）。", NOTICE),
    ],
    "date.count_of_years": [
        ("近三年（2019—2023年）公开800条。", {}),
        ("近五年（2020年至2022年）", {}),
        ("连续三年（2018-2022年）获评先进。", {}),
        ("过去两年（2019—2022年）", {}),
        ("近4年（2021—2022年）", {}),
    ],
    "date.after_the_part": [
        ("截至9月底，公开60条。", HALF),
        ("截至2023年8月31日，公开60条。", HALF),
        ("截止10月20日，公开60条。", HALF),
        ("截至12月底，公开60条。", HALF | {"title": "2023年三季度工作总结"}),
        ("截至6月底，公开20条。", HALF | {"title": "2023年一季度工作总结"}),
    ],
    "date.not_of_the_title": [
        ("为做好2022年度考核评议工作，通知如下：", TITLED),
        ("为切实做好2021年考核评议工作。", TITLED),
        ("现将2022年度考核评议有关事项通知如下：", TITLED),
        ("为进一步规范2024年度考核评议。", TITLED),
        ("现就2022年考核评议事项通知如下：", TITLED),
    ],
    "unit.area_code": [
        (HOME + "监督电话：0551-62601234。", LUAN),
        (HOME + "传真：0513-8123456。", LUAN),
        ("联系电话：0851-3281234。", LUAN),
        (HOME + "受理电话（0550）-3281234。", LUAN),
        (HOME + "联系电话：0512—65281234。", LUAN),
    ],
}
PASSES = [
    ("本机关于2023年5月10日收到您的申请，于2023年5月28日作出答复；12月28日受理，1月10日办结。", NOTICE),
    ("公示期为2023年5月8日至5月14日，报名时间：5月10日至5月20日。", NOTICE),
    ("自2023年6月1日起施行，有效期五年，至2028年5月31日；自2020年1月1日起施行，有效期至2024年12月31日。", {}),
    ("李某，1985年5月出生，现年38岁；王某，1950年生，今年73岁。", NOTICE),
    ("近三年（2021—2023年）、近五年（2019年至2023年）公开800条。", {}),
    ("截至6月底，公开60条，截至7月5日已更新。", HALF),
    ("为做好2023年度考核评议工作，在2022年度考核评议基础上通知如下：", TITLED),
    (HOME + "省政务公开办电话：0551-62601234，项目编号0551-2023001。", LUAN),
]


@pytest.mark.parametrize("name", FIRES)
def test_fires(name):
    assert [text for text, known in FIRES[name] if not findings(name, text, **known)] == []


@pytest.mark.parametrize("name", sorted(FIRES))
def test_is_silent_on_clean_text(name):
    for text, known in (*((text, {}) for text in CLEAN), *PASSES):
        assert [found.quote for found in findings(name, text, **known)] == []


def test_a_number_from_afar_is_a_hint_where_none_is_of_home():
    alone = findings("unit.area_code", "联系电话：0851-3281234。", **LUAN)
    beside = findings("unit.area_code", HOME + "联系电话：0851-3281234。", **LUAN)
    assert [found.severity for found in (*alone, *beside)] == ["info", "warning"]
