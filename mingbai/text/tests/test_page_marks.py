"""Numbers of pages inside sentences, and numbers of items that stay."""

import pytest

from mingbai.text.lines import lines_of
from mingbai.text.page_marks import page_marks
from mingbai.text.residue import find_residue

SHEET = "我局认真贯彻条例，健全制度，规范流程，及时公开各类信息，方便群众查阅，并把公开工作纳入年度考核，" * 3


def marks(text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in page_marks(lines_of(text))]


def test_numbers_of_sheets_are_marks_and_so_is_the_first() -> None:
    text = f"1、{SHEET}把政务\n2、公开与纠风工作结合起来。{SHEET}充分利用\n3、公开栏等形式。"
    assert marks(text) == ["1、", "\n2、", "\n3、"]


def test_a_sheet_that_ends_with_its_sentence_does_not_end_the_count() -> None:
    text = f"1、{SHEET}把政务\n2、公开工作做实。\n3、{SHEET}充分利用\n4、公开栏等形式。"
    assert marks(text) == ["1、", "\n2、", "\n4、"]


@pytest.mark.parametrize(
    "text",
    [
        "我镇在县政府的领导下，不断健全各项制度，成立了政务公开工作领导小 1\n组，下设办公室。",
        "我镇在县政府的领导下，不断健全制度，成立了政务公开工作领导小\n- 12 -\n组，下设办公室，明确专人负责。",
    ],
)
def test_the_number_of_a_printed_page(text: str) -> None:
    assert len(marks(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "1、加强领导，明确责任\n2、完善制度，规范程序\n3、扩大公开范围",
        f"1、{SHEET[:-1]}。\n2、{SHEET[:-1]}。",
        "我镇在县政府的领导下，不断健全制度，全镇现有行政村和农村社区 12\n个，社区3个。",
        "我镇在县政府的领导下，不断健全制度，明确了公开责任人。\n3\n下一步，加强监督，完善制度。",
        "村名\t户数\t人数 12\n清溪\t120\t301",
        "我镇全年公开政策文件、财政预决算、公共服务等各类信息共计 123\n一、加强领导，明确责任。",
    ],
)
def test_what_is_no_mark(text: str) -> None:
    assert marks(text) == []


def test_words_of_the_title_on_lines_of_their_own_are_left_by_tags() -> None:
    text = "校务公开\n工作\n总结\n城关小学校务公开工作总结\n今年以来，我校认真做好校务公开工作，教职工满意。"
    assert [text[r.start : r.end] for r in find_residue(text)] == ["校务公开\n工作\n总结"]
    assert not find_residue(text.replace("工作\n总结\n", "", 1))


def test_a_title_in_brackets_before_the_first_sentence_is_the_pages() -> None:
    text = "【村务公开工作总结】在基层治理中，我村认真做好村务公开工作，村民较为满意。"
    assert [text[r.start : r.end] for r in find_residue(text)] == ["【村务公开工作总结】"]
    assert not find_residue(text.replace("村务公开工作总结", "公开动态"))


def test_an_item_of_a_list_that_lost_its_stop_is_no_end_of_a_page() -> None:
    long = "严格按照规定的程序办理，公开的内容要真实、全面，群众关心的事项要逐项列出，" * 5
    text = f"党务公开工作方案\n三、工作要求\n1、讲求实效。{long}接受监督。\n2、完善制度。{long}形成机制。\n3、操作规范。{long}社区财务收支情况等\n4、公开内容：定期公开与随时公开相结合。"
    assert not find_residue(text)
