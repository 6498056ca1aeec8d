"""Stretches that a reply clock leaves out, and the day that remains when they are left out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mingbai.law.calendar import Calendar
from mingbai.law.clock_events import ClockSettings, Event, EventKind
from mingbai.law.errors import CalendarMissing
from mingbai.law.limits import last_day, limit

# first event, its receipt by the other side, the answer, the limit for it
CONSULTATIONS: tuple[tuple[EventKind, EventKind, EventKind, str], ...] = (
    ("third_party_sent", "third_party_received", "third_party_answered", "foi.third_party_opinion"),
    ("agency_sent", "agency_received", "agency_answered", "foi.agency_opinion"),
)


@dataclass(frozen=True, slots=True)
class Pause:
    """Working days after `after` up to and including `until` are left out.

    `began` and `lapses_on` are what really happened and the last day for an answer; `answered_on` is None while the
    answer is outstanding, and then the pause is reckoned up to its last day.
    """

    rule: str
    party: str
    began: date
    answered_on: date | None
    lapses_on: date | None
    after: date
    until: date


def first_after(events: Iterable[Event], kind: EventKind, party: str, day: date) -> date | None:
    """The day of the first such event of this party on or after `day`."""
    return min(
        (event.on for event in events if (event.kind, event.party) == (kind, party) and event.on >= day),
        default=None,
    )


# law: clock.consultation_pauses, setting.pause_edges
def pause_between(
    rule: str,
    sent: Event,
    received: date | None,
    answered: date | None,
    calendar: Calendar,
    settings: ClockSettings,
) -> Pause:
    """The pause of one consultation or payment. Raises `CalendarMissing` when it is open and its end is unknown.

    An answer after the last day for it does not lengthen the pause: from that day on the agency decides by itself.
    """
    try:
        lapses_on: date | None = last_day(limit(rule), received or sent.on, calendar)
    except CalendarMissing:
        if answered is None:
            raise
        lapses_on = None
    ends = min(day for day in (answered, lapses_on) if day is not None)
    return _pause(rule, sent, answered, lapses_on, ends, settings)


def open_ended_pause(rule: str, asked: Event, answered: date, settings: ClockSettings) -> Pause:
    """The pause of a question without a limit for the answer."""
    return _pause(rule, asked, answered, None, answered, settings)


def _pause(
    rule: str,
    sent: Event,
    answered: date | None,
    lapses_on: date | None,
    ends: date,
    settings: ClockSettings,
) -> Pause:
    after = sent.on - timedelta(days=1) if settings.pause_edges == "whole_days" else sent.on
    until = ends - timedelta(days=1) if settings.pause_edges == "inner_days" else ends
    return Pause(rule, sent.party, sent.on, answered, lapses_on, after, until)


def consultation_pauses(events: list[Event], calendar: Calendar, settings: ClockSettings) -> list[Pause]:
    """One pause for each letter to a third party or another agency."""
    return [
        pause_between(
            rule,
            sent,
            first_after(events, received_kind, sent.party, sent.on),
            first_after(events, answered_kind, sent.party, sent.on),
            calendar,
            settings,
        )
        for sent_kind, received_kind, answered_kind, rule in CONSULTATIONS
        for sent in events
        if sent.kind == sent_kind
    ]


def merged(pauses: Iterable[Pause]) -> list[tuple[date, date]]:
    """The stretches (after, until] of all pauses, so that a day left out twice is left out once."""
    joined: list[tuple[date, date]] = []
    for pause in sorted(pauses, key=lambda one: (one.after, one.until)):
        if joined and pause.after <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], pause.until))
        elif pause.until > pause.after:
            joined.append((pause.after, pause.until))
    return joined


def last_day_without(base: date, count: int, pauses: Iterable[Pause], calendar: Calendar) -> date:
    """The `count`th working day after `base` that lies in no pause."""
    last = calendar.add_working_days(base, count)
    for after, until in merged(pauses):
        begin = max(after, base)
        if begin < last and until > begin:
            last = calendar.add_working_days(last, calendar.working_days_between(begin, until))
    return last
