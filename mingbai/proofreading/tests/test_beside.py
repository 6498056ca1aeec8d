"""A text with its findings beside it, and what applying suggestions makes of it."""

import pytest

from mingbai.proofreading.beside import LONGEST, key_of, marked, mended
from mingbai.text.model import Finding

TEXT = "制定定了制度。\n\n各村、、社区落实。"


def _found(words: str, suggestion: str | None = None, *, text: str = TEXT, **known) -> Finding:
    start = text.index(words)
    row = {"rule": "typo.any", "category": "typo", "severity": "warning", "message": "。", **known}
    return Finding(start, start + len(words), quote=words, suggestion=suggestion, **row)


def _shown(text: str, *findings: Finding) -> list[list[tuple[str, int, str]]]:
    return [
        [(piece.words, piece.number, piece.severity) for piece in line.pieces]
        for line in marked(text, findings)
    ]


def test_each_finding_is_marked_where_it_stands_and_blank_lines_are_left_out():
    lines = list(marked(TEXT, [_found("定定"), _found("、、", severity="error")]))
    assert [line.number for line in lines] == [1, 3]
    assert [[(one.words, one.number) for one in line.pieces] for line in lines] == [
        [("制", 0), ("定定", 1), ("了制度。", 0)],
        [("各村", 0), ("、、", 2), ("社区落实。", 0)],
    ]
    assert "".join(one.words for line in lines for one in line.pieces) == TEXT.replace("\n", "")


@pytest.mark.parametrize(
    ("findings", "seen"),
    [
        # the gravest, whatever its length
        ([_found("制定定了制度", severity="error"), _found("定定")], [("制", 1), ("定定了制度", 1)]),
        # of two alike the shorter
        ([_found("制定定了"), _found("定定")], [("制", 1), ("定定", 2), ("了", 1)]),
        # a weak doubt covers nothing else
        ([_found("定定", severity="info"), _found("制定定", weak=True)], [("制", 2), ("定定", 1)]),
    ],
)
def test_where_findings_meet_the_gravest_and_then_the_shortest_is_seen(findings, seen):
    assert [(words, number) for words, number, _ in _shown(TEXT, *findings)[0] if number] == seen


def test_a_finding_that_is_covered_can_still_be_gone_to():
    findings = [_found("定定", severity="info"), _found("制定定了", severity="error")]
    begins = [number for line in marked(TEXT, findings) for piece in line.pieces for number in piece.begins]
    assert sorted(begins) == [1, 2]


def test_a_remark_on_a_whole_page_leaves_most_of_it_unmarked():
    text = "长" * 1000
    [[(_, first, _), (words, rest, _)]] = _shown(text, _found(text, text=text))
    assert (first, rest, len(words)) == (1, 0, 1000 - LONGEST)


def test_a_finding_without_words_and_one_at_the_very_end_have_a_place():
    for at in (0, len(TEXT)):
        found = Finding(at, at, "typo.any", "typo", "warning", "", "缺一句。")
        assert [one.number for line in marked(TEXT, [found]) for one in line.pieces if one.number] == [1]
    assert list(marked("", [Finding(0, 0, "typo.any", "typo", "warning", "", "空。")]))


def test_personal_data_is_masked_in_the_text_and_everything_keeps_its_place():
    text = "联系人电话13955511234，李某某。"
    number = _found("13955511234", text=text, category="personal_data", rule="personal.mobile")
    name = _found("李某某", text=text, category="personal_data", rule="personal.name")
    shown = "".join(words for line in _shown(text, number, name) for words, _, _ in line)
    assert "1395551" not in shown and "李" not in shown
    assert shown == "联系人电话＊＊＊＊＊＊＊1234，＊＊＊。"


def test_chosen_suggestions_are_applied_and_no_others():
    twice, marks = _found("定定", "定"), _found("、、", "、", rule="punctuation.twice")
    assert mended(TEXT, [twice, marks], {key_of(twice), key_of(marks)}) == (
        "制定了制度。\n\n各村、社区落实。",
        2,
    )
    assert mended(TEXT, [twice, marks], {key_of(marks)}) == (TEXT.replace("、、", "、"), 1)
    assert mended(TEXT, [twice, marks], {"0-2-typo.other"}) == (TEXT, 0)


def test_advice_is_never_written_into_the_text_and_of_two_that_meet_one_is_applied():
    advice = _found("制度", "写明是什么制度")
    assert mended(TEXT, [advice], {key_of(advice)}) == (TEXT, 0)
    both = [_found("制定定了", "制定了"), _found("定定", "定")]
    assert mended(TEXT, both, set(map(key_of, both))) == (TEXT.replace("定定", "定"), 1)
