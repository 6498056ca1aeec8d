"""Who speaks in a text: the kind and the name of its unit, the county above it, and where the text says so."""

import re
from bisect import bisect_right
from collections import Counter
from functools import cache

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import is_place_name, is_word, words_around
from mingbai.text.records import record
from mingbai.text.units import UnitName, parse, unit_of_title

SMALL = ("镇", "乡", "街道")
# What a unit's name ends in → the word it calls itself by.
_KINDS = (
    ("街道", "街道"), ("社区", "社区"), ("镇", "镇"), ("乡", "乡"), ("村", "村"), ("小学", "校"), ("中学", "校"), ("学校", "校"), ("幼儿园", "校"),
    ("医院", "院"), ("卫生院", "院"), ("检察院", "院"), ("法院", "院"), ("联合社", "社"), ("供销社", "社"), ("合作社", "社"), ("残疾人联合会", "会"), ("妇女联合会", "会"),
    ("残联", "会"), ("妇联", "会"), ("档案馆", "馆"), ("图书馆", "馆"), ("文化馆", "馆"), ("博物馆", "馆"), ("服务中心", "中心"), ("局", "局"), ("公司", "公司"), ("银行", "行"), ("大队", "大队"), ("支队", "大队"), ("健康委员会", "委"), ("改革委员会", "委"), ("卫健委", "委"), ("发改委", "委"),
)  # fmt: skip
_TAIL = lazy.pattern(
    r"(?:便民服务中心|党政(?:综合)?办(?:公室)?|村务监督委员会|居务监督委员会|村民委员会|居民委员会|村委会|居委会|人民政府|办事处|党工委|党委|党组|纪工委|纪委|人大(?:主席团|工委)?|武装部|团委|团工委|财政所|司法所|办公室|政府|办)$"
)
_COUNTY = lazy.pattern(
    rf"(?P<stem>[{HAN}]{{2,4}}?)(?P<kind>县|(?<!社)区|(?<![红锦军国义党])旗(?=人民政府|委|政府|[{HAN}]{{2,12}}(?:局|办公室|中心|委员会)|$))(?=[{HAN}]|$)"
)
_SITUATED = lazy.pattern(
    rf"(?:位于|隶属于?|地处|属于?)(?:[{HAN}]{{2,3}}省)?(?:[{HAN}]{{2,3}}市)?(?P<name>(?P<stem>[{HAN}]{{2,3}})(?P<kind>县|(?<![郊城山林社园学陵坝灾矿牧农])区))(?!城|直)"
)
_NO_COUNTY = frozenset("社园库景片灾林牧老新小辖郊")
_ADDRESSED = lazy.pattern(rf"^[ \u3000]*(?P<kind>[县区市])[{HAN}]{{4,20}}[：:][ \u3000]*$", re.MULTILINE)
_HEAD = 160
# So long is a signature with its day.
_SIGNATURE = 40
_SELF = r"[我本全]{0}(?![镇乡村街区级])|(?<![{1}]){0}(?:党委|党工委|政府|办事处|党政办|党政综合办|纪委|人大|直|机关|主要领导|党总支|居委会)"
# Characters after which a bare 镇, 乡, 县 begins: none of them ends a name.
_FREE = frozenset("在由经与和对向的了将把按据为是入从以给于报受使让请及至被同我全")

