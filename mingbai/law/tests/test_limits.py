from datetime import date, datetime, timedelta

import pytest

from mingbai.law.calendar import CHINA, default_calendar
from mingbai.law.errors import CalendarMissing, LawError
from mingbai.law.limits import (
    TimeLimit,
    add_months,
    check_minimum,
    due,
    last_day,
    late_from,
    limit,
    limits_of,
)

CALENDAR = default_calendar()
D = date.fromisoformat

# rule → (day 0, last day, length as printed)
VECTORS = {
    "foi.correction_notice": ("2025-01-20", "2025-02-05", "7个工作日"),
    "foi.correction_answer": ("2025-03-03", "2025-03-24", "15个工作日"),
    "foi.reply": ("2025-01-20", "2025-02-21", "20个工作日"),
    "foi.extension": ("2025-02-21", "2025-03-21", "20个工作日"),
    "foi.third_party_opinion": ("2025-03-10", "2025-03-31", "15个工作日"),
    "foi.agency_opinion": ("2025-03-10", "2025-03-31", "15个工作日"),
    "foi.payment": ("2025-03-03", "2025-03-31", "20个工作日"),
    "foi.reply_after_payment": ("2025-03-20", "2025-04-18", "20个工作日"),
    "foi.redo_after_review": ("2026-07-01", "2026-07-29", "20个工作日"),
    "foi.redo_after_judgment": ("2025-09-19", "2025-10-23", "20个工作日"),
    "disclosure.active": ("2024-02-04", "2024-03-07", "20个工作日"),
    "disclosure.budget": ("2025-01-20", "2025-02-09", "20日"),
    "disclosure.penalty": ("2025-04-28", "2025-05-12", "7个工作日"),
    "disclosure.penalty_withdrawal": ("2025-04-30", "2025-05-03", "3日"),
    "disclosure.social_relief": ("2025-04-28", "2025-05-15", "10个工作日"),
    "disclosure.bid_candidates": ("2025-04-30", "2025-05-03", "3日"),
    "disclosure.procurement_result": ("2025-04-30", "2025-05-07", "2个工作日"),
    "disclosure.procurement_contract": ("2025-04-25", "2025-04-28", "2个工作日"),
    "disclosure.land_announcement": ("2025-03-10", "2025-03-31", "15个工作日"),
    "interpretation.online": ("2025-01-24", "2025-02-05", "3个工作日"),
    "interpretation.important": ("2025-01-24", "2025-01-26", "1个工作日"),
    "call.major_decision": ("2025-01-20", "2025-02-19", "30日"),
    "call.rule": ("2025-01-20", "2025-02-19", "30日"),
    "call.normative_document": ("2025-01-20", "2025-02-05", "7个工作日"),
    "call.normative_business": ("2025-01-20", "2025-02-19", "30日"),
    "call.expropriation": ("2025-01-20", "2025-02-19", "30日"),
    "call.town_plan": ("2025-01-20", "2025-02-19", "30日"),
    "call.beijing_policy": ("2025-01-20", "2025-01-26", "5个工作日"),
    "call.hearing_material": ("2025-03-10", "2025-03-03", "7日"),
    "call.hearing_notice": ("2025-03-31", "2025-03-01", "30日"),
    "call.feedback": ("2025-01-20", "2025-02-19", "30日"),
    "call.feedback_bonus": ("2025-01-31", "2025-02-28", "1个月"),
    "publicity.land_pre_notice": ("2025-01-20", "2025-02-08", "10个工作日"),
    "publicity.land_compensation": ("2025-01-20", "2025-02-19", "30日"),
    "publicity.bid_candidates": ("2025-01-20", "2025-01-23", "3日"),
    "publicity.village": ("2026-01-20", "2026-02-04", "15日"),
    "publicity.low_income_review": ("2025-01-20", "2025-02-05", "7个工作日"),
    "publicity.subsidy_list": ("2025-01-20", "2025-01-27", "7日"),
    "village.collective_accounts": ("2026-01-20", "2026-01-10", "10日"),
    "village.posting_sichuan": ("2025-03-31", "2025-04-10", "10日"),
    "village.query_hainan": ("2026-01-20", "2026-02-04", "15日"),
    "message.simple": ("2025-01-20", "2025-01-26", "5个工作日"),
    "message.bonus": ("2025-01-27", "2025-02-05", "1个工作日"),
    "message.veto": ("2025-11-30", "2026-02-28", "3个月"),
    "message.freshness": ("2025-12-31", "2026-02-28", "2个月"),
    "site_error.answer": ("2025-01-24", "2025-02-05", "3个工作日"),
    "mailbox.shenyang": ("2025-03-03", "2025-03-06", "3个工作日"),
    "mailbox.shenyang_complex": ("2025-03-03", "2025-03-17", "10个工作日"),
    "mailbox.xuchang": ("2025-03-03", "2025-03-10", "5个工作日"),
    "mailbox.lixian": ("2025-03-03", "2025-05-02", "60日"),
    "mailbox.lixian_extension": ("2025-05-02", "2025-06-01", "30日"),
    "mailbox.complex": ("2025-03-03", "2025-03-24", "15个工作日"),
    "petition.transfer": ("2025-01-20", "2025-02-04", "15日"),
    "petition.receipt": ("2025-01-20", "2025-02-04", "15日"),
    "petition.objection": ("2025-01-20", "2025-01-26", "5个工作日"),
    "petition.finish": ("2025-03-03", "2025-05-02", "60日"),
    "petition.extension": ("2025-05-02", "2025-06-01", "30日"),
    "petition.review_request": ("2025-03-03", "2025-04-02", "30日"),
    "petition.review": ("2025-03-03", "2025-04-02", "30日"),
    "proposal.answer": ("2025-11-30", "2026-02-28", "3个月"),
    "hotline.guangdong_question": ("2025-03-03", "2025-03-05", "2个工作日"),
    "hotline.guangdong_request": ("2025-03-03", "2025-03-17", "10个工作日"),
    "hotline.guangdong_complaint": ("2025-03-03", "2025-03-24", "15个工作日"),
    "hotline.shandong_return": ("2025-03-03", "2025-03-05", "2个工作日"),
    "hotline.shandong": ("2025-03-03", "2025-03-10", "5个工作日"),
    "hotline.shandong_extension": ("2025-03-10", "2025-03-24", "10个工作日"),
    "hotline.jinan": ("2025-03-03", "2025-03-10", "5个工作日"),
    "hotline.tangshan_sign": ("2025-03-03", "2025-03-04", "1个工作日"),
    "hotline.tangshan_return": ("2025-03-03", "2025-03-04", "1个工作日"),
    "hotline.tangshan_return_complex": ("2025-03-03", "2025-03-06", "3个工作日"),
    "hotline.tangshan_question": ("2025-03-03", "2025-03-05", "2个工作日"),
    "hotline.tangshan": ("2025-03-03", "2025-03-10", "5个工作日"),
    "remedy.review": ("2025-03-02", "2025-05-06", "60日"),
    "remedy.review_latest": ("2024-05-01", "2025-05-06", "1年"),
    "remedy.review_decision": ("2025-03-02", "2025-05-06", "60日"),
    "remedy.review_decision_extension": ("2025-05-01", "2025-06-03", "30日"),
    "remedy.review_decision_simple": ("2025-03-03", "2025-04-02", "30日"),
    "remedy.suit": ("2025-08-31", "2026-02-28", "6个月"),
    "remedy.suit_latest": ("2024-02-29", "2025-02-28", "1年"),
    "remedy.suit_after_review": ("2025-04-18", "2025-05-06", "15日"),
    "remedy.suit_no_reply": ("2025-08-05", "2026-02-05", "6个月"),
}


