"""Clauses that stop before their last word: told by words that official writing hardly ever has there, and by nouns of
which nothing is said."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mingbai.text import dictionary, lazy, statistics
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Faint, Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import is_quoted, listed
from mingbai.text.proofreading.rules._parsing import (
    INSIDE,
    clause_before,
    shape,
    shapes_of,
    words_between,
)

# Where a clause begins, behind 「（一）」 too.
_BEGIN = r"(?:^|(?<=[，,。；;：:\n）)]))"

# What a stop costs behind a word, and how common words are of which that says something.
_SELDOM, _NEVER, _COMMON = 47, 72, 12_000

# So many words are remembered.
_KEPT = 20_000

_LAST = lazy.pattern("(?<![一-鿿])[一-鿿]+(?=[。；;，,])")

# They stand there although newspapers and laws seldom have them there.
_MAY_END = frozenset(
    listed(
        "对 在 为 使 违反 重要 有 之和 可以 纷纷 经过 最高 怎么 虚假 进一步 可 不可 是 具体 有关 违规 严格 用人 减轻 人民 连续 同步 亲和 比对 实行 如下 违纪 适用 处置 开展 加强 大部分 遵守 长效 村务 政务 党政 提供 推动 依法 直接 新 主管 地方 到 贴 晓 促进 建立 维护 规范 畅通 公示 公开 上墙 上网 更新 报备 备案 归档 签字"
        " 盖章 核实 入户 走访 接访 下访 答复 办结 回访 评议 问责 约谈 通报 申领 发放 兑付 兑现 填报 填写 上传 上报 报送 报批 审签 审批 复核 审核 备查 存档 督办 督查 抽查 巡查"
        " 清退 整改 取消 撤销 停用 下架 关停 合并 并入 划转 移交 交接 接收 受理 转办 交办 承办 办理 办 交 发 改 学 看 说 写 问 查 管 做 抓 行 来 去 用 听 讲 走 住 坐 站 买 卖"
    )
)

_NOT_LAST = frozenset(listed("或 把 由 向 让 被 从 以 并 全程 特别是 尤其是 以便 从而 进而 以及 造成"))

_WANTS_OBJECT = frozenset(
    listed("接受 取得 得到 形成 造成 给予 营造 促进 推动 实现 维护 保障 提供 履行 赢得 拓宽 导致 引发")
)


@lru_cache(maxsize=_KEPT)
def _seldom_last(word: str, *, at_comma: bool) -> bool:
    known = statistics.shipped()
    rank = known.rank(word)
    if not 0 <= rank < _COMMON or word in _MAY_END:
        return False
    kind = dictionary.kinds(word)[0]
    if word in _NOT_LAST:
        return True
    if len(word) == 1 or kind[0] not in "vadcp" or kind == "vn":
        return False
    cost = known.seen(rank, known.rank(statistics.STOP))
    return cost >= (_NEVER if at_comma or kind == "v" else _SELDOM)


def _ends_oddly(word: str, *, alone: bool, at_comma: bool) -> bool:
    """`alone`: the word is the whole clause."""
    if alone and word in _WANTS_OBJECT:
        return True
    return not (alone and at_comma) and _seldom_last(word, at_comma=at_comma)


# The odds (logarithm) in a careless text.
_ODDS = 0.0


def _hardly_last(rule: Rule, passage: Passage) -> Iterator[Finding]:
    text, cut = passage.text, cut_of(passage)
    for offset, line in passage.prose:
        for match in _LAST.finditer(line):
            end = offset + match.end()
            start = cut.first + cut.heads.rfind(b"\1", 0, end - cut.first)
            word, alone = text[start:end], start == end - len(match[0])
            if start < end - len(match[0]) or text[start - 1] in "得很所不" or text[start - 1].isdecimal():
                continue
            if not _ends_oddly(word, alone=alone, at_comma=text[end] == "，"):
                continue
            if passage.in_web_residue(start) or is_quoted(text, start, end):
                continue
            said = f"「{text[start:end]}」很少这样收尾，后面疑漏了字。"
            found = rule.finding(passage, max(start - 2, offset + match.start()), end, said)
            passage.faint.append(Faint(_ODDS, found))
    yield from ()


_JUDGED = lazy.pattern(
    "[不无没未少缺差低弱高强大多足够非很较更太过极淡浅浓好坏慢快新旧窄宽深浅重轻薄]|有待|需|滞后|单一|存在|提升|提高|增强|加强|下降|偏|滑|参差|匮乏|欠缺|待|是|为|要|应|得到|明显|显著|进一步|方面|上"
)

_ABSTRACT = lazy.pattern("[一-鿿]{2}(?:性|度)|部分|少数|重视|新形势|大局|一线|多数|较")


def _says_nothing(passage: Passage, match: re.Match[str]) -> bool:
    words = words_between(passage, *match.span("what"))
    return (
        bool(words)
        and words[0].kind[0] not in "vd"
        and _JUDGED.search(_ABSTRACT.sub("", match["what"])) is None
    )


def _is_no_nominal(passage: Passage, match: re.Match[str]) -> bool:
    words = {word.text for word in words_between(passage, *match.span("mark"))}
    return _SAYS_SO.isdisjoint(words) and "是" not in clause_before(passage, match.start("mark"))


_SAYS_SO = frozenset(
    listed(
        "是 有 会 属于 即 为 谁 凡 如 若 情形 情节 应 应当 可 可以 不 未 没有 拒不 被 由 因 损害 严重 较大"
    )
)

_ALTERNATIVES = lazy.pattern(
    "还是|什么|何|哪|谁|怎|多|几|与否|是否|或|、|大小|任|好坏|远近|高低|先后|男女|老少|早晚|新老|贫富|内外|上下|忙闲|官民|亲疏|职务|有无|有没有|能不能|是不是|在不在"
)


def _offers_no_choice(passage: Passage, match: re.Match[str]) -> bool:
    return _ALTERNATIVES.search(match["mark"]) is None


RULES = (
    Rule(
        name="typo.hardly_last",
        category="typo",
        severity="info",
        explain="一句话停在很少用来收尾的词上，后面疑漏了字，如「使工作再上新。」「发生争吵，造成。」「制定措施，并认真。」。按词语搭配的统计判断，只作提示。",
        fires="与群众发生争吵，造成。制定整改措施，并认真。由监督委员会全程。",
        passes="与群众发生争吵，造成影响。制定整改措施，并认真落实。工作有序开展。",
        find=_hardly_last,
        when_careless=True,
    ),
    Rule(
        name="typo.said_of_nothing",
        category="typo",
        severity="info",
        explain="只有一个名词，没有说怎么样：「一是个别干部的公开意识。」；「的」后面没有词：「自觉接受社会各界的。」；「无论是上班时间，」缺另一面。",
        fires="一是个别村干部的政务公开意识。自觉接受社会各界的。无论是工作时间，都不得擅离。",
        passes="一是个别村干部的公开意识不强。自觉接受社会各界的监督。无论是工作时间还是休息时间，都不得擅离。",
        find=shapes_of(
            shape(
                r"(?:[一二三四五六]是)(?P<mark>(?P<what>[^，,。；;：:！？\n、]{2,26}?(?:意识|认识|重要性|水平|能力|力度|积极性|主动性|透明度|时效性|针对性|观念|素质|重视程度|力量|人手|队伍|经费|设备|设施|配备|投入|满意度|知晓率|公开率|参与度)))(?=[。；])",
                "「{}」没有说怎么样，话没有说完",
                "info",
                _says_nothing,
            ),
            shape(
                rf"(?P<mark>(?:接受|作为|营造|收到|得到|取得|受到|赢得|提高|增强|加强|提升|创造|打下|奠定|发挥|起到|促进|推动|保障|维护|满足|做好|建立|完善|改进|提供|改善)了?{INSIDE}{{2,30}}的)(?=。)",
                "「{}」后面没有词，话没有说完",
                "info",
                _is_no_nominal,
            ),
            shape(
                rf"{_BEGIN}(?P<mark>(?:无论|不论|不管)(?:是|在|对)?{INSIDE}{{2,24}})(?=[，,](?:都|均|一律|也|总))",
                "「{}」只说了一面，疑漏「还是……」",
                "info",
                _offers_no_choice,
            ),
        ),
    ),
)
