from dataclasses import replace
from datetime import date

import pytest

from mingbai.law.calendar import default_calendar
from mingbai.law.clock_events import Event, default_settings
from mingbai.law.clocks import request_clock
from mingbai.law.errors import LawError

CALENDAR = default_calendar()
D = date.fromisoformat


def events(*pairs):
    """`"2025-03-03 received"`, with `/甲` for a party and `+10` for the days of an extension."""
    found = []
    for pair in pairs:
        day, name = pair.split(" ")
        name, _, days = name.partition("+")
        kind, _, party = name.partition("/")
        found.append(Event(kind, D(day), party, int(days) if days else None))
    return found


def clock(*pairs, today=None, **settings):
    chosen = replace(default_settings(), **settings)
    return request_clock(events(*pairs), CALENDAR, chosen, D(today) if today else None)


def sub(found, rule, party=""):
    return next(one for one in found.sub_clocks if (one.rule, one.party) == (rule, party))


# law: foi.reply, foi.extension, clock.correction_restarts, clock.consultation_pauses, clock.extension
@pytest.mark.parametrize(
    ("happened", "due_on"),
    [
        (["2025-01-20 received"], "2025-02-21"),
        (["2025-01-20 received", "2025-02-21 extension_notified"], "2025-03-21"),
        (["2025-01-20 received", "2025-02-10 extension_notified+10"], "2025-03-07"),
        (["2026-02-09 received"], "2026-03-13"),
        (["2024-02-04 received"], "2024-03-07"),
        (["2025-09-19 received"], "2025-10-23"),
        (
            ["2025-03-03 received", "2025-03-10 third_party_sent", "2025-03-24 third_party_answered"],
            "2025-04-15",
        ),
        (["2025-03-03 received", "2025-03-10 agency_sent", "2025-03-24 agency_answered"], "2025-04-15"),
        (
            ["2025-03-03 received", "2025-03-12 correction_asked", "2025-03-20 correction_received"],
            "2025-04-18",
        ),
        (
            ["2025-03-03 received", "2025-03-12 correction_asked", "2025-03-20 correction_received"]
            + ["2025-04-18 extension_notified"],
            "2025-05-20",
        ),
    ],
)
def test_the_vectors_of_the_reference(happened, due_on):
    found = clock(*happened)
    assert found.reply_due.on == D(due_on)
    assert found.problems == ()
    assert found.calendar_version == CALENDAR.version
    assert found.steps[-1].text.endswith(f"最后一日为{due_on}。")


def test_a_request_not_yet_confirmed_has_no_clock():
    found = request_clock([], CALENDAR)
    assert (found.state, found.received_on, found.reply_due) == ("awaiting_confirmation", None, None)


# law: clock.consultation_pauses, clock.third_party_silence, clock.agency_silence, foi.third_party_opinion, foi.agency_opinion
@pytest.mark.parametrize(
    ("more", "due_on", "state"),
    [
        (["2025-03-10 third_party_sent"], "2025-04-22", "third_party"),
        (["2025-03-10 agency_sent"], "2025-04-22", "agency_consulted"),
        (["2025-03-10 third_party_sent", "2025-03-12 third_party_received"], "2025-04-24", "third_party"),
        (["2025-03-10 agency_sent", "2025-03-12 agency_received"], "2025-04-24", "agency_consulted"),
        (["2025-03-10 third_party_sent", "2025-04-10 third_party_answered"], "2025-04-22", "review"),
        (["2025-03-10 third_party_sent/甲", "2025-03-11 third_party_sent/乙"], "2025-04-23", "third_party"),
        (
            ["2025-03-10 third_party_sent/甲", "2025-03-12 third_party_answered/甲"]
            + ["2025-03-18 agency_sent/乙", "2025-03-20 agency_answered/乙"],
            "2025-04-07",
            "review",
        ),
        (
            ["2025-03-10 third_party_sent/甲", "2025-03-20 third_party_answered/甲"]
            + ["2025-03-12 agency_sent/乙", "2025-03-14 agency_answered/乙"],
            "2025-04-11",
            "review",
        ),
        (["2025-03-31 third_party_sent", "2025-04-02 third_party_answered"], "2025-03-31", "review"),
        (["2025-03-28 third_party_sent", "2025-04-02 third_party_answered"], "2025-04-03", "review"),
        (["2025-03-03 third_party_sent", "2025-03-03 third_party_answered"], "2025-03-31", "review"),
    ],
)
def test_consultations(more, due_on, state):
    found = clock("2025-03-03 received", *more)
    assert found.reply_due.on == D(due_on)
    assert found.state == state


