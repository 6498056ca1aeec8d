"""Title, office, year, kind and the rest, from made-up documents."""

from datetime import date

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import Recognised, SourceDocument
from mingbai.text.units import UnitName, cut_left, names_in, parse, unit_of_title

BODY = "一、总体情况\n全年扎实推进各项公开工作，完善制度，拓宽渠道，取得了较好的成效，得到了群众的认可。\n二、存在的问题\n公开内容还不够全面。"


def read(text: str) -> Recognised:
    (document,) = ingest(SourceDocument("made-up.txt", text, "text/plain")).documents
    return document


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("临江区白石镇2018年政府信息公开工作年度报告", UnitName("白石镇", "town", "临江区")),
        ("云州市临江区白石镇2018年度政府信息公开工作年度报告", UnitName("白石镇", "town", "云州市临江区")),
        ("关于石桥镇人民政府2019年政府信息公开工作的报告", UnitName("石桥镇", "town")),
        ("2019年青山县教育局政务公开工作总结", UnitName("青山县教育局", "bureau", "青山县")),
        ("临江区市场监督管理局2019年政务公开总结", UnitName("临江区市场监督管理局", "bureau", "临江区")),
        (
            "云州市临江区北山街道办事处2020年政府信息公开年度报告",
            UnitName("北山街道办事处", "subdistrict", "云州市临江区"),
        ),
        ("红星社区居务公开工作总结", UnitName("红星社区", "community")),
        ("市民政局2010年政务公开工作总结", UnitName("市民政局", "bureau")),
        ("红星小学校务公开工作总结", UnitName("红星小学", "school")),
        ("临江区2024年政府信息公开工作年度报告", UnitName("临江区", "county")),
        ("乡镇政务公开工作总结", None),
        ("街道政务公开工作计划", None),
        ("XX镇2020年政务公开工作总结", None),
        ("某局政务公开工作汇报", None),
        ("2014年政务公开工作总结", None),
    ],
)
def test_the_office_in_a_title(title: str, expected: UnitName | None) -> None:
    assert unit_of_title(title) == expected


@pytest.mark.parametrize(
    ("text", "ending", "names"),
    [
        ("使产业向石山镇集中", "镇", {"石山镇"}),
        ("向阳镇党委高度重视", "镇", {"向阳镇"}),
        ("按照要求，全镇各村镇积极行动，我镇成立小组", "镇", set()),
        ("建设工业强镇、生态富镇", "镇", set()),
        ("《管理办法》由我办负责解释", "办", set()),
        ("石桥村村民代表会议", "村", {"石桥村"}),
    ],
)
def test_names_in_prose_end_where_words_begin_that_are_no_name(
    text: str, ending: str, names: set[str]
) -> None:
    assert {unit.name for unit in names_in(text, (ending,))} == names


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (f"2019年，我清泉社区在街道的领导下认真开展居务公开工作，现将情况总结如下：\n{BODY}", "清泉社区"),
        (f"20xx年马头乡政务公开工作在县委的坚强领导下，我乡扎实推进，取得成效。\n{BODY}", "马头乡"),
        (f"今年以来，我镇认真贯彻上级部署，扎实推进政务公开工作，成效明显。\n{BODY}", None),
        (
            f"我办制定了《绿水州移民安置办政务信息公开工作管理办法》，我办认真落实，成效明显。\n{BODY}",
            "绿水州移民安置办",
        ),
        (f"根据青山县政务公开办公室要求，我办认真落实各项任务，成效明显。\n{BODY}", None),
        (
            f"2016年，青山县水利局在县委的领导下认真公开，我局根据青山县教育局经验完善制度，青山县水利局获得好评。\n{BODY}",
            "青山县水利局",
        ),
        (f"第一条　为规范工作，制定本制度。本制度适用于局机关各科室，我局认真执行，成效明显。\n{BODY}", None),
        (f"今年以来，我局在xx县教育局指导下，扎实推进政务公开工作，成效明显。\n{BODY}", None),
        (
            "今年以来，槐荫铺镇在县委领导下推进公开。合同文本可到镇便民服务中心查阅，镇政府定期检查。",
            "槐荫铺镇",
        ),
        ("我村完善制度，严格落实。凡村里的大事小情，都由村民代表会议决议。", None),
    ],
)
def test_the_office_in_the_text(text: str, unit: str | None) -> None:
    assert read(text).unit == unit


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (f"白石镇2018年政务公开工作总结\n根据《条例》（2007年公布）要求，我镇认真落实。\n{BODY}", 2018),
        (f"白石镇20xx年政务公开工作总结\n2019年，我镇公开信息30条。\n{BODY}", None),
        (
            f"白石镇政务公开工作总结\n今年以来，我镇根据《关于印发2020年政务公开工作要点的通知》要求，认真落实。\n{BODY}",
            None,
        ),
        (f"白石镇政务公开工作总结\n现将2017年度政务公开工作情况报告如下：\n{BODY}", 2017),
        (f"白石镇政务公开工作总结\n二○一○年，我镇高度重视政务公开工作，成效明显。\n{BODY}", 2010),
        (f"白石镇政务公开工作计划\n为做好2021年政务公开工作，结合我镇实际，制定本计划。\n{BODY}", 2021),
        (f"白石镇○○年政务公开工作总结\n2019年，我镇公开信息30条。\n{BODY}", None),
        (f"白石镇政务公开工作总结\n二〇一六年，我镇高度重视政务公开工作，成效明显。\n{BODY}", 2016),
        (f"白石镇政务公开工作总结\n自2008年5月1日《条例》施行以来，我镇高度重视，认真落实。\n{BODY}", None),
        (
            f"白石镇政务公开工作总结\n我镇高度重视公开工作，认真落实。\n{BODY}\n2019年我镇主动公开信息120条。2019年度共发布解读3条。",
            2019,
        ),
        (
            f"x年，我镇高度重视公开工作，认真落实各项要求，取得了成效。\n{BODY}\n2019年我镇主动公开信息120条。",
            None,
        ),
    ],
)
def test_the_year_reported_on(text: str, year: int | None) -> None:
    assert read(text).year == year


