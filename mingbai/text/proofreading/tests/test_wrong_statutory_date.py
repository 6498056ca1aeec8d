"""Days and periods of the regulation on open government information, and deadlines that are over."""

from datetime import date

import pytest

from mingbai.text.proofreading.tests.fired import fired

CATEGORY = "wrong_year_or_date"
SIGNED = {"kind": "bulletin", "year": 2018, "written_on": date(2018, 7, 12)}
RULES = {"date.since_in_force", "date.nth_year_in_force", "date.new_period_before", "date.send_by_over"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("政府信息公开。自2014年5月1日《条例》施行以来，受理2件。", "date.since_in_force"),
        ("自2009年5月1日《政府信息公开条例》实施以来，受理2件。", "date.since_in_force"),
        ("自2019年5月1日新修订的《政府信息公开条例》施行以来", "date.since_in_force"),
        ("自2008年5月11日《中华人民共和国政府信息公开条例》正式实施以来", "date.since_in_force"),
        ("政务公开。自2020年5月15日《条例》颁布实施以来", "date.since_in_force"),
        ("2009年是《政府信息公开条例》施行的第一年。", "date.nth_year_in_force"),
        ("政务公开概述。2010年是《条例》实施的第二年。", "date.nth_year_in_force"),
        ("2011年度是《政府信息公开条例》正式实施的第三年。", "date.nth_year_in_force"),
        ("2020年是新修订的《政府信息公开条例》施行的第三年。", "date.nth_year_in_force"),
        ("2018年是《政府信息公开条例》施行的第十年。", "date.nth_year_in_force"),
    ],
)
def test_when_the_regulation_came_into_force(text: str, rule: str) -> None:
    assert rule in fired(CATEGORY, text)


@pytest.mark.parametrize(
    "text",
    [
        "政府信息公开。自2008年5月1日《条例》施行以来，受理2件。",
        "自2019年5月15日新修订的《政府信息公开条例》施行以来",
        "《森林防火条例》规定严格，政务公开同步。自2009年1月1日《条例》施行以来",
        "2009年是《政府信息公开条例》施行的第二年。",
        "2019年是新修订的《政府信息公开条例》施行的第一年。",
        "2008年是《政府信息公开条例》施行的第一年。",
        "《优化营商环境条例》和政务公开。2020年是《条例》施行的第一年。",
    ],
)
def test_days_that_are_right(text: str) -> None:
    assert not RULES & set(fired(CATEGORY, text))


@pytest.mark.parametrize(
    ("text", "year", "found"),
    [
        ("按照《条例》，5件公开申请均在20个工作日内答复。", 2009, True),
        ("受理信息公开申请2件，均在二十个工作日内予以答复。", 2014, True),
        ("公开申请由党政办统一在20个工作日之内答复。", 2016, True),
        ("信息公开申请，20工作日内办结。", 2018, True),
        ("依照条例规定，公开事项20个工作日内作出答复。", 2012, True),
        ("受理信息公开申请2件，均在15个工作日内答复。", 2014, False),
        ("受理信息公开申请2件，均在20个工作日内答复。", 2022, False),
        ("受理信息公开申请2件，均在20个工作日内答复。", 2019, False),
        ("信访申请在20个工作日内答复，并做好公开。", 2014, False),
        ("信息公开申请延长答复期限，最长不超过20个工作日答复。", 2014, False),
    ],
)
def test_the_period_of_answer(text: str, year: int, found: bool) -> None:
    assert ("date.new_period_before" in fired(CATEGORY, text, year=year)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("各单位于2017年7月31日前报送整改报告。", True),
        ("请于2018年7月1日前将整改报告报送县政府办公室。", True),
        ("务必2018年6月30日之前反馈。", True),
        ("于2018年7月11日以前上报。", True),
        ("请在2017年12月1日前提交总结。", True),
        ("各单位于2018年7月31日前报送整改报告。", False),
        ("经查，未按要求于2018年6月30日前报送的单位有3个。", False),
        ("石浦镇已于2018年6月30日前报送。", False),
        ("对于2018年6月30日前登记的车辆，不再检查。", False),
        ("原定于2018年6月30日前报送，现予延期。", False),
    ],
)
def test_a_deadline_before_the_day_of_writing(text: str, found: bool) -> None:
    assert ("date.send_by_over" in fired(CATEGORY, text, **SIGNED)) is found