def test_an_open_consultation_ends_by_itself():
    found = clock("2025-03-03 received", "2025-03-10 third_party_sent/甲公司", today="2025-04-01")
    assert found.state == "review"
    assert sub(found, "foi.third_party_opinion", "甲公司").state == "lapsed"
    assert (
        clock("2025-03-03 received", "2025-03-10 third_party_sent", today="2025-03-31").state == "third_party"
    )


# law: clock.correction_restarts, clock.correction_once, clock.correction_lapse, foi.correction_notice, foi.correction_answer
def test_correction():
    asked = ["2025-03-03 received", "2025-03-12 correction_asked"]
    waiting = clock(*asked, today="2025-04-02")
    assert (waiting.state, waiting.reply_due) == ("correction_requested", None)
    assert sub(waiting, "foi.correction_notice").state == "met"
    assert sub(waiting, "foi.correction_answer").due.on == D("2025-04-02")
    assert clock(*asked, today="2025-04-03").state == "closed_abandoned"
    assert clock(*asked, today="2025-03-20", correction_days=5).state == "closed_abandoned"
    later = clock(*asked, "2025-03-14 correction_notice_received", today="2025-04-03")
    assert sub(later, "foi.correction_answer").due.on == D("2025-04-07")
    assert later.state == "correction_requested"


def test_a_late_and_a_second_correction_notice():
    late = clock("2025-03-03 received", "2025-03-13 correction_asked", "2025-03-20 correction_received")
    assert late.problems == ("补正告知（2025-03-13）晚于期限2025-03-12。",)
    twice = clock(
        "2025-03-03 received",
        "2025-03-12 correction_asked",
        "2025-03-20 correction_received",
        "2025-03-25 correction_asked",
        "2025-03-28 correction_received",
    )
    assert twice.reply_due.on == D("2025-04-18")
    assert twice.problems == ("补正应当一次性告知，2025-03-25的补正告知不重新起算期限。",)


def test_pauses_before_a_restart_count_for_nothing():
    found = clock(
        "2025-03-03 received",
        "2025-03-04 agency_sent",
        "2025-03-06 agency_answered",
        "2025-03-12 correction_asked",
        "2025-03-20 correction_received",
    )
    assert found.reply_due.on == D("2025-04-18")
    straddling = clock(
        "2025-03-03 received",
        "2025-03-12 correction_asked",
        "2025-03-18 agency_sent",
        "2025-03-20 correction_received",
        "2025-03-24 agency_answered",
    )
    assert straddling.reply_due.on == D("2025-04-22")


# law: clock.extension
@pytest.mark.parametrize(
    ("more", "due_on", "problem"),
    [
        (["2025-03-31 extension_notified"], "2025-04-28", None),
        (
            ["2025-04-01 extension_notified"],
            "2025-03-31",
            "延期告知（2025-04-01）晚于原答复期限（2025-03-31），延期不成立。",
        ),
        (
            ["2025-03-31 extension_notified+21"],
            "2025-04-28",
            "延长21个工作日不合规定，延长期限最长20个工作日。",
        ),
        (["2025-03-31 extension_notified+20"], "2025-04-28", None),
        (["2025-03-31 extension_notified+1"], "2025-04-01", None),
        (["2025-03-31 extension_notified+0"], "2025-03-31", "延长0个工作日不合规定"),
        (["2025-03-31 extension_notified+-3"], "2025-03-31", "延长-3个工作日不合规定"),
        (
            ["2025-03-28 extension_notified+5", "2025-03-31 extension_notified+5"],
            "2025-04-08",
            "答复期限只能延长一次，2025-03-31的延期告知不起作用。",
        ),
        (
            ["2025-03-10 agency_sent", "2025-03-24 agency_answered", "2025-04-15 extension_notified"],
            "2025-05-15",
            None,
        ),
        (
            ["2025-03-31 extension_notified", "2025-04-10 agency_sent", "2025-04-14 agency_answered"],
            "2025-04-30",
            None,
        ),
        (
            [
                "2025-03-05 extension_notified",
                "2025-03-06 correction_asked",
                "2025-03-20 correction_received",
            ],
            "2025-04-18",
            None,
        ),
    ],
)
def test_extension(more, due_on, problem):
    found = clock("2025-03-03 received", *more)
    assert found.reply_due.on == D(due_on)
    if problem:
        assert any(problem in one for one in found.problems)
    else:
        assert found.problems == ()
        assert found.state in ("extended", "review")
    assert (found.state == "extended") == ("延长" in found.steps[-1].text)


