"""What a text calls itself, the heads it has and the people it speaks for, against the sort of unit whose paper it is."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._mentions import (
    clause_before,
    has_changed,
    is_told_of,
    sentence_around,
    sentence_before,
    verb_follows,
)
from mingbai.text.proofreading.rules._speaker import stands_under_heading
from mingbai.text.proofreading.rules._units import IN_TOWNS, SMALL, Own, own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_PASSING = 3

# --- what it calls itself ----------------------------------------------------------------------------------------

# The word and the characters with which it begins another word or tells of a place.
_WORDS = {
    "街道": "主两", "社区": "服矫", "学校": "", "医院": "", "幼儿园": "", "公司": "", "集团": "", "大队": "", "支队": "", "管委会": "", "中心": "思工任组城镇村学小",
    "办事处": "", "镇": "镇乡村街级区域长土里上", "乡": "镇村级土亲长里情音下愁", "村": "民里庄子级", "局": "面部限势长域", "厅": "堂长", "校": "对准验", "院": "子落士",
    "园": "区林子丁地艺", "所": "有需以在说做谓想见长能属知料称", "站": "式点在长起到立出", "馆": "子", "厂": "长家商", "矿": "区产山工井石", "场": "所合地上次比面景内",
    "司": "机法令徒", "办": "事公理好学法完件案实证到成起", "委": "托派员屈任会", "县": "级城域直委政长", "区": "别分划域块直委级长间", "旗": "帜号子舰下手开袍县级直委政长",
}  # fmt: skip
_MARK = "|".join(f"{word}(?![{stop}])" if stop else word for word, stop in _WORDS.items())
_SELF = lazy.pattern(rf"(?P<who>我|本|全)(?P<word>{_MARK})")
_SELF_WORDS = waiting_for(tuple(who + word for who in "我本全" for word in _WORDS))
_STAFF = lazy.pattern(
    "全?体?(?:党员)?(?:干部|教?职工|员工|师生|教师|医务|医护|民警|干警|党员|上下|各科|各股|工作人员|精神)"
)
_TOLD_OF_ALL = frozenset(("镇", "乡", "街道", "村", "县", "区", "旗"))
# Bodies of one house: 「全园收支」 is of no other.
_ONE_HOUSE = frozenset(("校", "园", "医院", "敬老院", "厂", "矿", "场", "馆", "法院", "检察院"))
_HOUSE = frozenset(("校", "园", "院", "厂", "矿"))
_DOES = lazy.pattern(
    "将|要(?!求)|各[村社]|每|按|已|信息|校务|在|为|认真|严格|高度重视|坚持|进一步|成立|制定|切实|积极|户籍|始终|继续|党委|政府|对(?!外)|全年|全体|共"
)
# Words by which two sorts may go, so that the other is only odd.
_MAYBE = {
    ("园", "校"), ("园", "学校"), ("矿", "公司"), ("厂", "公司"), ("场", "公司"), ("公司", "厂"), ("公司", "矿"), ("所", "局"), ("队", "局"), ("站", "局"), ("中心", "局"), ("馆", "局"),
    ("委", "局"), ("局", "委"), ("街道", "办"), ("办", "委"), ("管委会", "局"), ("中心", "办"), ("社", "公司"), ("行", "公司"), ("会", "办"), ("局", "办"), ("局", "中心"), ("局", "站"), ("局", "所"), ("局", "大队"), ("局", "支队"),
}  # fmt: skip
_OFFICES_OF = frozenset(("局", "委", "办", "中心", "公司", "厅"))
# What a bureau lays down for its schools and hospitals says 本校, 我院.
_OVERSEES = (
    ("教", "校学校园幼儿园"),
    ("卫", "院医院"),
    ("医", "院医院"),
    ("档案局", "馆"),
    ("民政", "院"),
    ("文", "馆"),
)


def _fits(own: Own, who: str, word: str) -> bool | None:
    """Whether the unit may call itself so; None where the text does not tell."""
    if word in own.selves or own.name.endswith(word) or (own.sort == "队" and word in own.name):
        return True
    if word in SMALL or word == "办事处":
        said = "街道" if word == "办事处" else word
        if own.townkind:
            return said == own.townkind if own.is_place or said != own.townkind else None
        return None if own.sort in IN_TOWNS else False
    if word in {"县", "区", "旗"}:
        if own.countykind in {"县", "区", "旗"}:
            return word == own.countykind
        return not own.city or word == "区"
    if word in {"村", "社区"}:
        if own.sort in {"村", "社区"} or (own.villagekind and who != "本"):
            return word == own.villagekind
        return None if who == "我" else True
    if own.sort in {"县", "区", "市", "旗"} and word in _OFFICES_OF:
        return True  # the paper of a county's office
    if any(field in own.name and word in words for field, words in _OVERSEES):
        return True
    return None if (own.sort, word) in _MAYBE else False


def _calls_itself(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「我局对意见逐一答复」 in a school's report, 「我矿将改进」 in that of a power company."""
    own = own_of(passage)
    if own is None or not own.sort:
        return
    right, wrong = 0, []
    for match in matches_near(passage, _SELF_WORDS, _SELF, 8):
        fits = _fits(own, match["who"], match["word"])
        if fits:
            right += 1
        elif _is_said(passage, match, own, fits):
            wrong.append((match, fits))
    if len(wrong) > min(_PASSING, passage.body.count(own.name) + right):
        return
    for match, fits in wrong:
        how: Severity = "info" if fits is None or has_changed(passage) else "warning"
        said = f"这是「{own.name}」的材料，这里却自称「{match[0]}」，疑为别的单位的文字没有改净。"
        yield rule.finding(
            passage, *match.span(), said, suggestion=match["who"] + own.selves[0], severity=how
        )


