"""Characters, words and clauses written twice.

Pasting and rewriting leave the old words beside the new. What stands twice on purpose (「人人」, 「一家一家」) is known by the
dictionary, by lists and by how often edited text has it.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._doubled import (
    belong_to_two_words,
    ends_a_name,
    joined_words,
    opens_joined,
)
from mingbai.text.proofreading.rules._knowledge import (
    cuts_through_word,
    given,
    is_quoted,
    is_word,
    listed,
    meeting,
    words_around,
)
from mingbai.text.proofreading.rules._naming import CLOSES_NAME
from mingbai.text.proofreading.rules._parsing import LETTER
from mingbai.text.proofreading.triggers import matches, prose_with_clauses, sought

# Particles that never follow themselves, and the wholes in which they seem to.
_PARTICLES = "的和与及或而但在对于从由把被将以是已并使让也还又再就才其该我共同向须未都"
_WHOLES = ("的的确确", "和和气气", "是是非非", "的的士", "将将士", "共同同", "我我", "向向")
_DOUBLE = sought("|".join(character * 2 for character in _PARTICLES))
# Words that nobody repeats on purpose.
_NEVER_TWICE = frozenset(
    listed(
        "虽然 但是 因此 因为 由于 为了 通过 根据 按照 以及 进行 加强 实现 推进 推动 促进 完善 落实 建立 健全 规范 明确 确保 强化"
        " 提高 提升 深化 加大 加快 严格 积极 及时 切实 认真 全面 深入 不断 逐步 有效 充分 广泛 主动 我们 他们 我镇 我乡 我局 我校 我县"
        " 我市 我区 我街 全镇 全县 全市 全区 全乡 群众 政府 政务 信息 工作 制度 机制 内容 形式 问题 情况 方面 部门 单位 人员 领导 干部"
        " 会议 文件 网站 社会 人民 经济 发展 建设 管理 监督 检查 考核 培训 宣传 服务 要求 措施 办法 方式 渠道 平台 重点 目标 任务 责任"
        " 以上 以下 以来 其中 同时 还要 还有 没有 已经 可以 能够 应当 必须 需要 作为 成为 关于 对于 截至 目前 今年 去年 一是 二是 三是"
        " 进一步 领导小 办公室 公开栏 领导组 透明度 条例 开展 组织 取得 采取 利用 围绕 结合 坚持 贯彻 学习 具体 基本 相关 有关 各项 各级"
        " 各村 各部 以人 为民 便民 并且 而且 如果 或者 并对 并将 并按 并在 这些 一些 许多 所有 全体 主要 重要 存在 不足 长达 高达 多达 达到 属于 共计 合计 累计 总计"
    )
)
_NEVER_TWICE_BY_FIRST = {
    first: list(words) for first, words in groupby(sorted(_NEVER_TWICE), key=itemgetter(0))
}
_ANY_WORD_TWICE = lazy.pattern(rf"(?!(?:[一两三几半每逐]|多少|如何|什么))({LETTER}{LETTER})\1(?!\1)")
# Said twice in passing.
SAID_TWICE = frozenset(
    listed(
        "研究 商量 考虑 了解 讨论 学习 活动 提醒 见识 比较 意思 热闹 鉴定 照顾 锻炼 打听 介绍 休息 收拾 打扫 琢磨 合计 表示 帮助 支持 鼓励 体验"
        " 感受 认识 参观 交流 检查 指导 批评 教育 宣传 谢谢 看看 试试 哈哈 常常 往往 等等 人人 处处 事事 家家 户户 慢慢 好好 多多 步步 层层 代代"
    )
)
_SUFFIXES = frozenset("式型性化率者员法")
_DEPUTIES = lazy.pattern("代表代表(?:人民|群众|选民|百姓)")
_TWINS = lazy.pattern(f"({LETTER})\\1(?!\\1)")
# Characters that are words of their own and so may follow a word that ends in them.
_STANDS_ALONE = frozenset(
    "对的地会年只张把作以家一束册头天有粮树部夜枚京流桩省到锤股份届车落将任本台趟架页箱叶艘棵高尾捆声要月支村粒来快浓亮郁板"
    "园一二三四五六七八九十为是在上下做用中让给使被由能可里后前区县市镇乡局所站办人员户长组名个条件项次等期日时分处科室队班校院厂社团金民商出进开"
)
# More of them, which open words: 「镇镇区」「股股长」「两国国旗」「说说心里话」.
_OWN_WORDS = frozenset(
    "国司班馆厅室省桥路街河湖山江海岛港州旗盟屯寨庄湾沟老里会说出补改踩度享打把开涨人鲜愉金说看走听试想问谈聊读写学讲数管各该每年月周日夜天"
    "网和了得军放安平顺元角块斤亩吨米层座栋栏笔次回遍趟种类款样双套副对群伙排行段节章篇本册页句字号"
)
# What a body deals with is called by its last character and one of these: 「园务」, 「场务」, 「师德」.
_SECOND = frozenset("务德训风")
# Said twice they mean for a while: 「照照镜子」, 「签签字」, 「再说说」.
_DEEDS = frozenset("多照签说看想听试谈讲走问查晒比议聊转动算记小洗扫翻遛串散唱跳帮理泡红出排")
_FOR_A_WHILE = frozenset("也再去来多给")
# The character before them closes another word: 「慢特病病种」, 「管网水水质」, 「送教教师」.
_HEADS = frozenset(
    {"病种", "病例", "病人", "病情", "病房", "水质", "水源", "水量", "水价", "教师", "林业", "粮食"}
)
_NAME_OF_PAPER = lazy.pattern("..(?:总结|报告|汇报|方案|计划|范文|心得体会|体会|材料)$")
_PHRASE_TWICE = lazy.pattern(rf"((?![一逐每]){LETTER}{{4,8}}?)\1(?!\1)")
_BETWEEN = lazy.pattern(r"[，,。；;：:、！？\s]+")
_PHRASE_LENGTHS = range(4, 9)
_SHORTEST_CLAUSE = 4


def _as_number(passage: Passage) -> tuple[int, int]:
    """The text as one large number, with its length in bytes; 0 bytes where characters are not all of one width."""
    units = passage.body.encode("utf-16-le", "surrogatepass")
    if len(units) != 2 * len(passage.body):
        return 0, 0
    return int.from_bytes(units, "little"), len(units)


def said_again(passage: Passage, length: int, distance: int) -> list[int]:
    """Where `length` characters stand that stand again `distance` characters further: offsets in order.

    The text as a number is compared with itself moved by the distance: that is much faster than a search.
    """
    number, size = passage.once(_as_number)
    if not size:
        text = passage.body
        return [
            at
            for at in range(len(text))
            if text[at : at + length] == text[at + distance : at + distance + length]
        ]
    differing = (number ^ (number >> 16 * distance)).to_bytes(size, "little")
    same, found = bytes(2 * length), []
    at = differing.find(same)
    while 0 <= at < size - 2 * (length + distance) + 2:
        if at % 2 == 0:
            found.append(at // 2)
        at = differing.find(same, at + 1)
    return found


def _twice(passage: Passage, length: int) -> list[int]:
    """Where `length` characters stand that stand there again at once."""
    return said_again(passage, length, length)


def _doubled(passage: Passage) -> list[int]:
    return _twice(passage, 1)


def words_twice(passage: Passage) -> list[int]:
    return _twice(passage, 2)


def _long_words_twice(passage: Passage) -> list[int]:
    return _twice(passage, 3)


def twins(passage: Passage) -> list[re.Match[str]]:
    """Characters that stand twice, not three times."""
    body, text, start, end = passage.body, passage.text, passage.start, passage.end
    doubled = [at for at in passage.once(_doubled) if "一" <= body[at] <= "鿿"]
    return _apart(_TWINS.match(text, start + at, end) for at in doubled)


def _apart(matches: Iterable[re.Match[str] | None]) -> list[re.Match[str]]:
    """Those of the matches that a search from left to right would have found."""
    kept: list[re.Match[str]] = []
    for match in matches:
        if match and (not kept or match.start() >= kept[-1].end()):
            kept.append(match)
    return kept


def _double_character(rule: Rule, passage: Passage) -> Iterator[Finding]:
    text = passage.text
    for match in matches(passage, _DOUBLE):
        start = match.start()
        around = text[max(start - 3, 0) : start + 5]
        if passage.in_web_residue(start) or any(whole in around for whole in _WHOLES):
            continue
        spans = words_around(passage, start, start + 2)
        if (start, start + 1) in spans and (start + 1, start + 2) in spans:
            yield rule.finding(
                passage, start, start + 2, f"「{text[start]}」字重复。", suggestion=text[start]
            )


def _double_ending(rule: Rule, passage: Passage) -> Iterator[Finding]:
    text = passage.text
    for match in passage.once(twins):
        middle = match.start() + 1
        before = text[max(middle - 3, 0) : middle - 1]
        # 「一本本」 counts out one by one, 「放放心心」 plays on the word.
        if match[1] in _STANDS_ALONE or "一" in before or before[:1] == before[1:] or before[1:] == match[1]:
            continue
        # 「健全全民覆盖」, 「幼儿园园务公开」, 「教师师德」: the second one opens a word; 「记满一本」: it is a deed.
        opens = (
            text[middle + 1 : middle + 2] in _SECOND
            or match[1] in _DEEDS
            or is_word(text[middle : middle + 2])
            or opens_joined(text, middle, joined_words(passage))
        )
        if passage.in_web_residue(middle) or opens:
            continue
        spans = words_around(passage, match.start(), match.end())
        words = [text[low:high] for low, high in spans if high == middle and high - low >= 2]
        if words and (middle, middle + 1) in spans:
            start, said = middle - len(words[0]), f"「{match[1]}」字多打了一个。"
            how: Severity | None = (
                "info" if belong_to_two_words(text, match.start(), joined_words(passage)) else None
            )
            yield rule.finding(passage, start, middle + 1, said, suggestion=words[0], severity=how)


def _double_word(rule: Rule, passage: Passage) -> Iterator[Finding]:
    reached = 0
    for at in sorted({*passage.once(words_twice), *passage.once(_long_words_twice)}):
        word = next(
            (
                word
                for word in _NEVER_TWICE_BY_FIRST.get(passage.body[at], ())
                if passage.body.startswith(word * 2, at)
            ),
            "",
        )
        if not word or at < reached:
            continue
        reached = at + 2 * len(word)
        start, middle, end = at + passage.start, at + len(word) + passage.start, reached + passage.start
        if passage.in_web_residue(start):
            continue
        said = f"「{word}」重复。"
        if cuts_through_word(passage, start, end):
            if word != "政府" and _one_is_whole(passage, start, middle, end):
                yield rule.finding(passage, start, end, said, suggestion=word, severity="info")
        # 「信息公开公开透明」 closes one word and opens the next.
        elif not cuts_through_word(passage, start, middle):
            how: Severity | None = "info" if ends_a_name(passage, start, end) else None
            yield rule.finding(passage, start, end, said, suggestion=word, severity=how)


def _one_is_whole(passage: Passage, start: int, middle: int, end: int) -> bool:
    """Whether one of the two is a word of its own and the other a part of one: 「政务政务信息」, 「监督机制机制」."""
    spans = words_around(passage, start, end)
    first = [low for low, high in spans if high == middle]
    second = [high for low, high in spans if low == middle]
    return bool(first and second) and (first[0] == start or second[0] == end)


def _any_word_twice(rule: Rule, passage: Passage) -> Iterator[Finding]:
    text = passage.text
    found = (_ANY_WORD_TWICE.match(text, passage.start + at, passage.end) for at in passage.once(words_twice))
    for match in _apart(found):
        start, end = match.span()
        if (
            match[1][0] == match[1][1]
            or match[1] in SAID_TWICE
            or match[1] in _NEVER_TWICE
            or passage.in_web_residue(start)
            or text[start - 1 : start] in _FOR_A_WHILE
            or match[1][1] == "着"  # 「看着看着就笑了」
            or text.startswith(("再" + match[1], "又" + match[1]), end)  # 「公开公开再公开」
            or _DEPUTIES.match(text, start)
        ):
            continue
        spans, middle = words_around(passage, start, end), (start + end) // 2
        if (start, middle) in spans and (middle, end) in spans and not is_quoted(text, start, end):
            # 「支持参与参与式治理」: the second one is part of another word.
            partly = text[end : end + 1] in _SUFFIXES or ends_a_name(passage, start, end)
            how: Severity | None = "info" if partly else None
            said = f"「{match[1]}」重复。"
            yield rule.finding(passage, start, end, said, suggestion=match[1], severity=how)


def _double_opening(rule: Rule, passage: Passage) -> Iterator[Finding]:
    text = passage.text
    for match in passage.once(twins):
        start, middle = match.start(), match.start() + 1
        alone = match[1] in _STANDS_ALONE or match[1] in _OWN_WORDS or match[1] in _DEEDS
        if alone or passage.in_web_residue(start):
            continue
        spans = words_around(passage, start, match.end())
        words = [text[low:high] for low, high in spans if low == middle and high - low >= 2]
        end = middle + len(words[0]) if words else middle
        # 「放放心心」 plays on the word.
        plays = text[end - 1 : end] == text[end : end + 1]
        # 「审判监督庭庭长」, 「银枫路路口」: the first one closes a name.
        named = match[1] in CLOSES_NAME and start > passage.start and "一" <= text[start - 1] <= "鿿"
        # 「印花税税目」: the first one closes a word.
        closes = (
            named
            or text[middle : middle + 2] in _HEADS
            or any(is_word(text[max(start - more, 0) : middle]) for more in (1, 2))
        )
        if (
            words
            and not plays
            and not closes
            and (start, middle) in spans
            and text[start - 1 : start] not in "一两每各"
        ):
            said = f"「{match[1]}」字多打了一个。"
            how: Severity | None = "info" if belong_to_two_words(text, start, joined_words(passage)) else None
            yield rule.finding(passage, start, end, said, suggestion=words[0], severity=how)


def _double_phrase(rule: Rule, passage: Passage) -> Iterator[Finding]:
    places = {at for length in _PHRASE_LENGTHS for at in _twice(passage, length)}
    found = (_PHRASE_TWICE.match(passage.text, passage.start + at, passage.end) for at in sorted(places))
    for match in _apart(found):
        if _NAME_OF_PAPER.search(match[1]):  # a site puts it there: `web.title_in_text`
            continue
        if not passage.in_web_residue(match.start()) and len(set(match[1])) >= 3:
            yield rule.finding(passage, *match.span(), f"「{match[1]}」重复。", suggestion=match[1])


def _is_linked(line: str, start: int, clause: str) -> bool:
    """「条件成熟一件、办理一件，办理一件、答复一件」: two pairs, linked by what they share."""
    return line.startswith("、", start + len(clause)) and line.endswith(
        "、", 0, max(start - 1 - len(clause), 0)
    )


def _double_clause(rule: Rule, passage: Passage) -> Iterator[Finding]:
    clauses = list(filter(None, passage.clauses))
    twice = {
        one
        for one, two in zip(clauses, clauses[1:], strict=False)
        if one == two and len(one) >= _SHORTEST_CLAUSE
    }
    for number in prose_with_clauses(passage, map(twice.__contains__, passage.clauses)) if twice else ():
        offset, line = passage.prose[number]
        previous, reached = "", 0
        for clause in _BETWEEN.split(line):
            start = line.index(clause, reached)
            reached = start + len(clause)
            if clause == previous and len(clause) >= _SHORTEST_CLAUSE and not clause.isascii():
                first = offset + start
                if _is_linked(line, start, clause):
                    continue
                yield rule.finding(passage, first, first + len(clause), f"「{clause}」与前面一句重复。")
            previous = clause


RULES = (
    Rule(
        name="typo.double_character",
        category="typo",
        severity="error",
        explain="虚字多打了一遍，如「公开的的内容」。叠词和两个词相接处的相同字不算。",
        fires="对群众关心的的问题进行公开。",
        passes="领导小组组织学习，主任任副组长，的的确确方便了群众。",
        find=meeting(_double_character, _DOUBLE),
    ),
    Rule(
        name="typo.double_ending",
        category="typo",
        severity="error",
        explain="词的最后一个字多打了一遍，如「工作情况况」「制度度」。",
        fires="现将工作情况况汇报如下。",
        passes="对工作作了部署，主任任副组长，来自五湖四海。",
        find=given(twins, _double_ending),
    ),
    Rule(
        name="typo.double_word",
        category="typo",
        severity="error",
        explain="同一个词连写两遍，如「虽然虽然」「进行进行」。",
        fires="工作虽然虽然取得进展，仍有不足。",
        passes="工作虽然取得进展，信息公开公正透明。",
        find=_double_word,
    ),
    Rule(
        name="typo.any_word_twice",
        category="typo",
        severity="warning",
        explain="同一个双字词连写两遍，如「冒领冒领」。「研究研究」这样的口语说法不算。",
        fires="对套取、冒领冒领补贴的行为从严处理。",
        passes="一件一件地办，研究研究再定，公开公平公正。",
        find=given(words_twice, _any_word_twice),
    ),
    Rule(
        name="typo.double_opening",
        category="typo",
        severity="warning",
        explain="词的第一个字多打了一遍，如「较为全全面」「抓落落实」。",
        fires="内容较为全全面，具体抓落落实。",
        passes="湖心村村民、县委书记、两国国旗、桥面，人人满意。",
        find=given(twins, _double_opening),
    ),
    Rule(
        name="typo.double_phrase",
        category="typo",
        severity="error",
        explain="四个字以上的词语连写两遍，中间没有标点。",
        fires="成立领导小组领导小组办公室设在党政办。",
        passes="成立领导小组，领导小组办公室设在党政办，一个单位一个单位地检查。",
        find=_double_phrase,
    ),
    Rule(
        name="typo.double_clause",
        category="typo",
        severity="info",
        explain="同一个分句紧接着又写一遍，多为粘贴时重复。",
        fires="规范公开内容，规范公开内容，接受群众监督。",
        passes="规范公开内容，规范公开程序，接受群众监督。",
        find=_double_clause,
    ),
)