# Verbs before 局 that reading has taken for the name of one: 「根据局党组安排」.
_NO_BUREAU = frozenset({"根据", "代表", "按照", "依据", "经过", "通过", "成立", "组织", "遵照", "报请"})
_OTHERS = frozenset({"乡镇", "兄弟", "其他", "相邻"})
_TITLE_LENGTH = 60
# A town, township or sub-district in the head of a title: 「2018年双河镇扫黑除恶…」, 「关于平安乡人民政府…」.
_TITLED = lazy.pattern(
    rf"(?:^(?:关于)?(?:印发|成立|调整|公布|表彰|撤销|设立)?|[年度于省市县区州旗发《 \u3000])(?P<name>(?![{HAN}]?[省市县区州旗年])(?P<stem>[{HAN}]{{2,4}}?)(?P<kind>镇|乡|街道))(?![镇乡村街级土])"
)
_NOT_TITLED = frozenset("各全我本该某每几两这那县市区省乡镇村街在对于和与及年度关做好的展进涉")
_PLACES = (*SMALL, "村", "社区")
_TITLED_VILLAGE = lazy.pattern(
    rf"^(?:关于)?(?:20\d\d年度?)?(?:[{HAN}]{{2,4}}(?:镇|乡|街道))?(?P<name>(?P<stem>[{HAN}]{{2,4}}?)(?P<kind>村|社区))(?![{HAN}]{{0,2}}[村社]区?|[级庄组务]|民(?!委员会))"
)
_TITLED_BODY = lazy.pattern(
    rf"^(?:关于)?(?:20\d\d年度?)?(?P<name>[{HAN}]{{2,16}}?(?:联合社|供销社|残疾人联合会|妇女联合会|残联|妇联|档案馆|图书馆|文化馆|博物馆|小学|中学|幼儿园|医院|卫生院|检察院|法院|公司|银行|大队|支队))(?![{HAN}]?(?:校长|院长|馆长|教师|学生|校园|毕业))"
)
# A line under the text that is nothing but the name of a town's government.
_SIGNED_PLACE = lazy.pattern(
    rf"^(?:中共)?(?:[{HAN}]{{2,12}}[省市县区州旗])?(?P<name>(?P<stem>[{HAN}]{{2,4}}?)(?P<kind>镇|乡|街道))(?:人民政府|党委|办事处|党工委|委员会|党政办公室)$"
)
_VAGUE_STEMS = frozenset(
    "小城 重点 特色 示范 中心 试点 行政 城关街 美丽 文明 生态 先进 辖区 部分 所有 个别 有关 相关 易地 搬迁 农村 基层 推进 加强 开展 落实 规范 城乡 涉农".split()  # noqa: SIM905
)


@record
class Speaker:
    """`kind` is what it calls itself: 镇, 乡, 街道, 村, 社区, 局, 校, 院; `name` what it is called, where the text says it.

    `said` are words that show it and `start` is where they stand; `weight` is how often the text bears it out.
    """

    kind: str
    name: str | None
    said: str
    start: int
    weight: int


@record
class County:
    """The county or district of the text: 县, 区 or 市; its name where it has one. `told`: a unit or an address says it."""

    kind: str
    name: str | None
    said: str
    start: int
    told: bool


def bare_name(unit: str) -> tuple[str, str] | None:
    """「柳荫镇人民政府」 → 柳荫镇 and 镇; None where the unit is of no kind that calls itself by one word."""
    name = unit
    for _ in range(2):
        for ending, kind in _KINDS:
            if name.endswith(ending) and len(name) > len(ending) + 1:
                return name, kind
        name = _TAIL.sub("", name)
    return None


def unit_of(passage: Passage) -> str | None:
    """The unit that was recognised, else the one that the first line names."""
    document = passage.document
    if document.unit:
        above = document.parent_unit or ""
        return document.unit if document.unit.startswith(above) else above + document.unit
    if not passage.prose:
        return None
    found = unit_of_title(passage.prose[0][1]) if len(passage.prose[0][1]) <= 60 else None
    if found is None:
        return None
    above = found.parent or ""
    return found.name if found.name.startswith(above) else above + found.name


def speaker(passage: Passage) -> Speaker | None:
    """By its name where the text gives one, else by what it calls itself from the beginning and most."""
    found: Speaker | None = passage.once(_speaker)
    return found


