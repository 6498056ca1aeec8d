"""Sentences built wrong, after the list of frames: one thing said twice, two patterns mixed, one denial too many, a part
left out."""

from collections.abc import Iterator

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._frames import frames_in
from mingbai.text.proofreading.rules._knowledge import given


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    kind = rule.name.removeprefix("typo.frame_")
    for start, end, frame in passage.once(frames_in):
        if frame.kind == kind:
            said = f"「{passage.text[start:end]}」{frame.say}。"
            yield rule.finding(passage, start, end, said, severity=frame.severity)


RULES = (
    Rule(
        name="typo.frame_twice",
        category="typo",
        severity="warning",
        explain="一个意思说了两遍，如「目前……现有」「百分之百以上」「杜绝防止」「截至……为止」。按词表查，拿不准的只作提示。",
        fires="目前全村现有低保户27户，杜绝防止类似问题。",
        passes="目前全村有低保户27户，杜绝类似问题，截至年底共120件。",
        find=given(frames_in, _find),
    ),
    Rule(
        name="typo.frame_mixed",
        category="typo",
        severity="warning",
        explain="两种句式混在一起，如「本着……为原则」「围绕……为中心」「原因是……造成的」。按词表查，拿不准的只作提示。",
        fires="本着公开透明为原则，扎实推进。",
        passes="本着公开透明的原则，以公开透明为原则，扎实推进。",
        find=given(frames_in, _find),
    ),
    Rule(
        name="typo.frame_negation",
        category="typo",
        severity="warning",
        explain="多了或少了一重否定，或者前面说两面、后面只说一面，如「切忌不要」「能否……是……的关键」。",
        fires="切忌不要搞形式主义。",
        passes="切忌搞形式主义，不要搞形式主义。",
        find=given(frames_in, _find),
    ),
    Rule(
        name="typo.frame_modifier",
        category="typo",
        severity="warning",
        explain="修饰语与后面的词不搭配，如「更加提高」「高度落实」「进行负责」。拿不准的只作提示。",
        fires="群众满意度更加提高，由专人进行负责。",
        passes="群众满意度进一步提高，由专人负责，高度重视。",
        find=given(frames_in, _find),
    ),
    Rule(
        name="typo.frame_lacking",
        category="typo",
        severity="warning",
        explain="句子缺了一部分，如「在今后将」缺「的工作中」，「对涉及隐私不得公开」缺「的信息」。",
        fires="我社区在今后将继续努力。",
        passes="我社区在今后的工作中将继续努力，今后将继续努力。",
        find=given(frames_in, _find),
    ),
)
