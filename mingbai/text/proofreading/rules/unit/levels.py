"""县 and 区 in one text, weighed: the level that the title, the signature and most of the words bear out, and the few that do not."""

import re
from collections import Counter
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, meeting, warning_of
from mingbai.text.proofreading.rules._speaker import in_quotes, is_free, title_of
from mingbai.text.proofreading.rules._units import SMALL, own_of
from mingbai.text.proofreading.triggers import matches, matches_near, sought, waiting_for

_LEVELS = "县区市"
_OFFICES = (
    "水利 水务 国土 农业 林业 教育 教体 科技 民政 财政 公安 司法 人社 住建 交通 卫计 卫健 卫生 文化 文旅 文广 审计 统计 环保 生态 应急 安监 市场 工商 质监 信访 城管 医保 税务"
    " 发改 经信 工信 商务 粮食 畜牧 扶贫 乡村 自然 退役 人力 行政 政务 档案 机关 残疾 残联 妇联 工会 融媒 消防 气象 供销 疾控 老龄 物价 防汛 安委 扫黑 编办 人武 河长 禁毒 文明 创建 巡察 统战 组织 宣传 政法 党校 妇幼 电视 广播 移民 招商 园林 环卫 地震 森林 综治 维稳 防办 纪检 人口 普查 总工 团委 科协 文联"
)
_ORGANS = (
    "委 政府 人民政府 人大 政协 纪委 监委 法院 检察院 人民法院 人民检察院 直各 直机关 直部门 直单位 直有关 级机关 级各 级部门 局将 局要求 局统一 局领导 局党组 局督察 局督查 局机关 局分管 局要 局纪检 府办"
    f" {_OFFICES}"
)
_WORDS = waiting_for(
    (*(who + level for who in "我全本" for level in _LEVELS), *(level + organ for level in _LEVELS for organ in _ORGANS.split()))
)  # fmt: skip
_MENTION = lazy.pattern(
    rf"(?P<mark>(?P<who>[我全本])(?P<own>[县区市])(?!政(?!务)|[级域城场容民委位间块长林区镇乡]|直)"
    rf"|(?P<of>[县区市])(?:委(?![员托会])(?:办公室|书记|组织部|宣传部|统战部|政法委|[、和]?(?P=of)(?:人民)?政府)?|人民政府|政府(?!网)|人大|政协|纪委|监委|(?:人民)?法院|(?:人民)?检察院|直(?=[各属单机部有])|级(?=机关|部门|各)|府办|局(?=将|要求|统一|领导|党组|督察|督查|机关|分管|要|纪检)|财政(?!局|部|所|厅|收|预|支出)|残联|妇联|工商联|总工会|团委|科协|文联"
    rf"|(?:{'|'.join(_OFFICES.split())})[{HAN}]{{0,10}}?(?:局|委(?![员托])|办公室|办(?![法理公事])|中心|馆|大厅|大队|中队|支队|社(?![区会])|部(?![分门])|校|联|会(?![议同]))))"
)
_REACH = 20
# Before these the character is part of another word: 社区, 小区, 开发区, 各县.
_NOT_FREE = frozenset(
    "各市州省原邻社园库景片灾林牧老新小辖郊县区特矿地厂城山校院发范验护设多两每个自治该镇乡"
)
_LISTED = lazy.pattern("[县区市州省]、$")
_ENDS_IN_ALL = frozenset("健安齐完周保基根日版原资成标")
# Where counties and districts are told of side by side, both words are right.
_SIDE_BY_SIDE = lazy.pattern(r"县[、（(]?(?:市[、]?)?区|区[、（(]?(?:市[、]?)?县|县（市|区（市|县\(市|县市区")
_FORMER = lazy.pattern("撤县|撤市|县改区|(?<!下)设区|(?<!下)设市|更名为|区划调整")
_AUTONOMOUS = lazy.pattern("自治区|广西|宁夏|内蒙古|西藏|新疆")
_ZONES = lazy.pattern("开发区|高新区|经开区|新区|示范区|园区|景区|保税区|管委会")
_TITLED = lazy.pattern(
    rf"(?:^|[于发省市州《 \u3000])(?:(?P<name>[{HAN}xX×*]{{2,3}}?))?(?P<kind>县|区|市)(?=20\d\d|人民政府|政府|委|[{HAN}]{{0,14}}(?:局|办公室|委员会|中心|联合会|残联|妇联|工商联|科协|文联|馆|院|会|公司|站|队)|第|实验|[{HAN}]{{2,4}}[镇乡])"
)
_ADDRESSED = lazy.pattern(rf"^(?P<kind>[县区])(?:委|[{HAN}]{{2,16}})[：:]$")
_STRONG, _FEWEST, _MOST = 4, 3, 3
# A town that reports to a city lies in one that has no counties.
_TO_CITY = lazy.pattern(rf"^市(?:委|政府|[{HAN}]{{2,16}}(?:小组|办公室|办|局))[：:]$")