def test_the_year_of_the_page_does_not_count() -> None:
    text = f"当前位置：首页 > 工作总结\n2024年政务公开工作总结范文\n时间：2024-05-06 10:11:12\n今年，我乡认真贯彻条例，扎实推进政务公开工作。\n{BODY}"
    assert read(text).year is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("白石镇2018年政府信息公开工作年度报告", "annual_report"),
        ("白石镇2018年政务公开工作总结及2019年工作计划", "work_summary"),
        ("白石镇2018年政务公开工作要点", "work_plan"),
        ("白石镇政务公开自查报告", "self_check"),
        ("关于印发白石镇政务公开工作方案的通知", "notice"),
        ("白石镇政务公开工作情况汇报", "work_summary"),
        ("白石镇信息公开保密审查制度", "normative_document"),
        ("《白石镇河道管理办法》政策解读", "interpretation"),
        ("白石镇救助对象名单公示", "announcement"),
        ("白石镇政务公开工作简报", "bulletin"),
        ("白石镇人民政府关于表彰先进集体的决定", "other"),
        ("白石县林业局行政处罚决定书", "other"),
        ("白石县人民政府关于废止部分行政规范性文件的决定", "normative_document"),
        ("白石县人民政府关于修改《见义勇为奖励办法》的决定", "normative_document"),
        ("白石县人民政府关于加强河道采砂管理的决定", "normative_document"),
    ],
)
def test_the_kind_in_the_title(title: str, kind: str) -> None:
    found = read(f"{title}\n为做好有关工作，结合我镇实际，现就有关事项说明如下。\n{BODY}")
    assert (found.title, found.kind, found.title_in_text) == (title, kind, True)


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        (
            "为进一步深化公开工作，结合我镇实际，特制定如下工作计划：\n一、指导思想\n以公开促落实。",
            "work_plan",
        ),
        ("一、指导思想\n以提高透明度为目标，深化公开内容，努力推动公开工作再上台阶。", "work_plan"),
        ("今年以来，我镇扎实推进公开工作，取得了明显成效。现将工作情况总结如下：", "work_summary"),
        ("根据县里的通知要求，我局对照标准进行了认真自查，现将自查情况报告如下：", "self_check"),
        ("本年度报告由白石镇人民政府编制，由总体情况等六个部分组成。", "annual_report"),
    ],
)
def test_the_kind_without_a_title(opening: str, kind: str) -> None:
    assert read(f"{opening}\n二、有关情况\n各项工作有序开展，制度不断完善，渠道不断拓宽。").kind == kind


