"""Whose paper a text is, read once from its title, its recognised unit and its signature: the chain of places, the body, its sort.

Rules on names of units compare each mention with this chain: what calls itself 我校 can be no 局, what lies in a 区 has no 县委.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

from mingbai.text import dictionary, lazy
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._foreign import NOT_STEMS
from mingbai.text.proofreading.rules._knowledge import is_word
from mingbai.text.proofreading.rules._speaker import speaker, title_of
from mingbai.text.units import GENERIC_STEMS

SMALL = ("镇", "乡", "街道")
# Sort of a body → how such bodies' names end. 「+」: the ending needs a name before it.
_ENDINGS = {
    "园": "中心幼儿园 +幼儿园",
    "校": "中心小学 中心学校 中心校 +小学 +中学 +学校 +高中 +职中 +学院 +大学",
    "医院": "人民医院 中医院 中医医院 +医院 中心卫生院 卫生院 妇幼保健院 +保健院 社区卫生服务中心 +卫生服务中心",
    "法院": "人民法院 +法院",
    "检察院": "人民检察院 +检察院",
    "敬老院": "敬老院 +福利院 +养老院",
    "公司": "+公司 +集团",
    "行": "+银行 +信用社",
    "矿": "+煤矿 +铁矿 +矿山",
    "厂": "+水厂 +污水处理厂 +酒厂 +纸厂 +药厂 +机械厂",
    "场": "+林场 +农场 +牧场 +茶场",
    "馆": "图书馆 文化馆 博物馆 档案馆 科技馆 美术馆 +纪念馆",
    "所": "+管理所 派出所 司法所 财政所 自然资源所 市场监管所 国土所 国土资源所 税务所 供电所",
    "站": "综合文化站 文化站 农技站 畜牧兽医站 水利站 林业站 退役军人服务站",
    "会": "残疾人联合会 残联 妇女联合会 妇联 总工会 工商业联合会 工商联 科学技术协会 科协 文联 红十字会 +协会 +商会",
    "社": "供销合作社 供销社 供销合作联合社 +信用合作联社 +信用联社 +联社 +合作社",
    "队": "+支队 +大队 +中队",
    "管委会": "管理委员会 管委会",
    "局": "+局",
    "委": "+委员会",
    "中心": "便民服务中心 党群服务中心 +服务中心 +中心",
    "办": "党政办公室 +办公室",
}
# What such a body calls itself: 我校, 本院; the rest of a sort calls itself by its own name.
SELF_WORDS = {
    "园": ("园", "幼儿园"),
    "校": ("校", "学校"),
    "医院": ("院", "医院"),
    "法院": ("院", "法院"),
    "检察院": ("院", "检察院"),
    "敬老院": ("院",),
    "公司": ("公司", "司"),
    "管委会": ("区", "委", "管委会", "园区", "开发区"),
    "行": ("行", "社"),
    "队": ("队", "大队", "支队", "中队"),
}
# Sorts of bodies that lie in a town.
IN_TOWNS = frozenset(("村", "社区", "校", "园", "医院", "所", "站", "场", "会", "敬老院", "社", "中心", "厂"))
_EMPTY = {
    sort: tuple(one for one in words.split() if not one.startswith("+")) for sort, words in _ENDINGS.items()
}
_NAMED = {
    sort: tuple(one[1:] for one in words.split() if one.startswith("+")) for sort, words in _ENDINGS.items()
}
_SORT_OF = {ending: sort for of in (_NAMED, _EMPTY) for sort, endings in of.items() for ending in endings}
# Sorts whose names are near each other: a library's paper may have been a museum's.
_KIN = {
    "法院": ("检察院",),
    "检察院": ("法院",),
    "园": ("校",),
    "矿": ("厂",),
    "厂": ("矿",),
    "场": ("厂",),
    "社": ("行",),
    "行": ("社",),
}


@cache
def endings_of(sort: str) -> tuple[str, ...]:
    """How the names of bodies of this sort and of those near it end, the longer ones first."""
    sorts = (sort, *_KIN.get(sort, ()))
    return tuple(sorted((e for one in sorts for e in _NAMED[one] + _EMPTY[one]), key=len, reverse=True))


_LEAD = lazy.pattern(
    r"[\s★●◆《]*(?:中共)?(?:(?:19|20)[\dxX×]{2}年?(?:度|上半年|下半年)?)?(?:关于(?:印发|成立|调整|公布|表彰|开展|举办|召开|加强|推进|规范|组织|切实做好|撤销|同意|征求|公开征求|对|做好|报送|报批|申请|请求)?)?[《\s]*(?:(?:19|20)[\dxX×]{2}年?(?:度|上半年|下半年)?)?"
)
# A place's name may begin with some of these, 和平 and 向阳, but holds none of them.
_NEVER, _NEVER_WITHIN = (
    "各全我本该每某其这那的了在及对由从将把被给等按据度做省局《》",
    "和与向以为同市县区镇乡村",
)
_IN_NAME = rf"(?:(?![{_NEVER}{_NEVER_WITHIN}])[{HAN}]|[和同](?=[县区市旗镇乡村]|街道|社区)|村(?=[镇乡]))"
_FIRST = rf"(?:(?![{_NEVER}县区])[{HAN}])"
_FIELDS = lazy.pattern(
    r"(?:政务|政府|信息|党务|村务|居务|校务|院务|公开|工作|关于|开展|做好|落实|推进|贯彻|加强|实施|法治|年度|20\d\d|\d)"
)
_CHAIN = lazy.pattern(
    rf"(?:[{HAN}]{{2,3}}(?:省|自治区))?"
    rf"(?:(?P<city>{_FIRST}{_IN_NAME}{{1,3}}?)(?P<citykind>市|自治州|盟)(?!场|容|民|直|委(?!员会)|政(?!府|务|协)|级))?"
    rf"(?:(?P<county>{_FIRST}{_IN_NAME}{{0,3}}?)(?P<countykind>自治县|县|(?<![社小园校灾景林牧片发新辖郊山库城])区|(?<=山)区(?=人民政府|[一-鿿]{{2,12}}(?:局|办公室|中心|医院|法院|检察院)(?:20|关于|$))|(?<=..)旗(?!小|中))(?!级|域|直|城(?![关东南西北郊厢中管市乡])|长|划|块|内|乡镇|委(?!员会|办)|政(?!府|务|协)))?"
    rf"(?:(?P<zone>[{HAN}]{{0,8}}?(?:开发区|高新区|经开区|示范区|工业园区|产业园区|工业园|产业园|风景区|景区|园区|新区))(?!域|级))?"
    rf"(?:(?P<town>{_FIRST}{_IN_NAME}{{1,3}}?)(?P<townkind>镇|乡|街道)(?![镇乡街级区域长土亲贤里]|村(?![级务两干民组])))?"
    rf"(?:(?P<village>{_FIRST}{_IN_NAME}{{0,4}}?)(?P<villagekind>(?<![农乡])村|社区)(?!(?<=村)(?:级|镇|庄|组|干|民(?!委员会)|居|委会换)|(?<=社区)(?:级|居民(?!委员会|公约)|矫正|建设|教育|服务|戒毒|团购)))?"
)
_BODY = lazy.pattern(
    rf"(?P<stem>[{HAN}]{{0,14}}?)(?:(?P<bare>{'|'.join(sorted((e for of in _EMPTY.values() for e in of), key=len, reverse=True))})"
    rf"|(?<=[{HAN}])(?P<ending>{'|'.join(sorted((e for of in _NAMED.values() for e in of), key=len, reverse=True))}))"
    r"(?![长面限员干里]|校(?![务园长风])|主任|书记|小学|中学|学校|卫生院|幼儿园|村|(?:(?!关于|开展|20)[\u4e00-\u9fff]){2,6}?(?:大队|支队|中队))"
)
# Of a line under the text that is nothing but a unit's name.
_SIGNED = lazy.pattern(
    rf"(?:中共)?[{HAN}]{{2,24}}?(?:镇|乡|街道|村|社区|县|区|市|局|委|院|校|园|学|馆|所|站|会|社|司|场|厂|矿|中心|办公室)(?:人民政府|政府|党委|党工委|办事处|村民委员会|居民委员会|村委会|居委会|党支部|党总支|委员会|纪委)?(?:办公室|党政办公室|党政办)?"
)
_NO_STEM = lazy.pattern(
    r"[各全我本该每某]|乡镇|中小|义务|公办|民办|关于|开展|工作|公开|落实|推进|贯彻|加强|实施|办法|20\d|的|年"
)
_COMMITTEES = ("村民委员会", "居民委员会", "村委会", "居委会")


@dataclass(frozen=True, slots=True)
class Own:
    """The unit whose paper it is. `sort`: 镇, 乡, 街道, 村, 社区, 县, 区, 市 or the sort of a body; `name` as it is written from the
    lowest place on; stems of the places above by tier, "" where the text does not tell; `stem` and `ending` of a body."""

    sort: str
    name: str
    whole: str
    city: str = ""
    county: str = ""
    countykind: str = ""
    town: str = ""
    townkind: str = ""
    village: str = ""
    villagekind: str = ""
    stem: str = ""
    ending: str = ""
    zone: str = ""
    start: int = 0

    @property
    def selves(self) -> tuple[str, ...]:
        """The words by which it calls itself."""
        return SELF_WORDS.get(self.sort, (self.sort,))

    @property
    def is_place(self) -> bool:
        """Whether it is a town, a village or a county itself, and no body in one."""
        return not self.ending


def own_of(passage: Passage) -> Own | None:
    """The unit of the text by its title, else by what was recognised, else by its signature."""
    found: Own | None = passage.once(_own)
    return found


def _own(passage: Passage) -> Own | None:
    document = passage.document
    title = title_of(passage)
    said = [title[match.end() :]] if title and (match := _LEAD.match(title)) else []
    if document.unit:
        above = document.parent_unit or ""
        said.append(document.unit if document.unit.startswith(above) else above + document.unit)
    under = passage.lines[-4:] if len(passage.lines) > 4 else ()
    said += [line.removeprefix("中共") for _, line in under if _SIGNED.fullmatch(line)]
    for words in said:
        own = own_in(words)
        if own and (at := passage.body.find(own.name)) >= 0:
            own = _as_in_text(passage, own, at)
            return _situated(passage, replace(own, start=passage.start + max(passage.body.find(own.name), 0)))
    return _unnamed(passage)


# So long is a signature with its day.
_SIGNATURE = 60


def _as_in_text(passage: Passage, own: Own, at: int) -> Own:
    """A name that only the signature has gives way to the one in the text: 南浦镇 over 「南浦街道办事处」."""
    if len(passage.body) - at > _SIGNATURE + len(own.name):
        return own
    for stem, kind, others in (
        (own.village, own.villagekind, "村|社区"),
        (own.town, own.townkind, "镇|乡|街道"),
        (own.county, own.countykind, "县|区"),
    ):
        if not stem:
            continue
        other = re.search(
            rf"{stem}(?!{kind})(?:{others})|(?:{'|'.join(f'{stem[:i]}[{HAN}]{stem[i + 1 :]}' for i in range(len(stem)))}){kind}",
            passage.body[:at],
        )
        found = other and own_in(passage.body[other.start() : other.start() + len(own.name) + 6])
        if found and found.ending and found.town and own.sort in SMALL:
            found = own_in(found.town + found.townkind)  # 「柏木乡敬老院」 tells of 柏木乡
        if found and found.sort in {own.sort, *SMALL, "村", "社区"} and found.name != own.name:
            by_kind = passage.body.count(found.sort) - passage.body.count(own.sort)
            by_name = passage.body.count(found.name) - passage.body.count(own.name)
            alike = by_name >= (0 if passage.body.count(own.county) > 1 else 1)
            return found if (by_kind >= 0 if found.sort != own.sort else alike) else own
    return own


_SORTS = {"院": "医院", "大队": "队"}


def _unnamed(passage: Passage) -> Own | None:
    """A unit whose name the text does not tell, by what it calls itself."""
    who = speaker(passage)
    if who is None:
        return None
    return Own(
        sort=_SORTS.get(who.kind, who.kind),
        name=who.said,
        whole=who.said,
        townkind=who.kind if who.kind in SMALL else "",
        villagekind=who.kind if who.kind in {"村", "社区"} else "",
        start=who.start,
    )


# 「花园社区位于城南街道中部」
_LIES_IN = lazy.pattern(
    rf"(?:位于|地处|隶属于?|属于?|坐落(?:于|在)|居|是)(?:[{HAN}]{{2,4}}?[县区市])?(?P<town>{_FIRST}{_IN_NAME}{{1,2}}?)(?P<townkind>镇|乡|街道)(?![镇乡村街级区域长土亲贤])"
)


# 「镇党委派干部指导」: the organs of one kind of town alone are those of its own.
_ITS_TOWN = lazy.pattern(
    r"(?:^|[在由经报向对和与及、，。；\n]|按照)(?P<kind>镇|乡|街道)(?:党委|党工委|人民政府|政府|办事处|纪委|纪工委|派出所|司法所|财政所|农经站|民政办)"
)


def _situated(passage: Passage, own: Own) -> Own:
    """The unit with the town that the text says it lies in, where its name does not."""
    if own.townkind or own.sort not in IN_TOWNS:
        return own
    match = _LIES_IN.search(passage.text, own.start, min(own.start + 400, passage.end))
    if match is None or not _may_be_place(match["town"]):
        kinds = Counter(found["kind"] for found in _ITS_TOWN.finditer(passage.body))
        # What bears the county's name lies in a town for certain only where the text says so again.
        said = sum(kinds.values()) > bool(own.county)
        return replace(own, townkind=next(iter(kinds))) if len(kinds) == 1 and said else own
    return replace(own, town=match["town"], townkind=match["townkind"])


@cache
def own_in(words: str) -> Own | None:
    """The unit with whose name a line begins."""
    chain = _CHAIN.match(words)
    if chain is None:
        return None
    places = {name: value or "" for name, value in chain.groupdict().items()}
    places["countykind"] = places["countykind"].removeprefix("自治")
    if any(not _may_be_place(places[name]) for name in ("city", "county", "town", "village")):
        return None
    rest = words[chain.end() :]
    body = _body(rest, bool(chain.end()))
    if body:
        return _made(words, places, chain, *body)
    if not chain.end() or not _ends_name(rest):
        return None
    if not (places["town"] or places["village"] or places["zone"]) and not _ABOUT.match(rest):
        return None  # a body of a sort that is not known
    return _made(words, places, chain, "", "")


def _may_be_place(stem: str) -> bool:
    return not stem or (
        stem not in GENERIC_STEMS
        and stem not in NOT_STEMS
        and (
            len(stem) < 3
            or not is_word(stem[:2])
            or dictionary.kinds(stem[:2])[0][:1] not in {"v", "d", "p", "c"}
        )
    )


_BRANCH = lazy.pattern(rf"[{HAN}]{{2,4}}(?:分局|支行|分公司|分院|分校|校区)")
_BRANCH_OFFICE = lazy.pattern(rf"^(.*?局)[{HAN}]+分局$")


# 「桃源镇中学食堂管理制度」, 「临江县医院2020年总结」: the one of the place, which has no name of its own.
_OF_THE_PLACE = lazy.pattern(
    rf"(?P<stem>(?:实验|第[一二三四五六])?)(?P<ending>中学|小学|幼儿园|医院|林场|农场|煤矿|水厂)(?=[校院园党厂场]务|食堂|宿舍|教职工|20\d\d|二[〇○零]|关于|[^{HAN}]|$)"
)


def _body(rest: str, placed: bool) -> tuple[str, str] | None:
    if placed and (alone := _OF_THE_PLACE.match(rest)):
        return alone["stem"], alone["ending"]
    match = _BODY.match(rest)
    if match is None or rest.startswith(_COMMITTEES):
        return None
    stem, ending = match["stem"], match["bare"] or match["ending"]
    if _NO_STEM.search(stem) or (match["ending"] and not stem) or not (placed or stem):
        return None
    if not placed and dictionary.kinds(stem)[0][:1] in {"v", "p", "d", "c"}:
        return None  # 「根据局党组安排」
    if _FIELDS.match(stem) and not stem.startswith(("政务", "政府", "信息")):
        return None
    branch = _BRANCH.match(rest, match.end())
    return stem, ending + (branch[0] if branch else "")


def _ends_name(rest: str) -> bool:
    """Whether a place's name ends here: its own organs follow, or what the paper is about."""
    return not rest.startswith(("直", "级", "域", "容", "民", "长"))