def _speaker(passage: Passage) -> Speaker | None:
    unit = passage.document.unit
    named = bare_name(unit) if unit else None
    if unit and named is None and (village := _titled_village(passage)) and village[0] in passage.body:
        return _named(passage, *village, passage.body.find(village[0]))
    if named is None and (whole := unit_of(passage)):
        named = bare_name(whole)
    if named and named[0].removesuffix("局") in _NO_BUREAU:
        named = None
    if named:
        name, kind = named
        name, kind = _as_above_signature(passage, name, kind)
        titled = titled_place(passage) if kind in SMALL else None
        if titled and titled[0] not in name and name not in title_of(passage):
            name, kind = titled
        at = passage.body.find(name)
        if at >= 0:
            return _named(passage, name, kind, at)
    if unit:
        return None
    placed = titled_place(passage) or _signed_place(passage) or _titled_village(passage)
    if placed:
        placed = _as_above_signature(passage, *placed)
    placed = placed or _titled_body(passage)
    if placed and (at := passage.body.find(placed[0])) >= 0:
        return _named(passage, *placed, at)
    return _unnamed(passage)


def _named(passage: Passage, name: str, kind: str, at: int) -> Speaker:
    weight = passage.body.count(name) + _count(passage, kind)
    return Speaker(kind, name, name, passage.start + at, weight)


def title_of(passage: Passage) -> str:
    """The title, else the first line where it may be one; empty where neither is."""
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    return title if len(title) <= _TITLE_LENGTH else ""


def matter_of(passage: Passage) -> str:
    """What says on what the paper is: its title, else the heading that a collection sets over it."""
    return title_of(passage) or passage.once(_heading_above)


# 「篇二:村务公开自查报告」, 「2019年村务公开工作总结(二)」: what a collection sets over each of its papers.
_OF_COLLECTION = lazy.pattern(
    r"(?:第\s?[一二三四五六七八九十\d]{1,3}\s?篇|[篇范][文本]?\s?[一二三四五六七八九十\d]{1,3})\s?[：:、.]?\s?(?P<title>[^。；\n]{4,40})$"
    r"|(?P<title2>[^。；\n]{4,40}?)(?:范文|模板|精选)?\s?(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|第?\s?[篇范]\s?文?\s?[一二三四五六七八九十\d]{1,3}|[一二三四五六七八九十]|\d)$"
)


def _heading_above(passage: Passage) -> str:
    before = passage.text[max(0, passage.start - _TITLE_LENGTH - 4) : passage.start].rstrip()
    found = _OF_COLLECTION.match(before.rpartition("\n")[2].strip())
    return (found["title"] or found["title2"]).strip() if found else ""


def titled_place(passage: Passage) -> tuple[str, str] | None:
    """The town, township or sub-district that the title names, and its kind."""
    found = _TITLED.search(title_of(passage))
    return _place(found) if found else None


def _place(found: re.Match[str]) -> tuple[str, str] | None:
    vague = (
        found["stem"] in _VAGUE_STEMS or _NOT_TITLED & set(found["stem"]) or found["name"].endswith("城镇")
    )
    return None if vague else (found["name"], found["kind"])


def _titled_village(passage: Passage) -> tuple[str, str] | None:
    """The village or community with which the title begins: 「城东社区新时代文明实践站2023年…」."""
    found = _TITLED_VILLAGE.match(title_of(passage))
    if found is None or found["stem"] in _VAGUE_STEMS or _NOT_TITLED & set(found["stem"]):
        return None
    return found["name"], found["kind"]


def _titled_body(passage: Passage) -> tuple[str, str] | None:
    """The school, hospital, society or museum with whose name the title begins."""
    found = _TITLED_BODY.match(title_of(passage))
    return bare_name(found["name"]) if found and "各" not in found["name"] else None


def _signed_place(passage: Passage) -> tuple[str, str] | None:
    """The town whose government's name stands alone in a line under the text."""
    for _, line in passage.lines[-4:] if len(passage.lines) > 4 else ():
        if (found := _SIGNED_PLACE.match(line)) and (place := _place(found)):
            return place
    return None


def _as_above_signature(passage: Passage, name: str, kind: str) -> tuple[str, str]:
    """A name that only the signature has gives way to that of another kind in the text: 高桥社区 under a text of 高桥村."""
    at = passage.body.find(name)
    if at < 0 or passage.body.count(name) > 1 or len(passage.body) - at > _SIGNATURE or kind not in _PLACES:
        return name, kind
    if kind in SMALL and re.search(
        f"[我全本]{kind}|(?<![乡镇各、]){kind}(?:党委|政府|党政办|纪委)", passage.body
    ):
        return name, kind
    stem = name.removesuffix(kind)
    for other in (*SMALL, "村", "社区"):
        if other != kind and 0 <= passage.body.find(stem + other) < at:
            return stem + other, other
    return name, kind


