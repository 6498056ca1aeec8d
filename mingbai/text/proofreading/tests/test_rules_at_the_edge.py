"""Figures that are nothing, lists that break off, documents that end within a sentence."""

import pytest

from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.rules._told import said_around
from mingbai.text.proofreading.rules.unit.rank import _functions
from mingbai.text.proofreading.tests.reading import findings, passage


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("arithmetic.rate_of_account", "抽检0批次，合格0批次，不合格0批次，合格率0%。"),
        ("arithmetic.each_of_listed", "全年召开会议5次，一、三季度\n各1次，二季度各2次。"),
    ],
)
def test_nothing_is_told_of_figures_that_yield_nothing(rule: str, text: str) -> None:
    assert findings(rule, text) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("contradiction.average_beyond", "网格员平均年龄36岁，最大的35岁，最小的23岁。"),
        (
            "topic.other_genre",
            "白杨镇2022年政务公开工作总结\n我镇认真落实。以上是我的述职报告，请各位领导批评指正。",
        ),
        ("typo.collocation_object", "进一步加大了政务公开范围，不断完善监督检查的力度。"),
        ("typo.collocation_subject", "公开的渠道进一步加强，工作步伐明显提高。"),
        ("typo.governed_subject", "公开渠道日益浓厚，办事效率不断畅通。"),
    ],
)
def test_nothing_is_told_of_what_stands_outside_a_document(rule: str, text: str) -> None:
    find = next(one for one in all_rules() if one.name == rule)
    assert findings(rule, text)
    for at in range(len(text)):
        before, behind = passage(text, start=at, year=2023), passage(text, end=at, year=2023)
        assert all(found.start >= at for found in find.find(find, before))
        assert all(found.end <= at for found in find.find(find, behind))


def test_a_mark_that_is_missing_is_shown_by_what_it_belongs_before() -> None:
    found = findings("punctuation.comma_after_paper", "根据《自查通知》（青政办〔2023〕8号）我局立即自查。")
    assert [(one.quote, one.suggestion) for one in found] == [("我局", "，我局")]


def test_one_who_says_it_ever_again_is_held_against_the_text_once() -> None:
    said = "全年无违纪违法人员。\n" * 30 + "对2名干部给予党内警告处分。"
    assert len(findings("contradiction.no_offence_but_punished", said)) == 2
    said = "门卫室24小时值班。\n" * 30 + "夜间十点以后门卫室无人值班。"
    assert len(findings("contradiction.round_the_clock", said)) == 2


def test_offices_that_the_list_does_not_know_are_of_no_other_function() -> None:
    unlisted = [number for number, _, former in _functions([]).values() if not former]
    assert len(unlisted) == len(set(unlisted)) > 1


def test_what_is_said_around_a_place() -> None:
    read = passage("前文。甲乙，丙丁。后文", start=3, end=8)
    assert said_around(read, 4, 5, "。，", 9) == (3, 5)
    assert said_around(read, 4, 5, "。", 9) == (3, 8)
    assert said_around(read, 4, 5, "。", 1) == (3, 6)
    assert said_around(read, 3, 8, "", 9) == (3, 8)


def test_the_last_character_of_a_text_does_not_stand_before_its_first() -> None:
    slip = "彻贯落实会议精神。"
    assert findings("typo.letter_turned", slip)
    assert findings("typo.letter_turned", slip + "\n12")
