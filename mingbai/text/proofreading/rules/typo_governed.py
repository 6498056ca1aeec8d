"""Nouns that end a clause and the verbs that can govern them: 「达到长效机制」, 「丰富办事效率」, 「渠道……浓厚」.

The list says for each noun all verbs of an inventory that it goes with, and for those that grow and shrink the predicates.
Where none of the inventory's verbs in the clause goes with the noun and the nearest stands nearly directly before it,
that is a hint: the list may be too narrow. `typo_collocation` knows for fewer nouns the verbs that are surely wrong.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from mingbai.text import dictionary, lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import Cut, cut_of
from mingbai.text.proofreading.rules._knowledge import Entry, compiled, is_quoted, listed
from mingbai.text.proofreading.rules._parsing import CLAUSE_STOPS
from mingbai.text.proofreading.rules.typo_collocation import BETWEEN, Misfit, misfits, told_of

# A clause is read so far back, and a modifier may be so long.
_REACH, _MODIFIER = 40, 20
_ENDS = frozenset("，,。；;！!\n、和与及")
_LISTED, _JOINING = frozenset("、和与及"), "和与及"
_STOPS = frozenset(CLAUSE_STOPS + "“”《》（）()【】")
# Behind these a verb is no deed of the clause.
_NO_DEED = frozenset("的之所不未没无被可得")
# A modifier has none of these words: they begin another part of the sentence.
_APART = frozenset(
    listed(
        "把 将 由 对 向 从 在 以 为 于 使 让 给 是 被 按 按照 根据 通过 和 与 及 以及 或 、 而 并 等 到 至 成 后 时 中 上 下 来 去 有 得 地 了 着 性 化 就 也 都 不 没 之 之日 之日起 内 起 前 自"
    )
)
# Verbs that stand before 「的」 and say which: 「检查中发现的问题」.
_WHICH = frozenset(listed("发现 存在 反映 提出 出现 关心 关注 需要 规定 要求 形成 有关 相关 暴露 面临"))
# Before these several things are named, of which the verb governs the first.
_SEVERAL = frozenset("、等")
# Whose something is.
_OWNERS = frozenset(
    listed(
        "群众 公众 社会 职工 居民 村民 农民 干部 党员 企业 政府 机关 部门 单位 学生 教师 医务人员 人民群众 工作人员 广大群众"
    )
)
# They are predicates too: 「公示时间不足」.
_ALSO_SAID = frozenset(listed("不足 困难"))
# What the dictionary takes for verbs and stands before nouns.
_NAMING = frozenset(
    listed(
        "公开 工作 监督 管理 服务 检查 宣传 培训 教育 学习 领导 办事 办公 参与 责任 考核 干部 政务 决策 审批 执法 便民 教学 办学 医疗 建设 发展 改革 创新 保障 落实 执行 治理 安全 信息 干群 党群"
        " 互动 合作 协作 沟通 协调 报送 更新 发布 审核 审查 评议 问责 追究 反馈 回应 解读 投诉 举报 信访 行政 突出 存在 应急 运行 应用 覆盖 参考 指导 督查 督导 考评 评估 考察 生产 生活 经营 值班 安保"
        " 规范 统一 有效 基本 相应 长效 健全 完善 保密 主体 自律 处理 整改 配套 办理 受理 咨询 申请 自查 诉求 需求 约束 激励 惩处 奖惩 保卫 防控 预警 监测 服务型 议事 办证 引领 带动 组织"
    )
)
# With these a verb may be a word of the dictionary.
_JOINED_TO = listed("进一步 不断 切实 努力 认真 全面 大力 着力 有效 持续 积极 逐步 充分 严格 深入")
# A verb right behind these is done too: 「推动完善制度」.
_LEADING = frozenset(
    listed(
        "推动 推进 加快 加强 加大 抓好 做好 进行 促进 开展 统筹 参与 强化 完成 狠抓 实现 深化 改进 落实 引导 带动 坚持 规范 实施 组织 保障 得到 实行 推行 履行"
    )
)
# They have 「到」 behind them with whatever there is.
_WITH_PLACE = frozenset(listed("落实 延伸 贯穿 拓展 贯彻"))
# 「三是落实……」
_FIRSTLY = lazy.pattern("[一二三四五六七八九十]是$")
_NOT_ENOUGH = lazy.pattern("[还仍尚]?(?:不够|不太|不甚|不很)")
# What stands behind a verb whose object stands before it.
_PLACE = lazy.pattern("到[位人户岗边底]|好|到(?=[一-鿿])")
# Predicates have so many characters, and verbs that end such a clause.
_WORD = 2
# Nothing is done with these 「到」 a place.
_NO_PLACE = frozenset(listed("制定 制订 出台 成立 召开 营造"))
# Kinds of words that may stand in a modifier; verbs are looked at one by one.
_KINDS = frozenset("nabmqrtsfzlijx")


@dataclass(frozen=True, slots=True)
class _Noun:
    """The verbs that govern a noun and the predicates it takes; none where nothing is known of these."""

    verbs: frozenset[str]
    predicates: frozenset[str]

    def suits(self, predicate: str) -> bool:
        return predicate in self.predicates or predicate in self.verbs


class _Nouns(dict[str, _Noun]):
    """The nouns of the list; what their rows say is read when one is first asked for.

    Nouns of one kind share a row, and rows share verbs by a name, 「@建」. `never`: the one of these that some do not go with.
    """

    def __init__(self, rows: Sequence[Entry]) -> None:
        self._shared = {row["nouns"]: row["verbs"] for row in rows if row["nouns"].startswith("@")}
        self.rows: dict[str, list[Entry]] = {}
        for row in rows:
            if row["nouns"] not in self._shared:
                for noun in row["nouns"].split():
                    self.rows.setdefault(noun, []).append(row)

    def __missing__(self, noun: str) -> _Noun:
        rows = self.rows[noun]
        verbs, predicates, never = (
            {*listed(" ".join(row.get(part, "") for row in rows))}
            for part in ("verbs", "predicates", "never")
        )
        for name in self._shared.keys() & verbs:
            verbs |= {*listed(self._shared[name])}
        found = self[noun] = _Noun(frozenset(verbs - never), frozenset(predicates))
        return found


class Governed:
    """The list, with an automaton of its nouns and of the inventory of verbs."""

    def __init__(self, rows: Sequence[Entry]) -> None:
        self._nouns = _Nouns(rows)
        first = [row for row in rows if not row["nouns"]]
        inventory, predicates, naming = (
            listed(" ".join(row[part] for row in first)) for part in ("verbs", "predicates", "also_nouns")
        )
        self._naming = frozenset(naming)
        self._words = [*self._nouns.rows, *dict.fromkeys(inventory)]
        self._verbs_from = len(self._nouns.rows)
        self._automaton = AhoCorasick(self._words)
        self._predicates = frozenset(predicates)
        self._disposing = frozenset(inventory) - _WITH_PLACE
        # What may stand behind a noun that is looked at.
        self._first = {word[0] for word in predicates} | set("得有不日更进也都明逐显大较十普还")

    def find(self, passage: Passage) -> Iterator[Misfit]:
        first = passage.start
        verbs: list[tuple[int, int, str]] = []
        nouns: dict[int, tuple[int, str]] = {}
        for number, start, end in self._automaton.find_matches_as_indexes(passage.body, overlapping=True):
            word, start, end = self._words[number], first + start, first + end
            if number >= self._verbs_from:
                verbs.append((start, end, word))
            elif end not in nouns or start < nouns[end][0]:
                nouns[end] = start, word
        verbs.sort()
        for end, (start, _) in nouns.items():
            if found := self._misfit(passage, verbs, nouns, start, end):
                if not passage.in_web_residue(start) and not is_quoted(passage.text, found.start, found.end):
                    yield found

    def _misfit(
        self,
        passage: Passage,
        verbs: list[tuple[int, int, str]],
        nouns: dict[int, tuple[int, str]],
        start: int,
        end: int,
    ) -> Misfit | None:
        text, noun = passage.text, nouns[end][1]
        known = self._nouns[noun]
        behind = text[end : end + 1]
        predicate = None
        if behind not in _ENDS:
            predicate = self._unsuited(text, known, end) if behind in self._first else None
            if predicate is None:
                return self._disposed(passage, noun, start, end)
        low = max(passage.start, start - _REACH)
        at = start
        while at > low and text[at - 1] not in _STOPS:
            at -= 1
        before = verbs[bisect_left(verbs, (at, 0, "")) : bisect_left(verbs, (start, 0, ""))]
        before = [verb for verb in before if verb[1] <= start]
        before = self._without_inner(before, start)
        if any(word in known.verbs for _, _, word in before):
            return None
        if predicate:
            return self._said_of(passage, noun, start, end, predicate)
        if not before or (behind in _LISTED and not self._suits_none(text, before, nouns, end)):
            return None
        return self._governed(passage, before, noun, start, end)

    def _without_inner(self, verbs: list[tuple[int, int, str]], start: int) -> list[tuple[int, int, str]]:
        """「健全实施方案」: a verb right beside the noun may be part of it, but not 「推动完善制度」."""
        if len(verbs) > 1 and verbs[-1][1] == start and verbs[-1][2] in self._naming:
            low, (_, high, word) = verbs[-1][0], verbs[-2]
            return verbs if high == low and word in _LEADING else verbs[:-1]
        return verbs

    def _suits_none(
        self, text: str, verbs: list[tuple[int, int, str]], nouns: dict[int, tuple[int, str]], end: int
    ) -> bool:
        """Whether the last of several nouns is known and goes with none of the verbs: 「完善质量、安全管理办法」 is right."""
        stop = end + 1
        while stop < min(len(text), end + _REACH) and text[stop] not in _STOPS:
            stop += 1
        if stop not in nouns:
            return False
        last = self._nouns[nouns[stop][1]]
        return not any(word in last.verbs for _, _, word in verbs)

    def _unsuited(self, text: str, known: _Noun, end: int) -> tuple[int, int] | None:
        """Where the predicate behind a noun stands, if it ends the clause and is none of the noun's."""
        between = _NOT_ENOUGH.match(text, end) or BETWEEN.match(text, end)
        if not known.predicates and not (between and "得到" in between[0]):
            return None
        at = between.end() if between else end
        predicate = text[at : at + _WORD]
        if predicate not in self._predicates or known.suits(predicate):
            return None
        after = at + _WORD + (text[at + _WORD : at + _WORD + 1] == "了")
        return (at, at + _WORD) if text[after : after + 1] in _ENDS else None

    def _said_of(
        self, passage: Passage, noun: str, start: int, end: int, predicate: tuple[int, int]
    ) -> Misfit | None:
        cut = cut_of(passage)
        if not (_ends_word(cut, start, end) and cut.begins(predicate[1])):
            return None
        said = passage.text[slice(*predicate)]
        return Misfit(start, predicate[1], said, noun, "", "info", as_subject=True)

    def _disposed(self, passage: Passage, noun: str, start: int, end: int) -> Misfit | None:
        """「将任务制定到人」: the verb behind a noun that 「把」 or 「将」 puts before it."""
        text, low = passage.text, max(passage.start, start - _MODIFIER)
        verb = text[end : end + _WORD]
        if verb not in self._disposing:
            return None
        at = max(text.rfind("把", low, start), text.rfind("将", low, start))
        place = _PLACE.match(text, end + _WORD)
        if at < low or place is None or (verb in self._nouns[noun].verbs and verb not in _NO_PLACE):
            return None
        cut = cut_of(passage)
        if not (cut.begins(at) and _ends_word(cut, start, end) and cut.begins(end + _WORD)):
            return None
        if not self._is_modifier(verb, text[at + 1 : start]):
            return None
        return Misfit(start, place.end(), verb, noun, "", "info")

    def _governed(
        self, passage: Passage, before: list[tuple[int, int, str]], noun: str, start: int, end: int
    ) -> Misfit | None:
        text, cut = passage.text, cut_of(passage)
        if not _ends_word(cut, start, end):
            return None
        standing = [verb for verb in before if _stands(text, cut, verb)]
        if not standing:
            return None
        low, high, verb = standing[-1]
        if text[low - 1 : low] in _NO_DEED:
            return None
        done = text[high : high + 1] == "了"
        high += done
        if start - high > _MODIFIER or not self._is_modifier(verb, text[high:start]):
            return None
        if noun in _ALSO_SAID and text[start - 1] != "的" and start > high:
            return None
        if (
            (verb in self._naming or text[end] == "\n")
            and not done
            and not _is_deed(passage, cut, low, start == high or text[end] == "\n")
        ):
            return None
        return Misfit(low, end, verb, noun, "", "info")

    def _is_modifier(self, verb: str, gap: str) -> bool:
        """Whether what stands between is nothing or says which: no other verb, no 「的」 behind a noun of the verb's own."""
        first, joined, rest = _last_part(gap)
        if joined:
            # 「完善制度和力度」: of several the verb goes with another.
            if not any(
                verb in self._nouns[first[at:]].verbs
                for at in range(len(first))
                if first[at:] in self._nouns.rows
            ):
                return False
            gap = rest
        if not gap:
            return True
        words, kinds = [*dictionary.cut(gap)], [*dictionary.kinds(gap)]
        if words[-1] == "的":
            if len(words) == 1 or not self._says_which(verb, words[-2], kinds[-2]):
                return False
            if words[-2] in _WHICH:
                return _SEVERAL.isdisjoint(words)
            words, kinds = words[:-2], kinds[:-2]
        return all(
            word not in _APART
            and word != "的"
            and (kind[0] in _KINDS or kind == "vn" or word in _NAMING or word in self._naming)
            for word, kind in zip(words, kinds, strict=True)
        )

    def _says_which(self, verb: str, word: str, kind: str) -> bool:
        if word in self._nouns.rows and verb in self._nouns[word].verbs:
            return False
        return kind[0] in "abzr" or word in _WHICH or word in _OWNERS


