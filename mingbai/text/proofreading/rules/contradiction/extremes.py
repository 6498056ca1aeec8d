"""The greatest above all of it, the next greater than the first, all of them and some not, one who checks his own work, names that differ in one character."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import in_full
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import name_of
from mingbai.text.proofreading.rules._twice import apart
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_N = r"(?<![\d.])(?P<{}>\d{{1,9}}(?:\.\d{{1,4}})?)(?P<{}>万|亿)?"

# --- the greatest above all -------------------------------------------------------------------------------------------

_GREATEST = lazy.pattern(
    r"(?:总额|总面积|总量|总数|共计?|合计|总计|累计|总投资)[^，,。；;\d]{0,8}"
    + _N.format("all", "big")
    + rf"(?P<unit>[{HAN}]{{1,3}})[，,；;（(](?:其中)?[^，,。；;\d]{{0,6}}(?:单笔|单[个项件次]|最大|最高|最多|最长)(?:的)?[^，,。；;\d]{{0,8}}"
    + _N.format("most", "big2")
    + r"(?P=unit)"
)
_GREATEST_WORDS = waiting_for(("单笔", "最大", "最高", "最多", "最长"))


def _number(match: re.Match[str], name: str, big: str) -> float:
    return in_full(match[name], match[big])


def _greatest(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「罚款总额218.6万元，最大单笔300万元」."""
    for match in matches_near(passage, _GREATEST_WORDS, _GREATEST, 70):
        if _number(match, "most", "big2") > _number(match, "all", "big"):
            yield rule.finding(passage, *match.span(), "其中最大的一项比总数还大，请核对。")


# --- the next beyond the first ----------------------------------------------------------------------------------------

_NEXT = lazy.pattern(
    r"最(?P<way>慢|低|少|小|差|快|高|多|大|好)(?:的)?[^。；;\n\d]{0,26}?(?P<a>\d{1,6}(?:\.\d{1,2})?)(?P<unit>[%％]|分|件|条|户|人|万元|个|期|次|天)[）)]?[^。；;\n]{0,20}?其次(?:是|为)?[^，,。；;\d]{0,12}?(?P<b>\d{1,6}(?:\.\d{1,2})?)(?P=unit)"
)
_NEXT_WORDS = waiting_for(("其次",))


