"""Punctuation by GB/T 15834: doubled, misplaced and missing marks.

What the standard settles without a look at the sense; marks that depend on it are in the neighbours (`punctuation.clauses`,
`punctuation.lists`, `punctuation.parallel`).
"""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.edges import shipped
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules.encoding.damage import is_doubled_stop
from mingbai.text.proofreading.structure import are_verses, read_marker, starts_afresh
from mingbai.text.proofreading.triggers import prose_with_clauses

# Ordinary clauses end before forty characters. Where a paragraph as a whole has few marks, shorter runs count too.
_VERY_LONG_RUN, _LONG_RUN, _SPARSE = 44, 30, 0.062
_MARKS = lazy.pattern("[，,、。；;：:]")
_PEOPLE = "(?:企业|群众|干部|党员|居民|村民|农民|市民|学生|家长|教师|职工|单位|部门|社区|乡镇|街道|机关|人大代表|政协委员|代表|委员)"
# A title has no marks, however long it is.
_TITLE = lazy.pattern(
    "^[^，。；]{4,80}关于[^，。；]{4,80}(?:通知|意见|办法|方案|决定|公告|通告|通报|批复|报告|函|细则|制度|规定|总结|说明)(?:[（(].{1,12}[）)])?$"
)
_UNBROKEN = lazy.pattern(r"[^，。；：？！、,;:?!.（）()《》“”‘’〈〉【】〔〕—…·\s\d%％a-zA-Z-]+")
_BREAKS = lazy.pattern(r"[，。；：？！、,;:?!.（）()《》“”‘’〈〉【】〔〕—…·\s\d%％a-zA-Z-]")


def _bare_paragraphs(passage: Passage) -> list[tuple[int, int, int, bool]]:
    """Paragraphs with hardly any punctuation: (start, end, characters of the longest run, whether few marks at all)."""
    found: list[tuple[int, int, int, bool]] = []
    if passage.longest_clause < _LONG_RUN:
        return found
    for number in prose_with_clauses(passage, map(_LONG_RUN.__le__, map(len, passage.clauses))):
        offset, line = passage.prose[number]
        if max(map(len, _BREAKS.split(line))) < _LONG_RUN:
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


# Those who watch over what may make a household poor again are named in one breath.
_SET_PHRASE = lazy.pattern("刚性支出较大或(?:者)?收入大幅缩减")


def _missing(rule: Rule, passage: Passage) -> Iterator[Finding]:
    places = _bare_paragraphs(passage)
    habit = sum(length >= _VERY_LONG_RUN for _, _, length, _ in places) > 1
    for start, end, length, sparse in places:
        if _TITLE.search(passage.text[start:end]) or _SET_PHRASE.search(passage.text[start:end]):
            continue
        if length >= _VERY_LONG_RUN or (habit and sparse):
            said = f"这里连续 {length} 个字没有标点，可能漏了逗号、顿号或句号。"
            yield rule.finding(passage, start, end, said, suggestion="按意思断句，补上标点")


# A sentence and an item of a list have more characters than this.
_A_SENTENCE, _AN_ITEM = 12, 7


