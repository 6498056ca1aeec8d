"""Sentences as real reports write them around their tables: an alarm where they contradict, and no other."""

from dataclasses import replace

import pytest

from mingbai.text.annual_reports.reading import read_reports
from mingbai.text.annual_reports.tests.published import Published, lines
from mingbai.text.annual_reports.verify import ReportFinding, verify_report, verify_together

TOWN = Published(
    "临河县青山镇人民政府",
    2023,
    rows="in=2 g=12+2 p=4 d4=1 d7=2 u1=8+1 n2=1 o1=1 out=3",
    stock=(0, 0, 0, 3, 1, 12),
    suits="1 0 0 1 2 0 0 0 0 0 1 0 0 0 1",
)
"""33 received, 2 carried in, 32 handled (14 granted, 4 partial, 3 denied, 9 unavailable, 1 not processed, 1 other), 3 carried out."""
COUNTY = replace(TOWN, unit="临河县人民政府")
BUREAU = replace(TOWN, unit="临河县水利局")

SOUND = [
    "共办理并答复网上申请20件、纸质申请12件，顺延至下一年答复3件。",
    "受理线上信息公开申请20件，依法办结18件，结转下年度办理2件，受理线下信息公开申请13件，已全部依法办结。",
    "收到政府信息公开申请33件，其中通过政府网站申请20件、邮寄纸质版申请13件，按时办结32件，结转下年度办理3件。",
    "共受理依申请公开33件，予以公开及部分公开的有18件，占56.25%；无法提供的有9件，占28.13%。",
    "接收通过邮寄、网络提交的各类政府信息公开申请共计33件，涉及自然人30件、商业企业3件。办结依申请公开32件。",
    "新收政府信息公开申请33件，2022年结转2件，除结转2024年度继续办理外，均已依法办结。",
    "共收到政府信息公开申请35件（含上年结转2件），共办结32件，结转至2024年3件。",
    "全年办理政府信息公开申请32件，答复率100%。",
    "因政务信息公开工作被申请行政复议的案件有2件，结果维持1件；被提起行政诉讼的案件有1件。",
    "全年办理因政府信息公开申请引发的行政复议2起，行政诉讼1起。",
    "集中公开现行有效行政规范性文件12件，动态更新本年度制发的规范性文件3件。",
    "对行政规范性文件进行全面梳理，继续有效11件，失效0件、废止1件。",
    "收到并办理自然人申请公开政府信息数30件。",
    "全市共收到政府信息公开申请1286件，较上年增长12%。",
    "开展办前主动沟通9次，化解争议5件。",
    "受理12345热线工单31件，办结率100%；处理网民留言3条。",
    "发布解读21条，其中图文17条，占比超八成。",
    "共收到申请33件，同比增加5件，其中自然人30件，占90.9%；法人3件，占9.1%。",
    "全年政府信息公开申请件数为33件。",
    "申请人撤回申请1件，补正后不再处理1件。",
    "未发生因政府信息公开工作引起的责任追究。",
    "举办培训2期，收到意见建议12条，采纳5条。",
    "全县各部门办理行政复议案件共46件。",
    "2022年我们收到申请20件，2023年收到申请33件。",
    "截至12月底，收到申请33件，办结32件。",
    "对涉及征地的12件申请，及时与申请人沟通。",
    "收到政府信息公开申请33件，已办结32件，剩余3件正在办理。",
    "2023年，收到行政复议申请5件，其中维持2件，撤销1件。",
    "收到救助申请48件，办理行政许可申请26件，办结26件。",
    "自2008年《条例》实施以来，累计收到申请256件，办结250件。",
    "近五年来，共收到政府信息公开申请256件。",
    "今年以来，收到依申请信息公开33件，办结32件。",
]
BROKEN = [
    ("共收到政府信息公开申请41件，办结32件。", {"NARRATIVE_new_received"}),
    ("共受理依申请公开件30件，均按时办结。", {"NARRATIVE_new_received"}),
    ("2023年度共收到依申请信息公开26件，及时回复申请人。", {"NARRATIVE_new_received"}),
    ("办结依申请公开38件。", {"NARRATIVE_handled_total"}),
    ("收到申请33件，上年结转5件。", {"NARRATIVE_carried_in"}),
    ("收到申请33件，结转至2024年继续办理8件。", {"NARRATIVE_carried_out"}),
    ("收到申请33件，予以公开15件，部分公开4件，不予公开3件。", {"NARRATIVE_granted"}),
    ("收到申请33件，予以公开14件，部分公开6件。", {"NARRATIVE_partial"}),
    ("收到申请33件，予以公开及部分公开20件，无法提供9件。", {"NARRATIVE_granted_plus_partial"}),
    ("收到申请33件，不予公开5件，无法提供4件。", {"NARRATIVE_denied", "NARRATIVE_unavailable"}),
    ("收到申请33件，不予处理3件。", {"NARRATIVE_not_processed"}),
    ("因政府信息公开被申请行政复议5件，被提起行政诉讼1件。", {"NARRATIVE_review"}),
    ("因政府信息公开引发的行政复议2件，行政诉讼4件。", {"NARRATIVE_litigation"}),
    ("没有因政府信息公开被申请行政复议、提起行政诉讼。", {"NARRATIVE_review", "NARRATIVE_litigation"}),
    ("制定行政规范性文件7件。", {"NARRATIVE_normative_documents"}),
    ("2023年度未收到政府信息公开申请。", {"NARRATIVE_new_received"}),
    ("共收到33件，其中网站申请占60%，信函申请占30%，当面申请占15%。", {"PERCENTAGES_SUM"}),
    ("予以公开占43.8%，部分公开占12.5%，不予公开占9.4%，无法提供占28.1%，其他占6.3%。", set()),
]


