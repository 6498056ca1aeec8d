import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai.law.calendar import (
    Calendar,
    YearNotice,
    china_day,
    default_calendar,
    doubts_about,
    end_of_day,
    load_year,
    parse_year,
    start_of_day,
)
from mingbai.law.errors import CalendarInvalid, CalendarMissing, LawError

CALENDAR = default_calendar()
D = date.fromisoformat
COVERED = st.dates(date(2019, 1, 1), date(2026, 10, 1))


# law: calendar.*, calendar.day_zero
@pytest.mark.parametrize(
    ("day0", "count", "last"),
    [
        ("2025-01-20", 7, "2025-02-05"),
        ("2025-01-20", 20, "2025-02-21"),
        ("2025-01-20", 40, "2025-03-21"),
        ("2025-04-28", 7, "2025-05-12"),
        ("2025-09-19", 20, "2025-10-23"),
        ("2026-02-09", 20, "2026-03-13"),
        ("2024-02-04", 20, "2024-03-07"),
        ("2025-03-03", 20, "2025-03-31"),
        ("2025-03-20", 20, "2025-04-18"),
        ("2025-03-20", 40, "2025-05-20"),
        ("2025-01-25", 1, "2025-01-26"),
        ("2018-12-31", 1, "2019-01-02"),
        ("2026-12-03", 20, "2026-12-31"),
        ("2026-12-30", 1, "2026-12-31"),
        ("2026-12-31", 0, "2026-12-31"),
    ],
)
def test_adding_working_days(day0, count, last):
    assert CALENDAR.add_working_days(D(day0), count) == D(last)
    assert CALENDAR.working_days_between(D(day0), D(last)) == count


@pytest.mark.parametrize(
    ("day0", "count", "year"),
    [("2026-12-04", 20, 2027), ("2026-12-31", 1, 2027), ("2030-05-01", 3, 2030), ("2018-12-30", 1, 2018)],
)
def test_a_year_without_notice_is_named(day0, count, year):
    with pytest.raises(CalendarMissing, match=str(year)) as caught:
        CALENDAR.add_working_days(D(day0), count)
    assert caught.value.year == year


def test_a_gap_between_years_is_never_jumped():
    holed = Calendar(tuple(notice for notice in CALENDAR.notices if notice.year != 2024))
    with pytest.raises(CalendarMissing) as caught:
        holed.add_working_days(D("2023-12-20"), 20)
    assert caught.value.year == 2024
    with pytest.raises(CalendarMissing) as caught:
        holed.working_days_between(D("2023-12-29"), D("2025-01-02"))
    assert caught.value.year == 2024
    assert holed.add_working_days(D("2024-12-31"), 1) == D("2025-01-02")
    assert holed.working_days_between(D("2024-12-31"), D("2025-01-02")) == 1


def test_asking_about_single_days():
    assert CALENDAR.is_working_day(D("2025-01-26"))
    assert not CALENDAR.is_working_day(D("2025-01-28"))
    assert not CALENDAR.is_working_day(D("2019-01-01"))
    assert CALENDAR.is_working_day(D("2026-12-31"))
    with pytest.raises(CalendarMissing, match="2027"):
        CALENDAR.is_working_day(D("2027-01-04"))
    assert CALENDAR.next_working_day(D("2025-01-26")) == D("2025-01-27")
    assert CALENDAR.next_working_day(D("2025-01-27")) == D("2025-02-05")
    assert CALENDAR.working_day_on_or_after(D("2025-01-27")) == D("2025-01-27")
    assert CALENDAR.working_day_on_or_after(D("2025-01-28")) == D("2025-02-05")


def test_bad_questions():
    with pytest.raises(LawError, match="负数：-1"):
        CALENDAR.add_working_days(D("2025-01-01"), -1)
    with pytest.raises(LawError, match="2025-01-02在2025-01-01之后"):
        CALENDAR.working_days_between(D("2025-01-02"), D("2025-01-01"))
    assert CALENDAR.working_days_between(D("2031-01-02"), D("2031-01-02")) == 0
    with pytest.raises(CalendarMissing, match="0|2025"):
        Calendar(()).add_working_days(D("2025-01-01"), 1)
    assert Calendar(()).version.startswith("0-0/")


