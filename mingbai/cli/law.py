"""`mingbai law due|days|fee|site-score|masks`: the rules on the command line, without database or Django."""

import argparse
import json
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from mingbai.cli.arguments import Parser, in_chinese
from mingbai.law.clock_events import EventKind
from mingbai.law.errors import CalendarMissing, LawError

Answer = tuple[dict[str, Any], list[str], int]
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
SITE_SCORE_HELP = (
    "观测文件是 JSON 对象：facts 写单项否决所依据的数字，deductions、bonuses 按「指标 → 情形」写次数、是否或者问题列表，"
    "无对外服务职能的写 outward_services 为 false，政务新媒体写 new_media 为 true。名称写错时会列出可用的名称。"
    '例：{"facts": {"visits": 140, "visits_failed": 2}, "deductions": {"other_columns": {"blank": ["就业"]}}, '
    '"bonuses": {"user_space": {"history": true}}}'
)


class _Parser(Parser):
    def error(self, message: str) -> NoReturn:
        raise LawError(f"{in_chinese(message)}。用法见 {self.prog} --help。")


def _day(written: str | None, name: str) -> date | None:
    """An ISO date; anything else is refused with the option's name."""
    if written is None:
        return None
    from mingbai.law.clock_events import check_date

    try:
        found = date.fromisoformat(written) if ISO_DATE.fullmatch(written) else None
    except ValueError:
        found = None
    if found is None:
        raise LawError(f"{name} 的日期「{written}」不对，应写作 2026-01-20，并且确有这一天。")
    check_date(found, name)
    return found


def _steps(steps: Any) -> list[dict[str, str | None]]:
    return [
        {"on": str(step.on) if step.on else None, "text": step.text, "article": step.article}
        for step in steps
    ]


def _lines(steps: list[dict[str, str | None]]) -> list[str]:
    return [f"  {step['on'] or '（待定）'}  {step['text']}（{step['article']}）" for step in steps]


def due(options: argparse.Namespace) -> Answer:
    received = _day(options.received, "--received")
    assert received is not None
    if options.days is not None:
        return _plain_period(options, received)
    from mingbai.law.calendar import default_calendar
    from mingbai.law.clocks import request_clock

    clock = request_clock(_events(options, received), default_calendar())
    steps = _steps(clock.steps)
    on = clock.reply_due.on if clock.reply_due else None
    pending = clock.reply_due.pending_year if clock.reply_due else None
    answer = {
        "due_on": str(on) if on else None,
        "steps": steps,
        "state": clock.state,
        "pending_year": pending,
        "problems": list(clock.problems),
        "calendar": clock.calendar_version,
    }
    said = (
        f"答复期限最后一日：{clock.reply_due.text}" if clock.reply_due else "答复期限未起算：等待申请人补正。"
    )
    return answer, [said, *_lines(steps), *clock.problems], 1 if clock.problems or on is None else 0


def _plain_period(options: argparse.Namespace, received: date) -> Answer:
    """A period of so many working days without any event."""
    from mingbai.law.calendar import default_calendar
    from mingbai.law.clock_steps import Step, calendar_steps

    if options.extended or any(getattr(options, name) for names, _ in PAIRS for name in names):
        raise LawError("--days 只算一段工作日，不能与补正、征求意见、延期同时使用。请去掉其中一种。")
    if not 1 <= options.days <= 1000:
        raise LawError(f"--days 应在1至1000之间，现为{options.days}。")
    calendar = default_calendar()
    steps = [Step(received, "当日不计入期限，自次日起算。", "民事诉讼法第八十五条")]
    try:
        last = calendar.add_working_days(received, options.days)
    except CalendarMissing as missing:
        answer = {
            "due_on": None,
            "steps": _steps(steps),
            "pending_year": missing.year,
            "calendar": calendar.version,
        }
        return answer, [str(missing)], 1
    steps += calendar_steps(received, last, calendar)
    steps.append(Step(last, f"{options.days}个工作日，最后一日为{last}。", "民事诉讼法第八十五条"))
    listed = _steps(steps)
    answer = {"due_on": str(last), "steps": listed, "pending_year": None, "calendar": calendar.version}
    return answer, [f"最后一日：{last}", *_lines(listed)], 0


