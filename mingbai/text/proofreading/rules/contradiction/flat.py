"""Flat contradictions: all agreed and two abstained, nobody and three, free and a fee, one in charge and another, one for each and more."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._parsing import STOP
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.rules.contradiction.facts import is_name
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches_near, prose_with, waiting_for

_REACH = 60
_OTHER_TIME = lazy.pattern("去年|上年|往年|历年|以前|20\\d\\d年|上半年|季度|上次|首轮|第一次|初次")

# --- all agreed, and some did not -------------------------------------------------------------------------------

_UNANIMOUS = lazy.pattern(
    "(?:全体|全部|与会|到会)?[^，,。；;\n]{0,8}?(?:一致|全票)(?:同意|通过|赞成|表决通过|推选|选举)"
)
_UNANIMOUS_WORDS = waiting_for(
    (
        "一致同意",
        "一致通过",
        "一致赞成",
        "一致表决",
        "一致推选",
        "一致选举",
        "全票通过",
        "全票同意",
        "全票赞成",
    )
)
_AGAINST = lazy.pattern(
    r"(?<![\d.])[1-9]\d{0,3}(?:人|票|名|户)(?:表示)?(?:弃权|反对|不同意)|(?:弃权|反对|不同意)(?:的)?(?:有)?[1-9]\d{0,3}(?:人|票|名|户)"
)


def _unanimous(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for place in prose_with(passage, _UNANIMOUS_WORDS):
        offset, line = passage.prose[place]
        agreed = _UNANIMOUS.search(line)
        against = _AGAINST.search(line) if agreed else None
        if not agreed or not against:
            continue
        between = line[min(agreed.end(), against.end()) : max(agreed.start(), against.start())]
        if len(between) > _REACH or re.search("修改|调整|讨论后|再次|另|最终|首轮|上次|第一次", between):
            continue
        first, second = ((offset + one.start(), offset + one.end()) for one in (agreed, against))
        yield from apart(
            rule, passage, first, second, f"「{agreed[0][-8:]}」与「{against[0]}」矛盾，请核对。"
        )


# --- nobody, and some -------------------------------------------------------------------------------------------

_NOBODY = lazy.pattern(
    rf"(?:无|没有)一?(?P<unit>[人起例件名户])(?:被|因[^，,。；;\n]{{1,10}}?)?(?P<act>[{HAN}]{{2,4}}?)(?=[，,。；;\n的]|$)"
)
_NOBODY_WORDS = waiting_for(tuple(f"{no}{unit}" for no in ("无一", "没有一") for unit in "人起例件名户"))


def _nobody(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「立案查处2人」 and 「本次整改无一人被立案查处」."""
    for match in compared(matches_near(passage, _NOBODY_WORDS, _NOBODY, 40)):
        some = re.compile(rf"(?<![未无没不被]){match['act']}(?:了)?[1-9]\d{{0,3}}{match['unit']}")
        for told in some.finditer(passage.text, passage.start, passage.end):
            clause = re.split(
                "[。；;\n]", passage.text[max(passage.start, told.start() - 20) : told.start()]
            )[-1]
            if not _OTHER_TIME.search(clause):
                first_place, other_place = match.span(), told.span()
                said = f"一处说「{match[0]}」，另一处说「{told[0]}」，请核对。"
                yield from apart(rule, passage, first_place, other_place, said)
                break


# --- free, and a fee --------------------------------------------------------------------------------------------

_FREE = lazy.pattern(
    rf"收费(?:标准|情况|依据|项目)?[：:为是]\s?(?:不收费|免费|无{STOP})|(?:不收|免收|不收取|不得收取|不需缴纳|无需缴纳|免交)(?:任何)?(?P<what>押金|工本费|报名费|培训费|资料费|停车费|手续费|服务费|检测费|诊疗费)"
)
_FREE_WORDS = waiting_for(
    ("不收费", "免费", "收费", "不收", "免收", "不得收取", "无需缴纳", "不需缴纳", "免交")
)
_FEE = r"(?<![不免未])(?:收取|缴纳|交纳|须交|需交|应交|须缴|需缴)(?:[^，,。；;\n\d不]{{0,6}})(?:{what})[^，,。；;\n\d]{{0,4}}[1-9]\d{{0,5}}(?:\.\d{{1,2}})?元"
_ANY_FEE = "工本费|手续费|服务费|证件费|办证费|报名费|资料费"