@settings(deadline=None)
@given(COVERED, st.integers(1, 45))
def test_the_last_day_is_worked_and_counts_back(day0, count):
    last = CALENDAR.add_working_days(day0, count)
    assert CALENDAR.is_working_day(last)
    assert CALENDAR.working_days_between(day0, last) == count
    assert CALENDAR.working_days_between(day0, last - timedelta(days=1)) == count - 1


def test_every_day_agrees_with_the_package_it_was_taken_from():
    other = pytest.importorskip("chinese_calendar", reason="a development dependency")
    day = date(2019, 1, 1)
    while day.year < 2027:
        assert CALENDAR.is_working_day(day) == other.is_workday(day), day
        day += timedelta(days=1)


REFERENCE = Path(__file__).resolve().parents[3] / "../shared/reference/disclosure-law.md"


# law: calendar.2024, calendar.2025, calendar.2026
@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference is not beside this checkout")
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_reference_table(year):
    line = next(
        row for row in REFERENCE.read_text(encoding="utf-8").splitlines() if row.startswith(f"| {year} | 0")
    )
    _, _, worked, off, _ = (cell.strip() for cell in line.split("|"))
    notice = next(notice for notice in CALENDAR.notices if notice.year == year)
    assert _expanded(worked, year) == notice.working_weekends
    assert _expanded(off, year) == notice.weekdays_off


def _expanded(cell, year):
    days = set()
    for part in cell.split(", "):
        first, _, last = part.partition("..")
        month, day = map(int, first.split("-"))
        days |= {date(year, month, number) for number in range(day, int(last or day) + 1)}
    return days


def test_the_version_follows_what_was_loaded():
    assert CALENDAR.version.startswith("2019-2026/")
    assert len(CALENDAR.version) == len("2019-2026/") + 12
    again = CALENDAR.with_year(next(notice for notice in CALENDAR.notices if notice.year == 2026))
    assert again.version == CALENDAR.version
    assert CALENDAR.with_year(parse_year(next_year(), "2027.json")).version != CALENDAR.version
    moved = next_year(working_weekends=["2027-02-14"])
    assert (
        CALENDAR.with_year(parse_year(moved, "a")).version
        != CALENDAR.with_year(parse_year(next_year(), "a")).version
    )


def next_year(**changed):
    """A made-up notice for 2027: the real one is not known."""
    off = ["01-01", "02-05", "02-08", "02-09", "02-10", "02-11", "02-12", "04-05", "05-03", "05-04", "06-09"]
    off += ["09-15", "10-01", "10-04", "10-05", "10-06", "10-07"]
    worked = ["02-06", "02-20", "05-08", "10-09"]
    return {
        "year": 2027,
        "article": "试用",
        "weekdays_off": [f"2027-{day}" for day in off],
        "working_weekends": [f"2027-{day}" for day in worked],
        **changed,
    }


def test_a_county_loads_the_next_year(tmp_path):
    path = tmp_path / "2027.json"
    path.write_text(json.dumps(next_year()), encoding="utf-8-sig")
    notice = load_year(path, expected_year=2027)
    assert (notice.source, notice.verified) == ("试用", "unverified")
    bare = parse_year(
        {key: value for key, value in next_year(verified="read").items() if key != "article"}, "x"
    )
    assert (bare.source, bare.verified) == ("", "read")
    larger = CALENDAR.with_year(notice)
    assert larger.years == frozenset(range(2019, 2028))
    assert larger.add_working_days(D("2026-12-04"), 20) == D("2027-01-04")
    assert larger.is_working_day(D("2027-02-06"))
    assert not CALENDAR.years & {2027}
    assert doubts_about(notice) == ()


def test_a_notice_may_move_days_of_the_december_before():
    notice = parse_year(next_year(working_weekends=["2026-12-26", "2027-02-06"]), "2027.json")
    assert CALENDAR.with_year(notice).is_working_day(D("2026-12-26"))
    with pytest.raises(CalendarInvalid, match="2026-12-19"):
        parse_year(next_year(working_weekends=["2026-12-19"]), "2027.json")
    parse_year(next_year(working_weekends=["2026-12-20"]), "2027.json")


