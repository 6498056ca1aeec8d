"""The unit's own name, or a government's, with a character lost, doubled or out of its place: 「县教局」, 「人民政门户网站」, 「县县教育局」."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored, is_quoted, warning_of
from mingbai.text.proofreading.rules._speaker import SMALL, county, speaker, title_of, unit_of
from mingbai.text.proofreading.standing import standing
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_PASSING = 2
_BODY = r"局|委员会|联合会|中心|馆|办公室|卫生院|医院|小学|中学|学校"
_OWN_BODY = lazy.pattern(
    rf"(?P<place>[{HAN}xX×]{{2,4}}?[县区市镇乡]|[县区市])(?P<stem>[{HAN}]{{2,16}}?)(?P<kind>{_BODY})(?=20\d\d|关于|$|[一-鿿]{{0,12}}工作)"
)
_BODY_WORDS = waiting_for(
    ("局", "委员会", "联合会", "中心", "馆", "办公室", "院", "小学", "中学", "学校", "管理", "服务", "事务")
)
# After a bare 「县」 shorter names are those of others.
_BARE_FORM = 3
# Short names that leave one character out.
_SHORT = frozenset("机关事务 农村 文旅 住建 教体 卫健 人社 市管 应急 医保 林草 水务 体育".split())  # noqa: SIM905


def _own(passage: Passage) -> tuple[str, str, str] | None:
    """Place, stem and ending of the body that the title or the unit names: 青山县, 政务服务管理, 局."""
    for said in (unit_of(passage) or "", title_of(passage)):
        if (
            (found := _OWN_BODY.search(said.removeprefix("关于")))
            and "各" not in found["stem"]
            and "关于" not in found["stem"]
        ):
            return found["place"], found["stem"], found["kind"]
    return None


def _wrong_forms(stem: str, kind: str) -> set[str]:
    """The name with one character lost, or with the ending or a word of two moved."""
    whole = stem + kind
    forms = {stem[:at] + stem[at + 1 :] + kind for at in range(len(stem))} if len(whole) >= 3 else set()
    forms |= {whole[:at] + whole[at + 1] + whole[at] + whole[at + 2 :] for at in range(len(whole) - 1)}
    for at in range(2, len(stem) - 1, 2):
        forms.add(stem[:at] + kind + stem[at:])
        forms.add(stem[at:] + stem[:at] + kind)
    forms |= {whole[: at + 1] + whole[at:] for at in range(1, len(whole))}
    if len(kind) > 1:
        forms |= {stem + kind[:at] + kind[at + 1 :] for at in range(len(kind))}
    return {
        form for form in forms if form != whole and form.removesuffix(kind) not in _SHORT and len(form) > 1
    }


def _body_damaged(rule: Rule, passage: Passage) -> Iterator[Finding]:
    own = _own(passage)
    if own is None:
        return
    place, stem, kind = own
    whole = stem + kind
    forms = sorted(_wrong_forms(stem, kind), key=len, reverse=True)
    long = [form for form in forms if len(form) > _BARE_FORM]
    bare = rf"(?:(?<![{HAN}])|(?<=[由对向经在])){place[-1]}(?P<form2>{'|'.join(long)})|" if long else ""
    pattern = re.compile(f"(?:{bare}{place}(?P<form>{'|'.join(forms)}))(?![{HAN}]?{kind[-1]})")
    found = [
        match
        for match in pattern.finditer(passage.text, passage.start, passage.end)
        if whole not in passage.text[match.start() : match.start() + len(place + whole)]
        and not is_quoted(passage.text, *match.span())
    ]
    for match in found if len(found) <= _PASSING else ():
        said = f"本文的单位是「{place}{whole}」，这里写成「{match[0]}」，名称有漏字、重字或次序颠倒，请核对。"
        yield rule.finding(passage, *match.span(), said, suggestion=place + whole)


# --- a place whose name has lost a character, or two that have changed about ------------------------------------

_PLACE_WORDS = waiting_for((*SMALL, "村", "社区", "县", "区"))
_PLACES = (*SMALL, "村", "社区")
_ACTS = "党委|党工委|人民政府|政府|办事处|人大|纪委|政务|信息|便民|将|认真|坚持|积极|高度|严格|始终|20\\d\\d年|全体|成立|在[县区市镇乡街]|按照|辖|机关|党政|党务|村务|居务|村民委员会|村委会|居民委员会|居委会|党支部|党总支|委、|委办公室|武装部|综合行政|综合执法|派出所|司法所|财政所|卫生院|中心校|中心小学|应急|防汛|民政|退役|社会事务|文化站|林业站|农业|公共|服务中心|网格|干部|各村|各社区|平安|党建|人民调解"
_NOT_LOST = frozenset("全我本各该某乡镇村城小新老大古强名重集建市县区两每几这那此下上里街省州社园地辖")


def _own_places(passage: Passage) -> Iterator[tuple[str, str]]:
    """The names of the town or village that speaks and of its county, without and with what they end in."""
    own, above = speaker(passage), county(passage)
    if own and own.name and own.kind in _PLACES:
        yield own.name.removesuffix(own.kind), own.kind
    if above and above.name and above.told:
        yield above.name.removesuffix(above.kind), above.kind


def _misshapen(stem: str, kind: str) -> set[str]:
    if not 2 <= len(stem) <= 4:
        return set()
    forms = {rest + kind for rest in (stem[1:], stem[:-1]) if rest not in _NOT_LOST}
    whole = stem + kind
    if len(kind) == 1:
        forms |= {whole[:at] + whole[at + 1] + whole[at] + whole[at + 2 :] for at in range(len(whole) - 1)}
    return forms - {whole}


def _name_cut(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「头镇信息公开仍存在短板」 in the summary of 桥头镇."""
    for stem, kind in _own_places(passage):
        forms = _misshapen(stem, kind)
        if not any(_stands_cut(passage, form, stem + kind) for form in forms):
            continue
        pattern = re.compile(
            rf"(?:^|(?<=[\n。；;，,、：: \u3000“由对向经在是的]))(?P<mark>{'|'.join(sorted(forms))})(?={_ACTS})",
            re.MULTILINE,
        )
        found = [
            m
            for m in matches_near(passage, _PLACE_WORDS, pattern, 12)
            if not _stands_whole(passage, m.start("mark"), stem + kind)
        ]
        whole = passage.body.count(stem + kind)
        for match in found if len(found) <= min(_PASSING, whole) else ():
            said = f"本文的单位是「{stem}{kind}」，这里写成「{match['mark']}」，漏了字或颠倒了字。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=stem + kind)


