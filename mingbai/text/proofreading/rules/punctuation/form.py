"""The form of punctuation: pairs with only one half, half-width marks in Chinese, blanks inside sentences."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import is_word
from mingbai.text.proofreading.structure import ends_sentence
from mingbai.text.proofreading.triggers import matches, sought
from mingbai.text.records import record

_PAIRS = {
    "“": "”",
    "‘": "’",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "【": "】",
    "〔": "〕",
    "「": "」",
    "『": "』",
}
_CLOSING = {closer: opener for opener, closer in _PAIRS.items()}
_ROUND = str.maketrans("()", "（）")
_PAIRED = lazy.pattern("[“”‘’《》〈〉（）()【】〔〕「」『』]")
_PAIRED_OR_END = lazy.pattern(_PAIRED.pattern[:-1] + "\n]")
_NEIGHBOURS = lazy.pattern("|".join(opener + closer for opener, closer in _PAIRS.items()))
# The other half may be what was lost when the text changed its encoding.
_DAMAGED = lazy.pattern("[\ufffd&?]")
# No sentence nests deeper; it bounds the work on a text of nothing but brackets.
_DEEPEST = 20
_LIST_SIGN = lazy.pattern(r"(?:^|[\s，,。；;：:、])(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$")
_FULL_WIDTH = str.maketrans(",;:?!()", "，；：？！（）")
_HALF = sought(r"[,;:?!().](?!(?<=[,;:?!])//)")
_AFTER_WORDS = lazy.pattern(f"[{HAN}”’》）]")
_FULL = "，；：？！（）"


@record
class _Open:
    sign: str
    at: int


def _unmatched(passage: Passage) -> list[tuple[int, str]]:
    """Marks of a pair that stand alone, as (offset, sign). A pair may span a line that breaks in mid-sentence."""
    stack: list[_Open] = []
    alone: list[tuple[int, str]] = []
    if _all_balanced(passage.body):
        return alone
    for offset, line in passage.prose:
        if not stack and _balanced(line):
            continue
        for match in _PAIRED.finditer(line):
            sign, at = match.group().translate(_ROUND), offset + match.start()
            if sign in _PAIRS:
                stack.append(_Open(sign, at))
            elif not _closes(sign, stack) and not _not_a_pair(passage, line, match):
                alone.append((at, match.group()))
        unfinished = not ends_sentence(line)
        alone += [(opened.at, opened.sign) for opened in stack if not (unfinished and opened.at >= offset)]
        stack = [opened for opened in stack if unfinished and opened.at >= offset]
    return alone + [(opened.at, opened.sign) for opened in stack]


def _all_balanced(text: str) -> bool:
    """Whether every line of the text is balanced, as in most documents."""
    signs = "".join(_PAIRED_OR_END.findall(text)).translate(_ROUND)
    for _ in range(_DEEPEST):
        left = _NEIGHBOURS.sub("", signs)
        if left == signs:
            break
        signs = left
    return not signs.strip("\n")


def _balanced(line: str) -> bool:
    """Whether every mark in the line has its partner in plain order, as in nearly all lines."""
    signs = "".join(_PAIRED.findall(line)).translate(_ROUND)
    while signs:
        left = _NEIGHBOURS.sub("", signs)
        if left == signs or len(signs) > _DEEPEST:
            return False
        signs = left
    return True


def _closes(sign: str, stack: list[_Open]) -> bool:
    """Takes the partner of `sign` off the stack, if it is there; what was opened after it stays, to be reported."""
    for place in range(len(stack) - 1, max(len(stack) - 1 - _DEEPEST, -1), -1):
        if stack[place].sign == _CLOSING[sign]:
            del stack[place]
            return True
    return False


def _not_a_pair(passage: Passage, line: str, match: re.Match[str]) -> bool:
    """「1）」 numbers a list; an apostrophe stands between letters."""
    sign, at = match.group(), match.start()
    if sign in ")）":
        return _LIST_SIGN.search(line[max(at - 5, 0) : at]) is not None or not re.search(
            f"[{HAN}]", line[:at]
        )
    return sign == "’" and line[at - 1 : at].isascii() and line[at + 1 : at + 2].isascii() and at > 0


def _unmatched_pairs(rule: Rule, passage: Passage) -> Iterator[Finding]:
    alone = sorted(_unmatched(passage))
    skip = -1
    for (at, sign), (next_at, next_sign) in zip(alone, [*alone, (len(passage.text), "")][1:], strict=True):
        if at == skip or _is_left_as_code(passage, at):
            continue
        partner = _PAIRS.get(sign)
        crossed = partner is not None and next_sign in "”’》〉）)】" and next_sign != "" and next_at - at < 80
        if crossed and "\n" not in passage.text[at:next_at]:
            skip = next_at
            said = f"前面是「{sign}」，这里却用「{next_sign}」收尾，不配对。"
            yield rule.finding(passage, next_at, next_at + 1, said, suggestion=f"改为「{partner}」")
        elif partner is not None:
            end = _end_of_clause(passage, at)
            if not _DAMAGED.search(passage.text, at, end + 2):
                yield rule.finding(
                    passage, at, end, f"「{sign}」没有另一半。", suggestion=f"补上「{partner}」"
                )
        else:
            other = _CLOSING.get(sign.translate(_ROUND), "")
            yield rule.finding(passage, at, at + 1, f"「{sign}」没有另一半。", suggestion=f"补上「{other}」")


_QUOTE_CODE = lazy.pattern("&?[lr][ds]quo;")
_NEAR = 40


def _is_left_as_code(passage: Passage, at: int) -> bool:
    """「&ldquo;一对一”」: the other half stands there as a web page writes it."""
    low = max(passage.start, at - _NEAR)
    return passage.text[at] in "“”‘’" and _QUOTE_CODE.search(passage.text, low, at + _NEAR) is not None


def _end_of_clause(passage: Passage, at: int) -> int:
    """The missing half belongs somewhere before the next stop."""
    # What somebody says goes on to the end of the sentence.
    stops = r"[。\n]" if passage.text[at - 1 : at] in {"：", ":"} else r"[，,。；;\n]"
    stop = re.search(stops, passage.text[at + 1 : min(at + 60, passage.end)])
    return at + 2 + stop.start() if stop and stop.group() != "\n" else at + 1 + (stop.start() if stop else 0)


def _straight_quotes(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if '"' not in passage.body:
        return
    for offset, line in passage.prose:
        at = line.rfind('"')
        if line.count('"') % 2 and re.search(f"[{HAN}]", line) and not re.search(r"\d\"", line):
            yield rule.finding(
                passage, offset + at, offset + at + 1, "引号只有一半。", suggestion="补上另一半，并改用“”"
            )


# After 「第三条」 a blank stands for a mark.
_ARTICLE = lazy.pattern(r"第[一二三四五六七八九十百零]{1,5}[条章节款编]$")


def _in_a_name(passage: Passage, match: re.Match[str]) -> bool:
    """Two-character names are spread with a blank; cells of a line set with blanks; a signature's date."""
    # A line of tables and signatures is short: what is farther away than this changes nothing.
    around = passage.text[max(match.start() - 200, passage.start) : min(match.end() + 200, passage.end)]
    at = match.start() - max(match.start() - 200, passage.start)
    line = (around[:at].rpartition("\n")[2] + around[at:].partition("\n")[0]).strip()
    if _ARTICLE.search(passage.text, max(match.start() - 9, passage.start), match.start()):
        return True
    if len(line) >= _PROSE and _parts_a_word(passage, match):
        return False
    if passage.text[match.start() - 1] in "、，。；：,;:":
        return line.count(" ") + line.count("\u3000") > 6
    return (
        len(line) < 16 or line.count(" ") + line.count("\u3000") > 6 or not re.search("[，,。；;：:]", line)
    )


