"""Words that only another unit would use: 「我乡」 and 「乡党委」 in a town's text, 「居委会」 in a village's, 「县委」 in a district's."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored, warning_of
from mingbai.text.proofreading.rules._speaker import (
    County,
    Speaker,
    county,
    in_quotes,
    is_free,
    speaker,
)
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# What the words stand so often for is part of the matter.
_PASSING = 3
# A bureau that speaks of schools and hospitals all the time speaks of their meetings too.
_SPOKEN_OF, _OTHERS_BODY = 3, {"校务会": "学校", "全校师生": "学校", "院务会": "医院|卫生院"}


_BUREAU_STEMS = "教育 民政 财政 公安 司法 水利 水务 交通 住房 住建 农业 林业 卫生 人力资源 人社 文化 文旅 应急 自然资源 生态 市场 审计 信访 税务 城管 医保"
_LEVEL_WORDS = waiting_for(
    tuple(level + of for level in "县区旗" for of in ("委", "政府", "人民政府", "纪委", "直", "政务公开", "监察", *_BUREAU_STEMS.split())) + ("我县", "我区", "我旗", "全县", "全区", "全旗", "本县", "本区", "本旗")
)  # fmt: skip
_LEVEL = lazy.pattern(
    r"(?P<mark>(?P<kind>[县区旗])(?:委(?![员托])[、和]?(?P=kind)(?:人民)?政府|纪委[、和](?P=kind)监[察委]|人民政府|政府(?!各)|纪委|委(?![员托])|(?:教育|民政|财政|公安|司法|水利|水务|交通|住房|住建|农业|林业|卫生|人力资源|人社|文化|文旅|应急|自然资源|生态|市场|审计|信访|税务|城管|医保)[一-鿿]{0,12}?局|直(?=[各属单机])|政务公开(?:领导小组|办))"
    r"|[我全本](?P<own>[县区旗])(?![帜舰]|政(?!务)|[级域城直市乡镇委]))"
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
        r"(?P<mark>局(?:机关|网站|门户网站|微信公众号)|各股室|入园通知书|入园(?:幼儿|手续|报名)|园(?:核心|务会|长室|领导班子)|全园(?:教职工|幼儿)|(?:局|院|厂)(?:属各单位|领导班子|党组)|村务公开|院务公开|厂务公开|村干部|村两委|村民代表|村务监督|村民小组)"
    ),
    "院": lazy.pattern(
        r"(?P<mark>局(?:机关|属各单位|领导班子|党组|网站|门户网站|微信公众号)|各股室|各班级|校(?:领导|园网|务会|务公开)|全校师生|镇机关各办|村务公开栏)"
    ),
    "村": lazy.pattern(r"(?P<mark>局机关|各股室|院领导|校领导|全校师生|街道各科室|[校院厂]务公开栏?)"),
    "社区": lazy.pattern(r"(?P<mark>局机关|各股室|院领导|校领导|全校师生|街道各科室|[校院厂]务公开栏?)"),
    "局": lazy.pattern(
        r"(?P<mark>镇党委会|镇机关各办|乡党委会|校务会|院务会|全校师生(?=员工积极)|各村民小组负责同志)"
    ),
}
_BODY_WORDS = waiting_for(
    ("党工委", "管委会", "股室", "长办公会", "领导班子", "属各单位", "入园", "园核心", "园务会", "园长室", "全园", "局机关", "局网站", "局门户", "局微信", "各股室", "各班级", "校园网", "院领导", "校领导", "全校师生", "各科室", "党委会", "校务会", "院务会", "局党组", "院党组", "厂党组", "机关各办", "村务公开", "校务公开", "院务公开", "厂务公开", "村干部", "村两委", "村民代表", "村务监督", "村民小组")
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


def _levels(rule: Rule, passage: Passage) -> Iterator[Finding]:
    own = county(passage)
    if own is None:
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
        and not _is_asked_in(passage, *match.span("mark"))
    ]
    if _HAS_WORKING_COMMITTEE.search(passage.body):
        found = [match for match in found if match["mark"] != "党工委"]
    for match in found if len(found) <= min(_PASSING, own.weight) else ():
        said = f"{_where(own, passage)}，这里的「{match['mark']}」是别的单位的说法，疑为套用时没有改净。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion="核对机构名称")


# Those whom a body asks to look after it are no part of it: 「聘请镇人大代表、村干部和家长代表担任监督员」.
_ASKED_IN = lazy.pattern(
    "(?:聘请|聘任|邀请|特邀|约请|请来|走访|征求|听取|联系|欢迎|会同|吸收)[^，,。；;\\n]{0,24}$"
)

# 「村民代表每学期到校听取情况」
_COMES = lazy.pattern("[^，,。；;\\n]{0,16}(?:[到来进入]|走进)(?:校|院|园|馆)")
_SEEN = 30


def _is_asked_in(passage: Passage, start: int, end: int) -> bool:
    before = passage.text[max(passage.start, start - _SEEN) : start]
    return _ASKED_IN.search(before) is not None or _COMES.match(passage.text, end, passage.end) is not None


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
