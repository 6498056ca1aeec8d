"""A character typed twice is told from two words of which one ends and the other begins with it."""

import pytest

from mingbai.text.proofreading.rules._doubled import belong_to_two_words, joined_words, opens_joined
from mingbai.text.proofreading.tests.reading import findings, passage

_TYPED_TWICE = [
    "公开信息息公开情况",
    "镇政府府网站",
    "抓落落实工作",
    "村务务公开栏",
    "退出出情况公示",
    "服务务群众",
    "领导导小组",
]
_TWO_WORDS = [
    "山林林权登记",
    "散煤煤质检测",
    "养老院院民",
    "桥梁梁体情况",
    "公路路面",
    "水库库区",
    "路灯灯杆更换",
    "下到沟沟岔岔入户",
    "公厕厕位增加",
    "电梯梯位加装",
    "桥梁梁体检查",
    "逐村打分，得分分四个档次",
    "评议总分分为三档",
    "加固垸堤堤防",
    "全镇主堤堤防长八公里",
]
# Official writing has the second word, the dictionary has not.
_LATER_WORDS = ["从学前到大学学段建立台账。", "农村公路路长制公示牌更新。", "公众众筹项目公示。"]


def _double(text: str) -> int:
    return next(at for at in range(1, len(text)) if text[at] == text[at + 1])


@pytest.mark.parametrize("text", _TYPED_TWICE)
def test_a_slip_of_the_finger_is_one_word(text: str) -> None:
    assert not belong_to_two_words(text, _double(text))


@pytest.mark.parametrize("text", _TWO_WORDS)
def test_the_second_one_may_open_a_word(text: str) -> None:
    assert belong_to_two_words(text, _double(text))


@pytest.mark.parametrize(
    "text", ["核查了桥梁梁体情况。", "做好山林林权登记。", "公布散煤煤质抽检结果。", "走访养老院院民情况。"]
)
def test_two_words_are_no_more_than_a_hint(text: str) -> None:
    rules = ("typo.double_ending", "typo.double_opening", "typo.misfit_double")
    assert {found.severity for rule in rules for found in findings(rule, text)} <= {"info"}


@pytest.mark.parametrize("text", _LATER_WORDS)
def test_words_that_the_dictionary_lacks_are_known(text: str) -> None:
    known = joined_words(passage(text))
    assert belong_to_two_words(text, _double(text), known)
    assert not opens_joined("公开学学情况", 3, known)
    assert {found.severity for found in findings("typo.double_ending", text)} <= {"info"}


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("由国库集中支付支付中心办理。", "info"),
        ("与村级转移支付支付进度相衔接。", "info"),
        ("完善社会治理治理体系。", "info"),
        ("对违规支付支付的款项予以追回。", "warning"),
        ("村民支付支付了水费。", "warning"),
        ("对冒领冒领补贴的行为从严处理。", "warning"),
    ],
)
def test_a_word_may_close_one_name_and_open_the_next(text: str, severity: str) -> None:
    assert [found.severity for found in findings("typo.any_word_twice", text)] == [severity]
