"""Names of the unit's own sort beside its own: the place under another kind or one character off, another school or hall that acts."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mingbai.text import dictionary, lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._foreign import NO_STEMS, is_phrase
from mingbai.text.proofreading.rules._knowledge import anchored, is_word, warning_of
from mingbai.text.proofreading.rules._mentions import (
    acts_freely,
    clause_before,
    has_changed,
    heads_clause,
    is_signature,
    is_told_of,
    taken_for,
)
from mingbai.text.proofreading.rules._speaker import title_of
from mingbai.text.proofreading.rules._units import SMALL, Own, endings_of, own_of
from mingbai.text.units import cut_left

_PASSING = 2
_MEANT = lazy.pattern(
    r"学习|考察|借鉴|观摩|交流|参观|邻近|相邻|毗邻|兄弟|赴|来自|对口|帮扶|结对|协作|合作|共建|联合|会同|邀请|配合|支援|[、与和及同跟]$|[到至距从]$"
)
_NOT_IN_NAMES = frozenset(
    "是向到由年个月日的把被请或者将与为在对等于及但而经即又还也都就我们每次各全该某本因并设所以其他它这那几两现镇乡级县市省了给使让从据按报原"
)


# --- the place -----------------------------------------------------------------------------------------------------

_LEVELS = ("县", "区", "市", *SMALL)
_ORGAN = lazy.pattern(
    rf"(?:人民政府|政府|党委|党工委|纪委|办事处|人大|委员会|残联|妇联|党政|便民|卫生院|派出所|司法所|中心|[{HAN}]{{2,10}}(?:局|所|办|小学|中学|中心|公司|卫生院|幼儿园|学校|林场|煤矿)|委(?![员托])|$|\n)"
)


@lru_cache(maxsize=256)
def _forms(stem: str, kind: str) -> re.Pattern[str]:
    """The stem with one character changed before its kind, or whole before another kind."""
    changed = [f"{stem[:at]}[{HAN}]{stem[at + 1 :]}" for at in range(len(stem))]
    swapped = [stem[:at] + stem[at + 1] + stem[at] + stem[at + 2 :] for at in range(len(stem) - 1)]
    others = {"村", "社区"} if kind in {"村", "社区"} else set("县区市") if kind in "县区市" else set(_LEVELS)
    other = "|".join(sorted(others - {kind}, key=len, reverse=True))
    return re.compile(
        rf"(?P<near>(?:{'|'.join(dict.fromkeys(changed + swapped))}){kind})(?![{'路街' if kind != '街道' else '路'}])|(?P<kind>{stem}(?:{other}))(?![级域内镇乡街路位划间块长场民容]|政(?!府|协|务)|村(?!建|务|两|级|民))"
    )


_FOUNDED = lazy.pattern("撤销|设立|撤[乡镇县]|更名")
_ZONE = lazy.pattern(
    rf"(?P<stem>[{HAN}]{{2,4}}?)(?P<kind>(?:经济|高新|工业|产业|技术)[{HAN}]*|[新景]区|示范区)$"
)


def _places(own: Own) -> list[tuple[str, str]]:
    tiers = ((own.village, own.villagekind), (own.town, own.townkind), (own.county, own.countykind))
    found = [(stem, kind) for stem, kind in tiers if len(stem) >= 2]
    zone = _ZONE.match(own.zone)
    found += [(zone["stem"], zone["kind"])] if zone else []
    return [*found, *([(own.city, "市")] if len(own.city) >= 2 else [])]


def _place_changed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「白鹄县」 in a paper of 白鹤县, 「松林镇人民政府」 under one of 松林乡."""
    own = own_of(passage)
    if own is None or _FOUNDED.search(passage.document.title or ""):
        return
    places = _places(own)
    for stem, kind in places:
        known = {other + its for other, its in places}
        found = [
            match
            for match in _forms(stem, kind).finditer(passage.text, passage.start, passage.end)
            if match[0] not in known and stem + kind not in match[0]
        ]
        met = {match[0] for match in found if _MEANT.search(clause_before(passage, match.start()))}
        found = [match for match in found if match[0] not in met and _is_place(passage, match)]
        weighed = [(match, how) for match in found if (how := _weight(passage, match, stem, kind))]
        counted = {match[0] for match, _ in weighed}
        for match, how in weighed if len(counted) <= _PASSING else ():
            if passage.body.count(match[0]) <= max(_PASSING, passage.body.count(stem + kind)):
                said = f"这是「{own.name}」的材料，别处写「{stem}{kind}」，这里写「{match[0]}」，请核对。"
                sure: Severity = how if _is_borne_out(passage, own) else "info"
                yield rule.finding(passage, *match.span(), said, suggestion=stem + kind, severity=sure)