# law: foi.payment, foi.reply_after_payment, clock.fee_lapse, setting.fee
def test_fee():
    notified = ["2025-03-03 received", "2025-03-10 fee_notified"]
    waiting = clock(*notified, today="2025-04-08")
    assert (waiting.state, waiting.reply_due) == ("fee_notified", None)
    assert sub(waiting, "foi.payment").due.on == D("2025-04-08")
    assert clock(*notified, today="2025-04-09").state == "closed_fee_unpaid"
    paid = clock(*notified, "2025-03-20 fee_paid")
    assert paid.reply_due.on == D("2025-04-18")
    assert paid.counted_from == D("2025-03-20")
    assert "缴费完成，答复期限重新起算（系统设置，依据待核实）。" in [step.text for step in paid.steps]


def test_the_other_settings_of_the_fee():
    notified = ["2025-03-03 received", "2025-03-10 fee_notified"]
    paused = clock(*notified, "2025-03-24 fee_paid", fee="pause")
    assert paused.reply_due.on == D("2025-04-15")
    assert all("系统设置" not in step.text for step in paused.steps)
    still_open = clock(*notified, fee="pause")
    assert (still_open.state, still_open.reply_due.on) == ("fee_notified", D("2025-04-28"))
    assert clock(*notified, fee="none").reply_due.on == D("2025-03-31")
    assert clock(*notified, "2025-03-24 fee_paid", fee="none").reply_due.on == D("2025-03-31")
    assert clock(*notified, fee="none").state == "fee_notified"
    assert clock(*notified, fee="none", today="2025-04-09").state == "closed_fee_unpaid"
    assert any("视为放弃申请" in step.text for step in still_open.steps)


# law: clock.reasons, setting.reasons_pause
def test_reasons():
    asked = ["2025-03-03 received", "2025-03-10 reasons_asked"]
    assert clock(*asked).state == "reasons_requested"
    assert clock(*asked).reply_due.on == D("2025-03-31")
    assert clock(*asked, "2025-03-24 reasons_given").reply_due.on == D("2025-03-31")
    assert clock(*asked, "2025-03-24 reasons_given").state == "review"
    waiting = clock(*asked, reasons_pause=True)
    assert (waiting.state, waiting.reply_due) == ("reasons_requested", None)
    given = clock(*asked, "2025-03-24 reasons_given", reasons_pause=True)
    assert (given.state, given.reply_due.on) == ("review", D("2025-04-15"))
    step = next(step for step in given.steps if "停计" in step.text)
    assert (step.text, step.article) == (
        "自2025-03-10起停计10个工作日，不计入答复期限。",
        "政府信息公开条例第三十三条",
    )


# law: setting.pause_edges
@pytest.mark.parametrize(
    ("edges", "due_on", "days"),
    [("after_sent", "2025-04-15", 10), ("whole_days", "2025-04-16", 11), ("inner_days", "2025-04-14", 9)],
)
def test_the_edges_of_a_pause_are_a_setting(edges, due_on, days):
    asked = ["2025-03-03 received", "2025-03-10 third_party_sent", "2025-03-24 third_party_answered"]
    found = clock(*asked, pause_edges=edges)
    assert found.reply_due.on == D(due_on)
    assert any(f"停计{days}个工作日" in step.text for step in found.steps)
    same_day = ["2025-03-03 received", "2025-03-10 third_party_sent", "2025-03-10 third_party_answered"]
    expected = "2025-04-01" if edges == "whole_days" else "2025-03-31"
    assert clock(*same_day, pause_edges=edges).reply_due.on == D(expected)


# law: setting.*
def test_the_defaults():
    settings = default_settings()
    assert (settings.pause_edges, settings.fee, settings.reasons_pause, settings.correction_days) == (
        "after_sent", "restart", False, 15,
    )  # fmt: skip


def test_decisions_in_time_and_late():
    in_time = clock("2025-03-03 received", "2025-03-31 decided", today="2025-06-01")
    assert (in_time.state, in_time.problems) == ("decided", ())
    assert sub(in_time, "foi.reply").state == "met"
    late = clock("2025-03-03 received", "2025-04-01 decided")
    assert late.problems == ("答复（2025-04-01）晚于期限2025-03-31。",)
    assert sub(late, "foi.reply").state == "late"
    unanswered = clock("2025-03-03 received", today="2025-04-01")
    assert (unanswered.state, sub(unanswered, "foi.reply").state) == ("review", "lapsed")
    assert sub(clock("2025-03-03 received", today="2025-03-31"), "foi.reply").state == "running"
    assert sub(clock("2025-03-03 received"), "foi.reply").state == "running"
    despite = clock("2025-03-03 received", "2025-03-12 correction_asked", "2025-03-20 decided")
    assert (despite.state, despite.reply_due.on) == ("decided", D("2025-03-31"))


