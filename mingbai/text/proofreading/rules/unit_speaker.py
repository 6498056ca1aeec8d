"""Words that only another unit would use: 「我乡」 and 「乡党委」 in a town's text, 「居委会」 in a village's, 「县委」 in a district's."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored, warning_of
from mingbai.text.proofreading.rules._speaker import (
    SMALL,
    County,
    Speaker,
    county,
    in_quotes,
    is_free,
    speaker,
    stands_under_heading,
)
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# What the words stand so often for is part of the matter.
_PASSING = 3
_SELVES = waiting_for(
    (*(who + kind for who in "我本全" for kind in ("镇", "乡", "街", "办事处")), "全村", "全社区", *("全" + kind for kind in ("局", "校", "院", "公司", "园", "中心", "委", "厅")), "我局", "我校", "我院", "我村", "我社区", "我公司", "我委", "我园", "我中心", "我办", "我厅", "我司", "本局", "本校", "本院", "本村", "本社区", "本公司")
)  # fmt: skip
_SELF = lazy.pattern(
    r"(?P<who>[我本全])(?P<kind>镇|乡|街道(?!办事处的)|局|厅(?!堂)|司(?![机法令徒])|校(?!对)|院(?!子)|公司|社区|村|委(?!托|员|派|任|会)|园(?!区|林|子)|中心(?!小学|校|村|组|镇)|办(?!事|公|理|学|好|起|税|案|法))(?![镇乡街区级长亲土里面部委民])"
)
_RIVALS = {
    **{kind: {*SMALL, "局", "校", "院", "公司", "委", "园", "中心"} - {kind} for kind in SMALL},
    "村": {"社区", "局", "校", "院", "公司"},
    "社区": {"村", "局", "校", "院", "公司"},
    "局": {"镇", "乡", "街道", "校", "院", "公司", "村", "社区", "委", "园"},
    "校": {"镇", "乡", "街道", "局", "院", "公司", "村", "社区", "委", "园"},
    "院": {"镇", "乡", "街道", "局", "校", "公司", "村", "社区"},
    "社": {"镇", "乡", "街道", "局", "校", "院", "公司", "村", "社区", "委"},
    "会": {"镇", "乡", "街道", "局", "校", "院", "公司", "村", "社区", "委"},
    "馆": {"镇", "乡", "街道", "校", "院", "公司", "村", "社区", "委"},
    "公司": {"局", "校", "院", "村", "社区", "委"},
    "行": {"局", "校", "院", "村", "社区", "委"},
    "大队": {"镇", "乡", "街道", "校", "院", "公司", "村", "社区", "委"},
    "中心": {"镇", "乡", "街道", "局", "校", "院", "公司", "村", "社区", "委"},
    "委": {"镇", "乡", "街道", "局", "校", "公司", "村", "社区"},
}
for _rivals in _RIVALS.values():
    _rivals.update(("厅", "司"))
_FORMER = lazy.pattern("撤|合并|更名|改设|改称|划归|分设|整建制|托管|划转|移交(?:我|管理|街道|镇|乡)")
_NAMED_WITHIN = 24
# A bureau that speaks of schools and hospitals all the time speaks of their meetings too.
_SPOKEN_OF, _OTHERS_BODY = 3, {"校务会": "学校", "全校师生": "学校", "院务会": "医院|卫生院"}

_ORGANS = "平安办 综治办 安监办 党建办 防汛 抗旱 防火 森林 应急 安全 征兵 疫情 扫黑 扶贫 脱贫 河长 人居 环境 平安 综治 信访 普查 征地 秸秆 乡村振兴 创建 文明 党政 党委 党工委 政府 人民政府 纪委 纪工委 纪检 人大 机关 直 综合执法 综合治理 经济发展 社会事务 政务公开 党务公开 村务公开 信息公开 便民服务 办事处 办 各办 各科 全体 长 统一领导 的统一 班子"
_ORGAN_WORDS = waiting_for(tuple(kind + organ for kind in SMALL for organ in _ORGANS.split()))
_ORGAN = lazy.pattern(
    r"(?P<kind>镇|乡|街道)(?P<organ>党政(?:综合)?办(?:公室)?|党委会?|党工委|人民政府|政府(?!网)|纪工委|纪委|纪检[监办]?|人大(?:工委|主席团)?|机关|直(?=[各属单])|综合执法|综合治理|经济发展"
    r"|社会事务|政务公开|党务公开|村务公开|信息公开|便民服务|办事处|办(?![事公法理学好])|各(?:办公室|科室)|(?:平安|综治|防汛|应急|扶贫|乡村振兴|安监|党建|人居环境)办(?![理事法公])|(?:防汛|抗旱|防火|森林|应急|安全|征兵|疫情|扫黑|扶贫|脱贫|河长|人居|环境|平安|综治|信访|普查|征地|秸秆|乡村振兴|创建|文明)[一-鿿]{0,10}?(?:指挥部|领导小组|委员会|办公室|专班)|全体|长(?!者|期|远|效|春|江)|(?:的)?统一领导|班子)"
)
_PAIRED = frozenset("乡镇道办")

_OF_VILLAGES = (
    "村委会 村民委员会 村民代表 村务公开 村务监督 村民小组 村民理财 村支书 村党支部 村党总支 村两委 村“两委”"
)
_OF_COMMUNITIES = "居委会 居民委员会 居民代表 居务公开 居务监督 居民小组 居民理财 社区监督委员会 社区党支部 社区党总支 社区党委 社区两委 社区“两委”"
_COMMITTEES = waiting_for((*_OF_VILLAGES.split(), *_OF_COMMUNITIES.split()))
_COMMITTEE = lazy.pattern(
    r"(?P<village>村委会|村民委员会|村民代表(?:大?会议?)?|村务公开栏?|村务监督(?:委员会|小组)|村民小组|村民理财小组|村支书|村党(?:总支|支部)(?:书记)?|村“?两委”?)"
    r"|(?P<community>(?:社区)?(?:居委会|居民委员会)|居民代表(?:大?会议?)?|居务公开栏?|居务监督委员会|居民小组|居民理财小组|社区监督委员会|社区党(?:总支|支部|委)(?:书记)?|社区“?两委”?)"
)
_PARTY = ("村党", "村两", "村“", "社区党", "社区两", "社区“")
_BOTH = lazy.pattern("村（|村\\(|村居|村、社区|村和社区|村改居|城中村")

_BUREAU_STEMS = "教育 民政 财政 公安 司法 水利 水务 交通 住房 住建 农业 林业 卫生 人力资源 人社 文化 文旅 应急 自然资源 生态 市场 审计 信访 税务 城管 医保"
_LEVEL_WORDS = waiting_for(
    tuple(level + of for level in "县区" for of in ("委", "政府", "人民政府", "纪委", "直", "政务公开", "监察", *_BUREAU_STEMS.split())) + ("我县", "我区", "全县", "全区", "本县", "本区")
)  # fmt: skip
_LEVEL = lazy.pattern(
    r"(?P<mark>(?P<kind>[县区])(?:委(?![员托])[、和]?(?P=kind)(?:人民)?政府|纪委[、和](?P=kind)监[察委]|人民政府|政府(?!各)|纪委|委(?![员托])|(?:教育|民政|财政|公安|司法|水利|水务|交通|住房|住建|农业|林业|卫生|人力资源|人社|文化|文旅|应急|自然资源|生态|市场|审计|信访|税务|城管|医保)[一-鿿]{0,12}?局|直(?=[各属单机])|政务公开(?:领导小组|办))"
    r"|[我全本](?P<own>[县区])(?![级域城直市乡镇委政]))"
)
_ALSO = lazy.pattern(r"[县区市]级?[、和（(]$|[各市州省州]$|[邻原]$")
# Words of bodies of another make: a development zone's, a bureau's, a kindergarten's.
_OF_TOWNS = r"管委会(?=各部门|各科室|机关|领导|班子|党工委)|(?:主管|相关|责任|有关|业务|各)股室|(?:厂|矿|场|院)(?:长办公会|领导班子|属各单位)|局(?:网站|微信公众号)"
_TOWN_BODIES = lazy.pattern(rf"(?P<mark>{_OF_TOWNS}|党工委(?=书记|副书记|委员|会议|研究|统一领导|、办事处))")
_BODIES = {
    "镇": _TOWN_BODIES,
    "乡": _TOWN_BODIES,
    "街道": lazy.pattern(rf"(?P<mark>{_OF_TOWNS})"),
    "校": lazy.pattern(
        r"(?P<mark>局(?:机关|网站|门户网站|微信公众号)|各股室|入园通知书|入园(?:幼儿|手续|报名)|园(?:核心|务会|长室|领导班子)|全园(?:教职工|幼儿)|(?:局|院|厂)(?:属各单位|领导班子|党组)|村务公开|村干部|村两委|村民代表|村务监督|村民小组)"
    ),
    "院": lazy.pattern(
        r"(?P<mark>局(?:机关|属各单位|领导班子|党组|网站|门户网站|微信公众号)|各股室|各班级|校(?:领导|园网|务会)|全校师生|镇机关各办)"
    ),
    "村": lazy.pattern(r"(?P<mark>局机关|各股室|院领导|校领导|全校师生|街道各科室)"),
    "社区": lazy.pattern(r"(?P<mark>局机关|各股室|院领导|校领导|全校师生|街道各科室)"),
    "局": lazy.pattern(
        r"(?P<mark>镇党委会|镇机关各办|乡党委会|校务会|院务会|全校师生(?=员工积极)|各村民小组负责同志)"
    ),
}
_BODY_WORDS = waiting_for(
    ("党工委", "管委会", "股室", "长办公会", "领导班子", "属各单位", "入园", "园核心", "园务会", "园长室", "全园", "局机关", "局网站", "局门户", "局微信", "各股室", "各班级", "校园网", "院领导", "校领导", "全校师生", "各科室", "党委会", "校务会", "院务会", "局党组", "院党组", "厂党组", "机关各办", "村务公开", "村干部", "村两委", "村民代表", "村务监督", "村民小组")
)  # fmt: skip
# Where a sub-district or a zone is spoken of, the 党工委 may be its own.
_HAS_WORKING_COMMITTEE = lazy.pattern("街道|开发区|园区|管委会|机关党工委|高新区|新区|景区")
_ITSELF = lazy.pattern(
    r"(?P<mark>本(?P<name>办法|规定|细则|规则|制度|规程|条例))(?=[适由自的所第中未规施附]|$)"
)
_TITLE_NAME = lazy.pattern(r"(?P<name>办法|规定|细则|规则|制度|规程|条例)(?:[（(][^）)]{1,8}[）)])?$")


def _where(who: Speaker | County, passage: Passage) -> str:
    """「标题写「柳荫镇」」: the other place of which a finding speaks."""
    first = passage.prose[0] if passage.prose else (passage.start, "")
    place = "标题" if first[0] <= who.start < first[0] + len(first[1]) <= first[0] + 60 else "前文"
    return f"{place}写「{who.said}」"


def _self_of_other_kind(rule: Rule, passage: Passage) -> Iterator[Finding]:
    own = speaker(passage)
    if own is None or own.kind not in _RIVALS:
        return
    rivals = _RIVALS[own.kind]
    if own.kind in {"镇", "乡"}:
        rivals = rivals | {"办"}
    if "园" in (own.name or ""):
        rivals = (rivals - {"园"}) | ({"校"} if (own.name or "").endswith("幼儿园") else set())
    if own.kind in {"校", "院"} and not _of_county(own, passage):
        # A school or a hospital in a town says 「我镇」 of the town.
        rivals = rivals - set(SMALL) - {"村", "社区"}
    found = [
        match
        for match in matches_near(passage, _SELVES, _SELF, 8)
        if (match["kind"] in rivals or _of_school_or_hospital(passage, match, own))
        and (
            match["kind"] in SMALL
            and own.kind in SMALL
            or match["who"] != "全"
            or _of_staff(passage, match, own)
            or _alone(passage, match, own)
        )
        and not in_quotes(passage, match.start())
        and not passage.in_web_residue(match.start())
        and not _is_of_who_was_named(passage, match)
        and not stands_under_heading(passage, match.start(), match["kind"])
    ]
    if len(found) > min(_PASSING, own.weight) or _FORMER.search(passage.body):
        return
    for match in found:
        said = f"{_where(own, passage)}，这里却自称「{match[0]}」，疑为别的单位的文字没有改净。"
        yield rule.finding(passage, *match.span(), said, suggestion=match["who"] + own.kind)


_ITS_OFFICE = lazy.pattern(
    "总务处|教务处|政教处|教代会|院办|医务科|护理部|财务科|负责解释|校务|院务|教职工|医护"
)


def _of_school_or_hospital(passage: Passage, match: re.Match[str], own: Speaker) -> bool:
    """「由我镇总务处负责解释」 in a school's rules: the town has no such office."""
    return (
        own.kind in {"校", "院"}
        and match["kind"] in SMALL
        and _ITS_OFFICE.match(passage.text, match.end()) is not None
    )


