"""Two halves set against each other, of which one lost its tail: 「公开结果的多，公开过程的。」, 「重建设、轻管理的；」."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    INSIDE,
    LETTER,
    MARK,
    clause_before,
    shape,
    shapes_of,
)

_MEASURES = (
    "多|少|易|难|快|慢|高|低|强|弱|好|差|热|冷|紧|松|硬|软|实|虚|大|小|广|深|浅|细|粗|严|宽|早|晚|勤|懒"
)
_OPPOSED = "多|少|难|易|快|慢|高|低|强|弱|好|差|热|冷|紧|松|硬|软|虚|浅|粗|宽|晚"
_ALIKE = 2
# A half that says something by itself.
_SAYS = lazy.pattern("[是有不没未无能会要可应须将被把了]|多|少|较|很|更|偏|需要|让|使")
# 「凡重建设、轻管理的，一律通报」 goes on with what is done.
_ANY = lazy.pattern("凡|对于?|如|若|是$|不是|属于?|[有]$")


def _lost(passage: Passage, match: re.Match[str]) -> bool:
    """The second half says nothing by itself."""
    return _SAYS.search(match["half"]) is None


def _shares(passage: Passage, match: re.Match[str]) -> bool:
    """「过程公开多，结果公开。」: both halves end alike."""
    one, half = match["one"], match["half"]
    return one[-_ALIKE:] == half[-_ALIKE:] and one != half and _SAYS.search(half) is None


def _is_not_any(passage: Passage, match: re.Match[str]) -> bool:
    return _ANY.search(clause_before(passage, match.start("mark"))) is None


def _is_one_hand(passage: Passage, match: re.Match[str]) -> bool:
    at = match.start("mark")
    return "一手" not in passage.text[max(passage.start, at - _NEAR) : at]


_NEAR = 30
_VERBAL = lazy.pattern("以|为|防治|群防|综合|统|自愿|就地|因地|多|先|兼|辅")


def _is_second(passage: Passage, match: re.Match[str]) -> bool:
    return _VERBAL.search(match["mark"]) is None


RULES = (
    Rule(
        name="typo.antithesis_cut",
        category="typo",
        severity="warning",
        explain="两面对着说的话，后一面丢了结尾：「公开结果的多，公开过程的。」缺「少」，「说得多，做得。」缺「少」，「重建设、轻管理的；」缺「现象」「问题」。",
        fires="公开结果的多，公开过程的。个别村重建设、轻管理的；",
        passes="公开结果的多，公开过程的少。个别村有重建设、轻管理的现象。来的多，去的少。",
        find=shapes_of(
            shape(
                rf"[^，,。；;：:、！？\n]{{1,14}}的(?:很|较|比较)?(?:{_MEASURES})[，,、](?P<mark>(?P<half>{INSIDE}{{1,16}})的)(?=[。；;])",
                "「{}」后面疑漏「少」一类的词，与前一半不对应",
                "warning",
                _lost,
            ),
            shape(
                rf"(?:(?!的|许|很|较|最|众|诸){INSIDE}){{2,10}}(?<![许很较最众诸])[多少][，,](?P<mark>(?P<half>(?:(?!的){INSIDE}){{2,12}})的)(?=[。；;])",
                "「{}」后面疑漏「少」一类的词，与前一半不对应",
                "info",
                _lost,
            ),
            shape(
                rf"得(?:很|较|比较)?(?:{_MEASURES})[，,、](?P<mark>{LETTER}{{1,4}}得){MARK}",
                "「{}」后面疑漏「少」一类的词，与前一半不对应",
                "warning",
            ),
            shape(
                rf"(?<=[，,。；;：:是\n])(?P<one>{LETTER}{{2,10}}?)(?:偏|较|过)?(?:{_OPPOSED})[，,、](?P<mark>(?P<half>{LETTER}{{2,10}}))(?=[。；;])",
                "「{}」后面疑漏了字，与前一半不对应",
                "info",
                _shares,
            ),
            shape(
                rf"(?P<mark>重(?![要点大新视申复])(?:(?!轻){INSIDE}){{1,8}}[、，,]?轻(?!松|易){LETTER}{{1,8}}的)(?=[。；;])",
                "「{}」后面疑漏「现象」「问题」",
                "warning",
                _is_not_any,
            ),
            shape(
                rf"(?:存在|有着?|出现|克服|防止|避免|纠正|解决|反对|杜绝|摒弃|改变)(?P<mark>重(?![要点大新视申复])(?:(?!轻){INSIDE}){{1,8}}[、，,]?轻(?!松|易){LETTER}{{1,8}}的)(?=[，,])",
                "「{}」后面疑漏「现象」「问题」",
                "warning",
            ),
            shape(
                rf"{CLAUSE}(?:[一二三四五六七八]是|有的|个别|部分)?(?P<mark>(?:(?!的|是|有){LETTER}){{2,10}}的多)(?=[，,](?!{INSIDE}{{0,16}}(?:少|不多|没|不|难|低|差|弱|慢))(?:群众|村民|居民|百姓|党员|职工))",
                "「{}」后面疑漏「……的少」",
                "info",
            ),
        ),
    ),
    Rule(
        name="typo.stage_cut",
        category="typo",
        severity="warning",
        explain="按先后、主次并列的话，最后一项只有开头：「事前征求意见，事中通报进展，事后。」「以教育为主、处罚的原则」缺「为辅」。",
        fires="实行事前征求意见，事中通报进展，事后。坚持教育为主、处罚的原则。",
        passes="实行事前征求意见，事后公布结果。坚持教育为主、处罚为辅的原则，预防为主、防治结合的方针。",
        find=shapes_of(
            shape(
                rf"(?P<stage>[事会课赛汛灾节战产诊岗训])(?:前|中){INSIDE}{{2,30}}[，,、；;](?:[^。；;\n]{{0,30}}[，,、；;])?(?P<mark>(?P=stage)[中后])(?=[。；;])",
                "「{}」后面没有话，疑漏了字",
                "warning",
            ),
            shape(
                rf"为主[、，,](?P<mark>{LETTER}{{2,6}})(?<!为辅)(?<!补充)(?<!结合)(?<!并重)(?<!兼顾)(?<!并举)(?<!相辅)(?<!配合)(?<!并行)(?<!并用)(?=的(?:原则|方针|方式|办法|思路|策略|形式|模式|工作方法))(?!{INSIDE}{{0,6}}相)",
                "「{}」后面疑漏「为辅」",
                "warning",
                _is_second,
            ),
            shape(
                rf"(?<=先){LETTER}{{2,8}}[，,、]再{LETTER}{{2,8}}[，,、](?P<mark>(?:最后|后|然后))(?=[。；;])",
                "「{}」后面没有话，疑漏了字",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.idiom_half",
        category="typo",
        severity="info",
        explain="由两半合成的熟语只写了一半：「雷声大。」缺「雨点小」，「上热中温。」缺「下冷」，「一手抓建设。」缺「一手抓……」。",
        fires="有的单位开头热，一阵风，雷声大，老问题没有解决。",
        passes="有的单位雷声大、雨点小，前紧后松，一手抓建设，一手抓管理。",
        find=shapes_of(
            shape(
                r"(?P<mark>雷声大)(?=[，,。；;、])(?![，,、]?而?雨点)",
                "「{}」缺「雨点小」",
                "info",
            ),
            shape(rf"(?P<mark>上热中温){MARK}(?![，,]?下)", "「{}」缺「下冷」", "info"),
            shape(r"(?P<mark>前热)(?=[，,。；;、])(?![，,、]?后)", "「{}」缺「后冷」", "info"),
            shape(
                rf"(?P<mark>(?<!空)一手抓{LETTER}{{2,8}})(?=[。；;])",
                "「{}」缺另一个「一手抓……」",
                "info",
                _is_one_hand,
            ),
        ),
    ),
)
