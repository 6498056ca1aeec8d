"""Nouns in 「性」, 「力」, 「度」, 「率」, 「感」 without this ending, told by what is said of them: 「责任不强」, 「公信进一步提高」, 「提高公开的主动，」,
「满意由92%上升到96%」.

The list says which stems are no such nouns by themselves. What one can only say of the noun, that it is strong or weak, grows or is
raised, shows that the ending is lost.
"""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import Entry, given, is_quoted, listed
from mingbai.text.proofreading.rules._lexicon import table
from mingbai.text.proofreading.rules._parsing import INSIDE, LETTER, MARK, shape, shapes_of

# What is said of a quality: how much of it there is, and that it grows.
_SAID = (
    *(f"不{very}{level}" for very in ("", "够", "太", "很", "是很") for level in ("强", "高", "足")),
    *(f"{very}{level}" for very in ("较", "偏", "还较", "相对较", "比较") for level in ("低", "弱", "差")),
    *listed("有待提高 有待增强 有待提升 有待加强 有待进一步提高 有待进一步增强 有待进一步提升 有待进一步加强 还有待提高 还有待增强 还需提高 还需增强 亟待提高 亟待增强"),
    *(
        f"{how}{grows}"
        for how in ("", "进一步", "明显", "显著", "不断", "大大", "普遍", "有所", "得到", "得到了", "得到进一步", "得到明显", "有了明显", "有了较大", "有了很大", "明显得到", "逐步", "大幅", "稳步")
        for grows in ("提高", "提升", "增强")
        if how
    ),
)  # fmt: skip
# Stems that are nouns or verbs of which growth is said as well: 「执行有所加强」 is not among what is said, 「业务不断提高」 is loose.
_NOT_GROWING = frozenset(listed("业务 理论 文化 专业 政治业务 全面 系统 真实 完整 规范 科学 灵活 及时 准确"))
_GROWS, _LACKS = ("提高", "提升", "增强"), ("有待", "还", "亟待")
_NOT_WEAK = frozenset(listed("文化"))
_NOT_SHORT = frozenset(listed("知晓 认可 信任"))


def _ends(rows: Sequence[Entry]) -> dict[str, str]:
    """By stem with what is said of it, what is lost between them."""
    return {
        stem + said: row["end"]
        for row in rows
        for stem in row["stems"].split()
        for said in _SAID
        if not (said.endswith("足") and stem in _NOT_SHORT)
        and stem not in (_NOT_GROWING if said.endswith(_GROWS) and not said.startswith(_LACKS) else _NOT_WEAK)
    }


_ENDS = table(("bound_ends",), _ends)
_SAID_AT = lazy.pattern("(?:" + "|".join(sorted(_SAID, key=len, reverse=True)) + ")$")
# They stand before a verb or an adjective and make it one: 「更积极主动」, 「不自觉」.
_ADVERBS = frozenset("不更较很太最够其所能可要会应以将已为被使")


def _bare_ends(passage: Passage) -> tuple[tuple[int, int, str], ...]:
    text = passage.text
    found = []
    for start, end, lost in _ENDS.matches(passage):
        said = _SAID_AT.search(text, start, end)
        stop = said.start() if said else end
        if (
            text[start - 1 : start] in _ADVERBS
            or not cut_of(passage).begins(end)
            or passage.in_web_residue(start)
            or is_quoted(text, start, end)
        ):
            continue
        found.append((start, stop, lost))
    return tuple(found)


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, lost in passage.once(_bare_ends):
        stem = passage.text[start:end]
        yield rule.finding(
            passage, start, end, f"「{stem}」后面疑漏「{lost}」。", suggestion=stem + lost.split("、")[0]
        )


