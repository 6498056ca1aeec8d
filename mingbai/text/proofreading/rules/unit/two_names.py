"""Names that two places of one text write in two ways: 石浦镇 and 石铺镇, 河西镇 and 河西乡, 《办法》 and 本《细则》."""

import re
from collections import Counter
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import (
    anchored,
    compiled,
    cuts_through_word,
    is_noun,
    is_place_name,
    is_word,
    meeting,
)
from mingbai.text.proofreading.rules._mentions import sound_table, taken_for
from mingbai.text.proofreading.rules._twice import compared
from mingbai.text.proofreading.triggers import matches, sought

_PLACE = sought(rf"(?=(?P<stem>[{HAN}]{{2}})(?P<kind>镇|乡|街道)(?![镇乡村街级长区域土]))")
_NO_NAME = frozenset(
    "是向到由年个月日的把被请或者将与和为在对等于及但而前经即又还也都就我们每次各全该某本据因并设所以其他它这那几两现村镇乡级县市区省道城小大集建"
)
_ORGAN = lazy.pattern("(?:人民政府|政府|党委|办事处|人大|纪委|便民服务|政务公开|卫生院|派出所)")
_FORMER = lazy.pattern("撤|合并|原(?![则因料件始有文本创理告来煤油粮])|更名|改为|改设|改称|划归|分设|析置")
_SUBDISTRICT = sought(rf"(?<![各乡镇、和与及县])(?P<name>[{HAN}]{{2,4}}街道)(?P<mark>人民政府)")
_TOWN_ORGAN = sought("(?<![各、乡])镇(?P<mark>街道(?:纪工委|党工委|办事处|人大工委))")
_OWN_TOWN = lazy.pattern("[我本]镇|全镇|镇党委|镇政府")
_SHORT_FOR = sought(r"(?:(?:以下|下)简?|简)称[：:]?[“《](?P<name>[^”》\n]{2,6})[”》]")
_ITSELF = sought(r"(?P<mark>本《(?P<name>办法|细则|规定|方案|意见|规则|制度|计划|预案|规程|条例)》)")
_BUREAU = lazy.pattern(rf"(?P<place>[{HAN}]{{2,4}}[县区])(?P<stem>[{HAN}]{{2,14}}?)局(?![长部限面])")
_SIGNED = lazy.pattern(
    rf"^[ \u3000]*(?P<place>[{HAN}]{{2,4}}[县区])(?P<stem>[{HAN}]{{2,14}})局[ \u3000]*$", re.MULTILINE
)


def _can_be_name(passage: Passage, match: re.Match[str]) -> bool:
    stem = match["stem"]
    organ = _ORGAN.match(passage.text, match.end("kind")) is not None
    return not is_word(stem) or is_place_name(stem) or (organ and is_noun(stem))


def _is_cut(passage: Passage, start: int, stem: str) -> bool:
    """Whether a word reaches into the name; none does where a place begins a line or a clause: 西乡 in 「。河西乡」."""
    begins = not re.match(f"[{HAN}]", passage.text[start - 1 : start]) if start > passage.start else True
    return cuts_through_word(passage, start, start + 2) and not (begins and is_place_name(stem))


def _places(passage: Passage) -> list[tuple[int, str, str]]:
    """Start, the two characters before the kind, and the kind, of what may be a town's name; what is one once is one again."""
    found = [
        match
        for match in matches(passage, _PLACE)
        if not _NO_NAME & set(match["stem"])
        and not passage.in_web_residue(match.start())
        and not _is_cut(passage, match.start(), match["stem"])
    ]
    names = {match["stem"] for match in found if _can_be_name(passage, match)}
    return [(match.start(), match["stem"], match["kind"]) for match in found if match["stem"] in names]


