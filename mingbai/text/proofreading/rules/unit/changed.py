"""Names beside the unit's own: one character off it, another place's left from the copied text, another office's signature."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import (
    Waiting,
    anchored,
    compiled,
    ends_in_verb,
    is_noun,
    is_quoted,
    is_word,
    warning_of,
)
from mingbai.text.proofreading.rules._mentions import sound_table
from mingbai.text.proofreading.rules._speaker import (
    SMALL,
    bare_name,
    county,
    in_quotes,
    names_account,
    speaker,
    title_of,
    titled_place,
)
from mingbai.text.proofreading.triggers import matches_near, waiting_for
from mingbai.text.units import GENERIC_STEMS, cut_left

# Names that stand there more often are part of the matter.
_PASSING = 2
MEANT = lazy.pattern(
    r"学习|考察|借鉴|观摩|交流|参观|邻|兄弟|赴|来自|会同|联合|邀请|配合|支援|[上下]游|周边|附近|撤|合并|原|更名|改为|改设|对口|帮扶|结对|协作|合作|等|以及|、$|[与和及同]$|和$|如$"
)
_VISITED = lazy.pattern(r"学习|考察|借鉴|观摩|参观|赴|对口|帮扶|结对|协作|合作|邻近")
# A word before the name that the left edge has missed.
_LEADING = frozenset("向请与对经由将到以从报照据在于")
_NOT_IN_NAMES = frozenset(
    "是向到由年个月的把被请或者将与和为在对等于及但而经即又还也都就我们每次各全该某本因并设所以其他它这那几两现该各村镇乡级区县市省"
)
_FORMER = lazy.pattern("撤县|撤乡|撤镇|撤并|改设|更名|划归")
# What stands after the name of a place where its government, its people or its papers are meant.
_ORGAN = (
    r"(?:人民政府|政府|党委|党工委|纪委|办事处|人大|党政办|便民服务中心|政务公开(?!工作经验)|信息公开|卫生健康|村民委员会|居民委员会|村委会|居委会|村务监督|居务监督|党支部|党总支|[一-鿿]{2,10}(?:局|指挥部|领导小组)"
    r"|委(?![员托])|将(?![军领])|要(?![点求]))"
)
_PLACE_ORGANS = "人民政府 党委 党工委 纪委 办事处 党政办 便民服务中心 政务公开领导小组 政务公开责任 政务公开评议 政务公开实施 政务公开工作领导"
_PLACE_WORDS = waiting_for(tuple(kind + organ for kind in SMALL for organ in _PLACE_ORGANS.split()))
_PLACE_ORGAN = lazy.pattern(
    rf"(?P<run>[{HAN}]{{2,8}}?(?P<kind>镇|乡|街道))(?={'|'.join(_PLACE_ORGANS.split())})"
)
_COMMITTEES = "村民委员会 居民委员会 村委会 居委会 村务监督委员会 居务监督委员会"
_COMMITTEE_WORDS = waiting_for(
    tuple(kind + organ for kind in ("村", "社区") for organ in _COMMITTEES.split())
)
_COMMITTEE = lazy.pattern(rf"(?P<run>[{HAN}]{{2,8}}?(?P<kind>村|社区))(?={'|'.join(_COMMITTEES.split())})")
_COUNTY_WORDS = waiting_for(
    tuple(kind + organ for kind in "县区" for organ in ("人民政府", "委", "政府", "纪委"))
)
_COUNTY_ORGAN = lazy.pattern(
    rf"(?P<name>[{HAN}]{{2,9}}?(?P<kind>县|(?<!社)区))(?=人民政府(?!网)|委(?![员托])|政府(?!网)|纪委)"
)
_REACH = 20
# No name of a place holds one of these.
_NO_NAME = frozenset(
    "局各全我本该某每此几两个这那县市区省农乡镇村街所辖兄弟其他相邻社报向请与对经由将到以从可情况方案送交给是在转呈的了和及等为把被按照据或均应须还也"
)
_VAGUE = GENERIC_STEMS | {
    "所在",
    "户籍",
    "居住",
    "驻地",
    "当地",
    "相应",
    "属地",
    "有关",
    "现居",
    "户口",
    "常住",
}


def _trimmed(run: str) -> str:
    """The name without the words before it."""
    name = cut_left(run)
    return name[1:] if len(name) > 3 and name[0] in _LEADING else name


def _same_sound(passage: Passage) -> dict[int, str]:
    return compiled(passage, ("sounds",), sound_table)


@lru_cache(maxsize=128)
def _near_forms(name: str, ending: str) -> re.Pattern[str]:
    """The name with one character changed, lost or too many, or with two changed about; its ending as it is."""
    stem = name.removesuffix(ending)
    forms = [f"{stem[:at]}[{HAN}]{stem[at + 1 :]}" for at in range(len(stem))]
    forms += [
        stem[:at] + stem[at + 1] + stem[at] + stem[at + 2 :]
        for at in range(len(stem) - 1)
        if stem[at] != stem[at + 1]
    ]
    if len(stem) > 2:
        forms += [stem[:at] + stem[at + 1 :] for at in range(len(stem))]
        forms += [f"{stem[:at]}[{HAN}]{stem[at:]}" for at in range(1, len(stem))]
    other = (
        rf"|{stem}(?:{'|'.join({'县', '区', *SMALL} - {ending})})(?![域内级直村]|[{HAN}][村域])"
        if ending in SMALL
        else ""
    )
    if ending in {"县", "区"}:
        other = rf"|{stem}(?:{'区' if ending == '县' else '县'}|市)(?=[{HAN}]{{0,12}}(?:局|办公室|政府|委))"
    return re.compile(f"(?:{'|'.join(dict.fromkeys(forms))}){ending}{other}")


def _near_names(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The own name of a town, village, community or county, one character off."""
    for name, ending in _own_places(passage):
        places = [
            match
            for match in _near_forms(name, ending).finditer(passage.text, passage.start, passage.end)
            if name not in match[0] and (_is_slip(passage, match, name) or _may_be_slip(passage, match, name))
        ]
        if not places or len(places) > min(_PASSING, passage.body.count(name)):
            continue
        at = passage.start + passage.body.index(name)
        if places[0].start() < at and passage.body.count(name) == 1:
            # The name was read from the signature, and the text has another.
            said = f"前文写「{places[0][0]}」，这里写「{name}」，请核对。"
            yield rule.finding(passage, at, at + len(name), said, suggestion=places[0][0])
            continue
        for match in places:
            said = f"别处写「{name}」，这里写「{match[0]}」，请核对。"
            # An account may be called otherwise than its body: 「云上街道」 of 云台街道.
            sure = _is_slip(passage, match, name) and not is_quoted(passage.text, *match.span())
            sure = sure and not _is_seat(passage, match, ending)
            how: Severity | None = None if sure else "info"
            yield rule.finding(passage, *match.span(), said, suggestion=name, severity=how)


