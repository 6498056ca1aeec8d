"""Clocks with one period: disclosure, interpretation, messages, mailboxes, hotline orders, petitions, proposals, budgets.

The periods are rows of `law/data/limits.json`; a county writes its own for what no national text fixes (mailboxes,
hotline orders, feedback on calls) in the same form.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mingbai.law.calendar import Calendar
from mingbai.law.clock_steps import Step, calendar_steps
from mingbai.law.errors import LawError
from mingbai.law.limits import UNIT_LABELS, Due, TimeLimit, due

ClockState = Literal["running", "met", "late", "overdue", "pending"]
MOST = {"working": 1000, "calendar": 3660, "month": 120, "year": 10, "hour": 8784}


@dataclass(frozen=True, slots=True)
class PlainClock:
    """`late` was done after the last day; `overdue` is still undone after it; `pending` awaits a year's notice."""

    limit: TimeLimit
    due: Due
    state: ClockState
    steps: tuple[Step, ...]


def plain_clock(
    of: TimeLimit,
    day0: date,
    calendar: Calendar,
    *,
    done_on: date | None = None,
    today: date | None = None,
    extension: TimeLimit | None = None,
) -> PlainClock:
    """The clock of a limit in days from `day0`. An extension is counted from the last day of the first period."""
    if done_on is not None and done_on < day0:
        raise LawError(f"{of.what}的完成日期{done_on}早于起算日期{day0}。请核对两个日期。")
    until = due(of, day0, calendar)
    length = of.length
    if extension is not None and until.on is not None:
        until = due(extension, until.on, calendar)
        length = f"{of.length}，延长{extension.length}"
    steps = [Step(day0, f"{of.starts}，当日不计入期限。", of.article)]
    if until.on is not None and "working" in (of.unit, extension.unit if extension else of.unit):
        steps += calendar_steps(day0, until.on, calendar)
    steps.append(Step(until.on, _said(of, length, until), of.article))
    return PlainClock(of, until, _state(until, done_on, today), tuple(steps))


def _said(of: TimeLimit, length: str, until: Due) -> str:
    if until.on is None:
        return f"{of.what}期限{length}，{until.text}后计算。"
    at_least = "不少于" if of.minimum else ""
    return f"{of.what}期限{at_least}{length}，最后一日为{until.on}。"


def _state(until: Due, done_on: date | None, today: date | None) -> ClockState:
    if done_on is not None:
        return "late" if until.on is not None and done_on > until.on else "met"
    if until.on is None:
        return "pending"
    return "overdue" if today is not None and today > until.on else "running"


# law: mailbox.*, hotline.*, call.feedback
def parse_limit(row: Mapping[str, object], name: str) -> TimeLimit:
    """A county's own limit: `rule`, `what`, `n`, `unit`, `starts`, `article`; `name` is what the messages call the file."""
    for key in ("rule", "what", "starts", "article"):
        if not isinstance(row.get(key), str) or not str(row[key]).strip():
            raise LawError(f"{name}的期限缺少 {key}。")
    unit, n = row.get("unit"), row.get("n")
    if unit not in UNIT_LABELS:
        raise LawError(f"{name}的 unit 应为 {'、'.join(UNIT_LABELS)} 之一，现为「{unit}」。")
    if type(n) is not int or not 1 <= n <= MOST[unit]:
        raise LawError(f"{name}的 n 应为1至{MOST[unit]}的整数，现为「{n}」。")
    return TimeLimit(
        rule=str(row["rule"]),
        what=str(row["what"]),
        n=n,
        unit=unit,
        starts=str(row["starts"]),
        article=str(row["article"]),
        verified="local",
        minimum=row.get("minimum") is True,
    )
