"""Names of laws that nobody has made: 「《信访法》」, 「《旅游业条例》」, 「《政府信息公开实施条例》」, 「《信息处理费征收条例》」."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import compiled, hint_of, meeting
from mingbai.text.proofreading.rules.regulation.name import CITED, Laws, laws_of, meant_by, plain
from mingbai.text.proofreading.triggers import matches

# A law of the nation: its name ends so, and names no other kind of writing.
_A_LAW = lazy.pattern("(?<![办方执立司书兵做手看用文语疗演宪算佛魔戏唱说想玩到违守枉合非])法$")
_A_REGULATION = lazy.pattern("条例$")
_OF_OTHERS = lazy.pattern(
    "省|市(?!场|民)|县|区|镇|乡(?!村振)|州|局|委|厅|院|校|公司|集团|部|我|本|草案|修正|解释|解读|读本|问答|与|基本法|国际|联合国|香港|澳门|台湾|日本|美国|德国|[a-zA-Z]|[:：·、，]|法学|书|实施办法|条例$"
)
_EVERYDAY = lazy.pattern(
    "城市|城镇|市场|乡村|部队|县级|乡镇|村镇|校车|学校|院校|公司法|老区|社区|地区|灾区|家乡|旅游业"
)
_SHORT, _LONG, _LIKE, _LIKE_FROM, _ABBREVIATED = 3, 16, 0.72, 8, 6


def _no_such(rule: Rule, passage: Passage) -> Iterator[Finding]:
    laws = compiled(passage, ("laws",), laws_of)
    for match in matches(passage, CITED):
        name = plain(match["name"])
        if name in laws.by_name or meant_by(name, laws) or passage.in_web_residue(match.start()):
            continue
        bare = name.removeprefix("中华人民共和国")
        if not _SHORT < len(bare) + 1 <= _LONG:
            continue
        said = (
            _of_law(bare, laws)
            if _A_LAW.search(bare)
            else _of_regulation(bare, laws)
            if _A_REGULATION.search(bare)
            else None
        )
        if said:
            yield rule.finding(passage, *match.span(), said[0], suggestion=said[1])


def _of_law(name: str, laws: Laws) -> tuple[str, str | None] | None:
    if _OF_OTHERS.search(_EVERYDAY.sub("", name)):
        return None
    if len(name) <= _ABBREVIATED and any(_shortens(name, known) for known in laws.by_name):
        return None
    near = _alike(name, laws)
    return f"没有找到《{name}》这部法律，请核对名称。", f"《{near}》" if near else None


def _shortens(name: str, known: str) -> bool:
    """《科普法》 for 《科学技术普及法》: all its letters stand in the name, in this order."""
    letters = iter(known)
    return all(letter in letters for letter in name)


def _of_regulation(name: str, laws: Laws) -> tuple[str, str | None] | None:
    """A regulation of the name of a law, one that carries out a regulation, one that is nearly a measure's."""
    if _OF_OTHERS.search(_EVERYDAY.sub("", name).removesuffix("条例")):
        return None
    head = name.removesuffix("条例")
    if head.endswith("实施") and head.removesuffix("实施") + "条例" in laws.by_name:
        right = head.removesuffix("实施") + "条例"
        return f"没有《{name}》，有《{right}》，请核对名称。", f"《{right}》"
    law = next((one for one in (head + "法", head.removesuffix("业") + "法") if one in laws.by_name), None)
    if law:
        return f"没有找到国家的《{name}》，有《{law}》；地方的条例要写明省、市名称，请核对。", f"《{law}》"
    near = _alike(name, laws) if len(name) >= _LIKE_FROM else None
    return (f"没有找到《{name}》，有《{near}》，请核对名称。", f"《{near}》") if near else None


def _alike(name: str, laws: Laws) -> str | None:
    """The name that has most of its letters in this order, kinds apart."""
    bare = re.sub("(?:条例|法)$", "", name)
    best = (0.0, "")
    for known in laws.by_end.get(f"^{name[:2]}", ()):
        ratio = SequenceMatcher(
            None, bare, re.sub("(?:管理)?(?:暂行)?(?:条例|办法|规定|法)$", "", known)
        ).ratio()
        best = max(best, (ratio, known))
    return best[1] if best[0] >= _LIKE else None


_hint = hint_of("regulation", "wrong_regulation_name")

RULES = (
    _hint(
        "no_such_law",
        "国家没有这部法律、条例：《信访法》《旅游业条例》《政府信息公开实施条例》，请核对名称。",
        "根据《信访法》办理来信。",
        "根据《信访工作条例》办理来信。",
        meeting(_no_such, CITED),
    ),
)
