"""Marks put for others, signs for figures, openings left in set phrases, papers' names that sites set in."""

import pytest

from mingbai.text.proofreading.tests.fired import Cases, fired, misread

CASES: Cases = {
    "punctuation.colon_parts_predicate": (
        (
            "我镇对群众反映的3个问题：均已整改到位。",
            "检查中发现的四处管网漏洞：已全部堵塞。",
            "村民反映强烈的路灯问题：得到了解决。",
            "去年列入台账的12件事项：尚未办结。",
            "各村报送的公开目录：均按要求更新。",
        ),
        (
            "整改情况如下：均已整改到位。",
            "办理结果：均已办结。",
            "会议要求：均按时报送材料。",
            "检查结果显示：已全部整改。",
            "群众反映的3个问题均已整改到位。",
        ),
    ),
    "punctuation.colon_between_cases": (
        (
            "1000元以下的由村主任审批：1000元以上的须经村民会议通过。",
            "属于本镇职责的，由镇办理：属于县级职责的，报县局办理。",
            "一般事项的由村委会决定：重大事项的由村民会议决定。",
            "申请公开的由办公室受理：申请复议的由司法所受理。",
            "材料齐全的应当场受理：材料不全的应一次告知。",
        ),
        (
            "审批权限：1000元以下的由村主任审批；1000元以上的须经村民会议通过。",
            "属于本镇职责的，由镇办理；属于县级职责的，报县局办理。",
            "办理程序：由申请人提出，经审核的予以公示。",
            "会议强调：一般事项由村委会决定。",
            "属于本机关公开的，告知获取方式：登录门户网站查询。",
        ),
    ),
    "punctuation.comma_before_last_thing": (
        (
            "抓好草地贪夜蛾，稻飞虱等病虫害的防治。",
            "全村发展大棚蔬菜，食用菌等产业。",
            "镇里建设文化广场，篮球场等设施。",
            "全村新建文化广场，篮球场等设施。",
            "村里引进猕猴桃，蓝莓等项目。",
        ),
        (
            "抓好草地贪夜蛾、稻飞虱等病虫害的防治。",
            "加强组织领导，教育等部门积极配合。",
            "做好舆论宣传，开展走访等活动。",
            "完善公开制度，落实责任等内容。",
            "加强日常管理，卫生等单位参与。",
        ),
    ),
    "encoding.signs_for_words": (
        ("电话：0736–÷×¡§¡", "共收到§±§×件", "地址：¶§÷±", "编号¡¿¡¿", "面积为§÷¶×亩"),
        ("误差±5%", "长×宽×高", "12÷3=4", "见§3.2节", "面积×单价÷12"),
    ),
    "encoding.last_figure_lost": (
        ("公开信息9?期", "接待群众2?人次", "受理率达9?%", "编发简报1？期", "投入资金36？万元"),
        ("是3期还是9？待定", "第3？", "这里有几条？条条要答", "共3条吗？", "网址是a.cn/a?id=9"),
    ),
    "encoding.phonetic_sign": (
        ("完成剩余288户ㄓ", "工作ㄆ总结", "一、ㄅ加强领导", "公开32条ㄟ，", "全镇ㄒ村民"),
        ("注音符号“ㄅㄆㄇㄈ”", "完成剩余288户", "学习ㄅㄆㄇㄈ四个符号", "a b c", "一、加强领导"),
    ),
    "placeholder.starred_meeting": (
        ("贯彻党的十*届*中全会精神", "学习十x大精神", "党的十×届五中全会", "二十_届三中全会", "党的**大精神"),
        ("二十届三中全会精神", "学习十九大精神", "面积二十×大棚数", "第十届运动会", "*大米为本地产"),
    ),
    "placeholder.seal_behind_name": (
        (
            "特此报告。\n大石镇人民政府（公章）\n2013年11月5日",
            "大石镇村民委员会（盖章）\n2013年",
            "清溪县教育局(公章)",
            "红石乡中心小学（印章）\n",
            "县卫生健康委员会（签章）\n2022年1月4日",
        ),
        (
            "申请单位（盖章）：\n经办人：",
            "提交加盖大石镇人民政府（公章）的证明。",
            "大石镇人民政府\n2013年11月5日",
            "（盖章）",
            "单位名称：____（盖章）",
        ),
    ),
    "numbering.bracket_lost": (
        (
            "外来人员（1）必须登记；2）必须核实；（3）必须公示。",
            "第一步(1)摸底；2)核实；(3)公示。",
            "要求（一）专人负责；二）按月公开。",
            "程序为（2）审核；3）公示；（4）归档。",
            "内容有（1）收入，2）支出，（3）结余。",
        ),
        (
            "（1）必须登记；（2）必须核实；（3）必须公示。",
            "1）登记；2）核实；3）公示。",
            "（1）登记表（见附件2）；（2）核实表。",
            "（一）收入；（二）支出。",
            "按照（3）的要求办理，见第5）项。",
        ),
    ),
    "web.count_of_papers": (
        (
            "加强普法宣传。司法局政务公开工作计划3篇工作计划。深入开展宣传。",
            "做好服务。街道办事处政务公开工作总结5篇。二、改进服务。",
            "群众满意。政务公开心得体会三篇。全年",
            "抓好落实。2022年乡镇工作汇报范文2篇。",
            "完善制度。村务公开自查报告4篇范文。",
        ),
        (
            "今年共报送工作计划3篇。",
            "群众满意。全年撰写政务公开工作总结3篇。",
            "成效明显。上报调研报告2篇。",
            "加强宣传。共发布信息36篇。",
            "抓好落实。形成调研报告一篇。",
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_rule_fires_on_faults_alone(name: str) -> None:
    assert not misread(name, CASES)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("以优异成绩迎接党的十八大召开。", True),
        ("喜迎党的十九大胜利召开。", True),
        ("庆祝党的十八大。", True),
        ("迎接党的十九大。", True),
        ("喜迎党的十七大召开。", True),
        ("以优异成绩迎接党的二十大胜利召开。", False),
        ("认真贯彻党的十八大精神。", False),
        ("党的十九大以来，成效明显。", False),
        ("2017年为迎接党的十九大召开，我镇开展了整治。", False),
        ("庆祝党的生日。", False),
    ],
)
def test_a_congress_that_has_met_is_not_to_come(text: str, wrong: bool) -> None:
    assert ("outdated.congress_to_come" in fired("outdated_expression", text, year=2022)) is wrong


@pytest.mark.parametrize(
    ("text", "year", "wrong"),
    [
        ("团结在以习近平同志为总书记的党中央周围。", 2022, True),
        ("团结在以习近平同志为总书记的党中央周围。", 2017, True),
        ("在以习近平为总书记的党中央领导下。", 2019, True),
        ("以习近平同志为总书记的党中央坚强领导。", 2023, True),
        ("紧跟以习近平同志为总书记的党中央。", 2020, True),
        ("团结在以习近平同志为总书记的党中央周围。", 2015, False),
        ("团结在以习近平同志为总书记的党中央周围。", 2016, False),
        ("团结在以习近平同志为核心的党中央周围。", 2022, False),
        ("团结在以习近平同志为总书记的党中央周围。", None, False),
        ("习近平总书记作出重要指示。", 2022, False),
    ],
)
def test_the_core_is_named_since_the_sixth_plenary(text: str, year: int | None, wrong: bool) -> None:
    assert ("sensitive.core_since" in fired("sensitive_wording", text, year=year)) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("贯彻《政府信息公开管理暂行条例》。", True),
        ("按照《互联网用户账号信息公开条例》。", True),
        ("落实《事业单位信息公开条例》。", True),
        ("依据《农村村务公开条例》。", True),
        ("学习《政务信息公开管理条例》。", True),
        ("学习《湖南省政务公开条例》。", False),
        ("学习《企业信息公示暂行条例》。", False),
        ("学习《中华人民共和国政府信息公开条例》。", False),
        ("学习《广州市政府信息公开规定》。", False),
        ("学习《清江县政务公开条例》。", False),
    ],
)
def test_the_nation_has_one_regulation_of_openness(text: str, wrong: bool) -> None:
    assert ("regulation.misnamed" in fired("wrong_regulation_name", text)) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("第二十四条关于二十个工作日答复的规定", True),
        ("第三十三条规定的15个工作日答复期限", True),
        ("第三十八条规定的15个工作日答复时限", True),
        ("第24条规定的20个工作日答复", True),
        ("第三十条规定的二十个工作日答复", True),
        ("第三十三条规定的20个工作日答复期限", False),
        ("第二十四条规定的15个工作日答复期限", False),
        ("第三十三条关于二十个工作日答复的规定", False),
        ("第三十二条规定的第三方意见15个工作日", False),
        ("第33条规定的20个工作日答复", False),
    ],
)
def test_the_article_goes_with_its_period(said: str, wrong: bool) -> None:
    """政府信息公开条例 2008 第二十四条, 2019 第三十三条."""
    rules = fired("wrong_regulation_name", f"按照《政府信息公开条例》{said}。")
    assert ("regulation.article_of_period" in rules) is wrong
