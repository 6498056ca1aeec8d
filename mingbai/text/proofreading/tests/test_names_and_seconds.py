"""Where persons and villages are named, and which of two remarks on one place is told."""

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import Finding, SourceDocument
from mingbai.text.proofreading import check, load_lists
from mingbai.text.proofreading.rules._persons import named, without_names
from mingbai.text.proofreading.rules._yielding import without_seconds
from mingbai.text.proofreading.tests.fired import passage


@pytest.mark.parametrize(
    ("text", "names"),
    (
        ("会议由镇长覃光烈主持。", ["覃光烈"]),
        ("记录：韦小燕", ["韦小燕"]),
        ("包户干部白林、马福祥两位同志三年磨破四双鞋。", ["白林", "马福祥"]),
        ("补选农秀芬同志为主席团成员。", ["农秀芬"]),
        ("是我和村医老田去盖的。", ["老田"]),
        ("联系人：农经站 陆工，电话2812233。", ["陆工"]),
        ("额尔敦大叔说得好。", ["额尔敦"]),
        ("冰岛、公弄、懂过三个村表决通过。", ["冰岛、公弄、懂过三个村"]),
        ("买买提·艾力家今年葡萄晾了6吨。", ["买买提·艾力家今年葡萄晾"]),
        ("居委会主任：杨亚江　会计：吴秀兰", ["杨亚江", "吴秀兰"]),
        ("书记高度重视，主任亲自抓。", []),
        ("保证村民形使民主权利。", []),
        ("校长签法后公布。", []),
        ("对公开不时、不全、不真的3个村进行了约谈。", []),
        ("做到边核实、边报告、边处置。", []),
    ),
)
def test_names_are_read_by_their_posts_labels_and_lists(text: str, names: list[str]) -> None:
    one = passage(text)
    assert [one.text[start:end] for start, end in named(one)] == names


def _finding(rule: str, start: int, end: int, severity: str = "warning") -> Finding:
    return Finding(start, end, rule, "typo", severity, "", "")  # type: ignore[arg-type]


def test_the_characters_of_a_name_are_not_judged() -> None:
    one = passage("包户干部白林、马福祥两位同志具体负则。")
    found = [_finding("typo.misfit_character", 4, 6), _finding("typo.misfit_character", 16, 18)]
    assert without_names(one, found) == found[1:]


@pytest.mark.parametrize(
    ("rules", "told"),
    (
        (("regulation.misnamed", "typo.homophone"), ["regulation.misnamed"]),
        (("encoding.entity", "punctuation.doubled"), ["encoding.entity"]),
        (("topic.other_field", "unit.self_of_other_kind"), ["topic.other_field"]),
        (("personal.chat", "web.page_words_inside"), ["personal.chat"]),
        (("web.page_tools", "truncated.hidden_part"), ["web.page_tools"]),
        (("numbering.gap", "typo.homophone"), ["numbering.gap", "typo.homophone"]),
        (("unit.other_name", "typo.homophone"), ["unit.other_name", "typo.homophone"]),
    ),
)
def test_of_two_remarks_on_one_place_the_one_that_says_more_is_told(
    rules: tuple[str, str], told: list[str]
) -> None:
    found = [_finding(rules[0], 0, 8), _finding(rules[1], 3, 5)]
    assert [one.rule for one in without_seconds(found)] == told
    apart = [_finding(rules[0], 0, 8), _finding(rules[1], 13, 15)]
    assert [*without_seconds(apart)] == apart


def test_a_hint_silences_nothing() -> None:
    found = [_finding("regulation.misnamed", 0, 8, "info"), _finding("typo.homophone", 3, 5)]
    assert [*without_seconds(found)] == found


def test_a_misspelt_title_is_told_once() -> None:
    text = "我局组织学习《中华人民共和国政府信息公开条列》，宣传不够深入。\n"
    found = check(ingest(SourceDocument("a.txt", text, "text/plain")), lists=load_lists())
    assert [one.category for one in found if one.severity != "info"] == ["wrong_regulation_name"]
