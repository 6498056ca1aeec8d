"""What is said not to be, in any words, and told of all the same: 「公众号尚未开通」, 「未组织培训」, 「零差评」, 「无债务」.

The clause that denies gives the words of the thing. Another clause tells of it where it has these words with a number of
at least one, or with the same word of doing and no word that denies or plans. So these are hints.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding, Related
from mingbai.text.proofreading.calendar import plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules.contradiction.scope import COMMON, content
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_MADE = "开通|建立|设立|设置|成立|建成|开设|配备|聘请|启用|制定|出台|建设|注册"
_HELD = "召开|举办|开展|组织|举行|公布|发布|公开|更新|研究|培训|安排|落实|实行|推行|印发|编制|征求|邀请|接受|收到|受理|发生|出现|签订|制作|移送|产生|推送|接到|接收|查处|发现|引发|存在|申报|举报"
# Of what is found or received the first of several is enough.
_FOUND = frozenset(("发现", "收到", "发生", "出现", "存在", "接到"))
_NO = "(?:尚未|从未|未曾|均未|还未|仍未|一直未|没有|未|没)"
_DENIED = lazy.pattern(
    rf"{_NO}(?P<verb>{_MADE}|{_HELD})(?:过|了)?(?:任何|专门的?|相关的?|有关的?|一[次场期件起]|新的)?(?P<thing>[{HAN}]{{2,14}})(?=[，,。；;：、（(\n]|$)"
    rf"|(?<![{HAN}])(?:[一二三四五六七八九]是)?(?P<subject>[{HAN}“”]{{2,14}}?)(?:至今|目前|尚|还|仍|一直|长期|均|都|全年|半年|年内|已|一年)*(?:未|没有|没)(?P<verb2>{_MADE}|{_HELD})(?:过|到位)?(?P<after>[{HAN}]{{0,6}}?)(?=[，,。；;：、（(\n]|$)"
    rf"|(?<![{HAN}从为的归])(?:[{HAN}]{{0,6}})零(?P<zero>差评|投诉|申请|上访|事故|举报|诉讼|复议|超期|逾期|信访|违规|违纪|起诉|败诉|发生)"
    rf"|(?<![有])无(?P<none>债务|负债|欠款|外债|行政诉讼|行政复议|诉讼|复议|投诉|超期|逾期|事故|上访|兼职人员|专职人员|举报|申请|空编|缺编|信访|新媒体|网站|微信公众号|公众号)(?=[，,。；;、\n]|$|情况|现象|案件|件)"
)
_WORDS = waiting_for(("未", "没", "零", "无"))
_REACH = 60
_SOME = lazy.pattern(
    "部分|个别|少数|有的|有些|一些|尚有|仍有|其中|如|若|凡|去年|上年|往年|季度|上半年|下半年|以前|此前|过去|原来|之前|以往|拟|将|计划|应|须|不得|月份|\\d{1,2}月|日|除|因|(?<!针)对于?|第|者|经|逾期未|超期未|按|近"
)
_NOT_TOLD = lazy.pattern(
    "[未没无零不]|拟|将|计划|力争|争取|应|须|要|可|去年|上年|往年|同期|目标|下一步|加快|推动|尽快|进一步|如|若|部分|个别|分"
)
_CLAUSE = lazy.pattern(r"[^，,。；;！？!?：:\n]{2,80}")
_COUNTED = lazy.pattern(
    r"(?<![\d.第])(?P<n>[1-9]\d{0,6}(?:\.\d{1,4})?|[一二三四五六七八九十两])[余多]?(?:万|亿)?(?P<unit>条|件|次|期|场|个|项|篇|处|名|人|起|份|元|批|例|辆|块|家|宗|轮|台|把|口|副|支|箱|袋|盒|瓶|户|所|座)"
)
_MOST = 16
_SHOWN = 40


class Denial(NamedTuple):
    """What is denied: where, the words of the thing, the word of doing, empty where there is none."""

    start: int
    end: int
    thing: str
    words: frozenset[str]
    verb: str


class Clause(NamedTuple):
    start: int
    end: int
    text: str


def _denials(passage: Passage) -> list[Denial]:
    found = []
    for match in matches_near(passage, _WORDS, _DENIED, _REACH):
        begin = max(passage.text.rfind(stop, passage.start, match.start()) for stop in "。；\n")
        before = passage.text[max(begin + 1, match.start() - 24, passage.start) : match.start()]
        thing = match["thing"] or match["subject"] or match["zero"] or match["none"]
        if match["verb"] in _FOUND:
            thing = re.split("[和与及、]", thing)[0]
        if match["after"] and match["subject"]:
            thing = match["subject"] + match["after"]
        own = str(passage.document.year or "")
        if _SOME.search(before + (match["subject"] or "")) or re.search("[的地]$", thing):
            continue
        if own and any(year != own for year in re.findall(r"(20\d\d)年", before)):
            continue
        words = content(thing)
        words = (
            words - COMMON
            or (words if len(words) > 1 else frozenset())
            or (frozenset((thing,)) if 2 < len(thing) < 6 else frozenset())
            or (frozenset((thing,)) if match["zero"] or match["none"] else frozenset())
        )
        if words and not passage.in_web_residue(match.start()):
            found.append(
                Denial(match.start(), match.end(), thing, words, match["verb"] or match["verb2"] or "")
            )
    return found[:_MOST]


def _clauses(passage: Passage) -> list[Clause]:
    return [
        Clause(match.start(), match.end(), match[0])
        for match in _CLAUSE.finditer(passage.text, passage.start, passage.end)
    ]


def _tells(denial: Denial, clause: Clause) -> bool:
    """Whether a clause has all words of the thing and so many of it, or says that it was done."""
    if not all(word in clause.text for word in denial.words):
        return False
    last = max(clause.text.rfind(word) for word in denial.words)
    counted = any(abs(count.start() - last) <= _BESIDE for count in _COUNTED.finditer(clause.text))
    done = bool(denial.verb) and denial.verb in clause.text
    made = denial.verb in _MADE.split("|") and re.search(f"{_MADE}|利用|通过|运用", clause.text) is not None
    if denial.verb in _MADE.split("|"):
        return counted or done or made
    return counted or (done and len(denial.words) > 1 and clause.text.index(denial.verb) < last + _BESIDE)


_BESIDE = 14


def _told(passage: Passage, denial: Denial) -> Clause | None:
    """The first clause below the title that tells of what is denied."""
    plans = passage.once(plan_sections)
    own = str(passage.document.year or "")
    first = passage.prose[0] if passage.prose else (passage.start, "")
    title = first[0] + len(first[1]) if "。" not in first[1] else passage.start
    for clause in passage.once(_clauses):
        if clause.start < denial.end and denial.start < clause.end or clause.start < title:
            continue
        if any(part.start <= clause.start < part.end for part in plans) or not _tells(denial, clause):
            continue
        before = passage.text[max(passage.start, clause.start - 16) : clause.start].rpartition("。")[2]
        if _NOT_TOLD.search(clause.text) or re.search("去年|上年|如|若", before.rpartition("\n")[2]):
            continue
        if own and any(year != own for year in re.findall(r"(20\d\d)年", clause.text)):
            continue
        return clause
    return None


def _absent(rule: Rule, passage: Passage) -> Iterator[Finding]:
    file = passage.source.file
    seen: set[frozenset[str]] = set()
    for denial in passage.once(_denials):
        clause = None if denial.words in seen else _told(passage, denial)
        if clause is None:
            continue
        seen.add(denial.words)
        said = f"一处说「{passage.text[denial.start : denial.end]}」，另一处又写「{clause.text[:_SHOWN]}」，请核对。"
        here, there = Related(denial.start, denial.end, file), Related(clause.start, clause.end, file)
        yield rule.finding(passage, denial.start, denial.end, said, related=(there,))
        yield rule.finding(passage, clause.start, clause.end, said, related=(here,))


RULES = (
    Rule(
        name="contradiction.absent_but_told",
        category="internal_contradiction",
        severity="info",
        explain="一处说没有、尚未、零、无，另一处又写了它的次数、件数，或者说做了。",
        fires="通过学校网站公开信息88条。\n存在的问题：一是学校尚未建立网站，公开渠道不多。",
        passes="通过学校网站公开信息88条。\n存在的问题：一是部分班级尚未建立家长群，公开渠道不多。",
        find=Waiting(_WORDS, _absent),
    ),
)
