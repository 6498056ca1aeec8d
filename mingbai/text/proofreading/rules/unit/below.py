"""Who belongs to the unit and who does not: communities of a town that has villages, a street's words over a township's signature, a named town among the unit's own offices."""

import re
from collections import Counter
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding, Related, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._foreign import NO_NAME, NO_STEMS, NOT_STEMS, is_phrase
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of, warning_of
from mingbai.text.proofreading.rules._mentions import (
    clause_before,
    has_changed,
    is_bare,
    is_told_of,
    sentence_before,
)
from mingbai.text.proofreading.rules._speaker import is_free
from mingbai.text.proofreading.rules._units import SMALL, own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_PASSING = 2

# --- communities of a town that has villages -----------------------------------------------------------------------

_COMMUNITY_WORDS = waiting_for(
    ("居委会", "居民委员会", "居民小组", "居务", "各社区", "部分社区", "个别社区", "有的社区", "居民代表")
)
_COMMUNITY = lazy.pattern(
    r"(?P<mark>(?:各|部分|个别|有的)社区(?:居委会|居民委员会)?(?![（(、/和与矫])|(?:社区)?(?:居委会|居民委员会)(?:主任|干部|成员)?|居民小组长?|居务(?:公开|监督)[一-鿿]{0,3}|居民代表(?:会议)?)"
)
_ANY_COMMUNITY = lazy.pattern(
    "社区(?!矫正|戒毒|康复|教育)|居委会|居民委员会|居民小组|居务|居民代表|[（(]居[）)]|村居|城区"
)
_OF_VILLAGES = lazy.pattern("(?<![农乡])村(?!镇)")
_FEWEST_VILLAGES = 2
# 「村委会、居委会」 are told of side by side; 「村党支部书记和居委会主任」 are of one village.
_BESIDE = lazy.pattern(r"(?:村|村委会|村民委员会|[（(])[、和与及/（(]?$")