PAIRS: tuple[tuple[tuple[str, str], tuple[EventKind, EventKind]], ...] = (
    (("correction_asked", "corrected_on"), ("correction_asked", "correction_received")),
    (("third_party_sent", "third_party_back"), ("third_party_sent", "third_party_answered")),
    (("agency_sent", "agency_back"), ("agency_sent", "agency_answered")),
)


def _events(options: argparse.Namespace, received: date) -> list[Any]:
    from mingbai.law.calendar import default_calendar
    from mingbai.law.clock_events import Event
    from mingbai.law.clocks import request_clock

    events = [Event("received", received)]
    for names, kinds in PAIRS:
        for name, kind in zip(names, kinds, strict=True):
            day = _day(getattr(options, name), f"--{name.replace('_', '-')}")
            if day:
                events.append(Event(kind, day))
    if options.extended:
        clock = request_clock(events, default_calendar())
        last = clock.reply_due.on if clock.reply_due else None
        events.append(Event("extension_notified", last or clock.counted_from or received))
    return events


def days(options: argparse.Namespace) -> Answer:
    first, last = _day(options.first, "起始日"), _day(options.last, "截止日")
    assert first is not None and last is not None
    from mingbai.law.calendar import default_calendar

    calendar = default_calendar()
    answer: dict[str, Any] = {"from": str(first), "to": str(last), "calendar": calendar.version}
    try:
        count = calendar.working_days_between(first, last)
    except CalendarMissing as missing:
        return {**answer, "working_days": None, "pending_year": missing.year}, [str(missing)], 1
    answer |= {"working_days": count, "calendar_days": (last - first).days, "pending_year": None}
    return answer, [f"{first}（不计）至{last}：{count}个工作日，{(last - first).days}日。"], 0


def fee(options: argparse.Namespace) -> Answer:
    from mingbai.law.fees import fee_by_item, fee_by_page

    if options.by == "item":
        if options.monthly_number is None or options.pages is not None:
            raise LawError("按件计收须给出 --monthly-number（当月序号，如 15 或者 1:15），不用 --pages。")
        match = re.fullmatch(r"(\d{1,9})(?::(\d{1,9}))?", options.monthly_number)
        if match is None:
            raise LawError(
                f"--monthly-number「{options.monthly_number}」不对，应为序号 15 或者起止序号 1:15。"
            )
        found = fee_by_item(int(match[1]), int(match[2] or match[1]))
    else:
        if options.pages is None or options.monthly_number is not None:
            raise LawError("按量计收须给出 --pages（页数），不用 --monthly-number。")
        found = fee_by_page(options.pages)
    steps = [
        {"from": step.first, "to": step.last, "rate": step.rate, "amount": step.amount}
        for step in found.steps
        if step.rate
    ]
    unit = "件" if options.by == "item" else "页"
    lines = [
        f"  第{step['from']}至{step['to']}{unit}，每{unit}{step['rate']}元，计{step['amount']}元"
        for step in steps
    ]
    answer = {"total": found.total, "steps": steps, "article": found.article}
    return answer, [f"信息处理费：{found.total}元（{found.article}）", *lines], 0


def read_text(path: Path) -> str:
    """The text of a file in UTF-8 or GB18030."""
    try:
        raw = path.read_bytes()
    except OSError as problem:
        raise LawError(f"{path}打不开。请核对文件位置和权限。") from problem
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise LawError(f"{path}的文字编码无法识别，请另存为 UTF-8。")


def _charges(listed: Any) -> list[dict[str, Any]]:
    return [
        {
            "indicator": one.indicator.id,
            "label": one.indicator.label,
            "points": float(one.points),
            "text": one.explanation,
            "evidence": list(one.evidence),
            "article": one.indicator.article,
        }
        for one in listed
    ]


