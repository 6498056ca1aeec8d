"""Places and duties that cannot be: the sixteenth of fifteen, more done than was due, more than each may have."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    Amount,
    Statement,
    places,
    related_statements,
    same,
    share_of,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._ledger import unit_of
from mingbai.text.proofreading.rules._told import NUMBER, number_in
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- the sixteenth of fifteen ---------------------------------------------------------------------------------------------

_RANK = lazy.pattern(
    rf"(?<![\d.第])(?P<n>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})(?:个|所|家|支|户)(?P<what>[{HAN}]{{2,8}}?)(?:中|里|内)?[，,]?(?:[{HAN}]{{0,10}}?)(?:位列|列|名列|位居|居|排名?|排在|位次|总分|综合排名|考核)?第(?P<rank>{NUMBER})(?:位|名)?(?=[，,。；;、）)\n]|$)"
)
_RANK_WORDS = waiting_for(("列第", "列全", "居第", "排第", "排名第", "排在第", "第"))
_FEW = 3
_NO_RANK = lazy.pattern("批|期|次|届|季度|章|条|款|项|阶段|组")


def _beyond_all(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「列全县15个乡镇第16位」, 「6所小学中我校语文位列第七」."""
    for match in matches_near(passage, _RANK_WORDS, _RANK, 40):
        number, rank = number_in(match["n"]), number_in(match["rank"])
        if not number or not rank or number < _FEW or not number < rank <= 2 * number:
            continue
        before = passage.text[max(passage.start, match.start() - 4) : match.start()]
        if re.search("列|居|排|位|名次|中|里", before + match[0]) and not _NO_RANK.search(
            match[0][len(match["n"]) + 1 :]
        ):
            said = f"一共{match['n']}个{match['what']}，不会排到第{match['rank']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- what was due and what was done -------------------------------------------------------------------------------------------

_DUE = lazy.pattern(
    "应(?:该)?(?P<deed>免|收|发|到|考|查|检|补|报|缴|参|办|退|建|种|拨|接种|参加|体检|签|还|交)[^，,。；;\\d]{0,8}$"
)
_DONE = lazy.pattern(
    "实(?:际|有)?(?P<deed>免|收|发|到|考|查|检|补|报|缴|参|办|退|建|种|拨|接种|参加|体检|签|还|交)[^，,。；;\\d]{0,8}$"
)
_RATE = lazy.pattern("(?:率|完成)(?:为|达到?|约)*$")
_DUE_WORDS = waiting_for(("应",))