def _communities(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「追究村党支部书记和居委会主任的责任」 in the paper of a town that speaks of villages alone."""
    own = own_of(passage)
    if own is None or own.sort not in {"镇", "乡"} or has_changed(passage):
        return
    found = [
        match
        for match in matches_near(passage, _COMMUNITY_WORDS, _COMMUNITY, 14)
        if not is_told_of(passage, *match.span("mark"))
        and is_bare(passage, match.start())
        and not _BESIDE.search(clause_before(passage, match.start()))
        and passage.text[match.end() : match.end() + 1] not in set("、（(）)")
    ]
    counted = any(passage.text[match.start() - 1] == "个" for match in found)
    if not found or counted or len(found) > _PASSING:
        return
    rest = passage.body
    for match in found:
        rest = rest.replace(match["mark"], "", 1)
    if _ANY_COMMUNITY.search(rest) or len(_OF_VILLAGES.findall(rest)) < _FEWEST_VILLAGES:
        return
    for match in found:
        said = f"这是「{own.name}」的材料，全文说的是村，这里却写「{match['mark']}」，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion="核对是否为村")


# --- sections of a town ---------------------------------------------------------------------------------------------

_SECTION_WORDS = waiting_for(("科室", "股室", "处室"))
_SECTION = lazy.pattern(
    r"(?P<mark>(?:机关)?(?:各|有关|相关|责任|承办|个别|部分)(?P<word>科室|股室|处室))(?![、和（(/]|站所)"
)
_OFFICES = lazy.pattern(r"(?:(?<![局委院])(?:机关)?各(?:内设)?(?:办公室|办(?![法理事公])|站所|站办所|办所))")


def _sections(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「各科室要自觉接受检查」 in the paper of a town that has 各办公室, of a primary school that has none."""
    own = own_of(passage)
    if own is None or own.sort not in {*SMALL, "校", "园", "村", "社区"}:
        return
    offices = _OFFICES.search(passage.body)
    if own.sort in SMALL and offices is None:
        return
    if own.sort == "校" and "小学" not in own.name:
        return
    found = [
        match
        for match in matches_near(passage, _SECTION_WORDS, _SECTION, 8)
        if is_free(passage, match.start())
        and not is_told_of(passage, *match.span("mark"))
        and not re.search("[县区市局委]", clause_before(passage, match.start()))
    ]
    if len(found) > _PASSING or len(found) > max(1, len(_OFFICES.findall(passage.body))):
        return
    for match in found:
        other = f"，别处写「{offices[0]}」" if offices else ""
        said = f"这是「{own.name}」的材料{other}，这里却写「{match['mark']}」，请核对内设机构的名称。"
        yield rule.finding(
            passage, *match.span("mark"), said, suggestion=offices[0] if offices else "核对机构名称"
        )


# --- a named town among the unit's own offices ------------------------------------------------------------------------

_ORGANS = "财政所|派出所|司法所|农技站|农经站|水利站|林业站|文化站|卫生院|中心校|中心学校|国土所|自然资源所|市场监管所|供电所|民政办|党政办|综治办|安监办|扶贫办|便民服务中心|社保所|畜牧站"
_LIST_WORDS = waiting_for(tuple(kind + organ for kind in SMALL for organ in _ORGANS.split("|")))
_LISTED = lazy.pattern(
    rf"(?:{_ORGANS}|[{HAN}]{{1,4}}[所站办院社校队])、(?P<name>(?P<stem>[{HAN}]{{2,4}}?)(?P<kind>镇|乡|街道))(?=(?:{_ORGANS})[、等和及])"
)


def _listed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「派出所、农技站、埠口镇财政所、广播站负责人为成员」 in the scheme of 泗埠镇."""
    own = own_of(passage)
    if own is None or own.sort not in SMALL or not own.town:
        return
    for match in matches_near(passage, _LIST_WORDS, _LISTED, 24):
        stem = match["stem"]
        if own.town in stem or stem in own.whole or NO_NAME & set(stem) or stem in NO_STEMS | NOT_STEMS:
            continue
        if not is_phrase(stem) and not is_told_of(passage, *match.span("name")):
            said = f"这里列的是「{own.name}」的站所，却写「{match['name']}」，疑为套用别处的材料没有改净。"
            yield rule.finding(passage, *match.span("name"), said, suggestion=own.name)


# --- signed by a place of another kind ----------------------------------------------------------------------------------

_SIGNED = lazy.pattern(
    rf"^(?:中共)?(?P<mark>(?P<stem>[{HAN}]{{2,4}}?)(?P<kind>镇|乡|街道)(?:人民政府|政府|办事处|党委|党工委|委员会))$"
)
_SIGN_WORDS = waiting_for(
    tuple(
        kind + organ for kind in SMALL for organ in ("人民政府", "政府", "办事处", "党委", "党工委", "委员会")
    )
)
_BARE = lazy.pattern(
    rf"(?:(?<![{HAN}])|(?<=[由向对报经在与和的是我全本各])|(?<=[xX×*]))(?P<kind>镇|乡|街道)(?=党委|党工委|人民政府|政府|办事处|纪委|纪工委|党政|安监|[{HAN}]{{1,5}}(?:办|所|站|中心)|机关|实际|主要领导|武装部|直)|[全我本](?P<self>镇|乡|街道)(?![镇乡村街])"
)


def _signed_by_kind(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「马庄乡人民政府」 under a notice that speaks of 街道安监站 and bears the number 马庄街办〔2013〕."""
    for offset, line in passage.lines[-6:] if len(passage.lines) > 4 else ():
        signed = _SIGNED.match(line)
        if signed is None or has_changed(passage):
            continue
        above = passage.body[: offset - passage.start]
        if signed["stem"] + signed["kind"] in above:
            return
        kinds = Counter(match["kind"] or match["self"] for match in _BARE.finditer(above))
        kinds.update({"街道": 1} if f"{signed['stem']}街" in above else {})
        other, times = kinds.most_common(1)[0] if kinds else ("", 0)
        if other and other != signed["kind"] and times >= max(_PASSING, 3 * kinds[signed["kind"]]):
            start = offset + signed.start("mark")
            said = f"正文说的是「{other}」，落款却是「{signed['mark']}」，请核对。"
            yield rule.finding(passage, start, start + len(signed["mark"]), said, suggestion="核对单位名称")
        return


# --- a named place of another kind where the unit's own name is not told -----------------------------------------------

_NAMED = lazy.pattern(
    rf"(?:(?<=^)|(?<=[\n。；;，,：:]))(?P<mark>(?P<stem>[{HAN}]{{2,3}}?)(?P<kind>镇|乡|街道))(?=政务公开办|党政办|人民政府|政府|党委|党工委|办事处|将|要)",
    re.MULTILINE,
)
_NAMED_WORDS = waiting_for(SMALL)


def _named_kind(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「大洼乡政务公开办联系电话」 in a plan that says 全镇 and does not name the town."""
    own = own_of(passage)
    if own is None or own.sort not in SMALL or own.town or has_changed(passage):
        return
    found = [
        match
        for match in matches_near(passage, _NAMED_WORDS, _NAMED, 10)
        if not NO_NAME & set(match["stem"]) and match["stem"] not in NO_STEMS | NOT_STEMS
        and not is_told_of(passage, *match.span("mark"))
    ]  # fmt: skip
    if len(found) == 1 and found[0]["kind"] != own.sort and not is_phrase(found[0]["stem"]):
        said = f"全文说的是「{own.sort}」，这里却写「{found[0]['mark']}」，请核对。"
        yield rule.finding(passage, *found[0].span("mark"), said, suggestion=found[0]["stem"] + own.sort)


# --- the county before the town's own name ------------------------------------------------------------------------------

_PLACED_WORDS = waiting_for(("县", "区"))


def _placed_twice(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「花江县青河镇人民政府」 under a paper of 花山县青河镇."""
    own = own_of(passage)
    if (
        own is None
        or has_changed(passage)
        or len(own.name) < len("某镇") + 1
        or own.sort in {"县", "区", "市"}
    ):
        return
    name = own.town + own.townkind if own.town else own.name
    if own.county and name.startswith(own.county):
        return
    pattern = re.compile(
        rf"(?:(?<![{HAN}])|(?<=[由向经在寄与和至到是于]))(?:[{HAN}]{{2,3}}[省市])?(?P<above>[{HAN}]{{2,3}}[县区]){re.escape(name)}"
    )
    found = list(pattern.finditer(passage.text, passage.start, passage.end))
    counted = Counter(match["above"] for match in found if not NO_NAME & set(match["above"][:-1]))
    if len(counted) != len(("one", "other")):
        return
    told = own.county + own.countykind
    right = told if told in counted else counted.most_common(1)[0][0]
    for match in found:
        if (
            match["above"] in counted
            and match["above"] != right
            and not is_told_of(passage, *match.span("above"))
        ):
            said = f"一处写「{right}{name}」，这里写「{match['above']}{name}」，上级地名不一致，请核对。"
            how: Severity = "warning" if counted[match["above"]] == 1 else "info"
            yield rule.finding(passage, *match.span("above"), said, suggestion=right, severity=how)


# --- whom a paper is for, and whom it speaks of ------------------------------------------------------------------------

_ADDRESSED = lazy.pattern(r"^(?:[县区市]直[^。；：:\n]{0,12}[，、])?各(?P<whom>[^。；\n]{2,40})[：:]$")
_ALL_WORDS = waiting_for(("各乡镇", "各街道", "各乡、", "各镇"))
_ALL = lazy.pattern(r"(?P<mark>各(?:乡镇|街道(?:办事处)?|镇))(?![、（(/街乡镇和])")


def _not_addressed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「各乡镇栏目内容空白」 in a district's bulletin for 各街道办事处 alone."""
    own = own_of(passage)
    if own is None or own.sort not in {"县", "区", "市", "办", "局", "委"} or own.town:
        return
    whom = next((found["whom"] for _, line in passage.prose[1:4] if (found := _ADDRESSED.match(line))), "")
    streets, towns = "街道" in whom, re.search("[乡镇]", whom) is not None
    if streets == towns:
        return
    rest = passage.body.replace(whom, "")
    if len(re.findall("街道(?!路)" if towns else "[乡镇]", rest)) > len("乡镇"):
        return
    for match in matches_near(passage, _ALL_WORDS, _ALL, 8):
        other = "街道" in match["mark"] if towns else "街道" not in match["mark"]
        if other and not re.search("[省市]", sentence_before(passage, match.start())):
            said = f"开头的主送单位是「各{whom}」，这里却写「{match['mark']}」，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对所指的单位")


_warning = warning_of("unit", "unit_name_inconsistency")


# --- signed by the same office of another town -----------------------------------------------------------------------------

_SIGNED_WORDS = waiting_for((*SMALL, "村", "社区"))
_OFFICE_SIGNED = lazy.pattern(
    rf"^(?:[{HAN}]{{2,3}}[县区市])?(?P<stem>[{HAN}]{{2,3}}?)(?P<kind>镇|乡|街道|村|社区)(?P<organ>[{HAN}]{{2,10}})$"
)


def _signed_twice(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「苏庄镇便民服务中心安排人员值班」 over the signature 苏村镇便民服务中心."""
    for offset, line in passage.lines[-3:] if len(passage.lines) > 4 else ():
        signed = _OFFICE_SIGNED.match(line)
        if signed is None or passage.body.count(line) > 1 or has_changed(passage):
            continue
        whole = signed["kind"] + signed["organ"]
        other = re.compile(
            rf"(?:(?<=^)|(?<=[\n。；，,：:由]))(?P<mark>(?P<stem>[{HAN}]{{2,3}}){whole})", re.MULTILINE
        )
        for match in other.finditer(passage.text, passage.start, offset):
            stem = match["stem"]
            alike = len(stem) == len(signed["stem"]) and set(stem) & set(signed["stem"])
            if alike and stem != signed["stem"] and not is_told_of(passage, *match.span("mark")):
                said = f"落款是「{line}」，前文却写「{match['mark']}」，名称不一致，请核对。"
                related = (Related(*match.span("mark"), passage.source.file),)
                yield rule.finding(
                    passage, offset, offset + len(line), said, suggestion=match["mark"], related=related
                )
                return
        return


# --- two of itself -----------------------------------------------------------------------------------------------------------

_SELVES = ("镇", "乡", "街道", "局", "校", "院", "园", "中心", "村", "社区")
_SELF_WORDS = waiting_for(tuple("我" + kind for kind in _SELVES))
_SELF = lazy.pattern(
    r"我(?P<kind>镇(?![镇乡村街])|乡(?![镇村])|街道(?!两)|局(?![面部])|校(?!准)|院(?![子落])|园(?![区林])|中心|村(?!级)|社区)"
)
# What lies in the other may speak of it as its own.
_WITHIN = ({"村", "社区", "校", "院", "园", "中心", "局"}, {"镇", "乡", "街道"})


def _two_selves(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「我乡辖18个村」 and 「我镇财力薄弱」 in one request."""
    own = own_of(passage)
    found = [
        match
        for match in matches_near(passage, _SELF_WORDS, _SELF, 4)
        if not is_told_of(passage, *match.span())
    ]
    kinds = Counter(match["kind"] for match in found)
    if len(kinds) != len(("one", "other")) or has_changed(passage):
        return
    (usual, most), (rare, least) = kinds.most_common()
    low, high = _WITHIN
    if (usual in low and rare in high) or (rare in low and usual in high) or least > most or least > _PASSING:
        return
    if own is not None and rare in (own.sort, *own.selves):
        return
    for match in found:
        if match["kind"] == rare:
            said = f"一处自称「我{usual}」，这里自称「{match[0]}」，请核对。"
            yield rule.finding(passage, *match.span(), said, suggestion=f"我{usual}")


_hint = hint_of("unit", "unit_name_inconsistency")


RULES = (
    _hint(
        "communities_of_none",
        "镇、乡的材料通篇说的是村，个别地方却写「居委会主任」「居民小组长」，多为套用社区的材料。",
        "大石镇2013年村务公开自查报告\n大石镇辖22个行政村，各村都建了公开栏。对弄虚作假的，追究村党支部书记和居委会主任的责任。",
        "大石镇2013年村务公开自查报告\n大石镇辖22个行政村，各村都建了公开栏。村委会、居委会都要落实，各村和城东社区居委会。",
        Waiting(_COMMUNITY_WORDS, _communities),
    ),
    _hint(
        "sections_of_town",
        "镇的内设机构别处写「各办公室」，个别地方却写「各科室」「股室」，前后不一。",
        "大石镇2013年政务公开计划\n大石镇每季度对各办公室进行检查。各科室要自觉接受检查。",
        "大石镇2013年政务公开计划\n大石镇每季度对各办公室进行检查。县财政局各科室到镇指导。",
        Waiting(_SECTION_WORDS, _sections),
    ),
    _warning(
        "listed_of_other_town",
        "领导小组成员列的是本镇各站所，中间却夹着另一个镇的财政所、派出所。",
        "泗埠镇2014年秸秆禁烧方案\n泗埠镇成立领导小组，派出所、农技站、埠口镇财政所、广播站等单位负责人为成员。",
        "泗埠镇2014年秸秆禁烧方案\n泗埠镇成立领导小组，派出所、农技站、泗埠镇财政所、广播站等单位负责人为成员。",
        Waiting(_LIST_WORDS, _listed),
    ),
    _warning(
        "signed_by_other_kind",
        "正文说的都是街道，落款却是「某某乡人民政府」。",
        "关于开展安全生产大检查的通知\n马庄街办〔2013〕12号\n各社区：\n请及时向街道安监站反映，街道党工委将通报。\n马庄乡人民政府\n2013年6月13日",
        "关于开展安全生产大检查的通知\n马庄街办〔2013〕12号\n各社区：\n请及时向街道安监站反映，街道党工委将通报。\n马庄街道办事处\n2013年6月13日",
        Waiting(_SIGN_WORDS, _signed_by_kind),
    ),
    _hint(
        "named_of_other_kind",
        "全文说的是「全镇」「镇政府」，只有一处带名称的，却是「某某乡」。",
        "我镇为推动政务公开工作，制定本计划。\n我镇各村按月公开，我镇公开内容包括财政收支、低保救助、土地流转、工程招标、项目建设、人事任免、扶贫资金、惠农补贴、危房改造、计划生育、征地补偿、集体资产、民生实事、农村公路、饮水安全、养老服务、义务教育、医疗保险、社会保障、防汛抗旱、森林防火、安全生产、市场监管、行政执法等事项。\n青渡乡政务公开办联系电话在村口公布。",
        "我镇为推动政务公开工作，制定本计划。\n我镇各村按月公开。\n青渡镇政务公开办联系电话在村口公布。",
        Waiting(_NAMED_WORDS, _named_kind),
    ),
    _hint(
        "signed_by_namesake_office",
        "正文是苏庄镇便民服务中心，落款却是苏村镇便民服务中心，地名不一致。",
        "关于国庆节值班安排的公告\n各位办事群众：\n放假期间，苏庄镇便民服务中心安排人员值班。\n10月8日起恢复正常办公。\n苏村镇便民服务中心\n2024年9月27日",
        "关于国庆节值班安排的公告\n各位办事群众：\n放假期间，苏村镇便民服务中心安排人员值班。\n10月8日起恢复正常办公。\n苏村镇便民服务中心\n2024年9月27日",
        Waiting(_SIGNED_WORDS, _signed_twice),
    ),
    _hint(
        "two_selves",
        "一份材料里一处自称「我乡」，一处自称「我镇」，多为套用别处的材料没有改净。",
        "关于拨付办公经费的请示\n县财政局：\n我乡辖18个村，缺口36万元。我镇财力薄弱，恳请拨付。",
        "关于拨付办公经费的请示\n县财政局：\n我乡辖18个村，缺口36万元。我村财力薄弱，我乡财力也薄弱，恳请拨付。",
        Waiting(_SELF_WORDS, _two_selves),
    ),
    _hint(
        "place_above_differs",
        "标题里是甲县的某某镇，落款却是乙县的同名镇，上级地名前后不一。",
        "花山县青河镇2021年工作总结\n青河镇认真落实。\n花江县青河镇人民政府\n2022年1月5日",
        "花山县青河镇2021年工作总结\n青河镇认真落实。\n花山县青河镇人民政府\n2022年1月5日",
        Waiting(_PLACED_WORDS, _placed_twice),
    ),
    _hint(
        "not_addressed",
        "通知、通报的主送单位只有各街道，正文却写「各乡镇」，多为套用别处的材料。",
        "新湾区人民政府办公室关于网站检查情况的通报\n各街道办事处，区政府各部门：\n北湾街道更新不及时；各乡镇栏目内容空白。",
        "新湾区人民政府办公室关于网站检查情况的通报\n各乡镇人民政府、街道办事处，区政府各部门：\n北湾街道更新不及时；各乡镇栏目内容空白。",
        Waiting(_ALL_WORDS, _not_addressed),
    ),
)