def _last_part(gap: str) -> tuple[str, str, str]:
    """A modifier up to the last sign or word that joins nouns, that sign, and what follows."""
    at = max(map(gap.rfind, _JOINING))
    return (gap[:at].removesuffix("以"), gap[at], gap[at + 1 :]) if at >= 0 else ("", "", gap)


def _ends_word(cut: Cut, start: int, end: int) -> bool:
    """Whether a noun is a word or closes a longer one, 「干部素质」."""
    return cut.begins(end) and (cut.begins(start) or (cut.begins(start - 2) and not cut.begins(start - 1)))


def _stands(text: str, cut: Cut, verb: tuple[int, int, str]) -> bool:
    """Whether it is a word; 「不断丰富」 may be one of the dictionary."""
    low, high, _ = verb
    if cut.begins(low):
        # 「深化改革」 and 「发动群众」 are words of the dictionary.
        return cut.begins(high) or (cut.begins(high + 2) and not cut.begins(high + 1))
    return cut.begins(high) and text.endswith(_JOINED_TO, max(0, low - 3), low)


def _is_deed(passage: Passage, cut: Cut, low: int, beside: bool) -> bool:
    """Whether a verb that may be part of a noun, 「落实力度」, is what is done: an adverb stands before it, or it begins its
    clause and does not stand right beside the noun."""
    if passage.text.endswith(_JOINED_TO, max(passage.start, low - 3), low) or _FIRSTLY.search(
        passage.text, max(passage.start, low - 3), low
    ):
        return True
    spans = [span for span in cut.around(low, low + 1) if span[1] <= low]
    before = passage.text[slice(*spans[-1])] if spans else ""
    if before and passage.text[low - 1] not in _STOPS:
        return dictionary.kinds(before)[-1][0] == "d" or before in _DEED_BEHIND
    return not beside


