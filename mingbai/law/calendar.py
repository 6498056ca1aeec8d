"""Working days in China: the weekly rhythm corrected by the State Council's yearly notices.

The calendar is data. A year without a notice raises `CalendarMissing`; there is no falling back to Monday to
Friday. Day 0 (the day something happened) is never counted: 民事诉讼法第八十五条.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache, cached_property
from itertools import count as count_from
from pathlib import Path

from mingbai.law.errors import CalendarInvalid, CalendarMissing, LawError

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
"""Fixed: China has kept one time without summer time since 1992, so no time-zone database is needed."""

FOLDER = Path(__file__).parent / "data" / "calendar"
SATURDAY = 5
MOST_WEEKDAYS_OFF = 25
FEWEST_WEEKDAYS_OFF = 12
MOST_WORKING_WEEKENDS = 12
STATUTORY_HOLIDAYS_BEFORE = 11
STATUTORY_HOLIDAYS_SINCE_2025 = 13
EARLIEST_DAY_OF_YEAR_BEFORE = (12, 20)


@dataclass(frozen=True, slots=True)
class YearNotice:
    """One year's notice: weekdays that are off and weekends that are worked.

    A notice may also move days in the last days of the December before it.
    """

    year: int
    weekdays_off: frozenset[date]
    working_weekends: frozenset[date]
    source: str
    verified: str


def _first_ordinal(year: int) -> int:
    return date(year, 1, 1).toordinal()


@dataclass(frozen=True)
class Calendar:
    """An immutable set of notices. `version` names exactly what was loaded, so a computed date can be retraced."""

    notices: tuple[YearNotice, ...]

    @cached_property
    def years(self) -> frozenset[int]:
        return frozenset(notice.year for notice in self.notices)

    @cached_property
    def version(self) -> str:
        """`<first year>-<last year>/<digest of every moved day>`."""
        from hashlib import sha256  # loads a library of ciphers, and most commands ask for no version

        lines = [
            f"{notice.year}:{','.join(sorted(map(str, notice.weekdays_off)))}"
            f":{','.join(sorted(map(str, notice.working_weekends)))}"
            for notice in self.notices
        ]
        digest = sha256("\n".join(lines).encode()).hexdigest()[:12]
        return f"{min(self.years, default=0)}-{max(self.years, default=0)}/{digest}"

    @cached_property
    def _working_ordinals(self) -> list[int]:
        off = {day.toordinal() for notice in self.notices for day in notice.weekdays_off}
        worked = {day.toordinal() for notice in self.notices for day in notice.working_weekends}
        return [
            ordinal
            for year in sorted(self.years)
            for ordinal in range(_first_ordinal(year), _first_ordinal(year + 1))
            if (ordinal in worked or (ordinal + 6) % 7 < SATURDAY) and ordinal not in off
        ]

    @cached_property
    def _moved(self) -> tuple[list[date], list[date]]:
        return (
            sorted(day for notice in self.notices for day in notice.weekdays_off),
            sorted(day for notice in self.notices for day in notice.working_weekends),
        )

    def require(self, first: int, last: int) -> None:
        """Raises `CalendarMissing` for the first year of the span without a notice."""
        for year in range(first, last + 1):
            if year not in self.years:
                raise CalendarMissing(year)

    def is_working_day(self, day: date) -> bool:
        self.require(day.year, day.year)
        ordinal = day.toordinal()
        place = bisect_right(self._working_ordinals, ordinal)
        return place > 0 and self._working_ordinals[place - 1] == ordinal

    def add_working_days(self, day0: date, count: int) -> date:
        """The last day of a period of `count` working days; `day0` is not counted, 0 gives `day0` back."""
        if count < 0:
            raise LawError(f"工作日数不能是负数：{count}。")
        if count == 0:
            return day0
        ordinals = self._working_ordinals
        first_year = (day0 + timedelta(days=1)).year
        place = bisect_right(ordinals, day0.toordinal()) + count - 1
        if place >= len(ordinals):
            raise CalendarMissing(next(year for year in count_from(first_year) if year not in self.years))
        found = date.fromordinal(ordinals[place])
        self.require(first_year, found.year)
        return found

    def working_days_between(self, day0: date, last: date) -> int:
        """Working days after `day0` up to and including `last`."""
        if last < day0:
            raise LawError(f"起止日期颠倒：{day0.isoformat()}在{last.isoformat()}之后。请核对两个日期。")
        if last == day0:
            return 0
        self.require((day0 + timedelta(days=1)).year, last.year)
        ordinals = self._working_ordinals
        return bisect_right(ordinals, last.toordinal()) - bisect_right(ordinals, day0.toordinal())

    def moved_days_between(self, day0: date, last: date) -> tuple[list[date], list[date]]:
        """Weekdays off and weekends worked after `day0` up to and including `last`."""
        off, worked = self._moved
        return (
            off[bisect_right(off, day0) : bisect_right(off, last)],
            worked[bisect_right(worked, day0) : bisect_right(worked, last)],
        )

    def next_working_day(self, day: date) -> date:
        """The first working day after `day`."""
        return self.add_working_days(day, 1)

    def working_day_on_or_after(self, day: date) -> date:
        """`day` itself when it is worked, else the next working day: where the last day of a period in days rolls to."""
        return self.add_working_days(day - timedelta(days=1), 1)

    def with_year(self, notice: YearNotice) -> "Calendar":
        """The same calendar with this year's notice added or replaced; the version changes with it."""
        others = [known for known in self.notices if known.year != notice.year]
        return Calendar(tuple(sorted([*others, notice], key=lambda known: known.year)))


