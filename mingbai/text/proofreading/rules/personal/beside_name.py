"""What stands beside a name and must not be published with it: an illness, the door of a home, the class of a pupil."""

from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Place, Rule
from mingbai.text.proofreading.rules._illnesses import ILL, ILLNESSES
from mingbai.text.proofreading.rules._knowledge import listed, where
from mingbai.text.proofreading.rules._naming import before, name_at, name_before, surname_at
from mingbai.text.proofreading.rules._spotted import Hanging, Spotted
from mingbai.text.proofreading.standing import Spotter

# A door within a block; offices name a street number and at most a room.
_FLAT, _HOUSES = "单元", ("号楼", "栋", "幢")
_BEHIND = rf"(?:{'|'.join(_HOUSES)})\s?(?:[一二三四五六七八九十\d]{{1,3}}单元\s?\d{{1,5}}|\d{{3,5}})(?:室|号|户)?(?![\d个层年月套间平])"
_DOOR = lazy.pattern(rf"(?:[一-鿿]{{1,12}}?[路街巷道里弄园区村苑庄庭府]\d{{0,5}}号?)?\d{{1,4}}{_BEHIND}")
_BEHIND_HOUSE = lazy.pattern(_BEHIND)
_OFFICIAL_PLACE = lazy.pattern(
    "办公|单位|机关|公司|中心|窗口|地点|报名|地址：?[^，。]{0,4}[政委局办]|咨询|办事处|会议|服务站|大厅|门诊|医院|学校"
)
_LONGEST_ILLNESS, _LONGEST_STREET, _LONGEST_DOOR = 14, 24, 48
_DISEASE = lazy.pattern(r"(?:[\t 　（(，,：:]{1,3}(?:因?患有?|系|身患)?|系|因患?|身患)[一-鿿]{0,8}$")
_CAUSE = lazy.pattern(
    r"(?:户主|姓名|申请人|救助对象|患者|低保对象|受助人)[：: ]?(?=[一-鿿])(?=[^。\n]{2,30}$)"
)
_CAUSE_WITHIN = 44
_BEFORE_CLASS, _BEHIND_CLASS = frozenset("0123456789）)一二三四五六七八九十"), frozenset("：: 　的")
# The words at which a closer look is worth while, by what is looked for.
_SPOTTED = Spotter(
    {
        "door": [_FLAT, *_HOUSES],
        "class": ["班"],
        "disease": (*ILLNESSES, *ILL),
        "disabled": listed(
            "一级人员 二级人员 三级人员 四级人员 一级残疾人 二级残疾人 三级残疾人 四级残疾人 病患者 癌患者 病人 患者"
        ),
    }
)


def _disease(rule: Rule, place: Passage | Place, start: int, end: int) -> Finding | None:
    """「李春兰　系统性红斑狼疮」, 「邓秀兰（乳腺癌晚期）」: a name, a blank or bracket, at once the illness."""
    text, low = place.text, place.start
    if between := _DISEASE.search(text, max(low, start - _LONGEST_ILLNESS), start):
        name = name_before(place, between.start())
        if name >= 0:
            return rule.finding(place, name, end, "姓名和病情写在一起，属个人隐私，发布前必须隐去。")
    cause = _CAUSE.search(text, max(low, start - _CAUSE_WITHIN), start)
    if cause and name_at(place, cause.end()):
        return rule.finding(place, cause.end(), end, "姓名和致贫、致困的病情写在一起，发布前必须隐去。")
    return None


def _disabled(rule: Rule, place: Passage | Place, _: int, start: int) -> Finding | None:
    end = name_at(place, start) if surname_at(place, start) else 0
    if not end:
        return None
    return rule.finding(place, start, end, "姓名和残疾、病情写在一起，属个人隐私，发布前必须隐去。")


def _doors(rule: Rule, passage: Passage | Place) -> Iterator[Finding]:
    """A door in a block without a label, beside a person's name or after 「住」."""
    reached = passage.start
    for low, _ in _SPOTTED.read(passage)["door"]:
        if low < reached:
            continue
        high = min(passage.end, low + _LONGEST_DOOR)
        match = _DOOR.search(passage.text, max(reached, low - _LONGEST_STREET), high)
        if match is None or not match.start() <= low < match.end():
            continue
        reached = match.end()
        words = before(passage, match.start())
        named = (
            name_before(passage, match.start() - len(words) + len(words.rstrip("\t 　，,、:：（(家"))) >= 0
        )
        at_home = named and words.rstrip("，,、 ").endswith("家")
        if (named or words.endswith(("住", "住在"))) and (at_home or not _OFFICIAL_PLACE.search(words)):
            yield rule.finding(passage, *match.span(), "住址写到了楼栋、单元或室号，发布时最多写到村或小区。")


def _in_class(rule: Rule, place: Passage | Place, start: int, end: int) -> Finding | None:
    """「八（3）班学生张梓涵」, 「三年级2班 王小明」."""
    text = place.text
    if text[start - 1 : start] not in _BEFORE_CLASS:
        return None
    name = end + (text[end : end + 1] in _BEHIND_CLASS)
    behind = name_at(place, name)
    if not behind or text.endswith(("老师", "同学", "主任"), name, behind):
        return None
    return rule.finding(place, name, behind, "学生的姓名和班级，发布前应当隐去。")


def _is_door(place: Place, start: int, _: int) -> bool:
    return (
        place.text[start - 1 : start].isdecimal()
        and _BEHIND_HOUSE.match(place.text, start, place.end) is not None
    )


def _is_within_door(_: Place, __: int, ___: int) -> bool:
    """The number of a house stands before it, and wakes the rule."""
    return False


RULES = (
    Rule(
        name="personal.illness_beside_name",
        category="personal_data",
        severity="error",
        explain="名单里姓名后面紧跟病名的，同样不得公开。",
        fires="李春兰　系统性红斑狼疮　救助金3500元",
        passes="李某某　重大疾病　救助金3500元",
        find=Spotted(_SPOTTED, {"disease": _disease, "disabled": _disabled}),
    ),
    Rule(
        name="personal.door",
        category="personal_data",
        severity="warning",
        explain="姓名旁边的住址不写到楼栋、单元、室号。",
        fires="赵永福　南门巷27号3栋2单元501室　救助金1500元",
        passes="幸福小区3号楼2单元正在改造，地址：南湖路15号3栋201室。",
        find=Hanging(_SPOTTED.of("door"), _doors, where(((_FLAT,), _is_within_door), (_HOUSES, _is_door))),
    ),
    Rule(
        name="personal.pupil",
        category="personal_data",
        severity="warning",
        explain="不公开学生的姓名和班级。",
        fires="三年级2班王小明，获得资助。",
        passes="三年级2班王老师，八（3）班学生共42人。",
        find=Spotted(_SPOTTED, {"class": _in_class}),
    ),
)
