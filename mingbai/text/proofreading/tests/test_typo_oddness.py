"""Places where a clause reads badly: weighed by learnt numbers, told of careless texts only."""

import random
from dataclasses import replace

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import Finding, SourceDocument
from mingbai.text.proofreading import check
from mingbai.text.proofreading.rules import _oddness as oddness
from mingbai.text.proofreading.tests.fired import LISTS, RULES, Cases, misread, passage, said_by

NAME = "typo.reads_badly"
CASES: Cases = {
    NAME: (
        (
            "我们的工作做得不，与群众的要求还有差距。",
            "使广大群众对惠农政策的了解更加。",
            "村务监督委员会对收支逐笔核。",
            "村级财务实行了代理记。",
            "公开内容经审批后方可予布。",
            "领导高度重视视信息公开工作。",
        ),
        (
            "我们的工作做得不够，与群众的要求还有差距。",
            "使广大群众对惠农政策的了解更加深入。",
            "村务监督委员会对收支逐笔审核。",
            "村级财务实行了委托代理记账。",
            "公开内容经审批后方可公布。",
            "领导高度重视信息公开工作。",
            # the letters of a document's number, and what is quoted, are not judged
            "按照国办公开办函〔2021〕30号的要求编制。",
            "有的村民问“逐笔核”是什么意思。",
        ),
    )
}
PAPER = """青溪镇2021年政务公开工作总结
一、加强组织领导。成立了政务公开领导小组，由镇长任组长，各科室负责人为成员，明确了工作职责。
二、完善公开制度。制定了信息发布审核制度，群众对惠农政策的了解更加，按月通报。
三、拓宽公开渠道。通过政府网站、微信公众号和村务公开栏及时公布群众关心的事项，全年公布信息260条。
"""
SLIPS = (("领导小组", "领导小祖"), ("制定了", "制定定了"), ("网站、", "网站、、"), ("全年", "全全年"))


def _odd(text: str, disabled: tuple[str, ...] = ()) -> list[Finding]:
    # other rules have the same place
    off = ("typo.near_word", "typo.word_never_last", *disabled)
    found = check(ingest(SourceDocument("a.txt", text, "text/plain")), lists=LISTS, disabled=off)
    return [one for one in found if one.rule == NAME]


def _careless() -> str:
    text = PAPER
    for right, wrong in SLIPS:
        text = text.replace(right, wrong, 1)
    return text


def test_what_reads_badly() -> None:
    assert misread(NAME, CASES) == []


def test_only_careless_texts_are_told() -> None:
    assert _odd(PAPER) == []
    told = _odd(_careless())
    assert any("了解更加" in one.quote for one in told)
    assert all(one.weak and one.severity == "info" and one.message.startswith("把握不大：") for one in told)


@pytest.mark.parametrize("off", [NAME, "typo"])
def test_it_can_be_switched_off(off: str) -> None:
    assert _odd(_careless(), (off,)) == []


def test_what_a_text_says_again_and_again_is_its_own_word() -> None:
    text = "全镇实行逐笔核。各村推行逐笔核。" * 6
    assert said_by(RULES[NAME], passage(text)) == []


def test_a_term_of_the_lists_is_none_at_the_head_of_a_run_either() -> None:
    one = passage("桐坪县第二中学公开收费项目。")
    lists = {**LISTS, "terms": {**LISTS["terms"], "entries": [{"word": "桐坪"}]}}
    assert [doubt.quote for doubt in said_by(RULES[NAME], one)] == ["桐坪县"]
    assert said_by(RULES[NAME], replace(one, lists=lists)) == []


def test_weights_are_read_as_they_were_packed() -> None:
    chance = random.Random(3)
    rows = tuple(tuple(chance.randint(-3000, 3000) / 1000 for _ in range(oddness.SIGNS)) for _ in range(4))
    weights = oddness.Weights(
        rows=rows, constants=(0.5, -0.25, 0.0, 1.0), last=(1.0, -2.0, 0.125, 0.75), constant=-3.5
    )
    again = oddness.read(oddness.packed(weights))
    assert (again.rows, again.constants, again.last, again.constant) == (
        rows,
        weights.constants,
        weights.last,
        weights.constant,
    )


def test_the_odds_are_a_sum_of_what_speaks_above_nought() -> None:
    first = (1.0, *[0.0] * (oddness.SIGNS - 1))
    weights = oddness.Weights(rows=(first, first), constants=(1.0, -2.0), last=(2.0, 5.0), constant=-1.0)
    # the second sum, 0.5 - 2, is below nought and says nothing
    assert oddness.odds((0.5, *[9.0] * (oddness.SIGNS - 1)), weights) == pytest.approx(-1.0 + 2.0 * 1.5)


@pytest.mark.parametrize("content", [b"", b"MBREAD02" + bytes(20), b"other"])
def test_another_file_is_no_file_of_weights(content: bytes) -> None:
    with pytest.raises(ValueError, match="not a file of weights"):
        oddness.read(content)


def test_words_that_official_writing_has_so_are_no_places() -> None:
    known = "村务监督委员会"
    assert "监督" not in {known[place.start : place.end] for place in oddness.places_in(known)}
    [*odd] = oddness.places_in("收支逐笔核")
    assert "逐笔" in {"收支逐笔核"[place.start : place.end] for place in odd}
    assert {len(place.signs) for place in odd} == {oddness.SIGNS}


def test_a_long_run_without_marks_is_weighed_in_linear_time(monkeypatch) -> None:
    """Each word asks for others with its last character: once for the run, not once for each word."""
    compared = 0

    class Word(str):
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return str.__eq__(self, other)

    size = 2_000
    monkeypatch.setattr(
        oddness.dictionary, "cut", lambda run: [Word(word) for word in ["我镇", "城村"] * size]
    )
    [*oddness.places_in("我镇城村" * size)]
    assert compared < 40 * size