def _is_seat(passage: Passage, match: re.Match[str], ending: str) -> bool:
    """「《柳河县防汛应急预案》」 in a paper of 柳河镇: the seat of a county bears its name."""
    before = passage.text[max(passage.start, match.start() - 24) : match.start()]
    return ending in SMALL and match[0][-1] in "县区" and before.rfind("《") > before.rfind("》")


def _may_be_slip(passage: Passage, match: re.Match[str], name: str) -> bool:
    """A name of four characters of which one is another, where nothing says that a neighbour is meant."""
    found, start = match[0], match.start()
    before = passage.text[max(passage.start, start - 8) : start].removesuffix("请与")
    return (
        len(name) == len(found) == 4
        and found[-1] == name[-1]
        and not set(found[:-1]) & _NOT_IN_NAMES
        and MEANT.search(before) is None
        and not is_quoted(passage.text, start, match.end())
        and not passage.in_web_residue(start)
        and cut_of(passage).begins(start)
        and passage.text[match.end() : match.end() + 1] not in set("村街路域长等、和与")
    )


# 「石门市城市管理局2015年…」
_TITLED_CITY = lazy.pattern(
    rf"(?:关于)?(?:[{HAN}]{{2,3}}省)?(?P<name>(?![{HAN}]?[各全我本该某县区省])[{HAN}]{{2}}市)(?=人民政府|20\d\d|[{HAN}]{{2,16}}(?:局|委员会|委|办公室|中心|院|学校|中学|小学|医院|街道|镇|乡))"
)


