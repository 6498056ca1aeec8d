"""Parts of a report, shares of a total in an earlier line, quoted counts, and lists that are no sums."""

import pytest

from mingbai.text.proofreading.tests.fired import fired

CATEGORY = "arithmetic_inconsistency"
SHARES = "其中政策类100条，占总数的50%，财政类60条，占总数的{}%，其他40条，占总数的20%。"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("本报告由概述，主动公开情况，依申请公开情况，收费情况，存在的主要问题等六部分组成。", "arithmetic.report_parts"),
        ("全文由基本概况，主动回应情况，依申请公开办理情况，收费及减免情况，因公开申请行政复议、诉讼的情况，存在的问题及改进措施、其他需要报告等八部分组成。", "arithmetic.report_parts"),
        ("报告由概述，主动公开政府信息情况，依申请公开、不予公开及咨询情况等五部分组成。", "arithmetic.report_parts"),
        ("本报告包括总体情况、主动公开情况、收到和处理申请情况、行政复议和诉讼情况、存在的问题、其他事项五个部分。", "arithmetic.report_parts"),
        ("全文包括：概述；主动公开情况；依申请公开情况；复议、诉讼情况；附表共七部分。", "arithmetic.report_parts"),
        ("全年共公开信息200条。\n" + SHARES.format(35), "arithmetic.shares_of_total"),
        ("全年共公开信息200条。\n" + SHARES.format(31), "arithmetic.shares_of_total"),
        ("累计主动公开信息915条，在主动公开的信息中，政策类113条，占总体的比例为12.4%，工作类481条，占总体比例的52.6%，机构类6条，占总体的比例为0.6%，人事类23条，占总体比例的2.5%。", "arithmetic.shares_of_total"),
        ("累计公开201条。\n" + SHARES.format(30), "arithmetic.shares_of_total"),
        ("总计公开199条。\n" + SHARES.format(30), "arithmetic.shares_of_total"),
        ("严格执行“两审”制度，即经办人初审、办公室主任复审、分管领导终审。", "arithmetic.quoted_list"),
        ("落实“三审”机制：初审、终审。", "arithmetic.quoted_list"),
        ("做到“四公开”，即决策、执行、管理、服务、结果全过程公开。", "arithmetic.quoted_list"),
        ("坚持“五统一”原则，即统一内容、统一时间、统一形式、统一程序。", "arithmetic.quoted_list"),
        ("建立“三级”体系，即镇级、村级。", "arithmetic.quoted_list"),
        ("我乡主动公开政府信息2873条, 其中,通过政府网站公开1600条;利用微信公众号公开450条;利用公开栏等方式公开453条。", "arithmetic.sum"),
        ("主动公开政府信息数160条,其中,综合政务59条;人事1条;财政5条;教育8条;会议22条;安全监管45条;妇女儿童28条;监察2条。", "arithmetic.sum"),
        ("共主动公开政府信息176条。其中：文件109条，动态62条，公告2条，任免4条，会议4条。", "arithmetic.sum"),
    ],
)  # fmt: skip
def test_counts_that_disagree(text: str, rule: str) -> None:
    assert rule in fired(CATEGORY, text)


@pytest.mark.parametrize(
    "text",
    [
        "本报告由概述，主动公开情况，依申请公开情况，收费情况，行政复议、诉讼情况，存在的主要问题等六部分组成。",
        "报告由总体情况、主动公开情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六部分组成。",
        "本报告由概述、主动公开情况、依申请公开情况、咨询和投诉情况、行政复议和行政诉讼情况、工作人员和费用支出情况、存在的主要问题及改进情况、其他需要报告的事项、附表共九个部分组成。",
        "培训由讲授、讨论、考核三部分组成。",
        "本报告由概述，主动公开情况等七部分组成。",
        "全年共公开信息200条。\n" + SHARES.format(30),
        "全年共公开信息400条。\n" + SHARES.format(30),
        "全年共公开信息200条，占比较高。政策类100条，财政类60条。",
        "全年共公开信息200件。\n" + SHARES.format(29),
        "政策类100条，占总数的50%，财政类60条，占总数的30%。",
        "严格执行“三审”制度，即经办人初审、办公室主任复审、分管领导终审。",
        "落实“两公开”要求，即党务和政务公开。",
        "加强“三公”经费管理，公开预算、决算。",
        "做到“五公开”，即决策、执行、管理、服务、结果等全过程公开。",
        "坚持“四个自信”、“两个维护”。",
        "共公开203条，其中动态172条，栏目11条，人事4条，公告16条，在目录系统发布动态172条。",
        "通告24条，占15%，文件6条，占4%，解读6条，占4%，年报1条，占1%，财政5条，占3%，动态122条，占74%。",
        "本镇发布信息400多条，被网站采用270多条，在其他网站发布信息共计300多条。",
        "最高赔付5万元。其中，房屋全部倒塌的按5万元赔付，部分倒塌的每间1万元。",
    ],
)  # fmt: skip
def test_counts_in_order(text: str) -> None:
    assert not fired(CATEGORY, text)
