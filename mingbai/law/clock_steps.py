"""How a due date came about, step by step, in sentences that can be printed in the file."""

from dataclasses import dataclass
from datetime import date

from mingbai.law.calendar import Calendar
from mingbai.law.clock_events import LABELS, ClockSettings, Event, EventKind
from mingbai.law.clock_pauses import Pause
from mingbai.law.limits import Due, limit

REGULATION = "政府信息公开条例"
FEE_MEASURES = "政府信息公开信息处理费管理办法"
# what each event does to the clock, and the article that says so
EFFECTS: dict[EventKind, tuple[str, str]] = {
    "received": ("当日不计入期限，自次日起算", f"{REGULATION}第三十一条"),
    "correction_asked": ("等待申请人补正", f"{REGULATION}第三十条"),
    "correction_notice_received": ("申请人的补正期限自次日起算", f"{REGULATION}第三十条"),
    "correction_received": ("答复期限重新起算", f"{REGULATION}第三十条"),
    "reasons_asked": ("等待申请人说明理由", f"{REGULATION}第三十五条"),
    "reasons_given": ("继续办理", f"{REGULATION}第三十五条"),
    "third_party_sent": ("所需时间不计算在答复期限内", f"{REGULATION}第三十三条"),
    "third_party_received": ("第三方应在15个工作日内提出意见", f"{REGULATION}第三十二条"),
    "third_party_answered": ("答复期限继续计算", f"{REGULATION}第三十二条"),
    "agency_sent": ("所需时间不计算在答复期限内", f"{REGULATION}第三十三条"),
    "agency_received": ("被征求意见机关应在15个工作日内提出意见", f"{REGULATION}第三十四条"),
    "agency_answered": ("答复期限继续计算", f"{REGULATION}第三十四条"),
    "fee_notified": ("申请人应在20个工作日内缴费", FEE_MEASURES),
    "fee_paid": ("继续办理", FEE_MEASURES),
    "extension_notified": ("须经工作机构负责人同意并在原期限内告知", f"{REGULATION}第三十三条"),
    "decided": ("答复期限止于此日", f"{REGULATION}第三十三条"),
    "withdrawn": ("不再处理", f"{REGULATION}第二十九条"),
    "redo_ordered": ("答复期限重新起算", "行政复议法实施条例第五十八条、法释〔2025〕8号第十一条"),
}
SILENCE = {
    "foi.third_party_opinion": ("逾期未提出意见的，由本机关决定是否公开", f"{REGULATION}第三十二条"),
    "foi.agency_opinion": ("逾期未提出意见的，视为同意公开", f"{REGULATION}第三十四条"),
    "foi.payment": ("逾期未缴费的，视为放弃申请", FEE_MEASURES),
}


@dataclass(frozen=True, slots=True)
class Step:
    """`on` is None for what cannot be dated yet."""

    on: date | None
    text: str
    article: str


def event_steps(events: list[Event], base: Event, settings: ClockSettings) -> list[Step]:
    """One step for each event."""
    steps = []
    for event in events:
        effect, article = EFFECTS[event.kind]
        if event.kind == "fee_paid" and settings.fee == "restart" and event == base:
            effect = "答复期限重新起算（系统设置，依据待核实）"
        party = f"（{event.party}）" if event.party else ""
        steps.append(Step(event.on, f"{LABELS[event.kind]}{party}，{effect}。", article))
    return steps


# law: clock.third_party_silence, clock.agency_silence, clock.fee_lapse, clock.consultation_pauses
def pause_step(pause: Pause, calendar: Calendar) -> Step:
    """How many working days one pause leaves out, and what silence means."""
    days = calendar.working_days_between(pause.after, max(pause.after, pause.until))
    party = f"（{pause.party}）" if pause.party else ""
    said = f"自{pause.began}起停计{days}个工作日{party}"
    silent = pause.answered_on is None or (
        pause.lapses_on is not None and pause.answered_on > pause.lapses_on
    )
    if not silent or pause.rule not in SILENCE:
        return Step(pause.until, f"{said}，不计入答复期限。", f"{REGULATION}第三十三条")
    meaning, article = SILENCE[pause.rule]
    if pause.answered_on is None:
        said = f"尚未收到答复，按最后一日{pause.lapses_on}推算，{said}"
    else:
        said = f"{said}，止于最后一日{pause.lapses_on}"
    return Step(pause.until, f"{said}；{meaning}。", article)


def calendar_steps(base: date, last: date, calendar: Calendar) -> list[Step]:
    """Which holidays and make-up days lie between, where there are any."""
    off, worked = calendar.moved_days_between(base, last)
    if not off and not worked:
        return []
    said = []
    if off:
        said.append(f"放假{'、'.join(map(_day, off))}不计")
    if worked:
        said.append(f"调休上班{'、'.join(map(_day, worked))}计入")
    return [Step(last, f"期间{'；'.join(said)}。", "国务院办公厅关于部分节假日安排的通知")]


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"


def final_step(base: date, until: Due, extension: int) -> Step:
    """The reply period and its last day."""
    reply = limit("foi.reply")
    length = f"{reply.n}个工作日" + (f"，延长{extension}个工作日" if extension else "")
    if until.on is None:
        return Step(None, f"答复期限自{base}起{length}，{until.text}后计算。", reply.article)
    return Step(until.on, f"答复期限自{base}起{length}，最后一日为{until.on}。", reply.article)
