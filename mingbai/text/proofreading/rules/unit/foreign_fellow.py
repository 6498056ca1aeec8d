"""Another village, school, hospital or body of the county that acts in a text that is not theirs."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._foreign import (
    NO_NAME,
    NO_STEMS,
    NOT_STEMS,
    Place,
    acts,
    hint,
    is_meant,
    is_phrase,
    named,
)
from mingbai.text.proofreading.rules._knowledge import (
    Waiting,
    is_noun,
    is_word,
)
from mingbai.text.proofreading.rules._speaker import (
    speaker,
    title_of,
    unit_of,
)
from mingbai.text.proofreading.rules._units import SMALL, own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- villages and communities -----------------------------------------------------------------------------------

_VILLAGE_WORDS = waiting_for(("村", "社区"))
_VILLAGE = lazy.pattern(
    rf"(?:(?<=[\n。；;，, \u3000）)])|(?<=^))(?P<run>[{HAN}]{{2,4}}?(?P<kind>村|社区))(?![民级委组庄里居])(?=流转|种植|新建|修建|硬化|完成|投入|现有|共有|实施|党支部|党总支|党委|坚持|认真|积极|将|高度|全体|召开|组织|开展|在[镇乡街]|20\d\d年|今年|全年|公开|制定|成立|按照|围绕|居民|网格|低保|志愿者|党员|老年|广场)",
    re.MULTILINE,
)


def _villages(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「石桥村流转土地300亩」 in the summary of 石门村."""
    own = speaker(passage)
    if own is None or own.name is None or own.kind not in {"村", "社区"}:
        return
    stem = own.name.removesuffix(own.kind)
    places = []
    for match in matches_near(passage, _VILLAGE_WORDS, _VILLAGE, 12):
        place = Place(match.start("run"), match.end("run"), match["run"])
        stem_of = place.stem
        vague = {stem_of} & (NO_STEMS | NOT_STEMS) or NO_NAME & set(stem_of)
        verb = (is_word(stem_of) and not is_noun(stem_of)) or is_phrase(stem_of)
        if (
            not vague
            and not verb
            and stem not in place.name
            and place.name not in own.name
            and not is_meant(passage, place)
        ):
            places.append(place)
    yield from named(rule, passage, own.name, places, lambda p: False)


# --- schools, hospitals, bodies of the county -------------------------------------------------------------------

_FELLOWS = {
    "校": "小学|中学|学校|幼儿园|高中|职中",
    "院": "人民医院|中医院|妇幼保健院|中心卫生院|卫生院|医院|卫生服务中心",
}
_FELLOW_WORDS = waiting_for(
    ("小学", "中学", "学校", "幼儿园", "高中", "职中", "医院", "卫生院", "保健院", "卫生服务中心")
)
_ANY_SCHOOL = frozenset(
    "各全我本该某每几两这那所多个省县市区镇乡名贵国办立收于优质民公农村城薄弱定点其他等及和与的为在对向由到"
)