def _is_place(passage: Passage, match: re.Match[str]) -> bool:
    start, end = match.span()
    return not (
        set(match[0][:-1]) & _NOT_IN_NAMES - set("镇乡县市区")
        or is_told_of(passage, start, end)
        or not cut_of(passage).begins(start)
        or _MEANT.search(clause_before(passage, start))
        or re.match("等|、|的(?:经验|做法)|方向|接壤|毗邻|时期", passage.text[end : end + 4])
    )


def _weight(passage: Passage, match: re.Match[str], stem: str, kind: str) -> Severity | None:
    """How sure it is that the own place is meant; None where it hardly is."""
    start, end = match.span()
    organ = _ORGAN.match(passage.text[end : end + 14]) is not None
    acts = acts_freely(passage, start, end)
    if match["kind"]:
        if (
            match[0][-1] in "县区市"
            and kind in SMALL
            and re.match("纪委|委|人民政府|政府|[，。、：]|[一-鿿]{2,8}局", passage.text[end : end + 12])
        ):
            return None  # a county may be called as its town is
        acts = acts or heads_clause(passage, start, end) or is_signature(passage, start, end)
        if match[0][-1] in "县区市" and kind in SMALL:
            return "info" if organ or acts else None
        if not (organ or acts):
            return "info"
        return "info" if has_changed(passage) or passage.body.count(match[0]) > 1 else "warning"
    near = match["near"].removesuffix(kind)
    if taken_for(passage, stem, near):
        return "warning"
    if _is_verb(near) or not (
        organ or acts or heads_clause(passage, start, end) or is_signature(passage, start, end)
    ):
        return None
    return "info"


# --- another body of the sort ---------------------------------------------------------------------------------------

_SORTS = frozenset("普通 示范 优质 重点 特殊 职业 高级 初级 寄宿制 完全 九年制 定点 协议 综合 专科".split())  # noqa: SIM905
_GRAMMAR = frozenset("是各全每等及和与的为在对向由到了将请经被使让把据按")
_ANY = frozenset("是各全我本该某每几两这那所多个省名贵国于收其他等及和与的为在对向由到了将请经被使让把据按")