# law: calendar.*
@cache
def default_calendar() -> Calendar:
    """The years that come with the software."""
    return Calendar(tuple(load_year(path) for path in sorted(FOLDER.glob("*.json"))))


def china_day(instant: datetime) -> date:
    """The day in China on which an instant falls."""
    return instant.astimezone(CHINA).date()


def start_of_day(day: date) -> datetime:
    """Midnight in China at which `day` begins."""
    return datetime(day.year, day.month, day.day, tzinfo=CHINA)


def end_of_day(day: date) -> datetime:
    """Midnight in China at which `day` is over: a thing due on `day` is late from this instant on."""
    return start_of_day(day + timedelta(days=1))


def load_year(path: Path, expected_year: int | None = None) -> YearNotice:
    """Reads one notice file and refuses it, in Chinese, when it cannot be a year's notice.

    The file is a JSON object with `year`, `weekdays_off`, `working_weekends` (ISO dates) and `article`.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as problem:
        raise CalendarInvalid(f"{path.name}不是可读的放假安排文件（应为 UTF-8 编码的 JSON）。") from problem
    except OSError as problem:
        raise CalendarInvalid(f"{path.name}打不开。请核对文件位置和权限。") from problem
    return parse_year(content, path.name, expected_year)


def parse_year(content: object, name: str, expected_year: int | None = None) -> YearNotice:
    """The notice in `content`; `name` is what the messages call the file."""
    if not isinstance(content, dict):
        raise CalendarInvalid(f"{name}的内容应为一个对象，含 year、weekdays_off、working_weekends。")
    year = content.get("year")
    if type(year) is not int or not 1990 <= year <= 2100:
        raise CalendarInvalid(f"{name}的 year 应为四位年份，现为「{year}」。")
    if expected_year is not None and year != expected_year:
        raise CalendarInvalid(f"{name}是{year}年的放假安排，需要的是{expected_year}年。请换文件。")
    notice = YearNotice(
        year=year,
        weekdays_off=frozenset(_days(content, "weekdays_off", name)),
        working_weekends=frozenset(_days(content, "working_weekends", name)),
        source=str(content.get("article") or ""),
        verified=str(content.get("verified") or "unverified"),
    )
    _check_plausible(notice, name)
    return notice


def _days(content: dict[str, object], key: str, name: str) -> Iterable[date]:
    listed = content.get(key)
    if not isinstance(listed, list):
        raise CalendarInvalid(f"{name}缺少 {key}，应为日期列表。")
    days = []
    for written in listed:
        try:
            days.append(date.fromisoformat(written))
        except (TypeError, ValueError) as problem:
            raise CalendarInvalid(f"{name}的 {key} 中「{written}」不是日期，应写作 2027-01-01。") from problem
    if len(set(days)) != len(days):
        raise CalendarInvalid(f"{name}的 {key} 中有重复的日期。")
    return days


def _check_plausible(notice: YearNotice, name: str) -> None:
    off, worked = len(notice.weekdays_off), len(notice.working_weekends)
    if not FEWEST_WEEKDAYS_OFF <= off <= MOST_WEEKDAYS_OFF:
        raise CalendarInvalid(
            f"{name}列出{off}个放假的周一至周五，一年应在{FEWEST_WEEKDAYS_OFF}至{MOST_WEEKDAYS_OFF}个之间。请核对通知。"
        )
    if worked > MOST_WORKING_WEEKENDS:
        raise CalendarInvalid(
            f"{name}列出{worked}个上班的周末，一年不超过{MOST_WORKING_WEEKENDS}个。请核对通知。"
        )
    for day in sorted(notice.weekdays_off | notice.working_weekends):
        _check_in_year(day, notice.year, name)
    for day in sorted(notice.weekdays_off):
        if day.weekday() >= SATURDAY:
            raise CalendarInvalid(f"{name}的 weekdays_off 中{day}是周末，只列放假的周一至周五。")
    for day in sorted(notice.working_weekends):
        if day.weekday() < SATURDAY:
            raise CalendarInvalid(f"{name}的 working_weekends 中{day}不是周末，只列上班的周六、周日。")


def _check_in_year(day: date, year: int, name: str) -> None:
    moved_before = day.year == year - 1 and (day.month, day.day) >= EARLIEST_DAY_OF_YEAR_BEFORE
    if day.year != year and not moved_before:
        raise CalendarInvalid(f"{name}是{year}年的放假安排，却列有{day}。请核对日期。")


def doubts_about(notice: YearNotice) -> tuple[str, ...]:
    """What a person should look at before a notice is taken over; empty when nothing is odd.

    Days moved to weekends cancel out, so the surplus of days off is the number of statutory holidays:
    全国年节及纪念日放假办法第二条, 11 days until 2024 and 13 since 2025.
    """
    surplus = len(notice.weekdays_off) - len(notice.working_weekends)
    statutory = STATUTORY_HOLIDAYS_SINCE_2025 if notice.year >= 2025 else STATUTORY_HOLIDAYS_BEFORE
    if surplus == statutory:
        return ()
    return (
        f"{notice.year}年放假的周一至周五比上班的周末多{surplus}天，法定节假日是{statutory}天。"
        "如通知没有另作安排，请核对是否漏录或多录。",
    )
