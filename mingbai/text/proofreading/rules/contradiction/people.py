"""People told twice: two persons in one post, one person in two, leader and deputy the same, the office's chief."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._twice import apart
from mingbai.text.proofreading.rules.contradiction.facts import is_name
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_REACH = 60
# Posts of which a unit has one; 「副」 and other units' heads are passed over.
_POSTS = "总务主任|教务主任|德育主任|政教主任|教导主任|工会主席|人大主席|纪委书记|武装部长|党总支书记|党支部书记|馆长|场长|站长|所长|理事长|董事长|总经理|大队长|党工委书记|党委书记|办事处主任|居委会主任|村委会主任|镇长|乡长|县长|区长|市长|局长|校长|院长|园长"
_HELD = lazy.pattern(
    rf"(?P<before>[{HAN}、]{{0,4}})(?<!副)(?P<post>{_POSTS})(?P<name>[{HAN}]{{2,3}})(?=同志|的|任|担任|为|兼|带头|带领|一行|统筹|把关|分管|主持|负责|负总责|牵头|带队|亲自|多次|先后|组织|作|对|在|接|参加|出席|讲话|表示|要求|强调|指出|深入|到|就|率|带|召集|宣读|代表|分别|签|会见|现场|审|批|走访|调研|每|将|也|已|还|又|[，,、。；;（(）)\s]|$)"
)
_HELD_WORDS = waiting_for(tuple(_POSTS.split("|")))
# 「郑立军校长在会上提出」
_NAMED_FIRST = lazy.pattern(
    rf"(?:(?<=[，,。；;：:\n由])|^)(?P<name>[{HAN}]{{2,3}})(?P<post>{_POSTS})(?=[在就对作指要强主带率亲多到与和，,、。；;])"
)
_FORMER = lazy.pattern("原|前任|时任|新任|历任|[副、和及与兼]")
_OTHERS = lazy.pattern("[局委办厅校院村县市区省]$")
_OF_OTHERS = frozenset("局长 校长 院长 园长 馆长 场长 站长 所长 理事长 董事长 总经理 大队长".split())  # noqa: SIM905
_OF_BRANCHES = frozenset(("党总支书记", "党支部书记"))
# Who holds two of these holds no post twice: 「党委副书记、镇长」 is one person in two posts.
_CHIEFS = ("党委书记", "党工委书记")
_HEADS = ("镇长", "乡长", "办事处主任", "县长", "区长")


class Holder(NamedTuple):
    """One place where a post and its holder's name stand."""

    post: str
    name: str
    span: tuple[int, int]


def _holders(passage: Passage) -> list[Holder]:
    found = []
    for match in matches_near(passage, _HELD_WORDS, _HELD, _REACH):
        name = _whole_name(passage, match["name"])
        before = match["before"]
        # 「党组书记、局长刘明」 holds both.
        chained = before.endswith("书记、")
        if not name or (_FORMER.search(before[-2:]) and not chained) or _elsewhere(passage, match, before):
            continue
        start = match.start("post")
        found.append(Holder(match["post"], name, (start, match.start("name") + len(name))))
    for match in matches_near(passage, _HELD_WORDS, _NAMED_FIRST, _REACH):
        if is_name(passage, match["name"]):
            found.append(Holder(match["post"], match["name"], match.span()))
    return sorted(found, key=lambda one: one.span)


def _whole_name(passage: Passage, written: str) -> str:
    """The name in the two or three characters after a post: 「李文」 of 「李文任」 is cut by the words after it."""
    for length in (3, 2):
        if len(written) >= length and is_name(passage, written[:length]):
            return written[:length]
    return ""


def _elsewhere(passage: Passage, match: re.Match[str], before: str) -> bool:
    """Whether the post is one in another unit: 「县财政局局长」, 「市教育局局长」 in a town's text."""
    own = passage.document.unit or ""
    post = match["post"]
    if post in _OF_BRANCHES:
        return re.search("[村区一二三四五六七八九十]$", before) is not None and before[-2:] not in own
    if post in _OF_OTHERS:
        return (
            _OTHERS.search(before) is not None and before[-2:] not in own and before[-1:] not in {"县", "我"}
        )
    if post in {"县长", "区长", "市长"}:
        return passage.document.unit_kind not in {None, "county"}
    return post.endswith("委会主任") and before[-1:] in {"村", "区"} and (before[-3:] not in own)