def _sounds_alike(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Of two names of one sound and one character apart, the rarer one, else the later one."""
    places = passage.once(_places)
    names = Counter((stem, kind) for _, stem, kind in places)
    if len(names) < 2:
        return
    table = compiled(passage, ("sounds",), sound_table)
    for at, (stem, kind) in enumerate(names):
        for other, other_kind in list(names)[:at]:
            apart = sum(a != b for a, b in zip(stem, other, strict=True))
            swapped = stem == other[::-1]
            alike = apart == 1 and stem.translate(table) == other.translate(table)
            if kind != other_kind or not (swapped or alike):
                continue
            wrong, right = (stem, other) if names[stem, kind] <= names[other, kind] else (other, stem)
            for start, found, its_kind in places:
                if (found, its_kind) == (wrong, kind):
                    end = start + 2 + len(kind)
                    said = (
                        f"别处写「{right}{kind}」，这里写「{wrong}{kind}」，音同字不同或者字序颠倒，请核对。"
                    )
                    yield rule.finding(passage, start, end, said, suggestion=right + kind)


_VILLAGE = sought(
    rf"(?:(?<![{HAN}])|(?<=[在由对与和及到]))(?P<stem>[{HAN}]{{2,4}}?)(?P<kind>村|社区|水库|(?<=[{HAN}]{{2}})河(?=治理|护岸|整治|河道|大桥|堤|段|沿|流域))(?![级民庄组务委镇居])"
)


_IN_VILLAGES = frozenset("小大城集建道")


def _villages_alike(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「上坪村」 and 「上萍村」: two villages of one sound or shape, one of them told of but once."""
    found = [
        match
        for match in matches(passage, _VILLAGE)
        if not (_NO_NAME - _IN_VILLAGES) & set(match["stem"]) and not passage.in_web_residue(match.start())
    ]
    names = Counter((match["stem"], match["kind"]) for match in found)
    if len(names) < 2:
        return
    for match in found:
        stem, kind = match["stem"], match["kind"]
        twin = next(
            (one for one, its in names if its == kind and one != stem and taken_for(passage, one, stem)), None
        )
        whole = passage.body.count(f"{twin}{kind}") if twin else 0
        own = passage.body.count(f"{stem}{kind}")
        later = twin and passage.body.find(f"{twin}{kind}") < match.start() - passage.start
        if twin and own == 1 and (whole > 1 or later):
            said = f"别处写「{twin}{kind}」，这里写「{stem}{kind}」，字形或读音相近，请核对。"
            yield rule.finding(passage, match.start("stem"), match.end("kind"), said, suggestion=twin + kind)


def _two_kinds(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「河西镇」 and 「河西乡」 in one text that nothing explains."""
    places = passage.once(_places)
    kinds: dict[str, Counter[str]] = {}
    for _, stem, kind in places:
        kinds.setdefault(stem, Counter())[kind] += 1
    if all(len(counted) < 2 for counted in kinds.values()) or _FORMER.search(passage.body):
        return
    said_of_self = {
        one: passage.body.count("全" + one) + passage.body.count("我" + one)
        for one in {kind for _, _, kind in places}
    }
    for start, stem, kind in places:
        counted = kinds[stem]
        own = max(counted, key=lambda one: (counted[one], said_of_self[one]))
        told = counted[own] > counted[kind] or said_of_self[own] > 0
        if kind != own and counted[kind] == 1 and told:
            said = f"别处写「{stem}{own}」，这里写「{stem}{kind}」，请核对。"
            yield rule.finding(passage, start, start + 2 + len(kind), said, suggestion=stem + own)
        elif len(counted) == len(("镇", "乡")) and not told and counted[kind] == 1:
            # As often the one as the other: either may be the slip.
            other = next(one for one in counted if one != kind)
            said = f"一处写「{stem}{other}」，一处写「{stem}{kind}」，请核对。"
            yield rule.finding(passage, start, start + 2 + len(kind), said, severity="info")


def _government_of_street(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches(passage, _SUBDISTRICT):
        said = "街道不设人民政府，设街道办事处。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion="办事处")


def _organ_of_street(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if len(_OWN_TOWN.findall(passage.body)) < 2:
        return
    for match in matches(passage, _TOWN_ORGAN):
        said = f"本文是镇的材料，镇不设「{match['mark']}」。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion="核对机构名称")


def _other_short_name(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A text whose own name is shortened to 《办法》 and that calls itself 本《细则》."""
    named = {match["name"] for match in matches(passage, _SHORT_FOR)}
    if not named:
        return
    for match in compared(matches(passage, _ITSELF)):
        name = match["name"]
        if not any(name in one for one in named) and not re.search(
            f"《[^》\n]{{3,60}}{name}(?:（[^》]*）)?》", passage.body
        ):
            said = f"前文简称「{'、'.join(sorted(named))}」，这里写「{match['mark']}」，名称不一致。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对文件名称")


def _signed_short(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「嘉陵县教育局」 under a text that elsewhere names the 「嘉陵县教育和体育局」."""
    body = passage.body
    bureaus = list(_BUREAU.finditer(body))
    for match in compared(_SIGNED.finditer(body)):
        place, stem = match["place"], match["stem"]
        fuller = {
            one["stem"]
            for one in bureaus
            if one["place"].endswith(place)
            and one["stem"].startswith(f"{stem}和")
            and "原" not in body[max(0, one.start() - 1) : one.start("stem")]
        }
        if len(fuller) == 1:
            right = f"{place}{fuller.pop()}局"
            start = passage.start + match.start("place")
            quoted = f"{place}{stem}局"
            said = f"别处写「{right}」，落款写「{quoted}」，名称不一致。"
            yield rule.finding(passage, start, start + len(quoted), said, suggestion=right)


RULES = (
    Rule(
        name="unit.sounds_alike",
        category="unit_name_inconsistency",
        severity="warning",
        explain="同一份材料里两个乡镇的名称音同字不同，多半有一个写错。",
        fires="石浦镇、云台乡已经整改。石浦镇进度较快。石铺镇要作出说明。",
        passes="石浦镇、云台乡已经整改。石浦镇进度较快。石滩镇要作出说明。",
        find=anchored("镇 乡 街道", _sounds_alike),
    ),
    Rule(
        name="unit.villages_alike",
        category="unit_name_inconsistency",
        severity="warning",
        explain="同一份材料里两个村的名称字形或读音相近，其中一个只出现一次，多半写错。",
        fires="石嘴村、马家湾村被评为示范村。马家弯村建起分拣中心。",
        passes="上坪村、下坪村、大沟村、小沟村被评为示范村。",
        find=meeting(_villages_alike, _VILLAGE),
    ),
    Rule(
        name="unit.two_kinds",
        category="unit_name_inconsistency",
        severity="warning",
        explain="同一个地名，一处写镇，一处写乡或街道，又没有说明撤并。",
        fires="为全镇发展服务。柘溪乡便民服务中心设置咨询台。柘溪镇政务公开工作由镇长负责。",
        passes="2015年撤销柘溪乡，设立柘溪镇。为全镇发展服务。",
        find=anchored("镇 乡 街道", _two_kinds),
    ),
    Rule(
        name="unit.government_of_street",
        category="unit_name_inconsistency",
        severity="error",
        explain="街道办事处是区、市政府的派出机关，街道不设人民政府。",
        fires="沙湾街道人民政府",
        passes="沙湾街道办事处、各乡镇街道人民政府驻地。",
        find=anchored("街道人民政府", _government_of_street),
    ),
    Rule(
        name="unit.organ_of_street",
        category="unit_name_inconsistency",
        severity="warning",
        explain="镇的材料里写街道的机构，如「镇街道纪工委」，多为抄自别处没有改净。",
        fires="我镇公开内容，全镇共办理12件，先由镇街道纪工委审核。",
        passes="我镇公开内容，全镇共办理12件，各镇街道纪工委都参加。",
        find=anchored("镇街道纪工委 镇街道党工委 镇街道办事处 镇街道人大工委", _organ_of_street),
    ),
    Rule(
        name="unit.other_short_name",
        category="unit_name_inconsistency",
        severity="warning",
        explain="文件前面简称《办法》，后面却写「本《细则》」。",
        fires="印发《宅基地审批管理办法》（以下简称《办法》），制定本《细则》。",
        passes="印发《宅基地审批管理办法》（以下简称《办法》），制定本《办法》。",
        find=anchored("本《", _other_short_name),
    ),
    Rule(
        name="unit.signed_short",
        category="unit_name_inconsistency",
        severity="warning",
        explain="落款的部门名称与文中的全称不一致，如「教育局」与「教育和体育局」。",
        fires="联系单位：嘉陵县教育和体育局　电话：略\n嘉陵县教育局\n2021年9月10日",
        passes="联系单位：嘉陵县教育和体育局　电话：略\n嘉陵县教育和体育局\n2021年9月10日",
        find=anchored("局", _signed_short),
    ),
)
