"""The unit's own name gone wrong: 双溪乡 that becomes 双溪镇, 滨河街道 that becomes 滨湖街道, 云浦区 that becomes 云浦县."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import Entry, anchored, compiled, is_quoted, is_word
from mingbai.text.proofreading.rules._speaker import names_account, title_of
from mingbai.text.proofreading.rules._units import own_of

_SMALL = ("镇", "乡", "街道")
_OWN = lazy.pattern(
    rf"(?:^|[省市县区州盟旗])(?P<stem>[{HAN}]{{2,4}}?)(?P<kind>镇|乡|街道)(?:人民政府|党委|党工委|办事处|$)"
)
_OWN_COUNTY = lazy.pattern(rf"(?:^|[省市州盟])(?P<stem>[{HAN}]{{2,3}}?)(?P<kind>县|区)(?=[{HAN}])")
# A name in the head of the text, where the unit was not recognised.
_IN_HEAD = lazy.pattern(
    rf"(?P<stem>[{HAN}]{{2,3}})(?P<kind>镇|乡|街道)(?=党委|党工委|政府|人民政府|办事处|20\d\d年|政务公开|紧紧|认真)"
)
_HEAD = 160
# Before these another unit is meant, or a former name.
_MEANT = lazy.pattern(
    r"学习|考察|借鉴|观摩|交流|参观|邻|兄弟|赴|来自|会同|联合|邀请|配合|支援|协调|帮助|[上下]游|周边|附近|撤|合并|原|更名|改为|改设|设立|等|(?<![一二三四五六七八九十\d])、$|与$|和$|及$"
)
# 「由河湾镇撤镇设街道」
_FORMER = lazy.pattern(r"[^。；;，,\n]{0,6}(?:撤[镇乡]|撤销|改设|改为|更名|合并|设街道|设镇)")
_FOUNDED = lazy.pattern("撤销|设立|撤[乡镇]|更名")
# 「松山县（撤县设区前）」
_REDRAWN = lazy.pattern("[（(，]?(?:时期|撤县|撤区|设区|今|现)")
_NOT_IN_NAMES = frozenset(
    "是向到由年个月的把被请或者将与和为在对等于及但而前经即又还也都就我们每次各全该某本因并设所以其他它这那几两现村镇乡级"
)
# A name that stands there again and again is part of the matter.
_PASSING = 2


def _own_name(passage: Passage) -> tuple[str, str] | None:
    """Stem and kind of the town, township or sub-district that speaks."""
    found = _OWN.search(passage.document.unit or "")
    if found is None and not passage.document.unit:
        found = _IN_HEAD.search(passage.body, 0, _HEAD)
    if found is None or _NOT_IN_NAMES & set(found["stem"]) or not _borne_out(passage, found["stem"]):
        return None
    whose = own_of(passage)
    # A name that only the signature has gives way to that of the title and the text.
    same = whose is not None and whose.is_place and whose.town == found["stem"]
    return found["stem"], (whose.townkind if whose and same else found["kind"])


def _borne_out(passage: Passage, stem: str) -> bool:
    """Whether the name stands twice, or in the title."""
    return passage.body.count(stem) > 1 or stem in title_of(passage)


def _forms(body: str, stem: str, kind: str) -> Iterator[re.Pattern[str]]:
    """What the name may have turned into: another kind, one character changed, the last one lost."""
    others = "|".join(other for other in _SMALL if other != kind)
    yield re.compile(f"{stem}(?:{others})(?![{HAN}]?[村街路])")
    # Where every rest of the name has its first character before it, no other character stands there.
    whole = body.count(stem[1:] + kind) == body.count(stem + kind)
    for place in range(1 if whole else 0, len(stem)):
        yield re.compile(f"{stem[:place]}[{HAN}]{stem[place + 1 :]}{kind}(?![街路村])")
    if len(stem) > 2:
        yield re.compile(
            f"(?:(?<![{HAN}])|(?<=[与由向对经在为将])){stem[:-1]}(?:{'|'.join(_SMALL)})(?![街路村])"
        )


def _own_name_changed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    own = _own_name(passage)
    if own is None or _FOUNDED.search(passage.document.title or ""):
        return
    stem, kind = own
    for form in _forms(passage.body, stem, kind):
        places = [
            match
            for match in form.finditer(passage.text, passage.start, passage.end)
            if stem + kind not in match[0] and _is_slip(passage, match, stem)
        ]
        if len({match[0] for match in places}) == 1 and len(places) <= _PASSING:
            for match in places:
                yield rule.finding(
                    passage,
                    *match.span(),
                    f"本文的单位是「{stem}{kind}」，这里写成「{match[0]}」，请核对。",
                    suggestion=stem + kind,
                    # An account may well be called otherwise than the body: 「云上街道」 of 云台街道.
                    # 东岗镇 is no slip in 西岗镇, or may be none.
                    severity="info"
                    if is_quoted(passage.text, *match.span()) or _tells(match[0], stem)
                    else None,
                )


_SIDES = frozenset("东西南北上下前后左右")


def _tells(name: str, stem: str) -> bool:
    """Whether the one character that differs tells two places apart."""
    apart = [(a, b) for a, b in zip(name, stem, strict=False) if a != b]
    return len(apart) == 1 and set(apart[0]) <= _SIDES


def _place_names(rows: Sequence[Entry]) -> frozenset[str]:
    """The places that the county has listed: their names are right, however like the unit's own."""
    return frozenset(row["name"] for row in rows)


