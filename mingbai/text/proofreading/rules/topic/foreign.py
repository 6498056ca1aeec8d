"""Work of another field in a text about openness: its campaign, its group, its section; a title the text does not keep."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._papers import in_own_paper
from mingbai.text.proofreading.structure import is_heading
from mingbai.text.proofreading.triggers import prose_with, waiting_for

_KINDS = "政务|党务|村务|居务|校务|院务|厂务|所务|警务"
_OPEN = lazy.pattern(f"(?:{_KINDS}|信息)公开")
_ON_SUBJECT = lazy.pattern("公开|公示|公布|透明|政务|信息|发布|查阅|解读|监督|网站|办事")
# How often a text must name openness to be about it.
_AT_LEAST = 4

# Campaigns and fields that have groups, plans and months of their own.
_CAMPAIGNS = (
    "综治 综合治理 安全生产 计划生育 计生 禁毒 消防 普法 防汛 防火 森林防火 抗旱 征兵 殡葬改革 创卫 新农合 扶贫开发 信访稳定 维稳 平安建设 招商引资"
    " 征地拆迁 环境整治 食品安全 动物防疫 义务教育 科普 妇联 团建 精神文明 文明创建 统计 人口普查 经济普查 春运 秸秆禁烧 河长制 垃圾分类 反邪教 反诈"
)
_CAMPAIGN = "|".join(sorted(_CAMPAIGNS.split(), key=len, reverse=True))
_CAMPAIGN_WORDS = waiting_for(tuple(_CAMPAIGNS.split()))
_GROUP = lazy.pattern(
    rf"(?:成立|组建|调整|健全|充实)了?[^。；;，,、\n]{{0,14}}?(?P<mark>(?:{_CAMPAIGN})[^。；;，,、\n]{{0,10}}?领导小组)"
)
_MATERIAL = lazy.pattern(
    rf"(?:印发|发放|散发|印制|张贴)(?:了|各类)?[^。；;，,、\n]{{0,4}}?(?P<mark>(?:{_CAMPAIGN})宣传(?:资料|材料|单|册|手册|品|标语|画)[^。；;，,、\n]{{0,8}})"
)
_WISH = lazy.pattern(
    rf"(?:推动|促进|提高|开创|确保|做好|提升|加强)(?:了|全[镇乡县]|我[镇乡县])?(?P<mark>(?:{_CAMPAIGN})工作)[^。；;，,、\n]{{0,6}}(?:新台阶|水平|新局面|新突破|顺利开展|有序开展|深入开展|上水平)"
)
_SYSTEMS = "建设系统 教育系统 卫生系统 民政系统 交通系统 国土系统 林业系统 水利系统 税务系统 工商系统 财政系统 农业系统 公安系统 粮食系统 供销系统 电力系统"
_SYSTEM_WORDS = waiting_for(tuple(_SYSTEMS.split()))
_SYSTEM = lazy.pattern(
    rf"(?<![县市区省国与和各、])(?P<mark>{'|'.join(_SYSTEMS.split())})(?=政府信息公开|政务公开|信息公开|党务公开|[^。；;，,\n]{{0,4}}公开工作)"
)

_SECTION_HEAD = lazy.pattern(
    rf"^(?:[（(]?[一二三四五六七八九十]{{1,2}}[）)、.．]|[（(]?\d{{1,2}}[）)、.．])\s*[^。，,；;：:\n]{{0,12}}?(?P<mark>{_CAMPAIGN}|党建|农业生产|产业发展|城乡建设|社会保障|教育教学|医疗卫生|财源建设|项目建设|民生工程|项目攻坚)"
)
_SECTION_WORDS = waiting_for(
    (*_CAMPAIGNS.split(), "党建", "农业生产", "产业发展", "城乡建设", "社会保障", "教育教学", "医疗卫生", "财源建设", "项目建设", "民生工程", "项目攻坚")
)  # fmt: skip
_LONG_SECTION = 50
_TITLE_LENGTH = 60

_TITLE = lazy.pattern(f"(?P<mark>(?P<kind>{_KINDS})公开)")
_TITLE_WORDS = waiting_for(tuple(f"{kind}公开" for kind in _KINDS.split("|")))
_FEWEST_OF_OTHER = 3


def _about_openness(passage: Passage) -> bool:
    return len(_OPEN.findall(passage.body)) >= _AT_LEAST


def _campaigns(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A group, a leaflet or a wish of another campaign that the text names nowhere else outside such sentences."""
    if not _about_openness(passage):
        return
    for place in prose_with(passage, _CAMPAIGN_WORDS):
        offset, line = passage.prose[place]
        for pattern in (_GROUP, _MATERIAL, _WISH):
            for match in pattern.finditer(line):
                if _ON_SUBJECT.search(match["mark"]) or _named_in_head(passage, match["mark"]):
                    continue
                said = f"全文讲公开工作，这里却是「{match['mark']}」，疑为别的工作的文字没有改净。"
                yield rule.finding(
                    passage,
                    offset + match.start("mark"),
                    offset + match.end("mark"),
                    said,
                    suggestion="改为公开工作的内容，或删去",
                )


def _named_in_head(passage: Passage, words: str) -> bool:
    """Whether the title names the campaign too: then the text is about it."""
    head = passage.prose[0][1] if passage.prose else ""
    return "。" not in head and any(campaign in head for campaign in _CAMPAIGNS.split() if campaign in words)


