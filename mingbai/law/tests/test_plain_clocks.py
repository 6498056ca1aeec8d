from datetime import date

import pytest

from mingbai.law.calendar import default_calendar
from mingbai.law.errors import LawError
from mingbai.law.limits import TimeLimit, limit
from mingbai.law.plain_clocks import parse_limit, plain_clock

CALENDAR = default_calendar()
D = date.fromisoformat


# law: petition.finish, petition.extension, mailbox.lixian_extension, hotline.shandong_extension
@pytest.mark.parametrize(
    ("rule", "extension", "day0", "due_on"),
    [
        ("petition.finish", None, "2025-03-03", "2025-05-02"),
        ("petition.finish", "petition.extension", "2025-03-03", "2025-06-01"),
        ("mailbox.lixian", "mailbox.lixian_extension", "2025-03-03", "2025-06-01"),
        ("hotline.shandong", "hotline.shandong_extension", "2025-03-03", "2025-03-24"),
        ("disclosure.active", None, "2025-01-20", "2025-02-21"),
        ("disclosure.budget", None, "2025-01-20", "2025-02-09"),
    ],
)
def test_last_days(rule, extension, day0, due_on):
    clock = plain_clock(limit(rule), D(day0), CALENDAR, extension=limit(extension) if extension else None)
    assert clock.due.on == D(due_on)
    assert clock.state == "running"
    assert clock.limit.rule == rule


@pytest.mark.parametrize(
    ("done_on", "today", "state"),
    [
        (None, None, "running"),
        (None, "2025-02-05", "running"),
        (None, "2025-02-06", "overdue"),
        ("2025-02-05", "2025-03-01", "met"),
        ("2025-02-06", None, "late"),
        ("2025-01-24", None, "met"),
    ],
)
def test_states(done_on, today, state):
    clock = plain_clock(
        limit("site_error.answer"),
        D("2025-01-24"),
        CALENDAR,
        done_on=D(done_on) if done_on else None,
        today=D(today) if today else None,
    )
    assert clock.state == state


def test_the_derivation():
    working = plain_clock(limit("site_error.answer"), D("2025-01-24"), CALENDAR)
    assert [(str(step.on), step.text) for step in working.steps] == [
        ("2025-01-24", "收到找错之日，当日不计入期限。"),
        (
            "2025-02-05",
            "期间放假1月28日、1月29日、1月30日、1月31日、2月3日、2月4日不计；调休上班1月26日计入。",
        ),
        ("2025-02-05", "答复网站找错期限3个工作日，最后一日为2025-02-05。"),
    ]
    in_days = plain_clock(limit("publicity.village"), D("2026-01-20"), CALENDAR)
    assert len(in_days.steps) == 2
    assert in_days.steps[-1].text == "村务公开事项张贴期限不少于15日，最后一日为2026-02-04。"
    longer = plain_clock(
        limit("petition.finish"), D("2025-03-03"), CALENDAR, extension=limit("petition.extension")
    )
    assert longer.steps[-1].text == "办结信访事项期限60日，延长30日，最后一日为2025-06-01。"
    mixed = plain_clock(
        limit("petition.finish"), D("2025-03-03"), CALENDAR, extension=limit("petition.objection")
    )
    assert len(mixed.steps) == 3
    assert all(step.article == "信访工作条例第三十四条" for step in (mixed.steps[0], mixed.steps[-1]))


def test_a_missing_year_is_pending():
    clock = plain_clock(
        limit("disclosure.active"), D("2026-12-04"), CALENDAR, extension=limit("foi.extension")
    )
    assert (clock.state, clock.due.pending_year) == ("pending", 2027)
    assert clock.steps[-1].text == "主动公开期限20个工作日，待录入2027年放假安排后计算。"
    assert (
        plain_clock(limit("disclosure.active"), D("2026-12-04"), CALENDAR, done_on=D("2026-12-05")).state
        == "met"
    )
    with pytest.raises(LawError, match="主动公开的完成日期2025-03-02早于起算日期2025-03-03"):
        plain_clock(limit("disclosure.active"), D("2025-03-03"), CALENDAR, done_on=D("2025-03-02"))
    same = plain_clock(limit("disclosure.active"), D("2025-03-03"), CALENDAR, done_on=D("2025-03-03"))
    assert same.state == "met"


OWN = {
    "rule": "own.mailbox",
    "what": "答复来信",
    "n": 7,
    "unit": "working",
    "starts": "收到来信之日",
    "article": "县办法",
}


# law: mailbox.*, hotline.*, call.feedback
def test_a_county_writes_its_own():
    own = parse_limit(OWN, "期限表")
    assert own == TimeLimit(
        "own.mailbox", "答复来信", 7, "working", "收到来信之日", "县办法", verified="local"
    )
    assert own.length == "7个工作日"
    assert plain_clock(own, D("2025-01-20"), CALENDAR).due.on == D("2025-02-05")
    assert parse_limit({**OWN, "minimum": True}, "期限表").minimum
    for unit, most in (("working", 1000), ("calendar", 3660), ("month", 120), ("year", 10), ("hour", 8784)):
        assert parse_limit({**OWN, "unit": unit, "n": most}, "期限表").n == most
        with pytest.raises(LawError, match=f"n 应为1至{most}的整数，现为「{most + 1}」"):
            parse_limit({**OWN, "unit": unit, "n": most + 1}, "期限表")


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"rule": ""}, "期限表的期限缺少 rule"),
        ({"what": None}, "期限表的期限缺少 what"),
        ({"starts": " "}, "期限表的期限缺少 starts"),
        ({"article": 3}, "期限表的期限缺少 article"),
        ({"unit": "week"}, "unit 应为 working、calendar、month、year、hour 之一，现为「week」"),
        ({"n": 0}, "n 应为1至1000的整数，现为「0」"),
        ({"n": "7"}, "现为「7」"),
        ({"n": True}, "现为「True」"),
        ({"n": 7.5}, "现为「7.5」"),
    ],
)
def test_limits_that_cannot_be(changed, message):
    with pytest.raises(LawError) as caught:
        parse_limit({**OWN, **changed}, "期限表")
    assert message in str(caught.value)
    assert parse_limit({**OWN, "n": 1}, "期限表").n == 1
