"""Papers of a person: passports and other cards, masks that hide too little, number plates, the door of a flat."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Place, Rule
from mingbai.text.proofreading.rules._knowledge import listed, matching, where
from mingbai.text.proofreading.rules._naming import before, name_before
from mingbai.text.proofreading.rules._spotted import Hanging
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_PAPERS = lazy.pattern(
    r"(?:护照|通行证|居留证|回乡证|台胞证)(?:号码?)?[：:为是 ]{0,3}(?P<mark>[A-Z]{1,2}\d{7,10})(?![\dA-Za-z*])"
    r"|(?:户口簿|户口本|(?<![表电水气费用客])户号)(?:号码?|编号)?[：:为是 ]{0,2}(?P<mark3>\d{6,18})(?!\d)"
    r"|(?:个人|私人|本人)(?:电子)?(?:邮箱|信箱)[：:为是 ]{0,2}(?P<mark4>[\w.+-]{2,40}@[\w.-]{3,40})"
    r"|(?:军官证|士兵证|警官证|军人证)(?:号码?)?[：:为是 ]{0,3}(?P<mark2>[一-鿿]{0,3}字?第?\d{6,10}号?)"
)
# The region with a birthday in sight, and four or fewer of eighteen hidden; or labelled, with more than ten in sight.
_HALF_HIDDEN = lazy.pattern(r"(?<![\dA-Za-z])[1-6]\d{5}(?:19|20)\d{2}[\d*＊xX×]{4,8}[\dXx*＊](?![\dA-Za-z])")
_LABELLED = lazy.pattern(
    r"(?:身份证号?码?|公民身份号码|证件号码?|证件)[：:为是（( ]{0,3}(?P<mark>\d{3,60}[\d*＊×xX●]{6,16}[\dXx])(?![\dA-Za-z])"
)
_MOST_IN_SIGHT = 10
# A label, the digits of three numbers run together, the mask; and the longest mask.
_LONGEST_LABELLED, _LONGEST_MASK = 96, 16
_LAST_FOUR = lazy.pattern(
    r"身份证(?:号码?)?(?:后四位|尾号|末四位|后4位)(?:数字)?[：:为是 ]{0,2}(?P<mark>\d{3}[\dXx])(?!\d)"
)
_SIGNS_OF_PLATE = r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]\s?[·•.．-]?\s?(?=[A-HJ-NP-Z\d]*\d)[A-HJ-NP-Z\d]{5,6}"
_PLATE_BEGINS, _PLATE = lazy.pattern(_SIGNS_OF_PLATE), lazy.pattern(rf"{_SIGNS_OF_PLATE}(?![A-Za-z0-9])")
_OWN_CAR = lazy.pattern("车主|私家车|驾驶人|驾驶员|车牌|号牌|当事人|违停|违章")
_OFFICE_CAR = lazy.pattern("公务|公车|执法|单位|环卫|消防|救护|校车|租赁|拍卖|公司|报废|处置")
_FLAT = lazy.pattern(
    r"(?:小区|花园|家园|公寓|嘉园|新村|雅苑|佳苑|苑|华庭|庭|新城|府|湾|宿舍)\s?(?P<mark>\d{1,3}[-—－]\d{1,2}[-—－]\d{3,4})(?![\d-])"
)
_LIFE = lazy.pattern(
    r"[，,]\s?[男女][，,][^。；;\n]{0,12}?(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?出?生[^。；;\n]{0,30}?[，,](?:现?住|家住|户籍|家庭住址)[^，,。；;\n]{2,24}"
)
_BORN_ON = lazy.pattern(
    r"(?:出生日期|出生年月日|生日)[：:为是 ]{0,2}(?P<mark>(?:19|20)\d\d[年./-]\d{1,2}[月./-]\d{1,2}日?)"
)

_NAMES_OF_PAPERS = waiting_for(
    listed(
        "护照 通行证 居留证 回乡证 台胞证 军官证 士兵证 警官证 军人证 户口簿 户口本 户号 个人邮箱 私人邮箱 本人邮箱 个人电子 私人电子 个人信箱"
    )
)
_MASKS, _LAST = waiting_for(("*", "＊", "×", "●")), waiting_for(("后四位", "尾号", "末四位", "后4位"))
_CARS = waiting_for(listed("车主 私家车 驾驶人 驾驶员 车牌 号牌 当事人 违停 违章"))
_HOMES = waiting_for(
    tuple(
        home + digit
        for home in listed("小区 花园 家园 公寓 嘉园 新村 苑 庭 新城 府 湾 宿舍")
        for digit in "123456789"
    )
)
_BORN, _BIRTHDAY = (
    waiting_for(("月生", "日生", "月出生", "日出生")),
    waiting_for(("出生日期", "出生年月日", "生日")),
)
_SIGNS = frozenset("*＊×●xX")
_NEAR_CAR, _LONGEST_DOOR, _LONGEST_LIFE = 24, 40, 90


def _papers(rule: Rule, passage: Passage | Place) -> Iterator[Finding]:
    for match in matches_near(passage, _NAMES_OF_PAPERS, _PAPERS, _LONGEST_DOOR):
        group = next(name for name in ("mark", "mark2", "mark3", "mark4") if match[name])
        yield rule.finding(passage, *match.span(group), "个人证件号码、个人邮箱不得公开，发布前必须遮盖。")


def _half_hidden(rule: Rule, passage: Passage | Place) -> Iterator[Finding]:
    for pattern, reach in ((_HALF_HIDDEN, _LONGEST_DOOR), (_LABELLED, _LONGEST_LABELLED)):
        for match in matches_near(passage, _MASKS, pattern, reach):
            start, end = match.span("mark") if pattern is _LABELLED else match.span()
            written = passage.text[start:end]
            hidden = sum(sign in "*＊×●" for sign in written)
            if hidden and len(written) - hidden > _MOST_IN_SIGHT:
                said = "身份证号遮盖得不够，出生日期还看得出来，至少遮盖中间八位。"
                yield rule.finding(passage, start, end, said)
    for match in matches_near(passage, _LAST, _LAST_FOUR, _LONGEST_DOOR):
        said = "身份证尾号同姓名一起公开，仍可核出本人，请核对有无必要。"
        yield rule.finding(passage, *match.span("mark"), said, severity="info")


def _plates(rule: Rule, passage: Passage | Place) -> Iterator[Finding]:
    for match in matches_near(passage, _CARS, _PLATE, _NEAR_CAR):
        near = before(passage, match.start()) + passage.text[match.end() : match.end() + 12].split("\n")[0]
        if _OWN_CAR.search(near) and not _OFFICE_CAR.search(near):
            yield rule.finding(passage, *match.span(), "个人车辆的号牌，发布前应当遮盖。")


def _flats(rule: Rule, passage: Passage | Place) -> Iterator[Finding]:
    for match in matches_near(passage, _HOMES, _FLAT, _LONGEST_DOOR):
        yield rule.finding(
            passage, *match.span("mark"), "住址写到了楼栋、单元、室号，发布时最多写到村或小区。"
        )


def _lives(rule: Rule, passage: Passage | Place) -> Iterator[Finding]:
    for match in matches_near(passage, _BORN, _LIFE, _LONGEST_LIFE):
        start = name_before(passage, match.start())
        if start >= 0 and not re.search("任|职务|拟", match[0]):
            yield rule.finding(passage, start, match.end(), "姓名、出生年月和住址写在一起，发布前应当隐去。")
    for match in matches_near(passage, _BIRTHDAY, _BORN_ON, _LONGEST_DOOR):
        yield rule.finding(passage, *match.span("mark"), "个人的出生日期不写到日，发布前应当隐去。")


def _masks_a_number(place: Place, start: int, _: int) -> bool:
    """Whether too little may be hidden of a number by a mask that follows a digit, or others behind one."""
    text, at, first = place.text, start - 1, max(place.start, start - _LONGEST_MASK - 1)
    while at >= first and text[at] in _SIGNS:
        at -= 1
    if at < first or not text[at].isdecimal():
        return False
    low, high = max(place.start, start - _LONGEST_LABELLED), min(place.end, start + _LONGEST_DOOR)
    return (
        _HALF_HIDDEN.search(text, max(low, start - _LONGEST_DOOR), high) is not None
        or _LABELLED.search(text, low, high) is not None
    )


def _stands_by_plate(place: Place, start: int, _: int) -> bool:
    low, high = max(place.start, start - 2 * _NEAR_CAR), min(place.end, start + 2 * _NEAR_CAR)
    return _PLATE_BEGINS.search(place.text, low, high) is not None


RULES = (
    Rule(
        name="personal.papers",
        category="personal_data",
        severity="error",
        explain="护照、通行证、军官证、户口簿的号码和标明是个人的邮箱不得公开。",
        fires="护照号：E12345678",
        passes="办理护照、通行证业务，收费标准见E12区公示栏。",
        find=Hanging(_NAMES_OF_PAPERS, _papers),
    ),
    Rule(
        name="personal.half_hidden",
        category="personal_data",
        severity="error",
        explain="身份证号只遮了几位，出生日期仍看得出来，等于没有遮盖。只留尾号的作提示。",
        fires="身份证号：3424011978****6012",
        passes="身份证号：342401********6012",
        find=Hanging((*_MASKS, *_LAST), _half_hidden, where((_MASKS, _masks_a_number))),
    ),
    Rule(
        name="personal.plate",
        category="personal_data",
        severity="warning",
        explain="个人车辆的号牌不随处理结果公开。公务用车公示不算。",
        fires="车主反映，车牌皖N·A1234被误拍。",
        passes="公务用车皖N·A1234已封存，车牌识别系统型号A12345。",
        find=Hanging(_CARS, _plates, where((_CARS, _stands_by_plate))),
    ),
    Rule(
        name="personal.flat",
        category="personal_data",
        severity="warning",
        explain="「某小区5-2-301」是楼栋、单元和室号，发布时最多写到小区。",
        fires="阳光花园5-2-301住户反映噪音扰民。",
        passes="阳光花园电话0564-3281234，新城2023-05-12开工。",
        find=Hanging(_HOMES, _flats, where((_HOMES, matching(_FLAT)))),
    ),
    Rule(
        name="personal.life",
        category="personal_data",
        severity="warning",
        explain="姓名、性别、出生年月和住址写在一起，或者写出完整的出生日期，足以认出本人。干部任前公示的不算。",
        fires="王大山，男，1978年5月生，汉族，初中文化，住临川镇柳林村。",
        passes="王大山，男，1978年5月生，大学学历，现任镇党委副书记，拟任镇长。",
        find=Hanging((*_BORN, *_BIRTHDAY), _lives),
    ),
)
