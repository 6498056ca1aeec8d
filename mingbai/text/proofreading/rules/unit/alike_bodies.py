"""Bodies whose names come near the unit's own: its letters in another order, a level too many, two bodies run together, the same office of another level."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored, hint_of, warning_of
from mingbai.text.proofreading.rules._mentions import (
    has_changed,
    heads_clause,
    is_signature,
    is_told_of,
)
from mingbai.text.proofreading.rules._speaker import is_free
from mingbai.text.proofreading.rules._units import own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_PASSING = 2

# --- the letters of the own name in another order --------------------------------------------------------------------

_ENDS = "学 校 园 院 公司 行 矿 厂 场 馆 所 站 会 社 队 局 委 中心 办"
_SHORTEST = 5


def _shuffled(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「锦屏国有山林场」 for 锦屏山国有林场."""
    own = own_of(passage)
    name = own.name if own else ""
    if len(name) < _SHORTEST or own is None or not own.ending:
        return
    letters, last = sorted(name), name[-1]
    at = passage.text.find(last, passage.start, passage.end)
    found = []
    while at >= 0:
        start = at + 1 - len(name)
        run = passage.text[start : at + 1]
        if start >= passage.start and run != name and run[0] in name and sorted(run) == letters:
            found.append((start, at + 1))
        at = passage.text.find(last, at + 1, passage.end)
    for start, end in found if len(found) <= _PASSING else ():
        said = f"本文的单位是「{name}」，这里写成「{passage.text[start:end]}」，字序颠倒了。"
        yield rule.finding(passage, start, end, said, suggestion=name)


# --- a level too many in a sub-district's name -------------------------------------------------------------------------


