"""Which mark stands at a place, told by what stands around it in official writing."""

import random

import pytest

from mingbai.text.marks import (
    MARKS,
    NONE,
    Weights,
    longest_stretch,
    packed,
    shipped,
    signs,
    spots,
    stretches,
)
from tools.mark_weights import fitted, samples


def test_every_place_with_one_mark_is_a_spot_and_so_is_a_bare_one_that_is_asked_for():
    found = list(spots("（一）我镇根据《条例》要求。成立小组、明确专人，，公开12.5%", [3]))
    assert [(spot.written, spot.left, spot.right) for spot in found] == [
        ("。", "我镇根据书要求", "成立小组"),
        ("、", "成立小组", "明确专人"),
        (NONE, "我镇根", "据书要求"),
    ]


def test_marks_of_half_the_width_are_read_as_marks():
    assert [spot.written for spot in spots("加强领导,完善制度;扩大公开:按时更新")] == ["，", "；", "："]


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("随着公开工作的深入。群众的满意度不断提高。", "，"),
        ("工作人员接到群众的电话后、应当立即登记。", "，"),
        ("内容包括村集体资产，资源、资金的情况。", "、"),
        ("按照“谁主管、谁负责，的原则开展工作。", NONE),
    ],
)
def test_the_likeliest_mark_is_the_one_a_reader_would_set(line, better):
    assert better in {shipped().better(spot)[0] for spot in spots(line)}


def test_weights_follow_what_tells_the_places_apart():
    lines = ["各村公开财务，接受监督。", "公开财务、党务。"] * 9
    names, rows = samples(spot for line in lines for spot in spots(line))
    weights = fitted(len(names), rows, random.Random(2))
    known = Weights(packed(dict(zip(names, weights, strict=True))))
    comma, pause = (next(spots(line)) for line in lines[:2])
    assert known.better(comma) == ("，", 0)
    assert known.better(pause) == ("、", 0)
    assert set(known.scores(comma)) == set(MARKS)
    assert "b" in signs(comma)


def test_another_file_is_refused():
    with pytest.raises(ValueError, match="MBMARKS1"):
        Weights(b"something else")


def test_the_marks_that_a_line_lost_are_restored_the_likeliest_first():
    line = "全年收到申请3件其中予以公开2件不予公开1件。各村明确专人负责。"
    (found,) = stretches(line, 1.5)
    assert line[found.start : found.end] == "全年收到申请3件其中予以公开2件不予公开1件"
    assert [line[lost.offset :][:2] for lost in found.lost] == ["其中", "不予"]
    assert {lost.mark for lost in found.lost} <= {"，", "、"}


@pytest.mark.parametrize("line", ["", "。", "（见附件）", "公开", "，。；", "《条例》", "12"])
def test_a_line_of_hardly_anything_has_no_stretch(line):
    assert list(stretches(line, 0)) == []
    assert longest_stretch(line) <= 2


def test_a_very_long_stretch_is_read_in_parts():
    line = "镇里加强领导落实责任抓好防汛工作" * 400
    (found,) = stretches(line, 3.0)
    assert len(found.lost) > 200


def test_a_figure_and_a_title_are_one_letter_of_a_stretch_and_an_aside_none():
    assert longest_stretch("公开12.5%（见附件一），学习《条例》后整改") == 6