# law: foi.*, disclosure.*, interpretation.*, call.*, publicity.*, village.*, message.*, site_error.*, mailbox.*
# law: petition.*, proposal.*, hotline.*, remedy.*, calendar.day_zero, period.rolls, period.corresponding_day
@pytest.mark.parametrize("rule", VECTORS)
def test_every_limit(rule):
    day0, last, length = VECTORS[rule]
    of = limit(rule)
    assert last_day(of, D(day0), CALENDAR) == D(last)
    assert due(of, D(day0), CALENDAR).text == last
    assert of.length == length
    assert of.article and of.starts and of.what


def test_no_limit_is_untested():
    groups = "foi disclosure interpretation call publicity village message site_error mailbox petition proposal hotline remedy"
    of_hours = {"hotline.tangshan_dispatch", "hotline.tangshan_conduct"}
    assert {one.rule for group in groups.split() for one in limits_of(group)} == VECTORS.keys() | of_hours


def test_limits_in_hours_count_from_the_instant():
    at = datetime(2025, 3, 3, 23, 0, tzinfo=CHINA)
    assert late_from(limit("hotline.tangshan_dispatch"), at, CALENDAR) == at + timedelta(hours=2)
    assert late_from(limit("hotline.tangshan_conduct"), at, CALENDAR) == at + timedelta(hours=24)
    assert late_from(limit("site_error.answer"), at, CALENDAR) == datetime(2025, 3, 7, tzinfo=CHINA)
    with pytest.raises(LawError, match="以小时计，须给出起算时刻"):
        last_day(limit("hotline.tangshan_conduct"), D("2025-03-03"), CALENDAR)


