"""Who plans, leads, decides and is to be asked in a paper, and cannot: another bureau, two at once, the head of another house, the office of another level."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._mentions import is_told_of, sentence_before
from mingbai.text.proofreading.rules._speaker import is_free
from mingbai.text.proofreading.rules._units import own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_PASSING = 2

# --- another body in the own voice ------------------------------------------------------------------------------------

_VOICE_WORDS = waiting_for(("将继续", "将进一步", "将以", "将坚持", "将不断", "将紧紧", "将开展督查"))
_VOICE = lazy.pattern(
    rf"(?:(?<=^)|(?<=[。；\n\u3000 ，]))(?P<mark>(?P<level>[县区市])[{HAN}]{{1,8}}?(?:局|联|委(?!员)|办|中心|院|馆|公司|社))(?=将(?:继续|进一步|以|坚持|不断|紧紧))",
    re.MULTILINE,
)


def _other_voice(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「县残联将继续抓好低保审核」 in a report of the county's bureau of civil affairs."""
    own = own_of(passage)
    if own is None or own.sort not in {"局", "委", "会", "中心", "馆", "社", "医院", "校", "公司"}:
        return
    found = []
    for match in matches_near(passage, _VOICE_WORDS, _VOICE, 20):
        core = match["mark"][1:]
        letters = iter(own.name)
        if all(letter in letters for letter in core) or is_told_of(passage, *match.span("mark")):
            continue
        if passage.body.count(core) <= _PASSING and is_free(passage, match.start("mark")):
            found.append(match)
    for match in found if len(found) == 1 else ():
        said = f"这是「{own.name}」的材料，这里却是「{match['mark']}」将如何如何，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=own.name)


# --- two bureaus that lead what is the own --------------------------------------------------------------------------------

_MET = lazy.pattern("邀请|会同|组织|配合|协调|联合|要求|[请由对向与和经]")
_PAIR_WORDS = waiting_for(("局、", "局和", "局与"))
_PAIR = lazy.pattern(
    rf"(?:(?<=^)|(?<=[。；，,\n\u3000 ：:]))(?P<mark>(?P<one>[{HAN}]{{2,5}}?局)[、和与](?P<two>[{HAN}]{{2,5}}?局))(?=领导班子|班子成员|党组成员|党组(?:书记|会)|机关干部|各股室|各科室|干部职工)",
    re.MULTILINE,
)


