"""Groups and offices of the paper's own that go by a second name: 信访维稳领导小组 and 维稳综治领导小组, 党政综合办 and 党政办."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored, warning_of
from mingbai.text.proofreading.rules._mentions import clause_before, is_told_of
from mingbai.text.proofreading.rules._parsing import MARK
from mingbai.text.proofreading.rules._units import own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_PASSING = 2

# --- a group -----------------------------------------------------------------------------------------------------

_KINDS = "领导小组|工作专班|指挥部|工作领导组|领导组"
_GROUP_WORDS = waiting_for(("领导小组", "专班", "指挥部", "领导组"))
_SET_UP = lazy.pattern(
    rf"(?:成立|设立|组建|调整|建立|建立健全|充实)(?:了)?(?P<extra>[^，,。；;\n]{{0,60}}?的)?(?P<name>[{HAN}]{{2,22}}?(?P<kind>{_KINDS}))"
)
# Words that only the text's own group is spoken of with.
_ITS_OWN = r"下设|办公室(?:设|负责|主任|具体|承担|统筹|要|每|将)|成员(?!单位名单)|组长|副组长|负责(?!人)|由[^，。\n]{2,12}(?:任|担任|组成)|每[季月半年]|定期|要|统筹|包案|统一|全年"
_NAMED = lazy.pattern(
    rf"(?P<name>(?:(?![的了由向对报经在将以为是成设组建调整])[{HAN}]){{2,18}}?(?P<kind>{_KINDS}))(?={_ITS_OWN})"
)
_OF_OTHERS = lazy.pattern(
    "[县市区省]委?$|上级|国家|全国|中央|各[镇乡村单部]|[、和与及]$|成立|设立|组建|调整|建立|分设|设$|《"
)
_FILLING = lazy.pattern("工作|专项|全[镇乡县区]|开展")


def _core(name: str, kind: str, own: str) -> str:
    """The matter of a group: 信访维稳 of 黄岗镇信访维稳工作领导小组."""
    bare = name.removesuffix(kind).removeprefix(own)
    bare = re.sub(r"^(?:镇|乡|街道|县|区|市|局|校|院|园|村|社区|本|我)(?=..)", "", bare)
    return _FILLING.sub("", bare)


def _two_groups(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「政务督查领导小组办公室负责日常工作」 where the text sets up a 政务公开领导小组 alone."""
    own = own_of(passage)
    name = own.name if own else ""
    set_up: dict[str, str] = {}
    for match in matches_near(passage, _GROUP_WORDS, _SET_UP, 100):
        set_up.setdefault(_core(match["name"], match["kind"], name), match["name"])
    known = {core: said for core, said in set_up.items() if len(core) >= 2}
    if len(known) != 1:
        return
    (core, said) = next(iter(known.items()))
    for match in matches_near(passage, _GROUP_WORDS, _NAMED, 40):
        other, start = _core(match["name"], match["kind"], name), match.start()
        longer = core in other and re.match("下设|办公室设", passage.text[match.end() : match.end() + 4])
        if (
            other in core
            or (core in other and not longer)
            or len(other) < 2
            or _names_other(passage, match, other)
        ):
            continue
        shared = {core[at : at + 2] for at in range(len(core) - 1)} & {
            other[at : at + 2] for at in range(len(other) - 1)
        }
        if not shared and not (
            other[-2:] == "公开" or re.match("下设|办公室设", passage.text[match.end() : match.end() + 4])
        ):
            continue
        how: Severity = (
            "warning" if shared and not longer and passage.body.count(match["name"]) == 1 else "info"
        )
        told = f"前文成立的是「{said}」，这里写「{match['name']}」，名称不一致，请核对。"
        yield rule.finding(passage, start, match.end(), told, suggestion=said, severity=how)


