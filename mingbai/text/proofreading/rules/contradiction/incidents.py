"""Nothing happened, and something did; at least more than at most; one name twice on a list; two commanders of one staff."""

import re
from collections import Counter
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import in_full
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._parsing import STOP
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.rules.contradiction.rosters import is_name
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- nothing happened, and something did ------------------------------------------------------------------------------

_HEADS = "事故|案件|疫情|火灾|火情|灾情|伤亡|纠纷|上访|舆情|死亡|中毒|溺水|违纪|违规|投诉|差错|失误|污染|信访"
_NONE = lazy.pattern(
    rf"(?P<mark>(?:(?:实现|保持)?零|未发生|没有发生|无|未出现|没有出现|未收到|没有收到)(?:过|一[起例件次]|任何)?(?P<what>[{HAN}]{{0,8}}?(?P<head>{_HEADS}))(?:和[{HAN}]{{2,8}})?(?P<zero>零|0|为零|为0)?(?:发生|起|例|件)?(?=[，,。；;、\n]|的))"
    rf"|(?P<mark2>(?P<what2>[{HAN}]{{0,8}}?(?P<head2>{_HEADS}))(?:数)?(?:为)?[0零](?:起|例|件|次|人|发生))"
)
_NONE_WORDS = waiting_for(tuple(_HEADS.split("|")))
_SOME = r"(?:(?<!未)(?<!没有)(?<!零)(?<!防止)(?<!避免)发生(?:了)?(?:[一二两三四五六七八九]|[1-9]\d{{0,3}})?(?:起|例|件|次)?{han}{{0,10}}?{head}(?!发生)(?:的|\d{{0,3}}[起例件次]?[，,。；;]|[1-9])|(?:一|[1-9]\d{{0,3}})[起例件]{han}{{0,10}}?{head}(?!率|数|率)|{head}(?:案件)?[1-9]\d{{0,3}}[起例件]|{head}发生后)"
_NOT_TOLD = lazy.pattern(
    "去年|上年|往年|同期|历年|演练|预案|如果|如遇|如有|若|一旦|防止|防范|杜绝|避免|遏制|可能|严禁|其他|比|较|下降|减少|以往|曾|应急|全[县市省国]|外地|外省|警示|案例|典型|通报|20\\d\\d年|模拟|化解|调解|受理|办结|查处|立案|审结|调处|接到|季度|上半年|下半年|法院|责令|每"
)
_GRADES = "重特大|特大|重大|较大"