def _done_and_due(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「应免羊9.8万只，实免10.3万只」, 「应免460万羽，实免437万羽，免疫率98%」."""
    for sentence in passage.once(related_statements):
        figures = sentence.amounts
        for place, (due, done) in enumerate(zip(figures, figures[1:], strict=False)):
            first, second = _DUE.search(due.label), _DONE.search(done.label)
            if not first or not second or first["deed"] != second["deed"] or unit_of(due) != unit_of(done):
                continue
            if due.about or done.about or not due.value or re.search("含|上年|去年|补缴|欠", sentence.words):
                continue
            deed = first["deed"]
            if done.value > due.value:
                said = f"应{deed}{written(due.value, due.unit)}，实{deed}{written(done.value, done.unit)}，比应{deed}的还多，请核对。"
                yield rule.finding(passage, due.start, done.end, said, related=places(passage, (due, done)))
                continue
            rate, right = _rate_behind(sentence, place), share_of(done.value, due.value)
            if rate and not same(right, rate.value, max(rate.step, 0.1) * 1.2) and "未" not in rate.label:
                said = f"按应{deed}和实{deed}算是{right:.1f}%，写的是{rate.value:g}%，请核对。"
                yield rule.finding(passage, done.start, rate.end, said, suggestion=f"{right:.1f}%", related=places(passage, (due, done, rate)))  # fmt: skip


def _rate_behind(sentence: Statement, place: int) -> Amount | None:
    """The rate that is told right behind what was due and what was done."""
    figures = sentence.amounts
    rate = figures[place + 2] if place + 2 < len(figures) else None
    if rate is None or rate.unit != "%" or rate.about or not _RATE.search(rate.label):
        return None
    return rate if len(sentence.between(figures[place + 1], rate)) < 12 else None


# --- more than each may have ----------------------------------------------------------------------------------------------------

_MAY = lazy.pattern(
    rf"(?P<n>\d{{1,5}})(?:个)?(?P<who>户|人|名|社区|村|单位|家)(?:[{HAN}]{{0,8}})[，,][^，,。；;\n\d]{{0,10}}(?P<m>\d{{1,5}})(?P<unit>台|件|套|份|个|次|辆|亩|只|头|支|本|张|部)(?:[{HAN}]{{0,6}})[，,；;][^，,。；;\n\d]{{0,4}}每(?P<each>户|人|社区|村|单位|家)(?:仅?限|最多|至多|只能)[{HAN}]{{0,3}}(?P<k>\d|[一二两三])(?P=unit)"
)
_MAY_WORDS = waiting_for(("限", "最多", "至多", "只能"))


def _over_each(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「农机购置补贴18户，补贴21台，每户限补1台」."""
    for match in matches_near(passage, _MAY_WORDS, _MAY, 90):
        limit = number_in(match["k"]) or 0
        who = "人" if match["who"] == "名" else match["who"]
        if who == match["each"] and int(match["m"]) > int(match["n"]) * limit:
            said = f"{match['n']}{match['who']}、每{match['each']}限{match['k']}{match['unit']}，最多{int(match['n']) * limit}{match['unit']}，写的是{match['m']}{match['unit']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- a place with and without --------------------------------------------------------------------------------------------------------

_HAS = lazy.pattern(
    rf"(?<![{HAN}])(?P<head>[{HAN}]{{3,10}}?)(?:内|上|中|里)?(?:仍|尚|还)?(?:有|存在)(?P<what>[{HAN}]{{2,10}})[，,。；;][^。\n]{{0,30}}?(?<![{HAN}])(?P=head)(?:内|上|中|里)?(?:均|已)?(?:无|没有|未发现)(?:任何|一处)?(?P<none>[{HAN}]{{2,8}})"
)
_HAS_WORDS = waiting_for(("无", "没有", "未发现"))


def _with_and_without(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「一级保护区内有违规建筑。一级保护区内无任何建筑物」."""
    for match in matches_near(passage, _HAS_WORDS, _HAS, 60):
        pieces = {match["none"][at : at + 2] for at in range(len(match["none"]) - 1)}
        if "的" in match["what"] + match["none"] or match["head"].startswith(("对", "经")):
            continue
        if any(piece in match["what"] for piece in pieces) and not re.search(
            "原|曾|整改后|目前|现已|清理", match[0]
        ):
            yield rule.finding(passage, *match.span(), f"「{match[0]}」：一句说有，一句说没有，请核对。")


_rule = warning_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "rank_beyond_all",
        "一共十五个乡镇，排名却到了第十六。",
        "白云乡完成52%，列全县15个乡镇第16位。",
        "白云乡完成52%，列全县15个乡镇第15位。",
        Waiting(_RANK_WORDS, _beyond_all),
    ),
    _rule(
        "done_beyond_due",
        "应免、应收的比实免、实收的少，或者比率算不上。",
        "小反刍兽疫应免羊9.8万只，实免10.3万只。",
        "小反刍兽疫应免羊9.8万只，实免9.3万只。",
        Waiting(_DUE_WORDS, _done_and_due),
    ),
    _rule(
        "over_each",
        "几户、每户限几台，总台数不能超过。",
        "农机购置补贴18户，补贴21台，每户限补1台。",
        "农机购置补贴18户，补贴18台，每户限补1台。",
        Waiting(_MAY_WORDS, _over_each),
    ),
    _rule(
        "with_and_without",
        "同一个地方，前一句说有，后一句说没有。",
        "一级保护区内有违规建筑。一级保护区内无任何建筑物。",
        "一级保护区内有违规建筑。二级保护区内无任何建筑物。",
        Waiting(_HAS_WORDS, _with_and_without),
    ),
)
