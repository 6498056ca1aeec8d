"""Counts that disagree: requests received, staff, regulations announced and summed up, fees charged and denied."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import searching
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.triggers import matches, matches_near, prose_with, sought, waiting_for

_NUMERAL = "[一二两三四五六七八九十]{1,3}|[0-9]{1,3}"
_RECEIVED = lazy.pattern(
    r"(?P<clause>[^。；;，,：:\n]{0,20}?(?:(?:收到|新收|受理|接到)(?:[^。；;，,：:\n0-9]{0,14}?(?:公开(?:的)?申请|依申请公开)|申请)|本年度?新收)[^。；;，,：:\n0-9]{0,6}?)(?P<number>\d{1,4})(?:件|宗|份)"
)
_REQUESTED = waiting_for(("公开申请", "公开的申请", "依申请公开", "收到申请", "受理申请", "新收"))
# No match is longer.
_REACH = 60
# The figure is of a part, of another time or of another body.
_PART = lazy.pattern(
    r"其中|网[络上站]|信函|来信|来函|当面|现场|传真|邮|电话|口头|自然人|法人|企业|公民|季度|月|上半年|下半年|去年|上年|同期|同比|累计|以来|全县|全市|全区|各|结转|转|未"
)
_TOTALLED = lazy.pattern(
    rf"(?:以上|上述|这)(?P<number>{_NUMERAL})(?P<what>(?:项|个|条|种|类)(?:制度|措施|办法|原则|方面|内容|文件))"
)
_ABOVE = waiting_for(("上述", "以上", "这"))
_STAFF = sought(
    rf"(?P<number>{_NUMERAL})名(?P<kind>专职|兼职|专兼职)(?:工作)?(?:人员|信息员|干部)|(?P<kind2>专职|兼职|专兼职)(?:工作)?(?:人员|信息员|干部)(?P<number2>{_NUMERAL})[名人]"
)
_NO_STAFF = sought(
    r"(?:没有|未配备|没配备|未设|缺乏|缺少|无)(?:固定的?)?(?P<kind>专职|兼职)(?:的?(?:工作)?(?:人员|信息员|干部))"
)
_SOME_UNITS = lazy.pattern("个|部分|有的|少数|一些|多数")
_NO_FEE = lazy.pattern(
    r"(?:未|没有|无|不)(?:收取|发生|产生)?(?:任何|过|相关)?[^。；;，,\n其]{0,10}?(?:收费|费用)(?:情况|行为|现象)?(?=[。，；,;\n])"
)
_FEE = sought(r"(?<![未不没无])(?:实收|收取|共收|收费)[^。；;，,\n]{0,14}?(?P<sum>[1-9]\d{0,6}(?:\.\d+)?)元")
_ON_FEES = lazy.pattern("检索|复制|复印|打印|邮寄|工本|信息处理费|依申请|申请|减免|公开")
# 「不收取任何费用，只收取工本费」
_AT_ONCE = 4
_ALL_IN_TIME = lazy.pattern(
    r"(?:均|全部|都)(?:已)?(?:在|按)(?:照)?(?:规定|法定|要求)?的?(?:时限|期限|时间|期)(?:内|要求)?(?:办结|答复|予以答复|办理|完成)|(?:按时|按期)(?:答复|办结)率(?:为|达到?)?(?:100%|百分之百)"
)
_LATE = lazy.pattern(
    r"(?<!\d)(?P<number>[1-9]\d{0,3})件[^。；;，,\n未无没]{0,10}?(?:超期|逾期|超时|超过(?:规定|法定)?(?:时限|期限))|(?:超期|逾期|超时)(?:答复|办理|办结)?(?:的)?[1-9]\d{0,3}件"
)


def _received(rule: Rule, passage: Passage) -> Iterator[Finding]:
    first: re.Match[str] | None = None
    for match in matches_near(passage, _REQUESTED, _RECEIVED, _REACH):
        clause = match["clause"].replace("全年", "")
        own = str(passage.document.year or "")
        if _PART.search(clause) or any(year != own for year in re.findall(r"20\d\d", clause)):
            continue
        if passage.in_web_residue(match.start()):
            continue
        first = first or match
        if int(match["number"]) != int(first["number"]):
            yield from apart(
                rule,
                passage,
                match.span("number"),
                first.span(),
                f"前面说收到申请{first['number']}件，这里说{match['number']}件，请核对。",
            )


def _totalled(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for place in prose_with(passage, _ABOVE):
        offset, line = passage.prose[place]
        for match in compared(_TOTALLED.finditer(line)):
            said = re.compile(f"(?<![第以上述这])(?P<number>{_NUMERAL}){match['what']}")
            before = list(said.finditer(line, 0, match.start()))
            if before and number_in(before[-1]["number"]) != number_in(match["number"]):
                yield rule.finding(
                    passage,
                    offset + match.start(),
                    offset + match.end(),
                    f"前面说「{before[-1][0]}」，这里说「{match[0]}」，请核对。",
                )


def _staff(rule: Rule, passage: Passage) -> Iterator[Finding]:
    seen: dict[str, re.Match[str]] = {}
    for match in matches(passage, _STAFF):
        kind = match["kind"] or match["kind2"]
        earlier = seen.setdefault(kind, match)
        if _number_of(earlier) != _number_of(match):
            yield from apart(
                rule,
                passage,
                match.span(),
                earlier.span(),
                f"前面说「{earlier[0]}」，这里说「{match[0]}」，请核对。",
            )
    for match in matches(passage, _NO_STAFF):
        there = seen.get(match["kind"])
        clause = passage.text[max(passage.start, match.start() - 12) : match.start()]
        if there and not _SOME_UNITS.search(clause):
            yield from apart(
                rule,
                passage,
                match.span(),
                there.span(),
                f"另一处说「{there[0]}」，这里说「{match[0]}」，请核对。",
            )


def _number_of(match: re.Match[str]) -> int | None:
    return number_in(match["number"] or match["number2"])


def _fees(rule: Rule, passage: Passage) -> Iterator[Finding]:
    denied = _NO_FEE.search(passage.text, passage.start, passage.end)
    if denied is None:
        return
    for match in matches(passage, _FEE):
        line_start = passage.text.rfind("\n", 0, match.start()) + 1
        close = 0 <= match.start() - denied.end() <= _AT_ONCE
        if close or _ON_FEES.search(passage.text, line_start, match.end()):
            yield from apart(
                rule,
                passage,
                match.span(),
                denied.span(),
                f"这里说收费{match['sum']}元，另一处说「{denied[0][:20]}」，请核对。",
            )


def _late(rule: Rule, passage: Passage) -> Iterator[Finding]:
    kept = _ALL_IN_TIME.search(passage.text, passage.start, passage.end)
    late = _LATE.search(passage.text, passage.start, passage.end) if kept else None
    if kept and late:
        yield from apart(
            rule, passage, kept.span(), late.span(), f"这里说全部按期，另一处说「{late[0]}」，请核对。"
        )


RULES = (
    Rule(
        name="contradiction.received",
        category="internal_contradiction",
        severity="info",
        explain="同一篇里收到的公开申请件数，前后说法不同。分渠道、分时段的件数不算。",
        fires="全年收到政府信息公开申请9件。\n本年新收政府信息公开申请7件。",
        passes="全年收到政府信息公开申请9件，其中网络申请7件。上半年收到公开申请3件。",
        find=Waiting(_REQUESTED, _received),
    ),
    Rule(
        name="contradiction.totalled",
        category="internal_contradiction",
        severity="warning",
        explain="同一段里先说几项，后面「上述」「以上」又是另一个数。",
        fires="修订完善了保密审查等五项制度，上述三项制度均已上墙。",
        passes="修订完善了保密审查等五项制度，上述五项制度均已上墙。",
        find=Waiting(_ABOVE, _totalled),
    ),
    Rule(
        name="contradiction.staff",
        category="internal_contradiction",
        severity="info",
        explain="专职、兼职人员的人数前后不同，或者一处说有、一处说没有。",
        fires="配备专职人员2名。\n存在的问题：没有专职工作人员。",
        passes="配备专职人员2名、兼职人员5名。专职人员2名均已培训。",
        find=anchored("专职 兼职", _staff),
    ),
    Rule(
        name="contradiction.fees",
        category="internal_contradiction",
        severity="info",
        explain="一处说没有收费，另一处写了公开信息收费的金额。",
        fires="全年收取检索、复制费共计86元。除此以外，没有发生任何收费。",
        passes="全年未收取任何费用。群众缴纳水费86元。",
        find=anchored("收取 实收 共收 收费", _fees),
    ),
    Rule(
        name="contradiction.late",
        category="internal_contradiction",
        severity="warning",
        explain="一处说全部按期办结，另一处说有几件超期。",
        fires="收到申请8件，均在规定时限内办结。因审批环节多，1件超期答复。",
        passes="收到申请8件，均在规定时限内办结，没有超期的。",
        find=anchored("超期 逾期 超时 超过", _late),
    ),
    Rule(
        name="contradiction.reason",
        category="internal_contradiction",
        severity="warning",
        explain="说支出增加，原因却是厉行节约、压缩支出。",
        fires="公务接待费6.5万元，比上年增加1.5万元，主要是厉行节约、压缩接待支出。",
        passes="公务接待费6.5万元，比上年减少1.5万元，主要是厉行节约、压缩接待支出。",
        find=anchored(
            "厉行节约 压缩 压减 精简 从严控制",
            searching(
                r"(?:增加|增长|上升)[^。；;\n减降]{0,24}?(?:主要(?:是|原因是|原因为|由于)|原因(?:是|为)|因为?)[^。；;\n减]{0,8}?(?:厉行节约|压缩|压减|精简|从严控制)",
                "「{}」前后矛盾：增加的原因不会是节约、压缩，请核对。",
                needs="增上",
            ),
        ),
    ),
)
