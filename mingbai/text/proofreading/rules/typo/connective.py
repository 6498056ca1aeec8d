"""Connectives that do not go together: 「虽然……，所以……」, 「只有……，就……」, 「尽管……」 without 「但」."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._frames import any_of
from mingbai.text.proofreading.rules._knowledge import anchored, is_quoted, listed, meeting
from mingbai.text.proofreading.triggers import matches, sought
from mingbai.text.records import record

_SENTENCE = lazy.pattern("[。；;！？!?\n]")
# Further away a second connective belongs to something else.
_REACH = 70
_BUT = "但 但是 可 可是 却 然而 不过 而 只是 毕竟 反而 反倒 但仍 但也 但还"
_EVEN_SO = "仍 仍然 依然 还 还是 也 始终 总 都 均 依旧"
_THEREFORE = "所以 因此 因而 故 于是 从而 以致 致使 使得"


@record
class _Pair:
    """An opening connective, those that answer it, and those that do not."""

    opening: str
    right: str
    wrong: str
    advice: str
    severity: Severity = "warning"

    @property
    def openings(self) -> tuple[str, ...]:
        return listed(self.opening)


_PAIRS = (
    _Pair(
        "虽然 虽说 尽管",
        f"{_BUT} {_EVEN_SO}",
        f"{_THEREFORE} 而且 并且 就 才 反之 否则",
        "「虽然」「尽管」要配「但」",
    ),
    _Pair("只有", "才 才能 方 方能 方可", "就 便 则 那么 也就 所以", "「只有」要配「才」"),
    _Pair(
        "只要",
        "就 便 都 即可 即 则 总 也 一定 必 必须 便可 均 可 可以 会 能 将",
        "才 才能 方能 方可",
        "「只要」要配「就」",
    ),
    _Pair(
        "不但 不仅 不光 不单",
        "而且 还 也 更 并且 同时 甚至 又 并 且 反而 反倒 均 都 更是 还要 而 亦 乃至 尤其 且还",
        "但是 但 所以 因此 然而 而是 却 就是 还是 才",
        "「不但」要配「而且」「还」",
    ),
    _Pair(
        "无论 不论 不管",
        "都 也 总 均 一律 始终 必须 应 应当 要 皆 一定 只要 还是 都要 都应 可 全 一概",
        "但 但是 所以 因此 而且 就 才 却 然而 那么",
        "「无论」要配「都」",
    ),
    _Pair(
        "即使 即便 哪怕 纵然 就算",
        "也 仍 还 都 依然 仍然 还是 亦",
        "但 但是 所以 因此 而且 就 才 那么 因而",
        "「即使」要配「也」",
    ),
    _Pair(
        "因为 由于",
        f"{_THEREFORE} 才 就 而 使 导致 造成 也 便 加之 因 还 仍 都 及 、 未 无 没 不 目前 部分 我 以及 影响 故而 引起 个别",
        "但是 但 然而 却 可是 不过 而且 并且",
        "「因为」「由于」不配「但是」「而且」",
        "info",
    ),
    _Pair("既然", "就 那么 那 也 还 便 则 就要 就应", "所以 但是 但 因此 而且 才 却", "「既然」要配「就」"),
    # 「我要是收了，才真没脸见人」 is said so.
    _Pair(
        "要是",
        "就 那么 则 便 可 会 将 也 即 应 要 还 都 必 那 请 的话 视为 不 由 予 需 才",
        "所以 因此 但是 而且 因而",
        "「要是」要配「就」",
    ),
    _Pair(
        "如果 假如 倘若 若是",
        "就 那么 则 便 可 会 将 也 即 应 要 还 都 必 那 请 的话 视为 不 由 予 需",
        "所以 因此 但是 而且 才 却 因而",
        "「如果」要配「就」",
    ),
    _Pair(
        "与其",
        "不如 毋宁 宁可 还不如 莫如 倒不如",
        "而是 而且 但是 就 所以 也不 还是",
        "「与其」要配「不如」",
    ),
    _Pair(
        "宁可 宁愿 宁肯",
        "也 不 绝 决 毋 勿 莫",
        "而且 并且 所以 但是 因此 还要 就要 而是 从而",
        "「宁可」要配「也」「也不」",
    ),
    _Pair(
        "既",
        "又 也 还 更 再 且 而 亦 同时",
        "而且 并且 但是 但 所以 因此 就 才",
        "「既」要配「又」「也」",
        "info",
    ),
    _Pair(
        "之所以",
        "是因为 是由于 在于 就是因为 就在于 关键 原因 因为 主要 就 正是",
        "所以 因此 因而 但是",
        "「之所以」要配「是因为」",
    ),
)
_OPENINGS = sought(
    "|".join(sorted((word for pair in _PAIRS for word in pair.openings), key=len, reverse=True))
)
_OF = {word: pair for pair in _PAIRS for word in pair.openings}
_ANSWERS = {
    pair: (any_of({*listed(pair.right), *listed(pair.wrong)}), frozenset(listed(pair.wrong)))
    for pair in _PAIRS
}
# 「只有一平方米」 says how much there is.
_HAS = lazy.pattern(r"只有\s?[\d一二两三四五六七八九十百千几这那半]")
_LACKS = lazy.pattern("[，,]")
_WHATEVER, _BY_ITSELF = frozenset({"无论", "不论", "不管"}), 4


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    text, cut = passage.text, cut_of(passage)
    for match in matches(passage, _OPENINGS):
        if (
            passage.in_web_residue(match.start())
            or cut.through(*match.span())
            or _HAS.match(text, match.start())
        ):
            continue
        pair = _OF[match[0]]
        pattern, wrong = _ANSWERS[pair]
        limit = min(passage.end, match.end() + _REACH)
        stop = _SENTENCE.search(text, match.end(), limit)
        limit = stop.start() if stop else limit
        comma = _LACKS.search(text, match.end(), limit)
        # 「无论大小，」 stands by itself; 「不管功劳大小，谁碰了红线就处理谁」 is answered by 谁.
        if match[0] in _WHATEVER and (
            "谁" in text[match.end() : limit] or (comma and comma.start() - match.end() <= _BY_ITSELF)
        ):
            continue
        # An answer stands behind the first comma; what is found before it answers as well.
        if any(
            not cut.through(*found.span()) and found[0] not in wrong
            for found in pattern.finditer(text, match.end(), limit)
        ):
            continue
        answer = next(
            (
                found
                for found in pattern.finditer(text, comma.end() if comma else limit, limit)
                if not cut.through(*found.span())
            ),
            None,
        )
        if answer and not is_quoted(text, *match.span()) and _opens(text, answer):
            said = f"「{match[0]}……{answer[0]}」不相配：{pair.advice}。"
            yield rule.finding(passage, answer.start(), answer.end(), said, severity=pair.severity)


def _opens(text: str, answer: re.Match[str]) -> bool:
    """Whether the connective stands where one can: at the head of a clause, or one that stands inside."""
    return text[answer.start() - 1] in "，, " or answer[0] in {
        "就",
        "才",
        "却",
        "便",
        "都",
        "才能",
        "方能",
        "方可",
    }


# Connectives that want an answer in their sentence, with all that answers them and what is said where none does.
_WANTED: dict[str, tuple[re.Pattern[str], str]] = {
    opening: (lazy.pattern("|".join(listed(answers))), said)
    for openings, answers, said in (
        ("虽然 尽管 虽说", _BUT, "「但」"),
        ("不但 不仅", "而且 还 也 更 并 同时 甚至 又 且 反 而 均 都 亦 乃至 尤其 另", "「而且」「还」"),
        ("无论 不论 不管", "都 也 总 均 一律 始终 必须 皆 还是 全 一概 一视同仁", "「都」"),
        ("既", "又 也 且 还 更 再 而", "「又」「也」"),
        ("即使 即便 哪怕 纵然", "也 仍 还 都 依然 亦 照样 照旧 就 总 却 但 均", "「也」"),
        ("与其让 与其等 与其坐 与其被动 与其事后", "不如 毋宁 宁可 宁愿 莫如 倒不 还不", "「不如」"),
        ("宁可 宁愿 宁肯", "也 不 绝 决 毋 勿 莫", "「也不」"),
        ("一方面", "另一方面 一方面 另方面 另外 同时 再者 其次 二方面", "「另一方面」"),
    )
    for opening in listed(openings)
}
_OPENS_WANTING = sought("|".join(sorted(_WANTED, key=len, reverse=True)))
_OF_LINE = lazy.pattern("[\n]")
_STILL = lazy.pattern("[，,](?:[一-鿿]{0,6}?)(?:仍然?|依然|还)(?=存在|有|需|不|未|没)")


def _is_no_connective(text: str, start: int) -> bool:
    verb = text.startswith("不管", start) and _MINDS.search(text, max(0, start - _NEAR), start)
    return bool(verb or _NO_CONNECTIVE.match(text, start))


_MINDS, _NEAR = lazy.pattern("管|而$"), 5
# 「不论对错，扣五分」 says all that there is; 「有什么想法尽管说」 bids one go on; 「用而不管」, 「管人不管事」: a verb.
_NO_CONNECTIVE = lazy.pattern("(?:无论|不论|不管)[一-鿿]{1,8}，|尽管[一-鿿]{1,2}[，。]|不管”")


def _find_lacking(rule: Rule, passage: Passage) -> Iterator[Finding]:
    text, cut = passage.text, cut_of(passage)
    for match in matches(passage, _OPENS_WANTING):
        start, end = match.span()
        if passage.in_web_residue(start) or cut.through(start, end) or text[start - 1 : start] in _NEGATED:
            continue
        if _is_no_connective(text, start):
            continue
        answers, said = _WANTED[match[0]]
        by_line = match[0] == "一方面"
        stop = (_OF_LINE if by_line else _SENTENCE).search(text, end, min(passage.end, end + 4 * _REACH))
        if stop is None or answers.search(text, end, stop.start()):
            continue
        if by_line and answers.search(
            text, max(passage.start, text.rfind("\n", passage.start, start)), start
        ):
            continue
        if match[0] in _BETWEEN_CLAUSES and not _LACKS.search(text, end, stop.start()):
            continue
        still = _STILL.search(text, end, stop.start())
        yield rule.finding(
            passage, start, still.end() if still else end, f"「{match[0]}」后面没有{said}与它呼应。"
        )


# 「不仅」 behind them is no connective; those that join clauses want two of them.
_NEGATED = frozenset("绝决并")
_BETWEEN_CLAUSES = frozenset(
    {
        "虽然",
        "尽管",
        "虽说",
        "无论",
        "不论",
        "不管",
        "既",
        "即使",
        "即便",
        "哪怕",
        "纵然",
        "宁可",
        "宁愿",
        "宁肯",
    }
)


RULES = (
    Rule(
        name="typo.connective_pair",
        category="typo",
        severity="warning",
        explain="关联词前后不相配，如「虽然……所以……」「只有……就……」「不但……但是……」。",
        fires="只有加强学习，就能提高水平。虽然取得了成绩，所以要继续努力。",
        passes="只有加强学习，才能提高水平。虽然取得了成绩，但仍要继续努力。",
        find=anchored(
            "只有 虽 尽管 只要 不但 不仅 不光 不单 无论 不论 不管 即使 即便 哪怕 纵然 就算 因为 由于 既然 如果 假如 倘若 要是 若是 与其 之所以 宁可 宁愿 宁肯 既",
            _find,
        ),
    ),
    Rule(
        name="typo.connective_alone",
        category="typo",
        severity="info",
        explain="「虽然」「尽管」后面没有「但」「却」呼应，如「虽然取得了成绩，仍存在不足」；「不仅」「既」「无论」「一方面」也一样查。",
        fires="虽然我乡政务公开取得了一些成绩，仍存在不足。",
        passes="虽然我乡政务公开取得了一些成绩，但仍存在不足。",
        find=meeting(_find_lacking, _OPENS_WANTING),
    ),
)
