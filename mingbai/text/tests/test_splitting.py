"""Collections in the layouts that sites use, with made-up documents: boundaries and what is recognised in each."""

from collections.abc import Callable

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import Ingested, SourceDocument
from mingbai.text.tests.writing import BUREAU, CHECK, EVERY, SCHOOL, SECTIONS, TOWN, VILLAGE, Letter

NUMERALS = "一二三四五六七八九十"
NAME = "政务公开工作总结"
HEADINGS: dict[str, Callable[[int], str]] = {
    "name, 篇1": lambda i: f"{NAME} 篇{i + 1}",
    "name篇一": lambda i: f"{NAME}篇{NUMERALS[i]}",
    "year name篇1": lambda i: f"2023年{NAME}篇{i + 1}",
    "第一篇:name": lambda i: f"第{NUMERALS[i]}篇:{NAME}",
    "第1篇 name": lambda i: f"第{i + 1}篇 {NAME}",
    "推荐第1篇:name": lambda i: f"推荐第{i + 1}篇:{NAME}",
    "第一篇": lambda i: f"第{NUMERALS[i]}篇",
    "【篇一】": lambda i: f"【篇{NUMERALS[i]}】",
    "【篇1】name": lambda i: f"【篇{i + 1}】{NAME}",
    "篇一：name": lambda i: f"篇{NUMERALS[i]}：{NAME}",
    "name篇【一】": lambda i: f"{NAME}篇【{NUMERALS[i]}】",
    "范文1：name": lambda i: f"范文{i + 1}：{NAME}",
    "name范文一": lambda i: f"{NAME}范文{NUMERALS[i]}",
    "name模板一": lambda i: f"{NAME}模板{NUMERALS[i]}",
    "★name（篇一）": lambda i: f"★{NAME}（篇{NUMERALS[i]}）",
    "name1": lambda i: f"{NAME}{i + 1}",
    "name（一）": lambda i: f"{NAME}（{NUMERALS[i]}）",
    "name 一": lambda i: f"{NAME} {NUMERALS[i]}",
    "name【1】": lambda i: f"2021年{NAME}【{i + 1}】",
    "【1】name": lambda i: f"【{i + 1}】{NAME}",
    "〖1〗name": lambda i: f"〖{i + 1}〗{NAME}",
    "nameⅠ": lambda i: f"{NAME}{'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ'[i]}",
    "name（版本一）": lambda i: f"{NAME}（版本{NUMERALS[i]}）",
    "总结1：name": lambda i: f"总结{i + 1}：{NAME}",
    "NO.1 name": lambda i: f"NO.{i + 1} {NAME}",
    "name Part 1": lambda i: f"{NAME} Part {i + 1}",
    "name①": lambda i: f"{NAME}{'①②③④⑤⑥⑦⑧⑨⑩'[i]}",
    "name之一": lambda i: f"{NAME}之{NUMERALS[i]}",
    "name范文【一】": lambda i: f"{NAME}范文【{NUMERALS[i]}】",
}
FRONTS = {
    "none": "",
    "title and intro": f"{NAME}6篇\n\n2023-05-06 10:11:12\n\n以下是小编为大家整理的{NAME}，供大家参考。\n\n",
    "contents": f"{NAME}（通用6篇）\n目录\n{{contents}}\n\n总结是对过去工作的回顾，那么总结该写些什么呢，下面为大家收集了{NAME}，欢迎阅读。\n\n",
    "glued contents": f"《{NAME}（汇编6篇）》\n内容导航\n{{glued}}\n",
}
BACKS = {
    "none": "",
    "links": f"\n\n【{NAME}】相关文章：\n\n1.乡镇政务公开工作总结\n\n2.局政务公开工作汇报\n\n版权声明：本文由网友上传，如有侵权请联系删除。",
    "bare links": "\n\n乡镇政务公开工作总结范文\n\n社区居务公开工作计划\n\nCopyright © 2020-2024 某某网 版权所有",
}


def read(text: str) -> Ingested:
    return ingest(SourceDocument("made-up.txt", text, "text/plain"))


def collection(
    heading: Callable[[int], str], front: str, back: str, gap: str
) -> tuple[str, list[tuple[int, int, int]]]:
    """The page, and for each document where its heading begins, where it begins and where it ends."""
    contents = [heading(i) for i in range(len(EVERY))]
    text, places = front.format(contents="\n".join(contents), glued="".join(contents)), []
    for number, letter in enumerate(EVERY):
        label = len(text)
        text += heading(number) + "\n\n"
        start = len(text)
        text += letter.text
        places.append((label, start, len(text)))
        text += gap
    return text + back, places