def _next(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「最慢的是平岗镇（39%），其次是西河镇（35%）」."""
    for match in matches_near(passage, _NEXT_WORDS, _NEXT, 80):
        first, second = float(match["a"]), float(match["b"])
        if second < first if match["way"] in "慢低少小差" else second > first:
            said = f"说最{match['way']}的是{match['a']}，其次却是{match['b']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- a hundred per cent, and some not -----------------------------------------------------------------------------------

_HUNDRED = lazy.pattern(
    rf"(?P<deed>[{HAN}]{{2}})率[^，,。；;\d]{{0,4}}(?:100[%％]|百分之百)[^。\n]{{0,40}}?(?:尚未|未|没有|仍未|不)(?P=deed)"
    rf"|(?:尚未|未|没有|仍未)(?P<deed2>[{HAN}]{{2}})[^。\n]{{0,30}}?(?P=deed2)率[^，,。；;\d]{{0,4}}(?:100[%％]|百分之百)"
)
_HUNDRED_WORDS = waiting_for(("100%", "100％", "百分之百"))
_OTHERWISE = lazy.pattern(
    "去年|上年|如|若|凡|除|防止|避免|力争|确保|要|目标|率先|0[件户人个]|原|[未不]的[，,]?(?:要|应|一律)"
)


def _hundred(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「悬挂率100%，尚有24户未悬挂」."""
    for match in matches_near(passage, _HUNDRED_WORDS, _HUNDRED, 60):
        if _OTHERWISE.search(match[0]) is None and re.search(
            r"\d", passage.text[max(passage.start, match.start() - 8) : match.end()].replace("100", "")
        ):
            deed = match["deed"] or match["deed2"]
            yield rule.finding(passage, *match.span(), f"说{deed}率百分之百，又有没{deed}的，请核对。")


# --- who checks his own work ------------------------------------------------------------------------------------------

_NAME = rf"[{HAN}]{{2,3}}"
_OWN_CHECK = lazy.pattern(
    rf"(?P<does>经办人|抽查人|检查人|初审人|采购人|填表人|填报人|实施人|保管人|出纳)[：:]\s?(?P<names>{_NAME}(?:[、 ]{_NAME}){{0,3}})[；;，,。\s]{{1,6}}(?P<checks>复核人|审核人|验收人|监督人|终审人|复审人|会计)[：:]\s?(?P<names2>{_NAME}(?:[、 ]{_NAME}){{0,3}})"
)
_OWN_WORDS = waiting_for(("复核人", "审核人", "验收人", "监督人", "终审人", "复审人", "会计"))


def _own_check(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「抽查人：周敏、何燕；复核人：何燕」."""
    for match in matches_near(passage, _OWN_WORDS, _OWN_CHECK, 60):
        both = set(re.split("[、 ]", match["names"])) & set(re.split("[、 ]", match["names2"]))
        if both:
            said = f"{'、'.join(sorted(both))}既是{match['does']}又是{match['checks']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- names that differ in one character -------------------------------------------------------------------------------

_POSTS = "书记|镇长|乡长|县长|区长|局长|校长|院长|园长|馆长|站长|所长|主任|主席|委员|队长|科长|股长|会长|组长|经理|支书|主管|老师|医生|同志"
_BEFORE = lazy.pattern(
    rf"(?:副|党支部|党委)?(?:{_POSTS})(?P<name>[{HAN}]{{3}})(?=[，,。；;、：:（()\n任为担兼在就对作主负牵带亲多组要强指说表同先到率参深率])"
)
_BEHIND = lazy.pattern(
    rf"(?:(?<=[，,。；;、：:（\n由是为以])|(?<=领导)|(?<=组长)|^)(?P<name>[{HAN}]{{3}})(?=(?:副|党支部)?(?:{_POSTS}))"
)
_POST_WORDS = waiting_for(tuple(_POSTS.split("|")))


def _near_names(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「分管副乡长田海波」 and 「田海涛副乡长」: two of three characters are the same."""
    told: dict[str, tuple[int, int]] = {}
    for pattern in (_BEFORE, _BEHIND):
        for match in matches_near(passage, _POST_WORDS, pattern, 24):
            if name_of(passage, match["name"]):
                told.setdefault(match["name"], match.span("name"))
    names = sorted(told, key=lambda name: told[name])[:_MOST_NAMES]
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            alike = one[0] == other[0] and (one[1] == other[1]) != (one[2] == other[2])
            listed = told[other][0] - told[one][1] <= 2
            if alike and not listed:
                said = f"前面是「{one}」，这里是「{other}」，只差一个字，如果是同一个人，请核对。"
                yield from apart(rule, passage, told[one], told[other], said)


_MOST_NAMES = 20
_rule = hint_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "greatest_above_all",
        "最大的一笔、一项，不会比总额还大。",
        "罚款总额218.6万元，最大单笔300万元。",
        "罚款总额218.6万元，最大单笔30万元。",
        Waiting(_GREATEST_WORDS, _greatest),
    ),
    _rule(
        "next_beyond_first",
        "最慢的、最低的后面，其次的不会更慢、更低。",
        "进度最慢的是平岗镇（39%），其次是西河镇（35%）。",
        "进度最慢的是西河镇（35%），其次是平岗镇（39%）。",
        Waiting(_NEXT_WORDS, _next),
    ),
    _rule(
        "hundred_but_some",
        "某某率百分之百，又有没有做的。",
        "光荣牌悬挂率100%，尚有24户未悬挂。",
        "光荣牌悬挂率98%，尚有24户未悬挂。",
        Waiting(_HUNDRED_WORDS, _hundred),
    ),
    _rule(
        "checks_own_work",
        "经办、抽查的人，又是复核、验收的人。",
        "抽查人：周敏、何燕；复核人：何燕。",
        "抽查人：周敏、何燕；复核人：孙立。",
        Waiting(_OWN_WORDS, _own_check),
    ),
    _rule(
        "names_one_apart",
        "两处姓名只差一个字，可能是同一个人。",
        "分管副乡长田海波多次调度。\n田海涛副乡长在督查中指出问题。",
        "分管副乡长田海波多次调度。\n刘文涛副乡长在督查中指出问题。",
        Waiting(_POST_WORDS, _near_names),
    ),
)
