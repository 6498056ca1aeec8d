"""What the first line and the signature say of office and year, where no title of a known kind says it.

A notice, a public announcement or a reply belongs to the year of its day; a report of a year does not: it is signed
in the next one.
"""

import re
from collections.abc import Sequence
from datetime import date

from mingbai.text import lazy
from mingbai.text.lines import Line
from mingbai.text.model import DocumentKind, UnitKind
from mingbai.text.units import (
    GENERIC_STEMS,
    HAN,
    UnitName,
    cut_left,
    names_in,
    parse,
    unit_at_head,
    unit_of_title,
)

HEADING_LENGTH = 60
# Kinds that speak of a stretch of time, not of the day on which they are written.
OF_A_PERIOD: frozenset[DocumentKind] = frozenset({"work_summary", "annual_report", "self_check", "work_plan"})
PLACE_FIRST = lazy.pattern(
    rf"(?P<parent>(?:{HAN}{{2,3}}市)?(?:{HAN}{{2,4}}[县区])?)(?P<name>(?P<stem>{HAN}{{2,4}}?)(?P<kind>街道|镇|乡|村(?=村民|务)))(?![镇乡街级长区域])(?={HAN}|20\d\d)"
)
# No town is called so: what stands before 镇 is then a word of the sentence.
NO_NAME = lazy.pattern(
    "[各全我本该某每的与及和在对关于为年月日两几]|[乡城镇村]$|街道|第[一二三四五六七八九十]"
)
# 「南山镇南坪村村规民约」 is the village's.
VILLAGE_OF = lazy.pattern(
    rf"(?P<name>(?P<stem>(?:(?![撤并建制设各辖困范点行有关]){HAN}){{2,4}}?)(?P<kind>村|社区))(?=村规|村民|村务|居民|居务|20\d\d|关于|{HAN}{{0,8}}(?:制度|公约|章程|公告|公示|通知|方案|计划|总结|报告|办法)$)"
)
BRACKETED = lazy.pattern(r"[（(][^（()）]{1,24}[）)]$")
NUMBERED = lazy.pattern(rf"^(?:{HAN}{{0,12}})[〔\[【（(](?P<year>20\d\d)[〕\]】）)]\s?第?\s?\d{{1,5}}\s?号?$")
# 「根据《关于开展2023年度校务公开专项检查的通知》」: a self-check is of the year that the inspection asks about.
INSPECTED = lazy.pattern(
    r"《[^》\n]{0,30}(?P<year>20\d\d)年度?[^》\n]{0,30}(?:检查|自查|考核|评估|测评)[^》\n]{0,12}》"
)
NUMBER_WITHIN = 5
QUESTION_OR_CITED = ("《", "“", "对", "关于", "附")
LEAST_NAME = 3


def unit_signed(lines: Sequence[Line], day_at: int | None) -> UnitName | None:
    """The office just above the day; of two that sign, the last."""
    if not day_at:
        return None
    line = lines[day_at - 1].text.strip(" ：:\u3000")
    if len(line) > HEADING_LENGTH:
        return None
    names = re.split(r"[\s\u3000]+", BRACKETED.sub("", line))
    found = parse(names[-1]) if names[-1] else None
    if not found or len(found.name) < LEAST_NAME or contradicted(found, lines[: day_at - 1]):
        return None
    return found


def contradicted(signed: UnitName, above: Sequence[Line]) -> bool:
    """Whether the text speaks of another town and never of the one that signs: the signature may be the slip."""
    if signed.kind not in {"town", "subdistrict"}:
        return False
    text = "\n".join(line.text for line in above)
    stem = signed.name.removesuffix("办事处")
    return stem not in text and bool(names_in(text, ("镇", "乡", "街道")))