def _incidents(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「全年无安全责任事故」 and 「3月，发生一起学生食物中毒责任事故」."""
    seen: set[str] = set()
    for match in compared(matches_near(passage, _NONE_WORDS, _NONE, 40)):
        group = "mark" if match["mark"] else "mark2"
        head, what = match["head"] or match["head2"], match["what"] or match["what2"]
        before = re.split("[。；;\n]", passage.text[max(passage.start, match.start() - 24) : match.start()])[
            -1
        ]
        if head in seen or re.search(
            "去年|上年|往年|确保|力争|目标|争取|要|20\\d\\d年.*20|季度|上半年|部分|该|基本", before
        ):
            continue
        some = re.compile(_SOME.format(han=f"[{HAN}]", head=head))
        for told in some.finditer(passage.text, passage.start, passage.end):
            around = (
                re.split("[。；;\n]", passage.text[max(passage.start, told.start() - 24) : told.start()])[-1]
                + told[0]
            )
            graded = re.search(_GRADES, what)
            if (
                match.start() <= told.start() < match.end()
                or _NOT_TOLD.search(around)
                or (graded and graded[0] not in around)
            ):
                continue
            kind = what[: -len(head)][-2:]
            if (
                kind
                and not graded
                and len(kind) == _KIND
                and kind not in told[0]
                and kind not in {"责任", "何安", "安全", "一起"}
            ):
                continue
            seen.add(head)
            said = f"一处说「{match[group]}」，另一处说「{told[0].rstrip('，。；,;')}」，请核对。"
            yield from apart(rule, passage, match.span(group), told.span(), said)
            break


_KIND = 2

# --- not set up, and set up ------------------------------------------------------------------------------------------

_MAKE = "成立|建立|设立|制定|出台|开通|配备|设置|组建|建成|开设"
_NOT_MADE = lazy.pattern(
    rf"(?P<mark>(?:尚未|至今未|还未|还没有|仍未|没有|未)(?P<verb>{_MAKE})(?:专门的?|独立的?)?(?P<what>[{HAN}]{{3,14}}?)){STOP}"
    rf"|(?P<mark2>(?:未|没有|无)(?:出现|发现|发生)(?:过|任何)?(?P<what2>[{HAN}]{{3,8}}?))(?=[，,。；;、\n和])"
)
_NOT_MADE_WORDS = waiting_for(
    tuple(
        f"{no}{verb}" for no in ("未", "没有", "无") for verb in (*_MAKE.split("|"), "出现", "发现", "发生")
    )
)
_IS_MADE = r"(?<!尚未)(?<!没有)(?<!未)(?<!应)(?<!要)(?<!拟)(?<!将)(?<!计划){verb}(?:了|起)?[{han}、]{{0,16}}?{what}(?!的(?:村|单位|部门)|不|较)"
_IS_FOUND = r"(?:存在|出现了?|仍有|还有|发现)[{han}]{{0,4}}?{what}"
_SOME_ONLY = lazy.pattern(
    "部分|个别|有的|少数|一些|去年|上年|以前|下一步|将|要|拟|计划|如|若|凡|防止|避免|杜绝|各村|有些|应|确保|是否|力争|争取|20\\d\\d年底前|县|市"
)


_OTHERWISE = lazy.pattern("去年|上年|如|若|防止|避免|杜绝|确保|检查|排查|整改")


def _made(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「尚未成立政务公开领导小组」 and 「成立了由镇长任组长的政务公开领导小组」; 「未出现错别字」 and 「存在错别字」."""
    for match in matches_near(passage, _NOT_MADE_WORDS, _NOT_MADE, 40):
        group = "mark" if match["mark"] else "mark2"
        what = match["what"] or match["what2"]
        shape = (
            _IS_MADE.format(verb=f"(?:{_MAKE})", han=HAN, what=what)
            if match["mark"]
            else _IS_FOUND.format(han=HAN, what=what[:4])
        )
        before = re.split(
            "[。；;\n，,]", passage.text[max(passage.start, match.start() - 16) : match.start()]
        )[-1]
        if _SOME_ONLY.search(before) or what.endswith(("的", "问题")):
            continue
        for told in re.compile(shape).finditer(passage.text, passage.start, passage.end):
            sentence = re.split(
                "[。；;\n]", passage.text[max(passage.start, told.start() - 40) : told.start()]
            )[-1]
            clause = re.split("[，,]", sentence)[-1] + told[0]
            planned = re.search("今后|将|下一步|推动|计划|要求", sentence) is not None
            if match.start() <= told.start() < match.end() or planned:
                continue
            if match["mark"] and _SOME_ONLY.search(clause):
                continue
            if not match["mark"] and _OTHERWISE.search(clause):
                continue
            said = f"一处说「{match[group]}」，另一处说「{told[0]}」，请核对。"
            yield from apart(rule, passage, match.span(group), told.span(), said)
            return


# --- at least more than at most ---------------------------------------------------------------------------------------

_BOUNDS = lazy.pattern(
    r"(?<![\d.])(?P<low>\d{1,7}(?:\.\d{1,2})?)(?P<big>万?)(?P<unit>元|人|周岁|岁|天|日|个工作日|名|户|亩|平方米|米|公里|%|％|倍|年|个月|吨|分)(?:（含）)?以上(?:（含）)?(?:、|，|至|到|且|—)?(?P<high>\d{1,7}(?:\.\d{1,2})?)(?P<big2>万?)(?P=unit)(?:（含）)?以下"
)
_BOUNDS_WORDS = waiting_for(("以上",))


def _bounds(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「处500元以上200元以下罚款」."""
    for match in matches_near(passage, _BOUNDS_WORDS, _BOUNDS, 44):
        low = in_full(match["low"], match["big"])
        high = in_full(match["high"], match["big2"])
        if low >= high:
            yield rule.finding(passage, *match.span(), f"「{match[0]}」下限不比上限小，请核对。")


# --- one name twice on a list -----------------------------------------------------------------------------------------

_NAMES = lazy.pattern(rf"[{HAN}]{{2,3}}(?:[、 \u3000]{{1,3}}[{HAN}]{{2,3}}){{2,80}}(?![{HAN}]{{2}})")
_NAMES_WORDS = waiting_for(("、",))
_MOSTLY, _FEW_NAMES = 0.8, 4


def _names(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「张伟、王丽、李强……张伟」: a list of persons on which one stands twice."""
    for match in _NAMES.finditer(passage.text, passage.start, passage.end):
        names = re.split("[、 \u3000]+", match[0])
        if sum(is_name(passage, name) for name in names) < _MOSTLY * len(names):
            continue
        for name, often in Counter(names).items():
            if often > 1 and is_name(passage, name):
                start = match.start() + match[0].rfind(name)
                said = f"名单里「{name}」列了{often}次，请核对是不是重复，或者是同名的人。"
                few = len(names) <= _FEW_NAMES
                yield rule.finding(passage, start, start + len(name), said, severity="info" if few else None)


# --- two commanders of one staff --------------------------------------------------------------------------------------

_CHIEF = "指挥长|总指挥|总召集人|评审组长|主任委员|项目负责人|总河长|总林长"
_COMMANDS = lazy.pattern(
    rf"(?<!副)(?P<role>{_CHIEF})(?:[：:]|由)?(?P<post>[{HAN}]{{0,6}}?(?:书记|镇长|乡长|县长|区长|主任|局长|校长|院长))?(?P<name>[{HAN}]{{2,3}})(?=同志|担任|任|兼任|全面|负责|统一|[，,、。；;（(\s]|$)"
    rf"|(?P<post2>[{HAN}]{{0,6}}?(?:书记|镇长|乡长|县长|区长|主任|局长|校长|院长|领导))(?P<name2>[{HAN}]{{2,3}})?(?:同志)?(?:任|担任|为|兼任)(?<!副)(?P<role2>{_CHIEF})"
)
_COMMANDS_WORDS = waiting_for(tuple(_CHIEF.split("|")))


def _commanders(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「指挥长由乡长陈志刚担任」 and 「指挥长王磊全面负责」; 「镇长任指挥长」 and 「党委副书记任指挥长」."""
    first: dict[str, tuple[str, str, tuple[int, int]]] = {}
    for match in matches_near(passage, _COMMANDS_WORDS, _COMMANDS, 30):
        role, name = match["role"] or match["role2"], match["name"] or match["name2"] or ""
        post = (match["post"] or match["post2"] or "").removeprefix("由").removeprefix("以")
        name = name if is_name(passage, name) else ""
        around = passage.text[max(passage.start, match.start() - 8) : match.end()]
        if not (name or match["post2"]) or re.search(
            f"副(?:{_CHIEF})|现场|前线|第一|双|总?指挥部?成员|由.{{0,4}}和", around
        ):
            continue
        there = first.setdefault(role, (name, post, match.span()))
        other_name = name and there[0] and name[:2] != there[0][:2]
        other_post = (
            not name
            and not there[0]
            and post[-2:]
            and (post[-2:] != there[1][-2:] or ("副" in post) != ("副" in there[1]))
        )
        if other_name or other_post:
            said = f"{role}前面是{there[1]}{there[0]}，这里是{post}{name}，请核对。"
            yield from apart(rule, passage, there[2], match.span(), said)
            return


_rule = warning_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "no_incident_and_one",
        "一处说全年无事故、无疫情、无上访，另一处又写发生了一起。去年的、别处的、演练的不算。",
        "全年无安全责任事故。\n3月，发生一起食物中毒责任事故，学校及时处置。",
        "全年无安全责任事故。\n开展食物中毒事故应急演练。",
        Waiting(_NONE_WORDS, _incidents),
    ),
    _rule(
        "not_made_and_made",
        "一处说尚未成立、没有出现，另一处又说成立了、存在。",
        "我镇尚未成立政务公开领导小组。\n我镇成立了由镇长任组长的政务公开领导小组。",
        "部分村尚未成立村务监督小组。\n我镇成立了由镇长任组长的政务公开领导小组。",
        Waiting(_NOT_MADE_WORDS, _made),
    ),
    _rule(
        "bounds_reversed",
        "「多少以上、多少以下」，下限要比上限小。",
        "对拒不改正的，处500元以上200元以下罚款。",
        "对拒不改正的，处200元以上500元以下罚款。",
        Waiting(_BOUNDS_WORDS, _bounds),
    ),
    _rule(
        "name_listed_again",
        "表彰、参会的名单里，同一个姓名列了两次。",
        "先进个人：张伟、王丽、李强、赵敏、孙涛、张伟",
        "先进个人：张伟、王丽、李强、赵敏、孙涛、周杰",
        Waiting(_NAMES_WORDS, _names),
    ),
    _rule(
        "two_commanders",
        "同一个指挥部的指挥长，前后写了两个人。",
        "指挥长由乡长陈志刚担任，副指挥长由副乡长王磊担任。\n指挥长王磊全面负责。",
        "指挥长由乡长陈志刚担任，副指挥长由副乡长王磊担任。\n指挥长陈志刚全面负责。",
        Waiting(_COMMANDS_WORDS, _commanders),
    ),
)