def test_missing_years_give_a_pending_value():
    pending = due(limit("foi.reply"), D("2026-12-04"), CALENDAR)
    assert (pending.on, pending.pending_year, pending.text) == (None, 2027, "待录入2027年放假安排")
    with pytest.raises(CalendarMissing):
        last_day(limit("foi.reply"), D("2026-12-04"), CALENDAR)
    assert due(limit("remedy.suit"), D("2026-12-04"), CALENDAR).pending_year == 2027
    assert due(limit("petition.finish"), D("2026-12-04"), CALENDAR).on == D("2027-02-02")


def test_what_cannot_be_counted():
    with pytest.raises(LawError, match="没有「foi.nothing」这一期限"):
        limit("foi.nothing")
    backwards = TimeLimit("x", "某事", 3, "working", "某日", "某条", before=True)
    with pytest.raises(LawError, match="「某事」向前推算"):
        last_day(backwards, D("2025-03-03"), CALENDAR)


@pytest.mark.parametrize(
    ("day0", "months", "last"),
    [("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2025-12-15", 1, "2026-01-15")]
    + [("2025-08-31", 6, "2026-02-28"), ("2025-11-30", 13, "2026-12-30"), ("2025-06-30", 6, "2025-12-30")],
)
def test_months_end_on_the_corresponding_day(day0, months, last):
    assert add_months(D(day0), months) == D(last)


# law: call.major_decision, call.normative_document, publicity.village
@pytest.mark.parametrize(
    ("rule", "opens", "closes", "reason", "ok", "said"),
    [
        ("call.major_decision", "2025-03-03", "2025-04-02", "", True, "自2025-03-03起至2025-04-02，符合"),
        (
            "call.major_decision",
            "2025-03-03",
            "2025-04-01",
            "",
            False,
            "最早于2025-04-02截止，现为2025-04-01；因情况紧急",
        ),
        ("call.major_decision", "2025-03-03", "2025-04-01", "  ", False, "最早于2025-04-02"),
        (
            "call.major_decision",
            "2025-03-03",
            "2025-03-10",
            "防汛紧急",
            True,
            "已缩短至2025-03-10，须随征求意见一并说明理由：防汛紧急。",
        ),
        (
            "call.normative_document",
            "2025-01-20",
            "2025-02-04",
            "急",
            False,
            "最早于2025-02-05截止，现为2025-02-04。",
        ),
        (
            "publicity.village",
            "2026-01-20",
            "2026-02-04",
            "",
            True,
            "不少于15日（村民委员会组织法第三十五条）",
        ),
        ("call.normative_document", "2026-12-28", "2027-01-20", "", None, "待录入2027年放假安排后方可核对"),
    ],
)
def test_minimum_periods(rule, opens, closes, reason, ok, said):
    found = check_minimum(limit(rule), D(opens), D(closes), CALENDAR, reason)
    assert found.ok is ok
    assert said in found.explanation
    assert (found.earliest is None) == (ok is None)


def test_a_period_that_ends_before_it_begins():
    with pytest.raises(LawError, match="截止日期2025-03-02早于开始日期2025-03-03"):
        check_minimum(limit("call.rule"), D("2025-03-03"), D("2025-03-02"), CALENDAR)
    same_day = check_minimum(limit("call.rule"), D("2025-03-03"), D("2025-03-03"), CALENDAR)
    assert same_day.ok is False
    assert same_day.earliest == D("2025-04-02")