def found(made: Published, **prose: str) -> set[str]:
    (report,) = read_reports(lines(replace(made, **prose)))
    return {finding.id for finding in verify_report("x", report).findings}


@pytest.mark.parametrize("made", [TOWN, COUNTY, BUREAU], ids=["town", "county", "bureau"])
@pytest.mark.parametrize("sentence", SOUND)
def test_no_alarm(made, sentence):
    assert found(made, one=f"2023年，严格落实条例，主动公开信息126条。{sentence}") == set()


@pytest.mark.parametrize("made", [TOWN, COUNTY, BUREAU], ids=["town", "county", "bureau"])
@pytest.mark.parametrize(("sentence", "ids"), BROKEN)
def test_a_contradiction_is_named(made, sentence, ids):
    assert found(made, one=f"2023年，主动公开信息126条。{sentence}") == ids


@pytest.mark.parametrize(
    ("prose", "ids"),
    [
        ({"intro": "本报告数据的统计期限为2022年1月1日至2022年12月31日。"}, {"STALE_YEAR_IN_TEXT"}),
        ({"intro": "本报告数据的统计期限为2023年1月1日至2023年12月31日，对比2022年数据。"}, set()),
        ({"one": "2022年，我镇主动公开信息126条。2022年开展培训2次。"}, {"STALE_YEAR_IN_TEXT"}),
        ({"one": "2023年，我镇在2022年工作的基础上继续努力，主动公开信息126条。"}, set()),
        ({"five": "存在的问题：内容不全。2023年，我镇将加强学习。"}, {"STALE_YEAR_IN_TEXT"}),
        ({"five": "2023年，工作取得成绩，但仍有不足。2024年，我镇将加强学习。"}, set()),
        ({"five": "针对2022年存在的问题，2023年已经整改。下一步将加强学习。"}, set()),
        ({"five": "问题：内容不全。2023年，我镇将公开工作纳入考核，但力度不够。2024年将加强。"}, set()),
        ({"five": "问题：自我局限。我乡村振兴信息公开不够。2024年，我镇将加强学习。"}, set()),
        ({"six": "2023年没有收取信息处理费，与2022年相比没有变化。"}, set()),
        ({"one": "2023年，公开信息126条，网站占60%，其中动态占50%，公告占40%，其他占10%。"}, set()),
        ({"six": "2022年没有收取信息处理费。"}, {"STALE_YEAR_IN_TEXT"}),
        ({"six": "没有需要报告的事项。"}, {"NARRATIVE_fee_section6"}),
        ({"six": "按照《政府信息公开信息处理费管理办法》，本年度收取0元。"}, set()),
        ({"intro": "根据国办公开办函〔2019〕60号编制本报告。"}, {"CITES_OBSOLETE_NOTICE"}),
        ({"intro": "根据国办公开办函（2021）30号编制本报告。"}, set()),
        ({"intro": "本报告由临河县白云乡人民政府编制。"}, {"COPIED_TEXT"}),
        ({"intro": "如有疑问，请与临河县青山镇党政办公室联系。"}, set()),
        ({"one": "2023年，我局主动公开信息126条。"}, {"COPIED_TEXT"}),
        ({"one": "2023年，在县政府办公室、县司法局指导下，我镇公开信息126条。"}, set()),
        ({"head": "发布时间：2024-02-19 15:20"}, {"LATE_PUBLICATION"}),
        ({"head": "发布时间：2024-01-31 23:59"}, set()),
        ({"head": "发布时间：2024-02-19", "unit": "临海综合实验区"}, set()),
        ({"head": "发布时间：2024-03-08", "unit": "临海综合实验区"}, {"LATE_PUBLICATION"}),
        ({"head": "采集时间：2025-12-30 21:37"}, set()),
        ({"head": "发布时间：2022-01-12"}, {"STALE_YEAR_IN_TEXT"}),
        ({"head": "发布时间：2023-12-29"}, set()),
        ({"head": "打印时间：2025-06-01\n发布日期：2024/1/19"}, set()),
    ],
)
def test_what_else_the_prose_gives_away(prose, ids):
    assert found(TOWN, **prose) == ids