def test_signature_number_and_attachments() -> None:
    found = read(
        "青山县人民政府办公室文件\n青政办发〔2022〕15号\n关于印发青山县2022年政务公开工作要点的通知\n各乡镇人民政府，县政府各部门：\n"
        "《要点》已经县政府同意，现印发给你们，请认真贯彻执行。\n附件：1.任务分工表\n2.联系表\n青山县人民政府办公室\n2022年5月6日"
    )
    assert found.title == "关于印发青山县2022年政务公开工作要点的通知"
    assert found.document_number == "青政办发〔2022〕15号"
    assert (found.unit, found.signatory) == ("青山县人民政府办公室", "青山县人民政府办公室")
    assert found.written_on == date(2022, 5, 6)
    assert found.attachments == ("任务分工表", "联系表")


def test_a_date_in_chinese_numerals() -> None:
    found = read(f"江城市教育局\n2020年政府信息公开工作年度报告\n{BODY}\n江城市教育局\n二〇二一年一月十五日")
    assert (found.title, found.written_on) == (
        "江城市教育局2020年政府信息公开工作年度报告",
        date(2021, 1, 15),
    )


def test_an_impossible_date_is_no_date() -> None:
    assert read(f"白石镇政务公开工作总结\n{BODY}\n白石镇人民政府\n2021年2月30日").written_on is None


def test_a_text_that_breaks_off_is_truncated() -> None:
    assert read(
        f"白石镇政务公开工作总结\n{BODY}\n三、下一步，我镇将继续完善各项公开制度，不断拓宽公开渠道，进一步提高公"
    ).truncated
    assert not read(f"白石镇政务公开工作总结\n{BODY}").truncated


@pytest.mark.parametrize(
    ("text", "title", "unit", "year"),
    [
        (
            f"白石镇 2018 年第一季度政务公开工作总结根据县里的通知要求，我镇认真落实。\n{BODY}",
            "白石镇 2018 年第一季度政务公开工作总结",
            "白石镇",
            2018,
        ),
        (
            f"青山县水利局政务公开自查报告为进一步做好公开工作，我局开展自查。\n{BODY}",
            "青山县水利局政务公开自查报告",
            "青山县水利局",
            None,
        ),
    ],
)
def test_a_title_glued_to_the_text(text: str, title: str, unit: str, year: int | None) -> None:
    found = read(text)
    assert (found.title, found.unit, found.year) == (title, unit, year)


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("2026年城乡居民医保缴费须知", True),
        ("白石镇2026年公租房分配结果公布", True),
        ("白石镇农机购置补贴政策问答", True),
        ("白石镇便民服务流程（试行）", True),
        ("2026年我镇完成了全部任务，超过了标准", False),
        ("一、2026年补助标准", False),
        ("缴费标准", False),
    ],
)
def test_the_first_line_over_a_text_is_its_title(line: str, is_title: bool) -> None:
    assert (read(f"{line}\n\n{BODY}").title == line) is is_title


NOTICE = "各村民委员会：\n为方便群众办事，现将有关事项通知如下，请遵照执行，并认真做好宣传工作。\n"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (
            "石桥镇农村渡口安全员公示\n现将我镇渡口安全员公示如下，请群众监督，欢迎大家提出意见建议。",
            "石桥镇",
        ),
        ("柳湾街道冬季防火倡议书\n遇到火情请拨打街道值班室电话，不要盲目扑救，请大家相互提醒。", "柳湾街道"),
        ("河湾村村民小组长推选结果公示\n我村六个村民小组组织了推选，结果公示如下，欢迎群众监督。", "河湾村"),
        (f"关于做好补贴复核工作的通知\n{NOTICE}石桥镇人民政府\n2023年5月4日", "石桥镇"),
        (f"关于做好补贴复核工作的通知\n{NOTICE}石桥镇自来水厂　石桥镇人民政府\n2023年5月4日", "石桥镇"),
        (
            f"关于做好补贴复核工作的通知\n{NOTICE}柳湾街道办事处（柳湾街道党群服务中心）\n2023年5月4日",
            "柳湾街道办事处",
        ),
        # The text speaks of another town: the signature may be the slip.
        (f"关于做好补贴复核工作的通知\n{NOTICE}请到石桥镇便民大厅办理。\n柳湾镇人民政府\n2023年5月4日", None),
        ("乡镇渡口安全员公示\n现将我镇渡口安全员公示如下，请群众监督，欢迎大家提出意见建议。", None),
        ("全镇渡口安全员公示\n现将我镇渡口安全员公示如下，请群众监督，欢迎大家提出意见建议。", None),
        ("重点乡镇渡口名单公示\n现将我镇渡口安全员公示如下，请群众监督，欢迎大家提出意见建议。", None),
        (f"关于做好补贴复核工作的通知\n{NOTICE}政府办公室\n2023年5月4日", None),
    ],
)
def test_the_first_line_and_the_signature_name_the_office(text: str, unit: str | None) -> None:
    assert read(text).unit == unit