# 「2019年，古楼街道紧紧围绕……」: the first words of a text without a title name who speaks.
SUBJECT = lazy.pattern(
    rf"[ \u3000]*(?:(?:20\d\d|20[xX_×*]{{1,4}}|[xX_×*]{{1,4}}|二[〇○零]{HAN}{{2}})年(?:度|以来|来|上半年)?[，,]?|今年(?:以来|来)?[，,]?|近年来[，,]|一年来[，,])?"
    rf"(?P<name>{HAN}{{2,14}}?(?:镇|乡|街道|社区|村|局|供电所|派出所|司法所|财政所|小学|中学|学校|幼儿园|医院|卫生院|公司|林场|农场|档案馆|图书馆|文化馆|博物馆|管委会|管理委员会|联合会|服务中心))"
    r"(?=党工委|党委|党总支|党支部|人民政府|办事处|居委会|村委会|以|围绕|对照|对(?:20\d\d年|本|全)|把|共有|依据|按照|将|始终|坚持|紧紧|高度|认真|严格|深入|全面|积极|切实|着力|不断|位于|地处|成立于|辖|现有|决定|在(?:县|区|市|镇|乡|街道|上级)|(?:政务公开|政府信息公开|信息公开|党务公开|村务公开|校务公开|院务公开)?工作(?:将|在|以|紧紧|坚持|围绕|取得))"
)
# 「根据……的通知要求，青杠乡对2015年……」: who does what has been asked for.
AS_ASKED = lazy.pattern(
    r"(?:根据|按照|接到?|为落实|为贯彻)[^。；;\n]{4,80}?(?:要求|通知|精神|部署|安排|规定)[，,]"
)
SUBJECT_LINES = 3
# 「一年来，XX社区在街道党工委的领导下」: who speaks is masked, whatever other names follow.
MASKED = lazy.pattern(
    rf"[ \u3000]*(?:(?:20\d\d|20[xX_×*]{{1,4}}|[xX_×*]{{1,4}}|二[〇○零]{HAN}{{2}})年(?:度|以来|来|上半年)?[，,]?|今年(?:以来|来)?[，,]?|近年来[，,]|一年来[，,])?(?:[xX×＊*_○]{{1,4}}|某{{1,2}})(?:镇|乡|街道|社区|村|局|小学|中学|学校|医院)(?=党工委|党委|党支部|人民政府|办事处|以|围绕|按照|将|始终|坚持|紧紧|高度|认真|在)"
)


def is_masked(lines: Sequence[Line]) -> bool:
    return any(MASKED.match(line.text) for line in lines[:SUBJECT_LINES])


def unit_of_subject(lines: Sequence[Line]) -> UnitName | None:
    """Who speaks, where one of the first lines begins with the name."""
    for line in lines[:SUBJECT_LINES]:
        asked = AS_ASKED.match(line.text)
        match = SUBJECT.match(line.text, asked.end() if asked else 0)
        if match is None or NO_NAME.search(match["name"][:-1]) or cut_left(match["name"]) != match["name"]:
            continue
        found = parse(match["name"])
        if found and len(found.name) >= LEAST_NAME:
            return found
    return None


# 「翠屏区档案馆清明期间查档安排公告」: bodies whose names end alike whatever stands before.
BODY_FIRST = lazy.pattern(
    rf"(?P<name>(?:{HAN}{{2,4}}[县区市镇乡])?{HAN}{{2,8}}?(?:档案馆|图书馆|文化馆|博物馆|林场|农场|中学|小学|幼儿园|医院|卫生院|社区))(?=居民自治|{HAN}{{2,24}}(?:公告|公示|通告|通知|说明|方案|计划|总结|报告|汇报|情况|名单|简介|章程|制度|办法)$)"
)


def unit_of_body_first(heading: str | None) -> UnitName | None:
    """The body with whose name a heading begins, whatever it goes on to say."""
    if not heading or len(heading) > HEADING_LENGTH or heading.startswith(QUESTION_OR_CITED):
        return None
    match = BODY_FIRST.match(heading)
    if match is None or NO_NAME.search(match["name"][:-2]) or cut_left(match["name"]) != match["name"]:
        return None
    found = parse(match["name"])
    return found if found and len(found.name) > LEAST_NAME else None


