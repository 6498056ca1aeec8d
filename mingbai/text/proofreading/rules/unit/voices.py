"""Another unit that speaks in the text: another bureau, the county of another kind, a 县 in a district's paper, another town's doings."""

import re
from collections.abc import Iterator

from mingbai.text import dictionary, lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, is_word, warning_of
from mingbai.text.proofreading.rules._speaker import county, in_quotes, is_free
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_DOES = (
    "(?:坚持|认真|高度重视|严格|将以|将进一步|将继续|将围绕|将按照|将不断|将会同|将坚决|积极|始终|继续|紧紧|紧扣|围绕|切实|深入|全面|进一步|不断|主动公开|着力|大力|扎实|牢固|成立了?|建立了?|聘请|制定了?"
    "|共公开|共发布|全年|党委、?政府高度|党委高度|政府高度)"
)
_PASSING = 2
_TITLE_LENGTH = 60


def _title(passage: Passage) -> str:
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    return title if len(title) <= _TITLE_LENGTH else ""


# --- another bureau ---------------------------------------------------------------------------------------------

_OWN_BUREAU = lazy.pattern(
    rf"^(?P<place>[{HAN}]{{0,3}}[县区市州])(?P<stem>[{HAN}]{{2,14}}?)(?P<kind>局|馆)(?![{HAN}]{{0,2}}(?:长|机关))"
)
_OTHER_BUREAU = lazy.pattern(
    rf"(?:(?<=^)|(?<=[。；\n\u3000 ，]))(?P<mark>(?P<place>[{HAN}]{{0,3}}?[县区市州])(?P<stem>[{HAN}]{{2,14}}?)(?P<kind>局|馆))(?={_DOES})",
    re.MULTILINE,
)
_BUREAU_WORDS = waiting_for(("局", "馆"))
_BUREAU_REACH = 40


