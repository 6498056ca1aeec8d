"""Organs of a place of another kind: 镇党政办 in a township's paper, 乡政府 in a village's that lies in a town, 市直各部门 in a county's, 各街道 in a town's."""

import re
from collections import Counter
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._bodies import is_party_office, leads, towns_were_named
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._mentions import (
    clause_before,
    has_changed,
    is_bare,
    is_told_of,
    of_several,
)
from mingbai.text.proofreading.rules._speaker import title_of
from mingbai.text.proofreading.rules._units import IN_TOWNS, SMALL, Own, own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_PASSING = 3

# --- organs of the town ------------------------------------------------------------------------------------------

# What an organ's name may hold between the word for the place and its ending: no word of grammar, no other place.
_MIDDLE = rf"(?:(?![的了和与及在将要把被向从到为是有等以其该我本各村镇乡县区市街按也还并且每、]|应(?!急)|全[镇乡村县体])[{HAN}]){{0,9}}?"
_TAILS = (
    r"党工委|党委(?!书记处)|人民政府|政府(?!网站群|采购|购买)|办事处|纪工委|纪委|纪检|监察|人大|办公室|办(?![法理事公学好实案件证完成])|所(?![有需以在属])|站(?![在点到])|服务中心|(?:领导|工作|协调)小组|委员会|指挥部|专班"
    r"|干部|主要领导|领导|机关|班子|直各?(?:单位|部门|机关|站所)|属各?单位|残联|妇联|团委|工会|调委会|武装部|卫生院|敬老院|中心校|中心学校|财政|主要负责|分管负责|上(?=每|将|还|也|对|要|成立|召开|组织)|里(?=的|将|还|对|要|统一)|域内|两级|村两|村干部|村组|各(?:办公室|科室|股室|办|站所)|的?统一领导|队(?!伍)|镇长|乡长|长(?=[，、。；兼任为担亲主带抓负是对要及和]|$|\n)|委员(?!会)|全体(?=干部|党员|成员)"
)
_ORGAN = lazy.pattern(rf"(?P<kind>镇|乡|街道)(?P<organ>{_MIDDLE}(?:{_TAILS}))")
_KIND_WORDS = waiting_for(SMALL)
_BEFORE_STREET = frozenset("，。、由对向经报在\n,：；: \u3000和与受被是xX×*.．")
_WORDS_WITH = frozenset("家城故水侨老同异外下思还返回离入进重强名古集小新大中坐冰山")


# So long is a signature with its day.
_SIGNED = 40