_RAISED = "提高|增强|提升|调动|激发|发挥|强化|加强"
_RATES = (
    "满意|知晓|覆盖|普及|参与|合格|达标|完成|办结|按时办结|按期办结|回复|答复|整改|入户|见面|走访|到会|出勤|到位|就业|巩固|入学|升学|毕业|参保|参合|续保|受理|化解|调解|调处|公开|主动公开|更新|准确|及时|投票|参选|得票|支持|赞成"
    "|签约|签订|录入|上线|使用|利用|通过|优良|优秀|及格|治愈|好转|接种|建档|随访|体检|硬化|绿化|亮化|净化|通车|通水|入住|兑现|发放|报账|开通|入网|上网|接通|处置|销号|结案|查处|审结|执结|履约|兑付|回收|成活|存活|保存|达产|开工|竣工|投产|验收合格|抽检合格|破案|发案"
)  # fmt: skip
_OF_RATE = r"(?:均|都|已|也|基本|连续\d年)?(?:达到了?|达|超过|高于|低于|提高到了?|上升到了?|上升至|提升到了?|提升至|升至|增至|保持在|稳定在|控制在|由(?:原来的|去年的|上年的|年初的|之前的|以前的|过去的)?|从(?:原来的|去年的|上年的|年初的|之前的|以前的|过去的)?)"

RULES = (
    Rule(
        name="typo.noun_end_lost",
        category="typo",
        severity="warning",
        explain="「积极性」「公信力」「获得感」「满意度」一类的词丢了末字：「责任不强」「公信进一步提高」「主动有待增强」。按词表查。",
        fires="个别干部责任不强，公开的主动有待提高，群众的获得明显增强。",
        passes="个别干部责任心不强，公开的主动性有待提高，更积极主动，群众的获得感明显增强。",
        find=given(_bare_ends, _find),
    ),
    Rule(
        name="typo.quality_raised",
        category="typo",
        severity="warning",
        explain="「提高」「增强」「调动」后面的词丢了「性」「力」「感」：「提高服务意识和公开的主动，」「调动群众参与的积极，」。",
        fires="提高广大职工的服务意识和公开的主动，充分调动群众参与的积极。",
        passes="提高广大职工的服务意识和公开的主动性，充分调动群众参与的积极性，增强工作的主动、自觉性。",
        find=shapes_of(
            shape(
                rf"(?:{_RAISED})了?{INSIDE}{{0,30}}?(?P<mark>的(?:主动|积极|自觉|创造|针对|实效|时效|权威|严肃|紧迫|凝聚|战斗|公信|向心|感召|获得|幸福|归属|认同|使命|荣誉|透明|知晓|可操作|操作)){MARK}",
                "「{}」后面疑漏「性」「力」「感」「度」",
                "warning",
            ),
            shape(
                rf"(?:{_RAISED})了?{INSIDE}{{0,16}}?(?:性|力|感|度|心)(?:和|与|及|、)(?P<mark>(?:主动|积极|自觉|创造|针对|实效|时效|权威|严肃|紧迫|凝聚|战斗|公信|向心|感召|获得|幸福|归属|认同|使命|荣誉|透明|知晓|可操作)){MARK}",
                "「{}」后面疑漏「性」「力」「感」「度」",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.rate_stem",
        category="typo",
        severity="warning",
        explain="百分比前面的词丢了「率」「度」：「按期办结达到100%」「满意由92%上升到96%」。",
        fires="各类事项按期办结达到100%，群众满意由去年的92%上升到96%。",
        passes="各类事项按期办结率达到100%，群众满意度由去年的92%上升到96%，全部完成，占100%。",
        find=shapes_of(
            shape(
                rf"(?<!率)(?P<mark>(?:{_RATES}){_OF_RATE})(?=\s?\d{{1,3}}(?:\.\d+)?\s?[%％](?!的))",
                "「{}」里疑漏「率」「度」",
                "warning",
                lambda passage, match: _is_share(passage, match),
            ),
        ),
    ),
)
_WHOSE = lazy.pattern(rf"[未不没全可被经已应需]$|{LETTER}者$|工程量$|投资$|目标$|任务$|计划$|进度$")


def _is_share(passage: Passage, match: re.Match[str]) -> bool:
    """「计划完成达到95%」 and 「未完成」 are told of deeds."""
    return (
        _WHOSE.search(passage.text[max(passage.start, match.start("mark") - 4) : match.start("mark")]) is None
    )