def _stands_cut(passage: Passage, form: str, name: str) -> bool:
    """Whether a form of the name stands anywhere but in the whole name, as 「沙镇」 does in 「白沙镇」."""
    at = passage.text.find(form, passage.start, passage.end)
    while at >= 0 and _stands_whole(passage, at, name):
        at = passage.text.find(form, at + 1, passage.end)
    return at >= 0


def _stands_whole(passage: Passage, start: int, name: str) -> bool:
    """「向阳镇」, which begins with a word that may stand before a name."""
    return any(passage.text.startswith(name, at) for at in range(max(start - 3, 0), start + 1))


# --- the usual names of bureaus with a character lost or changed about ------------------------------------------

_USUAL = [
    "人力资源和社会保障",
    "住房和城乡建设",
    "交通运输",
    "农业农村",
    "文化和旅游",
    "卫生健康",
    "退役军人事务",
    "应急管理",
    "市场监督管理",
    "自然资源",
    "生态环境",
    "医疗保障",
    "城市管理",
    "乡村振兴",
    "行政审批服务",
    "政务服务管理",
    "国土资源",
    "环境保护",
    "发展和改革",
    "工业和信息化",
    "教育和体育",
    "质量技术监督",
    "食品药品监督管理",
    "安全生产监督管理",
    "工商行政管理",
    "卫生和计划生育",
    "机关事务管理",
    "综合行政执法",
    "残疾人联合",
    "政务服务",
    "人民武装",
]
_RIGHT = frozenset(
    "人力资源社会保障 住房城乡建设 文化旅游 发展改革 工业信息化 教育体育 卫生计划生育 市场监管 市场监督 交通管理 城市建设 农业 行政服务 综合执法 城管 政务管理 政务服务管理 行政审批 环保 行政执法 工商管理 机关事务 质量监督 技术监督 环境管理 审批服务 乡村建设 综合行政执".split()  # noqa: SIM905
)


def _slips_of(usual: str) -> set[str]:
    lost = {usual[:at] + usual[at + 1 :] for at in range(len(usual))}
    moved = {usual[:at] + usual[at + 1] + usual[at] + usual[at + 2 :] for at in range(len(usual) - 1)}
    twice = {usual[: at + 1] + usual[at:] for at in range(len(usual))}
    return {slip for slip in lost | moved | twice if len(slip) >= 3} - _RIGHT - set(_USUAL)


_SLIPS = {
    f"{level}{slip}局": usual
    for usual in _USUAL
    for slip in sorted(_slips_of(usual))
    for level in "县区市"
    if level + slip != usual
}
_SLIP_WORDS = waiting_for(tuple(_SLIPS))


