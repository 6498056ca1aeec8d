"""Attributes without 「的」, sentences that end with an adverbial, a subject or a head that comes back, 「的」 for 「地」 before an adverb."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    INSIDE,
    LETTER,
    LISTING,
    STOP,
    clause_before,
    sentence_before,
    sentence_behind,
    shape,
    shapes_of,
)

_WAYS = "高效率|高质量|高标准|多渠道|多形式|全方位|多层次|多角度|有计划|有步骤|有重点|科学合理|及时准确|积极主动|认真负责|扎实有效|科学|合理|规范|有效|有力|积极|主动|及时|认真|全面|深入|切实"
_HOW = "有序|积极|及时|主动|全面|深入|认真|逐步|大力|切实|稳步|扎实|妥善|严格|充分|不断|广泛"
_DEEDS = "推进|开展|公开|落实|做好|提高|推动|促进|实施|完成|规范|加强|发布|公布|执行|完善|健全|宣传|解决|保障"
_SET_UP = "设置|设立|配备|划分|布置|归集|选取|编排|调配|开设|增设|摆放|制作"
_ENDS_ADVERBIAL = "原则|要求|精神|规定|思路|方针|目标|部署|标准|机制|格局|体系|局面|方式|形式|渠道|途径|手段|载体|契机|重点|主线|中心"
# What may stand before a subject.
_SUBJECT = lazy.pattern(
    r"(?:\d{4}年度?|今年|去年|一年来)?(?:我[镇乡县局村校区市]|我街道|全[镇乡县]|本[镇乡局])?的?(?:政府)?"
)
_PREDICATE = lazy.pattern(
    "是|有|为|作|成|使|让|把|将|以|要|必须|应|可|能|得|体现|符合|坚持|遵循|形成|建立|执行|办理|落实|制定|进行|推进|了"
)


def _has_no_predicate(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the sentence says nothing before its adverbial and the adverbial holds no verb of its own."""
    return _PREDICATE.search(match["inner"]) is None


def _is_first(passage: Passage, match: re.Match[str]) -> bool:
    return _PREDICATE.search(sentence_before(passage, match.start("mark"))) is None


def _ends_alone(passage: Passage, match: re.Match[str]) -> bool:
    return _has_no_predicate(passage, match) and _is_first(passage, match)


def _comes_back(passage: Passage, match: re.Match[str]) -> bool:
    return _SUBJECT.fullmatch(clause_before(passage, match.start("mark")).strip()) is not None


def _is_how(passage: Passage, match: re.Match[str]) -> bool:
    """Whether no verb before takes what follows as its object."""
    before = clause_before(passage, match.start("mark"))
    return (
        re.search("提供|采取|制定|有|是|进行|建立|形成|一[个种项套]|做到|更|作出|出台|得到|实行$", before)
        is None
    )


def _is_last(passage: Passage, match: re.Match[str]) -> bool:
    return not sentence_behind(passage, match.end("mark")).startswith("的")