def _other_bureaus(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「县水利局严格按照《条例》要求」 in the report of 县气象局."""
    unit = passage.document.unit or ""
    own = _OWN_BUREAU.match(_title(passage)) or _OWN_BUREAU.match(unit)
    if (
        own is None
        or "各" in own["stem"]
        or passage.document.unit_kind not in {"bureau", "public_institution", None}
    ):
        return
    found = [
        match
        for match in matches_near(passage, _BUREAU_WORDS, _OTHER_BUREAU, _BUREAU_REACH)
        if match["kind"] == own["kind"]
        and match["stem"] not in own["stem"]
        and "原" not in match["place"] + match["stem"][:1]
        and (own["stem"] not in match["stem"] or _longer(passage, match["stem"], own["stem"]))
        and not _short_for(match["stem"], own["stem"])
        and not in_quotes(passage, match.start("mark"))
        and f"{match['stem']}{match['kind']}20" not in passage.body
        and not re.search("、|和|与|会同|联合|配合", match["stem"])
    ]
    # Several others are told of on purpose.
    for match in found if len(found) <= 1 else ():
        said = f"本文的单位是「{own[0]}」，这里却写「{match['mark']}」，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=own[0])


def _longer(passage: Passage, stem: str, own: str) -> bool:
    """Whether it is the bureau with a further field in its name, 「教育体育」 for 「教育」, and no reform explains it."""
    return stem.startswith(own) and not _FORMER.search(passage.body) and "挂牌" not in passage.body


def _short_for(one: str, other: str) -> bool:
    """Whether one is the other with words left out: 「住建」 and 「住房和城乡建设」, 「文旅」."""
    shorter, longer = sorted((one, other), key=len)
    letters = iter(longer)
    return (
        len(shorter) <= 4 and not longer.startswith(shorter) and all(letter in letters for letter in shorter)
    )


# --- the county of another kind ---------------------------------------------------------------------------------

_COUNTY = lazy.pattern(
    rf"^(?P<stem>[{HAN}]{{2}})(?P<kind>县|市|区)(?=20\d\d|人民政府|[{HAN}]{{2,12}}(?:局|办公室|委员会|中心))"
)
_COUNTY_WORDS = waiting_for(("县", "市", "区"))
_FORMER = lazy.pattern("撤|设市|设区|更名|改为|改设|划归")


def _other_county(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「新丰市将进一步推进」 in the report of 新丰县."""
    own = _COUNTY.match(_title(passage))
    if own is None or _FORMER.search(passage.body):
        return
    other = re.compile(
        rf"(?:^|(?<=[。；\n，]))(?P<mark>{own['stem']}(?P<kind>[县市区]))(?={_DOES})", re.MULTILINE
    )
    found = [match for match in other.finditer(passage.body) if match["kind"] != own["kind"]]
    for match in found if len(found) <= _PASSING else ():
        if f"{match['mark']}{own['stem']}" in passage.body:
            continue  # 「长沙市长沙县」
        said = f"标题写「{own['stem']}{own['kind']}」，这里却写「{match['mark']}」，请核对。"
        start = passage.start + match.start("mark")
        yield rule.finding(
            passage, start, start + len(match["mark"]), said, suggestion=own["stem"] + own["kind"]
        )


# --- 县 and 区 of one text ---------------------------------------------------------------------------------------

_LEVEL = lazy.pattern(
    r"(?P<mark>(?:[我全本](?P<own>[县区])(?!政(?!务)|[级域城直市乡镇委位间块])|(?P<of>[县区])(?:委(?![员托会书])|人民政府|政府|人武部|征兵办|(?:教育|民政|财政|水利|农业农村|卫生健康|应急管理|自然资源)局)))"
)
_LEVEL_WORDS = waiting_for(tuple(who + level for who in "我全本" for level in "县区") + tuple(level + of for level in "县区" for of in ("委", "政府", "人民政府", "人武部", "征兵办", "教育局", "民政局", "财政局", "水利局", "农业农村局", "卫生健康局", "应急管理局", "自然资源局")))  # fmt: skip
_NOT_FREE = frozenset("各市州省原邻社园库景片灾林牧老新小辖郊县区特矿地厂")


# 「各县委、县政府」
_OF_ALL = lazy.pattern("各[县区]委[、和]$")


def _two_levels(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """One 「我县」 in a text that is otherwise of a district, one 「区人武部」 in a county's."""
    found = [
        match
        for match in matches_near(passage, _LEVEL_WORDS, _LEVEL, 16)
        if passage.text[max(passage.start, match.start() - 1) : match.start()] not in _NOT_FREE
        and is_free(passage, match.start())
        and not in_quotes(passage, match.start())
        and not _OF_ALL.search(passage.text[max(passage.start, match.start() - 5) : match.start()])
    ]
    kinds = [match["own"] or match["of"] for match in found]
    own = _COUNTY.match(_title(passage))
    above = county(passage)
    named = own["kind"] if own else above.kind if above and above.name else None
    for rare, usual in (("县", "区"), ("区", "县")):
        whole = named == usual or lazy.compile_now(rf"[我全本]{usual}|{usual}委、?{usual}政府").search(
            passage.body
        )
        if (
            kinds.count(rare) != 1
            or kinds.count(usual) < 1
            or not whole
            or named == rare
            or _FORMER.search(passage.body)
        ):
            continue
        match = found[kinds.index(rare)]
        if re.search(rf"[{HAN}]{{2}}{rare}(?:人民政府|委员会|[{HAN}]{{2,8}}局)", passage.body):
            continue  # a named county or district stands in the text
        said = f"全文说的是「{usual}」，这里却写「{match['mark']}」，层级不一致。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=match["mark"].replace(rare, usual))


# --- another town's doings --------------------------------------------------------------------------------------

_TOWN = lazy.pattern(
    rf"(?:^|(?<=[。；\n\u3000 ，]))(?P<mark>(?P<name>[{HAN}]{{2}})(?P<kind>镇|乡|街道))(?={_DOES}|党委|党工委|办事处|人民政府|政府)",
    re.MULTILINE,
)
_TOWN_WORDS = waiting_for(("镇", "乡", "街道"))
_NO_NAME = frozenset(
    "是向到年个月的把被请由或将与和为在对等于及但而前经即又还也都就我们每次各全该某本据虽因并设所以其他它这那几两现村镇乡级县市区城集中重多"
)


def _may_be_name(word: str) -> bool:
    return not is_word(word) or set(dictionary.kinds(word)) <= {"ns", "nr", "nz"}


def _other_towns(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「清河镇聘请法律顾问2名」 in the report of 石桥镇."""
    unit = (passage.document.unit or "").removesuffix("人民政府").removesuffix("办事处")
    if not unit.endswith(("镇", "乡", "街道")) or passage.document.unit_kind not in {"town", "subdistrict"}:
        return
    own = unit + (passage.document.parent_unit or "") + _title(passage)
    found = [
        match
        for match in matches_near(passage, _TOWN_WORDS, _TOWN, 30)
        if match["name"] not in own
        and not _NO_NAME & set(match["name"])
        and _may_be_name(match["name"])
        and not passage.in_web_residue(match.start())
    ]
    names = {match["mark"] for match in found}
    if len(names) != 1 or len(found) > _PASSING or passage.body.count(names.pop()) > _PASSING:
        return
    for match in found:
        said = f"本文的单位是「{unit}」，这里却写「{match['mark']}」，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=unit)


_rule = warning_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "other_bureau_speaks",
        "一个局的总结、报告里，忽然是另一个局在认真落实、将进一步推进，多为套用时没有改净。",
        "县气象局2016年政府信息公开工作年度报告\n2016年，县水利局严格按照《条例》要求，主动公开气象信息。",
        "县气象局2016年政府信息公开工作年度报告\n2016年，县气象局会同县水利局严格按照《条例》要求公开。",
        Waiting(_BUREAU_WORDS, _other_bureaus),
    ),
    _rule(
        "county_of_other_kind",
        "标题写的是县，正文却写成同名的市、区。撤县设市的不算。",
        "新丰县2013年政务公开工作总结\n下一步，新丰市将进一步推进改革。",
        "新丰县2013年政务公开工作总结\n下一步，新丰县将进一步推进改革。",
        Waiting(_COUNTY_WORDS, _other_county),
    ),
    _rule(
        "level_told_once",
        "全文说的是区委、区政府，只有一处写成「我县」；全文是县，只有一处写成「区人武部」。",
        "红旗街道2017年政务公开工作汇报\n在区委、区政府领导下推进。\n我县将围绕群众需求改进工作。",
        "红旗街道2017年政务公开工作汇报\n在区委、区政府领导下推进。\n我区将围绕群众需求改进工作。",
        Waiting(_LEVEL_WORDS, _two_levels),
    ),
    _rule(
        "other_town_acts",
        "一个镇的材料里，忽然是另一个镇在做事，多为套用时没有改净。",
        "石桥镇2020年法治政府建设工作总结\n石桥镇开展普法宣传12场。清河镇聘请法律顾问2名。",
        "石桥镇2020年法治政府建设工作总结\n石桥镇开展普法宣传12场。赴清河镇学习经验。",
        Waiting(_TOWN_WORDS, _other_towns),
    ),
)
