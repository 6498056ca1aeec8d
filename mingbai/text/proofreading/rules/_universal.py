"""What is said of all: 「均」, 「全部」, 「一个不漏」, 「件件」, 「率100%」 with the deed, and what is said of some: that it is not done,
or done by fewer than there are. Deeds that say the same are of one family (done_by_all.json).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.proofreading.calendar import plan_sections
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Entry, compiled
from mingbai.text.proofreading.triggers import matches_near, waiting_for

COUNTERS = "个|件|户|名|人|处|起|家|项|条|宗|批|份|所|栋|座|台|次|位|辆|块|笔|本|张|站|村|社区|学校|单位"
NUMBER = r"(?<![\d.第])(?:[1-9]\d{0,5}|[一二两三四五六七八九十]{1,3})"
ALL_WORDS = waiting_for(("全部", "全都", "均", "都", "无一", "一律", "悉数", "不漏", "不落", "不少", "件件", "条条", "个个", "户户", "村村", "人人", "项项", "校校", "处处", "100%", "100％", "百分之百", "所有", "全体", "各"))  # fmt: skip
_ALL = lazy.pattern(
    r"(?P<subject>[^，,。；;：:\n（）()]{0,24}?)(?P<all>无一例外|全部|全都|均|(?<![首古国名])都(?!市|江|昌|匀)|一律|悉数|件件|条条|个个|户户|村村|人人|项项|校校|处处|"
    rf"(?:^|(?<=[，,。；;：:\n]))(?:全体|所有|各)(?=[{HAN}]))(?P<words>[^，,。；;：:\n（）()\d]{{0,22}})"
)
_NONE_LEFT = lazy.pattern(
    r"(?P<subject>[^，,。；;：:\n（）()]{0,24}?)(?P<all>(?:一[个户人件村项名处校]|应[^，,。]{1,2}尽[^，,。]{1,2}|无一[人户件村项处个名]?)(?:都|也)?(?:不|未|没有?)?(?:漏|落|少|拉下|例外|遗漏))"
)
_RATE = lazy.pattern(
    r"(?P<subject>[^，,。；;：:\n（）()]{0,20}?)(?P<all>率(?:均|都|始终|一直)?(?:达到?了?|为|保持在?|是)?(?:100[%％]|百分之百))"
)
# What is wanted, was, or is so of the others only.
_NO_FACT = lazy.pattern(
    "(?<!符合)(?<!按)(?<!按照)要(?!求公开|求公示)|须|应(?!到|[^，,。]{1,2}尽)|确保|力争|争取|将(?!近)|目标|努力|今后|下一?步|计划|不得|严禁|可以|如果|若|凡|对于|的，|其余|其他|其它|余下|剩余|除|另外|部分|多数|大部分|基本|其中|去年|上年|往年|历年|均衡|平均|均价|[人户]均(?![已得能按予被进完参获未])|均等|不均"
)
_SOME = lazy.pattern(
    rf"(?P<number>{NUMBER})(?:{COUNTERS})(?P<noun>[{HAN}]{{0,8}}?)(?:因[^，,。；;\n]{{1,16}}?)?[，,]?(?P<not>(?<!没有)(?<!无)尚未|还未|仍未|暂未|未能|未|没有|没|不(?![断仅但少同得超低足满等定]|合理)|正在|仍在|还在|待(?![遇业])|无法|无(?![偿障线]|人机)|缺(?!口)|弃权|反对)(?![不未无])(?P<words>[{HAN}]{{1,8}})(?=[，,。；;、\n（(]|$)"
)
_SOME_WORDS = waiting_for(("未", "没", "不", "正在", "仍在", "还在", "待", "无", "缺"))
_SOME_OF = lazy.pattern(
    rf"(?P<whole>{NUMBER})(?:{COUNTERS})[{HAN}]{{0,8}}(?:中|里|当中)[，,]?(?:已|已经|现|目前)?(?:只|仅)?有(?P<number>{NUMBER})(?:{COUNTERS})(?P<noun>[{HAN}]{{0,4}}?)(?P<words>[{HAN}]{{2,12}})"
)
_SOME_OF_WORDS = waiting_for(("中", "里"))
_EARLIER = lazy.pattern(
    "发现|检查|抽查|督查|核查|通报|反馈|存在|当时|此前|起初|年初|去年|上年|往年|以前|截至|如|若|凡|其中|问题是|曾|上半年|季度"
)
_LONGEST = 60


class Claim(NamedTuple):
    """What is said of all; `families` of its deeds, of whom, of how many if that is said, where it stands."""

    families: frozenset[int]
    deeds: str
    subject: str
    number: str
    bare: bool
    start: int
    end: int


class Some(NamedTuple):
    """What is said of some."""

    families: frozenset[int]
    sentence: str
    start: int
    end: int


def _families(rows: Sequence[Entry]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        for deed in row["deeds"].split():
            found.setdefault(deed, set()).add(number)
    return {deed: frozenset(numbers) for deed, numbers in found.items()}


def families_in(passage: Passage, words: str) -> frozenset[int]:
    """Of which families the deeds are that stand in some words."""
    known = compiled(passage, ("done_by_all",), _families)
    pairs = (words[at : at + 2] for at in range(len(words) - 1))
    return frozenset(number for pair in pairs for number in known.get(pair, ()))


_SAYS_NOTHING = lazy.pattern(
    "[^一-鿿]|全[镇县乡市区村校院局]|我[镇县乡市区村校院局]|全部|所有|全体|已经|目前|截至|其中|情况|工作|年底|全年|各类|有关|相关|提出|收到|做到|实现|检查|[的了对各将把个件户条项次已均都在也所按由]"
)


def letters_of(subject: str) -> str:
    """The characters that say of whom something is said."""
    return _SAYS_NOTHING.sub("", subject)


def is_of(subject: str, sentence: str, share: float) -> bool:
    """Whether so large a share of what a subject names is named in another sentence."""
    letters = letters_of(subject)
    return bool(letters) and sum(letter in sentence for letter in letters) >= share * len(letters)


def sentence_at(passage: Passage, start: int, end: int) -> tuple[str, str]:
    """What stands in the sentence before a place and behind it."""
    before = re.split("[。；;\n]", passage.text[max(passage.start, start - _LONGEST) : start])[-1]
    return before, re.split("[。；;\n]", passage.text[end : min(passage.end, end + _LONGEST)])[0]


def in_plans(passage: Passage, at: int) -> bool:
    return any(part.start <= at < part.end for part in passage.once(plan_sections))


def claims(passage: Passage) -> list[Claim]:
    """What is said to be so of all, as a fact."""
    if passage.document.kind == "work_plan":
        return []
    found: dict[int, Claim] = {}
    for pattern in (_ALL, _NONE_LEFT, _RATE):
        for match in matches_near(passage, ALL_WORDS, pattern, 52):
            claim = _claim(passage, match)
            if claim:
                found.setdefault(claim.end, claim)
    return sorted(found.values(), key=lambda one: one.start)


_OWN_NUMBER = lazy.pattern(rf"{NUMBER}(?=(?:{COUNTERS}))")
_TURNED = lazy.pattern("[未没不无缺难]")


def _claim(passage: Passage, match: re.Match[str]) -> Claim | None:
    start, end = match.start("all"), match.end()
    before, behind = sentence_at(passage, start, end)
    clauses = re.split("[，,：:]", before)
    words = match.groupdict().get("words") or ""
    said = clauses[-1] + match["all"] + words + re.split("[，,]", behind)[0]
    if (
        _NO_FACT.search(said)
        or in_plans(passage, start)
        or passage.in_web_residue(start)
        or _TURNED.search(words)
    ):
        return None
    deeds = words if words else clauses[-1] + match["all"]
    families = families_in(passage, deeds)
    if not families:
        return None
    subject = clauses[-1] + (_before_deed(passage, words, match["all"]) if match["all"] in _HEADS else "")
    bare = not letters_of(subject)
    if not letters_of(without_deeds(passage, subject)):
        subject = clauses[-2] if len(clauses) > 1 else ""
    if _NO_FACT.search(subject):
        return None
    number = None if bare else _OWN_NUMBER.search(subject)
    return Claim(families, deeds, subject, number[0] if number else "", bare, start - len(clauses[-1]), end)


_HEADS = frozenset(("全体", "所有", "各", "全部"))


def _before_deed(passage: Passage, words: str, head: str) -> str:
    """What stands before the first deed: 「村公示资料」 of 「村公示资料齐全清晰」."""
    for at in range(len(words) - 1):
        if (
            (at or head == "全部")
            and families_in(passage, words[at : at + 2])
            and words[at : at + 2] not in {"公示", "公开"}
        ):
            return words[:at]
    return ""


def without_deeds(passage: Passage, words: str) -> str:
    known = compiled(passage, ("done_by_all",), _families)
    return "".join(
        words[at]
        for at in range(len(words))
        if words[at : at + 2] not in known and words[max(0, at - 1) : at + 1] not in known
    )


def some(passage: Passage) -> list[Some]:
    """What is said not to be so of some, or to be so of some only."""
    return sorted({one.start: one for one in (*_left_out(passage), *_only(passage))}.values())[:_MOST]


_MOST = 60


def _left_out(passage: Passage) -> Iterator[Some]:
    for match in matches_near(passage, _SOME_WORDS, _SOME, 50):
        yield from _some(passage, match, match["words"])


def _only(passage: Passage) -> Iterator[Some]:
    for match in matches_near(passage, _SOME_OF_WORDS, _SOME_OF, 50):
        if match["whole"] != match["number"] and not re.search("率|占", match["words"]):
            yield from _some(passage, match, match["words"])


def _some(passage: Passage, match: re.Match[str], words: str) -> Iterator[Some]:
    deeds = families_in(passage, words) if not _GIVEN.search(words) else frozenset()
    before, behind = sentence_at(passage, match.start(), match.end())
    if deeds and not in_plans(passage, match.start()) and not passage.in_web_residue(match.start()):
        yield Some(deeds, before + match[0] + behind, match.start(), match.end())


_GIVEN = lazy.pattern("[将把对向为与和同]")


def was_earlier(sentence: str) -> bool:
    """Whether what is said of some was found, or so, at another time."""
    return _EARLIER.search(sentence) is not None
