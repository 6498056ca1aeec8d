"""Who is who, told twice: one person twice on a list of members, appointed and dismissed, two secretaries of one village, two in charge."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, compiled, is_person, is_word, warning_of
from mingbai.text.proofreading.rules._parsing import STOP
from mingbai.text.proofreading.rules._twice import apart
from mingbai.text.proofreading.rules.contradiction.facts import surnames_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for


def is_name(passage: Passage, name: str) -> bool:
    """Whether the characters may be a name where a name is due; of two characters that are a word, only a person's."""
    known = compiled(passage, ("surnames",), surnames_of)
    return name[:1] in known and not set(name) & _NO_NAME and (not is_word(name) or is_person(name))


_NO_NAME = frozenset("长任主副组书记镇乡的由")

# --- one person twice on a list -----------------------------------------------------------------------------------

_BLANK = "[ \t\u3000]"
_ROLE = lazy.pattern(
    rf"^{_BLANK}{{0,8}}(?P<role>第?一?组{_BLANK}{{0,6}}长|(?:常务)?副{_BLANK}{{0,3}}组{_BLANK}{{0,3}}长|成{_BLANK}{{0,6}}员|主{_BLANK}{{0,6}}任|副{_BLANK}{{0,3}}主{_BLANK}{{0,3}}任)[：:]"
)
_ROSTER_WORDS = waiting_for(("副组长：", "副组长:", "成员：", "成员:", "员：", "员:"))
_ENTRY = lazy.pattern(
    rf"^(?P<name>[{HAN}](?:{_BLANK}{{1,3}}[{HAN}]|[{HAN}]{{1,2}}))(?:{_BLANK}+|[（(])(?P<post>[{HAN}、（）()]{{2,24}})"
)
_MOST_LINES = 60


class Member(NamedTuple):
    """One entry of a list of members: name, post, role, where."""

    name: str
    post: str
    role: str
    span: tuple[int, int]


def _members(passage: Passage) -> list[list[Member]]:
    """The lists of members of a text: each begins with its leader."""
    groups: list[list[Member]] = []
    role, last = "", -2
    for number, (offset, line) in enumerate(passage.prose):
        head = _ROLE.match(line)
        if head:
            told = re.sub(r"\s", "", head["role"])
            if not groups or told in {"组长", "第一组长"} and role != told:
                groups.append([])
            role, last = told, number
            rest, start = line[head.end() :], offset + head.end()
        elif role and number == last + 1:
            rest, start, last = line, offset, number
        else:
            role = ""
            continue
        lead = len(rest) - len(rest.lstrip())
        entry = _ENTRY.match(rest.strip())
        if entry is None:
            last = number if head else -2
            continue
        name = re.sub(r"\s", "", entry["name"])
        if is_name(passage, name) and len(groups[-1]) < _MOST_LINES:
            begin = start + lead
            groups[-1].append(Member(name, entry["post"].strip("（）()"), role, (begin, begin + entry.end())))
    return groups