@pytest.mark.parametrize("back", BACKS)
@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize("heading", HEADINGS)
def test_a_collection_is_split_at_its_headings(heading: str, front: str, back: str) -> None:
    text, places = collection(HEADINGS[heading], FRONTS[front], BACKS[back], "\n\n")
    found = read(text).documents
    assert [(d.start, d.end) for d in found] == [(start, end) for _, start, end in places]
    for document, letter in zip(found, EVERY, strict=True):
        assert {name: getattr(document, name) for name in letter.expect} == letter.expect


@pytest.mark.parametrize(
    "heading", ["name, 篇1", "name篇一", "第一篇:name", "【篇一】", "【篇1】name", "第一篇"]
)
def test_a_heading_glued_to_the_document_before_it_is_found(heading: str) -> None:
    text, places = collection(HEADINGS[heading], "", "", "")
    assert [(d.start, d.end) for d in read(text).documents] == [(start, end) for _, start, end in places]


def test_headings_of_a_collection_and_its_contents_are_reported() -> None:
    text, places = collection(HEADINGS["name, 篇1"], FRONTS["contents"], "", "\n\n")
    stripped = read(text).stripped
    labels = {label for label, _, _ in places}
    assert {piece.start for piece in stripped if piece.kind == "compilation_heading"} == labels
    assert any(piece.kind == "compilation_contents" for piece in stripped)


def test_what_stands_before_the_second_heading_is_the_first_document() -> None:
    text = f"{TOWN.text}\n\n第二篇:{NAME}\n\n{BUREAU.text}"
    assert [d.start for d in read(text).documents] == [0, text.index(BUREAU.text)]


def test_a_heading_with_a_title_of_its_own_begins_the_document() -> None:
    text = f"篇一：白马镇2018年政务公开工作总结\n{VILLAGE.text}\n篇二：某局政务公开工作汇报\n{CHECK.text}"
    first, second = read(text).documents
    assert (first.start, first.title, first.unit, first.year) == (
        0,
        "白马镇2018年政务公开工作总结",
        "白马镇",
        2018,
    )
    assert second.title is None


def test_numbered_titles_divide_where_each_document_numbers_anew() -> None:
    text = f"一、白马镇2018年政务公开工作总结\n{TOWN.text}\n二、司法局2018年政务公开工作汇报\n{CHECK.text}"
    assert [d.title for d in read(text).documents] == [
        "白马镇2018年政务公开工作总结",
        "司法局2018年政务公开工作汇报",
    ]


def test_a_title_in_the_middle_begins_a_document() -> None:
    text = f"清溪镇2019年政务公开工作总结\n{TOWN.text}\n清溪镇人民政府\n2019年12月20日\n{BUREAU.text}"
    first, second = read(text).documents
    assert text[first.end - 11 : first.end] == "2019年12月20日"
    assert second.title == BUREAU.title


def test_documents_without_titles_divide_where_one_opens_after_another_has_ended() -> None:
    text = "\n".join(letter.text for letter in (TOWN, CHECK, VILLAGE))
    assert [d.start for d in read(text).documents] == [
        0,
        len(TOWN.text) + 1,
        len(TOWN.text) + len(CHECK.text) + 2,
    ]


# Sections of an earlier paper, long enough to be one.
EARLIER = "一年来，桃园社区认真开展居务公开，公开各类事项96项，居民知晓率有了明显提高。\n一、健全机构。成立居务监督委员会，定期审核公开内容，建立台账，实行销号管理，定期通报进展情况。\n二、强化监督。设立意见箱，收集意见23条，办结率100%，确保各项任务按时完成，对落实不力的及时提醒，群众的知情权得到了保障。今后，社区将继续努力，让居民更加满意。"


@pytest.mark.parametrize(
    "opening",
    [
        "为深入贯彻落实上级关于推进政务公开的部署，现结合南山镇实际，制定本实施方案。",
        "根据上级关于推进村务公开的通知精神，结合我村实际，制订本计划：",
        "为进一步推进校务公开，保障教职工的知情权，结合我校实际，制定如下工作安排。",
    ],
)
@pytest.mark.parametrize("gap", ["\n", ""])
def test_a_plan_that_is_laid_down_opens_a_document(opening: str, gap: str) -> None:
    text = f"{EARLIER}{gap}{opening}\n一、总体目标。到年底，全部公开到位。\n二、工作要求。各单位要高度重视。"
    assert [d.start for d in read(text).documents] == [0, len(EARLIER + gap)]


