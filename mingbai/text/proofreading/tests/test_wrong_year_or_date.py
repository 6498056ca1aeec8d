"""Days that do not exist and years that contradict the document's own."""

from datetime import date

import pytest

from mingbai.text.proofreading.tests.fired import fired

CATEGORY = "wrong_year_or_date"
SUMMARY = {"year": 2018, "kind": "work_summary"}
PLANS = "2018年工作总结\n一、工作情况\n公开信息96条。\n二、下步打算\n"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("会议于2023年2月29日召开。", "date.impossible"),
        ("6月31日前完成清理。", "date.impossible"),
        ("该项目2021年13月获批。", "date.impossible"),
        ("二〇二三年六月三十一日", "date.impossible_in_chinese"),
        ("20223年我镇公开96条。", "date.odd_year"),
        ("落款为2108年。", "date.odd_year"),
        ("2023年5月15日（星期三）上午", "date.weekday"),
        ("2013年7月8日至6月28日进行督查。", "date.period_reversed"),
        ("2017年9月至2017年6月，公开58条。", "date.period_reversed"),
        ("公告期7天，自2021年7月1日至2021年7月5日。", "date.days"),
        ("《政府信息公开条例》（2019年5月1日起施行）", "date.regulation_in_force"),
        ("2023年2023年我镇公开96条。", "date.year_twice"),
    ],
)
def test_the_calendar(text: str, rule: str) -> None:
    assert rule in fired(CATEGORY, text)


@pytest.mark.parametrize(
    "text",
    [
        "会议于2024年2月29日召开，版本为1.13.45。",
        "该村有1200年历史，规划到2035年，已历时3年。",
        "2023年5月15日（星期一）上午",
        "2023年全年接访48次，下一次定于1月8日（星期一）。",
        "公示期为2023年12月25日至2024年1月5日。",
        "公告期7天，自2021年7月1日至2021年7月7日。",
        "《条例》自2008年5月1日起施行，修订后的《政府信息公开条例》（2019年5月15日起施行）",
        "2022年、2023年分别公开80条、96条。",
        "2022年，我们将按照要求认真做好公开工作。",
        "11月至次年1月开展活动，12月31日截止。",
    ],
)
def test_right_days_pass(text: str) -> None:
    assert fired(CATEGORY, text) == {}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (PLANS + "2018年，我镇将继续扩大公开范围。", "date.plan_for_past_year"),
        ("公开96条。\n下一步，我镇将加强培训，2018年重点抓好政策解读。", "date.plan_for_past_year"),
        ("公开96条。\n2018年，我校将进一步加强校务公开。", "date.plan_for_past_year"),
        (PLANS + "按要求公开2017年部门决算。", "date.task_of_past_year"),
        (PLANS + "确保2018年政务公开工作再上新台阶。", "date.task_of_past_year"),
        (PLANS + "力争在2018年5月底前完成改造。", "date.deadline_over"),
        ("一、情况\n公开96条。\n二、2018年工作打算\n充实人员。", "date.heading_for_past_year"),
        ("现将2017年政务公开工作情况总结如下：", "date.reports_on_other_year"),
        ("2017年，我镇在县委的领导下，坚持依法公开。", "date.opens_with_other_year"),
        ("截至2017年底，我镇共公开信息96条。", "date.figures_of_other_year"),
        ("2019年以来，我镇共受理申请3件。", "date.figures_of_other_year"),
        ("2019年9月1日开学后，我校已更新公开栏。", "date.after_the_year"),
        ("去年（2016年）公开80条。", "date.spoken_year"),
        ("统计期限为2017年1月1日至2017年12月31日。", "date.statistics_period"),
        ("贯彻落实党的十九届四中全会精神。", "date.event_not_yet"),
    ],
)
def test_other_years_in_a_summary_of_2018(text: str, rule: str) -> None:
    assert rule in fired(CATEGORY, text, **SUMMARY)


@pytest.mark.parametrize(
    "text",
    [
        PLANS + "2019年，我镇将继续扩大公开范围。公开2018年部门决算。",
        PLANS + "力争在2019年5月底前完成改造。",
        "2018年，我镇将政务公开纳入年度考核。",
        "2017年公开80条，2018年公开96条，比上年增长20%。",
        "去年（2017年）公开80条，今年（2018年）公开96条。",
        "现将2018年政务公开工作情况总结如下：",
        "贯彻落实党的十九大和十九届三中全会精神。",
        "统计期限为2018年1月1日至2018年12月31日。",
        "自2008年5月1日《条例》施行以来，累计公开720条。",
        "一、2018年工作计划完成情况\n内容。",
    ],
)
def test_a_sound_summary_of_2018_passes(text: str) -> None:
    assert fired(CATEGORY, text, **SUMMARY) == {}


def test_signed_in_the_wrong_year() -> None:
    text = "2018年工作总结\n江家镇人民政府\n2017年12月30日"
    found = fired(CATEGORY, text, **SUMMARY, written_on=date(2017, 12, 30))
    assert found == {"date.signed_in_other_year": "2017年12月30日"}
    assert fired(CATEGORY, text, **SUMMARY, written_on=date(2019, 1, 5)) == {}


def test_published_before_signed() -> None:
    text = "公告\n江家镇人民政府\n2018年6月5日"
    signed = {"written_on": date(2018, 6, 5), "kind": "announcement"}
    assert fired(CATEGORY, text, **signed, published_on=date(2018, 6, 1)) == {
        "date.published_before_signed": "2018年6月5日"
    }
    assert fired(CATEGORY, text, **signed, published_on=date(2018, 6, 5)) == {}


def test_half_a_year_may_still_plan_for_its_own() -> None:
    text = "2018年上半年工作总结\n一、情况\n公开40条。\n二、下半年打算\n2018年，将继续扩大公开。2018年10月底前完成。"
    known = {"year": 2018, "kind": "work_summary", "title": "2018年上半年工作总结"}
    assert fired(CATEGORY, text, **known) == {}
    assert "date.deadline_over" in fired(CATEGORY, text.replace("10月底前", "3月底前"), **known)


@pytest.mark.parametrize(
    "plan",
    [
        "对2017年10月前受理、尚未办结的12件申请，一季度全部办结。",
        "继续做好原定2017年12月底前完成、延期至2019年3月的目录修订。",
        "对2018年6月前建成的公开栏进行翻新。",
        "按照省里2018年底前完成整改的要求，我镇已提前完成，重点巩固成果。",
        "凡2018年12月31日前到期的规范性文件，逐件评估后公布结果。",
        "将2018年底前印发的政策文件全部归集到专栏。",
        "对2016年以前的档案进行数字化。",
        "公开2018年前三年的财政决算。",
        "申请人在2018年12月20日前提交的申请，按规定答复。",
        "到2018年底前已完成的项目，开展“回头看”。",
        "2018年底前完成的项目，2019年交付使用。",
    ],
)
def test_a_day_that_tells_which_things_are_meant_is_no_term(plan: str) -> None:
    assert "date.deadline_over" not in fired(CATEGORY, PLANS + plan, year=2018, kind="work_summary")


@pytest.mark.parametrize(
    "plan",
    [
        "2018年6月前完成公开目录修订。",
        "修订公开目录，2018年10月底前上线新栏目。",
        "各村公开栏在2018年9月底前全部更新。",
        "将在2018年6月前完成目录的修订。",
        "力争于2018年底前完成栏目的整合。",
    ],
)
def test_a_term_that_is_over_is_told(plan: str) -> None:
    assert "date.deadline_over" in fired(CATEGORY, PLANS + plan, year=2018, kind="work_summary")