# The seat of a campaign is called a 指挥部 in one place and a 领导小组 in another.
_LED_BY = lazy.pattern(
    rf"(?:成立|设立|组建|调整)(?:了|以)?[^。；\n]{{0,30}}?(?P<name>[{HAN}]{{2,20}}?(?P<kind>领导小组|指挥部|工作专班|专班))"
)
_SPEAKS = lazy.pattern(
    rf"(?:(?<=^)|(?<=[。；;，,\n\u3000])|(?<=[一二三四五六七八九十]、))(?P<name>(?P<core>[{HAN}]{{2,20}}?)(?P<kind>领导小组|指挥部|工作专班))(?=负责|办公室|统一|要|将|每|按|牵头|对|$)",
    re.MULTILINE,
)


def _of_other_kind(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「防汛抗旱领导小组负责解释」 in a plan that sets up a 防汛抗旱指挥部, a 秸秆综合利用指挥部 that signs where a 领导小组 was set up."""
    set_up = list(matches_near(passage, _GROUP_WORDS, _LED_BY, 60))
    kinds = {match["kind"].removeprefix("工作") for match in set_up}
    if (
        len(set_up) != 1
        or len(kinds) != 1
        or re.search("(?:下设|分设|设立?)(?!办公室)[^。，]{0,12}(?:专班|指挥部|小组)", passage.body)
    ):
        return
    own = own_of(passage)
    name = own.name if own else ""
    (group,) = set_up
    core = _core(group["name"], group["kind"], name)
    for match in matches_near(passage, _GROUP_WORDS, _SPEAKS, 40):
        kind = match["kind"].removeprefix("工作")
        other = _core(match["name"], match["kind"], name)
        pairs = {core[at : at + 2] for at in range(len(core) - 1)}
        alike = any(other[at : at + 2] in pairs for at in range(len(other) - 1))
        if kind in kinds or not alike or match.start() == group.start("name"):
            continue
        if passage.body.count(match["name"]) <= _PASSING and not _names_other(passage, match, other):
            told = f"前文成立的是「{group['name']}」，这里写「{match['name']}」，名称不一致，请核对。"
            yield rule.finding(passage, *match.span("name"), told, suggestion=group["name"])


def _names_other(passage: Passage, match: re.Match[str], core: str) -> bool:
    before = clause_before(passage, match.start())
    return (
        _OF_OTHERS.search(before) is not None
        or re.match("[县市区省]", match["name"]) is not None
        or is_told_of(passage, *match.span())
        or core in {"政府", "党委", "公开", "领导"}
    )


# --- an office -----------------------------------------------------------------------------------------------------

_SEAT_WORDS = waiting_for(("办公室设在", "设在", "办公室在"))
_OFFICE = rf"[{HAN}]{{1,12}}?(?:办公室|办|科|股|所|站|局|中心|队)"
_SEAT = lazy.pattern(
    rf"(?:办公室|小组办|专班)(?:设|设立|设置)?在(?P<seat>{_OFFICE}){MARK}[，,。；;](?:[^。\n]{{0,24}}?[，,；;])?(?:由)?(?P<mark>(?P<other>{_OFFICE})(?:主任|科长|股长|所长|站长|局长|负责人))(?:[{HAN}]{{2,3}})?(?:同志)?(?:兼任?|担任|任)(?:领导小组)?(?:办公室|办)?主任"
)
_LEVEL = lazy.pattern("^(?:[县市区镇乡局校院园]|街道|本)(?=..)")


def _seat(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「办公室设在乡党政综合办，党政办公室主任兼任办公室主任」."""
    own = own_of(passage)
    for match in matches_near(passage, _SEAT_WORDS, _SEAT, 90):
        seat, other = (
            _LEVEL.sub("", (match[key].removeprefix(own.name) if own else match[key])).replace("办公室", "办")
            for key in ("seat", "other")
        )
        if (
            seat == other
            or seat.endswith(other)
            or other.endswith(seat)
            or is_told_of(passage, *match.span("mark"))
        ):
            continue
        said = f"办公室设在「{match['seat']}」，兼任主任的却是「{match['mark']}」，名称不一致，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=match["seat"])


# Offices that a place has once, by whichever of these names.
_ONE_OFFICE = (
    ("党政办公室 党政办", "党政综合办公室 党政综合办"),
    ("便民服务中心", "为民服务中心"),
    ("农经站", "经管站", "农村经营管理站"),
    ("社会事务办公室 社会事务办", "社会事业办公室 社会事业办"),
    ("应急管理办公室 应急管理办 应急办", "安全生产监督管理办公室 安监办", "安全监管办"),
    ("综合执法大队", "综合行政执法队", "综合执法中队"),
    ("经济发展办公室 经济发展办", "经济建设办公室 经济建设办"),
    ("退役军人服务站", "退役军人服务中心"),
    ("党群服务中心", "党员服务中心"),
)
# The body that supervises a village's affairs, by the name of the law and by others.
_ONE_BODY = (
    ("村务监督委员会", "村务监督小组", "村务公开监督小组", "村务公开监督委员会"),
    ("居务监督委员会", "居务监督小组", "居务公开监督小组"),
    ("民主理财小组", "村民理财小组", "民主理财监督小组"),
)
_BODY_WORDS = waiting_for(tuple(name for names in _ONE_BODY for name in names))


def _body_twice(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「村务监督小组成员签字」 and 「村务监督委员会对每笔支出进行监督」: one body of each village."""
    for names in _ONE_BODY:
        pattern = (
            rf"(?<![、和与及或者（(])(?:{'|'.join(sorted(names, key=len, reverse=True))})(?![、和与及或（(])"
        )
        found: dict[str, list[tuple[int, int]]] = {}
        for match in re.finditer(pattern, passage.body):
            span = (passage.start + match.start(), passage.start + match.end())
            if not is_told_of(passage, *span):
                found.setdefault(match[0], []).append(span)
        if len(found) != len(("one", "other")):
            continue
        (first, many), (second, few) = sorted(found.items(), key=lambda one: (-len(one[1]), one[1][0]))
        if len(few) > _PASSING:
            continue
        # As often the one as the other: either may be the slip.
        for start, end in few + (many if len(many) == len(few) == 1 else []):
            here = passage.text[start:end]
            there = first if here == second else second
            told = f"一处写「{there}」，一处写「{here}」，疑为同一个机构，请核对。"
            yield rule.finding(passage, start, end, told, suggestion=there)


_OFFICE_WORDS = waiting_for(tuple(word for names in _ONE_OFFICE for of in names for word in of.split()))


def _office_twice(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「党政办」 and 「党政综合办」 in one town's paper."""
    own = own_of(passage)
    if own is None or own.sort not in {"镇", "乡", "街道", "村", "社区"}:
        return
    for names in _ONE_OFFICE:
        found: list[list[tuple[int, int]]] = []
        for of in names:
            pattern = "|".join(sorted(of.split(), key=len, reverse=True))
            office = lazy.compile_now(rf"(?<![县区市级村省各、和])(?:{pattern})")
            spans = [m.span() for m in office.finditer(passage.body)]
            found.append([(passage.start + a, passage.start + b) for a, b in spans])
        said = [(spans, of.split()[0]) for spans, of in zip(found, names, strict=True) if spans]
        if len(said) != len(("one", "other")):
            continue
        (first, right), (second, wrong) = sorted(said, key=lambda one: (-len(one[0]), one[0][0]))
        for start, end in second if len(second) <= _PASSING and len(first) >= len(second) else ():
            if not is_told_of(passage, start, end):
                told = f"别处写「{right}」，这里写「{passage.text[start:end]}」，疑为同一个机构，请核对。"
                yield rule.finding(passage, start, end, told, suggestion=right)


_rule = warning_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "group_by_other_name",
        "只成立了一个领导小组，后面说到它下设办公室、成员、职责时却是另一个名称。",
        "黄岗镇2019年信访工作报告\n成立了信访维稳工作领导小组。镇维稳综治领导小组包案化解。",
        "黄岗镇2019年信访工作报告\n成立了信访维稳工作领导小组。信访维稳领导小组包案化解，县信访工作领导小组负责督查。",
        Waiting(_GROUP_WORDS, _two_groups),
    ),
    Rule(
        name="unit.group_of_other_kind",
        category="unit_name_inconsistency",
        severity="info",
        explain="成立的是防汛抗旱指挥部，后面负责、落款的却是防汛抗旱领导小组，名称不一致。",
        fires="柳林乡防汛预案\n成立柳林乡防汛抗旱指挥部，乡长任指挥长。\n防汛抗旱领导小组负责解释本预案。",
        passes="柳林乡防汛预案\n成立柳林乡防汛抗旱指挥部，乡长任指挥长。\n县防汛抗旱领导小组负责解释，防汛抗旱指挥部负责落实。",
        find=Waiting(_GROUP_WORDS, _of_other_kind),
    ),
    Rule(
        name="unit.seat_of_office",
        category="unit_name_inconsistency",
        severity="info",
        explain="领导小组办公室设在甲办，兼任办公室主任的却是乙办的主任，名称不一致。",
        fires="领导小组办公室设在乡党政综合办，党政办公室主任兼任办公室主任。",
        passes="领导小组办公室设在乡党政办，党政办公室主任兼任办公室主任。",
        find=Waiting(_SEAT_WORDS, _seat),
    ),
    Rule(
        name="unit.office_by_other_name",
        category="unit_name_inconsistency",
        severity="info",
        explain="同一个乡镇的材料里，一处写「党政办」，一处写「党政综合办」，疑为同一个机构。",
        fires="沙洲乡2019年工作总结\n由乡党政办负责。党政办按月汇总，党政综合办核对。",
        passes="沙洲乡2019年工作总结\n由乡党政办负责。党政办公室按月汇总，县党政综合办核对。",
        find=Waiting(_OFFICE_WORDS, _office_twice),
    ),
    Rule(
        name="unit.supervisors_twice",
        category="unit_name_inconsistency",
        severity="info",
        explain="同一份材料里一处写「村务监督委员会」，一处写「村务监督小组」，疑为同一个机构。",
        fires="收支表由村务监督小组成员签字。村务监督委员会对每笔支出进行监督。",
        passes="收支表由村务监督委员会、民主理财小组成员签字。村务监督委员会对每笔支出进行监督。",
        find=Waiting(_BODY_WORDS, _body_twice),
    ),
    Rule(
        name="unit.committee_of_street",
        category="unit_name_inconsistency",
        severity="warning",
        explain="街道党的机构是工作委员会，没有「中共某某街道委员会」。",
        fires="中共北关街道委员会\n2019年5月6日",
        passes="中共北关街道工作委员会、中共河口镇委员会",
        find=anchored(
            "街道委员会",
            searching(
                rf"中共[{HAN}]{{2,16}}?街道(?P<mark>委员会)",
                "街道党的机构是「工作委员会」，这里写「{}」。",
                suggestion="工作委员会",
            ),
        ),
    ),
    Rule(
        name="unit.government_of_body",
        category="unit_name_inconsistency",
        severity="warning",
        explain="局、学校、医院没有「政府」，「局党委、政府」多为照搬乡镇的材料。",
        fires="局党委、政府召开专题会6次。",
        passes="镇党委、政府召开专题会，公安局党委、政府部门共同参加。",
        find=anchored(
            "党委、政府 党组、政府 党委政府 党组政府 党总支、政府 支部、政府",
            searching(
                r"(?:(?<=[局校院馆])|(?<=公司)|(?<=中心)|(?<=村)|(?<=社区))(?P<mark>党(?:委|组|总支|支部)、?政府)(?!部门|机关|有关|主导|采购|投资|办公)",
                "局、学校、医院、村没有政府，「{}」疑为照搬乡镇的材料。",
            ),
        ),
    ),
)
