"""Punctuation by GB/T 15834: doubled and mixed marks, unmatched pairs, half-width marks, missing and stray ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.structure import ends_sentence, read_marker

_FULL_WIDTH = str.maketrans(",;:?!()", "，；：？！（）")
_HALF = re.compile(
    rf"(?<=[{HAN}”’》）])[,;:?!](?!//)|(?<=[{HAN}])\((?=[{HAN}])|(?<=[{HAN}])\)|(?<=[{HAN}])\.(?=[{HAN}]|\s*$)",
    re.MULTILINE,
)
_FULL = re.compile("[，；：？！（）]")
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
_PAIRED = re.compile("[“”‘’《》〈〉（）()【】〔〕「」『』]")
_LIST_SIGN = re.compile(r"(?:^|[\s，,。；;：:、])(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$")
# Ordinary clauses end before forty characters. Where a paragraph as a whole has few marks, shorter runs count too.
_VERY_LONG_RUN, _LONG_RUN, _SPARSE = 44, 30, 0.062
_MARKS = re.compile("[，,、。；;：:]")
_PEOPLE = "(?:企业|群众|干部|党员|居民|村民|农民|市民|学生|家长|教师|职工|单位|部门|社区|乡镇|街道|机关|人大代表|政协委员|代表|委员)"
_UNBROKEN = re.compile(r"[^，。；：？！、,;:?!.（）()《》“”‘’〈〉【】〔〕—…·\s\d%％a-zA-Z-]+")


@dataclass(frozen=True, slots=True)
class _Open:
    sign: str
    at: int


def _halfwidth_habit(passage: Passage) -> bool:
    """Whether the text writes half-width marks throughout: then one remark is enough."""
    return len(passage.once(_halfwidth)) > max(
        5, len(_FULL.findall(passage.text, passage.start, passage.end)) // 4
    )


def _halfwidth(passage: Passage) -> list[re.Match[str]]:
    if passage.characters.isdisjoint(",;:?!()."):
        return []
    return list(_HALF.finditer(passage.text, passage.start, passage.end))


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


def _unmatched(passage: Passage) -> list[tuple[int, str]]:
    """Marks of a pair that stand alone, as (offset, sign). A pair may span a line that breaks in mid-sentence."""
    stack: list[_Open] = []
    alone: list[tuple[int, str]] = []
    for offset, line in passage.prose:
        for match in _PAIRED.finditer(line):
            sign, at = match.group().translate(_ROUND), offset + match.start()
            if sign in _PAIRS:
                stack.append(_Open(sign, at))
            elif not _closes(sign, stack) and not _not_a_pair(passage, line, match):
                alone.append((at, match.group()))
        left = [opened for opened in stack if opened.at >= offset and not ends_sentence(line)]
        alone += [(opened.at, opened.sign) for opened in stack if opened not in left]
        stack = left
    return alone + [(opened.at, opened.sign) for opened in stack]


def _closes(sign: str, stack: list[_Open]) -> bool:
    """Takes the partner of `sign` off the stack, if it is there; what was opened after it stays, to be reported."""
    for place in range(len(stack) - 1, -1, -1):
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
    if passage.characters.isdisjoint(_PAIRED.pattern):
        return
    alone = sorted(_unmatched(passage))
    skip = -1
    for (at, sign), (next_at, next_sign) in zip(alone, [*alone, (len(passage.text), "")][1:], strict=True):
        if at == skip:
            continue
        partner = _PAIRS.get(sign)
        crossed = partner is not None and next_sign in "”’》〉）)】" and next_sign != "" and next_at - at < 80
        if crossed and "\n" not in passage.text[at:next_at]:
            skip = next_at
            said = f"前面是「{sign}」，这里却用「{next_sign}」收尾，不配对。"
            yield rule.finding(passage, next_at, next_at + 1, said, suggestion=f"改为「{partner}」")
        elif partner is not None:
            yield rule.finding(
                passage, at, at + 1, f"「{sign}」没有另一半。", suggestion=f"补上「{partner}」"
            )
        else:
            other = _CLOSING.get(sign.translate(_ROUND), "")
            yield rule.finding(passage, at, at + 1, f"「{sign}」没有另一半。", suggestion=f"补上「{other}」")


def _straight_quotes(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if '"' not in passage.characters:
        return
    for offset, line in passage.prose:
        at = line.rfind('"')
        if line.count('"') % 2 and re.search(f"[{HAN}]", line) and not re.search(r"\d\"", line):
            yield rule.finding(
                passage, offset + at, offset + at + 1, "引号只有一半。", suggestion="补上另一半，并改用“”"
            )


def _bare_paragraphs(passage: Passage) -> list[tuple[int, int, int, bool]]:
    """Paragraphs with hardly any punctuation: (start, end, characters of the longest run, whether few marks at all)."""
    found = []
    for offset, line in passage.prose:
        if len(line) < _LONG_RUN:
            continue
        longest = max(_UNBROKEN.finditer(line), key=lambda run: run.end() - run.start(), default=None)
        length = longest.end() - longest.start() if longest else 0
        if (
            longest is None
            or length < _LONG_RUN
            or line[longest.start() - 1 : longest.start()] in {"《", "“", "〈"}
        ):
            continue
        sparse = len(_MARKS.findall(line)) / len(line) < _SPARSE
        if sparse:
            found.append((offset, offset + len(line), length, True))
        elif length >= _VERY_LONG_RUN:
            found.append((offset + longest.start(), offset + longest.end(), length, False))
    return found


def _missing(rule: Rule, passage: Passage) -> Iterator[Finding]:
    places = _bare_paragraphs(passage)
    habit = sum(length >= _VERY_LONG_RUN for _, _, length, _ in places) > 1
    for start, end, length, sparse in places:
        if length >= _VERY_LONG_RUN or (habit and sparse):
            said = f"这里连续 {length} 个字没有标点，可能漏了逗号、顿号或句号。"
            yield rule.finding(passage, start, end, said, suggestion="按意思断句，补上标点")


def _no_end(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A paragraph of several sentences whose last one has no full stop, or ends in a comma before a new heading."""
    for (offset, line), (_, following) in zip(passage.prose, passage.prose[1:], strict=False):
        end = offset + len(line)
        if line.endswith(("，", ",", "、")) and len(line) > 12 and read_marker(following):
            yield rule.finding(passage, end - 1, end, f"段末用了「{line[-1]}」。", suggestion="改为句号")
        elif (
            len(line) > 40
            and re.search(rf"[。；;][^。；;]{{6,}}[{HAN}]$", line)
            and "\t" not in line
            and read_marker(following)
        ):
            yield rule.finding(passage, end - 1, end, "段末没有标点。", suggestion="补上句号")


