"""What must hold for every clock, whatever happens in whatever order."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai.law.calendar import default_calendar
from mingbai.law.clock_events import Event
from mingbai.law.clocks import request_clock

CALENDAR = default_calendar()
# a busy machine is no failure
unhurried = settings(deadline=None)
RECEIVED = st.dates(date(2019, 1, 1), date(2026, 3, 1))


@st.composite
def histories(draw):
    """A request with any mixture of consultation, correction and extension."""
    received = draw(RECEIVED)
    found = [Event("received", received)]

    def later(first, most):
        return first + timedelta(days=draw(st.integers(0, most)))

    for party in draw(st.lists(st.sampled_from("甲乙丙"), unique=True)):
        kind = draw(st.sampled_from(["third_party", "agency"]))
        sent = later(received, 40)
        found.append(Event(f"{kind}_sent", sent, party))
        if draw(st.booleans()):
            found.append(Event(f"{kind}_received", later(sent, 5), party))
        if draw(st.booleans()):
            found.append(Event(f"{kind}_answered", later(sent, 30), party))
    if draw(st.booleans()):
        asked = later(received, 12)
        found += [Event("correction_asked", asked), Event("correction_received", later(asked, 20))]
    if draw(st.booleans()):
        found.append(Event("extension_notified", later(received, 30), days=draw(st.integers(1, 20))))
    return found


def due_on(found):
    return request_clock(found, CALENDAR).reply_due.on


# law: clock.consultation_pauses, clock.correction_restarts, clock.extension
@unhurried
@given(histories())
def test_a_reply_is_never_due_on_a_rest_day(history):
    assert CALENDAR.is_working_day(due_on(history))


@unhurried
@given(histories())
def test_at_least_twenty_working_days_are_given(history):
    clock = request_clock(history, CALENDAR)
    assert CALENDAR.working_days_between(clock.counted_from, clock.reply_due.on) >= 20


@unhurried
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_in_which_events_are_registered_does_not_matter(history, random):
    shuffled = list(history)
    random.shuffle(shuffled)
    assert request_clock(shuffled, CALENDAR) == request_clock(history, CALENDAR)


@unhurried
@given(histories(), st.integers(1, 30))
def test_later_receipt_is_never_due_earlier(history, days):
    """Everything but the receipt stays; only histories in which it still comes first are compared."""
    first = min((event.on for event in history[1:]), default=history[0].on + timedelta(days=days))
    moved = min(history[0].on + timedelta(days=days), first)
    without_extension = [event for event in history[1:] if event.kind != "extension_notified"]
    earlier = due_on([history[0], *without_extension])
    assert due_on([Event("received", moved), *without_extension]) >= earlier


@unhurried
@given(histories(), st.integers(0, 40), st.integers(0, 30))
def test_a_further_pause_never_shortens(history, after, length):
    sent = history[0].on + timedelta(days=after)
    more = [Event("agency_sent", sent, "丁"), Event("agency_answered", sent + timedelta(days=length), "丁")]
    assert due_on([*history, *more]) >= due_on(history)


@unhurried
@given(histories(), st.integers(1, 20))
def test_an_extension_in_time_adds_exactly_its_days(history, days):
    plain = [event for event in history if event.kind != "extension_notified"]
    clock = request_clock(plain, CALENDAR)
    extended = request_clock([*plain, Event("extension_notified", clock.counted_from, days=days)], CALENDAR)
    assert CALENDAR.working_days_between(clock.reply_due.on, extended.reply_due.on) >= days
    assert extended.state != "review"


@unhurried
@given(RECEIVED, st.integers(0, 9))
def test_the_pause_is_given_back_day_for_day(received, after):
    """One pause inside the period: exactly its working days are added."""
    sent = CALENDAR.add_working_days(received, after + 1)
    back = CALENDAR.add_working_days(sent, 8)
    paused = due_on([Event("received", received), Event("agency_sent", sent), Event("agency_answered", back)])
    assert paused == CALENDAR.add_working_days(received, 28)