_OR = frozenset("（(、或和/")
# What a place tells of itself.
_COUNTS = lazy.pattern(
    r"共|累计|先后|全年|今年|已|召开|举办|公开|开展|建成|建立|各[村站部办]|上下|干部|党员|信息|\d"
)
# What may open a clause before the unit acts.
_OPENER = lazy.pattern(
    r"^[\s　\d一二三四五六七八九十、.．（）()]*(?:下一步|今后|今年|去年|目前|近年来|一年来|20\d\d年|同时)?"
)


def _is_said(passage: Passage, match: re.Match[str], own: Own, fits: bool | None) -> bool:
    who, word, start, end = match["who"], match["word"], match.start(), match.end()
    if is_told_of(passage, start, end):
        return False
    if word not in own.name and own.sort != "园" and stands_under_heading(passage, start, word):
        return False
    after = passage.text[end : end + 8]
    before = clause_before(passage, start, 24)
    if after[:1] in _OR and after[1:].startswith(own.selves):
        return False  # 「同等条件下本村（社区）成员优先」
    if fits is None and own.sort in {"校", "医院", "园"} and _ITS_OFFICE.match(after):
        return True
    if fits is None and who == "全" and word in SMALL and own.county:
        # 「全镇举办培训班2期」 in the paper of a county's school that speaks of no town.
        return passage.body.count(word) == 1 and _COUNTS.match(after) is not None
    if fits is None and not _may_be_own(passage, match, own, before):
        return False
    if who == "全" and (
        (before and before[-1] in "健安齐完周基")
        or not (word in _TOLD_OF_ALL or _STAFF.match(after) or (own.sort in _ONE_HOUSE and word in _HOUSE))
    ):
        return False
    if who == "全" and word not in {"县", "区", "旗"} and not _alone(passage, own, word, start):
        return False
    if who == "本" and (
        before.endswith(("样", "标", "范", "脚", "基", "根", "日", "版", "文")) or word in before
    ):
        return False
    # 「县教育局答复：我局…」: somebody else is let speak.
    return word not in sentence_before(passage, start)


def _may_be_own(passage: Passage, match: re.Match[str], own: Own, before: str) -> bool:
    """Whether what may be said of another is said as of one's own, at the head of a clause."""
    who, word = match["who"], match["word"]
    if not (who == "我" or (own.sort in _ONE_HOUSE and word in _HOUSE)) or _OPENER.sub("", before):
        return False
    return word not in SMALL or _town_does(passage, own, match.end())


# 「由我镇总务处负责解释」: a town has no such office.
_ITS_OFFICE = lazy.pattern(
    "总务处|教务处|政教处|教代会|院办|医务科|护理部|财务科|负责解释|校务|院务|教职工|医护"
)
_SURELY = lazy.pattern("将(?!我)|进一步|继续|高度重视|认真|各[村社]")
# What a body of the kind is called: whose the 「全校师生」 are that a paper of the police or the firemen speaks of.
_BODIES_OF = {
    "校": "[学中高]校|小学|中学|高中|职高|大学|学院|校园|幼儿园",
    "院": "医院|卫生院|保健院|法院|检察院|学院|敬老院|养老院|福利院",
}
_NEARBY = 120


def _town_does(passage: Passage, own: Own, end: int) -> bool:
    """Whether what follows 「我镇」 is the work of the paper's own: a village may tell what the town has ordered."""
    if own.sort in {"村", "社区"}:
        return _SURELY.match(passage.text[end : end + 6]) is not None
    return _DOES.match(passage.text[end : end + 8]) is not None or verb_follows(passage, end)