def _pair(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「粮食局、物价局领导班子成员按照分工抓好分管股室」 where it is 我局 that speaks."""
    own = own_of(passage)
    if own is None or own.sort != "局" or "、" in own.name:
        return
    for match in matches_near(passage, _PAIR_WORDS, _PAIR, 24):
        both = all(one[:-1] in own.name for one in (match["one"], match["two"]))
        if _MET.match(match["one"]):
            continue
        levels = {match["one"][0], match["two"][0]} & set("县区市省两各")
        if not both and not levels and not is_told_of(passage, *match.span("mark")):
            said = f"这是一个局的材料，这里却写「{match['mark']}」两个局，请核对机构名称。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对单位名称")


# --- the same office of another level ---------------------------------------------------------------------------------------

_OFFICE_WORDS = waiting_for(
    tuple(level + of for level in "省市县区" for of in ("政府办公室", "人民政府办公室"))
)
_OFFICE = lazy.pattern(
    r"(?:联系|咨询|报名|报送|反馈|地址|地点|解释|负责|主办)[^。；\n]{0,8}?[：:由至到在]?(?P<mark>(?P<level>[省市县区])(?:人民)?政府办公室)(?=[^。\n]{0,6}(?:股|科|室|电话|负责|[。，；\n]))"
)


def _other_office(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「联系方式：市政府办公室政务公开股」 in the announcement of a county's office."""
    own = own_of(passage)
    if (
        own is None
        or own.sort not in {"办", "县", "区"}
        or not own.countykind
        or own.countykind not in "县区"
    ):
        return
    for match in matches_near(passage, _OFFICE_WORDS, _OFFICE, 30):
        if match["level"] != own.countykind and is_free(passage, match.start("mark")):
            said = f"这是「{own.name}」的材料，联系、负责的却是「{match['mark']}」，请核对。"
            right = match["mark"].replace(match["level"], own.countykind, 1)
            yield rule.finding(passage, *match.span("mark"), said, suggestion=right)


# --- who decides ---------------------------------------------------------------------------------------------------------

_DECIDES = lazy.pattern(
    r"(?:(?<=^)|(?<=[，。；、\n由经报，])|(?<=推荐、))(?P<mark>(?P<house>局|校|院|园|厂|矿|站)长(?:办公会|碰头会|办公会议))"
)
_DECIDE_WORDS = waiting_for(("长办公会", "长碰头会"))
_HEADED = {
    "校": "校园",
    "园": "园校",
    "医院": "院",
    "局": "局",
    "厂": "厂",
    "矿": "矿",
    "站": "站",
    "法院": "院",
    "检察院": "院",
}


def _decides(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「经群众推荐、局长办公会研究、公示三个环节」 in a school's summary."""
    own = own_of(passage)
    if own is None or own.sort not in _HEADED or "学院" in own.name:
        return
    for match in matches_near(passage, _DECIDE_WORDS, _DECIDES, 12):
        house = match["house"]
        sentence = sentence_before(passage, match.start("mark"))
        if house in _HEADED[own.sort] or re.search(f"{house}(?!长)", sentence):
            continue
        if not is_told_of(passage, *match.span("mark")):
            said = f"这是「{own.name}」的材料，这里却由「{match['mark']}」研究，请核对。"
            right = own.selves[0][-1] + match["mark"][1:]
            yield rule.finding(passage, *match.span("mark"), said, suggestion=right)


_hint = hint_of("unit", "unit_name_inconsistency")


RULES = (
    _hint(
        "other_body_plans",
        "一个部门的总结里，「将继续」「将进一步」的却是另一个部门，多为套用时没有改净。",
        "青山县民政局2021年工作总结\n青山县民政局认真落实。县残联将继续抓好低保审核。",
        "青山县民政局2021年工作总结\n青山县民政局认真落实。县民政局将继续抓好低保审核，会同县残联将进一步核查。",
        Waiting(_VOICE_WORDS, _other_voice),
    ),
    _hint(
        "two_bureaus_lead",
        "一个局的材料里写「粮食局、物价局领导班子」，是两个局，机构名称混乱。",
        "我局按照要求开展自查，我局高度重视。粮食局、物价局领导班子成员按照分工抓好分管股室。",
        "我局按照要求开展自查，我局高度重视。县粮食局、县物价局领导班子成员到会，会同粮食局、物价局检查。",
        Waiting(_PAIR_WORDS, _pair),
    ),
    _hint(
        "office_of_other_level",
        "县政府办公室的公告，联系单位却写「市政府办公室」。",
        "青山县人民政府办公室关于举办政府开放日的公告\n青山县人民政府办公室现公告如下。\n联系方式：市政府办公室政务公开股。",
        "青山县人民政府办公室关于举办政府开放日的公告\n青山县人民政府办公室按照市政府办公室要求现公告如下。\n联系方式：县政府办公室政务公开股。",
        Waiting(_OFFICE_WORDS, _other_office),
    ),
    _hint(
        "head_decides",
        "学校的事由「局长办公会」研究，局里的事由「院长办公会」研究，多为套用别的单位的材料。",
        "花园小学2020年校务公开总结\n花园小学认真落实。评优经群众推荐、局长办公会研究、公示三个环节。",
        "花园小学2020年校务公开总结\n花园小学认真落实。评优经群众推荐、校长办公会研究，报县教育局局长办公会审定。",
        Waiting(_DECIDE_WORDS, _decides),
    ),
)