def _bodies(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「平阳市第三中学全体教师」 in the plan of the city's second, 「清江县博物馆办证2600张」 in a library's report."""
    own = own_of(passage)
    if own is None or not (own.ending or own.zone):
        return
    above = own.name[: len(own.name) - len(own.stem + own.ending)]
    bureau = own.sort in {"局", "委", "办", "中心"} and "分局" not in own.ending and not own.town
    if bureau and passage.body.count(above) <= passage.body.count(own.name):
        return  # no other body of the place is named in full
    pattern = _fellows_of(own, above)
    found = []
    for match in pattern.finditer(passage.text, passage.start, passage.end):
        name = match["run"]
        start = match.start("run")
        if (
            name in own.name
            or own.name in name
            or own.name in passage.text[start : start + len(own.name) + 2]
        ):
            continue
        if _is_fellow(passage, match, own, above):
            found.append(match)
    names = {match["run"] for match in found}
    for match in found if len(names) <= _PASSING and len(found) <= _PASSING else ():
        same = bool(above) and match["run"].startswith(above) or taken_for(passage, own.name, match["run"])
        sort = own.sort not in {"局", "委", "办", "中心"} and match["run"].endswith(endings_of(own.sort))
        sure = same and sort and passage.body.count(match["run"]) == 1
        said = f"这是「{own.name}」的材料，这里却写「{match['run']}」，疑为套用别处的材料没有改净，请核对。"
        yield rule.finding(
            passage, *match.span("run"), said, suggestion=own.name, severity="warning" if sure else "info"
        )


_OTHERS = r"局(?:[一-鿿]{2,4}分局)?|委员会|中心(?!医院|小学|学校|卫生院|幼儿园|校)|馆|医院|保健院|卫生院|小学|中学|公司|联合会|残联|妇联|工商联|总工会|林场|农场|供销社|支队|大队|管理所|派出所|司法所|财政所|敬老院|卫生所|卫生室|中心校|学校|幼儿园|信用社|银行"


def _fellows_of(own: Own, above: str) -> re.Pattern[str]:
    """Names of the same sort, and with the name of the place before them of any."""
    runs = [rf"{above}[{HAN}]{{0,12}}?(?:{_OTHERS})"] if above else []
    if own.town:
        runs.append(rf"{own.town}(?:中心)?(?:{_OTHERS}|[一二三四五]中)")
    if len(own.stem) >= 2 and own.sort in {"公司", "矿", "厂", "场"}:
        runs.append(rf"{own.stem}[{HAN}]{{0,4}}?(?:公司|矿|厂|场|集团)")
    if "分局" in own.ending:
        runs.append(rf"[{HAN}]{{2,4}}分局")
    elif own.sort not in {"局", "委", "办", "中心", "管委会"}:
        runs.append(rf"[{HAN}]{{0,12}}?(?:{'|'.join(endings_of(own.sort))})")
    if own.sort == "管委会":
        zone = _ZONE.match(own.zone)
        runs += [rf"{zone['stem']}[{HAN}]{{0,6}}?{_ZONES}(?:管委会|管理委员会)?"] if zone else []
        runs.append(rf"(?:经济|高新技术产业|经济技术)?{_ZONES}(?:管委会|管理委员会)")
    if not runs:
        return _NEVER
    return re.compile(
        rf"(?:(?<=^)|(?<=[\n。；;，,：: \u3000、.．）)])|(?<=[，。由]由)|(?<=[度法程则章案]由))(?P<run>{'|'.join(runs)})(?![长校位])",
        re.MULTILINE,
    )


_ZONES = "(?:开发区|高新区|经开区|工业园区|产业园区|新区|景区)"
_NEVER = lazy.pattern("(?!)")


def _is_fellow(passage: Passage, match: re.Match[str], own: Own, above: str) -> bool:
    start, end = match.span("run")
    name = match["run"]
    signed = is_signature(passage, start, end)
    if _heads_paper(passage, start) and not signed:
        return False
    bare = name.removeprefix(above) if above else name
    stem = re.sub(rf"(?:{'|'.join(endings_of(own.sort))}|{_OTHERS})$", "", bare)
    letters = iter(own.name)
    if all(letter in letters for letter in name) or (stem in NO_STEMS and not above):
        return False  # a short name of its own
    if (
        set(stem) & (_GRAMMAR if above and name.startswith(above) else _ANY)
        or is_told_of(passage, start, end)
        or (not stem and not name.startswith(above or "\n"))
    ):
        return False
    below = own.county and not own.town and re.match(rf"[{HAN}]{{2,4}}(?:镇|乡|街道)", name)
    if below or re.match("[县市区镇乡](?![县市区镇乡])", name):
        return False  # the county's others may be told of
    if above and name.startswith(above):
        return signed or heads_clause(passage, start, end) or clause_before(passage, start)[-1:] == "由"
    if len(name) == len(own.name) and sum(a != b for a, b in zip(name, own.name, strict=True)) == 1:
        return signed or heads_clause(passage, start, end)
    if stem in _SORTS or is_phrase(stem) or _is_verb(stem) or (bare.endswith("学校") and is_word(stem)):
        return False
    return signed or acts_freely(passage, start, end)


def _heads_paper(passage: Passage, start: int) -> bool:
    """Whether the name begins a line without a stop: the heading of another's paper."""
    if passage.text[start - 1 : start] not in {"", "\n"}:
        return False
    end = passage.text.find("\n", start, passage.end)
    line = passage.text[start : end if end >= 0 else passage.end].rstrip()
    return line[-1:] not in set("。；;！，")


def _is_verb(stem: str) -> bool:
    return is_word(stem) and dictionary.kinds(stem)[0][:1] in set("vdpcamrtb")


# --- the same body of another place --------------------------------------------------------------------------------


def _elsewhere(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「洪湖县文化和旅游局」 in the summary of that of 洪湖湾县, 「文昌县人民法院」 in that of 文昌区."""
    own = own_of(passage)
    if own is None or not own.ending or not (own.county or own.city or own.town):
        return
    body = own.stem + own.ending
    if passage.body.count(body) <= passage.body.count(own.name):
        return
    pattern = re.compile(rf"(?P<run>[{HAN}]{{1,5}}?[县区市镇乡]){re.escape(body)}")
    places = {place for place in (own.county, own.city, own.town) if place}
    found = []
    for match in pattern.finditer(passage.text, passage.start, passage.end):
        run = cut_left(match["run"])
        start = match.end("run") - len(run)
        before = clause_before(passage, start)
        if len(run) < 3 or any(
            run.removesuffix(run[-1]).endswith(place) and own.whole.find(run) >= 0 for place in places
        ):
            continue
        if (
            own.name in run + body
            or set(run) & _ANY
            or _is_verb(run[:-1])
            or run[:-1] in NO_STEMS
            or _MEANT.search(before + run[:2])
            or is_told_of(passage, start, match.end())
        ):
            continue
        if re.match(
            "等|、|[和与及]|协查|协办|协助|移送|转来|来函|来人|来县|来区|派员|支援",
            passage.text[match.end() : match.end() + 2],
        ):
            continue
        if not before or before[-1] in "由向报对经在" or is_signature(passage, start, match.end()):
            found.append((start, match.end(), run))
    for start, end, run in found if len(found) <= _PASSING else ():
        how: Severity = "warning" if _is_borne_out(passage, own) else "info"
        said = f"这是「{own.name}」的材料，这里却写「{run}{body}」，地名不一致，请核对。"
        yield rule.finding(passage, start, end, said, suggestion=own.name, severity=how)


def _is_borne_out(passage: Passage, own: Own) -> bool:
    """Whether the title or a second place says that the unit is called so, so that the other name is the slip."""
    return own.name in title_of(passage) or passage.body.count(own.name) > 1


_rule = warning_of("unit", "unit_name_inconsistency")
_PLACES_END = "镇 乡 街道 村 社区 县 区 市"
_BODIES_END = "学 校 园 院 公司 行 矿 厂 场 馆 所 站 会 联 社 队 协"

RULES = (
    _rule(
        "place_changed",
        "本单位所在的县、乡、村写成了字形、读音相近的另一个，或者写成另一类：白鹤县写成白鹄县，松林乡写成松林镇。",
        "白鹤县2021年饮水安全情况汇报\n白鹤县投入1.2亿元。白鹄县水质合格率96%。",
        "白鹤县2021年饮水安全情况汇报\n白鹤县投入1.2亿元。与邻近的白马县共用水源，白马县水质合格。",
        anchored(_PLACES_END, _place_changed),
    ),
    _rule(
        "fellow_acts",
        "学校、医院、场馆的材料里，忽然是同类的另一个单位在做事，多为套用时没有改净；同一地方的按警告，其余提示。",
        "平阳市第二中学2021年工作计划\n平阳市第二中学全面提高质量。平阳市第三中学全体教师签订承诺书。",
        "平阳市第二中学2021年工作计划\n平阳市第二中学全面提高质量。与平阳市第三中学联考，平阳市第三中学派员监考。",
        anchored(_BODIES_END, _bodies),
    ),
    _rule(
        "body_of_other_place",
        "局、法院、医院的名称对，前面的县、区却是另一个。",
        "洪湖湾县文化和旅游局2021年工作总结\n洪湖湾县文化和旅游局开展抽查。洪湖县文化和旅游局执法人员仅有6名。",
        "洪湖湾县文化和旅游局2021年工作总结\n洪湖湾县文化和旅游局开展抽查，与洪湖县文化和旅游局交流。",
        anchored(_BODIES_END + " 局 委 中心", _elsewhere),
    ),
)