# What follows a name of two characters may be taken for its third.
_NO_THIRD = frozenset("任主负牵带亲多先组作对在接参出讲表要强指深到就率召宣代分签会现审批走调")


def _other_name(first: str, second: str) -> bool:
    """Whether two names differ; in the third character alone only where both have one for certain."""
    thirds = first[2:], second[2:]
    return first[:2] != second[:2] or (
        all(thirds) and thirds[0] != thirds[1] and not set("".join(thirds)) & _NO_THIRD
    )


def _two_holders(rule: Rule, passage: Passage) -> Iterator[Finding]:
    first: dict[str, Holder] = {}
    for one in passage.once(_holders):
        there = first.setdefault(one.post, one)
        if _other_name(there.name, one.name):
            said = f"{one.post}前面是{there.name}，这里是{one.name}，请核对。"
            yield from apart(rule, passage, there.span, one.span, said, doubted="later")


def _chief_and_head(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「党委书记谢永康」 and later 「乡长谢永康」."""
    first: dict[str, Holder] = {}
    for one in passage.once(_holders):
        if one.post not in _CHIEFS + _HEADS:
            continue
        there = first.setdefault(one.name, one)
        if (there.post in _CHIEFS) != (one.post in _CHIEFS):
            said = f"{one.name}前面是{there.post}，这里是{one.post}，请核对。"
            yield from apart(rule, passage, there.span, one.span, said, doubted="later")


# --- leader and deputy ----------------------------------------------------------------------------------------

_ROSTER_LEADER = lazy.pattern(
    rf"(?<!副)组\s{{0,4}}长\s?[：:]\s{{0,4}}(?:(?:[{HAN}]{{0,6}}?(?:书记|镇长|乡长|主任|局长|校长|院长|园长|馆长|站长|所长))\s{{0,4}})?(?P<name>[{HAN}]\s{{0,2}}[{HAN}]{{1,2}})"
)
_ROSTER_DEPUTY = lazy.pattern(r"副\s?组\s?长\s?[：:](?P<list>[^\n]{2,160})")
_ROSTER_WORDS = waiting_for(("副组长：", "副组长:"))
_INLINE = lazy.pattern(
    rf"(?P<name>[{HAN}]{{2,3}})(?:同志)?(?:任|为|担任)组长[，,、](?P<list>[^。；;\n]{{2,80}}?)(?:同志)?(?:任|为|担任)(?:常务)?副组长"
)
_INLINE_WORDS = waiting_for(("任副组长", "为副组长", "担任副组长", "任常务副组长"))
_SAME_POST = lazy.pattern(
    rf"(?:以|由)?(?P<post>[{HAN}]{{0,6}}(?:书记|镇长|乡长|局长|校长|主任|院长))(?:任|为|担任)组长[，,、](?:以|由)?(?P=post)(?:、[{HAN}]{{2,10}}){{0,4}}(?:任|为|担任)(?:常务)?副组长"
)


def _leader_is_deputy(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _ROSTER_WORDS, _ROSTER_DEPUTY, 180):
        leaders = list(
            _ROSTER_LEADER.finditer(passage.text, max(passage.start, match.start() - 60), match.start())
        )
        name = re.sub(r"\s", "", leaders[-1]["name"]) if leaders else ""
        yield from _listed_again(rule, passage, (name, name[:2]), match)
    for match in matches_near(passage, _INLINE_WORDS, _INLINE, 110):
        yield from _listed_again(rule, passage, (match["name"], match["name"][-2:]), match)
    for match in matches_near(passage, _INLINE_WORDS, _SAME_POST, 60):
        said = f"组长和副组长都是{match['post']}，请核对。"
        yield rule.finding(passage, match.start(), match.end(), said)


def _listed_again(
    rule: Rule, passage: Passage, names: tuple[str, ...], match: re.Match[str]
) -> Iterator[Finding]:
    """The leader's name among the deputies; where the name ends is not plain, so it is tried in several lengths."""
    for name in names:
        at = match["list"].find(name) if len(name) > 1 and is_name(passage, name) else -1
        if at >= 0:
            start = match.start("list") + at
            yield rule.finding(passage, start, start + len(name), f"{name}是组长，又列为副组长，请核对。")
            return


# --- head and deputy ----------------------------------------------------------------------------------------------

_HEAD_AND_DEPUTY = lazy.pattern(
    rf"(?<!副)(?P<post>馆长|站长|所长|校长|院长|园长|局长|镇长|乡长|主任|书记|队长|会长|组长|理事长|科长|股长|场长|总经理)(?P<name>[{HAN}]{{2,3}})(?:同志)?[，,、；;](?:常务)?副(?P=post)(?P<list>[{HAN}、]{{2,40}})"
)
_DEPUTY_WORDS = waiting_for(tuple(f"{mark}{kind}副" for mark in "，,、；;" for kind in ("", "常务")))


def _head_is_deputy(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「馆长孙晓梅，副馆长孙晓梅、赵建民」."""
    for match in matches_near(passage, _DEPUTY_WORDS, _HEAD_AND_DEPUTY, 60):
        name = match["name"]
        at = match["list"].find(name) if is_name(passage, name) else -1
        # 「局长王芳、副局长王芳菲」
        longer = len(name) == 2 and re.match(f"[{HAN}]", match["list"][at + 2 :]) is not None
        if at >= 0 and not longer:
            start = match.start("list") + at
            said = f"{name}是{match['post']}，又是副{match['post']}，请核对。"
            yield rule.finding(passage, start, start + len(name), said)


# --- the office's chief ---------------------------------------------------------------------------------------

_CHIEF = lazy.pattern(
    rf"(?:^|[由，,。；、\n])(?:[{HAN}]{{0,10}}?)(?P<name>[{HAN}]{{2,3}}?)(?:同志)?(?:兼任|担任|任|兼)(?:领导小组)?办公室主任|办公室主任(?:由)?(?P<name2>[{HAN}]{{2,3}})(?=同志|担任|兼任|兼|牵头|负责|组织|主持|[，,、。；;（(])"
)
_CHIEF_WORDS = waiting_for(("办公室主任",))
_OTHER_OFFICE = lazy.pattern(r"(?:党政|综合|政府|[镇乡县区局委])办公室主任|办公室主任任(?:联络|成员)|副$")


def _office_chief(rule: Rule, passage: Passage) -> Iterator[Finding]:
    first: tuple[str, tuple[int, int]] | None = None
    for match in matches_near(passage, _CHIEF_WORDS, _CHIEF, _REACH):
        written = match["name"] or match["name2"]
        if match["name"]:
            offered = (written.removeprefix("由"), written[-2:])
            name = next((one for one in offered if len(one) > 1 and is_name(passage, one)), "")
        else:
            name = _whole_name(passage, written)
        around = passage.text[max(passage.start, match.start() - 4) : match.end()]
        if not name or _OTHER_OFFICE.search(around):
            continue
        first = first or (name, match.span())
        if name != first[0] and name not in first[0] and first[0] not in name:
            said = f"领导小组办公室主任前面是{first[0]}，这里是{name}，请核对。"
            yield from apart(rule, passage, first[1], match.span(), said, doubted="later")


_rule = warning_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "two_holders",
        "同一个职务，前后写了两个人的姓名。原任、新任和副职不算。",
        "镇长李文华任组长。会后，镇长王建国接听了热线。",
        "镇长李文华任组长。会后，副镇长王建国接听了热线。",
        Waiting(_HELD_WORDS, _two_holders),
    ),
    _rule(
        "chief_and_head",
        "同一个人，一处是书记，一处是镇长、乡长、主任。",
        "乡党委书记谢永康任组长。乡长谢永康多次安排部署。",
        "乡党委书记谢永康任组长。谢永康多次安排部署。",
        Waiting(_HELD_WORDS, _chief_and_head),
    ),
    _rule(
        "leader_is_deputy",
        "组长又列在副组长里，多半是套用时没有改净。",
        "组长：林国强（校长）\n副组长：许燕（副校长）、林国强",
        "组长：林国强（校长）\n副组长：许燕（副校长）、孙立",
        Waiting(_ROSTER_WORDS + _INLINE_WORDS, _leader_is_deputy),
    ),
    _rule(
        "head_is_deputy",
        "同一个人，既是正职又是副职。",
        "馆长孙晓梅，副馆长孙晓梅、赵建民。",
        "馆长孙晓梅，副馆长陈玉兰、赵建民。",
        Waiting(_DEPUTY_WORDS, _head_is_deputy),
    ),
    _rule(
        "chief_of_office",
        "领导小组办公室主任，前后写了两个人。",
        "由刘芳兼任办公室主任。下一步由领导小组办公室主任张敏牵头。",
        "由刘芳兼任办公室主任。下一步由领导小组办公室主任刘芳牵头。",
        Waiting(_CHIEF_WORDS, _office_chief),
    ),
)
