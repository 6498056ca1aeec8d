from datetime import date

import pytest

from mingbai.law.errors import LawError
from mingbai.law.fees import charge, fee_by_item, fee_by_page, running_numbers


# law: fee.by_item
@pytest.mark.parametrize(
    ("first", "last", "total", "steps"),
    [
        (1, 10, 0, [(1, 10, 0)]),
        (1, 11, 100, [(1, 10, 0), (11, 11, 100)]),
        (1, 15, 500, [(1, 10, 0), (11, 15, 100)]),
        (1, 30, 2000, [(1, 10, 0), (11, 30, 100)]),
        (1, 31, 2200, [(1, 10, 0), (11, 30, 100), (31, 31, 200)]),
        (1, 35, 3000, [(1, 10, 0), (11, 30, 100), (31, 35, 200)]),
        (1, 40, 4000, [(1, 10, 0), (11, 30, 100), (31, 40, 200)]),
        (1, 47, 6100, [(1, 10, 0), (11, 30, 100), (31, 40, 200), (41, 47, 300)]),
        (1, 12, 200, [(1, 10, 0), (11, 12, 100)]),
        (1, 51, 7400, [(1, 10, 0), (11, 30, 100), (31, 40, 200), (41, 50, 300), (51, 51, 400)]),
        (11, 25, 1500, [(11, 25, 100)]),
        (40, 41, 500, [(40, 40, 200), (41, 41, 300)]),
        (10, 10, 0, [(10, 10, 0)]),
        (61, 61, 500, [(61, 61, 500)]),
    ],
)
def test_by_item(first, last, total, steps):
    fee = fee_by_item(first, last)
    assert fee.total == total
    assert [(step.first, step.last, step.rate) for step in fee.steps] == steps
    assert fee.article == "政府信息公开信息处理费管理办法第四条"


# law: fee.by_page
@pytest.mark.parametrize(
    ("pages", "total"),
    [(1, 0), (30, 0), (31, 10), (68, 380), (72, 420), (100, 700), (101, 720), (119, 1080), (150, 1700)]
    + [(200, 2700), (201, 2740), (250, 4700), (1_000_000, 39_994_700)],
)
def test_by_page(pages, total):
    fee = fee_by_page(pages)
    assert fee.total == total
    assert fee.steps[-1].last == pages
    assert fee.article == "政府信息公开信息处理费管理办法第五条"


# law: fee.month, fee.by_page
def test_items_are_numbered_by_month_and_pages_by_request():
    march, april = [date(2025, 3, 31)] * 3, [date(2025, 4, 1)] * 2
    assert running_numbers([*march, *april, date(2026, 3, 1)]) == [1, 2, 3, 1, 2, 1]
    in_march = [date(2025, 3, 1)] * 47
    in_april = [date(2025, 4, 1)] * 12
    numbers = running_numbers(in_march + in_april)
    fees = [fee_by_item(number, number).total for number in numbers]
    assert (sum(fees[:47]), sum(fees[47:])) == (6100, 200)
    assert fee_by_page(30).total + fee_by_page(30).total == 0


# law: fee.free_by_default, fee.one_method
def test_one_method_or_none():
    assert charge(None, 47, 500) is None
    assert charge("item", 47, 500).total == 300
    assert charge("page", 47, 150).total == 1700
    assert charge("item").total == 0


@pytest.mark.parametrize(
    ("first", "last", "message"),
    [
        (0, 5, "按件计收的件数不对：0至5"),
        (5, 4, "5至4"),
        (-3, -1, "-3至-1"),
        (1, 1_000_001, "件数1000001过大"),
    ],
)
def test_numbers_that_cannot_be(first, last, message):
    with pytest.raises(LawError, match=message):
        fee_by_item(first, last)


def test_no_pages():
    with pytest.raises(LawError, match="按量计收的页数不对：1至0"):
        fee_by_page(0)
    assert fee_by_item(1_000_000, 1_000_000).total == 100 * (1 + (1_000_000 - 21) // 10)
