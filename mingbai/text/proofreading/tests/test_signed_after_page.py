"""The page's own date against the signature below the text: five pages on which the rule fires, five on which it does not."""

import pytest

from mingbai.text.proofreading.tests.reading import quotes_of

_PAGE = (
    "县里自查报告\n发布时间：{} 10:11 来源：大石镇政府 点击：0\n\n大石镇村务公开工作的自查报告\n\n县协调小组：\n"
    "现将自查情况报告如下。全镇22个村均能按规定公开，群众满意度较高，各项制度得到落实。\n\n大石镇人民政府\n{}"
)


@pytest.mark.parametrize(
    ("shown", "signed"),
    [
        ("2013-11-08", "2014年11月5日"),
        ("2019-06-12", "2020年6月10日"),
        ("2022-12-30", "2023年12月28日"),
        ("2021-03-09", "2021年4月6日"),
        ("2018-01-15", "2019年1月12日"),
    ],
)
def test_signed_after_its_page_was_published(shown: str, signed: str) -> None:
    assert quotes_of(_PAGE.format(shown, signed))["date.signed_after_page"] == [signed]


@pytest.mark.parametrize(
    ("shown", "signed"),
    [
        ("2013-11-08", "2013年11月5日"),
        ("2019-06-12", "2019年6月12日"),
        ("2022-12-30", "2022年12月28日"),
        ("2021-03-09", "2021年3月10日"),
        ("2019-01-15", "2018年12月29日"),
    ],
)
def test_published_on_the_day_or_later(shown: str, signed: str) -> None:
    assert "date.signed_after_page" not in quotes_of(_PAGE.format(shown, signed))