def _free(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「收费标准：不收费」 and 「每证收取工本费20元」."""
    for match in matches_near(passage, _FREE_WORDS, _FREE, 30):
        fee = re.compile(_FEE.format(what=match["what"] or _ANY_FEE)).search(
            passage.text, passage.start, passage.end
        )
        if fee is None:
            continue
        around = passage.text[max(passage.start, fee.start() - 24) : fee.end()]
        if re.search(
            "除|补办|遗失|损坏|超过|逾期|邮寄|以前|原|其他|违反|退还", re.split("[。\n]", around)[-1]
        ):
            continue
        first_place, other_place = match.span(), fee.span()
        yield from apart(
            rule, passage, first_place, other_place, f"一处说「{match[0]}」，另一处说「{fee[0]}」，请核对。"
        )
        return


# --- who is in charge -------------------------------------------------------------------------------------------

_POST = "副书记|副镇长|副乡长|副局长|副主任|副校长|副院长|纪委书记|宣传委员|组织委员|党组成员|镇长|乡长|局长|校长|院长|书记|委员"
_CHARGE = lazy.pattern(
    rf"(?P<post>{_POST})(?P<name>[{HAN}]{{2,3}})(?:同志)?(?:具体)?分管(?P<what>[{HAN}]{{2,6}}?)(?:工作)?(?=[，,。；;、\n])"
    rf"|分管(?P<what2>[{HAN}]{{2,6}}?)(?:工作)?的(?:党委|党组|镇|乡|局)?(?P<post2>{_POST})(?P<name2>[{HAN}]{{2,3}})(?=同志|任|为|牵头|负责|担任|带队|主持|参加|督办|督促|审核|组织|把关|[，,。；;、\n])"
)
_CHARGE_WORDS = waiting_for(("分管",))


def _in_charge(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「副书记周海明分管政务公开工作」 and 「分管政务公开工作的副镇长郭志刚」."""
    first: dict[str, tuple[str, tuple[int, int]]] = {}
    for match in matches_near(passage, _CHARGE_WORDS, _CHARGE, _REACH):
        name, what = match["name"] or match["name2"], match["what"] or match["what2"]
        if not is_name(passage, name) or what in {"领导", "负责", "范围"}:
            continue
        there = first.setdefault(what.removesuffix("工作"), (name, match.span()))
        if there[0] != name and not there[0].startswith(name) and not name.startswith(there[0]):
            said = f"分管{what}的，前面是{there[0]}，这里是{name}，请核对。"
            yield from apart(rule, passage, there[1], match.span(), said)


# --- a term of office -------------------------------------------------------------------------------------------

_TERM = lazy.pattern(
    r"(?P<of>每届任期|任期|聘期|聘任期|服务期|有效期|合同期|租期|承包期|保修期|质保期)(?:限)?(?:为|是|定为)?(?P<number>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>个月|年|天|日)(?!以|内|前|满)"
)
_TERM_WORDS = waiting_for(
    ("任期", "聘期", "聘任期", "服务期", "有效期", "合同期", "租期", "承包期", "保修期", "质保期")
)
_OFFICE = {"每届任期": "任期", "聘期": "任期", "聘任期": "任期"}


def _terms(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「每届任期三年」 and 「聘期为两年」: two terms of one kind that a paper knows."""
    told: dict[str, list[tuple[float, re.Match[str]]]] = {}
    for match in matches_near(passage, _TERM_WORDS, _TERM, 24):
        number = (
            int(match["number"])
            if match["number"].isdecimal()
            else chinese_number(match["number"].replace("两", "二"))
        )
        months = (number or 0) * {"年": 12.0, "个月": 1.0}.get(match["unit"], 1 / 30)
        told.setdefault(_OFFICE.get(match["of"], match["of"]), []).append((months, match))
    for kind, every in told.items():
        if len(every) != 2 or every[0][0] == every[1][0]:
            continue
        first, second = every[0][1], every[1][1]
        clauses = "".join(
            re.split("[。；;\n]", passage.text[max(passage.start, match.start() - 16) : match.start()])[-1]
            for match in (first, second)
        )
        if not re.search("村|委员|会长|主任|首|原|延长|续|分别|不同|甲|乙|其他|试用", clauses):
            said = f"{kind}一处是「{first[0]}」，一处是「{second[0]}」，请核对。"
            yield from apart(rule, passage, first.span(), second.span(), said)


# --- one for each, and more -------------------------------------------------------------------------------------

_PLACES = lazy.pattern(r"(?P<number>\d{1,4})个(?:行政)?(?P<of>村|社区)(?![级组民])")
_ONE_EACH = lazy.pattern(
    r"(?P<number>\d{1,4})名[^，,。；;\d]{0,8}[，,][^，,。；;\d]{0,4}(?:每个?(?P<of>村|社区)[^，,。；;\d]{0,4}|一(?P<of2>村|社区)一)(?P<each>\d|[一二两])?名"
    r"|(?:信息员|联络员|监督员|网格员|代办员|专干|调解员|辅导员)(?P<number2>\d{1,4})名[，,][^，,。；;\d]{0,4}每个?(?P<of3>村|社区)[^，,。；;\d]{0,4}(?P<each3>\d|[一二两])名"
)
_ONE_EACH_WORDS = waiting_for(("每村", "每个村", "每社区", "每个社区", "一村一"))
_FIGURES = {"一": 1, "二": 2, "两": 2}


def _one_each(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「全镇14个村」 and 「信息员16名，每村1名」."""
    for match in compared(matches_near(passage, _ONE_EACH_WORDS, _ONE_EACH, _REACH)):
        of = match["of"] or match["of2"] or match["of3"]
        written = match["each"] or match["each3"] or "一"
        each = _FIGURES.get(written) or int(written)
        told = {
            int(one["number"])
            for one in _PLACES.finditer(passage.text, passage.start, passage.end)
            if one["of"] == of and int(one["number"]) > 2
        }
        number = int(match["number"] or match["number2"])
        if len(told) == 1 and (right := told.pop() * each) != number:
            yield rule.finding(
                passage, *match.span(), f"每{of}{each}名，应是{right}名，写的是{number}名，请核对。"
            )


# --- shown to the public for so many days -----------------------------------------------------------------------

_SHOWN = lazy.pattern(
    r"(?P<of>村内|村级|镇级|乡级|县级|镇内|网上|校内|(?<=[，,。；;、：:\n]))(?:张榜|集中)?公示(?P<term>期限?|时间)?(?:为|是|不少于|不得少于)?(?P<days>\d{1,2}|[一二三五七十])(?P<unit>天|日|个工作日)"
)
_SHOWN_WORDS = waiting_for(("公示",))
_DAYS = {"一": 1, "二": 2, "三": 3, "五": 5, "七": 7, "十": 10}


def _shown(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「村内公示7天」 and, in another paragraph, 「村内公示期不少于5天」: of one kind, and no more than two."""
    every = list(matches_near(passage, _SHOWN_WORDS, _SHOWN, 30))
    for of in dict.fromkeys(match["of"] for match in every):
        told = [match for match in every if match["of"] == of and (of or match["term"])]
        if len(told) != 2 or told[0]["unit"] != told[1]["unit"]:
            continue
        days = [_DAYS.get(match["days"]) or int(match["days"]) for match in told]
        if days[0] != days[1] and "\n" in passage.text[told[0].end() : told[1].start()]:
            said = f"{of}公示一处是{days[0]}{told[0]['unit']}，一处是{days[1]}{told[0]['unit']}，请核对。"
            yield from apart(rule, passage, told[0].span(), told[1].span(), said)


_rule = warning_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "unanimous_but_some",
        "说一致同意、全票通过，却又有人弃权、反对。",
        "经表决，全体代表一致同意，其中2人弃权。",
        "经表决，36人同意，其中2人弃权，方案获得通过。",
        Waiting(_UNANIMOUS_WORDS, _unanimous),
    ),
    _rule(
        "nobody_but_some",
        "一处说无一人、无一起，另一处又写了几人、几起。",
        "立案查处2人。\n本次整改无一人被立案查处。",
        "立案查处2人。\n本次整改无一人上访。",
        Waiting(_NOBODY_WORDS, _nobody),
    ),
    _rule(
        "free_and_fee",
        "一处写不收费、不收押金，另一处又写收多少元。补办、逾期的费用不算。",
        "收费标准：不收费。\n每证收取工本费20元。",
        "收费标准：不收费。\n遗失补办的，收取工本费20元。",
        Waiting(_FREE_WORDS, _free),
    ),
    _rule(
        "charge_of_two",
        "同一项工作，前后写了两个分管领导。",
        "镇党委副书记周海明分管政务公开工作。\n由分管政务公开工作的副镇长郭志刚牵头。",
        "镇党委副书记周海明分管政务公开工作。\n由分管宣传工作的副镇长郭志刚牵头。",
        Waiting(_CHARGE_WORDS, _in_charge),
    ),
    _rule(
        "two_terms_of_office",
        "任期、聘期、有效期，前后两个年限不同。",
        "监督员由镇政府聘任，每届任期三年。\n监督员聘期为两年，期满可续聘。",
        "监督员由镇政府聘任，每届任期三年。\n监督员聘期为三年，期满可续聘。",
        Waiting(_TERM_WORDS, _terms),
    ),
    _rule(
        "one_for_each_place",
        "全镇几个村、每村几名，与写出的人数要相符。",
        "全镇14个村全部覆盖。共配备信息员16名，每村1名。",
        "全镇14个村全部覆盖。共配备信息员14名，每村1名。",
        Waiting(_ONE_EACH_WORDS, _one_each),
    ),
    _rule(
        "shown_for_days",
        "同一种公示，一处写7天，另一处写5天。",
        "程序：村民申请、村内公示7天、镇审核。\n村内公示期不少于5天，公示照片存档。",
        "程序：村民申请、村内公示7天、镇审核。\n镇级公示期不少于5天，公示照片存档。",
        Waiting(_SHOWN_WORDS, _shown),
    ),
)