def test_the_sub_clocks_of_a_case():
    found = clock(
        "2025-03-03 received",
        "2025-03-05 correction_asked",
        "2025-03-06 correction_notice_received",
        "2025-03-20 correction_received",
        "2025-03-21 fee_notified",
        "2025-03-24 fee_paid",
        "2025-03-25 third_party_sent/甲",
        "2025-03-26 third_party_received/甲",
        "2025-03-27 third_party_received/乙",
        "2025-03-25 third_party_sent/乙",
        "2025-04-21 third_party_answered/乙",
        "2025-04-02 third_party_answered/甲",
        today="2025-07-01",
    )
    listed = [
        (one.rule, one.party, str(one.day0), str(one.due.on), str(one.ended_on), one.state)
        for one in found.sub_clocks
    ]
    assert listed == [
        ("foi.correction_notice", "", "2025-03-03", "2025-03-12", "2025-03-05", "met"),
        ("foi.correction_answer", "", "2025-03-06", "2025-03-27", "2025-03-20", "met"),
        ("foi.payment", "", "2025-03-21", "2025-04-21", "2025-03-24", "met"),
        ("foi.third_party_opinion", "乙", "2025-03-27", "2025-04-18", "2025-04-21", "late"),
        ("foi.third_party_opinion", "甲", "2025-03-26", "2025-04-17", "2025-04-02", "met"),
        ("foi.reply", "", "2025-03-24", "2025-05-19", "None", "lapsed"),
    ]
    assert [one.what for one in found.sub_clocks] == [
        "补正告知", "申请人补正", "缴纳信息处理费", "第三方提出意见", "第三方提出意见", "答复",
    ]  # fmt: skip
    assert found.problems == ()
    assert found.state == "review"


def test_a_late_payment_and_a_late_correction_end_their_clocks():
    found = clock(
        "2025-03-03 received",
        "2025-03-05 fee_notified",
        "2025-06-05 fee_paid",
        fee="none",
        today="2025-06-06",
    )
    assert sub(found, "foi.payment").state == "late"
    assert found.state == "review"
    late = clock("2025-03-03 received", "2025-03-05 correction_asked", "2025-06-05 correction_received")
    assert sub(late, "foi.correction_answer").state == "late"
    assert (late.state, late.problems) == ("review", ())


def test_withdrawal():
    found = clock("2025-03-03 received", "2025-03-05 withdrawn", today="2025-06-01")
    assert (found.state, found.reply_due) == ("withdrawn", None)


# law: clock.redo, foi.redo_after_review, foi.redo_after_judgment
def test_an_order_to_reply_anew():
    found = clock(
        "2025-03-03 received",
        "2025-03-10 third_party_sent",
        "2025-03-31 decided",
        "2025-09-19 redo_ordered",
        "2025-09-22 third_party_answered",
    )
    assert (found.state, found.reply_due.on, found.received_on) == (
        "review",
        D("2025-10-23"),
        D("2025-03-03"),
    )
    assert found.counted_from == D("2025-09-19")
    again = clock(
        "2025-03-03 received", "2025-09-19 redo_ordered", "2025-10-09 redo_ordered", "2025-10-10 decided"
    )
    assert (again.state, again.counted_from) == ("decided", D("2025-10-09"))


def test_a_missing_year_is_pending():
    found = clock("2026-12-04 received")
    assert (found.reply_due.on, found.reply_due.pending_year) == (None, 2027)
    assert found.steps[-1].on is None
    assert found.steps[-1].text == "答复期限自2026-12-04起20个工作日，待录入2027年放假安排后计算。"
    assert found.steps[-1].article == "政府信息公开条例第三十三条"
    assert sub(found, "foi.reply").state == "pending"
    assert found.state == "review"
    met = clock("2026-12-04 received", "2026-12-10 decided")
    assert (sub(met, "foi.reply").state, met.problems) == ("met", ())
    open_pause = clock("2026-11-20 received", "2026-12-15 third_party_sent", today="2026-12-20")
    assert (open_pause.reply_due.pending_year, open_pause.state) == (2027, "third_party")
    closed_pause = clock(
        "2026-11-20 received", "2026-12-15 third_party_sent", "2026-12-18 third_party_answered"
    )
    assert closed_pause.reply_due.on == D("2026-12-23")
    extended = clock("2026-11-20 received", "2026-12-15 extension_notified")
    assert extended.reply_due.pending_year == 2027