def _count(passage: Passage, kind: str) -> int:
    return len(_self_of(kind).findall(passage.body))


@cache
def _self_of(kind: str) -> re.Pattern[str]:
    return lazy.pattern(_SELF.format(kind, "乡镇各、"))


_FIRST_SELF = lazy.pattern(
    r"[我本](?P<kind>(?P<kind2>镇|乡|街道|办事处|社区|村|局|校|院))(?![镇乡村街区级子])"
)
# A text whose unit is masked or left out: 「XX小学」, 「某某村党支部」, 「推动2023年全镇政务公开工作」.
_FIRST_MASKED = lazy.pattern(
    r"(?:[xX×＊*○_]{1,4}|某{1,2})(?P<kind>镇|乡|街道|社区|村|小学|中学|学校|局|医院|卫生院)(?![镇乡村街区级子])|(?<=[年对动进好强])全(?P<kind2>镇|乡|街道|校|院)(?=政务|党务|村务|校务|院务|信息|各项)"
)
# Minutes say where people met, a notice whom it is for: 「地点：镇政府二楼会议室」, 「各村、镇直各单位：」.
_FIRST_PLACE = lazy.pattern(
    r"地\s{0,4}点[：:]\s?(?P<kind>镇|乡|街道|村|社区)(?:(?:人民)?政府|机关|党委|办事处|委会|居委会|会议|[一二三四五六\d]楼|[大小]会议室)|^各(?:村|社区)[^\n]{0,24}?[，、](?P<kind2>镇|乡|街道)(?:[直属]|机关|各)[^\n]{0,16}[：:]$",
    re.MULTILINE,
)
# 「街道党工委、办事处对村务公开工作十分重视」: how a text without a title begins.
_FIRST_ORGAN = lazy.pattern(
    r"(?:^|[。；，\n])[ \u3000]*(?P<kind>镇|乡|街道)(?:党委|党工委)(?:、|和)?(?:镇|乡|街道)?(?:政府|办事处|人民政府)",
    re.MULTILINE,
)
_SAID_OF = {"办事处": "街道", "小学": "校", "中学": "校", "学校": "校", "医院": "院", "卫生院": "院"}


def _unnamed(passage: Passage) -> Speaker | None:
    """「我镇」 in the first words, and nothing else as often."""
    head = passage.body[:_HEAD]
    spoken, masked = _FIRST_SELF.search(head), _FIRST_MASKED.search(head)
    placed = _FIRST_PLACE.search(head)
    organ = _FIRST_ORGAN.search(head)
    first = min(
        (one for one in (spoken, masked, placed, organ) if one), key=lambda one: one.start(), default=None
    )
    if first is None:
        return None
    said = first["kind"] or (first["kind2"] if first is not organ else "")
    kind = _SAID_OF.get(said, said)
    counted = Counter(
        {one: _count(passage, one) for one in ("镇", "乡", "街道", "社区", "村", "局", "校", "院")}
    )
    # A masked name is the own wherever it stands.
    counted[kind] += 2 * (first is masked)
    # What a text calls its own weighs more than what it tells of.
    counted[kind] += len(re.findall(f"[我本]{kind}", passage.body))
    others = max(count for one, count in counted.items() if one != kind)
    if others > counted[kind] + (said == "办事处"):
        return None
    weight = counted[kind] + (said == "办事处")
    return Speaker(kind, None, first[0], passage.start + first.start(), weight)


def county(passage: Passage) -> County | None:
    """The county or district of the unit, as its name, the address of the report, or the text says it."""
    found: County | None = passage.once(_county)
    return found


_ABOVE = lazy.pattern(rf"^(?:[{HAN}]{{2,3}}省)?(?:[{HAN}]{{2,3}}(?<!县)(?<!区)市)?")