def _level_within(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「红星区街道办事处」 for 红星街道办事处, 「白马乡镇人民政府」 for 白马镇."""
    own = own_of(passage)
    if own is None or not own.town or has_changed(passage):
        return
    organ = "党工委|办事处|人民政府|政府|党委|纪委|纪工委|人大"
    pattern = re.compile(rf"(?<![{HAN}])(?P<mark>{own.town}[县区市镇乡]{own.townkind}(?:{organ}))")
    found = list(pattern.finditer(passage.text, passage.start, passage.end))
    for match in found if len(found) <= _PASSING else ():
        right = own.town + own.townkind + match["mark"][len(own.town) + 1 + len(own.townkind) :]
        said = f"本文的单位是「{own.town}{own.townkind}」，这里写成「{match['mark']}」，多了一级。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=right)


# --- the bureau's own name with a field more or less ---------------------------------------------------------------------

_FULL = lazy.pattern(
    rf"(?P<place>[{HAN}]{{2,4}}[县区市])(?P<stem>(?:(?!部门|包括|负责|机关|下属|[的由向对])[{HAN}]){{2,14}}?)局(?![长部限面属])"
)
_BUREAUS = waiting_for(("局",))
_SHORTENED = frozenset(
    [
        "教体",
        "文旅",
        "住建",
        "人社",
        "卫健",
        "市监",
        "农业",
        "自规",
        "发改",
        "工信",
        "科工",
        "文广",
        "教育",
        "水务",
        "环保",
        "政务",
        "应急",
        "城管",
    ]
)  # noqa: SIM905


def _field_more(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「长岭县自然资源规划局」 in the paper of 长岭县自然资源局."""
    own = own_of(passage)
    if own is None or own.sort != "局" or not own.county or own.ending != "局" or has_changed(passage):
        return
    place = own.county + own.countykind
    if own.name != place + own.stem + "局":
        return
    found = []
    for match in matches_near(passage, _BUREAUS, _FULL, 24):
        stem = match["stem"]
        if not match["place"].endswith(place) or stem == own.stem or stem in _SHORTENED:
            continue
        shorter, longer = sorted((stem, own.stem), key=len)
        letters = iter(longer)
        near = longer.startswith(shorter) or sorted(stem.replace("和", "")) == sorted(
            own.stem.replace("和", "")
        )
        near = near or _is_coined(stem, own.stem)
        if near and not (stem == shorter and len(stem) == 2 and all(c in letters for c in shorter)):
            found.append(match)
    spans = [match.span() for match in found if not is_told_of(passage, *match.span())]
    for start, end in spans if len(spans) <= _PASSING and passage.body.count(own.name) >= len(spans) else ():
        said = f"本文的单位是「{own.name}」，这里写「{passage.text[start:end]}」，名称不一致，请核对。"
        yield rule.finding(passage, start, end, said, suggestion=own.name)


# Bureaus that a county has beside each other, however like their names.
_REAL = frozenset(
    [
        "农业",
        "林业",
        "水利",
        "水务",
        "教育",
        "体育",
        "民政",
        "民宗",
        "财政",
        "文化",
        "文物",
        "统计",
        "审计",
        "司法",
        "公安",
        "商务",
        "税务",
        "国税",
        "地税",
        "气象",
        "地震",
        "信访",
        "档案",
        "粮食",
        "物价",
        "交通",
        "规划",
        "建设",
        "环保",
        "旅游",
        "卫生",
        "科技",
        "科学",
        "人事",
        "劳动",
        "扶贫",
        "移民",
        "畜牧",
        "渔业",
        "国土",
        "房管",
        "城管",
        "监察",
        "广电",
        "医保",
        "招商",
        "供销",
        "老龄",
        "邮政",
        "烟草",
        "盐务",
        "海洋",
        "机关",
        "应急",
        "安监",
    ]
)  # noqa: SIM905


def _is_coined(stem: str, own: str) -> bool:
    """「财税」 for 「财政」: as long, one character changed, and no bureau of its own."""
    return (
        len(stem) == len(own) == 2
        and stem not in _REAL
        and sum(a != b for a, b in zip(stem, own, strict=True)) == 1
    )


# --- of a zone -----------------------------------------------------------------------------------------------------------

_ZONE_NAME = r"(?:高新技术产业开发区|经济技术开发区|经济开发区|高新技术产业园区|高新技术产业园|高新区|经开区|工业集聚区|产业集聚区|工业园区|产业园区|工业园|产业园|循环经济园区|新区|景区|示范区|度假区)"
_ZONE_WORDS = waiting_for(("区管委会", "园管委会", "区管理委员会", "园管理委员会"))
_OF_ZONE = lazy.pattern(rf"(?P<mark>(?P<stem>[{HAN}]{{0,6}}?)(?P<zone>{_ZONE_NAME})(?:管委会|管理委员会))")


def _zones(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「凤凰山高新技术产业园区管委会」 signed under a paper of 凤凰山经济开发区管委会."""
    own = own_of(passage)
    zone = re.search(_ZONE_NAME, own.zone) if own and own.sort == "管委会" else None
    if own is None or zone is None or has_changed(passage):
        return
    stem, found = own.zone[: zone.start()], []
    for match in matches_near(passage, _ZONE_WORDS, _OF_ZONE, 30):
        before = match["stem"]
        short = _is_short(match["zone"], zone[0])
        named = bool(stem) and before.endswith(stem)
        start = match.start("zone") - (len(stem) if named else 0)
        free = named or not before
        if short or not free or is_told_of(passage, start, match.end()):
            continue
        if named or heads_clause(passage, start, match.end()) or is_signature(passage, start, match.end()):
            found.append((start, match.end(), named))
    for start, end, named in found if len(found) <= _PASSING else ():
        said = f"这是「{own.name}」的材料，这里却写「{passage.text[start:end]}」，请核对。"
        how: Severity = "warning" if named else "info"
        yield rule.finding(passage, start, end, said, suggestion=own.name, severity=how)


def _is_short(one: str, own: str) -> bool:
    """高新区 for 高新技术产业开发区, 经开区 for 经济技术开发区; 园区 and 开发区 are two things."""
    letters = iter(own)
    return one == own or all(letter in letters for letter in one)


# --- in the own name, written in full, the fields changed about ----------------------------------------------------------

_TURNED = {
    "体育和教育局": "教育和体育局", "旅游和文化局": "文化和旅游局", "社会保障和人力资源局": "人力资源和社会保障局", "城乡建设和住房局": "住房和城乡建设局", "改革和发展委员会": "发展和改革委员会",
    "改革和发展局": "发展和改革局", "信息化和工业局": "工业和信息化局", "健康卫生局": "卫生健康局", "管理应急局": "应急管理局", "农村农业局": "农业农村局", "环境生态局": "生态环境局", "军人退役事务局": "退役军人事务局",
}  # fmt: skip
_TURNED_WORDS = waiting_for(tuple(_TURNED))
_TURNED_NAME = lazy.pattern("|".join(_TURNED))


def _turned(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _TURNED_WORDS, _TURNED_NAME, 14):
        right = _TURNED[match[0]]
        said = f"机关名称应为「{right}」，这里写「{match[0]}」，次序颠倒了。"
        yield rule.finding(passage, *match.span(), said, suggestion=right)


# --- bodies that such a level does not have ----------------------------------------------------------------------------------

_NONE_OF_TOWN = r"(?:镇|乡)(?P<mark>人大常委会|政协(?!委员|联络|工委|活动)|法院|检察院|监察委员会|政府党组|党委常委会?|监委)"


_rule = warning_of("unit", "unit_name_inconsistency")


_hint = hint_of("unit", "unit_name_inconsistency")


RULES = (
    _rule(
        "own_name_shuffled",
        "本单位的名称字都对，次序却颠倒了。",
        "锦屏山国有林场2022年防火工作总结\n锦屏山国有林场严防死守。锦屏国有山林场将开展督查。",
        "锦屏山国有林场2022年防火工作总结\n锦屏山国有林场严防死守。锦屏山国有林场将开展督查。",
        anchored(_ENDS, _shuffled),
    ),
    _rule(
        "level_within_name",
        "本街道、乡镇的名称中间多了一级，如「红星区街道办事处」。",
        "红星街道老旧小区改造公告\n红星街道办事处现公告如下。\n红星区街道办事处\n2021年6月18日",
        "红星街道老旧小区改造公告\n红星街道办事处现公告如下。\n红星区红星街道办事处\n2021年6月18日",
        anchored("街道 镇 乡", _level_within),
    ),
    _hint(
        "own_field_differs",
        "本局的名称一处写「自然资源局」，一处写「自然资源规划局」，多写或者少写了职能。",
        "长岭县自然资源局2020年预算说明\n长岭县自然资源局是政府工作部门。长岭县自然资源规划局绩效目标覆盖率100%。",
        "长岭县自然资源局2020年预算说明\n长岭县自然资源局是政府工作部门。岭南县自然资源和规划局来访，长岭县自然资源局绩效目标覆盖率100%。",
        Waiting(_BUREAUS, _field_more),
    ),
    _rule(
        "zone_by_other_name",
        "标题是经济开发区管委会，落款却是高新技术产业园区管委会，名称不一致。",
        "凤凰山经济开发区管委会2019年政务公开工作汇报\n凤凰山经济开发区管委会认真落实。\n凤凰山高新技术产业园区管委会\n2019年11月25日",
        "凤凰山经济开发区管委会2019年政务公开工作汇报\n凤凰山经济开发区管委会认真落实，赴市高新区管委会学习，开发区管委会按月公开。\n凤凰山经济开发区管理委员会\n2019年11月25日",
        Waiting(_ZONE_WORDS, _zones),
    ),
    _rule(
        "fields_turned",
        "部门名称的两个职能颠倒了次序，如「体育和教育局」「农村农业局」。",
        "由县体育和教育局、县农村农业局负责落实。",
        "由县教育和体育局、县农业农村局负责，规划和自然资源局配合。",
        Waiting(_TURNED_WORDS, _turned),
    ),
    Rule(
        name="unit.none_at_this_level",
        category="unit_name_inconsistency",
        severity="info",
        explain="乡镇有人大主席团，没有人大常委会；没有政协、法院、检察院、监委，政府不设党组，党委不设常委。",
        fires="镇人大常委会加强监督。",
        passes="镇人大主席团加强监督，县、镇人大代表参加，市人大常委会指导，乡政协委员联络室挂牌。",
        find=anchored(
            "镇人大常委 乡人大常委 镇政协 乡政协 镇法院 乡法院 镇检察院 乡检察院 镇监察委 乡监察委 镇政府党组 乡政府党组 镇党委常委 乡党委常委 镇监委 乡监委",
            searching(
                _NONE_OF_TOWN,
                "乡镇没有「{}」，请核对机构名称。",
                needs="镇乡",
                unless=lambda passage, match: not is_free(passage, match.start()),
            ),
        ),
    ),
    Rule(
        name="unit.hospitals_run_together",
        category="unit_name_inconsistency",
        severity="info",
        explain="「县医院中医院」「县医院二院」是两个医院的名称连在了一起。",
        fires="县医院中医院召开职代会。",
        passes="县医院、中医院召开职代会，县中医医院门诊部，县人民医院中医科。",
        find=anchored(
            "医院中医院 医院二院 医院人民医院 医院妇幼 医院卫生院 卫生院医院",
            searching(
                r"(?P<mark>[县市区镇乡](?:人民)?(?:医院|卫生院)(?:中医院|二院|人民医院|妇幼保健院|卫生院|医院))(?!区|感)",
                "「{}」像是两个医院的名称连在了一起，请核对。",
                needs="院",
            ),
        ),
    ),
    Rule(
        name="unit.town_head_of_street",
        category="unit_name_inconsistency",
        severity="error",
        explain="街道办事处的负责人是主任，没有「镇长」「乡长」。",
        fires="街道镇长作出批示。",
        passes="街道办事处主任作出批示，各乡镇街道、镇长都到会。",
        find=anchored(
            "街道镇长 街道乡长 街道办镇长 街道办乡长 街道办事处镇长 街道办事处乡长",
            searching(
                r"(?<![镇乡])街道(?:办事处|办)?(?P<mark>镇长|乡长)",
                "街道没有「{}」，应为办事处主任。",
                suggestion="主任",
                needs="街",
            ),
        ),
    ),
)