def _bureau_slips(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for at in standing(passage, _SLIP_WORDS):
        start = passage.start + at
        end = next((e for e in range(start + 5, start + 18) if passage.text[start:e] in _SLIPS), start)
        usual = _SLIPS.get(passage.text[start:end])
        if usual is None or is_quoted(passage.text, start + 1, end) or passage.in_web_residue(start):
            continue
        right = usual + "局"
        said = f"「{passage.text[start + 1 : end]}」疑为「{right}」，名称漏字、重字或颠倒，请核对。"
        yield rule.finding(passage, start + 1, end, said, suggestion=right)


# --- governments and committees ---------------------------------------------------------------------------------

_GOVERNMENT = (
    r"(?P<mark>人民政)(?=门户|网站|办公室|关于|密切|文件|印发|批准|同意|令|常务|工作报告|领导|所属|各部门|[，,。；;：:）)\n])"
    r"|(?P<mark2>(?<=[县区乡镇市省])(?:民政府|人政府|人民府|人民政俯|人民政附|人名政府|人民正府|人民攻府|人民政政府|人民人民政府|人民政府府))"
    r"|(?P<mark3>政府办室)|(?P<mark4>街道(?:办处|事处|办事))(?=[，,。；;：:）)\n]|20\d\d|关于|主任|党工委|认真|各|将)"
    r"|(?P<mark5>(?:村民|居民)(?:委会|员会|委员)(?=[，,。；;：:）)\n]|主任|公章|研究|审核))|(?P<mark6>办事处办事处|委员会委员会|办公室办公室|党委党委(?=[、政府])|政府政府(?!性|采购|信息公开|网站)|街道街道(?=办|党))"
    r"|(?P<mark7>(?:便民服|政务服|务服)中心|便民务中心|服务中(?=[，,。；;）)\n])|便民服务心)"
)
_DOUBLED = r"(?<![我本该此])(?P<mark>(?:县县|区区|镇镇|乡乡|市市(?!场|容|政))(?=(?:[一-鿿]{2,10}(?:局|委员会|办公室)|委(?![员托])|政府|人民政府|党委|纪委|人大|直)(?![一-鿿]*都有)))|(?P<mark2>街道街道(?=办|党))"


_rule = warning_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "own_body_damaged",
        "本单位的名称漏了字、重了字，或者次序颠倒，如「政务服务局管理」「县教局」。",
        "青山县政务服务管理局2020年工作总结\n青山县政务服务局管理按照县政府统一部署推进。",
        "青山县政务服务管理局2020年工作总结\n青山县政务服务管理局、县政务局、政务服务中心按照统一部署推进。",
        Waiting(_BODY_WORDS, _body_damaged),
    ),
    _rule(
        "own_town_cut",
        "本乡镇的名称漏了一个字，如「桥头镇」写成「头镇」。",
        "桥头镇2022年政务公开工作总结\n桥头镇认真落实。头镇信息公开仍存在短板。",
        "桥头镇2022年政务公开工作总结\n桥头镇认真落实。全镇信息公开有成效，桥头镇信息公开栏已建。",
        Waiting(_PLACE_WORDS, _name_cut),
    ),
    _rule(
        "bureau_name_slip",
        "部门的通用名称漏了字、重了字、颠倒了字，如「交通输局」「农业村局」。",
        "由县交通输局政务服务窗口受理。",
        "由县交通运输局、县住房城乡建设局、县市场监管局政务服务窗口受理。",
        Waiting(_SLIP_WORDS, _bureau_slips),
    ),
    Rule(
        name="unit.government_damaged",
        category="unit_name_inconsistency",
        severity="warning",
        explain="「人民政府」「办事处」「村民委员会」一类机构名称漏了字、重了字。",
        fires="通过青山县人民政门户网站公开信息156条。",
        passes="通过青山县人民政府门户网站公开信息，县民政局、县人民政协，移民政府补贴156条。",
        find=anchored(
            "人民政 民政府 人政府 人民府 人名政府 人民正府 人民攻府 人民人民 政府府 政府办室 办处 街道事处 街道办事 村民委会 村民员会 村民委员 居民委会 居民员会 居民委员"
            " 办事处办事处 委员会委员会 办公室办公室 党委党委 政府政府 街道街道 便民服中心 政务服中心 务服中心 便民务中心 服务中 便民服务心",
            searching(
                _GOVERNMENT,
                "机构名称「{}」漏了字或重了字，请核对。",
                needs="政府办委街服",
            ),
        ),
    ),
    Rule(
        name="unit.level_doubled",
        category="unit_name_inconsistency",
        severity="warning",
        explain="「县」「镇」一类的字重了一遍，如「县县教育局」。",
        fires="对县县教育局、城关镇等10个单位予以表彰。",
        passes="县县有方案，镇镇有行动，乡乡设站点，县县教育局长会议都有安排。",
        find=anchored(
            "县县 区区 镇镇 乡乡 市市 街道街道",
            searching(
                _DOUBLED,
                "「{}」重了一个字，请核对机构名称。",
                needs="县区镇乡市道村",
                not_after="县区镇乡市村全各",
            ),
        ),
    ),
)
