"""What 「改为」 may put into the text: the right words where they are known, never a figure that nobody has checked."""

import re

import pytest

from mingbai.proofreading.mending import replacement
from mingbai.text.ingest import ingest
from mingbai.text.model import SourceDocument
from mingbai.text.proofreading.engine import check
from mingbai.text.proofreading.lists import load_lists
from mingbai.text.proofreading.model import Rule
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.tests.reading import passage


@pytest.mark.parametrize(
    ("rule", "words", "suggestion", "expected"),
    [
        ("typo.homophone", "以经", "已经", "已经"),
        ("numbering.gap", "四、强化监督", "改为「三、」，或补上缺的内容", "三、强化监督"),
        ("numbering.back", "（二）制度", "改为「（四）」，或补上缺的内容", "（四）制度"),
        ("numbering.inline_gap", "五是", "改为「四是」，或补上缺的内容", "四是"),
        ("punctuation.halfwidth", ",", "改为「，」", "，"),
        ("punctuation.enumeration_comma_before_and", "、和", "删去顿号", "和"),
        ("punctuation.doubled", "。。", "只留一个", "。"),
        ("punctuation.doubled", "，、", "只留一个", None),
        ("personal.mobile", "13812345678", "138****5678", "138****5678"),
        ("web.share", "分享到：微信 微博", "删去", ""),
        ("placeholder.masked_year", "20xx年", "填写实际年份", None),
        ("arithmetic.rate", "10件，办结9件，办结率100%", "90.0%", None),
        ("punctuation.numbering_sign", "（一）、", "「（一）」后不加标点，「一」后用顿号", None),
        ("typo.homophone", "", "已经", None),
        # the right words are those of a part: the rest would be lost
        ("date.year_of_congress", "党的二十大于2021年10月胜利召开", "2022年", None),
        ("sensitive.not_a_country", "港澳台等国家", "等地", None),
        ("typo.leader_made", "做副组长", "任", None),
        ("unit.signed_by_other", "西关街道办事处", "东关街道", None),
        ("encoding.one_for_dash", "按照提出一审查一公开", "—", None),
        ("encoding.year_with_letter", "二OO八", "〇", None),
        ("regulation.number_of_order", "国务院492号令", "国务院令第……号", None),
        ("numbering.decimals", "1.4 ", "改为「第3项」", None),
        ("typo.double_phrase", "领导小组领导小组", "领导小组", "领导小组"),
        ("date.own_report_year", "2012年", "2013年", "2013年"),
        ("placeholder.star_name", "**", "写上姓名", None),
        ("placeholder.masked_doctrine", "“xxxx”", "恢复原文", None),
        ("encoding.last_figure_lost", "9?", "按原稿补上数字", None),
        ("date.year_cut", "20", "写全年份", None),
        ("regulation.number_brackets", "[2023]12号", "年份改用〔〕", None),
        ("typo.only_preposition", "针对社区管理工作。", "句号改为逗号", None),
        ("punctuation.comma_at_quote_end", "，", "移到引号外面", None),
        ("punctuation.glued_heading", "加强领导", "标题后面加句号", None),
        ("regulation.of_other_bodies", "《高等学校信息公开办法》", "改引管本单位的规定", None),
        ("regulation.two_kinds", "《准则制度》", "留「准则」或「制度」", None),
        ("unit.each_but_addressed", "各乡镇", "与主送单位一致", None),
        ("typo.homophone", "以经", "", None),
    ],
)
def test_a_suggestion_is_applied_only_where_it_is_the_words(
    rule: str, words: str, suggestion: str, expected: str | None
):
    assert replacement(rule, words, suggestion) == expected


def test_applying_a_suggestion_never_makes_the_same_finding_again():
    """On the example of every rule: what the button writes is not found wrong by that rule at that place."""
    lists = load_lists(None)
    applied = 0
    for rule in all_rules():
        text = rule.fires
        found = [one for one in _check(text, lists) if one.rule == rule.name]
        for one in found[:1]:
            right = replacement(rule.name, one.quote, one.suggestion or "")
            if right is None:
                continue
            applied += 1
            mended = text[: one.start] + right + text[one.end :]
            again = [
                other
                for other in _check(mended, lists)
                if other.rule == rule.name and other.start == one.start and other.quote == one.quote
            ]
            assert not again, rule.name
    assert applied > 30


def _check(text, lists):
    return check(ingest(SourceDocument(file="", text=text, media_type="text/plain")), lists=lists)


_HAN = re.compile("[一-鿿]")
_PAIRS = ("“”", "‘’", "（）", "《》", "「」")


@pytest.mark.parametrize(
    "rule",
    [one for one in all_rules() if one.category == "punctuation_misuse"],
    ids=lambda rule: rule.name,
)
def test_a_mark_put_right_leaves_the_words_and_opens_no_pair(rule: Rule):
    """The button of a rule about marks writes marks: no character of the words is lost, no pair is left open."""
    for one in rule.find(rule, passage(rule.fires)):
        right = replacement(rule.name, one.quote, one.suggestion or "")
        if right is None:
            continue
        mended = rule.fires[: one.start] + right + rule.fires[one.end :]
        assert _HAN.findall(mended) == _HAN.findall(rule.fires)
        for pair in _PAIRS:
            assert _open(pair, mended) <= _open(pair, rule.fires), pair


def _open(pair: str, text: str) -> int:
    return abs(text.count(pair[0]) - text.count(pair[1]))


def test_a_unit_put_right_leaves_its_figure():
    rule = next(one for one in all_rules() if one.name == "encoding.lost_superscript")
    found = [*rule.find(rule, passage("馆舍面积3200m2，库容20m3。"))]
    assert [one.quote for one in found] == ["m2", "m3"]
    assert {replacement(rule.name, one.quote, one.suggestion or "") for one in found} == {None}


@pytest.mark.parametrize(
    ("name", "text", "right"),
    [
        ("encoding.mark_in_word", "对不按要求公开的，予以通？报批评。", "对不按要求公开的，予以通报批评。"),
        ("encoding.mark_in_word", "切实提高服务质？量和水平。", "切实提高服务质量和水平。"),
        ("punctuation.pause_before_its_number", "今年，补发证件、602件。", "今年，补发证件602件。"),
    ],
)
def test_what_the_button_writes_fits_what_stands_around(name: str, text: str, right: str):
    rule = next(one for one in all_rules() if one.name == name)
    [found] = rule.find(rule, passage(text))
    written = replacement(name, found.quote, found.suggestion or "")
    assert written is not None
    assert text[: found.start] + written + text[found.end :] == right