def _fellows(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「光明小学今后将继续坚持」 in the summary of 花园小学, 「凌河县中医院设立投诉电话」 in that of another hospital."""
    own = speaker(passage)
    if own is None or own.name is None or own.kind not in _FELLOWS:
        return
    pattern = re.compile(
        rf"(?:(?<=[\n。；;，, \u3000、）)])|(?<=^))(?P<run>[{HAN}]{{2,12}}?(?:{_FELLOWS[own.kind]}))",
        re.MULTILINE,
    )
    places = []
    for match in matches_near(passage, _FELLOW_WORDS, pattern, 20):
        name = match["run"]
        stem = re.sub(f"(?:{_FELLOWS[own.kind]})$", "", name)
        place = Place(match.start("run"), match.end("run"), name)
        same = name in own.name or own.name in name
        bare = re.sub(r"^.{2}[县区市镇乡]", "", stem)
        verb = is_word(bare) and not is_noun(bare)
        if (
            same
            or verb
            or name in title_of(passage)
            or not stem
            or _ANY_SCHOOL & set(bare)
            or is_phrase(bare)
        ):
            continue
        if acts(passage, place) and not is_meant(passage, place):
            places.append(place)
    yield from named(rule, passage, own.name, places, lambda p: True)


_BODY_WORDS = waiting_for(("局", "委员会", "联合会", "中心", "馆", "残联", "妇联", "工商联", "科协"))
_OWN_BODY = lazy.pattern(rf"^(?P<place>[{HAN}xX×]{{0,3}}[县区市])(?P<stem>[{HAN}]{{2,16}})$")
_BODY = lazy.pattern(
    rf"(?:(?<=[\n。；;，, \u3000：:）)])|(?<=20\d\d年)(?!度)|(?<=20\d\d年度)|(?<=^))(?P<mark>(?P<place>[{HAN}]{{0,3}}?[县区市])(?P<stem>[{HAN}]{{2,14}}?(?:局|委员会|联合会|中心|馆|残联|妇联|工商联|科协)))"
    r"(?=(?:20\d\d年度?)?(?:收入|支出|部门|一般公共|机关运行|政府采购|“?三公|项目绩效|共有|内设|下设|主要职[责能]|本年|预算|决算|整体|国有资产|无政府|没有|(?<=联)(?:代表|是|主要|负责|认真|坚持|将|积极|围绕|承担)|(?<=会)(?:代表|认真|坚持|积极|围绕|承担)|(?<=科协)(?:代表|认真|坚持|将|积极|围绕)))",
    re.MULTILINE,
)


def _bodies(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「宁和县妇女联合会收入总计」 in the accounts of the county's 残疾人联合会."""
    own = _OWN_BODY.match(unit_of(passage) or "")
    if own is None:
        return
    places = []
    for match in matches_near(passage, _BODY_WORDS, _BODY, 40):
        stem = match["stem"]
        letters = iter(own["stem"])
        if stem in own["stem"] or own["stem"] in stem or all(letter in letters for letter in stem):
            continue
        place = Place(match.start("mark"), match.end("mark"), match["mark"])
        if not is_meant(passage, place):
            places.append(place)
    yield from named(rule, passage, own[0], places, lambda p: True)


# --- what is another's ------------------------------------------------------------------------------------------------

_ASSETS = "网站 官网 校园网 门户网站 微信公众号 公众号 公开栏 公示栏 电子屏 宣传栏"
_ASSET_WORDS = waiting_for(tuple(_ASSETS.split()))
_ASSET = lazy.pattern(
    rf"(?:依托|通过|利用|借助|登录|关注|在|以)[“「]?(?P<run>(?:(?![的和与及、])[{HAN}]){{2,12}}?(?P<kind>小学|中学|学校|幼儿园|医院|卫生院|镇|乡|街道|社区|村))(?:政府|人民政府)?[”」]?(?={'|'.join(_ASSETS.split())})"
)
_SAME_SORT = {"小学": "校", "中学": "校", "学校": "校", "幼儿园": "园", "卫生院": "医院"}


def _assets(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「依托红旗小学网站和家长会」 in the summary of 白杨镇中心小学."""
    own = own_of(passage)
    if own is None or not (own.town or own.ending or own.village):
        return
    places = []
    for match in matches_near(passage, _ASSET_WORDS, _ASSET, 30):
        name, kind = match["run"], match["kind"]
        stem = name.removesuffix(kind)
        same = kind == own.sort or _SAME_SORT.get(kind) == own.sort or {kind, own.sort} <= set(SMALL)
        if not same or name in own.whole or own.name in name or own.name.endswith(name):
            continue
        if _ANY_SCHOOL & set(stem) or stem in NO_STEMS | NOT_STEMS or is_phrase(stem):
            continue
        place = Place(match.start("run"), match.end("run"), name)
        if not passage.in_web_residue(place.start) and name not in title_of(passage):
            places.append(place)
    yield from named(rule, passage, own.name, places, lambda p: False)


RULES = (
    hint(
        "foreign_village",
        "村、社区的材料里，忽然是另一个村在做事。",
        "石门村2020年工作总结\n石门村认真落实。石桥村流转土地300亩。",
        "石门村2020年工作总结\n石门村认真落实。与石桥村流转土地300亩，自然村路灯已亮。",
        Waiting(_VILLAGE_WORDS, _villages),
    ),
    hint(
        "foreign_fellow",
        "学校、医院的材料里，忽然是另一所学校、另一家医院在做事。",
        "花园小学2019年校务公开工作总结\n花园小学认真落实。光明小学今后将继续坚持校务公开。",
        "花园小学2019年校务公开工作总结\n花园小学认真落实。赴光明小学学习，各中学参加。",
        Waiting(_FELLOW_WORDS, _fellows),
    ),
    hint(
        "foreign_body",
        "部门预算、决算里写着另一个部门的收支，多为套用时没有改净。",
        "宁和县残疾人联合会关于2021年度部门决算的说明\n2021年度宁和县妇女联合会收入总计326.5万元。",
        "宁和县残疾人联合会关于2021年度部门决算的说明\n2021年度宁和县残联收入总计326.5万元。",
        Waiting(_BODY_WORDS, _bodies),
    ),
    hint(
        "site_of_other",
        "学校、乡镇的材料里，依托的却是另一所学校、另一个乡镇的网站、公众号、公开栏。",
        "白杨镇中心小学2015年校务公开工作总结\n白杨镇中心小学认真落实，校外依托红旗小学网站和家长会。",
        "白杨镇中心小学2015年校务公开工作总结\n白杨镇中心小学认真落实，依托中心小学网站、县教育局网站和本校公开栏。",
        Waiting(_ASSET_WORDS, _assets),
    ),
)
