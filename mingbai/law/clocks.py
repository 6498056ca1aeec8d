"""The clock of a request for information: from events to the due date, its sub-clocks and a derivation in Chinese.

Correction restarts the reply period, consultation pauses it, extension adds to it (政府信息公开条例第三十、三十二至三十四条).
What the law leaves open is a named setting. Where a year's holiday notice is missing the answer is pending, not an error.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from mingbai.law.calendar import Calendar
from mingbai.law.clock_events import ClockSettings, Event, EventKind, default_settings, ordered
from mingbai.law.clock_pauses import (
    CONSULTATIONS,
    Pause,
    consultation_pauses,
    first_after,
    last_day_without,
    open_ended_pause,
    pause_between,
)
from mingbai.law.clock_steps import Step, calendar_steps, event_steps, final_step, pause_step
from mingbai.law.errors import CalendarMissing
from mingbai.law.limits import Due, TimeLimit, due, limit

RequestState = Literal[
    "awaiting_confirmation",
    "review",
    "correction_requested",
    "reasons_requested",
    "fee_notified",
    "third_party",
    "agency_consulted",
    "extended",
    "decided",
    "withdrawn",
    "closed_abandoned",
    "closed_fee_unpaid",
]
SubClockState = Literal["running", "met", "late", "lapsed", "pending"]
CONSULTING: dict[str, RequestState] = {
    "foi.third_party_opinion": "third_party",
    "foi.agency_opinion": "agency_consulted",
}


@dataclass(frozen=True, slots=True)
class SubClock:
    """One limit inside the case. `ended_on` is the day it was met; `lapsed` means it ran out unmet before today."""

    rule: str
    what: str
    party: str
    day0: date
    due: Due
    ended_on: date | None
    state: SubClockState


@dataclass(frozen=True, slots=True)
class RequestClock:
    """`reply_due` is None while the reply period does not run (unconfirmed, awaiting correction or payment, closed)."""

    state: RequestState
    received_on: date | None
    counted_from: date | None
    reply_due: Due | None
    sub_clocks: tuple[SubClock, ...] = ()
    problems: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    calendar_version: str = ""


@dataclass(frozen=True)
class _Case:
    """The events since the last order to reply anew; `start` is the receipt or that order."""

    start: Event
    events: list[Event]
    calendar: Calendar
    settings: ClockSettings
    today: date | None

    def first(self, kind: EventKind) -> Event | None:
        return next((event for event in self.events if event.kind == kind), None)

    def day(self, kind: EventKind) -> date | None:
        event = self.first(kind)
        return event.on if event else None

    def all(self, kind: EventKind) -> list[Event]:
        return [event for event in self.events if event.kind == kind]


def request_clock(
    events: Iterable[Event],
    calendar: Calendar,
    settings: ClockSettings | None = None,
    today: date | None = None,
) -> RequestClock:
    """The whole clock from what happened. `today` decides what has lapsed; without it nothing has."""
    listed = ordered(events)
    if not listed:
        return RequestClock("awaiting_confirmation", None, None, None)
    case = _current(listed, calendar, settings or default_settings(), today)
    base = _base(case)
    sub_clocks = _own_clocks(case)
    waiting = _waiting_state(case, sub_clocks)
    steps = event_steps(listed, base, case.settings)
    if waiting:
        reply = _Reply(None, False, (), ())
    else:
        reply = _reply(case, base)
        sub_clocks += _opinion_clocks(case)
    if reply.due:
        decided = case.day("decided")
        sub_clocks.append(_sub_clock(limit("foi.reply"), "", base.on, reply.due, decided, today))
    return RequestClock(
        state=waiting or _running_state(case, sub_clocks, reply.extended),
        received_on=listed[0].on,
        counted_from=base.on,
        reply_due=reply.due,
        sub_clocks=tuple(sub_clocks),
        problems=(*_procedure_problems(case), *reply.problems, *_late_problems(sub_clocks)),
        steps=tuple(sorted((*steps, *reply.steps), key=lambda step: step.on or date.max)),
        calendar_version=calendar.version,
    )


# law: clock.redo
def _current(listed: list[Event], calendar: Calendar, settings: ClockSettings, today: date | None) -> _Case:
    orders = [place for place, event in enumerate(listed) if event.kind == "redo_ordered"]
    begin = orders[-1] if orders else 0
    return _Case(listed[begin], listed[begin + 1 :], calendar, settings, today)


# law: clock.correction_restarts, setting.fee, foi.reply_after_payment
def _base(case: _Case) -> Event:
    """The event whose day is day 0 of the reply period."""
    restarts = [case.start, case.first("correction_received")]
    if case.settings.fee == "restart":
        restarts.append(case.first("fee_paid"))
    return max((event for event in restarts if event), key=lambda event: event.on)


@dataclass(frozen=True, slots=True)
class _Reply:
    due: Due | None
    extended: bool
    problems: tuple[str, ...]
    steps: tuple[Step, ...]


def _reply(case: _Case, base: Event) -> _Reply:
    """The reply period from `base`, pending where a year's notice is missing."""
    try:
        pauses = _pauses(case)
        first_due = last_day_without(base.on, limit("foi.reply").n, pauses, case.calendar)
        days, problems = _extension(case, base, first_due)
        last = last_day_without(base.on, limit("foi.reply").n + days, pauses, case.calendar)
    except CalendarMissing as missing:
        pending = Due(None, missing.year)
        return _Reply(pending, False, (), (final_step(base.on, pending, 0),))
    steps = [pause_step(pause, case.calendar) for pause in pauses]
    steps += calendar_steps(base.on, last, case.calendar)
    return _Reply(Due(last), days > 0, problems, (*steps, final_step(base.on, Due(last), days)))


