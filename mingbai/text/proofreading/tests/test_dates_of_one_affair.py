"""Days that must follow each other, stages with their own days, years of what is to come."""

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import SourceDocument
from mingbai.text.proofreading.engine import passages
from mingbai.text.proofreading.tests.fired import LISTS, RULES, Cases, misread

_REPORT = "2020年政务公开自查报告\n一、工作情况\n公开信息96条。\n二、下步打算\n"
_SUMMARY = "2018年政务公开工作总结\n一、工作情况\n公开信息96条。\n二、下步打算\n"
_NO_YEAR = "党务公开整改报告\n一、整改情况\n已补齐2019年至2021年的公开档案46盒。\n下一步，"
_STAGES = "活动方案\n（一）宣传阶段（2021年4月1日至4月30日）。召开动员会。\n（二）自查阶段（2021年5月9日至5月24日）。各村自查{}\n（三）总结阶段（2021年5月25日至5月31日）。乡里验收{}"
_ORDER = "关于做好2013年环境信息公开工作的{}\n{}\n三河县环境保护局\n2013年1月29日"

CASES: Cases = {
    "date.before_its_cause": (
        (
            "补贴资金于2022年6月20日到账，5月28日通过“一卡通”全部发放到户。",
            "产业扶持资金于6月15日下达，个别村6月8日才张榜公示。2022年",
            "2018年，按照县教育局10月12日印发的通知要求，我校于10月8日召开会议。",
            "2017年7月2日公布成绩，6月28日根据成绩公布录取分数线。",
            "2021年3月12日接到群众投诉，3月2日赶到现场调查。",
            "2019年9月10日签订施工合同，8月15日开工建设。",
            "2020年5月6日投票选举，4月28日公布选举结果。",
        ),
        (
            "补贴资金于2022年6月20日到账，6月28日通过“一卡通”全部发放到户。",
            "第一批资金2022年6月20日到账，第二批5月28日发放。",
            "2018年，按照县教育局10月12日印发的通知要求，我校于10月18日召开会议。",
            "2018年10月16日转来企业诉求，反映其于9月20日提交的申请迟迟未能办结。",
            "2019年9月10日签订施工合同，9月15日开工建设。",
            "2019年9月10日竣工，8月15日召开党员大会。",
        ),
    ),
    "date.before_its_stage": (
        (
            _STAGES.format("。", "，5月15日前形成总结。"),
            _STAGES.format("，4月20日前报自查情况。", "。"),
            _STAGES.format("，并于5月5日前上报。", "。"),
            _STAGES.format("。", "，各村5月10日前报送总结。"),
            _STAGES.format("。", "，5月20日起逐村验收。"),
        ),
        (
            _STAGES.format("。", "，5月30日前形成总结。"),
            _STAGES.format("，5月20日前报自查情况。", "。"),
            _STAGES.format("，按照4月20日前印发的方案。", "。"),
            _STAGES.format("。", "，6月5日前报送总结。"),
            "活动方案\n5月15日前形成总结。",
        ),
    ),
    "date.summed_up_before_over": (
        (
            "3月份，制定计划；4月至10月，组织实施；9月份，全面总结。",
            "4月至8月，全面推进；7月，检查验收。",
            "3月至11月组织实施；10月份总结评估。",
            "5月至9月，集中整改；8月份，考核验收。",
            "4月—10月开展治理，9月份全面总结。",
        ),
        (
            "3月份，制定计划；4月至10月，组织实施；11月份，全面总结。",
            "4月至8月，全面推进；7月，半年总结。",
            "4月至8月，全面推进；6月，召开会议。",
            "4月至8月，组织实施；8月，检查验收。",
            "3月份，动员部署；4月份，总结上年工作。",
        ),
    ),
    "date.plan_before_latest_year": (
        (
            _NO_YEAR + "街道将继续按照2020年度全区政务公开工作要点，巩固整改成果。",
            _NO_YEAR + "2020年将继续加强公开。",
            _NO_YEAR + "2020年6月底前完成目录修订。",
            _NO_YEAR + "严格执行2020年公开工作要点。",
            _REPORT + "按照2019年工作计划要求抓好公开。",
        ),
        (
            _NO_YEAR + "街道将继续按照2022年度全区政务公开工作要点，巩固整改成果。",
            _NO_YEAR + "总结2020年工作任务。",
            _NO_YEAR + "补发2020年度通报的遗留问题。",
            _REPORT + "按照2021年工作计划要求抓好公开。",
            _REPORT + "针对2019年考核任务中的不足抓好整改。",
        ),
    ),
    "date.plan_two_years_on": (
        (
            _SUMMARY + "2020年，我区将继续深化公开。",
            _SUMMARY + "2020年要加强培训。",
            _SUMMARY + "2020年，全镇将扩大公开范围。",
            _SUMMARY + "一是2020年继续推进公开。",
            _SUMMARY + "2020年度，我局将完善制度。",
        ),
        (
            _SUMMARY + "2019年，我区将继续深化公开。",
            _SUMMARY + "2020年底前建成中心。",
            _SUMMARY + "到2020年，我区将全面建成。",
            "2018年和2020年工作总结\n一、工作情况\n二、下步打算\n2020年，我区将继续深化。",
            "2018年工作计划\n2020年，我区将继续深化。",
        ),
    ),
    "date.begins_with_past_year": (
        (
            _REPORT + "以2019年为起点，补短板。",
            _REPORT + "将以2018年为新起点。",
            _REPORT + "以2019年机构改革为契机，抓好公开。",
            _REPORT + "以2019年检查为抓手。",
            _REPORT + "以2019年度考核为切入点。",
        ),
        (
            _REPORT + "以2020年为起点，补短板。",
            _REPORT + "以2021年为起点。",
            _REPORT + "2019年为改革之年。",
            _REPORT + "以2019年数据为准。",
            _REPORT + "以服务为起点。",
        ),
    ),
    "date.ordered_for_past_year": (
        (
            _ORDER.format("意见", "名录于2012年6月底前公布。"),
            _ORDER.format("通知", "各所2012年11月20日前报送总结。"),
            _ORDER.format("实施方案", "2012年年底前建成公开栏。"),
            _ORDER.format("意见", "力争2012年9月前完成目录修订。"),
            _ORDER.format("通知", "2012年底前落实人员。"),
        ),
        (
            _ORDER.format("意见", "名录于2013年6月底前公布。"),
            _ORDER.format("通知", "2012年底前已建成公开栏12个。"),
            _ORDER.format("通知", "2012年6月前取得资格的，不再公布。"),
            _ORDER.format("总结", "2012年6月底前完成目录。"),
            _ORDER.format("通知", "2012年底前应于完成的事项未完成。"),
        ),
    ),
    "date.stretch_ends_year_before": (
        (
            _REPORT + "信息自1月23日起每日更新，至2019年12月仍在更新。",
            _REPORT + "自2020年3月起开展整治，至2019年11月结束。",
            _REPORT + "自4月份起逐村检查，到2018年9月查完。",
            _REPORT + "自2月5日开始公示，截至2019年12月。",
            _REPORT + "自6月起推行，至2019年10月全部推开。",
        ),
        (
            _REPORT + "信息自1月23日起每日更新，至2020年12月仍在更新。",
            _REPORT + "自2019年3月起开展整治，至2020年11月结束。",
            _REPORT + "自2018年1月起推行，至2019年10月推开。",
            _REPORT + "至2019年12月，公开栏已建成。",
            "自1月23日起每日更新，至2019年12月仍在更新。",
        ),
    ),
    "date.impossible": (
        (
            "并于次月32日前将答复意见张榜。",
            "每月35日公布账目。",
            "支出明细：\n3.11月31日，路灯电费1173.5元；",
            "每年11月31日前报送。",
            "13月底前完成。",
        ),
        (
            "每月45日内办结。",
            "1.5月31日，路灯电费1173元；",
            "投资1.32亿元。",
            "每年10月31日前报送。",
            "12月底前完成。",
        ),
    ),
}


_BY_THEMSELVES = {
    name
    for name in CASES
    if name.partition(".")[2] in {"before_its_cause", "summed_up_before_over", "impossible"}
}


@pytest.mark.parametrize("name", sorted(_BY_THEMSELVES))
def test_days_that_follow_each_other(name: str) -> None:
    assert misread(name, CASES) == []


@pytest.mark.parametrize("name", [name for name in CASES if name not in _BY_THEMSELVES])
def test_years_of_a_paper(name: str) -> None:
    faulty, sound = CASES[name]
    assert [text for text in faulty if name not in _read(name, text)] == []
    assert [text for text in sound if name in _read(name, text)] == []


def _read(name: str, text: str) -> set[str]:
    """The rule if it fires on the text read as a file is."""
    ingested = ingest(SourceDocument("a.txt", text, "text/plain"))
    rule = RULES[name]
    return {one.rule for part in passages(ingested, lists=LISTS) for one in rule.find(rule, part)}