# A line this long is prose, however many blanks the breaks of a page have left in it.
_PROSE = 80


def _parts_a_word(passage: Passage, match: re.Match[str]) -> bool:
    """「公 开」: the blank stands in a word, and not between two: 「推进 行政」."""
    text, start, end = passage.text, match.start(), match.end()
    joined, before, after = text[start - 1] + text[end], text[start - 2 : start], text[end : end + 2]
    return is_word(joined) and not (is_word(before) and is_word(after))


def _halfwidth_habit(passage: Passage) -> bool:
    """Whether the text writes half-width marks throughout: then one remark is enough."""
    half = len(passage.once(_halfwidth))
    if not half:
        return False
    full = sum(map(passage.body.count, _FULL))
    return half > full // 5 and (half > 2 or full == 0)


def _halfwidth(passage: Passage) -> list[re.Match[str]]:
    if not any(sign in passage.body for sign in ",;:?!()."):
        return []
    found = matches(passage, _HALF)
    return [match for match in found if _in_chinese(passage.text, match)]


def _in_chinese(text: str, match: re.Match[str]) -> bool:
    """A mark directly after Chinese; a bracket or a full stop also needs Chinese, or nothing, behind it."""
    at = match.start()
    if at == 0 or not _AFTER_WORDS.match(text, at - 1):
        return False
    following = text[at + 1 : at + 2]
    if match.group() == "(":
        return bool(_AFTER_WORDS.match(following))
    return match.group() != "." or not following.strip() or bool(_AFTER_WORDS.match(following))