def unit_of_place_first(heading: str | None, body: str) -> UnitName | None:
    """「安源坪镇农村道路交通安全劝导站公示」 is the town's, where its text speaks of 我镇, of its organs or by its name."""
    if not heading or len(heading) > HEADING_LENGTH or heading.startswith(QUESTION_OR_CITED):
        return None
    match = PLACE_FIRST.match(heading)
    if not match or match["stem"] in GENERIC_STEMS or NO_NAME.search(match["stem"]):
        return None
    if cut_left(match["name"]) != match["name"]:
        return None
    kind, name = match["kind"], match["name"]
    if (village := VILLAGE_OF.match(heading, match.end())) and not NO_NAME.search(village["stem"]):
        sort: UnitKind = "village" if village["kind"] == "村" else "community"
        return UnitName(village["name"], sort, (match["parent"] or "") + name)
    unit_kind: UnitKind = {"街道": "subdistrict", "村": "village"}.get(kind, "town")  # type: ignore[assignment]
    own = re.search(
        rf"[我全本]{kind}|(?<![乡各])(?:{kind}(?:党委|政府|纪委|人大|党政办|党工委|值班室|交管办|人社|民政))",
        body,
    )
    if not own and name not in body:
        return None
    return UnitName(name, unit_kind, match["parent"] or None)


def year_of_day(
    kind: DocumentKind, lines: Sequence[Line], written_on: date | None, opening: str
) -> int | None:
    """The year of what is no report or plan: of its number, else of its day; of a self-check, the year inspected."""
    if kind == "self_check":
        inspected = INSPECTED.search(opening)
        return int(inspected["year"]) if inspected else None
    if kind in OF_A_PERIOD:
        return None
    for line in lines[:NUMBER_WITHIN]:
        if numbered := NUMBERED.match(line.text):
            return int(numbered["year"])
    return written_on.year if written_on else None


# 「大石镇地处宝岭县北部」, 「在龙泉街道党工委的领导下」: what the text says of the place above.
SITUATED = lazy.pattern(
    r"(?:地处|位于|坐落于|隶属于?|属于?)(?:[\u4e00-\u9fff]{2,3}省)?(?:[\u4e00-\u9fff]{2,3}市)?(?P<above>[\u4e00-\u9fff]{2,3}(?:县|(?<![郊城山林社园学陵坝灾矿牧农])区|镇|乡|街道))(?=[东南西北中境，,。、])"
)
LED_BY = {
    "village": lazy.pattern(r"在(?P<above>[\u4e00-\u9fff]{2,4}(?:街道|镇|乡))(?:党工委|党委|办事处|政府)"),
    "town": lazy.pattern(r"在(?P<above>[\u4e00-\u9fff]{2,3}(?:县|区))(?:委|政府|人民政府)"),
}
LED = {"community": "village", "village": "village", "town": "town", "subdistrict": "town"}


def parent_told(body: str, unit: UnitName) -> str | None:
    """The place above that the text itself tells of, where the name is written without it."""
    led = LED.get(unit.kind)
    if led is None:
        return None
    told = situated(body, unit.name) or LED_BY[led].search(body)
    if told is None or NO_NAME.search(told["above"][:-1].removesuffix("街")):
        return None
    above = told["above"]
    return above if cut_left(above) == above and unit.name not in above else None


def situated(body: str, name: str) -> re.Match[str] | None:
    """Where the place is said to lie, behind its name: no pattern is made for each name."""
    at = body.find(name)
    while at >= 0:
        if told := SITUATED.match(body, at + len(name)):
            return told
        at = body.find(name, at + 1)
    return None


HANDED_ON = lazy.pattern(r"关于(?:印发|公布|公开征求|征求|调整|修订)《(?P<paper>[^》\n]{4,60})(?:》|$)")


def unit_of_quoted(title: str) -> UnitName | None:
    """「关于印发《某某局……方案》的通知」: most papers that are handed on are those of the office that does so."""
    match = HANDED_ON.match(title)
    return (unit_of_title(match["paper"]) or unit_at_head(match["paper"])) if match else None