@pytest.mark.parametrize(
    ("text", "unit", "parent"),
    [
        ("南山镇南坪村村规民约\n为推进我村民主法治建设，经村民会议通过，制定本公约，望共同遵守。", "南坪村", "南山镇"),
        ("翠屏区档案馆清明期间查档安排公告\n根据放假安排，现将查档时间公告如下，请大家合理安排。", "翠屏区档案馆", "翠屏区"),
        ("锦屏山国有林场关于森林防火的紧急通知\n各工区：现就防火工作通知如下，请遵照执行。", "锦屏山国有林场", None),
        ("关于印发《安坪县民政局2019年工作方案》的通知\n各股室：现印发给你们，请遵照执行。", "安坪县民政局", "安坪县"),
        (f"大石镇政务公开自查报告\n大石镇地处宝岭县北部，辖22个村。\n{BODY}", "大石镇", "宝岭县"),
        (f"桂花园社区居务公开工作总结\n在龙泉街道党工委的领导下推进。\n{BODY}", "桂花园社区", "龙泉街道"),
        (f"石桥镇政务公开工作总结\n在县委、县政府的领导下推进。\n{BODY}", "石桥镇", None),
        (f"天门区城市管理局政务公开工作总结\n{BODY}", "天门区城市管理局", "天门区"),
        (f"清泉镇撤并建制村工作总结\n清泉镇将26个村调整为15个。\n{BODY}", "清泉镇", None),
        (f"一年来，XX社区在街道的领导下推进。原柳庄村的资产公示，我村推送。\n{BODY}", None, None),
    ],
)  # fmt: skip
def test_the_office_and_the_place_above(text: str, unit: str, parent: str | None) -> None:
    found = read(text)
    assert (found.unit, found.parent_unit) == (unit, parent)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (f"关于做好补贴复核工作的通知\n{NOTICE}石桥镇人民政府\n2023年5月4日", 2023),
        (f"石桥镇办公会议纪要\n〔2019〕第6号\n{NOTICE}", 2019),
        (f"关于补贴对象的公示\n{NOTICE}石桥镇人民政府\n二〇二一年五月四日", 2021),
        (
            "石桥中学校务公开自查报告\n根据《关于开展2023年度校务公开专项检查的通知》要求，我校进行了自查。\n2024年1月4日",
            2023,
        ),
        # The title's year goes first, and a report is not of the year it is signed in.
        (f"关于做好2022年补贴复核工作的通知\n{NOTICE}石桥镇人民政府\n2023年5月4日", 2022),
        (f"石桥镇政务公开工作总结\n{BODY}\n石桥镇人民政府\n2023年1月4日", None),
        (f"石桥镇政务公开工作计划\n{BODY}\n石桥镇人民政府\n2023年1月4日", None),
        (
            "石桥中学校务公开自查报告\n根据《关于开展校务公开检查的通知》要求，我校进行了自查。\n2024年1月4日",
            None,
        ),
    ],
)
def test_the_year_of_a_notice_is_that_of_its_day(text: str, year: int | None) -> None:
    assert read(text).year == year


@pytest.mark.parametrize(
    ("run", "name"),
    [
        ("代表定山镇", "定山镇"),
        ("走进定山镇", "定山镇"),
        ("对口支援定山镇", "定山镇"),
        ("现任定山镇", "定山镇"),
        ("联合镇", "联合镇"),
        ("向阳镇", "向阳镇"),
        ("宣传镇", "宣传镇"),
    ],
)
def test_a_verb_before_a_name_is_none_of_it(run: str, name: str) -> None:
    assert cut_left(run) == name