def _alone(passage: Passage, own: Own, word: str, start: int) -> bool:
    """Whether 「全校」, 「全乡」 can be of nobody whom the text has named: a bureau speaks of many schools and towns."""
    near = passage.text[max(passage.start, start - _NEARBY) : start]
    if word in _BODIES_OF and own.sort != "园" and re.search(_BODIES_OF[word], near):
        return False
    if own.sort not in {"局", "委", "县", "区", "市", "旗", "办", "管委会"}:
        return True
    return word not in SMALL or (own.sort == "局" and passage.body.count(word) == 1)


# --- the heads it has --------------------------------------------------------------------------------------------

_HEADS = "镇长 乡长 校长 园长 院长 场长 厂长 矿长 馆长 所长 站长 局长 县长 区长 旗长 市长 检察长 总经理 董事长 村主任 村委会主任 居委会主任 社区主任".split()  # noqa: SIM905
_HAS = {
    "镇": "镇长", "乡": "乡长", "街道": "", "村": "村主任 村委会主任", "社区": "居委会主任 社区主任", "校": "校长", "园": "园长", "医院": "院长", "法院": "院长", "检察院": "检察长",
    "敬老院": "院长", "公司": "总经理 董事长 厂长 场长", "矿": "矿长 总经理 董事长", "厂": "厂长 总经理 董事长", "场": "场长 总经理 董事长", "馆": "馆长", "所": "所长", "站": "站长", "中心": "", "局": "局长", "社": "", "行": "", "会": "", "队": "", "县": "县长 局长", "区": "区长 局长", "旗": "旗长 局长", "管委会": "局长",
}  # fmt: skip
_HEAD_WORDS = waiting_for(tuple(_HEADS))
_HEAD = lazy.pattern(
    rf"(?:(?:由|以|经|组长[：:]?|组长[为由]|组长是|总负责[：:]|总指挥[：:]|负责人[：:])|(?<=[。；;，,\n：: \u3000]))(?P<mark>(?:常务)?副?(?P<head>{'|'.join(sorted(_HEADS, key=len, reverse=True))}))"
    r"(?=同志|[一-鿿]{1,3}(?:任|担任|为组长)|任|担任|为(?:组长|主任|第一|总|直接|具体)|兼任?|具体抓|具体负责|负责|负总责|主持|亲自|牵头|是第一责任人|带头|带队|每[月季年周]|定期|应(?!邀)|须|要(?!求)|立即|审批|审定|签发|签字|[一-鿿]{2,3}[；;，,。\n]|[\n。，,；;]|$)"
    rf"|(?:(?<=^)|(?<=[。；;，,\n：:、 设过取议]))(?P<mark2>(?P<head2>{'|'.join(sorted(_HEADS, key=len, reverse=True))})(?:信箱|接待日|热线|工作报告|述职))",
    re.MULTILINE,
)