def test_the_derivation_can_be_printed():
    found = clock(
        "2025-01-20 received", "2025-01-23 third_party_sent/某公司", "2025-01-24 third_party_received/某公司"
    )
    assert [(str(step.on), step.text, step.article) for step in found.steps] == [
        ("2025-01-20", "收到申请，当日不计入期限，自次日起算。", "政府信息公开条例第三十一条"),
        ("2025-01-23", "征求第三方意见（某公司），所需时间不计算在答复期限内。", "政府信息公开条例第三十三条"),
        ("2025-01-24", "第三方收到征求意见书（某公司），第三方应在15个工作日内提出意见。", "政府信息公开条例第三十二条"),
        (
            "2025-02-20",
            "尚未收到答复，按最后一日2025-02-20推算，自2025-01-23起停计16个工作日（某公司）；"
            "逾期未提出意见的，由本机关决定是否公开。",
            "政府信息公开条例第三十二条",
        ),
        (
            "2025-03-17",
            "期间放假1月28日、1月29日、1月30日、1月31日、2月3日、2月4日不计；调休上班1月26日、2月8日计入。",
            "国务院办公厅关于部分节假日安排的通知",
        ),
        ("2025-03-17", "答复期限自2025-01-20起20个工作日，最后一日为2025-03-17。", "政府信息公开条例第三十三条"),
    ]  # fmt: skip
    late = clock("2025-03-03 received", "2025-03-10 agency_sent", "2025-04-10 agency_answered")
    assert any(
        step.text == "自2025-03-10起停计15个工作日，止于最后一日2025-03-31；逾期未提出意见的，视为同意公开。"
        for step in late.steps
    )
    on_time = clock("2025-03-03 received", "2025-03-10 agency_sent", "2025-03-31 agency_answered")
    assert all("视为同意" not in step.text for step in on_time.steps)
    extended = clock("2025-03-03 received", "2025-03-31 extension_notified+5")
    assert (
        extended.steps[-1].text == "答复期限自2025-03-03起20个工作日，延长5个工作日，最后一日为2025-04-08。"
    )
    only_off = clock("2025-03-20 received")
    assert only_off.steps[-2].text == "期间放假4月4日不计。"
    only_worked = clock("2026-08-24 received")
    assert only_worked.steps[-2].text == "期间调休上班9月20日计入。"
    plain = clock("2025-03-03 received")
    assert len(plain.steps) == 2


@pytest.mark.parametrize(
    ("happened", "message"),
    [
        (["2025-03-03 received", "2025-03-02 decided"], "作出答复（2025-03-02）早于收到申请（2025-03-03）"),
        (["2025-03-02 decided"], "还没有收到申请的日期，不能登记作出答复（2025-03-02）"),
        (
            ["2025-03-03 received", "2025-03-04 received"],
            "收到申请只能有一个日期，现有2025-03-03、2025-03-04",
        ),
        (["1925-03-03 received"], "收到申请的日期1925-03-03不合理"),
        (["2008-04-30 received"], "收到申请的日期2008-04-30不合理"),
        (["2100-01-01 received"], "收到申请的日期2100-01-01不合理"),
        (["2025-03-03 received", "2125-03-04 decided"], "作出答复的日期2125-03-04不合理"),
        (["2025-03-03 received", "2025-03-04 correction_received"], "却没有告知补正的日期"),
        (["2025-03-03 received", "2025-03-04 third_party_answered"], "却没有征求第三方意见的日期"),
        (
            ["2025-03-03 received", "2025-03-04 third_party_sent/甲", "2025-03-05 third_party_answered/乙"],
            "登记了收到第三方意见（2025-03-05），却没有征求第三方意见的日期",
        ),
        (
            ["2025-03-03 received", "2025-03-06 agency_sent", "2025-03-05 agency_answered"],
            "收到其他机关意见（2025-03-05）早于征求其他机关意见（2025-03-06）",
        ),
        (["2025-03-03 received", "2025-03-05 fee_paid"], "却没有申请人收到收费通知的日期"),
        (["2025-03-03 received", "2025-03-05 reasons_given"], "却没有要求说明理由的日期"),
    ],
)
def test_what_cannot_have_happened(happened, message):
    with pytest.raises(LawError) as caught:
        clock(*happened)
    assert message in str(caught.value)


def test_the_first_and_last_plausible_days():
    assert clock("2008-05-01 received").reply_due.pending_year == 2008
    assert clock("2099-12-31 received").reply_due.pending_year == 2100