def site_score(options: argparse.Namespace) -> Answer:
    from mingbai.law.inspection import site_score as score
    from mingbai.law.scoring import figure

    path = Path(options.file)
    try:
        observations = json.loads(read_text(path))
    except (json.JSONDecodeError, RecursionError) as problem:
        raise LawError(f"{path}不是正确的 JSON 文件。请核对括号、引号和逗号。") from problem
    found = score(observations)

    vetoes = [
        {
            "indicator": veto.id,
            "label": veto.label,
            "case": veto.condition,
            "text": veto.explanation,
            "article": veto.article,
        }
        for veto in found.vetoes
    ]
    answer = {
        "file": options.file,
        "verdict": found.verdict,
        "vetoes": vetoes,
        "deductions": _charges(found.deductions),
        "bonus": _charges(found.bonuses),
        "base": None if found.base is None else round(float(found.base), 2),
        "bonus_points": float(found.bonus),
        "final": None if found.final is None else round(float(found.final), 2),
        "unchecked": list(found.unchecked),
        "steps": list(found.explanation),
    }
    lines = [f"结论：{found.verdict}", *(f"  {said}" for said in found.explanation)]
    lines += [f"  单项否决·{veto['label']}：{veto['text']}" for veto in vetoes]
    lines += [
        f"  扣{figure(one.points)}分·{one.indicator.label}：{one.explanation}" for one in found.deductions
    ]
    lines += [f"  加{figure(one.points)}分·{one.indicator.label}：{one.explanation}" for one in found.bonuses]
    if found.unchecked:
        lines.append(f"  未检查{len(found.unchecked)}项，结论以已检查的为限。")
    return answer, lines, 0 if found.verdict == "合格" else 1


def masks(options: argparse.Namespace) -> Answer:
    from mingbai.cli.law_masks import masks_of

    return masks_of(Path(options.file), options.audience, options.title, _day(options.on, "--on"))


def _parser() -> _Parser:
    parser = _Parser(
        prog="mingbai law", description="期限、收费、评分、脱敏", add_help=True, allow_abbrev=False
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="due|days|fee|site-score|masks")

    def verb(name: str, run: Callable[[argparse.Namespace], Answer], text: str) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=text, description=text, allow_abbrev=False)
        made.add_argument("--format", choices=("text", "json"), default="text", help="输出形式")
        made.set_defaults(run=run)
        return made

    one = verb("due", due, "推算答复期限或者一段工作日的最后一日")
    one.add_argument("--received", required=True, metavar="日期", help="收到申请之日（不计入期限）")
    one.add_argument("--days", type=int, metavar="天数", help="只算这么多工作日")
    for names, _ in PAIRS:
        for name in names:
            one.add_argument(f"--{name.replace('_', '-')}", metavar="日期")
    one.add_argument("--extended", action="store_true", help="已依法延期20个工作日")
    one = verb("days", days, "两日之间的工作日数（不计起始日）")
    one.add_argument("first", metavar="起始日")
    one.add_argument("last", metavar="截止日")
    one = verb("fee", fee, "计算信息处理费")
    one.add_argument("--by", choices=("item", "page"), required=True, help="item 按件，page 按量")
    one.add_argument("--monthly-number", metavar="序号", help="同一申请人当月的序号，如 15 或者 1:15")
    one.add_argument("--pages", type=int, metavar="页数")
    one = verb("site-score", site_score, "按政府网站检查指标评分")
    one.epilog = SITE_SCORE_HELP
    one.add_argument("file", metavar="观测文件.json")
    one = verb("masks", masks, "列出文件中应当脱敏的内容")
    one.add_argument("file", metavar="文件")
    one.add_argument("--audience", choices=("public", "board", "internal"), default="public", help="公开对象")
    one.add_argument("--title", default="", help="名单标题")
    one.add_argument("--on", metavar="日期", help="公开日期，用于识别未成年人")
    return parser


def main(argv: list[str]) -> int:
    """Runs one verb; messages for people go to standard error when standard output is JSON."""
    try:
        options = _parser().parse_args(argv)
        answer, lines, code = options.run(options)
    except LawError as problem:
        print(problem, file=sys.stderr)
        return 2
    except SystemExit as asked_for_help:
        return int(asked_for_help.code or 0)
    print(json.dumps(answer, ensure_ascii=False) if options.format == "json" else "\n".join(lines))
    return int(code)