def _own_places(passage: Passage) -> list[tuple[str, str]]:
    """The names of the unit's place and of its county, with what they end in."""
    found = []
    own, above = speaker(passage), county(passage)
    if own and own.name and own.kind in {*SMALL, "村", "社区"} and 3 <= len(own.name) <= 7:
        found.append((own.name, own.kind))
    if above and above.name and 3 <= len(above.name) <= 5:
        found.append((above.name, above.kind))
    titled = titled_place(passage)
    if titled and not any(name.endswith(SMALL) for name, _ in found) and passage.body.count(titled[0]) > 1:
        found.append(titled)
    city = _TITLED_CITY.match(title_of(passage))
    if city and passage.body.count(city["name"]) > 1:
        found.append((city["name"], "市"))
    return found


# 「西岭县交通运输局协查2起」
_HELPS = lazy.pattern(rf"[{HAN}]{{0,10}}?(?:协查|协办|协助|移送|转来|来函|派员|支援|代表团)")


def _is_slip(passage: Passage, match: re.Match[str], name: str) -> bool:
    """Whether the other name can only be meant for this one: of its sound or letters, or where the unit acts."""
    found, start = match[0], match.start()
    before = passage.text[max(passage.start, start - 8) : start].removesuffix("请与")
    changed = set(found[:-1]) - set(name)
    account = names_account(passage, match.end())
    if (
        changed & _NOT_IN_NAMES
        or MEANT.search(before)
        or _HELPS.match(passage.text, match.end())
        or passage.in_web_residue(start)
        or (is_quoted(passage.text, start, match.end()) and not account)
        or not (cut_of(passage).begins(start) or account)
        or passage.text[match.end() : match.end() + 1] in {"村", "街", "路", "域", "长"}
        and passage.text[match.end() + 1 : match.end() + 2]
        not in {"级", "务", "民" if name.endswith("村") else ""}
    ):
        return False
    if found[:-1] == name[:-1]:
        # A county may be called as its town is: 「中共平川县纪委：」 in the report of 平川镇.
        if found[-1] in "县市区" and re.match("纪委|监委|委|人民政府|政府", passage.text[match.end() :][:4]):
            return False
        return passage.body.count(found) == 1 and _FORMER.search(passage.body) is None
    table = _same_sound(passage)
    if sorted(found) == sorted(name) or found.translate(table) == name.translate(table):
        return True
    if (
        len(name) == 3
        and is_word(found[:-1])
        and not account
        and not re.match(_ORGAN, passage.text[match.end() :])
    ):
        return False
    if len(found) != len(name):
        return len(name) > 3 and not is_word(found[:-1])
    acts = re.match(_ORGAN, passage.text[match.end() : match.end() + 14]) is not None
    return acts or account or len(name) > 4