_STAFF = lazy.pattern("(?:全体)?(?:干部|教?职工|员工|师生|教师|医务人员|医护|民警|党员干部|上下)")


def _of_staff(passage: Passage, match: re.Match[str], own: Speaker) -> bool:
    """「全院职工」 in a school's paper; a bureau of education may speak of 全校师生, a town of them too."""
    return (
        own.kind not in {*SMALL, "村", "社区"}
        and _STAFF.match(passage.text, match.end()) is not None
        and not re.search("教|卫|医", own.name or "")
    )


def _alone(passage: Passage, match: re.Match[str], own: Speaker) -> bool:
    """「确保全乡节水任务完成」 in a bureau's paper that speaks of no township anywhere."""
    return own.kind == "局" and match["kind"] in {"镇", "乡"} and passage.body.count(match["kind"]) == 1


# What a body of the kind is called: whose the 「全校师生」 are that a paper of the police or the firemen speaks of.
_BODIES_OF = {
    "校": "[学中高]校|小学|中学|高中|职高|大学|学院|校园|幼儿园",
    "院": "医院|卫生院|保健院|法院|检察院|学院|敬老院|养老院|福利院",
}


def _is_of_who_was_named(passage: Passage, match: re.Match[str]) -> bool:
    """「由村民委员会在本村公示」, 「在医院本院挂号」: 本 is of the one just named; and 「样本村」 are villages of a sample.
    「走进实验小学，组织全校师生演练」: 全 is of a body that the paragraph names."""
    if match["who"] == "全" and match["kind"] not in SMALL:
        low = passage.text.rfind("\n", passage.start, match.start()) + 1 or passage.start
        paragraph = passage.text[low : match.end() + _NAMED_WITHIN].replace(match[0], "")
        return re.search(_BODIES_OF.get(match["kind"], match["kind"]), paragraph) is not None
    before = passage.text[max(passage.start, match.start() - _NAMED_WITHIN) : match.start()]
    return match["who"] == "本" and (
        before.endswith(("样", "标", "范", "脚", "基", "根"))
        or match["kind"] in re.split("[。；\n]", before)[-1]
    )