def _systems(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if passage.document.unit_kind in {"bureau", "county"}:
        return
    own = re.search(r"[我本全](?:镇|乡|街道)(?![镇乡村街])", passage.body)
    for place in prose_with(passage, _SYSTEM_WORDS) if own else ():
        offset, line = passage.prose[place]
        for match in _SYSTEM.finditer(line):
            said = f"乡镇、街道的材料里写「{match['mark']}」，疑为抄自部门的材料没有改净。"
            yield rule.finding(
                passage,
                offset + match.start("mark"),
                offset + match.end("mark"),
                said,
                suggestion="改为本单位",
            )


# 「六、归档与统计」 closes a procedure.
_OF_PAPERWORK = lazy.pattern("归档|档案|台账|统计与|与统计|和统计|报送")


def _sections(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A numbered section on another field that says nothing of openness, in a text whose title names openness."""
    head = passage.prose[0][1] if passage.prose else ""
    if not (_OPEN.search(head) and len(head) <= _TITLE_LENGTH and _about_openness(passage)):
        return
    for place in prose_with(passage, _SECTION_WORDS):
        offset, line = passage.prose[place]
        match = _SECTION_HEAD.match(line)
        if match is None:
            continue
        told = line[match.end() :]
        if is_heading(line) and place + 1 < len(passage.prose):
            told = passage.prose[place + 1][1]
        if match["mark"] in head or _OF_PAPERWORK.search(match[0]):
            continue
        if len(told) >= _LONG_SECTION and not _ON_SUBJECT.search(line + told):
            said = f"全文讲公开工作，这一段讲的是{match['mark']}，与公开无关，疑为误贴的其他材料。"
            yield rule.finding(
                passage, offset, offset + len(line), said, suggestion="删去，或改为公开工作的内容"
            )


# 「杨柳村在全镇政务公开工作推进会上的发言」 names the meeting, not the matter.
_SAID_ELSEWHERE = lazy.pattern("会(?:议)?上的(?:发言|讲话|汇报|交流)")


def _title(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A title that names one kind of openness over a text that never does and deals with another."""
    if not passage.prose:
        return
    offset, title = passage.prose[0]
    named = {match["kind"] for match in _TITLE.finditer(title)} if len(title) <= _TITLE_LENGTH else set()
    if len(named) != 1 or _SAID_ELSEWHERE.search(title):
        return
    kind = named.pop()
    rest = passage.text[offset + len(title) : passage.end]
    others = {other: rest.count(f"{other}公开") for other in _KINDS.split("|") if other not in {kind, "政务"}}
    most = max(others, key=lambda other: others[other])
    if rest.count(f"{kind}公开") or rest.count("信息公开") or others[most] < _FEWEST_OF_OTHER:
        return
    match = _TITLE.search(title)
    if match:
        start = offset + match.start("mark")
        said = f"标题写的是{kind}公开，正文讲的却是{most}公开，请核对标题或正文。"
        yield rule.finding(
            passage, start, offset + match.end("mark"), said, suggestion=f"{most}公开", severity="warning"
        )


RULES = (
    Rule(
        name="topic.other_campaign",
        category="wrong_topic_paste",
        severity="warning",
        explain="讲政务公开的材料里冒出综治、安全生产、计划生育等别的工作的领导小组、宣传资料，多为套用时没有改净。",
        fires="我乡政务公开、村务公开扎实推进，政务公开日活动成效明显，信息公开及时。成立了综治宣传月活动领导小组。",
        passes="我乡政务公开、村务公开扎实推进，政务公开日活动成效明显，信息公开及时。成立了政务公开工作领导小组，公开综治、计生、普法信息。",
        find=Waiting(_CAMPAIGN_WORDS, _campaigns),
    ),
    Rule(
        name="topic.other_system",
        category="wrong_topic_paste",
        severity="warning",
        explain="乡镇、街道的材料写成「建设系统政府信息公开」，是抄自部门的材料。",
        fires="我镇及时规范开展建设系统政府信息公开。",
        passes="我镇及时规范开展政府信息公开，学习全县教育系统校务公开的做法。",
        find=Waiting(_SYSTEM_WORDS, _systems),
    ),
    Rule(
        name="topic.other_section",
        category="wrong_topic_paste",
        severity="warning",
        explain="标题是政务公开，中间却有一段专讲安全生产、计划生育等别的工作，一字不提公开。",
        fires="2023年政务公开工作总结\n我镇政务公开、村务公开、信息公开和党务公开都有进展。\n"
        "二、安全生产工作常抓不懈。对辖区内企业逐家排查隐患，督促企业落实主体责任，与各村签订责任书，全年没有发生重大事故，群众生命财产安全得到保障。",
        passes="2023年政务公开工作总结\n我镇政务公开、村务公开、信息公开和党务公开都有进展。\n"
        "二、安全生产信息公开。对辖区内企业逐家排查隐患的结果及时在网站公布，督促企业落实主体责任，全年没有发生重大事故，群众可以随时查阅整改情况。",
        find=Waiting(_SECTION_WORDS, in_own_paper(_sections)),
    ),
    Rule(
        name="topic.title_of_other_openness",
        category="wrong_topic_paste",
        severity="warning",
        explain="标题写的是政务公开，正文讲的却是村务公开、党务公开，一次也没有提标题所说的事。",
        fires="政务公开工作总结\n我村认真做好村务公开，村务公开栏每季更新，村务公开监督小组按时检查。",
        passes="政务公开工作总结\n我镇认真做好政务公开和村务公开，村务公开栏每季更新，村务公开监督小组按时检查。",
        find=Waiting(_TITLE_WORDS, _title),
    ),
)