def _other_places(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The organ of another town, village or community where that of the own one is meant."""
    own = speaker(passage)
    if own is None or own.name is None or own.kind in {"局", "校", "院"}:
        return
    small = own.kind in SMALL
    words, pattern = (_PLACE_WORDS, _PLACE_ORGAN) if small else (_COMMITTEE_WORDS, _COMMITTEE)
    found = []
    for match in matches_near(passage, words, pattern, _REACH):
        name = _trimmed(match["run"])
        start = match.end("run") - len(name)
        if _is_other(passage, own.name, name, start):
            found.append((start, match.end("run"), name))
    if len(found) > _PASSING:
        return
    for start, end, name in found:
        said = f"别处写「{own.name}」，这里却写「{name}」，疑为套用别处的材料没有改净。"
        yield rule.finding(passage, start, end, said, suggestion=own.name)


# 「蒙朝阳代表镇人民政府」
_SPEAKS = ("代表", "主持", "陪同", "带领", "率领", "负责", "汇报", "受", "由")


def _is_other(passage: Passage, own: str, name: str, start: int) -> bool:
    known = bare_name(name)
    stem = name.removesuffix(known[1]) if known else ""
    before = passage.text[max(passage.start, start - 10) : start].removesuffix("请与")
    return not (
        len(stem) < 2
        or "锟斤" in name
        or "斤拷" in name
        or stem[0] == "原"
        or _NO_NAME & set(stem)
        or stem in _VAGUE
        or ends_in_verb(stem)
        or stem.endswith(_SPEAKS)
        or name.endswith(own)
        or own.endswith(name)
        or name in (passage.document.title or "") + (passage.document.parent_unit or "")
        or (
            known is not None
            and known[1] in SMALL
            and is_word(stem)
            and len(stem) == 2
            and not passage.text[start - 1 : start].isspace()
        )
        or MEANT.search(before)
        or _VISITED.match(name)
        or re.search("[各全等]", before[-2:])
        or in_quotes(passage, start)
        or passage.in_web_residue(start)
    )


def _other_county(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「砂湾县委、县政府」 in the text of a town in another county."""
    own = county(passage)
    if own is None or own.name is None:
        return
    found = []
    for match in matches_near(passage, _COUNTY_WORDS, _COUNTY_ORGAN, _REACH):
        name = _trimmed(match["name"])
        start = match.end("name") - len(name)
        before = passage.text[max(passage.start, start - 8) : start].removesuffix("请与")
        if (
            not 3 <= len(name) <= 5
            or _one_off(name, own.name)
            or MEANT.search(before)
            or _NO_NAME & set(name[:-1])
            or ends_in_verb(name[:-1])
        ):
            continue
        if _VISITED.match(name):
            continue
        named = not is_word(name[:-1]) or (match["kind"] == "县" and is_noun(name[:-1]))
        if named and not in_quotes(passage, start):
            found.append((start, match.end("name"), name))
    for start, end, name in found if len(found) <= _PASSING else ():
        said = f"别处写「{own.said}」，这里却写「{name}」，请核对上级的名称。"
        yield rule.finding(passage, start, end, said, suggestion=own.name)


def _one_off(name: str, own: str) -> bool:
    """Whether the last characters differ in one at most: a slip in the own name, not another county."""
    return sum(a != b for a, b in zip(reversed(name), reversed(own), strict=False)) <= 1


_rule = warning_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "near_name",
        "单位的地名或所在县、区的名称写走了样：差一个字、多一个字、少一个字，或两个字颠倒。",
        "清溪镇2023年政务公开工作总结\n清溪镇认真落实。溪清镇严格审核。",
        "清溪镇2023年政务公开工作总结\n清溪镇认真落实，与清河镇结对交流。",
        anchored("镇 乡 街道 村 社区 县 区 市", _near_names),
    ),
    _rule(
        "other_place",
        "材料里出现另一个乡镇、村或社区的机构，多为套用时没有改净。",
        "朱家店镇2023年政务公开工作总结\n朱家店镇认真落实。刘家集镇纪委每月检查。",
        "朱家店镇2023年政务公开工作总结\n朱家店镇认真落实，赴刘家集镇便民服务中心学习。",
        Waiting(waiting_for((*_PLACE_WORDS, *_COMMITTEE_WORDS)), _other_places),
    ),
    _rule(
        "other_county",
        "前面写明在甲县，后面却写「乙县委、县政府」。",
        "西坪乡地处苍岭县北部。西坪乡在砂湾县委、县政府的领导下推进。",
        "西坪乡地处苍岭县北部。西坪乡在苍岭县委、县政府的领导下推进，学习砂湾县委的做法。",
        Waiting(_COUNTY_WORDS, _other_county),
    ),
)
