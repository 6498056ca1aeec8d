"""Lists whose items are all of one sort, 「…类」 or 「…组」, against the whole told a sentence or a clause before; acts gone through, repealed and in force."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._twice import compared
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- kinds and groups ------------------------------------------------------------------------------------------------

_SORTS = "类|组|村|社区|队|片区|片|级|班|场|站|所|期|批|窗口|渠道|中心|校区|病区|科|网格|小区"
_ITEM = rf"[{HAN}“”\"]{{0,9}}(?:{_SORTS})(?:公开|信息|发放|完成|有|共)?(?<![\d.])\d{{1,7}}(?:\.\d{{1,3}})?(?P=unit)"
_RUN = lazy.pattern(
    rf"(?:其中|分别为|分别是|包括)[：:，,]?(?P<run>[{HAN}“”\"]{{0,9}}(?P<sort>{_SORTS})(?:公开|信息|发放|完成|有|共)?(?<![\d.])\d{{1,7}}(?:\.\d{{1,3}})?(?P<unit>条|件|户|人|亩|个|份|次|万元|元|公里|篇|起|处|名|吨|场)(?:[、，,；;]{_ITEM}){{2,14}})(?=[。；;，,\n）)])"
)
_RUN_WORDS = waiting_for(("其中", "分别为", "分别是", "包括"))
_PART = r"(?P<label>[{han}“”\"]{{1,14}})(?P<n>\d{{1,7}}(?:\.\d{{1,3}})?){unit}"
_WHOLE = r"(?<![\d.第])(?P<n>\d{{1,8}}(?:\.\d{{1,3}})?){unit}"
_BEFORE, _OFF = 180, 0.12


def _of_one_sort(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「公开信息365条，较上年的292条增长25%；其中概况类18条、政务动态类203条、财政信息类26条、民生信息类108条」."""
    for match in compared(matches_near(passage, _RUN_WORDS, _RUN, 240)):
        run, unit = match["run"], match["unit"]
        parts = [*lazy.compile_now(_PART.format(han=HAN, unit=unit)).finditer(run)]
        total = sum(float(one["n"]) for one in parts)
        line = passage.text.rfind("\n", passage.start, match.start()) + 1
        low = max(passage.start, line, match.start() - _BEFORE)
        before = passage.text[low : match.start()]
        wholes = [float(one["n"]) for one in lazy.compile_now(_WHOLE.format(unit=unit)).finditer(before)]
        after = passage.text[match.end() : match.end() + 24].split("\n")[0]
        if not wholes or any(abs(one - total) < 1e-3 for one in wholes):
            continue
        # The list may go on with an item of another make.
        if re.match(rf"[，,；;、]?[^。\n]{{0,16}}\d{unit}", after) or "等" in run[-4:]:
            continue
        near = min(wholes, key=lambda one: abs(one - total))
        if near and abs(near - total) <= _OFF * near:
            said = f"各{match['sort']}加起来是{total:g}{unit}，前面写的是{near:g}{unit}，请核对。"
            start = match.start("run") + parts[-1].start("n")
            yield rule.finding(passage, start, match.end("run"), said)


# --- acts gone through ---------------------------------------------------------------------------------------------------

_GONE = lazy.pattern(
    r"(?:共|全面|集中|累计)?(?:清理|梳理)(?:(?![保有废失修]|[现继])[^。；;\n\d]){0,24}?(?P<all>\d{1,4})(?:件|份|个|部)(?P<rest>[^。\n]{0,80})"
)
_REPEALED = lazy.pattern(
    r"(?P<what>废止|宣布失效|失效)[^，,、。；;\d]{0,8}?(?P<n>\d{1,4})(?:件|份|个|部)|(?P<m>\d{1,4})(?:件|份|个|部)(?:予以)?(?P<what2>废止|失效)"
)
_IN_FORCE = lazy.pattern(
    r"(?P<mark>(?:现行有效|继续有效|有效|保留)(?:的)?(?:规范性文件|文件)?(?:为|共)?(?P<n>\d{1,4})(?:件|份|个|部))"
)
_GONE_WORDS = waiting_for(("清理", "梳理"))
_NEW = lazy.pattern(r"(?:新制发|新制定|制发|制定|出台)[^，,。；;\d]{0,12}?(?P<n>\d{1,4})(?:件|份|个|部)")


def _in_force(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「清理规范性文件11份，废止3份」 and 「现行有效9件」: eight are left, with those newly made."""
    found = [*compared(matches_near(passage, _GONE_WORDS, _GONE, 120))]
    found = [one for one in found if "文件" in one[0] and _REPEALED.search(one["rest"])]
    if len(found) != 1:
        return
    (gone,) = found
    repealed = [int(one["n"] or one["m"]) for one in _REPEALED.finditer(gone["rest"])]
    new = {int(one["n"]) for one in _NEW.finditer(passage.text, passage.start, passage.end)} | {0}
    left = int(gone["all"]) - sum(repealed)
    told = [*_IN_FORCE.finditer(passage.text, gone.start(), passage.end)]
    for match in told if len(told) == 1 else ():
        if left >= 0 and int(match["n"]) not in {left + one for one in new} and left != int(match["n"]):
            said = f"清理{gone['all']}件，废止、失效{sum(repealed)}件，应余{left}件，写的是{match['n']}件，请核对。"
            yield rule.finding(passage, *match.span("mark"), said)


_rule = hint_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "of_one_sort",
        "「其中概况类、动态类、财政类」「一组、二组、三组」各多少，加起来要等于前面的总数。",
        "全年公开信息365条，较上年的292条增长25%；其中概况类18条、动态类203条、财政类26条、民生类108条。",
        "全年公开信息365条，较上年的292条增长25%；其中概况类18条、动态类203条、财政类26条、民生类118条。",
        Waiting(_RUN_WORDS, _of_one_sort),
    ),
    _rule(
        "left_in_force",
        "清理文件多少件、废止多少件，继续有效的要等于两数之差。",
        "清理规范性文件11份，废止3份。\n全乡规范性文件现行有效9件。",
        "清理规范性文件11份，废止3份。\n全乡规范性文件现行有效8件。",
        Waiting(_GONE_WORDS, _in_force),
    ),
)