def _listed_twice(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「副组长：吴刚　副镇长」 and 「成员：吴刚　司法所所长」."""
    for group in passage.once(_members):
        first: dict[str, Member] = {}
        for one in group:
            there = first.setdefault(one.name, one)
            if there is not one and there.span != one.span:
                said = f"{one.name}在名单里列了两次（{there.role}、{one.role}），请核对。"
                yield from apart(rule, passage, there.span, one.span, said)


# --- appointed and dismissed --------------------------------------------------------------------------------------

_DISMISSED = lazy.pattern(
    rf"(?P<name>[{HAN}]{{2,3}}?)(?:同志)?(?:任|为|担任)[^。；;\n免]{{2,30}}[，,；;](?:同时)?(?:免去|不再担任|免)(?:其|他|她)?(?:原任)?(?:的)?(?P<post>[{HAN}]{{4,20}}?)(?:职务|一职)"
    rf"|免去(?P<name2>[{HAN}]{{2,3}}?)(?:同志的?|的)(?P<post2>[{HAN}]{{4,20}}?)(?:职务|一职)"
)
_DISMISSED_WORDS = waiting_for(("免去", "不再担任"))


def _appointed_again(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「免去其党政办主任职务」 and 「李明同志任党政办主任」."""
    for match in matches_near(passage, _DISMISSED_WORDS, _DISMISSED, 80):
        name, post = match["name"] or match["name2"], match["post"] or match["post2"]
        again = re.compile(rf"{name}(?:同志)?(?:任|为|担任){post}").search(
            passage.text, passage.start, passage.end
        )
        if again and is_name(passage, name):
            said = f"一处说免去{name}的{post}职务，一处说{again[0]}，请核对。"
            yield from apart(rule, passage, match.span(), again.span(), said)


# --- two secretaries of one village -------------------------------------------------------------------------------

_VILLAGE_POSTS = "支部书记|党支部书记|村支书|村书记|村党支部书记|村主任|村委会主任|党总支书记|社区书记|社区主任|村会计|监委会主任|妇女主任|妇联主席|治保主任|园长|院长|站长|所长"
_HELD = lazy.pattern(
    rf"(?<![副原前与、和{HAN}]副)(?P<post>{_VILLAGE_POSTS})(?:[：:]\s?)?(?P<name>[{HAN}]{{2,3}})(?=同志|任|担任|为|兼|主持|负责|负总责|统筹|把关|牵头|带队|带头|亲自|多次|先后|组织|作|对|在|参加|讲|表示|要求|强调|指出|走访|值守|包|入户|联系|介绍|说|[，,、。；;（(）)\s]|$)"
)
_VILLAGE_WORDS = waiting_for(
    ("书记", "村支书", "村主任", "主任", "村会计", "妇联主席", "园长", "院长", "站长", "所长")
)
_OWN_UNIT = lazy.pattern("(?:村|社区|村委会|居委会|村民委员会|居民委员会|幼儿园|小学|卫生院|敬老院|所|站)$")
_TITLED = lazy.pattern(
    f"^[{HAN}]{{2,10}}?(?:村|社区|幼儿园|小学|卫生院|敬老院|[{HAN}]所|[{HAN}]站)(?=20|[{HAN}]{{0,8}}20|党|关于|[^{HAN}])"
)
_FORMER = lazy.pattern("原|前任|时任|新任|历任|副|第一|老|曾任")


def _own_place(passage: Passage) -> bool:
    """Whether the text is that of one village, school or station, which has one of each post."""
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    return _OWN_UNIT.search(passage.document.unit or "") is not None or _TITLED.match(title) is not None


def _two_of_village(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if not _own_place(passage):
        return
    first: dict[str, tuple[str, tuple[int, int]]] = {}
    for match in matches_near(passage, _VILLAGE_WORDS, _HELD, 30):
        before = passage.text[max(passage.start, match.start() - 6) : match.start()]
        name = match["name"]
        if _FORMER.search(before) or not is_name(passage, name) or re.search("[镇乡县]$|镇党委", before):
            continue
        post = match["post"].removeprefix("村").removeprefix("党")
        there = first.setdefault(post, (name, match.span()))
        if there[0][:2] != name[:2]:
            said = f"{match['post']}前面是{there[0]}，这里是{name}，请核对。"
            yield from apart(rule, passage, there[1], match.span(), said)


# --- two in charge --------------------------------------------------------------------------------------------------

_TITLE = f"(?:[{HAN}]{{0,8}}?(?:书记|镇长|乡长|局长|主任|校长|院长|委员|组员|成员|队长|主席))"
_CHARGED = lazy.pattern(
    rf"(?P<what>[{HAN}]{{2,8}}?)(?:工作)?由{_TITLE}(?P<name>[{HAN}]{{2,3}}?)(?:同志)?(?:具体)?(?:分管|主管|负责){STOP}"
    rf"|由{_TITLE}(?P<name2>[{HAN}]{{2,3}}?)(?:同志)?(?:具体)?(?:分管|主管|负责)(?P<what2>[{HAN}]{{2,8}}?)(?:工作)?{STOP}"
    rf"|{_TITLE}(?P<name3>[{HAN}]{{2,3}}?)(?:同志)?(?:具体)?分管(?P<what3>[{HAN}]{{2,8}}?)(?:工作)?{STOP}"
)
_CHARGED_WORDS = waiting_for(("分管", "主管", "负责"))


def _in_charge(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「政务公开工作由副书记马超分管」 and 「由副主任田静分管政务公开工作」."""
    found: list[tuple[str, str, tuple[int, int]]] = []
    for match in matches_near(passage, _CHARGED_WORDS, _CHARGED, 60):
        name = match["name"] or match["name2"] or match["name3"]
        what = match["what"] or match["what2"] or match["what3"]
        what = re.sub("^(?:街道|我[镇乡局县]|全[镇乡县]|本[镇乡局]|[镇乡局])|的$|工作$", "", what)
        if len(what) < 2 or not is_name(passage, name):
            continue
        there = next((one for one in found if one[0].endswith(what) or what.endswith(one[0])), None)
        if there and there[1] != name and there[1][:2] != name[:2]:
            said = f"{what}工作的负责人前面是{there[1]}，这里是{name}，请核对。"
            yield from apart(rule, passage, there[2], match.span(), said)
        found.append((what, name, match.span()))


_rule = warning_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "listed_twice",
        "领导小组名单里，同一个人列了两次。",
        "组长：周斌 镇长\n副组长：吴刚 副镇长\n成员：郑丽 党政办主任\n吴刚 司法所所长",
        "组长：周斌 镇长\n副组长：吴刚 副镇长\n成员：郑丽 党政办主任\n钱磊 司法所所长",
        Waiting(_ROSTER_WORDS, _listed_twice),
    ),
    _rule(
        "appointed_and_dismissed",
        "任免通知里，同一个人的同一职务一处写免去，一处写任命。",
        "李明同志任财政所所长，免去其党政办主任职务；\n李明同志任党政办主任。",
        "李明同志任财政所所长，免去其党政办主任职务；\n王强同志任党政办主任。",
        Waiting(_DISMISSED_WORDS, _appointed_again),
    ),
    _rule(
        "two_of_one_place",
        "一个村、一所学校的书记、主任、院长，前后写了两个人。",
        "王庄村2020年工作总结\n支部书记张德胜带头捐款。\n支部书记王海涛带队值守。",
        "王庄村2020年工作总结\n支部书记张德胜带头捐款。\n原支部书记王海涛带队值守。",
        Waiting(_VILLAGE_WORDS, _two_of_village),
    ),
    _rule(
        "two_in_charge",
        "同一项工作，前后写了两个分管、负责的人。",
        "政务公开工作由副书记马超分管。\n由副主任田静分管政务公开工作。",
        "政务公开工作由副书记马超分管。\n由副主任田静分管村务公开工作。",
        Waiting(_CHARGED_WORDS, _in_charge),
    ),
)
