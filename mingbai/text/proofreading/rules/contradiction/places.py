"""Where, when and for how much, told twice: offices, rooms, hours, fees, sessions."""

import re
from collections import defaultdict
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._twice import apart
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_OFFICE = lazy.pattern(
    r"办公室[（(]?(?:暂)?(?:设|挂靠)(?:在|于)(?P<at>[^，,。；;：:、\n（）()]{2,16}?)(?=[，,。；;：:、\n（()）]|的?领导小组|$)|(?P<before>设(?:在|于)(?P<at2>[^，,。；;：:、\n（）()]{2,16}?)的(?:领导小组|专班|工作组)办公室)"
)
_OFFICE_WORDS = waiting_for(("办公室设", "办公室暂设", "设在", "设于", "挂靠"))
_OUR = lazy.pattern("^(?:[县区市镇乡局校]|我[镇乡局校]|本[镇乡局校])|(?:机关|办公室|股|科|内|里)$")


def _offices(rule: Rule, passage: Passage) -> Iterator[Finding]:
    first: tuple[str, re.Match[str]] | None = None
    for match in matches_near(passage, _OFFICE_WORDS, _OFFICE, 60):
        at = match["at"] or match["at2"]
        sentence = re.split("[。\n]", passage.text[max(passage.start, match.start() - 60) : match.start()])[
            -1
        ]
        if re.search("监督|督查|纪检|值班|咨询", sentence) or re.search(
            r"\d|楼|室$", at.replace("办公室", "")
        ):
            continue
        if first is None:
            first = (at, match)
        elif not _same_office(first[0], at):
            if _other_group(passage, first[1].start(), match.start()):
                continue
            said = f"领导小组办公室前面说设在{first[0]}，这里说设在{at}，请核对。"
            yield from apart(rule, passage, first[1].span(), match.span(), said)


def _other_group(passage: Passage, first: int, second: int) -> bool:
    """Whether each office stands after the name of its own group, and these differ."""
    groups = []
    for at in (first, second):
        found = re.findall(
            r"([一-鿿]{4})(?:领导小组|专班|指挥部|委员会)", passage.text[max(passage.start, at - 120) : at]
        )
        groups.append(found[-1] if found else "")
    return groups[0] != groups[1] and "" not in groups


def _same_office(one: str, other: str) -> bool:
    first, second = _OUR.sub("", one), _OUR.sub("", other)
    shared = sum(letter in second for letter in first)
    return (
        first in second
        or second in first
        or shared >= min(len(first), len(second)) - 1
        or ("党政" in one and "党政" in other)
    )


_ROOM = lazy.pattern(
    r"(?:在|到|至|于|地点[：:]?|送)(?P<where>[^，,。；;：:、\n在到至于送\d]{0,10}?)(?P<floor>[一二三四五六七八九十]|\d{1,2})(?:楼|层)(?P<room>[^，,。；;：:、\n]{0,6}?)(?P<kind>会议室|办公室|\d{3,4}室|大厅)"
)
_ROOM_WORDS = waiting_for(("会议室", "室", "大厅"))


