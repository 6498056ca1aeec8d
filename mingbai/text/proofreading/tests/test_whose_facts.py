"""Whose organs act, which stages follow each other, what an article deals with: five texts on which each rule fires, five on which it does not."""

from mingbai.text.proofreading.tests.reading import findings, five_of_each

_BUREAU = "清水县市场监督管理局2019年政务公开工作总结\n清水县市场监督管理局认真落实。\n"
_TOWN = "石盘镇2019年政府信息公开工作年度报告\n石盘镇落实条例，以县政府门户网站为第一平台。\n"
_SCHOOL = "桃源镇中学食堂管理制度\n桃源镇中学制定本制度。\n"
_PLAN = "青山镇2023年环境整治方案\n青山镇制定本方案。\n"
_REPORT = "青河镇2021年政府信息公开工作年度报告\n"

FIRES = {
    "unit.town_of_none": [
        _BUREAU + "镇党委高度重视，成立领导小组。\n各乡镇市场监管所参加。",
        _BUREAU + "镇主要领导亲自抓，分管领导具体抓。\n对各乡镇中心校进行了培训。",
        _BUREAU + "乡党委将进一步加强领导。\n各乡镇所按月报送。",
        _BUREAU + "镇人民政府将继续加大公开力度。\n各乡镇所参加。",
        _BUREAU + "政务公开由局办公室组织，乡党政办配合。\n各乡镇所参加。",
    ],
    "unit.account_by_other_name": [
        _TOWN + "用好“柳坪发布”微信公众号、村务公开栏等载体。",
        _TOWN + "通过“柳坪先锋”公众号推送信息36条。",
        _TOWN + "利用“云岭政务”微信公众号公开信息。",
        _TOWN + "信息同步推送到“柳坪之声”抖音号。",
        "桐柏岭乡2023年年度报告\n桐柏岭乡落实。在“桐乡发布”公众号推送。“桐柏岭发布”公众号粉丝1.1万人。",
    ],
    "date.stages_share_months": [
        _PLAN + "（一）集中整治（2023年4月至10月）。\n（二）检查验收（2023年9月至12月）。",
        _PLAN + "（一）动员部署（2023年3月至5月）。\n（二）组织实施（2023年4月至10月）。",
        _PLAN + "第一阶段：摸底调查（3月上旬至4月中旬）。\n第二阶段：集中攻坚（4月上旬至9月底）。",
        _PLAN + "1.制定方案（2023年6月）。\n2.全面实施（2023年4月至9月）。",
        "5月至9月为组织实施阶段，9月上旬至12月为检查验收阶段。",
    ],
    "date.months_of_building": [
        _BUREAU + "清河治理工程于3月开工，2月完工。",
        _BUREAU + "项目于6月底开工建设，5月建成。",
        _BUREAU + "该路段8月份动工，于7月竣工。",
        _BUREAU + "改造工程5月启动，4月底全面完工。",
        "项目于2022年4月开工，计划工期18个月，2023年4月竣工。",
    ],
    "contradiction.all_of_none": [
        "全年收到依申请公开0件，均已按时答复。",
        "全年收到政府信息公开申请0件，全部按时办结。",
        "全年未收到政府信息公开申请，均已按时答复。",
        "今年没有收到群众投诉，全部及时处理。",
        "受理行政复议0件；均已依法办结。",
    ],
    "regulation.article_of_matter": [
        _REPORT + "本报告根据《中华人民共和国政府信息公开条例》第四十条规定编制。",
        _REPORT + "根据《中华人民共和国政府信息公开条例》第二十条规定，编制本年度报告。",
        _REPORT + "按照《条例》第三十三条的要求，现编制2021年年度报告。",
        _REPORT + "依据《政府信息公开条例》第三十六条，收取费用时开具票据。",
        _REPORT + "根据《政府信息公开条例》第五十条规定，公共企事业单位参照执行。",
    ],
    "regulation.no_such_item": [
        _REPORT + "根据《政府信息公开条例》第三十六条第（十一）项规定，予以答复。",
        _REPORT + "根据《政府信息公开条例》第三十六条第八项规定，予以答复。",
        _REPORT + "按照《条例》第二十条第（十六）项公开。",
        _REPORT + "属于《条例》第五十条第（六）项所列情形。",
        _REPORT + "属于《条例》第十四条第（三）项所列情形。",
    ],
}
PASSES = {
    "unit.town_of_none": [
        _BUREAU + "镇党委、政府初审后报县局，由镇政府公示。\n各乡镇所参加。",
        _BUREAU + "在双河镇开展试点，镇党委高度重视。\n各乡镇所参加。",
        _BUREAU + "各乡镇要加强领导，镇主要领导亲自抓。",
        _BUREAU + "各镇党委高度重视，各乡镇所参加。",
        _SCHOOL + "镇党委高度重视学校工作，镇政府将继续支持。",
    ],
    "unit.account_by_other_name": [
        _TOWN + "用好“石盘发布”微信公众号、村务公开栏等载体。",
        _TOWN + "县融媒体中心“云阳发布”公众号推送信息36条。",
        _TOWN + "关注“云阳发布”微信公众号。",
        _TOWN + "建好“平安先锋”公众号、“阳光党建”公众号。",
        _TOWN + "在省级“江淮发布”公众号刊发信息2条。",
    ],
    "date.stages_share_months": [
        _PLAN + "（一）集中整治（3月16日至10月）。\n（二）督查考核（3月至11月）。",
        _PLAN + "（一）集中整治（2023年4月至9月）。\n（二）检查验收（2023年9月至12月）。",
        _PLAN + "（一）动员部署（2023年3月）。\n（二）组织实施（2023年4月至10月）。",
        _PLAN + "（一）集中整治（2023年4月至10月）。\n（二）督导检查（2023年9月至12月）。",
        _PLAN + "（一）前期准备（2023年11月至12月）。\n（二）组织实施（2024年1月至10月）。",
        "5月至8月为组织实施阶段，9月上旬至12月为检查验收阶段。",
    ],
    "date.months_of_building": [
        _BUREAU + "清河治理工程于3月开工，9月完工。",
        _BUREAU + "项目于11月开工，3月完工。",
        _BUREAU + "项目于2022年6月开工，2023年5月建成。",
        _BUREAU + "一期3月完工，二期2月开工。",
        "项目于2022年4月开工，计划工期12个月，2023年4月竣工。",
    ],
    "contradiction.all_of_none": [
        "全年收到依申请公开2件，均已按时答复。",
        "未收到举报，信访事项均已办结。",
        "收到提案0件、建议3件，均已办结。",
        "没有收到投诉。全部窗口及时更新公示。",
        "受理投诉10件，均已依法办结。",
    ],
    "regulation.article_of_matter": [
        _REPORT + "本报告根据《中华人民共和国政府信息公开条例》第五十条规定编制。",
        _REPORT + "根据《条例》第四十九条、第五十条规定，编制本年度报告。",
        _REPORT + "按照《条例》第二十条规定，主动公开机构职能。",
        "青河镇2016年政府信息公开工作年度报告\n根据《政府信息公开条例》第三十一条规定，编制本年度报告。",
        _REPORT + "依据《条例》第四十二条，收取信息处理费。",
        # what is published there is no report, and the fee is that of an office
        _REPORT + "根据《条例》第二十条规定，公布机构职能、办事指南等信息320条。",
        _REPORT + "根据《条例》第二十六条规定发布信息，全年无超期。",
        _REPORT + "按照《政府信息公开条例》第二十条第（八）项规定，公开行政事业性收费项目12项。",
        _REPORT + "根据《条例》第二十条第八项要求，及时公布收费目录。",
        "2012年，依据《政府信息公开条例》第二十八条，收费予以减免。",
        # the regulation of a place, and another one that is called 《条例》 for short
        _REPORT + "根据《云阳市政府信息公开条例》第六条，编制年度报告。",
        _REPORT + "学习《信访工作条例》，按照《条例》第六条规定编制年度报告。",
    ],
    "regulation.no_such_item": [
        _REPORT + "根据《政府信息公开条例》第三十六条第（四）项规定，予以答复。",
        _REPORT + "按照《条例》第二十条第（十五）项公开。",
        "青河镇2016年年度报告\n按照《政府信息公开条例》第十条第（十一）项公开。",
        _REPORT + "按照《信访条例》第三十六条第（十一）项办理。",
        _REPORT + "属于《条例》第五十条第（五）项所列情形。",
        _REPORT + "学习贯彻《信访工作条例》，按照《条例》第二十条第（十六）项办理。",
        "青河镇宗教工作总结\n按照《条例》第三十六条第（九）项办理。",
    ],
}
test_fires, test_passes, test_every_rule_has_five_of_each = five_of_each(FIRES, PASSES)


def _told(name: str, text: str, year: int) -> list[tuple[str, str | None]]:
    return [(one.severity, one.suggestion) for one in findings(name, text, year=year)]


def test_what_rests_on_rows_not_held_against_the_law_is_a_hint() -> None:
    item = "根据《政府信息公开条例》第二十条第（十六）项公开。"
    assert _told("regulation.no_such_item", item, 2023) == [("warning", "核对条、项")]
    assert _told("regulation.no_such_item", "根据《政府信息公开条例》第十条第（十六）项公开。", 2012) == [
        ("info", "核对条、项")
    ]


def test_articles_are_suggested_in_the_numerals_of_the_paper() -> None:
    text = _REPORT + "依据《政府信息公开条例》第{}条，收取费用时开具票据。"
    assert _told("regulation.article_of_matter", text.format("三十六"), 2021) == [
        ("warning", "核对条号：第四十二条")
    ]
    assert _told("regulation.article_of_matter", text.format("36"), 2021) == [("warning", "核对条号：第42条")]