def _told(passage: Passage) -> Counter[str]:
    """What the title, the address and the signature say, as so many mentions."""
    votes: Counter[str] = Counter()
    if found := _TITLED.search(title_of(passage)):
        votes[found["kind"]] += _STRONG
    for _, line in passage.prose[1:4]:
        if found := _ADDRESSED.match(line):
            votes[found["kind"]] += _STRONG
    return votes


def _is_whole(passage: Passage, match: re.Match[str]) -> bool:
    """「全县」, not the end of 健全 and the beginning of 县委."""
    return passage.text[match.start() - 1 : match.start()] not in _ENDS_IN_ALL


def _mentions(passage: Passage) -> list[re.Match[str]]:
    return [
        match
        for match in matches_near(passage, _WORDS, _MENTION, _REACH)
        if passage.text[max(passage.start, match.start() - 1) : match.start()] not in _NOT_FREE
        and not _LISTED.search(passage.text[max(passage.start, match.start() - 2) : match.start()])
        and (_is_whole(passage, match) if match["own"] else is_free(passage, match.start()))
        and not in_quotes(passage, match.start())
        and not passage.in_web_residue(match.start())
    ]


def _mixed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「县水利局」 and 「全县」 in the summary of a district's bureau."""
    found = passage.once(_mentions)
    kinds = {match["own"] or match["of"] for match in found}
    if len(kinds & {"县", "区"}) < 1 or _FORMER.search(passage.body):
        return
    votes = _told(passage)
    told = dict(votes)
    votes.update(match["own"] or match["of"] for match in found)
    for own, other in (("县", "区"), ("区", "县")):
        rare = [match for match in found if (match["own"] or match["of"]) == other]
        few = votes[own] < 2 or votes[own] < 2 * len(rare)
        if not rare or len(rare) > _MOST or few or told.get(other):
            continue
        if _SIDE_BY_SIDE.search(passage.body):
            continue
        if other == "区" and _AUTONOMOUS.search(passage.body):
            rare = [match for match in rare if match["own"] is None and "党委" not in match[0]]
        if other == "区" and _ZONES.search(passage.body):
            rare = [match for match in rare if match["own"] is None]
        for match in rare:
            said = f"全文说的是「{own}」，这里却写「{match['mark']}」，层级不一致，请核对。"
            how: Severity | None = None if votes[own] >= _FEWEST else "info"
            right = match["mark"].replace(other, own)
            yield rule.finding(passage, *match.span("mark"), said, suggestion=right, severity=how)