def _of_county(own: Speaker, passage: Passage) -> bool:
    above = county(passage)
    if above is None or above.name is None or own.name is None:
        return False
    return own.name.startswith(above.name) or above.name + own.name in passage.body


def _organs_of_other_kind(rule: Rule, passage: Passage) -> Iterator[Finding]:
    own = speaker(passage)
    if own is None or own.kind not in SMALL:
        return
    found = [
        match
        for match in matches_near(passage, _ORGAN_WORDS, _ORGAN, 24)
        if match["kind"] != own.kind and _is_bare(passage, match)
    ]
    if len(found) > min(_PASSING, own.weight) or _FORMER.search(passage.body):
        return
    for match in found:
        said = f"{_where(own, passage)}，这里却写「{match[0]}」，是别的乡镇、街道的机构，请核对。"
        right = own.kind + match["organ"] if own.kind != "街道" and match["kind"] != "街道" else None
        yield rule.finding(passage, *match.span(), said, suggestion=right)


def _is_bare(passage: Passage, match: re.Match[str]) -> bool:
    """「由镇党政办」, not 「听涛镇党委」, 「乡、镇政府」 or the 街道 one walks in."""
    start = match.start()
    before = passage.text[max(passage.start, start - 2) : start]
    listed = before[-1:] in {"、", "和", "与", "及", "/"} and before[:1] in _PAIRED
    if before in {"对方", "某某"} or before[-1:] in {"某", "该"}:
        return False
    other = in_quotes(passage, start) or passage.in_web_residue(start)
    if listed or other or before[-1:] in {"各", "乡", "镇"}:
        return False
    # 「主要街道」 are streets.
    return is_free(passage, start, after_words=match["kind"] != "街道")