RULES = (
    Rule(
        name="typo.of_lost",
        category="typo",
        severity="info",
        explain="定语和中心词之间漏了「的」，如「解决公开中存在问题」「贯彻十七大提出对村务公开的要求」。",
        fires="及时解决政务公开中存在问题，贯彻十七大提出对村务公开的要求。",
        passes="及时解决政务公开中存在的问题，公开中存在问题，提出对策。",
        find=shapes_of(
            shape(
                rf"(?:解决|针对|整改|克服|改进|查找|梳理|分析|纠正|研究)了?{INSIDE}{{0,20}}?(?P<mark>存在(?:问题|不足|困难|短板|差距)){STOP}",
                "「{}」疑漏「的」：「存在的……」",
                "info",
            ),
            shape(
                rf"(?:贯彻|落实|按照|根据|执行|围绕){INSIDE}{{2,20}}?(?P<mark>(?:提出|作出|做出|下达|制定)(?:对|关于|推进|加强|深化)){INSIDE}{{2,20}}?的(?:要求|部署|规定|决定|精神|任务)(?=[，,。；;、])",
                "「{}」中间疑漏「的」",
                "info",
            ),
            shape(
                r"(?:[省市县区镇乡]|县政府|市政府)(?P<mark>政务公开|信息公开)(?=下达|印发|下发|转发|通报|交办)",
                "「{}」后面疑漏「办公室」一类的词",
                "info",
            ),
            shape(
                r"(?P<mark>(?:工作|公开)领导(?:办公室|组办公室))",
                "「{}」疑漏「小组」",
                "info",
            ),
        ),
    ),
    Rule(
        name="typo.adverbial_alone",
        category="typo",
        severity="info",
        explain="一句话只有「按照……的原则」「依靠……的机制」，没有说做什么。",
        fires="依靠职工参与的领导机制和工作机制。",
        passes="形成了依靠职工参与的领导机制，按照公开的原则办理，按照要求执行。",
        find=shapes_of(
            shape(
                rf"{CLAUSE}(?P<mark>(?:依靠|依托|通过|按照|围绕|根据|本着|针对|遵照|依照|结合)(?P<inner>{INSIDE}{{3,30}}?)的{LETTER}{{0,9}}(?:{_ENDS_ADVERBIAL}))(?=[。；;])",
                "「{}」只是状语，没有说做什么",
                "info",
                _ends_alone,
            ),
        ),
    ),
    Rule(
        name="typo.subject_returns",
        category="typo",
        severity="info",
        explain="主语在句末又作了宾语：「我镇的信息公开工作，……开展信息公开工作」；「单位具有……的单位」。",
        fires="我镇的信息公开工作，按照条例要求，开展信息公开工作。",
        passes="我镇按照条例要求，开展信息公开工作。信息属于不予公开的信息。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?P<what>(?:政府信息|信息|政务|党务|村务|校务|厂务|院务)公开工作)[，,](?!是|就是){LISTING}{{4,80}}?(?:开展|进行|推进|做好)了?(?:政府)?(?P=what))",
                "「{}」主语在句末又作了宾语",
                "info",
                _comes_back,
            ),
            shape(
                rf"(?P<mark>(?P<head>单位|部门|信息|机构|人员|事项|组织)(?:没有涉及|不涉及|涉及|具有|拥有|承担|享有|负责){INSIDE}{{4,30}}?的(?P=head)){STOP}",
                "「{}」中心词说了两遍",
                "info",
                _is_last,
            ),
        ),
    ),
    Rule(
        name="typo.how_of",
        category="typo",
        severity="info",
        explain="「高效率的有序推进」「科学合理的设置栏目」：修饰动词用「地」。",
        fires="多渠道、高效率的有序推进公开工作，科学合理的设置信息公开栏目。",
        passes="高效率地推进公开工作，提供科学合理的设置方案，及时的全面公开。",
        find=shapes_of(
            shape(
                rf"(?:{_WAYS})(?P<mark>的)(?=(?:{_HOW})(?:{_DEEDS})了?{LETTER}{{2}})",
                "「{}」修饰动词，应当用「地」",
                "info",
                _is_how,
            ),
            shape(
                rf"(?:{_WAYS})(?P<mark>的)(?=(?:{_SET_UP})(?:了|{LETTER}{{2}})(?!案))",
                "「{}」修饰动词，应当用「地」",
                "info",
                _is_how,
            ),
        ),
    ),
    Rule(
        name="typo.wrong_frame",
        category="typo",
        severity="info",
        explain="动词与它的框架不合：「采取……渠道」「在……主要采取」「某方面的不核销」。",
        fires="采取不同的渠道公开答复，财务方面的不核销。",
        passes="通过不同的渠道公开答复，财务方面不予核销，采取拓宽渠道的办法。",
        find=shapes_of(
            shape(
                r"(?P<mark>(?:采取|采用)了?(?:不同|多种|各种|多样|有效|多个|一切)(?:化)?的?(?:公开|宣传)?(?:渠道|途径))(?!的|和|：|:)",
                "「{}」应为「通过……渠道」",
                "info",
            ),
            shape(
                rf"(?P<mark>方面的)(?=不{LETTER}{{1,3}}[，,。；;]|一律|必须|应当|均)",
                "「{}」的「的」多余",
                "info",
            ),
            shape(
                r"(?P<mark>》和)(?=《[^》\n]{2,40}》(?:[（(][^）)\n]{2,30}[）)])?、《)",
                "「{}」：「和」应放在最后一项之前",
                "info",
                lambda passage, match: "》、《" not in sentence_before(passage, match.start("mark")),
            ),
            shape(
                r"(?P<mark>(?:大类|类别|方面|个类)[条件项])(?=[（(，,。；;]|其中)",
                "「{}」疑漏数字，或者多了量词",
                "info",
            ),
        ),
    ),
)
