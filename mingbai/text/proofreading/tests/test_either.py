"""Marks of both widths in one pattern."""

import re

import pytest

from mingbai.text.proofreading.rules._either import either, either_word
from mingbai.text.proofreading.tests.reading import findings


@pytest.mark.parametrize("text", ["任，负责", "任,负责", "（见）", "(见)", "何？都", "何?都"])
def test_both_widths_match(text: str) -> None:
    pattern = "任，负责|（见）|何？都"
    assert re.fullmatch(either(pattern), text)


def test_sets_and_escapes_stay_what_they_are() -> None:
    assert either(r"[，；]\(a\)") == r"[，,；;]\(a\)"
    assert either_word("任；负责 会。") == "任；负责 会。 任;负责"


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("punctuation.semicolon_in_clause", "办公室主任由林业站站长兼任;负责日常工作。"),
        ("punctuation.list_of_means", "镇政府通过公开栏,广播、会议等形式公开政务。"),
        ("punctuation.summed_list", "中心设有民政、社保、计生,国土四个窗口。"),
        ("punctuation.before_first_item", "公开内容主要包括,一是政策法规;二是办事程序。"),
        ("punctuation.uneven_figures", "其中概况类信息26条,政务动态信息260条、目录信息56条。"),
    ],
)
def test_half_width_pages_are_read_too(rule: str, text: str) -> None:
    assert findings(rule, text)