@pytest.mark.parametrize(
    "opening",
    [
        "现将有关情况通报如下：",
        "今后要重点抓好以下工作，现部署如下：",
        "为做好下步工作，要抓住两点。",
        "各村要按照本方案制定工作计划。",
    ],
)
def test_what_only_looks_like_an_opening_divides_nothing(opening: str) -> None:
    text = f"{EARLIER}{opening}\n一、总体目标。到年底，全部公开到位。\n二、工作要求。各单位要高度重视。"
    assert len(read(text).documents) == 1


def test_extended_reading_is_another_document() -> None:
    text = f"{TOWN.text}\n扩展阅读：水利局政务公开工作总结\n{BUREAU.text}"
    assert [d.unit for d in read(text).documents] == ["清溪镇", "望江市水利局"]


@pytest.mark.parametrize(
    "middle",
    [
        "八、存在的问题及改进措施\n一、存在问题。公开的内容不够全面，时效性不强。\n二、下步打算。我镇将完善制度，加强培训，提高水平。",
        "今后工作的主要目标是：\n一、加快项目建设，推动产业升级，增强发展后劲。\n二、改善民生，完善公共服务。",
        "2022年政务公开工作计划\n一、加强领导。我镇将继续加强领导，完善制度。\n二、强化监督。加强检查考核。",
        "（一）政务公开工作总结情况\n我镇认真总结经验，查找不足，完善措施，形成长效机制。",
        "共编发简报3篇一是突出重点，二是及时更新，得到群众好评。",
    ],
)
def test_one_document_stays_whole(middle: str) -> None:
    text = f"云台镇2021年政务公开工作总结及下一年打算\n{TOWN.text}\n{middle}"
    assert [(d.start, d.end) for d in read(text).documents] == [(0, len(text))]


@pytest.mark.parametrize(
    ("mark", "count", "documents"),
    [
        ("……此处隐藏{}个字……", 6400, 2),
        ("……此处隐藏{}个字……", 300, 1),
        ("……（某某文秘网省略{}字，正式会员可完整阅读）……", 800, 1),
    ],
)
def test_a_long_cut_divides_and_a_short_one_truncates(mark: str, count: int, documents: int) -> None:
    body = "\n".join(section.format(us="我镇", n=2, m=80) for section in SECTIONS)
    after = "四、下一步打算\n我镇将继续做好政务公开工作，不断提高工作水平，为群众提供更好的服务，努力建设人民满意的政府。"
    text = f"{TOWN.opening}\n{body[:-8]}{mark.format(count)}\n{after}"
    found = read(text)
    assert len(found.documents) == documents
    assert all(d.truncated for d in found.documents)


def test_a_plain_document_is_one_document() -> None:
    letter = Letter("我镇", TOWN.opening, title="清溪镇2019年政务公开工作总结")
    found = read(letter.text)
    assert [(d.start, d.end) for d in found.documents] == [(0, len(letter.text))]
    assert not found.stripped


@pytest.mark.parametrize("text", ["", "  \n\u3000\n", "。。。，，！！"])
def test_nothing_gives_no_document(text: str) -> None:
    assert read(text).documents == ()


def test_a_school_plan_is_no_summary() -> None:
    assert read(SCHOOL.text).documents[0].kind == "work_plan"


def test_the_first_piece_alone_is_headed_where_the_page_announces_several() -> None:
    letter = Letter("我院", TOWN.opening)
    text = f"城南医院院务公开工作报告（精选5篇）\n\n城南医院院务公开工作报告1\n\n{letter.text}"
    found = read(text)
    assert [text[d.start : d.end] for d in found.documents] == [letter.text]
    unnamed = text.replace("城南医院院务公开工作报告（精选5篇）", "城南医院")
    assert read(unnamed).documents[0].start < unnamed.index(letter.opening)


def test_a_heading_stuck_to_the_first_sentence_is_taken_off() -> None:
    letter = Letter("我镇", TOWN.opening.removeprefix("2019年，"))
    text = f"村务公开工作总结\n村务公开工作总结1{letter.text}"
    found = read(text)
    assert [text[r.start : r.end] for r in found.stripped] == ["村务公开工作总结1"]
    assert [d.title for d in found.documents] == ["村务公开工作总结"]


