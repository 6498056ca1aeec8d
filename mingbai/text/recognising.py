"""What one document says of itself: title, office, year, kind, number, date, signatory, attachments.

Unknown stays None. The page that carries a text, and the collection it was put in, have years and names of their
own; they do not count.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mingbai.text import lazy
from mingbai.text.heads import (
    is_masked,
    parent_told,
    unit_of_body_first,
    unit_of_place_first,
    unit_of_quoted,
    unit_of_subject,
    unit_signed,
    year_of_day,
)
from mingbai.text.lines import Line, lines_of, number_of
from mingbai.text.model import DocumentKind, Recognised, Residue
from mingbai.text.titles import OPEN_TOPIC, is_title, title_at
from mingbai.text.units import (
    SELF_ENDINGS,
    UnitName,
    cut_left,
    ending_of,
    ending_stem,
    names_in,
    parse,
    self_word,
    unit_at_head,
    unit_of_title,
)

OPENING = 500
# The page's own title may name the county that the document leaves out.
PAGE_HEAD = 400
CHINESE_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "Ｏ": "0",
    "O": "0",
    "0": "0",
}
YEAR = r"(?:(?:19|20)\s?\d\s?\d|二[〇零○ＯO0][〇零○ＯO0一二三四五六七八九]{2})"
# 二○一○年 is a year; ○○年 is none.
MASKED_YEAR = lazy.pattern(
    r"(?:20|二[〇○零])?(?:[xX×＊*_Ｘ]{1,6}|(?<!二)○{2,4})\s?年|20[xX×＊*_Ｘ]{1,4}|[〔\[（(]20[xX×]{2}"
)
YEAR_HERE = lazy.pattern(rf"(?<![\d〔\[【-])(?P<year>{YEAR})(?![\d-])\s?(?P<mark>年度|年|学年)?")
# 「根据《…（2018—2020年）》」 names another document's years, 「2019年12月31日」 a day.
QUOTED = lazy.pattern(
    r"《[^》\n]{0,80}》|[（(][^（()）\n]{0,30}[〔\[][^）)\n]{0,20}[）)]|[\u4e00-\u9fff]{1,8}[〔\[（(]\d{4}[〕\]）)]\s?第?\d{1,5}号"
)
FULL_DATE = lazy.pattern(
    rf"({YEAR})\s?年\s?(\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s?月\s?(\d{{1,2}}|[一二三四五六七八九十廿]{{1,3}})\s?日"
)
DATE_LINE = lazy.pattern(
    rf"[（(]?(?:{FULL_DATE.pattern}|(?P<y>20\d\d)[-./](?P<m>\d{{1,2}})[-./](?P<d>\d{{1,2}}))[）)]?$"
)
NUMBER = lazy.pattern(r"[\u4e00-\u9fff]{2,12}[〔\[【（(](?:19|20)\d\d[〕\]】）)]\s?第?\s?\d{1,5}\s?号")
NUMBER_LABEL = lazy.pattern(rf"(?:发文字号|文号|文\s?号)\s?[:：]?\s?({NUMBER.pattern})")
ATTACHMENT = lazy.pattern(
    r"附\s?件\s?(?:\d{1,2}|[一二三四五六七八九十])?\s?[:：.．、]\s?(?:\d{1,2}\s?[.．、]\s?)?(?P<name>\S[^\n]{0,79})$"
)
ATTACHMENT_MORE = lazy.pattern(r"\d{1,2}\s?[.．、]\s?(?P<name>\S[^\n。]{0,79})$")
NOTE_BELOW = lazy.pattern(r"[（(](?:联系|此件|公开|咨询|主动公开|依申请公开)[^\n]{0,80}[）)]$")
CUT_END = lazy.pattern(r"(?:[.…]{3,}|未完(?:待续)?|[（(]略[）)])\s?[）)]?$")

_TITLE_KINDS: tuple[tuple[str, DocumentKind], ...] = (
    (r"(?:讲话|发言稿?|致辞)$", "other"), (r"通知$", "notice"), (r"(?:公告|通告|公示)$", "announcement"), (r"通报$", "bulletin"), (r"纪要$", "minutes"),
    (r"解读|图解|一图读懂", "interpretation"),
    (r"自查|自评|自检|整改(?:情况)?报告|整改方案", "self_check"),
    (r"年度报告|年报|信息公开(?:工作)?(?:的)?(?:情况)?报告|政府信息公开.{0,8}报告$", "annual_report"),
    (r"总结|小结|汇报|述职|工作情况|情况(?:的)?报告|开展情况|工作报告|汇报材料|典型材料|交流材料|心得|完成情况", "work_summary"),
    (r"计划|要点|方案|规划|打算|安排|思路|任务分解", "work_plan"),
    (r"会议纪要|纪要|会议记录", "minutes"),
    (r"通知", "notice"), (r"公告|通告|公示", "announcement"), (r"通报|简报", "bulletin"), (r"目录|清单|名单|一览表", "list"),
    # a decision on somebody or on one case binds nobody else
    (r"^(?!.*(?:修改|修订|废止|公布|清理)).*(?:表彰|嘉奖|奖励|授予|命名|任免|任命|免去|免职|聘任|处罚|处分|许可|复议)[^，。]*决定(?:书)?$", "other"),
    (r"制度|办法|规定|细则|规程|规则|意见|决定", "normative_document"),
)  # fmt: skip
TITLE_KINDS = tuple((lazy.pattern(source), kind) for source, kind in _TITLE_KINDS)
BODY_KINDS: tuple[tuple[re.Pattern[str], DocumentKind, int], ...] = (
    (lazy.pattern(r"本(?:年度)?报告(?:由|根据|依据|中所列|的?电子版)|年度报告(?:如下|情况|由)|(?:编制|公布|形成)[^。]{0,12}年度报告"), "annual_report", 5),
    (lazy.pattern(r"(?:现将|将)[^。\n]{0,60}年度(?:工作)?(?:情况)?报告如下"), "annual_report", 3),
    (lazy.pattern(r"(?:开展|进行)了?(?:认真|全面|深入)?(?:的)?自查|自查(?:自纠|情况|报告|内容)|自评(?:情况|报告|得分)"), "self_check", 3),
    (lazy.pattern(r"(?:现将|现就)[^。\n]{0,80}(?:总结|汇报|报告|情况)[^。\n]{0,6}如下"), "work_summary", 4),
    (lazy.pattern(r"取得了?[^。，,\n]{0,16}(?:成效|效果|成绩|进展)|收到了?[^。，,\n]{0,12}效果"), "work_summary", 2),
    (lazy.pattern(r"存在的?(?:主要)?(?:问题|不足|困难)|(?:主要|工作)(?:做法|成效)|一年来|今年以来|问题(?:与|和|及)(?:打算|不足|建议)"), "work_summary", 1),
    (lazy.pattern(r"(?:制定|制订|特制定|编制|做了)[^。\n]{0,30}(?:工作)?(?:计划|要点|方案|安排)|(?:计划|方案|安排|要点)(?:如下|安排)"), "work_plan", 4),
    (lazy.pattern(r"(?:主要|工作|重点)(?:任务|目标)|指导思想|工作要求|工作目标|实施步骤|时间安排|组织保障|保障措施"), "work_plan", 1),
    (lazy.pattern(r"(?:^|\n)第[一二三四五六七八九十]{1,3}条"), "normative_document", 3),
)  # fmt: skip
SELF_CHECKING = lazy.pattern(
    r"(?:进行|开展|展开|组织)了?[^。，,\n]{0,8}自[查评检]|自[查评检](?:自纠)?(?:工作)?(?:的)?(?:情况|结果)[^。，,\n]{0,8}如下"
)
HEADING_FIRST = lazy.pattern(
    r"一\s?[、，.．]\s?(?:指导思想|工作目标|总体要求|主要任务|工作任务|目标任务|总体目标)"
)


def western(year: str) -> int | None:
    """2018, 二〇一八 and 「20 18」 as int."""
    digits = "".join(CHINESE_DIGITS.get(c, c) for c in year if not c.isspace())
    return int(digits) if digits.isascii() and digits.isdecimal() and 1980 <= int(digits) <= 2100 else None


def year_of_title(title: str) -> tuple[int | None, bool]:
    """The year in a title, and whether it is masked there."""
    if MASKED_YEAR.search(title):
        return None, True
    years = (western(match["year"]) for match in YEAR_HERE.finditer(title))
    return next(years, None), False


REPORTING = lazy.pattern(
    rf"(?:现将|现就|将|关于|在)[^。\n]{{0,40}}?(?P<a>{YEAR})\s?年[^。\n]{{0,60}}(?:如下|汇报|报告|总结|通报|计划)"
    rf"|(?:^|[\n。])\s{{0,4}}(?P<b>{YEAR})\s?年(?!\s?\d{{1,2}}\s?月|我[^，。\n]{{0,6}}将)(?:度|以来|来|，|,|是|我|[^\d。\n]{{0,20}}(?:政务|信息|政府)公开)"
    rf"|(?P<c>{YEAR})\s?年(?:度)?(?:工作|政务公开工作|政府信息公开工作)(?:总结|计划|要点|安排|情况|任务)"
    rf"|为(?:做好|进一步做好|扎实做好|切实做好|推进|贯彻落实)[^。\n]{{0,10}}(?P<d>{YEAR})\s?年"
)
YEAR_SIGN = lazy.pattern(
    rf"(?P<y>{YEAR})\s?年(?:度|[^。；，,;\d\n]{{0,24}}(?:共|累计|主动公开|发布|公开|全年|我[镇乡局校县区市办]))"
)


def year_of(title: str | None, body: str, kind: DocumentKind) -> int | None:
    """The year reported on or planned for, as the title, the opening or the figures say it."""
    if title:
        year, masked = year_of_title(title)
        if year or masked:
            return year
    opening = body[:OPENING]
    match = REPORTING.search(QUOTED.sub(lambda m: " " * len(m.group()), opening))
    masked_at = MASKED_YEAR.search(opening)
    if match and not (masked_at and masked_at.start() < match.start()):
        return western(next(filter(None, match.groups())))
    if masked_at:
        return None
    return year_of_body(body)


def year_of_body(body: str) -> int | None:
    """The one year that the figures of the text are given for, where no masked year speaks against it."""
    if MASKED_YEAR.search(body):
        return None
    bare = QUOTED.sub(lambda m: " " * len(m.group()), body)
    signs = Counter(western(m["y"]) for m in YEAR_SIGN.finditer(bare))
    if not signs:
        return None
    (year, count), *others = signs.most_common(2)
    return year if not others or count > others[0][1] else None


def kind_of_title(title: str) -> DocumentKind | None:
    """By the last word that names a kind; 「工作总结及2019年工作计划」 is a summary, 「…计划总结」 one too."""
    bare = re.sub(r"[（(【\[][^）)】\]]{0,20}[）)】\]]", "", title)
    first_half = re.split(r"(?:及|和|暨|、|与)(?=.{0,20}(?:计划|打算|思路|安排|要点))", bare)[0]
    for pattern, kind in TITLE_KINDS:
        if pattern.search(first_half):
            return kind
    return None


def kind_of_body(body: str) -> DocumentKind:
    """By the formulas of opening and headings: what a text without a title is."""
    if HEADING_FIRST.match(body):
        return "work_plan"
    if SELF_CHECKING.search(QUOTED.sub("", body[:400])):
        return "self_check"
    head, scores = body[:1200], Counter[DocumentKind]()
    for pattern, kind, weight in BODY_KINDS:
        hits = len(pattern.findall(head)) * 2 + len(pattern.findall(body[1200:4000]))
        scores[kind] += weight * min(hits, 3)
    if not scores or not scores.most_common(1)[0][1]:
        return "other"
    return scores.most_common(1)[0][0]


def unit_of(title: str | None, body: str, lines: Sequence[Line]) -> UnitName | None:
    """From the title, else from what calls itself 我…, the opening, the signature, at last the only name there is."""
    if title and not title.startswith("关于印发") and (found := unit_of_title(title)):
        return found
    if not title and is_masked(lines):
        return None
    own = self_word(body)
    endings = SELF_ENDINGS.get(own or "", ())
    sources = [body[:OPENING], *(line.text for line in lines[-4:] if len(line.text) <= 30)]
    named = named_as_own(body)
    if named or (named := unit_at_head(title) if title else None):
        return named
    for line in lines[-4:]:
        if len(line.text) <= 30 and (signed := parse(line.text.strip(" ：:"))) and signed.parent is not None:
            return signed
    for source in sources if endings else ():
        if found := dominant(names_in(source, endings)):
            return found
    if endings and own not in {"县", "区", "市", "州"}:
        if found := dominant(supported(names_in(body, endings), body)):
            return found
    return (
        unit_of_place_first(title or lines[0].text, body)
        or unit_of_body_first(title)
        or unit_signed(lines, day_line_of(lines))
        or unit_of_subject(lines)
        or (unit_of_quoted(title) if title else None)
    )


OWN_NAME = lazy.pattern(
    r"(?<![文基原资成样版根课账日书标副正剧读])[我本]([\u4e00-\u9fff]{2,14}?(?:镇|乡|街道办事处|街道|社区|村|局|委员会|办公室|中心|小学|中学|学校|幼儿园|县|区))"
)


# 「本制度适用于局机关」
_PAPER = lazy.pattern(
    "(?:制度|办法|规定|细则|方案|规则|规程|条例|指南|目录|预案|公告|通知|报告|意见|计划|年度)"
)


def named_as_own(body: str) -> UnitName | None:
    """「我阳光社区」: the name itself after 我."""
    counted = Counter(match[1] for match in OWN_NAME.finditer(body[:4000]))
    for name, _ in counted.most_common():
        unit = parse(name)
        stem = name.removesuffix((ending_of(name) or ("",))[0])
        if (
            unit
            and cut_left(name) == name
            and stem[:1] not in "镇乡局校县区市办们院委村国省州学"
            and not _PAPER.match(stem)
        ):
            return unit
    return None


def dominant(names: Counter[UnitName]) -> UnitName | None:
    """The one name, or the one that stands at least twice as often as any other; the longest parent wins."""
    if not names:
        return None
    by_name: Counter[str] = Counter()
    for unit, count in names.items():
        by_name[unit.name] += count
    (best, count), *others = by_name.most_common(2)
    if others and count < 2 * others[0][1]:
        return None
    return max((unit for unit in names if unit.name == best), key=lambda unit: len(unit.parent or ""))


def supported(names: Counter[UnitName], body: str) -> Counter[UnitName]:
    """Names deep in the text count when something there bears them out: the places above, a repetition, or the same
    place name on a village or school."""
    return Counter(
        {unit: n for unit, n in names.items() if unit.parent or n > 1 or has_namesake(unit.name, body)}
    )


def has_namesake(name: str, body: str) -> bool:
    stem = ending_stem(name)
    return any(
        stem + other in body
        for other in ("村", "社区", "中学", "小学", "党委", "街", "人民")
        if stem + other != name
    )


def parent_in(text: str, unit: UnitName) -> str | None:
    """The fullest chain of places that stands before the name."""
    best = unit.parent
    whole = (unit.parent or "") + unit.name
    end = 0
    for _ in range(12):
        if (at := text.find(whole, end)) < 0:
            break
        end = at + len(whole)
        fuller = unit_of_title(cut_left(text[max(0, at - 20) : end].splitlines()[-1]))
        if fuller and fuller.name == unit.name and len(fuller.parent or "") > len(best or ""):
            best = fuller.parent
    return best


def day_of(numeral: str) -> int:
    return number_of(numeral.replace("廿", "二十")) or 0


def date_of(text: str) -> date | None:
    """The date that a line consists of."""
    match = DATE_LINE.match(text)
    if not match:
        return None
    groups = [g for g in match.groups() if g]
    year = western(groups[0])
    try:
        return date(year or 0, day_of(groups[1]), day_of(groups[2]))
    except (ValueError, IndexError):
        return None


def day_line_of(lines: Sequence[Line]) -> int | None:
    """Which of the last lines is the day of the signature."""
    last = range(len(lines) - 1, max(-1, len(lines) - 6), -1)
    return next((index for index in last if DATE_LINE.match(lines[index].text)), None)


def signature_of(lines: Sequence[Line]) -> tuple[str | None, date | None]:
    """Office and day under the text; a date in brackets below the title counts as the day too."""
    index = day_line_of(lines)
    if index is not None:
        before = lines[index - 1].text if index else ""
        signed = (
            before
            if parse(before.strip(" ：:")) or re.search(r"(?:人民政府|委员会|办公室|局)$", before)
            else None
        )
        return (signed if signed and len(signed) <= 30 else None), date_of(lines[index].text)
    for line in lines[1:4]:
        if day := date_of(line.text):
            return None, day
    return None, None


def attachments_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """What is named after 「附件：」 at the end, one by one."""
    found: list[str] = []
    for line in lines[-30:]:
        first = ATTACHMENT.match(line.text)
        more = ATTACHMENT_MORE.match(line.text) if found else None
        if first or more:
            found.append((first or more)["name"].strip())  # type: ignore[index]
    return tuple(found)


def is_cut(lines: Sequence[Line]) -> bool:
    """The last paragraph stops in the middle of a sentence."""
    last = next((line for line in reversed(lines) if len(line.text) >= 25), None)
    if last is None or last is not lines[-1]:
        return False
    whole = last.ends_sentence or is_title(last.text) or NOTE_BELOW.match(last.text)
    return bool(CUT_END.search(last.text)) or not whole


def document_number_of(lines: Sequence[Line]) -> str | None:
    """The number on a line of its own at the head; numbers in sentences are those of cited documents."""
    for line in lines[:12]:
        label = NUMBER_LABEL.search(line.text)
        if label:
            return label[1]
        if NUMBER.fullmatch(line.text):
            return line.text
    return None


def recognise(
    text: str, start: int, end: int, web: Sequence[Residue], title: str | None = None, cut: bool = False
) -> Recognised:
    """Everything the stretch says of itself; `title` is one that stands in the page's header or a heading."""
    covered = [piece for piece in web if piece.start < end and piece.end > start]
    lines = [
        line
        for line in lines_of(text, start, end)
        if not any(p.start <= line.start and line.end <= p.end for p in covered)
    ]
    if not lines:
        return Recognised(start, end, truncated=cut)
    own_title, taken = title_at(lines)
    heading = own_title or title
    body_lines = lines[taken:] or lines
    body = text[body_lines[0].start : end]
    kind = (kind_of_title(heading) if heading else None) or kind_of_body(body)
    if kind == "work_summary" and heading and OPEN_TOPIC.search(heading) and "年度报告" in heading:
        kind = "annual_report"
    unit = unit_of(heading, body, body_lines)
    signatory, written_on = signature_of(lines)
    found = Recognised(
        start=start,
        end=end,
        title=heading,
        title_in_text=heading is not None,
        year=year_of(heading, body, kind) or year_of_day(kind, lines, written_on, body[:OPENING]),
        kind=kind,
        written_on=written_on,
        document_number=document_number_of(lines),
        signatory=signatory,
        attachments=attachments_of(lines),
        truncated=cut or is_cut(lines),
    )
    if unit is None:
        return found
    return replace(
        found,
        unit=unit.name,
        unit_kind=unit.kind,
        parent_unit=parent_in(f"{text[:PAGE_HEAD]}\n{text[start:end]}", unit) or parent_told(body, unit),
    )