def _is_slip(passage: Passage, match: re.Match[str], stem: str) -> bool:
    before = passage.text[max(passage.start, match.start() - 8) : match.start()].removesuffix("请与")
    changed = set(match[0]) - set(stem)
    return not (
        _NOT_IN_NAMES & (changed - set("镇乡"))
        or _MEANT.search(before)
        or _FORMER.match(passage.text, match.end())
        or passage.in_web_residue(match.start())
        or (is_quoted(passage.text, *match.span()) and not names_account(passage, match.end()))
        or match[0] in compiled(passage, ("places",), _place_names)
        or (match[0][: len(stem)] != stem and is_word(match[0][: len(stem)]) and len(stem) > 2)
    )


def _county_changed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    found = _OWN_COUNTY.search((passage.document.parent_unit or "") + (passage.document.unit or ""))
    if found is None:
        return
    stem, kind = found["stem"], found["kind"]
    wrong = stem + ("区" if kind == "县" else "县")
    if passage.body.count(wrong) > _PASSING or passage.body.count(stem + kind) < _PASSING:
        return
    for match in re.finditer(re.escape(wrong) + "(?!别)", passage.body):
        start, end = match.start() + passage.start, match.end() + passage.start
        told = _MEANT.search(passage.text[max(passage.start, start - 8) : start])
        if not (told or _REDRAWN.match(passage.text, end)):
            yield rule.finding(
                passage,
                start,
                end,
                f"本文的单位在「{stem}{kind}」，这里写成「{wrong}」，请核对。",
                suggestion=stem + kind,
            )


def _committee(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A village has a 村民委员会, a community a 居民委员会."""
    kind = passage.document.unit_kind
    if kind not in {"village", "community"}:
        return
    own, other = ("村民", "居民") if kind == "village" else ("居民", "村民")
    wrong, right = f"{other}委员会", f"{own}委员会"
    if passage.body.count(wrong) > 1 or "改" + right in passage.body:
        return
    for match in re.finditer(f"(?<![、和与及市]){wrong}(?!组织法|选举法|所在)", passage.body):
        start = match.start() + passage.start
        yield rule.finding(
            passage,
            start,
            start + len(wrong),
            f"{'村' if kind == 'village' else '社区'}的自治组织是「{right}」，这里写成「{wrong}」。",
            suggestion=right,
        )


RULES = (
    Rule(
        name="unit.own_name_changed",
        category="unit_name_inconsistency",
        severity="error",
        explain="本单位的名称后面写走了样：乡写成镇，地名错了一个字或漏了一个字。",
        fires="双溪乡2023年政务公开工作总结\n双溪乡党委高度重视。双溪镇将继续努力。",
        passes="双溪乡2023年政务公开工作总结\n双溪乡党委高度重视。双溪乡将继续努力，赴邻近的双河乡学习。",
        find=_own_name_changed,
    ),
    Rule(
        name="unit.county_changed",
        category="unit_name_inconsistency",
        severity="error",
        explain="上级县、区写成了另一种：云浦区写成云浦县。",
        fires="云浦区民政局2020年政务公开工作总结\n云浦区民政局认真落实。云浦县民政局网站优化栏目。",
        passes="云浦区民政局2020年政务公开工作总结\n云浦区民政局认真落实。原云浦县撤县设区后，机构有调整。",
        find=_county_changed,
    ),
    Rule(
        name="unit.committee",
        category="unit_name_inconsistency",
        severity="warning",
        explain="村的材料写成「居民委员会」，社区的材料写成「村民委员会」。",
        fires="上塘村2016年村务公开计划\n我村健全制度。居民委员会要听取群众意见。",
        passes="上塘村2016年村务公开计划\n我村健全制度。村民委员会要听取群众意见。",
        find=_committee,
    ),
    Rule(
        name="unit.village_government",
        category="unit_name_inconsistency",
        severity="warning",
        explain="村和社区没有「政府」，应写「两委」。",
        fires="各村（社区）党委政府要对照整改。",
        passes="各村（社区）“两委”要对照整改，各乡镇党委政府加强指导。",
        find=anchored(
            "党委政府 党委、政府 人民政府",
            searching(
                r"(?:各村|村（社区）|村\(社区\)|(?<![镇乡道])社区)(?P<mark>党委、?政府|人民政府)",
                "村、社区没有「{}」，请改为村（居）「两委」。",
                needs="村社",
            ),
        ),
    ),
)