def _committees(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A village has 村委会 and 村民, a community 居委会 and 居民."""
    own = speaker(passage)
    if own is None or own.kind not in {"村", "社区"} or own.name is None or _BOTH.search(passage.body):
        return
    wrong = "community" if own.kind == "村" else "village"
    every = list(matches_near(passage, _COMMITTEES, _COMMITTEE, 12))
    found = [
        match
        for match in every
        if match[wrong] and not _in_title_of_law(passage, match) and not _of_another(passage, match)
    ]
    if len(found) > _PASSING or len(found) > max(len(every) - len(found), 1) + 1:
        return
    for match in found:
        said = f"{_where(own, passage)}，这里却写「{match[0]}」，是{'社区' if own.kind == '村' else '村'}的说法，请核对。"
        yield rule.finding(passage, *match.span(), said, suggestion=_turned(match[0], own.kind))


def _of_another(passage: Passage, match: re.Match[str]) -> bool:
    """「柳树村党支部」, 「邻村党支部」: a branch with a name before it is somebody else's."""
    return match[0].startswith(_PARTY) and not is_free(passage, match.start())


def _turned(words: str, kind: str) -> str:
    if kind == "村":
        if words.startswith(_PARTY[3:]):
            return words.replace("社区", "村", 1)
        plain = words.removeprefix("社区")
        return "村务" + plain if plain.startswith("监督") else plain.replace("居", "村", 1)
    if words.startswith(_PARTY[:3]):
        return words.replace("村", "社区", 1)
    return "社区书记" if words == "村支书" else words.replace("村", "居", 1)


def _in_title_of_law(passage: Passage, match: re.Match[str]) -> bool:
    after = passage.text[match.end() : match.end() + 8]
    before = passage.text[max(passage.start, match.start() - 1) : match.start()]
    return "法" in after[:5] and "》" in after or before in {"镇", "乡", "各", "原"} or "组织法" in after


def _levels(rule: Rule, passage: Passage) -> Iterator[Finding]:
    own = county(passage)
    if own is None or own.kind not in {"县", "区"}:
        return
    right = 0
    found = []
    for match in matches_near(passage, _LEVEL_WORDS, _LEVEL, 22):
        kind = match["kind"] or match["own"]
        if kind == own.kind:
            right += 1
        elif _is_level(passage, match):
            found.append(match)
    if len(found) > _PASSING or len(found) > right + 2:
        return
    for match in found:
        other = match["kind"] or match["own"]
        said = f"{_where(own, passage)}，上级是{own.kind}，这里却写「{match['mark']}」，层级不一致。"
        yield rule.finding(
            passage, *match.span("mark"), said, suggestion=match["mark"].replace(other, own.kind)
        )


def _is_level(passage: Passage, match: re.Match[str]) -> bool:
    start = match.start("mark")
    before = passage.text[max(passage.start, start - 3) : start]
    return not (
        _ALSO.search(before) or in_quotes(passage, start) or passage.in_web_residue(start)
    ) and is_free(passage, start)


def _words_of_other_body(rule: Rule, passage: Passage) -> Iterator[Finding]:
    own = speaker(passage)
    if own is None or own.kind not in _BODIES or (own.kind == "校" and "幼儿园" in passage.body):
        return
    found = [
        match
        for match in matches_near(passage, _BODY_WORDS, _BODIES[own.kind], 12)
        if is_free(passage, match.start("mark"))
        and not in_quotes(passage, match.start("mark"))
        and not _is_spoken_of(passage, match["mark"])
    ]
    if _HAS_WORKING_COMMITTEE.search(passage.body):
        found = [match for match in found if match["mark"] != "党工委"]
    for match in found if len(found) <= min(_PASSING, own.weight) else ():
        said = f"{_where(own, passage)}，这里的「{match['mark']}」是别的单位的说法，疑为套用时没有改净。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion="核对机构名称")


def _is_spoken_of(passage: Passage, body: str) -> bool:
    whose = next((names for word, names in _OTHERS_BODY.items() if body.startswith(word)), "")
    return bool(whose) and len(re.findall(whose, passage.body)) >= _SPOKEN_OF


def _itself(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A 办法 that calls itself 「本规定」."""
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    named = _TITLE_NAME.search(title.strip())
    if named is None or title.startswith("关于") and "印发" not in title:
        return
    own = named["name"]
    found = list(_ITSELF.finditer(passage.text, passage.start, passage.end))
    other = [match for match in found if match["name"] != own]
    if len(other) > _PASSING or (len(found) == len(other) and len(other) > 1):
        return
    for match in other:
        said = f"标题是「{own}」，这里却写「{match['mark']}」，名称不一致。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=f"本{own}")


_rule = warning_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "self_of_other_kind",
        "标题、落款写明的单位与正文的自称不符，如镇的材料里写「我乡」「我局」。",
        "柳荫镇2021年政务公开工作总结\n我乡认真落实，柳荫镇政府按月公开。",
        "柳荫镇2021年政务公开工作总结\n我镇认真落实，“爱我乡土”活动有成效。",
        Waiting(_SELVES, _self_of_other_kind),
    ),
    _rule(
        "organs_of_other_kind",
        "乡的材料里写「镇党政办」，镇的材料里写「街道各科室」，是别的单位的机构。",
        "桃溪乡2022年政务公开工作总结\n桃溪乡认真落实，由镇党政办具体承办。",
        "桃溪乡2022年政务公开工作总结\n桃溪乡认真落实，由乡党政办承办，白马镇党委来乡考察。",
        Waiting(_ORGAN_WORDS, _organs_of_other_kind),
    ),
    _rule(
        "committee_words",
        "村的材料里写「居民代表会议」，社区的材料里写「村务监督委员会」。",
        "柏树村2023年村务公开工作总结\n村民委员会按时公开，召开居民代表会议5次。",
        "柏树村2023年村务公开工作总结\n村民委员会按时公开，召开村民代表会议5次。",
        Waiting(_COMMITTEES, _committees),
    ),
    _rule(
        "other_level",
        "区的单位写「县委、县政府」「我县」，县的单位写「区政府」。",
        "云浦区水利局2019年政务公开工作总结\n我局按照县委、县政府的部署推进。",
        "云浦区水利局2019年政务公开工作总结\n我局按照区委、区政府的部署推进，开发区政府服务窗口同步运行。",
        Waiting(_LEVEL_WORDS, _levels),
    ),
    _rule(
        "words_of_other_body",
        "乡镇的材料里写「管委会各部门」「主管股室」，学校的材料里写「入园通知书」，是别的单位的机构和用语。",
        "新林镇2012年政务公开工作总结\n新林镇认真落实，负责协调、监督管委会各部门信息公开工作。",
        "新林镇2012年政务公开工作总结\n新林镇认真落实，开发区管委会各部门同步公开。",
        Waiting(_BODY_WORDS, _words_of_other_body),
    ),
    _rule(
        "other_name_of_itself",
        "标题是「办法」，条文里却自称「本规定」「本细则」。",
        "红岩镇政务公开实施办法\n第一条 制定本办法。\n第二条 本规定适用于各村。\n第三条 本办法自印发之日起施行。",
        "红岩镇政务公开实施办法\n第一条 制定本办法。\n第二条 本办法适用于各村。",
        anchored("本办法 本规定 本细则 本规则 本制度 本规程 本条例", _itself),
    ),
)