# Behind these a verb is a deed.
_DEED_BEHIND = frozenset(
    listed(
        "积极 认真 全面 大力 切实 主动 及时 严格 有效 扎实 努力 着力 持续 稳步 不断 要 应 并 来 以 可 能 会 将 已 都 我镇 我局 我县 我市 我区 我校 我院 继续 深入 坚决 自觉 充分"
    )
)


def governed(passage: Passage) -> tuple[Misfit, ...]:
    """What `misfits` does not report already."""
    found = tuple(compiled(passage, ("governed",), Governed).find(passage))
    if not found:
        return ()
    told = [(one.start, one.end) for one in passage.once(misfits)]
    return tuple(one for one in found if not any(start < one.end and one.start < end for start, end in told))


def _as_object(found: Misfit) -> str:
    return f"「{found.verb}」一般不与「{found.noun}」搭配，请核对用词。"


def _as_subject(found: Misfit) -> str:
    return f"「{found.noun}」一般不说「{found.verb}」，请核对用词。"


RULES = (
    Rule(
        name="typo.governed_object",
        category="typo",
        severity="info",
        explain="名词不能作这个动词的宾语，如「达到长效机制」「丰富办事效率」。词表列出名词可以搭配的动词，不在其中的作提示。",
        fires="努力达到长效机制，不断丰富办事效率。",
        passes="努力建立长效机制，不断提高办事效率，落实力度不够，检验改革成效。",
        find=told_of(governed, _as_object, as_subject=False),
    ),
    Rule(
        name="typo.governed_subject",
        category="typo",
        severity="info",
        explain="谓语与主语不搭配，如「渠道日益浓厚」「效率不断畅通」。词表列出名词可以带的谓语，不在其中的作提示。",
        fires="公开渠道日益浓厚，办事效率不断畅通。",
        passes="公开渠道日益畅通，办事效率不断提高，学习氛围日益浓厚。",
        find=told_of(governed, _as_subject, as_subject=True),
    ),
)