@pytest.mark.parametrize(
    ("changes", "ids"),
    [
        ({"rows": "new=34 in=2 g=32 out=3"}, {"T3_balance_natural_person", "T3_balance_total"}),
        ({"rows": "g=32 sum=31 out=3"}, {"T3_handled_total_natural_person", "T3_handled_total_total"}),
        ({"rows": "new=3+0+0+0+0+1 g=3"}, {"T3_balance_other_org", "T3_balance_total"}),
        ({"printed": {"t3.total.granted": "15"}}, {"T3_total_column_granted", "T3_handled_total_total"}),
        (
            {"printed": {"t3.total.denied_state_secret": "1"}},
            {"T3_total_column_denied_state_secret", "T3_handled_total_total"},
        ),
        ({"suits": "1 0 0 1 3 0 0 0 0 0 1 0 0 0 1"}, {"T4_total_review"}),
        (
            {"suits": "0 0 0 0 0 1 0 0 0 0 1 0 0 1 1"},
            {"T4_total_litigation_direct", "T4_total_litigation_after_review"},
        ),
        ({"stock": (0, 0, 2)}, {"PLAUSIBLE_rules"}),
        ({"stock": (0, 0, 0, 5, 0, 3)}, {"PLAUSIBLE_normative_documents"}),
        ({"stock": (0, 0, 0, 0, 0, 0, 0, 0, 0, 128000)}, {"PLAUSIBLE_administrative_fees"}),
        ({"unit": "临河市人民政府", "stock": (1, 0, 12)}, set()),
    ],
)
def test_broken_identities(changes, ids):
    assert found(replace(TOWN, **changes)) == ids


def test_a_zone_whose_rank_is_not_certain_is_only_reminded_of_the_date():
    zone = replace(COUNTY, unit="临海综合实验区", head="发布时间：2024-03-08")
    findings = [f for made in (zone, replace(zone, unit=COUNTY.unit)) for f in _late(made)]
    assert [finding.severity for finding in findings] == ["info", "warning"]


