"""Words cut short beside words that are whole: 「规范化、制度化、程序公」, 「真实、准确、完。」, 「街道一步拓宽渠道」."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import anchored

# Verbs that follow 「进一步」 in official writing; none of them is done in one step.
_FURTHERED = (
    "拓宽|加强|完善|规范|提高|推进|健全|深化|扩大|强化|提升|落实|加大|做好|明确|优化|细化|改进|增强|推动|促进|丰富|创新|严格|理顺|整合|夯实"
    "|巩固|畅通|统一|压实|抓好|加快|改善|严明|深入|充实|发挥|解放|密切|营造|树立|健康"
)
_LIST = lazy.pattern(rf"(?:[{HAN}]{{2,5}}、){{2,12}}[{HAN}]{{2,5}}")
_LISTED = lazy.pattern(rf"[{HAN}]+")
_SUFFIX, _FEWEST = "化", 2
# The last word of a list may go on, the first may begin before it.
_SHORTEST, _LONGEST = 2, 3
_LAST = lazy.pattern(
    rf"(?<=[{HAN}]{{2}})、[{HAN}]{{2,4}}(?:、[{HAN}]{{2,4}}){{0,6}}、(?P<mark>[{HAN}])(?=[，,。；;！\n])"
)
# Words of one character that may close a list of longer ones.
_WHOLE = frozenset(
    "等者人物事村镇乡县市区省州国组队户路桥河山湖海水电气热煤油粮药茶酒盐糖米面车船房地田林草湖沙花果菜肉蛋奶鱼虾猪牛羊鸡鸭税费款钱权责利校院所站厅局科室班系企群团党政军警法"
    "学教医工农商兵民族男女老少幼弱病残孕贫富强美新真善德能勤绩廉德智体劳信访点线面块条表卡证书图册栏网墙台窗箱屏报刊信函会"
)


def _suffix_lost(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """One word inside a list of which all others end in 「化」, cut to two or three characters without it."""
    for match in _LIST.finditer(passage.text, passage.start, passage.end):
        words = list(_LISTED.finditer(match.group()))
        inner = words[1:-1]
        ending = [word for word in words[:-1] if word.group().endswith(_SUFFIX)]
        last = words[-1].group()
        if len(ending) + (_SUFFIX in last) < _FEWEST or passage.in_web_residue(match.start()):
            continue
        odd = [word for word in inner if _SUFFIX not in word.group()]
        if len(odd) != 1 or len(ending) != len(words) - 2 or _SUFFIX not in last:
            continue
        (word,) = odd
        if _SHORTEST <= len(word.group()) <= _LONGEST:
            start = match.start() + word.start()
            stem = word.group()[:2]
            said = f"并列的词都带「化」，「{word.group()}」疑漏了字，请核对是不是「{stem}化」。"
            yield rule.finding(passage, start, start + len(word.group()), said, suggestion=f"{stem}{_SUFFIX}")


def _last_cut(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in _LAST.finditer(passage.text, passage.start, passage.end):
        letter = match["mark"]
        if letter in _WHOLE or passage.in_web_residue(match.start("mark")):
            continue
        if (
            re.search("[东西南北一二三四五六七八九十百]", match.group())
            or len(set(match.group())) < _SHORTEST
        ):
            continue
        said = f"并列的词都是两个字以上，最后的「{letter}」疑漏了字。"
        yield rule.finding(passage, match.start("mark"), match.end("mark"), said, suggestion="补全这个词")


RULES = (
    Rule(
        name="typo.one_step",
        category="typo",
        severity="warning",
        explain="「进一步」漏了「进」：「街道一步拓宽公开渠道」。",
        fires="我街道一步拓宽信息公开渠道，方便群众。",
        passes="我街道进一步拓宽渠道，下一步加强宣传，第一步落实责任，更进一步规范。",
        find=searching(
            rf"(?<![进近下同第每前后更初逐一二三四五六七八九十两几这那迈跨走退先早晚快慢又分步])(?<![再更向往]上)(?P<mark>一步)(?={_FURTHERED})",
            "「{}」疑为「进一步」，漏了「进」。",
            suggestion="进一步",
            near="一步",
        ),
    ),
    Rule(
        name="typo.suffix_lost",
        category="typo",
        severity="warning",
        explain="并列的词都带「化」，只有一个不带，多半漏了字：「规范化、制度化、程序公、常态化」。",
        fires="使村务公开规范化、制度化、程序公、动态化。",
        passes="使村务公开规范化、制度化、程序化、动态化，做到科学、民主、法治化。",
        find=anchored("化、", _suffix_lost),
    ),
    Rule(
        name="typo.list_cut",
        category="typo",
        severity="info",
        explain="并列的词都是两个字以上，最后只剩一个字，多半漏了字：「真实、准确、完」。",
        fires="确保公开内容真实、准确、完，让群众放心。",
        passes="确保公开内容真实、准确、完整，涉及机关、学校、村等。",
        find=anchored("、", _last_cut),
    ),
)