def test_a_preposition_is_taken_off_where_the_bare_name_stands_too() -> None:
    found = names_in("为定山镇争光。定山镇认真落实。", ("镇",))
    assert {unit.name: times for unit, times in found.items()} == {"定山镇": 2}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (f"2019年，古楼街道紧紧围绕中心工作，扎实推进。\n{BODY}", "古楼街道"),
        (f"朝阳社区共有居民2410户，按月公开。\n{BODY}", "朝阳社区"),
        (f"20xx年以来，春晖社区在街道党工委的领导下推进。\n{BODY}", "春晖社区"),
        (f"实验小学依据有关规定公开收费。\n{BODY}", "实验小学"),
        (f"xx年，云集区司法局政务公开工作将围绕中心工作。\n{BODY}", "云集区司法局"),
        (f"2014年以来，白马山林场坚持把公开作为民主管理的内容。\n{BODY}", "白马山林场"),
        (f"根据《关于检查的通知》要求，青杠乡对2015年政务公开进行了自查。\n{BODY}", "青杠乡"),
        (f"一年来，我街道以阳光街道创建活动为载体。\n{BODY}", None),
        (f"我乡高度重视。调整乡政务公开领导小组。\n{BODY}", None),
        (f"我镇实行村账镇管，按季公开。\n{BODY}", None),
        (f"现将石鼓镇在县交流的材料转发。\n{BODY}", None),
        (f"根据县民政局按照规定提出的要求落实。\n{BODY}", None),
        (f"各社区始终坚持按月公开。\n{BODY}", None),
    ],
)
def test_the_first_words_name_who_speaks(text: str, unit: str | None) -> None:
    assert read(text).unit == unit


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("岭西县政务服务数据管理局关于转发经验材料的通知", "岭西县政务服务数据管理局"),
        ("白沙镇：把“等你来问”变成“我来告诉”", "白沙镇"),
        ("沙湾区农业农村局党组关于巡察整改情况的通报", "沙湾区农业农村局"),
        ("关于转发经验材料的通知", None),
    ],
)
def test_a_title_names_the_office_before_its_matter(title: str, name: str | None) -> None:
    found = unit_of_title(title)
    assert (found.name if found else None) == name


def test_a_day_that_is_none_still_has_a_signatory() -> None:
    read_text = read(
        "石桥镇政务公开工作总结\n我镇认真落实，按月公开各类信息。\n石桥镇人民政府\n2024年6月31日"
    )
    assert (read_text.signatory, read_text.written_on) == ("石桥镇人民政府", None)


@pytest.mark.parametrize(
    ("written", "name", "parent"),
    [
        ("青川县沙州镇", "沙州镇", "青川县"),
        ("四川省广元市青川县沙州镇", "沙州镇", "四川省广元市青川县"),
        ("绵竹市新市镇", "新市镇", "绵竹市"),
        ("瓜州县瓜州镇", "瓜州镇", "瓜州县"),
        ("沙州镇", "沙州镇", None),
        ("青川县沙坪镇", "沙坪镇", "青川县"),
    ],
)
def test_a_town_whose_own_name_ends_like_a_city(written: str, name: str, parent: str | None) -> None:
    found = parse(written)
    assert found is not None
    assert (found.name, found.parent) == (name, parent)


@pytest.mark.parametrize("written", ["青山县镇", "平昌县各乡镇", "平昌县城区街道", "全市镇", "青川县全市镇"])
def test_no_town_is_made_of_a_level_word(written: str) -> None:
    assert parse(written) is None


@pytest.mark.parametrize(
    ("last", "cut"),
    [
        ("（联系人：李明，电话：0573-85012345）", False),
        ("（此件主动公开）", False),
        ("我局将继续加大公开力度，强化监督检查，确保各项公开要求（包括时限和内容", True),
        ("我局将继续加大公开力度，强化监督检查，确保各项公开要求落实到（略）", True),
    ],
)
def test_a_note_below_the_day_is_no_broken_sentence(last: str, cut: bool) -> None:
    text = f"平湖县民政局2022年政务公开工作总结\n\n2022年，我局认真落实政务公开各项要求，主动公开信息126条。\n\n{last}"
    assert ingest(SourceDocument("a.txt", text, "text/plain")).documents[0].truncated is cut