def _rooms(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """One meeting in two rooms, one set of papers to two: in a short notice."""
    first: dict[str, re.Match[str]] = {}
    for match in matches_near(passage, _ROOM_WORDS, _ROOM, 40):
        kind = "室" if match["kind"].endswith("室") and match["kind"] != "会议室" else match["kind"]
        there = first.setdefault(kind, match)
        near = match.start() - there.end() < _ONE_NOTICE
        if (
            there["floor"] + there["kind"] != match["floor"] + match["kind"]
            and near
            and not re.search("或|分会场|另", passage.text[there.start() : match.end()])
        ):
            where = there["where"].strip("镇乡县局我"), match["where"].strip("镇乡县局我")
            if where[0] != where[1] and "" not in where:
                continue
            said = f"地点前面是「{there[0][1:]}」，这里是「{match[0][1:]}」，请核对。"
            yield from apart(rule, passage, there.span(), match.span(), said)


_ONE_NOTICE = 160

_OPENS = lazy.pattern(
    r"(?P<half>上午|下午)\s?(?P<hour>\d{1,2})[:：时点](?P<minute>\d\d|半)?(?:分)?\s?(?P<way>[-—－–~～至到]|开始|起)"
)
_OPEN_WORDS = waiting_for(("上午", "下午"))
_SERVES = lazy.pattern("办公|受理|服务|接待|开馆|开放|上班|工作时间|营业|办理时间")
_SEASONS = lazy.pattern("夏|冬|周[六日末]|春|秋|节假日|第.批|场次|[\\d]月")


def _hours(rule: Rule, passage: Passage) -> Iterator[Finding]:
    first: dict[str, tuple[int, re.Match[str]]] = {}
    for match in matches_near(passage, _OPEN_WORDS, _OPENS, 24):
        around = passage.text[max(passage.start, match.start() - 30) : match.end() + 14]
        if not _SERVES.search(around) or _SEASONS.search(around):
            continue
        minute = (
            {"半": 30, None: 0}.get(match["minute"], 0)
            if match["minute"] in {"半", None}
            else int(match["minute"])
        )
        at = int(match["hour"]) % 12 * 60 + minute
        there = first.setdefault(match["half"], (at, match))
        if there[0] != at:
            said = f"{match['half']}开始的时间，前面是「{there[1][0]}」，这里是「{match[0]}」，请核对。"
            yield from apart(rule, passage, there[1].span(), match.span(), said)


_STANDARD = lazy.pattern(
    r"(?P<what>[一-鿿]{2,8}(?:费|标准|补贴|补助|津贴|租金))?(?:[：:]|标准)?(?:为|收取|按)?(?P<per>(?:每[生人户亩学期月年天]{1,2}){1,2})(?:收取|补助|补贴|发放|为)?(?P<sum>\d{1,6}(?:\.\d{1,2})?)元(?:(?P<later>的标准)|收取)?"
    r"|(?P<per2>每[学期月年生]{1,2})收取(?P<what2>[一-鿿]{2,8}费)(?P<sum2>\d{1,6}(?:\.\d{1,2})?)元"
)
_STANDARD_WORDS = waiting_for(("每生", "每人", "每学", "每月", "每户", "每亩", "每年", "每天"))


def _fees(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """One fee by its name, or one standard, with two sums."""
    told: dict[str, list[tuple[str, float, tuple[int, int]]]] = defaultdict(list)
    for match in matches_near(passage, _STANDARD_WORDS, _STANDARD, 60):
        what = (match["what"] or match["what2"] or "").removeprefix("收取")
        what = "标准" if match["later"] or what.endswith("标准") else what
        if what:
            per = re.sub("[生人]", "", match["per"] or match["per2"]).replace("每每", "每")
            # 「其中课后服务费」 is the fee that stands as 「课后服务费」 elsewhere.
            what = next((name for name in told if name.endswith(what) or what.endswith(name)), what)
            told[what].append((per, float(match["sum"] or match["sum2"]), match.span()))
    for what, found in told.items():
        sums = {value for _, value, _ in found}
        if (
            len(found) != 2
            or len(sums) != 2
            or not (found[0][0].endswith(found[1][0]) or found[1][0].endswith(found[0][0]))
        ):
            continue
        between = passage.text[found[0][2][0] - 20 if found[0][2][0] > 20 else 0 : found[1][2][1]]
        if re.search(
            "提高|调整|上年|去年|分别|[一二三]类|[ABC]类|原来|由[^，。；]{0,12}元|由[^，。；]{0,8}(?:降|升|改)|城市|农村|小学|初中|低于|高于|[一二三]档|集中|分散|城镇",
            between,
        ):
            continue
        said = f"{what}前面是{found[0][1]:g}元，这里是{found[1][1]:g}元，请核对。"
        yield from apart(rule, passage, found[0][2], found[1][2], said)


_SESSION = lazy.pattern(
    r"第(?P<term>[一二三四五六七八九十]{1,3})届(?P<body>人民代表大会|人大|政协|党代会|职代会|职工代表大会|村民委员会|村委会|居委会|董事会)"
)
_SESSION_WORDS = waiting_for(("届",))
_BODIES = {"人民代表大会": "人大", "职工代表大会": "职代会", "村民委员会": "村委会"}


def _sessions(rule: Rule, passage: Passage) -> Iterator[Finding]:
    first: dict[str, re.Match[str]] = {}
    for match in matches_near(passage, _SESSION_WORDS, _SESSION, 24):
        before = passage.text[max(passage.start, match.start() - 6) : match.start()]
        level = next((letter for letter in "国省市县区镇乡村" if letter in before), "")
        body = _BODIES.get(match["body"], match["body"])
        there = first.setdefault(level + body, match)
        if there["term"] == match["term"]:
            continue
        between = passage.text[max(passage.start, there.start() - 10) : match.end() + 12]
        numbers = chinese_number(there["term"]) or 0, chinese_number(match["term"]) or 0
        if abs(numbers[0] - numbers[1]) == 1 and not re.search(
            "换届|上届|上一届|新一届|届满|选举|期满|以来", between
        ):
            said = f"前面是「{there[0]}」，这里是「{match[0]}」，请核对。"
            yield from apart(rule, passage, there.span(), match.span(), said)


RULES = (
    Rule(
        name="contradiction.office",
        category="internal_contradiction",
        severity="warning",
        explain="同一个领导小组的办公室，前后设在两个地方。",
        fires="领导小组办公室设在镇司法所。\n领导小组办公室设在镇农业农村办公室。",
        passes="领导小组办公室设在镇司法所。\n监督小组办公室设在镇纪委。",
        find=Waiting(_OFFICE_WORDS, _offices),
    ),
    Rule(
        name="contradiction.room",
        category="internal_contradiction",
        severity="warning",
        explain="一份通知里开会、报送材料的地点，前后不同。",
        fires="定于3月12日在镇三楼会议室召开。请提前10分钟到镇五楼会议室签到。",
        passes="定于3月12日在镇三楼会议室召开。请提前10分钟到镇三楼会议室签到。",
        find=Waiting(_ROOM_WORDS, _rooms),
    ),
    Rule(
        name="contradiction.hours",
        category="internal_contradiction",
        severity="warning",
        explain="办公、受理的时间，前后不同。分冬夏的不算。",
        fires="办公时间为上午8:30—12:00，下午14:30—17:30。服务中心下午15:00开始受理业务。",
        passes="办公时间为上午8:30—12:00，下午14:30—17:30。服务中心下午14:30开始受理业务。",
        find=Waiting(_OPEN_WORDS, _hours),
    ),
    Rule(
        name="contradiction.fee",
        category="internal_contradiction",
        severity="warning",
        explain="同一项收费、同一个标准，前后金额不同。",
        fires="每学期收取课后服务费300元。\n课后服务费：每生每学期360元。",
        passes="每学期收取课后服务费300元。\n课后服务费：每生每学期300元。",
        find=Waiting(_STANDARD_WORDS, _fees),
    ),
    Rule(
        name="contradiction.session",
        category="internal_contradiction",
        severity="warning",
        explain="同一次会议的届数，前后不同。",
        fires="镇第十八届人民代表大会第三次会议召开。镇第十七届人大三次会议批准了报告。",
        passes="镇第十八届人民代表大会第三次会议召开。镇第十八届人大三次会议批准了报告。",
        find=Waiting(_SESSION_WORDS, _sessions),
    ),
)
