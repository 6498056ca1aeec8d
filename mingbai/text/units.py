"""Names of offices in titles and prose, read without a gazetteer: a chain of places, then the office.

Chinese writes no blanks, so a name's left edge is found by the words that cannot be part of it, and a name that
says nothing of its own (「我镇」「各乡镇」「XX局」) is no name.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from mingbai.text import lazy
from mingbai.text.model import UnitKind

HAN = r"[\u4e00-\u9fff]"
PROVINCE = rf"(?:{HAN}{{2,7}}?(?:省|自治区))"
# 「天门区城市管理局」 is of 天门区; 诸城市 and the like are cities.
CITY = rf"(?:{HAN}{{2,8}}?(?:自治州|市(?!场|容|民|直|委|政(?!务|府)|(?<=城市)(?:管理|规划|建设|更新|运行|综合))|州(?!市)|地区|盟(?!委)))"
COUNTY = rf"(?:{HAN}{{1,9}}?(?:自治县|县(?!委|直|城)|(?<![社小辖园校灾地库景])区(?!委|直|域|块)|旗|市(?!场|容|民|直|委|政(?!务|府)|(?<=城市)(?:管理|规划|建设|更新|运行|综合))))"
CHAIN = lazy.pattern(rf"(?P<parent>{PROVINCE}?{CITY}?{COUNTY}?)(?P<rest>.*)$")
SELF_TAIL = lazy.pattern(
    r"(?<=[镇乡县区市州旗省道])(?:人民政府|政府|人民|党委政府|党委、?政府|党委|委员会)$|(?<=局)(?:机关)?(?:党组|党委|党总支|党支部)$"
)

TOWN = lazy.pattern(rf"{HAN}{{1,9}}?(?:镇|乡|苏木)(?!镇|村|街)")
SUFFIXES: tuple[tuple[str, UnitKind], ...] = (
    ("街道办事处", "subdistrict"), ("街道办", "subdistrict"), ("街道", "subdistrict"), ("社区居民委员会", "community"),
    ("社区居委会", "community"), ("社区", "community"), ("村民委员会", "village"), ("村委会", "village"), ("幼儿园", "school"),
    ("小学", "school"), ("中学", "school"), ("学校", "school"), ("大学", "school"), ("学院", "school"), ("高中", "school"),
    ("初中", "school"), ("职中", "school"), ("一中", "school"), ("二中", "school"), ("三中", "school"), ("医院", "public_institution"),
    ("卫生院", "public_institution"), ("保健院", "public_institution"), ("敬老院", "public_institution"), ("福利院", "public_institution"), ("图书馆", "public_institution"), ("文化馆", "public_institution"),
    ("博物馆", "public_institution"), ("林场", "public_institution"), ("农场", "public_institution"), ("牧场", "public_institution"), ("茶场", "public_institution"), ("档案馆", "bureau"), ("公司", "public_institution"),
    ("中心", "public_institution"), ("研究院", "public_institution"), ("管理委员会", "bureau"), ("管委会", "bureau"),
    ("委员会", "bureau"), ("联合会", "bureau"), ("法院", "bureau"), ("检察院", "bureau"), ("办公室", "bureau"), ("办公厅", "bureau"),
    ("支队", "bureau"), ("大队", "bureau"), ("分局", "bureau"), ("总社", "bureau"), ("供销社", "bureau"), ("局", "bureau"),
    ("厅", "bureau"), ("委", "bureau"), ("办", "bureau"), ("部", "bureau"), ("残联", "bureau"), ("妇联", "bureau"),
    ("司法所", "office"), ("财政所", "office"), ("派出所", "office"), ("站", "office"), ("所", "office"), ("科", "office"),
    ("处", "bureau"), ("乡", "town"), ("镇", "town"), ("苏木", "town"), ("村", "village"), ("县", "county"), ("区", "county"),
    ("旗", "county"), ("市", "city"), ("州", "city"), ("省", "province"),
)  # fmt: skip
KIND_OF_ENDING = dict(SUFFIXES)
ENDING_LENGTHS = sorted({len(ending) for ending, _ in SUFFIXES}, reverse=True)
# What offices say of themselves → the endings of the full names that it can stand for.
SELF_WORD = lazy.pattern(r"[我本](街道|社区|中心|学校|单位|公司|[镇乡局办校县区市院委站所村处馆厅州])")
SELF_ENDINGS = {
    "镇": ("镇",), "乡": ("乡",), "局": ("局",), "办": ("办公室", "办"), "校": ("学校", "小学", "中学", "幼儿园", "一中", "二中", "三中"),
    "学校": ("学校", "小学", "中学", "幼儿园", "一中", "二中", "三中"), "县": ("县",), "区": ("区",), "市": ("市",), "州": ("州",),
    "院": ("医院", "卫生院", "学院", "法院", "检察院"), "委": ("委员会", "委"), "站": ("站",), "所": ("所",), "村": ("村",),
    "处": ("街道办事处", "处"), "馆": ("馆",), "厅": ("厅",), "街道": ("街道办事处", "街道"), "社区": ("社区",), "中心": ("中心",),
    "公司": ("公司",),
}  # fmt: skip
NOT_AFTER = {
    "办": "法理事公好学实证结案件文", "局": "限面部长", "处": "理罚置于室", "所": "有需以在长", "站": "式点在长", "村": "民务级庄干组镇居两长里内外", "委": "员托",
    "镇": "村街乡域区长级管", "乡": "镇村级土亲长管", "县": "级直委城域乡长", "区": "域别分委直级长块", "市": "场民容级直委长区县", "中心": "工任组城镇村学",
    "办公室": "主", "社区": "居民书", "街道": "办社主", "厅": "长级",
}  # fmt: skip
# 「根据青山县政务公开办公室要求」 names the office above, not the one that writes.
ON_ORDERS_OF = ("根据", "按照", "遵照", "依照", "接", "在")
HAN_RUN = lazy.pattern(rf"{HAN}+$")
NEEDS_PLACE = frozenset({"bureau", "office", "public_institution"})

STEM_LIST = (
    "农 乡 镇 村 城 各 全 我 本 该 某 此 其 整 乡镇 城乡 农村 示范 智慧 平安 和谐 新型 城市 城区 辖区 街道 所辖 文明 绿色 特色 便民 两 部分 所有 个 每个 各个 各县 各区 县 市 区"
    " 全县 全市 全区 全镇 全乡 中心 小城 建制 新 老 试点 重点 先进 贫困 行政 自然 基层 各乡 各村 村级 县级 市级 区级 乡级 镇级 上级 下 家 返 入 到 单位 学 我县 我市 我区 相关 有关 美丽 其他 办 县直 市直 区直 主城 开发"
    " 多 几 这个 本县 本市 本区 省 国家 地 小 园 景 社 学校 政府 镇街 县乡 政务公开 信息公开 主城 城乡 涉农 村居 工业 产业 功能 试验 自治 服务 一 二 三 四 五 六 七 八 九 十 友好 场 集 圩 墟 凡 集贸 中心集 重点集"
)
GENERIC_STEMS = frozenset(STEM_LIST.split())
VAGUE = lazy.pattern(
    r"[全各我本该某每](?:镇|乡|县|区|市|村|局|校|街道|社区|单位)|(?:新|老|主|现代化|中心)城区$|.{2}[富强立兴靓]镇$|^(?:街道|社区|学校|单位|机关)|^[村组队][账帐财资]|在|公示|抄[报送]|[^一-鿿]?由[镇乡村县]|选登|[三四五六]个"
)
MASK = lazy.pattern(r"[xX×＊*_○〇\dＸ某]")
# Words that end before a name begins. 和, 向 and their like also stand in place names: see `cut_left`.
LEFT_STOP = lazy.pattern(
    r".*(?:适用于|现将|根据|按照|建设|隶属|位于|通过|围绕|结合|关于|推动|促进|进一步|以来|要求|组织|指导|落实|加强|提高|引导|带领|协调|督促|成立|建立|健全|完善|形成"
    r"|召开|进行|开展|实行|负责|领导|公开|公布|利用|发挥|服务|群众|干部|政府|党委|书记|镇长|乡长|主任|同志|其中|及时|定期|全体|所有|以及|包括|涉及|贯彻|支持|工作|实现|完成|打造|争创|创建|推进|深化|做好|树立|保障|维护|增强|规范|创新|丰富|拓宽|扩大|强化|切实|认真|积极|扎实|努力|配合"
    r"|[在对由是使的将让给了及把被从到我各全本该按据年月日度等并其此每则但而近约达起])"
)
# Verbs before a name; some are the names of towns themselves (联合镇), so that a name must be left after them.
VERB_STOP = lazy.pattern(
    r".*(?:启用|停用|代表|走进|走向|前往|途经|经过|支援|联合|委托|授予|评定|确定|认定|地处|居住|援建|走访|慰问|考察|督查|检查|命名|选择|选取|选定|纳入|依托|参照|选派|聘请|担任|兼任|现任|曾任|调整|推荐|撤销|设立|我们"
    r"|拨付|学习|参观|参加|驻守|进驻|下派|派驻|评为|荣获|作为|成为|转发|印发|介绍|宣传|反映|收到|上报|报送|联系|对接|陪同|邀请|欢迎|关心|关注|关爱|帮助|帮扶|指挥|表彰|通报|抽查|核查|审计|巡察)"
)
# After these the words before are what a campaign is called: 「阳光街道创建活动」.
# 「原柳庄村」 has become another; 原店镇 stands there more than once.
FORMERLY = 3
OF_CAMPAIGN = ("创建", "创立", "创评", "评选")
# Single words before a name that also begin names: taken off where the name stands without them elsewhere.
LEADING = frozenset("以为和同经因致属驻自任们向与至")
SOFT_STOP = lazy.pattern(r".*[和与向于以为至经同]")
TITLE_CUT = lazy.pattern(
    r"(?:19|20)\s?\d\d|20[xX×*_]|二[〇○零Ｏ]|[xX×]{2,4}年|[xX×]{1,4}年|政务|政府信息|政府网站|信息公开|校务|村务|居务|党务|院务|厂务|财务|办事公开|事务|关于|年度|开展|落实|贯彻|推进|推行|深化"
    r"|做好|上半年|下半年|第[一二三四]季度|工作|依法|法治|行政|电子|基层|门户|“|《|\d"
)
LEAD = lazy.pattern(
    r"(?:中共|(?:19|20)\s?\d\d\s?年?(?:度|上半年|下半年)?(?:第[一二三四]季度)?|20[xX×*_]{2}年?度?|[xX×]{2,4}年度?|二[〇○零][〇○零一二三四五六七八九十]{1,3}年度?|关于|印发|[★●◆《\s]){1,4}"
)


# Names are counted and compared, so two that say the same are the same.
@dataclass(frozen=True, slots=True)
class UnitName:
    """`name` as the text has it, without the places above a town; `parent` the places above it."""

    name: str
    kind: UnitKind
    parent: str | None = None


def ending_of(name: str) -> tuple[str, UnitKind] | None:
    """The longest ending that names a sort of office."""
    for length in ENDING_LENGTHS:
        kind = KIND_OF_ENDING.get(name[-length:])
        if kind and len(name) >= length:
            return name[-length:], kind
    return None


def parse(candidate: str) -> UnitName | None:
    """A string that should be exactly one office's name."""
    bare = SELF_TAIL.sub("", candidate)
    ending = ending_of(bare)
    if not ending or not 2 <= len(bare) <= 30 or MASK.search(bare):
        return None
    suffix, kind = ending
    if VAGUE.search(bare):
        return None
    if suffix in {"委", "部", "科", "所", "站", "处", "办"} and len(bare) < 5:
        return None
    match = CHAIN.match(bare)
    parent, rest = (match["parent"], match["rest"]) if match else ("", bare)
    if not rest:
        return place_itself(parent, kind)
    stem = rest.removesuffix(suffix)
    if kind in {"town", "subdistrict", "village", "community"}:
        return below_county(parent, rest, kind)
    # 「义源县政府办公室」 names its county; a bare 「政府办公室」 could be anyone's.
    if (stem in GENERIC_STEMS and not (parent and stem == "政府")) or (not stem and not parent):
        return None
    return UnitName(bare, kind, parent or None)


