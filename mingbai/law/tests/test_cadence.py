from datetime import UTC, date, datetime, timedelta

import pytest

from mingbai.law.cadence import (
    NothingStatement,
    Pause,
    below_the_law,
    cadence,
    cadences,
    column_state,
    held_to,
    is_looser,
)
from mingbai.law.calendar import CHINA, default_calendar, end_of_day, start_of_day
from mingbai.law.errors import LawError

CALENDAR = default_calendar()
D = date.fromisoformat
ADOPTED = D("2024-01-01")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


def state_of(id, last, now, statements=(), pauses=(), **more):
    return column_state(
        cadence(id), ADOPTED, at(last) if last else None, statements, pauses, at(now), CALENDAR, **more
    )


# law: cadence.*
@pytest.mark.parametrize(
    ("id", "last", "now", "state", "due_at"),
    [
        ("dynamic_2w", "2025-03-01T10:00", "2025-03-11T09:59", "fresh", "2025-03-15T10:00"),
        ("dynamic_2w", "2025-03-01T10:00", "2025-03-11T10:00", "due_soon", "2025-03-15T10:00"),
        ("dynamic_2w", "2025-03-01T10:00", "2025-03-15T09:59", "due_soon", "2025-03-15T10:00"),
        ("dynamic_2w", "2025-03-01T10:00", "2025-03-15T10:00", "stale", "2025-03-15T10:00"),
        ("dynamic_2w", None, "2024-01-02T00:00", "blank", "2024-01-15T00:00"),
        ("monthly", "2025-03-01T00:00", "2025-03-26T23:59", "fresh", "2025-04-01T00:00"),
        ("monthly", "2025-03-01T00:00", "2025-03-27T00:00", "due_soon", "2025-04-01T00:00"),
        ("monthly", "2025-03-01T00:00", "2025-04-01T00:00", "stale", "2025-04-01T00:00"),
        ("quarterly", "2025-01-01T00:00", "2025-03-21T23:59", "fresh", "2025-04-03T00:00"),
        ("quarterly", "2025-01-01T00:00", "2025-03-22T00:00", "due_soon", "2025-04-03T00:00"),
        ("quarterly", "2025-01-01T00:00", "2025-04-03T00:00", "stale", "2025-04-03T00:00"),
        ("halfyear", "2025-01-01T00:00", "2025-06-14T23:59", "fresh", "2025-07-03T00:00"),
        ("halfyear", "2025-01-01T00:00", "2025-06-15T00:00", "due_soon", "2025-07-03T00:00"),
        ("halfyear", "2025-01-01T00:00", "2025-07-03T00:00", "stale", "2025-07-03T00:00"),
        ("yearly", "2025-01-01T00:00", "2025-12-01T23:59", "fresh", "2026-01-01T00:00"),
        ("yearly", "2025-01-01T00:00", "2025-12-02T00:00", "due_soon", "2026-01-01T00:00"),
        ("yearly", "2025-01-01T00:00", "2026-01-01T00:00", "stale", "2026-01-01T00:00"),
        ("static", "2025-01-01T00:00", "2035-01-01T00:00", "static", "2025-07-03T00:00"),
        ("static", None, "2025-01-01T00:00", "blank", None),
        ("link", None, "2025-01-01T00:00", "static", None),
        ("archive", None, "2025-01-01T00:00", "static", None),
        ("on_event", None, "2025-01-01T00:00", "blank", None),
        ("on_event", "2020-01-01T00:00", "2025-01-01T00:00", "fresh", None),
    ],
)
def test_states_at_the_edges(id, last, now, state, due_at):
    found = state_of(id, last, now)
    assert found.state == state
    assert found.due_at == (at(due_at) if due_at else None)
    assert found.pending_year is None


def test_the_instants_are_those_of_china():
    utc = datetime(2025, 2, 28, 16, 30, tzinfo=UTC)
    found = column_state(cadence("dynamic_2w"), ADOPTED, utc, (), (), utc, CALENDAR)
    assert "上次更新2025-03-01 00:30，应在2025-03-15 00:30前更新" in found.explanation_zh


# law: cadence.on_event, disclosure.active
@pytest.mark.parametrize(
    ("last", "now", "state"),
    [
        ("2024-01-01T00:00", "2025-02-13T23:59", "fresh"),
        (None, "2025-02-13T23:59", "blank"),
        ("2024-01-01T00:00", "2025-02-14T00:00", "due_soon"),
        ("2024-01-01T00:00", "2025-02-21T23:59", "due_soon"),
        ("2024-01-01T00:00", "2025-02-22T00:00", "stale"),
        (None, "2025-02-22T00:00", "stale"),
    ],
)
def test_information_that_waits_for_publication(last, now, state):
    found = state_of("on_event", last, now, formed_on=D("2025-01-20"))
    assert found.state == state
    assert found.due_at == at("2025-02-22T00:00")
    assert "最后一日为2025-02-21" in found.explanation_zh


