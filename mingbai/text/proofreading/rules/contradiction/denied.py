"""What one sentence denies and another tells of; what is said of all, and the ones of which it is not true."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.rules.contradiction.internal import reported_by_subject
from mingbai.text.proofreading.triggers import prose_with, waiting_for

_VERBS = "报告|接报|召开|举办|开设|设立|设置|建立|建成|配备|制发|制定|出台|收到|接到|受理|发生|出现|产生|开展|收取|实施|组织|安排|举行|聘请|购置|编制|印发|发放|获得|租用|参加"
_NOT = ("未", "没有", "没", "无")
_DENIAL = lazy.pattern(
    rf"(?:未|没有|没|无)(?:曾)?(?:(?:{_VERBS})|(?=公务|行政|政府采购|因公出国|国有资产|依申请|政府性基金|机构))(?:过|任何|专门的?)?"
    r"(?P<what>[^，,。；;：:\d未没无不的]{3,16}|因[^，,。；;\d]{0,16}?的[^，,。；;：:\d未没无不的]{3,16})(?=[，,。；;]|$)"
)
_DENIAL_WORDS = waiting_for(
    tuple(
        no + verb
        for no in _NOT
        for verb in (
            *_VERBS.split("|"),
            "公务",
            "行政",
            "政府采购",
            "因公出国",
            "国有资产",
            "依申请",
            "政府性基金",
            "机构",
        )
    )
)
_OTHER_TIME = lazy.pattern(
    "去年|上年|往年|历年|季度|上半年|下半年|同期|同比|截至|全[县市区省]|国务院|以来|往届|以往|以前"
)
_INTENDED = lazy.pattern("计划|拟|将|应|须|要求|如|若|可|目标|力争|准备|打算|争取|下一步|今后|明年|凡|对于")
_SPLIT = lazy.pattern("、|和|及|与|或|以及")
_TAILS = lazy.pattern("(?:情况|行为|现象|案件|措施|事项|问题|费用|事件|事故|工作|案|权限)$")
_HEADS = lazy.pattern(
    "^(?:政府信息公开|政务公开|信息公开|政府信息|一[件起例次场]|相关|有关|任何)(?=行政|投诉|举报)"
)
_UNITS = "场|件|次|个|台|辆|期|起|名|份|项|条|人|例|处|万元|元|篇|宗"
_LIVE = "利用率|配有|摆放|推送|全年|接待|累计|共发布|已发布|运行维护费"
_REQUESTS = r"(?:公开的?申请|依申请公开|申请公开)"
_FEWEST = 4


class Denied(NamedTuple):
    """What is said not to be: where, the words, the thing."""

    start: int
    end: int
    thing: str


def _denied(passage: Passage) -> list[Denied]:
    found = []
    for place in prose_with(passage, _DENIAL_WORDS):
        offset, line = passage.prose[place]
        for match in _DENIAL.finditer(line):
            sentence = re.split("[。；;]", line[: match.start("what")])[-1]
            own = str(passage.document.year or "")
            if (
                _OTHER_TIME.search(sentence)
                or _INTENDED.search(sentence)
                or any(year != own for year in re.findall(r"(20\d\d)年", sentence) if own)
            ):
                continue
            what = match["what"].rpartition("的")[2]
            for thing in _SPLIT.split(what):
                bare = _TAILS.sub("", _HEADS.sub("", thing))
                if len(bare) >= _FEWEST or (bare != thing and len(bare) == 2 and thing.endswith("事故")):
                    found.append(Denied(offset + match.start(), offset + match.end(), bare))
    return found


# What stands beside a thing that there is: how many before it, how many or what it does after it.
_SO_MANY = lazy.pattern(rf"(?<![\d.第])[1-9]\d{{0,5}}(?:\.\d{{1,4}})?(?:{_UNITS})的?$")
_SO_OFTEN = lazy.pattern(r"(?:事故)?[1-9]\d{0,3}(?:次|起|例)")
_HAS = lazy.pattern(
    rf"(?:案件|申请|事项|活动|情况|案|预算|支出|总额)?(?:运行维护费|购置费)?[^，,。；;、\d未没无不率\n]{{0,8}}(?<![\d.])[1-9]\d{{0,5}}(?:\.\d+)?(?:{_UNITS})|(?:{_LIVE})"
)
_ASKED = lazy.pattern(_REQUESTS + "|(?<=[件宗份])申请")


def _named(passage: Passage, thing: str) -> Iterator[tuple[int, int]]:
    """Every place where a thing is named; requests have several names."""
    if "申请" in thing:
        yield from (match.span() for match in _ASKED.finditer(passage.text, passage.start, passage.end))
        return
    at = passage.text.find(thing, passage.start, passage.end)
    while at >= 0:
        yield at, at + len(thing)
        at = passage.text.find(thing, at + len(thing), passage.end)


def _told(passage: Passage, thing: str) -> Iterator[tuple[int, int]]:
    """Every place where a thing is told of with a number or at work: (start, end)."""
    for start, end in _named(passage, thing):
        if len(thing) < _FEWEST:
            # 「未发生停水事故」 and 「停水2次」; of a short word nothing farther off
            many = _SO_OFTEN.match(passage.text, end, passage.end)
            if many:
                yield start, many.end()
            continue
        before = _SO_MANY.search(passage.text, max(passage.start, start - 16), start)
        after = _HAS.match(passage.text, end, passage.end)
        if before:
            yield before.start(), end
        elif after:
            yield start, after.end()


def _denials(rule: Rule, passage: Passage) -> Iterator[Finding]:
    known = reported_by_subject(passage)
    seen: set[str] = set()
    for denied in compared(_denied(passage)):
        if denied.thing in seen or any(
            subject in denied.thing or ("申请" in subject and "申请" in denied.thing) for subject in known
        ):
            continue
        for start, end in _told(passage, denied.thing):
            if (
                denied.start <= start < denied.end
                or "\n" in passage.text[start:end]
                or passage.in_web_residue(start)
            ):
                continue
            clause = (
                re.split("[。；;\n]", passage.text[max(passage.start, start - 24) : start])[-1]
                + passage.text[start:end]
            )
            own = str(passage.document.year or "")
            if (
                _OTHER_TIME.search(clause)
                or _INTENDED.search(clause)
                or re.search("[未没无不]", re.split("[，,]", clause)[-1])
            ):
                continue
            if own and any(year != own for year in re.findall(r"(20\d\d)年", clause)):
                continue
            seen.add(denied.thing)
            yield from apart(
                rule,
                passage,
                (denied.start, denied.end),
                (start, end),
                f"一处说「{passage.text[denied.start : denied.end][-24:]}」，另一处又写「{passage.text[start:end][:30]}」，请核对。",
            )
            break


# --- all, and the ones that are not ---------------------------------------------------------------------------

_ALL = lazy.pattern(
    r"(?P<all>[^，,。；;\n]{0,24}(?:全部|均(?!可|衡|等|值)|所有|全覆盖|一致(?=同意|通过|赞成)|率(?:达到?|为)?(?:100[%％]|百分之百))[^，,。；;\n]{0,20})[，,。；;、\n]"
)
_EXCEPT = lazy.pattern(
    r"(?P<some>(?:(?:仅|只有)[^，,。；;\n]{2,16}(?:未|没有|尚未|不)(?!仅|但|断)|[^，,。；;\n\d]{0,14}(?:尚未|未(?!来|成年|婚|满)|没有|逾期|超期)[^，,。；;\n\d]{0,10}(?<![\d.第])[1-9]\d{0,4}(?:个|件|户|名|起|家|处|项|人|条|天|日|份|台|座|宗|笔|株|棵|辆|套|栋)"
    r"|(?:其余|剩余|余下|仅余|仅剩|还剩)?(?<![\d.第])[1-9]\d{0,4}(?:个|件|户|名|起|家|处|项|人|条)[^，,。；;\n]{0,16}(?:尚未|未(?!来|成年|婚|满)|没有|逾期|超期|尚在|正在(?:调解|调处|审核|核实|施工|建设|办理|协调|处理|整改|推进|督办)|仍在)|(?:反对|不同意|弃权)(?<!弃权)(?:票)?[1-9]\d{0,3}[票人])[^，,。；;\n]{0,14})"
)
# 「全部持有健康证，其中2人健康证已过期」: what is said of some of them right after is not true of all.
_SOME_OF_THEM = lazy.pattern(
    r"(?:全部|均|都)(?P<all>[^，,。；;\n]{2,20})[，,](?:其中|但|仅|只有|不过)[^，,。；;\d]{0,6}(?<![\d.第])[1-9]\d{0,4}(?:户|人|名|个|件|家|处|项|所|份|台|村)(?P<some>[^，,。；;\n]{0,8}?(?:过期|延至|逾期|超期|尚未|未(?!来|婚|成年|满)|没有|失效|不合格|推迟|延迟|缺少|脱落|不符合)[^，,。；;\n]{0,12})"
)
_ALL_WORDS = waiting_for(("全部", "均", "所有", "全覆盖", "一致", "100%", "100％", "百分之百"))
_WITHIN = 70
# 「未完成的2个问题中，一个……，另一个……，均已明确在年底前完成」: all of those that are left.
_OF_THE_REST = lazy.pattern(
    r"[中里内，,：:][^。；;\n]{0,60}(?:另[外一1]?[个件户名起处家项人]|[，,][一1][个件户名起处家项人])[^。；;\n]{0,40}(?:均|全部|都)"
    r"|(?:均|全部|都)已?(?:逐[一项]|分别)?(?:明确|制定|列入|纳入|分解|列出)"
)
_NO_EXCEPTION = lazy.pattern(
    "已明确|除|未到期|期限内|不含|不在|不属|不计|不纳入|另外|其他|外[，,]|延期|去年|上年|原|曾|此前|过去|如|若|凡|应|须|对于|检查|发现|排查|督查|通报|针对|存在|仍|下一步|今后|计划|以外|要求"
)
_COMMON = frozenset(
    [
        "全部",
        "所有",
        "已经",
        "完成",
        "工作",
        "情况",
        "进行",
        "单位",
        "群众",
        "村民",
        "我镇",
        "我乡",
        "公开",
        "政府",
        "信息",
        "按照",
        "规定",
        "要求",
        "及时",
        "有关",
        "其中",
        "办理",
        "问题",
        "个问",
        "件均",
        "件全",
        "均已",
        "已全",
    ]
)
_SAME_MATTER = (
    ("按期 按时 期限内 时限内 规定时间 法定期限", "逾期 超期"),
    ("办结 答复 回复 办理", "办结 答复 回复 办理 在办"),
    ("一致", "反对 不同意"),
    ("整改 完毕 到位", "整改 到位"),
    ("完成", "未完成 没有完成 没完成"),
)


def _pairs(words: str) -> set[str]:
    return {words[at : at + 2] for at in range(len(words) - 1)} - _COMMON


_FEW_LETTERS = 2


def _same_matter(everything: str, some: str) -> bool:
    if any(
        any(one in everything for one in first.split()) and any(one in some for one in second.split())
        for first, second in _SAME_MATTER
    ):
        return True
    letters = {letter for letter in everything if "一" <= letter <= "鿿"} & set(some)
    if "率" in everything and re.search("仅|只有", some) and len(letters) >= _FEW_LETTERS:
        return True
    if "率" in everything and "100" in everything and "正在" in some:
        return True
    if re.search("其余|剩余|余下|仅余|仅剩|还剩", some) and re.search("率|全部|均", everything):
        return True
    shared = _pairs(re.sub(r"[^一-鿿]", "", everything)) & _pairs(re.sub(r"[^一-鿿]", "", some))
    return len(shared) >= (1 if re.search("仅|只有", some) else 2)


def _some_of_them(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The two in one sentence, with a word in common."""
    for place in prose_with(passage, _ALL_WORDS):
        offset, line = passage.prose[place]
        for match in _SOME_OF_THEM.finditer(line):
            if _pairs(match["all"]) & _pairs(match["some"]):
                said = f"既说全部{match['all'][:12]}，又说其中有{match['some'][:12]}的，请核对。"
                yield rule.finding(passage, offset + match.start(), offset + match.end(), said)


