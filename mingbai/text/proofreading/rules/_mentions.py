"""How a text speaks of units: quoted, of old, bare or named, at the head of a clause and acting; and names that are alike."""

import re
from collections.abc import Sequence

from mingbai.text import dictionary, lazy
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import Entry, compiled
from mingbai.text.proofreading.rules._speaker import SMALL, in_quotes, is_free, title_of

# So far back and on a sentence is read.
_REACH = 60
_DAY_BELOW = lazy.pattern(
    r"\s{0,4}(?:(?:19|20)\d\d[^\n\d]{1,8}\d{1,2}月\d{1,2}日|二[〇○零][^\n]{2,4}年[^\n]{1,3}月[^\n]{1,4}日)\s{0,4}(?:\n|$)"
)
_STOPS = lazy.pattern("[。；;！？\\n]")
_BREAKS = lazy.pattern("[，,。；;：:！？\\n]")
_CHANGED = lazy.pattern(
    "撤[乡镇县市村]|撤销|撤并|合并|更名|改名|易名|改[设称制]|(?<!修)改为|划归|并入|村改居|前身|析置|设立(?=[^，。]{2,6}[镇乡县区市])"
)
_NUMBER = lazy.pattern(
    r"^[\s\u3000（(]*[一二三四五六七八九十\d]{1,3}[）)、.．]+\s*|^[\s\u3000]+|^第[一二三四五六七八九十]+[条章][\s\u3000]*|^第?[一二三四五六七八九十]是要?"
)
_FORMERLY = lazy.pattern("原(?![则因料件始有文本创理告来煤油粮])|时任|前任|曾|旧")


def clause_before(passage: Passage, start: int, reach: int = 12) -> str:
    """The words of the clause before a place, not farther back than `reach`."""
    return _NUMBER.sub("", _BREAKS.split(passage.text[max(passage.start, start - reach) : start])[-1])


def sentence_before(passage: Passage, start: int) -> str:
    return _STOPS.split(passage.text[max(passage.start, start - _REACH) : start])[-1]


def sentence_around(passage: Passage, start: int, end: int) -> str:
    before = sentence_before(passage, start)
    return before + passage.text[start:end] + _STOPS.split(passage.text[end : end + _REACH])[0]


def is_told_of(passage: Passage, start: int, end: int) -> bool:
    """Whether the words only quote, or tell of what a unit was before it became another."""
    return (
        in_quotes(passage, start)
        or passage.in_web_residue(start)
        or _CHANGED.search(sentence_around(passage, start, end)) is not None
        or _FORMERLY.search(clause_before(passage, start)) is not None
    )


def has_changed(passage: Passage) -> bool:
    """Whether the text tells anywhere that a place has become one of another kind, so that both words may be right."""
    return bool(passage.once(_has_changed))


def _has_changed(passage: Passage) -> bool:
    return _CHANGED.search(passage.body) is not None


def is_bare(passage: Passage, start: int, *, after_words: bool = True) -> bool:
    """Whether a word for a level stands alone, without a name, a list or 各 before it."""
    before = passage.text[max(passage.start, start - 2) : start]
    if before[-1:] in {"各", "某", "该", "邻", "乡", "镇", "村", "城", "原", "两", "几", "多", "每"}:
        return False
    if before[-1:] in {"、", "和", "与", "及", "/", "或"} and before[:1] in set("乡镇道办县市区村"):
        # 「各社区、街道各办公室」: a community is no district.
        return passage.text[max(passage.start, start - 3) : start - 1] == "社区"
    return is_free(passage, start, after_words=after_words)


# Words after a name that show it to be the one that acts or has: adverbs and verbs, and these.
_ITS_OWN = lazy.pattern(
    "全[体年县镇乡村校院]|上半年|下半年|今年|去年|20\\d\\d年|各(?:科室|股室|部门|村|支部|班)|职工|教职工|教师|家长|师生|学生|党员|干部|村民|居民|财务|集体|贫困|户籍|党[支总委组]|村[委两]|居委|领导|机关|认真|主要|部分|门诊|现有|共有|有(?=[职党在教])|在(?=[县区市镇乡街本])|对|按|将|从|已|由|[0-9]"
)
_COMES = lazy.pattern(
    "来|派员|派人|设[一-鿿]{0,4}(?:考点|会场|站点|分会场)|交流|学习|考察|参观|等|、|和|与|及|（|\\(|的(?:经验|做法|同志)|接壤|毗邻|交界|同志|任|挂职|调"
)


def heads_clause(passage: Passage, start: int, end: int) -> bool:
    """Whether a name begins a clause that says something of it, and not that it comes or is one of several."""
    after = passage.text[end : min(end + 8, passage.end)]
    if clause_before(passage, start) or not after or not "0" <= after[0] <= "鿿":
        return False
    return _COMES.match(after) is None and "一" <= after[0] <= "鿿" or after[0].isdecimal()


def acts_freely(passage: Passage, start: int, end: int) -> bool:
    """Whether a name begins a clause and what follows is what a unit does or has."""
    if not heads_clause(passage, start, end):
        return False
    after = passage.text[end : end + 8]
    if _ITS_OWN.match(after):
        return True
    return verb_follows(passage, end)


def verb_follows(passage: Passage, end: int) -> bool:
    """Whether the next word is a verb or an adverb."""
    if end >= passage.end:
        return False
    spans = cut_of(passage).around(end, end + 1)
    word = next((passage.text[low:high] for low, high in spans if low == end), "")
    return bool(word) and dictionary.kinds(word)[0][:1] in {"v", "d"}


def is_signature(passage: Passage, start: int, end: int) -> bool:
    """Whether a name stands alone in a line at the end of the text."""
    alone = (
        passage.text[start - 1 : start] in {"\n", " ", "\u3000"} and not passage.text[end : end + 1].strip()
    )
    return alone and (passage.end - end < _REACH or _DAY_BELOW.match(passage.text, end) is not None)


def of_several(passage: Passage) -> bool:
    """Whether the title speaks of two kinds side by side, and not of one that has become the other."""
    title = title_of(passage)
    bare = re.sub("城乡|乡村|乡土|乡亲|乡贤", "", title)
    several = "。" not in title and len({kind for kind in SMALL if kind in bare}) > 1
    return several and not has_changed(passage)


# --- names alike ---------------------------------------------------------------------------------------------------


def sound_table(groups: Sequence[Entry]) -> dict[int, str]:
    """Each character → the first of its sound."""
    first: dict[int, str] = {}
    for group in groups:
        for character in group["characters"]:
            first.setdefault(ord(character), group["characters"][0])
    return first


def _alike(rows: Sequence[Entry]) -> dict[str, str]:
    return {row["character"]: row["alike"] for row in rows}


def taken_for(passage: Passage, one: str, other: str) -> bool:
    """Whether two names differ in one character of like sound or shape, or have two changed about."""
    if len(one) != len(other):
        return False
    if sorted(one) == sorted(other):
        return True
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(apart) != 1:
        return False
    (a, b), sounds = apart[0], compiled(passage, ("sounds",), sound_table)
    shapes = compiled(passage, ("lookalikes",), _alike)
    return sounds.get(ord(a), a) == sounds.get(ord(b), b) or b in shapes.get(a, "") or a in shapes.get(b, "")
