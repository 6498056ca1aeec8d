"""Who stands above whom: a deputy of a group whose post is above its chief's, two chiefs of one group in one paragraph."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._parsing import MARK
from mingbai.text.proofreading.rules._twice import apart
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- a deputy above the chief ---------------------------------------------------------------------------------------

_IN_ONE = lazy.pattern(
    r"(?:[，,、：:\n。；]|(?=[由以]))[由以]?(?P<chief>[^，,。；;：:\n]{2,24}?)(?:同志)?(?:任|为|担任)(?:总?组长|主任|指挥长|总指挥)[，,、；;]\s?(?:由|以)?(?P<deputies>[^，,。；;\n]{2,60}?)(?:同志)?(?:任|为|担任)(?:第一|常务|执行)?副(?:组长|主任|指挥长|总指挥)"
)
_IN_ROSTER = lazy.pattern(
    r"(?<!副)(?:组\s{0,4}长|主\s{0,4}任|指\s?挥\s?长|总\s?指\s?挥)\s?[：:]\s{0,4}(?P<chief>[^\n：:]{2,40})\n+[\s\u3000]*副\s?(?:组\s?长|主\s?任|指\s?挥\s?长|总\s?指\s?挥)\s?[：:](?P<deputies>[^\n：:]{2,120})"
)
_GROUP_WORDS = waiting_for(("副组长", "副主任", "副指挥长", "副总指挥", "副 组 长", "副指挥"))
# Of each kind of unit: who leads it, and who comes after.
_SECRETARY = {
    "town": lazy.pattern("党(?:工)?委书记|[乡镇]书记"),
    "bureau": lazy.pattern("党组书记"),
    "village": lazy.pattern("(?:党(?:总)?支部|党委|总支|[村支])书记|村支书"),
}
_HEAD = {
    "town": lazy.pattern("(?<!副)(?:[乡镇]长|办事处主任)"),
    "bureau": lazy.pattern("(?<!副)局长"),
    "village": lazy.pattern("(?:村|居)(?:委会|民委员会)?(?:副主任|主任)"),
}
_UNDER = lazy.pattern("副(?P<post>镇长|乡长|县长|区长|市长|局长|主任|校长|院长|所长|书记)")
_ABOVE = r"(?<![副院园班])(?<!分管)(?<!办公室)(?<!室){post}"
_JOINT = lazy.pattern("(?:纪|政法|团|工|人大|妇联)委?书记|各|联系|挂|包")


def _is_above(chief: str, deputies: str) -> str:
    """The post of a deputy that is above the chief's; empty where none is."""
    for kind, secretary in _SECRETARY.items():
        above = secretary.search(deputies)
        head = _HEAD[kind].search(chief)
        if above and head and not secretary.search(chief) and not _JOINT.search(deputies[: above.end()]):
            return above[0]
    under = _UNDER.search(chief)
    if under and not re.search("党(?:工)?委|党组|书记", chief):
        above = re.search(_ABOVE.format(post=under["post"]), deputies)
        near = chief[under.start() - 1 : under.start()] if under.start() else ""
        # 「区政府副区长」 is above 「镇长」; only the same post without 「副」 is above it.
        if (
            above
            and under["post"] not in {"主任", "书记"}
            and "副" + under["post"] not in deputies
            and near != "原"
        ):
            return above[0]
    return ""


def _deputies_above(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「由乡长任组长，党委书记任副组长」."""
    for pattern in (_IN_ONE, _IN_ROSTER):
        for match in matches_near(passage, _GROUP_WORDS, pattern, 180):
            above = _is_above(match["chief"], match["deputies"])
            if above and not passage.in_web_residue(match.start("chief")):
                said = (
                    f"组长、主任是「{match['chief'].strip()}」，副职里却有「{above}」，职务高低颠倒，请核对。"
                )
                yield rule.finding(passage, match.start("chief"), match.end(), said)


# --- two chiefs of one group ----------------------------------------------------------------------------------------

_POST = r"(?:分管|主管|常务|党委|党工委|党组|镇|乡|县|区|街道|办事处|村|局|校|支部){0,3}(?:副?书记|副?镇长|副?乡长|副?主任|副?局长|副?校长|副?县长|副?区长|副?院长|主要(?:负责人|领导)|分管(?:负责人|领导))"
_CHIEF = lazy.pattern(
    rf"(?:由|以)(?P<post>{_POST}(?:、{_POST}){{0,2}})(?:同志)?(?:任|为|担任)(?P<role>双?组长)|(?<!副)组长由(?P<post2>{_POST}(?:、{_POST}){{0,2}})(?:同志)?(?:兼任|担任|任)?{MARK}"
    rf"|(?P<post3>{_POST}(?:、{_POST}){{0,2}})(?:同志)?(?:任|为|担任)(?P<two>双组长)"
)
_CHIEF_WORDS = waiting_for(("组长",))
_OTHER_GROUP = lazy.pattern(
    "专班|工作组|小组(?!，组长|,组长|负责)|各[一-鿿]{1,6}(?:成立|建立|组建|设立|也)|另|分别|[一二三四五]是"
)
_NO_PART = lazy.pattern("^(?:分管|主管|常务|镇|乡|县|区|街道|办事处|村|局|校)+")


def _posts(match: re.Match[str]) -> set[str]:
    said = match["post"] or match["post2"] or match["post3"]
    return {_NO_PART.sub("", one) or one for one in said.split("、")}


def _two_chiefs(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「成立由乡长任组长的领导小组，组长由分管副乡长担任」, 「实行双组长制，书记、镇长任双组长，由副镇长任组长的领导小组」."""
    last: re.Match[str] | None = None
    for match in matches_near(passage, _CHIEF_WORDS, _CHIEF, 60):
        between = passage.text[last.end() : match.start() + 4] if last else "\n"
        if last and "\n" not in between and "。" not in between and not _OTHER_GROUP.search(between):
            one, other = _posts(last), _posts(match)
            if one.isdisjoint(other):
                said = f"前面说「{last[0]}」，这里说「{match[0]}」，同一个小组的组长前后不一，请核对。"
                yield from apart(rule, passage, last.span(), match.span(), said)
        last = match


_rule = warning_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "deputy_above_chief",
        "副组长的职务比组长还高：乡长任组长、党委书记任副组长。",
        "调整政务公开领导小组，由乡长任组长，党委书记任副组长，各站所负责人为成员。",
        "调整政务公开领导小组，由党委书记任组长，乡长任副组长，各站所负责人为成员。",
        Waiting(_GROUP_WORDS, _deputies_above),
    ),
    _rule(
        "two_chiefs_by_post",
        "同一段里同一个领导小组，组长先说是这个职务，后说是那个职务。",
        "成立由乡长任组长的领导小组，组长由分管副乡长担任，成员由各站所负责人组成。",
        "成立由乡长任组长的领导小组，副组长由分管副乡长担任，成员由各站所负责人组成。",
        Waiting(_CHIEF_WORDS, _two_chiefs),
    ),
)