def place_itself(chain: str, kind: UnitKind) -> UnitName | None:
    """A county or city that reports for itself: the last link of the chain is its name."""
    links = re.findall(rf"{PROVINCE}|{CITY}|{COUNTY}", chain)
    if not links or ending_stem(links[-1]) in GENERIC_STEMS:
        return None
    return UnitName(links[-1], kind, "".join(links[:-1]) or None)


def ending_stem(name: str) -> str:
    ending = ending_of(name)
    return name.removesuffix(ending[0]) if ending else name


# 「撤并建制村」: a sort of villages.
OF_A_SORT = lazy.pattern("撤并|建制$|行政$|贫困$|示范$|试点$")


# 「青川县沙州」 before 镇: the town's own name ends like that of a place above it.
OWN_LEVEL_WORD = lazy.pattern(rf"(?P<above>{HAN}+[县市区旗])(?P<own>{HAN}{{1,4}})$")


def below_county(parent: str, rest: str, kind: UnitKind) -> UnitName | None:
    """Towns and villages are called by their own name; the places above go into `parent`."""
    if kind in {"village", "community"}:
        town = TOWN.match(rest) or re.match(rf"{HAN}{{1,9}}?街道", rest)
        if town and town.end() < len(rest) - 1:
            parent, rest = parent + town.group(), rest[town.end() :]
    stem = ending_stem(rest)
    if not stem and (split := OWN_LEVEL_WORD.match(parent)):
        parent, rest = split["above"], split["own"] + rest
        stem = split["own"]
    if not stem or stem in GENERIC_STEMS or len(stem) > 9 or OF_A_SORT.search(stem):
        return None
    return UnitName(rest, kind, parent or None)