def _organs(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「镇安全生产大检查领导小组」 in a sub-district's paper, 「由镇政府责令改正」 in that of a village in a township."""
    own = own_of(passage)
    if own is None or not own.townkind or of_several(passage):
        return
    right, wrong = 0, []
    for match in matches_near(passage, _KIND_WORDS, _ORGAN, 24):
        if match["kind"] == own.townkind:
            right += 1
        elif _is_own(passage, match):
            wrong.append(match)
    if len(wrong) > min(_PASSING, passage.body.count(own.town) + right):
        return
    if right <= len(wrong) > 1 and passage.end - own.start < _SIGNED:
        return  # the name stands in the signature alone, which may be the slip
    for match in wrong:
        how: Severity = "info" if has_changed(passage) or match[0].startswith("镇村") else "warning"
        said = f"这是{own.town}{own.townkind}的材料，这里却写「{match[0]}」，是别的乡镇、街道的机构，请核对。"
        both = {own.townkind, match["kind"]} <= {"镇", "乡"}
        right_word = own.townkind + match["organ"] if both else "核对机构名称"
        yield rule.finding(passage, *match.span(), said, suggestion=right_word, severity=how)


def _is_own(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the organ is meant for the unit's own: no name, list or 各 before it."""
    start = match.start()
    before = passage.text[max(passage.start, start - 1) : start]
    if (
        (match[0].startswith("镇村") and not re.match("镇村(?:干部|两级)", match[0]))
        or before in _WORDS_WITH
        or match[0] in {"乡镇长", "镇乡长"}
        or re.search("对方|当地|外地|各地|所在|邻近|附近|户籍|驻地|某$", clause_before(passage, start, 6))
    ):
        return False
    if match["kind"] == "街道" and before and before not in _BEFORE_STREET:
        return False
    # 「市、县、乡领导」 are levels told one after another.
    if re.search("(?<!社)[省市区县]、?$", clause_before(passage, start, 3)):
        return False
    if is_told_of(passage, *match.span()):
        return False
    if before == "各" and match["organ"].startswith("直"):
        return True
    return is_bare(passage, start, after_words=match["kind"] != "街道")


_BOTH = lazy.pattern("乡镇|镇街|乡（镇）|镇（街道）|街镇|镇乡|乡、镇|各(?:镇|乡|街道)")


def _two_towns(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「乡纪委监督」 in a village's scheme that elsewhere speaks of 镇党委: it lies in one town."""
    own = own_of(passage)
    if own and (own.townkind or own.sort not in IN_TOWNS) or of_several(passage):
        return
    found = [m for m in matches_near(passage, _KIND_WORDS, _ORGAN, 24) if _is_own(passage, m)]
    kinds = Counter(match["kind"] for match in found)
    if len(kinds) != len(("one", "other")) or min(kinds.values()) > 1:
        return
    # Where no name tells whose paper it is, the one kind must be told again and again, and the other not be a list's.
    if own is None and (max(kinds.values()) < _PASSING or _BOTH.search(passage.body)):
        return
    first = max(found, key=lambda match: (kinds[match["kind"]], -match.start()))
    for match in found:
        if match["kind"] != first["kind"]:
            said = f"别处写「{first[0]}」，这里写「{match[0]}」，一个单位只在一个乡镇、街道，请核对。"
            yield rule.finding(passage, *match.span(), said, suggestion=first["kind"] + match["organ"])


# --- organs of a village and of a community ------------------------------------------------------------------------

_VILLAGE_WORDS = waiting_for(("村", "居", "社区"))
_OF_VILLAGE = lazy.pattern(
    r"(?P<mark>村(?:[一-鿿]{2,4}(?:服务中心|委员会)|会计|文书|报账员|民委员会|委会|党支部(?:书记)?|党总支(?:书记)?|党委|支书|支部书记|主任|干部|[“\"]?两委|务(?:监督(?:委员会|小组)?|公开栏?)|民代表(?:大?会议?)?|民大会|民会议|规民约|民小组|民理财(?:小组)?|级(?:组织|集体|财务|事务|班子))|各村(?!民|居|、|（|和)|村里(?=[补出给将还要组发])|广大村民|全体村民|村民(?=投诉|来访|反映|办事|满意|群众|生活|对|在|可|凭))"
)
_OF_COMMUNITY = lazy.pattern(
    r"(?P<mark>(?:社区)?(?:居民委员会|居委会)|社区居民(?!委员会)|社区党员|社区办公室|社区(?:[一-鿿]{2,4}(?:服务中心|委员会)|党委|党总支|党支部|干部|[“\"]?两委|书记|主任)|居民(?:代表(?:大?会议?)?|大会|会议|小组|公约|理财(?:小组)?)|居务(?:监督(?:委员会|小组)?|公开栏?)|广大居民|全体居民)"
)
_BOTH = lazy.pattern("村[（(]居|村[（(]社区|村居|村、社区|村和社区")
_HAS_VILLAGES = lazy.pattern("城中村|行政村|自然村|个村民小组|村民小组[^。]*村民小组")


def _village_organs(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「村党支部每月组织学习」 in a community's report, 「居委会收集意见」 in a village's."""
    own = own_of(passage)
    if (
        own is None
        or own.sort not in {"村", "社区", "中心"}
        or not own.villagekind
        or _BOTH.search(passage.body)
    ):
        return
    if own.villagekind == "社区" and _HAS_VILLAGES.search(passage.body):
        return
    wrong, right = _OF_VILLAGE, _OF_COMMUNITY
    if own.villagekind == "村":
        wrong, right = right, wrong
    found = [
        match
        for match in matches_near(passage, _VILLAGE_WORDS, wrong, 12)
        if not is_told_of(passage, *match.span())
        and not re.search("组织法|选举法", passage.text[match.end() : match.end() + 6])
        and not re.search(
            "邻|各|等|退休|原$|(?<!居委会)(?<!居民委员会)(?<!社区)[和与及]$|村(?:委会|民委员会|党支部|党总支|[“”两委]{2,4})?、$",
            clause_before(passage, match.start(), 12),
        )
        and (
            is_bare(passage, match.start())
            or clause_before(passage, match.start()).endswith(
                (own.name, "由", "向", "居委会和", "居委会与", "社区和")
            )
        )
    ]
    found += _villagers(passage, found) if own.villagekind == "社区" else []
    mine = len(right.findall(passage.body)) + passage.body.count(own.name)
    for match in found if len(found) <= min(_PASSING, mine) else ():
        how: Severity = "info" if has_changed(passage) or "民" in match["mark"][:2] else "warning"
        said = f"这是「{own.name}」的材料，这里却写「{match['mark']}」，是{'村' if own.villagekind == '社区' else '社区'}的说法，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion="核对单位的说法", severity=how)


_VILLAGERS = lazy.pattern("(?P<mark>村民)(?!委员会|代表|小组)")
_ANY_VILLAGE = lazy.pattern("(?<![农乡])村")


def _villagers(passage: Passage, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """「村民不得擅自改变用途」 in a community's rules that speak of no village."""
    told = {match.start() for match in found}
    mine = [m for m in _VILLAGERS.finditer(passage.text, passage.start, passage.end) if m.start() not in told]
    few = len(_ANY_VILLAGE.findall(passage.body)) == len(mine) + len(found) <= _PASSING
    return [m for m in mine if few and is_bare(passage, m.start()) and not is_told_of(passage, *m.span())]


# --- a town where there is none ------------------------------------------------------------------------------------


# Sorts that lie in no town, unless their name tells one.
_OF_A_COUNTY = frozenset(
    "管委会 局 委 会 公司 馆 法院 检察院 矿 社区 中心 场 厂 校 园 医院 敬老院 社 行".split()  # noqa: SIM905
)
# Of these the organs of a town are none of those above.
_IN_NO_TOWN = _OF_A_COUNTY - {"社区", "敬老院", "场", "厂", "矿"}


def _no_town(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「镇招商办跟踪服务」 in the bulletin of a development zone that speaks of no town, 「镇党委高度重视」 in a bureau's."""
    own = own_of(passage)
    if own is None or own.townkind or own.sort not in _OF_A_COUNTY:
        return
    of_towns = len(re.findall(r"[镇乡](?!村|土)", passage.body))
    of_streets = passage.body.count("街道")
    organs = [
        match
        for match in matches_near(passage, _KIND_WORDS, _ORGAN, 24)
        if (match["kind"] != "街道" or own.county) and _is_own(passage, match)
    ]
    may_lie_in_one = own.sort in {"校", "园", "医院", "敬老院"} and not own.county
    only = len(organs) == 1 and (of_streets + of_towns if organs[0]["kind"] == "街道" else of_towns) == 1
    alone = only and not may_lie_in_one and not clause_before(passage, organs[0].start())
    wrong = [match for match in organs if alone or _acts_as_own(passage, own, match)]
    for match in wrong if len(wrong) <= _PASSING else ():
        unsaid = "全文没有说到哪个乡镇" if alone else "上文没有说到哪个乡镇"
        said = f"这是「{own.name}」的材料，{unsaid}，这里却写「{match[0]}」，请核对。"
        yield rule.finding(passage, *match.span(), said, suggestion="核对机构名称")


def _acts_as_own(passage: Passage, own: Own, match: re.Match[str]) -> bool:
    """Whether a town's organ leads the work of a county's body, or is the office that sees to it."""
    if own.sort not in _IN_NO_TOWN or not own.county or towns_were_named(passage, match.start()):
        return False
    return leads(passage, *match.span()) or (
        is_party_office(passage, *match.span()) and not clause_before(passage, match.start())
    )


# --- organs of a body that it is not -------------------------------------------------------------------------------

_HOUSES_ORGAN = lazy.pattern(
    r"(?:(?<=^)|(?<=[。；;，,、\n：: \u3000])|(?<=[由经报向]))(?P<mark>(?P<kind>局|学?校|院|厂|矿|园|社|公司|支队)(?P<organ>办公室|办(?![法理事公学])|党组|主要领导|主要负责人|分管领导|党委|党总支|纪检组|纪委|务会|长办公会|领导班子|机关|工会|属各单位|教务处|总务处|政教处|团委|职代会))",
    re.MULTILINE,
)
_HOUSES_WORDS = waiting_for(tuple("局 校 院 厂 矿 园 社 公司 支队".split()))  # noqa: SIM905
# So far back a bureau may have been named whose organs are meant.
_NAMED_BEFORE = 80


def _houses(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「由局纪检组处理」 in a school's rules that speak of no bureau, 「由厂办提出方案」 in a farm's report."""
    own = own_of(passage)
    if own is None or own.sort in {"", "县", "区", "市", "中心", "站", "所", "办"}:
        return
    found = [
        match
        for match in matches_near(passage, _HOUSES_WORDS, _HOUSES_ORGAN, 10)
        if match["kind"] not in own.selves
        and match["kind"] not in own.name
        and not is_told_of(passage, *match.span("mark"))
    ]
    of_kind = Counter(match["kind"] for match in found)
    for match in found:
        kind = match["kind"]
        low = max(passage.start, match.start() - _NAMED_BEFORE)
        # A town's paper speaks of bureaus; whose organs are meant stands shortly before.
        named = re.search(f"[{HAN}]{kind}", passage.text[low : match.start()])
        unsaid = own.townkind and not own.villagekind and named is None
        if of_kind[kind] <= _PASSING and (unsaid or passage.body.count(kind) == of_kind[kind]):
            said = f"这是「{own.name}」的材料，没有说到哪个{kind}，这里却写「{match['mark']}」，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对机构名称")


# --- those below and above -----------------------------------------------------------------------------------------

_EACH = ("各", "部分", "个别", "少数", "有的")
_ALL_WORDS = waiting_for(
    (
        *(each + what for each in _EACH for what in ("街道", "乡镇", "镇", "乡", "村", "社区", "县")),
        "市直",
        "省直",
    )
)
_DOES = "都?(?:要(?![求素])|应当?|须|必须|务必|不得|负责|主任|书记|化解|主要负责|明确|将|党支部|党总支|支部|党组织)"
_ALL = lazy.pattern(
    rf"(?:(?<=^)|(?<=[。；;，,\n \u3000])|(?<=、)(?=各村))(?P<mark>(?:各|部分|个别|少数|有的)(?P<kind>街道(?:社区|办事处|办)?|乡镇|镇街|镇(?!街)|乡(?!镇)|村(?!民)|社区(?!矫正|服务|工厂)|县(?:区|市)?)(?:主任|书记)?|(?P<above>[市省])直(?:各)?(?:部门|单位|机关))(?=[{HAN}]{{0,4}}?{_DOES}|认识|重视|之间|普遍|均|都|同志|信息员|[党纪]|纪检|干部|组织|发展|工作|按时|按要求|还|仍|张贴|发放|设立|同步|参照|定期|每|及时)",
    re.MULTILINE,
)
# Sort of the unit → what it has no more than one of, or none at all.
_NOT_BELOW = {
    "镇": {"街道", "街道办", "乡镇", "镇街", "镇", "乡", "县"},
    "乡": {"街道", "街道办", "乡镇", "镇街", "镇", "乡", "县"},
    "街道": {"街道", "街道办", "乡镇", "镇街", "镇", "乡", "县"},
    "村": {"街道", "街道办", "乡镇", "镇街", "镇", "乡", "村", "社区", "县"},
    "县": {"县"},
    "区": {"县"},
    "社区": {"街道", "街道办", "乡镇", "镇街", "镇", "乡", "县"},
    **{sort: {"街道", "街道办", "乡镇", "镇街", "镇", "乡", "村", "社区", "县"} for sort in ("校", "园", "医院", "法院", "敬老院", "厂", "矿", "场", "馆", "所")},
}  # fmt: skip


def _not_below(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「各街道化解力量薄弱」 in a town's report, 「市直各部门要明确信息员」 in a county's."""
    own = own_of(passage)
    if own is None or re.search("转发|会议|精神", title_of(passage)):
        return
    found = []
    for match in matches_near(passage, _ALL_WORDS, _ALL, 20):
        if match["above"]:
            wrong = (
                bool(own.countykind)
                and own.sort in {"县", "区", "办", "局", "委"}
                and not own.ending.startswith("分局")
            )
        else:
            kind = re.sub("县.", "县", match["kind"]).removesuffix("办事处")
            kind = kind if kind == "社区" else kind.removesuffix("社区")
            # 「个别村」 may be any of the land; 「各村」 are those below.
            all_of_them = match["mark"][0] == "各" or kind != "村"
            wrong = (all_of_them and kind in _NOT_BELOW.get(own.sort, ())) or (
                kind == "村"
                and own.sort == "街道"
                and passage.body.count("村") == passage.body.count(match["mark"])
            )
        if wrong and not is_told_of(passage, *match.span("mark")):
            found.append(match)
    for match in found if len(found) <= _PASSING else ():
        said = f"这是「{own.name}」的材料，这里却说「{match['mark']}」，疑为照搬别级的文字，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion="核对所指的单位")


_rule = warning_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "organs_of_other_kind",
        "街道的方案里写「镇领导小组」，乡里一个村的制度里写「由镇政府责令改正」，是别的乡镇、街道的机构。",
        "石鼓街道安全生产工作方案\n石鼓街道认真落实。镇安全生产大检查领导小组下设办公室。",
        "石鼓街道安全生产工作方案\n石鼓街道认真落实。街道安全生产大检查领导小组下设办公室，各镇领导小组来访。",
        Waiting(_KIND_WORDS, _organs),
    ),
    Rule(
        name="unit.in_two_towns",
        category="unit_name_inconsistency",
        severity="info",
        explain="村、学校、卫生院的材料里，一处写「镇党委」，一处写「乡纪委」：它只在一个乡镇、街道。",
        fires="关山村2020年实施方案\n关山村制定本方案。镇党委派干部指导，乡纪委监督。",
        passes="关山村2020年实施方案\n关山村制定本方案。镇党委派干部指导，镇纪委监督，白马乡党委来访。",
        find=Waiting(_KIND_WORDS, _two_towns),
    ),
    Rule(
        name="unit.none_below",
        category="unit_name_inconsistency",
        severity="info",
        explain="镇的材料里写「各街道要……」，县的通知里写「市直各部门要……」：这样的单位下面没有它们。",
        fires="黄岗镇2019年信访工作报告\n黄岗镇排查矛盾86起。各街道化解力量薄弱。",
        passes="黄岗镇2019年信访工作报告\n黄岗镇排查矛盾86起。各村化解力量薄弱，县里要求各乡镇、各街道落实。",
        find=Waiting(_ALL_WORDS, _not_below),
    ),
    _rule(
        "committee_words",
        "社区的材料里写「村党支部」「村民代表」，村的材料里写「居委会」「居民代表」。",
        "凤鸣社区2023年工作总结\n凤鸣社区党总支有党员126名。村党支部每月组织学习。",
        "凤鸣社区2023年工作总结\n凤鸣社区党总支有党员126名。退休村民社保已转接，邻村党支部来访。",
        Waiting(_VILLAGE_WORDS, _village_organs),
    ),
    Rule(
        name="unit.town_of_none",
        category="unit_name_inconsistency",
        severity="info",
        explain="开发区、局的材料全文没有说到哪个乡镇，忽然写「镇招商办」，多为套用乡镇的材料。",
        fires="河西经济开发区管理委员会招商情况通报\n签约项目12个。镇招商办跟踪服务到位。",
        passes="河西经济开发区管理委员会招商情况通报\n签约项目12个。白马镇招商办跟踪服务到位，各镇招商办参加。",
        find=Waiting(_KIND_WORDS, _no_town),
    ),
    Rule(
        name="unit.organ_of_other_body",
        category="unit_name_inconsistency",
        severity="info",
        explain="学校的办法里写「由局纪检组处理」，全文没有说到哪个局，多为套用别的单位的材料。",
        fires="河口县实验中学食堂管理办法\n第一条 河口县实验中学制定本办法。\n第二条 违反本办法的，由局纪检组处理。",
        passes="河口县实验中学食堂管理办法\n第一条 河口县实验中学制定本办法。\n第二条 违反本办法的，报县教育局，由局纪检组处理，由校务会研究。",
        find=Waiting(_HOUSES_WORDS, _houses),
    ),
)
