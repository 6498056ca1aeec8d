"""What happened to a request for information, as dated events, and which of it contradicts itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, get_args

from mingbai.law.data_files import content
from mingbai.law.errors import LawError

EventKind = Literal[
    "received",
    "correction_asked",
    "correction_notice_received",
    "correction_received",
    "reasons_asked",
    "reasons_given",
    "third_party_sent",
    "third_party_received",
    "third_party_answered",
    "agency_sent",
    "agency_received",
    "agency_answered",
    "fee_notified",
    "fee_paid",
    "extension_notified",
    "decided",
    "withdrawn",
    "redo_ordered",
]
ORDER: dict[str, int] = {kind: place for place, kind in enumerate(get_args(EventKind))}
LABELS: dict[EventKind, str] = {
    "received": "收到申请",
    "correction_asked": "告知补正",
    "correction_notice_received": "申请人收到补正告知书",
    "correction_received": "收到补正的申请",
    "reasons_asked": "要求说明理由",
    "reasons_given": "收到理由说明",
    "third_party_sent": "征求第三方意见",
    "third_party_received": "第三方收到征求意见书",
    "third_party_answered": "收到第三方意见",
    "agency_sent": "征求其他机关意见",
    "agency_received": "其他机关收到征求意见书",
    "agency_answered": "收到其他机关意见",
    "fee_notified": "申请人收到收费通知",
    "fee_paid": "缴费完成",
    "extension_notified": "告知延期",
    "decided": "作出答复",
    "withdrawn": "申请人撤回",
    "redo_ordered": "责令重新答复",
}
# each kind → the kind that must have happened before it, with the same party
AFTER: dict[EventKind, EventKind] = {
    "correction_notice_received": "correction_asked",
    "correction_received": "correction_asked",
    "reasons_given": "reasons_asked",
    "third_party_received": "third_party_sent",
    "third_party_answered": "third_party_sent",
    "agency_received": "agency_sent",
    "agency_answered": "agency_sent",
    "fee_paid": "fee_notified",
}
FIRST_REGULATION = date(2008, 5, 1)
LAST_PLAUSIBLE = date(2100, 1, 1)


@dataclass(frozen=True, slots=True)
class Event:
    """`party` tells several third parties or agencies apart; `days` is the length of an extension (working days)."""

    kind: EventKind
    on: date
    party: str = ""
    days: int | None = None


@dataclass(frozen=True, slots=True)
class ClockSettings:
    """What the law leaves open. The options with their reasons and marks are in `law/data/clocks.json`."""

    pause_edges: Literal["after_sent", "whole_days", "inner_days"]
    fee: Literal["restart", "pause", "none"]
    reasons_pause: bool
    correction_days: int


# law: setting.*
@cache
def default_settings() -> ClockSettings:
    return ClockSettings(**{row["setting"]: row["default"] for row in content("clocks")["settings"]})


def check_date(day: date, label: str) -> None:
    """Refuses a date from before the first regulation (2008-05-01) or from the far future."""
    if not FIRST_REGULATION <= day < LAST_PLAUSIBLE:
        raise LawError(f"{label}的日期{day}不合理：应在2008-05-01之后、2100年之前。请核对年份。")


def ordered(events: Iterable[Event]) -> list[Event]:
    """The events by day, those of one day in the order of the procedure; refuses what cannot have happened."""
    listed = sorted(events, key=lambda event: (event.on, ORDER[event.kind], event.party))
    for event in listed:
        check_date(event.on, LABELS[event.kind])
    received = [event.on for event in listed if event.kind == "received"]
    if len(received) > 1:
        raise LawError(f"收到申请只能有一个日期，现有{'、'.join(map(str, received))}。")
    if received and listed[0].on < received[0]:
        raise LawError(
            f"{LABELS[listed[0].kind]}（{listed[0].on}）早于收到申请（{received[0]}）。请核对日期。"
        )
    if listed and not received:
        raise LawError(f"还没有收到申请的日期，不能登记{LABELS[listed[0].kind]}（{listed[0].on}）。")
    for event in listed:
        _check_predecessor(event, listed)
    return listed


def _check_predecessor(event: Event, listed: list[Event]) -> None:
    before = AFTER.get(event.kind)
    if before is None:
        return
    same = [other.on for other in listed if other.kind == before and other.party == event.party]
    if not same:
        raise LawError(f"登记了{LABELS[event.kind]}（{event.on}），却没有{LABELS[before]}的日期。请补登。")
    if event.on < min(same):
        raise LawError(f"{LABELS[event.kind]}（{event.on}）早于{LABELS[before]}（{min(same)}）。请核对日期。")