def unit_of_title(title: str) -> UnitName | None:
    """The office in front of what the title says the document is."""
    lead = LEAD.match(title)
    rest = title[lead.end() :] if lead else title
    cut = TITLE_CUT.search(rest)
    head = (rest[: cut.start()] if cut else rest).strip(" 　·:：的")
    # 「岭西县政务服务管理局关于…」, 「白沙镇：一张图看懂」
    whole = rest.split("关于")[0] if "关于" in rest else re.split("[：:]", rest)[0]
    for piece in (whole if whole != rest else "", head, head.rsplit(" ", 1)[-1]):
        found = parse(piece) if piece else None
        if found:
            return found
    return None


AT_HEAD = lazy.pattern(
    r"(?!反映|印发|转发|批转|同意|申请|设立|推进|加强|做好|开展|组织|调整|成立|撤销|命名|表彰|给予|处理|建设|支持)(?P<unit>[\u4e00-\u9fff]{2,4}?(?<![城乡])(?:镇|乡|街道))(?!村(?!级)|[街路级企财镇直属])"
)


def unit_at_head(title: str) -> UnitName | None:
    """「2022年黄花镇安全生产监管信息公开情况」: the town that a title begins with, whatever it goes on to say."""
    lead = LEAD.match(title)
    found = AT_HEAD.match(title, lead.end() if lead else 0)
    return parse(found["unit"]) if found else None


