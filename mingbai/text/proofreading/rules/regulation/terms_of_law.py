"""Terms longer or other than the law's: how soon an application is answered, extended, completed, published, appealed."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.rules._universal import sentence_at
from mingbai.text.proofreading.rules.outdated.expression import year_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for
from mingbai.text.records import record


@record
class Term:
    """The words that tell the act, with the figure as `n`; whose limit it is (`law.limits`), and what it was up to a year."""

    pattern: re.Pattern[str]
    rule: str
    before: int
    changed: int
    exact: bool = False


_N = r"(?P<mark>(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})\s?个?工作日)"
_D = r"(?P<mark>(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})\s?(?:个自然)?[日天])"
_APPLIED = r"(?:收到|接到|受理|登记)[^。；;，,\n]{0,16}?(?:申请|之日)[^。；;\n]{0,10}?"
_TERMS = (
    Term(
        lazy.pattern(rf"{_APPLIED}{_N}(?:之?内|以内)[^。；;，,\n]{{0,8}}?(?:答复|回复|答应|办结)"),
        "foi.reply", 15, 2019,
    ),
    Term(
        lazy.pattern(rf"延长[^。；;\n]{{0,16}}?(?:不得?超过|最长|最多)[^。；;\n\d]{{0,6}}?{_N}"),
        "foi.extension", 15, 2019,
    ),
    Term(
        lazy.pattern(
            rf"补正[^。；;\n]{{0,24}}?{_N}内?(?:[^。；;，,\n]{{0,6}}?)(?:一次性)?(?:告知|通知)|(?:收到|接到)申请之日起{_N.replace('<mark>', '<mark2>').replace('<n>', '<n2>')}内[^。；;\n]{{0,6}}?(?:告知|通知)[^。；;\n]{{0,8}}?补正"
        ),
        "foi.correction_notice", 7, 2019,
    ),
    Term(
        lazy.pattern(rf"第三方[^。；;\n]{{0,30}}?{_N}内[^。；;\n]{{0,6}}?(?:提出|反馈|答复|回复|书面)"),
        "foi.third_party_opinion", 15, 2019,
    ),
    Term(
        lazy.pattern(rf"(?:形成|变更|产生)(?:或者变更|、变更)?之日起[^。；;\n]{{0,4}}?{_N}内[^。；;\n]{{0,8}}?公开"),
        "disclosure.active", 20, 2019,
    ),
    Term(
        lazy.pattern(rf"(?:收到|知道|送达|接到)[^。；;\n]{{0,24}}?之日起[^。；;\n]{{0,4}}?{_D}内[^。；;\n]{{0,22}}?(?:行政)?复议"),
        "remedy.review", 60, 2019, True,
    ),
    Term(
        lazy.pattern(
            r"(?:收到|知道|送达|接到)[^。；;\n]{0,24}?之日起[^。；;\n]{0,24}?(?P<mark>(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})个月)内?[^。；;\n]{0,22}?(?:行政诉讼|提起诉讼|起诉)"
        ),
        "remedy.suit", 3, 2015, True,
    ),
)  # fmt: skip
_WORDS = waiting_for(("工作日", "复议", "诉讼", "起诉"))
_ABOUT = lazy.pattern("信息公开|依申请|申请公开|政府信息|申请人|政务公开")
_NOT_LAW = lazy.pattern(
    "许可|信访|工伤|仲裁|举报|投诉|热线|工单|备案|审批|建议|提案|救助|低保|认定|逾期|超过法定|违反"
)


def _beyond_law(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「收到申请之日起30个工作日内予以答复」, 「延长期限最长不得超过30个工作日」."""
    if not _ABOUT.search(passage.body):
        return
    from mingbai.law.limits import limit  # few texts tell of a term

    year = year_of(passage)
    for term in _TERMS:
        of_law = limit(term.rule)
        for match in matches_near(passage, _WORDS, term.pattern, 90):
            group = "" if match["n"] else "2"
            told = number_in(match["n" + group])
            before, behind = sentence_at(passage, match.start(), match.end())
            if told is None or _NOT_LAW.search(before[-30:] + match[0] + behind[:12]):
                continue
            allowed = {of_law.n} if year is None or year > term.changed else {of_law.n, term.before}
            wrong = told not in allowed if term.exact else told > max(allowed)
            if wrong and not passage.in_web_residue(match.start()):
                said = f"「{of_law.what}」的期限是{of_law.length}（{of_law.article}），这里写的是「{match['mark' + group]}」，请核对。"
                yield rule.finding(passage, *match.span("mark" + group), said, suggestion=of_law.length)


_rule = hint_of("regulation", "internal_contradiction")

RULES = (
    _rule(
        "term_beyond_law",
        "依申请公开的答复、延长、补正、征求第三方意见，主动公开、复议、诉讼的期限，写得比法律规定的长或者不同。",
        "依法均在收到申请之日起30个工作日内予以答复政府信息公开申请。",
        "依法均在收到申请之日起20个工作日内予以答复政府信息公开申请，延长期限最长不得超过20个工作日。",
        Waiting(_WORDS, _beyond_law),
    ),
)