def _exceptions(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for place in prose_with(passage, _ALL_WORDS):
        offset, line = passage.prose[place]
        for match in _ALL.finditer(line):
            after = line[match.end("all") : match.end("all") + _WITHIN]
            before = line[max(0, match.start("all") - _WITHIN) : match.start("all")]
            for words, base in ((after, match.end("all")), (before, max(0, match.start("all") - _WITHIN))):
                found = _EXCEPT.search(words)
                if found is None:
                    continue
                if base >= match.end("all"):
                    low, high = match.start("all"), base + found.end()
                else:
                    low, high = base + found.start(), match.end("all")
                said = line[low:high]
                if "。" in line[min(low, high) : high][:-1] and base < match.end("all"):
                    continue  # an earlier sentence speaks of an earlier time
                if re.search("确保|力争|争取|未|尚", match["all"]) or _OF_THE_REST.search(
                    line[low : match.end("all")]
                ):
                    continue  # what is to be done, or what is said of the others, one by one
                if re.search(
                    r"去年|上年|往年|20\d\d年", re.split("[，,。；;]", line[max(0, low - _WITHIN) : low])[-1]
                ):
                    continue
                if _NO_EXCEPTION.search(
                    said.replace("尚未", "未").replace("仍有", "有").replace("对尚", "尚")
                ) or not _same_matter(match["all"], found["some"]):
                    continue
                yield rule.finding(
                    passage,
                    offset + low,
                    offset + high,
                    f"「{match['all'][-20:]}」与「{found['some'][:24]}」矛盾：既说全部，又有例外，请核对。",
                )
                break


RULES = (
    Rule(
        name="contradiction.denied",
        category="internal_contradiction",
        severity="warning",
        explain="一处说没有开设、没有召开、没有发生，另一处却写了它的次数、件数、费用或用途。",
        fires="本年度未召开新闻发布会。\n通过召开2场新闻发布会，回应了社会关切。",
        passes="本年度未召开新闻发布会。\n通过召开2场座谈会，回应了社会关切。",
        find=Waiting(_DENIAL_WORDS, _denials),
    ),
    Rule(
        name="contradiction.exception",
        category="internal_contradiction",
        severity="warning",
        explain="说全部完成、均已设置、一致同意，紧接着又有没完成的、没设置的、反对的。",
        fires="所有村均设置了政府信息查阅点，仅梨园村未设置。",
        passes="除梨园村外，其余各村均设置了政府信息查阅点。",
        find=Waiting(_ALL_WORDS, _exceptions),
    ),
    Rule(
        name="contradiction.some_of_all",
        category="internal_contradiction",
        severity="warning",
        explain="说全部持证、全部发放，紧接着又说其中几人已过期、几户没发放。",
        fires="食堂从业人员14人，全部持有健康证，其中2人健康证已过期。",
        passes="食堂从业人员14人，全部持有健康证，其中2人为今年新聘。",
        find=Waiting(_ALL_WORDS, _some_of_them),
    ),
)