def test_doubts():
    for notice in CALENDAR.notices:
        assert bool(doubts_about(notice)) == (notice.year == 2020), notice.year
    twelve_over = YearNotice(2025, frozenset({D("2025-01-01")}), frozenset(), "", "")
    assert doubts_about(twelve_over) == (
        "2025年放假的周一至周五比上班的周末多1天，法定节假日是13天。如通知没有另作安排，请核对是否漏录或多录。",
    )


ALL_WEEKDAYS = [
    str(day) for day in (date(2027, 1, 1) + timedelta(n) for n in range(365)) if day.weekday() < 5
]
ALL_WEEKENDS = [
    str(day) for day in (date(2027, 1, 1) + timedelta(n) for n in range(365)) if day.weekday() >= 5
]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (next_year(weekdays_off=[str(date(2027, 1, 1) + timedelta(n)) for n in range(400)]), "列出400个"),
        (next_year(weekdays_off=ALL_WEEKDAYS[:26]), "列出26个放假的周一至周五，一年应在12至25个之间"),
        (next_year(weekdays_off=ALL_WEEKDAYS[:11]), "列出11个"),
        (next_year(working_weekends=ALL_WEEKENDS[:13]), "列出13个上班的周末，一年不超过12个"),
        (next_year(weekdays_off=[*ALL_WEEKDAYS[:12], "2028-01-03"]), "却列有2028-01-03"),
        (next_year(weekdays_off=[*ALL_WEEKDAYS[:12], "2027-01-02"]), "2027-01-02是周末"),
        (next_year(working_weekends=["2027-01-04"]), "2027-01-04不是周末"),
        (next_year(working_weekends=["2027-02-06", "2027-02-06"]), "working_weekends 中有重复"),
        (next_year(weekdays_off="2027-01-01"), "缺少 weekdays_off"),
        (next_year(weekdays_off=["2027年1月1日"]), "「2027年1月1日」不是日期"),
        (next_year(weekdays_off=[20270101]), "「20270101」不是日期"),
        (next_year(year="2027"), "现为「2027」"),
        (next_year(year=True), "现为「True」"),
        (next_year(year=1989), "现为「1989」"),
        (next_year(year=2101), "现为「2101」"),
        (["2027-01-01"], "应为一个对象"),
    ],
)
def test_an_implausible_notice_is_refused(content, message):
    with pytest.raises(CalendarInvalid, match=message) as caught:
        parse_year(content, "2027.json")
    assert str(caught.value).startswith("2027.json")


@pytest.mark.parametrize("count", [12, 25])
def test_the_plausible_edges_are_taken(count):
    notice = parse_year(next_year(weekdays_off=ALL_WEEKDAYS[:count], working_weekends=ALL_WEEKENDS[:12]), "x")
    assert len(notice.weekdays_off) == count


@pytest.mark.parametrize("year", [1990, 2100])
def test_the_earliest_and_latest_year(year):
    off = [str(day) for day in (date(year, 1, 1) + timedelta(n) for n in range(30)) if day.weekday() < 5][:12]
    assert parse_year({"year": year, "weekdays_off": off, "working_weekends": []}, "x").year == year


def test_a_file_of_another_year_or_kind(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(next_year()), encoding="utf-8")
    with pytest.raises(CalendarInvalid, match="^a.json是2027年的放假安排，需要的是2028年"):
        load_year(path, expected_year=2028)
    path.write_text("放假", encoding="utf-8")
    with pytest.raises(CalendarInvalid, match="不是可读的放假安排文件"):
        load_year(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CalendarInvalid, match="不是可读的放假安排文件"):
        load_year(path)
    with pytest.raises(CalendarInvalid, match="打不开"):
        load_year(tmp_path / "none.json")


def test_days_of_china():
    assert china_day(datetime(2025, 12, 31, 16, 0, tzinfo=UTC)) == D("2026-01-01")
    assert china_day(datetime(2025, 12, 31, 15, 59, tzinfo=UTC)) == D("2025-12-31")
    assert start_of_day(D("2026-01-01")) == datetime(2025, 12, 31, 16, 0, tzinfo=UTC)
    assert end_of_day(D("2025-12-31")) == datetime(2025, 12, 31, 16, 0, tzinfo=UTC)
