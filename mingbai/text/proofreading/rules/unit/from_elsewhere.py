"""Bodies that act in a paper as if it were theirs, and names of places and groups that are nearly the paper's own."""

import re
from collections import Counter
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._mentions import clause_before, is_told_of, taken_for
from mingbai.text.proofreading.rules._speaker import title_of
from mingbai.text.proofreading.rules._twice import compared
from mingbai.text.proofreading.rules._units import own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- another hospital, another school -----------------------------------------------------------------------------------

_HOUSES = {
    "医院": "人民医院|中医院|中医医院|妇幼保健院|妇幼保健计划生育服务中心|第[一二三]人民医院|医院|疾控中心",
    "校": "第?[一二三四五]中学?|职教中心|职业高中|实验小学|实验中学|第[一二三四五]小学|特殊教育学校|机关幼儿园|教师进修学校",
}
_HOUSES["园"] = _HOUSES["校"]
_ACTS = "在[^，,。；;\n]{2,14}(?:方面|工作中|上)|纪检|监察室|纪委|党委(?!的)|党总支|党支部|院务|校务|医务科|护理部|财务科|总务|工会|职代会|全体(?:干部|职工|医护|教)|领导班子|班子成员|院长|校长|干部职工|教职工|将(?:继续|进一步|以|坚持)|始终|坚持|高度重视|认真(?:贯彻|落实|组织|开展)|切实|不断|严格(?:按照|执行|落实)"
_OF_COUNTY = lazy.pattern(
    rf"(?:(?<=^)|(?<=[，,。；;、：:\n\u3000 ]))(?P<mark>(?:[{HAN}]{{2,3}})?(?P<level>[县市区])(?P<house>{_HOUSES['医院']}|{_HOUSES['校']}))(?={_ACTS})",
    re.MULTILINE,
)
_COUNTY_WORDS = waiting_for(
    ("医院", "保健院", "疾控中心", "中学", "一中", "二中", "三中", "四中", "五中", "职教中心", "高中", "小学", "学校", "幼儿园")
)  # fmt: skip
_TWO = 2