# law: clock.extension, foi.extension
def _extension(case: _Case, base: Event, first_due: date) -> tuple[int, tuple[str, ...]]:
    """Working days added, and what is wrong with the extension. It must reach the applicant within the first period."""
    notices = [event for event in case.all("extension_notified") if event.on >= base.on]
    if not notices:
        return 0, ()
    most = limit("foi.extension").n
    asked = most if notices[0].days is None else notices[0].days
    problems = []
    if not 0 < asked <= most:
        problems.append(f"延长{asked}个工作日不合规定，延长期限最长{most}个工作日。")
    if len(notices) > 1:
        problems.append(f"答复期限只能延长一次，{notices[1].on}的延期告知不起作用。")
    if notices[0].on > first_due:
        problems.append(f"延期告知（{notices[0].on}）晚于原答复期限（{first_due}），延期不成立。")
        return 0, tuple(problems)
    return max(0, min(asked, most)), tuple(problems)


def _pauses(case: _Case) -> list[Pause]:
    pauses = consultation_pauses(case.events, case.calendar, case.settings)
    notified, paid = case.first("fee_notified"), case.day("fee_paid")
    if case.settings.fee == "pause" and notified:
        pauses.append(pause_between("foi.payment", notified, None, paid, case.calendar, case.settings))
    asked, given = case.first("reasons_asked"), case.day("reasons_given")
    if case.settings.reasons_pause and asked and given:
        pauses.append(open_ended_pause("clock.reasons", asked, given, case.settings))
    return pauses


def _sub_clock(
    of: TimeLimit, party: str, day0: date, until: Due, ended_on: date | None, today: date | None
) -> SubClock:
    state: SubClockState = "running"
    if until.on is None:
        state = "met" if ended_on else "pending"
    elif ended_on:
        state = "late" if ended_on > until.on else "met"
    elif today and today > until.on:
        state = "lapsed"
    return SubClock(of.rule, of.what, party, day0, until, ended_on, state)


# law: foi.correction_notice, foi.correction_answer, foi.payment, setting.correction_days
def _own_clocks(case: _Case) -> list[SubClock]:
    """The clocks of correction and payment."""
    clocks = []
    calendar, today = case.calendar, case.today
    asked, corrected = case.first("correction_asked"), case.day("correction_received")
    if asked:
        notice, answer = limit("foi.correction_notice"), limit("foi.correction_answer")
        got = case.first("correction_notice_received") or asked
        clocks.append(
            _sub_clock(notice, "", case.start.on, due(notice, case.start.on, calendar), asked.on, today)
        )
        answer = replace(answer, n=case.settings.correction_days)
        clocks.append(_sub_clock(answer, "", got.on, due(answer, got.on, calendar), corrected, today))
    notified, paid = case.first("fee_notified"), case.day("fee_paid")
    if notified:
        payment = limit("foi.payment")
        clocks.append(_sub_clock(payment, "", notified.on, due(payment, notified.on, calendar), paid, today))
    return clocks


# law: clock.third_party_silence, clock.agency_silence, foi.third_party_opinion, foi.agency_opinion
def _opinion_clocks(case: _Case) -> list[SubClock]:
    clocks = []
    for sent_kind, got_kind, answered_kind, rule in CONSULTATIONS:
        for sent in case.all(sent_kind):
            day0 = first_after(case.events, got_kind, sent.party, sent.on) or sent.on
            answered = first_after(case.events, answered_kind, sent.party, sent.on)
            until = due(limit(rule), day0, case.calendar)
            clocks.append(_sub_clock(limit(rule), sent.party, day0, until, answered, case.today))
    return clocks


# law: clock.correction_lapse, clock.fee_lapse, clock.reasons
def _waiting_state(case: _Case, clocks: list[SubClock]) -> RequestState | None:
    """The state in which the reply period does not run, if the case is in one."""
    if case.first("decided"):
        return None
    if case.first("withdrawn"):
        return "withdrawn"
    lapsed = {clock.rule for clock in clocks if clock.state == "lapsed"}
    if case.first("correction_asked") and not case.first("correction_received"):
        return "closed_abandoned" if "foi.correction_answer" in lapsed else "correction_requested"
    if case.first("fee_notified") and not case.first("fee_paid"):
        if "foi.payment" in lapsed:
            return "closed_fee_unpaid"
        return "fee_notified" if case.settings.fee == "restart" else None
    if case.settings.reasons_pause and case.first("reasons_asked") and not case.first("reasons_given"):
        return "reasons_requested"
    return None


def _running_state(case: _Case, clocks: list[SubClock], extended: bool) -> RequestState:
    if case.first("decided"):
        return "decided"
    for clock in clocks:
        if clock.rule in CONSULTING and clock.ended_on is None and clock.state != "lapsed":
            return CONSULTING[clock.rule]
    if case.first("reasons_asked") and not case.first("reasons_given"):
        return "reasons_requested"
    if case.first("fee_notified") and not case.first("fee_paid"):
        return "fee_notified"
    return "extended" if extended else "review"


# law: clock.correction_once
def _procedure_problems(case: _Case) -> list[str]:
    asked = case.all("correction_asked")
    return [f"补正应当一次性告知，{event.on}的补正告知不重新起算期限。" for event in asked[1:]]


def _late_problems(clocks: list[SubClock]) -> list[str]:
    """The agency's own limits that were missed; the silence of others is no fault of the file."""
    return [
        f"{clock.what}（{clock.ended_on}）晚于期限{clock.due.text}。"
        for clock in clocks
        if clock.state == "late" and clock.rule in ("foi.correction_notice", "foi.reply")
    ]