def _no_colon(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for (offset, line), (_, following) in zip(passage.prose, passage.prose[1:], strict=False):
        marker = read_marker(following)
        match = re.search(
            r"(?:如下|以下(?:[几\d一二三四五六七八九十]{0,3}[个项点条]?)(?:方面|原则|要求|措施|工作|任务|问题|意见|制度|内容|做法|情况|计划|安排|目标)?)([。，,]?)$",
            line,
        )
        if match and marker and marker[1] == 1 and read_marker(line) is None:
            start = offset + match.start()
            yield rule.finding(
                passage, start, offset + len(line), "引出下文，这里应当用冒号。", suggestion="改用冒号"
            )


def _in_a_name(passage: Passage, match: re.Match[str]) -> bool:
    """Two-character names are spread with a blank; cells of a line set with blanks; a signature's date."""
    line_start = passage.text.rfind("\n", 0, match.start()) + 1
    line_end = passage.text.find("\n", match.end())
    line = passage.text[line_start : line_end if line_end >= 0 else passage.end].strip()
    if passage.text[match.start() - 1] in "、，。；：,;:":
        return line.count(" ") + line.count("\u3000") > 6
    return (
        len(line) < 16 or line.count(" ") + line.count("\u3000") > 6 or not re.search("[，,。；;：:]", line)
    )


RULES = (
    Rule(
        name="punctuation.doubled",
        category="punctuation_misuse",
        severity="error",
        explain="两个点号叠在一起（「，，」「。，」「，、」），多打了一个或删句时留下一个。",
        fires="建立数据交换，资源共享，、业务协同的机制。。",
        passes="他说：“公开！”群众问：“何时公开？”……",
        find=searching(
            r"(?<![。.])。。(?!。)|[，,][，,、。；;：:]+|、[，,、。；;：:]+|[；;][，,、。；;]+|：[，,、。；;：]+|(?<![:/])[。][，,、；;：:]+|[？！?!][，,、。；;]+",
            "标点「{}」叠用。",
            suggestion="只留一个",
        ),
    ),
    Rule(
        name="punctuation.comma_before_etc",
        category="punctuation_misuse",
        severity="error",
        explain="「等」前面的并列项已经结束，不再用顿号。",
        fires="做好补偿方案、补偿标准、补偿结果、等各个环节的公开。",
        passes="做好工程进度、等级评定、等候引导等工作。",
        find=searching(
            r"(?P<mark>[、，,]\s?等)(?=[。，,；;：:\s]|各|[一二三四五六七八九十\d]+[个项种类]|方面|方式|形式|途径|渠道|工作|内容|事项|制度|部门|单位|信息|环节|领域|多[种项个]|有关|相关|其他|情况|问题|措施)",
            "「等」前面多了「、」。",
            suggestion="等",
            needs="等",
        ),
    ),
    Rule(
        name="punctuation.enumeration_comma_before_and",
        category="punctuation_misuse",
        severity="info",
        explain="「和」「及」「以及」已经连接前后两项，前面一般不再用顿号。",
        fires="公开预算、决算、和三公经费。",
        passes="公开和谐社区、及时更新、与会人员名单。",
        find=searching(
            r"、(?:以及|和(?![谐平睦解好美顺蔼气善睦])|及(?![时格第早其])|与(?![会时民众人]))(?=[一-鿿])",
            "「{}」里的顿号多余。",
            suggestion="删去顿号",
            needs="和及与",
        ),
    ),
    Rule(
        name="punctuation.enumeration_comma_before_clause",
        category="punctuation_misuse",
        severity="info",
        explain="「特别是」「尤其是」「但是」引出新的分句，前面用逗号。",
        fires="公布各种政策、特别是群众关心的财务问题。",
        passes="公布各种政策，特别是群众关心的财务问题。",
        find=searching(
            r"(?P<mark>、)(?:特别是|尤其是|尤其|但是|因此|所以|同时|从而|进而|并且|并对|确保|使得)",
            "分句之间应当用逗号。",
            suggestion="，",
            needs="特尤但因所同从进并确使",
        ),
    ),
    Rule(
        name="punctuation.enumeration_comma_for_comma",
        category="punctuation_misuse",
        severity="warning",
        explain="书名号后面不再并列，而是另起分句，应当用逗号。",
        fires="依据《行政许可法》、《纪律处分条例》、严肃追究其责任。",
        passes="依据《行政许可法》、《纪律处分条例》、有关文件，严肃追究责任。",
        find=searching(
            r"》(?P<mark>、)(?:严肃|认真|严格|依法|积极|进一步|切实|结合|对[^《、，。]{2,12}进行|追究|加强|做好|推进|开展)",
            "这里另起分句，应当用逗号。",
            suggestion="，",
            needs="》",
        ),
    ),
    Rule(
        name="punctuation.comma_in_list",
        category="punctuation_misuse",
        severity="warning",
        explain="句子里并列的短词之间用顿号，不用逗号。",
        fires="为企业，群众提供优质服务。",
        passes="为企业、群众提供优质服务，群众满意。",
        find=searching(
            rf"(?:为|向|对|由|与|让|给|、){_PEOPLE}(?P<mark>[，,]){_PEOPLE}(?=提供|服务|的|办|等|了解|参与|监督|共同|以及|和|代表|、)",
            "并列的词语之间应当用顿号。",
            suggestion="、",
            needs="，,",
        ),
    ),
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
    Rule(
        name="punctuation.missing_run",
        category="punctuation_misuse",
        severity="warning",
        explain="一连五十个字没有标点，读者断不开句；同一文稿里有多处时，较短的也提示。",
        fires="我乡在狠抓内部制约机制的同时强抓外部监督制约机制的完善建立健全长效管理机制形成用制度规范行为的工作格局并取得成效。",
        passes="我乡在狠抓内部制约机制的同时，强抓外部监督制约机制的完善，建立健全长效管理机制。",
        find=_missing,
    ),
    Rule(
        name="punctuation.no_end",
        category="punctuation_misuse",
        severity="warning",
        explain="段落末尾没有标点，或者停在逗号上就另起一条。",
        fires="（一）加强领导，完善制度，强化监督，\n（二）扩大公开范围。",
        passes="（一）加强领导，完善制度；\n（二）扩大公开范围。",
        find=_no_end,
    ),
    Rule(
        name="punctuation.no_colon",
        category="punctuation_misuse",
        severity="warning",
        explain="「如下」「以下原则」引出分条内容，后面用冒号。",
        fires="政务公开要坚持以下原则\n（一）依法。\n（二）真实。",
        passes="政务公开要坚持以下原则：\n（一）依法。\n（二）真实。",
        find=_no_colon,
    ),
    Rule(
        name="punctuation.numbering_sign",
        category="punctuation_misuse",
        severity="warning",
        explain="「一」后用顿号，「（一）」后不用标点，「第一」「首先」后用逗号。",
        fires="（一）、加强领导\n内容。",
        passes="（一）加强领导\n一、内容。首先，完善制度。",
        find=searching(
            r"^[ \t\u3000]*(?P<mark>[（(][一二三四五六七八九十]{1,3}[）)][、，,.．：:]|[一二三四五六七八九十]{1,3}[，,](?=[一-鿿])(?!是|要))",
            "序号后的标点用错了。",
            suggestion="「（一）」后不加标点，「一」后用顿号",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.stray_space",
        category="punctuation_misuse",
        severity="info",
        explain="句子中间多了空格，多半是复制时留下的。表格、落款和拉开的两字姓名不算。",
        fires="一、 政务信息公开工作准确及时，全面有效。",
        passes="主  任：张  明",
        find=searching(
            rf"(?<=[{HAN}，。；：、？！”》）,:;])[ \u3000\xa0]{{1,4}}(?=[{HAN}“《（(])",
            "这里多了空格。",
            suggestion="删去空格",
            needs=" \u3000\xa0",
            unless=_in_a_name,
        ),
    ),
)