def _as_city(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「全市各级各部门」 in a county's paper, 「全县」 and 「县人民政府」 in that of a city."""
    found = passage.once(_mentions)
    counted = Counter(match["own"] or match["of"] for match in found)
    told = _told(passage)
    unit = own_of(passage)
    if unit and unit.sort in {*SMALL, "村", "社区"} and not told:
        told["市"] += _FEWEST * any(_TO_CITY.match(line) is not None for _, line in passage.prose[1:4])
    if _FORMER.search(passage.body) or _SIDE_BY_SIDE.search(passage.body):
        return
    own = "县" if told["县"] or counted["县"] >= 2 * max(counted["市"] + told["市"], counted["区"]) else None
    own = own or ("区" if told["区"] or counted["区"] >= 2 * max(counted["市"], counted["县"]) else None)
    if own:
        for match in found:
            after = passage.text[match.end() : match.end() + 6]
            if match["own"] == "市" and (
                match["who"] == "我" or re.match("各级|各部门|各单位|各乡|各镇", after)
            ):
                said = f"全文说的是「{own}」，这里却写「{match['mark']}」，疑为照搬上级的文字，请核对。"
                yield rule.finding(
                    passage, *match.span("mark"), said, suggestion=match["mark"].replace("市", own)
                )
        return
    if counted["市"] + told["市"] < _FEWEST or counted["县"] > 2 or counted["区"]:
        return
    for match in found:
        if (match["own"] or match["of"]) == "县":
            said = f"全文说的是「市」，这里却写「{match['mark']}」，请核对。"
            yield rule.finding(
                passage, *match.span("mark"), said, suggestion=match["mark"].replace("县", "市")
            )


def _one_body(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「区人社局」 and 「县人社局」 in one paper: the rarer level, or both where neither is."""
    if _FORMER.search(passage.body) or _SIDE_BY_SIDE.search(passage.body):
        return
    found = passage.once(_mentions)
    votes = _told(passage)
    votes.update(match["own"] or match["of"] for match in found)
    bodies: dict[str, set[str]] = {}
    for match in found:
        if match["of"] and match["of"] in "县区":
            bodies.setdefault(match["mark"][1:], set()).add(match["of"])
    for match in found:
        level = match["of"]
        if not level or len(bodies.get(match["mark"][1:], ())) < len("县区"):
            continue
        other = "区" if level == "县" else "县"
        if votes[level] <= votes[other]:
            said = f"一处写「{other}{match['mark'][1:]}」，一处写「{match['mark']}」，层级不一致，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=other + match["mark"][1:])


# --- organs of two levels side by side --------------------------------------------------------------------------------

_PAIR = sought(
    r"(?<![、和省市县区州旗镇乡各])(?P<mark>(?P<one>省|市|县|区|州|旗)委(?:、|和|与)?(?P<other>省|市|县|区|州|旗)(?:人民)?政府)(?![、网门户])"
    r"|(?<![、和各])(?P<mark2>(?P<one2>镇|乡|街道)党(?:委|工委)(?:、|和|与)?(?P<other2>镇|乡|县|街道办事处|街道)(?:(?:人民)?政府|(?<=办事处)))"
)


def _pairs(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「市委、县政府将结果纳入考核」: the committee and the government of one place are of one level."""
    for match in matches(passage, _PAIR):
        one, other = match["one"] or match["one2"], match["other"] or match["other2"]
        mark = "mark" if match["mark"] else "mark2"
        if one == other.removesuffix("办事处") or in_quotes(passage, match.start()):
            continue
        before = passage.text[max(passage.start, match.start() - 4) : match.start()]
        if passage.in_web_residue(match.start()) or before.endswith(("自治", "、各", "及各")):
            continue
        said = f"「{match[mark]}」把两级的党委和政府连在了一起，请核对是哪一级。"
        yield rule.finding(passage, *match.span(mark), said, suggestion="统一为同一级的党委、政府")


# --- whom the paper is for --------------------------------------------------------------------------------------------

_TO = lazy.pattern(r"^各[^\n：:。]{1,60}[：:]$")
_EACH = sought(r"(?P<mark>各(?P<kind>乡镇|镇|乡|街道))(?![镇乡街（(、和与/]|办事处[、和])")
_TOWN_KINDS = {"乡镇": "乡镇", "镇": "乡镇", "乡": "乡镇", "街道": "街道"}
# 「乡镇」 is two of them.
_ONCE = 2
_KINDS_TOLD = lazy.pattern("[镇乡](?![村土亲情])|街道")


def _addressed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「各乡镇要落实人员」 in a notice to 「各街道、管委会各部门」."""
    to = next((line for _, line in passage.prose[1:4] if _TO.match(line)), None)
    told = {_TOWN_KINDS.get(word, "乡镇") for word in _KINDS_TOLD.findall(to)} if to else set()
    if len(told) != 1:
        return
    found = [
        match
        for match in matches(passage, _EACH)
        if _TOWN_KINDS[match["kind"]] not in told and not in_quotes(passage, match.start())
    ]
    others = _KINDS_TOLD.findall(passage.body)
    strange = sum(_TOWN_KINDS.get(word, "乡镇") not in told for word in others)
    for match in found if len(found) == 1 and strange <= _ONCE else ():
        said = f"通知发给「{to}」，这里却对「{match['mark']}」提要求，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion="与主送单位一致", severity="info")


_rule = warning_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "level_outvoted",
        "标题、落款和全文大多数地方都是「区」，个别地方却写「县」，或者相反。县、区并提的、撤县设区的不算。",
        "云浦区水利局2022年工作总结\n在区委、区政府领导下，在县水利局指导下，全县自来水普及率达到93%。",
        "云浦区水利局2022年工作总结\n在区委、区政府领导下，在市水利局指导下，全区自来水普及率达到93%。",
        Waiting(_WORDS, _mixed),
    ),
    _rule(
        "each_but_addressed",
        "通知发给各街道，正文却对各乡镇提要求，或者相反。乡镇和街道都发的不算。",
        "关于推进政务公开的通知\n各街道、管委会各部门：\n为推进政务公开，制定本方案。\n各乡镇要落实人员。",
        "关于推进政务公开的通知\n各乡镇、街道，区直各部门：\n为推进政务公开，制定本方案。\n各乡镇要落实人员。",
        meeting(_addressed, _EACH),
    ),
    _rule(
        "organs_of_two_levels",
        "「市委、县政府」「镇党委、乡政府」：并提的党委和政府不是同一级。",
        "督查结果报市委、县政府，纳入年度考核。",
        "督查结果报县委、县政府，省委、市委、县委先后部署，落实省委、省政府和市委、市政府要求。",
        meeting(_pairs, _PAIR),
    ),
    Rule(
        name="unit.body_of_two_levels",
        category="unit_name_inconsistency",
        severity="info",
        explain="同一份材料里一处写「县人社局」，一处写「区人社局」，层级不一致。县、区并提的不算。",
        fires="石泉镇参保扩面通知\n由区人社局按月通报。根据县人社局要求，每周五报送进度。",
        passes="石泉镇参保扩面通知\n由市人社局按月通报。根据县人社局要求，每周五报送进度。",
        find=Waiting(_WORDS, _one_body),
    ),
    Rule(
        name="unit.city_or_county",
        category="unit_name_inconsistency",
        severity="info",
        explain="县里的材料写「我市」「全市各级各部门」，市里的材料写「全县」，多为照搬别级的文字。",
        fires="关于表彰先进单位的决定\n全县各部门落实县委、县政府部署。全市各级各部门要以先进为榜样。",
        passes="关于表彰先进单位的决定\n全县各部门落实县委、县政府部署，综合排名列全市第三。",
        find=Waiting(_WORDS, _as_city),
    ),
)