_ABOUT = lazy.pattern(
    rf"(?:人民政府|政府|委员会|委|人大常委会|政协)?(?:办公室|办公厅)?(?:$|关于|20\d\d|[二][〇○零]|《|[:：]|[{HAN}]{{0,6}}?(?:政务|政府|信息|党务|公约|工作|公开|法治|行政|工程|计划|方案|总结|报告|汇报|通知|要点|扶贫|脱贫|振兴|安全|饮水|环境|情况))"
)


def _made(words: str, places: dict[str, str], chain: re.Match[str], stem: str, ending: str) -> Own:
    tiers = ("village", "town", "county", "city")
    lowest = next((tier for tier in tiers if places[tier]), "")
    sort = _SORT_OF.get(_BRANCH_OFFICE.sub("局", ending), "") or _sort_of_branch(ending)
    if not ending:
        sort = "管委会" if places["zone"] else places[f"{lowest}kind"] if lowest else ""
    begin = chain.start(lowest) if lowest else 0
    end = chain.end()
    name = words[begin:end] + stem + ending
    return Own(
        sort=sort,
        name=name,
        whole=words[: chain.end()] + stem + ending,
        stem=stem,
        ending=ending,
        city=places["city"],
        county=places["county"],
        countykind=places["countykind"],
        town=places["town"],
        townkind=places["townkind"],
        village=places["village"],
        villagekind=places["villagekind"],
        zone=places["zone"],
    )


def _sort_of_branch(ending: str) -> str:
    for known in sorted(_SORT_OF, key=len, reverse=True):
        if ending.startswith(known):
            return _SORT_OF[known]
    return ""