def _no_end(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A paragraph that ends in a comma before a new heading, at the end of the text or before a paragraph of its own."""
    lines = [*passage.prose, (passage.end, "一、")]
    for (offset, line), (_, following) in zip(lines, lines[1:], strict=False):
        shortest = _AN_ITEM if read_marker(line) else _A_SENTENCE
        if (
            line[-1] in "，,"
            and len(line) > shortest
            and (read_marker(following) or starts_afresh(following) or CLOSES_PAPER.match(following))
            and not are_verses(line, following)
            and not _leads_to_cases(line, following)
        ):
            end = offset + len(line)
            # Where a sentence hardly ends, words were lost and the comma is right.
            torn = shipped().at_end(line[-_SEEN:-1]) < _TORN
            said, severity = f"段末用了「{line[-1]}」。", "info" if torn else rule.severity
            yield rule.finding(passage, end - 1, end, said, suggestion="改为句号", severity=severity)


_SEEN, _TORN = 14, -5.0
# What closes a paper stands by itself.
CLOSES_PAPER = lazy.pattern(
    "以上(?:报告|汇报|情况|总结|材料|意见|请示|方案|各项|就是|是)|特此|妥否|当否|此致|附[件：:]"
)


def _leads_to_cases(line: str, following: str) -> bool:
    """「有下列情形之一的，⏎（一）……」: what follows of all of them stands behind the last."""
    marker = read_marker(following)
    return line.endswith("的，") and marker is not None and marker[1] == 1


def _english_stop(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """An English full stop at the end of a Chinese sentence; after a figure only at the end of the line."""
    if "." not in passage.body:
        return
    for offset, line in passage.prose:
        if (
            line[-1] == "."
            and len(line) > 12
            and re.search(rf"[{HAN}\d”）)]\.$", line)
            and re.search(rf"[{HAN}]{{4}}", line)
        ):
            end = offset + len(line)
            yield rule.finding(passage, end - 1, end, "句末用了英文句点。", suggestion="。")


def _no_colon(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for (offset, line), (_, following) in zip(passage.prose, passage.prose[1:], strict=False):
        if "下" not in line:
            continue
        marker = read_marker(following)
        match = re.search(
            r"(?:如下|以下(?:[几\d一二三四五六七八九十]{0,3}[个项点条]?)(?:方面|原则|要求|措施|工作|任务|问题|意见|制度|内容|做法|情况|计划|安排|目标)?)[，,]?$",
            line,
        )
        if match and marker and marker[1] == 1 and read_marker(line) is None:
            start = offset + match.start()
            yield rule.finding(
                passage, start, offset + len(line), "引出下文，这里应当用冒号。", suggestion="改用冒号"
            )


# 「出席：向前进、万国平、和志强」: 和 is a surname too.
_ATTEND = lazy.pattern(
    r"(?:出席|列席|参加|参会|到会|组?成员|组?委员|[组主]任|[组队]长|人员|同志|缺席|请假|名单|代表)[^，,。；;：:\n]{0,6}[：:]?(?:[一-鿿]{2,3}、){1,40}$"
)
_NAME_ENDS = lazy.pattern(r"和[一-鿿]{1,2}(?=[、，,。；;（(\s]|同志|$)")


def _opens_name(passage: Passage, match: re.Match[str]) -> bool:
    at = match.start() + 1
    return (
        _NAME_ENDS.match(passage.text, at) is not None
        and _ATTEND.search(passage.text, max(passage.start, at - 120), at) is not None
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
            # The first character of all kinds comes first, so that the search can leap from mark to mark.
            r"[，,、；;：。？?！!是](?=[，,、。；;：:！!？?])(?:(?<=\?)。|(?<=[，,、；;：:])[！!？?]|(?<=[，,、])[，,、。；;：:]+|(?<=[；;])[，,、。；;]+|(?<=：)[，,、。；;：]+"
            r"|(?<=。)(?:[，,、；;：:]+|。(?!。))|(?<=[？！!])[，,、。；;]+|(?<=[！!])[！!]+|(?<=[一二三四五六七八九十]是)[；;])",
            "标点「{}」叠用。",
            suggestion="只留一个",
            not_after="。.",
            # 「新的水?。」: a character was lost there.
            unless=lambda passage, match: match[0] == "?。" and not is_doubled_stop(passage, match),
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
            r"、(?:以及|和(?![谐平睦解好美顺蔼气善睦])|及(?![时格第早])(?!其中)|与(?![会时民众人])(?![一-鿿]{1,16}(?:的|相|不|有关|存在|发生|关系|之间|安全)))(?=[一-鿿])",
            "「{}」里的顿号多余。",
            suggestion="删去顿号",
            needs="和及与",
            unless=_opens_name,
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
        name="punctuation.english_stop",
        category="punctuation_misuse",
        severity="warning",
        explain="中文句子末尾用「。」，不用英文句点。",
        fires="请与县政务公开办公室联系，电话0599-6630221.",
        passes="网址为www.example.gov.cn，附件为目录1.2版。",
        find=_english_stop,
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
            r"(?:^[ \t\u3000]*|(?<=[。；;：:！])[ \u3000]?)(?P<mark>[（(][一二三四五六七八九十]{1,3}[）)][、，,.．：:]|[一二三四五六七八九十]{1,3}[，,](?=[一-鿿])(?!是|要))",
            "序号后的标点用错了。",
            suggestion="「（一）」后不加标点，「一」后用顿号",
            flags=re.MULTILINE,
        ),
    ),
)