def _other_house(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「县人民医院在院务公开方面虽然取得了一定成效」 in the report of a town's 卫生院."""
    own = own_of(passage)
    houses = _HOUSES.get(own.sort) if own else None
    if own is None or houses is None:
        return
    found = [
        match
        for match in matches_near(passage, _COUNTY_WORDS, _OF_COUNTY, 30)
        if re.fullmatch(houses, match["house"])
        and not own.whole.endswith(match["house"])
        and not is_told_of(passage, *match.span("mark"))
        and match["mark"] not in title_of(passage)
    ]
    for match in found if len(found) <= _TWO else ():
        said = f"这是「{own.name}」的材料，这里却是「{match['mark']}」在说自己，疑为别的单位的文字没有改净，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=own.name)


# --- another trade's bureau above ----------------------------------------------------------------------------------------

_ABOVE = {
    "医院": (lazy.pattern("卫|医|疾|药|健康|计生"), "卫生健康"),
    "校": (lazy.pattern("教|学|文体"), "教育"),
    "园": (lazy.pattern("教|学|文体"), "教育"),
}
# Bureaus of which a house may have to do whatever its trade.
_ANYBODYS = lazy.pattern(
    "财|发改|发展|审计|纪|人社|人力|公共资源|组织|市场|物价|价格|税|监察|政务|机关事务|编|档案|保密|司法|公安|住建|应急|安监|消防|政府|采购|统计|民政|环|社保|文明|质"
)
_BUREAU = lazy.pattern(
    rf"(?:(?<![{HAN}])|(?<=[由经报照据在按]))(?P<mark>(?:[{HAN}]{{2,3}})?[县市区](?P<core>[{HAN}]{{2,6}}?)局)(?=统一(?:招标|采购|组织|安排|部署|管理|配备)|(?:的)?(?:统一)?(?:领导|指导)下|党组(?:书记|领导)?|下达|批复|核定|考核组|对我[院校园]|的?(?:安排部署|工作部署|统一部署)|主管|组织的(?:院务|校务)|年终考核)"
)
_BUREAU_WORDS = waiting_for(("局统一", "局的", "局领导", "局指导", "局党组", "局下达", "局批复", "局核定", "局考核", "局对我", "局安排", "局工作", "局主管", "局组织", "局年终"))  # fmt: skip


def _bureau_above(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「由县教育局统一招标采购」 in a hospital's report."""
    own = own_of(passage)
    known = _ABOVE.get(own.sort) if own else None
    if own is None or known is None:
        return
    home, right = known
    for match in compared(matches_near(passage, _BUREAU_WORDS, _BUREAU, 24)):
        if home.search(match["core"]) or _ANYBODYS.search(match["core"]) or home.search(match["mark"]):
            continue
        if passage.body.count(match["core"] + "局") <= _TWO and not is_told_of(passage, *match.span("mark")):
            said = f"这是「{own.name}」的材料，主管的应是{right}部门，这里写「{match['mark']}」，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对主管部门")


# --- under whose lead -----------------------------------------------------------------------------------------------------

_LED = lazy.pattern(
    r"在(?:上级[^，,。]{0,8}和)?(?P<mark>(?:[镇乡]党委|街道党工委|党工委)(?:[、和]?(?:[镇乡])?(?:人民)?(?:政府|办事处))?)的?(?:正确|坚强|统一|高度)?(?:领导|重视)(?:和[^，,。]{0,14})?下"
)
_LED_WORDS = waiting_for(("党委", "党工委"))
_OF_COUNTY_LEVEL = frozenset("局 委 会 馆 法院 检察院 公司".split())  # noqa: SIM905


def _led_by(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「我局将在镇党委的领导下」 in a county bureau's report."""
    own = own_of(passage)
    if own is None or own.sort not in _OF_COUNTY_LEVEL or own.town or own.zone:
        return
    for match in compared(matches_near(passage, _LED_WORDS, _LED, 40)):
        before = clause_before(passage, match.start(), 30)
        if not is_told_of(passage, *match.span("mark")) and not re.search("[镇乡街]", before):
            said = f"这是「{own.name}」的材料，领导它的不是{match['mark']}，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对领导机关")


# --- a street that has no name --------------------------------------------------------------------------------------------

_ORGANS = "党政(?:综合)?办(?:公室)?|党委|政府|党委政府|领导(?!小组|干部)|机关|纪委|人大|主要领导|班子|干部|分管领导|财政所|便民服务中心|综治办"
_OTHER_ORGAN = lazy.pattern(rf"(?P<kind>街道|镇|乡)(?P<organ>{_ORGANS})")
_OTHER_WORDS = waiting_for(("镇", "乡", "街道"))
_OFTEN = 4
_BEFORE_ORGAN = lazy.pattern(
    r"(?:^|[，,。；;：:、\n\u3000 ）)]|实行|落实|安排|由|经|报|向|对|与|和|及|让|请|受|被|在|是|按|听取|成立|组织|抽调|要求|形成)$"
)


def _of_other_kind(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「镇党政办每月通报」 in the plan of a sub-district, 「实行街道领导包村」 in a town's report."""
    found = [
        match
        for match in matches_near(passage, _OTHER_WORDS, _OTHER_ORGAN, 12)
        if _BEFORE_ORGAN.search(passage.text[max(passage.start, match.start() - 3) : match.start()])
    ]
    kinds = {match["kind"] for match in found}
    told = {kind: passage.body.count(kind) for kind in ("街道", "镇", "乡")}
    own, title = own_of(passage), title_of(passage)
    mine = own.townkind if own else next((kind for kind in told if kind in title), "")
    if mine not in told or "乡镇" in passage.body or len(kinds) == 0 or "镇街" in passage.body:
        return
    for match in found:
        kind = match["kind"]
        alone = told[kind] == 1 and told[mine] >= _OFTEN and "街" in kind + mine
        if kind != mine and alone and not is_told_of(passage, *match.span()):
            said = f"全文说的是{mine}，这里写「{match[0]}」，疑为别的单位的文字没有改净，请核对。"
            yield rule.finding(passage, *match.span(), said, suggestion=mine + match["organ"])


# --- names of places, one character off --------------------------------------------------------------------------------------

_KIND = "小区|社区|村|花园|家园|公寓|苑|小学|中学|合作社|水库|大桥|广场|公园|市场|大厦|景区|林场|灌区|园区|工程|卫生室|幼儿园|敬老院|福利院|养老院|古镇|古城|山庄|大道"
_PLACE = lazy.pattern(rf"(?=(?P<stem>[{HAN}]{{2}})(?P<kind>{_KIND})(?:(?<!村)|(?![级民庄务委镇居里])))")
_PLACE_WORDS = waiting_for(tuple(_KIND.split("|")))
_NO_NAME = frozenset(
    "是向到由年个月日的把被请或者将与和为在对等于及但而前经即又还也都就我们每次各全该某本据因并设所以其他它这那几两现级省道大小新老旧有无不此农乡城镇市县区街地一二三四五六七八九十百入进出驻行建中"
)


def _near_places(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「翠园小区」 and 「翠圆小区」, 「翠屏社区」 and 「翠平社区」."""
    places = [
        match
        for match in matches_near(passage, _PLACE_WORDS, _PLACE, 8)
        if not _NO_NAME & set(match["stem"]) and not passage.in_web_residue(match.start())
    ]
    names = Counter((match["stem"], match["kind"]) for match in places)
    if len(names) < _TWO:
        return
    first = {(match["stem"], match["kind"]): match.start() for match in reversed(places)}
    for match in compared(places):
        stem, kind = match["stem"], match["kind"]
        if names[stem, kind] > 1:
            continue
        twin = next(
            (
                one
                for one, its in names
                if its == kind and one != stem and one != stem[::-1] and taken_for(passage, one, stem)
            ),
            None,
        )
        if twin and first[twin, kind] < match.start():
            said = f"别处写「{twin}{kind}」，这里写「{stem}{kind}」，字形或读音相近，请核对。"
            yield rule.finding(passage, match.start("stem"), match.end("kind"), said, suggestion=twin + kind)


_INSIDE = lazy.pattern(rf"(?P<mark>(?P<stem>[{HAN}]{{3}})村)(?![级民庄务委里小])")
_VILLAGE_WORDS = waiting_for(("村",))


def _own_village(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「柏家湾村文化广场」 in the report of 柏树湾村: two of three characters are the own."""
    own = own_of(passage)
    if own is None or own.villagekind != "村" or len(own.village) != len("柏树湾"):
        return
    found = [
        match
        for match in matches_near(passage, _VILLAGE_WORDS, _INSIDE, 8)
        if sum(a == b for a, b in zip(match["stem"], own.village, strict=True)) == _TWO
        and not re.search("邻|学习|参观|考察|取经|[和与及]$", clause_before(passage, match.start(), 12))
    ]
    for match in found if len(found) == 1 else ():
        if passage.body.count(match["mark"]) == 1:
            said = f"这是{own.village}村的材料，这里写「{match['mark']}」，请核对是不是本村。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=own.village + "村")


# --- the group that was set up ------------------------------------------------------------------------------------------------

_GROUPS = "领导小组|协调小组|工作小组|指挥部|工作专班|推进组|工作领导组|工作组|委员会"
_SET_UP = lazy.pattern(rf"(?:成立|组建|设立|调整)(?:了|充实)?[^。；;\n]{{0,80}}?(?P<kind>{_GROUPS})")
_ODD = lazy.pattern(
    rf"(?:(?<=^)|(?<=[。；;\n\u3000 ]))(?P<mark>[{HAN}]{{4,20}}?(?P<kind>{_GROUPS}))(?=下设办公室|办公室设|定期|统一|每[周月季]|负责|牵头|统筹|调度|多次|$)",
    re.MULTILINE,
)
_GROUP_WORDS = waiting_for(("小组", "指挥部", "专班", "推进组", "领导组", "工作组", "委员会"))


def _other_group(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「安丰镇人居环境整治指挥部」 signs, and what was set up is a 领导小组; 「政府信息工作协调小组下设办公室」."""
    set_up = [match["kind"] for match in matches_near(passage, _GROUP_WORDS, _SET_UP, 110)]
    if len(set_up) != 1:
        return
    (kind,) = set_up
    matter = title_of(passage) + passage.body[:60]
    for match in compared(matches_near(passage, _GROUP_WORDS, _ODD, 40)):
        core = match["mark"].removesuffix(match["kind"])
        pairs = sum(core[at : at + 2] in matter for at in range(len(core) - 1))
        once = passage.body.count(match["kind"]) == 1 and not re.match("[县市区省]", core)
        if match["kind"] != kind and once and pairs and not is_told_of(passage, *match.span("mark")):
            said = f"前文成立的是{kind}，这里写「{match['mark']}」，名称不一致，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=core + kind)


_rule = hint_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "house_of_county",
        "卫生院、乡镇学校的材料里，忽然是县医院、县中学在说自己。",
        "马鞍铺镇中心卫生院2020年院务公开工作总结\n我院认真落实。县人民医院在院务公开方面虽然取得了一定成效，但还有不足。",
        "马鞍铺镇中心卫生院2020年院务公开工作总结\n我院认真落实。上转县人民医院病人212人次。",
        Waiting(_COUNTY_WORDS, _other_house),
    ),
    _rule(
        "bureau_of_other_trade",
        "卫生院的材料里主管的写成教育局，学校的材料里写成卫健局。",
        "大沟乡卫生院2018年院务公开自查报告\n今年购置彩超1台，由县教育局统一招标采购。",
        "大沟乡卫生院2018年院务公开自查报告\n今年购置彩超1台，由县卫生健康局统一招标采购。",
        Waiting(_BUREAU_WORDS, _bureau_above),
    ),
    _rule(
        "led_by_town",
        "县直部门的材料写着在镇党委的领导下。",
        "丰乐县民政局2011年政府信息公开年度报告\n2012年，我局将在镇党委的领导下，重点抓好三件事。",
        "丰乐县民政局2011年政府信息公开年度报告\n2012年，我局将在县委、县政府的领导下，重点抓好三件事。",
        Waiting(_LED_WORDS, _led_by),
    ),
    _rule(
        "organ_of_no_such_place",
        "街道的材料里写镇党政办，镇的材料里写街道领导，全文只此一处。",
        "街道政务公开工作计划\n街道办事处主任为第一责任人，街道各科室负责，街道每季度开会，街道全年组织培训。镇党政办每月通报信息报送情况。",
        "街道政务公开工作计划\n街道办事处主任为第一责任人，街道各科室负责，街道每季度开会，街道全年组织培训。街道党政办每月通报信息报送情况。",
        Waiting(_OTHER_WORDS, _of_other_kind),
    ),
    _rule(
        "place_one_off",
        "同一个小区、社区、学校、水库，前后差一个音近、形近的字。",
        "对翠园小区一期、二期改造工程公布了施工单位，方便翠圆小区居民监督。",
        "对翠园小区一期、二期改造工程公布了施工单位，方便翠湖小区居民监督。",
        Waiting(_PLACE_WORDS, _near_places),
    ),
    _rule(
        "own_village_one_off",
        "本村的名字里有一个字写成了别的字。",
        "南塬镇柏树湾村2017年度村务公开工作总结\n柏树湾村在村委会门前、柏家湾村文化广场设置公开栏3处。",
        "南塬镇柏树湾村2017年度村务公开工作总结\n柏树湾村到邻近的柳树湾村学习，在柏树湾村文化广场设置公开栏3处。",
        Waiting(_VILLAGE_WORDS, _own_village),
    ),
    _rule(
        "group_by_other_word",
        "前面成立的是领导小组，后面、落款写成指挥部、协调小组。",
        "安丰镇村庄清洁行动工作总结\n镇里成立了以镇长任组长的领导小组。\n安丰镇村庄清洁行动指挥部\n2019年7月5日",
        "安丰镇村庄清洁行动工作总结\n镇里成立了以镇长任组长的领导小组。\n安丰镇村庄清洁行动领导小组\n2019年7月5日",
        Waiting(_GROUP_WORDS, _other_group),
    ),
)