def _halfwidth_systematic(rule: Rule, passage: Passage) -> Iterator[Finding]:
    found = passage.once(_halfwidth)
    if passage.once(_halfwidth_habit):
        said = f"全文用了半角标点（至少 {len(found)} 处），中文应当用全角。"
        yield rule.finding(passage, found[0].start(), found[0].end(), said, suggestion="全文替换为全角标点")


def _halfwidth_here(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if passage.once(_halfwidth_habit):
        return
    for match in passage.once(_halfwidth):
        sign = match.group()
        if passage.in_web_residue(match.start()) or (sign in ":?" and _in_address(passage, match.start())):
            continue
        right = "。" if sign == "." else sign.translate(_FULL_WIDTH)
        said = f"中文里用了半角标点「{sign}」。"
        grave = None if sign in ",;." else "info"
        yield rule.finding(
            passage,
            match.start(),
            match.end(),
            said,
            suggestion=f"改为「{right}」",
            severity=grave,  # type: ignore[arg-type]
        )


def _in_address(passage: Passage, at: int) -> bool:
    return "http" in passage.text[max(at - 60, passage.start) : at + 8]


RULES = (
    Rule(
        name="punctuation.unmatched",
        category="punctuation_misuse",
        severity="error",
        explain="引号、书名号、括号要成对。少了一半，或者前后两半不是一种。",
        fires="采取“听、看、查、访、议’的方法督查。",
        passes="1）采取“听、看、查”的方法（见《办法》）督查。",
        find=_unmatched_pairs,
    ),
    Rule(
        name="punctuation.straight_quote",
        category="punctuation_misuse",
        severity="warning",
        explain="直引号只有一半。",
        fires='落实"三公经费公开制度。',
        passes='落实"三公"经费公开制度。',
        find=_straight_quotes,
    ),
    Rule(
        name="punctuation.stray_space",
        category="punctuation_misuse",
        severity="info",
        explain="句子中间多了空格，多半是复制时留下的。表格、落款和拉开的两字姓名不算。",
        fires="一、 政务信息公开工作准确及时，全面有效。",
        passes="主  任：张  明",
        find=searching(
            rf"[ \u3000\xa0](?<=[{HAN}，。；：、？！”》）,:;].)[ \u3000\xa0]{{0,3}}(?=[{HAN}“《（(])",
            "这里多了空格。",
            suggestion="删去空格",
            needs=" \u3000\xa0",
            unless=_in_a_name,
        ),
    ),
    Rule(
        name="punctuation.stray_dot",
        category="punctuation_misuse",
        severity="warning",
        explain="两个汉字中间夹着一个半角句点，多半是网页防复制留下的，或者误按的。",
        fires="取得.了明显成效。",
        passes="公开率99.5%，网址www.a.gov.cn，第1.2节。",
        find=searching(
            rf"\.(?<=[{HAN}]\.)(?=[{HAN}])(?![{HAN}]{{1,8}}\.[a-zA-Z])",
            "汉字中间多了一个「.」。",
            suggestion="删去",
            needs=".",
        ),
    ),
    Rule(
        name="punctuation.halfwidth_systematic",
        category="punctuation_misuse",
        severity="info",
        explain="全文都用半角标点时，每个文件只提示一次。",
        fires="加强领导,完善制度,强化监督,扩大公开,规范程序,注重实效,方便群众。",
        passes="加强领导，完善制度，网址http://a.gov.cn，比例3:1。",
        find=_halfwidth_systematic,
    ),
    Rule(
        name="punctuation.halfwidth",
        category="punctuation_misuse",
        severity="warning",
        explain="全文用全角标点，个别地方混入半角。",
        fires="加强领导，完善制度,强化监督。",
        passes="加强领导，完善制度，强化监督，增长3.5%。",
        find=_halfwidth_here,
    ),
)