def has_place_name(text: str) -> bool:
    return unit_of_title(text) is not None


def cut_left(text: str) -> str:
    """Drops what cannot belong to the name that ends here: 「使产业向矿山镇」 → 「矿山镇」, but 「向阳镇」 stays."""
    hard = LEFT_STOP.match(text[:-1])
    rest = text[hard.end() :] if hard else text
    verb = VERB_STOP.match(rest[:-3])
    rest = rest[verb.end() :] if verb else rest
    soft = SOFT_STOP.match(rest[:-2])
    return rest[soft.end() :] if soft and len(rest) - soft.end() >= 3 and soft.end() > 1 else rest


class _Former:
    """Which names in a text are of what has become another unit: 「原柳庄村」, where it stands there only once."""

    def __init__(self, text: str) -> None:
        self._text = text
        # By length what begins with 原: the text is read once for each, however many names there are.
        self._times: dict[int, Counter[str]] = {}

    def is_one(self, name: str) -> bool:
        return name[:1] == "原" and len(name) > FORMERLY and self._counted(len(name))[name] == 1

    def _counted(self, size: int) -> Counter[str]:
        if size not in self._times:
            places = (match.start() for match in re.finditer("原", self._text))
            self._times[size] = Counter(self._text[at : at + size] for at in places)
        return self._times[size]


def names_in(text: str, endings: tuple[str, ...]) -> Counter[UnitName]:
    """Full names with one of the endings in running text, with how often each stands there."""
    found: Counter[UnitName] = Counter()
    former = _Former(text)
    for match in ending_pattern(endings).finditer(text):
        run = HAN_RUN.search(text, max(0, match.end() - 22), match.end())
        if run is None:
            continue
        name = cut_left(run.group())
        unit = parse(name)
        if unit is None:
            continue
        if former.is_one(name) or text.startswith(OF_CAMPAIGN, match.end()):
            continue
        above = run.group().removesuffix(name).endswith(ON_ORDERS_OF)
        if unit.kind not in NEEDS_PLACE or (unit.parent and not above):
            found[unit] += 1
    return without_verbs(without_leading(found))


# So often stands a name that reads like a verb and a place: 联合镇, not 「调整乡」 in 「调整乡政务公开领导小组」.
BORNE_OUT = 3


def without_verbs(found: Counter[UnitName]) -> Counter[UnitName]:
    """Without what is a verb and the bare word for the place, unless it stands there again and again."""
    return Counter(
        {
            unit: times
            for unit, times in found.items()
            if times >= BORNE_OUT or unit.parent or not VERB_STOP.fullmatch(ending_stem(unit.name))
        }
    )


def without_leading(found: Counter[UnitName]) -> Counter[UnitName]:
    """「为定山镇」 counts as 定山镇 where that stands in the text too."""
    by_name = {unit.name: unit for unit in found}
    counted: Counter[UnitName] = Counter()
    for unit, times in found.items():
        bare = by_name.get(unit.name[1:]) if unit.name[0] in LEADING else None
        counted[bare or unit] += times
    return counted


@cache
def ending_pattern(endings: tuple[str, ...]) -> re.Pattern[str]:
    """The endings where they end a name and do not begin another word (办 in 办法, 村 in 村民)."""
    return lazy.pattern("|".join(f"{re.escape(e)}(?![{NOT_AFTER.get(e, '们')}])" for e in endings))


def self_word(text: str) -> str | None:
    """What the office calls itself most: 「镇」 for 我镇, 「局」 for 本局."""
    words = Counter(SELF_WORD.findall(text))
    return words.most_common(1)[0][0] if words else None