SUMMARY = (
    "2022年度云阳县民政局政务公开工作要点\n\n一、聚焦重点领域公开\n\n及时公开最低生活保障、临时救助的政策依据和资金分配情况。"
    "\n\n二、加强平台建设\n\n规范门户网站栏目设置，确保更新及时。"
)
SIGNED = (
    "青川县沙州镇关于政务公开工作的自查报告\n\n县政务公开办：\n\n根据通知要求，我镇认真组织了自查，现将情况报告如下：\n\n一、基本情况\n\n"
    "我镇设公开栏12处，全年更新信息180余条，受理依申请公开2件，均按期答复，没有发生行政复议和行政诉讼。\n\n二、存在的问题\n\n"
    "个别村公开栏更新不及时，档案资料不够齐全，下一步将落实专人管理，加强业务培训。\n\n沙州镇人民政府\n2020年11月16日"
)
NOTICE = (
    "平湖县人民政府办公室关于做好政务公开工作的通知\n\n平政办发〔2021〕23号\n\n各乡镇人民政府，县政府各部门：\n\n"
    "《平湖县2021年政务公开工作要点》已经县政府同意，请结合实际认真贯彻执行，有关情况及时报县政府办公室。"
)
VILLAGE_REPORT = (
    "红星村村务公开工作汇报\n\n各位领导：\n\n我村共有8个村民小组，412户，村两委认真落实村务公开制度，做到按月公开、按季公布。\n\n"
    "一、坚持制度\n\n每月10日为村务公开日。\n\n二、几点体会\n\n只有领导重视，才能抓出成效。"
)


@pytest.mark.parametrize(
    "papers",
    [
        (SUMMARY, SIGNED),
        (SIGNED, NOTICE),
        (NOTICE, SIGNED, VILLAGE_REPORT),
        (SUMMARY, VILLAGE_REPORT),
        (SIGNED, VILLAGE_REPORT, SUMMARY, NOTICE),
    ],
)
def test_papers_with_titles_of_their_own_are_parted_without_headings(papers: tuple[str, ...]) -> None:
    """Short ones too; below a signature, above a document's number or a salutation a title needs no set opening."""
    text = "\n\n".join(papers)
    found = ingest(SourceDocument("a.txt", text, "text/plain")).documents
    assert [text[one.start : one.end] for one in found] == list(papers)
    assert [one.title for one in found] == [paper.split("\n")[0] for paper in papers]


@pytest.mark.parametrize(
    "text",
    [
        SIGNED + "\n\n附件\n\n沙州镇政务公开工作情况统计表",
        f"{SIGNED}\n\n抄送：县政务公开办。",
        NOTICE
        + "\n\n特此通知。\n\n平湖县人民政府办公室\n2021年5月12日\n\n平湖县2021年政务公开工作要点\n\n一、公开内容\n\n公开规划。",
        "云阳县政务公开工作怎么干\n\n【1】公开什么\n\n"
        + "公开财政信息、民生信息和项目信息。" * 8
        + "\n\n【2】怎么公开\n\n"
        + "通过网站和公开栏公开信息。" * 8,
        "云阳县政务公开工作总结\n\nPart 1 主要做法\n\n"
        + "公开财政信息、民生信息和项目信息。" * 8
        + "\n\nPart 2 存在问题\n\n"
        + "更新不及时，内容不全面。" * 8,
    ],
)
def test_marks_and_annexes_inside_one_paper_do_not_part_it(text: str) -> None:
    assert len(ingest(SourceDocument("a.txt", text, "text/plain")).documents) == 1


def test_the_place_above_is_not_read_across_the_cut_of_the_page_head() -> None:
    """The page's head and a later document are two texts: no name runs from one into the other."""
    for length in range(300, 420, 7):
        before = f"2022年度云阳县民政局政务公开工作要点\n\n一、公开\n\n{'公开政务信息，' * (length // 7)}公开到位。"
        text = f"{before}\n\n{SIGNED}"
        assert ingest(SourceDocument("a.txt", text, "text/plain")).documents[-1].parent_unit == "青川县"


def test_a_heading_with_its_name_glued_to_the_end_before() -> None:
    bodies = [paper.split("\n\n", 1)[1] for paper in (SIGNED, VILLAGE_REPORT, SIGNED)]
    text = "政务公开总结 第1篇：\n\n" + bodies[0].rsplit("\n\n", 1)[0]
    for number, body in enumerate(bodies[1:], 2):
        text += f"政务公开总结 第{number}篇：\n\n{body}"
        text = text.removesuffix("\n\n沙州镇人民政府\n2020年11月16日")
    found = ingest(SourceDocument("a.txt", text, "text/plain")).documents
    assert [text[one.end - 1] for one in found] == ["。", "。", "。"]
    assert not any("篇" in text[one.start : one.end] for one in found)