def _county(passage: Passage) -> County | None:
    unit = unit_of(passage) or ""
    match = _COUNTY.search(_ABOVE.sub("", unit))
    if match and match["stem"][-1] not in _NO_COUNTY and match[0] in passage.body:
        at = passage.start + passage.body.index(match[0])
        return County(match["kind"], match[0], match[0], at, told=True)
    address = _ADDRESSED.search(passage.body, 0, 2 * _HEAD)
    if address:
        said = address[0].strip(" \u3000：:")
        return County(address["kind"], None, said, passage.start + address.start("kind"), told=True)
    situated = _SITUATED.search(passage.body)
    if situated and situated["stem"][-1] not in _NO_COUNTY:
        return County(
            situated["kind"], situated["name"], situated[0], passage.start + situated.start(), told=True
        )
    return None


_BRANCH = lazy.pattern("(?:(?<=[村区])(?:党?总?支部(?:委员会)?|党委|委员会)|(?<=[镇乡])委员会)$")


def signed(passage: Passage) -> tuple[int, str, UnitName] | None:
    """Where a line under the text begins that is nothing but a unit's name, the line, and the unit."""
    for offset, line in passage.lines[-3:]:
        bare = _BRANCH.sub("", line.strip(" \u3000：:").removeprefix("中共"))
        if 3 <= len(bare) <= 30 and "：" not in bare and offset > passage.start and (found := parse(bare)):
            return offset + line.index(bare), bare, found
    return None


def is_free(passage: Passage, start: int, *, after_words: bool = True) -> bool:
    """Whether nothing before `start` can be the name that 镇, 乡, 县 would end: a mark, a particle, a plain word."""
    before = passage.text[start - 1 : start]
    if start <= passage.start or not "一" <= before <= "鿿" or before in _FREE:
        return True
    for low, high in words_around(passage, start - 1, start) if after_words else ():
        if high == start and high - low >= 2:
            word = passage.text[low:high]
            return (
                is_word(word)
                and not is_place_name(word)
                and word not in _OTHERS
                and word[-1] not in "区县市园局院校厂"
            )
    return False


def in_quotes(passage: Passage, start: int) -> bool:
    """Whether the place stands in a short quotation or in the name of a paper."""
    before = passage.text[max(passage.start, start - 24) : start]
    return max(before.rfind("“"), before.rfind("「")) > max(before.rfind("”"), before.rfind("」"))


_ACCOUNT = lazy.pattern(
    "[^”」\\n]{0,10}[”」](?:政务|官方|手机)?(?:微信|公众号|公众平台|微博|抖音|快手|视频号|头条号|客户端|网站|平台|专栏|栏目|小程序|APP|账号|号)"
)


def names_account(passage: Passage, end: int) -> bool:
    """Whether what ends here in quotation marks is the beginning of an account's or a site's name: one's own, mostly."""
    return _ACCOUNT.match(passage.text, end) is not None


# What the heading of a paper calls such a body.
_NAMES_OF = {
    "校": "学校|中学|小学|幼儿园",
    "院": "医院|卫生院|敬老院|福利院|养老院|学院|法院|检察院",
    "行": "银行",
}
_HEADING_LENGTH = 40
_PAPER_TITLE = lazy.pattern(
    "(?:总结|报告|汇报|方案|计划|要点|办法|制度|承诺|说明|通知|公告|意见|情况|发言|讲话|决定|章程|简介)(?:[（(][^）)]{1,12}[）)])?$"
)


def stands_under_heading(passage: Passage, start: int, word: str) -> bool:
    """Whether a heading just above names a body of that kind: 「县第二中学校长述廉报告」 over 「我校现有教职工」."""
    names = _NAMES_OF.get(word, word)
    lines = passage.prose
    place = bisect_right(lines, (start, "")) - 1
    own = lines[place][1] if place >= 0 else ""
    above = [line for _, line in lines[max(place - 3, 0) : max(place, 0)]]
    return any(
        len(line) <= _HEADING_LENGTH and _PAPER_TITLE.search(line) and re.search(names, line)
        for line in (*above, own)
    )
