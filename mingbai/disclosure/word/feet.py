"""The foot of an official document: who signed on which day, and the imprint (版记) that is no part of the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from mingbai.disclosure.word.heads import plain
from mingbai.disclosure.word.model import Block, Paragraph
from mingbai.text.recognising import date_of

_IMPRINT_DEPTH, _IMPRINT_LINE = 8, 40
_IMPRINT = re.compile(
    r"^(?:抄送|抄报|主送|主题词|分送)：|印发$|^(?:共印|印发?)\d+份|^[（(]?共印\d+份[）)]?$|^校对："
)
_ATTACHED = re.compile(r"附(?:件|表|录)[\d一二三四五六七八九十]{0,3}：?$")
ORGAN = re.compile(
    r"^[\u4e00-\u9fff（）]{2,34}(?:政府|委员会|办公室|办事处|局|厅|部|处|所|站|中心|大队|支队|学校|小学|中学|医院|幼儿园|村委会|居委会|公司"
    r"|社|协会|联合会|指挥部|领导小组|院|馆|室|党委|党组|支部|工会|法院)(?:[（(](?:公章|盖章|章|印)[）)])?$"
)
_SEAL = re.compile(r"[（(](?:公章|盖章|章|印)[）)]$")
_DAY_AT_END = re.compile(r"(?P<organ>.*?)(?P<day>(?:20\d\d|二[〇○零].{2})[年./-].{1,3}[月./-].{1,4}?日?)$")
_LABELLED = re.compile(r"^(?:落款日期|成文日期|发文日期)：")
_PASSED = re.compile(r"^（(?P<day>20\d\d年\d{1,2}月\d{1,2}日)[^年）]{0,60}(?:通过|印发|发布|公布)）$")
_SIGNED_LINES, _UNDER_TITLE, _LAST, _UNALIGNED = 6, 2, 4, 8


@dataclass
class Foot:
    """`organs`: who signed, in order; `written_on`: None where no day or several different ones stand there."""

    organs: list[str] = field(default_factory=list)
    written_on: date | None = None


def without_imprint(blocks: Sequence[Block]) -> list[Block]:
    """Cut the imprint off the end: copies to, printed by whom and when."""
    lowest = max(len(blocks) - _IMPRINT_DEPTH, 0)
    starts = [place for place in range(lowest, len(blocks)) if _IMPRINT.search(plain(blocks[place].text))]
    if not starts:
        return list(blocks)
    if all(_is_imprint(block) for block in blocks[starts[0] :]):
        return list(blocks[: starts[0]])
    return [block for place, block in enumerate(blocks) if place not in starts]


def _is_imprint(block: Block) -> bool:
    bare = plain(block.text)
    return bool(_IMPRINT.search(bare)) or (len(bare) <= _IMPRINT_LINE and not bare.endswith("。"))


def read_foot(body: Sequence[Block]) -> Foot:
    """The first signature decides: what follows it is attached and has days of its own."""
    main = _before_attachments(body)
    for place in range(len(main)):
        found = _signature_at(main, place)
        if found:
            return found
    return _lonely_day(main)


def day_of_line(text: str) -> date | None:
    """The day that a line consists of, labelled or in brackets too."""
    bare = _LABELLED.sub("", plain(text))
    passed = _PASSED.match(bare)
    return date_of(passed["day"]) if passed else date_of(bare)


def organ_and_day(text: str) -> tuple[str, date] | None:
    """「青山镇人民政府 2026年11月3日」 in one line."""
    found = _DAY_AT_END.match(plain(text))
    day = date_of(found["day"]) if found else None
    if not found or day is None or not ORGAN.match(found["organ"]):
        return None
    return _SEAL.sub("", found["organ"]), day


def _before_attachments(body: Sequence[Block]) -> list[Block]:
    for place, block in enumerate(body):
        if isinstance(block, Paragraph) and _ATTACHED.match(plain(block.text)):
            return list(body[:place])
    return list(body)


def _signature_at(main: Sequence[Block], place: int) -> Foot | None:
    """A day with the office above it, or both in one line: at the right edge or near the end, for a programme of events
    has offices and days too."""
    block = main[place]
    if not isinstance(block, Paragraph):
        return None
    if block.align != "right" and len(main) - place > _UNALIGNED:
        return None
    together = organ_and_day(block.text)
    if together:
        return Foot([*_organs_above(main, place), together[0]], together[1])
    day = date_of(plain(block.text))
    organs = _organs_above(main, place) if day else []
    return Foot(organs, day) if organs and day else None


def _organs_above(main: Sequence[Block], place: int) -> list[str]:
    found: list[str] = []
    for block in reversed(main[max(place - _SIGNED_LINES, 0) : place]):
        if not isinstance(block, Paragraph):
            break
        parts = [_SEAL.sub("", plain(part)) for part in block.text.split(" ")]
        whole = _SEAL.sub("", plain(block.text))
        if len(parts) > 1 and all(ORGAN.match(part) for part in parts):
            found = [*parts, *found]
        elif ORGAN.match(whole):
            found.insert(0, whole)
        else:
            break
    return found


def _lonely_day(main: Sequence[Block]) -> Foot:
    """A day without an office: under the title, or among the last lines; two different ones say nothing."""
    ends = [*main[:_UNDER_TITLE], *main[max(len(main) - _LAST, _UNDER_TITLE) :]]
    paragraphs = [block.text for block in ends if isinstance(block, Paragraph)]
    days = {day for text in paragraphs if (day := day_of_line(text))}
    return Foot(written_on=days.pop() if len(days) == 1 else None)