def _late(made: Published) -> list[ReportFinding]:
    (report,) = read_reports(lines(made))
    return [f for f in verify_report("x", report).findings if f.id == "LATE_PUBLICATION"]


def together(*reports: Published) -> list[set[str]]:
    verified = [verify_report(f"{n}", r) for n, made in enumerate(reports) for r in read_reports(lines(made))]
    verify_together(verified)
    return [{finding.id for finding in each.findings} for each in verified]


def test_years_of_one_unit_whatever_it_is_called():
    before = replace(TOWN, unit="临河县青山镇", year=2022, rows="g=4 out=2", stock=(0, 0, 0, 2, 0, 10))
    assert together(TOWN, before) == [set(), set()]
    gone = replace(before, rows="g=4 out=1")
    assert together(TOWN, gone) == [{"CROSS_YEAR_carry_natural_person", "CROSS_YEAR_carry_total"}, set()]
    fewer = replace(before, stock=(0, 0, 0, 2, 0, 5))
    assert together(TOWN, fewer) == [{"CROSS_YEAR_valid_normative_documents"}, set()]
    other_unit = replace(gone, unit="临河县白云乡人民政府")
    assert together(TOWN, other_unit) == [set(), set()]
    short = replace(gone, unit="青山镇人民政府")
    assert together(TOWN, short) == [{"CROSS_YEAR_carry_natural_person", "CROSS_YEAR_carry_total"}, set()]
    namesake = replace(TOWN, unit="临海县青山镇人民政府")
    assert together(TOWN, namesake, short) == [set(), set(), set()]
    two_years_before = replace(gone, year=2021)
    assert together(TOWN, two_years_before) == [set(), set()]


def test_a_page_with_two_years_is_two_reports_that_are_compared():
    before = replace(TOWN, year=2022, rows="g=4 out=1", stock=(0, 0, 0, 2, 0, 10))
    reports = read_reports(lines(TOWN) + "\n上一篇：通知公告\n" + lines(before))
    assert [(r.heading.year, r.cells["t3.total.carried_out"]) for r in reports] == [(2023, 3), (2022, 1)]
    verified = [verify_report("x", report) for report in reports]
    verify_together(verified)
    assert {finding.id for finding in verified[0].findings} == {
        "CROSS_YEAR_carry_natural_person",
        "CROSS_YEAR_carry_total",
    }


@pytest.mark.parametrize(
    ("text", "unit", "kind", "year"),
    [
        (
            "2023年，在区委、区政府的坚强领导下，柳林街道办事处认真贯彻条例。2023年，主动公开63条。",
            "柳林街道办事处",
            "subdistrict",
            2023,
        ),
        (
            "根据条例的要求，临河市城南区柳林街道特编制2022年政府信息公开年度报告。",
            "临河市城南区柳林街道",
            "subdistrict",
            2022,
        ),
        (
            "本报告由青山镇人民政府党政办公室编制。统计期限为2020年1月1日至2020年12月31日。",
            "青山镇人民政府",
            "town",
            2020,
        ),
        (
            "本报告由青山镇人民政府按照《条例》和国办公开办函〔2021〕30号要求编制。2024年，公开12条。",
            "青山镇人民政府",
            "town",
            2024,
        ),
        ("2019年，我乡明确专人负责。", None, "town", 2019),
        ("现汇报我镇2023年政府信息公开工作。", None, "town", 2023),
        ("我局2022年公开12条，2021年公开9条，2021年较少。", None, "bureau", None),
        ("我们公开了12条。我镇和我局都重视。", None, None, None),
        ("在县司法局认真指导下，县财政局积极配合，2023年公开12条。", None, None, 2023),
    ],
)
def test_a_report_without_its_title(text, unit, kind, year):
    body = lines(
        replace(
            TOWN, title="政府信息公开工作年度报告", intro="根据条例编制。", one=text, six="无信息处理费。"
        )
    )
    (report,) = read_reports(body)
    assert (report.heading.unit, report.heading.unit_kind, report.heading.year) == (unit, kind, year)
