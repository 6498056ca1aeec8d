"""A text that is written with commas of half width is read as one with those of full width."""

import pytest

from mingbai.text.proofreading.tests.fired import fires

ENDING_AT_A_COMMA = [
    ("typo.figure_alone", "出动车辆12，清理河道3公里。"),
    ("typo.figure_alone", "修建机耕道1.8公里，总投资36万，其中村民自筹12万元。"),
    ("typo.inside_verb_lost", "要广泛收集意见和，及时改进工作。"),
    ("typo.first_character_lost", "全制度，加强管理，确保公开到位。"),
    ("typo.name_not_given", "先后荣获“平安乡镇”“卫生乡镇”等，受到好评。"),
]


@pytest.mark.parametrize(("name", "text"), ENDING_AT_A_COMMA)
def test_a_comma_of_half_width_ends_a_clause(name: str, text: str) -> None:
    assert fires(name, text)
    assert fires(name, text.replace("，", ","))


def test_a_comma_that_parts_thousands_ends_nothing() -> None:
    assert not fires("typo.figure_alone", "出动车辆12,300台次,投入资金36,500元。")
