"""A sentence in which another house speaks as if the paper were its own: 「学校坚持五育并举」 in a town's report, 「区工商分局相关股室按职责提供素材」 in a township's plan."""

from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._mentions import clause_before, is_told_of
from mingbai.text.proofreading.rules._speaker import title_of
from mingbai.text.proofreading.rules._units import SMALL, own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_AT_MOST = 2
# House → whose papers may speak in its voice, by words of the title, the unit or what stands before.
_HOUSES = {
    "学校": lazy.pattern("教育|教体|学校|小学|中学|校园|师生|学生|教师|园|学院|办学|教学|团委|少先"),
    "幼儿园": lazy.pattern("教育|教体|学校|幼儿|学前|园|校"),
    "医院": lazy.pattern("医|卫生|健康|病|诊|药|疾控|护理|疫"),
    "卫生院": lazy.pattern("医|卫生|健康|病|诊|药|疾控|护理|疫"),
    "法院": lazy.pattern("法院|司法|检察|政法|法治|诉讼|执行|审判|依法行政"),
    "检察院": lazy.pattern("检察|司法|法院|政法|法治|诉讼|公益诉讼"),
    "银行": lazy.pattern("银行|金融|信贷|贷款|信用|资金"),
}
_VOICE_WORDS = waiting_for(
    tuple(house + does for house in _HOUSES for does in ("坚持", "始终", "开齐", "认真", "严格", "高度重视", "将", "狠抓", "大力", "全体", "以", "注重", "积极"))
)  # fmt: skip
_VOICE = lazy.pattern(
    rf"(?<=[。；;\n])(?P<mark>(?P<house>{'|'.join(sorted(_HOUSES, key=len, reverse=True))})(?:始终坚持|坚持|始终把|开齐|认真(?:贯彻|落实|执行|开展)|严格(?:落实|执行|按照)|高度重视|将(?:继续|进一步|以|坚持)|狠抓|大力(?:推进|开展|实施)|全体(?:教职工|教师|医护)|以[^，。\n]{{2,12}}为(?:指导|中心|目标|抓手|主线|载体)|注重)[^。；\n]{{2,80}})"
)
_BEFORE = 80


def _voices(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「学校坚持五育并举，开齐开足课程」 in the part of a town's report that is on public order."""
    own = own_of(passage)
    if own is None or own.sort in {"校", "园", "医院", "法院", "检察院", "行", ""}:
        return
    head = title_of(passage) + own.name
    found = []
    for match in matches_near(passage, _VOICE_WORDS, _VOICE, 100):
        start, end = match.span("mark")
        home = _HOUSES[match["house"]]
        line = passage.text.rfind("\n", passage.start, start) + 1
        before = passage.text[max(line, start - _BEFORE) : start]
        if not (home.search(head) or home.search(before) or is_told_of(passage, start, end)):
            found.append((start, end, match["house"]))
    for start, end, house in found if len(found) <= _AT_MOST else ():
        said = f"这是「{own.name}」的材料，这一句却是{house}的口吻，与上文不相干，疑为误贴。"
        yield rule.finding(passage, start, end, said, suggestion="删去，或改为本单位的内容")


_SECTION_WORDS = waiting_for(("局相关", "局有关", "局各股室", "局各科室", "局责任"))
_SECTIONS = lazy.pattern(
    rf"(?P<mark>[县区市][{HAN}]{{2,8}}?(?:分局|局)(?:相关|有关|各|责任)(?:股室|科室))(?=按|要|应|须|负责|提供|将|加强|做好|具体)"
)


def _sections(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「区工商分局相关股室按职责提供素材」 in the plan of a township."""
    own = own_of(passage)
    if own is None or own.sort not in {*SMALL, "村", "社区"}:
        return
    found = [
        match
        for match in matches_near(passage, _SECTION_WORDS, _SECTIONS, 24)
        if not clause_before(passage, match.start("mark")) and not is_told_of(passage, *match.span("mark"))
    ]
    for match in found if len(found) <= _AT_MOST else ():
        said = f"这是「{own.name}」的材料，安排的却是「{match['mark']}」，疑为套用部门的材料。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion="改为本单位的机构")


RULES = (
    Rule(
        name="topic.voice_of_other_house",
        category="wrong_topic_paste",
        severity="info",
        explain="乡镇、部门的总结里，忽然有一句是学校、医院的口吻，与上文不相干，多为误贴的其他材料。",
        fires="金沙镇2020年工作总结\n金沙镇认真落实。\n社会大局稳定。排查化解矛盾纠纷94起。学校坚持五育并举，开齐开足课程。",
        passes="金沙镇2020年工作总结\n金沙镇认真落实。\n教育事业发展。新建教学楼一栋。学校坚持五育并举，开齐开足课程。",
        find=Waiting(_VOICE_WORDS, _voices),
    ),
    Rule(
        name="topic.sections_of_bureau",
        category="wrong_topic_paste",
        severity="info",
        explain="乡镇、村的计划里写「某局相关股室按职责提供素材」，安排的是别的单位的内设机构，多为误抄。",
        fires="双溪乡2019年工作计划\n双溪乡各站所负责。区工商分局相关股室按职责提供素材。",
        passes="双溪乡2019年工作计划\n双溪乡各站所负责，配合县财政局相关股室做好工作，由县水利局有关科室负责。",
        find=Waiting(_SECTION_WORDS, _sections),
    ),
)