def _heads(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「由院长任组长」 in a school's report, 「组长由镇长担任」 in a sub-district's."""
    own = own_of(passage)
    if own is None or own.sort not in _HAS:
        return
    may = set(_HAS[own.sort].split())
    if own.name.endswith("学院"):
        may.add("院长")
    if own.sort in {"村", "社区"} | IN_TOWNS and own.townkind in {"镇", "乡"}:
        may.add(own.townkind + "长")
    found = [
        match
        for match in matches_near(passage, _HEAD_WORDS, _HEAD, 16)
        if (match["head"] or match["head2"]) not in may
        and (own.sort in _ONE_HOUSE | {"中心"} if match["head2"] else _leads(passage, match, own))
    ]
    for match in found if len(found) <= _PASSING else ():
        group = "mark" if match["mark"] else "mark2"
        how: Severity = "info" if has_changed(passage) or not _in_group(passage, match) else "warning"
        said = f"这是「{own.name}」的材料，没有「{match['head'] or match['head2']}」一职，疑为别的单位的文字没有改净。"
        yield rule.finding(passage, *match.span(group), said, suggestion="核对职务", severity=how)


def _in_group(passage: Passage, match: re.Match[str]) -> bool:
    line = sentence_around(passage, match.start(), match.end())
    return "组长" in line or "责任人" in line


def _leads(passage: Passage, match: re.Match[str], own: Own) -> bool:
    """Whether the head leads a group or the work of the unit itself, without a body's name before it."""
    start, end = match.span("mark")
    if is_told_of(passage, start, end) or passage.text[start - 1 : start] == "、":
        return False
    sentence = sentence_around(passage, start, end)
    if own.sort in _ONE_HOUSE and not clause_before(passage, start):
        return True
    # 「乡长签字后公开」: a town has to do with no other.
    if own.sort in SMALL and match["head"] in {"镇长", "乡长"} and not clause_before(passage, start):
        return True
    of_own = re.search("组长|第一责任人|主持|亲自|负责日常工作|总负责|负总责|牵头", sentence)
    return of_own is not None and not re.search(r"各|分别|成员[：:]", sentence_before(passage, start))


# --- the people it speaks for ------------------------------------------------------------------------------------

_PEOPLE = {
    "校": ("师生", "教师", "教职工", "学生", "班主任", "任课教师", "家长"),
    "医院": ("患者", "病人", "医务人员", "医护人员", "就诊群众"),
    "村": ("村民", "村干部", "村民代表", "社员"),
    "公司": ("员工", "客户", "股东"),
}
# Houses of a trade that a bureau of another has not below it.
_HOUSES = {
    "卫生院": "医院",
    "医院": "医院",
    "医疗机构": "医院",
    "村卫生室": "医院",
    "中小学": "校",
    "幼儿园": "校",
    "学校": "校",
}
_OF = {"师生": "校", **{word: sort for sort, words in _PEOPLE.items() for word in words}}
_FIELD = {
    "校": "学校|教师|学生|师生|校园|教育|班级|家长|招生",
    "医院": "医院|患者|医[疗德务护生]|病|诊|药|卫生|护理",
    "村": "村",
    "公司": "公司|企业|客户|员工",
}
_PEOPLE_WORDS = waiting_for((*_OF, *("各" + house for house in _HOUSES)))
_SOME = lazy.pattern(
    rf"(?:部分|少数|个别|广大|全体|有的|全[县区市镇乡院局馆])(?P<mark>{'|'.join(sorted(_OF, key=len, reverse=True))})(?!代表大会)|(?:(?<=^)|(?<=[\n。；;，,、 \u3000]))(?P<mark2>各(?P<house>{'|'.join(_HOUSES)}))(?=要|应|须|必须|不得|每|将|在)",
    re.MULTILINE,
)
# Sorts of whom such people may be told.
_SPEAKS_OF = {
    "校": {"校", "园", "镇", "乡", "街道", "村", "社区", "县", "区", "市", "委"},
    "医院": {"医院", "敬老院", "镇", "乡", "街道", "县", "区", "市", "委", "村", "社区"},
    "村": {"村", "镇", "乡", "街道", "县", "区", "市", "局", "委", "所", "站", "场", "社", "队", "会", "办"},
    "公司": {
        "公司",
        "行",
        "社",
        "矿",
        "厂",
        "场",
        "管委会",
        "县",
        "区",
        "市",
        "镇",
        "乡",
        "街道",
        "局",
        "委",
        "办",
    },
}


def _people(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「部分师生法治观念淡薄」 in a bureau of water's report."""
    own = own_of(passage)
    if own is None or not own.sort:
        return
    for match in matches_near(passage, _PEOPLE_WORDS, _SOME, 12):
        group = "mark" if match["mark"] else "mark2"
        sort = _HOUSES[match["house"]] if match["house"] else _OF[match["mark"]]
        field = re.compile(_FIELD[sort])
        if own.sort in _SPEAKS_OF[sort] or field.search(own.name) or is_told_of(passage, *match.span()):
            continue
        others = field.findall(passage.body.replace(match[group], "", 1))
        if len(others) > (1 if sort == "村" else 2):
            continue
        said = f"这是「{own.name}」的材料，这里却说「{match[0]}」，疑为别的单位的文字没有改净。"
        yield rule.finding(passage, *match.span(group), said, suggestion="核对所指的人")


_rule = warning_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "self_of_other_kind",
        "材料是一个单位的，正文却用另一类单位的自称，如供电公司写「我矿」，学校写「我局」。",
        "广平县供电公司2019年工作总结\n广平县供电公司认真落实。下一步我矿将改进服务。",
        "广平县供电公司2019年工作总结\n广平县供电公司认真落实。下一步我公司将改进服务，为我县发展作贡献。",
        Waiting(_SELF_WORDS, _calls_itself),
    ),
    _rule(
        "head_of_other_sort",
        "学校的领导小组由院长任组长，街道的方案由镇长任组长：这样的单位没有这个职务。",
        "石鼓街道办事处安全生产工作方案\n石鼓街道成立领导小组，组长由镇长担任。",
        "石鼓街道办事处安全生产工作方案\n石鼓街道成立领导小组，组长由办事处主任担任，派出所所长、卫生院院长为成员。",
        Waiting(_HEAD_WORDS, _heads),
    ),
    Rule(
        name="unit.people_of_other_sort",
        category="unit_name_inconsistency",
        severity="info",
        explain="水利局的材料里忽然说到「部分师生」，卫生院的材料里说到「少数教师」，多为套用时没有改净。",
        fires="临河县水利局2020年工作总结\n临河县水利局依法治水。部分师生法治观念淡薄。",
        passes="临河县教育局2020年工作总结\n临河县教育局依法治教。部分师生法治观念淡薄。",
        find=Waiting(_PEOPLE_WORDS, _people),
    ),
)
