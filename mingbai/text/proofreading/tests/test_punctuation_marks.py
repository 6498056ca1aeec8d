"""One mark for another: five texts on which each rule fires, five on which it does not."""

import pytest

from mingbai.text.proofreading.tests.reading import findings

FIRES = {
    "punctuation.comma_among_pauses": [
        "公开办事依据、程序、时限，收费标准、办理结果。",
        "公开项目名称、内容，补助标准、资金来源等。",
        "公示对象、条件，申报程序、时限和名单。",
        "公开机构、职责，办公地址、联系方式。",
        "公布政策、法规，办事指南、流程等。",
    ],
    "punctuation.brackets_of_two_widths": [
        "办公室(设在党政办）负责。",
        "办公室（设在党政办)负责。",
        "见(附件一）和（附件二）。",
        "各村（社区)要落实。",
        "《条例》(以下简称《条例》）施行。",
    ],
    "punctuation.items_need_colon": [
        "下一步将从以下方面改进；\n（一）加强领导。",
        "现将情况汇报如下，\n一、工作情况",
        "主要做法如下；一是加强领导。",
        "重点公开下列事项，1.财务收支。",
        "以下问题需要解决，首先是人手不足。",
    ],
    "punctuation.dashes_differ": [
        "按照提出—审核——公开—反馈—归档的程序办理。",
        "申请——受理—审核——批准—公示。",
        "实行收集—整理—审核——发布—存档。",
        "建立登记-审核--公开-归档制度。",
        "形成计划——实施—检查——改进—总结的闭环。",
    ],
    "punctuation.pause_before_etc": [
        "公布举报电话、电子邮箱、等监督渠道。",
        "利用公开栏、广播、等传统方式公开。",
        "做好方案、标准、等各项工作。",
        "整理文件、图片、等档案资料归档。",
        "公开预算、决算、等财务信息。",
    ],
    "punctuation.space_before_mark": [
        "对外公布了申请 、邮箱以及接待股室。",
        "加强领导 ，完善制度。",
        "工作有序开展 。下一步加强监督。",
        "机构如下 ：镇长任组长。",
        "工作有力。1 .组织健全。",
    ],
    "punctuation.item_word_mark": [
        "一是：公开不够及时。",
        "二是、内容不够通俗。",
        "第一、加强领导。",
        "首先、提高认识。",
        "三是，监督不够有力。",
    ],
    "punctuation.semicolon_for_comma": [
        "根据县政府文件精神；现将我镇工作情况报告如下。",
        "按照上级有关要求；我局认真组织自查。",
        "为进一步做好公开工作；特制定本计划。",
        "根据全县统一部署。现将工作情况汇报如下。",
        "依据条例第五十条规定；结合我乡实际，编制本报告。",
    ],
    "punctuation.colons_in_a_row": [
        "政府信息公开的内容：主动公开信息数：117条。",
        "主要情况：财政收支：全部公开。",
        "公开方式：网站公开：120条。",
        "工作成效：群众满意率：98%。",
        "存在问题：公开内容：不够全面。",
    ],
    "punctuation.stop_before_bracket": [
        "联系电话（0599-6630221；）公布。",
        "（地址：人民路1号，）欢迎查询。",
        "电话:6630221。)",
        "（见附件、）",
        "传真：6630221；)",
    ],
    "punctuation.listed_after_etc": [
        "内容涵盖规章文件、政务动态等、政策解读等。",
        "包括预算等、决算等内容。",
        "公开栏等、广播等形式。",
        "涉及低保等、救助等事项。",
        "文件等、公告等信息。",
    ],
    "punctuation.pause_before_number": [
        "10、支部工作总结、11、其它重大事项。",
        "1、财务收支、2、农民负担。",
        "公开内容1、政策文件、2、财政预算；",
        "一、组织领导、二、工作措施。",
        "（一）加强领导、（二）完善制度。",
    ],
    "punctuation.stray_hyphen": [
        "对村务公开监督小组的问询，-村民委员会应在10日内解释。",
        "完善制度；-加强监督。",
        "公开内容：-政策文件。",
        "统计期限为1月1日----12月31日。",
        "公开是原则--不公开是例外。",
    ],
    "punctuation.dots_for_ellipsis": [
        "公开栏、电子屏、广播...都已用上。",
        "内容包括预算、决算。。。",
        "认识的层面是......",
        "公开、、、公示都要做。",
        "广播，···等形式。",
    ],
    "punctuation.full_width_figures_systematic": [
        "２０１５年公开信息120条。",
        "公开信息１２０条。",
        "电话０５９９６６３０２２１。",
        "ＡＢ岗制度。",
        "登录ｗｗｗ网站。",
    ],
}
PASSES = {
    "punctuation.comma_among_pauses": [
        "公开办事依据、程序、时限，加强监督、检查。",
        "坚持以人为本、预防为主，统一领导、分工负责。",
        "公开机构、职责、办公地址。",
        "做到及时、准确，真正达到内容、形式统一。",
        "涉及三个小区，将改造内容、工期公布。",
    ],
    "punctuation.brackets_of_two_widths": [
        "办公室（设在党政办）负责。",
        "办公室(设在党政办)负责。",
        "见附件(1)。",
        "1）加强领导；2）完善制度。",
        "（一）各村(社区)落实。",
    ],
    "punctuation.items_need_colon": [
        "下一步将从以下方面改进：\n（一）加强领导。",
        "以下单位，请按时报送。",
        "处以五百元以下罚款，一律公开。",
        "有下列情形的，不予公开。",
        "汇报如下。\n一、工作情况",
    ],
    "punctuation.dashes_differ": [
        "按照提出—审核—公开—反馈—归档的程序办理。",
        "申请—受理—审核—批准——这是基本要求。",
        "2008—2010年期间。",
        "公开——让权力在阳光下运行。",
        "北京—上海线路。",
    ],
    "punctuation.pause_before_etc": [
        "公布电话、邮箱等监督渠道。",
        "开展评定、等级评定等工作。",
        "做好引导、等候区管理服务工作。",
        "公开预算、决算等信息。",
        "核实面积、等额选举等事项。",
    ],
    "punctuation.space_before_mark": [
        "一、公开情况\n对外公布电话、邮箱。",
        "加强领导，完善制度。",
        "1. 组织健全。",
        "组长 张明",
        "公开率 98%。",
    ],
    "punctuation.item_word_mark": [
        "一是公开不够及时。",
        "第一，加强领导。",
        "首先，提高认识。",
        "荣获全县第一、全市第三。",
        "做到唯一、统一。",
    ],
    "punctuation.semicolon_for_comma": [
        "根据文件精神，现将情况报告如下。",
        "认真学习文件精神；落实责任。",
        "为群众办实事；我镇投入资金。",
        "按照要求，我局认真自查。",
        "传达了会议精神。我镇召开会议。",
    ],
    "punctuation.colons_in_a_row": [
        "联系人：张明，电话：0599-6630221。",
        "会议时间：9：30。",
        "他说：“工作要求：公开。”",
        "公开内容：财政预算。",
        "领导小组：组长张明。",
    ],
    "punctuation.stop_before_bracket": [
        "（地址：人民路1号）",
        "他说（笑）。",
        "（公开！）",
        "1）加强领导；2）完善制度。",
        "（一）公开。（二）监督。",
    ],
    "punctuation.listed_after_etc": [
        "内容涵盖规章文件、政务动态等。",
        "公开栏、广播等，电子屏等形式。",
        "低保等事项、救助等事项。",
        "平等、公开等原则。",
        "甲等、乙等、丙等。",
    ],
    "punctuation.pause_before_number": [
        "1、财务收支；2、农民负担。",
        "一、二、三类目录。",
        "第一、第二、第三产业。",
        "5月1日、2日公布。",
        "一、组织领导。二、工作措施。",
    ],
    "punctuation.stray_hyphen": [
        "统计期限为1月1日—12月31日。",
        "提出-审核-公布的程序。",
        "公开——不公开。",
        "电话：0599-6630221。",
        "零下：-5度。",
    ],
    "punctuation.dots_for_ellipsis": [
        "公开栏、广播……都已用上。",
        "版本1.2.3。",
        "公开。",
        "政策、文件、公告。",
        "尼古拉·马丁。",
    ],
    "punctuation.full_width_figures_systematic": [
        "2015年公开信息120条。",
        "AB岗制度。",
        "登录www网站。",
        "第二期。",
        "编号A1。",
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
