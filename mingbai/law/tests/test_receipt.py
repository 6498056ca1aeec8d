from datetime import date

import pytest

from mingbai.law.errors import LawError
from mingbai.law.receipt import delivery, receipt

D = date.fromisoformat


# law: receipt.*
@pytest.mark.parametrize(
    ("channel", "confirmed", "on", "article"),
    [
        ("in_person", None, "2025-03-03", "第一项"),
        ("in_person", "2025-03-05", "2025-03-03", "第一项"),
        ("signed_mail", None, "2025-03-03", "第二项"),
        ("ordinary_mail", None, None, "第二项"),
        ("ordinary_mail", "2025-03-05", "2025-03-05", "第二项"),
        ("internet", None, None, "第三项"),
        ("internet", "2025-03-03", "2025-03-03", "第三项"),
        ("fax", None, None, "第三项"),
        ("fax", "2025-03-04", "2025-03-04", "第三项"),
    ],
)
def test_the_date_of_receipt(channel, confirmed, on, article):
    found = receipt(channel, D("2025-03-03"), D(confirmed) if confirmed else None)
    assert found.on == (D(on) if on else None)
    assert found.article == f"政府信息公开条例第三十一条{article}"
    assert ("尚未确认，期限未起算" in found.text) == (on is None)
    assert found.text.endswith("。")


def test_receipts_that_cannot_be():
    with pytest.raises(
        LawError, match="没有「pigeon」这一申请渠道，可用：in_person（当面提交）、signed_mail"
    ):
        receipt("pigeon", D("2025-03-03"))
    with pytest.raises(LawError, match="确认日期2025-03-02早于到达日期2025-03-03"):
        receipt("fax", D("2025-03-03"), D("2025-03-02"))


# law: delivery.*
@pytest.mark.parametrize(
    ("way", "met_on", "known_on"),
    [
        ("direct", "2025-03-06", "2025-03-06"),
        ("through_agency", "2025-03-06", "2025-03-06"),
        ("mail", "2025-03-03", "2025-03-06"),
        ("electronic", "2025-03-03", "2025-03-06"),
    ],
)
def test_the_two_dates_of_a_reply(way, met_on, known_on):
    found = delivery(way, posted_on=D("2025-03-03"), signed_on=D("2025-03-06"))
    assert (found.met_on, found.known_on) == (D(met_on), D(known_on))
    assert found.known_article == "行政复议法实施条例第二十三条"
    assert found.article
    assert delivery(way).met_on is None


def test_deliveries_that_cannot_be():
    assert delivery("mail", posted_on=D("2025-03-03")).known_on is None
    assert delivery("mail", posted_on=D("2025-03-03"), signed_on=D("2025-03-03")).met_on == D("2025-03-03")
    with pytest.raises(LawError, match="签收日期2025-03-02早于寄出日期2025-03-03"):
        delivery("mail", posted_on=D("2025-03-03"), signed_on=D("2025-03-02"))
    with pytest.raises(LawError, match="没有「courier」这一送达方式"):
        delivery("courier")