def test_a_shorter_limit_of_the_column_itself():
    from dataclasses import replace

    from mingbai.law.limits import limit

    own = replace(cadence("on_event"), limit=limit("disclosure.penalty"))
    found = column_state(own, ADOPTED, None, (), (), at("2025-04-29T00:00"), CALENDAR, D("2025-04-28"))
    assert found.due_at == at("2025-05-13T00:00")
    assert found.state == "blank"


def rule(n, unit="working", starts="formed_or_changed", what="publish"):
    return {"what": what, "n": n, "unit": unit, "from": starts, "article": "某办法第一条"}


# law: cadence.own_limits
@pytest.mark.parametrize(
    ("rules", "warned", "last"),
    [
        ([], "2025-02-14", "2025-02-21"),
        ([rule(20)], "2025-02-14", "2025-02-21"),
        # the Sunday worked before the Spring Festival is counted, the festival is not
        ([rule(7, starts="decided")], "2025-01-26", "2025-02-05"),
        ([rule(2, starts="signed")], "2025-01-21", "2025-01-22"),
        ([rule(1, starts="signed")], "2025-01-21", "2025-01-21"),
        # the budget law counts days of the calendar
        ([rule(20, "calendar", "approved")], "2025-02-04", "2025-02-09"),
        # two limits: the shorter warns, the longer is late
        ([rule(20), rule(7, starts="permit_or_penalty")], "2025-02-05", "2025-02-21"),
        # no limits for publishing after an event
        ([rule(0, starts="happened")], "2025-02-14", "2025-02-21"),
        ([rule(10, starts="published", what="show_at_least")], "2025-02-14", "2025-02-21"),
        ([rule(20, "calendar", "quarter_start")], "2025-02-14", "2025-02-21"),
    ],
)
def test_an_items_own_limit_takes_the_place_of_the_general_one(rules, warned, last):
    of, formed = held_to(cadence("on_event"), rules), D("2025-01-20")
    due = end_of_day(D(last))
    found = column_state(of, ADOPTED, None, (), (), due, CALENDAR, formed)
    assert (found.state, found.due_at) == ("stale", due)
    assert found.warn_at == start_of_day(D(warned))
    assert ("某办法" in found.explanation_zh) == any(
        one["what"] == "publish" and one["n"] and one["from"] != "quarter_start" for one in rules
    )


# law: cadence.own_limits
def test_a_limit_from_a_day_that_nobody_recorded_says_how_it_is_counted():
    of = held_to(cadence("on_event"), [rule(20, "calendar", "approved")])
    found = column_state(of, ADOPTED, None, (), (), at("2025-01-21T00:00"), CALENDAR, D("2025-01-20"))
    assert "20日内公开（某办法第一条），规定自批准之日起算，这里按成文日期计" in found.explanation_zh
    assert held_to(cadence("quarterly"), [rule(7)]) == cadence("quarterly")


# law: cadence.village_floor
@pytest.mark.parametrize(
    ("standard", "wanted", "village", "refused", "looser"),
    [
        ("quarterly", "halfyear", True, True, True),
        ("quarterly", "on_event", True, True, True),
        ("quarterly", "archive", True, True, True),
        ("monthly", "quarterly", True, False, True),
        ("quarterly", "monthly", True, False, False),
        ("yearly", "on_event", True, False, True),
        ("on_event", "yearly", True, False, False),
        ("quarterly", "halfyear", False, False, True),
        ("dynamic_2w", "monthly", False, False, True),
    ],
)
def test_a_village_publishes_at_least_each_quarter(standard, wanted, village, refused, looser):
    assert below_the_law(cadence(standard), cadence(wanted), of_village=village) is refused
    assert is_looser(cadence(standard), cadence(wanted)) is looser


def test_a_missing_calendar_is_pending_not_an_error():
    found = state_of("on_event", "2024-01-01T00:00", "2026-12-05T00:00", formed_on=D("2026-12-04"))
    assert (found.state, found.due_at, found.pending_year) == ("pending_calendar", None, 2027)
    assert found.explanation_zh.endswith("待录入2027年放假安排。")


# law: cadence.statement
@pytest.mark.parametrize(
    ("id", "statement", "state", "due_at"),
    [
        ("quarterly", ("2025-01-01", "2025-03-31", "2025-04-02"), "fresh", "2025-07-02T00:00"),
        ("quarterly", ("2025-01-01", "2025-06-30", "2025-01-05"), "stale", "2025-04-08T00:00"),
        ("quarterly", ("2025-01-01", "2025-03-31", "2025-04-11"), "stale", "2024-12-31T00:00"),
        ("quarterly", ("2025-01-01", "2025-03-31", "2025-04-10"), "fresh", "2025-07-02T00:00"),
        ("quarterly", ("2025-06-01", "2025-03-31", "2025-04-02"), "stale", "2024-12-31T00:00"),
        ("quarterly", ("2025-03-31", "2025-03-31", "2025-04-02"), "fresh", "2025-07-02T00:00"),
        ("quarterly", ("2025-04-03", "2025-06-30", "2025-04-02"), "stale", "2024-12-31T00:00"),
        ("quarterly", ("2023-01-01", "2023-03-31", "2023-04-02"), "stale", "2024-12-31T00:00"),
        ("dynamic_2w", ("2025-03-25", "2025-04-08", "2025-04-09"), "stale", "2024-10-14T00:00"),
    ],
)
def test_nothing_statements(id, statement, state, due_at):
    made = NothingStatement(*(D(day) for day in statement))
    found = state_of(id, "2024-09-30T00:00", "2025-04-10T12:00", [made])
    assert found.state == state
    assert found.due_at == at(due_at)


