"""Another town or county, once or twice in a text that is not theirs: left from what was copied."""

from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._foreign import (
    JOINING,
    NO_NAME,
    NO_STEMS,
    NOT_BEFORE,
    NOT_STEMS,
    Place,
    acts,
    hint,
    is_meant,
    is_other_stem,
    is_phrase,
    named,
    starts_free,
    trimmed,
)
from mingbai.text.proofreading.rules._knowledge import (
    Waiting,
    cuts_through_word,
    is_noun,
    is_place_name,
    is_word,
)
from mingbai.text.proofreading.rules._mentions import taken_for
from mingbai.text.proofreading.rules._speaker import (
    SMALL,
    county,
    speaker,
    title_of,
    unit_of,
)
from mingbai.text.proofreading.triggers import matches_near, waiting_for
from mingbai.text.units import VERB_STOP

_SMALL_WORDS = waiting_for(SMALL)
_SMALL = lazy.pattern(rf"(?P<run>[{HAN}]{{2,8}}?(?P<kind>镇|乡|街道))(?![镇乡村街级区长土亲情域贤愁里上居])")


def _towns(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「双沟镇派出所」 in the summary of 双河镇."""
    own = speaker(passage)
    if own is None or own.name is None or own.kind not in SMALL:
        return
    known = f"{own.name}{passage.document.parent_unit or ''}{title_of(passage)}"
    stem = own.name.removesuffix(own.kind)
    places = []
    for match in matches_near(passage, _SMALL_WORDS, _SMALL, 12):
        name = trimmed(match["run"])
        place = Place(match.end("run") - len(name), match.end("run"), name)
        if _is_town(passage, place, match["kind"]) and stem not in name and place.stem not in known:
            places.append(place)
    yield from named(
        rule, passage, own.name, [p for p in places if not is_meant(passage, p)], lambda p: acts(passage, p)
    )


# 「整和镇网站专栏、微信公众号和广播资源」: a slip in the verb makes no town.
_VERBS_BEFORE = (
    "整合",
    "统筹",
    "依托",
    "利用",
    "结合",
    "发挥",
    "联合",
    "对接",
    "汇总",
    "协调",
    "配合",
    "组织",
    "完善",
    "规范",
)


def _is_town(passage: Passage, place: Place, kind: str) -> bool:
    stem = place.stem
    if not 2 <= len(stem) <= 4 or stem in NO_STEMS or NO_NAME & set(stem) or stem[-2:] in NO_STEMS:
        return False
    if any(taken_for(passage, verb, stem) for verb in _VERBS_BEFORE):
        return False
    if cuts_through_word(passage, place.start, place.end) or is_phrase(stem) or stem in NOT_STEMS:
        return False
    if stem[-1] in NOT_BEFORE[kind] or stem[0] in JOINING:
        return False
    if not is_word(stem) or is_place_name(stem):
        return True
    return (
        is_noun(stem) and not VERB_STOP.match(stem) and (acts(passage, place) or starts_free(passage, place))
    )


# --- counties ---------------------------------------------------------------------------------------------------

# So often does the county's name stand where the title does not bear it out.
_TRUSTED = 3
_COUNTY_WORDS = waiting_for(("县", "区"))
_COUNTY = lazy.pattern(
    rf"(?P<run>[{HAN}]{{2,7}}?(?P<kind>县|区))(?![级域城长间块位划乡镇区县内外直里]|[党团]委)"
)
_NOT_BEFORE_QU = frozenset(
    "护发范验园景社小地山灾城市矿库林牧片郊新老校院厂营防战辖住商业街镇县特港税作功能聚集试禁限养控治居生活办服务展仓储休息湿种植等分"
)
_NOT_COUNTY = frozenset("个各全我本该两跨分原邻省州等保区县内外政划示公做好进")
_TITLED_COUNTY = lazy.pattern(
    rf"(?:^|[于发省市州《 \u3000])(?P<name>[{HAN}]{{2}}(?P<kind>县|区|市))(?=20\d\d|人民政府|政府|[{HAN}]{{2,14}}(?:局|办公室|委员会|中心|联合会|馆|院|会)|第)"
)
_HEADED_COUNTY = lazy.pattern(rf"(?:关于)?(?P<name>[{HAN}]{{2}}(?P<kind>县|区))(?=[{HAN}])")
_SIGNED_COUNTY = lazy.pattern(
    rf"^(?:中共)?(?P<name>[{HAN}]{{2}}(?P<kind>县|区|市))(?:人民政府|政府|委|[{HAN}]{{2,14}}(?:局|办公室|委员会|中心|联合会|馆))"
)


def _own_county(passage: Passage) -> str | None:
    above = county(passage)
    if (
        above
        and above.name
        and 3 <= len(above.name) <= 4
        and above.name[-1] in "县区"
        and _may_be_county(above.name)
    ):
        return above.name
    if (found := _TITLED_COUNTY.search(title_of(passage))) and found["kind"] != "市":
        return found["name"]
    headed = _HEADED_COUNTY.match(title_of(passage))
    if headed and passage.body.count(headed["name"]) > 1 and _may_be_county(headed["name"]):
        return headed["name"]
    for _, line in passage.lines[-4:]:
        if (found := _SIGNED_COUNTY.match(line)) and found["kind"] != "市":
            return found["name"]
    return None


def _may_be_county(name: str) -> bool:
    stem = name[:-1]
    if (
        stem in NO_STEMS
        or stem in NOT_STEMS
        or (NO_NAME | _NOT_COUNTY) & set(stem)
        or stem[-1] in NOT_BEFORE[name[-1]]
        or stem[0] in JOINING
    ):
        return False
    return name[-1] != "区" or stem[-1] not in _NOT_BEFORE_QU


def _counties(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「清水县政务新媒体」 in the report of 青山县政务服务管理局."""
    own = _own_county(passage)
    if own is None or (own not in title_of(passage) and passage.body.count(own) < _TRUSTED):
        return
    known = own + title_of(passage) + (unit_of(passage) or "")
    places = []
    for match in matches_near(passage, _COUNTY_WORDS, _COUNTY, 10):
        name = trimmed(match["run"])
        place = Place(match.end("run") - len(name), match.end("run"), name)
        stem = place.stem
        if not 2 <= len(stem) <= 3 or not _may_be_county(name) or stem in known:
            continue
        noun = is_noun(stem) and not VERB_STOP.match(stem) and acts(passage, place)
        if (is_word(stem) and not is_place_name(stem) and not noun) or is_phrase(stem):
            continue
        if not is_other_stem(own[:-1], stem) and passage.body.count(name) >= passage.body.count(own):
            continue
        if not cuts_through_word(passage, place.start, place.end) and not is_meant(passage, place):
            places.append(place)
    yield from named(
        rule,
        passage,
        own,
        places,
        lambda p: acts(passage, p) and p.name[-1] == "县" and is_other_stem(own[:-1], p.stem),
    )


RULES = (
    hint(
        "foreign_town",
        "乡镇、街道的材料里只出现一两次的另一个乡镇、街道，多为套用时没有改净；写着做什么、有什么的按警告，其余提示。",
        "双河镇2018年扫黑除恶工作总结\n双河镇认真部署。双沟镇派出所摸排线索8条。",
        "双河镇2018年扫黑除恶工作总结\n双河镇认真部署。赴双沟镇学习，双沟镇、青山镇等参加。",
        Waiting(_SMALL_WORDS, _towns),
    ),
    hint(
        "foreign_county",
        "县、区的材料里只出现一两次的另一个县、区，多为套用时没有改净。",
        "青山县教育局2020年工作总结\n青山县教育局扎实推进。清水县政务新媒体发布信息88条。",
        "青山县教育局2020年工作总结\n青山县教育局扎实推进。赴清水县考察，与清水县交界。",
        Waiting(_COUNTY_WORDS, _counties),
    ),
)