def test_a_statement_alone_fills_a_column():
    made = NothingStatement(D("2025-01-01"), D("2025-03-31"), D("2025-03-31"))
    assert state_of("on_event", None, "2025-04-10T00:00", [made]).state == "fresh"


# law: cadence.pause
@pytest.mark.parametrize(
    ("first", "last", "now", "state", "due_at"),
    [
        ("2025-03-05", None, "2025-03-04T23:59", "fresh", "2025-03-15T00:00"),
        ("2025-03-05", None, "2025-03-05T00:00", "paused", None),
        ("2025-03-05", None, "2025-09-05T00:00", "paused", None),
        ("2025-03-05", "2025-03-09", "2025-03-09T23:59", "paused", None),
        ("2025-03-05", "2025-03-09", "2025-03-10T00:00", "fresh", "2025-03-20T00:00"),
        ("2025-02-20", "2025-03-03", "2025-03-10T00:00", "fresh", "2025-03-18T00:00"),
        ("2025-02-20", "2025-02-28", "2025-03-10T00:00", "fresh", "2025-03-15T00:00"),
        ("2025-03-15", "2025-03-16", "2025-03-20T00:00", "stale", "2025-03-15T00:00"),
        ("2025-03-14", "2025-03-15", "2025-03-16T00:00", "due_soon", "2025-03-17T00:00"),
    ],
)
def test_pauses(first, last, now, state, due_at):
    pause = Pause(D(first), D(last) if last else None, "网站改版")
    found = state_of("dynamic_2w", "2025-03-01T00:00", now, pauses=[pause])
    assert found.state == state
    assert found.due_at == (at(due_at) if due_at else None)
    if state == "paused":
        assert found.explanation_zh == f"自{first}{'至' + last if last else ''}暂停计时：网站改版。"


def test_several_pauses_add_up_in_any_order():
    pauses = [Pause(D("2025-03-18"), D("2025-03-19"), "二"), Pause(D("2025-03-05"), D("2025-03-09"), "一")]
    found = state_of("dynamic_2w", "2025-03-01T00:00", "2025-03-04T00:00", pauses=pauses)
    assert found.due_at == at("2025-03-22T00:00")
    blank = state_of(
        "monthly", None, "2024-01-20T00:00", pauses=[Pause(D("2024-01-05"), D("2024-01-06"), "一")]
    )
    assert blank.due_at == at("2024-02-03T00:00")


def test_what_the_explanations_say():
    stale = state_of("monthly", "2025-03-01T00:00", "2025-04-02T12:00")
    assert stale.explanation_zh == (
        "每月栏目，上次更新2025-03-01 00:00，应在2025-04-01 00:00前更新"
        "（村民委员会组织法第三十五条（2026年前为第三十条），收支频繁的，31日），已超期2日。"
    )
    assert state_of("monthly", "2025-03-01T00:00", "2025-03-28T00:00").explanation_zh.endswith("即将到期。")
    assert "自2024-01-01采用以来没有发布过信息" in state_of("static", None, "2025-04-02T12:00").explanation_zh
    assert (
        "建议在2025-07-03 00:00前核对"
        in state_of("static", "2025-01-01T00:00", "2025-04-02T12:00").explanation_zh
    )
    assert state_of("link", None, "2025-04-02T12:00").explanation_zh == "链接栏目，不计更新时间。"
    assert (
        "没有待发布的信息，上次更新2025-01-01 08:00"
        in state_of("on_event", "2025-01-01T08:00", "2025-04-02T12:00").explanation_zh
    )
    assert "也没有本期无内容说明" in state_of("on_event", None, "2025-04-02T12:00").explanation_zh
    waiting = state_of("on_event", "2025-01-01T08:00", "2025-03-02T12:00", formed_on=D("2025-01-20"))
    assert waiting.explanation_zh == (
        "信息于2025-01-20形成或者变更，应在20个工作日内公开（政府信息公开条例第二十六条），最后一日为2025-02-21，已超期。"
    )


def test_the_classes_and_an_unknown_one():
    assert list(cadences()) == [
        "dynamic_2w", "monthly", "quarterly", "halfyear", "yearly", "on_event", "static", "link", "archive",
    ]  # fmt: skip
    with pytest.raises(LawError, match="没有「weekly」这一更新频次，可用：dynamic_2w、monthly"):
        cadence("weekly")


def test_a_later_item_never_shortens_the_due_instant():
    earlier = state_of("monthly", "2025-03-01T00:00", "2025-03-02T00:00").due_at
    later = state_of("monthly", "2025-03-01T00:01", "2025-03-02T00:00").due_at
    assert later - earlier == timedelta(minutes=1)
